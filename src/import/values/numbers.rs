//! Counts and coordinates.

/// A count: `12`, `12.0`, `1 234` (any spaces). `None` for anything else.
pub fn count(text: &str) -> Option<u32> {
    let text = text.trim();
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{202f}').collect();
    let whole = match plain.split_once(['.', ',']) {
        Some((whole, zeros)) if zeros.bytes().all(|b| b == b'0') => whole,
        Some(_) => return None,
        None => &plain,
    };
    whole.parse().ok()
}

/// Degrees: `48.85`, `48,85`. `None` for anything else, infinities included.
pub fn degrees(text: &str) -> Option<f64> {
    let text = text.trim();
    let number: f64 = match text.parse() {
        Ok(number) => number,
        Err(_) if text.matches(',').count() == 1 => text.replace(',', ".").parse().ok()?,
        Err(_) => return None,
    };
    number.is_finite().then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_exports_write_them() {
        for (text, number) in [("12", 12), (" 12 ", 12), ("12.0", 12), ("1\u{a0}234", 1234), ("0", 0)] {
            assert_eq!(count(text), Some(number), "{text:?}");
        }
        for text in ["", "-1", "1.5", "a", "1e3", "99999999999"] {
            assert_eq!(count(text), None, "{text:?}");
        }
    }

    #[test]
    fn degrees_with_point_or_comma() {
        assert_eq!(degrees("48,85"), Some(48.85));
        assert_eq!(degrees("-1.5"), Some(-1.5));
        assert_eq!(degrees("inf"), None);
        assert_eq!(degrees("1,2,3"), None);
    }
}
