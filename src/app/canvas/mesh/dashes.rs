//! How broken lines are broken: one texture with a row for each pattern, so that a broken line costs no more than a whole
//! one, whatever the number of its dashes.

use egui::{
    Color32, ColorImage, Context, Id, TextureFilter, TextureHandle, TextureId, TextureOptions,
    TextureWrapMode,
};

use crate::picture::scene::Dash;

/// The patterns, row by row.
const ROWS: [Dash; 6] = [Dash::Dots, Dash::Short, Dash::Dense, Dash::Long, Dash::DashDot, Dash::DashDotDot];
/// How many steps a pattern is told in.
const STEPS: usize = 256;

/// The texture, made once.
pub fn texture(ctx: &Context) -> TextureId {
    let id = Id::unique("dashes");
    if let Some(known) = ctx.data(|data| data.get_temp::<TextureHandle>(id)) {
        return known.id();
    }
    let options = TextureOptions {
        magnification: TextureFilter::Linear,
        minification: TextureFilter::Linear,
        wrap_mode: TextureWrapMode::Repeat,
        mipmap_mode: None,
    };
    let handle = ctx.load_texture("dashes", image(), options);
    let texture = handle.id();
    ctx.data_mut(|data| data.insert_temp(id, handle));
    texture
}

/// The middle of a pattern's row in the texture, and how long the pattern is for a line one point wide. `None` for a
/// whole line.
pub fn row(dash: Dash) -> Option<(f32, f32)> {
    let at = ROWS.iter().position(|row| *row == dash)?;
    Some(((at as f32 + 0.5) / ROWS.len() as f32, dash.pattern().iter().sum()))
}

fn image() -> ColorImage {
    let pixels = ROWS.iter().flat_map(|dash| {
        let pattern = dash.pattern();
        let length: f32 = pattern.iter().sum();
        (0..STEPS).map(move |step| {
            let is_line = is_line(pattern, length * (step as f32 + 0.5) / STEPS as f32);
            if is_line { Color32::WHITE } else { Color32::TRANSPARENT }
        })
    });
    ColorImage::new([STEPS, ROWS.len()], pixels.collect())
}

/// Whether a pattern has line at a distance from its beginning.
fn is_line(pattern: &[f32], at: f32) -> bool {
    let mut end = 0.0;
    pattern
        .iter()
        .position(|length| {
            end += length;
            at < end
        })
        .is_none_or(|part| part % 2 == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_broken_line_has_a_row_and_as_much_line_as_its_pattern() {
        let image = image();
        for dash in ROWS {
            let (middle, length) = row(dash).unwrap();
            let at = ROWS.iter().position(|row| *row == dash).unwrap();
            assert!((middle - (at as f32 + 0.5) / ROWS.len() as f32).abs() < 0.001);
            let lit =
                image.pixels[at * STEPS..(at + 1) * STEPS].iter().filter(|pixel| **pixel == Color32::WHITE);
            let line: f32 = dash.pattern().iter().step_by(2).sum();
            let share = lit.count() as f32 / STEPS as f32;
            assert!((share - line / length).abs() < 0.02, "{dash:?}: {share}");
        }
        assert_eq!(row(Dash::None), None);
    }
}
