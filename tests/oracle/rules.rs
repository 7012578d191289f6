//! The rules of 2.2, one function a rule, in the order of the table. Each says where it holds in one pass; what is
//! `certain`, `depends` or `at-risk` is settled afterwards, from the two passes.

use super::concerns;
use super::pass::Pass;
use super::vocabulary;

#[derive(Clone)]
pub struct Finding {
    pub rule: &'static str,
    pub subject: Vec<String>,
    pub severity: &'static str,
    /// The voices that a single gatekeeper gates; none for any other rule.
    pub voices: Option<Vec<String>>,
    /// The planned ties that nobody has taken on; none for any other rule.
    pub ties: Option<Vec<String>>,
}

type Rule = fn(&Pass) -> Vec<Finding>;

/// The order of 2.2.
pub const IN_ORDER: [(&str, Rule); 42] = [
    ("missing-voice", missing_voice),
    ("isolated-voice", isolated_voice),
    ("unheard-voice", unheard_voice),
    ("unanswered-voice", unanswered_voice),
    ("single-gatekeeper", single_gatekeeper),
    ("doubtful-gatekeeper", doubtful_gatekeeper),
    ("influential-opponent", influential_opponent),
    ("disputed-legitimacy", disputed_legitimacy),
    ("weak-channel", weak_channel),
    ("external-only", external_only),
    ("contested-channel", contested_channel),
    ("deaf-decision-maker", deaf_decision_maker),
    ("patron-dependence", patron_dependence),
    ("formal-informal-divide", formal_informal_divide),
    ("unaccountable-provider", unaccountable_provider),
    ("overlapping-mandate", overlapping_mandate),
    ("no-legal-basis", no_legal_basis),
    ("support-without-oversight", support_without_oversight),
    ("co-optation", co_optation),
    ("no-complaints-way", no_complaints_way),
    ("complaints-without-follow-up", complaints_without_follow_up),
    ("no-partnership", no_partnership),
    ("unanchored-partnership", unanchored_partnership),
    ("one-sided-partnership", one_sided_partnership),
    ("absent-from-partnership", absent_from_partnership),
    ("sponsor-dependence", sponsor_dependence),
    ("unconvinced-decision-maker", unconvinced_decision_maker),
    ("weak-principle", weak_principle),
    ("plan-without-consultation", plan_without_consultation),
    ("plan-without-outcomes", plan_without_outcomes),
    ("overdue-outcome", overdue_outcome),
    ("unmeasured-outcome", unmeasured_outcome),
    ("planned-without-owner", planned_without_owner),
    ("no-consultation", no_consultation),
    ("unconsulted-voice", unconsulted_voice),
    ("outnumbered-women", outnumbered_women),
    ("untransmitted-concern", untransmitted_concern),
    ("channel-through-accused", channel_through_accused),
    ("unanswered-concern", unanswered_concern),
    ("feedback-missing", feedback_missing),
    ("unmapped-transmission", unmapped_transmission),
    ("unsourced", unsourced),
];

fn finding(rule: &'static str, severity: &'static str, subject: Vec<String>) -> Finding {
    Finding { rule, subject, severity, voices: None, ties: None }
}

/// One finding for each of these actors.
fn of_actors(
    pass: &Pass,
    rule: &'static str,
    severity: &'static str,
    actors: impl IntoIterator<Item = usize>,
) -> Vec<Finding> {
    actors.into_iter().map(|actor| finding(rule, severity, vec![pass.map.id(actor)])).collect()
}

/// One finding with no subject, where it holds.
fn of_the_map(rule: &'static str, severity: &'static str, holds: bool) -> Vec<Finding> {
    let found = holds.then(|| finding(rule, severity, Vec::new()));
    found.into_iter().collect()
}

fn all_actors(pass: &Pass) -> std::ops::Range<usize> {
    0..pass.map.actors.len()
}

/// "an expected voice matches no actor"
fn missing_voice(pass: &Pass) -> Vec<Finding> {
    let mut found = Vec::new();
    for expected in &pass.map.expected_voices {
        if concerns::matching(pass.map, expected).is_empty() {
            found.push(finding("missing-voice", "high", vec![expected.id.clone()]));
        }
    }
    found
}

