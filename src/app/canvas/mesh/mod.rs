//! Lines and marks as triangles. A thousand curves drawn one by one cost a frame; as one mesh they cost next to nothing,
//! and while somebody pans it is only moved.
//!
//! Everything is built in points of the screen with the origin of the picture at 0, 0.

mod dashes;
mod trim;

use std::sync::Arc;

use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, Context, Painter, Pos2, Vec2, pos2};

use crate::app::theme::colour;
use crate::picture::geometry::{Point, Rect};
use crate::picture::scene::{Cell, Line, Mark, Stroke};
use crate::picture::trim::simplified;
use trim::inside;

/// How wide the soft edge of a shape is.
const SOFT: f32 = 1.0;
/// Where so many lines are seen at once they are drawn as hairlines, straight and without arrows.
const MANY: usize = 6_000;
/// Of more hairlines than that only every second, third … is drawn, and stronger: one would not see the others.
const MOST: usize = 24_000;
/// How strong a hairline is, and how strong it becomes at most.
const FAINT: (f32, f32) = (0.28, 0.6);
/// A line may come so far off its true way, in points of the screen.
const TRUE: f32 = 0.3;
/// Below that radius on the screen a mark is a plain square.
const DOT: f32 = 3.0;

/// A picture as triangles: the broken lines, and over them everything else.
#[derive(Debug, Clone, Default)]
pub struct Meshes {
    /// Broken lines, which have a texture of their own.
    broken: Arc<Mesh>,
    /// Whole lines and marks.
    whole: Arc<Mesh>,
}

impl Meshes {
    /// Moves everything.
    pub fn translate(&mut self, by: Vec2) {
        Arc::make_mut(&mut self.broken).translate(by);
        Arc::make_mut(&mut self.whole).translate(by);
    }

    /// Paints everything.
    pub fn paint(&self, painter: &Painter) {
        for mesh in [&self.broken, &self.whole] {
            if !mesh.is_empty() {
                painter.add(egui::Shape::Mesh(Arc::clone(mesh)));
            }
        }
    }
}

/// Makes triangles of what is seen, `seen` in points of the picture, which is magnified `zoom` times.
pub struct Builder {
    broken: Mesh,
    whole: Mesh,
    zoom: f32,
    seen: Rect,
}

impl Builder {
    /// Nothing yet.
    pub fn new(ctx: &Context, zoom: f32, seen: Rect) -> Self {
        let broken = Mesh::with_texture(dashes::texture(ctx));
        Self { broken, whole: Mesh::default(), zoom, seen }
    }

    /// What was built, with the origin of the picture at a place of the screen.
    pub fn meshes(self, origin: Vec2) -> Meshes {
        let mut meshes = Meshes { broken: Arc::new(self.broken), whole: Arc::new(self.whole) };
        meshes.translate(origin);
        meshes
    }

    /// Adds cells of a table.
    pub fn cells(&mut self, cells: &[Cell]) {
        let zoom = self.zoom;
        for cell in cells.iter().filter(|cell| cell.rect.overlaps(&self.seen)) {
            let (min, max) = (on_screen(cell.rect.min, zoom), on_screen(cell.rect.max, zoom));
            let fill = if cell.is_hollow { cell.fill.faded(0.3) } else { cell.fill };
            self.whole.add_colored_rect(egui::Rect::from_min_max(min, max), colour(fill));
        }
    }

