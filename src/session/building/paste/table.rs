//! Text of a spreadsheet, or of a file of separated values, as rows of cells.

/// Rows of cells, wherever they come from: [`Table::of`] takes a text apart, [`Table::from_rows`] takes rows as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The rows that are not empty, and which row of the table each was, from 1 on: a cell with line breaks is in one row.
    pub rows: Vec<(usize, Vec<String>)>,
    /// How many cells the longest row has.
    pub width: usize,
    /// The rows with a quotation mark that opens a cell and is never closed; it is kept as a sign of the text.
    pub open_quotes: Vec<usize>,
}

/// How many records are looked at to see what separates the cells.
const SOME: usize = 50;

const SEPARATORS: [char; 3] = ['\t', ';', ','];

impl Table {
    /// Takes a text apart. Cells stand between tabs, as spreadsheets copy them, or else between semicolons or commas,
    /// whichever makes rows of more equal length; a text in which none does is a list with one cell in each row.
    ///
    /// Quotation marks are read as RFC 4180 and spreadsheets write them: a quoted cell may hold separators, line breaks and
    /// doubled marks. A mark that does not open and close a whole cell is a sign like any other ("6\" pipe", "\"Shams\" network"),
    /// and so is one that would swallow whole rows until some other mark closes it. Costs one reading of the text.
    pub fn of(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (separator, text) = match stated(text) {
            Some((separator, rest)) => (Some(separator), rest),
            None => (separator(text), text),
        };
        let mut lexer = Lexer::new(text, separator);
        let mut table = Self::default();
        let mut number = 0;
        while let Some(record) = lexer.next_record() {
            number += 1;
            if record.has_open_quote {
                table.open_quotes.push(number);
            }
            table.push(number, record.cells);
        }
        table
    }

    /// Rows that something else has taken apart, such as a sheet of a workbook.
    pub fn from_rows(rows: impl IntoIterator<Item = Vec<String>>) -> Self {
        let mut table = Self::default();
        for (at, cells) in rows.into_iter().enumerate() {
            table.push(at + 1, cells);
        }
        table
    }

    fn push(&mut self, number: usize, cells: Vec<String>) {
        let mut cells: Vec<String> = cells.into_iter().map(tidy).collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if !cells.is_empty() {
            self.width = self.width.max(cells.len());
            self.rows.push((number, cells));
        }
    }
}

/// A cell without spaces around it and without the marks that spreadsheets hide in it.
fn tidy(cell: String) -> String {
    let is_hidden = |letter: char| matches!(letter, '\u{feff}' | '\u{0}');
    if cell.contains(is_hidden) || cell.contains('\r') {
        cell.replace("\r\n", "\n").replace('\r', "\n").replace(is_hidden, "").trim().to_owned()
    } else if cell.trim().len() < cell.len() {
        cell.trim().to_owned()
    } else {
        cell
    }
}

/// The separator that the first line states, as Excel reads and writes it ("sep=;"), and the lines after it.
fn stated(text: &str) -> Option<(char, &str)> {
    let rest = text.get(..4).filter(|start| start.eq_ignore_ascii_case("sep="))?;
    let rest = &text[rest.len()..];
    let separator = rest.chars().next().filter(|separator| SEPARATORS.contains(separator))?;
    let rest = rest[1..].trim_start_matches('\r').strip_prefix('\n')?;
    Some((separator, rest))
}

fn separator(text: &str) -> Option<char> {
    // Where there are tabs in the heading, nobody typed them.
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if first.contains('\t') {
        return Some('\t');
    }
    let evenness = |separator: char| {
        let mut lexer = Lexer::new(text, Some(separator));
        let mut widths = Vec::new();
        while let Some(record) = lexer.next_record().filter(|_| widths.len() < SOME) {
            if record.cells.iter().any(|cell| !cell.trim().is_empty()) {
                widths.push(record.cells.len());
            }
        }
        let longest = widths.iter().copied().max().unwrap_or_default();
        let full = widths.iter().filter(|width| **width == longest && longest > 1).count();
        // A comma in a name or two does not make a list of names a table.
        // What divides the heading divides the rows, whatever else stands in their cells.
        let is_heading = widths.first().is_some_and(|first| *first > 1);
        if is_heading || full * 2 > widths.len() { (is_heading, full, longest) } else { (false, 0, 0) }
    };
    let all = SEPARATORS.map(|separator| (evenness(separator), separator));
    let best = all.into_iter().max_by_key(|(even, _)| *even)?;
    (best.0.1 > 0).then_some(best.1)
}

struct Record {
    cells: Vec<String>,
    has_open_quote: bool,
}