/// "a voice has no active tie of any kind"
fn isolated_voice(pass: &Pass) -> Vec<Finding> {
    let voices = pass.voices.iter().map(|voice| voice.actor);
    let isolated = voices.filter(|&actor| !pass.has_any_tie(actor));
    of_actors(pass, "isolated-voice", "high", isolated)
}

/// "a voice has an active tie but no channel"
fn unheard_voice(pass: &Pass) -> Vec<Finding> {
    let silent = pass.voices.iter().filter(|voice| !voice.heard());
    let unheard = silent.map(|voice| voice.actor);
    let unheard = unheard.filter(|&actor| pass.has_any_tie(actor));
    of_actors(pass, "unheard-voice", "high", unheard)
}

/// "heard, not answered"
fn unanswered_voice(pass: &Pass) -> Vec<Finding> {
    let unanswered = pass.voices.iter().filter(|v| v.heard() && !v.answered);
    let unanswered = unanswered.map(|voice| voice.actor);
    of_actors(pass, "unanswered-voice", "medium", unanswered)
}

/// "one finding per gatekeeper: all voices it gates"; "high / medium / low: holds ≥ 3 / 2 / 1"
fn single_gatekeeper(pass: &Pass) -> Vec<Finding> {
    let mut found = Vec::new();
    for (gatekeeper, gated) in pass.gatekeepers() {
        let severity = match gated.len() {
            1 => "low",
            2 => "medium",
            _ => "high",
        };
        found.push(Finding {
            rule: "single-gatekeeper",
            subject: vec![pass.map.id(gatekeeper)],
            severity,
            voices: Some(pass.map.ids(&gated)),
            ties: None,
        });
    }
    found
}

/// "a gatekeeper whose stance is sceptical or opposed, or whose legitimacy is ≤ 2"
fn doubtful_gatekeeper(pass: &Pass) -> Vec<Finding> {
    let doubtful = pass.gatekeepers().into_iter().map(|(actor, _)| actor);
    let doubtful = doubtful.filter(|&actor| {
        let actor = &pass.map.actors[actor];
        let by_stance = actor.stance == "sceptical" || actor.stance == "opposed";
        by_stance || actor.legitimacy.is_some_and(|rating| rating <= 2)
    });
    of_actors(pass, "doubtful-gatekeeper", "medium", doubtful)
}

/// "an actor whose stance is opposed and whose influence is ≥ 4"
fn influential_opponent(pass: &Pass) -> Vec<Finding> {
    let opponents = all_actors(pass).filter(|&actor| {
        let actor = &pass.map.actors[actor];
        actor.stance == "opposed" && actor.influence.is_some_and(|rating| rating >= 4)
    });
    of_actors(pass, "influential-opponent", "medium", opponents)
}

/// "of two or more `ratings` of an actor that rate legitimacy, the greatest is ≥ 2 above the least"
fn disputed_legitimacy(pass: &Pass) -> Vec<Finding> {
    let disputed = all_actors(pass).filter(|&actor| {
        let ratings = &pass.map.actors[actor].legitimacy_ratings;
        ratings.iter().any(|one| ratings.iter().any(|other| *one >= *other + 2))
    });
    of_actors(pass, "disputed-legitimacy", "low", disputed)
}

/// "best channel's strength ≤ 2"
fn weak_channel(pass: &Pass) -> Vec<Finding> {
    let weak = pass.voices.iter().filter(|voice| {
        let channel = voice.channel.as_ref();
        channel.is_some_and(|channel| channel.strength <= 2)
    });
    of_actors(pass, "weak-channel", "low", weak.map(|voice| voice.actor))
}

/// "a voice is external-only"
fn external_only(pass: &Pass) -> Vec<Finding> {
    let only = pass.voices.iter().filter(|voice| voice.external_only);
    let only = only.map(|voice| voice.actor);
    of_actors(pass, "external-only", "medium", only)
}

/// "two neighbours on a voice's best channel also have an active adverse tie of another kind than `co-opts`"
fn contested_channel(pass: &Pass) -> Vec<Finding> {
    let contested = pass.voices.iter().filter(|voice| {
        voice.channel.as_ref().is_some_and(|channel| {
            let mut steps = channel.actors.windows(2);
            steps.any(|step| pass.contend(step[0], step[1]))
        })
    });
    let contested = contested.map(|voice| voice.actor);
    of_actors(pass, "contested-channel", "medium", contested)
}

