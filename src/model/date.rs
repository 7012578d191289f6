//! Dates as precise as they are known: a year, a month of a year, or a day.

use std::fmt;
use std::str::FromStr;

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Dates order as their texts do: a year before its months, a month before its days.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    // Invariant: 1 ≤ year ≤ 9999; month and day are possible in that year; 0 stands for "not given"; no day without
    // a month.
    year: u16,
    month: u8,
    day: u8,
}

/// The last year that four digits can write.
const LAST_YEAR: u16 = 9_999;

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateError {
    /// It is not written as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    NotADate,
    /// It is written as a date, of a day that never was. The nearest day that was.
    Impossible(Date),
}

impl Date {
    /// The first day that the date may mean, as (year, month, day).
    fn first_day(self) -> (u16, u8, u8) {
        (self.year, self.month.max(1), self.day.max(1))
    }

    /// The last day that the date may mean.
    fn last_day(self) -> (u16, u8, u8) {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { days_in(self.year, month) } else { self.day };
        (self.year, month, day)
    }

    /// Dates that begin on the day after this one ends, the vaguest first: after 2012 come 2013, 2013-01 and 2013-01-01, after
    /// 2012-06 come 2012-07 and 2012-07-01. None after the last year that can be written.
    pub fn after(self) -> impl Iterator<Item = Self> {
        let (year, month, day) = self.last_day();
        let next = match (month, day) {
            (12, 31) => (year + 1, 1, 1),
            (_, day) if day == days_in(year, month) => (year, month + 1, 1),
            _ => (year, month, day + 1),
        };
        let (year, month, day) = next;
        let years = (self.month == 0).then_some(Self { year, month: 0, day: 0 });
        let months = (self.day == 0).then_some(Self { year, month, day: 0 });
        let days = Some(Self { year, month, day });
        [years, months, days].into_iter().flatten().filter(|date| date.year <= LAST_YEAR)
    }

    /// Whether nothing that begins on one of these dates, or ends with one, does so in the middle of this one: then all of it is
    /// alike. Both in the order of days, as [`Self::beginnings`] and [`Self::ends`] give them.
    pub fn is_steady(self, beginnings: &[Self], ends: &[Self]) -> bool {
        let (first, last) = (self.first_day(), self.last_day());
        let begins = beginnings.partition_point(|date| date.first_day() <= first);
        let stops = ends.partition_point(|date| date.last_day() < first);
        beginnings.get(begins).is_none_or(|date| date.first_day() > last)
            && ends.get(stops).is_none_or(|date| date.last_day() >= last)
    }

    /// Dates in the order of the days on which they begin.
    pub fn beginnings(dates: impl Iterator<Item = Self>) -> Vec<Self> {
        let mut dates: Vec<Self> = dates.collect();
        dates.sort_unstable_by_key(|date| date.first_day());
        dates
    }

    /// Dates in the order of the days on which they end.
    pub fn ends(dates: impl Iterator<Item = Self>) -> Vec<Self> {
        let mut dates: Vec<Self> = dates.collect();
        dates.sort_unstable_by_key(|date| date.last_day());
        dates
    }

    /// Whether something that lasted from `since` to `until`, both included and either one open, held at some time
    /// within this date.
    ///
    /// ```
    /// let date = |text: &str| text.parse::<jisr::model::Date>().unwrap();
    /// assert!(date("2012-06").is_within(Some(date("2012-06-30")), None));
    /// assert!(date("2009-06-01").is_within(None, Some(date("2009"))));
    /// assert!(!date("2009-06-01").is_within(None, Some(date("2008"))));
    /// ```
    pub fn is_within(self, since: Option<Date>, until: Option<Date>) -> bool {
        since.is_none_or(|since| since.first_day() <= self.last_day())
            && until.is_none_or(|until| self.first_day() <= until.last_day())
    }

    /// Whether this date may lie before `other`, as far as both are known.
    pub fn may_precede(self, other: Date) -> bool {
        self.first_day() <= other.last_day()
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| -> Result<Option<u16>, DateError> {
            match parts.next() {
                None => Ok(None),
                Some(part) if part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()) => {
                    part.parse().map(Some).map_err(|_| DateError::NotADate)
                }
                Some(_) => Err(DateError::NotADate),
            }
        };
        let year = number(4)?.ok_or(DateError::NotADate)?;
        let (month, day) = (number(2)?, number(2)?);
        if parts.next().is_some() {
            return Err(DateError::NotADate);
        }
        let possible_year = year.max(1);
        let possible_month = month.map_or(0, |month| narrow(month.clamp(1, 12)));
        let possible_day =
            day.map_or(0, |day| narrow(day.clamp(1, u16::from(days_in(possible_year, possible_month)))));
        let date = Self { year: possible_year, month: possible_month, day: possible_day };
        let given = (year, month.unwrap_or(0), day.unwrap_or(0));
        let is_possible = given == (date.year, u16::from(date.month), u16::from(date.day));
        if is_possible { Ok(date) } else { Err(DateError::Impossible(date)) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A number already known to be at most 31.
fn narrow(small: u16) -> u8 {
    u8::try_from(small).unwrap_or(u8::MAX)
}

/// How many days a month has in the (proleptic) Gregorian calendar.
fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Result<Date, DateError> {
        text.parse()
    }

    #[test]
    fn reads_what_it_writes() {
        for text in ["2012", "2012-06", "2012-06-30", "0001", "2012-02-29", "2000-02-29"] {
            assert_eq!(date(text).map(|date| date.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn what_comes_after_begins_on_the_next_day() {
        for (text, expected) in [
            ("2012", "2013 2013-01 2013-01-01"),
            ("2012-06", "2012-07 2012-07-01"),
            ("2012-12", "2013-01 2013-01-01"),
            ("2012-06-30", "2012-07-01"),
            ("2012-02-28", "2012-02-29"),
            ("2011-02-28", "2011-03-01"),
            ("2012-12-31", "2013-01-01"),
            ("9999", ""),
            ("9999-12-31", ""),
            ("9999-11", "9999-12 9999-12-01"),
        ] {
            let after: Vec<String> = date(text).unwrap().after().map(|date| date.to_string()).collect();
            assert_eq!(after.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn refuses_other_shapes() {
        for text in ["", "12", "2012-6", "2012-06-30-01", "2012/06", "30-06-2012", "٢٠١٢", "-2012", "2012-"]
        {
            assert_eq!(date(text), Err(DateError::NotADate), "{text}");
        }
    }

    #[test]
    fn names_the_nearest_day_that_was() {
        for (text, near) in [
            ("2011-02-29", "2011-02-28"),
            ("1900-02-29", "1900-02-28"),
            ("2011-13", "2011-12"),
            ("2011-00-10", "2011-01-10"),
            ("2011-04-31", "2011-04-30"),
            ("0000", "0001"),
        ] {
            let Err(DateError::Impossible(found)) = date(text) else { panic!("{text} is impossible") };
            assert_eq!(found.to_string(), near);
        }
    }

    #[test]
    fn orders_as_text_does() {
        let mut texts = ["2012-01", "2011", "2012", "2011-12-31", "2012-01-01", "2011-12"];
        texts.sort_unstable();
        let mut dates = texts.map(|text| date(text).unwrap());
        dates.sort_unstable();
        assert_eq!(dates.map(|date| date.to_string()), texts);
    }
}
