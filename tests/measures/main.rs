//! The measures against their definitions: each is worked out once more, slowly, straight from what it means, on hundreds
//! of small random graphs and on those that are known to be awkward.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::similar_names,
    reason = "A test may stop at the first surprise, its helpers too."
)]

mod graphs;
mod oracle;

mod audience;
mod burt_and_brokers;
mod groups;
mod searches;
mod walks;
mod whole_map;

use jisr::analysis::Progress;

/// Work is never told to stop.
fn on(_: Progress) -> bool {
    true
}

/// Whether two numbers are the same but for rounding.
#[track_caller]
fn assert_near(ours: f64, theirs: f64, what: &str) {
    let scale = theirs.abs().max(1.0);
    assert!((ours - theirs).abs() <= 1e-9 * scale, "{what}: {ours}, and by definition {theirs}");
}

#[track_caller]
fn assert_all_near(ours: &[f64], theirs: &[f64], what: &str) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    for (ours, theirs) in ours.iter().zip(theirs) {
        assert_near(*ours, *theirs, what);
    }
}

#[track_caller]
fn assert_optional_near(ours: &[Option<f64>], theirs: &[Option<f64>], what: &str) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    for (ours, theirs) in ours.iter().zip(theirs) {
        assert_eq!(ours.is_some(), theirs.is_some(), "{what}: {ours:?}, and by definition {theirs:?}");
        assert_near(ours.unwrap_or_default(), theirs.unwrap_or_default(), what);
    }
}
