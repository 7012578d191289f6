//! A map's own kinds and its ladder: adding, changing, and taking away what others may use.

use super::fields::{Reader, gone};
use super::ids::Ids;
use super::{Deed, Named, Refusal, Thing, views};
use crate::model::edit::Change;
use crate::model::terms::{Formality, Sector, Tier};
use crate::model::{
    ActorKind, ActorKindId, Bag, Edit, Id as _, Level, LevelId, Map, Text, TieKind, TieKindId, TieTraits,
    built_in_actor_kinds, built_in_tie_kinds,
};
use crate::words::{Words, args, fold};

/// A kind of actor as somebody describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorKindDraft {
    /// Its name.
    pub name: String,
    /// What its actors rest on.
    pub formality: Formality,
    /// Its part of the security sector.
    pub sector: Sector,
    /// Whether it may use force or detain.
    pub force: bool,
    /// Whether it can act on a community's concern.
    pub decides: bool,
    /// Where such actors usually are.
    pub level: LevelId,
}

/// A kind of tie as somebody describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TieKindDraft {
    /// Its name, as a verb between two actors.
    pub name: String,
    /// What it brings.
    pub traits: TieTraits,
}

/// Adds a kind of actor, and gives its id.
pub fn add_actor_kind(
    map: &Map,
    draft: &ActorKindDraft,
    words: &Words,
) -> Result<(ActorKindId, Named), Refusal> {
    let own = map.actor_kinds.iter().map(|kind| kind.id.as_str());
    let mut ids = Ids::new(own.chain(built_in_actor_kinds().map(|(id, _)| id)));
    let id: ActorKindId = ids.named(&draft.name, "kind");
    let kind = draft.put(map, actor_kind(id.clone()), words)?;
    let deed = Deed::Add(Thing::One(kind.name.clone()));
    Ok((id, Named { deed, edit: Edit::ActorKind(Change::push(&map.actor_kinds, kind)) }))
}

/// Makes one of the map's own kinds of actor what somebody describes. Nothing where it is so already.
pub fn change_actor_kind(
    map: &Map,
    id: &ActorKindId,
    draft: &ActorKindDraft,
    words: &Words,
) -> Result<Option<Named>, Refusal> {
    let at = own_place(map.actor_kinds.iter().position(|kind| kind.id == *id), words)?;
    let before = &map.actor_kinds[at];
    let kind = draft.put(map, before.clone(), words)?;
    let deed = Deed::Change(Thing::One(before.name.clone()));
    Ok((kind != *before).then(|| Named { deed, edit: Edit::ActorKind(Change::replace(at, kind)) }))
}

/// Takes one of the map's own kinds of actor away; what is of that kind becomes `instead`. Without that it is refused as
/// long as something is of that kind, and said how many.
pub fn remove_actor_kind(
    map: &Map,
    id: &ActorKindId,
    instead: Option<&ActorKindId>,
    words: &Words,
) -> Result<Named, Refusal> {
    let at = own_place(map.actor_kinds.iter().position(|kind| kind.id == *id), words)?;
    let is_there = |kind: &ActorKindId| map.vocabulary().actor_kind(kind).is_some();
    let instead = instead_of(id, instead, is_there, words)?;
    let mut edits = Vec::new();
    for (at, actor) in map.actors.iter().enumerate().filter(|(_, actor)| actor.kind == *id) {
        let kind = instead.cloned().unwrap_or_default();
        edits.push(Edit::Actor(Change::replace(at, crate::model::Actor { kind, ..actor.clone() })));
    }
    for (at, expected) in map.expected_voices.iter().enumerate().filter(|(_, one)| one.kinds.contains(id)) {
        let mut expected = expected.clone();
        let had_instead = instead.is_some_and(|instead| expected.kinds.contains(instead));
        if had_instead {
            expected.kinds.retain(|kind| kind != id);
        } else if let Some(instead) = instead {
            swap(&mut expected.kinds, id, instead);
        }
        edits.push(Edit::ExpectedVoice(Change::replace(at, expected)));
    }
    in_use(edits.len(), instead.is_some(), words)?;
    edits.extend(views::without(map, id, instead, |filter| &mut filter.kinds));
    edits.push(Edit::ActorKind(Change::Remove { at }));
    Ok(Named { deed: Deed::Remove(Thing::One(map.actor_kinds[at].name.clone())), edit: Edit::Batch(edits) })
}

