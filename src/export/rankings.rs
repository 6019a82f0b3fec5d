//! `rankings/<id>.json` of a consultation: the rule, and every number it was computed from, so that anybody can do it again.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::tables::created;
use super::{Published, Subject};
use crate::diagnose::Diagnostic;
use crate::model::{ContributionIx, Sides, VoteCounts};
use crate::rank::{Facts, RANKINGS, Ranked, Ranking, sql};
use crate::write::Output;

/// What goes into a test vector: for, against, comments; size of a collective, 0 for a person.
type Numbers = (Option<u32>, Option<u32>, Option<u32>, Option<u32>);

/// The test vectors; what is not known in them has no score.
const VECTORS: &[Numbers] = &[
    (Some(0), Some(0), Some(0), Some(0)),
    (Some(1), Some(0), Some(1), Some(0)),
    (Some(0), Some(5), Some(2), Some(0)),
    (Some(1), Some(1), Some(0), Some(12)),
    (Some(9), Some(1), Some(30), Some(0)),
    (Some(90), Some(10), Some(7), Some(3)),
    (Some(1234), Some(1233), Some(4), Some(0)),
    (Some(4055), Some(24), Some(4), Some(0)),
    (Some(7), None, None, Some(0)),
    (None, Some(2), Some(1), None),
];

/// Writes the files of all published rankings.
pub fn rankings(subject: &Subject<'_>, published: &Published, output: &Output) -> Result<(), Diagnostic> {
    let digest = published.table("contributions").and_then(|table| table.file("csv")).map(|file| file.info.sha256.clone());
    for ranked in subject.dossier.published() {
        let Some(ranking) = RANKINGS.iter().find(|ranking| ranking.id() == ranked.id) else { continue };
        output.stream(&subject.plan.file(&format!("rankings/{}.json", ranked.id)), |out| file(*ranking, ranked, subject, digest.as_deref(), out))?;
    }
    Ok(())
}

/// One a line: head, then a row for each contribution in its order.
fn file(ranking: &dyn Ranking, ranked: &Ranked, subject: &Subject<'_>, digest: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    let words = subject.words;
    let id = ranked.id;
    let steps: Vec<&str> = ranking.steps(&vector(&VECTORS[0])).into_iter().map(|(name, _)| name).collect();
    let columns: Vec<&str> =
        ["kind", "contribution_id"].into_iter().chain(ranking.inputs().iter().copied()).chain(steps).chain(["score", "rank"]).collect();
    let vectors: Vec<Value> = VECTORS.iter().map(|numbers| of_vector(ranking, numbers)).collect();
    let head = json!({
        "version": ranking.version(),
        "consultation": &*subject.dossier.record.slug,
        "ranking": id,
        "title": words.text(&format!("ranking-{id}")),
        "rule": words.text(&format!("ranking-{id}-rule")),
        "scope": words.text("ranks-scope"),
        "ties": words.text("rankings-ties"),
        "formula": ranking.formula(),
        "sql": sql(ranking),
        "input": {"file": "../data/contributions.csv", "sha256": digest, "columns": ranking.inputs(), "where": "status = 'published'"},
        "vectors": vectors,
        "columns": columns,
    });
    let head = head.to_string();
    // The rows follow inside the same object.
    write!(out, "{},\n\"rows\":[", &head[..head.len() - 1])?;
    let dates = created(subject);
    let mut first = true;
    for &ix in ranked.order.iter().filter(|&&ix| ranked.ranks[ix as usize] > 0) {
        write!(out, "{}\n{}", if first { "" } else { "," }, row(ranking, ranked, subject, ix, &*dates))?;
        first = false;
    }
    out.write_all(b"\n]}\n")
}

fn row(ranking: &dyn Ranking, ranked: &Ranked, subject: &Subject<'_>, ix: ContributionIx, date: &dyn Fn(ContributionIx) -> Option<String>) -> Value {
    let record = &subject.dossier.record;
    let contribution = record.contribution(ix);
    let figures = subject.dossier.tallies.of(ix);
    let author = contribution.author.map(|author| &record.authors[author as usize]);
    let input = |name: &&str| match *name {
        "votes_for" => json!(figures.votes.favour),
        "votes_against" => json!(figures.votes.against),
        "comment_count" => json!(figures.comments),
        "author_kind" => json!(author.map(|author| author.kind.word())),
        "author_size" => json!(author.and_then(|author| author.size)),
        "created_at" => json!(date(ix)),
        "created_unix" => json!(ranked.facts(ix).created),
        _ => Value::Null,
    };
    let facts = ranked.facts(ix);
    let cells = [json!(contribution.kind.word()), json!(contribution.id)].into_iter().chain(ranking.inputs().iter().map(input));
    let steps = ranking.steps(&facts).into_iter().map(|(_, number)| json!(number));
    let ranks = [json!(ranked.scores[ix as usize]), json!(ranked.ranks[ix as usize])];
    Value::Array(cells.chain(steps).chain(ranks).collect())
}

fn vector(&(favour, against, comments, size): &Numbers) -> Facts {
    let votes = VoteCounts { favour, against, neutral: None };
    // Both sides exist in the consultation of these rows, whether or not this row knows them.
    Facts { votes, sides: Sides([true, true, false]), comments, size, created: Some(0) }
}

/// A test vector: what goes in, every step, what comes out.
fn of_vector(ranking: &dyn Ranking, numbers: &Numbers) -> Value {
    let facts = vector(numbers);
    let mut made = serde_json::Map::new();
    for name in ranking.inputs() {
        let value = match *name {
            "votes_for" => json!(numbers.0),
            "votes_against" => json!(numbers.1),
            "comment_count" => json!(numbers.2),
            "author_kind" => json!(if numbers.3 == Some(0) { "person" } else { "collective" }),
            "author_size" => json!(numbers.3.filter(|&size| size > 0)),
            "created_unix" => json!(0),
            _ => json!("1970-01-01"),
        };
        made.insert((*name).to_owned(), value);
    }
    made.extend(ranking.steps(&facts).into_iter().map(|(name, number)| (name.to_owned(), json!(number))));
    made.insert("score".to_owned(), json!(ranking.score(&facts)));
    Value::Object(made)
}
