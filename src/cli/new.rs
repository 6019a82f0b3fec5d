//! `greffe new`.

use std::path::PathBuf;

use clap::Args;
use greffe::diagnose::{Arg, Diagnostic, Diagnostics, codes};
use greffe::import::Profiles;

use super::answers::Answers;
use super::facts::tell_sources;
use super::scaffold::{Copied, Sketch, consultation_yaml, copy_sources, slug_for, title_for, title_of, unknown_sources, write_new};
use super::speak::Voice;
use super::{Common, Exit};

#[derive(Args)]
pub struct New {
    /// The folder to make
    dir: PathBuf,
    /// Export files, folders or ZIPs of one consultation
    #[arg(long, value_name = "FILE|DIR", num_args = 1..)]
    from: Vec<PathBuf>,
    #[command(flatten)]
    answers: Answers,
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
        if let Err(diagnostic) = self.make(voice, &mut diagnostics) {
            // Nothing half-made stays behind; what was there before is not ours.
            if !existed {
                let _ = std::fs::remove_dir_all(&self.dir);
            }
            // A flag that nobody can read is wrong use, not wrong content.
            let flag = diagnostic.place.file.as_deref().is_some_and(|file| file.starts_with("--"));
            diagnostics.push(diagnostic);
            if flag {
                let _ = voice.say_all(&diagnostics);
                return Exit::Usage;
            }
        }
        voice.say_all(&diagnostics)
    }

    fn make(&self, voice: &Voice, diagnostics: &mut Diagnostics) -> Result<(), Diagnostic> {
        let filled = std::fs::read_dir(&self.dir).is_ok_and(|mut entries| entries.next().is_some());
        if filled || self.dir.is_file() {
            return Err(Diagnostic::new(codes::EXISTS).file(self.dir.display().to_string()).arg("path", self.dir.display().to_string()));
        }
        let consultations = self.dir.join("content/consultations");
        let slug = slug_for(&self.from, &consultations);
        let profiles = Profiles::built_in();
        let folder = consultations.join(&slug);
        let sources = copy_sources(&self.from, &folder, &profiles)?;
        let archive_title = title_for(&self.dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default());
        let proposed = title_of(&self.from, &sources, &slug);
        let asked = self.answers.ask(if archive_title.is_empty() { &proposed } else { &archive_title }, &proposed, voice)?;
        let zone = certain_zone(&asked.language, &sources);
        let words = voice.words.text("scaffold-archive");
        write_new(&self.dir.join("content/archive.yaml"), &asked.archive_yaml(&words, zone))?;
        for (name, key) in [("about.md", "scaffold-about"), ("legal.md", "scaffold-legal")] {
            write_new(&self.dir.join("content/pages").join(name), &format!("{}\n", voice.words.text(key)))?;
        }
        let sketch = Sketch { title: asked.consultation.clone(), opened: asked.opened.clone(), closed: asked.closed.clone(), sources };
        let yaml = consultation_yaml(&sketch, voice);
        write_new(&folder.join("consultation.yaml"), &yaml)?;
        write_new(&self.dir.join(".gitignore"), GITIGNORE)?;
        voice.tell("cli-created", &[("path", Arg::from(self.dir.display().to_string()))]);
        tell_sources(&folder, &profiles, voice);
        diagnostics.extend(unknown_sources(&sketch.sources, &yaml, &folder.join("consultation.yaml").display().to_string()));
        match zone {
            Some(zone) => voice.tell("cli-zone-written", &[("zone", Arg::from(zone))]),
            None if !sketch.sources.is_empty() => voice.tell("cli-zone-unknown", &[]),
            None => {}
        }
        asked.tell_assumed(voice);
        let next = if sketch.sources.is_empty() { "cli-next-empty" } else { "cli-next" };
        voice.tell(next, &[("path", Arg::from(folder.display().to_string()))]);
        Ok(())
    }
}
