//! The sources of a consultation, one after the other, into one draft.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use rustc_hash::FxHashSet;
use serde_json::Value;

use super::beside::Beside;
use super::binding::{Bind, Binding};
use super::cells::{Cells, DocumentPath};
use super::collect::Collector;
use super::columns::{Hiding, Survey as ColumnSurvey};
use super::draft::{Draft, DraftContribution, DraftSource, index_of, same_title};
use super::faults::REASONS;
use super::headers::Headers;
use super::plain;
use super::publication;
use super::realign;
use super::recognise::{Recognition, recognise, recognise_documents, table_candidate};
use super::registry::Profiles;
use super::sides;
use super::told::{corrected, hints, own_profile, required};
use super::units::{Unit, units};
use super::unread;
use super::values::folded;
use super::vocabulary;
use crate::archive::profile::{Entity, Form, Profile, Record, Repeated};
use crate::archive::{ConsultationContent, HiddenPolicy, SourceConfig};
use crate::diagnose::{Diagnostic, Diagnostics, Severity, Tally, codes, did_you_mean};
use crate::model::{Edition, SetAside, Side, SourceFile, Status, VoteRows};
use crate::read::{Documents, Limits, Opened, Record as RowOfCells, Table, inputs_within};

/// Reads all sources of a consultation.
pub struct SourceReader<'a> {
    /// The profiles there are.
    pub profiles: &'a Profiles,
    /// Folder of the consultation on disk.
    pub folder: &'a Path,
    /// The same folder, as messages name it.
    pub shown: String,
    /// Language preferred where a text stands in several.
    pub language: &'a str,
    /// What a file may cost.
    pub limits: Limits,
    /// Told after every unit, for progress.
    pub progress: &'a (dyn Fn(&str) + Sync),
}

/// Reads the sources that `consultation.yaml` names: those of one edition and of every one.
pub fn read_sources(reader: &SourceReader<'_>, consultation: &ConsultationContent, edition: Option<Edition>, diagnostics: &mut Diagnostics) -> Draft {
    let mut draft = Draft::of(edition);
    if consultation.config.sources.is_empty() {
        diagnostics.push(Diagnostic::new(codes::MISSING_COLUMN).file(&consultation.file).column("sources"));
    }
    let before = diagnostics.count(Severity::Error);
    let sources = || consultation.config.sources_of(edition);
    let mut read: Vec<(usize, &SourceConfig)> = Vec::new();
    for (source, edition) in sources() {
        let first = draft.sources.len();
        reader.source(source, consultation, &mut draft, diagnostics);
        draft.sources[first..].iter_mut().for_each(|source| source.file.edition = edition);
        read.push((first, source));
    }
    say_comments(&draft, &read, consultation, diagnostics);
    let kept: u64 = draft.sources.iter().map(|source| source.file.rows_kept).sum();
    let texts = draft.contributions.len() + draft.comments.len();
    let shown = |status: Status| matches!(status, Status::Published | Status::Withdrawn);
    if texts > 0
        && draft.contributions.iter().all(|row| !shown(row.status))
        && draft.comments.iter().all(|row| !shown(row.status))
        && draft
            .contributions
            .iter()
            .map(|row| row.status)
            .chain(draft.comments.iter().map(|row| row.status))
            .any(|status| status == Status::Moderated)
    {
        diagnostics.push(Diagnostic::new(codes::NOTHING_TO_SHOW).file(&consultation.file).count(texts as u64));
    }
    if kept == 0 && sources().next().is_some() && diagnostics.count(Severity::Error) == before && draft.set_aside.iter().all(unreadable) {
        diagnostics.push(Diagnostic::new(codes::NOTHING_READABLE).file(&consultation.file));
    }
    draft
}

