//! CSL-JSON, version 1.0.2.

use serde_json::{Value, json};

use super::{Form, Sort, Work, line};

/// CSL-JSON.
pub struct Csl;

impl Form for Csl {
    fn extension(&self) -> &'static str {
        "json"
    }

    fn name(&self) -> &'static str {
        "CSL-JSON"
    }

    fn write(&self, work: &Work<'_>) -> String {
        let mut value = json!({
            "id": work.key,
            "type": match work.sort { Sort::Post => "post", Sort::Report => "report", Sort::Dataset => "dataset" },
            "title": line(&work.title),
            "container-title": line(work.container),
            "publisher": line(work.publisher),
            "genre": line(&work.genre),
            "language": work.language,
            "URL": work.url,
        });
        if let Some(author) = &work.author {
            value["author"] = match author.parts() {
                Some((family, given)) => json!([{"family": family, "given": given}]),
                None => json!([{"literal": author.name()}]),
            };
        }
        if let Some((year, month, day)) = work.date {
            value["issued"] = json!({"date-parts": [[year, month, day]]});
        }
        if let Value::Object(fields) = &mut value {
            fields.retain(|_, value| value.as_str() != Some(""));
        }
        value.to_string()
    }

    fn frame(&self) -> [&'static str; 3] {
        ["[\n", ",\n", "\n]\n"]
    }
}
