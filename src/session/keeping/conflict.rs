//! What a merge has to tell, as people speak of it: elements by their names, fields by what they are called in the window.

use serde_json::Value as Json;

use crate::model::merge::{Clash, Conflict, KeptApart, Merged, Part};
use crate::model::terms::{Term as _, View};
use crate::model::{ActorId, Id as _, Map};
use crate::words::{Words, args};

/// Of more than these who need something, the rest is counted.
const MOST_USERS: usize = 5;

/// Where a conflict is: "Tie Fish Sellers informs Port Police: strength".
pub fn conflict_place(words: &Words, merged: &Merged, conflict: &Conflict) -> String {
    let map = &merged.map;
    let element = (!conflict.id.is_empty()).then(|| element(words, map, conflict.part, &conflict.id));
    let whole = element.unwrap_or_else(|| {
        words.text(match conflict.part {
            Part::Levels => "conflict-in-levels",
            Part::Story => "conflict-in-story",
            _ => "conflict-in-map",
        })
    });
    let field = field(words, map, conflict);
    if field.is_empty() {
        return whole;
    }
    words.say("conflict-place", &args([("element", whole.into()), ("field", field.into())]))
}

/// What a conflict is and what was made of it, in a sentence. Its place and its values are for the caller to set beside it.
pub fn conflict_text(words: &Words, merged: &Merged, conflict: &Conflict) -> String {
    let is_deleted_by_us = conflict.ours.is_none();
    match conflict.clash {
        Clash::BothChanged => words.text("conflict-both-changed"),
        Clash::ChangedAndDeleted if is_deleted_by_us => words.text("conflict-we-deleted"),
        Clash::ChangedAndDeleted => words.text("conflict-they-deleted"),
        Clash::StillNeeded => {
            let users: Vec<String> =
                conflict.needed_by.iter().map(|user| user_text(words, &merged.map, user)).collect();
            let users: Vec<&str> = users.iter().map(String::as_str).collect();
            words.say("conflict-still-needed", &args([("users", words.list(&users, MOST_USERS).into())]))
        }
        Clash::BothMoved => words.text("conflict-both-moved"),
        Clash::EndsBeforeItBegins => words.text("conflict-ends-before-it-begins"),
        Clash::MadeAnother => words.text("conflict-made-another"),
    }
}

/// What both sides have in place of one another, where these are short enough to stand in a sentence.
pub fn conflict_values(words: &Words, conflict: &Conflict) -> Option<String> {
    const MOST: usize = 80;
    let value = |value: &Option<Json>| match value {
        Some(Json::String(text)) => Some(text.clone()),
        Some(value @ (Json::Number(_) | Json::Bool(_))) => Some(value.to_string()),
        None => Some(words.text("conflict-nothing")),
        _ => None,
    };
    let (ours, theirs) = value(&conflict.ours).zip(value(&conflict.theirs))?;
    let is_short = |text: &str| text.chars().count() <= MOST;
    let says = matches!(conflict.clash, Clash::BothChanged | Clash::EndsBeforeItBegins);
    (says && is_short(&ours) && is_short(&theirs))
        .then(|| words.say("conflict-values", &args([("ours", ours.into()), ("theirs", theirs.into())])))
}

/// An element of theirs that has another id than it had, in a sentence.
pub fn kept_apart_text(words: &Words, merged: &Merged, apart: &KeptApart) -> String {
    let ours = element(words, &merged.map, apart.part, &apart.was);
    let theirs = element(words, &merged.map, apart.part, &apart.now);
    let ids = [("was", apart.was.as_str().into()), ("now", apart.now.as_str().into())];
    let [was, now] = ids;
    words.say("merge-kept-apart", &args([("theirs", theirs.into()), ("ours", ours.into()), was, now]))
}

/// What refers to something, which is told as a place: `ties[t4]`, `story`.
fn user_text(words: &Words, map: &Map, user: &str) -> String {
    let (part, id) = user.strip_suffix(']').and_then(|user| user.split_once('[')).unwrap_or((user, ""));
    match Part::ALL.into_iter().find(|known| known.id() == part) {
        Some(Part::Story) => words.text("conflict-in-story"),
        Some(part) => element(words, map, part, id),
        None => user.to_owned(),
    }
}

