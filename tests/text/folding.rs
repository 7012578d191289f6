//! One spelling for all spellings.

use jisr::words::fold;
use proptest::prelude::*;

#[test]
fn the_table_holds() {
    let code = include_str!("../../src/model/fold.rs");
    let rows: Vec<Vec<&str>> = code
        .lines()
        .filter(|line| line.starts_with("/// | `"))
        .map(|line| line.trim_start_matches("/// ").split('|').collect())
        .collect();
    assert!(rows.len() > 10);
    for row in rows {
        let cells = |cell: &'static str| {
            cell.split("`, `").map(|part: &str| part.trim_matches([' ', '`']).to_owned())
        };
        let (written, folded): (Vec<_>, Vec<_>) = (cells(row[1]).collect(), cells(row[2]).collect());
        if folded.len() == 1 {
            assert!(written.iter().all(|text| fold(text) == folded[0]), "{row:?}");
        } else {
            assert_eq!(written.iter().map(|text| fold(text)).collect::<Vec<_>>(), folded);
        }
    }
}

#[test]
fn spellings_of_one_name_are_one() {
    for names in [
        ["Tall al-Zanbaq", "TALL AL ZANBAQ", "tall_al  zanbaq!"],
        ["Qur’an", "quran", "Qur'ān"],
        ["Genève", "Gene\u{300}ve", "GENEVE"],
        ["Governor´s", "Governor‘s", "governors"],
        ["مؤسسة «شمس»", "موسسه شمس", "مُؤَسَّسَة ـ شَمْس"],
        ["هيئة", "هيئه", "هیئة"],
        ["إدارة الأمن", "اداره الامن", "أدارة ٱلأَمْن"],
        ["می\u{200c}شود", "ميشود", "می\u{200d}شود"],
        ["السّلامة المجتمعيّة", "السلامه المجتمعيه", "اﻟﺴﻼﻣﺔ اﻟﻤﺠﺘﻤﻌﻴﺔ"],
    ] {
        assert!(names.iter().all(|name| fold(name) == fold(names[0])), "{:?}", names.map(fold));
    }
    // Vowels of other scripts are no ornament.
    assert_ne!(fold("कि"), fold("कु"));
}

proptest! {
    #[test]
    fn twice_is_once(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn words_are_parted_by_one_space(text in "\\PC{0,40}") {
        let folded = fold(&text);
        prop_assert_eq!(folded.split_whitespace().collect::<Vec<_>>().join(" "), folded);
    }
}
