//! Edits and their history: every step can be taken back, to the byte.

#![allow(clippy::unwrap_used, clippy::panic, reason = "A test may stop at the first surprise.")]

mod maps;

use std::collections::BTreeMap;

use jisr::format::jisr::write;
use jisr::model::edit::{Change, Header, remove_actor, remove_consultation, remove_source};
use jisr::model::terms::{Term as _, View};
use jisr::model::{
    Actor, ActorId, Advice, Bag, Concern, Edit, Fault, History, Map, Position, Problem, Rating, Refused,
    Text, Tie, remarks, validate,
};
use maps::example::{EXAMPLE, example_with};
use maps::random::rich_map;
use maps::{check_all, compact, reading, valid};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// What is to be done to a map, before it is known which map.
#[derive(Debug, Clone)]
enum Plan {
    Change { list: List, act: Act, at: Index, other: Index, is_beyond: bool },
    Header,
    Place { view: View, actor: Index, position: Option<(f64, f64)> },
    Drawn,
    Mappings,
    RemoveActor(Index),
    RemoveConsultation(Index),
    RemoveSource(Index),
    Batch(Vec<Plan>),
}

#[derive(Debug, Clone, Copy)]
enum List {
    Sources,
    Actors,
    Ties,
    Partnerships,
    Consultations,
    Concerns,
    ExpectedVoices,
    Instruments,
    Views,
    Comments,
    NotSame,
    Story,
    Levels,
    ActorKinds,
    TieKinds,
}

const LISTS: &[List] = &[
    List::Sources,
    List::Actors,
    List::Ties,
    List::Partnerships,
    List::Consultations,
    List::Concerns,
    List::ExpectedVoices,
    List::Instruments,
    List::Views,
    List::Comments,
    List::NotSame,
    List::Story,
    List::Levels,
    List::ActorKinds,
    List::TieKinds,
];

#[derive(Debug, Clone, Copy)]
enum Act {
    Insert,
    Push,
    Remove,
    Replace,
    Move,
}

fn plan() -> impl Strategy<Value = Plan> {
    let acts = [Act::Insert, Act::Push, Act::Remove, Act::Replace, Act::Move];
    let index = any::<Index>;
    let change = (select(LISTS), select(acts.to_vec()), index(), index(), prop::bool::weighted(0.08));
    let position = prop::option::weighted(0.6, (-500.0..500.0, -500.0..500.0));
    let one = prop_oneof![
        12 => change.prop_map(|(list, act, at, other, is_beyond)| Plan::Change { list, act, at, other, is_beyond }),
        1 => Just(Plan::Header),
        1 => Just(Plan::Drawn),
        1 => Just(Plan::Mappings),
        3 => (select(View::ALL), index(), position)
            .prop_map(|(view, actor, position)| Plan::Place { view, actor, position }),
        2 => index().prop_map(Plan::RemoveActor),
        1 => index().prop_map(Plan::RemoveConsultation),
        1 => index().prop_map(Plan::RemoveSource),
    ];
    one.prop_recursive(3, 12, 4, |inner| vec(inner, 0..=4).prop_map(Plan::Batch))
}

