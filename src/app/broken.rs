//! Parts of the window that broke down: each shows a sentence instead of itself until somebody tries again, or looks at something
//! else. The other parts go on.

use std::collections::BTreeMap;

use egui::{Align2, CentralPanel, Frame, Margin, Panel, Ui, Vec2};

use super::command::{Command, Queue, Tab};
use super::finder::Finder;
use super::quick::QuickAdd;
use super::shell::Shell;
use super::theme::{self, STEP, colour};
use super::widgets::{Text, button, sheet};
use crate::breakdown::{Breakdown, guarded};
use crate::picture::palette::Theme;
use crate::picture::ruler::Weight;
use crate::session::{Look, Session};
use crate::words::breakdown_text;

/// A part of the window that can break down by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The page that is shown while nothing is open.
    Welcome,
    /// The bar at the top.
    Top,
    /// The row of lenses.
    Lenses,
    /// The scorecard.
    Foot,
    /// The panel on the left.
    Left,
    /// The panel on the right.
    Right,
    /// The bar of a draft and its file.
    Both,
    /// The bar of what is supposed.
    Trying,
    /// The bar of dates.
    Dates,
    /// The picture.
    Canvas,
    /// What the search box has found.
    Found,
    /// The list of steps.
    Steps,
    /// The line to add with.
    Quick,
    /// What is wrong in a file.
    Problems,
    /// The list of keys.
    Keys,
    /// The settings.
    Settings,
    /// Where a file is dropped.
    Drop,
    /// Rows that were pasted.
    Paste,
    /// A question.
    Question,
    /// The drafts of a file that was opened.
    Drafts,
    /// What waits for a save.
    Waiting,
    /// What maps once were.
    Versions,
    /// That the system's dialog is waited for.
    Dialog,
    /// The page that a file is picked from.
    Files,
    /// What has to be said.
    Notes,
}

/// What is looked at, and how: with another of these, what broke down is tried again.
#[derive(Debug, Clone, PartialEq)]
pub struct Sight {
    map: Option<(u64, u64)>,
    look: Look,
    tab: Tab,
    theme: Theme,
    text_size: u16,
}

impl Sight {
    /// What a window shows.
    fn of(shell: &Shell) -> Self {
        let session = &shell.session;
        Self {
            map: session.document.as_ref().map(|document| (document.opened, document.revision)),
            look: session.look.clone(),
            tab: shell.panels.tab,
            theme: session.settings.theme,
            text_size: session.settings.text_size,
        }
    }
}

/// The parts that broke down.
#[derive(Debug, Default)]
pub struct Broken {
    parts: BTreeMap<Part, (Sight, Breakdown)>,
}

/// What somebody does about a part that broke down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Remedy {
    Again,
    Close,
}

impl Shell {
    /// Shows a part of the window. Where it breaks down what was not saved is written to its draft, the frame is thrown away and
    /// made once more, with a sentence in its place.
    pub(super) fn part(&mut self, ui: &mut Ui, part: Part, show: impl FnOnce(&mut Self, &mut Ui)) {
        if !self.broken.parts.is_empty() {
            let sight = Sight::of(self);
            self.broken.parts.retain(|_, (seen, _)| *seen == sight);
        }
        if let Some((_, breakdown)) = self.broken.parts.get(&part) {
            let breakdown = breakdown.clone();
            // Should even the sentence break down, the part stays empty.
            let remedy = guarded(|| instead_ui(ui, part, &self.session, &breakdown, &mut self.queue));
            if let Ok(Some(remedy)) = remedy {
                self.mend(part, remedy);
                ui.ctx().request_repaint();
            }
            return;
        }
        let shown = guarded(|| {
            #[cfg(test)]
            tests::break_on_purpose(part);
            show(self, ui);
        });
        // A picture that was worked out beside the window breaks down there.
        let lost = self.session.drawing_broke_down().filter(|_| part == Part::Canvas).cloned();
        if let Some(breakdown) = shown.err().or(lost) {
            self.session.secure();
            let sight = Sight::of(self);
            self.broken.parts.insert(part, (sight, breakdown));
            ui.ctx().request_discard("a part of the window broke down");
            ui.ctx().request_repaint();
        }
    }

    /// Does something that was asked for, or that is due. Where that breaks down it is said, and what was done before stays.
    pub(super) fn doing(&mut self, work: impl FnOnce(&mut Self)) {
        let done = guarded(|| work(self));
        if let Err(breakdown) = done {
            self.session.broke_down("breakdown-command", &breakdown);
        }
    }

