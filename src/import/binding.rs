//! A profile bound to the columns of one file: names are looked up once, cells are then read by number.

use std::borrow::Cow;
use std::cell::RefCell;

use rustc_hash::FxHashMap;

use super::cells::{Cells, DocumentPath, Nulls, PSEUDO, UNIT};
use super::columns::{Beside, Form as ColumnForm, HidingColumn, Slots, Type, hiding_columns};
use super::headers::Headers;
use super::values::dates::DateForms;
use super::values::{ITSELF, folded, relay};
use crate::archive::profile::{Condition, Decode, Entity, Field, FieldSpec, Part, Profile, Record};
use crate::diagnose::Code;
use crate::model::{Kind, Side};

/// Where a part takes its text from.
#[derive(Debug)]
pub enum Source {
    /// Spellings of one column: the first that is filled.
    Columns(Vec<usize>),
    /// One column per language: (language, column).
    Languages(Vec<(String, usize)>),
    /// Always the same.
    Constant(String),
}

/// A part of a field, bound.
#[derive(Debug)]
pub struct BoundPart {
    /// Where from.
    pub source: Source,
    /// Name of the column, for messages.
    pub name: String,
    /// The form of its column: what the cells settled, once they have been looked at.
    pub form: ColumnForm,
    /// List separator.
    pub split: Option<String>,
    /// Written before a paragraph.
    pub label: Option<String>,
    values: Option<FxHashMap<String, String>>,
    last_of: Option<String>,
    before: Option<String>,
    after: Option<String>,
    join: Option<String>,
    prefix: Option<String>,
    within: Option<Vec<usize>>,
    given: Option<Vec<usize>>,
    decode: Option<Decode>,
    /// Cells are given as they stand: nothing below has to be looked at.
    plain: bool,
    /// The last filled cell, for parts that carry it down. Rows of one source are read by one thread, in their order.
    carried: Option<RefCell<String>>,
}

/// What a part gives for one record.
pub enum Given<'a> {
    /// A text, never empty.
    Text(Cow<'a, str>),
    /// Nothing is there.
    Nothing,
    /// Something is there that `values` does not know.
    Unknown(Cow<'a, str>),
}

impl BoundPart {
    /// Reads this part of a record.
    pub fn read<'a>(&'a self, cells: &Cells<'a>) -> Given<'a> {
        let given = self.read_alone(cells);
        match (&self.within, given) {
            (Some(within), Given::Text(text)) => match first_filled(cells, within.iter().copied()) {
                outer if outer.is_empty() => Given::Nothing,
                outer => Given::Text(Cow::Owned(format!("{outer}-{text}"))),
            },
            (None, Given::Text(text)) if self.given.is_some() => match first_filled(cells, self.given.iter().flatten().copied()) {
                given if given.is_empty() => Given::Text(text),
                given => Given::Text(Cow::Owned(format!("{given} {text}"))),
            },
            (_, given) => given,
        }
    }

    fn read_alone<'a>(&'a self, cells: &Cells<'a>) -> Given<'a> {
        let raw = match &self.source {
            Source::Constant(value) => Cow::Borrowed(value.as_str()),
            Source::Columns(columns) => match columns.as_slice() {
                [only] => cells.get(*only),
                several => first_filled(cells, several.iter().copied()),
            },
            Source::Languages(columns) => first_filled(cells, columns.iter().map(|(_, column)| *column)),
        };
        match &self.carried {
            Some(carried) if raw.is_empty() => self.refine(Cow::Owned(carried.borrow().clone())),
            _ => self.refine(raw),
        }
    }

    /// Remembers the cell of this row for the rows below.
    fn remember(&self, cells: &Cells<'_>) {
        if let (Some(carried), Source::Columns(columns)) = (&self.carried, &self.source) {
            let cell = first_filled(cells, columns.iter().copied());
            if !cell.is_empty() {
                carried.replace(cell.into_owned());
            }
        }
    }

    /// The words that its map gives, whatever the file holds.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.values.iter().flat_map(|values| values.values()).map(String::as_str)
    }

    /// Its cell as it stands, before any map of words.
    pub fn raw<'a>(&'a self, cells: &Cells<'a>) -> Cow<'a, str> {
        match &self.source {
            Source::Constant(value) => Cow::Borrowed(value.as_str()),
            Source::Columns(columns) => first_filled(cells, columns.iter().copied()),
            Source::Languages(columns) => first_filled(cells, columns.iter().map(|(_, column)| *column)),
        }
    }

    /// Whether the part says itself what each word of its column means.
    pub fn has_map(&self) -> bool {
        self.values.is_some()
    }

    /// The columns it reads.
    pub fn columns(&self) -> Vec<usize> {
        match &self.source {
            Source::Columns(columns) => columns.clone(),
            Source::Languages(family) => family.iter().map(|(_, column)| *column).collect(),
            Source::Constant(_) => Vec::new(),
        }
    }

    /// Applies the part's rules to a cell.
    pub fn refine<'a>(&'a self, raw: Cow<'a, str>) -> Given<'a> {
        let mut text = raw;
        if self.plain {
            return if text.is_empty() { Given::Nothing } else { Given::Text(text) };
        }
        if let Some(join) = &self.join {
            text = Cow::Owned(text.replace(self.split.as_deref().unwrap_or(UNIT), join));
        } else if self.split.is_none() && text.contains(UNIT) {
            text = Cow::Owned(text.replace(UNIT, ", "));
        }
        if let Some(separator) = &self.after {
            text = cut(text, |t| t.find(separator.as_str()).map(|at| at + separator.len()..t.len()));
        }
        if let Some(separator) = &self.before {
            text = cut(text, |t| t.find(separator.as_str()).map(|at| 0..at));
        }
        if let Some(separator) = &self.last_of {
            text = cut(text, |t| t.rfind(separator.as_str()).map(|at| at + separator.len()..t.len()));
        }
        if self.decode == Some(Decode::Relay)
            && let Cow::Owned(decoded) = relay(&text)
        {
            text = Cow::Owned(decoded);
        }
        if let Some(prefix) = self.prefix.as_ref().filter(|_| !text.is_empty()) {
            text = Cow::Owned(format!("{prefix}{text}"));
        }
        if let Some(values) = &self.values {
            let found = values.get(folded(&text).as_ref());
            let found = found.or_else(|| values.get("*").filter(|_| !text.is_empty()));
            return match found {
                Some(word) if word == ITSELF && !text.is_empty() => Given::Text(text),
                Some(word) if word.is_empty() || word == ITSELF => Given::Nothing,
                Some(word) => Given::Text(Cow::Borrowed(word)),
                None if text.is_empty() => Given::Nothing,
                None => Given::Unknown(text),
            };
        }
        if text.is_empty() { Given::Nothing } else { Given::Text(text) }
    }
}