/// Stops at a table that was taken for contributions and looks like comments on those of another: its texts are called comments, and it has no
/// titles, or theirs.
fn say_comments(draft: &Draft, read: &[(usize, &SourceConfig)], consultation: &ConsultationContent, diagnostics: &mut Diagnostics) {
    let suspect: Vec<usize> = (0..draft.sources.len()).filter(|at| draft.sources[*at].comments.is_some()).collect();
    if suspect.is_empty() {
        return;
    }
    // Titles of the tables that are contributions beyond doubt, and of rows in doubt how many have one of them.
    let of = |row: &DraftContribution| row.origin.source as usize;
    let titles: FxHashSet<String> = draft
        .contributions
        .iter()
        .filter(|row| draft.sources[of(row)].comments.is_none() && !row.title.is_empty())
        .map(|row| same_title(&row.title))
        .collect();
    if titles.is_empty() {
        return;
    }
    let mut met: Vec<(u64, u64)> = vec![(0, 0); draft.sources.len()];
    for row in draft.contributions.iter().filter(|row| draft.sources[of(row)].comments.is_some()) {
        let (rows, same) = &mut met[of(row)];
        *rows += 1;
        *same += u64::from(row.title.is_empty() || titles.contains(&same_title(&row.title)));
    }
    for at in suspect {
        let (rows, same) = met[at];
        let Some([Some(body), title, parent, on]) = &draft.sources[at].comments else { continue };
        let Some((_, source)) = read.iter().rev().find(|(first, _)| *first <= at).filter(|_| rows > 0 && (on.is_some() || same * 2 >= rows)) else {
            continue;
        };
        let on = match (title, parent.as_ref().filter(|_| on.is_none()).or(on.as_ref())) {
            (_, Some(number)) if on.is_some() => format!("on_id: {}", Value::from(number.as_str())),
            (Some(title), _) => format!("on_title: {}", Value::from(title.as_str())),
            (None, Some(parent)) => format!("on_id: {}", Value::from(parent.as_str())),
            (None, None) => "on_id: \"…\"".to_owned(),
        };
        let body = Value::from(body.as_str());
        let diagnostic = Diagnostic::new(codes::COMMENTS_APART)
            .count(rows)
            .arg("comments", format!("profile: plain/comments, columns: {{ {on}, body: {body} }}"))
            .arg("contributions", format!("columns: {{ body: {body} }}"));
        let at = consultation.config.sources.iter().position(|other| std::ptr::eq(other, *source)).unwrap_or_default();
        diagnostics.push(diagnostic.file(&consultation.file).at_key(&consultation.yaml, &format!("sources/{at}/file")));
    }
}

/// Whether a row was set aside because nobody could read it, and not by a rule of its profile.
fn unreadable(set_aside: &SetAside) -> bool {
    ![codes::EMPTY_ROW, codes::HXL_ROW].iter().chain(REASONS).any(|rule| *rule == set_aside.reason.code)
}

