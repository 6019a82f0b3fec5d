//! Other people's words and names: what must not be published, found and taken out.

mod detect;
mod erase;
mod leftovers;
mod suppress;

pub use detect::{Finding, KINDS, excerpts, find, mask};
pub use erase::Erasures;
pub use leftovers::{ErasedText, Traces};
pub use suppress::{THRESHOLD, suppress};

/// Words of columns that say what somebody is, in French, English and Spanish.
const ATTRIBUTES: &[&str] = &[
    "age",
    "âge",
    "edad",
    "genre",
    "gender",
    "sexe",
    "sexo",
    "código postal",
    "codigo postal",
    "code postal",
    "postcode",
    "postal",
    "zip",
    "profession",
    "occupation",
    "csp",
    "quartier",
    "commune",
    "barrio",
    "neighbourhood",
];

/// Whether a further column tells what the author is: then persons are counted by it, and small counts hidden.
pub fn personal_attribute(column: &str) -> bool {
    let words = format!(" {} ", column.to_lowercase().replace(|c: char| !c.is_alphanumeric(), " "));
    ATTRIBUTES.iter().any(|word| words.contains(&format!(" {word} ")))
}
