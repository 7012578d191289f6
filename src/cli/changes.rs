//! What changed, as a part of a page: whose voice moved, which findings closed and opened, the figures side by side.

use super::analyze::figures;
use super::page::{Page, Tone};
use crate::analysis::{ActorIx, Analysis, Comparison, VoiceState};
use crate::words::{Words, args, finding_text};

/// Where a list is long, so many of its items are shown.
const MOST: usize = 12;

/// Two analyses, and what lies between them.
pub struct Changed<'a> {
    pub old: &'a Analysis,
    pub new: &'a Analysis,
    pub comparison: &'a Comparison,
    pub words: &'a Words,
}

impl Changed<'_> {
    /// Whose voice moved, one line for each way of moving.
    pub fn voices(&self, page: &mut Page) {
        page.heading(&self.words.text("changes-heading-voices"));
        let mut ways: Vec<(VoiceState, VoiceState)> =
            self.comparison.voices.iter().map(|moved| (moved.after, moved.before)).collect();
        ways.sort_unstable_by(|a, b| b.cmp(a));
        ways.dedup();
        if ways.is_empty() {
            page.paragraph(2, Tone::Quiet, &self.words.text("changes-no-voices"));
        }
        for (after, before) in ways {
            let names: Vec<&str> = self
                .comparison
                .voices
                .iter()
                .filter(|moved| (moved.after, moved.before) == (after, before))
                .filter_map(|moved| {
                    let place = |analysis: &Analysis| analysis.network.place(&moved.actor);
                    let name = |(analysis, actor): (_, ActorIx)| self.name(analysis, actor);
                    let new = place(self.new).map(|actor| (self.new, actor));
                    new.or_else(|| place(self.old).map(|actor| (self.old, actor))).map(name)
                })
                .collect();
            let what = args([
                ("names", self.words.list(&names, MOST).into()),
                ("before", self.words.term("voice-state", before).into()),
                ("after", self.words.term("voice-state", after).into()),
            ]);
            let tone = if after > before { Tone::Good } else { Tone::Bad };
            page.item(2, "· ", tone, &self.words.say("changes-voices", &what));
        }
    }

    /// Which findings closed and opened.
    pub fn findings(&self, page: &mut Page) {
        page.heading(&self.words.text("changes-heading-findings"));
        let Comparison { closed, opened, .. } = self.comparison;
        for (heading, tone, analysis, places) in [
            ("changes-closed", Tone::Good, self.old, closed),
            ("changes-opened", Tone::Warn, self.new, opened),
        ] {
            page.paragraph(2, tone, &self.words.say(heading, &args([("count", places.len().into())])));
            for place in places.iter().take(MOST) {
                let text = finding_text(self.words, analysis, &analysis.findings[*place]);
                page.item(4, "· ", Tone::Plain, &text.title);
            }
            self.left_out(page, places.len());
        }
    }

    /// The figures of both, those that differ set off.
    pub fn figures(&self, page: &mut Page) {
        page.heading(&self.words.text("changes-heading-figures"));
        let (old, new) = (figures(&self.old.scorecard), figures(&self.new.scorecard));
        let width = |figures: &[(&str, String)]| figures.iter().map(|(_, text)| text.chars().count()).max();
        let (left, right) = (width(&old).unwrap_or(0), width(&new).unwrap_or(0));
        let rows = old.iter().zip(&new).map(|((id, before), (_, after))| {
            let tone = if before == after { Tone::Quiet } else { Tone::Strong };
            vec![(tone, format!("{before:>left$} → {after:>right$}")), (Tone::Plain, self.words.text(id))]
        });
        page.table(2, &rows.collect::<Vec<_>>());
    }

    fn name<'n>(&self, analysis: &'n Analysis, actor: ActorIx) -> &'n str {
        self.words.actor(&analysis.network, actor)
    }

    fn left_out(&self, page: &mut Page, all: usize) {
        if all > MOST {
            let more = args([("count", (all - MOST).into())]);
            page.paragraph(4, Tone::Quiet, &self.words.say("sheet-left-out", &more));
        }
    }
}
