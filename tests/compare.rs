//! Comparing maps: who came and went, what closed and opened, whose voice moved.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

use std::sync::Arc;

use jisr::analysis::{
    Analysis, Evidence, Scenario, SupposedTie, VoiceState, analyze, bridges, compare, what_if,
};
use jisr::model::terms::{Confidence, Term as _};
use jisr::model::{Actor, ActorId, Id as _, Map, Text, Tie, TieId};

/// A village that nobody hears, and a cabinet.
fn village() -> Map {
    let mut map = Map::default();
    for (id, kind, level) in [
        ("cabinet", "council-of-ministers", "national"),
        ("district", "governors-office", "governorate"),
        ("village", "village-council", "municipal"),
    ] {
        map.actors.push(Actor::new(id.into(), id.into(), kind.into(), level.into()));
    }
    map.ties.push(tie("up", "district", "cabinet"));
    map
}

fn tie(id: &str, from: &str, to: &str) -> Tie {
    let tie = Tie::new(id.into(), from.into(), "reports-to".into(), to.into());
    Tie { confidence: Confidence::Confirmed, ..tie }
}

fn said(map: &Map) -> Analysis {
    analyze(Arc::new(map.clone()), Evidence::All)
}

fn rules(analysis: &Analysis, places: &[usize]) -> Vec<&'static str> {
    places.iter().map(|place| analysis.findings[*place].rule.id()).collect()
}

#[test]
fn nothing_changes_between_a_map_and_itself() {
    let analysis = said(&village());
    let compared = compare(&analysis, &analysis);
    assert!(compared.actors.is_empty() && compared.ties.is_empty());
    assert!(compared.closed.is_empty() && compared.opened.is_empty() && compared.voices.is_empty());
    assert!(!compared.is_unrelated);
}

#[test]
fn a_new_tie_moves_a_voice() {
    let old = village();
    let mut new = old.clone();
    new.ties.push(tie("more", "village", "district"));
    let (old, new) = (said(&old), said(&new));
    let compared = compare(&old, &new);
    assert_eq!(compared.ties.added, [TieId::new("more")]);
    let [moved] = compared.voices.as_slice() else { unreachable!("one voice") };
    assert_eq!(moved.actor, ActorId::new("village"));
    assert_eq!((moved.before, moved.after), (VoiceState::Isolated, VoiceState::Heard));
    assert!(rules(&old, &compared.closed).contains(&"isolated-voice"));
    assert!(rules(&new, &compared.opened).contains(&"single-gatekeeper"));
    let back = compare(&new, &old);
    assert_eq!(back.ties.removed, [TieId::new("more")]);
    assert_eq!((back.closed.len(), back.opened.len()), (compared.opened.len(), compared.closed.len()));
}

#[test]
fn a_renamed_actor_is_the_same_one_changed() {
    let old = village();
    let mut new = old.clone();
    new.actors[2].name = Text::from("Village, renamed");
    let compared = compare(&said(&old), &said(&new));
    assert_eq!(compared.actors.changed, [ActorId::new("village")]);
    assert!(compared.actors.added.is_empty() && compared.actors.removed.is_empty());
    assert!(compared.voices.is_empty());
}

#[test]
fn a_voice_that_comes_was_absent() {
    let new = village();
    let mut old = new.clone();
    old.actors.truncate(2);
    let compared = compare(&said(&old), &said(&new));
    assert_eq!(compared.actors.added, [ActorId::new("village")]);
    assert_eq!(compared.voices[0].before, VoiceState::Absent);
}

#[test]
fn maps_without_an_id_in_common_are_unrelated() {
    let mut other = village();
    other.ties.clear();
    for actor in &mut other.actors {
        actor.id = ActorId::new(&format!("other-{}", actor.id));
    }
    assert!(compare(&said(&village()), &said(&other)).is_unrelated);
    assert!(!compare(&said(&village()), &said(&Map::default())).is_unrelated, "an empty map is a beginning");
}

#[test]
fn what_if_compares_with_the_map_as_it_is() {
    let with = SupposedTie { from: "village".into(), kind: "informs".into(), to: "district".into() };
    let tried = Scenario { with: vec![with], ..Scenario::default() };
    let supposed = what_if(&village(), &tried, Evidence::All);
    assert_eq!(supposed.before.scorecard.voices_heard, Some(0.0));
    assert_eq!(supposed.after.scorecard.voices_heard, Some(1.0));
    assert_eq!(supposed.comparison.ties.added.len(), 1);

    let without = Scenario { without: vec!["district".into()], ..tried };
    let supposed = what_if(&village(), &Scenario { with: Vec::new(), ..without }, Evidence::All);
    assert_eq!(supposed.comparison.actors.removed, [ActorId::new("district")]);
}

#[test]
fn unconfirmed_ties_can_be_supposed_to_fail() {
    let mut map = village();
    map.ties.push(Tie { confidence: Confidence::Reported, ..tie("rumour", "village", "district") });
    let supposed = what_if(&map, &Scenario::default(), Evidence::ConfirmedOnly);
    assert_eq!(supposed.before.scorecard.voices_heard, Some(1.0));
    assert_eq!(supposed.after.scorecard.voices_heard, Some(0.0));
    assert_eq!(supposed.comparison.voices[0].after, VoiceState::Isolated);
}

#[test]
fn the_first_bridge_of_the_village_leads_to_the_district() {
    let found = bridges(&said(&village()), 1, &|_| true).unwrap();
    let network = said(&village()).network;
    let id = |actor| network.actor(actor).id.to_string();
    assert_eq!((id(found[0].from), id(found[0].to)), ("village".into(), "district".into()));
    assert_eq!(found[0].kind.tie_kind().as_str(), "informs", "coordinating gains as much, and comes later");
}
