//! The cells of one record, wherever they stand: in a row, in a piece of one of its cells, in a nested document.

use std::borrow::Cow;

use serde_json::Value;

use crate::read::Record;

/// What stands between the elements of a list that was read as one cell.
pub const UNIT: &str = "\u{1f}";

/// Columns that a record made of pieces has beside those of the table, in the order of their numbers.
pub const PSEUDO: [&str; 3] = ["@cell", "@header", "@number"];

/// The cells of one record.
#[derive(Clone, Copy)]
pub enum Cells<'a> {
    /// Cells by column.
    Row(Record<'a>),
    /// One cell of a row, or a piece of it, with the whole row behind.
    Piece {
        /// The row.
        row: Record<'a>,
        /// Number of the first pseudo column: the width of the table.
        width: usize,
        /// Cell or piece, name of the column, number from 1: as [`PSEUDO`].
        pseudo: [&'a str; 3],
    },
    /// Values by path.
    Document {
        /// The paths that stand for columns.
        paths: &'a [DocumentPath],
        /// The document.
        row: &'a Value,
        /// The element of a list in it, or the document itself.
        element: &'a Value,
    },
}

impl<'a> Cells<'a> {
    /// The cell of a column, without outer white space; empty where there is none.
    pub fn get(&self, column: usize) -> Cow<'a, str> {
        match self {
            Cells::Row(row) => Cow::Borrowed(row.get(column).unwrap_or_default().trim()),
            Cells::Piece { row, width, pseudo } => Cow::Borrowed(match column.checked_sub(*width) {
                Some(at) => pseudo.get(at).copied().unwrap_or_default().trim(),
                None => row.get(column).unwrap_or_default().trim(),
            }),
            Cells::Document { paths, row, element } => paths[column].read(row, element),
        }
    }
}

/// Texts that mean an empty cell (`nulls:` of a profile).
#[derive(Debug)]
pub struct Nulls {
    texts: Vec<String>,
    /// First bytes of these texts and of blanks: of most cells the first byte tells that they are none of them.
    begin: [bool; 256],
}

impl Nulls {
    /// These.
    pub fn new(texts: &[String]) -> Self {
        let mut begin = [false; 256];
        for byte in texts.iter().filter_map(|text| text.bytes().next()).chain(*b" \t\r\n\xc2\xe2\xe3") {
            begin[usize::from(byte)] = true;
        }
        Self { texts: texts.to_vec(), begin }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Whether a cell is one of them, but for outer white space.
    pub fn hold(&self, cell: &str) -> bool {
        if !cell.bytes().next().is_some_and(|byte| self.begin[usize::from(byte)]) {
            return false;
        }
        let cell = cell.trim();
        self.texts.iter().any(|null| null == cell)
    }
}

/// A dotted path into a document: `^` starts at the row; `list[]` walks through a list, `list[key=text]` through those of its
/// elements whose key shows this text. One element where a list is usual is a list of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentPath {
    /// As it is written.
    pub name: String,
    from_row: bool,
    steps: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    key: String,
    /// It leads through a list: all elements, or those with this key and text.
    through: Option<Option<(String, String)>>,
}

impl Step {
    fn new(text: &str) -> Self {
        let Some((key, filter)) = text.strip_suffix(']').and_then(|text| text.split_once('[')) else {
            return Self { key: text.to_owned(), through: None };
        };
        Self { key: key.to_owned(), through: Some(filter.split_once('=').map(|(key, text)| (key.to_owned(), text.to_owned()))) }
    }

    /// The elements a value of this step leads to.
    fn elements<'a>(&self, value: &'a Value) -> impl Iterator<Item = &'a Value> {
        let filter = self.through.clone().flatten();
        as_list(value).iter().filter(move |element| match &filter {
            None => true,
            Some((key, text)) => element.get(key).is_some_and(|shown| *crate::read::scalar(shown) == **text),
        })
    }
}

/// The elements of a list; one value where a list is usual is a list of one.
fn as_list(value: &Value) -> &[Value] {
    match value {
        Value::Array(list) => list,
        Value::Null => &[],
        one => std::slice::from_ref(one),
    }
}

