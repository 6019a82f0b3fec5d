//! `greffe check`.

use greffe::diagnose::Diagnostics;
use greffe::pipeline::check_only;

use super::progress::Stages;
use super::speak::Voice;
use super::{Common, Exit};

pub fn run(common: &Common, voice: &Voice) -> Exit {
    let mut diagnostics = Diagnostics::new(common.strict);
    let stages = Stages::new(voice);
    let mut report = check_only(&common.settings(), &stages, &mut diagnostics);
    stages.clear();
    voice.report(&mut report, &mut diagnostics);
    let exit = voice.say_all(&diagnostics);
    if exit == Exit::Done {
        voice.tell("cli-checked", &[]);
    }
    exit
}
