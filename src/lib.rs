//! Greffe turns the exports of a finished public consultation into a static archive with open data.
//!
//! The way of the data, one module a stage, one direction only (`ARCHITECTURE.md` tells each stage's law):
//!
//! `read` files → records · `import` records → rows, by a profile · `normalise` texts, dates, people · `tally`, `rank`,
//! `group`, `check` figures and doubts · `plan` pages and addresses · `render`, `export` pages and tables as bytes ·
//! `changes` what is other than in the export before ·
//! `write` bytes → site. `editions` runs the first stages for each export of a consultation, `pipeline` runs all them in this order; `serve` runs it again on every change.
//!
//! Beside the stages: `privacy` finds and removes what must not be shown, `seal` makes the log of what is · `verify` reads what was built as a
//! stranger would, `deposit` packs it, `publish` brings it to a portal · `archive` what a user writes, `model` the record, `diagnose` what is said, `words` in which words.

pub mod archive;
mod catalogue;
mod changes;
mod chart;
mod check;
mod cite;
pub mod deposit;
pub mod diagnose;
mod editions;
mod editorial;
mod export;
mod figures;
mod group;
pub mod import;
mod map;
pub mod model;
mod normalise;
pub mod pipeline;
mod plan;
mod privacy;
pub mod publish;
mod rank;
pub mod read;
mod render;
mod report;
pub mod seal;
pub mod serve;
mod similar;
mod tally;
pub mod verify;
pub mod words;
pub mod write;
