//! A page of text for people: headings, paragraphs and tables, wrapped to the width of the terminal. Colour is written
//! into it and taken out again where it does not go to a terminal.

use std::fmt::Write as _;
use std::io::IsTerminal as _;

use anstyle::{AnsiColor, Style};
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

use crate::words::{balanced, close_isolates, isolated, without_isolates};

/// Text that grows downwards.
pub struct Page {
    text: String,
    width: usize,
    /// Whether names stand between isolates, so that those who order text keep the order of the sentence.
    sets_apart: bool,
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
/// In a narrower one nothing could be read.
const NARROWEST: usize = 10;
/// In narrower ones an indent takes no more than a share of the line.
const NARROW: usize = 40;

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
        let width = columns(size, is_terminal).unwrap_or(80);
        let width = width.clamp(NARROWEST, WIDEST);
        Self { text: String::new(), width, sets_apart: is_terminal && orders_text(), speaker }
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
        let indent = self.indent(6);
        let (before, room) = (" ".repeat(indent), self.width - indent);
        let text = self.harmless(text);
        let mut line = String::new();
        for letter in text.graphemes(true) {
            if !line.is_empty() && line.width() + letter.width() > room {
                let _ = writeln!(self.text, "{before}{line}");
                line.clear();
            }
            line.push_str(letter);
        }
        let _ = writeln!(self.text, "{before}{line}");
    }

    /// Rows of cells, in columns as wide as their widest cell; the last one is wrapped. Where there is no room for
    /// that, each row becomes a small paragraph under its first cell.
    pub fn table(&mut self, indent: usize, rows: &[Vec<(Tone, String)>]) {
        let indent = self.indent(indent);
        let harmless_row = |row: &Vec<(Tone, String)>| {
            row.iter().map(|(tone, cell)| (*tone, self.apart(&self.harmless(cell)))).collect()
        };
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
        for (number, line) in wrapped(&last.1, self.width.saturating_sub(column)).iter().enumerate() {
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
        let indent = self.indent(indent);
        let first = indent + mark.width();
        let text = self.apart(&self.harmless(text));
        for (number, line) in wrapped(&text, self.width.saturating_sub(first)).iter().enumerate() {
            let (before, line) =
                if number == 0 { (indent, format!("{mark}{line}")) } else { (first, line.clone()) };
            let _ = writeln!(self.text, "{}{}", " ".repeat(before), painted(tone, &line));
        }
    }

    /// An indent, or what a narrow terminal has room for.
    fn indent(&self, wanted: usize) -> usize {
        if self.width < NARROW { wanted.min(self.width / 8) } else { wanted }
    }

    /// A text that does to a terminal nothing but stand there: names come from files that anybody may have written, and
    /// an escape sequence or an override of direction in one could rewrite what is around it. Isolates stay where they
    /// are heeded, and where each has its end.
    fn harmless(&self, text: &str) -> String {
        let text = if self.sets_apart { balanced(text) } else { without_isolates(text) };
        let is_kept = |c: &char| !matches!(c, '\u{202A}'..='\u{202E}');
        let plain = |c: char| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c };
        text.chars().filter(is_kept).map(plain).collect()
    }

    /// A name that stands for itself, in letters that go to the left, is a block as it is in a sentence.
    fn apart(&self, text: &str) -> String {
        if !self.sets_apart || without_isolates(text) != text {
            return text.to_owned();
        }
        isolated(text, false).into_owned()
    }
}

/// How wide a terminal is; what was asked for where there is none.
fn columns(size: Option<(terminal_size::Width, terminal_size::Height)>, is_terminal: bool) -> Option<usize> {
    let of_terminal = size.filter(|_| is_terminal).map(|(width, _)| usize::from(width.0));
    of_terminal.or_else(|| std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()))
}

/// A text with colours in it, lines that are wider than the terminal broken: the help of the command line breaks only what
/// it describes.
pub fn fitted(text: &str) -> String {
    let out = std::io::stdout();
    let Some(width) = columns(terminal_size::terminal_size_of(&out), out.is_terminal()) else {
        return text.to_owned();
    };
    let width = width.max(NARROWEST);
    let mut fitted = String::new();
    for line in text.lines() {
        if textwrap::core::display_width(line) <= width {
            fitted.push_str(line);
            fitted.push('\n');
            continue;
        }
        let words = line.trim_start();
        let indent = " ".repeat((line.len() - words.len()).min(width / 8));
        for part in textwrap::wrap(words, unbroken(width - indent.len())) {
            let _ = writeln!(fitted, "{indent}{part}");
        }
    }
    fitted
}

/// Lines no wider than that.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let lines = textwrap::wrap(text, unbroken(width.max(1)));
    let mut lines: Vec<String> = lines.into_iter().map(std::borrow::Cow::into_owned).collect();
    close_isolates(&mut lines);
    lines
}

/// Whether the terminal may know isolates; those of the console of Linux and of old teletypes show boxes.
fn orders_text() -> bool {
    std::env::var("TERM").is_ok_and(|term| !matches!(term.as_str(), "" | "dumb" | "linux"))
}

/// Lines break at spaces alone: a path or a hyphened name stays whole.
fn unbroken<'a>(width: usize) -> textwrap::Options<'a> {
    textwrap::Options::new(width)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
}

fn painted(tone: Tone, text: &str) -> String {
    if tone == Tone::Plain || text.is_empty() {
        return text.to_owned();
    }
    let style = tone.style();
    format!("{style}{text}{style:#}")
}
