//! What the statements of a line say.

use std::collections::HashSet;
use std::ops::Range;

use super::lexicon::{ActorDetail, Detail, Lexicon, Meant};
use super::split::{How, Split, before_colon};
use super::time::with_time;
use super::tokens::{Arrow, Sort, Token, tokens};
use super::{Details, Doubt, End, NewActor, NewTie, Parsed, Reading, Span, SpanSort, Statement};
use crate::model::{Actor, ActorId, Id as _, TieKindId};
use crate::session::building::plausible;
use crate::words::{Words, args, fold, is_right_to_left};

impl Lexicon {
    /// Reads a line. Costs a search through the names for each statement, or a few where it has several verbs.
    pub fn parse(&self, text: &str, words: &Words) -> Parsed {
        let tokens = tokens(text);
        let mut reader =
            Reader { lexicon: self, words, text, parsed: Parsed::default(), said: HashSet::new() };
        for tokens in tokens.split_inclusive(|token| token.sort == Sort::End) {
            let (end, tokens) = match tokens.split_last() {
                Some((end, rest)) if end.sort == Sort::End => (Some(end), rest),
                _ => (None, tokens),
            };
            if !tokens.is_empty() {
                reader.statement(tokens);
            }
            if let Some(end) = end {
                reader.mark(end.range.clone(), SpanSort::Mark);
            }
        }
        reader.finish();
        reader.parsed
    }
}

/// The text from the first to the last of some parts.
pub(super) fn phrase<'t>(text: &'t str, tokens: &[Token]) -> &'t str {
    range(tokens).map_or("", |range| &text[range])
}

fn range(tokens: &[Token]) -> Option<Range<usize>> {
    Some(tokens.first()?.range.start..tokens.last()?.range.end)
}

pub(super) struct Reader<'l> {
    pub(super) lexicon: &'l Lexicon,
    pub(super) words: &'l Words,
    pub(super) text: &'l str,
    pub(super) parsed: Parsed,
    /// Ties that the line has said.
    said: HashSet<(ActorId, TieKindId, ActorId)>,
}

