//! What a file was like when it was last read or written, by which one sees whether somebody else has changed it since.

use std::path::Path;
use std::time::{Duration, SystemTime};

use super::disk::{Disk, Facts};
use crate::format::jisr::MOST_BYTES;

/// What a file was like. Size and time tell at once that nothing has happened; that something has is for the content to
/// say, for a copy or a touch changes the time alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint {
    /// How many bytes it had.
    pub bytes: u64,
    /// When it was changed last, where the disk remembers that.
    pub modified: Option<SystemTime>,
    /// A digest of its content.
    pub digest: u128,
}

/// How a file stands to what it was like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is the same.
    Same,
    /// Somebody has changed it.
    Changed,
    /// It is not there any more, or can't be read any more.
    Gone,
}

impl Fingerprint {
    /// Of what was read or written.
    pub fn of(bytes: &[u8], facts: Option<&Facts>) -> Self {
        Self {
            bytes: bytes.len() as u64,
            modified: facts.and_then(|facts| facts.modified),
            digest: digest(bytes),
        }
    }

    /// Whether a content is the one.
    pub fn is_of(&self, bytes: &[u8]) -> bool {
        self.bytes == bytes.len() as u64 && self.digest == digest(bytes)
    }

    /// How the file at a path stands to what it was like. It is read only where size or time say that something may have
    /// happened.
    pub fn state(&self, disk: &dyn Disk, path: &Path) -> State {
        let Ok(facts) = disk.facts(path) else { return State::Gone };
        if facts.bytes != self.bytes {
            return State::Changed;
        }
        if facts.modified.is_some() && facts.modified == self.modified {
            return State::Same;
        }
        match disk.read(path, MOST_BYTES as u64 + 1) {
            Ok(bytes) if self.is_of(&bytes) => State::Same,
            Ok(_) => State::Changed,
            Err(_) => State::Gone,
        }
    }

    /// As words of a small file.
    pub(super) fn to_json(self) -> serde_json::Value {
        let since = self.modified.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
        serde_json::json!({
            "bytes": self.bytes,
            "modified": since.map(|since| [since.as_secs(), u64::from(since.subsec_nanos())]),
            "digest": format!("{:032x}", self.digest),
        })
    }

    /// What [`Self::to_json`] wrote.
    pub(super) fn from_json(json: &serde_json::Value) -> Option<Self> {
        let part = |place: usize| json["modified"][place].as_u64();
        let since = part(0).zip(part(1).and_then(|nanos| u32::try_from(nanos).ok()));
        let time = |(seconds, nanos): (u64, u32)| {
            SystemTime::UNIX_EPOCH
                .checked_add(Duration::from_secs(seconds).checked_add(Duration::new(0, nanos))?)
        };
        Some(Self {
            bytes: json["bytes"].as_u64()?,
            modified: since.and_then(time),
            digest: u128::from_str_radix(json["digest"].as_str()?, 16).ok()?,
        })
    }
}

/// The FNV-1a digest of 128 bits (Fowler, Noll, Vo; IETF draft-eastlake-fnv): it tells states of a file apart and gives
/// paths short names, against accidents, not against malice. Linear.
pub fn digest(bytes: &[u8]) -> u128 {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    bytes.iter().fold(OFFSET, |digest, byte| (digest ^ u128::from(*byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_the_published_one() {
        // From the test vectors of draft-eastlake-fnv.
        assert_eq!(digest(b""), 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
        assert_eq!(digest(b"a"), 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
        assert_eq!(digest(b"foobar"), 0x343e_1662_793c_64bf_6f0d_3597_ba44_6f18);
    }

    #[test]
    fn a_fingerprint_is_read_as_it_was_written() {
        for modified in [None, Some(SystemTime::UNIX_EPOCH + Duration::new(1_700_000_000, 123_456_789))] {
            let print = Fingerprint { bytes: u64::MAX, modified, digest: digest(b"x") };
            assert_eq!(Fingerprint::from_json(&print.to_json()), Some(print));
        }
        assert_eq!(Fingerprint::from_json(&serde_json::json!({"bytes": 1})), None);
    }
}
