//! The spotlight: what is lit when something is looked at, and what it shows. Everything else is dimmed.

use std::collections::BTreeSet;

use crate::analysis::{ActorIx, Analysis, Link, Route, Subject, TieIx, routes};
use crate::model::Rating;

/// What somebody looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Item {
    /// An actor: its channel where it is a voice, and else its neighbours.
    Actor(ActorIx),
    /// A transmission belt: those whose voices it carries, with their ways to it.
    Belt(ActorIx),
    /// A tie.
    Tie(TieIx),
    /// A finding, by its place.
    Finding(usize),
    /// An expected voice, by its place.
    Expected(u32),
    /// A tie that could be, by its place among those proposed.
    Bridge(usize),
    /// A level, by its place.
    Level(u32),
}

/// What is lit.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spotlight {
    /// The actors.
    pub actors: Vec<ActorIx>,
    /// Ties that stand out without being a channel.
    pub ties: Vec<TieIx>,
    /// A voice's channel, or any other way up.
    pub channel: Option<Route>,
    /// The way back of an answer.
    pub way_back: Option<Route>,
    /// Those whom every channel has to pass.
    pub gatekeepers: Vec<ActorIx>,
    /// Ties that are not there, and could be.
    pub ghosts: Vec<(ActorIx, ActorIx)>,
    /// Who it is about.
    pub subject: Option<ActorIx>,
    /// Whether somebody chose just these actors.
    pub is_choice: bool,
}

impl Spotlight {
    /// What shows an item. `bridges` are the ties that were proposed, by their ends.
    pub fn on(analysis: &Analysis, item: Item, bridges: &[(ActorIx, ActorIx)]) -> Self {
        let mut lit = match item {
            Item::Actor(actor) => Self::on_actor(analysis, actor),
            Item::Belt(actor) => Self::on_belt(analysis, actor),
            Item::Tie(tie) => {
                let link = analysis.network.link(tie);
                Self { actors: vec![link.from, link.to], ties: vec![tie], ..Self::default() }
            }
            Item::Finding(finding) => Self::on_finding(analysis, finding),
            Item::Expected(expected) => {
                let Some(expected) = analysis.expected_voices.get(expected as usize) else {
                    return Self::default();
                };
                match &*expected.actors {
                    [one] => Self::on_actor(analysis, *one),
                    several => {
                        several.iter().fold(Self::default(), |lit, actor| lit.with_way_of(analysis, *actor))
                    }
                }
            }
            Item::Bridge(bridge) => {
                let ghosts: Vec<_> = bridges.get(bridge).copied().into_iter().collect();
                let actors = ghosts.iter().flat_map(|(from, to)| [*from, *to]).collect();
                Self { actors, ghosts, ..Self::default() }
            }
            Item::Level(level) => {
                let nodes = (0..).zip(&analysis.network.actors);
                let actors = nodes.filter(|(_, node)| node.level == level).map(|(actor, _)| actor).collect();
                Self { actors, ..Self::default() }
            }
        };
        lit.actors.sort_unstable();
        lit.actors.dedup();
        lit.ties.sort_unstable();
        lit.ties.dedup();
        lit
    }

    /// The weakest tie of the channel, of equals the first that was rated, and how strong somebody said that it is.
    pub fn weakest(&self, analysis: &Analysis) -> Option<(TieIx, Option<Rating>)> {
        let channel = self.channel.as_ref()?;
        let weakest = *channel.ties.get(channel.weakest(&analysis.network)?)?;
        Some((weakest, analysis.network.tie(weakest).strength))
    }

    /// An actor with all its neighbours.
    pub fn neighbourhood(analysis: &Analysis, actor: ActorIx) -> Self {
        let mut lit = Self { subject: Some(actor), actors: vec![actor], ..Self::default() };
        for (tie, link) in analysis.network.drawn_ties() {
            if link.is_active && (link.from == actor || link.to == actor) {
                lit.ties.push(tie);
                lit.actors.extend([link.from, link.to]);
            }
        }
        lit.actors.sort_unstable();
        lit.actors.dedup();
        lit
    }

