//! Changes by chance, made by what makes them when somebody works with the window.

use std::collections::BTreeSet;

use jisr::analysis::SupposedTie;
use jisr::model::terms::{Formality, Sector, Term as _, TieClass, Tier, View, VoiceDirection};
use jisr::model::{ActorId, LevelId, Map, Position, Rating, TieId, TieTraits};
use jisr::session::Session;
use jisr::session::building::fields::{
    ActorField, Choices, LevelField, MapField, SourceField, TieField, Told, set_actor, set_level, set_map,
    set_source, set_tie,
};
use jisr::session::building::kinds::{
    ActorKindDraft, TieKindDraft, add_actor_kind, add_level, add_tie_kind, move_level, remove_actor_kind,
    remove_level, remove_tie_kind,
};
use jisr::session::building::paste::{Options, Paste, Table};
use jisr::session::building::quick::parse;
use jisr::session::building::sources::{
    SourceDraft, Subject, add_source, cite, cite_new, delete_source, uncite,
};
use jisr::session::building::{Named, Refusal, add, bulk, duplicate, put, removal};
use jisr::words::Words;
use proptest::prelude::RngExt as _;
use proptest::test_runner::TestRng;

/// With more actors than that, some are deleted more often.
const MANY: usize = 60;
/// Words that people type into fields; most fields refuse most of them.
const TYPED: [&str; 16] = [
    "",
    "Elders",
    "3",
    "7",
    "yes",
    "2011-05",
    "31.12.2010",
    "formal",
    "women, youth",
    "police",
    "national",
    "weak",
    "القرية 12",
    "opposed",
    "no such word",
    "restricted",
];

type Made = Result<Option<Named>, Refusal>;

fn pick<'t, T>(chance: &mut TestRng, list: &'t [T]) -> Option<&'t T> {
    (!list.is_empty()).then(|| &list[chance.random_range(0..list.len())])
}

fn some_actors(map: &Map, chance: &mut TestRng) -> BTreeSet<ActorId> {
    (0..chance.random_range(1..4))
        .filter_map(|_| pick(chance, &map.actors))
        .map(|actor| actor.id.clone())
        .collect()
}

fn some_ties(map: &Map, chance: &mut TestRng) -> BTreeSet<TieId> {
    (0..chance.random_range(0..3)).filter_map(|_| pick(chance, &map.ties)).map(|tie| tie.id.clone()).collect()
}

fn typed(choices: Option<Choices>, map: &Map, words: &Words, chance: &mut TestRng) -> String {
    match choices {
        Some(choices) if chance.random_bool(0.9) => {
            pick(chance, &choices.labels(map, words)).cloned().unwrap_or_default()
        }
        _ => (*pick(chance, &TYPED).unwrap()).to_owned(),
    }
}

/// A change, or nothing where what was tried changes nothing or is refused.
pub fn any(session: &Session, chance: &mut TestRng) -> Option<Named> {
    let map = session.document.as_ref()?.map();
    let words = &session.words;
    let made = if map.actors.len() > MANY && chance.random_bool(0.3) {
        let (actors, ties) = (some_actors(map, chance), some_ties(map, chance));
        removal::remove(map, &actors, &ties, words).map(|removal| Some(removal.named))
    } else {
        match chance.random_range(0..5) {
            0 => added(map, words, chance),
            1 => set(map, words, chance),
            2 => many(map, words, chance),
            3 => own(map, words, chance),
            _ => evidence(map, words, chance),
        }
    };
    made.ok().flatten()
}

