//! Rows that were pasted: a table of them with what each column means and what becomes of each row, what there is to decide,
//! and one button that takes them over.

mod asked;
mod details;
mod rows;

use egui::{Key, Ui};

use crate::app::command::{Command, Queue};
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Text, button, chip, sheet};
use crate::model::Map;
use crate::picture::palette::Palette;
use crate::picture::ruler::Weight;
use crate::session::building::paste::{Options, Paste, TableKind};
use crate::session::{Pasting, Session};
use crate::words::{Words, args};
use rows::Shown;

/// How wide the page is where there is room.
const WIDTH: f32 = 1180.0;

/// The page, while it is open.
pub struct PastePage {
    /// The rows, and what was decided of them.
    pub pasting: Pasting,
    shown: Shown,
    /// The number of the row that is looked at.
    row: Option<usize>,
}

impl PastePage {
    /// Of rows that were pasted.
    pub fn new(pasting: Pasting) -> Self {
        Self { pasting, shown: Shown::All, row: None }
    }
}

/// What somebody decides, to be done once everything is shown.
type Decide = Box<dyn FnOnce(&mut Options)>;

/// What the parts of the page show, and what somebody decides in them.
struct Sight<'s> {
    paste: &'s Paste,
    options: &'s Options,
    map: &'s Map,
    words: &'s Words,
    palette: &'s Palette,
    decided: Vec<Decide>,
}

impl Sight<'_> {
    fn decide(&mut self, decide: impl FnOnce(&mut Options) + 'static) {
        self.decided.push(Box::new(decide));
    }

    /// What the rows are to be.
    fn kind(&self) -> TableKind {
        self.options.kind.unwrap_or(self.paste.kind)
    }
}

/// What somebody did on the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Done {
    Nothing,
    Take,
    Leave,
}

/// A page with what would become of the rows.
pub fn paste_ui(ui: &Ui, session: &mut Session, page: &mut Option<PastePage>, queue: &mut Queue) {
    let Some(open) = page else { return };
    let words = &session.words;
    let palette = session.settings.theme.palette();
    let room = ui.ctx().content_rect().height() - 84.0;
    let shown = sheet(ui, "paste", WIDTH, |ui| {
        ui.set_height(room);
        let top = ui.cursor().top();
        let decided = if let Some(paste) = open.pasting.read() {
            let (options, map) = (open.pasting.options(), open.pasting.map().as_ref());
            let mut sight = Sight { paste, options, map, words, palette, decided: Vec::new() };
            head_ui(ui, &mut sight, &open.pasting);
            asked::asked_ui(ui, &mut sight);
            rows::filter_ui(ui, &sight, &mut open.shown);
            let left = room - (ui.cursor().top() - top) - 48.0;
            let share = if open.row.is_some() { 0.66 } else { 0.9 };
            rows::rows_ui(ui, &mut sight, open.shown, &mut open.row, left * share);
            details::row_ui(ui, &mut sight, open.row, left * (1.0 - share));
            sight.decided
        } else {
            title_ui(ui, words, palette);
            let refusal = open.pasting.refusal().map(|refusal| refusal.0.clone());
            let text = refusal.unwrap_or_else(|| words.text("paste-reading"));
            Text::new(&text).ink(palette.second_ink).show(ui);
            Vec::new()
        };
        if !decided.is_empty() {
            open.pasting.decide(|options| decided.into_iter().for_each(|decide| decide(options)));
        }
        foot_ui(ui, &open.pasting, words, palette)
    });
    // A button that has the focus is pressed by Enter, and nothing else is.
    let is_free = ui.ctx().memory(|memory| memory.focused().is_none()) && !egui::Popup::is_any_open(ui.ctx());
    let enters = is_free && ui.ctx().input(|input| input.key_pressed(Key::Enter));
    let done = if enters { Done::Take } else { shown.inner };
    match open.pasting.to_edit(words).filter(|_| done == Done::Take) {
        Some(Ok(named)) => {
            queue.push(Command::Change(Box::new(named)));
            *page = None;
        }
        Some(Err(refusal)) => session.notes.push(refusal.0),
        // What was decided is not thrown away for a press beside the page.
        None if done == Done::Leave || (shown.should_close() && !shown.backdrop_response.clicked()) => {
            *page = None;
        }
        None => {}
    }
}

fn title_ui(ui: &mut Ui, words: &Words, palette: &Palette) {
    Text::new(&words.text("paste-title")).size(theme::LARGE).weight(Weight::Bold).ink(palette.ink).show(ui);
}

/// What the rows are, and how much of the map they become.
fn head_ui(ui: &mut Ui, sight: &mut Sight, pasting: &Pasting) {
    let (paste, words, palette) = (sight.paste, sight.words, sight.palette);
    ui.horizontal_wrapped(|ui| {
        title_ui(ui, words, palette);
        ui.add_space(4.0 * STEP);
        for (kind, label) in [(TableKind::Actors, "paste-are-actors"), (TableKind::Ties, "paste-are-ties")] {
            if chip(ui, palette, &words.text(label), sight.kind() == kind, true).clicked() {
                sight.decide(move |options| {
                    // What was decided of actors says nothing of ties.
                    options.columns.clear();
                    options.rows.clear();
                    options.cells.clear();
                    options.kind = Some(kind);
                });
            }
        }
        let has_heading = paste.has_heading;
        if chip(ui, palette, &words.text("paste-has-heading"), has_heading, true).clicked() {
            sight.decide(move |options| options.has_heading = Some(!has_heading));
        }
    });
    let counts = args([
        ("actors", paste.new_actors.len().into()),
        ("ties", paste.new_ties.len().into()),
        ("sources", paste.new_sources.len().into()),
        ("changed", (paste.changed_actors.len() + paste.changed_ties.len()).into()),
    ]);
    Text::new(&words.say("paste-counts", &counts)).ink(palette.ink).show(ui);
    if let Some(refusal) = pasting.refusal() {
        Text::new(&refusal.0).ink(palette.bad).show(ui);
    } else if pasting.is_reading() {
        Text::new(&words.text("paste-reading")).ink(palette.second_ink).show(ui);
    }
}

fn foot_ui(ui: &mut Ui, pasting: &Pasting, words: &Words, palette: &Palette) -> Done {
    ui.add_space(2.0 * STEP);
    ui.horizontal(|ui| {
        let is_ready = pasting.read().is_some() && pasting.refusal().is_none() && !pasting.is_reading();
        let takes = is_ready && button(ui, palette, None, &words.text("paste-take"), true).clicked();
        let leaves = button(ui, palette, None, &words.text("unsaved-cancel"), false).clicked();
        Text::new(&words.text("paste-keys")).size(theme::SMALL).ink(palette.second_ink).show(ui);
        match (takes, leaves) {
            (true, _) => Done::Take,
            (_, true) => Done::Leave,
            _ => Done::Nothing,
        }
    })
    .inner
}