    /// Several actors, and the ties between them.
    pub fn among(analysis: &Analysis, actors: &BTreeSet<ActorIx>) -> Self {
        let is_between =
            |link: &Link| link.is_active && actors.contains(&link.from) && actors.contains(&link.to);
        let links = analysis.network.drawn_ties();
        let ties = links.filter(|(_, link)| is_between(link)).map(|(tie, _)| tie).collect();
        Self { actors: actors.iter().copied().collect(), ties, is_choice: true, ..Self::default() }
    }

    /// What lights a route, whichever it is.
    pub fn along(route: &Route) -> Self {
        Self { actors: route.actors.clone(), channel: Some(route.clone()), ..Self::default() }
    }

    fn on_actor(analysis: &Analysis, actor: ActorIx) -> Self {
        let is_silent = !analysis.network.node(actor).is_voice() || !analysis.pass.is_heard(actor);
        let Ok(found) = routes(analysis, actor, None, 0) else {
            return Self::neighbourhood(analysis, actor);
        };
        let mut lit = if is_silent { Self::neighbourhood(analysis, actor) } else { Self::default() };
        lit.subject = Some(actor);
        lit.actors.push(actor);
        lit.actors.extend(found.gatekeepers.iter().copied());
        for route in found.best.iter().chain(&found.way_back).filter(|_| !is_silent) {
            lit.actors.extend(&route.actors);
        }
        lit.gatekeepers = found.gatekeepers;
        if !is_silent {
            lit.channel = found.best;
            lit.way_back = found.way_back;
        }
        lit
    }

    fn on_belt(analysis: &Analysis, belt: ActorIx) -> Self {
        let mut lit = Self { subject: Some(belt), actors: vec![belt], ..Self::default() };
        for voice in carried_by(analysis, belt) {
            lit = lit.with_way_of(analysis, voice);
        }
        if analysis.pass.gates.holds(belt) > 0 {
            lit.gatekeepers.push(belt);
        }
        lit
    }

    fn on_finding(analysis: &Analysis, finding: usize) -> Self {
        let Some(finding) = analysis.findings.get(finding) else { return Self::default() };
        let mut lit = Self {
            actors: finding.actors.iter().chain(&finding.by).copied().collect(),
            ties: finding.ties.clone(),
            ..Self::default()
        };
        lit.actors.extend(finding.voices.as_slice());
        match finding.subject {
            Subject::Actor(actor) => lit.subject = Some(actor),
            Subject::Pair(a, b) | Subject::Passing(_, a, b) => lit.actors.extend([a, b]),
            Subject::Level(level) => {
                let nodes = (0..).zip(&analysis.network.actors);
                lit.actors.extend(nodes.filter(|(_, node)| node.level == level).map(|(actor, _)| actor));
            }
            _ => {}
        }
        let ends =
            lit.ties.iter().map(|tie| analysis.network.link(*tie)).flat_map(|link| [link.from, link.to]);
        lit.actors.extend(ends.collect::<Vec<_>>());
        // The voices behind a gatekeeper are told by their ways to it.
        for voice in finding.voices.as_slice() {
            lit = lit.with_way_of(analysis, *voice);
        }
        lit
    }

    fn with_way_of(mut self, analysis: &Analysis, voice: ActorIx) -> Self {
        self.actors.push(voice);
        if let Some((_, tree)) = analysis.pass.reach.best(voice) {
            for (actor, tie) in tree.steps(voice) {
                self.actors.push(actor);
                self.ties.push(tie);
            }
        }
        self
    }
}

/// The voices whose best channel leads through a belt, or that have to pass it, in the order of their places.
pub fn carried_by(analysis: &Analysis, belt: ActorIx) -> Vec<ActorIx> {
    let held = analysis.pass.gates.behind(belt);
    let passes = |voice: ActorIx| {
        let channel = analysis.pass.reach.best(voice);
        channel.is_some_and(|(_, tree)| tree.steps(voice).any(|(actor, _)| actor == belt && actor != voice))
    };
    let mut voices: Vec<ActorIx> = analysis.network.voices().filter(|voice| passes(*voice)).collect();
    voices.extend(held.as_slice());
    voices.sort_unstable();
    voices.dedup();
    voices
}
