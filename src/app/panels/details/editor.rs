//! Lines to type fields in. What is typed is taken over at once, a burst of typing as one step; what can't be is said under
//! the line, and stays there until it is mended or the line is left empty-handed with Escape.

use egui::{ComboBox, Id, Key, Role, TextEdit, Ui, WidgetInfo};

use crate::app::command::{Command, Queue};
use crate::app::theme::{self, STEP, colour};
use crate::app::widgets::Text;
use crate::session::Session;
use crate::session::building::{Named, Refusal};

/// A field as it is shown.
pub struct Field<'a> {
    /// Its label.
    pub label: &'a str,
    /// What it says.
    pub value: String,
    /// What there is to choose from; nothing where anything may be typed.
    pub choices: Vec<String>,
    /// Whether nothing may stand there.
    pub may_be_empty: bool,
    /// Whether it has several lines.
    pub is_long: bool,
}

impl<'a> Field<'a> {
    /// One of the authors' own.
    pub fn own(label: &'a str, value: String) -> Self {
        Self { label, value, choices: Vec::new(), may_be_empty: true, is_long: false }
    }
}

/// Edits the fields of one thing.
pub struct Editor<'a> {
    ui: &'a mut Ui,
    session: &'a Session,
    subject: &'a str,
    queue: &'a mut Queue,
}

/// What becomes of what was typed.
type Taken = Result<Option<Named>, Refusal>;

impl<'a> Editor<'a> {
    /// Of something with that id.
    pub fn new(ui: &'a mut Ui, session: &'a Session, subject: &'a str, queue: &'a mut Queue) -> Self {
        Self { ui, session, subject, queue }
    }

    /// One field; `take` makes an edit of what was typed.
    pub fn field(&mut self, field: &Field, take: impl Fn(&str) -> Taken) {
        self.label(field.label);
        if field.choices.is_empty() { self.line(field, take) } else { self.choice(field, take) }
    }

    /// A line for the name of a new field of one's own.
    pub fn new_own(&mut self, take: impl Fn(&str) -> Taken) {
        let label = self.session.words.text("field-own-new");
        self.label(&label);
        let id = self.id("own-new");
        let mut typed = self.remembered(id).unwrap_or_default();
        let edit = TextEdit::singleline(&mut typed).id(id).desired_width(f32::INFINITY);
        let response = self.ui.add(edit);
        response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &label));
        let is_done = response.lost_focus() && self.ui.input(|input| input.key_pressed(Key::Enter));
        if is_done && !typed.trim().is_empty() {
            match take(&typed) {
                Ok(named) => self.queue.extend(named.map(|named| Command::Change(Box::new(named)))),
                Err(refusal) => self.queue.push(Command::Say(refusal.0)),
            }
            typed.clear();
        }
        self.remember(id, Some(typed).filter(|typed| !typed.is_empty()));
    }

    fn label(&mut self, label: &str) {
        let ink = self.session.settings.theme.palette().second_ink;
        self.ui.add_space(STEP);
        Text::new(label).size(theme::SMALL).ink(ink).show(self.ui);
    }

    fn choice(&mut self, field: &Field, take: impl Fn(&str) -> Taken) {
        let empty = self.session.words.text("field-empty");
        let shown = if field.value.is_empty() { &empty } else { &field.value };
        let id = self.id(field.label);
        let mut chosen = None;
        let combo =
            ComboBox::from_id_salt(id).width(self.ui.available_width() - 8.0).selected_text(shown.as_str());
        let response = combo.show_ui(self.ui, |ui| {
            if field.may_be_empty && ui.selectable_label(field.value.is_empty(), &empty).clicked() {
                chosen = Some(String::new());
            }
            for choice in &field.choices {
                if ui.selectable_label(*choice == field.value, choice).clicked() {
                    chosen = Some(choice.clone());
                }
            }
        });
        let said = format!("{}: {shown}", field.label);
        response.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &said));
        match chosen.map(|chosen| take(&chosen)) {
            Some(Ok(named)) => self.queue.extend(named.map(|named| Command::Change(Box::new(named)))),
            Some(Err(refusal)) => self.queue.push(Command::Say(refusal.0)),
            None => {}
        }
    }

    fn line(&mut self, field: &Field, take: impl Fn(&str) -> Taken) {
        let id = self.id(field.label);
        let kept = self.remembered(id);
        let mut typed = kept.clone().unwrap_or_else(|| field.value.clone());
        let edit = if field.is_long {
            TextEdit::multiline(&mut typed).desired_rows(3)
        } else {
            TextEdit::singleline(&mut typed)
        };
        let response = self.ui.add(edit.id(id).desired_width(f32::INFINITY));
        response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, field.label));
        if response.lost_focus() && self.ui.input(|input| input.key_pressed(Key::Escape)) {
            return self.remember(id, None);
        }
        if kept.is_none() && !response.changed() {
            return;
        }
        match take(&typed) {
            Ok(named) => {
                if response.changed() {
                    let change = |named| Command::ChangeOn(Box::new(named), id.value());
                    self.queue.extend(named.map(change));
                }
                // While one types, what one types is shown, not how the map tells it.
                self.remember(id, response.has_focus().then_some(typed));
            }
            Err(refusal) => {
                let ink = self.session.settings.theme.palette().bad;
                let edge = egui::Stroke::new(1.5, colour(ink));
                let rect = response.rect;
                self.ui.painter().rect_stroke(rect, theme::ROUND_SMALL, edge, egui::StrokeKind::Inside);
                Text::new(refusal.text()).size(theme::SMALL).ink(ink).show(self.ui);
                self.remember(id, Some(typed));
            }
        }
    }

    fn id(&self, label: &str) -> Id {
        Id::unique(("field", self.subject, label))
    }

    fn remembered(&self, id: Id) -> Option<String> {
        self.ui.data(|data| data.get_temp::<String>(id))
    }

    fn remember(&self, id: Id, typed: Option<String>) {
        self.ui.data_mut(|data| match typed {
            Some(typed) => {
                data.insert_temp(id, typed);
            }
            None => data.remove::<String>(id),
        });
    }
}
