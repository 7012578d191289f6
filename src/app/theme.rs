//! Fonts, sizes, spacing and colours of the window. Nothing else in this room names a size or a colour of its own.

use std::sync::Arc;

use egui::{
    Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Stroke, TextStyle, Vec2,
};

use crate::picture::faces::{self, FaceId, Weight};
use crate::picture::palette::{Colour, Palette, Theme};

/// Small print.
pub const SMALL: f32 = 11.0;
/// What explains.
pub const QUIET: f32 = 12.0;
/// Most text.
pub const BODY: f32 = 13.0;
/// Headings of panels.
pub const HEADING: f32 = 14.0;
/// Figures, titles of pages.
pub const LARGE: f32 = 18.0;
/// The name on the welcome page.
pub const DISPLAY: f32 = 30.0;

/// Spacing comes in steps of this.
pub const STEP: f32 = 4.0;
/// How round corners are.
pub const ROUND: CornerRadius = CornerRadius::same(8);
/// How round what is small is.
pub const ROUND_SMALL: CornerRadius = CornerRadius::same(6);
/// How round a chip is: a half circle at each end.
pub const PILL: CornerRadius = CornerRadius::same(14);

/// The heights of the bars and the widths of the panels.
pub const TOP: f32 = 50.0;
/// The row of lenses.
pub const LENSES: f32 = 42.0;
/// The scorecard.
pub const FOOT: f32 = 56.0;
/// The dates of the map.
pub const DATES: f32 = 44.0;

/// A colour of the palette, for egui.
pub fn colour(colour: Colour) -> Color32 {
    Color32::from_rgba_unmultiplied(colour.red, colour.green, colour.blue, colour.alpha)
}

/// A font of the window.
pub fn font(size: f32, weight: Weight) -> FontId {
    FontId::new(size, family(weight))
}

/// The icons.
pub fn icon_font(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("icons".into()))
}

fn family(weight: Weight) -> FontFamily {
    match weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::Medium => FontFamily::Name("medium".into()),
        Weight::Bold => FontFamily::Name("bold".into()),
    }
}

/// The font of what one face draws.
pub fn face_font(size: f32, weight: Weight, face: FaceId) -> FontId {
    match face {
        // egui takes signs from the font of the icons where it lays out text.
        FaceId::Text | FaceId::Signs => font(size, weight),
        face => FontId::new(size, FontFamily::Name(face_name(face, weight).into())),
    }
}

fn face_name(face: FaceId, weight: Weight) -> String {
    match face {
        FaceId::Found(number) => format!("found {number}"),
        // Its box stands for what is missing.
        FaceId::Missing => face_name(FaceId::Wide, weight),
        face => format!("{face:?} {weight:?}"),
    }
}

/// Gives egui the bundled fonts and those that were found on this machine so far.
pub fn install_fonts(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    let found: Vec<FaceId> = (0..faces::generation()).map(FaceId::Found).collect();
    for weight in Weight::ALL {
        let all: Vec<FaceId> = FaceId::BUNDLED.into_iter().chain(found.iter().copied()).collect();
        let names: Vec<String> = all.iter().map(|face| face_name(*face, weight)).collect();
        for (id, name) in all.iter().zip(&names) {
            let Some(face) = faces::face(*id, weight) else { continue };
            if !fonts.font_data.contains_key(name) {
                fonts.font_data.insert(name.clone(), Arc::new(data(face, *id)));
            }
            if !matches!(id, FaceId::Text | FaceId::Signs) {
                let others = names.iter().filter(|other| *other != name).cloned();
                let chain = std::iter::once(name.clone()).chain(others).collect();
                fonts.families.insert(FontFamily::Name(name.as_str().into()), chain);
            }
        }
        fonts.families.insert(family(weight), names);
    }
    let regular = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    fonts.families.insert(FontFamily::Monospace, regular.clone());
    let signs = face_name(FaceId::Signs, Weight::Regular);
    let chain = std::iter::once(signs).chain(regular).collect();
    fonts.families.insert(FontFamily::Name("icons".into()), chain);
    ctx.set_fonts(fonts);
}

