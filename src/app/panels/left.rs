//! The panel on the left: who should be heard and how that stands, who is there, and what lines stand for.

use egui::{Margin, Panel, Pos2, ScrollArea, Ui, Vec2, pos2};

use super::{filters, frame};
use crate::analysis::{Analysis, VoiceState};
use crate::app::command::{Command, FilterChange, Queue};
use crate::app::icons;
use crate::app::shell::Panels;
use crate::app::theme::{self, STEP, colour};
use crate::app::widgets::{Hinted, Text, caret, line_swatch, mark_swatch, row, spoken};
use crate::picture::legend::{Swatch, tie_class};
use crate::picture::palette::{Colour, Palette};
use crate::picture::ruler::Weight;
use crate::picture::scene::{Shape, Tone};
use crate::picture::spotlight::Item;
use crate::session::{Document, Session};
use crate::words::args;

/// On a level with more actors than that, the rest are counted and not listed.
const MOST: usize = 300;

/// The panel on the left.
pub fn left_ui(ui: &mut Ui, session: &mut Session, panels: &mut Panels, queue: &mut Queue) {
    let palette = session.settings.theme.palette();
    let Some(document) = &session.document else { return };
    let analysis = &document.analysis;
    let panel = Panel::left("left").default_size(session.settings.frame.left).size_range(180.0..=420.0);
    let shown =
        panel.frame(frame(palette, Margin { left: 16, right: 10, top: 8, bottom: 0 })).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                expected_ui(ui, session, analysis, queue);
                rule_ui(ui, palette);
                levels_ui(ui, session, document, queue);
                rule_ui(ui, palette);
                classes_ui(ui, session, document, queue);
                rule_ui(ui, palette);
                filters::filters_ui(ui, session, document, panels, queue);
                ui.add_space(3.0 * STEP);
            });
        });
    session.settings.frame.left = shown.response.rect.width();
}

/// A heading with a figure at the other end of its line.
pub fn heading_ui(ui: &mut Ui, palette: &Palette, title: &str, figure: &str) {
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), 28.0), egui::Sense::hover());
    Text::new(title).size(theme::HEADING).weight(Weight::Bold).ink(palette.ink).paint(
        ui,
        rect.left_center(),
        rect.width(),
    );
    Text::new(figure).size(theme::QUIET).ink(palette.second_ink).paint_before(ui, rect.right_center());
    let said = format!("{title} {figure}");
    response.widget_info(|| spoken(egui::Role::Heading, &said));
}

fn rule_ui(ui: &mut Ui, palette: &Palette) {
    ui.add_space(2.0 * STEP);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 1.0), egui::Sense::hover());
    ui.painter().rect_filled(rect, 0.0, colour(palette.hairline));
    ui.add_space(STEP);
}

fn expected_ui(ui: &mut Ui, session: &Session, analysis: &Analysis, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let present = analysis.expected_voices.iter().filter(|voice| voice.state != VoiceState::Absent).count();
    let figure = args([("present", present.into()), ("expected", analysis.expected_voices.len().into())]);
    heading_ui(ui, palette, &words.text("left-voices"), &words.say("left-expected", &figure));
    if analysis.expected_voices.is_empty() {
        Text::new(&words.text("left-none-expected")).size(theme::QUIET).ink(palette.second_ink).show(ui);
    }
    for (at, voice) in (0..).zip(&analysis.expected_voices) {
        let expected = analysis.network.expected_voice(at);
        let name = words.name(&expected.label, &expected.id);
        let state = words.fares("voice-brief", analysis, voice);
        let (ink, _) = state_colours(voice.state, palette);
        let item = Item::Expected(at);
        let said = format!("{name}: {state}");
        let response = row(ui, palette, &said, session.look.item == Some(item), |ui, rect| {
            state_icon(ui, rect.left_center() + Vec2::new(8.0, 0.0), voice.state, palette);
            let width = Text::new(&state).size(theme::SMALL).ink(ink).paint_before(ui, rect.right_center());
            let room = rect.width() - width - 32.0;
            Text::new(name).ink(palette.ink).paint(ui, rect.left_center() + Vec2::new(24.0, 0.0), room);
        });
        let why = words.read(&expected.why);
        let response = if why.is_empty() { response } else { response.hint(why) };
        if response.clicked() {
            queue.push(Command::Look(Some(item)));
        }
    }
}

/// The colours in which a state is told.
pub fn state_colours(state: VoiceState, palette: &Palette) -> (Colour, Colour) {
    match state {
        VoiceState::LoopClosed => (palette.good, palette.good_wash),
        VoiceState::Heard => (palette.warn, palette.warn_wash),
        VoiceState::Absent | VoiceState::Isolated | VoiceState::Unheard => (palette.bad, palette.bad_wash),
    }
}

