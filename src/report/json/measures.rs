//! `jisr metrics --json`: network measures of a map and its actors.

use serde::Serialize;

use crate::analysis::measures::brokerage::Roles;
use crate::analysis::measures::{ActorMeasures, Measures};
use crate::analysis::{ActorIx, Network};

/// The measures of a map; null where one is undefined or was not worked out.
#[derive(Debug, Serialize)]
pub struct MeasuresDocument {
    /// Of the map as a whole.
    pub map: MapMeasuresDocument,
    /// Of each actor.
    pub actors: Vec<ActorMeasuresDocument>,
    /// Ties without which their part of the map would fall apart.
    pub bridge_ties: Vec<String>,
}

/// Of the map as a whole.
#[derive(Debug, Serialize)]
pub struct MapMeasuresDocument {
    /// Arcs ÷ ordered pairs.
    pub density: Option<f64>,
    /// Arcs that are returned ÷ arcs.
    pub reciprocity: Option<f64>,
    /// Freeman's degree centralisation.
    pub centralization: Option<f64>,
    /// How many components there are.
    pub components: u32,
    /// How many communities there are.
    pub communities: u32,
    /// The modularity of the communities.
    pub modularity: Option<f64>,
}

/// Of an actor.
#[derive(Debug, Serialize)]
pub struct ActorMeasuresDocument {
    /// Who.
    pub actor: String,
    /// How many it is joined to.
    pub degree: u32,
    /// How many have a tie to it.
    pub in_degree: u32,
    /// How many it has a tie to.
    pub out_degree: u32,
    /// The strength of all its ties.
    pub strength: u64,
    /// Shortest paths between others that pass it.
    pub betweenness: Option<f64>,
    /// Harmonic closeness.
    pub closeness: Option<f64>,
    /// Eigenvector centrality.
    pub eigenvector: Option<f64>,
    /// `PageRank`.
    pub pagerank: f64,
    /// Core number.
    pub core: u32,
    /// Local clustering.
    pub clustering: Option<f64>,
    /// Burt's constraint.
    pub constraint: Option<f64>,
    /// Burt's effective size.
    pub effective_size: Option<f64>,
    /// Which component it belongs to.
    pub component: u32,
    /// Which community it belongs to.
    pub community: u32,
    /// Whether its component would fall apart without it.
    pub articulation: bool,
    /// Between which groups it stands.
    pub brokerage: BrokerageDocument,
    /// How many decision-makers its voice can reach.
    pub reaches: u32,
}

/// Brokerage by two groupings.
#[derive(Debug, Serialize)]
pub struct BrokerageDocument {
    /// By level.
    pub level: RolesDocument,
    /// By formality.
    pub formality: RolesDocument,
}

/// Counts of five roles.
#[derive(Debug, Serialize)]
pub struct RolesDocument {
    /// All three of one group.
    pub coordinator: u64,
    /// Between two of another group.
    pub itinerant: u64,
    /// Into its own group.
    pub gatekeeper: u64,
    /// Out of its own group.
    pub representative: u64,
    /// Between two other groups.
    pub liaison: u64,
}

/// The measures of a map, of the actors at these places.
pub fn measures(network: &Network, measures: &Measures, actors: &[ActorIx]) -> MeasuresDocument {
    let map = measures.map;
    MeasuresDocument {
        map: MapMeasuresDocument {
            density: map.density,
            reciprocity: map.reciprocity,
            centralization: map.centralization,
            components: map.components,
            communities: map.communities,
            modularity: map.modularity,
        },
        actors: actors.iter().map(|ix| actor(network, *ix, &measures.actors[*ix as usize])).collect(),
        bridge_ties: measures.bridge_ties.iter().map(|tie| network.tie(*tie).id.to_string()).collect(),
    }
}

fn actor(network: &Network, actor: ActorIx, measures: &ActorMeasures) -> ActorMeasuresDocument {
    ActorMeasuresDocument {
        actor: network.actor(actor).id.to_string(),
        degree: measures.degree,
        in_degree: measures.in_degree,
        out_degree: measures.out_degree,
        strength: measures.strength,
        betweenness: measures.betweenness,
        closeness: measures.closeness,
        eigenvector: measures.eigenvector,
        pagerank: measures.pagerank,
        core: measures.core,
        clustering: measures.clustering,
        constraint: measures.constraint,
        effective_size: measures.effective_size,
        component: measures.component,
        community: measures.community,
        articulation: measures.is_articulation,
        brokerage: BrokerageDocument {
            level: roles(measures.brokerage.level),
            formality: roles(measures.brokerage.formality),
        },
        reaches: measures.reaches,
    }
}

fn roles(roles: Roles) -> RolesDocument {
    let Roles { coordinator, itinerant, gatekeeper, representative, liaison } = roles;
    RolesDocument { coordinator, itinerant, gatekeeper, representative, liaison }
}
