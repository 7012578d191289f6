//! The answers for machines: what the commands print with `--json`.

mod bridges;
mod compare;
mod measures;
mod plan;
mod stream;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;

use crate::analysis::{
    ActorIx, Analysis, Belt, Expected, Finding, Journey, Network, Route, Routes, Scorecard, Severity,
    Subject, TieIx, Tree,
};
use crate::model::Id as _;
use crate::model::terms::Term as _;
use crate::words::{Words, finding_text, without_isolates};

pub use bridges::{BridgeDocument, BridgesDocument, FindingName, bridges};
pub use compare::{ComparisonDocument, compare};
pub use measures::{MeasuresDocument, measures};
pub use plan::{PlanDocument, plan};
pub use stream::Stream;

/// Ids, one after another.
pub type Ids<'a> = Stream<'a, &'a str>;

/// What a map says. Its lists are made while they are written: written out, the channels of a long chain of villages take
/// a hundred times the memory of the map.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Jisr analysis", description = "What a map says.")]
pub struct AnalysisDocument<'a> {
    /// Which map.
    pub map: MapSummary,
    /// Who can act on a community's concern.
    pub decision_makers: Ids<'a>,
    /// Whether nobody is said to decide, so that every national-tier actor is taken to.
    pub decision_makers_assumed: bool,
    /// The local actors.
    pub voices: Stream<'a, VoiceDocument<'a>>,
    /// Who carries the voices of others; ranked by holds, carries and id.
    pub belts: Stream<'a, BeltDocument<'a>>,
    /// Who ought to be heard.
    pub expected_voices: Stream<'a, ExpectedDocument<'a>>,
    /// What was raised.
    pub concerns: Stream<'a, ConcernDocument<'a>>,
    /// What is missing or at risk; by severity, then in the order of the rules, then by subject.
    pub findings: Stream<'a, FindingDocument<'a>>,
    /// The map in a dozen figures; null where there is nothing to divide by.
    pub scorecard: ScorecardDocument,
}

/// Which map.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MapSummary {
    /// What it is called.
    pub title: String,
    /// How many actors it has.
    pub actors: usize,
    /// How many ties it has, without those of an actor to itself.
    pub ties: usize,
    /// The day for which it holds.
    pub as_of: Option<String>,
}

/// How a local actor is heard.
#[derive(Debug, Serialize, JsonSchema)]
#[allow(clippy::struct_excessive_bools, reason = "each one is a key of the published format")]
pub struct VoiceDocument<'a> {
    /// Who.
    pub actor: &'a str,
    /// Whether it has a channel.
    pub heard: bool,
    /// Whether an answer can come back.
    pub answered: bool,
    /// The strength of the weakest tie of its best channel.
    pub strength: Option<u8>,
    /// The number of ties of its best channel.
    pub hops: Option<usize>,
    /// The actors of its best channel, both ends included.
    pub channel: Option<Ids<'a>>,
    /// The ties of its best channel.
    pub ties: Option<Ids<'a>>,
    /// Those whom every channel of it passes.
    pub gatekeepers: Ids<'a>,
    /// Heard, and without a gatekeeper.
    pub backup: bool,
    /// Heard, and not without actors from outside.
    pub external_only: bool,
    /// The same on confirmed ties alone.
    pub confirmed: ConfirmedDocument,
}

/// How a local actor is heard along confirmed ties.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ConfirmedDocument {
    /// Whether it has a channel.
    pub heard: bool,
    /// Whether an answer can come back.
    pub answered: bool,
}

/// A transmission belt.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BeltDocument<'a> {
    /// Who.
    pub actor: &'a str,
    /// How many voices it is a gatekeeper of.
    pub holds: u32,
    /// How many voices have it strictly inside their best channel.
    pub carries: u32,
}

/// How an expected voice fares.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ExpectedDocument<'a> {
    /// Which.
    pub id: &'a str,
    /// `absent`, `isolated`, `unheard`, `heard` or `loop-closed`.
    pub state: &'static str,
    /// The actors that are this voice.
    pub actors: Ids<'a>,
    /// Whether it took part in any consultation.
    pub consulted: bool,
    /// Whether it belongs to any partnership.
    pub in_partnership: bool,
}