impl SourceReader<'_> {
    fn source(&self, source: &SourceConfig, consultation: &ConsultationContent, draft: &mut Draft, diagnostics: &mut Diagnostics) {
        // A fault in what the user wrote is told with its line in the YAML.
        let at = consultation.config.sources.iter().position(|other| std::ptr::eq(other, source)).unwrap_or_default();
        let wrong =
            |diagnostic: Diagnostic, key: &str| diagnostic.file(&consultation.file).at_key(&consultation.yaml, &format!("sources/{at}/{key}"));
        let hints = match hints(source, self.profiles, self.limits) {
            Ok(mut hints) => {
                let siblings = consultation.config.sources.iter().filter(|other| other.file == source.file);
                hints.sheets_apart = siblings.filter_map(|other| other.sheet.clone()).filter(|sheet| Some(sheet) != source.sheet.as_ref()).collect();
                hints
            }
            Err(diagnostic) => {
                let key = diagnostic.place.column.clone().unwrap_or_default();
                return diagnostics.push(wrong(diagnostic, &key));
            }
        };
        let relative = Path::new(&source.file);
        if relative.is_absolute() || relative.components().any(|part| matches!(part, std::path::Component::ParentDir)) {
            return diagnostics.push(wrong(Diagnostic::new(codes::OUTSIDE_CONSULTATION).column("file").arg("value", &source.file), "file"));
        }
        let found = match inputs_within(&source.file, &self.folder.join(relative), &self.limits) {
            Ok(found) => found,
            // A damaged ZIP is a fault inside an export; a missing file is a fault of the YAML.
            Err(diagnostic) if diagnostic.severity != Severity::Error => {
                return self.unit(source, Unit::Broken(source.file.clone(), diagnostic), None, true, draft, diagnostics);
            }
            Err(diagnostic) => return diagnostics.push(wrong(diagnostic, "file")),
        };
        let named = match source.profile.as_deref().map(|id| self.profiles.named(id)).transpose() {
            Ok(named) => named,
            Err(diagnostic) => return diagnostics.push(wrong(diagnostic.column("profile"), "profile")),
        };
        let own = match source.columns.as_ref().map(|columns| own_profile(source, columns, self.profiles)).transpose() {
            Ok(own) => own,
            Err(diagnostic) => {
                let key = diagnostic.args.iter().find_map(|(name, value)| match value {
                    crate::diagnose::Arg::Text(key) if *name == "key" => Some(key.clone()),
                    _ => None,
                });
                return diagnostics.push(wrong(diagnostic.column("columns"), &format!("columns/{}", key.unwrap_or_default())));
            }
        };
        if let Some((item, personal)) = source.further.iter().enumerate().find(|(_, name)| plain::is_about_people(name)) {
            return diagnostics
                .push(wrong(Diagnostic::new(codes::FURTHER_PERSONAL).column("further").arg("value", personal), &format!("further/{item}")));
        }
        let nothing = BTreeMap::new();
        let corrects = source.columns.is_some() || !source.further.is_empty();
        let corrected = named.filter(|_| corrects).map(|profile| corrected(profile, source.columns.as_ref().unwrap_or(&nothing), source));
        let one_file = found.len() == 1;
        for unit in units(&source.file, found, &hints, self.profiles) {
            (self.progress)(unit.name());
            let mut said = Diagnostics::default();
            self.unit(source, unit, corrected.as_ref().or(own.as_ref()).or(named), one_file, draft, &mut said);
            // What stops the build is told where it can be mended.
            diagnostics.extend(said.iter().map(|diagnostic| match diagnostic.code == codes::UNRECOGNISED {
                true => wrong(diagnostic.clone(), "file"),
                false => diagnostic.clone(),
            }));
        }
    }

    fn unit(&self, source: &SourceConfig, unit: Unit, given: Option<&Profile>, one_file: bool, draft: &mut Draft, diagnostics: &mut Diagnostics) {
        let shown = format!("{}/{}", self.shown, unit.name());
        match unit {
            Unit::Broken(name, diagnostic) => {
                let mut file = SourceFile { file: name.as_str().into(), rows_read: 1, rows_set_aside: 1, ..SourceFile::default() };
                file.format = "".into();
                if let Some(profile) = given {
                    (file.profile, file.profile_title, file.platform) =
                        (profile.id.as_str().into(), profile.title.as_str().into(), profile.platform.as_str().into());
                }
                draft.sources.push(DraftSource::of(file));
                draft.set_aside.push(SetAside { file: name.as_str().into(), row: 0, reason: diagnostic.clone().file(&name) });
                diagnostics.push(diagnostic.file(shown));
            }
            Unit::Table(name, table) => {
                diagnostics.extend(table.remarks.iter().map(|remark| remark.clone().file(&shown)));
                let opened = Opened::Table(*table);
                let recognition = recognise(&opened, self.profiles);
                let profile = given.or_else(|| recognition.best().map(|candidate| candidate.profile));
                let Opened::Table(table) = opened else { return };
                let Some(profile) = profile else {
                    return self.unrecognised(&name, table.headers.len(), given.is_some() || one_file, &recognition, draft, diagnostics);
                };
                let headers = Headers::new(&table.headers);
                let candidate = table_candidate(profile, &table, &headers);
                if !candidate.fits && !candidate.missing.is_empty() {
                    let missing = candidate.missing.join(", ");
                    // A column of the user's own is a slip of the pen; so is a profile whose texts are not there. One that lacks a
                    // few columns is obeyed.
                    let own = |name: &String| source.columns.iter().flat_map(required).chain(source.further.iter().cloned()).any(|own| own == *name);
                    if profile.id == "columns" || candidate.present.is_empty() || !candidate.readable || candidate.missing.iter().any(own) {
                        let slip = candidate.missing.first().and_then(|missing| did_you_mean(missing, table.headers.iter().map(String::as_str)));
                        let other = recognition.best().map(|best| best.profile.id.as_str());
                        let near = if profile.id == "columns" { slip } else { other }.unwrap_or_default().to_owned();
                        return diagnostics.push(
                            Diagnostic::new(codes::WRONG_PROFILE).file(shown).arg("profile", &profile.id).arg("missing", missing).arg("near", near),
                        );
                    }
                    let share = candidate.present.len() * 100 / (candidate.present.len() + candidate.missing.len());
                    let lacks = Diagnostic::new(codes::PROFILE_LACKS).file(&shown).count(candidate.missing.len() as u64);
                    diagnostics.push(lacks.arg("profile", &profile.title).arg("missing", missing).arg("share", share));
                }
                if plain::is_plain(profile) {
                    let fitted = plain::fit(profile, &table, &headers).unwrap_or_else(|| sides::fitted(profile, &table, &headers));
                    return self.table(source, &name, &table, &fitted, draft, diagnostics);
                }
                self.table(source, &name, &table, profile, draft, diagnostics);
            }
            Unit::Documents(name, documents) => {
                let sample = documents.iter().find_map(|(_, read)| read.as_ref().ok()).map_or(&[][..], |first| &first.sample);
                let recognition = recognise_documents(sample, self.profiles);
                match given.filter(|p| p.form == Form::Document).or_else(|| recognition.best().map(|best| best.profile)) {
                    Some(profile) => self.documents(source, &name, &documents, profile, draft, diagnostics),
                    // Flat documents are the rows of a table.
                    None => self.unit(source, Unit::Table(name, Box::new(Table::from_folder(documents))), given, one_file, draft, diagnostics),
                }
            }
        }
    }

    /// A file that no profile knows; `wanted`: the user named it, and it is not just one of many in a folder or ZIP.
    fn unrecognised(
        &self,
        name: &str,
        columns: usize,
        wanted: bool,
        recognition: &Recognition<'_>,
        draft: &mut Draft,
        diagnostics: &mut Diagnostics,
    ) {
        let near: Vec<String> = recognition.candidates.iter().take(3).map(|c| format!("{} (− {})", c.profile.id, c.missing.join(", "))).collect();
        let code = if wanted { codes::UNRECOGNISED } else { codes::UNRECOGNISED_MEMBER };
        let diagnostic = Diagnostic::new(code).file(name).arg("columns", columns).arg("near", near.join(" · "));
        draft.sources.push(DraftSource::of(SourceFile { file: name.into(), rows_read: 1, rows_set_aside: 1, ..SourceFile::default() }));
        draft.set_aside.push(SetAside { file: name.into(), row: 0, reason: diagnostic.clone() });
        diagnostics.push(diagnostic.file(format!("{}/{name}", self.shown)));
    }

    fn begin(&self, source: &SourceConfig, name: &str, profile: &Profile, draft: &mut Draft) -> u32 {
        let index = index_of(draft.sources.len());
        draft.sources.push(DraftSource {
            file: SourceFile {
                file: name.into(),
                profile: profile.id.as_str().into(),
                profile_title: profile.title.as_str().into(),
                platform: profile.platform.as_str().into(),
                repair: source.repair.is_some(),
                ..SourceFile::default()
            },
            zone: profile.zone.clone(),
            namespace: profile.namespace.clone(),
            newest: profile.repeated == Repeated::Newest,
            comments: None,
        });
        let rows = source.vote_rows.unwrap_or(profile.vote_rows);
        let makes_votes = |record: &Record| record.entity == Entity::Vote || record.also.iter().any(|also| also.entity == Entity::Vote);
        if profile.records.iter().any(makes_votes) {
            // The weakest claim of all files wins: Complete < Sample < Absent.
            draft.vote_rows = Some(draft.vote_rows.map_or(rows, |known: VoteRows| known.max(rows)));
        }
        index
    }

    /// Gives the columns their forms, says what nothing decided, and gives the columns that hide.
    fn settle(
        &self,
        survey: ColumnSurvey,
        source: &SourceConfig,
        profile: &Profile,
        binding: &mut Binding,
        shown: &str,
        diagnostics: &mut Diagnostics,
    ) -> Hiding {
        let month_first = source.month_first.or(profile.month_first.then_some(true));
        let settled = survey.settle(source, month_first, self.language == "en");
        binding.settle(&settled.forms);
        diagnostics.extend(settled.remarks.into_iter().map(|remark| remark.file(shown)));
        settled.hiding
    }

    /// What takes in the records of one source.
    #[expect(clippy::too_many_arguments, reason = "all that a source is made of, named once for tables and documents")]
    fn collector<'a>(
        &self,
        source: &SourceConfig,
        index: u32,
        name: &str,
        profile: &Profile,
        binding: &'a Binding,
        hiding: Hiding,
        draft: &'a mut Draft,
    ) -> Collector<'a> {
        Collector {
            draft,
            tally: Tally::default(),
            source: index,
            file: name.to_owned(),
            markup: profile.markup,
            binding,
            generated: HashMap::new(),
            width: 0,
            key: String::new(),
            made_once: HashMap::new(),
            hiding,
            statuses: source.statuses.iter().map(|(word, status)| (folded(word).into_owned(), *status)).collect(),
            keep_hidden: source.hidden == Some(HiddenPolicy::Keep),
            hiding_title: None,
            sided: 0,
            sideless: 0,
            row_hidden: false,
            row_nameless: false,
            row_unanswered: false,
            cells: 0,
        }
    }

    fn table(&self, source: &SourceConfig, name: &str, table: &Table, profile: &Profile, draft: &mut Draft, diagnostics: &mut Diagnostics) {
        let headers = Headers::new(&table.headers);
        let mut binding = Binding::new(
            profile,
            &Bind { headers: Some(&headers), concealed: &table.concealed, language: self.language, formats: profile.formats.clone() },
        );
        let index = self.begin(source, name, profile, draft);
        draft.sources[index as usize].comments = plain::called_comments(profile, &table.headers).filter(|_| source.columns.is_none());
        let file = &mut draft.sources[index as usize].file;
        file.format = table.format.name().into();
        file.encoding = table.encoding.as_str().into();
        file.documents = table.documents.iter().map(|name| Box::from(name.as_str())).collect();
        let shown = format!("{}/{name}", self.shown);
        if let Some(status) = binding.status_lacking(profile).filter(|_| table.documents.is_empty() && !plain::is_plain(profile)) {
            diagnostics.push(Diagnostic::new(codes::STATUS_LACKING).file(&shown).arg("column", status));
        }
        let width = table.headers.len();
        let mut survey = ColumnSurvey::new(&binding);
        let mut beside = Beside::new(&table.headers, &binding, table.sheet_ends(), self.profiles.known_headers(std::iter::empty()));
        // Faults of the file are told when its rows are taken in.
        let _ = table.rows(&mut Tally::default(), &mut |row, record, _| {
            let one_of_them = beside.look(row, record);
            if one_of_them && survey.is_needed() && record.len() == width {
                survey.row(&binding, &Cells::Row(record));
            }
        });
        let hiding = self.settle(survey, source, profile, &mut binding, &shown, diagnostics);
        let unread = unread::remarks(table, &headers, &binding, profile, &hiding, &source.further, &mut draft.sources[index as usize].file);
        diagnostics.extend(unread.into_iter().map(|said| said.file(&shown)));
        sides_of(profile, &binding).for_each(|side| draft.vote_sides.note(side));
        let mut collector = self.collector(source, index, name, profile, &binding, hiding, draft);
        collector.width = width;
        // Sheets that were joined to one table name themselves in its last column.
        let sheets = (table.sheet_ends().len() > 1 && table.headers.last().is_some_and(|header| header == "sheet")).then(|| width - 1);
        // A list, each level of its path, the only sheet, and the line above the header speak of all rows.
        let path = table.list.as_deref().unwrap_or_default().split('.');
        let sheet_alone = table.sheets().filter(|_| sheets.is_none()).map(|(title, _)| title);
        let whole = path.chain(sheet_alone).chain(table.title.as_deref()).find(|title| publication::hides_below(title));
        collector.below(whole);
        let mut sheet = String::new();
        let delimiter = table.delimiter().map(char::from);
        let mut reading = Tally::default();
        let read = table.rows(&mut reading, &mut |row, record: RowOfCells<'_>, _| {
            if row == 1 && is_hxl(record) {
                collector.draft.sources[index as usize].file.rows_read += 1;
                return collector.set_aside(row, Diagnostic::new(codes::HXL_ROW));
            }
            if let Some(cell) = sheets.and_then(|column| record.get(column)).filter(|cell| *cell != sheet) {
                cell.clone_into(&mut sheet);
                collector.below(Some(cell));
            }
            if let Some(what) = beside.what(row, record) {
                let title =
                    beside.title(record).filter(|title| what == codes::NOTE_ROW && !vocabulary::is_note(title) || publication::hides_below(title));
                // Below a sheet or in a list that hides no title of a section shows anything.
                let above = if sheets.is_some() { Some(sheet.as_str()) } else { whole };
                if title.is_some() && !above.is_some_and(publication::hides_below) {
                    collector.below(title);
                }
                collector.draft.sources[index as usize].file.rows_read += 1;
                return collector.set_aside(row, Diagnostic::new(what));
            }
            if record.len() == width {
                return collector.record(row, &Cells::Row(record));
            }
            match realign::row(record, width, delimiter, &binding) {
                realign::Aligned::AsIs => {
                    let code = if record.len() > width { codes::LONG_ROW } else { codes::RAGGED_ROW };
                    collector.tally.note(code, row, "", &record.len().to_string(), "");
                    collector.record(row, &Cells::Row(record));
                }
                realign::Aligned::Mended(mended) => {
                    collector.tally.note(codes::REALIGNED_ROW, row, "", "", "");
                    collector.record(row, &Cells::Row((&mended).into()));
                }
                realign::Aligned::Broken => {
                    collector.draft.sources[index as usize].file.rows_read += 1;
                    collector.set_aside(row, Diagnostic::new(codes::SHIFTED_ROW));
                }
            }
        });
        let tally = std::mem::take(&mut collector.tally);
        // Votes none of which can be read are no count.
        if collector.sideless > collector.sided && collector.draft.vote_rows.is_some() {
            collector.draft.vote_rows = Some(VoteRows::Absent);
        }
        diagnostics.extend(reading.finish(&shown).chain(tally.finish(&shown)));
        let broken = read.as_ref().map_or(&[][..], Vec::as_slice);
        for (row, diagnostic) in broken {
            let file = &mut draft.sources[index as usize].file;
            file.rows_read += 1;
            file.rows_set_aside += 1;
            let document = diagnostic.place.file.as_deref().filter(|_| !table.documents.is_empty()).unwrap_or(name).to_owned();
            draft.set_aside.push(SetAside { file: document.as_str().into(), row: *row, reason: diagnostic.clone() });
            // Hidden rows are counted in one warning of the workbook.
            if diagnostic.code != codes::HIDDEN_ROW {
                diagnostics.push(diagnostic.clone().file(format!("{}/{document}", self.shown)));
            }
        }
        if let Err(diagnostic) = read {
            // The file broke off: what came before is kept, and the break is one row set aside.
            let file = &mut draft.sources[index as usize].file;
            file.rows_read += 1;
            file.rows_set_aside += 1;
            draft.set_aside.push(SetAside { file: name.into(), row: 0, reason: diagnostic.clone() });
            diagnostics.push(diagnostic.file(shown));
        } else if draft.sources[index as usize].file.rows_read == 0 {
            diagnostics.push(Diagnostic::new(codes::NO_ROWS).file(shown));
        }
    }

    fn documents(
        &self,
        source: &SourceConfig,
        name: &str,
        documents: &[(String, Result<Documents, Diagnostic>)],
        profile: &Profile,
        draft: &mut Draft,
        diagnostics: &mut Diagnostics,
    ) {
        let mut binding = Binding::new(profile, &Bind { headers: None, concealed: &[], language: self.language, formats: profile.formats.clone() });
        let index = self.begin(source, name, profile, draft);
        let folder = documents.len() > 1;
        let first = documents.iter().find_map(|(_, read)| read.as_ref().ok());
        let file = &mut draft.sources[index as usize].file;
        file.format = first.map_or("JSON", |d| d.format.name()).into();
        file.encoding = first.map_or("UTF-8", |d| d.encoding.as_str()).into();
        if folder {
            file.documents = documents.iter().map(|(name, _)| Box::from(name.as_str())).collect();
        }
        let mut survey = ColumnSurvey::new(&binding);
        if survey.is_needed() {
            for documents in documents.iter().filter_map(|(_, read)| read.as_ref().ok()) {
                let paths = &binding.paths;
                let _ = documents.each(source.rows.as_deref().unwrap_or(&profile.rows), &mut |_, value| {
                    survey.row(&binding, &Cells::Document { paths, row: value, element: value });
                });
            }
        }
        let hiding = self.settle(survey, source, profile, &mut binding, &format!("{}/{name}", self.shown), diagnostics);
        sides_of(profile, &binding).for_each(|side| draft.vote_sides.note(side));
        let mut collector = self.collector(source, index, name, profile, &binding, hiding, draft);
        let rows = source.rows.as_deref().unwrap_or(&profile.rows);
        let remarks = documents.iter().filter_map(|(file, read)| Some((file, &read.as_ref().ok()?.remarks)));
        diagnostics
            .extend(remarks.flat_map(|(file, remarks)| remarks.iter().map(move |remark| remark.clone().file(format!("{}/{file}", self.shown)))));
        let mut faults = Vec::new();
        for (position, (file, read)) in (1..).zip(documents) {
            collector.file.clone_from(file);
            let before = collector.draft.sources[index as usize].file.rows_read;
            let top = read.as_ref().ok().filter(|documents| documents.single && !rows.is_empty()).and_then(|documents| documents.sample.first());
            faults.extend(top.into_iter().flat_map(|top| incomplete(profile, top)).map(|fault| fault.file(format!("{}/{file}", self.shown))));
            let mut take = |number: u64, value: &Value| {
                let row = if folder { position } else { number };
                if rows.is_empty() {
                    faults.extend(incomplete(profile, value).map(|fault| fault.file(format!("{}/{file}", self.shown)).row(row)));
                }
                let cells = Cells::Document { paths: &binding.paths, row: value, element: value };
                collector.record(row, &cells);
            };
            let fault = match read {
                Ok(documents) => match documents.each(rows, &mut take) {
                    Ok(broken) => {
                        for (row, diagnostic) in broken {
                            collector.draft.sources[index as usize].file.rows_read += 1;
                            collector.set_aside(row, diagnostic.clone());
                            faults.push(diagnostic.file(format!("{}/{file}", self.shown)));
                        }
                        None
                    }
                    Err(diagnostic) => Some(diagnostic),
                },
                Err(diagnostic) => Some(diagnostic.clone()),
            };
            let nothing = collector.draft.sources[index as usize].file.rows_read == before;
            let fault = fault.or_else(|| nothing.then(|| Diagnostic::new(codes::NO_ROWS)));
            if let Some(diagnostic) = fault {
                let source = &mut collector.draft.sources[index as usize].file;
                source.rows_read += 1;
                source.rows_set_aside += 1;
                collector.draft.set_aside.push(SetAside { file: file.as_str().into(), row: 0, reason: diagnostic.clone().file(file) });
                faults.push(diagnostic.file(format!("{}/{file}", self.shown)));
            }
        }
        let shown = format!("{}/{name}", self.shown);
        let tally = std::mem::take(&mut collector.tally);
        diagnostics.extend(merge_equal(faults).into_iter().chain(tally.finish(&shown)));
    }
}

