//! `jisr new`: a fresh map from a template.

use super::arguments::New;
use super::page::{Page, Tone};
use super::templates::template;
use super::{Done, Outcome, files};
use crate::format::jisr::write;
use crate::model::Text;
use crate::words::{Words, args};

pub fn run(command: &New, words: &Words) -> Outcome {
    let mut map = template(&command.template, words)?;
    if let Some(title) = &command.title {
        map.title = Text::Plain(title.clone());
    }
    let bytes = write(&map);
    if command.out.as_os_str() == "-" {
        return Done::data(String::from_utf8_lossy(&bytes).into_owned());
    }
    files::write_new(&command.out, &bytes, words)?;
    let mut page = Page::new();
    let what = args([
        ("file", command.out.display().to_string().into()),
        ("template", command.template.as_str().into()),
        ("count", map.expected_voices.len().into()),
    ]);
    page.line(Tone::Plain, &words.say("new-made", &what));
    page.line(Tone::Quiet, words.read(&map.notes));
    page.line(Tone::Quiet, &words.say("new-next", &what));
    Done::yes(page.render())
}
