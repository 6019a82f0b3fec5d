//! What is doubtful. Checks never change data; each is a function in a registry: of the content as the association wrote it, and of the record.

mod content;
mod record;

pub use content::check_content;
pub use record::{Subject, check};