pub(super) fn first_filled<'a>(cells: &Cells<'a>, columns: impl Iterator<Item = usize>) -> Cow<'a, str> {
    columns.map(|column| cells.get(column)).find(|cell| !cell.is_empty()).unwrap_or_default()
}

fn cut<'a>(text: Cow<'a, str>, range: impl Fn(&str) -> Option<std::ops::Range<usize>>) -> Cow<'a, str> {
    match range(&text) {
        Some(range) => match text {
            Cow::Borrowed(text) => Cow::Borrowed(text[range].trim()),
            Cow::Owned(text) => Cow::Owned(text[range].trim().to_owned()),
        },
        None => text,
    }
}

/// A rule that sets rows aside, bound.
#[derive(Debug)]
pub struct BoundRule {
    /// The columns looked at.
    pub columns: Vec<usize>,
    /// The folded values.
    pub values: Vec<String>,
    /// The reason.
    pub code: &'static Code,
}

/// What a record is made from, where a row makes several.
#[derive(Debug)]
pub enum Each {
    /// The elements of a list in a document.
    List(DocumentPath),
    /// The filled cells of some columns (number, name), cut into pieces.
    Cells {
        /// The columns.
        columns: Vec<(usize, String)>,
        /// What stands between pieces.
        split: Option<String>,
    },
}

