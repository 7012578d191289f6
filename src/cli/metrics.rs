//! `jisr metrics`: network measures, as a table, as CSV, as JSON.

use std::sync::Arc;

use clap::ValueEnum;

use super::arguments::Metrics;
use super::page::{Page, Tone};
use super::progress::Ticker;
use super::{Done, Failure, Outcome, files, message, print_json};
use crate::analysis::measures::{ActorMeasures, MOST_WITHOUT_EXACT, Measures, Wanted, measure};
use crate::analysis::{ActorIx, Network};
use crate::report;
use crate::words::{Words, args};

/// So many actors are shown if nobody says how many.
const MOST: usize = 25;

/// What there is to sort by: the columns of the table and of the CSV file, under the keys of the JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Column {
    Degree,
    InDegree,
    OutDegree,
    Strength,
    Betweenness,
    Closeness,
    Eigenvector,
    Pagerank,
    Core,
    Clustering,
    Constraint,
    EffectiveSize,
    Component,
    Community,
    Articulation,
    Reaches,
}

/// The columns of the table, beside what it is sorted by.
const SHOWN: [Column; 5] =
    [Column::Degree, Column::Betweenness, Column::Closeness, Column::Constraint, Column::Community];

/// All columns together are no wider than this, which leaves room for a name on a terminal of 80.
const WIDEST: usize = 56;

impl Column {
    /// Its key in the JSON.
    fn id(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    fn of(self, measures: &ActorMeasures) -> Option<f64> {
        match self {
            Self::Degree => Some(measures.degree.into()),
            Self::InDegree => Some(measures.in_degree.into()),
            Self::OutDegree => Some(measures.out_degree.into()),
            // Sums of strengths stay far below what a number holds exactly.
            Self::Strength => Some(f64::from(u32::try_from(measures.strength).unwrap_or(u32::MAX))),
            Self::Betweenness => measures.betweenness,
            Self::Closeness => measures.closeness,
            Self::Eigenvector => measures.eigenvector,
            Self::Pagerank => Some(measures.pagerank),
            Self::Core => Some(measures.core.into()),
            Self::Clustering => measures.clustering,
            Self::Constraint => measures.constraint,
            Self::EffectiveSize => measures.effective_size,
            Self::Component => Some(measures.component.into()),
            Self::Community => Some(measures.community.into()),
            Self::Articulation => Some(f64::from(u8::from(measures.is_articulation))),
            Self::Reaches => Some(measures.reaches.into()),
        }
    }

    /// As people read it: whole numbers whole, the others with as many digits as tell them apart.
    fn text(self, measures: &ActorMeasures) -> String {
        let Some(value) = self.of(measures) else { return "–".to_owned() };
        match self {
            Self::Betweenness | Self::EffectiveSize => format!("{value:.1}"),
            Self::Closeness | Self::Eigenvector | Self::Clustering | Self::Constraint => {
                format!("{value:.3}")
            }
            Self::Pagerank => format!("{value:.4}"),
            _ => format!("{value}"),
        }
    }
}

pub fn run(command: &Metrics, words: &Words) -> Outcome {
    let map = files::map(&command.map, words)?;
    let network = Network::of(Arc::new(map));
    let wanted = Wanted { with_adverse: command.with_adverse, exact: command.exact };
    let ticker = Ticker::new();
    let measures = measure(&network, wanted, &|progress| ticker.goes_on(progress));
    drop(ticker);
    let Ok(measures) = measures else { return Err(Failure::said(words.text("stopped"))) };
    let is_data = command.json || command.csv;
    let by = command.by.or((!is_data).then_some(Column::Degree));
    let mut actors = ranked(&measures, by);
    actors.truncate(command.top.unwrap_or(if is_data { usize::MAX } else { MOST }));
    let is_exact = measures.actors.iter().all(|actor| actor.betweenness.is_some());
    let not_exact = || words.say("metrics-not-exact", &args([("most", MOST_WITHOUT_EXACT.into())]));
    if is_data && !is_exact {
        message(not_exact());
    }
    if command.json {
        return print_json(&report::json::measures(&network, &measures, &actors));
    }
    if command.csv {
        return csv(&network, &measures, &actors);
    }
    let mut page = sheet(&network, &measures, &actors, by.unwrap_or(Column::Degree), words);
    if !is_exact {
        page.paragraph(2, Tone::Warn, &not_exact());
    }
    if !actors.is_empty() {
        page.paragraph(2, Tone::Quiet, &words.text("metrics-more"));
    }
    Ok(Done::page(page))
}

/// The actors, the greatest first where there is something to go by; those without a value last.
fn ranked(measures: &Measures, by: Option<Column>) -> Vec<ActorIx> {
    let mut actors: Vec<ActorIx> = (0..).take(measures.actors.len()).collect();
    if let Some(by) = by {
        let value = |actor: &ActorIx| by.of(&measures.actors[*actor as usize]).unwrap_or(f64::NEG_INFINITY);
        actors.sort_by(|a, b| value(b).total_cmp(&value(a)));
    }
    actors
}

fn csv(network: &Network, measures: &Measures, actors: &[ActorIx]) -> Outcome {
    let roles = ["coordinator", "itinerant", "gatekeeper", "representative", "liaison"];
    let mut writer = csv::Writer::from_writer(Vec::new());
    let groupings = ["level", "formality"];
    let brokerage = groupings.iter().flat_map(|by| roles.map(|role| format!("{by}_{role}")));
    let columns = Column::value_variants().iter().map(|column| column.id());
    let head: Vec<String> = std::iter::once("actor".to_owned()).chain(columns).chain(brokerage).collect();
    let mut rows = vec![head];
    for actor in actors {
        let measures = &measures.actors[*actor as usize];
        let mut row = vec![network.actor(*actor).id.to_string()];
        row.extend(Column::value_variants().iter().map(|column| match (column, column.of(measures)) {
            (Column::Articulation, _) => measures.is_articulation.to_string(),
            (_, value) => value.map_or_else(String::new, |value| value.to_string()),
        }));
        for roles in [measures.brokerage.level, measures.brokerage.formality] {
            let counts =
                [roles.coordinator, roles.itinerant, roles.gatekeeper, roles.representative, roles.liaison];
            row.extend(counts.map(|count| count.to_string()));
        }
        rows.push(row);
    }
    let written = rows.iter().try_for_each(|row| writer.write_record(row));
    let bytes = written
        .map_err(|error| error.to_string())
        .and_then(|()| writer.into_inner().map_err(|error| error.to_string()));
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).map_err(|error| error.to_string()));
    text.map_err(Failure::said).and_then(Done::data)
}

