//! Other people's words and names: what must not be published, found and taken out.

mod erase;

pub use erase::Erasures;
