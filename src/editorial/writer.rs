//! Writes texts one after the other, and notes what they cite and show.

use std::fmt::Write;

use super::citation::{Named, Unknown, resolve};
use super::markdown::{Resolve, escaped, heading_anchor, write};
use super::media::{AUDIO, VIDEO, media_html, medium, picture_html};
use super::pictures::{Picture, Pictures, has_notes};
use super::place::Written;
use super::targets::{PAGES, ROOT_PAGES};
use super::{Body, Citing, Html, ROOT, Reference};
use crate::archive::{Content, Document};
use crate::diagnose::{Diagnostic, Diagnostics, codes, did_you_mean};
use crate::model::{ContributionIx, Moment};
use crate::normalise::{day, is_address};
use crate::plan::{Dossier, SitePlan};
use crate::read::{Root, content_bytes, extension, named_file};
use crate::words::Words;

/// [`ROOT`] in an address.
const ROOT_IN_ASCII: &str = "%EF%A3%BF";

/// How citations look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Numbers, with a list below the text.
    Numbered,
    /// The contribution's kind and id: the text has no list.
    Named,
}

/// The text at work.
struct Current {
    file: String,
    source: String,
    consultation: Option<usize>,
    /// Folder of the text below `content/`.
    beside: Option<String>,
    /// Page, without anchor where citations have their own.
    url: String,
    title: String,
    heading: String,
    style: Style,
    references: Vec<Reference>,
    marks: usize,
    /// Links to places of the same page, as they are written and as they became.
    fragments: Vec<(String, String)>,
}

/// See the module.
pub struct Writer<'a> {
    root: &'a Root,
    content: &'a Content,
    pub(super) dossiers: &'a [Dossier<'a>],
    pub(super) plan: &'a SitePlan,
    pub(super) words: &'a Words,
    diagnostics: &'a mut Diagnostics,
    cited: Vec<(usize, Citing)>,
    pictures: Pictures,
    current: Option<Current>,
}