/// Adds a kind of tie, and gives its id.
pub fn add_tie_kind(map: &Map, draft: &TieKindDraft, words: &Words) -> Result<(TieKindId, Named), Refusal> {
    let own = map.tie_kinds.iter().map(|kind| kind.id.as_str());
    let mut ids = Ids::new(own.chain(built_in_tie_kinds().map(|(id, _)| id)));
    let id: TieKindId = ids.named(&draft.name, "kind");
    let kind = TieKind { id: id.clone(), name: Text::default(), traits: draft.traits, extra: Bag::default() };
    let kind = draft.put(map, kind, words)?;
    let deed = Deed::Add(Thing::One(kind.name.clone()));
    Ok((id, Named { deed, edit: Edit::TieKind(Change::push(&map.tie_kinds, kind)) }))
}

/// Makes one of the map's own kinds of tie what somebody describes. Nothing where it is so already.
pub fn change_tie_kind(
    map: &Map,
    id: &TieKindId,
    draft: &TieKindDraft,
    words: &Words,
) -> Result<Option<Named>, Refusal> {
    let at = own_place(map.tie_kinds.iter().position(|kind| kind.id == *id), words)?;
    let before = &map.tie_kinds[at];
    let kind = draft.put(map, before.clone(), words)?;
    let deed = Deed::Change(Thing::One(before.name.clone()));
    Ok((kind != *before).then(|| Named { deed, edit: Edit::TieKind(Change::replace(at, kind)) }))
}

/// Takes one of the map's own kinds of tie away, as [`remove_actor_kind`] does.
pub fn remove_tie_kind(
    map: &Map,
    id: &TieKindId,
    instead: Option<&TieKindId>,
    words: &Words,
) -> Result<Named, Refusal> {
    let at = own_place(map.tie_kinds.iter().position(|kind| kind.id == *id), words)?;
    let is_there = |kind: &TieKindId| map.vocabulary().tie_kind(kind).is_some();
    let instead = instead_of(id, instead, is_there, words)?;
    let mut edits = Vec::new();
    for (at, tie) in map.ties.iter().enumerate().filter(|(_, tie)| tie.kind == *id) {
        let kind = instead.cloned().unwrap_or_default();
        edits.push(Edit::Tie(Change::replace(at, crate::model::Tie { kind, ..tie.clone() })));
    }
    in_use(edits.len(), instead.is_some(), words)?;
    edits.push(Edit::TieKind(Change::Remove { at }));
    Ok(Named { deed: Deed::Remove(Thing::One(map.tie_kinds[at].name.clone())), edit: Edit::Batch(edits) })
}

/// Adds a level before the one at a place from the bottom (or at the top), and gives its id. A map on the usual ladder gets
/// that one as its own first, by the names it has in the reader's language.
pub fn add_level(
    map: &Map,
    name: &str,
    tier: Tier,
    at: usize,
    words: &Words,
) -> Result<(LevelId, Named), Refusal> {
    let (ladder, mut edits) = own_ladder(map, words);
    let mut ids = Ids::new(ladder.iter().map(|level| level.id.as_str()));
    let id: LevelId = ids.named(name, "level");
    let level = Level { id: id.clone(), name: Text::default(), tier, extra: Bag::default() };
    let level = put_level(map, &ladder, level, name, tier, words)?;
    let deed = Deed::Add(Thing::One(level.name.clone()));
    edits.push(Edit::Level(Change::Insert { at: at.min(ladder.len()), item: Box::new(level) }));
    Ok((id, Named { deed, edit: Edit::Batch(edits) }))
}

