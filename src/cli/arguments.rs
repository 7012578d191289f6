//! What can be typed. What it means is in the catalogues, from which the help is made.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};

use super::metrics::Column;
use crate::words::Words;

#[derive(Debug, Parser)]
#[command(name = "jisr", version, disable_help_subcommand = true)]
pub struct Arguments {
    #[arg(value_name = "MAP")]
    pub map: Option<PathBuf>,
    /// Read before everything else, because the errors of reading are told in it.
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language)]
    pub lang: Option<String>,
    #[arg(long, value_enum, value_name = "RENDERER")]
    pub renderer: Option<Renderer>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What draws the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Renderer {
    /// OpenGL.
    Glow,
    /// Vulkan, Metal, Direct3D.
    Wgpu,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Check(Check),
    Analyze(Analyze),
    Channels(Channels),
    Bridges(Bridges),
    Plan(Plan),
    Metrics(Metrics),
    Compare(Compare),
    Merge(Merge),
    New(New),
    Templates(Templates),
    Schema(Schema),
}

#[derive(Debug, Args)]
pub struct Check {
    #[arg(value_name = "MAP", required = true)]
    pub maps: Vec<PathBuf>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools, reason = "each one is a switch that can be typed")]
pub struct Analyze {
    #[arg(value_name = "MAP")]
    pub map: PathBuf,
    #[arg(long)]
    pub json: bool,
    #[arg(long)]
    pub confirmed_only: bool,
    #[arg(long)]
    pub explain: bool,
    #[arg(long)]
    pub planned: bool,
    #[command(flatten)]
    pub scenario: ScenarioArguments,
}

#[derive(Debug, Args)]
pub struct ScenarioArguments {
    #[arg(long, value_name = "DATE")]
    pub at: Option<String>,
    #[arg(long, value_name = "ID")]
    pub without: Vec<String>,
    #[arg(long, value_name = "FROM:KIND:TO")]
    pub with: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Channels {
    #[arg(value_name = "MAP")]
    pub map: PathBuf,
    #[arg(long, value_name = "ID")]
    pub from: String,
    #[arg(long, value_name = "ID")]
    pub to: Option<String>,
    #[arg(long, value_name = "K", default_value_t = 3, allow_negative_numbers = true, value_parser = clap::value_parser!(u16).range(..=1_000))]
    pub alternatives: u16,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Bridges {
    #[arg(value_name = "MAP")]
    pub map: PathBuf,
    #[arg(long, value_name = "N", default_value_t = 5, allow_negative_numbers = true, value_parser = clap::value_parser!(u16).range(1..=1_000))]
    pub top: u16,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Plan {
    #[arg(value_name = "MAP")]
    pub map: PathBuf,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools, reason = "each one is a switch that can be typed")]
pub struct Metrics {
    #[arg(value_name = "MAP")]
    pub map: PathBuf,
    #[arg(long, value_name = "MEASURE", value_enum, ignore_case = true)]
    pub by: Option<Column>,
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub top: Option<usize>,
    #[arg(long)]
    pub with_adverse: bool,
    #[arg(long)]
    pub exact: bool,
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Compare {
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    #[arg(value_name = "NEW", required_unless_present = "at")]
    pub new: Option<PathBuf>,
    #[arg(long, value_name = "DATE")]
    pub at: Vec<String>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Merge {
    #[arg(value_name = "BASE")]
    pub base: PathBuf,
    #[arg(value_name = "OURS")]
    pub ours: PathBuf,
    #[arg(value_name = "THEIRS")]
    pub theirs: PathBuf,
    #[arg(short, long, value_name = "OUT")]
    pub out: PathBuf,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct New {
    #[arg(value_name = "OUT")]
    pub out: PathBuf,
    #[arg(long, value_name = "NAME", default_value = "blank")]
    pub template: String,
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
}

#[derive(Debug, Args)]
pub struct Templates {
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Schema {
    #[arg(value_enum, value_name = "WHAT", default_value_t = What::Map)]
    pub what: What,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum What {
    Map,
    Analysis,
}

fn language(tag: &str) -> Result<String, String> {
    if crate::model::Language::is_valid(tag) { Ok(tag.to_owned()) } else { Err(tag.to_owned()) }
}

/// Reads what was typed.
pub fn parse(typed: &[OsString], words: &Words) -> Result<Arguments, clap::Error> {
    let mut typed = typed.to_vec();
    // `jisr help analyze` is `jisr analyze --help`.
    if typed.get(1).is_some_and(|first| first == "help") {
        typed.remove(1);
        typed.push("--help".into());
    }
    let matches = command(words).try_get_matches_from(typed)?;
    Arguments::from_arg_matches(&matches)
}

/// All that can be typed, with its help in the reader's language.
pub fn command(words: &Words) -> clap::Command {
    let command = with_help(Arguments::command(), "jisr", words);
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = command.subcommand_help_heading(words.text("help-heading-commands"));
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(&name, |sub| with_help(sub, &name.clone(), words))
    })
}

fn with_help(command: clap::Command, name: &str, words: &Words) -> clap::Command {
    let usage = words.text("help-heading-usage");
    let template = format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}\n");
    let mut command = command
        .about(words.text(&format!("help-{name}")))
        .long_about(words.text(&format!("help-{name}-long")))
        .after_long_help(words.text(&format!("help-{name}-examples")))
        .help_template(template)
        .disable_help_flag(true)
        .max_term_width(100);
    command = command
        .arg(clap::Arg::new("help").short('h').long("help").action(clap::ArgAction::Help).global(false));
    if name == "jisr" {
        let version = clap::Arg::new("version").short('V').long("version");
        command = command.disable_version_flag(true).arg(version.action(clap::ArgAction::Version));
    }
    let arguments = words.text("help-heading-arguments");
    let options = words.text("help-heading-options");
    command.mut_args(|arg| {
        let id = arg.get_id().as_str().replace('_', "-");
        let common = ["help", "version", "lang", "json"].contains(&id.as_str());
        let message = if common { format!("help-option-{id}") } else { format!("help-{name}-{id}") };
        let heading = if arg.is_positional() { &arguments } else { &options };
        arg.help(words.text(&message)).help_heading(heading.clone())
    })
}
