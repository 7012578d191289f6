//! Colours: text can be read, and what colours tell apart is told apart by those who see fewer of them too.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::unreadable_literal,
    reason = "a test stops at the first surprise; figures stand as they were published"
)]

use jisr::model::terms::{Term as _, TieClass};
use jisr::picture::palette::{Colour, Theme};
use jisr::picture::scene::{Shape, stroke_of};

/// Relative luminance (WCAG 2.2).
fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = linear(colour);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn linear(colour: Colour) -> [f64; 3] {
    [colour.red, colour.green, colour.blue].map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

/// Contrast ratio (WCAG 2.2), from 1 to 21.
fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// What a colour looks like to those who lack one kind of cone: the matrices of Machado, Oliveira & Fernandes (2009) for
/// full protanopia, deuteranopia and tritanopia, on linear light.
const SIGHTS: [(&str, [[f64; 3]; 3]); 4] = [
    ("all colours", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    ),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    (
        "tritanopia",
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ),
];

/// CIE L*a*b* of a colour as it is seen.
fn lab(colour: Colour, sight: &[[f64; 3]; 3]) -> [f64; 3] {
    let light = linear(colour);
    let [red, green, blue] =
        [0, 1, 2].map(|row| (0..3).map(|at| sight[row][at] * light[at]).sum::<f64>().clamp(0.0, 1.0));
    let x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505;
    let y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    let z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089;
    let f = |t: f64| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
    [116.0 * f(y) - 16.0, 500.0 * (f(x) - f(y)), 200.0 * (f(y) - f(z))]
}

fn distance(a: Colour, b: Colour, sight: &[[f64; 3]; 3]) -> f64 {
    let (a, b) = (lab(a, sight), lab(b, sight));
    (0..3).map(|at| (a[at] - b[at]).powi(2)).sum::<f64>().sqrt()
}

#[test]
fn text_can_be_read() {
    for theme in Theme::ALL {
        let palette = theme.palette();
        let grounds = [("paper", palette.paper), ("band", palette.band), ("panel", palette.panel)];
        let inks = [
            ("ink", palette.ink),
            ("second ink", palette.second_ink),
            ("accent", palette.accent),
            ("bad", palette.bad),
            ("warn", palette.warn),
            ("good", palette.good),
        ];
        for (ink_name, ink) in inks {
            for (ground_name, ground) in grounds {
                let contrast = contrast(ink, ground);
                assert!(contrast >= 4.5, "{theme:?}: {ink_name} on {ground_name}: {contrast:.2}");
            }
        }
        let pairs = [
            ("accent", palette.accent, palette.accent_wash),
            ("bad", palette.bad, palette.bad_wash),
            ("warn", palette.warn, palette.warn_wash),
            ("good", palette.good, palette.good_wash),
            ("on accent", palette.on_accent, palette.accent),
            ("ink on wash", palette.ink, palette.warn_wash),
            ("ink on wash", palette.ink, palette.good_wash),
        ];
        for (name, ink, wash) in pairs {
            assert!(contrast(ink, wash) >= 4.5, "{theme:?}: {name}: {:.2}", contrast(ink, wash));
        }
    }
}

#[test]
fn marks_and_lines_stand_out_from_the_paper() {
    for theme in Theme::ALL {
        let palette = theme.palette();
        for mark in
            [palette.formal, palette.informal, palette.hybrid, palette.external, palette.bad, palette.tie]
        {
            assert!(
                contrast(mark, palette.paper) >= 3.0,
                "{theme:?}: {mark:?}: {:.2}",
                contrast(mark, palette.paper)
            );
        }
    }
}

/// Formality is told by shape too, states by form and words; colour alone would still do.
#[test]
fn formalities_and_states_are_told_apart_however_one_sees() {
    for theme in Theme::ALL {
        let palette = theme.palette();
        let sets = [
            ("formality", vec![palette.formal, palette.informal, palette.hybrid, palette.external], 12.0),
            ("state", vec![palette.bad, palette.good, palette.ink], 12.0),
            ("scale", palette.scale.to_vec(), 8.0),
            ("series", palette.series.to_vec(), 5.0),
        ];
        for (name, colours, least) in sets {
            for (sight_name, sight) in &SIGHTS {
                for (at, a) in colours.iter().enumerate() {
                    for b in &colours[at + 1..] {
                        let distance = distance(*a, *b, sight);
                        assert!(
                            distance >= least,
                            "{theme:?}, {name}, {sight_name}: {a:?} and {b:?}: {distance:.1}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn lines_and_forms_tell_apart_what_colours_do() {
    let palette = Theme::Print.palette();
    let lines: Vec<_> = TieClass::ALL.iter().map(|class| (*class, stroke_of(*class, palette))).collect();
    for (at, (class, line)) in lines.iter().enumerate() {
        for (other_class, other) in &lines[..at] {
            let widths = line.width.max(other.width) / line.width.min(other.width);
            assert!(line.dash != other.dash || widths >= 1.6, "{class:?} and {other_class:?} look alike");
        }
    }
    // How far an outline is from its middle, in every direction.
    let reach = |shape: Shape| -> Vec<f32> {
        let outline = shape.outline();
        (0..36_u8)
            .map(|step| {
                let way = (f32::from(step) * 10.0).to_radians();
                outline.iter().map(|corner| corner.x * way.cos() + corner.y * way.sin()).fold(0.0, f32::max)
            })
            .collect()
    };
    let shapes = [Shape::Square, Shape::Circle, Shape::Hexagon, Shape::Diamond];
    for (at, shape) in shapes.iter().enumerate() {
        for other in &shapes[..at] {
            let apart =
                reach(*shape).iter().zip(reach(*other)).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
            assert!(apart >= 0.1, "{shape:?} and {other:?} have nearly the same outline: {apart}");
        }
    }
}
