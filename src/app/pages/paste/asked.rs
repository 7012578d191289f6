//! What there is to decide of a whole table at once: how dates are written, whom a name means, which sources to add, and what
//! becomes of all rows and values that are asked about.

use egui::Ui;

use super::Sight;
use crate::app::theme;
use crate::app::widgets::{Text, chip, scroll};
use crate::session::building::apart;
use crate::session::building::paste::{DateChoice, DateOrder, Decision, Options, Pick, TableKind};
use crate::words::args;

/// How much of the window these questions take; more of them are scrolled.
const SHARE: f32 = 0.17;

/// How many names and actors of one name are listed.
const MOST: usize = 6;

/// The questions; nothing where there are none.
pub fn asked_ui(ui: &mut Ui, sight: &mut Sight) {
    let height = ui.ctx().content_rect().height() * SHARE;
    scroll(height).id_salt("paste-asked").show(ui, |ui| {
        dates_ui(ui, sight);
        scales_ui(ui, sight);
        names_ui(ui, sight);
        sources_ui(ui, sight);
        unknown_ends_ui(ui, sight);
        all_rows_ui(ui, sight);
        all_values_ui(ui, sight);
    });
}

/// A question, and what can be answered.
fn question<T: Clone + PartialEq + 'static>(
    ui: &mut Ui,
    sight: &mut Sight,
    text: &str,
    chosen: Option<&T>,
    answers: &[(T, String)],
    answer: impl Fn(&mut Options, T) + Copy + 'static,
) {
    let palette = sight.palette;
    ui.horizontal_wrapped(|ui| {
        Text::new(text).size(theme::QUIET).ink(palette.warn).show(ui);
        for (value, label) in answers {
            if chip(ui, palette, label, chosen == Some(value), true).clicked() {
                let value = value.clone();
                sight.decide(move |options| answer(options, value));
            }
        }
    });
}

fn dates_ui(ui: &mut Ui, sight: &mut Sight) {
    let (paste, words) = (sight.paste, sight.words);
    for (at, dates) in paste.columns.iter().enumerate().filter_map(|(at, column)| Some((at, column.dates?))) {
        let label = paste.column_label(at, words);
        if let Some((day_first, month_first)) = dates.example {
            let text = words.say(
                "paste-ask-dates",
                &args([("column", label.as_str().into()), ("count", dates.ambiguous.into())]),
            );
            let answers = [
                (
                    DateChoice::Order(DateOrder::DayFirst),
                    words.say("paste-day-first", &args([("date", day_first.to_string().into())])),
                ),
                (
                    DateChoice::Order(DateOrder::MonthFirst),
                    words.say("paste-month-first", &args([("date", month_first.to_string().into())])),
                ),
                (DateChoice::Text, words.text("paste-as-text")),
            ];
            let chosen = dates.order.map_or(DateChoice::Text, DateChoice::Order);
            question(ui, sight, &text, Some(&chosen), &answers, move |options, choice| {
                options.dates.insert(at, choice);
            });
        }
        if let Some(first) = dates.first_serial {
            let what = args([("column", label.as_str().into()), ("count", dates.serials.into())]);
            let text = words.say("paste-ask-serials", &what);
            let answers = [
                (true, words.say("paste-as-days", &args([("date", first.to_string().into())]))),
                (false, words.text("paste-as-text")),
            ];
            question(ui, sight, &text, Some(&dates.takes_serials), &answers, move |options, takes| {
                options.serials.insert(at, takes);
            });
        }
    }
}

fn scales_ui(ui: &mut Ui, sight: &Sight) {
    for at in (0..sight.paste.columns.len()).filter(|at| sight.paste.columns[*at].has_other_scale) {
        let label = sight.paste.column_label(at, sight.words);
        let text = sight.words.say("paste-other-scale", &args([("column", label.into())]));
        Text::new(&text).size(theme::QUIET).ink(sight.palette.warn).show(ui);
    }
}

