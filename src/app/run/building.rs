//! What commands do that change the map, or suppose something of it.

use std::collections::BTreeSet;

use crate::analysis::{Evidence, SupposedTie};
use crate::app::pages::PastePage;
use crate::app::shell::Shell;
use crate::model::{ActorId, Map, TieId};
use crate::picture::spotlight::Item;
use crate::session::Supposed;
use crate::session::building::{Named, Refusal, add, bulk, duplicate, removal};

/// Changes the map; a refusal is said.
pub fn change(shell: &mut Shell, named: Named) -> bool {
    let done = shell.session.edit(named);
    said(shell, done).is_some()
}

/// The same as a part of what was done last, where that was the same burst of typing.
pub fn change_on(shell: &mut Shell, named: Named, burst: u64) {
    let done = shell.session.edit_on(named, burst);
    said(shell, done);
}

/// Adds something, and looks at it.
pub fn add_and_look(shell: &mut Shell, named: Named) {
    let Some(map) = shell.session.document.as_ref().map(|document| document.map().clone()) else { return };
    if change(shell, named)
        && let Some(item) = newest(shell, &map)
    {
        super::look(shell, Some(item));
    }
}

/// The first actor or else tie that the map did not have before.
fn newest(shell: &Shell, before: &Map) -> Option<Item> {
    let network = &shell.session.document.as_ref()?.analysis.network;
    let map = &network.map;
    let actor = map.actors.get(before.actors.len()).and_then(|actor| network.place(&actor.id));
    let tie = || map.ties.get(before.ties.len()).and_then(|tie| network.tie_place(&tie.id));
    actor.map(Item::Actor).or_else(|| tie().map(Item::Tie))
}

/// Takes what is looked at away, with all that names it, which is said.
pub fn delete(shell: &mut Shell) {
    let (actors, ties) = (looked_at(shell), tie_looked_at(shell));
    let Some(document) = &shell.session.document else { return };
    if actors.is_empty() && ties.is_empty() {
        return;
    }
    let removal = removal::remove(document.map(), &actors, &ties, &shell.session.words);
    let Some(removal) = said(shell, removal) else { return };
    let text = removal.text(&shell.session.words);
    if change(shell, removal.named) && removal.actors > 0 {
        shell.session.notes.push(text);
    }
}

/// Copies the actors that are looked at, with their ties.
pub fn duplicate(shell: &mut Shell) {
    let actors = looked_at(shell);
    let Some(document) = &shell.session.document else { return };
    let named = duplicate::duplicate(document.map(), &actors, true, &shell.session.words);
    if let Some(named) = said(shell, named) {
        add_and_look(shell, named);
    }
}

/// Gives the actors that are looked at back into the hands of the program, in this view.
pub fn release(shell: &mut Shell) {
    let actors = looked_at(shell);
    let Some(document) = &shell.session.document else { return };
    if let Some(named) = bulk::release(document.map(), shell.session.look.view, &actors) {
        change(shell, named);
    } else {
        let nobody = shell.session.words.text("put-nobody");
        shell.session.say_of_now(nobody);
    }
}

/// Reads what was pasted as rows of a table, and shows what would become of them. What is being decided of other rows is not
/// thrown away for it.
pub fn paste(shell: &mut Shell, text: String) {
    if shell.pasting.is_some() {
        return;
    }
    let Some(pasting) = shell.session.paste_rows(text) else { return };
    match pasting.refusal().filter(|_| pasting.read().is_none()) {
        Some(refusal) => {
            let why = refusal.0.clone();
            shell.session.say_of_now(why);
        }
        None => shell.pasting = Some(PastePage::new(pasting)),
    }
}

/// Tries a tie, beside those that are tried already.
pub fn try_tie(shell: &mut Shell, tie: SupposedTie) {
    suppose(shell, |supposed| {
        if !supposed.scenario.with.contains(&tie) {
            supposed.scenario.with.push(tie);
        }
    });
}

/// Tries the bridge that was proposed there.
pub fn try_bridge(shell: &mut Shell, bridge: usize) {
    let Some(document) = &shell.session.document else { return };
    let Some(found) = shell.session.proposals.found().get(bridge) else { return };
    let id = |actor| document.analysis.network.actor(actor).id.clone();
    let tie = SupposedTie { from: id(found.from), kind: found.kind.tie_kind(), to: id(found.to) };
    try_tie(shell, tie);
}

/// What if the actors that are looked at left?
pub fn without(shell: &mut Shell) {
    let actors = looked_at(shell);
    suppose(shell, |supposed| {
        for actor in actors {
            if !supposed.scenario.without.contains(&actor) {
                supposed.scenario.with.retain(|tie| tie.from != actor && tie.to != actor);
                supposed.scenario.without.push(actor);
            }
        }
    });
}

/// What if unconfirmed ties failed? And back.
pub fn confirmed_only(shell: &mut Shell) {
    suppose(shell, |supposed| {
        supposed.evidence = match supposed.evidence {
            Evidence::All => Evidence::ConfirmedOnly,
            Evidence::ConfirmedOnly => Evidence::All,
        };
    });
}

/// Nothing is supposed any more, but for the date that one looks at.
pub fn drop_tried(shell: &mut Shell) {
    suppose(shell, |supposed| {
        supposed.evidence = Evidence::All;
        supposed.scenario.with.clear();
        supposed.scenario.without.clear();
    });
}

/// The ties that are tried become ties of the map.
pub fn keep_tried(shell: &mut Shell) {
    let Some(document) = &shell.session.document else { return };
    let ties = document.supposed.scenario.with.clone();
    drop_tried(shell);
    for tie in ties {
        let Some(document) = &shell.session.document else { return };
        let named = add::tie(document.map(), &tie, &shell.session.words);
        if let Some(named) = said(shell, named) {
            change(shell, named);
        }
    }
}

fn suppose(shell: &mut Shell, change: impl FnOnce(&mut Supposed)) {
    let Some(document) = &shell.session.document else { return };
    let mut supposed = document.supposed.clone();
    change(&mut supposed);
    shell.session.suppose(supposed);
}

fn tie_looked_at(shell: &Shell) -> BTreeSet<TieId> {
    let (Some(document), Some(Item::Tie(tie))) = (&shell.session.document, shell.session.look.item) else {
        return BTreeSet::new();
    };
    [document.analysis.network.tie(tie).id.clone()].into()
}

fn looked_at(shell: &Shell) -> BTreeSet<ActorId> {
    let Some(document) = &shell.session.document else { return BTreeSet::new() };
    let id = |actor| document.analysis.network.actor(actor).id.clone();
    shell.session.actors_looked_at().into_iter().map(id).collect()
}

/// A refusal is said, and nothing is done.
fn said<T>(shell: &mut Shell, answer: Result<T, Refusal>) -> Option<T> {
    answer.map_err(|refusal| shell.session.say_of_now(refusal.0)).ok()
}