/// The sides that votes of a file can take. A table of no platform has the neutral one where a vote takes it.
fn sides_of<'b>(profile: &Profile, binding: &'b Binding) -> impl Iterator<Item = Side> + use<'b> {
    let plain = plain::is_plain(profile);
    binding.vote_sides().filter(move |side| !plain || *side != Side::Neutral)
}

/// The lists of a document that are shorter than it declares.
fn incomplete<'p>(profile: &'p Profile, document: &'p Value) -> impl Iterator<Item = Diagnostic> + 'p {
    profile.complete.iter().filter_map(|complete| {
        let held = DocumentPath::new(&complete.held).list(document).len() as u64;
        let declared = DocumentPath::new(&complete.declared).declares(document)?;
        (held < declared).then(|| Diagnostic::new(codes::INCOMPLETE_DOCUMENT).column(&complete.held).arg("held", held).arg("declared", declared))
    })
}

/// Whether a row below the header holds the tags of the Humanitarian Exchange Language: every filled cell is `#tag` and attributes.
fn is_hxl(record: RowOfCells<'_>) -> bool {
    let mut cells = record.iter().map(str::trim).filter(|cell| !cell.is_empty()).peekable();
    let tag = |cell: &str| cell.strip_prefix('#').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()) && !rest.contains("  "));
    cells.peek().is_some() && cells.all(tag)
}

/// Fifteen empty documents are one remark with a count; the list on the method page names them all.
fn merge_equal(faults: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut merged: BTreeMap<&'static str, Diagnostic> = BTreeMap::new();
    let mut kept = Vec::new();
    for fault in faults {
        if fault.code != codes::EMPTY_FILE {
            kept.push(fault);
            continue;
        }
        merged.entry(fault.code.id).and_modify(|first| first.count += 1).or_insert(fault);
    }
    kept.extend(merged.into_values());
    kept
}
