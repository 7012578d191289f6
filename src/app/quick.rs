//! The line for quick adding: what is typed is read at once, said in words, and added with Enter.

use std::sync::Arc;

use egui::{Id, Key, Margin, Role, Stroke, Ui};

use super::command::{Command, Queue};
use super::keymap::take_alone;
use super::theme::{self, STEP, colour};
use super::widgets::{Text, chip, edit_coloured, row, scroll, sheet, spoken};
use crate::model::Map;
use crate::picture::palette::{Colour, Palette};
use crate::picture::ruler::Weight;
use crate::session::building::quick::{Doubt, Lexicon, Parsed, Reading, SpanSort, Statement};
use crate::session::job::Beside;
use crate::session::{Document, Session};
use crate::words::Words;

/// How many completions are offered.
const MOST: usize = 6;

/// The line, and what it knows of the map.
#[derive(Default)]
pub struct QuickAdd {
    is_open: bool,
    is_new: bool,
    text: String,
    /// What it knows of each state of the map; large ones are read beside the window.
    lexicon: Beside<(u64, u64), Lexicon>,
    parsed: Option<(String, Parsed)>,
    /// What was last added, for somebody to see.
    added: Option<String>,
    /// Whether Enter was pressed while the names of the map were still being read.
    wants_add: bool,
}

impl QuickAdd {
    /// Opens it, with something in it.
    pub fn open(&mut self, text: String) {
        (self.is_open, self.is_new, self.text, self.added) = (true, true, text, None);
    }

    /// Shows it while it is open.
    pub fn show(&mut self, ui: &Ui, session: &Session, queue: &mut Queue) {
        // With its map it goes; it does not wait for another one.
        self.is_open &= session.document.is_some();
        let Some(document) = session.document.as_ref().filter(|_| self.is_open) else { return };
        self.read(document, session);
        let (words, palette) = (&session.words, session.settings.theme.palette());
        let shown = sheet(ui, "quick-add", 620.0, |ui| {
            let title = words.text("quick-title");
            Text::new(&title).size(theme::HEADING).weight(Weight::Bold).ink(palette.ink).show(ui);
            ui.add_space(STEP);
            let has_changed = self.line_ui(ui, session);
            if has_changed {
                self.read(document, session);
                self.added = None;
            }
            ui.add_space(STEP);
            self.reading_ui(ui, session, document.map());
            self.completions_ui(ui, session);
            ui.add_space(STEP);
            Text::new(&words.text("quick-hint")).size(theme::SMALL).ink(palette.second_ink).show(ui);
        });
        self.wants_add |= shown.response.ctx.input(|input| input.key_pressed(Key::Enter));
        if self.wants_add && self.lexicon.is_of(&state(document)) {
            self.wants_add = false;
            if !self.text.trim().is_empty() {
                self.add(document, session, queue);
            }
        }
        if shown.should_close() {
            self.is_open = false;
        }
    }

    /// Reads the line, where it or the map has changed.
    fn read(&mut self, document: &Document, session: &Session) {
        let state = state(document);
        let was_there = self.lexicon.is_of(&state);
        let (map, language) = (Arc::clone(document.map()), session.words.language().clone());
        let read = move || Lexicon::new(map, &Words::of(&language));
        let lexicon = self.lexicon.get(&state, session.wake_if_large(), read);
        let Some(lexicon) = lexicon else { return };
        if !was_there {
            self.parsed = None;
        }
        if self.parsed.as_ref().is_none_or(|(text, _)| *text != self.text) {
            self.parsed = Some((self.text.clone(), lexicon.parse(&self.text, &session.words)));
        }
    }

    /// The line itself, what was recognised in its colour.
    fn line_ui(&mut self, ui: &mut Ui, session: &Session) -> bool {
        let palette = session.settings.theme.palette();
        let hint = session.words.text("quick-example");
        let spans = self.parsed.as_ref().map(|(text, parsed)| (text.clone(), parsed.spans.clone()));
        let inks = |text: &str| {
            let known = spans.iter().filter(|(known, _)| known == text).flat_map(|(_, spans)| spans);
            known.map(|span| (span.range.clone(), colour(ink_of(span.sort, palette)))).collect()
        };
        let response = edit_coloured(ui, &mut self.text, false, theme::HEADING, &inks, |line| {
            line.id(Id::unique("quick-line"))
                .hint_text(&hint)
                .desired_width(f32::INFINITY)
                .margin(Margin::symmetric(10, 8))
        });
        response.widget_info(|| spoken(Role::TextInput, &session.words.text("quick-title")));
        ui.painter().rect_stroke(
            response.rect,
            theme::ROUND_SMALL,
            Stroke::new(1.5, colour(palette.accent)),
            egui::StrokeKind::Inside,
        );
        if self.is_new {
            self.is_new = false;
            let mut state = egui::text_edit::TextEditState::load(ui.ctx(), response.id).unwrap_or_default();
            let end = egui::text::CCursor::new(self.text.chars().count());
            state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
            state.store(ui.ctx(), response.id);
        }
        // Enter adds and stays: the next line is typed at once.
        if !response.has_focus() {
            response.request_focus();
        }
        response.changed()
    }

