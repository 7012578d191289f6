//! What questions find among the actors of the sample maps, and among others.

use std::fs;
use std::path::Path;

use jisr::format::jisr::read;
use jisr::words::{Finder, Rank, fold};
use proptest::prelude::*;

/// The actors of a sample map with their names in all languages, the first of which is the title.
fn actors(map: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-maps").join(map);
    let map = read(&fs::read(path).unwrap()).unwrap().sound().unwrap();
    map.actors.iter().map(|actor| actor.name.all().map(str::to_owned).collect()).collect()
}

fn finder(entries: &[Vec<String>]) -> Finder<&str> {
    Finder::new(entries.iter().map(|texts| (texts[0].as_str(), texts.clone())))
}

fn check(map: &str, questions: &[(&str, &str)]) {
    let actors = actors(map);
    let finder = finder(&actors);
    for (question, expected) in questions {
        let hits = finder.find(question, 5);
        let titles: Vec<&str> = hits.iter().map(|hit| *hit.item).collect();
        assert_eq!(titles.first(), Some(expected), "{question} finds {hits:?}");
    }
}

#[test]
fn actors_of_jenin_are_found() {
    check(
        "jenin-2012.jisr",
        &[
            ("gov off", "Jenin Governor's Office"),
            ("office of the governor", "Jenin Governor's Office"),
            ("governors", "Jenin Governor's Office"),
            ("GOVERNOR’S OFFICE JENIN", "Jenin Governor's Office"),
            ("govenor", "Jenin Governor's Office"),
            ("govrnor ofice", "Jenin Governor's Office"),
            ("مكتب المحافظ", "Jenin Governor's Office"),
            ("محافظ", "Jenin Governor's Office"),
            ("المكتب", "Jenin Governor's Office"),
            ("refugee commitees", "Refugee camp committees"),
            ("camp com", "Refugee camp committees"),
            ("لجان مخيم", "Refugee camp committees"),
            ("لجان المخيمات", "Refugee camp committees"),
            ("shams", "SHAMS"),
            ("شمس", "SHAMS"),
            ("مركز شمس", "SHAMS"),
            ("dcaf", "Geneva Centre for the Democratic Control of Armed Forces (DCAF)"),
            ("جنيف", "Geneva Centre for the Democratic Control of Armed Forces (DCAF)"),
            ("genève", "Geneva Centre for the Democratic Control of Armed Forces (DCAF)"),
            ("womens", "Women's rights centres and advocates"),
            ("femal", "Female community representatives"),
            ("مراة", "Women's rights centres and advocates"),
            ("judicary", "Jenin courts (the judiciary)"),
            ("قضاء", "Jenin courts (the judiciary)"),
            ("polcie", "Palestinian Civil Police"),
            ("الشرطه", "Palestinian Civil Police"),
            ("شرطة", "Palestinian Civil Police"),
            ("united nation", "United Nations"),
            ("uinted states", "United States"),
            ("الامم", "United Nations"),
            ("أمم متحدة", "United Nations"),
            ("وزرا", "Council of Ministers"),
            ("أوروبي", "European Union"),
            ("hams", "SHAMS"),
            ("hamas", "Hamas"),
            ("elders", "Tribal leaders and elders"),
            ("وجهاء", "Tribal leaders and elders"),
        ],
    );
}

#[test]
fn actors_of_the_valley_are_found() {
    check(
        "valley-training.jisr",
        &[
            ("hudhud", "Elders of Ayn al-Hudhud"),
            ("alhudhud council", "Ayn al-Hudhud Village Council"),
            ("ayn alhudhud v", "Ayn al-Hudhud Village Council"),
            ("zanbak council", "Tall al-Zanbaq Village Council"),
            ("dyers", "Dyers' Quarter Residents"),
            ("صباغين", "Dyers' Quarter Residents"),
            ("الصباغون", "Dyers' Quarter Residents"),
            ("farmer's", "Farmers' Union"),
            ("ministry of justise", "Ministry of Justice"),
            ("justice ministry", "Ministry of Justice"),
            ("min int", "Ministry of Interior"),
            ("interior", "Ministry of Interior"),
            ("وزارة العدل", "Ministry of Justice"),
            ("وزاره عدل", "Ministry of Justice"),
            ("الداخليه", "Ministry of Interior"),
            ("parlament", "Parliament"),
            ("برلمان", "Parliament"),
            ("jullanar polise", "Jullanar District Police"),
            ("julanar police", "Jullanar District Police"),
            ("borderguard", "Border Guard"),
            ("حرس حدود", "Border Guard"),
            ("حقوق الانسان", "National Human Rights Commission"),
            ("حقوق إنسان", "National Human Rights Commission"),
            ("بيت حقوق", "House of Rights"),
            ("radio", "Valley Radio"),
            ("اذاعة", "Valley Radio"),
            ("capital daily", "The Capital Daily"),
            ("people bloc", "People's Bloc"),
            ("شعب كتلة", "People's Bloc"),
            ("police شرطة", "Jullanar District Police"),
            ("disabilites", "Association of People with Disabilities"),
            ("imam mosque", "Imam of the Old Market Mosque"),
            ("council", "Council of Ministers"),
        ],
    );
}