fn names_ui(ui: &mut Ui, sight: &mut Sight) {
    let (paste, words, map) = (sight.paste, sight.words, sight.map);
    for name in paste.unclear_names.iter().take(MOST) {
        let what = args([("name", name.name.as_str().into()), ("count", name.rows.into())]);
        let text = words.say("paste-ask-name", &what);
        let actors = name.actors.iter().filter_map(|at| map.actors.get(*at)).take(MOST);
        let answers: Vec<_> = actors.map(|actor| (actor.id.clone(), apart(map, actor, words))).collect();
        let folded = name.folded.clone();
        let palette = sight.palette;
        ui.horizontal_wrapped(|ui| {
            Text::new(&text).size(theme::QUIET).ink(palette.warn).show(ui);
            for (id, label) in answers {
                if chip(ui, palette, &label, name.chosen.as_ref() == Some(&id), true).clicked() {
                    let folded = folded.clone();
                    sight.decide(move |options| {
                        options.names.insert(folded, id);
                    });
                }
            }
        });
    }
}

fn sources_ui(ui: &mut Ui, sight: &mut Sight) {
    let (paste, words) = (sight.paste, sight.words);
    let count = paste.unknown_sources.len();
    if count == 0 {
        return;
    }
    let some: Vec<&str> = paste.unknown_sources.iter().take(MOST).map(String::as_str).collect();
    let what = args([("count", count.into()), ("list", words.list(&some, 2).into())]);
    let text = words.say("paste-ask-sources", &what);
    let adds = sight.options.adds_sources;
    let answers = [(true, words.say("paste-add-sources", &args([("count", count.into())])))];
    question(ui, sight, &text, Some(&adds), &answers, |options, _| {
        options.adds_sources = !options.adds_sources;
    });
}

fn unknown_ends_ui(ui: &mut Ui, sight: &mut Sight) {
    let (paste, words, keeps_out) = (sight.paste, sight.words, sight.options.keep_out_unknown);
    if sight.kind() != TableKind::Ties || (paste.new_actors.is_empty() && !keeps_out) {
        return;
    }
    let text = words.say("paste-ask-ends", &args([("count", paste.new_actors.len().into())]));
    let answers = [(false, words.text("paste-add-actors")), (true, words.text("paste-keep-out"))];
    question(ui, sight, &text, Some(&keeps_out), &answers, |options, keeps_out| {
        options.keep_out_unknown = keeps_out;
    });
}

fn all_rows_ui(ui: &mut Ui, sight: &mut Sight) {
    let (paste, words) = (sight.paste, sight.words);
    let asked = paste.rows.iter().filter(|row| row.is_asked).count();
    if asked == 0 {
        return;
    }
    let id = match paste.kind {
        TableKind::Actors => "paste-ask-actors",
        TableKind::Ties => "paste-ask-ties",
    };
    let text = words.say(id, &args([("count", asked.into())]));
    let answers = [
        (Decision::Same(0), words.text("paste-all-same")),
        (Decision::Another, words.text("paste-all-others")),
        (Decision::Skip, words.text("paste-all-out")),
    ];
    let chosen = sight.options.all_asked;
    question(ui, sight, &text, chosen.as_ref(), &answers, |options, decision| {
        options.all_asked = Some(decision);
        options.rows.clear();
    });
}

fn all_values_ui(ui: &mut Ui, sight: &mut Sight) {
    let (paste, words) = (sight.paste, sight.words);
    if paste.conflicts.is_empty() {
        return;
    }
    let text = words.say("paste-ask-values", &args([("count", paste.conflicts.len().into())]));
    let answers = [
        (Pick::Keep, words.text("paste-all-keep")),
        (Pick::Take, words.text("paste-all-take")),
        (Pick::Both, words.text("paste-all-both")),
    ];
    let chosen = sight.options.all_cells;
    question(ui, sight, &text, chosen.as_ref(), &answers, |options, pick| {
        options.all_cells = Some(pick);
        options.cells.clear();
    });
}