/// How far a concern came.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ConcernDocument<'a> {
    /// Which.
    pub id: &'a str,
    /// `raised`, `on-the-way`, `transmitted`, `answered` or `fed-back`.
    pub state: &'static str,
    /// Where it got stuck.
    pub stopped_at: Option<&'a str>,
}

/// One thing that is missing or at risk.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FindingDocument<'a> {
    /// The rule; explained in docs/method.md under this word.
    pub rule: &'static str,
    /// The ids that name what it is about.
    pub subject: Ids<'a>,
    /// `high`, `medium`, `low` or `note`.
    pub severity: &'static str,
    /// `certain`, `depends` or `at-risk`; null where only confirmed ties were looked at.
    pub certainty: Option<&'static str>,
    /// The unconfirmed ties on which alone it hangs; worked out under `--explain`.
    pub depends_on: Ids<'a>,
    /// Actors it is about.
    pub actors: Ids<'a>,
    /// Ties it is about.
    pub ties: Ids<'a>,
    /// Voices it concerns.
    pub voices: Ids<'a>,
    /// Expected voices it is about.
    pub expected_voices: Ids<'a>,
    /// Partnerships it is about.
    pub partnerships: Ids<'a>,
    /// Principles it is about.
    pub principles: Vec<&'static str>,
    /// Concerns it is about.
    pub concerns: Ids<'a>,
    /// Levels it is about.
    pub levels: Ids<'a>,
    /// What it is, short.
    pub title: String,
    /// Why it holds and matters.
    pub why: String,
    /// What could be done.
    pub remedy: String,
    /// `capacities`, `regulatory-framework` or `institutional-change`.
    pub area: &'static str,
    /// Where the rule comes from.
    pub source: String,
}

/// A map in a dozen figures.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ScorecardDocument {
    /// Voices heard ÷ voices.
    pub voices_heard: Option<f64>,
    /// Voices heard and answered ÷ voices.
    pub loops_closed: Option<f64>,
    /// Voices without a gatekeeper ÷ voices.
    pub with_backup: Option<f64>,
    /// Expected voices on the map ÷ expected voices.
    pub expected_present: Option<f64>,
    /// Ties between formal and other actors on best channels ÷ heard voices.
    pub crossings_per_voice: Option<f64>,
    /// E-I index on formality, −1 to 1.
    pub mixing: Option<f64>,
    /// Providers overseen ÷ providers.
    pub providers_overseen: Option<f64>,
    /// Concerns answered ÷ concerns.
    pub concerns_answered: Option<f64>,
    /// Ties with evidence ÷ ties.
    pub ties_with_evidence: Option<f64>,
    /// Findings by severity, without those at risk.
    pub findings: FindingCounts,
}

/// Findings by severity.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FindingCounts {
    /// Grave.
    pub high: usize,
    /// Middling.
    pub medium: usize,
    /// Slight.
    pub low: usize,
    /// Remarks.
    pub note: usize,
}

/// How one actor is heard, in detail.
#[derive(Debug, Serialize)]
pub struct ChannelsDocument {
    /// Who.
    pub from: String,
    /// By whom; null for any decision-maker.
    pub to: Option<String>,
    /// The best channel; null where it is not heard.
    pub best: Option<RouteDocument>,
    /// The next best ones, in order.
    pub alternatives: Vec<RouteDocument>,
    /// The greatest number of channels that share nobody but their ends.
    pub disjoint: u32,
    /// Those whom every channel passes.
    pub gatekeepers: Vec<String>,
    /// The best path of an answer; null where none comes back.
    pub way_back: Option<RouteDocument>,
}

/// A path from one actor to another.
#[derive(Debug, Serialize)]
pub struct RouteDocument {
    /// The actors, both ends included.
    pub actors: Vec<String>,
    /// The ties between them.
    pub ties: Vec<String>,
    /// The strength of the weakest of the ties.
    pub strength: u8,
    /// The number of ties.
    pub hops: usize,
}

