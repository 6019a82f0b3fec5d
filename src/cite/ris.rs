//! RIS, as reference managers exchange it: two letters, two spaces, a hyphen; CRLF.

use std::fmt::Write;

use super::{Form, Sort, Work, line};

/// RIS.
pub struct Ris;

impl Form for Ris {
    fn extension(&self) -> &'static str {
        "ris"
    }

    fn name(&self) -> &'static str {
        "RIS"
    }

    fn write(&self, work: &Work<'_>) -> String {
        let mut text = String::new();
        let mut field = |name: &str, value: &str| {
            let value = line(value);
            if !value.is_empty() || name == "ER" {
                // Writing into a string cannot fail.
                let _ = write!(text, "{name}  - {value}\r\n");
            }
        };
        field(
            "TY",
            match work.sort {
                Sort::Post => "ELEC",
                Sort::Report => "RPRT",
                Sort::Dataset => "DATA",
            },
        );
        field("ID", &work.key);
        field("TI", &work.title);
        if let Some(author) = &work.author {
            field("AU", &author.with_comma());
        }
        field("T2", work.container);
        field("PB", work.publisher);
        if let Some((year, month, day)) = work.date {
            field("PY", &year.to_string());
            field("DA", &format!("{year:04}/{month:02}/{day:02}/"));
        }
        field("M3", &work.genre);
        field("LA", work.language);
        field("UR", &work.url);
        field("ER", "");
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_record() {
        let text = Ris.write(&super::super::tests::work());
        assert!(text.starts_with("TY  - ELEC\r\n") && text.ends_with("ER  - \r\n"), "{text}");
        assert!(text.contains("AU  - Collectif du port,\r\n") && text.contains("DA  - 2023/02/04/\r\n"), "{text}");
    }
}
