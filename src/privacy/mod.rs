//! Other people's words and names: what must not be published, found and taken out.

mod detect;
mod erase;
mod leftovers;

pub use detect::{Finding, KINDS, excerpt, find, mask};
pub use erase::Erasures;
pub use leftovers::{ErasedText, Traces};
