//! The scorecard of 2.3, from the pass on all active ties. "Undefined (nothing to divide by) is null, … never 0 or
//! 100 %."

use super::concerns;
use super::pass::Pass;
use serde_json::{Value, json};

fn share(part: usize, whole: usize) -> Value {
    if whole == 0 {
        return Value::Null;
    }
    json!(as_number(part) / as_number(whole))
}

fn as_number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}

/// The scorecard; `by_severity` are the counts of findings "by severity without `at-risk`".
pub fn scorecard(pass: &Pass, by_severity: &Value) -> Value {
    let map = pass.map;
    let voices = pass.voices.len();
    let heard = pass.voices.iter().filter(|v| v.heard()).count();
    let loops_closed = pass.voices.iter().filter(|v| v.loop_closed()).count();
    let with_backup = pass.voices.iter().filter(|v| v.backup()).count();

    let expected_present =
        map.expected_voices.iter().filter(|expected| !concerns::matching(map, expected).is_empty()).count();
    let concerns_answered =
        map.concerns.iter().filter(|concern| concerns::progress(pass, concern).answered).count();

    let providers: Vec<usize> =
        (0..map.actors.len()).filter(|&actor| map.actors[actor].is_provider()).collect();
    let overseen = providers.iter().filter(|&&provider| pass.is_overseen(provider)).count();
    let with_evidence = map.ties.iter().filter(|tie| tie.has_evidence).count();

    json!({
        "voices_heard": share(heard, voices),
        "loops_closed": share(loops_closed, voices),
        "with_backup": share(with_backup, voices),
        "expected_present": share(expected_present, map.expected_voices.len()),
        "crossings_per_voice": share(crossings(pass), heard),
        "mixing": mixing(pass),
        "providers_overseen": share(overseen, providers.len()),
        "concerns_answered": share(concerns_answered, map.concerns.len()),
        "ties_with_evidence": share(with_evidence, map.ties.len()),
        "findings": by_severity,
    })
}

/// "**Crossing**: a tie on a best channel that joins an informal or hybrid actor to a formal one". Counted once for
/// every best channel that it is on.
fn crossings(pass: &Pass) -> usize {
    let actors = &pass.map.actors;
    let mut count = 0;
    for voice in &pass.voices {
        if let Some(channel) = &voice.channel {
            for step in channel.actors.windows(2) {
                if actors[step[0]].is_formal() != actors[step[1]].is_formal() {
                    count += 1;
                }
            }
        }
    }
    count
}

/// "mixing = Krackhardt & Stern E-I index on formality (three groups) over merged undirected cooperative ties": the
/// pairs that join two groups less those within one, over all pairs.
fn mixing(pass: &Pass) -> Value {
    let actors = &pass.map.actors;
    let mut external = 0;
    let mut internal = 0;
    for a in 0..actors.len() {
        for b in a + 1..actors.len() {
            if pass.cooperate(a, b) {
                if actors[a].formality == actors[b].formality {
                    internal += 1;
                } else {
                    external += 1;
                }
            }
        }
    }
    if external + internal == 0 {
        return Value::Null;
    }
    json!((as_number(external) - as_number(internal)) / as_number(external + internal))
}
