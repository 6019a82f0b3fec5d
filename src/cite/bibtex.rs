//! BibTeX, with letters as they are (UTF-8).

use std::fmt::Write;

use super::{Form, Sort, Work, line};

/// BibTeX.
pub struct BibTex;

impl Form for BibTex {
    fn extension(&self) -> &'static str {
        "bib"
    }

    fn name(&self) -> &'static str {
        "BibTeX"
    }

    fn write(&self, work: &Work<'_>) -> String {
        let sort = match work.sort {
            Sort::Report => "techreport",
            Sort::Post | Sort::Dataset => "misc",
        };
        let mut text = format!("@{sort}{{{},\n", work.key);
        let mut field = |name: &str, value: &str, open: &str, close: &str| {
            if !value.is_empty() {
                // An address keeps its characters: \url{} and biblatex expect it so.
                let value = if name == "url" { line(value) } else { escaped(&line(value)) };
                // Writing into a string cannot fail.
                let _ = writeln!(text, "  {name} = {open}{value}{close},");
            }
        };
        if let Some(author) = &work.author {
            // Two braces keep a name whole.
            match author.parts() {
                Some((family, given)) => field("author", &format!("{family}, {given}"), "{", "}"),
                None => field("author", author.name(), "{{", "}}"),
            }
        }
        field("title", &work.title, "{{", "}}");
        field("howpublished", &format!("{}, {}", work.genre, work.container), "{", "}");
        if work.sort == Sort::Report {
            field("type", &work.kind, "{", "}");
        }
        field(if work.sort == Sort::Report { "institution" } else { "publisher" }, work.publisher, "{", "}");
        if let Some((year, month, day)) = work.date {
            field("year", &year.to_string(), "{", "}");
            field("date", &format!("{year:04}-{month:02}-{day:02}"), "{", "}");
        }
        field("url", &work.url, "{", "}");
        // What reference managers read; biblatex knows it as well.
        field("language", work.language, "{", "}");
        text.push_str("}\n");
        text
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '{' | '}' | '%' | '&' | '#' | '_' | '$' => {
                out.push('\\');
                out.push(c);
            }
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_tex_are_letters() {
        assert_eq!(escaped("50 % {a} \\b_c"), "50 \\% \\{a\\} \\textbackslash{}b\\_c");
        let text = BibTex.write(&super::super::tests::work());
        assert!(text.starts_with("@misc{budget-2023-proposal-361,\n  author = {{Collectif du port}},\n"), "{text}");
        assert!(text.contains("title = {{Des bancs \\& 50 \\% d'ombre \\{ici\\}}},"), "{text}");
    }
}