    /// Adds lines.
    pub fn lines<'a>(&mut self, lines: impl Iterator<Item = &'a Line> + Clone) {
        let seen = self.seen;
        let visible = lines.filter(|line| touches(&line.points, seen));
        let count = visible.clone().count();
        if count > MANY {
            let every = count.div_ceil(MOST);
            let strength = (FAINT.0 * every as f32).min(FAINT.1);
            for line in visible.step_by(every) {
                hairline(&mut self.whole, line, self.zoom, strength);
            }
            return;
        }
        for line in visible {
            self.line(line);
        }
    }

    /// Adds marks.
    pub fn marks<'a>(&mut self, marks: impl Iterator<Item = &'a Mark>) {
        self::marks(&mut self.whole, marks, self.zoom, self.seen);
    }

    fn line(&mut self, line: &Line) {
        let (zoom, Stroke { colour: ink, width, dash }) = (self.zoom, line.stroke);
        let scaled: Vec<Point> = line.points.iter().map(|at| Point::new(at.x * zoom, at.y * zoom)).collect();
        let mut points: Vec<Pos2> = simplified(&scaled, TRUE).iter().map(|at| pos2(at.x, at.y)).collect();
        let ink = colour(ink);
        // Lines keep most of their width when one looks from further away.
        let width = width * zoom.clamp(0.55, 1.4);
        let arrow = (4.0 + 2.0 * width) * zoom.clamp(0.5, 1.2);
        let has_arrows = zoom > 0.35;
        if has_arrows && line.ends_with_arrow {
            points = arrow_at_end(&mut self.whole, points, arrow, ink);
        }
        if has_arrows && line.starts_with_arrow {
            points.reverse();
            points = arrow_at_end(&mut self.whole, points, arrow, ink);
            points.reverse();
        }
        let seen = egui::Rect::from_min_max(on_screen(self.seen.min, zoom), on_screen(self.seen.max, zoom));
        for (start, part) in inside(&points, seen.expand(width)) {
            match dashes::row(dash) {
                None => stroke(&mut self.whole, &part, width, ink, Brush::Whole),
                Some((row, length)) => {
                    let length = length * zoom.clamp(0.7, 1.3);
                    stroke(&mut self.broken, &part, width, ink, Brush::Broken { row, start, length });
                }
            }
        }
    }
}

/// With what a line is drawn.
#[derive(Clone, Copy)]
enum Brush {
    /// Without a break.
    Whole,
    /// Broken by a row of the texture; how far from the line's beginning it starts, and how long the pattern is.
    Broken { row: f32, start: f32, length: f32 },
}

impl Brush {
    fn uv(self, at: f32) -> Pos2 {
        match self {
            Self::Whole => WHITE_UV,
            Self::Broken { row, start, length } => pos2((start + at) / length, row),
        }
    }
}

/// Adds marks, those that stand in `seen`.
fn marks<'a>(mesh: &mut Mesh, marks: impl Iterator<Item = &'a Mark>, zoom: f32, seen: Rect) {
    for mark in marks.filter(|mark| seen.contains(mark.at)) {
        let radius = mark.radius * zoom;
        let at = on_screen(mark.at, zoom);
        let fill = colour(mark.tone.fill.unwrap_or(mark.ground));
        if radius < DOT {
            let ink = mark.tone.fill.or(mark.tone.edge).map_or(fill, colour);
            mesh.add_colored_rect(egui::Rect::from_center_size(at, Vec2::splat(2.0 * radius.max(0.8))), ink);
            continue;
        }
        if let Some(halo) = mark.halo {
            let ring: Vec<Pos2> = (0..32_u8)
                .map(|step| {
                    at + (radius + 9.0) * Vec2::angled(f32::from(step) * std::f32::consts::TAU / 32.0)
                })
                .collect();
            fill_convex(mesh, &ring, colour(halo));
        }
        let outline: Vec<Pos2> =
            mark.shape.outline().iter().map(|corner| at + Vec2::new(corner.x, corner.y) * radius).collect();
        // A ring around a full mark stands off it, so that both are seen.
        if let Some(edge) = mark.tone.edge.filter(|_| mark.tone.fill.is_some()) {
            let wide: Vec<Pos2> =
                outline.iter().map(|corner| at + (*corner - at) * ((radius + 4.0) / radius)).collect();
            stroke(mesh, &closed(&wide), 2.0, colour(edge), Brush::Whole);
        }
        fill_convex(mesh, &outline, fill);
        if let Some(edge) = mark.tone.edge.filter(|_| mark.tone.fill.is_none()) {
            let outline = closed(&outline);
            if mark.tone.is_broken {
                dashed(mesh, &outline, 1.8, colour(edge), &[3.2, 2.4]);
            } else {
                stroke(mesh, &outline, 1.8, colour(edge), Brush::Whole);
            }
        }
        if mark.decides {
            let tick = [Vec2::new(-0.36, 0.04), Vec2::new(-0.1, 0.3), Vec2::new(0.38, -0.26)];
            let tick: Vec<Pos2> = tick.iter().map(|corner| at + *corner * radius).collect();
            let ink = if mark.tone.fill.is_some() { mark.ground } else { mark.ink };
            stroke(mesh, &tick, (radius * 0.16).max(1.2), colour(ink), Brush::Whole);
        }
    }
}

