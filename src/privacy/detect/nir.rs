//! The number of the French social security: 13 digits and a key, 97 − (number mod 97); Corsica's 2A and 2B count as 19 and 18 (decree 82-103).

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{Kind, alone, follows};

pub struct Nir;

static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let gap = r"[\s\u{a0}\u{202f}.\-]?";
    Regex::new(&format!(
        r"[12]{gap}\d{{2}}{gap}(?:0[1-9]|1[0-2]|[2-4]\d|[5-9]\d){gap}(?:\d{{2}}|2[AaBb]){gap}\d{{3}}{gap}\d{{3}}(?:{gap}(?:/{gap})?\d{{2}})?"
    ))
    .ok()
});

/// Words near a number without key that tell what it is.
const CONTEXT: &[&str] = &["sécu", "secu", "sécurité sociale", "securite sociale", "nir", "n° ss", "numéro ss", "insee", "vitale"];

impl Kind for Nir {
    fn id(&self) -> &'static str {
        "nir"
    }

    fn find(&self, text: &str) -> Vec<Range<usize>> {
        let Some(form) = &*FORM else { return Vec::new() };
        let found = form.find_iter(text).map(|found| found.range());
        found.filter(|at| alone(text, at, char::is_alphanumeric) && is_nir(text, at)).collect()
    }
}

fn is_nir(text: &str, at: &Range<usize>) -> bool {
    let number: String = text[at.clone()].chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase();
    let (body, key) = number.split_at(13.min(number.len()));
    let body = body.replace("2A", "19").replace("2B", "18");
    let Ok(value) = body.parse::<u64>() else { return false };
    match key.parse::<u64>() {
        Ok(key) => key == 97 - value % 97,
        Err(_) => key.is_empty() && follows(text, at.start, 60, CONTEXT),
    }
}
