//! Columns that look personal: by a word in the header, or by what the first cells hold.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Serialize;

use super::super::headers::loose;

/// A column that looks personal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Suspect {
    /// Its header.
    pub column: String,
    /// `email`, `phone`, `address`, `birth`, `ip`, `name`, `identity`.
    pub what: &'static str,
    /// `header` or `cells`.
    pub told_by: &'static str,
    /// A field is made of it.
    pub used: bool,
}

/// What a header or cell may be, and the words of headers that say so.
static WORDS: LazyLock<Vec<(&'static str, Vec<String>)>> = LazyLock::new(|| {
    let lists: BTreeMap<String, Vec<String>> = match crate::read::parse_yaml(include_str!("personal.yaml"), "personal.yaml") {
        Ok(lists) => lists,
        // The file is part of the program and every test of this module reads it.
        Err(diagnostic) => unreachable!("built-in words: {diagnostic:?}"),
    };
    // Narrower kinds first: an "adresse mail" is no postal address.
    let order = ["harmless", "email", "ip", "phone", "birth", "identity", "name", "address"];
    order.iter().map(|what| (*what, lists.get(*what).into_iter().flatten().map(|word| padded(word)).collect())).collect()
});

/// A header as words between spaces.
fn padded(header: &str) -> String {
    format!(" {} ", loose(header).replace(['_', '/', '.'], " "))
}

/// What a header says its column holds, if that is personal.
pub fn by_header(header: &str) -> Option<&'static str> {
    let header = padded(header);
    let (what, _) = WORDS.iter().find(|(_, words)| words.iter().any(|word| header.contains(word.as_str())))?;
    (*what != "harmless").then_some(*what)
}

/// What the cells of a column look like, if that is personal: at least half of the filled ones.
pub fn by_cells<'a>(cells: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let cells: Vec<&str> = cells.map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let half = |looks: fn(&str) -> bool| {
        let count = cells.iter().filter(|cell| looks(cell)).count();
        count > 0 && count * 2 >= cells.len()
    };
    if half(is_email) {
        Some("email")
    } else if half(is_ip) {
        Some("ip")
    } else {
        half(is_phone).then_some("phone")
    }
}

fn is_email(cell: &str) -> bool {
    let Some((name, host)) = cell.split_once('@') else { return false };
    let plain = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || "._%+-".contains(c));
    plain(name) && plain(host) && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
}

fn is_ip(cell: &str) -> bool {
    cell.parse::<std::net::IpAddr>().is_ok()
}

/// A number in international form, one that begins with 0, or one written in groups.
fn is_phone(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let groups = cell.split([' ', '.', '-', '\u{a0}', '\u{202f}']).filter(|group| !group.is_empty());
    let dialled = cell.strip_prefix('+').unwrap_or(cell);
    // A date in groups has its year.
    let date = groups.clone().count() == 3 && groups.clone().any(|group| group.len() == 4) && digits == 8;
    (9..=15).contains(&digits)
        && !date
        && dialled.chars().all(|c| c.is_ascii_digit() || " .-()/\u{a0}\u{202f}".contains(c))
        && (cell.starts_with(['+', '0', '(']) || (groups.clone().count() >= 3 && groups.map(str::len).all(|length| length <= 4)))
        && !cell.starts_with("00000")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_read_as_words() {
        for (header, what) in [
            ("Votre e-mail", "email"),
            ("adresse_mail", "email"),
            ("E-MAIL (facultatif)", "email"),
            ("user/ip_address", "ip"),
            ("Téléphone portable", "phone"),
            ("Date de naissance", "birth"),
            ("Fecha de nacimiento", "birth"),
            ("Adresse", "address"),
            ("Código Postal", "address"),
            ("Prénom", "name"),
            ("DNI", "identity"),
        ] {
            assert_eq!(by_header(header), Some(what), "{header}");
        }
        for header in ["Titre", "zipper", "participant", "description", "Adresse web", "telescope", "Nombre de votes", "recipe", "équipement", ""] {
            assert_eq!(by_header(header), None, "{header}");
        }
    }

    #[test]
    fn cells_are_told_by_their_form() {
        let of = |cells: &[&str]| by_cells(cells.iter().copied());
        assert_eq!(of(&["a@example.org", "", "b.c@example.com", "no"]), Some("email"));
        assert_eq!(of(&["06 12 34 56 78", "+34 612 345 678"]), Some("phone"));
        assert_eq!(of(&["612 34 56 78"]), Some("phone"));
        assert_eq!(of(&["192.0.2.1", "2001:db8::1"]), Some("ip"));
        for harmless in [
            &["12", "1234567890"][..],
            &["2024-03-31", "31.03.2024", "31-03-2024"],
            &["see a@example.org for more", "text"],
            &["48.8566", "-2.35"],
            &[""],
            &[],
        ] {
            assert_eq!(of(harmless), None, "{harmless:?}");
        }
    }
}
