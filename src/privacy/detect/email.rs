//! Addresses of e-mail, also as people write them to hide them from robots.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Kind;

pub struct Email;

static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let local = r"[\p{L}0-9](?:[\p{L}0-9._%+'’-]*[\p{L}0-9_+-])?";
    let part = r"[\p{L}0-9](?:[\p{L}0-9-]*[\p{L}0-9])?";
    let at = r"(?:@|\s*[\[({<]\s*(?:at|arobase|arobas|chez|@)\s*[\])}>]\s*|\s+(?:arobase|arobas)\s+)";
    let dot = r"(?:\.|\s*[\[({]\s*(?:dot|point|\.)\s*[\])}]\s*|\s+(?:dot|point)\s+)";
    // A bare "at" counts only with a "dot" in words.
    let spoken = r"\s+(?:at|chez)\s+";
    Regex::new(&format!(
        r"(?i)(?:{local}{at}(?:{part}{dot})+\p{{L}}{{2,}}|{local}\s+@\s+(?:{part}\.)+\p{{L}}{{2,}}|{local}{spoken}(?:{part}\s+(?:dot|point)\s+)+\p{{L}}{{2,}})"
    ))
    .ok()
});

impl Kind for Email {
    fn id(&self) -> &'static str {
        "email"
    }

    fn find(&self, text: &str) -> Vec<Range<usize>> {
        let Some(form) = &*FORM else { return Vec::new() };
        if !text.contains('@') && !["at", "AT", "At", "arobas", "Arobas", "AROBAS", "chez"].iter().any(|word| text.contains(word)) {
            return Vec::new();
        }
        let found = form.find_iter(text).map(|found| found.range());
        // A sign inside an address of the web names an account, not a mailbox.
        found.filter(|at| !text[..at.start].rsplit(char::is_whitespace).next().unwrap_or_default().contains("://")).collect()
    }

    fn needs_digits(&self) -> bool {
        false
    }
}
