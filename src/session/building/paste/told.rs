//! What was read in a table, in words: columns, what becomes of rows, what there is to decide.

use super::{Candidate, Column, Conflict, Decision, Paste, Pick, Problem, Reading, TableKind, Use};
use crate::model::{Id as _, Language, Map, Tie};
use crate::session::building::apart;
use crate::session::building::fields::{ActorField, TieField};
use crate::words::{Words, args, autonym};

impl Use {
    /// All that a column of such rows may be used for, but for a field of the authors' own.
    pub fn all(kind: TableKind, map: &Map) -> Vec<Self> {
        match kind {
            TableKind::Ties => TieField::ALL.iter().cloned().map(Self::Tie).collect(),
            TableKind::Actors => {
                let mut languages: Vec<Language> = map.languages.clone();
                for tag in ["ar", "en", "fr"].map(Language::new) {
                    if !languages.iter().any(|known| known.base() == tag.base()) {
                        languages.push(tag);
                    }
                }
                let mut uses: Vec<Self> = ActorField::ALL.iter().cloned().map(Self::Actor).collect();
                uses.splice(1..1, languages.into_iter().map(Self::NameIn));
                uses
            }
        }
    }

    /// What it is called.
    pub fn text(&self, words: &Words) -> String {
        match self {
            Self::Actor(ActorField::Own(name)) | Self::Tie(TieField::Own(name)) => {
                words.say("paste-use-own", &args([("field", name.as_str().into())]))
            }
            Self::Actor(field) => words.text(&format!("column-{}", field.id())),
            Self::Tie(field) => words.text(&format!("column-{}", field.id())),
            Self::NameIn(language) => {
                words.say("paste-use-name-in", &args([("language", autonym(language).into())]))
            }
            Self::LeftOut => words.text("paste-use-none"),
        }
    }
}

impl Paste {
    /// What a column is called: its heading, or what it is used for.
    pub fn column_label(&self, at: usize, words: &Words) -> String {
        match self.columns.get(at) {
            Some(Column { heading, used, .. }) if heading.is_empty() => match used {
                Use::Actor(ActorField::Own(name)) | Use::Tie(TieField::Own(name)) => name.clone(),
                Use::LeftOut => words.say("paste-column", &args([("number", (at + 1).into())])),
                used => used.text(words),
            },
            Some(Column { heading, used, .. }) => match used {
                // A second column of one heading has a name of its own.
                Use::Actor(ActorField::Own(name)) | Use::Tie(TieField::Own(name)) => name.clone(),
                _ => heading.clone(),
            },
            None => words.say("paste-column", &args([("number", (at + 1).into())])),
        }
    }

    /// A problem with its place: "Row 3, kind: …".
    pub fn problem_text(&self, problem: &Problem, words: &Words) -> String {
        let what = problem.text.as_str();
        match problem.column.map(|at| self.column_label(at, words)) {
            Some(label) => words.say(
                "paste-at-cell",
                &args([("row", problem.row.into()), ("column", label.into()), ("what", what.into())]),
            ),
            None => words.say("paste-at-row", &args([("row", problem.row.into()), ("what", what.into())])),
        }
    }

    /// What becomes of a row, in a word or two.
    pub fn reading_text(&self, reading: Reading, words: &Words) -> String {
        match reading {
            Reading::NewActor(_) | Reading::NewTie(_) => words.text("paste-row-new"),
            Reading::ChangedActor(_) | Reading::ChangedTie(_) => words.text("paste-row-changed"),
            Reading::Merged(row) => words.say("paste-row-merged", &args([("row", row.into())])),
            Reading::Same => words.text("paste-row-same"),
            Reading::LeftOut => words.text("paste-row-left-out"),
        }
    }

    /// What may become of a row, and what that is called.
    pub fn choices(&self, row: usize, map: &Map, words: &Words) -> Vec<(Decision, String)> {
        let Some(row) = self.rows.get(row) else { return Vec::new() };
        let mut choices: Vec<(Decision, String)> = Vec::new();
        for (at, candidate) in row.candidates.iter().enumerate() {
            let name = match (self.kind, *candidate) {
                (TableKind::Actors, Candidate::OnMap(place)) => {
                    map.actors.get(place).map(|actor| apart(map, actor, words))
                }
                (TableKind::Ties, Candidate::OnMap(place)) => {
                    map.ties.get(place).map(|tie| self.tie_text(tie, map, words))
                }
                (_, Candidate::New { row, .. }) => Some(words.say("paste-row", &args([("row", row.into())]))),
            };
            let what = args([("which", name.unwrap_or_default().into())]);
            choices.push((Decision::Same(at), words.say("paste-same", &what)));
        }
        choices.push((Decision::Another, words.text("paste-another")));
        choices.push((Decision::Skip, words.text("paste-skip")));
        choices
    }

    fn tie_text(&self, tie: &Tie, map: &Map, words: &Words) -> String {
        let name = |id| map.actor(id).map_or_else(|| id.as_str(), |actor| words.name(&actor.name, &actor.id));
        let verb = words.tie_kind(map, &tie.kind);
        let ends = [("from", name(&tie.from).into()), ("verb", verb.into()), ("to", name(&tie.to).into())];
        words.say("paste-on-map", &args([("which", words.say("tie-in-words", &args(ends)).into())]))
    }

    /// A difference in words.
    pub fn conflict_text(&self, conflict: &Conflict, words: &Words) -> String {
        let what = args([
            ("row", conflict.row.into()),
            ("column", self.column_label(conflict.column, words).into()),
            ("there", conflict.there.as_str().into()),
            ("here", conflict.here.as_str().into()),
        ]);
        words.say("paste-conflict", &what)
    }

    /// What may be picked of two values, and what that is called.
    pub fn picks(&self, conflict: &Conflict, words: &Words) -> Vec<(Pick, String)> {
        let value = |id: &str, value: &str| words.say(id, &args([("value", value.into())]));
        let mut picks = vec![
            (Pick::Keep, value("paste-keep", &conflict.there)),
            (Pick::Take, value("paste-use-other", &conflict.here)),
        ];
        if conflict.may_be_both {
            picks.push((Pick::Both, words.text("paste-both")));
        }
        picks
    }
}
