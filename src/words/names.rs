//! What things of a map are called in a sentence.

use super::{Words, args};
use crate::analysis::{ActorIx, Analysis, Expected, Network, Rung, TieIx, VoiceState};
use crate::model::terms::Term;
use crate::model::{ActorKindId, Date, Id, Language, Map, Rating, Text, Tie, TieKindId};

/// How authors mark what somebody said.
const QUOTES: [(char, char); 3] = [('“', '”'), ('«', '»'), ('"', '"')];

/// The longest that a concern stands in a sentence, in characters.
const CONCERN: usize = 90;

/// What the authors wrote, in a reader's language as far as they wrote in it, or the id where nobody gave it a name.
pub fn name_in<'t>(language: &Language, text: &'t Text, id: &'t impl Id) -> &'t str {
    Some(text.read(language)).filter(|name| !name.trim().is_empty()).unwrap_or(id.as_str())
}

impl Words {
    /// What the authors wrote, in the reader's language as far as they wrote in it.
    pub fn read<'t>(&self, text: &'t Text) -> &'t str {
        text.read(&self.language)
    }

    /// Who brings a planned tie about, and by when, as far as that is said.
    pub fn owner_and_due<'t>(&self, tie: &'t Tie) -> (Option<&'t str>, Option<Date>) {
        let Some(plan) = &tie.plan else { return (None, None) };
        (Some(self.read(&plan.owner)).filter(|owner| !owner.is_empty()), plan.due)
    }

    /// The same, or its id where nobody gave it a name.
    pub fn name<'t>(&self, text: &'t Text, id: &'t impl Id) -> &'t str {
        name_in(&self.language, text, id)
    }

    /// The name of an actor.
    pub fn actor<'n>(&self, network: &'n Network, actor: ActorIx) -> &'n str {
        let actor = network.actor(actor);
        self.name(&actor.name, &actor.id)
    }

    /// The names of actors as a list that reads.
    pub fn actors(&self, network: &Network, actors: &[ActorIx], most: usize) -> String {
        let names: Vec<_> = actors.iter().map(|actor| self.actor(network, *actor)).collect();
        self.list(&names, most)
    }

    /// How actors without a tie that counts stand: "no ties", "2 ties, none active".
    pub fn without_active_ties(&self, analysis: &Analysis, actors: &[ActorIx]) -> String {
        let (count, all) =
            (|actor: &ActorIx| analysis.network.tie_count(*actor), analysis.confirmed.is_some());
        match actors {
            [one] => self.ties_without_use(count(one), all),
            // A tie between two of them would be counted twice.
            several if several.iter().any(|actor| count(actor) > 0) => {
                self.text(if all { "no-active-tie" } else { "no-counted-tie" })
            }
            _ => self.ties_without_use(0, all),
        }
    }

    /// So many ties, none of which counts: none is active or, where not `all` active ones count, none of these is one that does.
    pub(super) fn ties_without_use(&self, count: u32, all: bool) -> String {
        let id = if all { "no-active-ties" } else { "no-counted-ties" };
        self.say(id, &args([("count", count.into())]))
    }

    /// How an expected voice fares, in a word of that family.
    pub fn fares(&self, family: &str, analysis: &Analysis, fares: &Expected) -> String {
        match fares.state {
            VoiceState::Isolated => self.without_active_ties(analysis, &fares.actors),
            state => self.term(family, state),
        }
    }

    /// How strong something is that may never have been rated: a number for a message, 0 where it was not.
    pub fn strength(rated: Option<Rating>) -> u32 {
        rated.map_or(0, |rating| u32::from(rating.get()))
    }

    /// A word of a closed vocabulary: `stance-neutral` for [`Stance::Neutral`](crate::model::terms::Stance::Neutral).
    pub fn term(&self, family: &str, term: impl Term) -> String {
        self.text(&format!("{family}-{}", term.id()))
    }

    /// The name of a level, by its place in the order of ids.
    pub fn level(&self, network: &Network, level: u32) -> String {
        let Rung { id, at, .. } = &network.levels[level as usize];
        let own = network.map.levels.get(*at);
        own.map_or_else(|| self.text(&format!("level-{id}")), |level| self.name(&level.name, id).to_owned())
    }

    /// A tie in words: "Police informs Governor's office".
    pub fn tie(&self, network: &Network, tie: TieIx) -> String {
        let link = network.link(tie);
        let (from, to) = (self.actor(network, link.from), self.actor(network, link.to));
        self.say(
            "tie-in-words",
            &args([("from", from.into()), ("verb", self.verb(network, tie).into()), ("to", to.into())]),
        )
    }

    /// A tie that is not there, in words.
    pub fn supposed_tie(&self, network: &Network, from: ActorIx, kind: &TieKindId, to: ActorIx) -> String {
        let ends = [("from", self.actor(network, from)), ("to", self.actor(network, to))];
        let [from, to] = ends.map(|(name, actor)| (name, actor.into()));
        self.say("tie-in-words", &args([from, ("verb", self.tie_kind(&network.map, kind).into()), to]))
    }

    /// The kind of a tie as a verb.
    pub fn verb(&self, network: &Network, tie: TieIx) -> String {
        self.tie_kind(&network.map, &network.tie(tie).kind)
    }

    /// A kind of tie as a verb.
    pub fn tie_kind(&self, map: &Map, kind: &TieKindId) -> String {
        let own = map.tie_kinds.iter().find(|own| own.id == *kind);
        own.map_or_else(
            || self.text(&format!("tie-kind-{kind}")),
            |own| self.name(&own.name, kind).to_owned(),
        )
    }

    /// A kind of actor.
    pub fn actor_kind(&self, map: &Map, kind: &ActorKindId) -> String {
        let own = map.actor_kinds.iter().find(|own| own.id == *kind);
        own.map_or_else(
            || self.text(&format!("actor-kind-{kind}")),
            |own| self.name(&own.name, kind).to_owned(),
        )
    }

    /// How a voice leaves an actor along a tie: "member of, since 2009", or, where the tie reads the other way, who does
    /// what to it.
    pub fn step(&self, network: &Network, tie: TieIx, from: ActorIx) -> String {
        let (told, link) = (network.tie(tie), network.link(tie));
        let verb = self.verb(network, tie);
        let what = if link.from == from || link.is_mutual {
            verb
        } else {
            let other = self.actor(network, link.from);
            self.say("step-turned", &args([("other", other.into()), ("verb", verb.into())]))
        };
        match told.since {
            Some(since) => {
                self.say("step-since", &args([("what", what.into()), ("since", since.to_string().into())]))
            }
            None => what,
        }
    }

    /// A concern as its authors wrote it.
    pub fn concern<'n>(&self, network: &'n Network, concern: u32) -> &'n str {
        let concern = network.concern(concern);
        self.name(&concern.text, &concern.id)
    }

    /// A concern, short enough for a sentence, which sets it between quotation marks.
    pub fn concern_in_short(&self, network: &Network, concern: u32) -> String {
        let text = self.concern(network, concern);
        let quoted = QUOTES.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
        let text = quoted.unwrap_or(text);
        if text.chars().count() <= CONCERN {
            return text.to_owned();
        }
        let short: String = text.chars().take(CONCERN).collect();
        // Not in the middle of a word, where there is a word to end with.
        let whole = short.rsplit_once(' ').map_or(short.as_str(), |(words, _)| words);
        format!("{}…", whole.trim_end_matches([',', ';', ':', '.']))
    }
}