/// A record of a profile, bound.
#[derive(Debug)]
pub struct BoundRecord {
    /// What it makes.
    pub entity: Entity,
    /// Kind of a contribution.
    pub kind: Option<Kind>,
    /// Why it is set aside.
    pub code: Option<&'static Code>,
    /// Kinds of the parent.
    pub on: Vec<Kind>,
    /// What it is made from, where it is not the row itself.
    pub each: Option<Each>,
    /// Only the first record with an id makes something.
    pub once: bool,
    /// Fields by [`Field`] number.
    pub fields: Vec<Option<Vec<BoundPart>>>,
    /// Columns published as they are.
    pub further: Vec<(Vec<usize>, String)>,
    /// Objects of a document all whose keys are published as they are.
    pub objects: Vec<DocumentPath>,
    /// Questions put to participants.
    pub questions: Vec<(usize, String)>,
    /// Reasons to set a row aside.
    pub rules: Vec<BoundRule>,
    /// Further records of the same row.
    pub also: Vec<BoundRecord>,
    /// Something may hang on what it makes: records of the same row, lists in the document.
    pub bears: bool,
    /// Field, part and slot numbers of the parts whose columns have a form.
    pub typed: Vec<(usize, usize, usize)>,
    when: Vec<(Vec<usize>, Vec<String>, Option<bool>)>,
    /// Field and part numbers that carry cells down.
    carrying: Vec<(usize, usize)>,
}

impl BoundRecord {
    /// The parts of a field, empty where the file has no such column.
    pub fn parts(&self, field: Field) -> &[BoundPart] {
        self.fields[field as usize].as_deref().unwrap_or_default()
    }

    /// Gives the parts whose columns have a form their slots.
    fn type_parts(&mut self, slots: &mut Slots) {
        for (field, parts) in self.fields.iter().enumerate() {
            let Some(kind) = Type::of(Field::ALL[field].0) else { continue };
            for (at, part) in parts.iter().flatten().enumerate() {
                let columns = part.columns();
                if !columns.is_empty() {
                    self.typed.push((field, at, slots.of(columns, &part.name, kind)));
                }
            }
        }
        self.also.iter_mut().for_each(|also| also.type_parts(slots));
    }

    fn settle(&mut self, forms: &[ColumnForm]) {
        for &(field, part, slot) in &self.typed {
            if let (Some(part), Some(form)) = (self.fields[field].as_mut().and_then(|parts| parts.get_mut(part)), forms.get(slot)) {
                let formats = std::mem::take(&mut part.form.dates.formats);
                part.form = form.clone();
                part.form.dates.formats = formats;
            }
        }
        self.also.iter_mut().for_each(|also| also.settle(forms));
    }

    /// Looks at a row, whatever it becomes, for what later rows take from it.
    pub fn pass(&self, cells: &Cells<'_>) {
        self.carrying.iter().for_each(|&(field, part)| {
            if let Some(part) = self.fields[field].as_ref().and_then(|parts| parts.get(part)) {
                part.remember(cells);
            }
        });
    }

    /// Whether the conditions hold.
    pub fn applies(&self, cells: &Cells<'_>) -> bool {
        self.when.iter().all(|(columns, values, empty)| {
            let cell = first_filled(cells, columns.iter().copied());
            let shows = values.is_empty() || values.iter().any(|value| *value == folded(&cell));
            shows && empty.is_none_or(|empty| cell.is_empty() == empty)
        })
    }
}

/// A profile bound to a file.
#[derive(Debug)]
pub struct Binding {
    /// The records in their order.
    pub records: Vec<BoundRecord>,
    /// Paths that stand for columns, for documents.
    pub paths: Vec<DocumentPath>,
    /// By column of the table: some record reads it.
    pub used: Vec<bool>,
    /// Columns that hold the discriminator of records, for messages.
    pub when_column: Option<usize>,
    /// Texts that mean an empty cell.
    pub nulls: Nulls,
    /// Name and type of the columns that have a form.
    pub slots: Vec<(String, Type)>,
    /// Columns that no record reads and whose names say that rows are hidden.
    pub hiding: Vec<HidingColumn>,
}

/// What binding needs to know beyond the profile.
pub struct Bind<'a> {
    /// The columns, for tables; documents have none.
    pub headers: Option<&'a Headers>,
    /// Columns without a header that their workbook hides: place and name.
    pub concealed: &'a [(usize, String)],
    /// Language preferred where a text stands in several.
    pub language: &'a str,
    /// Date forms of the whole source to try first.
    pub formats: Vec<String>,
}

