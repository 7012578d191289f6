//! The canvas: a scene, seen through a camera. What stands still is built once; what moves is moved; only the part that
//! is seen is drawn.

mod boxed;
mod build;
mod camera;
mod empty;
mod kinds;
mod menu;
mod mesh;
mod minimap;
mod motion;
mod names;
mod naming;
mod panels;
#[cfg(test)]
mod tests;
mod touch;
mod travel;

use egui::{Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::command::{Command, Queue};
use super::theme::colour;
use crate::analysis::{ActorIx, TieIx};
use crate::model::terms::View;
use crate::picture::geometry;
use crate::picture::spotlight::Item;
use crate::session::{Drawn, Session};
use crate::words::without_isolates;

use mesh::{Builder, Meshes};

pub use camera::Camera;

/// How far beyond what is seen is built, as a share of its width and height: panning does not build at once again.
const MARGIN: f32 = 0.12;
/// Up to so many marks are told to a screen reader.
const TOLD: usize = 300;

/// What the canvas remembers from one frame to the next.
#[derive(Default)]
pub struct Canvas {
    /// Where one looks.
    pub camera: Camera,
    /// What the pointer is over.
    pub hovered: Option<Item>,
    built: Option<Built>,
    names: names::Names,
    touch: touch::Touch,
    boxed: Option<Pos2>,
    building: build::Building,
    menu: menu::Menu,
    before: Option<motion::Before>,
    motion: Option<motion::Motion>,
    layout: u64,
    /// Which map is seen in which view.
    shows: Option<(u64, View)>,
}

/// What was built for one scene, and what it was built for.
struct Built {
    key: Key,
    under: Meshes,
    lit: Option<Meshes>,
    /// Where the origin of the picture was when the meshes were moved last.
    origin: Vec2,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Key {
    scene: u64,
    zoom: f32,
    seen: geometry::Rect,
}

/// What is seen: what one does on the canvas is done to that.
#[derive(Clone, Copy)]
struct Sight<'a> {
    /// What is drawn.
    drawn: &'a Drawn,
    /// The room of the canvas.
    room: Rect,
    /// What is open.
    session: &'a Session,
}

/// Shows the drawing of what is open in the room that is left.
pub fn canvas_ui(ui: &mut Ui, canvas: &mut Canvas, session: &mut Session, queue: &mut Queue) {
    let room = ui.available_rect_before_wrap();
    let palette = session.settings.theme.palette();
    ui.painter().rect_filled(room, 0.0, colour(palette.paper));
    let id = ui.scope_id().with("canvas");
    let response = ui.interact(room, id, Sense::click_and_drag());
    let size = geometry::Size::new(room.width(), room.height());
    let Some(drawn) = session.draw(size) else {
        match session.drawn_before().cloned() {
            Some(before) => canvas.show_before(ui, &response, &before, room, session),
            None => waiting_ui(ui, room, session),
        }
        return;
    };
    let is_new = canvas.layout != drawn.layout_number;
    let shows = session.document.as_ref().map(|document| (document.opened, session.look.view));
    if is_new {
        canvas.layout = drawn.layout_number;
        // A change of the map leaves people where they look.
        canvas.camera.is_fitting |= canvas.shows != shows;
        canvas.shows = shows;
    }
    if canvas.camera.is_fitting {
        canvas.camera.fit(drawn.scene.extent, room);
    }
    if is_new {
        canvas.begin_motion(ui, &drawn, room, session);
    }
    let painter = ui.painter().with_clip_rect(room);
    if canvas.move_ui(ui, &painter, &drawn, room, session) {
        return;
    }
    let sight = Sight { drawn: &drawn, room, session };
    let is_boxing = boxed::box_ui(ui, canvas, &response, sight, queue);
    if !is_boxing {
        build::begin(ui, canvas, &response, sight);
    }
    let is_held = is_boxing || canvas.is_dragging();
    camera_ui(ui, &response, &mut canvas.camera, room, is_held);
    canvas.paint(&painter, &drawn, room, session);
    build::build_ui(ui, canvas, &response, sight, queue);
    menu::menu_ui(ui, canvas, &response, sight, queue);
    touch_ui(ui, canvas, &response, sight, queue);
    travel::travel_ui(ui, canvas, &response, sight, queue);
    if session.document.as_ref().is_some_and(|document| document.map().actors.is_empty()) {
        empty::empty_ui(ui, session, room, queue);
    }
    minimap::minimap_ui(ui, &mut canvas.camera, &drawn.scene, room, palette);
    let label = session.words.text("canvas");
    response.widget_info(|| super::widgets::spoken(Role::Canvas, &label));
}

impl Canvas {
    /// Shows the drawing as it was before a change, until the new one is there: one looks around in it and touches nothing.
    fn show_before(&mut self, ui: &Ui, response: &Response, before: &Drawn, room: Rect, session: &Session) {
        // Whatever was begun was begun with numbers that may be those of others now.
        (self.hovered, self.motion) = (None, None);
        self.menu = menu::Menu::default();
        if self.is_dragging() {
            self.building = build::Building::Nothing;
        }
        camera_ui(ui, response, &mut self.camera, room, false);
        if let Some(seen) = &mut self.before {
            seen.look_from(self.camera, room);
        }
        self.paint(&ui.painter().with_clip_rect(room), before, room, session);
        let label = session.words.text("drawing");
        response.widget_info(|| super::widgets::spoken(Role::Canvas, &label));
    }

    /// Whether a drag belongs to what is being built.
    fn is_dragging(&self) -> bool {
        matches!(self.building, build::Building::Tying(_) | build::Building::Moving(..))
    }

    /// Sets out from what was seen to a new layout of the same map.
    fn begin_motion(&mut self, ui: &Ui, drawn: &Drawn, room: Rect, session: &Session) {
        // A move that is under way counts actors as they were before.
        self.motion = None;
        let (Some(before), Some(document)) = (self.before.take(), &session.document) else { return };
        if session.may_move() {
            let now = motion::now(ui);
            self.motion = motion::Motion::between(&before, document, drawn, self.camera, room, now);
        }
    }

    /// Shows a move that is under way; whether there is one.
    fn move_ui(
        &mut self,
        ui: &Ui,
        painter: &egui::Painter,
        drawn: &Drawn,
        room: Rect,
        session: &Session,
    ) -> bool {
        let Some(document) = &session.document else { return false };
        let halfway = self.motion.as_ref().and_then(|motion| motion.at(motion::now(ui), document, drawn));
        let Some(halfway) = halfway else {
            self.motion = None;
            self.before = Some(motion::Before::of(document, drawn, self.camera, room));
            return false;
        };
        let (zoom, seen) = (self.camera.zoom, self.camera.visible(room).grown(room.width()));
        panels::paint(painter, &drawn.scene, &self.camera, room, None);
        let mut builder = Builder::new(ui.ctx(), zoom, seen);
        builder.cells(&drawn.scene.cells);
        builder.lines(halfway.lines.iter());
        builder.marks(halfway.marks.iter());
        builder.meshes((room.center() + self.camera.offset).to_vec2()).paint(painter);
        let mut faded = painter.clone();
        faded.multiply_opacity(halfway.names);
        let palette = session.settings.theme.palette();
        self.names.paint(&faded, drawn, &self.camera, room, palette, &names::Which::All);
        ui.ctx().request_repaint();
        true
    }

    fn paint(&mut self, painter: &egui::Painter, drawn: &Drawn, room: Rect, session: &Session) {
        let palette = session.settings.theme.palette();
        let scene = &drawn.scene;
        panels::paint(painter, scene, &self.camera, room, None);
        self.build(painter.ctx(), drawn, room);
        let hover = self.hover_scene(painter.ctx(), drawn, session);
        if let Some(built) = &self.built {
            built.under.paint(painter);
        }
        self.names.paint(painter, drawn, &self.camera, room, palette, &names::Which::All);
        if scene.lit.is_none() && hover.is_none() {
            return;
        }
        // What is not lit shines through only faintly, whatever it is.
        panels::paint(painter, scene, &self.camera, room, Some(0.78));
        if let Some((meshes, item)) = hover {
            meshes.paint(painter);
            self.names.paint(painter, drawn, &self.camera, room, palette, &names::Which::Near(&item));
            return;
        }
        if let Some(lit) = self.built.as_ref().and_then(|built| built.lit.as_ref()) {
            lit.paint(painter);
        }
        self.names.paint(painter, drawn, &self.camera, room, palette, &names::Which::Lit);
    }

    /// Builds the meshes of a scene, or moves those that are there.
    fn build(&mut self, ctx: &egui::Context, drawn: &Drawn, room: Rect) {
        let zoom = self.camera.zoom;
        let origin = (room.center() + self.camera.offset).to_vec2();
        let visible = self.camera.visible(room);
        let is_known = |built: &Built| {
            let Key { scene, zoom: known, seen } = built.key;
            #[expect(clippy::float_cmp, reason = "another zoom is another mesh, however near")]
            let is_same = scene == drawn.number && known == zoom;
            is_same && seen.contains(visible.min) && seen.contains(visible.max)
        };
        if let Some(built) = self.built.as_mut().filter(|built| is_known(built)) {
            let by = origin - built.origin;
            if by != Vec2::ZERO {
                built.under.translate(by);
                if let Some(lit) = &mut built.lit {
                    lit.translate(by);
                }
                built.origin = origin;
            }
            return;
        }
        let seen = visible.grown((visible.width() + visible.height()) * MARGIN);
        let scene = &drawn.scene;
        let mut under = Builder::new(ctx, zoom, seen);
        under.cells(&scene.cells);
        under.lines(scene.lines.iter());
        under.marks(scene.marks.iter().chain(&scene.heads));
        let lit = scene.lit.as_ref().map(|lit| {
            let mut builder = Builder::new(ctx, zoom, seen);
            builder.cells(&lit.cells);
            builder.lines(lit.lines.iter());
            builder.marks(lit.marks.iter());
            builder.meshes(origin)
        });
        let key = Key { scene: drawn.number, zoom, seen };
        self.built = Some(Built { key, under: under.meshes(origin), lit, origin });
    }

    /// The actor under the pointer, with its ties and neighbours; nothing while something is looked at.
    fn hover_scene(
        &self,
        ctx: &egui::Context,
        drawn: &Drawn,
        session: &Session,
    ) -> Option<(Meshes, Vec<ActorIx>)> {
        let Some(Item::Actor(actor)) = self.hovered else { return None };
        if session.look.item.is_some()
            || !session.look.chosen.is_empty()
            || drawn.scene.lines.len() > touch::MOST
        {
            return None;
        }
        let network = &session.document.as_ref()?.analysis.network;
        let is_its = |tie: Option<TieIx>| {
            tie.is_some_and(|tie| network.link(tie).from == actor || network.link(tie).to == actor)
        };
        let lines: Vec<_> = drawn.scene.lines.iter().filter(|line| is_its(line.tie)).collect();
        let ends = lines.iter().filter_map(|line| line.tie).map(|tie| network.link(tie));
        let mut actors: Vec<ActorIx> = ends.flat_map(|link| [link.from, link.to]).chain([actor]).collect();
        actors.sort_unstable();
        actors.dedup();
        let (zoom, seen) = (self.camera.zoom, drawn.scene.extent.grown(1_000.0));
        let mut builder = Builder::new(ctx, zoom, seen);
        builder.lines(lines.into_iter());
        builder.marks(drawn.scene.marks.iter().filter(|mark| actors.binary_search(&mark.actor).is_ok()));
        let origin = self.built.as_ref().map(|built| built.origin).unwrap_or_default();
        Some((builder.meshes(origin), actors))
    }
}

/// Drags and wheels move the camera.
fn camera_ui(ui: &Ui, response: &Response, camera: &mut Camera, room: Rect, is_held: bool) {
    if response.dragged() && !is_held {
        camera.pan(response.drag_delta());
    }
    if !response.contains_pointer() {
        return;
    }
    let (zoom, scroll, pointer) =
        ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta(), input.pointer.hover_pos()));
    let place = pointer.unwrap_or(room.center());
    if (zoom - 1.0).abs() > f32::EPSILON {
        camera.zoom_at(place, zoom, room);
    } else if scroll != Vec2::ZERO {
        // A wheel looks closer, as on a map; two fingers on a touchpad do too.
        camera.zoom_at(place, (scroll.y * 0.0035).exp(), room);
    }
}