impl<'a> Writer<'a> {
    /// A writer with nothing written.
    pub fn new(
        root: &'a Root,
        content: &'a Content,
        dossiers: &'a [Dossier<'a>],
        plan: &'a SitePlan,
        words: &'a Words,
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        Self { root, content, dossiers, plan, words, diagnostics, cited: Vec::new(), pictures: Pictures::default(), current: None }
    }

    /// What the texts cited, by consultation, and the pictures they show.
    pub fn finish(self) -> (Vec<(usize, Citing)>, Pictures) {
        (self.cited, self.pictures)
    }

    /// Writes a Markdown file for the page at `url`.
    pub fn document(&mut self, document: &Document, consultation: Option<usize>, url: &str, title: &str) -> Body {
        let date = document.front.date.as_deref().and_then(|text| self.day(text, "date", &Written::text(&document.file, &document.source)));
        for file in &document.front.documents {
            if let Some(c) = consultation {
                self.copied(file, &Written::text(&document.file, &document.source), c);
            }
        }
        let markdown = without_title(&document.markdown, title);
        let mut body = self.write(markdown, &document.file, &document.source, consultation, url, title, Style::Numbered);
        body.date = date;
        body
    }

    /// Writes a few sentences of a YAML file.
    pub fn fragment(&mut self, text: &str, file: &str, source: &str, consultation: Option<usize>, url: &str) -> Html {
        self.write(text, file, source, consultation, url, "", Style::Named).html
    }

    /// Writes the text of an entry of a list, which has an anchor of its own.
    pub fn entry(&mut self, text: &str, file: &str, source: &str, c: usize, url: &str, title: &str) -> Html {
        self.write(text, file, source, Some(c), url, title, Style::Named).html
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of a text's place, named by the three functions above")]
    fn write(&mut self, text: &str, file: &str, source: &str, consultation: Option<usize>, url: &str, title: &str, style: Style) -> Body {
        let beside = file.strip_prefix("content/").and_then(|path| path.rsplit_once('/')).map(|(folder, _)| folder.to_owned());
        self.current = Some(Current {
            file: file.to_owned(),
            source: source.to_owned(),
            consultation,
            beside,
            url: url.to_owned(),
            title: title.to_owned(),
            heading: String::new(),
            style,
            references: Vec::new(),
            marks: 0,
            fragments: Vec::new(),
        });
        let (mut html, headings) = write(text, style == Style::Numbered, self);
        // Comrak writes addresses in ASCII.
        if html.contains(ROOT_IN_ASCII) {
            html = html.replace(ROOT_IN_ASCII, &ROOT.to_string());
        }
        // It says where a note leads back to in English.
        if html.contains("Back to reference ") {
            html = html.replace("Back to reference ", &escaped(&format!("{} ", self.words.text("footnote-back"))));
        }
        let fragments = self.current.as_mut().map(|current| std::mem::take(&mut current.fragments)).unwrap_or_default();
        for (written, anchor) in fragments {
            if !headings.iter().any(|heading| heading.anchor == anchor) && !html.contains(&format!("id=\"{anchor}\"")) {
                self.tell(codes::LINK_BROKEN, &written, headings.first().map_or("", |heading| heading.anchor.as_str()));
            }
        }
        let references = self.current.take().map(|current| current.references).unwrap_or_default();
        Body { html: Html(html), headings, references, date: None }
    }

    fn tell(&mut self, code: &'static crate::diagnose::Code, value: &str, near: &str) {
        let Some(current) = &self.current else { return };
        self.diagnostics.push(Diagnostic::new(code).file(&current.file).arg("value", value).arg("near", near).line_of(&current.source, value));
    }

    /// A day somebody wrote; what is no date is told.
    pub(super) fn day(&mut self, text: &str, key: &str, written: &Written<'_>) -> Option<Moment> {
        let date = day(text);
        if date.is_none() {
            let bad = Diagnostic::new(codes::BAD_VALUE).column(key).arg("value", text).arg("near", "2024-03-31");
            self.diagnostics.push(written.tell(bad, text));
        }
        date
    }

    /// A web address somebody wrote; what is none is told.
    pub(super) fn address(&mut self, text: &str, key: &str, written: &Written<'_>) {
        if !is_address(text) {
            let bad = Diagnostic::new(codes::BAD_VALUE).column(key).arg("value", text).arg("near", "https://…");
            self.diagnostics.push(written.tell(bad, text));
        }
    }

    /// News without a day.
    pub fn undated(&mut self, document: &Document) {
        self.diagnostics.push(Diagnostic::new(codes::NEWS_UNDATED).file(&document.file));
    }

    /// A file that must be among those of `documents/`.
    pub(super) fn copied(&mut self, path: &str, written: &Written<'_>, c: usize) -> bool {
        let documents = &self.dossiers[c].content.editorial.documents;
        if documents.iter().any(|document| document.path == path) {
            return true;
        }
        let near = did_you_mean(path, documents.iter().map(|document| document.path.as_str())).unwrap_or_default();
        self.diagnostics.push(written.tell(Diagnostic::new(codes::FILE_MISSING).arg("value", path).arg("near", near), path));
        false
    }

    /// What `consultation.yaml` says of partners, figures, documents and recordings.
    pub fn configured(&mut self, c: usize) {
        let content = self.dossiers[c].content;
        let (file, yaml, config) = (&content.file, &content.yaml, &content.config);
        let key = |path: String| Written::key(file, yaml, path);
        for (at, partner) in config.partners.iter().enumerate() {
            if let Some(url) = &partner.url {
                self.address(url, "partners", &key(format!("partners/{at}/url")));
            }
            if let Some(logo) = &partner.logo {
                self.shown(logo, &key(format!("partners/{at}/logo")), Some(c));
                if partner.alt.as_deref().is_none_or(|alt| alt.trim().is_empty()) {
                    self.pictures.without_words += 1;
                    let told = Diagnostic::new(codes::PICTURE_ALT).arg("value", logo);
                    self.diagnostics.push(key(format!("partners/{at}/logo")).tell(told, logo));
                }
            }
        }
        for (at, figure) in config.declared_figures.iter().enumerate() {
            self.day(&figure.date, "declared_figures", &key(format!("declared_figures/{at}/date")));
            if let Some(url) = &figure.url {
                self.address(url, "declared_figures", &key(format!("declared_figures/{at}/url")));
            }
        }
        for (at, document) in config.documents.iter().enumerate() {
            self.copied(&document.file, &key(format!("documents/{at}/file")), c);
            if let Some(date) = &document.date {
                self.day(date, "documents", &key(format!("documents/{at}/date")));
            }
        }
        for (at, media) in config.media.iter().enumerate() {
            if let Some(date) = &media.date {
                self.day(date, "media", &key(format!("media/{at}/date")));
            }
            if self.copied(&media.file, &key(format!("media/{at}/file")), c) && medium(&media.file).is_none() {
                let told = Diagnostic::new(codes::MEDIA_FORMAT).arg("value", &media.file).arg("known", [AUDIO, VIDEO].concat().join(", "));
                self.diagnostics.push(key(format!("media/{at}/file")).tell(told, ""));
            }
            match &media.transcript {
                None => {
                    let told = Diagnostic::new(codes::TRANSCRIPT_MISSING).arg("value", &media.file);
                    self.diagnostics.push(key(format!("media/{at}/file")).tell(told, ""));
                }
                Some(path) if content.editorial.sheets.iter().any(|sheet| *path == format!("sheets/{}.md", sheet.name)) => {}
                Some(path) => {
                    self.copied(path, &key(format!("media/{at}/transcript")), c);
                }
            }
        }
    }

    /// Photographs that will be copied as they are, with what a camera noted in them.
    pub fn noted(&mut self) {
        for dossier in self.dossiers {
            for file in &dossier.content.editorial.documents {
                let path = format!("consultations/{}/{}", dossier.record.slug, file.path);
                let photograph = ["jpg", "jpeg", "png", "webp"].contains(&extension(&path).as_str()) && !self.pictures.only_shown(&path);
                if photograph && content_bytes(self.root, &path).is_ok_and(|bytes| has_notes(&bytes)) {
                    self.diagnostics.push(Diagnostic::new(codes::PICTURE_NOTES).file(format!("content/{path}")));
                }
            }
        }
    }

    /// A picture that a YAML file names.
    pub(super) fn shown(&mut self, path: &str, written: &Written<'_>, c: Option<usize>) -> Option<Picture> {
        let slug = c.map(|c| &*self.dossiers[c].record.slug);
        let found = named_file(self.root, slug, None, path);
        match found.map(|found| self.measured(&found)) {
            Some(Ok(picture)) => Some(picture),
            Some(Err(error)) => {
                self.diagnostics.push(written.tell(Diagnostic::new(codes::PICTURE_FORMAT).arg("value", path).arg("error", error), path));
                None
            }
            None => {
                self.diagnostics.push(written.tell(Diagnostic::new(codes::FILE_MISSING).arg("value", path), path));
                None
            }
        }
    }

    fn measured(&mut self, path: &str) -> Result<Picture, String> {
        if let Some(picture) = self.pictures.get(path) {
            return Ok(picture.clone());
        }
        let bytes = content_bytes(self.root, path).map_err(|error| error.to_string())?;
        let picture = Picture::measure(path, &bytes)?;
        self.pictures.add(picture.clone());
        Ok(picture)
    }

    /// The page of a file below `content/`, if it has one.
    fn page_of(&self, path: &str) -> Option<String> {
        if let Some(page) = path.strip_prefix("pages/").and_then(|name| name.strip_suffix(".md")) {
            return Some(format!("{page}.html"));
        }
        let (slug, inside) = path.strip_prefix("consultations/")?.split_once('/')?;
        let c = self.dossiers.iter().position(|dossier| *dossier.record.slug == *slug)?;
        let plan = &self.plan.consultations[c];
        if inside.starts_with("documents/") {
            return plan.document(&self.dossiers[c].content.editorial.documents, inside);
        }
        inside.strip_suffix(".md").map(|page| plan.file(&format!("{page}.html")))
    }

    fn one(&mut self, named: &Named<'_>) -> Option<(usize, Vec<ContributionIx>)> {
        let here = self.current.as_ref().and_then(|current| current.consultation);
        let c = match named.slug {
            Some(slug) => {
                let found = self.dossiers.iter().position(|dossier| *dossier.record.slug == *slug);
                if found.is_none() {
                    let near = did_you_mean(slug, self.dossiers.iter().map(|dossier| &*dossier.record.slug)).unwrap_or_default().to_owned();
                    self.tell(codes::CITATION_UNKNOWN, slug, &near);
                }
                found?
            }
            None if here.is_none() => {
                let name = format!("{}:{}", named.kind, named.id);
                let near = self.dossiers.first().map(|dossier| format!("{}/{name}", dossier.record.slug)).unwrap_or_default();
                self.tell(codes::CITATION_UNKNOWN, &name, &near);
                return None;
            }
            None => here?,
        };
        match resolve(named, &self.dossiers[c].record) {
            Ok(found) => Some((c, found)),
            Err(Unknown { name, near }) => {
                self.tell(codes::CITATION_UNKNOWN, &name, &near);
                None
            }
        }
    }

    /// HTML of one cited contribution; notes the citation.
    fn mark(&mut self, c: usize, ix: ContributionIx, note: Option<&str>) -> String {
        let record = &self.dossiers[c].record;
        let contribution = record.contribution(ix);
        let url = self.plan.consultations[c].contribution(record, ix);
        let id = self.plan.consultations[c].short_id(record, ix);
        let name = format!("{} {id}", self.words.text(&format!("kind-{}", contribution.kind.word())));
        let hint = if contribution.title.is_empty() { name.clone() } else { format!("{name} – {}", contribution.title) };
        let Some(current) = &mut self.current else { return String::new() };
        current.marks += 1;
        let mark = current.marks;
        let at = current.references.iter().position(|r| (r.consultation, r.contribution) == (c, ix)).unwrap_or_else(|| {
            current.references.push(Reference { consultation: c, contribution: ix, marks: Vec::new() });
            current.references.len() - 1
        });
        current.references[at].marks.push(mark);
        let (anchor, text) = match current.style {
            Style::Numbered => (format!(" id=\"cite-{mark}\""), (at + 1).to_string()),
            Style::Named => (String::new(), name),
        };
        let place = if current.style == Style::Numbered { format!("{}#cite-{mark}", current.url) } else { current.url.clone() };
        self.cited.push((c, Citing { contribution: ix, url: place, title: current.title.clone(), heading: current.heading.clone() }));
        let mut html = format!("<a{anchor} href=\"{ROOT}{}\" title=\"{}\">{}</a>", escaped(&url), escaped(&hint), escaped(&text));
        if let Some(note) = note {
            let _ = write!(html, ", {}", escaped(note));
        }
        html
    }
}