/// A record as one way of reading quotation marks gives it.
struct Reading {
    cells: Vec<String>,
    end: usize,
    has_open_quote: bool,
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
    separator: Option<char>,
    /// How many cells the first record has.
    width: usize,
    /// Whether the cells of the first record are all quoted, as some programs write each text.
    quotes_all: bool,
}

impl<'t> Lexer<'t> {
    fn new(text: &'t str, separator: Option<char>) -> Self {
        let mut lexer = Self { text, at: 0, separator, width: 0, quotes_all: false };
        let first = text.trim_start_matches(['\r', '\n']);
        lexer.quotes_all = lexer.is_all_quoted(first);
        lexer
    }

    fn is_all_quoted(&self, first: &str) -> bool {
        let Some(separator) = self.separator else { return false };
        let line = first.lines().next().unwrap_or_default();
        line.split(separator).all(|cell| cell.trim().len() > 1 && cell.trim().starts_with('"'))
    }

    fn next_record(&mut self) -> Option<Record> {
        if self.at >= self.text.len() {
            return None;
        }
        let quoted = self.read(true);
        let spans_lines = self.text[self.at..quoted.end].contains(['\n', '\r']);
        let reading =
            if spans_lines && self.swallows(quoted.end, &quoted.cells) { self.read(false) } else { quoted };
        self.at = after_break(self.text, reading.end);
        if self.width == 0 {
            self.width = reading.cells.len();
        }
        Some(Record { cells: reading.cells, has_open_quote: reading.has_open_quote })
    }

    /// Whether a record with line breaks in it is really several rows, of which two have a stray mark each: read so it has
    /// another width than the table, while its first and its last line by themselves have just that.
    fn swallows(&self, end: usize, cells: &[String]) -> bool {
        let Some(separator) = self.separator.filter(|_| self.width > 1 && cells.len() != self.width) else {
            return false;
        };
        let mut lines = self.text[self.at..end].split(['\n', '\r']).filter(|line| !line.is_empty());
        let mut ends = lines.clone().next().into_iter().chain(lines.next_back());
        ends.all(|line| line.split(separator).count() == self.width)
    }

    /// Reads one record from where the lexer is; quoted cells may have line breaks in them, or not.
    fn read(&self, may_break: bool) -> Reading {
        let mut reading = Reading { cells: Vec::new(), end: self.at, has_open_quote: false };
        loop {
            let start = reading.end;
            if let Some((cell, end)) =
                self.quoted(start).filter(|(cell, _)| may_break || !cell.contains(['\n', '\r']))
            {
                reading.cells.push(cell);
                reading.end = end;
            } else {
                let is_end = |letter: char| matches!(letter, '\n' | '\r') || Some(letter) == self.separator;
                let rest = &self.text[start..];
                reading.end = rest.find(is_end).map_or(self.text.len(), |end| start + end);
                let cell = &self.text[start..reading.end];
                let marks = cell.bytes().filter(|byte| *byte == b'"').count();
                reading.has_open_quote |= cell.trim_start().starts_with('"') && marks % 2 == 1;
                reading.cells.push(cell.to_owned());
            }
            match self.text[reading.end..].chars().next() {
                Some(letter) if Some(letter) == self.separator => reading.end += letter.len_utf8(),
                _ => return reading,
            }
        }
    }

    /// A quoted cell that begins here, and where it ends: before a separator, a line break or the end of the text.
    fn quoted(&self, start: usize) -> Option<(String, usize)> {
        let rest = &self.text[start..];
        let is_tabs = self.separator == Some('\t');
        // Between commas people put spaces; what stands between tabs was put there by a program.
        let open = if is_tabs { 0 } else { rest.len() - rest.trim_start_matches(' ').len() };
        let inside = start + open + rest[open..].strip_prefix('"').map(|_| 1)?;
        let mut at = inside;
        let close = loop {
            let mark = at + self.text[at..].find('"')?;
            if !self.text[mark + 1..].starts_with('"') {
                break mark;
            }
            at = mark + 2;
        };
        let after = &self.text[close + 1..];
        let spaces = if is_tabs { 0 } else { after.len() - after.trim_start_matches(' ').len() };
        let is_end = |letter: char| matches!(letter, '\n' | '\r') || Some(letter) == self.separator;
        if !after[spaces..].chars().next().is_none_or(is_end) {
            return None;
        }
        let cell = &self.text[inside..close];
        // A spreadsheet copies marks of the text as they are, unless the cell has to be quoted.
        if is_tabs && !self.quotes_all && !cell.contains(['\t', '\n', '\r', '"']) && !cell.is_empty() {
            return None;
        }
        Some((cell.replace("\"\"", "\""), close + 1 + spaces))
    }
}