/// "a decision-maker that no voice has any path to in the voice graph, through other decision-makers too"
fn deaf_decision_maker(pass: &Pass) -> Vec<Finding> {
    let decision_makers = pass.map.decision_makers.iter().copied();
    let deaf = decision_makers.filter(|&decision_maker| {
        !pass.voices.iter().any(|voice| pass.graph.reaches(voice.actor, &[decision_maker], &[]))
    });
    of_actors(pass, "deaf-decision-maker", "medium", deaf)
}

/// "a voice that has active cooperative ties to non-local actors, all with one and the same external actor"
fn patron_dependence(pass: &Pass) -> Vec<Finding> {
    let voices = pass.voices.iter().map(|voice| voice.actor);
    let dependent = voices.filter(|&voice| {
        let others: Vec<usize> = all_actors(pass)
            .filter(|&other| pass.map.actors[other].tier != "local")
            .filter(|&other| pass.cooperate(voice, other))
            .collect();
        others.len() == 1 && pass.map.actors[others[0]].is_external()
    });
    of_actors(pass, "patron-dependence", "medium", dependent)
}

/// "a level with a strictly formal and a strictly informal actor, and no active cooperative tie between {formal or
/// hybrid} and {informal or hybrid} actors of it; subject: the level"
fn formal_informal_divide(pass: &Pass) -> Vec<Finding> {
    let actors = &pass.map.actors;
    let mut found = Vec::new();
    for level in &pass.map.levels {
        let here: Vec<usize> = all_actors(pass).filter(|&actor| actors[actor].level == *level).collect();
        let any_formal = here.iter().any(|&a| actors[a].is_formal());
        let any_informal = here.iter().any(|&a| actors[a].is_informal());
        let mut joined = false;
        for &a in &here {
            for &b in &here {
                let one_side = actors[a].is_formal() || actors[a].is_hybrid();
                let other_side = actors[b].is_informal() || actors[b].is_hybrid();
                if one_side && other_side && pass.cooperate(a, b) {
                    joined = true;
                }
            }
        }
        if any_formal && any_informal && !joined {
            let subject = vec![level.clone()];
            found.push(finding("formal-informal-divide", "medium", subject));
        }
    }
    found
}

/// "a provider (kind with force, formality formal, not external tier) that no actor without force `oversees`, not
/// counting one that is the `actor` of a partnership of which the provider is a member"
fn unaccountable_provider(pass: &Pass) -> Vec<Finding> {
    let providers = all_actors(pass).filter(|&actor| pass.map.actors[actor].is_provider());
    let unaccountable = providers.filter(|&provider| !pass.is_overseen(provider));
    of_actors(pass, "unaccountable-provider", "high", unaccountable)
}

/// "two actors with a common exclusive function, on the same level, sharing an area (or either has none), and no
/// active tie of class authority between them: talking doesn't settle a mandate; subject: the pair, by id"
fn overlapping_mandate(pass: &Pass) -> Vec<Finding> {
    let mut found = Vec::new();
    for first in all_actors(pass) {
        for second in first + 1..pass.map.actors.len() {
            let (a, b) = (&pass.map.actors[first], &pass.map.actors[second]);
            let common_function = vocabulary::EXCLUSIVE_FUNCTIONS.iter().any(|function| {
                let function = (*function).to_string();
                a.functions.contains(&function) && b.functions.contains(&function)
            });
            let common_area =
                a.areas.is_empty() || b.areas.is_empty() || a.areas.iter().any(|area| b.areas.contains(area));
            let same_level = a.level == b.level;
            if common_function && same_level && common_area && !pass.have_authority_between(first, second) {
                let subject = vec![a.id.clone(), b.id.clone()];
                found.push(finding("overlapping-mandate", "medium", subject));
            }
        }
    }
    found
}

