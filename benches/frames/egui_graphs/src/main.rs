//! Draws the picture that comes on stdin with egui_graphs, and prints what its frames take, in milliseconds.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::time::Instant;

use egui::{Context, Event, PointerButton, Pos2, RawInput, Rect, Vec2, pos2};
use egui_graphs::{
    DisplayEdge, DisplayNode, Graph, GraphView, Layout, LayoutState, MetadataFrame, SettingsInteraction,
    SettingsNavigation, SettingsStyle,
};
use serde_json::{Value, json};

/// How many frames are measured, and for how many seconds at most.
const FRAMES: u16 = 60;
const SECONDS: f64 = 10.0;

/// As on our side.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).expect("a picture");
    let picture: Value = serde_json::from_str(&text).expect("JSON");
    let mut took = BTreeMap::new();
    for moves in ["still", "pointer moves", "panning, all seen", "panning, close"] {
        took.insert(moves, Drawing::of(&picture, moves == "panning, close").frames(moves));
    }
    println!("{}", json!(took));
}

/// Places stay where they are.
#[derive(Debug, Default, Clone, serde::Serialize, serde::Deserialize)]
struct Stay;

impl LayoutState for Stay {}

impl Layout<Stay> for Stay {
    fn from_state(state: Stay) -> impl Layout<Stay> {
        state
    }

    fn next<N, E, Ty, Ix, Dn, De>(&mut self, _: &mut Graph<N, E, Ty, Ix, Dn, De>, _: &egui::Ui)
    where
        N: Clone,
        E: Clone,
        Ty: petgraph::EdgeType,
        Ix: petgraph::graph::IndexType,
        Dn: DisplayNode<N, E, Ty, Ix>,
        De: DisplayEdge<N, E, Ty, Ix, Dn>,
    {
    }

    fn state(&self) -> Stay {
        Self
    }
}

struct Drawing {
    ctx: Context,
    graph: Graph,
    room: Vec2,
    zoom: f32,
    time: f64,
    pointer: Pos2,
}

impl Drawing {
    fn of(picture: &Value, is_close: bool) -> Self {
        let number = |value: &Value| value.as_f64().expect("a number") as f32;
        let pair = |value: &Value| Vec2::new(number(&value[0]), number(&value[1]));
        let place = |value: &Value| value.as_u64().expect("a place") as usize;
        let mut graph = Graph::new();
        let names = picture["names"].as_array().expect("names");
        let places = picture["places"].as_array().expect("places");
        let nodes: Vec<_> = places
            .iter()
            .zip(names)
            .map(|(at, name)| {
                let name = name.as_str().expect("a name").to_owned();
                graph.add_node_with_label_and_location((), name, pair(at).to_pos2())
            })
            .collect();
        for tie in picture["ties"].as_array().expect("ties") {
            graph.add_edge(nodes[place(&tie[0])], nodes[place(&tie[1])], ());
        }
        let (room, extent) = (pair(&picture["room"]), pair(&picture["extent"]));
        let fit = (room / extent).min_elem().min(1.0);
        let pointer = (room / 2.0).to_pos2();
        Self { ctx: Context::default(), graph, room, zoom: if is_close { 1.0 } else { fit }, time: 0.0, pointer }
    }

    fn frames(&mut self, moves: &str) -> f64 {
        self.look();
        for _ in 0..3 {
            self.frame(Vec::new());
        }
        let at = self.pointer;
        self.frame(vec![Event::PointerMoved(at)]);
        if moves.starts_with("panning") {
            let modifiers = egui::Modifiers::NONE;
            let press = Event::PointerButton { pos: at, button: PointerButton::Primary, pressed: true, modifiers };
            self.frame(vec![press]);
        }
        let start = Instant::now();
        let mut took = Vec::new();
        while took.len() < usize::from(FRAMES) && start.elapsed().as_secs_f64() < SECONDS {
            let events = if moves == "still" {
                Vec::new()
            } else {
                self.pointer += Vec2::new(3.0, 1.5);
                vec![Event::PointerMoved(self.pointer)]
            };
            took.push(self.frame(events));
        }
        took.sort_by(f64::total_cmp);
        took[took.len() / 2]
    }

    /// Sets the zoom, in the middle of the picture.
    fn look(&mut self) {
        let zoom = self.zoom;
        let bounds = self.graph.g().node_weights().fold(Rect::NOTHING, |bounds, node| {
            bounds.union(Rect::from_min_max(node.location(), node.location()))
        });
        let pan = self.room / 2.0 - bounds.center().to_vec2() * zoom;
        let input = RawInput::default();
        let _ = self.ctx.run_ui(input, |ui| {
            let mut frame = MetadataFrame::new(None).load(ui);
            frame.zoom = zoom;
            frame.pan = pan;
            frame.save(ui);
        });
    }

    fn frame(&mut self, events: Vec<Event>) -> f64 {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), self.room)),
            time: Some(self.time),
            events,
            focused: true,
            ..RawInput::default()
        };
        let start = Instant::now();
        let output = self.ctx.run_ui(input, |ui| {
            let view = GraphView::<Stay, Stay>::new()
                .with_interactions(&SettingsInteraction::new().with_hover_enabled(true).with_node_clicking_enabled(true))
                .with_navigations(
                    &SettingsNavigation::new().with_fit_to_screen_enabled(false).with_zoom_and_pan_enabled(true),
                )
                .with_styles(&SettingsStyle::new().with_labels_always(true));
            view.show(ui, &mut self.graph);
        });
        let triangles = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let took = start.elapsed().as_secs_f64() * 1_000.0;
        std::hint::black_box(triangles);
        took
    }
}
