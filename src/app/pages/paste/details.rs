//! One row: what is said of it, and what there is to decide.

use egui::{ScrollArea, Ui};

use super::Sight;
use crate::app::theme;
use crate::app::widgets::{Text, chip};
use crate::picture::ruler::Weight;
use crate::session::building::paste::ProblemSort;
use crate::words::args;

/// What is said of the row of that number, in so much room.
pub fn row_ui(ui: &mut Ui, sight: &mut Sight, number: Option<usize>, room: f32) {
    let (paste, words, palette) = (sight.paste, sight.words, sight.palette);
    let at = number.and_then(|number| paste.rows.binary_search_by_key(&number, |row| row.number).ok());
    ScrollArea::vertical().id_salt("paste-row").max_height(room).min_scrolled_height(room).show(ui, |ui| {
        ui.set_min_height(room);
        let Some(at) = at else {
            Text::new(&words.text("paste-choose-row")).size(theme::QUIET).ink(palette.second_ink).show(ui);
            return;
        };
        let row = &paste.rows[at];
        let what = words.say("paste-row", &args([("row", row.number.into())]));
        let becomes = paste.reading_text(row.reading, words);
        let heading =
            words.say("paste-row-heading", &args([("row", what.into()), ("becomes", becomes.into())]));
        Text::new(&heading).weight(Weight::Bold).ink(palette.ink).show(ui);
        decision_ui(ui, sight, at);
        conflicts_ui(ui, sight, row.number);
        let first = paste.problems.partition_point(|problem| problem.row < row.number);
        for problem in paste.problems[first..].iter().take_while(|problem| problem.row == row.number) {
            let ink = match problem.sort {
                ProblemSort::Remark => palette.second_ink,
                ProblemSort::Kept => palette.warn,
                ProblemSort::LeftOut => palette.bad,
            };
            Text::new(&paste.problem_text(problem, words)).size(theme::QUIET).ink(ink).show(ui);
        }
    });
}

/// Whether it is about the same as something else. What is pressed again is left to the program.
fn decision_ui(ui: &mut Ui, sight: &mut Sight, at: usize) {
    let (paste, palette) = (sight.paste, sight.palette);
    let row = &paste.rows[at];
    let number = row.number;
    ui.horizontal_wrapped(|ui| {
        for (decision, label) in paste.choices(at, sight.map, sight.words) {
            let is_chosen = row.decision == decision;
            if chip(ui, palette, &label, is_chosen, true).clicked() {
                sight.decide(move |options| {
                    if options.rows.get(&number) == Some(&decision) {
                        options.rows.remove(&number);
                    } else {
                        options.rows.insert(number, decision);
                    }
                });
            }
        }
    });
}

fn conflicts_ui(ui: &mut Ui, sight: &mut Sight, number: usize) {
    let (paste, words, palette) = (sight.paste, sight.words, sight.palette);
    let first = paste.conflicts.partition_point(|conflict| conflict.row < number);
    for conflict in paste.conflicts[first..].iter().take_while(|conflict| conflict.row == number) {
        ui.horizontal_wrapped(|ui| {
            let text = paste.conflict_text(conflict, words);
            Text::new(&text).size(theme::QUIET).ink(palette.warn).show(ui);
            for (pick, label) in paste.picks(conflict, words) {
                if chip(ui, palette, &label, conflict.pick == pick, true).clicked() {
                    let cell = (conflict.row, conflict.column);
                    sight.decide(move |options| {
                        options.cells.insert(cell, pick);
                    });
                }
            }
        });
    }
}
