//! The command line: one file a command. `Command` is the registry.

mod add;
mod answers;
mod build;
mod check;
mod clean_sources;
mod explain;
mod export;
mod facts;
mod inspect;
mod new;
mod pack;
mod progress;
mod publish;
mod pulse;
mod scaffold;
mod schema;
mod seal;
mod serve;
mod speak;
mod synthesis;
mod theme;
mod verify;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Args, Parser, Subcommand, ValueEnum};
use greffe::deposit::Form;
use greffe::diagnose::{Diagnostic, codes};
use greffe::pipeline::Settings;

/// Turns the exports of a finished public consultation into a static archive with open data.
#[derive(Parser)]
#[command(name = "greffe", version, max_term_width = 100, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    common: Common,
}

/// Flags of every command.
#[derive(Args, Clone)]
struct Common {
    /// The folder that holds content/
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Where the site goes [default: <root>/site]
    #[arg(long, global = true, value_name = "DIR")]
    out: Option<PathBuf>,
    /// How many threads work [default: one a processor]
    #[arg(long, global = true, value_name = "N")]
    jobs: Option<usize>,
    /// Say only what is wrong
    #[arg(long, short, global = true)]
    quiet: bool,
    /// How diagnostics are written; of `pack`: the form of the package
    #[arg(long, global = true, value_enum, default_value_t = DiagnosticFormat::Human)]
    format: DiagnosticFormat,
    /// Language of the messages: en, fr, es [default: the system's]
    #[arg(long, global = true, value_name = "CODE")]
    lang: Option<String>,
    /// Write what was done as JSON
    #[arg(long, global = true, value_name = "FILE.json")]
    report: Option<PathBuf>,
    /// Warnings are errors
    #[arg(long, global = true)]
    strict: bool,
}

/// How diagnostics are written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DiagnosticFormat {
    /// Drawn for a terminal
    Human,
    /// One plain sentence a line
    Plain,
    /// One JSON object a line
    Json,
    /// Of pack: the archive in one file
    #[value(hide = true)]
    Zip,
    /// Of pack: BagIt 1.0, a folder with manifests
    #[value(hide = true)]
    Bagit,
    /// Of pack: RO-Crate 1.2, a folder with a description
    #[value(hide = true)]
    Rocrate,
}

impl DiagnosticFormat {
    /// The package it names, for the one command that makes packages.
    fn package(self) -> Option<Form> {
        match self {
            DiagnosticFormat::Zip => Some(Form::Zip),
            DiagnosticFormat::Bagit => Some(Form::BagIt),
            DiagnosticFormat::Rocrate => Some(Form::RoCrate),
            _ => None,
        }
    }
}

#[derive(Subcommand)]
enum Command {
    /// Make an archive to fill in; with --from, around files of a platform
    New(new::New),
    /// Add one more consultation to an archive
    Add(add::Add),
    /// Say what export files are, and what would be read from them
    Inspect(inspect::Inspect),
    /// Say everything wrong or doubtful, without writing anything
    Check,
    /// Build the site
    Build,
    /// Write the open data alone
    Export(export::Export),
    /// Build, serve on this machine, rebuild and reload on change
    Serve(serve::Serve),
    /// Build, and close an edition: what it commits to is kept in content/editions/
    Seal(seal::Seal),
    /// Check an archive: is it complete and unaltered, do its rankings follow from its data?
    Verify(verify::Verify),
    /// Copy the exports without personal columns and erased texts
    CleanSources(clean_sources::CleanSources),
    /// Make a package for deposit of the built archive: --format zip, bagit or rocrate
    Pack(pack::Pack),
    /// Put the datasets of the built site on data.gouv.fr or a CKAN portal
    Publish(publish::Publish),
    /// Draft a synthesis from the rankings, already cited
    Synthesis(synthesis::Synthesis),
    /// Write out the built-in theme, or some of its files, to change them
    Theme(theme::Theme),
    /// Print the JSON Schema of a YAML file
    Schema(schema::Schema),
    /// Explain a code of a diagnostic
    Explain(explain::Explain),
}

/// How a command ended, and with which code of the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exit {
    /// All is well.
    Done,
    /// The content has errors.
    Content,
    /// The command was used wrongly.
    Usage,
    /// The machine, or a bug of ours.
    Machine,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(match exit {
            Exit::Done => 0,
            Exit::Content => 1,
            Exit::Usage => 2,
            Exit::Machine => 3,
        })
    }
}

impl Common {
    fn settings(&self) -> Settings {
        Settings { root: self.root.clone(), out: self.out.clone().unwrap_or_else(|| self.root.join("site")), strict: self.strict }
    }
}

/// Reads the command line and runs the command.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are asked for; a closed pipe is no fault.
            let _ = error.print();
            let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            return if asked { Exit::Done } else { Exit::Usage }.into();
        }
    };
    if let Some(jobs) = cli.common.jobs.filter(|jobs| *jobs > 0) {
        // Fails only if the pool exists already, which it does not.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global();
    }
    let voice = speak::Voice::new(&cli.common);
    if cli.common.format.package().is_some() && !matches!(cli.command, Command::Pack(_)) {
        let near = "human, plain, json";
        voice.say(&Diagnostic::new(codes::BAD_VALUE).file("--format").arg("value", "zip, bagit, rocrate").arg("near", near));
        return Exit::Usage.into();
    }
    let run = || match &cli.command {
        Command::New(command) => command.run(&cli.common, &voice),
        Command::Add(command) => command.run(&cli.common, &voice),
        Command::Inspect(command) => command.run(&cli.common, &voice),
        Command::Check => check::run(&cli.common, &voice),
        Command::Build => build::run(&cli.common, &voice),
        Command::Export(command) => command.run(&cli.common, &voice),
        Command::Seal(command) => command.run(&cli.common, &voice),
        Command::Verify(command) => command.run(&cli.common, &voice),
        Command::CleanSources(command) => command.run(&cli.common, &voice),
        Command::Pack(command) => command.run(&cli.common, &voice),
        Command::Publish(command) => command.run(&cli.common, &voice),
        Command::Serve(command) => command.run(&cli.common, &voice),
        Command::Synthesis(command) => command.run(&cli.common, &voice),
        Command::Theme(command) => command.run(&cli.common, &voice),
        Command::Schema(command) => command.run(&voice),
        Command::Explain(command) => command.run(&voice),
    };
    match std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)) {
        Ok(exit) => exit.into(),
        Err(_) => {
            voice.say(&Diagnostic::new(codes::INTERNAL).arg("error", "panic"));
            Exit::Machine.into()
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Cli::command().debug_assert();
    }
}