/// "where the map has instruments: a provider with an exclusive function that no instrument in force covers (`covers`
/// names the provider; its `functions` name this one, or it has none); subject: the provider"
fn no_legal_basis(pass: &Pass) -> Vec<Finding> {
    if pass.map.instruments.is_empty() {
        return Vec::new();
    }
    let covers = |provider: &super::reading::Actor, function: &str| {
        pass.map.instruments.iter().any(|instrument| {
            let names_it = instrument.covers.contains(&provider.id);
            let for_this =
                instrument.functions.is_empty() || instrument.functions.iter().any(|f| f == function);
            instrument.status == "in-force" && names_it && for_this
        })
    };
    let providers = all_actors(pass).filter(|&actor| pass.map.actors[actor].is_provider());
    let baseless = providers.filter(|&actor| {
        let provider = &pass.map.actors[actor];
        vocabulary::EXCLUSIVE_FUNCTIONS.iter().any(|function| {
            let has_it = provider.functions.contains(&(*function).to_string());
            has_it && !covers(provider, function)
        })
    });
    of_actors(pass, "no-legal-basis", "medium", baseless)
}

/// "an actor with force, not of external tier, gets active `funds`/`trains`/`equips` from an external actor, and no
/// actor that oversees it gets any"
fn support_without_oversight(pass: &Pass) -> Vec<Finding> {
    let gets_support = |actor: usize| {
        pass.sources(&["funds", "trains", "equips"], actor)
            .iter()
            .any(|&source| pass.map.actors[source].is_external())
    };
    let supported = all_actors(pass).filter(|&actor| {
        let it = &pass.map.actors[actor];
        it.force && !it.is_external() && gets_support(actor)
    });
    let unseen = supported.filter(|&actor| {
        let overseers = pass.sources(&["oversees"], actor);
        !overseers.iter().any(|&overseer| gets_support(overseer))
    });
    of_actors(pass, "support-without-oversight", "medium", unseen)
}

/// "an active `co-opts` tie onto an actor not of external tier; one finding per actor"
fn co_optation(pass: &Pass) -> Vec<Finding> {
    let targets = all_actors(pass).filter(|&actor| !pass.map.actors[actor].is_external());
    let co_opted = targets.filter(|&actor| !pass.sources(&["co-opts"], actor).is_empty());
    of_actors(pass, "co-optation", "medium", co_opted)
}

/// "there is a provider, and no actor with function `handle-complaints`"
fn no_complaints_way(pass: &Pass) -> Vec<Finding> {
    let any_provider = pass.map.actors.iter().any(super::reading::Actor::is_provider);
    let any_handler =
        pass.map.actors.iter().any(|actor| actor.functions.iter().any(|f| f == "handle-complaints"));
    of_the_map("no-complaints-way", "medium", any_provider && !any_handler)
}

/// "there are actors with function `handle-complaints`, and none of them is, or has any path in the voice graph to, an
/// actor of sector justice or oversight; subject: none"
fn complaints_without_follow_up(pass: &Pass) -> Vec<Finding> {
    let handlers: Vec<usize> = all_actors(pass)
        .filter(|&actor| pass.map.actors[actor].functions.iter().any(|f| f == "handle-complaints"))
        .collect();
    let followers: Vec<usize> = all_actors(pass)
        .filter(|&actor| ["justice", "oversight"].contains(&pass.map.actors[actor].sector.as_str()))
        .collect();
    let mut followed_up = false;
    for &handler in &handlers {
        for &follower in &followers {
            followed_up |= handler == follower || pass.graph.reaches(handler, &[follower], &[]);
        }
    }
    of_the_map("complaints-without-follow-up", "low", !handlers.is_empty() && !followed_up)
}

/// Whether the members have a formal one, and whether they have an informal or hybrid one.
fn sides(pass: &Pass, partnership: &super::reading::Partnership) -> (bool, bool) {
    let members = pass.members(partnership);
    let actors = &pass.map.actors;
    let formal = members.iter().any(|&m| actors[m].is_formal());
    let other = members.iter().any(|&m| actors[m].is_informal() || actors[m].is_hybrid());
    (formal, other)
}

/// "there are voices, and no partnership has a formal and an informal-or-hybrid member; subject: none"
fn no_partnership(pass: &Pass) -> Vec<Finding> {
    let mut partnerships = pass.map.partnerships.iter();
    let any_two_sided = partnerships.any(|partnership| sides(pass, partnership) == (true, true));
    let holds = !pass.voices.is_empty() && !any_two_sided;
    of_the_map("no-partnership", "medium", holds)
}