impl Reader<'_> {
    fn mark(&mut self, range: Range<usize>, sort: SpanSort) {
        self.parsed.spans.push(Span { range, sort });
    }

    pub(super) fn say(&self, id: &str, name: &'static str, value: &str) -> String {
        self.words.say(id, &args([(name, value.into())]))
    }

    fn statement(&mut self, tokens: &[Token]) {
        let (head, details) = before_colon(tokens);
        let (head, time) = self.lexicon.without_time(self.text, head);
        let mut statement = Statement {
            range: range(tokens).unwrap_or_default(),
            reading: Reading::Unclear,
            text: String::new(),
            problem: None,
            doubts: Vec::new(),
        };
        match self.lexicon.split(self.text, head) {
            Some(split) => self.tie(&split, details, &mut statement),
            None => self.actor(head, details, &mut statement),
        }
        if let Some((tokens, said)) = time {
            self.mark_all(tokens, SpanSort::Detail);
            self.put_time(&said, &mut statement);
        }
        self.check_time(&mut statement);
        self.parsed.statements.push(statement);
    }

    fn tie(&mut self, split: &Split, details: Option<&[Token]>, statement: &mut Statement) {
        let from = self.end(split.from, statement);
        self.mark(split.middle.clone(), SpanSort::Kind);
        let to = self.end(split.to, statement);
        let is_turned_arrow = is_right_to_left(&self.text[statement.range.clone()]);
        let (mut kind, mut is_turned, mut said) = (None, false, Details::default());
        let mut times = Vec::new();
        match &split.how {
            How::Verb(verb) => (kind, is_turned) = (Some(verb.kind.clone()), verb.is_turned),
            How::Arrow(Arrow::Both) => said.is_mutual = true,
            How::Arrow(arrow) => {
                // The sign ← is not mirrored in lines from right to left, where it points onwards.
                let is_sign = self.text[split.middle.clone()].starts_with(['←', '→']);
                is_turned = (*arrow == Arrow::Backward) != (is_sign && is_turned_arrow);
            }
        }
        for (tokens, range) in self.detail_phrases(details) {
            match self.lexicon.detail(phrase(self.text, tokens)) {
                Some(detail) => {
                    self.mark(range, SpanSort::Detail);
                    put_detail(detail, &mut kind, &mut is_turned, &mut said);
                }
                None => match self.lexicon.time.read(phrase(self.text, tokens)) {
                    Some(time) => {
                        self.mark(range, SpanSort::Detail);
                        times.push(time);
                    }
                    None => self.unknown_detail(range, statement),
                },
            }
        }
        if split.to.iter().any(|token| matches!(token.sort, Sort::Arrow(_))) {
            statement.problem.get_or_insert(self.words.text("quick-one-tie"));
        }
        let verb = self.text[split.middle.clone()].to_owned();
        if from.is_none() || to.is_none() {
            self.may_be_one_actor(split, statement);
        }
        let (Some(from), Some(to)) = (from, to) else {
            let id = if split.from.is_empty() { "quick-no-from" } else { "quick-no-to" };
            let problem = self.say(id, "verb", &verb);
            statement.problem.get_or_insert(problem);
            return;
        };
        let (from, to) = if is_turned { (to, from) } else { (from, to) };
        if from == to {
            let text = self.words.text("quick-itself");
            statement.doubts.push(Doubt { text, choices: Vec::new() });
        }
        let is_kind_said = kind.is_some();
        statement.reading = Reading::Tie(Box::new(NewTie {
            from,
            to,
            kind: kind.unwrap_or_default(),
            is_kind_said,
            is_there: false,
            details: said,
        }));
        for time in times {
            self.put_time(&time, statement);
        }
    }

    /// The phrases after the colon, with the marks between them noted.
    fn detail_phrases<'t>(&mut self, details: Option<&'t [Token]>) -> Vec<(&'t [Token], Range<usize>)> {
        let is_mark = |token: &Token| matches!(token.sort, Sort::Colon | Sort::Comma);
        let mut phrases = Vec::new();
        for part in details.unwrap_or_default().split_inclusive(is_mark) {
            let (words, mark) = match part.split_last() {
                Some((mark, words)) if is_mark(mark) => (words, Some(mark)),
                _ => (part, None),
            };
            phrases.extend(range(words).map(|range| (words, range)));
            if let Some(mark) = mark {
                self.mark(mark.range.clone(), SpanSort::Mark);
            }
        }
        phrases
    }

    fn unknown_details(&mut self, details: Option<&[Token]>) {
        for (_, range) in self.detail_phrases(details) {
            self.mark(range, SpanSort::Unknown);
        }
    }

    fn unknown_detail(&mut self, range: Range<usize>, statement: &mut Statement) {
        let typed = &self.text[range.clone()];
        let states = ["status-planned", "confidence-assumed"].map(|id| self.words.text(id));
        let states = states.each_ref().map(String::as_str);
        let problem = self.words.say(
            "quick-unknown",
            &args([("typed", typed.into()), ("states", self.words.list(&states, 2).into())]),
        );
        statement.problem.get_or_insert(problem);
        self.mark(range, SpanSort::Unknown);
    }

    /// An actor by itself.
    fn actor(&mut self, head: &[Token], details: Option<&[Token]>, statement: &mut Statement) {
        let name = name(self.text, head);
        let there = match (head, self.lexicon.meant(name)) {
            ([token @ Token { sort: Sort::Id(_), .. }], _) => {
                let there = self.lexicon.of_id(name);
                if there.is_none() {
                    self.no_id(name, token, statement);
                    return self.unknown_details(details);
                }
                there
            }
            (_, Meant::Exactly(actor)) => Some(actor),
            (_, Meant::OneOf(few)) if self.lexicon.is_name(name, &few) => few.first().copied(),
            (_, Meant::OneOf(few)) => {
                let like = few.first().map_or("", |actor| self.lexicon.names[*actor].as_str());
                let text = self.say("quick-like", "name", like);
                statement.doubts.push(Doubt { text, choices: Vec::new() });
                None
            }
            _ => None,
        };
        if let Some(actor) = there {
            self.mark_all(head, SpanSort::Actor);
            if details.is_some() {
                self.unknown_details(details);
                statement.problem = Some(self.words.text("quick-already-there"));
            }
            statement.reading = Reading::There(self.lexicon.map.actors[actor].id.clone());
            return;
        }
        if name.is_empty() {
            self.mark_all(head, SpanSort::Unknown);
            self.unknown_details(details);
            statement.problem = Some(self.words.text("quick-nothing"));
            return;
        }
        self.mark_all(head, SpanSort::NewActor);
        let new = self.new_actor(name);
        self.actor_details(details, new, statement);
        statement.reading = Reading::NewActor(new);
    }

    fn actor_details(&mut self, details: Option<&[Token]>, new: usize, statement: &mut Statement) {
        let (mut kind, mut level) = (None, None);
        for (tokens, range) in self.detail_phrases(details) {
            let detail = self.lexicon.actor_detail(phrase(self.text, tokens));
            let time = self.lexicon.time.read(phrase(self.text, tokens)).filter(|_| detail.is_none());
            if let Some(time) = time {
                self.mark(range, SpanSort::Detail);
                statement.reading = Reading::NewActor(new);
                self.put_time(&time, statement);
                continue;
            }
            if detail.is_none() {
                let typed = &self.text[range.clone()];
                statement.problem.get_or_insert(self.say("quick-unknown-of-actor", "typed", typed));
            }
            self.mark(range, if detail.is_some() { SpanSort::Detail } else { SpanSort::Unknown });
            match detail {
                Some(ActorDetail::Kind(said)) => kind = Some(said),
                Some(ActorDetail::Level(said)) => level = Some(said),
                None => {}
            }
        }
        self.parsed.creates[new].is_level_said |= level.is_some();
        let guess = &mut self.parsed.creates[new].guess;
        if kind.is_some() || level.is_some() {
            let kind = kind.or_else(|| guess.is_kind_named.then(|| guess.kind.clone()));
            let level = level.or_else(|| guess.is_level_named.then(|| guess.level.clone()));
            *guess = self.lexicon.guesser.of(kind.as_ref(), level.as_ref());
        }
    }

    /// The place of a new actor, which may have been named before.
    fn new_actor(&mut self, name: &str) -> usize {
        let folded = fold(name);
        let known = self.parsed.creates.iter().position(|new| fold(&new.name) == folded && new.name == name);
        let alike = known.or_else(|| {
            self.parsed.creates.iter().position(|new| !folded.is_empty() && fold(&new.name) == folded)
        });
        alike.unwrap_or_else(|| {
            let guess = self.lexicon.guesser.guess(name);
            self.parsed.creates.push(NewActor::new(name, guess));
            self.parsed.creates.len() - 1
        })
    }

    fn no_id(&mut self, id: &str, token: &Token, statement: &mut Statement) {
        self.mark(token.range.clone(), SpanSort::Unknown);
        statement.problem.get_or_insert(self.say("quick-no-id", "id", id));
    }

    fn mark_all(&mut self, tokens: &[Token], sort: SpanSort) {
        if let Some(range) = range(tokens) {
            self.mark(range, sort);
        }
    }

    /// One end of a tie; nothing if there is nothing that could be one.
    fn end(&mut self, tokens: &[Token], statement: &mut Statement) -> Option<End> {
        let range = range(tokens)?;
        let name = name(self.text, tokens);
        if let [token @ Token { sort: Sort::Id(_), .. }] = tokens {
            let Some(actor) = self.lexicon.of_id(name) else {
                self.no_id(name, token, statement);
                return None;
            };
            self.mark(range, SpanSort::Actor);
            return Some(self.known_end(actor));
        }
        if name.is_empty() {
            self.mark(range, SpanSort::Unknown);
            return None;
        }
        let is_quoted = matches!(tokens, [Token { sort: Sort::Quoted(_), .. }]);
        let (sort, few) = match self.lexicon.meant(name) {
            Meant::Exactly(actor) => (SpanSort::Actor, vec![actor]),
            Meant::OneOf(few) if few.len() == 1 && !is_quoted => (SpanSort::Actor, few),
            Meant::OneOf(few) if !is_quoted || self.lexicon.is_name(name, &few) => (SpanSort::Doubtful, few),
            Meant::Like(few) if !is_quoted => (SpanSort::Doubtful, few),
            _ => (SpanSort::NewActor, Vec::new()),
        };
        self.mark(range.clone(), sort);
        let Some(taken) = few.first() else {
            return Some(End::New(self.new_actor(name)));
        };
        // Two words that another name only begins with may be a name of their own.
        let goes_on = tokens.len() > 1 && !self.lexicon.is_called(name);
        if sort == SpanSort::Doubtful || goes_on {
            statement.doubts.push(self.which(&few, name, range));
        }
        Some(self.known_end(*taken))
    }

    fn known_end(&self, actor: usize) -> End {
        End::Known(self.lexicon.map.actors[actor].id.clone())
    }

    /// What can only be said when everything has been read: what kinds are likely, and all of it in words.
    fn finish(&mut self) {
        let mut statements = std::mem::take(&mut self.parsed.statements);
        for statement in &mut statements {
            match &mut statement.reading {
                Reading::Unclear => {}
                Reading::There(actor) => {
                    let name = self.known_name(actor);
                    statement.text = self.say("quick-there", "name", &name);
                }
                Reading::NewActor(new) => {
                    let actor = &self.parsed.creates[*new];
                    let text = actor.text(&self.lexicon.map, self.words);
                    statement.text = with_time(text, actor.since, actor.until, self.words);
                    statement.doubts.extend(self.default_kind(*new));
                    statement.doubts.extend(self.guessed_level(*new, Some(&statement.range)));
                }
                Reading::Tie(tie) => self.finish_tie(tie, &statement.range, &mut statement.doubts),
            }
            if let Reading::Tie(tie) = &statement.reading {
                let (since, until) = (tie.details.since, tie.details.until);
                statement.text = with_time(self.tie_text(tie), since, until, self.words);
            }
        }
        self.parsed.statements = statements;
        self.parsed.spans.sort_by_key(|span| span.range.start);
    }

    fn finish_tie(&mut self, tie: &mut NewTie, range: &Range<usize>, doubts: &mut Vec<Doubt>) {
        let [from, to] = [&tie.from, &tie.to].map(|end| self.actor_at(end));
        if !tie.is_kind_said {
            let kinds = plausible::tie_kinds(&self.lexicon.map, &from, &to);
            tie.kind = kinds.first().cloned().unwrap_or_default();
            doubts.push(self.guessed_kind(&kinds, range));
        }
        for end in [&tie.from, &tie.to] {
            if let End::New(new) = end {
                doubts.extend(self.default_kind(*new));
                doubts.extend(self.guessed_level(*new, None));
            }
        }
        let is_mutual = tie.details.is_mutual || self.is_mutual(&tie.kind);
        let key = |from: &ActorId, to: &ActorId| (from.clone(), tie.kind.clone(), to.clone());
        tie.is_there = self.said.contains(&key(&from.id, &to.id))
            || (is_mutual && self.said.contains(&key(&to.id, &from.id)))
            || self.lexicon.map.ties.iter().any(|other| {
                other.kind == tie.kind
                    && ((other.from == from.id && other.to == to.id)
                        || (is_mutual && other.from == to.id && other.to == from.id))
            });
        if tie.is_there {
            doubts.push(Doubt { text: self.words.text("quick-tie-there"), choices: Vec::new() });
        }
        self.said.insert(key(&from.id, &to.id));
    }

    fn is_mutual(&self, kind: &TieKindId) -> bool {
        self.lexicon.map.vocabulary().tie_kind(kind).is_some_and(|traits| traits.mutual)
    }

    /// The actor at an end; a new one has an id that no actor of the map can have.
    fn actor_at(&self, end: &End) -> Actor {
        match end {
            End::New(new) => self.parsed.creates[*new].actor(ActorId::new(&format!("+{new}"))),
            End::Known(id) => {
                let known =
                    self.lexicon.of_id(id.as_str()).map(|place| self.lexicon.map.actors[place].clone());
                known.unwrap_or_else(|| Actor::new(id.clone(), id.as_str().into(), "".into(), "".into()))
            }
        }
    }

    fn known_name(&self, id: &ActorId) -> String {
        self.lexicon.of_id(id.as_str()).map_or_else(String::new, |actor| self.lexicon.names[actor].clone())
    }

    fn end_name(&self, end: &End) -> String {
        match end {
            End::Known(id) => self.known_name(id),
            End::New(new) => self.parsed.creates[*new].name.clone(),
        }
    }

    fn tie_text(&self, tie: &NewTie) -> String {
        let (from, to) = (self.end_name(&tie.from), self.end_name(&tie.to));
        let verb = self.words.tie_kind(&self.lexicon.map, &tie.kind);
        self.words
            .say("tie-in-words", &args([("from", from.into()), ("verb", verb.into()), ("to", to.into())]))
    }
}

/// The name that a phrase gives: without quotes and `#` if it is nothing else.
fn name<'t>(text: &'t str, tokens: &[Token]) -> &'t str {
    match tokens {
        [Token { sort: Sort::Quoted(inner) | Sort::Id(inner), .. }] => text[inner.clone()].trim(),
        _ => phrase(text, tokens).trim(),
    }
}

fn put_detail(detail: Detail, kind: &mut Option<TieKindId>, is_turned: &mut bool, said: &mut Details) {
    match detail {
        Detail::Kind(verb) => {
            // A kind after the colon counts for more than a verb; from the other end it turns the tie round.
            *kind = Some(verb.kind);
            *is_turned ^= verb.is_turned;
        }
        Detail::Strength(rating) => said.strength = Some(rating),
        Detail::Status(status) => said.status = Some(status),
        Detail::Confidence(confidence) => said.confidence = Some(confidence),
        Detail::Medium(medium) => said.medium = Some(medium),
        Detail::Formality(formality) => said.formality = Some(formality),
        Detail::Mutual => said.is_mutual = true,
    }
}