impl Binding {
    /// Binds a profile.
    pub fn new(profile: &Profile, bind: &Bind<'_>) -> Self {
        let width = bind.headers.map_or(0, |headers| headers.names().len());
        let mut binding = Self {
            records: Vec::new(),
            paths: Vec::new(),
            used: vec![false; width],
            when_column: None,
            nulls: Nulls::new(&profile.nulls),
            slots: Vec::new(),
            hiding: Vec::new(),
        };
        let mut named: Vec<String> = profile.personal.iter().chain(&profile.ignored).cloned().collect();
        profile.records.iter().for_each(|record| name_columns(record, &mut named));
        for record in &profile.records {
            let bound = binding.record(record, bind, &named);
            binding.records.push(bound);
        }
        let mut slots = Slots::default();
        binding.records.iter_mut().for_each(|record| record.type_parts(&mut slots));
        binding.slots = slots.list;
        if let Some(headers) = bind.headers {
            let used = &binding.used;
            let spoken_of = |column: usize| {
                // A profile whose own column of publication is not there has no say in what else may hide.
                let known = !super::plain::is_plain(profile) && profile.id != "columns" && !binding.lacks_status(profile);
                // A reason of moderation is read, and hides its row all the same.
                let reason = || {
                    let reads = |record: &BoundRecord| record.parts(Field::StatusReason).iter().any(|part| part.columns().contains(&column));
                    super::plain::is_plain(profile) && binding.records.iter().any(reads)
                };
                (used[column] && !reason()) || (known && named.iter().any(|pattern| headers.matches(column, pattern)))
            };
            binding.hiding = {
                let any = |field: Field| binding.records.iter().any(|record| !record.parts(field).is_empty());
                let beside =
                    Beside { answer: any(Field::Answer) || any(Field::AnswerStatus), decision: any(Field::Status) || any(Field::AnswerStatus) };
                let reads = |field: Field, column: usize| {
                    binding.records.iter().any(|record| record.parts(field).iter().any(|part| part.columns().contains(&column)))
                };
                let dated = |column: usize| reads(Field::CreatedAt, column);
                let published = |column: usize| {
                    super::plain::is_plain(profile)
                        && binding.records.iter().any(|record| record.further.iter().any(|(columns, _)| columns.contains(&column)))
                };
                hiding_columns(headers, bind.concealed, beside, &spoken_of, &dated, &published)
            };
        }
        if binding.records.iter().any(|record| record.each.is_some()) {
            binding.records.iter_mut().for_each(|record| record.bears = true);
        }
        binding.when_column = profile.records.iter().flat_map(|r| &r.when.0).find_map(|c| binding.lookup(&c.column, bind).first().copied());
        binding
    }

