//! Dates as people write them: what a cell can only mean, what it may mean, and what can't be known.

use std::collections::HashMap;

use crate::model::Date;
use crate::session::building::fields::plain_number;
use crate::session::building::wording;
use crate::words::{Words, fold};

/// In which order a column writes day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateOrder {
    /// 01/03/2011 is the first of March.
    DayFirst,
    /// 01/03/2011 is the third of January.
    MonthFirst,
}

/// What the dates of a column turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DateColumn {
    /// In which order it writes day and month, if that is known or was said.
    pub order: Option<DateOrder>,
    /// How many cells may mean two days.
    pub ambiguous: usize,
    /// Such a cell: the day with the day first, and with the month first.
    pub example: Option<(Date, Date)>,
    /// Whether numbers of five digits are taken for the days that a spreadsheet counts.
    pub takes_serials: bool,
    /// How many such numbers there are.
    pub serials: usize,
    /// The day that the first of them would be.
    pub first_serial: Option<Date>,
}

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellDate {
    /// This date.
    Plain(Date),
    /// This date, of which only the last two digits of the year were written.
    ShortYear(Date),
    /// This day, with a time of day that a map does not hold.
    WithTime(Date),
    /// One of two days: with the day first, or with the month first.
    Either(Date, Date),
    /// A number that would be this day, if it is one that a spreadsheet counts.
    Serial(Date),
    /// No date that could be known.
    None,
}

/// Reads dates, with the names of the months in the languages of the catalogue.
pub struct DateReader {
    months: HashMap<String, u32>,
}

/// Years that people mean in such tables. Others are of another calendar, or no years.
const YEARS: std::ops::RangeInclusive<u32> = 1500..=2100;

/// The first and the last day of spreadsheets that are taken for one: 1950 and 2100.
const SERIALS: std::ops::RangeInclusive<u32> = 18_264..=73_415;

impl DateReader {
    /// In a reader's language.
    pub fn new(words: &Words) -> Self {
        let lists = [
            "month-words-1",
            "month-words-2",
            "month-words-3",
            "month-words-4",
            "month-words-5",
            "month-words-6",
            "month-words-7",
            "month-words-8",
            "month-words-9",
            "month-words-10",
            "month-words-11",
            "month-words-12",
        ];
        let months = (1..).zip(lists);
        let named =
            months.flat_map(|(month, list)| wording::phrases(words, list).map(move |name| (name, month)));
        Self { months: named.collect() }
    }