impl Plan {
    /// The edit of one map, with the parts of another one to put into it.
    fn edit(&self, map: &Map, donor: &Map) -> Edit {
        match self {
            Self::Change { list, act, at, other, is_beyond } => {
                macro_rules! change {
                    ($edit:ident, $items:ident) => {
                        Edit::$edit(change(
                            &map.$items.to_vec(),
                            &donor.$items.to_vec(),
                            *act,
                            *at,
                            *other,
                            *is_beyond,
                        ))
                    };
                }
                match list {
                    List::Sources => change!(Source, sources),
                    List::Actors => change!(Actor, actors),
                    List::Ties => change!(Tie, ties),
                    List::Partnerships => change!(Partnership, partnerships),
                    List::Consultations => change!(Consultation, consultations),
                    List::Concerns => change!(Concern, concerns),
                    List::ExpectedVoices => change!(ExpectedVoice, expected_voices),
                    List::Instruments => change!(Instrument, instruments),
                    List::Views => change!(SavedView, views),
                    List::Comments => change!(Comment, comments),
                    List::NotSame => change!(NotSame, not_same),
                    List::Story => change!(Step, story),
                    List::Levels => change!(Level, levels),
                    List::ActorKinds => change!(ActorKind, actor_kinds),
                    List::TieKinds => change!(TieKind, tie_kinds),
                }
            }
            Self::Header => Edit::Header(Box::new(Header::of(donor))),
            Self::Place { view, actor, position } => Edit::Place {
                view: *view,
                actor: id_in(&map.actors, *actor, |actor| actor.id.clone()),
                position: position.map(|(x, y)| Position { x, y }),
            },
            Self::Drawn => Edit::Drawn(Box::new(donor.places.clone())),
            Self::Mappings => Edit::Mappings(donor.mappings.clone()),
            Self::RemoveActor(actor) => {
                remove_actor(map, &id_in(&map.actors, *actor, |actor| actor.id.clone()))
            }
            Self::RemoveConsultation(consultation) => {
                remove_consultation(map, &id_in(&map.consultations, *consultation, |item| item.id.clone()))
            }
            Self::RemoveSource(source) => {
                remove_source(map, &id_in(&map.sources, *source, |source| source.id.clone()))
            }
            // Each as if the others had not been done, so that a batch may fail in its midst.
            Self::Batch(plans) => Edit::Batch(plans.iter().map(|plan| plan.edit(map, donor)).collect()),
        }
    }
}

/// The id of one of the items, or now and then of none.
fn id_in<T, I: for<'t> From<&'t str>>(items: &[T], index: Index, id: impl Fn(&T) -> I) -> I {
    items.get(index.index(items.len() + 1)).map_or_else(|| "nobody".into(), id)
}

fn change<T: Clone>(
    list: &[T],
    donor: &[T],
    act: Act,
    at: Index,
    other: Index,
    is_beyond: bool,
) -> Change<T> {
    let beyond = if is_beyond { list.len() + 1 + other.index(3) } else { 0 };
    let place = beyond + if list.is_empty() { 0 } else { at.index(list.len()) };
    let items = if donor.is_empty() { list } else { donor };
    let item = items.get(if items.is_empty() { 0 } else { other.index(items.len()) });
    match (act, item) {
        (Act::Insert, Some(item)) => {
            Change::Insert { at: beyond + at.index(list.len() + 1), item: Box::new(item.clone()) }
        }
        (Act::Push, Some(item)) => Change::push(list, item.clone()),
        (Act::Replace, Some(item)) => Change::replace(place, item.clone()),
        (Act::Move, _) => {
            let to = if list.is_empty() { 0 } else { other.index(list.len()) };
            if at.index(2) == 0 {
                Change::Move { from: place, to }
            } else {
                Change::Move { from: to, to: place }
            }
        }
        (Act::Insert | Act::Push | Act::Remove | Act::Replace, _) => Change::Remove { at: place },
    }
}

/// A map and what a file of it holds.
#[derive(Debug, Clone, PartialEq)]
struct State {
    map: Map,
    bytes: Vec<u8>,
}

fn state(map: &Map) -> State {
    State { map: map.clone(), bytes: write(map) }
}

/// The same map, to the byte.
fn is_same(map: &Map, state: &State) {
    assert_eq!(*map, state.map);
    assert_eq!(String::from_utf8_lossy(&write(map)), String::from_utf8_lossy(&state.bytes));
}

/// Applies an edit, takes it back and applies it again; on an error, looks whether the map is as it was.
fn apply(map: &mut Map, edit: &Edit) -> Option<Edit> {
    let before = state(map);
    let Ok(inverse) = edit.clone().apply(map) else {
        is_same(map, &before);
        return None;
    };
    let after = state(map);
    let again = inverse.clone().apply(map).unwrap();
    is_same(map, &before);
    assert_eq!(again.apply(map).unwrap(), inverse);
    is_same(map, &after);
    Some(inverse)
}

fn maps_and_plans() -> impl Strategy<Value = (Value, Value, Vec<Plan>)> {
    (rich_map(0..=7), rich_map(0..=5), vec(plan(), 0..=14))
}