fn on_screen(point: Point, zoom: f32) -> Pos2 {
    pos2(point.x * zoom, point.y * zoom)
}

/// Whether a line may touch a rectangle: whether the rectangle around it does.
fn touches(points: &[Point], seen: Rect) -> bool {
    let Some(first) = points.first() else { return false };
    let around = points
        .iter()
        .fold(Rect::new(*first, *first), |around, point| around.joined(&Rect::new(*point, *point)));
    around.grown(1.0).overlaps(&seen)
}

/// A straight line, thin and faint: one of thousands.
fn hairline(mesh: &mut Mesh, line: &Line, zoom: f32, strength: f32) {
    let [first, .., last] = line.points.as_slice() else { return };
    let (from, to) = (on_screen(*first, zoom), on_screen(*last, zoom));
    let across = (to - from).normalized().rot90() * 0.45;
    quad(
        mesh,
        [from - across, from + across, to + across, to - across],
        colour(line.stroke.colour.faded(strength)),
    );
}

/// Puts an arrow at the end of a line, and gives the line up to it.
fn arrow_at_end(mesh: &mut Mesh, points: Vec<Pos2>, length: f32, ink: Color32) -> Vec<Pos2> {
    let Some(tip) = points.last().copied() else { return points };
    // The arrow points along the last stretch as long as itself, not along the last tiny piece of a curve.
    let Some(back) = points.iter().rposition(|point| point.distance(tip) >= length) else { return points };
    let along = (tip - points[back]).normalized();
    let base = tip - along * length;
    let across = along.rot90() * length * 0.42;
    let start = index(mesh);
    for corner in [tip, base + across, base - across] {
        mesh.colored_vertex(corner, ink);
    }
    mesh.add_triangle(start, start + 1, start + 2);
    let mut points = points;
    points.truncate(back + 1);
    points.push(base + along);
    points
}

/// A line of some width with soft edges.
fn stroke(mesh: &mut Mesh, points: &[Pos2], width: f32, ink: Color32, brush: Brush) {
    if points.len() < 2 {
        return;
    }
    // What is thinner than a point is fainter instead.
    let (half, ink) =
        if width < 1.0 { (0.0, ink.gamma_multiply(width)) } else { ((width - SOFT) / 2.0, ink) };
    let is_closed = points.len() > 3 && points[0].distance(points[points.len() - 1]) < 0.01;
    let last = points.len() - 1;
    let first_vertex = index(mesh);
    let mut length = 0.0;
    for (at, point) in points.iter().enumerate() {
        let before = if at > 0 {
            points[at - 1]
        } else if is_closed {
            points[last - 1]
        } else {
            *point
        };
        let after = if at < last {
            points[at + 1]
        } else if is_closed {
            points[1]
        } else {
            *point
        };
        if at > 0 {
            length += before.distance(*point);
        }
        let uv = brush.uv(length);
        let (into, out) = ((*point - before).normalized(), (after - *point).normalized());
        let along = if into == Vec2::ZERO {
            out
        } else if out == Vec2::ZERO {
            into
        } else {
            (into + out).normalized()
        };
        let normal = along.rot90();
        // At a corner both edges run on in parallel, up to a limit.
        let stretch = if into == Vec2::ZERO || out == Vec2::ZERO {
            1.0
        } else {
            1.0 / normal.dot(into.rot90()).max(0.5)
        };
        for (side, ink) in [
            (-half - SOFT, Color32::TRANSPARENT),
            (-half, ink),
            (half, ink),
            (half + SOFT, Color32::TRANSPARENT),
        ] {
            mesh.vertices.push(Vertex { pos: *point + normal * side * stretch, uv, color: ink });
        }
    }
    for step in 0..last {
        let here = first_vertex + 4 * u32::try_from(step).unwrap_or(0);
        for strip in 0..3 {
            let (a, b) = (here + strip, here + strip + 4);
            mesh.add_triangle(a, a + 1, b);
            mesh.add_triangle(a + 1, b + 1, b);
        }
    }
}

/// The same, broken: lengths of line and gap in turn.
fn dashed(mesh: &mut Mesh, points: &[Pos2], width: f32, ink: Color32, pattern: &[f32]) {
    let (mut part, mut left, mut is_on) = (0, pattern[0], true);
    let mut run: Vec<Pos2> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        loop {
            let rest = from.distance(to);
            if rest < left {
                left -= rest;
                if is_on {
                    run.push(to);
                }
                break;
            }
            from += (to - from).normalized() * left;
            if is_on {
                run.push(from);
                stroke(mesh, &run, width, ink, Brush::Whole);
            }
            run = vec![from];
            is_on = !is_on;
            part = (part + 1) % pattern.len();
            left = pattern[part].max(0.5);
        }
    }
    if is_on {
        stroke(mesh, &run, width, ink, Brush::Whole);
    }
}

