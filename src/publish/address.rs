//! Addresses of portals: where a key may be sent.
//!
//! An address is what stands before the first `/`, `?` or `#` after its scheme (RFC 3986, 3.2), and who is named before an `@` in it is not the
//! host: `http://127.0.0.1@example.org` leads to example.org. Such addresses are never needed and are refused whole.

/// The address of a portal as it is used, without a slash at its end; nothing where no key may go there.
pub fn portal(text: &str) -> Option<&str> {
    let (secret, rest) = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        _ => return None,
    };
    let strange = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '@' | '?' | '#' | '\\');
    if rest.contains(strange) {
        return None;
    }
    let authority = rest.split('/').next().unwrap_or_default();
    let host = host(authority)?;
    (secret || is_loopback(host)).then(|| text.trim_end_matches('/'))
}

/// The host of an authority, without its port.
fn host(authority: &str) -> Option<&str> {
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => {
            let end = rest.find(']')? + 2;
            authority.split_at(end)
        }
        None => authority.find(':').map_or((authority, ""), |colon| authority.split_at(colon)),
    };
    let numbers = port.strip_prefix(':').unwrap_or(port);
    let whole = port.is_empty() || (port.starts_with(':') && !numbers.is_empty() && numbers.bytes().all(|b| b.is_ascii_digit()));
    (whole && !host.is_empty()).then_some(host)
}

/// Without encryption a key may go to this machine alone, and by no other machine on the way.
fn is_loopback(host: &str) -> bool {
    ["127.0.0.1", "localhost", "[::1]"].contains(&host)
}

/// Whether an address of [`portal`] is of this machine: what goes there goes through no proxy.
pub(super) fn is_here(portal: &str) -> bool {
    portal.split("://").nth(1).and_then(|rest| host(rest.split('/').next()?)).is_some_and(is_loopback)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_goes_in_clear_to_this_machine_only() {
        for good in ["http://127.0.0.1:5000", "http://localhost", "http://[::1]:80/x", "https://www.data.gouv.fr", "https://a.example/sub"] {
            assert_eq!(portal(&format!("{good}/")), Some(good));
        }
        for bad in [
            "http://127.0.0.1.example.org",
            "http://example.org/127.0.0.1",
            "http://localhost.example",
            "http://127.0.0.1@example.org",
            "http://127.0.0.1:80@example.org",
            "http://localhost:x@example.org/",
            "http://127.0.0.1\\@example.org",
            "http://127.0.0.1#@example.org",
            "https://key@example.org",
            "https://",
            "https:///x",
            "https://a.example:",
            "https://a.example:8o",
            "https://a.example?x",
            "ftp://a.example",
            "demo",
        ] {
            assert_eq!(portal(bad), None, "{bad}");
        }
        assert!(is_here("http://[::1]:80/x") && is_here("https://localhost") && !is_here("https://localhost.example"));
    }
}