/// An element with what it is: "Actor Port Police". Where the map has none of that id it is called by that.
fn element(words: &Words, map: &Map, part: Part, id: &str) -> String {
    macro_rules! named {
        ($list:ident, $text:ident, $message:literal) => {{
            let found = map.$list.iter().find(|item| item.id.as_str() == id);
            let name = found.map_or(id, |item| words.name(&item.$text, &item.id));
            words.say($message, &args([("name", name.into())]))
        }};
    }
    match part {
        Part::Sources => named!(sources, citation, "element-source"),
        Part::Actors | Part::Layout => named!(actors, name, "element-actor"),
        Part::Ties => tie(words, map, id),
        Part::Partnerships => named!(partnerships, name, "element-partnership"),
        Part::Consultations => named!(consultations, title, "element-consultation"),
        Part::Concerns => named!(concerns, text, "element-concern"),
        Part::ExpectedVoices => named!(expected_voices, label, "element-expected-voice"),
        Part::Instruments => named!(instruments, name, "element-instrument"),
        Part::Views => named!(views, name, "element-view"),
        Part::Comments => named!(comments, text, "element-comment"),
        Part::Levels => named!(levels, name, "element-level"),
        Part::ActorKinds => named!(actor_kinds, name, "element-actor-kind"),
        Part::TieKinds => named!(tie_kinds, name, "element-tie-kind"),
        Part::Story => words.say("element-step", &args([("number", id.into())])),
        Part::Header => words.text("conflict-in-map"),
    }
}

fn tie(words: &Words, map: &Map, id: &str) -> String {
    let Some(tie) = map.ties.iter().find(|tie| tie.id.as_str() == id) else {
        return words.say("element-tie-gone", &args([("id", id.into())]));
    };
    let (from, to) = (actor(words, map, tie.from.as_str()), actor(words, map, tie.to.as_str()));
    let verb = words.tie_kind(map, &tie.kind);
    words.say("element-tie", &args([("from", from.into()), ("verb", verb.into()), ("to", to.into())]))
}

fn actor<'m>(words: &Words, map: &'m Map, id: &'m str) -> &'m str {
    map.actor(&ActorId::from(id)).map_or(id, |actor| words.name(&actor.name, &actor.id))
}

/// A field as the window calls it, from the outside in: `members[police].role` is "Members, Port Police, Role".
fn field(words: &Words, map: &Map, conflict: &Conflict) -> String {
    if conflict.part == Part::Layout
        && let Some(view) = View::from_id(&conflict.field)
    {
        let view = words.term("view", view);
        return words.say("conflict-layout", &args([("view", view.into())]));
    }
    let (mut said, mut path, mut outer) = (Vec::new(), conflict.field.as_str(), "");
    while !path.is_empty() {
        if let Some((item, rest)) = path.strip_prefix('[').and_then(|path| path.split_once(']')) {
            let names: Vec<&str> = match outer {
                "members" | "transmissions" => item.split(' ').map(|id| actor(words, map, id)).collect(),
                _ => vec![item],
            };
            said.push(names.join(" "));
            path = rest;
            continue;
        }
        let key = path.trim_start_matches('.');
        let end = key.find(['.', '[']).filter(|_| outer != "fields").unwrap_or(key.len());
        let (key, rest) = key.split_at(end);
        let label = if outer == "fields" { None } else { label(key) };
        said.push(label.map_or_else(|| key.to_owned(), |label| words.text(label)));
        (outer, path) = (key, rest);
    }
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    said.join(&words.text("list-comma"))
}

