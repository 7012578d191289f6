//! Lists of words that the catalogues hold for reading what people type.

use crate::words::{Words, fold};

/// The phrases of a message that lists them between commas, folded.
pub fn phrases(words: &Words, message: &str) -> std::vec::IntoIter<String> {
    let list = words.text(message);
    let phrases: Vec<String> = list.split([',', '،']).map(fold).filter(|phrase| !phrase.is_empty()).collect();
    phrases.into_iter()
}

/// The words of a text, folded.
pub fn words(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
