//! Who is a voice: by level and sector, or by the actor's own word.

use serde_json::{Value, json};

use crate::check::{ask, fires, silent};
use crate::draft::{Draft, actor, chain, donor, governor, map, ministry, voice};

fn voices(map: &Draft) -> String {
    let voices = ask(map)["voices"].as_array().unwrap().clone();
    voices.iter().map(|voice| voice["actor"].as_str().unwrap()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_local_actor_who_speaks_for_people_there() {
    let all = map([
        voice("a"),
        actor("b", "political-faction", "community"),
        actor("c", "armed-group", "municipal"),
        actor("d", "donor", "community"),
        actor("e", "police", "municipal"),
        governor("f"),
        ministry("m"),
        donor("x"),
    ]);
    assert_eq!(voices(&all), "a e");
}

/// "an actor's own `voice` decides otherwise"
#[test]
fn its_own_word_decides() {
    let one = map([voice("a"), actor("b", "armed-group", "community"), governor("g"), donor("x")]);
    assert_eq!(voices(&one.but("a", "voice", false)), "");
    assert_eq!(voices(&one.but("a", "voice", true)), "a");
    assert_eq!(voices(&one.but("a", "voice", Value::Null)), "a");
    assert_eq!(voices(&one.but("b", "voice", true)), "a b");
    assert_eq!(voices(&one.but("g", "voice", true)), "a g");
    assert_eq!(voices(&one.but("x", "voice", true)), "a x");
    assert_eq!(voices(&one.but("g", "voice", false)), "a");
    // What is said of voices is said of it, and of no other.
    fires(&one.but("g", "voice", true).but("a", "voice", false), "isolated-voice", "g");
    silent(&one.but("a", "voice", false), "isolated-voice");
}

/// "a decision-maker never is one"
#[test]
fn a_decision_maker_never_is_one() {
    let deciding = map([voice("a"), ministry("m").with("voice", true)]);
    assert_eq!(voices(&deciding), "a");
    assert_eq!(
        voices(&deciding.but("m", "decides", false)),
        "a",
        "where nobody decides, everybody there does"
    );
    let other = deciding.and([ministry("n")]);
    assert_eq!(voices(&other), "a");
    assert_eq!(voices(&other.but("m", "decides", false)), "a m");
}

/// Of a voice from outside the *other* external actors are left out.
#[test]
fn a_voice_from_outside_is_not_heard_only_through_itself() {
    let people = map([donor("x").with("voice", true), donor("y"), governor("g"), ministry("m")]);
    let direct = people.and(chain(["x", "g", "m"]));
    assert_eq!(ask(&direct)["voices"][0]["external_only"], json!(false));
    let through = people.and(chain(["x", "y", "m"]));
    assert_eq!(ask(&through)["voices"][0]["external_only"], json!(true));
}