/// Gives a level another name or tier. Nothing where it has them.
pub fn change_level(
    map: &Map,
    id: &LevelId,
    name: &str,
    tier: Tier,
    words: &Words,
) -> Result<Option<Named>, Refusal> {
    let (ladder, mut edits) = own_ladder(map, words);
    let at = ladder.iter().position(|level| level.id == *id).ok_or_else(|| gone(words))?;
    let level = put_level(map, &ladder, ladder[at].clone(), name, tier, words)?;
    if level == ladder[at] {
        return Ok(None);
    }
    let deed = Deed::Change(Thing::One(ladder[at].name.clone()));
    edits.push(Edit::Level(Change::replace(at, level)));
    Ok(Some(Named { deed, edit: Edit::Batch(edits) }))
}

/// Puts a level on another rung, counted from 0 at the bottom. Nothing where it is there.
pub fn move_level(map: &Map, id: &LevelId, to: usize, words: &Words) -> Result<Option<Named>, Refusal> {
    let (ladder, mut edits) = own_ladder(map, words);
    let from = ladder.iter().position(|level| level.id == *id).ok_or_else(|| gone(words))?;
    let to = to.min(ladder.len().saturating_sub(1));
    if from == to {
        return Ok(None);
    }
    edits.push(Edit::Level(Change::Move { from, to }));
    let deed = Deed::Move(Thing::One(ladder[from].name.clone()));
    Ok(Some(Named { deed, edit: Edit::Batch(edits) }))
}

/// Takes a level away; who is on it goes to `instead`. Without that it is refused as long as somebody is on it, and said
/// how many; the last one always stays.
pub fn remove_level(
    map: &Map,
    id: &LevelId,
    instead: Option<&LevelId>,
    words: &Words,
) -> Result<Named, Refusal> {
    let (ladder, mut edits) = own_ladder(map, words);
    let at = ladder.iter().position(|level| level.id == *id).ok_or_else(|| gone(words))?;
    if ladder.len() < 2 {
        return Err(Refusal(words.text("refused-last-level")));
    }
    let is_there = |level: &LevelId| ladder.iter().any(|other| other.id == *level);
    let instead = instead_of(id, instead, is_there, words)?;
    let level = instead.cloned().unwrap_or_default();
    let before = edits.len();
    for (at, actor) in map.actors.iter().enumerate().filter(|(_, actor)| actor.level == *id) {
        let actor = crate::model::Actor { level: level.clone(), ..actor.clone() };
        edits.push(Edit::Actor(Change::replace(at, actor)));
    }
    for (at, kind) in map.actor_kinds.iter().enumerate().filter(|(_, kind)| kind.level == *id) {
        edits.push(Edit::ActorKind(Change::replace(at, ActorKind { level: level.clone(), ..kind.clone() })));
    }
    in_use(edits.len() - before, instead.is_some(), words)?;
    edits.extend(views::without(map, id, instead, |filter| &mut filter.levels));
    edits.push(Edit::Level(Change::Remove { at }));
    Ok(Named { deed: Deed::Remove(Thing::One(ladder[at].name.clone())), edit: Edit::Batch(edits) })
}

impl ActorKindDraft {
    /// One that changes nothing.
    pub fn of(kind: &ActorKind, words: &Words) -> Self {
        let ActorKind { formality, sector, force, decides, ref level, .. } = *kind;
        let (name, level) = (words.read(&kind.name).to_owned(), level.clone());
        Self { name, formality, sector, force, decides, level }
    }

    fn put(&self, map: &Map, mut kind: ActorKind, words: &Words) -> Result<ActorKind, Refusal> {
        if map.ladder().position(&self.level).is_none() {
            return Err(gone(words));
        }
        let own = map.actor_kinds.iter().filter(|other| other.id != kind.id);
        let own = own.flat_map(|other| other.name.all().map(str::to_owned));
        let built_in = built_in_actor_kinds().map(|(id, _)| words.text(&format!("actor-kind-{id}")));
        put_name(map, &mut kind.name, &self.name, own.chain(built_in), words)?;
        let Self { formality, sector, force, decides, level, .. } = self.clone();
        Ok(ActorKind { formality, sector, force, decides, level, ..kind })
    }
}

