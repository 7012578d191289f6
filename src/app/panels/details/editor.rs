//! Lines to type fields in. What is typed is taken over at once, a burst of typing as one step; what can't be is said under
//! the line, and stays there until it is mended or the line is left empty-handed with Escape.

use egui::{ComboBox, Id, Key, Rect, Role, ScrollArea, Ui};

use crate::app::command::{Command, Queue};
use crate::app::theme::{self, STEP, colour};
use crate::app::widgets::{Hinted, Text, choice, edit, galley_elided, spoken};
use crate::model::Map;
use crate::session::Session;
use crate::session::building::fields::{Choices, Told};
use crate::session::building::{Named, Refusal};

/// How high a line grows that has many; what is longer is scrolled.
const LONG: f32 = 130.0;

/// Edits the fields of one thing.
pub struct Editor<'a> {
    ui: &'a mut Ui,
    session: &'a Session,
    map: &'a Map,
    /// Of which list it is, where several may have something with one id.
    family: &'static str,
    subject: &'a str,
    queue: &'a mut Queue,
}

/// A field as it is shown.
struct Field {
    label: String,
    /// What stands there; nothing where many say different things.
    value: Option<String>,
    may_be_empty: bool,
    is_long: bool,
}

/// What is typed in a line that has the focus, or that can't be taken over: that, and why.
#[derive(Clone)]
struct Typed {
    text: String,
    why_not: Option<String>,
}

/// What becomes of what was typed.
type Taken = Result<Option<Named>, Refusal>;

impl<'a> Editor<'a> {
    /// Of something with that id.
    pub fn new(
        ui: &'a mut Ui,
        session: &'a Session,
        map: &'a Map,
        subject: &'a str,
        queue: &'a mut Queue,
    ) -> Self {
        Self { ui, session, map, family: "", subject, queue }
    }

    /// Of that list.
    pub fn within(self, family: &'static str) -> Self {
        Self { family, ..self }
    }

    /// Fields of an item; `take` makes an edit of what was typed into one.
    pub fn fields<T, F: Told<T>>(
        &mut self,
        fields: impl Iterator<Item = F>,
        item: &T,
        take: impl Fn(&F, &str) -> Taken,
    ) {
        for field in fields {
            let value = field.told(item, self.map, &self.session.words);
            self.field(&field, Some(value), |typed| take(&field, typed));
        }
    }

    /// Fields of many items, with what all of them say there.
    pub fn fields_of_many<T, F: Told<T>>(
        &mut self,
        fields: &[(F, Option<String>)],
        take: impl Fn(&F, &str) -> Taken,
    ) {
        for (field, value) in fields {
            self.field(field, value.clone(), |typed| take(field, typed));
        }
    }

    fn field<T, F: Told<T>>(&mut self, field: &F, value: Option<String>, take: impl Fn(&str) -> Taken) {
        let words = &self.session.words;
        let shown = Field {
            label: field.label(words),
            value,
            may_be_empty: field.may_be_empty(),
            is_long: field.is_long(),
        };
        self.label(&shown.label, field.meaning(words));
        match field.choices() {
            Some(choices) => self.choice(&shown, choices, take),
            None => self.line(&shown, take),
        }
    }

    /// A line for something new: its label is a message, and Enter takes over what was typed.
    pub fn new_one(&mut self, label: &str, take: impl FnOnce(&str) -> Taken) {
        let said = self.session.words.text(label);
        self.label(&said, None);
        let id = self.id(label);
        let kept = self.ui.data(|data| data.get_temp::<Typed>(id));
        let mut typed = kept.unwrap_or_else(|| Typed { text: String::new(), why_not: None });
        let response = edit(self.ui, &mut typed.text, false, |line| line.id(id).desired_width(f32::INFINITY));
        response.widget_info(|| spoken(Role::TextInput, &said));
        let is_done = response.lost_focus() && self.ui.input(|input| input.key_pressed(Key::Enter));
        if is_done && !typed.text.trim().is_empty() {
            // What is refused stays to be mended.
            typed.why_not = match take(&typed.text) {
                Ok(named) => {
                    typed.text.clear();
                    self.queue.change(Ok(named));
                    None
                }
                Err(refusal) => Some(refusal.0),
            };
        } else if response.changed() {
            typed.why_not = None;
        }
        self.why_not(&typed, response.rect);
        self.ui.data_mut(|data| data.insert_temp(id, typed));
    }

