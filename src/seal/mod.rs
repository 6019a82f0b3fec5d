//! The seal: a Merkle log for each consultation over its entries, closed by editions, signed if the publisher has a key.
//! `docs/verify.md` is the specification; `verify` and `verify.py` read what is written here.

mod edition;
mod entry;
mod files;
mod history;
mod key;
mod log;
pub mod merkle;
mod note;

use rayon::prelude::*;

use crate::archive::Editions;
use crate::diagnose::Diagnostic;
use crate::export::{Published, Subject};
use crate::write::hexadecimal as hex;

pub use edition::{EDITION, SiteNote, Whole};
pub use entry::{Entry, PLAIN, SEALED, Salts, commitment};
pub use files::write;
pub use history::{Sealing, close, history, public_keys};
pub use key::signing_key;
pub use log::Log;
pub use note::{Checkpoint, Note, PublicKey, Signing};

/// The program that checks an archive, published in each.
pub const VERIFIER: &str = include_str!("verify.py");

/// The name of the publisher's key and the beginning of the logs' names: the archive's address without its scheme.
pub fn origin(base_url: Option<&str>) -> String {
    let address = base_url.map(|url| url.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/'));
    address.filter(|address| !address.is_empty()).unwrap_or("archive").replace([' ', '+'], "-")
}

/// The logs of all consultations, by slug.
pub fn logs(
    subjects: &[Subject<'_>],
    published: &[Published],
    editions: &Editions,
    secret: &[u8],
    origin: &str,
) -> Result<Vec<(String, Log)>, Diagnostic> {
    let one = |(subject, published): (&Subject<'_>, &Published)| {
        let slug = subject.dossier.record.slug.to_string();
        let (ledger, closed) = history(editions, &slug)?;
        // A log keeps its name although the archive moves.
        let origin = closed.last().map_or_else(|| format!("{origin}/consultations/{slug}"), |last| last.note.checkpoint.origin.clone());
        let tables = published.tables.iter().filter_map(|table| Some((table.name, table.file("csv")?.info.sha256.as_str()))).collect();
        let salts = Salts::new(secret, &slug);
        let log = log::log(log::Material { subject, salts: &salts, tables, ledger, closed, origin });
        Ok((slug, log))
    };
    subjects.par_iter().zip(published).map(one).collect()
}
