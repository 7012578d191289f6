//! How far each concern got, and how each expected voice stands.

use super::pass::Pass;
use super::reading::{Actor, Concern, Expected, Map, Transmission};

/// How far a concern got.
pub struct Progress {
    pub transmitted: bool,
    pub answered: bool,
    pub fed_back: bool,
    /// "State: raised → on-the-way → transmitted → answered → fed-back."
    pub state: &'static str,
    pub stopped_at: Option<usize>,
}

/// "Recorded `transmissions` are followed in date order (dates compare as text, undated last, then list order) from
/// the raisers: one counts if its `from` has the concern by then."
pub fn progress(pass: &Pass, concern: &Concern) -> Progress {
    let mut dated: Vec<(usize, usize, String)> = Vec::new();
    let mut undated: Vec<(usize, usize)> = Vec::new();
    for transmission in transmissions(pass, concern) {
        let (from, to) = (transmission.from, transmission.to);
        match &transmission.date {
            Some(date) => dated.push((from, to, date.clone())),
            None => undated.push((from, to)),
        }
    }
    // A stable sort: equal dates stay in list order.
    dated.sort_by(|a, b| a.2.cmp(&b.2));
    let mut in_order: Vec<(usize, usize)> = dated.into_iter().map(|(a, b, _)| (a, b)).collect();
    in_order.extend(undated);

    let mut has_it = concern.raisers.clone();
    let mut last_followed = None;
    for (from, to) in in_order {
        if has_it.contains(&from) {
            has_it.push(to);
            last_followed = Some(to);
        }
    }

    // "It is *transmitted* once a decision-maker has it (a raiser who decides included), *answered* once its response
    // is other than none, by anyone (subsidiarity), *fed back* once answered and `fed_back` is there."
    let transmitted = has_it.iter().any(|&actor| pass.map.is_decision_maker(actor));
    let answered = concern.response_status != "none" && pass.has(concern.response_confirmed);
    let fed_back = answered && concern.has_fed_back && pass.has(concern.fed_back_confirmed);
    let state = if fed_back {
        "fed-back"
    } else if answered {
        "answered"
    } else if transmitted {
        "transmitted"
    } else if last_followed.is_some() {
        "on-the-way"
    } else {
        "raised"
    };

    // "`stopped_at`: null once transmitted or answered, else the `to` of the last transmission followed, else the
    // first raiser."
    let stopped_at =
        if transmitted || answered { None } else { last_followed.or(concern.raisers.first().copied()) };
    Progress { transmitted, answered, fed_back, state, stopped_at }
}

/// The recorded transmissions that are there in this pass.
pub fn transmissions<'a>(pass: &'a Pass, concern: &'a Concern) -> impl Iterator<Item = &'a Transmission> {
    concern.transmissions.iter().filter(|transmission| pass.has(transmission.confirmed))
}

/// "its kind is listed; or it represents a listed group and is of local or middle tier"
fn matches(expected: &Expected, actor: &Actor) -> bool {
    let by_kind = expected.kinds.contains(&actor.kind);
    let by_group = actor.represents.iter().any(|group| expected.groups.contains(group));
    by_kind || (by_group && (actor.tier == "local" || actor.tier == "middle"))
}

/// The actors that match an expected voice, in the order of ids.
pub fn matching(map: &Map, expected: &Expected) -> Vec<usize> {
    (0..map.actors.len()).filter(|&actor| matches(expected, &map.actors[actor])).collect()
}

/// "Expected voices, worst to best: absent, isolated, unheard, heard, loop-closed (the best state of any matching
/// actor, on whatever level; a decision-maker is loop-closed, with ties or without)"
pub fn state_of_expected(pass: &Pass, expected: &Expected) -> &'static str {
    const WORST_TO_BEST: [&str; 5] = ["absent", "isolated", "unheard", "heard", "loop-closed"];
    let best = matching(pass.map, expected)
        .into_iter()
        .map(|actor| state_of_actor(pass, actor))
        .map(|state| WORST_TO_BEST.iter().position(|s| *s == state).unwrap())
        .max()
        .unwrap_or(0);
    WORST_TO_BEST[best]
}

fn state_of_actor(pass: &Pass, actor: usize) -> &'static str {
    if pass.map.is_decision_maker(actor) {
        return "loop-closed";
    }
    if !pass.has_any_tie(actor) {
        return "isolated";
    }
    let heard = pass.graph.reaches(actor, &pass.map.decision_makers, &[]);
    let answered = pass.graph.has_way_back(pass.map, actor);
    match (heard, answered) {
        (false, _) => "unheard",
        (true, false) => "heard",
        (true, true) => "loop-closed",
    }
}

/// "`consulted` (a matching actor, or a listed group even when absent)" took part in any consultation.
pub fn is_consulted(map: &Map, expected: &Expected) -> bool {
    let matching = matching(map, expected);
    map.consultations.iter().any(|consultation| {
        let an_actor = consultation.participants.iter().any(|actor| matching.contains(actor));
        let a_group = consultation.groups.iter().any(|group| expected.groups.contains(group));
        an_actor || a_group
    })
}

/// A "matching actor is a member of any partnership".
pub fn is_in_partnership(pass: &Pass, expected: &Expected) -> bool {
    let matching = matching(pass.map, expected);
    pass.map
        .partnerships
        .iter()
        .any(|partnership| matching.iter().any(|&actor| pass.is_member(actor, partnership)))
}