    /// Why what was typed can't be taken over, under its line.
    fn why_not(&mut self, typed: &Typed, line: Rect) {
        let Some(why_not) = &typed.why_not else { return };
        let ink = self.session.settings.theme.palette().bad;
        let edge = egui::Stroke::new(1.5, colour(ink));
        self.ui.painter().rect_stroke(line, theme::ROUND_SMALL, edge, egui::StrokeKind::Inside);
        Text::new(why_not).size(theme::SMALL).ink(ink).show(self.ui);
    }

    fn label(&mut self, label: &str, meaning: Option<String>) {
        let ink = self.session.settings.theme.palette().second_ink;
        self.ui.add_space(STEP);
        let shown = Text::new(label).size(theme::SMALL).ink(ink).show(self.ui);
        if let Some(meaning) = meaning {
            shown.hint(meaning);
        }
    }

    /// What stands in a field where many say different things.
    fn various(&self) -> String {
        self.session.words.text("field-various")
    }

    fn choice(&mut self, field: &Field, choices: Choices, take: impl Fn(&str) -> Taken) {
        let is_rating = matches!(choices, Choices::Rating);
        let empty = self.session.words.text(if is_rating { "not-rated" } else { "field-empty" });
        let value = field.value.as_deref();
        let various = self.various();
        let shown = match value {
            None => various.as_str(),
            Some("") => empty.as_str(),
            Some(value) => value,
        };
        let id = self.id(&field.label);
        let mut chosen = None;
        let width = self.ui.available_width() - 8.0;
        let text = galley_elided(self.ui, &Text::new(shown), width - 24.0);
        let combo = ComboBox::from_id_salt(id).width(width).selected_text(text);
        let response = combo.show_ui(self.ui, |ui| {
            if field.may_be_empty && choice(ui, value == Some(""), &empty).clicked() {
                chosen = Some(String::new());
            }
            for choice in choices.labels(self.map, &self.session.words) {
                if crate::app::widgets::choice(ui, value == Some(choice.as_str()), &choice).clicked() {
                    chosen = Some(choice);
                }
            }
        });
        let said = format!("{}: {shown}", field.label);
        response.response.widget_info(|| spoken(Role::ComboBox, &said));
        if let Some(chosen) = chosen {
            self.queue.change(take(&chosen));
        }
    }

    fn line(&mut self, field: &Field, take: impl Fn(&str) -> Taken) {
        let id = self.id(&field.label);
        let kept = self.ui.data(|data| data.get_temp::<Typed>(id));
        let told = || field.value.clone().unwrap_or_default();
        let mut typed = kept.unwrap_or_else(|| Typed { text: told(), why_not: None });
        let hint = if field.value.is_none() { self.various() } else { String::new() };
        let line = |ui: &mut Ui, rows: usize| {
            edit(ui, &mut typed.text, field.is_long, |line| {
                line.id(id).hint_text(hint).desired_rows(rows).desired_width(f32::INFINITY)
            })
        };
        let response = if field.is_long {
            let area = ScrollArea::vertical().id_salt(id).max_height(LONG);
            area.show(self.ui, |ui| line(ui, 3)).inner
        } else {
            line(self.ui, 1)
        };
        response.widget_info(|| spoken(Role::TextInput, &field.label));
        if response.changed() {
            typed.why_not = match take(&typed.text) {
                Ok(named) => {
                    let change = |named| Command::ChangeOn(Box::new(named), id.value());
                    self.queue.extend(named.map(change));
                    None
                }
                Err(refusal) => Some(refusal.0),
            };
        }
        self.why_not(&typed, response.rect);
        // While one types, what one types is shown, not how the map tells it; what can't be taken over stays to be mended.
        let is_given_up = response.lost_focus() && self.ui.input(|input| input.key_pressed(Key::Escape));
        let stays = (response.has_focus() || typed.why_not.is_some()) && !is_given_up;
        self.ui.data_mut(|data| {
            if stays {
                data.insert_temp(id, typed);
            } else {
                data.remove::<Typed>(id);
            }
        });
    }

    fn id(&self, label: &str) -> Id {
        Id::unique(("field", self.family, self.subject, label))
    }
}
