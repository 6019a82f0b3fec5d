//! What changed between the exports of a consultation. Titles and excerpts are those of the published record: what it hides is not here.

use rustc_hash::FxHashSet;
use serde::Serialize;

use super::page::{Head, Made, Renderer};
use super::text::{escape, excerpt};
use crate::changes::{Changes, Counted, Edit, Edited, Key, Piece, SHOWN, Tag};
use crate::diagnose::Arg;
use crate::model::ContributionIx;
use crate::words::Date;

#[derive(Serialize)]
struct Pair {
    id: String,
    title: String,
    before: Date,
    after: Date,
    /// Less than half of the contributions are left.
    small: bool,
    unchanged: bool,
    sizes: Vec<SizeLine>,
    #[serde(skip_serializing_if = "String::is_empty")]
    comments: String,
    lists: Vec<List>,
}

#[derive(Serialize)]
struct SizeLine {
    title: String,
    before: u64,
    after: u64,
}

#[derive(Serialize)]
struct List {
    id: String,
    /// Beside its number, among the figures.
    label: String,
    /// Above the list.
    title: String,
    total: usize,
    shown: usize,
    lines: Vec<Line>,
    rows: Vec<CountRow>,
}

#[derive(Serialize)]
struct Line {
    url: String,
    title: String,
    /// Kind and id; nothing where they are the title already.
    #[serde(skip_serializing_if = "String::is_empty")]
    name: String,
    /// It was in an export before the two.
    back: bool,
    #[serde(skip_serializing_if = "String::is_empty")]
    excerpt: String,
    edits: Vec<EditLine>,
}

#[derive(Serialize)]
struct EditLine {
    title: String,
    note: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    diff_html: String,
}

#[derive(Serialize)]
struct CountRow {
    url: String,
    title: String,
    fields: Vec<CountField>,
}

#[derive(Serialize)]
struct CountField {
    title: String,
    before: Option<u32>,
    after: Option<u32>,
}

