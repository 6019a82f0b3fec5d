//! `greffe new`.

use std::path::PathBuf;

use clap::Args;
use greffe::diagnose::{Arg, Diagnostic, Diagnostics, codes};
use greffe::import::Profiles;

use super::facts::tell_sources;
use super::scaffold::{Copied, Sketch, ask_privacy, consultation_yaml, copy_sources, quoted, slug_for, title_for, write_new};
use super::speak::Voice;
use super::{Common, Exit};

#[derive(Args)]
pub struct New {
    /// The folder to make
    dir: PathBuf,
    /// Export files, folders or ZIPs of one consultation
    #[arg(long, value_name = "FILE|DIR", num_args = 1..)]
    from: Vec<PathBuf>,
}

/// What must not reach a public repository: raw exports hold personal data.
const GITIGNORE: &str = "/site/\n/.greffe/\n/content/**/sources/\n";

/// Platforms whose exports hold times of mainland France without saying so.
const FRENCH: &[&str] = &["cap-collectif/", "grand-debat/", "republique-numerique/", "vrai-debat/"];

/// The time zone of the sources, where language and platform leave no doubt: a zone nobody wrote is not claimed.
fn certain_zone(language: &str, sources: &[Copied]) -> Option<&'static str> {
    let french = |profile: &Option<String>| profile.as_deref().is_some_and(|id| FRENCH.iter().any(|platform| id.starts_with(platform)));
    let mut profiles = sources.iter().flat_map(|source| &source.profiles).peekable();
    (language == "fr" && profiles.peek().is_some() && profiles.all(french)).then_some("Europe/Paris")
}

impl New {
    pub fn run(&self, _: &Common, voice: &Voice) -> Exit {
        let mut diagnostics = Diagnostics::default();
        let existed = self.dir.exists();
        if let Err(diagnostic) = self.make(voice) {
            // Nothing half-made stays behind; what was there before is not ours.
            if !existed {
                let _ = std::fs::remove_dir_all(&self.dir);
            }
            diagnostics.push(diagnostic);
        }
        voice.say_all(&diagnostics)
    }

    fn make(&self, voice: &Voice) -> Result<(), Diagnostic> {
        let filled = std::fs::read_dir(&self.dir).is_ok_and(|mut entries| entries.next().is_some());
        if filled || self.dir.is_file() {
            return Err(Diagnostic::new(codes::EXISTS).file(self.dir.display().to_string()).arg("path", self.dir.display().to_string()));
        }
        let consultations = self.dir.join("content/consultations");
        let slug = slug_for(&self.from, &consultations);
        let profiles = Profiles::built_in();
        let folder = consultations.join(&slug);
        let sources = copy_sources(&self.from, &folder, &profiles)?;
        let title = title_for(&slug);
        let authors = ask_privacy(voice);
        let archive_title = title_for(&greffe::model::slug(&self.dir.file_name().map(|name| name.to_string_lossy()).unwrap_or_default()));
        let language = voice.words.language();
        let zone = certain_zone(language, &sources);
        let time_zone = match zone {
            Some(zone) => format!("time_zone: {zone}\n"),
            None => format!("# time_zone: {}\n", if language == "es" { "Europe/Madrid" } else { "Europe/Paris" }),
        };
        let mut archive = String::new();
        for line in voice.words.text("scaffold-archive").lines() {
            archive.push_str(&format!("# {line}\n"));
        }
        archive.push_str(&format!(
            "title: {}\ndescription: \"\"\npublisher:\n  name: \"\"\n  # url: https://example.org/\n  # email: contact@example.org\n# base_url: https://archive.example.org/\nlanguage: {language}\nlicence: lov2\n{time_zone}privacy:\n  authors: {authors}\n",
            quoted(if archive_title.is_empty() { &title } else { &archive_title }),
        ));
        write_new(&self.dir.join("content/archive.yaml"), &archive)?;
        let sketch = Sketch { title, sources };
        write_new(&folder.join("consultation.yaml"), &consultation_yaml(&sketch, voice))?;
        write_new(&self.dir.join(".gitignore"), GITIGNORE)?;
        voice.tell("cli-created", &[("path", Arg::from(self.dir.display().to_string()))]);
        tell_sources(&folder, &profiles, voice);
        match zone {
            Some(zone) => voice.tell("cli-zone-written", &[("zone", Arg::from(zone))]),
            None if !sketch.sources.is_empty() => voice.tell("cli-zone-unknown", &[]),
            None => {}
        }
        let next = if sketch.sources.is_empty() { "cli-next-empty" } else { "cli-next" };
        voice.tell(next, &[("path", Arg::from(folder.display().to_string()))]);
        Ok(())
    }
}
