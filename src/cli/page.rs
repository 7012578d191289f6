//! A page of text for people: headings, paragraphs and tables, wrapped to the width of the terminal. Colour is written
//! into it and taken out again where it does not go to a terminal.

use std::fmt::Write as _;
use std::io::IsTerminal as _;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr as _;

/// Text that grows downwards.
pub struct Page {
    text: String,
    width: usize,
    /// What a complaint begins with: the name of the program where it is said on the side, nothing among results.
    speaker: &'static str,
}

/// How something is set off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As the rest.
    Plain,
    /// A title.
    Strong,
    /// Something to pass over.
    Quiet,
    /// Something good.
    Good,
    /// Something to look at.
    Warn,
    /// Something bad.
    Bad,
}

impl Tone {
    fn style(self) -> Style {
        let colour = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
        match self {
            Self::Plain => Style::new(),
            Self::Strong => Style::new().bold(),
            Self::Quiet => Style::new().dimmed(),
            Self::Good => colour(AnsiColor::Green),
            Self::Warn => colour(AnsiColor::Yellow),
            Self::Bad => colour(AnsiColor::Red),
        }
    }
}

/// Wider lines are hard to read.
const WIDEST: usize = 100;
/// Narrower ones leave no room beside an indent.
const NARROWEST: usize = 40;

impl Page {
    /// A page for standard output.
    pub fn new() -> Self {
        Self::of_width(
            terminal_size::terminal_size_of(std::io::stdout()),
            std::io::stdout().is_terminal(),
            "",
        )
    }

    /// A page for standard error.
    pub fn for_messages() -> Self {
        Self::of_width(
            terminal_size::terminal_size_of(std::io::stderr()),
            std::io::stderr().is_terminal(),
            "jisr: ",
        )
    }

    fn of_width(
        size: Option<(terminal_size::Width, terminal_size::Height)>,
        is_terminal: bool,
        speaker: &'static str,
    ) -> Self {
        let of_terminal = size.filter(|_| is_terminal).map(|(width, _)| usize::from(width.0));
        let asked = || std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let width = of_terminal.or_else(asked).unwrap_or(80);
        Self { text: String::new(), width: width.clamp(NARROWEST, WIDEST), speaker }
    }

    /// The text, with its colours.
    pub fn render(self) -> String {
        self.text
    }

    /// An empty line, unless there is one already.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A line of its own.
    pub fn line(&mut self, tone: Tone, text: &str) {
        self.block(0, "", tone, text);
    }

    /// A heading, with room above it.
    pub fn heading(&mut self, text: &str) {
        self.gap();
        self.line(Tone::Strong, &text.to_uppercase());
    }

    /// A paragraph, so many columns in.
    pub fn paragraph(&mut self, indent: usize, tone: Tone, text: &str) {
        self.block(indent, "", tone, text);
    }

    /// An item of a list: its later lines stand under its first word.
    pub fn item(&mut self, indent: usize, mark: &str, tone: Tone, text: &str) {
        self.block(indent, mark, tone, text);
    }

    /// An error or a remark.
    pub fn complaint(&mut self, text: &str) {
        self.block(0, self.speaker, Tone::Plain, text);
    }

    /// A place, and what is to be said of it.
    pub fn entry(&mut self, place: &str, text: &str) {
        self.block(2, "", Tone::Strong, place);
        self.block(6, "", Tone::Plain, text);
    }

    /// Text that is not wrapped.
    pub fn literal(&mut self, text: &str) {
        let _ = writeln!(self.text, "      {}", harmless(text));
    }

    /// Rows of cells, in columns as wide as their widest cell; the last one is wrapped. Where there is no room for
    /// that, each row becomes a small paragraph under its first cell.
    pub fn table(&mut self, indent: usize, rows: &[Vec<(Tone, String)>]) {
        let harmless_row =
            |row: &Vec<(Tone, String)>| row.iter().map(|(tone, cell)| (*tone, harmless(cell))).collect();
        let rows: Vec<Vec<(Tone, String)>> = rows.iter().map(harmless_row).collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let width_of =
            |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|(_, cell)| cell.width()).max();
        let widths: Vec<usize> = (0..columns).map(|column| width_of(column).unwrap_or(0)).collect();
        let Some((last, first)) = widths.split_last() else { return };
        let column = indent + first.iter().map(|width| width + 2).sum::<usize>();
        let fits = column + (*last).min(20) <= self.width;
        for row in &rows {
            if fits { self.row(indent, column, row, first) } else { self.stack(indent, row) }
        }
    }

    fn row(&mut self, indent: usize, column: usize, row: &[(Tone, String)], widths: &[usize]) {
        let Some((last, first)) = row.split_last() else { return };
        let mut head = " ".repeat(indent);
        for ((tone, cell), width) in first.iter().zip(widths) {
            let pad = " ".repeat(width - cell.width() + 2);
            let _ = write!(head, "{}{pad}", painted(*tone, cell));
        }
        let lines = textwrap::wrap(&last.1, unbroken(self.width.saturating_sub(column)));
        for (number, line) in lines.iter().enumerate() {
            let before = if number == 0 { head.clone() } else { " ".repeat(column) };
            let _ = writeln!(self.text, "{before}{}", painted(last.0, line));
        }
    }

    fn stack(&mut self, indent: usize, row: &[(Tone, String)]) {
        let Some(((tone, name), rest)) = row.split_first() else { return };
        self.paragraph(indent, *tone, name);
        let rest: Vec<&str> = rest.iter().map(|(_, cell)| cell.as_str()).collect();
        self.paragraph(indent + 4, Tone::Quiet, &rest.join(" · "));
    }

    fn block(&mut self, indent: usize, mark: &str, tone: Tone, text: &str) {
        let first = format!("{}{mark}", " ".repeat(indent));
        let later = " ".repeat(first.width());
        let options = unbroken(self.width).initial_indent(&first).subsequent_indent(&later);
        for line in textwrap::wrap(&harmless(text), options) {
            let (indent, words) = line.split_at(line.len() - line.trim_start().len());
            let _ = writeln!(self.text, "{indent}{}", painted(tone, words));
        }
    }
}

/// Lines break at spaces alone: a path or a hyphened name stays whole.
fn unbroken<'a>(width: usize) -> textwrap::Options<'a> {
    textwrap::Options::new(width)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
}

/// A text that does to a terminal nothing but stand there: names come from files that anybody may have written, and
/// an escape sequence or an override of direction in one could rewrite what is around it.
fn harmless(text: &str) -> String {
    let is_override = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let kept = text.chars().filter(|c| !is_override(*c));
    kept.map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn painted(tone: Tone, text: &str) -> String {
    if tone == Tone::Plain || text.is_empty() {
        return text.to_owned();
    }
    let style = tone.style();
    format!("{style}{text}{style:#}")
}