impl Renderer<'_> {
    pub(super) fn changes(&self, c: usize) -> Made {
        let dossier = &self.dossiers[c];
        let url = self.plan.consultations[c].file("changes.html");
        let mut trail = self.trail(c);
        trail.push(super::shared::Link::new(self.word("menu-method"), self.plan.consultations[c].file("method.html")));
        let head = Head { kind: "changes", url: url.clone(), heading: self.word("menu-changes"), trail, ..Head::default() };
        let mut context = self.context(head, Some(c));
        let mut seen: FxHashSet<&Key> = FxHashSet::default();
        let mut pairs: Vec<Pair> = Vec::with_capacity(dossier.changes.len());
        for changes in &dossier.changes {
            pairs.push(self.pair(c, changes, &seen));
            seen.extend(&changes.removed);
        }
        // Readers come for what is new.
        pairs.reverse();
        context.insert("pairs", &pairs);
        let files = self.data.published[c].tables.iter().filter(|table| table.name == "changes").flat_map(|table| &table.files);
        context.insert("table_url", &files.map(|file| &file.url).next());
        self.finish("changes.html", url, &context)
    }

    fn pair(&self, c: usize, changes: &Changes, seen: &FxHashSet<&Key>) -> Pair {
        let (before, after) = (changes.before, changes.after);
        let day = |edition: crate::model::Edition| self.site.dates.date(edition.moment());
        let id = format!("to-{}", after.edition);
        let words = self.engine.words();
        let dates = [("before", day(before.edition).text.into()), ("after", day(after.edition).text.into())];
        let size = |word: &str, before: u64, after: u64| SizeLine { title: self.word(word), before, after };
        let comments = changes.comments;
        let numbers = [comments.added, comments.removed, comments.edited];
        let list = |name: &str, total: usize, lines: Vec<Line>, rows: Vec<CountRow>| List {
            id: format!("{id}-{name}"),
            label: words.format(&format!("changes-{name}-label"), &[("count", Arg::from(total))]),
            title: self.word(&format!("changes-{name}")),
            total,
            shown: total.min(SHOWN),
            lines,
            rows,
        };
        let plain = |keys: &[Key], quoted: bool| keys.iter().take(SHOWN).filter_map(|key| self.change_line(c, key, seen, quoted)).collect();
        let edited = changes.edited.iter().take(SHOWN).filter_map(|edited| self.edited_line(c, edited, seen)).collect();
        let counts = changes.counts.iter().take(SHOWN).filter_map(|counted| self.count_row(c, counted)).collect();
        Pair {
            title: words.format("changes-pair", &dates),
            before: day(before.edition),
            after: day(after.edition),
            small: changes.shrank(),
            unchanged: changes.is_empty(),
            // Of what neither export speaks, nought would say too much.
            sizes: [
                size("heading-contributions", before.contributions as u64, after.contributions as u64),
                size("heading-comments", before.comments as u64, after.comments as u64),
                size("heading-votes", before.votes, after.votes),
            ]
            .into_iter()
            .filter(|size| size.before + size.after > 0)
            .collect(),
            comments: if numbers == [0; 3] {
                String::new()
            } else {
                let [added, removed, edited] = numbers.map(Arg::from);
                words.format("changes-comments", &[("added", added), ("removed", removed), ("edited", edited)])
            },
            lists: vec![
                list("added", changes.added.len(), plain(&changes.added, false), Vec::new()),
                list("removed", changes.removed.len(), plain(&changes.removed, true), Vec::new()),
                list("edited", changes.edited.len(), edited, Vec::new()),
                list("counts", changes.counts.len(), Vec::new(), counts),
            ],
            id,
        }
    }

    fn place_of(&self, c: usize, key: &Key) -> Option<(ContributionIx, String)> {
        let record = &self.dossiers[c].record;
        let ix = record.find(key.kind, &key.id)?;
        Some((ix, self.plan.consultations[c].contribution(record, ix)))
    }

    fn change_line(&self, c: usize, key: &Key, seen: &FxHashSet<&Key>, quoted: bool) -> Option<Line> {
        let (ix, url) = self.place_of(c, key)?;
        let contribution = self.dossiers[c].record.contribution(ix);
        let text = if quoted && !contribution.title.is_empty() { excerpt(&contribution.body.to_plain(), 180) } else { String::new() };
        let (title, mut name) = (self.title_of(c, ix), format!("{} {}", self.phrases.kind(key.kind), key.id));
        if name == title {
            name.clear();
        }
        Some(Line { url, title, name, back: seen.contains(key), excerpt: text, edits: Vec::new() })
    }

    fn edited_line(&self, c: usize, edited: &Edited, seen: &FxHashSet<&Key>) -> Option<Line> {
        let line = self.change_line(c, &edited.key, seen, false)?;
        Some(Line { back: false, edits: edited.edits.iter().map(|edit| self.edit_line(edit)).collect(), ..line })
    }

    fn edit_line(&self, edit: &Edit) -> EditLine {
        let words = self.engine.words();
        let (note, pieces): (String, &[Piece]) = match edit {
            Edit::Title(text) | Edit::Body(text) => {
                (words.format("changes-lengths", &[("before", Arg::from(text.before)), ("after", Arg::from(text.after))]), &text.pieces)
            }
            Edit::Topic(before, after) => {
                let title = |topic: &Option<Box<str>>| topic.as_deref().map_or_else(|| self.word("topic-none"), str::to_owned);
                (format!("{} → {}", title(before), title(after)), &[])
            }
            Edit::Status(before, after) => (format!("{} → {}", self.phrases.status(*before), self.phrases.status(*after)), &[]),
        };
        EditLine { title: self.word(&format!("change-{}", edit.field())), note, diff_html: diff_html(pieces) }
    }

    fn count_row(&self, c: usize, counted: &Counted) -> Option<CountRow> {
        let (ix, url) = self.place_of(c, &counted.key)?;
        let field =
            |&(name, before, after): &(&str, Option<u32>, Option<u32>)| CountField { title: self.word(&format!("change-{name}")), before, after };
        Some(CountRow { url, title: self.title_of(c, ix), fields: counted.fields.iter().map(field).collect() })
    }
}

/// Words that differ, as HTML.
fn diff_html(pieces: &[Piece]) -> String {
    let mut html = String::new();
    for piece in pieces {
        if !html.is_empty() {
            html.push(' ');
        }
        let (open, close) = match piece.tag {
            Tag::Same => ("", ""),
            Tag::Removed => ("<del>", "</del>"),
            Tag::Added => ("<ins>", "</ins>"),
            Tag::Skipped => ("…", ""),
        };
        html.push_str(open);
        escape(&mut html, &piece.text);
        html.push_str(close);
    }
    html
}
