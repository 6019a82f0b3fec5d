//! `greffe theme`.

use clap::Args;
use greffe::diagnose::{Arg, Diagnostic, Diagnostics, codes, did_you_mean};
use greffe::pipeline::built_in_theme;
use greffe::read::is_slug;

use super::scaffold::write_new;
use super::speak::Voice;
use super::{Common, Exit};

#[derive(Args)]
pub struct Theme {
    /// Name of the theme: its files go to <root>/themes/<name>/
    name: String,
    /// The files to write, such as templates/list.html [default: all]
    #[arg(value_name = "FILE")]
    files: Vec<String>,
}

impl Theme {
    pub fn run(&self, common: &Common, voice: &Voice) -> Exit {
        let mut diagnostics = Diagnostics::new(common.strict);
        if !is_slug(&self.name) {
            diagnostics.push(Diagnostic::new(codes::BAD_SLUG).file(&self.name).arg("name", &self.name));
            return voice.say_all(&diagnostics);
        }
        let names: Vec<&str> = built_in_theme().map(|(name, _)| name).collect();
        for file in self.files.iter().filter(|file| !names.contains(&file.as_str())) {
            let near = did_you_mean(file, names.iter().copied()).unwrap_or_default();
            diagnostics.push(Diagnostic::new(codes::BAD_VALUE).file("greffe theme").arg("value", file).arg("near", near));
        }
        if diagnostics.has_errors() {
            return voice.say_all(&diagnostics);
        }
        let themes = common.root.join("themes");
        let folder = themes.join(&self.name);
        // A folder of a stranger may lead anywhere.
        if let Some(link) =
            [&themes, &folder, &folder.join("templates"), &folder.join("static"), &folder.join("words")].into_iter().find(|path| path.is_symlink())
        {
            diagnostics.push(Diagnostic::new(codes::LINK).file(link.display().to_string()));
            return voice.say_all(&diagnostics);
        }
        for (name, text) in built_in_theme().filter(|(name, _)| self.files.is_empty() || self.files.iter().any(|file| file == name)) {
            let path = folder.join(name);
            match write_new(&path, text) {
                Ok(()) => voice.tell("cli-written", &[("path", Arg::from(path.display().to_string()))]),
                // What somebody changed is never written over.
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
        let exit = voice.say_all(&diagnostics);
        if exit == Exit::Done {
            voice.tell("cli-theme-done", &[("name", self.name.as_str().into())]);
        }
        exit
    }
}