    /// The column of publication that a profile reads and this file does not have.
    pub fn status_lacking<'p>(&self, profile: &'p Profile) -> Option<&'p str> {
        let (bound, record) = self.records.iter().zip(&profile.records).find(|(_, record)| record.fields.contains_key("status"))?;
        let spec = record.fields.get("status")?;
        let column = spec.parts.iter().find_map(|part| part.column.as_deref())?;
        let reads = bound.parts(Field::Status).iter().any(|part| !part.columns().is_empty());
        (!reads).then(|| column.split('|').next().unwrap_or(column))
    }

    fn lacks_status(&self, profile: &Profile) -> bool {
        self.status_lacking(profile).is_some()
    }

    /// Gives each part the form of its column.
    pub fn settle(&mut self, forms: &[ColumnForm]) {
        self.records.iter_mut().for_each(|record| record.settle(forms));
    }

    /// Sides that vote rows of this file can take: those its map of words gives, also where no row took one.
    pub fn vote_sides(&self) -> impl Iterator<Item = Side> + '_ {
        let records = self.records.iter().flat_map(|record| std::iter::once(record).chain(&record.also));
        let values = records.filter(|record| record.entity == Entity::Vote).flat_map(|record| record.parts(Field::Value));
        values.flat_map(BoundPart::words).filter_map(Side::from_word).filter(|side| *side != Side::None)
    }

    fn lookup(&mut self, names: &str, bind: &Bind<'_>) -> Vec<usize> {
        match bind.headers {
            Some(headers) => {
                if let Some(pseudo) = PSEUDO.iter().position(|name| *name == names) {
                    return vec![headers.names().len() + pseudo];
                }
                let found = headers.spellings(names);
                found.iter().for_each(|&column| self.used[column] = true);
                found
            }
            None => names
                .split('|')
                .map(|name| {
                    let path = DocumentPath::new(name.trim());
                    match self.paths.iter().position(|known| *known == path) {
                        Some(at) => at,
                        None => {
                            self.paths.push(path);
                            self.paths.len() - 1
                        }
                    }
                })
                .collect(),
        }
    }

    fn record(&mut self, record: &Record, bind: &Bind<'_>, named: &[String]) -> BoundRecord {
        let mut fields: Vec<Option<Vec<BoundPart>>> = Field::ALL.iter().map(|_| None).collect();
        for (name, spec) in &record.fields {
            if let Some(field) = Field::find(name) {
                let parts = self.field(spec, bind);
                fields[field as usize] = (!parts.is_empty()).then_some(parts);
            }
        }
        let when =
            record.when.0.iter().map(|Condition { column, values, empty }| {
                (self.lookup(column, bind), values.iter().map(|v| folded(v).into_owned()).collect(), *empty)
            });
        let when = when.collect();
        let rules = record
            .set_aside
            .iter()
            .filter_map(|rule| {
                let code = Code::find(&rule.code)?;
                Some(BoundRule {
                    columns: self.lookup(&rule.column, bind),
                    values: rule.values.iter().map(|v| folded(v).into_owned()).collect(),
                    code,
                })
            })
            .collect();
        let (mut further, mut objects) = (Vec::new(), Vec::new());
        for name in &record.further {
            // `name = column|spelling`: one field under a name of its own.
            if let Some((shown, column)) = name.split_once(" = ") {
                further.push((self.lookup(column, bind), shown.trim().to_owned()));
                continue;
            }
            if bind.headers.is_none() && name.ends_with(".*") {
                objects.push(DocumentPath::new(name.trim_end_matches(".*")));
                continue;
            }
            if let Some(headers) = bind.headers.filter(|_| name.ends_with('*') || name.starts_with('*')) {
                for column in 0..headers.names().len() {
                    let spoken_of = || named.iter().any(|pattern| headers.matches(column, pattern));
                    if (name == "*" && !headers.names()[column].is_empty() && !spoken_of()) || (name != "*" && headers.matches(column, name)) {
                        self.used[column] = true;
                        further.push((vec![column], headers.names()[column].clone()));
                    }
                }
                continue;
            }
            for column in self.lookup(name, bind) {
                let shown = bind
                    .headers
                    .map_or_else(|| self.paths[column].name.trim_start_matches('^').to_owned(), |h| h.names().get(column).unwrap_or(name).clone());
                further.push((vec![column], shown));
            }
        }
        let mut questions = Vec::new();
        if let (Some(headers), Some(after)) = (bind.headers, &record.questions_after) {
            let start = self.lookup(after, bind).first().map_or(headers.names().len(), |column| column + 1);
            for column in start..headers.names().len() {
                if !headers.names()[column].is_empty() && !named.iter().any(|pattern| headers.matches(column, pattern)) {
                    self.used[column] = true;
                    questions.push((column, headers.names()[column].clone()));
                }
            }
        }
        let carrying = fields
            .iter()
            .enumerate()
            .flat_map(|(at, parts)| parts.iter().flatten().enumerate().map(move |(part, bound)| (at, part, bound.carried.is_some())))
            .filter_map(|(field, part, carries)| carries.then_some((field, part)))
            .collect();
        BoundRecord {
            carrying,
            entity: record.entity,
            kind: record.kind,
            code: record.code.as_deref().and_then(Code::find),
            on: record.on.iter().filter_map(|word| Kind::from_word(word)).collect(),
            each: record.each.as_deref().map(|name| self.each(name, record.each_split.as_ref(), bind, named)),
            once: record.once,
            fields,
            further,
            objects,
            questions,
            rules,
            bears: bind.headers.is_none() || !record.also.is_empty(),
            also: record.also.iter().map(|also| self.record(also, bind, named)).collect(),
            typed: Vec::new(),
            when,
        }
    }

    fn each(&mut self, name: &str, split: Option<&String>, bind: &Bind<'_>, named: &[String]) -> Each {
        let Some(headers) = bind.headers else { return Each::List(DocumentPath::new(name)) };
        let mut columns = Vec::new();
        for name in name.split('|').map(str::trim) {
            let spoken_of = |column: usize| named.iter().any(|pattern| headers.matches(column, pattern));
            let found: Vec<usize> = match name.ends_with('*') {
                true if name == "*" => {
                    (0..headers.names().len()).filter(|&column| !headers.names()[column].is_empty() && !spoken_of(column)).collect()
                }
                true => (0..headers.names().len()).filter(|&column| headers.matches(column, name)).collect(),
                false => headers.find(name).into_iter().collect(),
            };
            found.iter().for_each(|&column| self.used[column] = true);
            columns.extend(found.into_iter().map(|column| (column, headers.names()[column].clone())));
        }
        Each::Cells { columns, split: split.cloned() }
    }

    fn field(&mut self, spec: &FieldSpec, bind: &Bind<'_>) -> Vec<BoundPart> {
        spec.parts.iter().filter_map(|part| self.part(part, bind)).collect()
    }

    fn part(&mut self, part: &Part, bind: &Bind<'_>) -> Option<BoundPart> {
        let (source, name) = match (&part.value, &part.column) {
            (Some(value), _) => (Source::Constant(value.clone()), String::new()),
            (None, Some(column)) => {
                let family: Vec<(String, usize)> = match bind.headers {
                    Some(headers) => column.split('|').flat_map(|name| headers.family(name.trim())).collect(),
                    None => Vec::new(),
                };
                if family.is_empty() {
                    let columns = self.lookup(column, bind);
                    let shown = |at: usize| match bind.headers {
                        None => self.paths[at].name.clone(),
                        Some(headers) => headers.names().get(at).unwrap_or(column).clone(),
                    };
                    let name = columns.first().map(|&at| shown(at));
                    // A column that the file does not have gives nothing, unless `values` speaks of empty cells.
                    if columns.is_empty() {
                        let always = part.values.as_ref()?.get("").filter(|word| !word.is_empty() && *word != ITSELF)?;
                        return self.part(&Part { value: Some(always.clone()), ..Part::default() }, bind);
                    }
                    (Source::Columns(columns), name.unwrap_or_default())
                } else {
                    let mut family = family;
                    family.iter().for_each(|&(_, column)| self.used[column] = true);
                    // The archive's language first, the others as they stand.
                    family.sort_by_key(|(language, _)| language != bind.language);
                    // Spellings beside the family (`name/*|name`) come last, without a language.
                    for column in column.split('|').filter(|name| !name.ends_with('*')).collect::<Vec<_>>() {
                        for at in self.lookup(column, bind) {
                            family.push((String::new(), at));
                        }
                    }
                    let name = column.clone();
                    (Source::Languages(family), name)
                }
            }
            (None, None) => return None,
        };
        // Only documents give lists as one cell; the cells of a table are looked at once less.
        let Part {
            column: _,
            values,
            formats: _,
            split,
            last_of,
            before,
            after,
            decode,
            value: _,
            join,
            label: _,
            carry: _,
            prefix,
            within: _,
            given: _,
        } = part;
        let texts = [split, last_of, before, after, join, prefix];
        let plain = bind.headers.is_some() && values.is_none() && decode.is_none() && texts.iter().all(|rule| rule.is_none());
        let formats = part.formats.iter().chain(&bind.formats).cloned().collect();
        let form = ColumnForm { dates: DateForms { formats, ..DateForms::default() }, ..ColumnForm::default() };
        Some(BoundPart {
            source,
            name,
            form,
            split: part.split.clone(),
            label: part.label.clone(),
            values: part.values.as_ref().map(|map| {
                map.iter()
                    .map(|(spelling, word)| (if spelling == "*" { spelling.clone() } else { folded(spelling).into_owned() }, word.clone()))
                    .collect()
            }),
            last_of: part.last_of.clone(),
            before: part.before.clone(),
            after: part.after.clone(),
            join: part.join.clone(),
            prefix: part.prefix.clone(),
            within: part.within.as_ref().map(|column| self.lookup(column, bind)),
            given: part.given.as_ref().map(|column| self.lookup(column, bind)),
            decode: part.decode,
            plain,
            carried: part.carry.then(RefCell::default),
        })
    }
}

/// Adds every column that a record names.
pub fn name_columns(record: &Record, named: &mut Vec<String>) {
    named.extend(record.when.0.iter().map(|condition| condition.column.clone()));
    named.extend(record.set_aside.iter().map(|rule| rule.column.clone()));
    // A lone star stands for what nothing else names: it names nothing.
    named.extend(record.each.iter().filter(|name| *name != "*").cloned());
    let parts = || record.fields.values().flat_map(|spec| &spec.parts);
    named.extend(parts().filter_map(|part| part.column.clone()).chain(parts().filter_map(|part| part.within.clone().or(part.given.clone()))));
    let columns = record.further.iter().map(|name| name.split_once(" = ").map_or(name.as_str(), |(_, column)| column));
    named.extend(columns.filter(|name| *name != "*").map(str::to_owned));
    named.extend(record.questions_after.iter().cloned());
    record.also.iter().for_each(|also| name_columns(also, named));
}
