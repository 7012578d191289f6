//! One pass: what follows from one set of ties. A map is worked out twice, on all active ties and on the confirmed ones
//! alone; members of partnerships count as ties do.

use super::Evidence;
use super::gatekeepers::Gates;
use super::network::{ActorIx, Link, Network, Role, TieIx};
use super::reach::{Reach, reached_from, reaching};
use super::voice_graph::VoiceGraph;
use crate::model::Partnership;
use crate::model::terms::Tier;

/// What follows from one set of ties.
#[derive(Debug)]
pub struct Pass {
    /// What counts in it.
    pub evidence: Evidence,
    /// The ties it stands on: active ones, in the order of ids.
    pub ties: Vec<TieIx>,
    /// The voice graph of those ties.
    pub graph: VoiceGraph,
    /// Best channels.
    pub reach: Reach,
    /// Gatekeepers.
    pub gates: Gates,
    /// Per actor: whether it has any of the ties.
    pub is_tied: Vec<bool>,
    /// Per actor: whether an answer can come back to it from a decision-maker.
    pub is_answered: Vec<bool>,
    /// Per actor: whether it reaches a decision-maker without any external actor but itself.
    pub is_heard_at_home: Vec<bool>,
    /// Per actor: how many voices have it strictly inside their best channel.
    pub carries: Vec<u32>,
    /// Per actor: whether it belongs to any partnership.
    pub is_member: Vec<bool>,
    /// Per partnership: its members, in the order of ids.
    pub members: Vec<Vec<ActorIx>>,
}

impl Pass {
    /// Works out what follows from the active ties that count. Near-linear in actors and ties.
    pub fn of(network: &Network, evidence: Evidence) -> Self {
        let active = (0..).zip(&network.ties).filter(|(_, link)| link.is_active);
        let counted = active.filter(|(_, link)| evidence.counts(link.is_confirmed));
        Self::on(network, counted.map(|(ix, _)| ix), evidence)
    }

    /// What follows from all active ties but one.
    pub fn without(network: &Network, tie: TieIx) -> Self {
        let others = (0..).zip(&network.ties).filter(|(ix, link)| link.is_active && *ix != tie);
        Self::on(network, others.map(|(ix, _)| ix), Evidence::All)
    }

    fn on(network: &Network, ties: impl Iterator<Item = TieIx>, evidence: Evidence) -> Self {
        let ties: Vec<TieIx> = ties.collect();
        let graph = VoiceGraph::of(network, &ties);
        let decides: Vec<bool> = network.actors.iter().map(|node| node.decides).collect();
        let reach = Reach::of(&graph, &network.decision_makers);
        let gates = Gates::of(&graph, &decides, |actor| network.node(actor).is_voice());
        let mut is_tied = vec![false; network.actors.len()];
        for tie in &ties {
            let link = network.link(*tie);
            is_tied[link.from as usize] = true;
            is_tied[link.to as usize] = true;
        }
        let members = members(network, &ties, evidence);
        let mut is_member = vec![false; network.actors.len()];
        for member in members.iter().flatten() {
            is_member[*member as usize] = true;
        }
        let decision_makers = || network.decision_makers.iter().copied();
        Self {
            evidence,
            is_answered: reached_from(&graph, decision_makers(), |_| true),
            is_heard_at_home: heard_at_home(network, &graph),
            carries: reach.carries(network.voices()),
            is_member,
            members,
            is_tied,
            gates,
            reach,
            graph,
            ties,
        }
    }

    /// Whether an actor has a channel.
    pub fn is_heard(&self, actor: ActorIx) -> bool {
        self.reach.best(actor).is_some()
    }

    /// Whether an actor is heard, and not by anybody once external actors are left out.
    pub fn is_external_only(&self, actor: ActorIx) -> bool {
        self.is_heard(actor) && !self.is_heard_at_home[actor as usize]
    }

    /// Whether an actor is heard and has no gatekeeper.
    pub fn has_backup(&self, actor: ActorIx) -> bool {
        self.is_heard(actor) && self.gates.gatekeepers(actor).next().is_none()
    }

    /// Whether an actor carries somebody's voice.
    pub fn is_belt(&self, actor: ActorIx) -> bool {
        self.carries[actor as usize] > 0 || self.gates.holds(actor) > 0
    }

    /// The ties of this pass that play a role.
    pub fn ties_as<'n>(
        &'n self,
        network: &'n Network,
        role: Role,
    ) -> impl Iterator<Item = (TieIx, &'n Link)> {
        self.ties.iter().map(|tie| (*tie, network.link(*tie))).filter(move |(_, link)| link.role == role)
    }
}

/// Per actor: whether it reaches a decision-maker without any external actor but itself.
fn heard_at_home(network: &Network, graph: &VoiceGraph) -> Vec<bool> {
    let is_at_home = |actor: ActorIx| network.node(actor).tier != Tier::External;
    let at_home = reaching(graph, network.decision_makers.iter().copied(), is_at_home);
    let mut is_heard = at_home.clone();
    for (actor, _) in (0..).zip(&network.actors).filter(|(_, node)| node.tier == Tier::External) {
        is_heard[actor as usize] = graph.row(actor).iter().any(|to| at_home[*to as usize]);
    }
    is_heard
}

/// Who belongs to each partnership: the listed that count, and those with a `member-of` tie to its actor.
fn members(network: &Network, ties: &[TieIx], evidence: Evidence) -> Vec<Vec<ActorIx>> {
    let mut by_actor: Vec<(ActorIx, ActorIx)> = ties
        .iter()
        .map(|tie| network.link(*tie))
        .filter(|link| link.role == Role::MemberOf)
        .map(|link| (link.to, link.from))
        .collect();
    by_actor.sort_unstable();
    let members_of = |partnership: &Partnership| {
        let listed = partnership.members.iter().filter(|member| evidence.counts(member.is_confirmed()));
        let mut members = network.places_of(listed.map(|member| &member.actor));
        if let Some(actor) = partnership.actor.as_ref().and_then(|actor| network.place(actor)) {
            let first = by_actor.partition_point(|(to, _)| *to < actor);
            members
                .extend(by_actor[first..].iter().take_while(|(to, _)| *to == actor).map(|(_, from)| *from));
        }
        members.sort_unstable();
        members.dedup();
        members
    };
    network.partnerships().map(members_of).collect()
}
