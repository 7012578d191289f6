//! Numbers and dates as people write them.

use crate::model::{Date, DateError};

/// Digits of any script as those of a number, without spaces around them and marks of direction.
pub fn plain_number(typed: &str) -> String {
    let plain = |letter: char| match letter {
        '٠'..='٩' => char::from_digit(u32::from(letter) - u32::from('٠'), 10),
        '۰'..='۹' => char::from_digit(u32::from(letter) - u32::from('۰'), 10),
        '\u{200e}' | '\u{200f}' | '\u{61c}' => None,
        '–' | '−' | '‐' | '‑' => Some('-'),
        _ => Some(letter),
    };
    let plain: String = typed.chars().filter_map(plain).collect();
    plain.trim().to_owned()
}

/// Why a text is no date.
pub(super) enum NoDate {
    /// It is written as none.
    None,
    /// There is no such day; the nearest one.
    Impossible(Date),
    /// Day and month can't be told apart.
    Two(Date, Date),
}

/// A date from plain digits and signs.
pub(super) fn date(plain: &str) -> Result<Date, NoDate> {
    // Spreadsheets add the time of day.
    let day = plain.split_once([' ', 'T']).filter(|(_, time)| {
        time.contains(':') && time.bytes().all(|byte| byte.is_ascii_digit() || b":.Z+".contains(&byte))
    });
    let plain = day.map_or(plain, |(day, _)| day);
    let parts: Vec<&str> = plain.split(['-', '/', '.']).map(str::trim).collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !parts.iter().all(is_number) {
        return Err(NoDate::None);
    }
    let of = |year: &str, month: Option<&str>, day: Option<&str>| {
        let pad = |part: Option<&str>| part.map_or_else(String::new, |part| format!("-{part:0>2}"));
        format!("{year}{}{}", pad(month), pad(day)).parse::<Date>().map_err(|error| match error {
            DateError::NotADate => NoDate::None,
            DateError::Impossible(near) => NoDate::Impossible(near),
        })
    };
    match parts.as_slice() {
        [year] => of(year, None, None),
        [year, month] if year.len() == 4 => of(year, Some(month), None),
        [month, year] if year.len() == 4 => of(year, Some(month), None),
        [year, month, day] if year.len() == 4 => of(year, Some(month), Some(day)),
        [first, second, year] if year.len() == 4 => {
            let day_first = of(year, Some(second), Some(first));
            let month_first = of(year, Some(first), Some(second));
            match (day_first, month_first) {
                // Nobody writes the month before a full stop.
                (Ok(day_first), Ok(month_first)) if day_first != month_first && !plain.contains('.') => {
                    Err(NoDate::Two(day_first, month_first))
                }
                (Err(_), Ok(month_first)) if !plain.contains('.') => Ok(month_first),
                (day_first, _) => day_first,
            }
        }
        _ => Err(NoDate::None),
    }
}
