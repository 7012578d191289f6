//! Bridges, the slow way: every tie that could be is put into the map, and everything is worked out again.

use super::pass::Pass;
use super::reading::Map;
use super::rules::{self, Finding};
use serde_json::{Value, json};

/// "of a kind tried in this order"
const KINDS: [&str; 4] = ["member-of", "informs", "coordinates-with", "oversees"];

/// `bridges --json` of 2.4, of a valid map.
pub fn bridges(map: &Value, top: usize) -> Value {
    let mut map = map.clone();
    if map["ties"].is_null() {
        map["ties"] = json!([]);
    }
    let mut found = Vec::new();
    while found.len() < top {
        let before = findings(&map);
        let mut best: Option<(i64, Candidate)> = None;
        for candidate in candidates(&Map::read(&map)) {
            let score = weight(&before) - weight(&findings(&with(&map, &candidate)));
            let is_better = match &best {
                None => score > 0,
                Some((most, other)) => score > *most || (score == *most && candidate.rank() < other.rank()),
            };
            if is_better {
                best = Some((score, candidate));
            }
        }
        let Some((score, candidate)) = best else { break };
        map = with(&map, &candidate);
        let after = findings(&map);
        found.push(json!({
            "from": candidate.from,
            "to": candidate.to,
            "kind": KINDS[candidate.kind],
            "score": score,
            "closes": only_in(&before, &after),
            "opens": only_in(&after, &before),
        }));
    }
    json!({ "bridges": found })
}

struct Candidate {
    levels_crossed: usize,
    kind: usize,
    from: String,
    to: String,
}

impl Candidate {
    /// "Equal scores: fewer levels crossed, then kind in the order above, then from, then to."
    fn rank(&self) -> (usize, usize, &str, &str) {
        (self.levels_crossed, self.kind, &self.from, &self.to)
    }
}

/// "A candidate is an ordered pair of actors with no active tie between them"
fn candidates(map: &Map) -> Vec<Candidate> {
    let rung = |actor: usize| map.levels.iter().position(|level| *level == map.actors[actor].level).unwrap();
    let mut candidates = Vec::new();
    for from in 0..map.actors.len() {
        for to in 0..map.actors.len() {
            let is_between =
                |a: usize, b: usize| map.ties.iter().any(|tie| tie.active && tie.from == a && tie.to == b);
            if from == to || is_between(from, to) || is_between(to, from) {
                continue;
            }
            if does_harm(map, from, to) {
                continue;
            }
            let levels_crossed = rung(from).abs_diff(rung(to));
            let is_near = levels_crossed <= 1;
            let may_be = [
                map.partnerships.iter().any(|partnership| partnership.actor == Some(to)),
                is_near && (map.actors[from].force || !map.actors[to].force),
                is_near,
                is_near && may_oversee(map, from, to),
            ];
            for kind in (0..KINDS.len()).filter(|kind| may_be[*kind]) {
                let id = |actor: usize| map.actors[actor].id.clone();
                candidates.push(Candidate { levels_crossed, kind, from: id(from), to: id(to) });
            }
        }
    }
    candidates
}

/// "Advice must do no harm, so never: with an end of sector political or non-statutory-force or of kind foreign-force;
/// with an end that is co-opted (an active `co-opts` onto it); between two with an adverse tie of any status"
fn does_harm(map: &Map, from: usize, to: usize) -> bool {
    let is_armed_or_partisan = |actor: usize| {
        let actor = &map.actors[actor];
        actor.sector == "political" || actor.sector == "non-statutory-force" || actor.kind == "foreign-force"
    };
    let is_co_opted =
        |actor: usize| map.ties.iter().any(|tie| tie.active && tie.kind == "co-opts" && tie.to == actor);
    let are_at_odds = map.ties.iter().any(|tie| {
        let joins = (tie.from == from && tie.to == to) || (tie.from == to && tie.to == from);
        joins && !tie.cooperative
    });
    [from, to].into_iter().any(|end| is_armed_or_partisan(end) || is_co_opted(end)) || are_at_odds
}

/// "oversees (from an actor without force, of sector justice or oversight or of kind human-rights-organisation or media,
/// to a provider)"
fn may_oversee(map: &Map, from: usize, to: usize) -> bool {
    let overseer = &map.actors[from];
    let by_sector = overseer.sector == "justice" || overseer.sector == "oversight";
    let by_kind = overseer.kind == "human-rights-organisation" || overseer.kind == "media";
    !overseer.force && (by_sector || by_kind) && map.actors[to].is_provider()
}

/// "strength 3, active, confirmed, and as if with evidence"
fn with(map: &Value, candidate: &Candidate) -> Value {
    let mut map = map.clone();
    let ties = map["ties"].as_array_mut().unwrap();
    ties.push(json!({
        "id": format!("bridge-{}", ties.len()),
        "from": candidate.from,
        "to": candidate.to,
        "kind": KINDS[candidate.kind],
        "strength": 3,
        "status": "active",
        "confidence": "confirmed",
        "evidence": ["supposed"],
    }));
    map
}

/// "all findings on all active ties", the gravest first, then in the order of 2.2, then by subject.
pub fn findings(map: &Value) -> Vec<Finding> {
    let map = Map::read(map);
    let pass = Pass::new(&map, false);
    let mut found: Vec<(usize, usize, Finding)> = Vec::new();
    for (place, (_, rule)) in rules::IN_ORDER.iter().enumerate() {
        for finding in rule(&pass) {
            let grave = super::SEVERITIES.iter().position(|severity| *severity == finding.severity).unwrap();
            found.push((grave, place, finding));
        }
    }
    found.sort_by(|a, b| (a.0, a.1, &a.2.subject).cmp(&(b.0, b.1, &b.2.subject)));
    found.into_iter().map(|(_, _, finding)| finding).collect()
}

/// "high 8, medium 3, low 1, note 0"
pub fn weight(findings: &[Finding]) -> i64 {
    let weight = |finding: &Finding| match finding.severity {
        "high" => 8,
        "medium" => 3,
        "low" => 1,
        _ => 0,
    };
    findings.iter().map(weight).sum()
}

pub fn only_in(some: &[Finding], others: &[Finding]) -> Vec<Value> {
    let is_other = |finding: &&Finding| {
        !others.iter().any(|other| other.rule == finding.rule && other.subject == finding.subject)
    };
    some.iter()
        .filter(is_other)
        .map(|finding| json!({ "rule": finding.rule, "subject": finding.subject }))
        .collect()
}
