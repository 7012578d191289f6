//! Small things that panels are made of. Each has a name that a screen reader can say.

mod edit;
mod hints;
mod letters;
mod mark;
mod text;

use egui::{
    CursorIcon, Frame, Id, Margin, Modal, ModalResponse, Response, Role, ScrollArea, Sense, Stroke, Ui, Vec2,
    WidgetInfo,
};

use super::icons;
use super::theme::{self, STEP, colour};
use crate::picture::palette::{Colour, Palette};
use crate::picture::ruler::Weight;
use crate::words::without_isolates;

pub use edit::{edit, edit_coloured};
pub use hints::{Hinted, choice, hint_ui};
pub use letters::Letters;
pub use mark::{line_swatch, mark_swatch};
pub use text::{Text, galley, galley_elided, set_direction, spoken};

/// Something with a name that can be pressed. It shows where the focus is.
pub fn pressable(ui: &mut Ui, response: Response, label: &str, is_selected: Option<bool>) -> Response {
    let rect = response.rect;
    pressable_on(ui, response, rect, label, is_selected)
}

/// The same on a ground that is larger than what stands on it.
fn pressable_on(
    ui: &mut Ui,
    response: Response,
    ground: egui::Rect,
    label: &str,
    is_selected: Option<bool>,
) -> Response {
    let name = without_isolates(label).into_owned();
    response.widget_info(|| match is_selected {
        Some(is_selected) => WidgetInfo::selected(Role::Button, true, is_selected, &name),
        None => spoken(Role::Button, &name),
    });
    if response.has_focus() {
        let stroke = ui.visuals().selection.stroke;
        ui.painter().rect_stroke(ground, theme::ROUND_SMALL, stroke, egui::StrokeKind::Inside);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A word that is chosen, or is not: views, lenses.
pub fn chip(ui: &mut Ui, palette: &Palette, label: &str, is_chosen: bool, is_outlined: bool) -> Response {
    let weight = if is_chosen { Weight::Bold } else { Weight::Regular };
    let ink = if is_chosen { palette.accent } else { palette.second_ink };
    let text = galley(ui.ctx(), &Text::new(label).weight(weight).ink(ink));
    let size = text.size() + Vec2::new(6.0 * STEP, 2.5 * STEP);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let round = if is_outlined { theme::PILL } else { theme::ROUND_SMALL };
    let fill = match (is_chosen, response.hovered()) {
        (true, _) => colour(palette.accent_wash),
        (false, true) => colour(palette.band),
        _ => egui::Color32::TRANSPARENT,
    };
    let edge = match (is_outlined, is_chosen) {
        (true, true) => colour(palette.accent),
        (true, false) => colour(palette.hairline),
        _ => egui::Color32::TRANSPARENT,
    };
    ui.painter().rect(rect, round, fill, Stroke::new(1.0, edge), egui::StrokeKind::Inside);
    ui.painter().galley(rect.center() - text.size() / 2.0, text, colour(ink));
    pressable(ui, response, label, Some(is_chosen))
}

/// An icon that can be pressed. `label` says what it does.
pub fn icon_button(ui: &mut Ui, palette: &Palette, icon: char, label: &str, is_on: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(28.0), Sense::click());
    if response.hovered() || is_on {
        ui.painter().rect_filled(rect, theme::ROUND_SMALL, colour(palette.band));
    }
    let ink = if is_on { palette.accent } else { palette.second_ink };
    ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, icon, theme::icon_font(17.0), colour(ink));
    pressable(ui, response, label, None).hint(label)
}

/// A button with words on it; the first one of a page stands out.
pub fn button(ui: &mut Ui, palette: &Palette, icon: Option<char>, label: &str, is_first: bool) -> Response {
    let ink = if is_first { palette.on_accent } else { palette.accent };
    let text = galley(ui.ctx(), &Text::new(label).weight(Weight::Medium).ink(ink));
    let room = if icon.is_some() { 22.0 } else { 0.0 };
    let size = text.size() + Vec2::new(6.0 * STEP + room, 3.0 * STEP);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let fill = match (is_first, response.hovered()) {
        (true, false) => palette.accent,
        (true, true) => palette.accent.faded(0.9).over(palette.ink),
        (false, false) => palette.accent_wash,
        (false, true) => palette.accent.faded(0.2).over(palette.panel),
    };
    ui.painter().rect_filled(rect, theme::ROUND_SMALL, colour(fill));
    if let Some(icon) = icon {
        let at = rect.left_center() + Vec2::new(3.0 * STEP + 8.0, 0.0);
        ui.painter().text(at, egui::Align2::CENTER_CENTER, icon, theme::icon_font(16.0), colour(ink));
    }
    let at = egui::pos2(rect.left() + 3.0 * STEP + room, rect.center().y - text.size().y / 2.0);
    ui.painter().galley(at, text, colour(ink));
    pressable(ui, response, label, None)
}

