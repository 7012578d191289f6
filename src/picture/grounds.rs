//! What lies under actors and ties: bands with their titles, rings, grids, tables.

use std::cell::OnceCell;

use super::geometry::{Point, Rect, Size};
use super::layout::{Ground, Placeless};
use super::palette::Colour;
use super::ruler::{Weight, width};
use super::scene::{Anchor, Caption, Given, Panel};
use crate::model::terms::Tier;
use crate::words::args;

/// How large the title of a band is.
const TITLE: f32 = 13.0;
/// How large what explains it is.
const SMALL: f32 = 11.0;
/// How many places on either half of a ring are tried for what is written on it.
const TURNS: u8 = 60;
/// So many rings have words on them; of more, every second or third.
const MOST_RINGS: usize = 40;
/// How many times its own room is left for it, the most first.
const ROOMS: [f32; 4] = [2.2, 1.7, 1.3, 1.1];

/// The grounds of a layout, and what is written on them.
pub fn grounds(given: Given) -> (Vec<Panel>, Vec<Caption>) {
    let (mut panels, mut captions) = (Vec::new(), Vec::new());
    let taken = OnceCell::new();
    let rings = given.layout.grounds.iter().filter(|ground| matches!(ground, Ground::Ring { .. })).count();
    let every = u32::try_from(rings.div_ceil(MOST_RINGS)).unwrap_or(u32::MAX).max(1);
    for ground in &given.layout.grounds {
        match *ground {
            Ground::Band { level, rect, is_tinted } => {
                band(given, level, rect, is_tinted, &mut panels, &mut captions);
            }
            Ground::Ring { hops, centre, radius } => {
                panels.push(Panel::Ring { centre, radius, edge: given.palette.hairline });
                if hops % every != 0 {
                    continue;
                }
                let taken = taken.get_or_init(|| taken_by_actors(given));
                let text = given.words.say("ring-hops", &args([("hops", hops.into())]));
                captions.extend(free(taken, centre, radius, &text).map(|at| Caption {
                    wash: Some(given.palette.paper),
                    ..quiet(given, at, Anchor::Middle, text)
                }));
            }
            Ground::Grid { rect, times } => grid(given, rect, times, &mut panels, &mut captions),
            Ground::Tray { rect, why } => {
                let (fill, edge) = (given.palette.band, Some(given.palette.hairline));
                panels.push(Panel::Rect { rect, fill, edge });
                let (at, anchor) = corner(given, rect);
                captions.push(quiet(given, at, anchor, given.words.text(tray(why))));
            }
            Ground::Table { rect, cell } => table(given, rect, cell, &mut panels),
        }
    }
    (panels, captions)
}

/// What is written on a tray.
fn tray(why: Placeless) -> &'static str {
    match why {
        Placeless::Untied => "tray-untied",
        Placeless::Inactive => "tray-inactive",
        Placeless::Unreached => "tray-unreached",
        Placeless::Unrated => "tray-unrated",
    }
}

/// Where on a ring words can be read, as near to its top as there is nobody: with much room around them if possible,
/// because they do not shrink with the picture. `None` where the ring is full.
fn free(taken: &[Vec<Rect>; ROOMS.len()], centre: Point, radius: f32, text: &str) -> Option<Point> {
    let wide = width(text, SMALL, Weight::Regular);
    let spots = || {
        (0..TURNS).flat_map(|turn| [turn, TURNS * 2 - turn]).map(|turn| {
            let angle = f32::from(turn) / f32::from(TURNS) * std::f32::consts::PI;
            centre.moved(radius * angle.sin(), -radius * angle.cos())
        })
    };
    ROOMS.into_iter().zip(taken).find_map(|(times, taken)| {
        let size = Size::new((wide + 14.0) * times, 20.0 * times);
        // Only what stands near the ring can be in the way.
        let is_near = |rect: &&Rect| {
            let reach = (size.width + size.height + rect.width() + rect.height()) / 2.0;
            (rect.centre().distance(centre) - radius).abs() <= reach
        };
        let taken: Vec<&Rect> = taken.iter().filter(is_near).collect();
        spots().find(|at| {
            let room = Rect::around(*at, size);
            !taken.iter().any(|taken| taken.overlaps(&room))
        })
    })
}

/// What actors take up with their names, for each of [`ROOMS`]: names shrink less than the picture, too, and have words
/// under them.
fn taken_by_actors(given: Given) -> [Vec<Rect>; ROOMS.len()] {
    let more: Vec<f32> = (0..)
        .take(given.layout.places.len())
        .map(|actor| given.seen.badge(actor, given.words).map_or(0.0, |_| 17.0))
        .collect();
    ROOMS.map(|times| {
        let actors = more.iter().zip(given.layout.places.iter().zip(given.names));
        let rooms = actors.flat_map(|(more, (place, name))| {
            let mark = Rect::around(place.at, Size::new(2.0 * given.mark, 2.0 * given.mark));
            let times = (0.85 * times).max(1.0);
            let size = Size::new(name.size.width * times, (name.size.height + more) * times);
            [mark.grown(3.0), place.side.room(place.at, given.mark, size)]
        });
        rooms.collect()
    })
}

