//! What `new` asks before it writes: each question has a flag and an answer ready. Without a terminal what nobody answered is listed once.

use std::io::{self, IsTerminal, Write};

use clap::{Args, ValueEnum};
use greffe::archive::Licence;
use greffe::diagnose::{Arg, Diagnostic, codes, did_you_mean};
use greffe::words::LANGUAGES;

use super::scaffold::quoted;
use super::speak::Voice;

/// How people appear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Authors {
    /// By the names the platform showed
    Name,
    /// Under pseudonyms
    Pseudonym,
}

/// Answers given on the command line.
#[derive(Debug, Default, Args)]
pub struct Answers {
    /// Title of the consultation [default: what stands above the table, else the name of the file]
    #[arg(long)]
    title: Option<String>,
    /// Who publishes the archive
    #[arg(long)]
    publisher: Option<String>,
    /// Licence of the data: lov2, odbl, cc-by-4.0… (`greffe schema archive` lists them)
    #[arg(long)]
    licence: Option<String>,
    /// Language of the site [default: that of the messages]
    #[arg(long)]
    language: Option<String>,
    /// First day of the consultation (2024-01-15)
    #[arg(long, value_name = "DAY")]
    opened: Option<String>,
    /// Last day of the consultation (2024-03-31)
    #[arg(long, value_name = "DAY")]
    closed: Option<String>,
    /// What the platform showed in public beside each contribution
    #[arg(long, value_enum)]
    authors: Option<Authors>,
}

/// All answers, and the names of those that nobody gave.
pub struct Asked {
    archive: String,
    pub consultation: String,
    publisher: String,
    licence: Option<String>,
    pub language: String,
    pub opened: Option<String>,
    pub closed: Option<String>,
    authors: Authors,
    assumed: Vec<&'static str>,
}

impl Answers {
    /// Asks on a terminal what no flag says. `archive` and `consultation`: the titles that the folder and the files propose.
    pub fn ask(&self, archive: &str, consultation: &str, voice: &Voice) -> Result<Asked, Diagnostic> {
        let terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
        let mut assumed = Vec::new();
        let mut answer = |given: &Option<String>, key: &'static str, ready: &str| match given {
            Some(given) => given.clone(),
            None if terminal => ask(voice, key, ready),
            None => {
                assumed.push(key);
                ready.to_owned()
            }
        };
        let title = answer(&self.title, "new-title", consultation);
        let publisher = answer(&self.publisher, "new-publisher", "");
        let licence = answer(&self.licence, "new-licence", "");
        let language = answer(&self.language, "new-language", voice.words.language());
        let opened = answer(&self.opened, "new-opened", "");
        let closed = answer(&self.closed, "new-closed", "");
        let authors = match self.authors {
            Some(authors) => authors,
            None if terminal => ask_authors(voice),
            None => {
                assumed.push("new-authors");
                Authors::Pseudonym
            }
        };
        let known: Vec<String> = Licence::all().into_iter().map(|licence| licence.id).collect();
        one_of("--licence", &licence, known.iter().map(String::as_str))?;
        one_of("--language", &language, LANGUAGES.iter().copied())?;
        for (flag, day) in [("--opened", &opened), ("--closed", &closed)] {
            if !day.is_empty() && greffe::import::parse_date(day).is_none() {
                return Err(Diagnostic::new(codes::BAD_VALUE).file(flag).column(flag).arg("value", day).arg("near", "2024-01-15"));
            }
        }
        let filled = |text: String| Some(text).filter(|text| !text.is_empty());
        Ok(Asked {
            archive: archive.to_owned(),
            consultation: title,
            publisher,
            licence: filled(licence),
            language,
            opened: filled(opened),
            closed: filled(closed),
            authors,
            assumed,
        })
    }
}

/// An answer that must be one of a few words, or empty.
fn one_of<'a>(flag: &str, value: &str, known: impl Iterator<Item = &'a str>) -> Result<(), Diagnostic> {
    let known: Vec<&str> = known.collect();
    if value.is_empty() || known.contains(&value) {
        return Ok(());
    }
    let near = did_you_mean(value, known.iter().copied()).map_or_else(|| known.join(", "), str::to_owned);
    Err(Diagnostic::new(codes::BAD_VALUE).file(flag).column(flag).arg("value", value).arg("near", near))
}

/// Asks one question; an empty answer takes what is ready.
fn ask(voice: &Voice, key: &str, ready: &str) -> String {
    let shown = if ready.is_empty() { String::new() } else { format!(" [{ready}]") };
    print!("{}{shown} ", voice.words.text(key));
    let _ = io::stdout().flush();
    let mut answer = String::new();
    match io::stdin().read_line(&mut answer) {
        Ok(read) if read > 0 && !answer.trim().is_empty() => answer.trim().to_owned(),
        _ => ready.to_owned(),
    }
}

/// What the platform showed in public.
fn ask_authors(voice: &Voice) -> Authors {
    loop {
        match ask(voice, "new-privacy-question", "2").as_str() {
            "1" => return Authors::Name,
            "2" => return Authors::Pseudonym,
            _ => {}
        }
    }
}

impl Asked {
    /// The YAML of the archive; `words`: its first lines, as comments.
    pub fn archive_yaml(&self, words: &str, zone: Option<&str>) -> String {
        let mut yaml: String = words.lines().map(|line| format!("# {line}\n")).collect();
        let licence = self.licence.as_ref().map_or_else(|| "# licence: lov2".to_owned(), |licence| format!("licence: {licence}"));
        let zone = match zone {
            Some(zone) => format!("time_zone: {zone}"),
            None => format!("# time_zone: {}", if self.language == "es" { "Europe/Madrid" } else { "Europe/Paris" }),
        };
        let authors = if self.authors == Authors::Name { "name" } else { "pseudonym" };
        yaml.push_str(&format!(
            "title: {}\ndescription: \"\"\npublisher:\n  name: {}\n  # url: https://example.org/\n  # email: contact@example.org\n# base_url: https://archive.example.org/\nlanguage: {}\n{licence}\n{zone}\nprivacy:\n  authors: {authors}\n",
            quoted(&self.archive),
            quoted(&self.publisher),
            self.language,
        ));
        yaml
    }

    /// Says once what nobody was asked, and what stands in its place.
    pub fn tell_assumed(&self, voice: &Voice) {
        if self.assumed.is_empty() {
            return;
        }
        voice.tell("new-assumed", &[]);
        for key in &self.assumed {
            let value = match *key {
                "new-title" => self.consultation.as_str(),
                "new-language" => self.language.as_str(),
                "new-authors" => "pseudonym",
                _ => "",
            };
            let flag = format!("--{}", key.trim_start_matches("new-"));
            voice.tell(
                "new-assumed-one",
                &[("flag", Arg::from(flag)), ("value", Arg::from(value)), ("known", Arg::from(if value.is_empty() { "no" } else { "yes" }))],
            );
        }
    }
}