/// Where the next line begins.
fn after_break(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    end + if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        Table::of(text).rows.into_iter().map(|(_, row)| row).collect()
    }

    #[track_caller]
    fn check(text: &str, rows: &[&[&str]]) {
        assert_eq!(cells(text), rows, "{text:?}");
    }

    #[test]
    fn rows_have_the_numbers_that_the_spreadsheet_shows() {
        let numbers = |text: &str| Table::of(text).rows.iter().map(|(number, _)| *number).collect::<Vec<_>>();
        assert_eq!(numbers("a\tb\n\t\nc\td"), [1, 3]);
        assert_eq!(numbers("a,b\n\n\nc,d\r\n\r\ne,f"), [1, 4, 6]);
        assert_eq!(numbers("\"a\nb\nc\",d\ne,f\n\"g\nh\",i\n\nj,k"), [1, 2, 3, 5]);
    }

    #[test]
    fn cells_are_taken_apart_as_they_were_copied() {
        check("a\tb\nc\td", &[&["a", "b"], &["c", "d"]]);
        check("\u{feff}a;b\r\n\r\n1,5;2\r\n", &[&["a", "b"], &["1,5", "2"]]);
        check("a,b;c\nd,e", &[&["a", "b;c"], &["d", "e"]]);
        check("\"a\nb\",\"c \"\"d\"\"\"", &[&["a\nb", "c \"d\""]]);
        check("say \"hi\tthere", &[&["say \"hi", "there"]]);
        check("", &[]);
        check(" \n\t\n", &[]);
        check("one\ntwo", &[&["one"], &["two"]]);
        check("a;\"b, c\" ;d\ne; \"f; g\";h", &[&["a", "b, c", "d"], &["e", "f; g", "h"]]);
        check("sep=,\na;b,c\nd,e", &[&["a;b", "c"], &["d", "e"]]);
        check("Well Users\nOld Town, Elders\nDyers", &[&["Well Users"], &["Old Town, Elders"], &["Dyers"]]);
        check("a\rb\rc", &[&["a"], &["b"], &["c"]]);
    }

    #[test]
    fn quotation_marks_tear_and_swallow_nothing() {
        check(
            "n\tk\nWell\trepair the 6\" pipe\n\"Market\nGuards\"\t\"light,\nphone\"\nOld\tx",
            &[
                &["n", "k"],
                &["Well", "repair the 6\" pipe"],
                &["Market\nGuards", "light,\nphone"],
                &["Old", "x"],
            ],
        );
        check(
            "\"Shams\" Net\tfirst\nHouse \"Amal\"\t\"two\tlines, \"\"quoted\"\"\nword\"\nOld\t5' 10\"\" tall",
            &[
                &["\"Shams\" Net", "first"],
                &["House \"Amal\"", "two\tlines, \"quoted\"\nword"],
                &["Old", "5' 10\"\" tall"],
            ],
        );
        let open = "n\tk\n\"Youth\tg\nOld\tx\n\"Hope\ty\nWell\tz";
        check(open, &[&["n", "k"], &["\"Youth", "g"], &["Old", "x"], &["\"Hope", "y"], &["Well", "z"]]);
        assert_eq!(Table::of(open).open_quotes, [2, 4]);
        // The one that closes may stand at the end of a cell.
        check(
            "n\tk\n\"Youth\tg\nOld\tx\nPipe\t6\"\nWell\tz",
            &[&["n", "k"], &["\"Youth", "g"], &["Old", "x"], &["Pipe", "6\""], &["Well", "z"]],
        );
        check("n,k\nx,\"a\nb,c\"\ny,z", &[&["n", "k"], &["x", "a\nb,c"], &["y", "z"]]);
        // A name in quotation marks keeps them, unless a program has quoted each cell.
        check("n\tk\n\"Amal\"\tx", &[&["n", "k"], &["\"Amal\"", "x"]]);
        check("\"n\"\t\"k\"\n\"Amal\"\t\"x\"", &[&["n", "k"], &["Amal", "x"]]);
    }

    #[test]
    fn many_open_quotes_take_no_longer_than_none() {
        let text = "\"x\ty\n".repeat(100_000);
        assert_eq!(Table::of(&text).rows.len(), 100_000);
    }

    proptest! {
        /// What the csv crate writes is read as it was.
        #[test]
        fn what_others_write_is_read(rows in vec(vec("[a-z\",; \n]{0,6}", 3), 1..6), semicolons in any::<bool>()) {
            let separator = if semicolons { b';' } else { b',' };
            let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
            let heading: Vec<String> = ["one", "two", "three"].map(str::to_owned).to_vec();
            let mut all = vec![heading];
            all.extend(rows);
            for row in &all {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let mut expected = Table::from_rows(all).rows;
            let mut read = Table::of(&text).rows;
            expected.iter_mut().chain(&mut read).for_each(|(number, _)| *number = 0);
            prop_assert_eq!(read, expected);
        }
    }
}
