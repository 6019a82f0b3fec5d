//! What each field means, for the JSON Schemas and so for editors.

use serde_json::{Value, json};

use super::profile::Field;

/// The fields in the words of `greffe schema`.
const MEANINGS: &[(&str, &str)] = &[
    ("id", "Number or code of the row on the platform; part of its permanent address."),
    ("kind", "What the contribution is: proposal, opinion, amendment, question, answer, report, petition, statement, source."),
    ("parent_kind", "Kind of the contribution it belongs to."),
    ("parent_id", "Id of the contribution it belongs to (an amendment's opinion, a subtopic's topic)."),
    ("topic", "Title of its topic; a list of columns: levels from the root down."),
    ("topic_id", "Id of its topic, where topics are rows of their own."),
    ("tags", "Labels; `split` says what separates them."),
    ("title", "Title."),
    ("body", "Text; a list of columns: paragraphs."),
    ("author_id", "What tells one author from another: never published."),
    ("author_name", "Name the platform showed; pseudonyms take its place unless the archive says otherwise."),
    ("author_kind", "Who wrote: person, organisation, collective."),
    ("author_size", "Number of people of a collective."),
    ("created_at", "When it was written."),
    ("updated_at", "When it was last changed."),
    ("status", "published, withdrawn (by its author), moderated, erased; of outcomes: accepted, partly, refused, in_progress, done, evaluating."),
    ("status_reason", "Why it was moderated."),
    ("language", "Language of the text (`fr`)."),
    ("votes_for", "Number of votes for, likes, supports, signatures."),
    ("votes_against", "Number of votes against."),
    ("votes_neutral", "Number of votes that are neither."),
    ("votes_total", "Number of votes where sides are not told."),
    ("votes_basis", "Only in greffe's own tables: counted, declared or none."),
    ("comment_count", "Number of comments as the platform gives it."),
    ("amendment_count", "Number of amendments as the platform gives it."),
    ("latitude", "Degrees north (WGS 84)."),
    ("longitude", "Degrees east (WGS 84)."),
    ("place", "Name of a place: a street, a district. Never somebody's own address."),
    ("url", "Address of the original page."),
    ("answer", "Answer of the organiser."),
    ("answer_status", "accepted, partly, refused, in_progress, done, evaluating."),
    ("answered_at", "When it was answered."),
    ("answer_author", "Who answered."),
    ("on_kind", "Kind of what a comment or vote is on, or `comment`."),
    ("on_id", "Id of what a comment or vote is on. With it, a source's `columns:` make comments."),
    ("on_title", "Title of what a comment is on, where no id tells."),
    ("reply_to", "Id of the comment answered."),
    ("thread_url", "Address of what a whole thread is about."),
    ("side", "Side of a comment: for, against, neutral, none."),
    ("parent_path", "Path of ids whose last one is the comment answered."),
    ("value", "Side of a vote: for, against, neutral, none."),
    ("voter", "What tells one voter from another: never published."),
    ("tag_id", "Id of a label."),
    ("author", "Who gave an outcome."),
    ("cites", "Ids or addresses of the contributions an outcome speaks of."),
    ("author_code", "Only in greffe's own tables: a pseudonym already published."),
    ("group", "Opinion group of a voter."),
];

/// Names and describes the fields in a schema that maps fields to columns.
pub fn describe_fields(map: &mut Value) {
    let column = map["additionalProperties"].take();
    let described = Field::ALL.iter().map(|(_, name)| {
        let meaning = MEANINGS.iter().find(|(known, _)| known == name).map_or("", |(_, meaning)| meaning);
        ((*name).to_owned(), json!({"description": meaning, "allOf": [column]}))
    });
    map["properties"] = described.collect::<serde_json::Map<_, _>>().into();
    map["additionalProperties"] = false.into();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_described_and_no_other() {
        for (_, name) in Field::ALL {
            assert!(MEANINGS.iter().any(|(known, _)| known == name), "{name} has no meaning");
        }
        for (name, _) in MEANINGS {
            assert!(Field::find(name).is_some(), "{name} is no field");
        }
    }
}
