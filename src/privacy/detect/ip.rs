//! Addresses of machines: IPv4 and IPv6.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::words::WORDS;
use super::{Kind, Place, alone, follows, near};

pub struct Ip;

static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\d{1,3}(?: ?\. ?\d{1,3}){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}").ok());

impl Kind for Ip {
    fn id(&self) -> &'static str {
        "ip"
    }

    fn digits(&self) -> usize {
        4
    }

    fn find(&self, text: &str) -> Vec<Place> {
        let Some(form) = &*FORM else { return Vec::new() };
        form.find_iter(text).map(|found| found.range()).filter(|at| is_ip(text, at)).map(Place::from).collect()
    }
}

fn is_ip(text: &str, at: &Range<usize>) -> bool {
    let number = &text[at.clone()];
    if number.contains(':') {
        // Two groups around a double colon are more often an hour or a ratio.
        let groups = number.split(':').filter(|group| !group.is_empty()).count();
        return groups >= 3 && number.parse::<Ipv6Addr>().is_ok() && alone(text, at, |c| c.is_alphanumeric() || c == ':');
    }
    let longer = text[at.end..].starts_with('.') && text[at.end + 1..].starts_with(|c: char| c.is_ascii_digit());
    if number.contains(' ') && !near(text, at, 40, &WORDS.ip.cues) {
        return false;
    }
    let Ok(address) = number.replace(' ', "").parse::<Ipv4Addr>() else { return false };
    // Outlines count from one: an address has larger numbers, or is called one.
    let large = address.octets().iter().any(|octet| *octet > 30);
    (large || near(text, at, 30, &WORDS.ip.cues))
        && !longer
        && alone(text, at, char::is_alphanumeric)
        && !text[..at.start].ends_with('.')
        && !follows(text, at.start, 16, &WORDS.ip.other)
}
