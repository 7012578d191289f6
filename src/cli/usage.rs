//! What was typed wrong, and what was meant.

use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{Done, Failure, Outcome, arguments, page};
use crate::model::nearest;
use crate::words::{Words, args};

/// Help and version as they were asked for; an error in a sentence, with what may have been meant.
pub fn explain(error: &clap::Error, typed: &[OsString], words: &Words) -> Outcome {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return Done::yes(page::fitted(&error.render().ansi().to_string()));
    }
    if let Some(unknown) = mistyped_command(error, typed, words) {
        return Err(neither_command_nor_map(unknown, words));
    }
    let context = |kind: ContextKind| context(error, kind);
    let argument = context(ContextKind::InvalidArg);
    let what = args([
        ("argument", argument.as_str().into()),
        ("value", context(ContextKind::InvalidValue).into()),
        ("other", context(ContextKind::PriorArg).into()),
        ("allowed", context(ContextKind::ValidValue).into()),
    ]);
    let id = match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => "usage-unknown-argument",
        ErrorKind::UnknownArgument => "usage-too-many",
        ErrorKind::MissingRequiredArgument => "usage-missing-argument",
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => "usage-missing-value",
        ErrorKind::InvalidValue => "usage-not-allowed",
        ErrorKind::ValueValidation if [" N", " K"].iter().any(|end| argument.ends_with(end)) => {
            match context(ContextKind::InvalidValue).parse::<i64>() {
                Ok(..=0) => "usage-number-small",
                Ok(1..) => "usage-number-large",
                Err(_) => "usage-not-a-number",
            }
        }
        ErrorKind::ValueValidation => "usage-bad-value",
        ErrorKind::ArgumentConflict if argument == context(ContextKind::PriorArg) => "usage-count",
        ErrorKind::ArgumentConflict => "usage-conflict",
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => "usage-count",
        _ => "usage-other",
    };
    let mut sentence = words.say(id, &what);
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand]
        .into_iter()
        .map(context)
        .find(|meant| !meant.is_empty());
    if let Some(meant) = meant {
        sentence = format!("{sentence} {}", words.did_you_mean(&meant));
    }
    Err(Failure::said(format!("{sentence} {}", words.text("usage-see-help"))))
}

/// The first word that is neither an option nor the value of one, if it is no command and no file either: then everything after
/// it was misunderstood. `None` also where an option before it is wrong already.
fn mistyped_command<'t>(error: &clap::Error, typed: &'t [OsString], words: &Words) -> Option<&'t Path> {
    let command = arguments::command(words);
    let mut at = 1;
    let first = loop {
        let word = typed.get(at)?.to_string_lossy();
        if !word.starts_with('-') || word == "-" {
            break typed.get(at)?;
        }
        let (name, value) =
            word.split_once('=').map_or((word.as_ref(), None), |(name, value)| (name, Some(value)));
        let is_named = |arg: &&clap::Arg| {
            let long = arg.get_long().is_some_and(|long| name.strip_prefix("--") == Some(long));
            long || arg
                .get_short()
                .is_some_and(|short| name.strip_prefix('-') == Some(short.encode_utf8(&mut [0; 4])))
        };
        let option = command.get_arguments().find(is_named)?;
        if is_about_value(error) && context(error, ContextKind::InvalidArg).starts_with(name) {
            return None;
        }
        at += if option.get_action().takes_values() && value.is_none() { 2 } else { 1 };
    };
    let is_command = command.get_subcommands().any(|sub| first.as_os_str() == sub.get_name());
    let first = Path::new(first);
    (!is_command && !first.exists()).then_some(first)
}

/// Whether an option has a wrong value, or none.
fn is_about_value(error: &clap::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::InvalidValue
            | ErrorKind::ValueValidation
            | ErrorKind::TooManyValues
            | ErrorKind::TooFewValues
            | ErrorKind::WrongNumberOfValues
    )
}

fn context(error: &clap::Error, kind: ContextKind) -> String {
    error.get(kind).map(shown).unwrap_or_default()
}

/// The first word was no command, and there is no file of that name.
pub fn neither_command_nor_map(typed: &Path, words: &Words) -> Failure {
    let name = typed.to_string_lossy();
    let command = arguments::command(words);
    if typed.exists() {
        return Failure::said(words.text("usage-command-inside"));
    }
    let is_one_word = !name.contains(['.', '/', '\\']);
    if is_one_word {
        let near = nearest(&name, command.get_subcommands().map(clap::Command::get_name));
        let sentence = words.say("usage-no-such-command", &args([("name", name.as_ref().into())]));
        let hint = near.map_or_else(|| words.text("usage-see-help"), |near| words.did_you_mean(near));
        return Failure::said(format!("{sentence} {hint}"));
    }
    Failure::said(crate::session::files::no_such_file(typed, words))
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => plain(text),
        ContextValue::Strings(texts) => texts.iter().map(|text| plain(text)).collect::<Vec<_>>().join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// `<MAP>...` is a notation for those who know it.
fn plain(argument: &str) -> String {
    argument.trim_end_matches("...").replace(['<', '>', '[', ']'], "")
}