fn added(map: &Map, words: &Words, chance: &mut TestRng) -> Made {
    let number = chance.random_range(0..1_000);
    let levels: Vec<LevelId> = map.ladder().rungs().map(|(id, ..)| LevelId::from(id)).collect();
    match chance.random_range(0..5) {
        0 => {
            let level = pick(chance, &levels);
            let place = chance.random_bool(0.5).then(|| (View::Levels, position(chance)));
            add::actor(map, &format!("Committee {number}"), level, place, words).map(Some)
        }
        1 => {
            let (Some(from), Some(to)) = (pick(chance, &map.actors), pick(chance, &map.actors)) else {
                return Ok(None);
            };
            let kind = pick(chance, &["informs", "consults", "funds", "contests"]).unwrap();
            let tie = SupposedTie { from: from.id.clone(), kind: (*kind).into(), to: to.id.clone() };
            add::tie(map, &tie, words).map(Some)
        }
        2 => duplicate::duplicate(map, &some_actors(map, chance), chance.random_bool(0.5), words).map(Some),
        3 => {
            let line = format!("Elders {number} informs Council {}: weak; Union {number}", number % 7);
            parse(&line, map, words).to_edit(map, words).map(Some)
        }
        _ => {
            let table = format!(
                "name\tkind\tlevel\nShop {number}\tbusiness leader\tcommunity\nBad\tnothing\tnowhere\n"
            );
            Paste::read(&Table::of(&table), &Options::default(), map, words)?.to_edit(words).map(Some)
        }
    }
}

fn position(chance: &mut TestRng) -> Position {
    Position {
        x: chance.random_range(-400.0..400.0_f64).round(),
        y: chance.random_range(-300.0..300.0_f64).round(),
    }
}

fn set(map: &Map, words: &Words, chance: &mut TestRng) -> Made {
    match chance.random_range(0..3) {
        0 => {
            let (Some(actor), Some(field)) = (pick(chance, &map.actors), pick(chance, ActorField::ALL))
            else {
                return Ok(None);
            };
            set_actor(map, &actor.id, field, &typed(field.choices(), map, words, chance), words)
        }
        1 => {
            let (Some(tie), Some(field)) = (pick(chance, &map.ties), pick(chance, TieField::ALL)) else {
                return Ok(None);
            };
            set_tie(map, &tie.id, field, &typed(field.choices(), map, words, chance), words)
        }
        _ => {
            let Some(field) = pick(chance, MapField::ALL) else { return Ok(None) };
            set_map(map, field, pick(chance, &TYPED).unwrap(), words)
        }
    }
}

fn many(map: &Map, words: &Words, chance: &mut TestRng) -> Made {
    let (actors, ties) = (some_actors(map, chance), some_ties(map, chance));
    match chance.random_range(0..8) {
        0 => {
            let Some(field) = pick(chance, ActorField::ALL) else { return Ok(None) };
            bulk::set_actors(map, &actors, field, &typed(field.choices(), map, words, chance), words)
        }
        1 => {
            let Some(field) = pick(chance, TieField::ALL) else { return Ok(None) };
            bulk::set_ties(map, &ties, field, &typed(field.choices(), map, words, chance), words)
        }
        2 => bulk::tag(map, &actors, &ties, pick(chance, &["round one", "to ask", "a, b"]).unwrap(), words),
        3 => Ok(bulk::untag(map, &actors, &ties, "round one")),
        4 => {
            let places: Vec<_> = actors.iter().map(|actor| (actor.clone(), position(chance))).collect();
            put::at(map, View::Levels, &places, None, words).map(Some)
        }
        5 => Ok(bulk::release(map, View::Levels, &actors)),
        6 => {
            let Some(actor) = actors.first() else { return Ok(None) };
            let mut rating = || *pick(chance, &Rating::ALL).unwrap();
            let (influence, interest) = (rating(), rating());
            put::rate(map, actor, influence, interest, words).map(Some)
        }
        _ => removal::remove(map, &some_actors(map, chance), &ties, words).map(|removal| Some(removal.named)),
    }
}