/// A state as a sign that needs no colour: full, a ring, a broken ring, a cross.
fn state_icon(ui: &Ui, at: Pos2, state: VoiceState, palette: &Palette) {
    let (ink, _) = state_colours(state, palette);
    match state {
        VoiceState::LoopClosed => mark_swatch(ui, at, 6.0, Shape::Circle, Tone::full(ink), palette),
        VoiceState::Heard => {
            let tone = Tone { is_broken: false, ..Tone::hollow(ink) };
            mark_swatch(ui, at, 5.0, Shape::Circle, tone, palette);
        }
        VoiceState::Isolated | VoiceState::Unheard => {
            mark_swatch(ui, at, 5.5, Shape::Circle, Tone::hollow(ink), palette);
        }
        VoiceState::Absent => {
            ui.painter().text(at, egui::Align2::CENTER_CENTER, icons::X, theme::icon_font(14.0), colour(ink));
        }
    }
}

fn levels_ui(ui: &mut Ui, session: &Session, document: &Document, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let analysis = &document.analysis;
    let network = &analysis.network;
    heading_ui(ui, palette, &words.text("left-actors"), &network.actors.len().to_string());
    let marks = session.drawn().map_or([].as_slice(), |drawn| drawn.scene.marks.as_slice());
    for (level, actors) in &document.tally.levels {
        let name = words.level(network, *level);
        let fold = ui.scope_id().with(("level", *level));
        let is_open = ui.data(|data| data.get_temp(fold).unwrap_or(false));
        let said = format!("{name}, {}", actors.len());
        let response = row(ui, palette, &said, session.look.item == Some(Item::Level(*level)), |ui, rect| {
            caret(ui, palette, rect.left_center() + Vec2::new(6.0, 0.0), is_open);
            Text::new(&name).weight(Weight::Medium).ink(palette.ink).paint(
                ui,
                rect.left_center() + Vec2::new(20.0, 0.0),
                rect.width() - 50.0,
            );
            Text::new(&actors.len().to_string())
                .size(theme::QUIET)
                .ink(palette.second_ink)
                .paint_before(ui, rect.right_center());
        });
        if response.clicked() {
            ui.data_mut(|data| data.insert_temp(fold, !is_open));
        }
        if !is_open {
            continue;
        }
        for actor in actors.iter().copied().take(MOST) {
            let name = words.actor(network, actor);
            let item = Item::Actor(actor);
            let response = row(ui, palette, name, session.look.item == Some(item), |ui, rect| {
                // As in the picture; whoever is not drawn there has no mark here.
                if let Ok(at) = marks.binary_search_by_key(&actor, |mark| mark.actor) {
                    let tone = Tone { scale: 1.0, ..marks[at].tone };
                    let at_mark = pos2(rect.left() + 26.0, rect.center().y);
                    mark_swatch(ui, at_mark, 6.0, marks[at].shape, tone, palette);
                }
                Text::new(name).ink(palette.ink).paint(
                    ui,
                    rect.left_center() + Vec2::new(40.0, 0.0),
                    rect.width() - 42.0,
                );
            });
            if response.clicked() {
                queue.push(Command::Look(Some(item)));
            }
        }
        if actors.len() > MOST {
            let more = args([("count", (actors.len() - MOST).into())]);
            Text::new(&words.say("left-more", &more)).size(theme::QUIET).ink(palette.second_ink).show(ui);
        }
    }
}

fn classes_ui(ui: &mut Ui, session: &Session, document: &Document, queue: &mut Queue) {
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let ties = document.analysis.network.ties.len();
    heading_ui(ui, palette, &words.text("left-ties"), &ties.to_string());
    for (class, count) in document.tally.classes.iter().copied() {
        let key = tie_class(class, count, palette, words);
        let is_hidden = session.look.filter.hidden_classes.contains(&class);
        let response = row(ui, palette, &key.label, false, |ui, rect| {
            let line = egui::Rect::from_min_size(rect.min, Vec2::new(34.0, rect.height()));
            if let Swatch::Line(stroke) = key.swatch {
                let stroke = if is_hidden {
                    crate::picture::scene::Stroke { colour: stroke.colour.faded(0.3), ..stroke }
                } else {
                    stroke
                };
                line_swatch(ui, line, stroke);
            }
            let ink = if is_hidden { palette.second_ink.faded(0.7) } else { palette.ink };
            Text::new(&key.label).ink(ink).paint(
                ui,
                rect.left_center() + Vec2::new(44.0, 0.0),
                rect.width() - 90.0,
            );
            let eye = if is_hidden { icons::EYE_SLASH } else { icons::EYE };
            let at = rect.right_center() - Vec2::new(8.0, 0.0);
            ui.painter().text(
                at,
                egui::Align2::CENTER_CENTER,
                eye,
                theme::icon_font(14.0),
                colour(palette.second_ink),
            );
            let count = key.count.to_string();
            let before_eye = rect.right_center() - Vec2::new(22.0, 0.0);
            Text::new(&count).size(theme::QUIET).ink(palette.second_ink).paint_before(ui, before_eye);
        });
        let hint = if is_hidden { "left-show-class" } else { "left-hide-class" };
        if response.hint(words.text(hint)).clicked() {
            queue.push(Command::Filter(FilterChange::Class(class)));
        }
    }
}