#[test]
fn any_edits_taken_back_in_turn_give_the_same_map_and_the_same_bytes_after_each_step() {
    check_all(1_500, &maps_and_plans(), |(map, donor, plans)| {
        let (mut map, donor) = (valid(&compact(&map)), valid(&compact(&donor)));
        let mut done = Vec::new();
        for plan in &plans {
            let before = state(&map);
            let edit = plan.edit(&map, &donor);
            if let Some(inverse) = apply(&mut map, &edit) {
                done.push((before, inverse));
            }
        }
        for (before, inverse) in done.into_iter().rev() {
            inverse.apply(&mut map).unwrap();
            is_same(&map, &before);
        }
    });
}

#[test]
fn an_edit_of_a_place_that_is_not_there_fails_and_changes_nothing() {
    let map = valid(EXAMPLE.as_bytes());
    let actor = map.actors[0].clone();
    let many = map.actors.len();
    let good = Edit::Actor(Change::Move { from: 0, to: many - 1 });
    let bad = [
        Change::Insert { at: many + 1, item: Box::new(actor.clone()) },
        Change::Remove { at: many },
        Change::replace(many, actor.clone()),
        Change::Move { from: many, to: 0 },
        Change::Move { from: 0, to: many },
        Change::Remove { at: usize::MAX },
        Change::Insert { at: usize::MAX, item: Box::new(actor) },
    ];
    for bad in bad.map(Edit::Actor) {
        let inner = Edit::Batch(vec![good.clone(), bad.clone(), good.clone()]);
        let batches =
            [bad, inner.clone(), Edit::Batch(vec![good.clone(), good.clone(), inner, good.clone()])];
        for edit in batches {
            let mut changed = map.clone();
            let error = edit.apply(&mut changed).unwrap_err();
            assert!(error.place() >= many && error.to_string().contains(&many.to_string()));
            is_same(&changed, &state(&map));
        }
    }
}

#[test]
fn each_edit_does_what_its_name_says() {
    let list = |ids: &[&str]| -> Vec<Actor> {
        ids.iter()
            .map(|id| Actor::new((*id).into(), Text::default(), "police".into(), "national".into()))
            .collect()
    };
    let actor = |id: &str| Box::new(list(&[id]).remove(0));
    let cases = [
        (Change::Insert { at: 0, item: actor("x") }, ["x", "a", "b", "c"].as_slice()),
        (Change::Insert { at: 3, item: actor("x") }, &["a", "b", "c", "x"]),
        (Change::Insert { at: 1, item: actor("x") }, &["a", "x", "b", "c"]),
        (Change::Remove { at: 1 }, &["a", "c"]),
        (Change::Replace { at: 2, item: actor("x") }, &["a", "b", "x"]),
        (Change::Move { from: 0, to: 2 }, &["b", "c", "a"]),
        (Change::Move { from: 2, to: 0 }, &["c", "a", "b"]),
        (Change::Move { from: 1, to: 1 }, &["a", "b", "c"]),
    ];
    for (change, expected) in cases {
        let mut map = Map { actors: list(&["a", "b", "c"]).into(), ..Map::default() };
        apply(&mut map, &Edit::Actor(change.clone())).unwrap();
        assert_eq!(map.actors, list(expected), "{change:?}");
    }
}

/// What one does with a history.
#[derive(Debug, Clone)]
enum Move {
    Run(Plan),
    Undo,
    Redo,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![5 => plan().prop_map(Move::Run), 3 => Just(Move::Undo), 2 => Just(Move::Redo)];
    vec(one, 0..=25)
}

/// What is wrong with a map, wherever in it.
fn faults(problems: &[Problem]) -> BTreeMap<(Fault, Option<String>), usize> {
    let mut counted = BTreeMap::new();
    for problem in problems {
        *counted.entry((problem.fault, problem.found.clone())).or_default() += 1;
    }
    counted
}

/// Whether something is wrong after a step that was not before.
fn brings_a_problem(before: &[Problem], after: &[Problem]) -> bool {
    let before = faults(before);
    faults(after).iter().any(|(fault, times)| before.get(fault).is_none_or(|had| had < times))
}

