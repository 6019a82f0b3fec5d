//! Where the table stands among the rows of a file: title lines and other tables above it, a header of one row, of two, or none.

use std::fmt;
use std::sync::Arc;

use csv::StringRecord;
use rustc_hash::FxHashSet;

use super::again;

/// Rows at the beginning of a file among which the header is looked for.
pub(super) const LOOKED_AT: usize = 64;

/// Rows above a header, at most.
const ABOVE: usize = 40;

/// Characters that a header of one column may have; a question may be long.
const LONGEST: usize = 300;

/// Which names of columns somebody knows. What reads files does not know them itself.
#[derive(Clone)]
pub struct KnownHeaders(Arc<dyn Fn(&str) -> bool + Send + Sync>);

impl KnownHeaders {
    /// Whether somebody knows this name.
    pub fn holds(&self, name: &str) -> bool {
        let name = name.trim();
        !name.is_empty() && (self.0)(name)
    }

    /// From a test of one name.
    pub fn new(is_known: impl Fn(&str) -> bool + Send + Sync + 'static) -> Self {
        Self(Arc::new(is_known))
    }
}

impl fmt::Debug for KnownHeaders {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KnownHeaders")
    }
}

/// A row with its place in the file: the number of its line or row there, from 1.
pub(super) type Placed = (u64, StringRecord);

/// Where a table begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Frame {
    /// Rows before the first one of data, header included.
    pub skip: usize,
    /// Names of the columns, trimmed.
    pub headers: Vec<String>,
    /// Place of the header's row in the file.
    pub place: u64,
    /// Filled rows above the header, which are no part of the table.
    pub above: u64,
    /// There is no header: the names are made up.
    pub headless: bool,
    /// Columns of this header; those of headers further below come behind them.
    pub own: usize,
    /// What stands above as the title of the table: the only text of the first row.
    pub title: Option<String>,
}

/// Finds the table among the first rows of a file. `told`: the place of the header's row, 0 where there is none.
pub(super) fn find(rows: &[Placed], told: Option<u64>, known: Option<&KnownHeaders>) -> Option<Frame> {
    let rows_of: Vec<&StringRecord> = rows.iter().map(|(_, row)| row).collect();
    let sight = Sight { rows: &rows_of, known };
    let found = match told {
        Some(0) => sight.headless(0),
        Some(place) => {
            let at = rows.iter().position(|(found, _)| *found >= place)?;
            Some(sight.framed(at))
        }
        None => {
            let at = sight.header()?;
            if sight.is_data(at) { sight.headless(at) } else { Some(sight.framed(at)) }
        }
    };
    found.map(|mut frame| {
        let header = frame.skip.saturating_sub(usize::from(!frame.headless));
        if !frame.headless {
            let further = again::further(&frame.headers, rows_of[frame.skip.min(rows_of.len())..].iter().copied());
            frame.headers.extend(further);
        }
        Frame { place: rows.get(header).map_or(0, |(place, _)| *place), ..frame }
    })
}

struct Sight<'a> {
    rows: &'a [&'a StringRecord],
    known: Option<&'a KnownHeaders>,
}

fn filled(row: &StringRecord) -> usize {
    row.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// Cells up to the last filled one.
fn span(row: &StringRecord) -> usize {
    row.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()).last().map_or(0, |(at, _)| at + 1)
}

/// Whether a cell is a value and no name: a number, a date, an address.
fn is_value(cell: &str) -> bool {
    let cell = cell.trim();
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let mostly_digits = digits > 0 && cell.chars().all(|c| c.is_ascii_digit() || " \u{a0}\u{202f}.,:/-+€$%TZ".contains(c));
    mostly_digits || cell.starts_with("http://") || cell.starts_with("https://") || (cell.contains('@') && !cell.contains(' '))
}