/// What a map says, for machines; sentences in the reader's language.
pub fn analysis<'a>(analysis: &'a Analysis, words: &'a Words) -> AnalysisDocument<'a> {
    let network = &analysis.network;
    let concerns = || network.concerns().zip(&analysis.journeys);
    let expected = || network.expected_voices().zip(&analysis.expected_voices);
    let belt = |belt: &Belt| BeltDocument {
        actor: actor(network, belt.actor),
        holds: belt.holds,
        carries: belt.carries,
    };
    AnalysisDocument {
        map: MapSummary {
            title: words.read(&network.map.title).to_owned(),
            actors: network.actors.len(),
            ties: network.ties.len(),
            as_of: network.map.as_of.map(|date| date.to_string()),
        },
        decision_makers: actors(network, &network.decision_makers),
        decision_makers_assumed: network.decision_makers_assumed,
        voices: Stream::of(move || network.voices().map(move |ix| voice(analysis, ix))),
        belts: Stream::of(move || analysis.belts.iter().map(belt)),
        expected_voices: Stream::of(move || {
            expected().map(move |(item, fares)| expected_voice(network, item.id.as_str(), fares))
        }),
        concerns: Stream::of(move || {
            concerns().map(move |(item, journey)| concern(network, item.id.as_str(), journey))
        }),
        findings: Stream::of(move || {
            analysis.findings.iter().map(move |item| finding(analysis, words, item))
        }),
        scorecard: scorecard(&analysis.scorecard),
    }
}

/// How one actor is heard, for machines.
pub fn channels(network: &Network, routes: &Routes) -> ChannelsDocument {
    ChannelsDocument {
        from: actor(network, routes.from).to_owned(),
        to: routes.to.map(|to| actor(network, to).to_owned()),
        best: routes.best.as_ref().map(|best| route(network, best)),
        alternatives: routes.alternatives.iter().map(|other| route(network, other)).collect(),
        disjoint: routes.disjoint,
        gatekeepers: routes.gatekeepers.iter().map(|ix| actor(network, *ix).to_owned()).collect(),
        way_back: routes.way_back.as_ref().map(|back| route(network, back)),
    }
}

/// The JSON Schema (draft 2020-12) of what `jisr analyze --json` prints.
pub fn analysis_schema() -> Json {
    schemars::schema_for!(AnalysisDocument).to_value()
}

fn actor(network: &Network, actor: ActorIx) -> &str {
    network.actor(actor).id.as_str()
}

fn actors<'a>(network: &'a Network, actors: &'a [ActorIx]) -> Ids<'a> {
    Stream::of(move || actors.iter().map(move |ix| actor(network, *ix)))
}

fn sorted(network: &Network, mut unsorted: Vec<ActorIx>) -> Ids<'_> {
    unsorted.sort_unstable();
    Stream::of(move || unsorted.clone().into_iter().map(move |ix| actor(network, ix)))
}

fn ties<'a>(network: &'a Network, ties: &'a [TieIx]) -> Ids<'a> {
    Stream::of(move || ties.iter().map(move |tie| network.tie(*tie).id.as_str()))
}

fn route(network: &Network, route: &Route) -> RouteDocument {
    RouteDocument {
        actors: route.actors.iter().map(|ix| actor(network, *ix).to_owned()).collect(),
        ties: route.ties.iter().map(|tie| network.tie(*tie).id.to_string()).collect(),
        strength: route.strength.get(),
        hops: route.ties.len(),
    }
}

/// The actors of the way of a voice, both ends included.
fn channel<'a>(network: &'a Network, tree: &'a Tree, voice: ActorIx) -> Ids<'a> {
    Stream::of(move || {
        let along = tree.steps(voice).map(|(actor, _)| actor);
        std::iter::once(voice).chain(along).map(move |ix| actor(network, ix))
    })
}

fn channel_ties<'a>(network: &'a Network, tree: &'a Tree, voice: ActorIx) -> Ids<'a> {
    Stream::of(move || tree.steps(voice).map(move |(_, tie)| network.tie(tie).id.as_str()))
}