/// A sheet that lies over the window until it is closed, so wide where there is room.
pub fn sheet<R>(ui: &Ui, name: &str, width: f32, add: impl FnOnce(&mut Ui) -> R) -> ModalResponse<R> {
    let ctx = ui.ctx();
    let frame = Frame::window(&ctx.global_style()).inner_margin(Margin::same(20));
    let id = Id::unique(name);
    let shown = Modal::new(id).frame(frame).show(ctx, |ui| {
        ui.set_width(width.min(ctx.content_rect().width() - 80.0));
        add(ui)
    });
    // It is put in the middle, and what scrolls in it is measured, by what it was in the frame before.
    let size = shown.response.rect.size();
    let before = ctx.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default::<Vec2>(id), size));
    if before != size {
        ctx.request_repaint();
    }
    shown
}

/// The bar by which one scrolls lies over so much of the rows of a sheet.
pub const SCROLL_BAR: f32 = 12.0;

/// What scrolls in a sheet or in another thing over the window: as high as what is in it, up to that.
///
/// Such a thing has the size that it had in the frame before, and would never grow for what scrolls in it.
pub fn scroll(height: f32) -> ScrollArea {
    ScrollArea::vertical().max_height(height).min_scrolled_height(height)
}

/// Whether somebody presses beside something that lies open over the window.
pub fn is_pressed_elsewhere(ctx: &egui::Context, open: &Response) -> bool {
    ctx.input(|input| input.pointer.any_pressed()) && !open.contains_pointer()
}

/// A box in a soft colour, with a heading in the strong one.
pub fn notice(ui: &mut Ui, ink: Colour, wash: Colour, heading: &str, body: &str, palette: &Palette) {
    let frame =
        Frame::new().fill(colour(wash)).corner_radius(theme::ROUND).inner_margin(Margin::symmetric(14, 10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        Text::new(heading).weight(Weight::Bold).ink(ink).show(ui);
        if !body.is_empty() {
            Text::new(body).size(theme::QUIET).ink(palette.ink).show(ui);
        }
    });
}

/// A box with a hairline around it, which can be pressed as a whole.
pub fn card(
    ui: &mut Ui,
    palette: &Palette,
    label: &str,
    is_chosen: bool,
    add: impl FnOnce(&mut Ui),
) -> Response {
    let edge = if is_chosen { palette.accent } else { palette.hairline };
    let fill = if is_chosen { palette.accent_wash } else { palette.panel };
    let frame = Frame::new()
        .fill(colour(fill))
        .stroke(Stroke::new(1.0, colour(edge)))
        .corner_radius(theme::ROUND)
        .inner_margin(Margin::symmetric(12, 8));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        add(ui);
    });
    let id = ui.scope_id().with(("card", label));
    let response = ui.interact(shown.response.rect, id, Sense::click());
    if response.hovered() && !is_chosen {
        let edge = Stroke::new(1.0, colour(palette.second_ink));
        ui.painter().rect_stroke(shown.response.rect, theme::ROUND, edge, egui::StrokeKind::Inside);
    }
    pressable(ui, response, label, Some(is_chosen))
}

/// How high a row of a list is.
pub const ROW: f32 = 24.0;

/// A row of a list as wide as the panel: what `paint` puts there, on a ground that shows whether it is chosen.
pub fn row(
    ui: &mut Ui,
    palette: &Palette,
    label: &str,
    is_chosen: bool,
    paint: impl FnOnce(&mut Ui, egui::Rect),
) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
    let ground = rect.expand2(Vec2::new(6.0, 0.0));
    if is_chosen {
        ui.painter().rect_filled(ground, theme::ROUND_SMALL, colour(palette.accent_wash));
    } else if response.hovered() {
        ui.painter().rect_filled(ground, theme::ROUND_SMALL, colour(palette.band));
    }
    if ui.is_rect_visible(rect) {
        paint(ui, rect);
    }
    pressable_on(ui, response, ground, label, Some(is_chosen))
}

/// A caret that says whether something below is unfolded.
pub fn caret(ui: &Ui, palette: &Palette, at: egui::Pos2, is_open: bool) {
    let icon = if is_open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
    ui.painter().text(
        at,
        egui::Align2::CENTER_CENTER,
        icon,
        theme::icon_font(12.0),
        colour(palette.second_ink),
    );
}
