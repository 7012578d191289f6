//! Ids for what somebody adds: readable where the name can be spelled in Latin letters, and always free.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization as _;

use super::{ActorId, Id, Map, Text, TieId, TieKindId, is_valid_id, slug};

/// The longest id that a name is made into; more of it would only make files hard to read.
const LONGEST: usize = 48;

/// How much of each end stands in the id of a tie, and how much of its kind: enough for every built-in one.
const LONGEST_END: usize = 24;
const LONGEST_KIND: usize = 16;

/// Ids that are taken in one list, and how to make free ones.
///
/// A name in Latin letters loses its accents ("Comité d'Hébron": `comite-dhebron`). Arabic, Hebrew and Cyrillic letters are
/// spelled as they are usually romanised, the vowels that are not written left out ("شرطة جنين": `shrta-jnyn`). What is
/// left of other names is nothing, and they are called by what they are: `actor`, `actor-2`. A tie is named by its ends and
/// its kind: `fish-sellers-informs-port-police`. A name that is taken gets a number, as in "police-2". The same names in the
/// same order always give the same ids.
///
/// Ids made of what they name hardly ever meet when two people add different things to copies of one map. Counted ids
/// ("t4") would meet every time.
///
/// Costs what reading the name costs: how far the numbers of a name have come is remembered.
#[derive(Debug, Default)]
pub struct Ids {
    taken: HashSet<String>,
    // Numbers below this are taken, name by name.
    next: HashMap<String, usize>,
}

impl Ids {
    /// With these ids taken.
    pub fn new<'i>(taken: impl IntoIterator<Item = &'i str>) -> Self {
        Self { taken: taken.into_iter().map(str::to_owned).collect(), next: HashMap::new() }
    }

    /// Free ids for actors of a map.
    pub fn of_actors(map: &Map) -> Self {
        Self::new(map.actors.iter().map(|actor| actor.id.as_str()))
    }

    /// Free ids for ties of a map.
    pub fn of_ties(map: &Map) -> Self {
        Self::new(map.ties.iter().map(|tie| tie.id.as_str()))
    }

    /// A free id for something of that name, which is taken from now on. `stem` is what it is called where its name says
    /// nothing; it has to be an id.
    pub fn named<I: Id>(&mut self, name: &str, stem: &str) -> I {
        let stem = if is_valid_id(stem) { stem } else { "x" };
        let wanted = slug(&in_latin_letters(name)).map(|id| shorten(id, LONGEST));
        self.free(wanted.as_deref().unwrap_or(stem))
    }

    /// The same for a text in several languages: the name that spells best is taken.
    pub fn of_text<I: Id>(&mut self, text: &Text, stem: &str) -> I {
        let plainest = text.all().find(|name| slug(name).is_some() && name.is_ascii());
        self.named(plainest.or_else(|| text.all().find(|name| !name.is_empty())).unwrap_or_default(), stem)
    }

    /// A free id for a tie.
    pub fn of_tie(&mut self, from: &ActorId, kind: &TieKindId, to: &ActorId) -> TieId {
        let end = |id: &ActorId| shorten(id.to_string(), LONGEST_END);
        let id = format!("{}-{}-{}", end(from), shorten(kind.to_string(), LONGEST_KIND), end(to));
        self.free(if is_valid_id(&id) { &id } else { "tie" })
    }

    fn free<I: Id>(&mut self, wanted: &str) -> I {
        if self.taken.insert(wanted.to_owned()) {
            return I::new(wanted);
        }
        let next = self.next.entry(wanted.to_owned()).or_insert(2);
        loop {
            let id = format!("{wanted}-{next}");
            *next += 1;
            if self.taken.insert(id.clone()) {
                return I::new(&id);
            }
        }
    }
}

/// Cuts an id where a word ends, if that leaves enough of it.
fn shorten(mut id: String, longest: usize) -> String {
    if let Some(beginning) = id.get(..longest).filter(|beginning| beginning.len() < id.len()) {
        let end = beginning.rfind('-').filter(|end| *end > longest / 2).unwrap_or(longest);
        id.truncate(end);
        id.truncate(id.trim_end_matches('-').len());
    }
    id
}

/// A name in Latin letters, as far as we know how to spell it.
fn in_latin_letters(name: &str) -> String {
    let mut spelled = String::with_capacity(name.len());
    // Letters in one piece, and in the shapes that our tables know.
    let name: String = name.nfkc().collect();
    for word in name.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
        // Only the article is written apart; what grew together with it can't be told from a word.
        let rest =
            word.strip_prefix("ال").filter(|rest| rest.chars().nth(1).is_some_and(char::is_alphabetic));
        if rest.is_some() {
            spelled.push_str("al-");
        }
        // A letter that we can't spell may be one that we can, with an accent.
        for letter in rest.unwrap_or(word).chars().flat_map(char::to_lowercase) {
            if letter.is_ascii() {
                spelled.push(letter);
                continue;
            }
            if let Some(letters) = spelling(letter) {
                spelled.push_str(letters);
                continue;
            }
            for part in [letter].into_iter().nfkd().filter(|part| !is_mark(*part)) {
                match spelling(part) {
                    Some(letters) => spelled.push_str(letters),
                    None => spelled.push(part),
                }
            }
        }
    }
    spelled
}

fn is_mark(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
}

