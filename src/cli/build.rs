//! `greffe build`.

use greffe::diagnose::{Arg, Diagnostics};
use greffe::pipeline::build;

use super::progress::Stages;
use super::speak::Voice;
use super::{Common, Exit};

pub fn run(common: &Common, voice: &Voice) -> Exit {
    let mut diagnostics = Diagnostics::new(common.strict);
    let stages = Stages::new(voice);
    let settings = common.settings();
    let mut report = build(&settings, &stages, &mut diagnostics);
    stages.clear();
    voice.report(&mut report, &mut diagnostics);
    let exit = voice.say_all(&diagnostics);
    if exit == Exit::Done {
        let seconds: f64 = report.stages.iter().map(|stage| stage.seconds).sum();
        voice.tell(
            "cli-built",
            &[
                ("pages", Arg::from(report.pages)),
                ("files", Arg::from(report.files.written + report.files.unchanged)),
                ("written", Arg::from(report.files.written)),
                ("unchanged", Arg::from(report.files.unchanged)),
                ("removed", Arg::from(report.files.removed)),
                ("seconds", Arg::decimal(seconds, 1)),
            ],
        );
    }
    exit
}
