//! How a page is cited: one description, many forms. Each form is one file; the registry is [`FORMS`].

mod author;
mod bibtex;
mod csl;
mod ris;

use std::io;

pub use author::Author;

/// What sort of thing is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A contribution.
    Post,
    /// A synthesis.
    Report,
    /// Open data.
    Dataset,
}

/// What is cited.
#[derive(Debug, Clone)]
pub struct Work<'a> {
    /// Sort.
    pub sort: Sort,
    /// Unique in the archive: letters, digits and hyphens.
    pub key: String,
    /// Title.
    pub title: String,
    /// Who wrote it, where that is known.
    pub author: Option<Author>,
    /// Year, month, day.
    pub date: Option<(i64, u8, u8)>,
    /// What it is part of: the consultation.
    pub container: &'a str,
    /// Who publishes it.
    pub publisher: &'a str,
    /// What it is in words: `Proposal`.
    pub kind: String,
    /// The same with its id: `Proposal 361`.
    pub genre: String,
    /// Its address.
    pub url: String,
    /// Its language, as a code.
    pub language: &'a str,
    /// The territory it is about, of reports and data.
    pub place: Option<&'a str>,
    /// Number of the edition it is in, of data.
    pub version: Option<u32>,
}

/// A form of citation.
pub trait Form: Sync {
    /// Ending of its files.
    fn extension(&self) -> &'static str;
    /// Its usual name.
    fn name(&self) -> &'static str;
    /// One work.
    fn write(&self, work: &Work<'_>) -> String;
    /// What stands before the first, between two, and after the last of a file.
    fn frame(&self) -> [&'static str; 3] {
        ["", "\n", ""]
    }
}

/// All forms. Adding one is one file and one line.
pub const FORMS: &[&dyn Form] = &[&bibtex::BibTex, &ris::Ris, &csl::Csl];

/// The form that a page carries and its script makes the others of.
pub const DESCRIPTION: &dyn Form = &csl::Csl;

/// Writes a file of many works as they come.
pub fn file<'w>(form: &dyn Form, works: impl Iterator<Item = Work<'w>>, out: &mut dyn io::Write) -> io::Result<()> {
    let [before, between, after] = form.frame();
    out.write_all(before.as_bytes())?;
    for (at, work) in works.enumerate() {
        if at > 0 {
            out.write_all(between.as_bytes())?;
        }
        out.write_all(form.write(&work).as_bytes())?;
    }
    out.write_all(after.as_bytes())
}

/// A text on one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    pub fn work() -> Work<'static> {
        Work {
            sort: Sort::Post,
            key: "budget-2023-proposal-361".to_owned(),
            title: "Des bancs & 50 % d'ombre\n{ici}".to_owned(),
            author: Some(Author::body("Collectif du port")),
            date: Some((2023, 2, 4)),
            container: "Budget participatif 2023",
            publisher: "Les Archives",
            kind: "Proposition".to_owned(),
            genre: "Proposition 361".to_owned(),
            url: "https://example.org/consultations/b/proposals/361.html".to_owned(),
            language: "fr",
            place: None,
            version: None,
        }
    }

    #[test]
    fn every_form_names_title_author_and_address() {
        for form in FORMS {
            let text = form.write(&work());
            for part in ["Collectif du port", "2023", "361.html", "bancs"] {
                assert!(text.contains(part), "{}: {text}", form.name());
            }
        }
    }

    #[test]
    fn an_unknown_author_is_no_name() {
        let nobody = Work { author: None, ..work() };
        for form in FORMS {
            let text = form.write(&nobody);
            assert!(!text.contains("author") && !text.contains("AU  -"), "{}: {text}", form.name());
        }
    }

    #[test]
    fn a_file_holds_all() {
        let mut json = Vec::new();
        file(&csl::Csl, [work(), work()].into_iter(), &mut json).unwrap();
        assert_eq!(serde_json::from_slice::<serde_json::Value>(&json).unwrap().as_array().unwrap().len(), 2);
        let mut empty = Vec::new();
        file(&csl::Csl, std::iter::empty(), &mut empty).unwrap();
        assert_eq!(serde_json::from_slice::<serde_json::Value>(&empty).unwrap(), serde_json::json!([]));
    }
}
