//! What a map says, as a sheet of plain sentences: who is heard, through whom, who ought to be here, what was raised,
//! what is missing, and the map in figures.

use std::collections::BTreeMap;

use crate::analysis::{
    ActorIx, Analysis, Certainty, ConcernState, Finding, Network, Scenario, Scorecard, Severity, VoiceState,
    percent,
};
use crate::cli::changes::Changed;
use crate::cli::page::{Page, Tone};
use crate::model::Rating;
use crate::model::terms::Term as _;
use crate::words::{Words, args, finding_text, heard_for_certain, rule_heading};

/// Where a list is long, so many of its items are shown.
const MOST: usize = 12;
/// So many ties of a way are looked at for whether somebody rated them.
const LONGEST: usize = 1_000;

/// The whole sheet. `in_full`: every finding with its why and its remedy, and every list to its end.
/// `changed`: what it would change, where something is supposed.
pub fn sheet(
    analysis: &Analysis,
    scenario: &Scenario,
    changed: Option<&Changed>,
    in_full: bool,
    words: &Words,
) -> Page {
    let mut sheet =
        Sheet { analysis, words, most: if in_full { usize::MAX } else { MOST }, in_full, page: Page::new() };
    sheet.title(scenario, changed);
    if let Some(changed) = changed {
        changed.figures(&mut sheet.page);
        changed.voices(&mut sheet.page);
        changed.findings(&mut sheet.page);
    }
    sheet.voices();
    sheet.belts();
    sheet.expected_voices();
    sheet.concerns();
    sheet.findings();
    sheet.scorecard();
    sheet.page
}

struct Sheet<'a> {
    analysis: &'a Analysis,
    words: &'a Words,
    most: usize,
    in_full: bool,
    page: Page,
}