impl Sight<'_> {
    fn is_known(&self, cell: &str) -> bool {
        self.known.is_some_and(|known| known.holds(cell))
    }

    fn known(&self, at: usize) -> usize {
        self.rows[at].iter().filter(|cell| self.is_known(cell)).count()
    }

    /// Cells of most rows.
    fn width(&self) -> usize {
        let spans: Vec<usize> = self.rows.iter().map(|row| span(row)).collect();
        let most = (1..=spans.iter().copied().max().unwrap_or(0)).rev().max_by_key(|width| spans.iter().filter(|span| *span == width).count());
        most.unwrap_or(0)
    }

    /// Whether a row can be a header: names, none of them twice, none a value.
    fn names(&self, at: usize) -> bool {
        let cells: Vec<&str> = self.rows[at].iter().map(str::trim).filter(|cell| !cell.is_empty()).collect();
        let mut seen = FxHashSet::default();
        !cells.is_empty() && cells.iter().all(|cell| !is_value(cell) && cell.chars().count() <= LONGEST && seen.insert(*cell))
    }

    fn header(&self) -> Option<usize> {
        let several = self.width() > 1;
        let candidate = |at: &usize| filled(self.rows[*at]) > usize::from(several);
        let first = (0..self.rows.len()).find(candidate)?;
        let known_first = self.known(first);
        let last = self.rows.len().min(first + ABOVE);
        // Lines of keys and values above a table ("Commune ; Exemple") are narrower than it and know no names of columns.
        let mut best = first;
        for at in (first + 1..last).filter(candidate).filter(|&at| self.names(at)) {
            let known = self.known(at);
            let wider = span(self.rows[at]) > span(self.rows[first]);
            let parted = self.rows[first..at].iter().any(|row| filled(row) == 0);
            let longer = self.rows.len() - at > 2 * (at - first).saturating_sub(1);
            let surely = known >= 2 && known > self.known(best) && (known_first == 0 || wider || (parted && longer));
            let shaped = known_first == 0 && known >= 1 && wider && self.known(best) == 0;
            // A table of another thing above the one that matters, with a blank line between.
            let another = parted && longer && known >= 1 && known >= self.known(best) && at > first + 1;
            // A header that names all columns of the one above, and more, is that of a second export: rows of both are records.
            let second = self.known(best) >= 2 && at > best + 1 && !(parted && at - best < 4) && again::holds_all(self.rows[best], self.rows[at]);
            if second {
                continue;
            }
            if surely || shaped || another {
                best = at;
            }
        }
        if best == first && known_first == 0 && !self.names(first) {
            // A line of values above: the first row of names as wide as the table, with values below it.
            let shaped = (first + 1..last).find(|&at| {
                self.names(at)
                    && span(self.rows[at]) == self.width()
                    && span(self.rows[first]) < self.width()
                    && filled(self.rows[at]) == self.width()
            });
            best = shaped.unwrap_or(first);
        }
        Some(best)
    }

    /// Whether the row where the header should be is one of data: it holds values where the rows below hold them, and no known name.
    fn is_data(&self, at: usize) -> bool {
        if self.known.is_none() || self.known(at) > 0 {
            return false;
        }
        let row = self.rows[at];
        if self.width() == 1 {
            // One column without a known name: a sentence is a text, not a name.
            return self.rows.len() > at + 1
                && row.get(0).is_some_and(|cell| is_value(cell) || cell.split_whitespace().count() > 3 && !cell.trim_end().ends_with(['?', ':']));
        }
        let below = &self.rows[at + 1..];
        row.iter().enumerate().any(|(column, cell)| {
            let cells = || below.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.trim().is_empty());
            let values = cells().filter(|cell| is_value(cell)).count();
            is_value(cell) && values > 0 && values * 2 >= cells().count()
        })
    }

    fn headless(&self, at: usize) -> Option<Frame> {
        let width = self.rows[at..].iter().map(|row| span(row)).max().filter(|width| *width > 0)?;
        let headers = (1..=width).map(|column| format!("column {column}")).collect();
        Some(Frame { own: width, place: 0, skip: at, headers, above: self.above(at), headless: true, title: self.title(at) })
    }

    fn above(&self, at: usize) -> u64 {
        self.rows[..at].iter().filter(|row| filled(row) > 0).count() as u64
    }

    fn title(&self, at: usize) -> Option<String> {
        let row = self.rows[..at].iter().find(|row| filled(row) > 0).filter(|row| filled(row) == 1)?;
        let text = row.iter().map(str::trim).find(|cell| !cell.is_empty())?;
        (text.chars().count() <= 160 && text.chars().any(char::is_alphabetic)).then(|| text.to_owned())
    }

    fn framed(&self, at: usize) -> Frame {
        let names: Vec<String> = self.rows[at].iter().map(|cell| cell.trim().trim_start_matches('\u{feff}').to_owned()).collect();
        match self.second(at) {
            Some(headers) => {
                Frame { own: headers.len(), place: 0, skip: at + 2, headers, above: self.above(at), headless: false, title: self.title(at) }
            }
            None => Frame { own: names.len(), place: 0, skip: at + 1, headers: names, above: self.above(at), headless: false, title: self.title(at) },
        }
    }

    /// The names of a header of two rows: the second divides cells of the first that stand over several columns, and no others.
    fn second(&self, at: usize) -> Option<Vec<String>> {
        let (top, bottom) = (self.rows[at], *self.rows.get(at + 1)?);
        let width = self.width().max(span(top)).max(span(bottom));
        let cell = |row: &StringRecord, column: usize| row.get(column).unwrap_or_default().trim().to_owned();
        let mut groups = 0;
        let (mut headers, mut whole) = (Vec::with_capacity(width), Vec::with_capacity(width));
        let mut column = 0;
        while column < width {
            let over = cell(top, column);
            let end = (column + 1..width).find(|&next| !cell(top, next).is_empty()).unwrap_or(width);
            let divided = end > column + 1;
            if over.is_empty() {
                return None;
            }
            for at in column..end {
                // A cell that stands over both rows says the same twice.
                let under = Some(cell(bottom, at)).filter(|under| *under != over).unwrap_or_default();
                // A row of data fills other columns too, or leaves a part of a group empty.
                if divided == under.is_empty() || is_value(&under) || under.chars().count() > LONGEST {
                    return None;
                }
                whole.push(if divided { format!("{over} – {under}") } else { over.clone() });
                headers.push(match (divided, self.is_known(&under)) {
                    (false, _) => over.clone(),
                    (true, true) => under,
                    (true, false) => format!("{over} – {under}"),
                });
            }
            groups += usize::from(divided);
            column = end;
        }
        let unique = |headers: &[String]| {
            let mut seen = FxHashSet::default();
            headers.iter().all(|header| seen.insert(header.as_str()))
        };
        // The same names below several groups: the group tells them apart.
        if !unique(&headers) {
            headers = whole;
        }
        let unique = unique(&headers);
        // Rows of data follow, and they do not look like this one.
        let below = self.rows.get(at + 2)?;
        (groups > 0 && unique && filled(below) > 0).then_some(headers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn framed(text: &str) -> Frame {
        told(text, None)
    }

    fn told(text: &str, told: Option<u64>) -> Frame {
        let words = ["id", "n°", "titre", "texte", "votes", "pour", "contre", "date", "title", "document id", "document title", "docket id"];
        let known = KnownHeaders::new(move |name| words.contains(&name.to_lowercase().as_str()));
        let rows: Vec<Placed> = (1..).zip(text.lines()).map(|(place, line)| (place, line.split(';').collect())).collect();
        find(&rows, told, Some(&known)).unwrap()
    }

    #[test]
    fn what_stands_above_a_header_is_no_header() {
        for text in [
            "Export du 3 mai 2021\nid;titre;texte\n1;Un;a\n",
            "Export;;\n;;\nid;titre;texte\n1;Un;a\n2;Deux;b\n",
            "Commune;Exemple;\nDate;05/03/2024;\n;;\nid;titre;texte\n1;Un;a\n2;Deux;b\n3;Trois;c\n",
            "Commune;Exemple\nExport du;3 mai\nid;titre;texte\n1;Un;a\n",
        ] {
            assert_eq!(framed(text).headers, ["id", "titre", "texte"], "{text}");
        }
        assert_eq!(framed("Export;;\n;;\nid;titre;texte\n1;Un;a\n2;Deux;b\n").above, 1);
    }

    #[test]
    fn another_table_above_is_passed_over() {
        let text = "Docket ID;Agency;Type;\nT-1;TOWN;Rule;\n;;;\nDocument Title;Kind;Name;Document ID\nA;b;c;d\nA;b;c;e\nA;b;c;f\n";
        assert_eq!((framed(text).headers[0].as_str(), framed(text).above), ("Document Title", 2));
    }

    #[test]
    fn rows_of_data_are_no_header() {
        let frame = framed("1;Un banc;12\n2;Un arbre;7\n3;Un toit;1\n");
        assert_eq!((frame.headless, frame.skip, frame.headers.len()), (true, 0, 3));
        assert!(framed("Two benches at the pond\nOne lime tree in the yard\n").headless);
        assert!(!framed("Que proposez-vous pour le parc ?\nUn banc\nUn arbre\n").headless);
        assert!(!framed("texte\nun\ndeux\n").headless);
        assert!(!framed("id;titre;2023;2024\n1;Un;3;4\n2;Deux;5;6\n").headless);
        assert!(told("a;b\nc;d\n", Some(0)).headless);
    }

    #[test]
    fn a_header_of_two_rows() {
        let frame = framed("N°;Titre;Votes;;Date\n;;Pour;Contre;\n1;Un;3;1;2024-01-01\n");
        assert_eq!((frame.headers.join("|"), frame.skip), ("N°|Titre|Pour|Contre|Date".to_owned(), 2));
        let frame = framed("id;Transports;\n;Vélo;Bus\n1;x;\n");
        assert_eq!(frame.headers, ["id", "Transports – Vélo", "Transports – Bus"]);
        let frame = framed("N°;Titre;Centre;;Gare;\n;;Pour;Contre;Pour;Contre\n1;Un;3;1;2;0\n");
        assert_eq!((frame.headers[2].as_str(), frame.headers[4].as_str(), frame.skip), ("Centre – Pour", "Gare – Pour", 2));
        // A row of data below columns without a name is none.
        assert_eq!(framed("id;titre;\n1;Un;note\n2;Deux;note\n").skip, 1);
        assert_eq!(framed("id;titre;texte\n1;Un;a\n2;Deux;b\n").skip, 1);
    }

    #[test]
    fn the_row_that_is_told_is_the_header() {
        assert_eq!(told("a;b\n1;2\nid;titre\n3;4\n", Some(3)).headers, ["id", "titre"]);
    }
}
