//! What lies in the way of something: a question, and its answers. Escape leaves everything as it is.

use egui::Ui;

use crate::app::command::{Answer, Command, Queue};
use crate::app::theme::{self, STEP};
use crate::app::widgets::{Text, button, sheet};
use crate::picture::ruler::Weight;
use crate::session::{Question, Session};
use crate::words::args;

/// The question that is open.
pub fn question_ui(ui: &Ui, session: &Session, queue: &mut Queue) {
    let Some(question) = &session.question else { return };
    let (words, palette) = (&session.words, session.settings.theme.palette());
    let name = session.document.as_ref().map_or("", |document| document.title(words));
    let (title, what, answers): Asked = match question {
        Question::Unsaved(_) => (
            words.say("unsaved-title", &args([("name", name.into())])),
            words.text("unsaved-what"),
            vec![
                ("unsaved-save", Answer::Save),
                ("unsaved-give-up", Answer::GiveUp),
                ("unsaved-cancel", Answer::Cancel),
            ],
        ),
        Question::Exists { path, .. } => (
            words.say("exists-title", &args([("file", path.display().to_string().into())])),
            words.text(if session.keeps_versions() { "exists-what" } else { "exists-what-lost" }),
            vec![
                ("exists-other", Answer::Copy),
                ("exists-over", Answer::Save),
                ("unsaved-cancel", Answer::Cancel),
            ],
        ),
        Question::Changed(path) => changed(session, &path.display().to_string()),
        // They have a page of their own.
        Question::Drafts => return,
    };
    let shown = sheet(ui, "question", 520.0, |ui| {
        Text::new(&title).size(theme::LARGE).weight(Weight::Bold).ink(palette.ink).show(ui);
        ui.add_space(STEP);
        Text::new(&what).ink(palette.ink).show(ui);
        ui.add_space(3.0 * STEP);
        let mut given = None;
        ui.horizontal_wrapped(|ui| {
            for (at, (label, answer)) in answers.iter().enumerate() {
                if button(ui, palette, None, &words.text(label), at == 0).clicked() {
                    given = Some(*answer);
                }
            }
        });
        given
    });
    let given = shown.inner.or_else(|| shown.should_close().then_some(Answer::Cancel));
    if let Some(answer) = given {
        queue.push(Command::Answer(answer));
    }
}

/// A question, what there is to know for it, and its answers, the first by preference.
type Asked = (String, String, Vec<(&'static str, Answer)>);

/// Somebody else has changed the file.
fn changed(session: &Session, file: &str) -> Asked {
    let words = &session.words;
    let (mut what, mut answers) = (words.text("changed-what"), Vec::new());
    // Without what both began with there is nothing to put together.
    if session.can_merge() {
        answers.push(("changed-merge", Answer::Merge));
    } else {
        what = format!("{what} {}", words.text("merge-without-base"));
    }
    let over = if session.keeps_versions() { "changed-anyway" } else { "changed-anyway-lost" };
    answers.extend([
        ("changed-copy", Answer::Copy),
        ("changed-reload", Answer::Reload),
        (over, Answer::Save),
        ("unsaved-cancel", Answer::Cancel),
    ]);
    (words.say("changed-title", &args([("file", file.into())])), what, answers)
}
