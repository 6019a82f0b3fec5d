//! `greffe synthesis`.

use clap::Args;
use greffe::diagnose::{Arg, Diagnostic, Diagnostics, codes};
use greffe::pipeline::draft;
use greffe::read::{Root, is_slug};

use super::progress::Stages;
use super::scaffold::write_new;
use super::speak::Voice;
use super::{Common, Exit};

#[derive(Args)]
pub struct Synthesis {
    /// Name of the consultation's folder
    slug: String,
    /// Contributions for each topic and ranking, at most
    #[arg(long, value_name = "N", default_value_t = 3)]
    top: usize,
    /// Print the draft instead of writing synthesis.md
    #[arg(long)]
    print: bool,
}

impl Synthesis {
    pub fn run(&self, common: &Common, voice: &Voice) -> Exit {
        let mut diagnostics = Diagnostics::new(common.strict);
        let path = Root { path: common.root.clone() }.consultation(&self.slug).join("synthesis.md");
        if !is_slug(&self.slug) {
            diagnostics.push(Diagnostic::new(codes::BAD_SLUG).file(&self.slug).arg("name", &self.slug));
        } else if !self.print && path.exists() {
            // What people wrote is never written over.
            diagnostics.push(Diagnostic::new(codes::EXISTS).file(path.display().to_string()).arg("path", path.display().to_string()));
        } else {
            let stages = Stages::new(voice);
            let text = draft(&common.settings(), &self.slug, self.top, &stages, &mut diagnostics);
            stages.clear();
            match text {
                Some(text) if self.print => voice.print(text.trim_end()),
                Some(text) => match write_new(&path, &text) {
                    Ok(()) => voice.tell("cli-written", &[("path", Arg::from(path.display().to_string()))]),
                    Err(diagnostic) => diagnostics.push(diagnostic),
                },
                None => {}
            }
        }
        voice.say_all(&diagnostics)
    }
}