impl Resolve for Writer<'_> {
    fn cite(&mut self, bracket: &str, names: Option<&[Named<'_>]>) -> String {
        let Some(names) = names else {
            self.tell(codes::CITATION_SYNTAX, bracket, "[@proposal:12]");
            return escaped(bracket);
        };
        let mut marks = Vec::new();
        for named in names {
            if let Some((c, found)) = self.one(named) {
                let last = found.len().saturating_sub(1);
                marks.extend(found.iter().enumerate().map(|(at, &ix)| self.mark(c, ix, named.note.filter(|_| at == last))).collect::<Vec<_>>());
            }
        }
        let separator = if self.current.as_ref().is_some_and(|current| current.style == Style::Named) { ", " } else { "; " };
        match self.current.as_ref().map(|current| current.style) {
            Some(Style::Named) => format!("({})", marks.join(separator)),
            _ => format!("<span class=\"cites\">[{}]</span>", marks.join(separator)),
        }
    }

    fn picture(&mut self, address: &str, alt: &str, caption: &str, alone: bool) -> String {
        let Some(current) = &self.current else { return String::new() };
        if address.contains("://") || address.starts_with("//") || address.starts_with("data:") {
            self.tell(codes::PICTURE_REMOTE, address, "");
            return String::new();
        }
        let slug = current.consultation.map(|c| &*self.dossiers[c].record.slug);
        let Some(path) = named_file(self.root, slug, current.beside.as_deref(), &decoded(address)) else {
            self.tell(codes::FILE_MISSING, address, "");
            return String::new();
        };
        if let Some(tag) = medium(&path) {
            return match self.page_of(&path) {
                Some(url) => media_html(tag, &url, if caption.is_empty() { alt } else { caption }),
                None => {
                    self.tell(codes::FILE_MISSING, address, "");
                    String::new()
                }
            };
        }
        if alt.is_empty() {
            self.pictures.without_words += 1;
            self.tell(codes::PICTURE_ALT, address, "");
        }
        match self.measured(&path) {
            Ok(picture) if !alone => picture_html(&picture, alt, &ROOT.to_string()),
            Ok(picture) => {
                let mut html = format!("<figure>{}", picture_html(&picture, alt, &ROOT.to_string()));
                if !caption.is_empty() {
                    let _ = write!(html, "<figcaption>{}</figcaption>", escaped(caption));
                }
                html + "</figure>\n"
            }
            Err(error) => {
                if let Some(current) = &self.current {
                    let told = Diagnostic::new(codes::PICTURE_FORMAT).file(&current.file).arg("value", address).arg("error", error);
                    self.diagnostics.push(told.line_of(&current.source, address));
                }
                String::new()
            }
        }
    }

    fn link(&mut self, address: &str) -> String {
        let scheme = address.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| scheme.bytes().all(|b| b.is_ascii_alphabetic()));
        if let Some(scheme) = scheme {
            if !["http", "https", "mailto", "tel"].contains(&scheme.to_ascii_lowercase().as_str()) {
                self.tell(codes::LINK_BROKEN, address, "");
            }
            return address.to_owned();
        }
        let Some(current) = &mut self.current else { return address.to_owned() };
        let (path, anchor) = address.split_once('#').map_or((address, String::new()), |(path, anchor)| (path, format!("#{}", named_anchor(anchor))));
        if path.is_empty() {
            current.fragments.push((address.to_owned(), anchor.trim_start_matches('#').to_owned()));
            return anchor;
        }
        let (here, beside) = (current.consultation, current.beside.clone());
        let slug = here.map(|c| &*self.dossiers[c].record.slug);
        let file = named_file(self.root, slug, beside.as_deref(), &decoded(path));
        if let Some((url, file)) = file.and_then(|file| Some((self.page_of(&file)?, file))) {
            self.pictures.link(&file);
            return format!("{ROOT}{url}{anchor}");
        }
        let plain = path.trim_start_matches("./").trim_start_matches("../");
        if PAGES.contains(&plain)
            && let Some(c) = here
        {
            return format!("{ROOT}{}{anchor}", self.plan.consultations[c].file(plain));
        }
        let page = self.content.pages.iter().any(|page| format!("{}.html", page.name) == plain);
        if ROOT_PAGES.contains(&plain) || page {
            return format!("{ROOT}{plain}{anchor}");
        }
        self.tell(codes::LINK_BROKEN, address, "");
        address.to_owned()
    }

    fn heading(&mut self, title: &str) {
        if let Some(current) = &mut self.current {
            title.clone_into(&mut current.heading);
        }
    }

    fn alert(&mut self, kind: &str) -> String {
        self.words.text(&format!("alert-{kind}"))
    }
}