/// "agreement `none`/`verbal`/absent, or no `anchored_in` actor that is formal and of middle or national tier"
fn unanchored_partnership(pass: &Pass) -> Vec<Finding> {
    let mut found = Vec::new();
    for partnership in &pass.map.partnerships {
        let loose = partnership.agreement == "none" || partnership.agreement == "verbal";
        // "likewise, of `anchored_in`": in the confirmed pass it may not be there.
        let anchor = partnership.anchored_in.filter(|_| pass.has(partnership.anchor_confirmed));
        let anchored = anchor.is_some_and(|actor| {
            let actor = &pass.map.actors[actor];
            actor.is_formal() && (actor.tier == "middle" || actor.tier == "national")
        });
        if loose || !anchored {
            let subject = vec![partnership.id.clone()];
            found.push(finding("unanchored-partnership", "medium", subject));
        }
    }
    found
}

/// "its members lack formal, or lack informal-or-hybrid, actors"
fn one_sided_partnership(pass: &Pass) -> Vec<Finding> {
    let mut found = Vec::new();
    for partnership in &pass.map.partnerships {
        if sides(pass, partnership) != (true, true) {
            let subject = vec![partnership.id.clone()];
            found.push(finding("one-sided-partnership", "medium", subject));
        }
    }
    found
}

/// "an expected voice that the map has, of which no matching actor is a member of any partnership (only where a
/// partnership exists)"
fn absent_from_partnership(pass: &Pass) -> Vec<Finding> {
    let mut found = Vec::new();
    for expected in &pass.map.expected_voices {
        let the_map_has_it = !concerns::matching(pass.map, expected).is_empty();
        let a_partnership_exists = !pass.map.partnerships.is_empty();
        let is_in = concerns::is_in_partnership(pass, expected);
        if the_map_has_it && a_partnership_exists && !is_in {
            let subject = vec![expected.id.clone()];
            found.push(finding("absent-from-partnership", "medium", subject));
        }
    }
    found
}

/// "the partnership's `actor` has active ties of class support onto it, all from one and the same external actor"
fn sponsor_dependence(pass: &Pass) -> Vec<Finding> {
    let mut found = Vec::new();
    for partnership in &pass.map.partnerships {
        let Some(body) = partnership.actor else { continue };
        let support = pass.ties.iter().filter(|tie| tie.class == "support" && tie.to == body);
        let mut supporters: Vec<usize> = support.map(|tie| tie.from).collect();
        supporters.sort_unstable();
        supporters.dedup();
        if supporters.len() == 1 && pass.map.actors[supporters[0]].is_external() {
            found.push(finding("sponsor-dependence", "low", vec![partnership.id.clone()]));
        }
    }
    found
}

/// "a decision-maker whose stance is sceptical or opposed"
fn unconvinced_decision_maker(pass: &Pass) -> Vec<Finding> {
    let decision_makers = pass.map.decision_makers.iter().copied();
    let unconvinced = decision_makers.filter(|&actor| {
        let stance = &pass.map.actors[actor].stance;
        stance == "sceptical" || stance == "opposed"
    });
    of_actors(pass, "unconvinced-decision-maker", "medium", unconvinced)
}

/// "median rating (even count: mean of the middle two) of a principle ≤ 2; subject: partnership, principle. Unrated
/// principles: one `note` a partnership; subject: partnership"
fn weak_principle(pass: &Pass) -> Vec<Finding> {
    let mut found = Vec::new();
    for partnership in &pass.map.partnerships {
        let mut any_unrated = false;
        for principle in vocabulary::PRINCIPLES {
            let mut ratings: Vec<u64> = partnership
                .ratings
                .iter()
                .filter(|(rated, _)| rated == principle)
                .map(|(_, rating)| *rating)
                .collect();
            if ratings.is_empty() {
                any_unrated = true;
                continue;
            }
            ratings.sort_unstable();
            // Twice the median: the two middle ones added, which in an odd count are the same one.
            let middle = ratings[(ratings.len() - 1) / 2] + ratings[ratings.len() / 2];
            if middle <= 4 {
                let subject = vec![partnership.id.clone(), principle.to_string()];
                found.push(finding("weak-principle", "low", subject));
            }
        }
        if any_unrated {
            let subject = vec![partnership.id.clone()];
            found.push(finding("weak-principle", "note", subject));
        }
    }
    found
}

