//! Rules on consultation: whether anybody was asked, who was not, and who was there in small numbers.

use super::{Facts, Finding, Rule, Severity, Subject};
use crate::model::Map;

pub fn find(facts: Facts, found: &mut Vec<Finding>) {
    let Facts { network, matches, .. } = facts;
    women(facts, found);
    if network.map.consultations.is_empty() {
        if network.voices().next().is_some() {
            found.push(Finding::new(Rule::NoConsultation, Severity::Medium, Subject::Map));
        }
        return;
    }
    for (ix, matching) in (0..).zip(matches) {
        if !matching.actors.is_empty() && !matching.is_consulted {
            let finding = Finding::new(Rule::UnconsultedVoice, Severity::Low, Subject::Expected(ix));
            found.push(finding.actors(&matching.actors));
        }
    }
}

/// Under that share of women and men, in per cent, those who are there are too few to change what is said.
const CRITICAL_MASS: u128 = 30;

/// Whether women were few, over all consultations that counted women and men.
fn women(facts: Facts, found: &mut Vec<Finding>) {
    let (women, both) = women_counted(&facts.network.map);
    if women * 100 < both * CRITICAL_MASS {
        found.push(Finding::new(Rule::OutnumberedWomen, Severity::Low, Subject::Map));
    }
}

/// How many women, and how many women and men, took part in the consultations that counted both.
pub fn women_counted(map: &Map) -> (u128, u128) {
    let counted = map.consultations.iter().map(|consultation| &consultation.attended);
    let heads = counted.filter_map(|attended| attended.of("women").zip(attended.of("men")));
    heads.fold((0, 0), |(women, both), (w, m)| (women + u128::from(w), both + u128::from(w) + u128::from(m)))
}