/// What the pointer is over, and what is pressed.
fn touch_ui(ui: &mut Ui, canvas: &mut Canvas, response: &Response, sight: Sight, queue: &mut Queue) {
    let Sight { drawn, room, session } = sight;
    if let Some(item) = marks_ui(ui, canvas, sight) {
        look_at(ui, session, Some(item), queue);
    }
    let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|place| room.contains(*place));
    let is_over = ui.ctx().layer_id_at(pointer.unwrap_or_default()) == Some(ui.layer_id());
    canvas.hovered = pointer.filter(|_| is_over && !response.dragged()).and_then(|place| {
        let place = canvas.camera.to_picture(place, room);
        canvas.touch.item_at(drawn.number, &drawn.scene, canvas.camera, place)
    });
    if canvas.hovered.is_some() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
        hint_ui(ui, canvas, session);
    }
    build::hint_ui(ui, canvas, sight, pointer.filter(|_| is_over));
    // Whoever is just naming something has the keys.
    if response.clicked() && matches!(canvas.building, build::Building::Nothing) {
        look_at(ui, session, canvas.hovered, queue);
        response.request_focus();
    }
}

/// Looks at what was pressed; with Shift or Ctrl held an actor comes to those that are looked at, or leaves them.
fn look_at(ui: &Ui, session: &Session, item: Option<Item>, queue: &mut Queue) {
    let adds = ui.input(|input| input.modifiers.command || input.modifiers.shift);
    match item {
        Some(Item::Actor(actor)) if adds => {
            let mut chosen = session.actors_looked_at();
            if !chosen.remove(&actor) {
                chosen.insert(actor);
            }
            queue.push(Command::Choose(chosen.into_iter().collect()));
        }
        None if adds => {}
        item => queue.push(Command::Look(item)),
    }
}

