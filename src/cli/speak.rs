//! How commands speak: diagnostics on standard error in the chosen format, results on standard output.

use std::io::{IsTerminal, Write};

use greffe::diagnose::{Arg, Diagnostic, Diagnostics, Severity, codes, draw, tell, to_json};
use greffe::pipeline::Report;
use greffe::words::{LANGUAGES, Words};

use super::{Common, DiagnosticFormat, Exit};

/// The voice of one run.
pub struct Voice {
    pub words: Words,
    format: DiagnosticFormat,
    quiet: bool,
    colour: bool,
    report: Option<std::path::PathBuf>,
}

impl Voice {
    pub fn new(common: &Common) -> Self {
        let language = common.lang.clone().unwrap_or_else(system_language);
        let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        Self { words: Words::diagnostics(&language), format: common.format, quiet: common.quiet, colour, report: common.report.clone() }
    }

    /// Whether stages may be told.
    pub fn chatty(&self) -> bool {
        !self.quiet && self.format != DiagnosticFormat::Json
    }

    /// Says one diagnostic.
    pub fn say(&self, diagnostic: &Diagnostic) {
        if self.quiet && diagnostic.severity != Severity::Error {
            return;
        }
        let text = match self.format {
            DiagnosticFormat::Human | DiagnosticFormat::Zip | DiagnosticFormat::Bagit | DiagnosticFormat::Rocrate => {
                format!("{}\n", draw(diagnostic, &self.words, self.colour).trim_end_matches('\n'))
            }
            DiagnosticFormat::Plain => tell(diagnostic, &self.words),
            DiagnosticFormat::Json => format!("{}\n", to_json(diagnostic, &self.words)),
        };
        // A reader that went away is no fault of the build.
        let _ = std::io::stderr().write_all(text.as_bytes());
    }

    /// Says all diagnostics, the gravest last so that they are still seen; gives the exit code they ask for.
    pub fn say_all(&self, diagnostics: &Diagnostics) -> Exit {
        for severity in [Severity::Note, Severity::Warning, Severity::Error] {
            diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).for_each(|diagnostic| self.say(diagnostic));
        }
        if self.chatty() {
            let counts: Vec<String> =
                [(Severity::Error, "summary-errors"), (Severity::Warning, "summary-warnings"), (Severity::Note, "summary-notes")]
                    .iter()
                    .filter(|(severity, _)| diagnostics.count(*severity) > 0)
                    .map(|(severity, key)| self.words.format(key, &[("count", Arg::from(diagnostics.count(*severity)))]))
                    .collect();
            if !counts.is_empty() {
                eprintln!("{}", counts.join(" · "));
            }
        }
        exit_of(diagnostics)
    }

    /// Prints a result, with arguments.
    pub fn tell(&self, key: &str, args: &[(&str, Arg)]) {
        if self.chatty() {
            self.print(&self.words.format(key, args));
        }
    }

    /// Prints a line of result.
    pub fn print(&self, line: &str) {
        let _ = writeln!(std::io::stdout(), "{line}");
    }

    /// Writes the report, if one was asked for.
    pub fn report(&self, report: &mut Report, diagnostics: &mut Diagnostics) {
        report.count(diagnostics);
        let Some(path) = &self.report else { return };
        let written = serde_json::to_vec_pretty(&*report).map_err(std::io::Error::other).and_then(|bytes| std::fs::write(path, bytes));
        if let Err(error) = written {
            diagnostics.push(greffe::write::explain(&error, path));
        }
    }
}

/// Faults of the machine weigh more than faults of the content.
pub fn exit_of(diagnostics: &Diagnostics) -> Exit {
    let machine =
        [codes::READ_ONLY, codes::DISK_FULL, codes::WRITE_FAILED, codes::LOCKED, codes::INTERNAL, codes::PORT_TAKEN, codes::PORTAL_UNREACHABLE];
    let mut errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).peekable();
    if errors.peek().is_none() {
        return Exit::Done;
    }
    if errors.any(|diagnostic| machine.contains(&diagnostic.code)) { Exit::Machine } else { Exit::Content }
}

/// The language of the system, if we speak it. It changes messages only, never a file.
fn system_language() -> String {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let code: String = named.unwrap_or_default().chars().take(2).collect();
    LANGUAGES.iter().find(|language| **language == code).map_or("en", |language| language).to_owned()
}
