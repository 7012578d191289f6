//! Rules on consultation: whether anybody was asked, and who was not.

use super::{Facts, Finding, Rule, Severity, Subject};

pub fn find(facts: Facts, found: &mut Vec<Finding>) {
    let Facts { network, matches, .. } = facts;
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
