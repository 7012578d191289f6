//! Being asked to end by a signal: by the end of a session at the desk, a closed terminal, or `kill`. What is not saved is
//! written to its draft first.

use crate::session::Keeper;

/// Nobody who ends a session waits longer than that.
#[cfg(unix)]
const WITHIN: std::time::Duration = std::time::Duration::from_secs(10);

/// From now on a signal that asks the program to end finds the drafts written. A signal that is ignored, as by `nohup`, stays
/// ignored. Elsewhere than on Unix there are no such signals: there a draft is written within seconds of a change.
#[cfg(not(unix))]
pub fn watch(_: &Keeper) {}

/// From now on a signal that asks the program to end finds the drafts written. A signal that is ignored, as by `nohup`, stays
/// ignored.
#[cfg(unix)]
pub fn watch(keeper: &Keeper) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    let ignored = ignored();
    let wanted = [SIGHUP, SIGINT, SIGTERM].into_iter().filter(|signal| ignored & (1 << (signal - 1)) == 0);
    let Ok(mut signals) = Signals::new(wanted) else { return };
    let keeper = keeper.clone();
    let wait = move || {
        // Others that come while this is done change nothing: closing a terminal sends several.
        if let Some(signal) = signals.forever().next() {
            keeper.finish(WITHIN);
            // The program ends as by that signal, so that whoever sent it sees that it did.
            let _ = emulate_default_handler(signal);
            std::process::exit(128 + signal);
        }
    };
    // Where no thread can be had, a signal writes nothing, and the last draft is some seconds old.
    let _ = std::thread::Builder::new().name("jisr signals".to_owned()).spawn(wait);
}

/// The signals that are ignored, a bit each, as far as the system tells.
#[cfg(unix)]
fn ignored() -> u64 {
    let status = crate::session::files::own_status();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default()
}
