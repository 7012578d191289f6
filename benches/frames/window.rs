//! Our side: the window without a screen.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Context, Event, PointerButton, Pos2, RawInput, Rect, Vec2, pos2};
use jisr::app::{Command, Scripted, Shell};
use jisr::format::jisr::write;
use jisr::model::{Language, Map};
use jisr::session::{Keeper, Recent, Session, Settings};
use jisr::words::Words;
use serde_json::{Value, json};

/// The size of the window, and a place that belongs to its canvas and to no actor.
const SIZE: Vec2 = Vec2::new(1440.0, 900.0);
const MIDDLE: Pos2 = pos2(700.0, 430.0);
/// How many frames are measured.
const FRAMES: u16 = 60;

/// What goes on while frames are measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moves {
    /// Nothing moves; all of the map is seen.
    Still,
    /// The pointer goes over the map.
    Hover,
    /// All of the map is seen and drawn to a side.
    PanAll,
    /// Somebody looks closely, and draws the map to a side.
    PanClose,
}

impl Moves {
    /// All of them, in an order in which one leads to the next.
    pub const ALL: [Self; 4] = [Self::Still, Self::Hover, Self::PanAll, Self::PanClose];

    /// Its word.
    pub fn id(self) -> &'static str {
        match self {
            Self::Still => "still",
            Self::Hover => "pointer moves",
            Self::PanAll => "panning, all seen",
            Self::PanClose => "panning, close",
        }
    }
}

/// What frames took, in milliseconds.
pub struct Took {
    /// The one in the middle.
    pub median: f64,
    /// The longest one.
    pub worst: f64,
}

/// A window with a map in it.
pub struct Window {
    ctx: Context,
    /// The program in it.
    pub shell: Shell,
    time: f64,
    pointer: Pos2,
    /// Where the map is saved; it goes with the window.
    _folder: tempfile::TempDir,
}

impl Window {
    /// Opens a map and waits until it is drawn.
    pub fn with(map: &Map) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("map.jisr");
        std::fs::write(&file, write(map)).expect("a file");
        let ctx = Context::default();
        let session = Session::new(
            Words::of(&Language::new("en")),
            Settings::default(),
            Recent::load(None),
            Keeper::new(None),
            Arc::new(|| {}),
        );
        let mut shell = Shell::new(session, Box::new(Scripted::new(Vec::new())), &ctx);
        shell.ask(Command::OpenFile(file));
        let mut window = Self { ctx, shell, time: 0.0, pointer: MIDDLE, _folder: folder };
        while window.shell.session.drawn().is_none() {
            window.frame(Vec::new());
            std::thread::sleep(Duration::from_millis(5));
        }
        for _ in 0..5 {
            window.frame(Vec::new());
        }
        window
    }

    /// Where everything is, for a peer to draw the same.
    pub fn picture(&self) -> Value {
        let drawn = self.shell.session.drawn().expect("a drawing");
        let document = self.shell.session.document.as_ref().expect("a map");
        let places: Vec<_> = drawn.scene.marks.iter().map(|mark| (mark.actor, mark.at)).collect();
        let numbers: BTreeMap<u32, usize> = places.iter().map(|(actor, _)| *actor).zip(0..).collect();
        let ties = &document.analysis.network.ties;
        let ends = ties.iter().filter_map(|tie| Some([*numbers.get(&tie.from)?, *numbers.get(&tie.to)?]));
        let extent = drawn.scene.extent;
        json!({
            "places": places.iter().map(|(_, at)| [at.x - extent.min.x, at.y - extent.min.y]).collect::<Vec<_>>(),
            "names": places.iter().map(|(actor, _)| &drawn.placed.names[*actor as usize].lines[0]).collect::<Vec<_>>(),
            "ties": ends.collect::<Vec<_>>(),
            "extent": [extent.width(), extent.height()],
            "room": [Self::room().width(), Self::room().height()],
        })
    }

    /// Measures frames.
    pub fn frames(&mut self, moves: Moves) -> Took {
        self.prepare(moves);
        let mut took: Vec<f64> = (0..FRAMES)
            .map(|number| {
                let by = f32::from(number);
                let events = match moves {
                    Moves::Still => Vec::new(),
                    Moves::Hover => vec![self.point(MIDDLE + Vec2::new(3.0 * by, by))],
                    Moves::PanAll | Moves::PanClose => vec![self.point(self.pointer + Vec2::new(3.0, 1.5))],
                };
                self.frame(events).as_secs_f64() * 1_000.0
            })
            .collect();
        let release = self.press(false);
        self.frame(vec![release]);
        took.sort_by(f64::total_cmp);
        Took { median: took[took.len() / 2], worst: took[took.len() - 1] }
    }

    fn prepare(&mut self, moves: Moves) {
        if moves == Moves::PanClose {
            self.shell.ask(Command::Fit);
            self.frame(Vec::new());
            // As close as names are read.
            let extent = self.shell.session.drawn().expect("a drawing").scene.extent;
            let fit =
                (Self::room().width() / extent.width()).min(Self::room().height() / extent.height()).min(1.0);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some dozen steps")]
            let steps = ((1.0 / fit).ln() / 1.25_f32.ln()).round() as usize;
            for _ in 0..steps {
                self.shell.ask(Command::ZoomIn);
                self.frame(Vec::new());
            }
        }
        let over = self.point(MIDDLE);
        self.frame(vec![over]);
        if matches!(moves, Moves::PanAll | Moves::PanClose) {
            let press = self.press(true);
            self.frame(vec![press]);
            for _ in 0..4 {
                let to = self.point(self.pointer + Vec2::new(3.0, 1.5));
                self.frame(vec![to]);
            }
        }
        for _ in 0..3 {
            self.frame(Vec::new());
        }
    }

    fn point(&mut self, at: Pos2) -> Event {
        self.pointer = at;
        Event::PointerMoved(at)
    }

    fn press(&self, pressed: bool) -> Event {
        let modifiers = egui::Modifiers::NONE;
        Event::PointerButton { pos: self.pointer, button: PointerButton::Primary, pressed, modifiers }
    }

    /// The room of the canvas, nearly.
    fn room() -> Rect {
        Rect::from_min_size(pos2(264.0, 92.0), Vec2::new(816.0, 752.0))
    }

    /// One frame, from what people did to triangles.
    pub fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.time),
            events,
            focused: true,
            ..RawInput::default()
        };
        let Self { ctx, shell, .. } = self;
        let start = Instant::now();
        let mut output = ctx.run_ui(input, |ui| {
            shell.step(ui.ctx());
            shell.show(ui);
        });
        let shapes = ctx.tessellate(std::mem::take(&mut output.shapes), output.pixels_per_point);
        let took = start.elapsed();
        std::hint::black_box(shapes);
        output.drop_without_applying_deltas();
        took
    }
}
