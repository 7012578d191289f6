//! What egui would lay out itself, from left to right whatever is in it: what is said while the pointer rests on something,
//! and what can be chosen from a list.

use egui::{Response, Role, Ui, WidgetInfo};

use super::{Text, galley};
use crate::app::theme;
use crate::words::without_isolates;

/// How wide what is said under the pointer becomes.
const WIDE: f32 = 340.0;

/// Says something while the pointer rests on it.
pub trait Hinted {
    /// With that text.
    fn hint(self, text: impl AsRef<str>) -> Self;
}

impl Hinted for Response {
    fn hint(self, text: impl AsRef<str>) -> Self {
        self.on_hover_ui(|ui| hint_ui(ui, text.as_ref()))
    }
}

/// What is said under the pointer. It is as wide as it needs, however wide what was said before it was.
pub fn hint_ui(ui: &mut Ui, text: &str) {
    ui.set_max_width(WIDE);
    Text::new(text).size(theme::QUIET).show(ui);
}

/// Something that can be chosen from a list.
pub fn choice(ui: &mut Ui, is_chosen: bool, label: &str) -> Response {
    let text = galley(ui.ctx(), &Text::new(label));
    let response = ui.selectable_label(is_chosen, text);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, without_isolates(label)));
    response
}
