//! Network measures: what an analyst expects to find in any such tool, over the cooperative ties of a map. A file for
//! each method; definitions and sources are in `docs/method.md`.
//!
//! All are over active cooperative ties, parallel ones merged with their strengths added ([`graph::TieGraph`]). Each
//! method is a function of a graph, so that it can be held against other programs; [`measure`] puts them together.

pub mod audience;
pub mod betweenness;
pub mod brokerage;
pub mod burt;
pub mod closeness;
pub mod clustering;
pub mod communities;
pub mod cores;
pub mod cuts;
pub mod degrees;
pub mod eigenvector;
pub mod graph;
pub mod pagerank;
mod triangles;

use super::network::{ActorIx, Network, TieIx};
use super::progress::{KeepOn, Stopped};
use super::voice_graph::VoiceGraph;
use brokerage::Roles;
use graph::TieGraph;

/// Above so many actors exact betweenness takes minutes, and is worked out only if asked for.
pub const MOST_WITHOUT_EXACT: usize = 20_000;

/// What to measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wanted {
    /// Adverse ties too.
    pub with_adverse: bool,
    /// Betweenness however long it takes.
    pub exact: bool,
}

/// The measures of a map and its actors. `None` where a measure is undefined, or was not worked out.
#[derive(Debug, Clone, PartialEq)]
pub struct Measures {
    /// Of the map as a whole.
    pub map: MapMeasures,
    /// Of each actor, in the order of ids.
    pub actors: Vec<ActorMeasures>,
    /// The ties between two actors without which their part of the map would fall apart, in the order of ids.
    pub bridge_ties: Vec<TieIx>,
}

/// The measures of a map as a whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MapMeasures {
    /// [`degrees::density`].
    pub density: Option<f64>,
    /// [`degrees::reciprocity`].
    pub reciprocity: Option<f64>,
    /// [`degrees::centralization`].
    pub centralization: Option<f64>,
    /// How many components there are.
    pub components: u32,
    /// How many communities were found.
    pub communities: u32,
    /// The modularity of those communities.
    pub modularity: Option<f64>,
}

/// The measures of an actor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ActorMeasures {
    /// How many it is joined to.
    pub degree: u32,
    /// How many have a tie to it.
    pub in_degree: u32,
    /// How many it has a tie to.
    pub out_degree: u32,
    /// The strength of all its ties.
    pub strength: u64,
    /// [`betweenness::betweenness`]; `None` on a map that is too large.
    pub betweenness: Option<f64>,
    /// [`closeness::harmonic`]; `None` for an only actor.
    pub closeness: Option<f64>,
    /// [`eigenvector::eigenvector`].
    pub eigenvector: Option<f64>,
    /// [`pagerank::pagerank`].
    pub pagerank: f64,
    /// [`cores::core_numbers`].
    pub core: u32,
    /// [`clustering::clustering`].
    pub clustering: Option<f64>,
    /// [`burt::constraint`].
    pub constraint: Option<f64>,
    /// [`burt::effective_size`].
    pub effective_size: Option<f64>,
    /// Its component, numbered from 1 in the order of their first actors.
    pub component: u32,
    /// Its community, numbered in the same way.
    pub community: u32,
    /// Whether its component would fall apart without it.
    pub is_articulation: bool,
    /// Between which groups it stands.
    pub brokerage: Brokerage,
    /// How many decision-makers its voice can reach ([`audience::audience`]).
    pub reaches: u32,
}

/// [`brokerage::brokerage`] by two groupings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Brokerage {
    /// Groups are levels.
    pub level: Roles,
    /// Groups are formal, informal and hybrid actors.
    pub formality: Roles,
}

/// Measures a map. Near-linear but for betweenness, O(actors × ties), and closeness, O(actors × ties ÷ 256).
pub fn measure(network: &Network, wanted: Wanted, keep_on: KeepOn) -> Result<Measures, Stopped> {
    let graph = TieGraph::of(network, wanted.with_adverse);
    let size = network.actors.len();
    // Eigenvector centrality takes as long where two eigenvalues are close, and one core.
    let (closeness, eigenvector) =
        rayon::join(|| closeness::harmonic(&graph, keep_on), || eigenvector::eigenvector(&graph.both));
    let closeness = closeness?;
    let is_exact = wanted.exact || size <= MOST_WITHOUT_EXACT;
    let betweenness = if is_exact { Some(betweenness::betweenness(&graph, keep_on)?) } else { None };
    let active = (0..).zip(&network.ties).filter(|(_, link)| link.is_active).map(|(tie, _)| tie);
    let voices = VoiceGraph::of(network, &active.collect::<Vec<TieIx>>());
    let reaches = audience::audience(&voices, &network.decision_makers);
    let pagerank = pagerank::pagerank(&graph);
    let cores = cores::core_numbers(&graph.both);
    let cuts = cuts::cuts(&graph.both);
    let clustering = clustering::clustering(&graph.both);
    let constraint = burt::constraint(&graph.both);
    let effective_size = burt::effective_size(&graph.both);
    let communities = communities::communities(&graph.both);
    let levels: Vec<u32> = network.actors.iter().map(|node| node.level).collect();
    let formalities: Vec<u32> = network.actors.iter().map(|node| node.formality as u32).collect();
    let by_level = brokerage::brokerage(&graph, &levels);
    let by_formality = brokerage::brokerage(&graph, &formalities);
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let of_actor = |actor: ActorIx| {
        let place = actor as usize;
        ActorMeasures {
            degree: count(graph.both.degree(actor)),
            in_degree: count(graph.into.degree(actor)),
            out_degree: count(graph.out.degree(actor)),
            strength: degrees::strength(&graph.both, actor),
            betweenness: betweenness.as_ref().map(|values| values[place]),
            closeness: (size > 1).then(|| closeness[place]),
            eigenvector: eigenvector.as_ref().map(|values| values[place]),
            pagerank: pagerank[place],
            core: cores[place],
            clustering: clustering[place],
            constraint: constraint[place],
            effective_size: effective_size[place],
            component: cuts.component_of[place] + 1,
            community: communities.of[place] + 1,
            is_articulation: cuts.is_articulation[place],
            brokerage: Brokerage { level: by_level[place], formality: by_formality[place] },
            reaches: reaches[place],
        }
    };
    let is_counted = |link: &super::Link| link.is_active && (wanted.with_adverse || link.is_cooperative());
    let is_bridge = |link: &super::Link| cuts.bridges.binary_search(&link.pair()).is_ok();
    let bridge_ties = (0..).zip(&network.ties).filter(|(_, link)| is_counted(link) && is_bridge(link));
    Ok(Measures {
        map: MapMeasures {
            density: degrees::density(&graph),
            reciprocity: degrees::reciprocity(&graph),
            centralization: degrees::centralization(&graph.both),
            components: cuts.components,
            communities: communities.count,
            modularity: communities.modularity,
        },
        bridge_ties: bridge_ties.map(|(tie, _)| tie).collect(),
        actors: (0..).take(size).map(of_actor).collect(),
    })
}