impl TieKindDraft {
    /// One that changes nothing.
    pub fn of(kind: &TieKind, words: &Words) -> Self {
        Self { name: words.read(&kind.name).to_owned(), traits: kind.traits }
    }

    fn put(&self, map: &Map, mut kind: TieKind, words: &Words) -> Result<TieKind, Refusal> {
        let own = map.tie_kinds.iter().filter(|other| other.id != kind.id);
        let own = own.flat_map(|other| other.name.all().map(str::to_owned));
        let built_in = built_in_tie_kinds().map(|(id, _)| words.text(&format!("tie-kind-{id}")));
        put_name(map, &mut kind.name, &self.name, own.chain(built_in), words)?;
        Ok(TieKind { traits: self.traits, ..kind })
    }
}

fn actor_kind(id: ActorKindId) -> ActorKind {
    ActorKind {
        id,
        name: Text::default(),
        formality: Formality::Informal,
        sector: Sector::Community,
        force: false,
        decides: false,
        level: LevelId::default(),
        extra: Bag::default(),
    }
}

fn put_level(
    map: &Map,
    ladder: &[Level],
    mut level: Level,
    name: &str,
    tier: Tier,
    words: &Words,
) -> Result<Level, Refusal> {
    let others = ladder.iter().filter(|other| other.id != level.id);
    let others = others.flat_map(|other| other.name.all().map(str::to_owned));
    put_name(map, &mut level.name, name, others, words)?;
    Ok(Level { tier, ..level })
}

/// Puts a name that nothing of the same sort has.
fn put_name(
    map: &Map,
    text: &mut Text,
    typed: &str,
    mut others: impl Iterator<Item = String>,
    words: &Words,
) -> Result<(), Refusal> {
    // What is read already is not put a second time, as the name in a language in which it was not.
    if typed.trim() != words.read(text) {
        Reader::new(map, words).put_text(text, typed)?;
    }
    let folded = fold(typed);
    if typed.trim().is_empty() {
        return Err(Refusal(words.text("refused-no-name")));
    }
    if others.any(|other| fold(&other) == folded) {
        return Err(Refusal(words.say("refused-name-taken", &args([("typed", typed.trim().into())]))));
    }
    Ok(())
}

/// The ladder as the map's own, and the edits that make it so.
fn own_ladder(map: &Map, words: &Words) -> (Vec<Level>, Vec<Edit>) {
    if !map.levels.is_empty() {
        return (map.levels.clone(), Vec::new());
    }
    let level = |(id, _, tier): (&str, Option<&Text>, Tier)| Level {
        id: id.into(),
        name: Text::Plain(words.text(&format!("level-{id}"))),
        tier,
        extra: Bag::default(),
    };
    let ladder: Vec<Level> = map.ladder().rungs().map(level).collect();
    let insert =
        |(at, level): (usize, &Level)| Edit::Level(Change::Insert { at, item: Box::new(level.clone()) });
    let edits = ladder.iter().enumerate().map(insert).collect();
    (ladder, edits)
}

/// The place of something of the map's own; what is built in can't be changed.
fn own_place(at: Option<usize>, words: &Words) -> Result<usize, Refusal> {
    at.ok_or_else(|| Refusal(words.text("refused-built-in")))
}

fn instead_of<'i, I: PartialEq>(
    id: &I,
    instead: Option<&'i I>,
    is_there: impl Fn(&I) -> bool,
    words: &Words,
) -> Result<Option<&'i I>, Refusal> {
    match instead {
        Some(instead) if instead == id || !is_there(instead) => {
            Err(Refusal(words.text("refused-not-instead")))
        }
        other => Ok(other),
    }
}

fn in_use(count: usize, has_instead: bool, words: &Words) -> Result<(), Refusal> {
    if count > 0 && !has_instead {
        return Err(Refusal(words.say("refused-in-use", &args([("count", count.into())]))));
    }
    Ok(())
}

fn swap<I: PartialEq + Clone>(list: &mut [I], old: &I, new: &I) {
    list.iter_mut().filter(|item| *item == old).for_each(|item| *item = new.clone());
}