/// How a letter is usually romanised, without marks.
fn spelling(letter: char) -> Option<&'static str> {
    Some(match letter {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        // Hamza, ain, tatweel, the signs of Cyrillic, marks of direction: nothing that an id could show.
        'ء'
        | 'ع'
        | 'ـ'
        | 'ъ'
        | 'ь'
        | 'א'
        | 'ע'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => "",
        _ => return arabic(letter).or_else(|| cyrillic(letter)).or_else(|| hebrew(letter)),
    })
}

fn arabic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' | 'ى' | 'ة' => "a",
        'ب' => "b",
        'ت' | 'ط' | 'ٹ' => "t",
        'ث' => "th",
        'ج' => "j",
        'ح' | 'ه' | 'ہ' | 'ھ' | 'ۀ' => "h",
        'خ' => "kh",
        'د' | 'ض' | 'ڈ' => "d",
        'ذ' => "dh",
        'ر' | 'ڕ' | 'ڑ' => "r",
        'ز' | 'ظ' => "z",
        'س' | 'ص' => "s",
        'ش' => "sh",
        'غ' => "gh",
        'ف' => "f",
        'ق' => "q",
        'ك' | 'ک' | 'ڪ' => "k",
        'ل' | 'ڵ' => "l",
        'م' => "m",
        'ن' | 'ں' => "n",
        'و' | 'ؤ' => "w",
        'ي' | 'ی' | 'ئ' | 'ێ' => "y",
        'پ' => "p",
        'چ' => "ch",
        'ژ' => "zh",
        'گ' => "g",
        'ڤ' | 'ۋ' => "v",
        'ۆ' => "o",
        'ە' | 'ې' | 'ے' => "e",
        '٠' | '۰' => "0",
        '١' | '۱' => "1",
        '٢' | '۲' => "2",
        '٣' | '۳' => "3",
        '٤' | '۴' => "4",
        '٥' | '۵' => "5",
        '٦' | '۶' => "6",
        '٧' | '۷' => "7",
        '٨' | '۸' => "8",
        '٩' | '۹' => "9",
        _ => return None,
    })
}

fn cyrillic(letter: char) -> Option<&'static str> {
    const FROM: &str = "абвгдежзийклмнопрстуфхцчшщыэюяёіїєґ";
    const TO: [&str; 35] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u",
        "f", "kh", "ts", "ch", "sh", "shch", "y", "e", "yu", "ya", "yo", "i", "yi", "ye", "g",
    ];
    FROM.chars().position(|known| known == letter).and_then(|place| TO.get(place).copied())
}

fn hebrew(letter: char) -> Option<&'static str> {
    const FROM: &str = "בגדהוזחטיכךלמםנןספףצץקרשת";
    const TO: [&str; 25] = [
        "b", "g", "d", "h", "v", "z", "h", "t", "y", "k", "k", "l", "m", "m", "n", "n", "s", "p", "f", "ts",
        "ts", "q", "r", "sh", "t",
    ];
    FROM.chars().position(|known| known == letter).and_then(|place| TO.get(place).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str) -> String {
        Ids::default().named::<ActorId>(name, "actor").to_string()
    }

    #[test]
    fn names_are_spelled_as_they_sound() {
        for (name, expected) in [
            ("Governor's Office", "governors-office"),
            ("Comité d’Hébron", "comite-dhebron"),
            ("Straße Łódź", "strasse-lodz"),
            ("شرطة جنين", "shrta-jnyn"),
            ("اللجنة الشعبية", "al-ljna-al-shbya"),
            ("لجنة ٢٠١٢", "ljna-2012"),
            ("Милиция Йорка", "militsiya-yorka"),
            ("משטרה", "mshtrh"),
            ("ﻣﻜﺘﺐ", "mktb"),
            ("警察", "actor"),
            ("  ", "actor"),
            ("--", "actor"),
        ] {
            assert_eq!(id(name), expected, "{name}");
        }
    }

    #[test]
    fn long_names_end_with_a_word() {
        let long = "Geneva Centre for the Democratic Control of Armed Forces in the Capital";
        assert_eq!(id(long), "geneva-centre-for-the-democratic-control-of");
        assert_eq!(id(&"a".repeat(60)), "a".repeat(48));
    }

    #[test]
    fn no_id_is_given_twice() {
        let mut ids = Ids::new(["police", "police-2", "t3"]);
        let mut next = |name: &str| ids.named::<ActorId>(name, "actor").to_string();
        assert_eq!(
            [next("Police"), next("police"), next("警察"), next("警")],
            ["police-3", "police-4", "actor", "actor-2"]
        );
    }

    #[test]
    fn ties_are_named_by_their_ends_and_their_kind() {
        let mut ids = Ids::default();
        let mut next =
            |from: &str, kind: &str, to: &str| ids.of_tie(&from.into(), &kind.into(), &to.into()).to_string();
        assert_eq!(next("fish-sellers", "informs", "port-police"), "fish-sellers-informs-port-police");
        assert_eq!(next("fish-sellers", "informs", "port-police"), "fish-sellers-informs-port-police-2");
        assert_eq!(
            next("geneva-centre-for-the-democratic-control-of", "coordinates-with", &"a".repeat(60)),
            format!("geneva-centre-for-the-coordinates-with-{}", "a".repeat(24))
        );
        assert_eq!(next("7", "informs", "2012"), "7-informs-2012");
    }
}