/// A font for egui. The bundled ones are as high as each other; of any other
/// the base line is moved to theirs: egui sets the middle of each font in the middle of the line.
fn data(face: &'static faces::Face, id: FaceId) -> FontData {
    let mut data = FontData::from_static(face.bytes);
    data.index = face.index;
    if let (FaceId::Found(_), Some(text)) = (id, faces::face(FaceId::Text, Weight::Regular)) {
        data.tweak.y_offset_factor = text.middle - face.middle;
    }
    data
}

/// Makes egui look as a theme says.
pub fn apply(ctx: &egui::Context, theme: Theme) {
    let palette = theme.palette();
    ctx.set_theme(if theme == Theme::Dark { egui::Theme::Dark } else { egui::Theme::Light });
    ctx.all_styles_mut(|style| {
        style.text_styles = [
            (TextStyle::Small, font(SMALL, Weight::Regular)),
            (TextStyle::Body, font(BODY, Weight::Regular)),
            (TextStyle::Button, font(BODY, Weight::Regular)),
            (TextStyle::Heading, font(LARGE, Weight::Bold)),
            (TextStyle::Monospace, font(QUIET, Weight::Regular)),
        ]
        .into();
        style.spacing.item_spacing = Vec2::new(2.0 * STEP, STEP);
        style.spacing.button_padding = Vec2::new(3.0 * STEP, 1.5 * STEP);
        style.spacing.interact_size.y = 24.0;
        style.spacing.window_margin = Margin::same(12);
        style.animation_time = 0.12;
        visuals(&mut style.visuals, palette, theme);
    });
}

fn visuals(visuals: &mut egui::Visuals, palette: &Palette, theme: Theme) {
    let hairline = Stroke::new(1.0, colour(palette.hairline));
    visuals.dark_mode = theme == Theme::Dark;
    visuals.panel_fill = colour(palette.panel);
    visuals.window_fill = colour(palette.panel);
    visuals.window_stroke = hairline;
    visuals.window_corner_radius = ROUND;
    visuals.menu_corner_radius = ROUND;
    visuals.extreme_bg_color = colour(palette.band);
    visuals.faint_bg_color = colour(palette.band);
    visuals.text_edit_bg_color = Some(colour(palette.band));
    visuals.weak_text_color = Some(colour(palette.second_ink));
    visuals.hyperlink_color = colour(palette.accent);
    visuals.warn_fg_color = colour(palette.warn);
    visuals.error_fg_color = colour(palette.bad);
    visuals.selection.bg_fill = colour(palette.accent.faded(0.25));
    visuals.selection.stroke = Stroke::new(1.5, colour(palette.accent));
    let shadow = egui::Shadow { offset: [0, 4], blur: 16, spread: 0, color: Color32::from_black_alpha(36) };
    visuals.popup_shadow = shadow;
    visuals.window_shadow = shadow;
    let ink = Stroke::new(1.0, colour(palette.ink));
    for widget in [
        &mut visuals.widgets.noninteractive,
        &mut visuals.widgets.inactive,
        &mut visuals.widgets.hovered,
        &mut visuals.widgets.active,
        &mut visuals.widgets.open,
    ] {
        widget.corner_radius = ROUND_SMALL;
        widget.fg_stroke = ink;
        widget.bg_stroke = hairline;
        widget.expansion = 0.0;
        widget.bg_fill = colour(palette.band);
        widget.weak_bg_fill = colour(palette.panel);
    }
    visuals.widgets.hovered.weak_bg_fill = colour(palette.band);
    visuals.widgets.hovered.bg_fill = colour(palette.hairline);
    visuals.widgets.active.weak_bg_fill = colour(palette.accent_wash);
    visuals.widgets.active.bg_fill = colour(palette.accent);
    visuals.widgets.noninteractive.bg_fill = colour(palette.panel);
}