fn band(
    given: Given,
    level: u32,
    rect: Rect,
    is_tinted: bool,
    panels: &mut Vec<Panel>,
    captions: &mut Vec<Caption>,
) {
    let network = &given.analysis.network;
    let palette = given.palette;
    let fill = if is_tinted { palette.band } else { palette.paper };
    panels.push(Panel::Band { rect, fill, edge: palette.hairline });
    let (at, anchor) = corner(given, rect);
    captions.push(Caption {
        size: TITLE,
        is_bold: true,
        ink: palette.ink,
        ..quiet(given, at, anchor, given.words.level(network, level))
    });
    let meaning = match network.levels.get(level as usize).map(|rung| rung.tier) {
        Some(Tier::National) => "tier-national-hint",
        Some(Tier::External) => "tier-external-hint",
        _ => return,
    };
    captions.push(quiet(given, at.moved(0.0, 17.0), anchor, given.words.text(meaning)));
}

fn grid(given: Given, rect: Rect, times: f32, panels: &mut Vec<Panel>, captions: &mut Vec<Caption>) {
    let palette = given.palette;
    panels.push(Panel::Rect { rect, fill: palette.paper, edge: Some(palette.hairline) });
    for step in 0..5_u8 {
        let share = f32::from(step) / 5.0;
        let (x, y) = (rect.min.x + share * rect.width(), rect.max.y - share * rect.height());
        if step > 0 {
            let edge = palette.hairline;
            panels.push(Panel::Rule { from: Point::new(x, rect.min.y), to: Point::new(x, rect.max.y), edge });
            panels.push(Panel::Rule { from: Point::new(rect.min.x, y), to: Point::new(rect.max.x, y), edge });
        }
        let half = (rect.width() / 10.0, rect.height() / 10.0);
        let number = |at: u8| (at + 1).to_string();
        let across = if given.is_right_to_left { 4 - step } else { step };
        let below = Point::new(x + half.0, rect.max.y + 11.0 * times);
        captions.push(quiet(given, below, Anchor::Middle, number(across)));
        let beside =
            if given.is_right_to_left { rect.max.x + 12.0 * times } else { rect.min.x - 12.0 * times };
        captions.push(quiet(given, Point::new(beside, y - half.1), Anchor::Middle, number(step)));
    }
    let strong = |caption: Caption| Caption { is_bold: true, ink: palette.ink, ..caption };
    let (start, end, start_anchor, end_anchor) = if given.is_right_to_left {
        (rect.max.x, rect.min.x, Anchor::Right, Anchor::Left)
    } else {
        (rect.min.x, rect.max.x, Anchor::Left, Anchor::Right)
    };
    let top = Point::new(start, rect.min.y - 11.0 * times);
    captions.push(strong(quiet(given, top, start_anchor, given.words.text("axis-influence"))));
    let right = Point::new(end, rect.max.y + 26.0 * times);
    captions.push(strong(quiet(given, right, end_anchor, given.words.text("axis-interest"))));
}

fn table(given: Given, rect: Rect, cell: f32, panels: &mut Vec<Panel>) {
    let edge = given.palette.hairline;
    panels.push(Panel::Rect { rect, fill: given.palette.panel, edge: Some(edge) });
    let levels: Vec<(f32, u32)> = {
        let rows = (0..)
            .zip(&given.layout.places)
            .map(|(actor, place)| (place.at.y, given.analysis.network.node(actor).level));
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by(|a, b| a.0.total_cmp(&b.0));
        rows
    };
    let strong = given.palette.second_ink.faded(0.5);
    for (number, pair) in (1_u16..).zip(levels.windows(2)) {
        let is_border = pair[0].1 != pair[1].1;
        // Thousands of hairlines are a grey wall.
        if !is_border && levels.len() > 400 {
            continue;
        }
        let along = f32::from(number) * cell;
        let edge = if is_border { strong } else { edge };
        let (x, y) = (
            if given.is_right_to_left { rect.max.x - along } else { rect.min.x + along },
            rect.min.y + along,
        );
        panels.push(Panel::Rule { from: Point::new(x, rect.min.y), to: Point::new(x, rect.max.y), edge });
        panels.push(Panel::Rule { from: Point::new(rect.min.x, y), to: Point::new(rect.max.x, y), edge });
    }
    diagonal(given, rect, cell, given.palette.band, panels);
}

/// An actor is not tied to itself: those cells are tinted.
fn diagonal(given: Given, rect: Rect, cell: f32, fill: Colour, panels: &mut Vec<Panel>) {
    for place in given.layout.places.iter().take(400) {
        let down = place.at.y - rect.min.y;
        let x = if given.is_right_to_left { rect.max.x - down } else { rect.min.x + down };
        let rect = Rect::around(Point::new(x, place.at.y), Size::new(cell - 1.0, cell - 1.0));
        panels.push(Panel::Rect { rect, fill, edge: None });
    }
}

/// Where the title of a ground begins.
fn corner(given: Given, rect: Rect) -> (Point, Anchor) {
    if given.is_right_to_left {
        (Point::new(rect.max.x - 14.0, rect.min.y + 17.0), Anchor::Right)
    } else {
        (rect.min.moved(14.0, 17.0), Anchor::Left)
    }
}

fn quiet(given: Given, at: Point, anchor: Anchor, text: String) -> Caption {
    Caption { at, anchor, text, size: SMALL, is_bold: false, ink: given.palette.second_ink, wash: None }
}
