//! Plates of vehicles: the French form since 2009 (AA-123-AA, without I, O, U) and the one before (1234 AB 75).

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{Kind, alone, follows};

pub struct Plate;

static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let letters = "[A-HJ-NP-TV-Z]{2}";
    let old = r"\d{2,4}[ \u{a0}-][A-HJ-NP-TV-Z]{2,3}[ \u{a0}-](?:\d{2}|2A|2B)";
    Regex::new(&format!(r"{letters}[ \u{{a0}}-]?\d{{3}}[ \u{{a0}}-]?{letters}|(?i:{letters}-\d{{3}}-{letters})|{old}")).ok()
});

/// Words before what only looks like a plate.
const OTHER: &[&str] = &["norme", "projet", "parcelle", "section", "cadastr", "référence", "reference", "réf", "modèle", "lot ", "dossier", "ticket"];

impl Kind for Plate {
    fn id(&self) -> &'static str {
        "plate"
    }

    fn find(&self, text: &str) -> Vec<Range<usize>> {
        let Some(form) = &*FORM else { return Vec::new() };
        let found = form.find_iter(text).map(|found| found.range());
        found.filter(|at| alone(text, at, |c| c.is_alphanumeric() || c == '-') && !follows(text, at.start, 16, OTHER)).collect()
    }
}