fn own(map: &Map, words: &Words, chance: &mut TestRng) -> Made {
    let levels: Vec<LevelId> = map.ladder().rungs().map(|(id, ..)| LevelId::from(id)).collect();
    let number = chance.random_range(0..100);
    let level = pick(chance, &levels).unwrap().clone();
    match chance.random_range(0..8) {
        0 => {
            let draft = ActorKindDraft {
                name: format!("Family {number}"),
                formality: *pick(chance, Formality::ALL).unwrap(),
                sector: *pick(chance, Sector::ALL).unwrap(),
                force: chance.random_bool(0.2),
                decides: chance.random_bool(0.2),
                level,
            };
            add_actor_kind(map, &draft, words).map(|(_, named)| Some(named))
        }
        1 => {
            let Some(kind) = pick(chance, &map.actor_kinds) else { return Ok(None) };
            let instead = chance.random_bool(0.5).then(|| "police".into());
            remove_actor_kind(map, &kind.id, instead.as_ref(), words).map(Some)
        }
        2 => {
            let traits = TieTraits {
                class: *pick(chance, TieClass::ALL).unwrap(),
                mutual: chance.random_bool(0.3),
                voice: *pick(chance, VoiceDirection::ALL).unwrap(),
            };
            let draft = TieKindDraft { name: format!("is kin {number} of"), traits };
            add_tie_kind(map, &draft, words).map(|(_, named)| Some(named))
        }
        3 => {
            let Some(kind) = pick(chance, &map.tie_kinds) else { return Ok(None) };
            remove_tie_kind(map, &kind.id, Some(&"informs".into()), words).map(Some)
        }
        4 if levels.len() < 9 => {
            let at = chance.random_range(0..=levels.len());
            let tier = *pick(chance, Tier::ALL).unwrap();
            add_level(map, &format!("Ring {number}"), tier, at, words).map(|(_, named)| Some(named))
        }
        5 => {
            let Some(field) = pick(chance, LevelField::ALL) else { return Ok(None) };
            set_level(map, &level, field, &typed(field.choices(), map, words, chance), words)
        }
        6 => move_level(map, &level, chance.random_range(0..levels.len()), words),
        _ => remove_level(map, &level, pick(chance, &levels), words).map(Some),
    }
}

fn evidence(map: &Map, words: &Words, chance: &mut TestRng) -> Made {
    let Some(actor) = pick(chance, &map.actors) else { return Ok(None) };
    let of = Subject::Actor(actor.id.clone());
    let citation = format!("Interview {}", chance.random_range(0..50));
    let draft = SourceDraft { citation, ..SourceDraft::default() };
    let source = pick(chance, &map.sources);
    match (chance.random_range(0..6), source) {
        (0, _) => add_source(map, &draft, words).map(|(_, named)| Some(named)),
        (1, _) => cite_new(map, &of, &draft, words).map(Some),
        (2, Some(source)) => cite(map, &of, &source.id, words),
        (3, Some(source)) => uncite(map, &of, &source.id, words),
        (4, Some(source)) => {
            let Some(field) = pick(chance, SourceField::ALL) else { return Ok(None) };
            set_source(map, &source.id, field, &typed(field.choices(), map, words, chance), words)
        }
        (_, Some(source)) => delete_source(map, &source.id, words).map(Some),
        _ => Ok(None),
    }
}

/// A name that is typed letter by letter; each change is for the map as the one before leaves it, and here each sets the same
/// field of the same actor anew, so that they can be made beforehand.
pub fn typing(session: &Session, chance: &mut TestRng) -> Vec<Named> {
    let Some(document) = &session.document else { return Vec::new() };
    let map = document.map();
    let Some(actor) = pick(chance, &map.actors) else { return Vec::new() };
    let word = pick(chance, &["Elders of the old town", "شيوخ 7", "x"]).unwrap();
    let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8()).take(6);
    let typed = ends.map(|end| set_actor(map, &actor.id, &ActorField::Notes, &word[..end], &session.words));
    typed.filter_map(|made| made.ok().flatten()).collect()
}
