//! How a language writes whole numbers. Facts from CLDR: French groups by narrow no-break space, English by comma,
//! Spanish by point from five digits on.

use fluent_bundle::FluentValue;
use fluent_bundle::memoizer::MemoizerKind;

use super::Words;

impl Words {
    /// The sign before decimals; where it is the comma, spreadsheets separate columns of CSV by semicolons.
    pub fn decimal_sign(&self) -> char {
        if self.language() == "en" { '.' } else { ',' }
    }

    /// A whole number in the language's form.
    pub fn number(&self, number: i64) -> String {
        group(number, self.language())
    }
}

fn group(number: i64, language: &str) -> String {
    let digits = number.unsigned_abs().to_string();
    let (separator, from) = match language {
        "fr" => ('\u{202f}', 4),
        "es" => ('.', 5),
        _ => (',', 4),
    };
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 3);
    if number < 0 {
        out.push('\u{2212}');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && digits.len() >= from && (digits.len() - i).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// Fluent's hook for numbers inside sentences; it knows no language, so each has its own function.
pub(super) fn formatter<M: MemoizerKind>(language: &str) -> fn(&FluentValue<'_>, &M) -> Option<String> {
    match language {
        "fr" => |value, _| number_of(value, "fr"),
        "es" => |value, _| number_of(value, "es"),
        _ => |value, _| number_of(value, "en"),
    }
}

fn number_of(value: &FluentValue<'_>, language: &str) -> Option<String> {
    match value {
        // Only whole numbers are ever passed to messages (`Arg::Number`), and f64 holds them exactly below 2^53.
        FluentValue::Number(number) => Some(group(number.value as i64, language)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::group;

    #[test]
    fn groups_as_each_language_does() {
        assert_eq!(group(1234, "fr"), "1\u{202f}234");
        assert_eq!(group(1234, "es"), "1234");
        assert_eq!(group(12345, "es"), "12.345");
        assert_eq!(group(-1_234_567, "en"), "\u{2212}1,234,567");
        assert_eq!(group(0, "fr"), "0");
        assert_eq!(group(i64::MIN, "en"), "\u{2212}9,223,372,036,854,775,808");
    }
}
