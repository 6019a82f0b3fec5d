//! `greffe clean-sources`.

use std::path::PathBuf;

use clap::Args;
use greffe::diagnose::{Arg, Diagnostics};
use greffe::pipeline::clean_sources;

use super::progress::Stages;
use super::speak::Voice;
use super::{Common, Exit};

#[derive(Args)]
pub struct CleanSources {
    /// Where the copies go [default: <root>/clean-sources]
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
}

impl CleanSources {
    pub fn run(&self, common: &Common, voice: &Voice) -> Exit {
        let mut diagnostics = Diagnostics::new(common.strict);
        let to = self.to.clone().unwrap_or_else(|| common.root.join("clean-sources"));
        let stages = Stages::new(voice);
        let cleaned = clean_sources(&common.settings(), &to, &stages, &mut diagnostics);
        stages.clear();
        for file in cleaned.iter().flat_map(|copies| &copies.files) {
            voice.tell(
                "cli-cleaned",
                &[
                    ("path", Arg::from(to.join(&file.path).display().to_string())),
                    ("columns", file.left_out.join(", ").into()),
                    ("count", file.emptied.into()),
                ],
            );
        }
        for (slug, block) in cleaned.iter().flat_map(|copies| &copies.erase) {
            voice.tell("cli-cleaned-erase", &[("slug", Arg::from(slug))]);
            voice.print(block.trim_end());
        }
        let exit = voice.say_all(&diagnostics);
        if exit == Exit::Done {
            voice.tell("cli-cleaned-done", &[]);
        }
        exit
    }
}