    /// What the line says, statement by statement.
    fn reading_ui(&mut self, ui: &mut Ui, session: &Session, map: &Map) {
        let palette = session.settings.theme.palette();
        let statements = self.parsed.as_ref().map_or([].as_slice(), |(_, parsed)| &parsed.statements);
        let mut chosen = None;
        let say = |ui: &mut Ui, text: &str, ink: Colour| {
            Text::new(text).ink(ink).show(ui);
        };
        for Statement { text, problem, doubts, .. } in statements {
            say(ui, text, palette.ink);
            if let Some(problem) = problem {
                say(ui, problem, palette.bad);
            }
            for Doubt { text, choices } in doubts {
                // What can be chosen otherwise is said more quietly than what may be wrong.
                let ink = if choices.is_empty() { palette.warn } else { palette.second_ink };
                Text::new(text).size(theme::QUIET).ink(ink).show(ui);
                for choice in choices {
                    if chip(ui, palette, &choice.text, false, true).clicked() {
                        chosen = Some((choice.range.clone(), choice.insert.clone()));
                    }
                }
            }
        }
        // What a tie would create; what is only created was said above.
        let is_said = |new: usize| statements.iter().any(|one| one.reading == Reading::NewActor(new));
        let creates = self.parsed.iter().flat_map(|(_, parsed)| parsed.creates.iter().enumerate());
        for (_, actor) in creates.filter(|(new, _)| !is_said(*new)) {
            Text::new(&actor.text(map, &session.words)).size(theme::QUIET).ink(palette.formal).show(ui);
        }
        if let (Some(added), true) = (&self.added, statements.is_empty()) {
            say(ui, added, palette.good);
        }
        if let Some((range, insert)) = chosen.filter(|(range, _)| self.text.get(range.clone()).is_some()) {
            self.text.replace_range(range, &insert);
            self.is_new = true;
        }
    }

    /// What the word at the caret may become.
    fn completions_ui(&mut self, ui: &mut Ui, session: &Session) {
        let palette = session.settings.theme.palette();
        let Some(lexicon) = self.lexicon.last() else { return };
        let state = egui::text_edit::TextEditState::load(ui.ctx(), Id::unique("quick-line"));
        let caret = state.and_then(|state| state.cursor.char_range()).map(|range| range.primary.index.0);
        let caret = caret.unwrap_or(usize::MAX);
        let byte = self.text.char_indices().nth(caret).map_or(self.text.len(), |(at, _)| at);
        if self.text.trim().is_empty() {
            return;
        }
        let completions = lexicon.complete(&self.text, byte, &session.words);
        let tab = take_alone(ui, Key::Tab) > 0;
        let mut taken = tab.then(|| completions.first().cloned()).flatten();
        scroll(170.0).show(ui, |ui| {
            for (at, completion) in completions.iter().take(MOST).enumerate() {
                let response = row(ui, palette, &completion.label, at == 0, |ui, rect| {
                    Text::new(&completion.label).ink(palette.ink).paint(
                        ui,
                        rect.left_center(),
                        rect.width() - 60.0,
                    );
                    if at == 0 {
                        Text::new("Tab")
                            .size(theme::SMALL)
                            .ink(palette.second_ink)
                            .paint_before(ui, rect.right_center());
                    }
                });
                if response.clicked() {
                    taken = Some(completion.clone());
                }
            }
        });
        if let Some(completion) = taken
            && self.text.get(completion.range.clone()).is_some()
        {
            self.text.replace_range(completion.range, &completion.insert);
            self.is_new = true;
        }
    }

    fn add(&mut self, document: &Document, session: &Session, queue: &mut Queue) {
        let Some((_, parsed)) = &self.parsed else { return };
        // Why it can't be added stands below the line already.
        if let Ok(named) = parsed.to_edit(document.map(), &session.words) {
            self.added = Some(named.deed.text(&session.words));
            self.text.clear();
            queue.push(Command::Add(Box::new(named)));
        }
    }
}

/// Which state of which map: what is typed is read against the map as it is, whatever is shown of it yet.
fn state(document: &Document) -> (u64, u64) {
    (document.opened, document.edition)
}

fn ink_of(sort: SpanSort, palette: &Palette) -> Colour {
    match sort {
        SpanSort::Actor => palette.accent,
        SpanSort::Doubtful => palette.warn,
        SpanSort::NewActor => palette.formal,
        SpanSort::Kind => palette.hybrid,
        _ => palette.second_ink,
    }
}