fn voice(analysis: &Analysis, voice: ActorIx) -> VoiceDocument<'_> {
    let Analysis { network, pass, .. } = analysis;
    let confirmed = analysis.confirmed.as_ref().unwrap_or(pass);
    let best = pass.reach.best(voice);
    VoiceDocument {
        actor: actor(network, voice),
        heard: best.is_some(),
        answered: pass.is_answered[voice as usize],
        strength: best.map(|(strength, _)| strength.get()),
        hops: best.map(|(_, tree)| tree.steps(voice).count()),
        channel: best.map(|(_, tree)| channel(network, tree, voice)),
        ties: best.map(|(_, tree)| channel_ties(network, tree, voice)),
        gatekeepers: sorted(network, pass.gates.gatekeepers(voice).collect()),
        backup: pass.has_backup(voice),
        external_only: pass.is_external_only(voice),
        confirmed: ConfirmedDocument {
            heard: confirmed.is_heard(voice),
            answered: confirmed.is_answered[voice as usize],
        },
    }
}

fn expected_voice<'a>(network: &'a Network, id: &'a str, fares: &'a Expected) -> ExpectedDocument<'a> {
    ExpectedDocument {
        id,
        state: fares.state.id(),
        actors: actors(network, &fares.actors),
        consulted: fares.is_consulted,
        in_partnership: fares.is_in_partnership,
    }
}

fn concern<'a>(network: &'a Network, id: &'a str, journey: &Journey) -> ConcernDocument<'a> {
    ConcernDocument {
        id,
        state: journey.state.id(),
        stopped_at: journey.stopped_at.map(|ix| actor(network, ix)),
    }
}

fn finding<'a>(analysis: &'a Analysis, words: &Words, finding: &'a Finding) -> FindingDocument<'a> {
    let network = &analysis.network;
    let text = finding_text(words, analysis, finding);
    let subject =
        move |most: usize| Stream::of(move || analysis.subject(finding.subject).into_iter().take(most));
    let named = |is_named: bool| subject(usize::from(is_named));
    // Other programs have nothing to do with the order in which a line is drawn.
    let plain = |text: &str| without_isolates(text).into_owned();
    let mut principles: Vec<_> = finding.principles.iter().map(|principle| principle.id()).collect();
    principles.sort_unstable();
    FindingDocument {
        rule: finding.rule.id(),
        subject: subject(usize::MAX),
        severity: finding.severity.id(),
        certainty: finding.certainty.map(crate::analysis::Certainty::id),
        depends_on: ties(network, &finding.depends_on),
        actors: actors(network, &finding.actors),
        ties: ties(network, &finding.ties),
        voices: sorted(network, finding.voices.as_slice().to_vec()),
        expected_voices: named(matches!(finding.subject, Subject::Expected(_))),
        partnerships: named(matches!(finding.subject, Subject::Partnership(_) | Subject::Principle(..))),
        principles,
        concerns: named(matches!(finding.subject, Subject::Concern(_) | Subject::Passing(..))),
        levels: named(matches!(finding.subject, Subject::Level(_))),
        title: plain(&text.title),
        why: plain(&text.why),
        remedy: plain(&text.remedy),
        area: finding.rule.area().id(),
        source: text.source,
    }
}

fn scorecard(card: &Scorecard) -> ScorecardDocument {
    let count = |severity: Severity| card.findings[severity as usize];
    ScorecardDocument {
        voices_heard: card.voices_heard,
        loops_closed: card.loops_closed,
        with_backup: card.with_backup,
        expected_present: card.expected_present,
        crossings_per_voice: card.crossings_per_voice,
        mixing: card.mixing,
        providers_overseen: card.providers_overseen,
        concerns_answered: card.concerns_answered,
        ties_with_evidence: card.ties_with_evidence,
        findings: FindingCounts {
            high: count(Severity::High),
            medium: count(Severity::Medium),
            low: count(Severity::Low),
            note: count(Severity::Note),
        },
    }
}
