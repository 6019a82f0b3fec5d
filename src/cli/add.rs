//! `greffe add`.

use std::path::PathBuf;

use clap::Args;
use greffe::diagnose::{Arg, Diagnostic, Diagnostics, codes};
use greffe::import::Profiles;
use greffe::read::{Root, is_slug, profiles};

use super::facts::tell_sources;
use super::scaffold::{Sketch, consultation_yaml, copy_sources, slug_for, title_of, unknown_sources, write_new};
use super::speak::Voice;
use super::{Common, Exit};

#[derive(Args)]
pub struct Add {
    /// Name of the consultation in addresses [default: after the file]
    slug: Option<String>,
    /// Export files, folders or ZIPs of the consultation
    #[arg(long, value_name = "FILE|DIR", num_args = 1.., required = true)]
    from: Vec<PathBuf>,
}

impl Add {
    pub fn run(&self, common: &Common, voice: &Voice) -> Exit {
        let mut diagnostics = Diagnostics::default();
        if let Err(diagnostic) = self.make(common, voice, &mut diagnostics) {
            diagnostics.push(diagnostic);
        }
        voice.say_all(&diagnostics)
    }

    fn make(&self, common: &Common, voice: &Voice, diagnostics: &mut Diagnostics) -> Result<(), Diagnostic> {
        let root = Root { path: common.root.clone() };
        if !root.content().join("archive.yaml").is_file() {
            return Err(Diagnostic::new(codes::NO_CONTENT).file("content"));
        }
        let consultations = root.content().join("consultations");
        let slug = self.slug.clone().unwrap_or_else(|| slug_for(&self.from, &consultations));
        if !is_slug(&slug) {
            return Err(Diagnostic::new(codes::BAD_SLUG).file(&slug).arg("name", &slug));
        }
        let folder = root.consultation(&slug);
        if folder.exists() {
            return Err(Diagnostic::new(codes::EXISTS).file(folder.display().to_string()).arg("path", folder.display().to_string()));
        }
        let mut known = Profiles::built_in();
        known.add(&profiles(&root), diagnostics);
        let sources = copy_sources(&self.from, &folder, &known).inspect_err(|_| {
            // Nothing half-made stays behind: the folder was not there before.
            let _ = std::fs::remove_dir_all(&folder);
        })?;
        let sketch = Sketch { opened: None, closed: None, title: title_of(&self.from, &sources, &slug), sources };
        let yaml = consultation_yaml(&sketch, voice);
        write_new(&folder.join("consultation.yaml"), &yaml)?;
        diagnostics.extend(unknown_sources(&sketch.sources, &yaml, &format!("content/consultations/{slug}/consultation.yaml")));
        voice.tell("cli-created", &[("path", Arg::from(folder.display().to_string()))]);
        tell_sources(&folder, &known, voice);
        Ok(())
    }
}