#[test]
fn a_history_goes_back_and_forth_like_a_list_of_maps() {
    check_all(1_500, &(rich_map(0..=6), rich_map(0..=5), moves()), |(map, donor, moves)| {
        let (mut map, donor) = (valid(&compact(&map)), valid(&compact(&donor)));
        let mut history = History::default();
        // The model: every state of the map, the name of the step to it, and which one is now.
        let mut states = vec![(state(&map), None)];
        let mut now = 0;
        for (number, step) in moves.into_iter().enumerate() {
            match step {
                Move::Run(plan) => {
                    let edit = plan.edit(&map, &donor);
                    let mut tried = map.clone();
                    let works = edit.clone().apply(&mut tried);
                    match history.run(&mut map, number, edit) {
                        Ok(()) => {
                            assert_eq!((works.is_ok(), &tried), (true, &map));
                            assert_eq!(validate(&map), [], "a map without a problem stays one");
                            states.truncate(now + 1);
                            states.push((state(&map), Some(number)));
                            now += 1;
                        }
                        Err(Refused::Place(error)) => assert_eq!(works, Err(error)),
                        Err(Refused::Invalid(problems)) => {
                            assert_eq!((works.is_ok(), &problems), (true, &validate(&tried)));
                            assert!(!problems.is_empty());
                        }
                    }
                }
                Move::Undo => {
                    let name = history.undo(&mut map).unwrap().copied();
                    assert_eq!(name, states[now].1);
                    now = now.saturating_sub(1);
                }
                Move::Redo => {
                    let name = history.redo(&mut map).unwrap().copied();
                    assert_eq!(name, states.get(now + 1).and_then(|(_, name)| *name));
                    now = (now + 1).min(states.len() - 1);
                }
            }
            is_same(&map, &states[now].0);
            assert_eq!(history.position(), now);
            let names: Vec<usize> = states.iter().filter_map(|(_, name)| *name).collect();
            assert!(history.names().eq(&names));
        }
    });
}

#[test]
fn what_a_history_lets_through_is_saved_and_read_again_without_a_problem() {
    check_all(600, &maps_and_plans(), |(map, donor, plans)| {
        let (mut map, donor) = (valid(&compact(&map)), valid(&compact(&donor)));
        let mut history = History::default();
        for plan in plans {
            let edit = plan.edit(&map, &donor);
            if history.run(&mut map, (), edit).is_ok() {
                assert_eq!(write(&valid(&write(&map))), write(&map));
            }
        }
    });
}

#[test]
fn a_step_that_mends_one_thing_and_breaks_another_is_refused() {
    let map = reading(&compact(&example_with("/expected_voices/0/source", Some(json!("nobody"))))).map;
    let mut mended = map.expected_voices[0].clone();
    mended.source = None;
    let mut broken = map.ties[1].clone();
    broken.to = "somebody-else".into();
    let (mend, harm) =
        (Edit::ExpectedVoice(Change::replace(0, mended)), Edit::Tie(Change::replace(1, broken)));
    let mut changed = map.clone();
    let mut history = History::default();
    let refused = history.run(&mut changed, "both", Edit::Batch(vec![mend.clone(), harm.clone()]));
    assert!(matches!(refused, Err(Refused::Invalid(_))), "{:#?}", validate(&changed));
    is_same(&changed, &state(&map));
    assert!(history.run(&mut changed, "harm", harm).is_err());
    assert_eq!(history.run(&mut changed, "mend", mend), Ok(()));
    assert_eq!((history.position(), validate(&changed)), (1, vec![]));
}

#[test]
fn a_map_with_problems_can_be_worked_on_as_long_as_none_is_added() {
    let loose =
        select(&["/instruments/0/evidence/0", "/actors/6/evidence/0", "/expected_voices/0/source"][..]);
    check_all(400, &(loose, rich_map(0..=4), vec(plan(), 1..=12)), |(at, donor, plans)| {
        let mut map = reading(&compact(&example_with(at, Some(json!("nobody-there"))))).map;
        let donor = valid(&compact(&donor));
        let mut history = History::default();
        for plan in plans {
            let before = validate(&map);
            let edit = plan.edit(&map, &donor);
            if history.run(&mut map, (), edit).is_ok() {
                assert!(!brings_a_problem(&before, &validate(&map)), "{:#?}", validate(&map));
            }
        }
    });
}