    /// What a column is like, from its cells. The order is known where some cells allow only one and none only the other.
    pub fn column<'c>(&self, cells: impl Iterator<Item = &'c str>) -> DateColumn {
        let mut column = DateColumn::default();
        let (mut day_first, mut month_first, mut filled) = (false, false, 0);
        for cell in cells {
            filled += 1;
            match self.read(cell) {
                CellDate::Either(one, other) => {
                    column.ambiguous += 1;
                    column.example.get_or_insert((one, other));
                }
                CellDate::Serial(date) => {
                    column.serials += 1;
                    column.first_serial.get_or_insert(date);
                }
                _ => match only_order(cell) {
                    Some(DateOrder::DayFirst) => day_first = true,
                    Some(DateOrder::MonthFirst) => month_first = true,
                    None => {}
                },
            }
        }
        column.order = match (day_first, month_first) {
            (true, false) => Some(DateOrder::DayFirst),
            (false, true) => Some(DateOrder::MonthFirst),
            _ => None,
        };
        // A few numbers among dates may be anything; a column of them is what a spreadsheet lost the format of.
        column.takes_serials = column.serials * 2 > filled;
        column
    }

    /// What one cell says, whatever stands in the others.
    pub fn read(&self, cell: &str) -> CellDate {
        let plain = plain_number(cell);
        let (day, has_time) = without_time(&plain);
        if let Some(number) = number(day) {
            return number;
        }
        let date = if day.chars().any(char::is_alphabetic) { self.with_month(day) } else { numbers(day) };
        match date {
            CellDate::Plain(date) if has_time => CellDate::WithTime(date),
            other => other,
        }
    }

    /// A date with the name of a month in it.
    fn with_month(&self, day: &str) -> CellDate {
        let is_between = |letter: char| {
            letter.is_whitespace() || matches!(letter, '-' | '/' | '.' | ',' | '،' | '\'' | '’')
        };
        let (mut named, mut parts, mut at) = (Vec::new(), Vec::new(), 0);
        for part in day.split(is_between).filter(|part| !part.is_empty()) {
            // The first is said as 1st, and in French as 1er.
            let bare =
                ["st", "nd", "rd", "th", "er"].iter().find_map(|end| part.strip_suffix(end)).unwrap_or(part);
            if is_number(bare) && bare.len() <= 4 {
                parts.push(bare);
            } else if !matches!(fold(part).as_str(), "de" | "of") {
                at = if named.is_empty() { parts.len() } else { at };
                named.push(part);
            }
        }
        let Some(month) = self.months.get(&fold(&named.join(" "))).copied() else { return CellDate::None };
        let two = |part: &str| part.len() <= 2;
        match (parts.as_slice(), at) {
            ([year], _) if year.len() == 4 => of(year, Some(month), None),
            // "Mar-12" is how spreadsheets write a month of a year; "12-Mar" is a day of some year.
            ([year], 0) if year.len() == 2 && !day.contains(char::is_whitespace) => {
                of(year, Some(month), None)
            }
            ([day, year], 1) if two(day) && year.len() != 3 => of(year, Some(month), day.parse().ok()),
            ([day, year], 0) if two(day) && year.len() == 4 => of(year, Some(month), day.parse().ok()),
            ([year, day], 1) if two(day) && year.len() == 4 => of(year, Some(month), day.parse().ok()),
            _ => CellDate::None,
        }
    }
}

/// The digits of a cell as people of any script write them, and whether a time of day was taken away.
fn without_time(plain: &str) -> (&str, bool) {
    let Some((day, time)) = plain.split_once([' ', 'T']) else { return (plain, false) };
    let is_time = |letter: char| letter.is_ascii_digit() || ":.,Z+- APMapm".contains(letter);
    let is_clock = time.contains(':')
        && time.chars().all(is_time)
        && day.starts_with(|first: char| first.is_ascii_digit());
    if is_clock { (day, time.chars().any(|letter| matches!(letter, '1'..='9'))) } else { (plain, false) }
}