/// The anchor a text means: of a heading by its words, of a paragraph or a citation as it is.
fn named_anchor(anchor: &str) -> String {
    let numbered = |prefix: &str| anchor.strip_prefix(prefix).is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()));
    let own =
        numbered("p") || numbered("cite-") || numbered("ref-") || ["h-", "fn", "o-", "w-", "c-"].iter().any(|prefix| anchor.starts_with(prefix));
    if own || anchor.is_empty() { anchor.to_owned() } else { heading_anchor(&decoded(anchor)) }
}

/// `%20` and the like, as Markdown editors write spaces and accents.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = (*first == b'%' && tail.len() >= 2).then(|| std::str::from_utf8(&tail[..2]).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok()));
        match hex.flatten() {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| address.to_owned())
}

/// The Markdown without a first heading that only repeats the title.
fn without_title<'m>(markdown: &'m str, title: &str) -> &'m str {
    let trimmed = markdown.trim_start();
    match trimmed.strip_prefix("# ") {
        Some(rest) => {
            let (first, body) = rest.split_once('\n').unwrap_or((rest, ""));
            if first.trim() == title.trim() { body } else { markdown }
        }
        None => markdown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_addresses_are_decoded() {
        assert_eq!(decoded("a%20b%C3%A9.pdf"), "a bé.pdf");
        assert_eq!(decoded("100%.pdf"), "100%.pdf");
    }

    #[test]
    fn a_title_is_not_said_twice() {
        assert_eq!(without_title("\n# A\nb", "A"), "b");
        assert_eq!(without_title("# B\nb", "A"), "# B\nb");
    }
}
