//! `jisr schema`: the JSON Schema of a map, or of an analysis.

use super::arguments::{Schema, What};
use super::{Outcome, print_json};
use crate::{format, report};

pub fn run(command: &Schema) -> Outcome {
    match command.what {
        What::Map => print_json(&format::jisr::schema()),
        What::Analysis => print_json(&report::json::analysis_schema()),
    }
}