fn sheet(network: &Network, measures: &Measures, actors: &[ActorIx], by: Column, words: &Words) -> Page {
    let mut page = Page::new();
    page.line(Tone::Strong, words.read(&network.map.title));
    let map = measures.map;
    let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"));
    let rows = [
        ("metrics-density", number(map.density)),
        ("metrics-reciprocity", number(map.reciprocity)),
        ("metrics-centralization", number(map.centralization)),
        ("metrics-components", map.components.to_string()),
        ("metrics-communities", map.communities.to_string()),
        ("metrics-modularity", number(map.modularity)),
        ("metrics-bridge-ties", measures.bridge_ties.len().to_string()),
    ];
    page.heading(&words.text("metrics-heading-map"));
    page.table(2, &rows.map(|(id, value)| vec![(Tone::Strong, value), (Tone::Plain, words.text(id))]));
    if actors.is_empty() {
        return page;
    }
    page.heading(&words.text("metrics-heading-actors"));
    page.table(2, &table(network, measures, actors, by, words));
    let left_out = measures.actors.len() - actors.len();
    if left_out > 0 {
        page.paragraph(2, Tone::Quiet, &words.say("sheet-left-out", &args([("count", left_out.into())])));
    }
    page
}

/// A row for each actor, its name last; what it is sorted by first.
fn table(
    network: &Network,
    measures: &Measures,
    actors: &[ActorIx],
    by: Column,
    words: &Words,
) -> Vec<Vec<(Tone, String)>> {
    let mut columns = vec![by];
    let width = |columns: &[Column]| columns.iter().map(|column| column.id().len() + 2).sum::<usize>();
    for column in SHOWN.into_iter().filter(|column| *column != by) {
        if width(&columns) + column.id().len() + 2 <= WIDEST {
            columns.push(column);
        }
    }
    let mut cells: Vec<Vec<String>> = vec![columns.iter().map(|column| column.id()).collect()];
    cells.extend(
        actors.iter().map(|actor| {
            columns.iter().map(|column| column.text(&measures.actors[*actor as usize])).collect()
        }),
    );
    let width_of = |place: usize| cells.iter().map(|row: &Vec<String>| row[place].chars().count()).max();
    let widths: Vec<usize> = (0..columns.len()).map(|place| width_of(place).unwrap_or(0)).collect();
    let names = actors.iter().map(|actor| words.actor(network, *actor).to_owned());
    let names = std::iter::once(words.text("metrics-actor")).chain(names);
    let row = |(number, (cells, name)): (usize, (&Vec<String>, String))| {
        let tone = |place: usize| match (number, place) {
            (0, _) => Tone::Quiet,
            (_, 0) => Tone::Strong,
            _ => Tone::Plain,
        };
        let aligned = cells.iter().zip(&widths).enumerate();
        let mut row: Vec<(Tone, String)> =
            aligned.map(|(place, (cell, width))| (tone(place), format!("{cell:>width$}"))).collect();
        row.push((tone(1), name));
        row
    };
    cells.iter().zip(names).enumerate().map(row).collect()
}
