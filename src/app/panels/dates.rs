//! The dates of the map: a bar on which one looks at the map as it was when somebody or some tie came or went.

use egui::{
    Align, CornerRadius, Key, Layout, Margin, Panel, Rect, Response, Sense, Ui, Vec2, WidgetInfo, pos2,
};

use super::frame;
use crate::app::command::{Command, Queue};
use crate::app::icons;
use crate::app::theme::{self, STEP, colour};
use crate::app::widgets::{Text, chip, icon_button};
use crate::model::Date;
use crate::picture::palette::Palette;
use crate::picture::ruler::Weight;
use crate::session::Session;

/// How wide a date is told.
const TOLD: f32 = 84.0;

/// The bar, over the scorecard.
pub fn dates_ui(ui: &mut Ui, session: &Session, queue: &mut Queue) {
    let palette = session.settings.theme.palette();
    let Some(document) = &session.document else { return };
    let (moments, at) = (&document.moments, document.supposed.scenario.at);
    if moments.is_empty() {
        return;
    }
    let say = |id: &str| session.words.text(id);
    let panel =
        Panel::bottom("dates").exact_size(theme::DATES).frame(frame(palette, Margin::symmetric(16, 0)));
    panel.show(ui, |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0 * STEP;
            if chip(ui, palette, &say("dates-all"), at.is_none(), true).clicked() {
                queue.push(Command::At(None));
            }
            // A date that lies between two moments stands at the one before.
            let place = at.map(|at| moments.partition_point(|moment| *moment <= at).saturating_sub(1));
            let room = ui.available_width() - TOLD - 12.0 * STEP;
            let (rect, response) = ui.allocate_exact_size(Vec2::new(room, 28.0), Sense::click_and_drag());
            let chosen = choose(ui, &response, rect, moments.len(), place);
            paint(ui, rect, moments, place, palette, response.has_focus());
            let told = at.map_or_else(|| say("dates-all"), |date| date.to_string());
            response.widget_info(|| {
                #[expect(clippy::cast_precision_loss, reason = "a handful of dates")]
                let value = place.map_or(0.0, |place| place as f64);
                WidgetInfo::slider(true, value, format!("{}: {told}", say("command-dates")))
            });
            Text::new(&told).weight(Weight::Bold).ink(palette.ink).show(ui);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if icon_button(ui, palette, icons::X, &say("close"), false).clicked() {
                    queue.push(Command::Dates);
                }
            });
            if let Some(chosen) = chosen.filter(|chosen| Some(*chosen) != place) {
                queue.push(Command::At(Some(moments[chosen])));
            }
        });
    });
}

/// The moment that is dragged to, or stepped to by keys.
fn choose(ui: &Ui, response: &Response, rect: Rect, count: usize, place: Option<usize>) -> Option<usize> {
    if response.clicked() {
        response.request_focus();
    }
    if let Some(pointer) =
        response.interact_pointer_pos().filter(|_| response.dragged() || response.clicked())
    {
        let near = |at: &usize| (x_of(rect, *at, count) - pointer.x).abs();
        return (0..count).min_by(|a, b| near(a).total_cmp(&near(b)));
    }
    if !response.has_focus() {
        return None;
    }
    let filter = egui::EventFilter { horizontal_arrows: true, ..egui::EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let (back, on) =
        ui.input(|input| (input.key_pressed(Key::ArrowLeft), input.key_pressed(Key::ArrowRight)));
    match (place, back, on) {
        (None, true, _) => Some(count - 1),
        (None, _, true) => Some(0),
        (Some(place), true, _) => place.checked_sub(1),
        (Some(place), _, true) => Some(place + 1).filter(|place| *place < count),
        _ => None,
    }
}

fn x_of(rect: Rect, at: usize, count: usize) -> f32 {
    let inner = rect.shrink2(Vec2::new(10.0, 0.0));
    if count < 2 { inner.center().x } else { egui::lerp(inner.x_range(), at as f32 / (count - 1) as f32) }
}

fn paint(ui: &Ui, rect: Rect, moments: &[Date], place: Option<usize>, palette: &Palette, has_focus: bool) {
    let painter = ui.painter();
    let (middle, x) = (rect.top() + 9.0, |at| x_of(rect, at, moments.len()));
    let track = Rect::from_x_y_ranges(x(0)..=x(moments.len() - 1), middle - 2.0..=middle + 2.0);
    painter.rect_filled(track, CornerRadius::same(2), colour(palette.hairline));
    let mut free = f32::MIN;
    for (at, moment) in moments.iter().enumerate() {
        painter.circle_filled(pos2(x(at), middle), 3.0, colour(palette.second_ink));
        // Dates are told where there is room for them.
        let text = moment.to_string();
        let galley = crate::app::widgets::galley(
            ui.ctx(),
            &Text::new(&text).size(theme::SMALL).ink(palette.second_ink),
        );
        // The first and the last stand within the bar.
        let left = (x(at) - galley.size().x / 2.0).min(rect.right() - galley.size().x).max(rect.left());
        let corner = pos2(left, rect.bottom() - galley.size().y + 1.0);
        if corner.x > free {
            free = corner.x + galley.size().x + 6.0;
            painter.galley(corner, galley, colour(palette.second_ink));
        }
    }
    if let Some(place) = place {
        painter.circle_filled(pos2(x(place), middle), 7.0, colour(palette.accent));
        if has_focus {
            painter.circle_stroke(pos2(x(place), middle), 10.0, ui.visuals().selection.stroke);
        }
    } else if has_focus {
        painter.rect_stroke(
            rect,
            theme::ROUND_SMALL,
            ui.visuals().selection.stroke,
            egui::StrokeKind::Inside,
        );
    }
}