/// The message for a key; nothing for the authors' own keys, for languages, and for keys that this version does not know.
fn label(key: &str) -> Option<&'static str> {
    Some(match key {
        "name" => "field-name",
        "kind" => "field-kind",
        "level" => "field-level",
        "area" => "field-area",
        "formality" => "field-formality",
        "functions" => "field-functions",
        "represents" => "field-represents",
        "influence" => "field-influence",
        "interest" => "field-interest",
        "legitimacy" => "field-legitimacy",
        "stance" => "field-stance",
        "decides" => "field-decides",
        "sensitivity" => "field-sensitivity",
        "tags" => "field-tags",
        "notes" => "field-notes",
        "evidence" => "field-evidence",
        "since" => "field-since",
        "until" => "field-until",
        "from" => "field-from",
        "to" => "field-to",
        "mutual" => "field-mutual",
        "strength" => "field-strength",
        "status" => "field-status",
        "confidence" => "field-confidence",
        "medium" => "field-medium",
        "title" => "field-title",
        "place" => "field-place",
        "as_of" => "field-as-of",
        "languages" => "field-languages",
        "citation" => "field-citation",
        "date" => "field-date",
        "reliability" => "field-reliability",
        "tier" => "field-tier",
        "sector" => "field-sector",
        "force" => "field-force",
        "class" => "field-class",
        "voice" => "field-voice",
        _ => return process_label(key),
    })
}

/// What is not edited in the window yet.
fn process_label(key: &str) -> Option<&'static str> {
    Some(match key {
        "fields" => "conflict-field-fields",
        "actor" => "conflict-field-actor",
        "members" => "conflict-field-members",
        "role" => "conflict-field-role",
        "purpose" => "conflict-field-purpose",
        "agreement" => "conflict-field-agreement",
        "anchored_in" => "conflict-field-anchored-in",
        "phases" => "conflict-field-phases",
        "committee" => "conflict-field-committee",
        "consultation" => "conflict-field-consultation",
        "plan" => "conflict-field-plan",
        "principles" => "conflict-field-principles",
        "rating" => "conflict-field-rating",
        "rated_by" => "conflict-field-rated-by",
        "why" => "conflict-field-why",
        "outcomes" => "conflict-field-outcomes",
        "goal" => "conflict-field-goal",
        "indicator" => "conflict-field-indicator",
        "measure" => "conflict-field-measure",
        "baseline" => "conflict-field-baseline",
        "attendance" => "conflict-field-attendance",
        "participants" => "conflict-field-participants",
        "groups" => "conflict-field-groups",
        "text" => "conflict-field-text",
        "scale" => "conflict-field-scale",
        "raised_in" => "conflict-field-raised-in",
        "raised_by" => "conflict-field-raised-by",
        "transmissions" => "conflict-field-transmissions",
        "response" => "conflict-field-response",
        "by" => "conflict-field-by",
        "fed_back" => "conflict-field-fed-back",
        "label" => "conflict-field-label",
        "kinds" => "conflict-field-kinds",
        "source" => "conflict-field-source",
        "caption" => "conflict-field-caption",
        "view" => "conflict-field-view",
        "focus" => "conflict-field-focus",
        "lens" => "conflict-field-lens",
        "findings" => "conflict-field-findings",
        _ => return telling_label(key),
    })
}

/// What maps are told, talked about and followed up with.
fn telling_label(key: &str) -> Option<&'static str> {
    Some(match key {
        "aim" => "conflict-field-aim",
        "aliases" => "conflict-field-aliases",
        "ratings" => "conflict-field-ratings",
        "group" => "conflict-field-group",
        "about" => "conflict-field-about",
        "addressed_to" => "conflict-field-addressed-to",
        "settled" => "conflict-field-settled",
        "filter" => "conflict-field-filter",
        "concern" => "conflict-field-concern",
        "centre" => "conflict-field-centre",
        "at" => "conflict-field-at",
        "compare_at" => "conflict-field-compare-at",
        "show" => "conflict-field-show",
        "owner" => "conflict-field-owner",
        "due" => "conflict-field-due",
        "note" => "conflict-field-note",
        "target" => "conflict-field-target",
        "measurements" => "conflict-field-measurements",
        "value" => "conflict-field-value",
        "attended" => "conflict-field-attended",
        "consent" => "conflict-field-consent",
        "keep_until" => "conflict-field-keep-until",
        "anchor_confidence" => "conflict-field-anchor-confidence",
        "covers" => "conflict-field-covers",
        "mappings" => "conflict-field-mappings",
        "levels" => "conflict-field-levels",
        "sectors" => "conflict-field-sectors",
        "formalities" => "conflict-field-formalities",
        "partnerships" => "conflict-field-partnerships",
        "confidences" => "conflict-field-confidences",
        "hidden_classes" => "conflict-field-hidden-classes",
        "with_inactive" => "conflict-field-with-inactive",
        _ => return None,
    })
}
