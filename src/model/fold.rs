//! One spelling for all spellings of a word, to compare what is typed with what is written.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A text as it is compared: what people leave out or write differently is gone, and one space stands between words.
///
/// | written | folded | why |
/// |---|---|---|
/// | `POLICE`, `Ｐｏｌｉｃｅ` | `police` | case, width and style of letters |
/// | `Comité`, `Genève` | `comite`, `geneve` | diacritics of Latin, Greek and Cyrillic letters |
/// | `Œuvre`, `Søster`, `Straße` | `oeuvre`, `soster`, `strasse` | letters that keyboards lack |
/// | `Women's`, `Sha’ab`, `Dyers'` | `womens`, `shaab`, `dyers` | apostrophes within a word |
/// | `l'État`, `d’Union` | `l etat`, `d union` | the French article, which is a word |
/// | `al-Zanbaq (DCAF)` | `al zanbaq dcaf` | hyphens, brackets and other punctuation |
/// | `أحمد`, `إصلاح`, `آمال`, `ٱلأمن` | `احمد`, `اصلاح`, `امال`, `الامن` | hamza, madda and wasla on alif |
/// | `شؤون`, `هيئة` | `شوون`, `هييه` | hamza on waw and ya, ta marbuta |
/// | `مستشفى`, `کمیته` | `مستشفي`, `كميته` | alif maqsura, Persian kaf and ya |
/// | `الصبّاغين`, `الــوادي` | `الصباغين`, `الوادي` | vowel marks, shadda, tatweel |
/// | `ﻣﻜﺘﺐ`, `ﻻجئ` | `مكتب`, `لاجي` | letters in the shapes in which PDF files hold them |
/// | `٢٠١٢`, `۲۰۱۲` | `2012` | Arabic and Persian digits |
///
/// The article ال stays: whether it matters depends on what one does with the words. Folding twice changes nothing more.
/// The cost is that of reading the text.
///
/// ```
/// use jisr::words::fold;
/// assert_eq!(fold("Governor's Office"), "governors office");
/// assert_eq!(fold("محكمةُ بداية جلّنار"), "محكمه بدايه جلنار");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = Folded { text: String::with_capacity(text.len()), word: 0, has_marks: false };
    if text.is_ascii() {
        text.chars().for_each(|letter| folded.push(letter));
    } else {
        // The acute accent alone, typed for an apostrophe, would be taken apart into a space and an accent.
        let letters = text.chars().map(|letter| if letter == '´' { '\'' } else { letter });
        letters.nfkd().flat_map(char::to_lowercase).for_each(|letter| folded.push(letter));
    }
    folded.text.truncate(folded.text.trim_end().len());
    // Marks have an order of their own, and what stood between two of them may be gone.
    if folded.has_marks { folded.text.nfkd().collect() } else { folded.text }
}

struct Folded {
    text: String,
    /// Where the last word begins.
    word: usize,
    /// Whether there are vowel marks, of other scripts than those whose marks are dropped.
    has_marks: bool,
}

impl Folded {
    fn push(&mut self, letter: char) {
        match letter {
            _ if is_dropped(letter) => {}
            'a'..='z' | '0'..='9' => self.text.push(letter),
            'A'..='Z' => self.text.push(letter.to_ascii_lowercase()),
            '\'' | '`' | '’' | '‘' | '‛' | '′' | 'ʼ' | 'ʻ' | 'ʽ' | 'ʿ' | 'ʾ' => {
                if matches!(&self.text[self.word..], "c" | "d" | "j" | "l" | "m" | "n" | "qu" | "s" | "t") {
                    self.end_word();
                }
            }
            _ => match spelled_out(letter) {
                "" if is_combining_mark(letter) => {
                    self.has_marks = true;
                    self.text.push(letter);
                }
                "" if letter.is_alphanumeric() => self.text.push(plain(letter)),
                "" => self.end_word(),
                letters => self.text.push_str(letters),
            },
        }
    }

    fn end_word(&mut self) {
        if self.text.len() > self.word {
            self.text.push(' ');
            self.word = self.text.len();
        }
    }
}

/// Marks on letters and characters without a shape. Marks of other scripts than these are vowels, and stay.
fn is_dropped(letter: char) -> bool {
    matches!(letter,
        // On Latin, Greek and Cyrillic letters.
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}'
        // Hebrew points.
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        // Arabic vowels and signs, tatweel, the hamza that Kazakh sets apart.
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}'
        | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{8ca}'..='\u{8ff}' | '\u{640}' | '\u{674}'
        // Soft hyphen, joiners, marks of direction, variation selectors.
        | '\u{ad}' | '\u{61c}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Letters that Unicode does not take apart, as those write them who lack them; nothing for all others.
fn spelled_out(letter: char) -> &'static str {
    match letter {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'þ' => "th",
        'ð' | 'đ' => "d",
        'ø' => "o",
        'ł' => "l",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "n",
        'ı' => "i",
        _ => "",
    }
}

/// Letters that are written one for another.
fn plain(letter: char) -> char {
    match letter {
        'ٱ' => 'ا',
        'ى' | 'ی' | 'ۍ' | 'ې' => 'ي',
        'ک' | 'ڪ' => 'ك',
        'ة' | 'ۃ' | 'ە' | 'ہ' | 'ھ' => 'ه',
        'ς' => 'σ',
        '٠'..='٩' => digit(letter, '٠'),
        '۰'..='۹' => digit(letter, '۰'),
        _ => letter,
    }
}

fn digit(letter: char, zero: char) -> char {
    char::from_digit(u32::from(letter) - u32::from(zero), 10).unwrap_or(letter)
}