fn has_plan(partnership: &super::reading::Partnership) -> bool {
    partnership.plan_phase == "under-way" || partnership.plan_phase == "done"
}

/// "plan under way or done, consultation not `done`"
fn plan_without_consultation(pass: &Pass) -> Vec<Finding> {
    let mut found = Vec::new();
    for partnership in &pass.map.partnerships {
        if has_plan(partnership) && partnership.consultation_phase != "done" {
            let subject = vec![partnership.id.clone()];
            found.push(finding("plan-without-consultation", "medium", subject));
        }
    }
    found
}

/// "plan under way or done, no outcome with an indicator"
fn plan_without_outcomes(pass: &Pass) -> Vec<Finding> {
    let mut found = Vec::new();
    for partnership in &pass.map.partnerships {
        let has_indicator = partnership.outcomes.iter().any(|outcome| outcome.has_indicator);
        if has_plan(partnership) && !has_indicator {
            let subject = vec![partnership.id.clone()];
            found.push(finding("plan-without-outcomes", "low", subject));
        }
    }
    found
}

/// The last day of a date, as text: `2012` ends on 2012-12-31. A month that has no 31st ends before the next one all
/// the same.
fn last_day(date: &str) -> String {
    match date.len() {
        4 => format!("{date}-12-31"),
        7 => format!("{date}-31"),
        _ => date.to_string(),
    }
}

/// The first day of a date, as text: `2013-02` begins on 2013-02-01.
fn first_day(date: &str) -> String {
    match date.len() {
        4 => format!("{date}-01-01"),
        7 => format!("{date}-01"),
        _ => date.to_string(),
    }
}

/// "a partnership with an open outcome whose `due` has ended before the map's `as_of` begins (without `as_of`, never)"
fn overdue_outcome(pass: &Pass) -> Vec<Finding> {
    let Some(as_of) = pass.map.as_of.as_str().map(first_day) else { return Vec::new() };
    let mut found = Vec::new();
    for partnership in &pass.map.partnerships {
        let overdue = partnership.outcomes.iter().any(|outcome| {
            let has_ended = outcome.due.as_ref().is_some_and(|due| last_day(due) < as_of);
            outcome.is_open() && has_ended
        });
        if overdue {
            found.push(finding("overdue-outcome", "low", vec![partnership.id.clone()]));
        }
    }
    found
}

/// "a partnership with the plan `done` and an outcome, not `dropped`, that has an indicator and no measurement"
fn unmeasured_outcome(pass: &Pass) -> Vec<Finding> {
    let mut found = Vec::new();
    for partnership in &pass.map.partnerships {
        let unmeasured = partnership
            .outcomes
            .iter()
            .any(|outcome| !outcome.is_dropped() && outcome.has_indicator && !outcome.has_measurement);
        if partnership.plan_phase == "done" && unmeasured {
            found.push(finding("unmeasured-outcome", "note", vec![partnership.id.clone()]));
        }
    }
    found
}

/// The ids of "planned ties, other than of an actor to itself, without an owner or without a due date", sorted.
fn without_owner(map: &super::reading::Map) -> Vec<String> {
    let planned = map.ties.iter().filter(|tie| tie.planned && !(tie.has_owner && tie.has_due));
    let mut ids: Vec<String> = planned.map(|tie| tie.id.clone()).collect();
    ids.sort();
    ids
}

/// "(in both passes); subject: none; `ties` lists them"
fn planned_without_owner(pass: &Pass) -> Vec<Finding> {
    let ties = without_owner(pass.map);
    let found = of_the_map("planned-without-owner", "note", !ties.is_empty());
    found.into_iter().map(|finding| Finding { ties: Some(ties.clone()), ..finding }).collect()
}

/// "there are voices, and no consultation is recorded; subject: none"
fn no_consultation(pass: &Pass) -> Vec<Finding> {
    let holds = !pass.voices.is_empty() && pass.map.consultations.is_empty();
    of_the_map("no-consultation", "medium", holds)
}

