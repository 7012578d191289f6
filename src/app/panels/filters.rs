//! Filters: whom to draw, by kind, level, sector, formality, group, partnership and tag; which ties, by how sure they are.

use egui::Ui;

use crate::app::command::{Command, FilterChange, Queue};
use crate::app::icons;
use crate::app::shell::Panels;
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Text, button, caret, chip, row};
use crate::model::terms::{Confidence, Formality, Term as _};
use crate::picture::ruler::Weight;
use crate::session::tally::Choices;
use crate::session::{Document, Session};
use crate::words::args;

/// Everything that can be filtered by, unfolded on request.
pub fn filters_ui(
    ui: &mut Ui,
    session: &Session,
    document: &Document,
    panels: &mut Panels,
    queue: &mut Queue,
) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let filter = &session.look.filter;
    let count = args([("count", filter.count().into())]);
    let title = words.say("filter", &count);
    let response = row(ui, palette, &title, false, |ui, rect| {
        caret(ui, palette, rect.left_center() + egui::vec2(6.0, 0.0), panels.is_filter_open);
        let at = rect.left_center() + egui::vec2(20.0, 0.0);
        Text::new(&title).size(theme::HEADING).weight(Weight::Bold).ink(palette.ink).paint(
            ui,
            at,
            rect.width(),
        );
    });
    if response.clicked() {
        panels.is_filter_open = !panels.is_filter_open;
        // What unfolds is below: it is brought into view.
        response.scroll_to_me(Some(egui::Align::TOP));
    }
    if !filter.is_empty()
        && button(ui, palette, Some(icons::X), &words.text("command-clear-filter"), false).clicked()
    {
        queue.push(Command::ClearFilter);
    }
    if !panels.is_filter_open {
        return;
    }
    let analysis = &document.analysis;
    let Choices { kinds, levels, sectors, groups, tags } = &document.tally.choices;
    let mut rows = Rows { ui, session, queue };
    rows.title("filter-formality");
    rows.chips(Formality::ALL.iter().map(|form| {
        (words.term("formality", *form), filter.formalities.contains(form), FilterChange::Formality(*form))
    }));
    rows.title("filter-level");
    rows.chips(levels.iter().map(|level| {
        let at =
            (0..).zip(&analysis.network.levels).find(|(_, rung)| rung.id == *level).map_or(0, |(at, _)| at);
        (
            words.level(&analysis.network, at),
            filter.levels.contains(level),
            FilterChange::Level(level.clone()),
        )
    }));
    rows.title("filter-sector");
    rows.chips(sectors.iter().map(|sector| {
        (words.term("sector", *sector), filter.sectors.contains(sector), FilterChange::Sector(*sector))
    }));
    rows.title("filter-kind");
    rows.chips(kinds.iter().map(|kind| {
        (
            words.actor_kind(&analysis.network.map, kind),
            filter.kinds.contains(kind),
            FilterChange::Kind(kind.clone()),
        )
    }));
    if analysis.network.partnerships().len() > 0 {
        rows.title("filter-partnership");
        rows.chips((0..).zip(analysis.network.partnerships()).map(|(at, partnership)| {
            let name = words.name(&partnership.name, &partnership.id).to_owned();
            (name, filter.partnerships.contains(&at), FilterChange::Partnership(at))
        }));
    }
    if !groups.is_empty() {
        rows.title("filter-group");
        rows.chips(
            groups.iter().map(|group| {
                (group.clone(), filter.groups.contains(group), FilterChange::Group(group.clone()))
            }),
        );
    }
    if !tags.is_empty() {
        rows.title("filter-tag");
        rows.chips(
            tags.iter().map(|tag| (tag.clone(), filter.tags.contains(tag), FilterChange::Tag(tag.clone()))),
        );
    }
    rows.title("filter-confidence");
    rows.chips(Confidence::ALL.iter().map(|sure| {
        (words.term("confidence", *sure), filter.confidences.contains(sure), FilterChange::Confidence(*sure))
    }));
    rows.title("filter-status");
    rows.chips([(words.text("filter-inactive"), filter.with_inactive, FilterChange::Inactive)].into_iter());
}

struct Rows<'a> {
    ui: &'a mut Ui,
    session: &'a Session,
    queue: &'a mut Queue,
}

impl Rows<'_> {
    fn title(&mut self, id: &str) {
        self.ui.add_space(2.0 * STEP);
        let ink = self.session.settings.theme.palette().second_ink;
        Text::new(&self.session.words.text(id)).size(theme::QUIET).ink(ink).show(self.ui);
        self.ui.add_space(STEP);
    }

    fn chips(&mut self, chips: impl Iterator<Item = (String, bool, FilterChange)>) {
        let palette = self.session.settings.theme.palette();
        let queue = &mut *self.queue;
        self.ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(STEP, STEP);
            for (label, is_chosen, change) in chips {
                if chip(ui, palette, &label, is_chosen, true).clicked() {
                    queue.push(Command::Filter(change));
                }
            }
        });
    }
}
