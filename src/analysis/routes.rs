//! Routes: how one actor is heard, in detail. The best channel and the next best, how many share nobody, who has to be
//! passed, and the way back.

mod alternatives;
mod disjoint;
mod search;

use super::network::{ActorIx, Network, TieIx};
use super::{Analysis, VoiceGraph};
use crate::model::Rating;

use search::Ways;

/// A path from one actor to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The actors, both ends included.
    pub actors: Vec<ActorIx>,
    /// The ties between them.
    pub ties: Vec<TieIx>,
    /// The strength of the weakest of the ties.
    pub strength: Rating,
}

impl Route {
    /// The order of best channels: the strongest first, then the shortest, then the smallest sequence of ids.
    fn rank(&self) -> (std::cmp::Reverse<Rating>, usize, &[ActorIx]) {
        (std::cmp::Reverse(self.strength), self.actors.len(), &self.actors)
    }

    /// The strength of the weakest of the ties, if somebody rated one of the weakest: nobody said so of a tie that only counts as
    /// middling.
    pub fn rated(&self, network: &Network) -> Option<Rating> {
        let is_rated = |tie: &TieIx| network.tie(*tie).strength == Some(self.strength);
        self.ties.iter().any(is_rated).then_some(self.strength)
    }

    /// The place of the weakest tie: the first of those, but rather one that somebody rated.
    pub fn weakest(&self, network: &Network) -> Option<usize> {
        let is_weakest = |tie: &TieIx| network.link(*tie).strength == self.strength;
        let is_rated = |tie: &TieIx| network.tie(*tie).strength == Some(self.strength);
        self.ties.iter().position(is_rated).or_else(|| self.ties.iter().position(is_weakest))
    }

    /// A path along these actors, by the arcs of the graph. `None` where two of them are not joined, or there is no tie.
    fn along(graph: &VoiceGraph, actors: Vec<ActorIx>) -> Option<Self> {
        let arcs: Vec<_> =
            actors.windows(2).map(|pair| graph.arc(pair[0], pair[1])).collect::<Option<_>>()?;
        let strength = arcs.iter().map(|arc| arc.strength).min()?;
        Some(Self { ties: arcs.iter().map(|arc| arc.tie).collect(), actors, strength })
    }
}

/// How one actor is heard.
#[derive(Debug, Clone)]
pub struct Routes {
    /// Who.
    pub from: ActorIx,
    /// By whom; `None` for any decision-maker.
    pub to: Option<ActorIx>,
    /// The best channel; `None` where it is not heard.
    pub best: Option<Route>,
    /// The next best ones, simple paths each, in order.
    pub alternatives: Vec<Route>,
    /// The greatest number of channels that share nobody but their ends.
    pub disjoint: u32,
    /// Those whom every channel passes, in the order of ids.
    pub gatekeepers: Vec<ActorIx>,
    /// The best path of an answer.
    pub way_back: Option<Route>,
}

/// Why there are no routes to speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RouteError {
    /// The actor decides itself, and no other was named.
    Decides,
    /// Both ends are one actor.
    SameActor,
}

/// How an actor is heard by any decision-maker, or by the actor `to`. A channel meets no other decision-maker on its
/// way, whomever it leads to.
///
/// Complexity: best channel, gatekeepers and way back O(actors + arcs); each alternative O(hops × (actors + arcs));
/// `disjoint` O(disjoint × (actors + arcs)).
pub fn routes(
    analysis: &Analysis,
    from: ActorIx,
    to: Option<ActorIx>,
    alternatives: usize,
) -> Result<Routes, RouteError> {
    let network = &analysis.network;
    if to == Some(from) {
        return Err(RouteError::SameActor);
    }
    if to.is_none() && network.node(from).decides {
        return Err(RouteError::Decides);
    }
    let ways = Ways::new(network, &analysis.pass.graph, from, to);
    let best = ways.best_of_all();
    let alternatives =
        best.as_ref().map_or_else(Vec::new, |best| alternatives::after(&ways, best, alternatives));
    Ok(Routes {
        from,
        to,
        alternatives,
        disjoint: disjoint::count(&ways),
        gatekeepers: best.as_ref().map_or_else(Vec::new, |best| ways.gatekeepers(best)),
        way_back: ways.back(),
        best,
    })
}

/// The `most` best channels from one actor to another, simple paths each, the best first; part of [`routes`].
pub fn best_routes(analysis: &Analysis, from: ActorIx, to: ActorIx, most: usize) -> Vec<Route> {
    let ways = Ways::new(&analysis.network, &analysis.pass.graph, from, Some(to));
    let Some(best) = ways.best_of_all().filter(|_| most > 0) else { return Vec::new() };
    let next = alternatives::after(&ways, &best, most - 1);
    std::iter::once(best).chain(next).collect()
}

/// The greatest number of channels from one actor to another that share nobody but their ends; part of [`routes`].
pub fn disjoint_routes(analysis: &Analysis, from: ActorIx, to: ActorIx) -> u32 {
    disjoint::count(&Ways::new(&analysis.network, &analysis.pass.graph, from, Some(to)))
}