/// "an expected voice that the map has, of which no matching actor or listed group took part in any consultation
/// (only where one exists)"
fn unconsulted_voice(pass: &Pass) -> Vec<Finding> {
    let mut found = Vec::new();
    for expected in &pass.map.expected_voices {
        let the_map_has_it = !concerns::matching(pass.map, expected).is_empty();
        let one_exists = !pass.map.consultations.is_empty();
        if the_map_has_it && one_exists && !concerns::is_consulted(pass.map, expected) {
            let subject = vec![expected.id.clone()];
            found.push(finding("unconsulted-voice", "low", subject));
        }
    }
    found
}

/// "over all consultations whose `attended` counts both `women` and `men`, with at least one head: women are under 30 %
/// of the two; subject: none"
fn outnumbered_women(pass: &Pass) -> Vec<Finding> {
    let (mut women, mut both) = (0_u128, 0_u128);
    for consultation in &pass.map.consultations {
        if let (Some(w), Some(m)) = (consultation.heads("women"), consultation.heads("men")) {
            women += u128::from(w);
            both += u128::from(w) + u128::from(m);
        }
    }
    of_the_map("outnumbered-women", "low", both > 0 && women * 100 < both * 30)
}

/// One finding for each concern whose progress is such.
fn of_concerns(
    pass: &Pass,
    rule: &'static str,
    severity: &'static str,
    holds: fn(&concerns::Progress) -> bool,
) -> Vec<Finding> {
    let mut found = Vec::new();
    for concern in &pass.map.concerns {
        if holds(&concerns::progress(pass, concern)) {
            found.push(finding(rule, severity, vec![concern.id.clone()]));
        }
    }
    found
}

/// "neither transmitted nor answered"
fn untransmitted_concern(pass: &Pass) -> Vec<Finding> {
    of_concerns(pass, "untransmitted-concern", "high", |progress| !progress.transmitted && !progress.answered)
}

/// "a concern that no decision-maker has (answered or not), and the best channel of a raiser that is a heard voice
/// meets, after the raiser and counting the decision-maker at its end, an actor that the concern is `about`"
fn channel_through_accused(pass: &Pass) -> Vec<Finding> {
    let mut found = Vec::new();
    for concern in &pass.map.concerns {
        let meets_accused =
            pass.voices.iter().filter(|voice| concern.raisers.contains(&voice.actor)).any(|voice| {
                let channel = voice.channel.as_ref();
                channel.is_some_and(|channel| {
                    channel.actors[1..].iter().any(|&actor| concern.about.contains(&pass.map.id(actor)))
                })
            });
        if !concerns::progress(pass, concern).transmitted && meets_accused {
            found.push(finding("channel-through-accused", "medium", vec![concern.id.clone()]));
        }
    }
    found
}

/// "transmitted, not answered"
fn unanswered_concern(pass: &Pass) -> Vec<Finding> {
    of_concerns(pass, "unanswered-concern", "medium", |progress| progress.transmitted && !progress.answered)
}

/// "answered, not fed back"
fn feedback_missing(pass: &Pass) -> Vec<Finding> {
    of_concerns(pass, "feedback-missing", "medium", |progress| progress.answered && !progress.fed_back)
}

/// "a recorded transmission between two different actors with no arc that way; subject: concern, from, to (once each)"
fn unmapped_transmission(pass: &Pass) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for concern in &pass.map.concerns {
        for transmission in concerns::transmissions(pass, concern) {
            let (from, to) = (transmission.from, transmission.to);
            let subject = vec![concern.id.clone(), pass.map.id(from), pass.map.id(to)];
            let seen = found.iter().any(|held| held.subject == subject);
            if from != to && !pass.graph.has_arc(from, to) && !seen {
                found.push(finding("unmapped-transmission", "note", subject));
            }
        }
    }
    found
}

/// "actors or ties (of any status, in both passes) without evidence: one finding a map; subject: none"
fn unsourced(pass: &Pass) -> Vec<Finding> {
    let an_actor = pass.map.actors.iter().any(|actor| !actor.has_evidence);
    let a_tie = pass.map.ties.iter().any(|tie| !tie.has_evidence);
    of_the_map("unsourced", "note", an_actor || a_tie)
}
