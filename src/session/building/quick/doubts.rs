//! What was guessed in a line, and what else it might be.

use std::ops::Range;

use super::read::Reader;
use super::split::{How, Split};
use super::{Choice, Doubt, Span, SpanSort, Statement};
use crate::model::{LevelId, TieKindId};
use crate::session::building::level_name;
use crate::words::args;

/// How many other readings are offered.
const MOST_CHOICES: usize = 4;

impl Reader<'_> {
    /// Where one end is missing, the verb may be part of a name: "Partners for Peace".
    pub(super) fn may_be_one_actor(&self, split: &Split, statement: &mut Statement) {
        let start = split.from.first().map_or(split.middle.start, |token| token.range.start);
        let range = start..split.to.last().map_or(split.middle.end, |token| token.range.end);
        let typed = &self.text[range.clone()];
        if !matches!(split.how, How::Verb(_)) || typed.contains(['\u{22}', '“', '”', '„', '«', '»', '#'])
        {
            return;
        }
        let choice = Choice {
            range,
            insert: format!("\"{typed}\""),
            text: self.say("quick-new-named", "name", typed),
        };
        let text = self.say("quick-one-actor", "typed", typed);
        statement.doubts.push(Doubt { text, choices: vec![choice] });
    }

    /// Whom else a phrase may mean, and that it may be somebody new.
    pub(super) fn which(&self, few: &[usize], typed: &str, range: Range<usize>) -> Doubt {
        let offered = |actor: &usize| self.lexicon.offered(*actor, self.words);
        let name = few.first().map(offered).unwrap_or_default();
        let id = if few.len() > 1 { "quick-which" } else { "quick-guessed-actor" };
        let text = self.words.say(id, &args([("typed", typed.into()), ("name", name.into())]));
        let others = few.iter().skip(1).map(|actor| Choice {
            range: range.clone(),
            insert: format!("#{}", self.lexicon.map.actors[*actor].id),
            text: offered(actor),
        });
        let mut choices: Vec<Choice> = others.collect();
        if !typed.contains(['\u{22}', '“', '”']) && !self.lexicon.is_name(typed, few) {
            choices.push(Choice {
                range,
                insert: format!("\"{typed}\""),
                text: self.say("quick-new-named", "name", typed),
            });
        }
        Doubt { text, choices }
    }

    pub(super) fn guessed_kind(&self, kinds: &[TieKindId], range: &Range<usize>) -> Doubt {
        let form = |kind: &TieKindId| self.lexicon.form(kind).to_owned();
        let named = kinds.first().map(form).unwrap_or_default();
        let has_details = self.has_details(range);
        let choices = kinds.iter().take(MOST_CHOICES + 1).map(|kind| Choice {
            range: range.end..range.end,
            insert: format!("{}{}", if has_details { ", " } else { ": " }, form(kind)),
            text: form(kind),
        });
        Doubt { text: self.say("quick-guessed-kind", "kind", &named), choices: choices.collect() }
    }

    pub(super) fn default_kind(&self, new: usize) -> Option<Doubt> {
        let new = &self.parsed.creates[new];
        (!new.guess.is_kind_named)
            .then(|| Doubt { text: self.say("quick-default-kind", "name", &new.name), choices: Vec::new() })
    }

    /// That a level was guessed from a name, and which others there are.
    pub(super) fn guessed_level(&self, new: usize, range: Option<&Range<usize>>) -> Option<Doubt> {
        let new = &self.parsed.creates[new];
        if new.is_level_said || !new.guess.is_level_named {
            return None;
        }
        let (map, words) = (&self.lexicon.map, self.words);
        let named = |level: &LevelId| level_name(map, level, words);
        let between = if range.is_some_and(|range| self.has_details(range)) { ", " } else { ": " };
        let others = map.ladder();
        let others = others.rungs().map(|(id, ..)| LevelId::from(id)).filter(|id| *id != new.guess.level);
        let choices = others.zip(std::iter::repeat(range)).filter_map(|(level, range)| {
            let range = range?;
            let insert = format!("{between}{}", named(&level));
            Some(Choice { range: range.end..range.end, insert, text: named(&level) })
        });
        let text = self.say("level-guessed", "level", &named(&new.guess.level));
        Some(Doubt { text, choices: choices.collect() })
    }

    fn has_details(&self, range: &Range<usize>) -> bool {
        let is_mark = |span: &Span| span.sort == SpanSort::Mark && range.contains(&span.range.start);
        self.parsed.spans.iter().any(is_mark)
    }
}