fn is_number(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number alone: a year, a day that a spreadsheet counts, or a day without anything between its parts.
fn number(plain: &str) -> Option<CellDate> {
    let whole = plain.split_once(['.', ',']).filter(|(_, rest)| rest.len() != 2 && rest.len() != 4);
    let (whole, rest) = whole.map_or((plain, ""), |(whole, rest)| (whole, rest));
    if !is_number(whole) || !(rest.is_empty() || is_number(rest)) {
        return None;
    }
    let is_exact = rest.bytes().all(|byte| byte == b'0');
    let number: u32 = whole.parse().ok()?;
    Some(match whole.len() {
        4 if is_exact => of(whole, None, None),
        5 if SERIALS.contains(&number) => serial(number).map_or(CellDate::None, CellDate::Serial),
        8 if rest.is_empty() => of(&whole[..4], whole[4..6].parse().ok(), whole[6..].parse().ok()),
        _ => CellDate::None,
    })
}

/// The day that a spreadsheet counts so (in the system that begins in 1900).
fn serial(number: u32) -> Option<Date> {
    // Days to the first of March of the year 0, by Hinnant's "chrono-compatible low-level date algorithms".
    let days = number.checked_add(693_899)?;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = era * 400 + year_of_era + u32::from(month <= 2);
    exact(year, Some(month), Some(day))
}

/// Numbers between signs.
fn numbers(day: &str) -> CellDate {
    let parts: Vec<&str> = day.split(['-', '/', '.']).map(str::trim).collect();
    if !parts.iter().all(|part| is_number(part) && part.len() <= 4) {
        return CellDate::None;
    }
    let is_month = |part: &str| part.len() <= 2;
    match parts.as_slice() {
        [year, month] if year.len() == 4 && is_month(month) => of(year, month.parse().ok(), None),
        [month, year] if year.len() == 4 && is_month(month) => of(year, month.parse().ok(), None),
        [year, month, day] if year.len() == 4 && is_month(month) && is_month(day) => {
            of(year, month.parse().ok(), day.parse().ok())
        }
        [first, second, year]
            if is_month(first) && is_month(second) && year.len() != 3 && year.len() != 1 =>
        {
            either(day, first, second, year)
        }
        _ => CellDate::None,
    }
}

fn either(day: &str, first: &str, second: &str, year: &str) -> CellDate {
    let day_first = of(year, second.parse().ok(), first.parse().ok());
    let month_first = of(year, first.parse().ok(), second.parse().ok());
    match (date_of(day_first), date_of(month_first)) {
        // Nobody writes the month before a full stop.
        (_, Some(_)) if day.contains('.') => day_first,
        (Some(one), Some(other)) if one != other => CellDate::Either(one, other),
        (None, Some(_)) => month_first,
        (Some(_), _) => day_first,
        (None, None) => CellDate::None,
    }
}

fn date_of(date: CellDate) -> Option<Date> {
    match date {
        CellDate::Plain(date) | CellDate::ShortYear(date) | CellDate::WithTime(date) => Some(date),
        _ => None,
    }
}

/// The order that a cell proves, where only one gives a day.
fn only_order(cell: &str) -> Option<DateOrder> {
    let plain = plain_number(cell);
    let (day, _) = without_time(&plain);
    let parts: Vec<&str> = day.split(['-', '/']).map(str::trim).collect();
    let [first, second, year] = parts.as_slice() else { return None };
    if first.len() > 2
        || !matches!(year.len(), 2 | 4)
        || !matches!(numbers(day), CellDate::Plain(_) | CellDate::ShortYear(_))
    {
        return None;
    }
    match (first.parse::<u32>().ok()?, second.parse::<u32>().ok()?) {
        (13.., _) => Some(DateOrder::DayFirst),
        (_, 13..) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

fn of(year: &str, month: Option<u32>, day: Option<u32>) -> CellDate {
    let Ok(number) = year.parse::<u32>() else { return CellDate::None };
    // As spreadsheets take them: up to 29 of this century, the rest of the last one.
    let whole = match (year.len(), number) {
        (4, _) => number,
        (2, ..30) => 2000 + number,
        (2, _) => 1900 + number,
        _ => return CellDate::None,
    };
    match exact(whole, month, day).filter(|_| YEARS.contains(&whole)) {
        Some(date) if year.len() == 2 => CellDate::ShortYear(date),
        Some(date) => CellDate::Plain(date),
        None => CellDate::None,
    }
}

fn exact(year: u32, month: Option<u32>, day: Option<u32>) -> Option<Date> {
    let part = |part: Option<u32>| part.map_or_else(String::new, |part| format!("-{part:02}"));
    format!("{year:04}{}{}", part(month), part(day)).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn what_can_only_be_one_date_is_it() {
        let reader = DateReader::new(&Words::of(&Language::new("en")));
        for (cell, expected) in [
            ("2012", "=2012"),
            ("2012.0", "=2012"),
            ("٢٠١٠-٠٦", "=2010-06"),
            ("2012-6-3", "=2012-06-03"),
            ("2012/06/30", "=2012-06-30"),
            ("20120630", "=2012-06-30"),
            ("31.12.2013", "=2013-12-31"),
            ("01.03.2011", "=2011-03-01"),
            ("6/2012", "=2012-06"),
            ("2011-12-12 00:00:00", "=2011-12-12"),
            ("2014-11-06T21:49:27", "t2014-11-06"),
            ("2014-11-06T00:00:00Z", "=2014-11-06"),
            ("31/12/2011 2:30 PM", "t2011-12-31"),
            ("11/17/05", "s2005-11-17"),
            ("17/11/95", "s1995-11-17"),
            ("Mar-12", "s2012-03"),
            ("March 2012", "=2012-03"),
            ("12 mars 2012", "=2012-03-12"),
            ("1er mars 2012", "=2012-03-01"),
            ("March 12, 2012", "=2012-03-12"),
            ("12-Mar-12", "s2012-03-12"),
            ("3 of May 2012", "=2012-05-03"),
            ("٣ آذار ٢٠١٢", "=2012-03-03"),
            ("مارس 2012", "=2012-03"),
            ("كانون الثاني 2012", "=2012-01"),
            ("01/03/2011", "?2011-03-01 2011-01-03"),
            ("1-3-2011", "?2011-03-01 2011-01-03"),
            ("05/05/2011", "=2011-05-05"),
            ("40544", "#2011-01-01"),
            ("43466.75", "#2019-01-01"),
            ("36585", "#2000-02-29"),
        ] {
            let read = match reader.read(cell) {
                CellDate::Plain(date) => format!("={date}"),
                CellDate::ShortYear(date) => format!("s{date}"),
                CellDate::WithTime(date) => format!("t{date}"),
                CellDate::Either(one, other) => format!("?{one} {other}"),
                CellDate::Serial(date) => format!("#{date}"),
                CellDate::None => String::new(),
            };
            assert_eq!(read, expected, "{cell}");
        }
    }

    #[test]
    fn what_can_not_be_known_is_none() {
        let reader = DateReader::new(&Words::of(&Language::new("en")));
        for cell in [
            "spring 2010",
            "1432 H",
            "1432",
            "c. 2015",
            "2010-02-30",
            "2010/2011",
            "12-Mar",
            "March 12",
            "31/31/2011",
            "2010?",
            "before 2010",
            "2010-",
            "0",
            "12",
            "99999",
            "2.5",
            "3/4",
            "2012-13",
            "1/2/3",
            "-2",
            "6/30",
            "13/13/13",
            "２０１２年",
            "2012-06-30 to 2013",
            "May",
            "Mar-Apr 2012",
        ] {
            assert_eq!(reader.read(cell), CellDate::None, "{cell}");
        }
    }

    #[test]
    fn a_column_proves_its_order_and_what_its_numbers_are() {
        let reader = DateReader::new(&Words::of(&Language::new("en")));
        let column = |cells: &[&str]| reader.column(cells.iter().copied());
        assert_eq!(column(&["01/03/2011", "11/17/05"]).order, Some(DateOrder::MonthFirst));
        assert_eq!(column(&["01/03/2011", "17/11/2005 10:00"]).order, Some(DateOrder::DayFirst));
        assert_eq!(column(&["01/03/2011", "17/11/05", "11/17/05"]).order, None);
        assert_eq!(column(&["01/03/2011", "31.12.2011", "2011-12-31"]).order, None);
        assert!(column(&["40544", "40545", "2012"]).takes_serials);
        assert!(!column(&["40544", "2012", "2013"]).takes_serials);
        assert_eq!(column(&["01/03/2011", "02/03/2011"]).ambiguous, 2);
    }

    /// Every day that a spreadsheet counts, one after the other, from a date whose number everybody knows.
    #[test]
    fn days_are_counted_as_spreadsheets_count_them() {
        assert_eq!(serial(25_569).unwrap().to_string(), "1970-01-01");
        assert_eq!(serial(45_658).unwrap().to_string(), "2025-01-01");
        let mut last = serial(*SERIALS.start() - 1).unwrap();
        for number in SERIALS {
            let day = serial(number).unwrap();
            assert!(day > last, "{number}: {last} {day}");
            last = day;
        }
        assert_eq!(serial(*SERIALS.end()).unwrap().to_string(), "2100-12-31");
    }
}