#[test]
fn better_comes_first() {
    let names = ["Mr Camper", "Decamp", "Old Camp", "Champ", "Camp Committee", "Camp", "Nothing"];
    let finder = Finder::new(names.map(|name| (name, vec![name.to_owned()])));
    let found: Vec<_> = finder.find("camp", 9).iter().map(|hit| (*hit.item, hit.rank)).collect();
    assert_eq!(
        found,
        [
            ("Camp", Rank::Exact),
            ("Camp Committee", Rank::Prefix),
            ("Old Camp", Rank::Words),
            ("Mr Camper", Rank::Words),
            ("Decamp", Rank::Within),
            ("Champ", Rank::Typo),
        ]
    );
    assert_eq!(finder.find("camp", 2).len(), 2);
    assert_eq!(finder.find("camp", 2)[1].item, &"Camp Committee");
}

#[test]
fn equals_come_in_the_order_of_the_entries() {
    let finder = Finder::new((0..100).map(|number| (number, vec!["Village council".to_owned()])));
    let found: Vec<_> = finder.find("village", 10).iter().map(|hit| *hit.item).collect();
    assert_eq!(found, (0..10).collect::<Vec<_>>());
}

#[test]
fn a_hit_says_which_text_it_was() {
    let texts = ["Police", "الشرطة", "Polizei"].map(str::to_owned).to_vec();
    let finder = Finder::new([(1, texts.clone()), (2, vec!["Policy".to_owned()])]);
    let check = |question: &str, text: usize, rank: Rank| {
        let hit = finder.find(question, 1)[0];
        assert_eq!((*hit.item, hit.text, hit.rank), (1, text, rank), "{question}");
    };
    check("police", 0, Rank::Exact);
    check("الشرطة", 1, Rank::Exact);
    check("شرطة", 1, Rank::Words);
    check("polize", 2, Rank::Prefix);
    check("police polizei", 0, Rank::Words);
}

#[test]
fn what_nobody_asked_for_is_not_found() {
    let actors = actors("valley-training.jisr");
    let finder = finder(&actors);
    for question in ["", " «» …", "xyzzy", "police of the moon", "ii", "٪", "\u{64b}"] {
        assert!(finder.find(question, 9).is_empty(), "{question}: {:?}", finder.find(question, 9));
    }
    assert!(finder.find("police", 0).is_empty());
    assert!(Finder::<u8>::new([]).find("police", 9).is_empty());
    assert!(Finder::new([(1, vec![])]).find("police", 9).is_empty());
}

#[test]
fn every_actor_is_found_by_its_names() {
    for map in ["jenin-2008.jisr", "jenin-2012.jisr", "valley-before.jisr", "valley-training.jisr"] {
        let actors = actors(map);
        let finder = finder(&actors);
        for (text, name) in actors.iter().flat_map(|names| names.iter().enumerate()) {
            let hit = finder.find(name, 1)[0];
            assert_eq!((hit.rank, hit.text), (Rank::Exact, text), "{name}");
        }
    }
}

/// A typo at a place of a word, as [`fold`] has it: a letter more, less, other, or two exchanged.
fn mistyped(word: &str, place: usize, kind: u8, letter: char) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let place = place % letters.len();
    match kind % 4 {
        0 => letters.insert(place, letter),
        1 => drop(letters.remove(place)),
        2 => letters[place] = letter,
        _ => letters.swap(place, (place + 1).min(word.chars().count() - 1)),
    }
    letters.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_typo_is_forgiven(pick: prop::sample::Index, at: prop::sample::Index, place: usize, kind: u8, letter in "[a-zاتم]") {
        for map in ["jenin-2012.jisr", "valley-training.jisr"] {
            let actors = actors(map);
            let names = pick.get(&actors);
            let finder = finder(&actors);
            for name in names {
                let mut words: Vec<String> = fold(name).split(' ').map(str::to_owned).collect();
                let long: Vec<usize> = (0..words.len()).filter(|word| words[*word].chars().count() >= 4).collect();
                if long.is_empty() {
                    continue;
                }
                let word = *at.get(&long);
                words[word] = mistyped(&words[word], place, kind, letter.chars().next().unwrap());
                let hits = finder.find(&words.join(" "), 10);
                prop_assert!(hits.iter().any(|hit| *hit.item == names[0]), "{words:?} finds {hits:?}");
            }
        }
    }
}

proptest! {
    #[test]
    fn every_title_finds_itself_first_or_tied(
        titles in prop::collection::vec("[a-cABé'’ابةى -]{0,12}", 1..8),
    ) {
        let finder = Finder::new(titles.iter().map(|title| (title, vec![title.clone()])));
        for title in titles.iter().filter(|title| !fold(title).is_empty()) {
            let hits = finder.find(title, 9);
            let joined = |title: &str| fold(title).replace(' ', "");
            prop_assert_eq!(joined(hits[0].item), joined(title));
            prop_assert_eq!(hits[0].rank, Rank::Exact);
        }
    }

    #[test]
    fn fewer_hits_are_the_first_of_more(titles in prop::collection::vec("[a-c ]{0,9}", 0..20), question in "[a-c ]{1,5}") {
        let finder = Finder::new(titles.iter().enumerate().map(|(place, title)| (place, vec![title.clone()])));
        let all = finder.find(&question, usize::MAX);
        prop_assert!(all.windows(2).all(|pair| pair[0].rank <= pair[1].rank));
        for most in 0..all.len() {
            prop_assert_eq!(&finder.find(&question, most)[..], &all[..most]);
        }
    }

    #[test]
    fn any_string_will_do(texts in prop::collection::vec(any::<String>(), 0..4), question: String) {
        let finder = Finder::new([(0, texts.clone()), (1, vec![question.clone()])]);
        finder.find(&question, 9);
        for text in texts {
            finder.find(&text, 9);
        }
    }
}
