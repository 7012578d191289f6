//! Times of the disk, as the clock on the wall shows them.

use std::time::SystemTime;

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A date and a time, `2026-03-01 14:05`, where this machine is; `None` for what no calendar has.
pub fn local(when: SystemTime) -> Option<String> {
    at(when, TimeZone::system(), "%Y-%m-%d %H:%M")
}

/// The same to the second, `2026-03-01 14:05:09`, for what happened within one minute.
pub fn local_to_the_second(when: SystemTime) -> Option<String> {
    at(when, TimeZone::system(), "%Y-%m-%d %H:%M:%S")
}

fn at(when: SystemTime, zone: TimeZone, form: &str) -> Option<String> {
    let zoned = Timestamp::try_from(when).ok()?.to_zoned(zone);
    Some(zoned.strftime(form).to_string())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_time_is_that_of_its_zone() {
        let when = SystemTime::UNIX_EPOCH + Duration::from_mins(29_539_585);
        let minute = "%Y-%m-%d %H:%M";
        assert_eq!(at(when, TimeZone::UTC, minute).as_deref(), Some("2026-03-01 14:25"));
        let jerusalem = TimeZone::fixed(jiff::tz::offset(2));
        assert_eq!(at(when, jerusalem, minute).as_deref(), Some("2026-03-01 16:25"));
        assert_eq!(local_to_the_second(when), local(when).map(|minute| minute + ":00"));
    }
}