impl DocumentPath {
    /// From its name.
    pub fn new(name: &str) -> Self {
        let (from_row, rest) = match name.strip_prefix('^') {
            Some(rest) => (true, rest),
            None => (false, name),
        };
        Self { name: name.to_owned(), from_row, steps: rest.split('.').filter(|step| !step.is_empty()).map(Step::new).collect() }
    }

    fn read<'a>(&self, row: &'a Value, element: &'a Value) -> Cow<'a, str> {
        follow(&self.steps, if self.from_row { row } else { element })
    }

    /// The elements of the list at this path.
    pub fn list<'a>(&self, element: &'a Value) -> Vec<&'a Value> {
        let mut found = Vec::new();
        collect(&self.steps, element, &mut found);
        found
    }

    /// The object at this path, for what all its keys say.
    pub fn object<'a>(&self, value: &'a Value) -> Option<&'a serde_json::Map<String, Value>> {
        self.steps.iter().try_fold(value, |at, step| at.get(&step.key))?.as_object()
    }

    /// How many things a path declares: the length of a list, or a number.
    pub fn declares(&self, value: &Value) -> Option<u64> {
        let last = self.steps.iter().try_fold(value, |at, step| at.get(&step.key))?;
        match last {
            Value::Array(list) => Some(list.len() as u64),
            number => crate::read::scalar(number).parse().ok(),
        }
    }
}

fn follow<'a>(steps: &[Step], value: &'a Value) -> Cow<'a, str> {
    let mut at = value;
    for (i, step) in steps.iter().enumerate() {
        let Some(inner) = at.get(&step.key) else { return Cow::Borrowed("") };
        if step.through.is_some() {
            let mut cells = step.elements(inner).map(|item| follow(&steps[i + 1..], item)).filter(|cell| !cell.is_empty());
            // The usual case, one element, needs no joining.
            let first = cells.next().unwrap_or_default();
            let rest: Vec<_> = cells.collect();
            return if rest.is_empty() { first } else { Cow::Owned([vec![first], rest].concat().join(UNIT)) };
        }
        at = inner;
    }
    match at {
        Value::Array(list) => match list.as_slice() {
            [Value::String(only)] => Cow::Borrowed(only.trim()),
            list => Cow::Owned(list.iter().map(crate::read::scalar).collect::<Vec<_>>().join(UNIT)),
        },
        Value::String(text) => Cow::Borrowed(text.trim()),
        plain => crate::read::scalar(plain),
    }
}

fn collect<'a>(steps: &[Step], value: &'a Value, found: &mut Vec<&'a Value>) {
    let Some((step, rest)) = steps.split_first() else { return found.extend(as_list(value)) };
    let Some(inner) = value.get(&step.key) else { return };
    match &step.through {
        Some(_) if rest.is_empty() => found.extend(step.elements(inner)),
        Some(_) => step.elements(inner).for_each(|element| collect(rest, element, found)),
        None => collect(rest, inner, found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn cell(path: &str, value: &Value) -> String {
        DocumentPath::new(path).read(value, value).into_owned()
    }

    #[test]
    fn paths_walk_through_lists_and_choose_elements() {
        let value = json!({"posts": [{"n": 1, "acts": [{"id": 2, "count": 7}]}, {"n": 2, "acts": []}], "one": {"a": "x"}, "lone": ["b"]});
        assert_eq!(cell("posts[n=1].acts[id=2].count", &value), "7");
        assert_eq!(cell("posts[n=2].acts[id=2].count", &value), "");
        assert_eq!(cell("posts[].n", &value), "1\u{1f}2");
        assert_eq!(cell("one[].a", &value), "x", "one where a list is usual");
        assert_eq!(cell("lone", &value), "b");
        assert_eq!(DocumentPath::new("posts[n=2]").list(&value).len(), 1);
        assert_eq!(DocumentPath::new("posts").list(&value).len(), 2);
        assert_eq!(DocumentPath::new("posts[].acts").list(&value).len(), 1);
        assert_eq!(DocumentPath::new("nothing").list(&value).len(), 0);
    }

    #[test]
    fn lists_and_numbers_declare_how_many() {
        let value = json!({"held": [1, 2], "of": {"count": "5"}});
        assert_eq!(DocumentPath::new("held").declares(&value), Some(2));
        assert_eq!(DocumentPath::new("of.count").declares(&value), Some(5));
        assert_eq!(DocumentPath::new("of.nothing").declares(&value), None);
    }
}
