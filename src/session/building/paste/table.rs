//! Text from a spreadsheet as rows of cells.

/// Rows of cells, as they were copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What stands between two cells.
    pub separator: char,
    /// The rows that are not empty, and which row of the table each was, from 1 on: a cell with line breaks is in one row.
    pub rows: Vec<(usize, Vec<String>)>,
    /// How many cells the longest row has.
    pub width: usize,
}

/// How many rows are looked at to see what separates the cells.
const SOME: usize = 50;

impl Table {
    /// Takes a text apart. Cells stand between tabs, as spreadsheets copy them, or else between semicolons or commas,
    /// whichever makes rows of more equal length. Quoted cells may have line breaks and doubled quotes in them; if the
    /// quotes do not come in pairs they are part of the text. Costs one reading of the text.
    pub fn of(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let separator = separator(text);
        let mut table = Self { separator, rows: Vec::new(), width: 0 };
        for (number, cells) in records(text, separator) {
            let cells: Vec<String> = cells.iter().map(tidy).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                table.width = table.width.max(cells.len());
                table.rows.push((number, cells));
            }
        }
        table
    }
}

/// A cell without spaces around it and without the marks that spreadsheets hide in it.
fn tidy(cell: &str) -> String {
    let is_hidden = |letter: char| matches!(letter, '\u{feff}' | '\u{0}');
    let cell = cell.trim();
    if cell.contains(is_hidden) || cell.contains("\r\n") {
        cell.replace("\r\n", "\n").replace(is_hidden, "").trim().to_owned()
    } else {
        cell.to_owned()
    }
}

fn separator(text: &str) -> char {
    let beginning: String = text.split_inclusive('\n').take(SOME).collect();
    // Where there are tabs, nobody typed them.
    if beginning.contains('\t') {
        return '\t';
    }
    let evenness = |separator| {
        let lengths: Vec<usize> = records(&beginning, separator).map(|(_, record)| record.len()).collect();
        let longest = lengths.iter().copied().max().unwrap_or_default();
        let full = lengths.iter().filter(|length| **length == longest && longest > 1).count();
        (full, longest)
    };
    if evenness(';') > evenness(',') { ';' } else { ',' }
}

/// The records of a text, each with the row of the table that it is.
fn records(text: &str, separator: char) -> impl Iterator<Item = (usize, csv::StringRecord)> {
    let reader = csv::ReaderBuilder::new()
        .delimiter(u8::try_from(separator).unwrap_or(b','))
        .has_headers(false)
        .flexible(true)
        .quoting(text.bytes().filter(|byte| *byte == b'"').count().is_multiple_of(2))
        .from_reader(text.as_bytes());
    let mut breaks_in_cells = 0;
    // The text is text already, and reading from memory can't fail.
    reader.into_records().map_while(Result::ok).map(move |record| {
        let (byte, line) = record.position().map_or((0, 1), |place| (place.byte(), place.line()));
        let (byte, line) = (usize::try_from(byte).unwrap_or(0), usize::try_from(line).unwrap_or(1));
        // A record may be said to begin with the empty lines before it.
        let rest = text.as_bytes().get(byte..).unwrap_or_default();
        let empty = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let empty = empty.filter(|byte| **byte == b'\n').count();
        let number = (line + empty).saturating_sub(breaks_in_cells);
        breaks_in_cells += record.iter().flat_map(str::bytes).filter(|byte| *byte == b'\n').count();
        (number, record)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, rows: &[&[&str]]) {
        let table = Table::of(text);
        let cells: Vec<Vec<&str>> =
            table.rows.iter().map(|(_, row)| row.iter().map(String::as_str).collect()).collect();
        assert_eq!(cells, rows, "{text:?}");
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
    }
}
