//! Bytes become the site. One of the three stages that touch the disk, and the only one that writes it.
//!
//! At rest the output is always a complete old or new archive. A first build is made in a new folder that takes the place of the
//! empty one at the end. A later build compares with what is there, stages only what changed, and commits by renames under a
//! journal; an interrupted commit is finished by the next command.

mod disk;
mod editions;
mod faults;
mod file;
mod journal;
mod lock;
mod output;
mod places;
mod report;

pub use editions::write_editions;
pub use faults::explain;
pub use file::{Claim, FileInfo, OutputFile, hexadecimal};
pub use journal::{is_interrupted, recover};
pub use lock::Lock;
pub use output::{KEPT, Output, SUMS, Summary};
pub use report::{write_copy, write_report};