impl Sheet<'_> {
    fn name(&self, actor: ActorIx) -> String {
        self.words.actor(&self.analysis.network, actor).to_owned()
    }

    fn names(&self, actors: &[ActorIx]) -> String {
        self.words.actors(&self.analysis.network, actors, self.most.min(6))
    }

    fn title(&mut self, scenario: &Scenario, changed: Option<&Changed>) {
        let map = &self.analysis.network.map;
        let words = self.words;
        self.page.line(Tone::Strong, words.read(&map.title));
        let counts = words.say(
            "sheet-counts",
            &args([
                ("actors", self.analysis.network.actors.len().into()),
                ("ties", self.analysis.network.ties.len().into()),
            ]),
        );
        let place = Some(words.read(&map.place)).filter(|place| !place.is_empty());
        let place = place.map(|place| words.apart(place).into_owned());
        let as_of =
            map.as_of.map(|date| words.say("sheet-as-of", &args([("date", date.to_string().into())])));
        let parts: Vec<String> = place.into_iter().chain(as_of).chain([counts]).collect();
        self.page.line(Tone::Quiet, &parts.join(" · "));
        if let Some(date) = scenario.at {
            self.page.line(Tone::Warn, &words.say("sheet-at", &args([("date", date.to_string().into())])));
        }
        if !scenario.without.is_empty() || !scenario.with.is_empty() {
            let counts = [("without", scenario.without.len().into()), ("with", scenario.with.len().into())];
            self.page.line(Tone::Warn, &words.say("sheet-supposed", &args(counts)));
        }
        if scenario.planned {
            let planned = changed.map_or(0, |changed| self.planned(&changed.old.network));
            self.page.line(Tone::Warn, &words.say("sheet-planned", &args([("count", planned.into())])));
        }
        if self.analysis.confirmed.is_none() {
            self.page.line(Tone::Warn, &words.text("sheet-confirmed-only"));
        }
    }

    /// How many ties were planned before all of them were supposed to be there.
    fn planned(&self, before: &Network) -> usize {
        let ties = (0..).zip(&before.ties).map(|(tie, _)| tie).filter(|tie| before.is_planned(*tie));
        ties.filter(|tie| self.analysis.network.tie_place(&before.tie(*tie).id).is_some()).count()
    }

    fn voices(&mut self) {
        let (analysis, words) = (self.analysis, self.words);
        self.page.heading(&words.text("sheet-heading-voices"));
        let voices: Vec<ActorIx> = analysis.network.voices().collect();
        if voices.is_empty() {
            self.page.paragraph(2, Tone::Plain, &words.text("sheet-no-voices"));
            return;
        }
        self.page.paragraph(2, Tone::Plain, &self.voices_in_a_sentence(&voices));
        for (state, tone) in [
            (VoiceState::LoopClosed, Tone::Good),
            (VoiceState::Heard, Tone::Warn),
            (VoiceState::Unheard, Tone::Bad),
            (VoiceState::Isolated, Tone::Bad),
        ] {
            let those: Vec<ActorIx> =
                voices.iter().copied().filter(|voice| analysis.state_of(*voice) == state).collect();
            if those.is_empty() {
                continue;
            }
            self.page.gap();
            let heading =
                words.say(&format!("sheet-voices-{}", state.id()), &args([("count", those.len().into())]));
            self.page.paragraph(2, tone, &heading);
            let ways = self.by_way(&those);
            for (way, those) in ways.iter().take(self.most) {
                let names: Vec<_> =
                    those.iter().map(|voice| words.actor(&analysis.network, *voice)).collect();
                self.page.item(4, "· ", Tone::Plain, &words.list(&names, self.most));
                if let Some(way) = way {
                    self.page.paragraph(8, Tone::Quiet, way);
                }
            }
            self.left_out(4, ways.iter().skip(self.most).map(|(_, those)| those.len()).sum());
        }
        let silent = analysis.silent_if_unconfirmed_fail();
        if !silent.is_empty() {
            self.page.gap();
            let what = args([("count", silent.len().into()), ("names", self.names(&silent).into())]);
            self.page.paragraph(2, Tone::Warn, &words.say("sheet-silent", &what));
        }
    }

    fn voices_in_a_sentence(&self, voices: &[ActorIx]) -> String {
        let Analysis { network, pass, .. } = self.analysis;
        let heard = voices.iter().filter(|voice| pass.is_heard(**voice)).count();
        let certain = heard_for_certain(self.words, heard, self.analysis.heard_for_certain());
        let is_closed = |voice: &&ActorIx| pass.is_heard(**voice) && pass.is_answered[**voice as usize];
        let id = if network.decision_makers.is_empty() {
            "sheet-voices-nobody-decides"
        } else if network.decision_makers_assumed {
            "sheet-voices-assumed"
        } else {
            "sheet-voices"
        };
        self.words.say(
            id,
            &args([
                ("voices", voices.len().into()),
                ("heard", heard.into()),
                ("certain", certain.into()),
                ("answered", voices.iter().filter(is_closed).count().into()),
                ("who", self.names(&network.decision_makers).into()),
            ]),
        )
    }

    /// Voices by the way that they are heard, most of them first.
    fn by_way(&self, voices: &[ActorIx]) -> Vec<(Option<String>, Vec<ActorIx>)> {
        let mut ways: BTreeMap<Option<String>, Vec<ActorIx>> = BTreeMap::new();
        for voice in voices {
            ways.entry(self.way(*voice)).or_default().push(*voice);
        }
        let mut ways: Vec<_> = ways.into_iter().collect();
        ways.sort_by_key(|(_, those)| std::cmp::Reverse(those.len()));
        ways
    }

    /// The way of a voice in a few words: through whom, to whom, how strongly.
    fn way(&self, voice: ActorIx) -> Option<String> {
        let network = &self.analysis.network;
        let (strength, tree) = self.analysis.pass.reach.best(voice)?;
        let hops = tree.hops(voice).map_or(0, |hops| hops as usize);
        let shown: Vec<_> = tree.steps(voice).take(MOST).collect();
        let name = |actor: &ActorIx| self.words.apart(self.words.actor(network, *actor));
        let mut way: Vec<_> = shown.iter().map(|(actor, _)| name(actor)).collect();
        if hops > shown.len() {
            way.push("…".into());
        }
        // Of a very long way the rest is taken to be like its beginning.
        let mut ties = tree.steps(voice).take(LONGEST).map(|(_, tie)| network.tie(tie));
        // Only a middling strength can be nobody's rating.
        let is_rated = strength != Rating::MIDDLE || ties.any(|tie| tie.strength == Some(strength));
        let strength = Words::strength(Some(strength).filter(|_| is_rated));
        let id = if hops == 1 { "sheet-way-direct" } else { "sheet-way" };
        Some(self.words.say(id, &args([("way", way.join(" › ").into()), ("strength", strength.into())])))
    }

    fn belts(&mut self) {
        let words = self.words;
        if self.analysis.belts.is_empty() {
            return;
        }
        self.page.heading(&words.text("sheet-heading-belts"));
        self.page.paragraph(2, Tone::Plain, &words.text("sheet-belts"));
        self.page.gap();
        let rows: Vec<_> = self
            .analysis
            .belts
            .iter()
            .take(self.most)
            .map(|belt| {
                let carries = words.say("sheet-carries", &args([("count", belt.carries.into())]));
                let holds = words.say("sheet-holds", &args([("count", belt.holds.into())]));
                let tone = if belt.holds > 0 { Tone::Warn } else { Tone::Quiet };
                vec![(Tone::Plain, self.name(belt.actor)), (Tone::Quiet, carries), (tone, holds)]
            })
            .collect();
        self.page.table(2, &rows);
        self.left_out(2, self.analysis.belts.len().saturating_sub(self.most));
    }

    fn expected_voices(&mut self) {
        let (analysis, words) = (self.analysis, self.words);
        if analysis.expected_voices.is_empty() {
            return;
        }
        self.page.heading(&words.text("sheet-heading-expected"));
        let heads = ["", "sheet-head-heard", "sheet-head-consulted", "sheet-head-partner"];
        let head = |id: &str| (Tone::Quiet, if id.is_empty() { String::new() } else { words.text(id) });
        let mut rows = vec![heads.map(head).to_vec()];
        for (expected, fares) in analysis.network.expected_voices().zip(&analysis.expected_voices) {
            let tone = match fares.state {
                VoiceState::LoopClosed => Tone::Good,
                VoiceState::Heard => Tone::Warn,
                VoiceState::Absent | VoiceState::Isolated | VoiceState::Unheard => Tone::Bad,
            };
            let answer = |is_so: bool| (Tone::Quiet, words.text(if is_so { "yes" } else { "no" }));
            rows.push(vec![
                (Tone::Plain, words.name(&expected.label, &expected.id).to_owned()),
                (tone, words.fares("voice-state", analysis, fares)),
                answer(fares.is_consulted),
                answer(fares.is_in_partnership),
            ]);
        }
        self.page.table(2, &rows);
    }

    fn concerns(&mut self) {
        let (analysis, words) = (self.analysis, self.words);
        if analysis.journeys.is_empty() {
            return;
        }
        self.page.heading(&words.text("sheet-heading-concerns"));
        for (ix, journey) in (0..).zip(&analysis.journeys).take(self.most) {
            let tone = match journey.state {
                ConcernState::Raised | ConcernState::OnTheWay => Tone::Bad,
                ConcernState::Transmitted | ConcernState::Answered => Tone::Warn,
                ConcernState::FedBack => Tone::Good,
            };
            let mut state = words.term("concern-state", journey.state);
            if let (ConcernState::OnTheWay, Some(actor)) = (journey.state, journey.stopped_at) {
                let stopped = words.say("sheet-stopped", &args([("actor", self.name(actor).into())]));
                state = format!("{state}; {stopped}");
            }
            self.page.item(2, "· ", Tone::Plain, words.concern(&analysis.network, ix));
            self.page.paragraph(4, tone, &state);
        }
        self.left_out(2, analysis.journeys.len().saturating_sub(self.most));
    }

    fn findings(&mut self) {
        let words = self.words;
        self.page.heading(&words.text("sheet-heading-findings"));
        let is_shown = |finding: &&Finding| finding.certainty != Some(Certainty::AtRisk);
        let shown: Vec<&Finding> = self.analysis.findings.iter().filter(is_shown).collect();
        if self.analysis.network.actors.is_empty() {
            self.page.paragraph(2, Tone::Plain, &words.text("sheet-empty"));
            return;
        }
        if shown.is_empty() {
            self.page.paragraph(2, Tone::Good, &words.text("sheet-no-findings"));
        }
        let mut severity = None;
        for row in shown.chunk_by(|a, b| (a.severity, a.rule) == (b.severity, b.rule)) {
            let Some(first) = row.first() else { continue };
            if severity != Some(first.severity) {
                severity = Some(first.severity);
                self.page.gap();
                let tone = match first.severity {
                    Severity::High => Tone::Bad,
                    Severity::Medium => Tone::Warn,
                    Severity::Low | Severity::Note => Tone::Quiet,
                };
                self.page.paragraph(2, tone, &words.term("severity", first.severity));
            }
            self.row(row, first);
        }
        self.at_risk();
        if !self.in_full {
            self.page.gap();
            self.page.paragraph(2, Tone::Quiet, &words.text("sheet-more"));
        }
    }

    /// The findings of one rule and severity.
    fn row(&mut self, row: &[&Finding], first: &Finding) {
        let words = self.words;
        let heading = rule_heading(words, first.rule, first.severity, row.len());
        let method = format!("docs/method.md#{}", first.rule.id());
        self.page.item(4, "▪ ", Tone::Strong, &format!("{heading}  ({method})"));
        if let [only] = row {
            return self.reasons(6, only);
        }
        for finding in row.iter().take(self.most) {
            self.page.item(6, "– ", Tone::Plain, &self.title_of(finding));
            if self.in_full {
                self.reasons(8, finding);
            }
        }
        self.left_out(6, row.len().saturating_sub(self.most));
        if !self.in_full {
            let remedy = finding_text(words, self.analysis, first).remedy;
            self.page.item(
                6,
                "→ ",
                Tone::Quiet,
                &words.say("sheet-for-example", &args([("remedy", remedy.into())])),
            );
        }
    }

    /// What a finding is; marked where it is not certain.
    fn title_of(&self, finding: &Finding) -> String {
        let title = finding_text(self.words, self.analysis, finding).title;
        match finding.certainty {
            Some(Certainty::Depends) if !self.in_full => {
                format!("{title} ({})", self.certainty(Certainty::Depends))
            }
            _ => title,
        }
    }

    fn certainty(&self, certainty: Certainty) -> String {
        self.words.text(&format!("certainty-{}", certainty.id()))
    }

    /// Why a finding holds, what could be done, and on what it hangs.
    fn reasons(&mut self, indent: usize, finding: &Finding) {
        let words = self.words;
        let text = finding_text(words, self.analysis, finding);
        self.page.paragraph(indent, Tone::Plain, &text.why);
        self.page.item(indent, "→ ", Tone::Quiet, &text.remedy);
        if finding.certainty == Some(Certainty::Depends) {
            self.page.paragraph(indent, Tone::Warn, &words.text("certainty-depends-why"));
        }
        if !finding.depends_on.is_empty() {
            let ties: Vec<String> =
                finding.depends_on.iter().map(|tie| words.tie(&self.analysis.network, *tie)).collect();
            let ties: Vec<&str> = ties.iter().map(String::as_str).collect();
            let what = args([("ties", words.list(&ties, ties.len()).into())]);
            self.page.paragraph(indent, Tone::Warn, &words.say("sheet-hangs-on", &what));
        }
        if self.in_full {
            let certainty = finding.certainty.map(|certainty| self.certainty(certainty));
            let about = certainty.into_iter().chain([words.term("area", finding.rule.area()), text.source]);
            self.page.paragraph(indent, Tone::Quiet, &about.collect::<Vec<_>>().join(" · "));
        }
    }

    /// What would come true if unconfirmed ties failed: counted, and in full listed.
    fn at_risk(&mut self) {
        let words = self.words;
        let is_at_risk = |finding: &&Finding| finding.certainty == Some(Certainty::AtRisk);
        let at_risk: Vec<&Finding> = self.analysis.findings.iter().filter(is_at_risk).collect();
        if at_risk.is_empty() {
            return;
        }
        self.page.gap();
        let count = args([("count", at_risk.len().into())]);
        self.page.paragraph(2, Tone::Warn, &words.say("sheet-at-risk", &count));
        if self.in_full {
            for finding in at_risk {
                self.page.item(4, "– ", Tone::Plain, &self.title_of(finding));
                self.reasons(6, finding);
            }
        }
    }

    fn scorecard(&mut self) {
        let words = self.words;
        self.page.heading(&words.text("sheet-heading-scorecard"));
        let card = &self.analysis.scorecard;
        let mut rows: Vec<_> = figures(card)
            .into_iter()
            .map(|(id, figure)| vec![(Tone::Strong, figure), (Tone::Plain, words.text(id))])
            .collect();
        let count = |severity: Severity| card.findings[severity as usize];
        let findings = words.say(
            "score-findings",
            &args([
                ("high", count(Severity::High).into()),
                ("medium", count(Severity::Medium).into()),
                ("low", count(Severity::Low).into()),
                ("note", count(Severity::Note).into()),
            ]),
        );
        rows.push(vec![
            (Tone::Strong, card.findings.iter().sum::<usize>().to_string()),
            (Tone::Plain, findings),
        ]);
        let width = rows.iter().map(|row| row[0].1.chars().count()).max().unwrap_or(0);
        for row in &mut rows {
            row[0].1 = format!("{:>width$}", row[0].1);
        }
        self.page.table(2, &rows);
    }

    /// How many items of a list were not shown.
    fn left_out(&mut self, indent: usize, count: usize) {
        if count > 0 {
            let more = args([("count", count.into())]);
            self.page.paragraph(indent, Tone::Quiet, &self.words.say("sheet-left-out", &more));
        }
    }
}

/// The figures as people read them; what can't be had is a dash.
pub fn figures(card: &Scorecard) -> [(&'static str, String); 9] {
    let share =
        |figure: Option<f64>| figure.map_or_else(|| "–".to_owned(), |share| format!("{} %", percent(share)));
    let number = |figure: Option<f64>| figure.map_or_else(|| "–".to_owned(), |number| format!("{number:.1}"));
    [
        ("score-voices-heard", share(card.voices_heard)),
        ("score-loops-closed", share(card.loops_closed)),
        ("score-with-backup", share(card.with_backup)),
        ("score-expected-present", share(card.expected_present)),
        ("score-crossings", number(card.crossings_per_voice)),
        (
            "score-mixing",
            card.mixing.map_or_else(|| "–".to_owned(), |mixing| format!("{mixing:+.2}").replace('-', "−")),
        ),
        ("score-providers-overseen", share(card.providers_overseen)),
        ("score-concerns-answered", share(card.concerns_answered)),
        ("score-ties-with-evidence", share(card.ties_with_evidence)),
    ]
}
