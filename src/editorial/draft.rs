//! A first draft of a synthesis: per topic the best-supported, most divisive and most debated contributions, already cited. The rest is
//! for people to write.

use std::fmt::Write;

use rustc_hash::FxHashSet;

use crate::diagnose::Arg;
use crate::model::{ContributionIx, Status};
use crate::plan::{Branch, Branches, Dossier};
use crate::words::Words;

/// The rankings a draft draws on, in the order of its paragraphs.
const DRAWN: [&str; 3] = ["support", "divisive", "debated"];

/// The Markdown of a draft with at most `top` contributions per topic and ranking.
pub fn draft(dossier: &Dossier<'_>, words: &Words, top: usize) -> String {
    let record = &dossier.record;
    let branches = Branches::new(dossier);
    let mut text = format!("---\ntitle: {}\n---\n\n", quoted(&words.text("heading-synthesis")));
    let _ = writeln!(text, "*{}*\n", words.text("draft-intro"));
    let topics: Vec<Branch> = match branches.iter().filter(|branch| *branch != Branch::All).collect::<Vec<_>>() {
        topics if topics.is_empty() => vec![Branch::All],
        topics => topics,
    };
    for branch in topics {
        // A topic speaks of its own contributions; those of its sub-topics stand below these.
        let own = |ix: ContributionIx| match branch {
            Branch::Topic(topic) => record.contribution(ix).topic == Some(topic),
            _ => true,
        };
        let title = match branch {
            Branch::All => words.text("topic-all"),
            Branch::None => words.text("topic-none"),
            Branch::Topic(topic) => record.topics[topic as usize].title.to_string(),
        };
        let level = match branch {
            Branch::Topic(topic) => record.topic_path(topic).len() + 1,
            _ => 2,
        };
        let members: Vec<ContributionIx> =
            branches.list(branch, 0).iter().copied().filter(|ix| own(*ix) && record.contribution(*ix).status == Status::Published).collect();
        let _ = writeln!(text, "{} {title}\n", "#".repeat(level.min(6)));
        if !members.is_empty() {
            let _ = writeln!(text, "{}\n", words.format("draft-count", &[("count", Arg::from(members.len()))]));
        }
        let mut named: FxHashSet<ContributionIx> = FxHashSet::default();
        for id in DRAWN {
            let Some(ranked) = dossier.rankings.iter().find(|ranked| ranked.id == id && ranked.left.is_none()) else { continue };
            let mut best: Vec<ContributionIx> =
                members.iter().copied().filter(|ix| ranked.scores[*ix as usize].is_some_and(|score| score > 0) && !named.contains(ix)).collect();
            best.sort_unstable_by_key(|ix| ranked.position[*ix as usize]);
            best.truncate(top);
            if best.is_empty() {
                continue;
            }
            named.extend(&best);
            // Ranked by these numbers, so they are known; else the sentence does not speak of them.
            let known = |number: Option<u32>| Arg::from(u64::from(number.unwrap_or_default()));
            let lines: Vec<String> = best
                .iter()
                .map(|&ix| {
                    let contribution = record.contribution(ix);
                    let figures = dossier.tallies.of(ix);
                    let title = if contribution.title.is_empty() { opening(&contribution.body.to_plain()) } else { contribution.title.to_string() };
                    let alone = if id == "support" && figures.votes.against.is_none() { "-alone" } else { "" };
                    words.format(
                        &format!("draft-{id}-item{alone}"),
                        &[
                            ("title", plain(&title).into()),
                            ("cite", format!("[@{}:{}]", contribution.kind.word(), contribution.id).into()),
                            ("for", known(figures.votes.favour)),
                            ("against", known(figures.votes.against)),
                            ("comments", known(figures.comments)),
                        ],
                    )
                })
                .collect();
            let _ = writeln!(text, "{}\n\n- {}\n", words.text(&format!("draft-{id}")), lines.join("\n- "));
        }
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// A text as a YAML scalar.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Words of others that Markdown must not read as markup.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '!' | '|' | '~') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}

/// The first words of a text.
fn opening(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(12).collect();
    if text.split_whitespace().nth(12).is_some() { format!("{}…", words.join(" ")) } else { words.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_not_markup() {
        assert_eq!(plain("a*b* [@x:1] <i>"), "a\\*b\\* \\[@x:1\\] \\<i\\>");
        assert_eq!(opening("one two"), "one two");
        assert_eq!(quoted("a \"b\""), "\"a \\\"b\\\"\"");
    }
}
