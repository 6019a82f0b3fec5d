//! Everything greffe says about what it was given: one type of message, collected, never thrown one at a time.
//!
//! A [`Diagnostic`] holds a [`Code`], a place and arguments; its words live in `src/words/diagnostics.<language>.ftl`,
//! so that the same message is drawn for a terminal, told in plain sentences, written as JSON, or published on the
//! method page of an archive in the archive's language.

mod code;
mod diagnostic;
mod draw;
mod json;
mod near;
mod sink;
mod tell;
mod yaml_place;

pub use crate::words::Arg;
pub use code::{CODES, Code, Severity, codes};
pub use diagnostic::{Diagnostic, Place, Snippet};
pub use draw::draw;
pub use json::to_json;
pub use near::did_you_mean;
pub use sink::{Diagnostics, Tally};
pub use tell::tell;
pub use yaml_place::YamlText;
