//! `jisr templates`: what a fresh map can start from.

use serde_json::json;

use super::arguments::Templates;
use super::page::{Page, Tone};
use super::{Done, Failure, Outcome, print_json};
use crate::model::{Map, nearest};
use crate::session::starters::{TEMPLATES, starter};
use crate::words::{Words, args};

pub fn run(command: &Templates, words: &Words) -> Outcome {
    let maps = TEMPLATES.iter().map(|(name, _)| Ok((*name, template(name, words)?)));
    let maps: Vec<(&str, Map)> = maps.collect::<Result<_, Failure>>()?;
    if command.json {
        let listed: Vec<_> = maps
            .iter()
            .map(|(name, map)| {
                json!({
                    "name": name,
                    "title": words.read(&map.title),
                    "notes": words.read(&map.notes),
                    "expected_voices": map.expected_voices.len(),
                })
            })
            .collect();
        return print_json(&json!({ "templates": listed }));
    }
    let mut page = Page::new();
    for (name, map) in &maps {
        page.line(Tone::Strong, name);
        let expected = words.say("templates-expected", &args([("count", map.expected_voices.len().into())]));
        page.paragraph(4, Tone::Plain, words.read(&map.notes));
        page.paragraph(4, Tone::Quiet, &expected);
        page.gap();
    }
    page.paragraph(0, Tone::Plain, &words.text("templates-how"));
    Done::yes(page.render())
}

/// A template by its name, or what was probably meant.
pub fn template(name: &str, words: &Words) -> Result<Map, Failure> {
    let Some((_, text)) = TEMPLATES.iter().find(|(known, _)| *known == name) else {
        let near = nearest(name, TEMPLATES.iter().map(|(known, _)| *known));
        let sentence = words.say("no-such-template", &args([("name", name.into())]));
        let hint = match near {
            Some(near) => words.did_you_mean(near),
            None => words.text("templates-see"),
        };
        return Err(Failure::said(format!("{sentence} {hint}")));
    };
    starter(text).ok_or_else(|| Failure::said(words.say("no-such-template", &args([("name", name.into())]))))
}