    fn mend(&mut self, part: Part, remedy: Remedy) {
        self.broken.parts.remove(&part);
        if remedy == Remedy::Again {
            return self.session.try_again();
        }
        match part {
            Part::Found => self.finder = Finder::default(),
            Part::Steps => self.panels.is_showing_steps = false,
            Part::Quick => self.quick = QuickAdd::default(),
            Part::Problems => self.session.not_opened = None,
            Part::Keys => self.panels.is_telling_keys = false,
            Part::Settings => self.panels.is_showing_settings = false,
            Part::Paste => self.pasting = None,
            Part::Question | Part::Drafts | Part::Waiting => {
                self.session.question = None;
                self.session.stays();
            }
            Part::Versions => self.versions = None,
            Part::Dialog | Part::Files => super::run::files::stop_asking(self),
            Part::Notes => self.session.notes.clear(),
            // What is always there can't be closed; its sentence has no such button.
            Part::Welcome
            | Part::Top
            | Part::Lenses
            | Part::Foot
            | Part::Left
            | Part::Right
            | Part::Both
            | Part::Trying
            | Part::Dates
            | Part::Canvas
            | Part::Drop => {}
        }
    }
}

/// The sentence in the place of a part.
fn instead_ui(
    ui: &mut Ui,
    part: Part,
    session: &Session,
    breakdown: &Breakdown,
    queue: &mut Queue,
) -> Option<Remedy> {
    let palette = session.settings.theme.palette();
    let ground = Frame::new().fill(colour(palette.panel)).inner_margin(Margin::symmetric(16, 8));
    let mut inside = |ui: &mut Ui, may_close| sentence_ui(ui, session, breakdown, may_close, queue);
    let bar = |panel: Panel| panel.frame(ground);
    match part {
        Part::Welcome | Part::Canvas => {
            let room = CentralPanel::default().frame(Frame::new().fill(colour(palette.paper)));
            room.show(ui, |ui| {
                egui::Area::new(ui.scope_id().with("broken"))
                    .anchor(Align2::CENTER_CENTER, Vec2::ZERO)
                    .order(egui::Order::Middle)
                    .show(ui.ctx(), |ui| {
                        ground
                            .show(ui, |ui| {
                                ui.set_width(420.0);
                                inside(ui, false)
                            })
                            .inner
                    })
                    .inner
            })
            .inner
        }
        Part::Top => bar(Panel::top("top-broken")).show(ui, |ui| inside(ui, false)).inner,
        Part::Lenses => bar(Panel::top("lenses-broken")).show(ui, |ui| inside(ui, false)).inner,
        Part::Both => bar(Panel::top("both-broken")).show(ui, |ui| inside(ui, false)).inner,
        Part::Trying => bar(Panel::top("trying-broken")).show(ui, |ui| inside(ui, false)).inner,
        Part::Foot => bar(Panel::bottom("foot-broken")).show(ui, |ui| inside(ui, false)).inner,
        Part::Dates => bar(Panel::bottom("dates-broken")).show(ui, |ui| inside(ui, false)).inner,
        Part::Left => {
            let panel = Panel::left("left-broken").exact_size(session.settings.frame.left);
            bar(panel).show(ui, |ui| inside(ui, false)).inner
        }
        Part::Right => {
            let panel = Panel::right("right-broken").exact_size(session.settings.frame.right);
            bar(panel).show(ui, |ui| inside(ui, false)).inner
        }
        // Nothing stands in its place: the next file that is dropped is taken all the same.
        Part::Drop => None,
        _ => {
            let shown = sheet(ui, &format!("broken-{part:?}"), 480.0, |ui| inside(ui, true));
            shown.inner.or_else(|| shown.should_close().then_some(Remedy::Close))
        }
    }
}

fn sentence_ui(
    ui: &mut Ui,
    session: &Session,
    breakdown: &Breakdown,
    may_close: bool,
    queue: &mut Queue,
) -> Option<Remedy> {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let mut remedy = None;
    ui.vertical(|ui| {
        let title = words.text("breakdown-part");
        Text::new(&title).size(theme::HEADING).weight(Weight::Bold).ink(palette.bad).show(ui);
        ui.add_space(STEP);
        let why = breakdown_text(words, "breakdown-part-why", breakdown);
        Text::new(&why).size(theme::QUIET).ink(palette.ink).show(ui);
        ui.add_space(2.0 * STEP);
        ui.horizontal_wrapped(|ui| {
            if button(ui, palette, None, &words.text("breakdown-again"), false).clicked() {
                remedy = Some(Remedy::Again);
            }
            if session.document.is_some()
                && button(ui, palette, None, &words.text("command-save"), false).clicked()
            {
                queue.push(Command::Save);
            }
            if may_close && button(ui, palette, None, &words.text("close"), false).clicked() {
                remedy = Some(Remedy::Close);
            }
        });
    });
    remedy
}

#[cfg(test)]
mod tests;