/// A convex shape with a soft edge; its corners in the order of a clock on the screen.
fn fill_convex(mesh: &mut Mesh, corners: &[Pos2], ink: Color32) {
    let count = corners.len();
    let centre = corners.iter().fold(Vec2::ZERO, |sum, corner| sum + corner.to_vec2()) / count.max(1) as f32;
    let start = index(mesh);
    for corner in corners {
        let out = (corner.to_vec2() - centre).normalized();
        vertex(mesh, *corner - out * SOFT * 0.5, ink);
        vertex(mesh, *corner + out * SOFT * 0.5, Color32::TRANSPARENT);
    }
    let count = u32::try_from(count).unwrap_or(0);
    for at in 0..count {
        let (inner, outer) = (start + 2 * at, start + 2 * at + 1);
        let (next_inner, next_outer) = (start + 2 * ((at + 1) % count), start + 2 * ((at + 1) % count) + 1);
        if at > 0 && at + 1 < count {
            mesh.add_triangle(start, inner, next_inner);
        }
        mesh.add_triangle(inner, outer, next_outer);
        mesh.add_triangle(inner, next_outer, next_inner);
    }
}

fn quad(mesh: &mut Mesh, corners: [Pos2; 4], ink: Color32) {
    let start = index(mesh);
    for corner in corners {
        vertex(mesh, corner, ink);
    }
    mesh.add_triangle(start, start + 1, start + 2);
    mesh.add_triangle(start, start + 2, start + 3);
}

fn vertex(mesh: &mut Mesh, pos: Pos2, color: Color32) {
    mesh.vertices.push(Vertex { pos, uv: WHITE_UV, color });
}

fn index(mesh: &Mesh) -> u32 {
    u32::try_from(mesh.vertices.len()).unwrap_or(u32::MAX)
}

fn closed(outline: &[Pos2]) -> Vec<Pos2> {
    outline.iter().chain(outline.first()).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::layout::Side;
    use crate::picture::palette::Theme;
    use crate::picture::scene::{Dash, Shape, Tone};

    fn everywhere() -> Rect {
        Rect::new(Point::new(-1e6, -1e6), Point::new(1e6, 1e6))
    }

    #[test]
    fn whatever_is_drawn_is_a_valid_mesh() {
        let palette = Theme::Light.palette();
        let strokes = [Dash::None, Dash::Dots, Dash::Short, Dash::Long, Dash::DashDot, Dash::DashDotDot];
        let lines: Vec<Line> = strokes
            .iter()
            .map(|dash| Line {
                tie: None,
                points: vec![
                    Point::new(0.0, 0.0),
                    Point::new(40.0, 30.0),
                    Point::new(40.0, 30.0),
                    Point::new(90.0, 0.0),
                ],
                stroke: Stroke { colour: palette.ink, width: 1.5, dash: *dash },
                starts_with_arrow: true,
                ends_with_arrow: true,
            })
            .collect();
        let mark = |shape| Mark {
            actor: 0,
            at: Point::new(10.0, 10.0),
            radius: 15.0,
            shape,
            tone: Tone::hollow(palette.bad),
            ground: palette.panel,
            decides: true,
            halo: Some(palette.accent),
            side: Side::Below,
            has_name: true,
            ink: palette.ink,
            badge: None,
            may_turn: true,
            importance: 0,
        };
        let marks_of = [Shape::Square, Shape::Circle, Shape::Hexagon, Shape::Diamond].map(mark);
        let ctx = Context::default();
        for zoom in [0.02, 0.5, 1.0, 6.0] {
            let mut builder = Builder::new(&ctx, zoom, everywhere());
            builder.lines(lines.iter());
            builder.marks(marks_of.iter());
            for mesh in [&builder.broken, &builder.whole] {
                assert!(mesh.is_valid() && !mesh.is_empty());
                assert!(mesh.vertices.iter().all(|vertex| vertex.pos.is_finite()), "at {zoom}");
            }
        }
    }
}