#[test]
fn a_new_step_takes_the_place_of_those_taken_back() {
    let mut map = valid(EXAMPLE.as_bytes());
    let mut history = History::default();
    let rename =
        |map: &Map, title: &str| Edit::Header(Box::new(Header { title: title.into(), ..Header::of(map) }));
    for title in ["one", "two", "three"] {
        let edit = rename(&map, title);
        history.run(&mut map, title, edit).unwrap();
    }
    assert_eq!(history.undo(&mut map), Ok(Some(&"three")));
    assert_eq!(history.undo(&mut map), Ok(Some(&"two")));
    assert_eq!(map.title, "one".into());
    // A refused step leaves what can be redone.
    assert!(history.run(&mut map, "bad", Edit::Actor(Change::Remove { at: 99 })).is_err());
    assert_eq!(history.redo(&mut map), Ok(Some(&"two")));
    assert_eq!(history.undo(&mut map), Ok(Some(&"two")));
    let edit = rename(&map, "four");
    history.run(&mut map, "four", edit).unwrap();
    assert_eq!(history.redo(&mut map), Ok(None));
    assert!(history.names().eq(&["one", "four"]));
    for _ in 0..2 {
        history.undo(&mut map).unwrap();
    }
    assert_eq!(history.undo(&mut map), Ok(None));
    is_same(&map, &state(&valid(EXAMPLE.as_bytes())));
}

/// Removes by a helper, and looks whether nothing dangles and it can be taken back.
fn is_removed(map: &Map, edit: Edit) -> Map {
    let mut less = map.clone();
    apply(&mut less, &edit).unwrap();
    assert_eq!(validate(&less), []);
    let mut by_history = map.clone();
    assert_eq!(History::default().run(&mut by_history, (), edit), Ok(()));
    assert_eq!(by_history, less);
    less
}

/// Every text of a value, keys and values, but those of unknown keys and of names.
fn mentions(bytes: &[u8], id: &str) -> bool {
    String::from_utf8_lossy(bytes).contains(&format!("\"{id}\""))
}

#[test]
fn removing_an_actor_leaves_nothing_dangling_and_everything_else() {
    check_all(400, &rich_map(1..=9), |map| {
        let map = valid(&compact(&map));
        for actor in &map.actors {
            let less = is_removed(&map, remove_actor(&map, &actor.id));
            assert_eq!(less.actors.len(), map.actors.len() - 1);
            let is_tied = |tie: &&Tie| tie.from == actor.id || tie.to == actor.id;
            assert!(less.ties.iter().eq(map.ties.iter().filter(|tie| !is_tied(tie))));
            assert_eq!(less.partnerships.len(), map.partnerships.len());
            assert_eq!(less.consultations.len(), map.consultations.len());
            assert_eq!(less.concerns.len(), map.concerns.len());
            assert_eq!(less.story.len(), map.story.len());
            assert_eq!(less.expected_voices, map.expected_voices);
            assert_eq!((less.instruments.len(), less.views.len()), (map.instruments.len(), map.views.len()));
            assert_eq!(less.comments, map.comments, "what people said stays");
            assert_eq!(less.sources, map.sources);
            let paths = |map: &Map| {
                let other = remarks(map).into_iter().filter(|remark| remark.advice == Advice::NamesNothing);
                other
                    .map(|remark| remark.path)
                    .filter(|path| !path.as_str().contains(".about"))
                    .collect::<Vec<_>>()
            };
            assert_eq!(paths(&less), paths(&map), "nothing but comments names who is gone");
            let places = |map: &Map| map.layout.places.values().map(BTreeMap::len).sum::<usize>();
            let own = View::ALL.iter().filter(|view| map.layout.place(**view, &actor.id).is_some()).count();
            assert_eq!(places(&less), places(&map) - own);
        }
    });
}

/// Who raised a concern: those whom it names, or else all who took part where it came up.
fn raisers<'m>(map: &'m Map, concern: &'m Concern) -> &'m [ActorId] {
    let raised_in = map.consultations.iter().find(|item| Some(&item.id) == concern.raised_in.as_ref());
    let all = raised_in.map_or(&[][..], |consultation| &consultation.participants);
    if concern.raised_by.is_empty() { all } else { &concern.raised_by }
}

#[test]
fn removing_an_actor_does_not_say_of_others_that_they_raised_its_concerns() {
    check_all(400, &rich_map(1..=9), |map| {
        let map = valid(&compact(&map));
        for actor in &map.actors {
            let less = is_removed(&map, remove_actor(&map, &actor.id));
            for (before, after) in map.concerns.iter().zip(&less.concerns) {
                let raised = raisers(&map, before);
                assert!(raisers(&less, after).iter().all(|raiser| raised.contains(raiser)), "{}", after.id);
            }
        }
    });
}

