//! The rows as a table: above each column what it is used for, before each row what becomes of it. Only the rows in sight are
//! drawn, so that fifty thousand scroll like fifty.

use std::collections::BTreeSet;

use egui::{ComboBox, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2, pos2, vec2};

use super::Sight;
use crate::app::theme::{self, STEP, colour};
use crate::app::widgets::{ROW, Text, chip, galley_elided, pressable, spoken};
use crate::picture::palette::Colour;
use crate::picture::ruler::Weight;
use crate::session::building::paste::{Paste, ProblemSort, Reading, Row, TableKind, Use};
use crate::words::args;

/// How many rows are looked at to see how wide a column has to be.
const SOME: usize = 60;
/// How wide the columns before the cells are: the number of the row, and what becomes of it.
const NUMBER: f32 = 44.0;
const BECOMES: f32 = 140.0;
/// How high the head is: headings, and what the columns are used for.
const HEAD: f32 = 56.0;

/// Which rows are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    All,
    Asked,
    Kept,
    Remarked,
    Merged,
    Changed,
    LeftOut,
}

impl Shown {
    const ALL: [(Self, &'static str); 7] = [
        (Self::All, "paste-show-all"),
        (Self::Asked, "paste-show-asked"),
        (Self::Kept, "paste-show-kept"),
        (Self::Remarked, "paste-show-remarked"),
        (Self::Merged, "paste-show-merged"),
        (Self::Changed, "paste-show-changed"),
        (Self::LeftOut, "paste-show-left-out"),
    ];

    /// The places of the rows that are shown.
    fn rows(self, paste: &Paste) -> Vec<usize> {
        let with = |is_shown: &dyn Fn(&Row) -> bool| {
            paste.rows.iter().enumerate().filter(|(_, row)| is_shown(row)).map(|(at, _)| at).collect()
        };
        match self {
            Self::All => (0..paste.rows.len()).collect(),
            Self::Asked => {
                let differing: BTreeSet<usize> =
                    paste.conflicts.iter().map(|conflict| conflict.row).collect();
                with(&|row| row.is_asked || differing.contains(&row.number))
            }
            Self::Kept | Self::Remarked => {
                let sort = if self == Self::Kept { ProblemSort::Kept } else { ProblemSort::Remark };
                let told = paste.problems.iter().filter(|problem| problem.sort == sort);
                let told: BTreeSet<usize> = told.map(|problem| problem.row).collect();
                with(&|row| told.contains(&row.number))
            }
            Self::Merged => with(&|row| matches!(row.reading, Reading::Merged(_))),
            Self::Changed => {
                with(&|row| matches!(row.reading, Reading::ChangedActor(_) | Reading::ChangedTie(_)))
            }
            Self::LeftOut => with(&|row| row.reading == Reading::LeftOut),
        }
    }
}

/// Which rows to show, with how many there are of each sort.
pub fn filter_ui(ui: &mut Ui, sight: &Sight, shown: &mut Shown) {
    ui.horizontal_wrapped(|ui| {
        for (choice, label) in Shown::ALL {
            let count = choice.rows(sight.paste).len();
            if choice != Shown::All && count == 0 {
                continue;
            }
            let label = sight.words.say(label, &args([("count", count.into())]));
            if chip(ui, sight.palette, &label, *shown == choice, false).clicked() {
                *shown = choice;
            }
        }
    });
}

/// The table.
pub fn rows_ui(ui: &mut Ui, sight: &mut Sight, shown: Shown, chosen: &mut Option<usize>, room: f32) {
    let rows = shown.rows(sight.paste);
    let widths = widths(sight.paste);
    let wide = NUMBER + BECOMES + widths.iter().sum::<f32>();
    let high = HEAD + count(rows.len()) * ROW;
    let edge = Stroke::new(1.0, colour(sight.palette.hairline));
    let area = ScrollArea::both().id_salt("paste-rows").max_height(room).auto_shrink([false, false]);
    let output = area.show_viewport(ui, |ui, viewport| {
        ui.set_width(wide.max(viewport.width()));
        ui.set_height(high);
        let origin = ui.max_rect().min;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place among the rows")]
        let row_at = |y: f32| ((y / ROW).max(0.0) as usize).min(rows.len());
        let (first, end) = (row_at(viewport.top()), row_at(viewport.bottom() + ROW));
        for (at, row) in rows.iter().enumerate().take(end).skip(first) {
            let top = origin.y + HEAD + count(at) * ROW;
            let line = Rect::from_min_size(pos2(origin.x, top), vec2(wide.max(viewport.width()), ROW));
            row_ui(ui, sight, &sight.paste.rows[*row], line, &widths, chosen);
        }
        // The head stays in sight while the rows go up behind it.
        let head = Rect::from_min_size(
            pos2(origin.x, origin.y + viewport.top()),
            vec2(wide.max(viewport.width()), HEAD),
        );
        head_ui(ui, sight, head, &widths);
    });
    ui.painter().rect_stroke(output.inner_rect, theme::ROUND_SMALL, edge, egui::StrokeKind::Outside);
}

#[expect(clippy::cast_precision_loss, reason = "how many rows there are")]
fn count(rows: usize) -> f32 {
    rows as f32
}

/// How wide the columns are, by what stands in the first rows.
fn widths(paste: &Paste) -> Vec<f32> {
    let letters = |text: &str| text.chars().take(40).count();
    let width = |at: usize| {
        let cells =
            paste.rows.iter().take(SOME).filter_map(|row| row.cells.get(at)).map(|cell| letters(cell));
        let most = cells.max().unwrap_or_default().max(letters(&paste.columns[at].heading));
        (count(most) * 7.0 + 20.0).clamp(132.0, 240.0)
    };
    (0..paste.columns.len()).map(width).collect()
}

/// One row, which can be chosen.
fn row_ui(ui: &mut Ui, sight: &Sight, row: &Row, line: Rect, widths: &[f32], chosen: &mut Option<usize>) {
    let (paste, words, palette) = (sight.paste, sight.words, sight.palette);
    let response = ui.interact(line, ui.scope_id().with(("paste-row", row.number)), Sense::click());
    let has_conflict = paste.conflicts.binary_search_by_key(&row.number, |conflict| conflict.row).is_ok();
    let is_asked = row.is_asked || has_conflict;
    let ground = match (*chosen == Some(row.number), is_asked, response.hovered()) {
        (true, ..) => Some(palette.accent_wash),
        (_, true, _) => Some(palette.warn_wash),
        (.., true) => Some(palette.band),
        _ => None,
    };
    if let Some(ground) = ground {
        ui.painter().rect_filled(line, 0.0, colour(ground));
    }
    let becomes = paste.reading_text(row.reading, words);
    let ink = match row.reading {
        Reading::NewActor(_) | Reading::NewTie(_) => palette.good,
        Reading::ChangedActor(_) | Reading::ChangedTie(_) => palette.accent,
        Reading::Merged(_) => palette.formal,
        Reading::Same | Reading::LeftOut => palette.second_ink,
    };
    let mut at = line.left_center() + vec2(2.0 * STEP, 0.0);
    let mut cell = |ui: &Ui, text: &str, ink: Colour, width: f32| {
        // A cell of several lines is shown in one.
        let plain = text.replace('\n', " ");
        Text::new(&plain).size(theme::QUIET).ink(ink).paint(ui, at, width - 3.0 * STEP);
        at.x += width;
    };
    let first = paste.problems.partition_point(|problem| problem.row < row.number);
    let problems = || paste.problems[first..].iter().take_while(|problem| problem.row == row.number);
    // What is said of the row as a whole shows at its number.
    let is_told = problems().any(|problem| problem.column.is_none());
    let number_ink = if is_told { palette.accent } else { palette.second_ink };
    cell(ui, &row.number.to_string(), number_ink, NUMBER);
    cell(ui, &becomes, ink, BECOMES);
    for (column, width) in widths.iter().enumerate() {
        let worst =
            problems().filter(|problem| problem.column == Some(column)).map(|problem| problem.sort).max();
        let ink = match worst {
            _ if row.reading == Reading::LeftOut && worst != Some(ProblemSort::LeftOut) => palette.second_ink,
            Some(ProblemSort::LeftOut) => palette.bad,
            Some(ProblemSort::Kept) => palette.warn,
            Some(ProblemSort::Remark) => palette.accent,
            None => palette.ink,
        };
        let is_out = paste.columns[column].used == Use::LeftOut;
        let ink = if is_out { palette.second_ink } else { ink };
        cell(ui, row.cells.get(column).map_or("", String::as_str), ink, *width);
    }
    let number = words.say("paste-row", &args([("row", row.number.into())]));
    let name = row.cells.iter().find(|cell| !cell.is_empty()).map_or("", String::as_str);
    let label = format!("{number} · {becomes} · {name}");
    if pressable(ui, response, &label, Some(*chosen == Some(row.number))).clicked() {
        *chosen = (*chosen != Some(row.number)).then_some(row.number);
        // Enter is for the page, not for the row that was looked at last.
        ui.ctx().memory_mut(egui::Memory::stop_text_input);
    }
}

/// The headings, and what each column is used for.
fn head_ui(ui: &mut Ui, sight: &mut Sight, head: Rect, widths: &[f32]) {
    let palette = sight.palette;
    ui.painter().rect_filled(head, 0.0, colour(palette.panel));
    ui.painter().hline(head.x_range(), head.bottom(), Stroke::new(1.0, colour(palette.hairline)));
    let mut left = head.left() + NUMBER;
    let becomes = sight.words.text("paste-becomes");
    let at = pos2(left + 2.0 * STEP, head.top() + 14.0);
    Text::new(&becomes).size(theme::QUIET).weight(Weight::Bold).ink(palette.ink).paint(ui, at, BECOMES);
    left += BECOMES;
    for (at, width) in widths.iter().enumerate() {
        let label = sight.paste.column_label(at, sight.words);
        let place = pos2(left + 2.0 * STEP, head.top() + 14.0);
        let text = Text::new(&label).size(theme::QUIET).weight(Weight::Bold).ink(palette.ink);
        text.paint(ui, place, width - 3.0 * STEP);
        let below =
            Rect::from_min_size(pos2(left + STEP, head.top() + 26.0), Vec2::new(width - 2.0 * STEP, 26.0));
        ui.scope_builder(UiBuilder::new().max_rect(below).id_salt(("paste-use", at)), |ui| {
            use_ui(ui, sight, at, &label, width - 2.0 * STEP);
        });
        left += width;
    }
}

/// What a column is used for, to be chosen.
fn use_ui(ui: &mut Ui, sight: &mut Sight, at: usize, label: &str, width: f32) {
    let (words, kind) = (sight.words, sight.kind());
    let own = own(kind, label);
    let chosen = sight.options.columns.get(at).cloned().flatten();
    let judged = Some(sight.paste.columns[at].used.clone()).filter(|_| sight.paste.kind == kind);
    let used = chosen.or(judged).unwrap_or_else(|| own.clone());
    let shown = used.text(words);
    let mut wanted = None;
    let combo = ComboBox::from_id_salt("use").width(width - 8.0).truncate();
    let combo = combo.selected_text(galley_elided(ui, &Text::new(&shown), width - 34.0));
    let response = combo.show_ui(ui, |ui| {
        for choice in Use::all(kind, sight.map).into_iter().chain([own, Use::LeftOut]) {
            if crate::app::widgets::choice(ui, used == choice, &choice.text(words)).clicked() {
                wanted = Some(choice);
            }
        }
    });
    let said = format!("{label}: {shown}");
    response.response.widget_info(|| spoken(Role::ComboBox, &said));
    if let Some(wanted) = wanted {
        sight.decide(move |options| {
            // What another column was chosen for before goes to this one.
            options
                .columns
                .iter_mut()
                .filter(|used| used.as_ref() == Some(&wanted))
                .for_each(|used| *used = None);
            if options.columns.len() <= at {
                options.columns.resize(at + 1, None);
            }
            options.columns[at] = Some(wanted);
        });
    }
}

fn own(kind: TableKind, name: &str) -> Use {
    use crate::session::building::fields::{ActorField, TieField};
    match kind {
        TableKind::Actors => Use::Actor(ActorField::Own(name.to_owned())),
        TableKind::Ties => Use::Tie(TieField::Own(name.to_owned())),
    }
}
