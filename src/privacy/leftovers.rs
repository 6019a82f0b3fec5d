//! Where words of something erased still stand: in what the association wrote, in texts of other people.

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::model::Consultation;

/// Words in a row that make a quotation.
const RUN: usize = 8;

/// Fewer words than that are looked for as a whole.
const FEWEST: usize = 3;

/// What was taken out, as it stood in the export: never shown.
#[derive(Debug, Clone, Default)]
pub struct ErasedText {
    /// The export, relative to the consultation's folder.
    pub file: Box<str>,
    /// Row in it.
    pub row: u32,
    /// Title and text without markup.
    pub text: String,
    /// Name of the author.
    pub author: Option<String>,
}

/// Runs of words to look for.
pub struct Traces {
    runs: FxHashSet<Vec<String>>,
    /// Lengths of the runs, each once.
    lengths: Vec<usize>,
    names: Vec<Vec<String>>,
}

/// The words of a text in small letters.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

impl Traces {
    /// Of erased texts.
    pub fn new(erased: &[ErasedText]) -> Self {
        let mut runs = FxHashSet::default();
        for text in erased.iter().map(|erased| words(&erased.text)) {
            match text.len() {
                0..FEWEST => {}
                FEWEST..RUN => {
                    runs.insert(text);
                }
                _ => runs.extend(text.windows(RUN).map(<[String]>::to_vec)),
            }
        }
        let names =
            erased.iter().filter_map(|erased| erased.author.as_deref()).map(words).filter(|name| name.iter().map(String::len).sum::<usize>() > 4);
        let mut lengths: Vec<usize> = runs.iter().map(Vec::len).collect::<FxHashSet<_>>().into_iter().collect();
        lengths.sort_unstable();
        Self { runs, lengths, names: names.collect() }
    }

    /// Words of something erased in a text, if it holds any.
    pub fn in_text(&self, text: &str, with_names: bool) -> Option<String> {
        let words = words(text);
        let run = self.lengths.iter().find_map(|&length| words.windows(length).find(|window| self.runs.contains(*window)));
        let name = || self.names.iter().find(|name| words.windows(name.len()).any(|window| window == name.as_slice())).map(Vec::as_slice);
        let found = run.or_else(|| if with_names { name() } else { None })?;
        Some(found.join(" "))
    }

    /// Contributions and comments of others that hold the same words, by kind and id.
    pub fn in_record(&self, record: &Consultation) -> Vec<String> {
        let contributions = record.contributions.par_iter().filter_map(|contribution| {
            let text = format!("{} {}", contribution.title, contribution.body.to_plain());
            self.in_text(&text, false).map(|_| format!("{}/{}", contribution.kind.word(), contribution.id))
        });
        let mut found: Vec<String> = contributions.collect();
        found.par_extend(
            record.comments.par_iter().filter_map(|comment| self.in_text(&comment.body.to_plain(), false).map(|_| format!("comment/{}", comment.id))),
        );
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_and_names_are_found() {
        let erased = ErasedText {
            text: "Je demande que la place de la gare soit enfin refaite".into(),
            author: Some("Ada Lovelace".into()),
            ..ErasedText::default()
        };
        let traces = Traces::new(&[erased]);
        assert!(traces.in_text("On nous écrit : « que la PLACE de la gare, soit enfin refaite ».", true).is_some());
        assert_eq!(traces.in_text("la place de la gare", true), None);
        assert!(traces.in_text("merci à Ada  Lovelace", true).is_some());
        assert_eq!(traces.in_text("merci à Ada Lovelace", false), None);
    }
}