#[test]
fn removing_every_actor_one_after_the_other_leaves_a_map_without_any() {
    check_all(200, &rich_map(0..=9), |map| {
        let whole = valid(&compact(&map));
        let mut map = whole.clone();
        let mut history = History::default();
        while let Some(actor) = map.actors.first().map(|actor| actor.id.clone()) {
            let edit = remove_actor(&map, &actor);
            history.run(&mut map, (), edit).unwrap();
        }
        assert!(map.ties.is_empty() && map.layout.places.is_empty());
        while history.undo(&mut map).unwrap().is_some() {}
        is_same(&map, &state(&whole));
    });
}

#[test]
fn what_is_removed_from_the_example_is_named_nowhere_any_more() {
    let map = valid(EXAMPLE.as_bytes());
    for actor in map.actors.iter().map(|actor| actor.id.clone()) {
        // These are kinds as well.
        if !["camp-committee", "police", "council-of-ministers"].contains(&actor.to_string().as_str()) {
            let less = is_removed(&map, remove_actor(&map, &actor));
            assert!(!mentions(&write(&less), &actor.to_string()), "{actor}");
            assert_eq!(less.comments, map.comments, "what people said stays");
        }
    }
    for consultation in &map.consultations {
        let less = is_removed(&map, remove_consultation(&map, &consultation.id));
        assert!(!mentions(&write(&less), &consultation.id.to_string()));
        assert_eq!(less.concerns.len(), map.concerns.len());
    }
    for source in &map.sources {
        let less = is_removed(&map, remove_source(&map, &source.id));
        assert!(!mentions(&write(&less), &source.id.to_string()));
        assert_eq!((less.actors.len(), less.ties.len()), (map.actors.len(), map.ties.len()));
    }
}

#[test]
fn removing_consultations_and_sources_leaves_nothing_dangling() {
    check_all(400, &rich_map(0..=7), |map| {
        let map = valid(&compact(&map));
        for consultation in &map.consultations {
            let less = is_removed(&map, remove_consultation(&map, &consultation.id));
            assert_eq!(less.consultations.len(), map.consultations.len() - 1);
            assert_eq!(less.concerns.len(), map.concerns.len());
        }
        for source in &map.sources {
            let less = is_removed(&map, remove_source(&map, &source.id));
            assert_eq!(less.sources.len(), map.sources.len() - 1);
        }
    });
}

#[test]
fn removing_what_is_not_there_changes_nothing() {
    let map = valid(EXAMPLE.as_bytes());
    let nobody = ["nobody", ""];
    for id in nobody {
        for edit in [
            remove_actor(&map, &id.into()),
            remove_consultation(&map, &id.into()),
            remove_source(&map, &id.into()),
        ] {
            is_same(&is_removed(&map, edit), &state(&map));
        }
    }
}

#[test]
fn a_place_is_put_moved_and_taken_back() {
    let mut map = Map { actors: valid(EXAMPLE.as_bytes()).actors, ..Map::default() };
    let actor = ActorId::from("police");
    let mut seen = vec![state(&map)];
    let mut inverses = Vec::new();
    for position in [Some(Position { x: 1.0, y: -0.0 }), Some(Position { x: 1e300, y: 0.1 }), None, None] {
        let edit = Edit::Place { view: View::Rings, actor: actor.clone(), position };
        inverses.push(apply(&mut map, &edit).unwrap());
        assert_eq!(map.layout.place(View::Rings, &actor), position);
        assert_eq!(map.layout.places.is_empty(), position.is_none(), "a view without places is absent");
        seen.push(state(&map));
    }
    for inverse in inverses.into_iter().rev() {
        seen.pop();
        inverse.apply(&mut map).unwrap();
        is_same(&map, seen.last().unwrap());
    }
}

#[test]
fn an_edit_keeps_what_this_version_does_not_know() {
    let mut map = valid(&compact(&example_with("/actors/6/x-new", Some(json!({"a": [1, null]})))));
    let mut actor = map.actors[6].clone();
    actor.influence = Rating::new(1);
    apply(&mut map, &Edit::Actor(Change::replace(6, actor))).unwrap();
    assert_eq!(map.actors[6].extra.get("x-new"), Some(&json!({"a": [1, null]})));
    assert!(map.extra == Bag::default());
}