/// Marks as things with a name, so that a screen reader and a test find them; gives the one that was pressed.
fn marks_ui(ui: &mut Ui, canvas: &Canvas, Sight { drawn, room, session }: Sight) -> Option<Item> {
    let network = &session.document.as_ref()?.analysis.network;
    let visible = canvas.camera.visible(room);
    let mut pressed = None;
    for mark in drawn.scene.marks.iter().filter(|mark| visible.contains(mark.at)).take(TOLD) {
        let at = canvas.camera.to_screen(mark.at, room);
        let rect = Rect::from_center_size(at, Vec2::splat((2.0 * mark.radius * canvas.camera.zoom).max(8.0)));
        let response = ui.interact(rect, ui.scope_id().with(("mark", mark.actor)), Sense::click());
        let name = session.words.actor(network, mark.actor);
        let is_looked_at =
            session.look.item == Some(Item::Actor(mark.actor)) || session.look.chosen.contains(&mark.actor);
        let badge = mark.badge.as_ref().map_or_else(String::new, |badge| format!(", {}", badge.text));
        response.widget_info(|| {
            WidgetInfo::selected(
                Role::Button,
                true,
                is_looked_at,
                without_isolates(&format!("{name}{badge}")),
            )
        });
        if response.has_focus() {
            let stroke = ui.visuals().selection.stroke;
            ui.painter().circle_stroke(at, rect.width() / 2.0 + 5.0, stroke);
        }
        if response.clicked() {
            pressed = Some(Item::Actor(mark.actor));
        }
    }
    pressed
}

/// What is under the pointer, in words.
fn hint_ui(ui: &Ui, canvas: &Canvas, session: &Session) {
    let (Some(document), Some(item)) = (&session.document, canvas.hovered) else { return };
    let network = &document.analysis.network;
    let text = match item {
        Item::Actor(actor) => session.words.actor(network, actor).to_owned(),
        Item::Tie(tie) => session.words.tie(network, tie),
        _ => return,
    };
    egui::Tooltip::always_open(
        ui.ctx().clone(),
        ui.layer_id(),
        ui.scope_id().with("hint"),
        egui::PopupAnchor::Pointer,
    )
    .gap(14.0)
    .show(|ui| {
        super::widgets::hint_ui(ui, &text);
    });
}

fn waiting_ui(ui: &Ui, room: Rect, session: &Session) {
    let text = session.words.text("drawing");
    let galley = super::widgets::galley(ui.ctx(), &super::widgets::Text::new(&text));
    ui.painter().galley(
        room.center() - galley.size() / 2.0,
        galley,
        colour(session.settings.theme.palette().second_ink),
    );
}
