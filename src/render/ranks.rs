//! Where a contribution ranks, and why.

use serde::Serialize;

use super::items::{decimal, gone};
use super::page::Renderer;
use crate::diagnose::Arg;
use crate::model::{ContributionIx, Status};
use crate::rank::{Left, Ranked};

#[derive(Serialize)]
pub struct RankLine {
    id: &'static str,
    title: String,
    rank: u32,
    of: usize,
    tied: u32,
    score: i64,
    score_text: String,
    why: String,
    url: String,
}

impl Renderer<'_> {
    /// The ranks of a contribution, each with its numbers, or why it has none.
    pub(super) fn ranks(&self, c: usize, ix: ContributionIx) -> (Vec<RankLine>, Option<String>) {
        let dossier = &self.dossiers[c];
        let plan = &self.plan.consultations[c];
        let contribution = dossier.record.contribution(ix);
        if contribution.missing {
            return (Vec::new(), Some(self.word("no-rank-missing")));
        }
        if contribution.status != Status::Published {
            let gone = gone(&dossier.record, contribution.status, contribution.origin);
            return (Vec::new(), Some(self.word(&format!("no-rank-{}", if gone { "gone" } else { contribution.status.word() }))));
        }
        let lines: Vec<RankLine> = dossier
            .published()
            .filter(|ranked| ranked.ranks[ix as usize] > 0)
            .map(|ranked| {
                let score = ranked.scores[ix as usize].unwrap_or_default();
                RankLine {
                    id: ranked.id,
                    title: self.word(&format!("ranking-{}", ranked.id)),
                    rank: ranked.ranks[ix as usize],
                    of: self.ranked_of_kind[c]
                        .iter()
                        .find(|(id, kind, _)| *id == ranked.id && *kind == contribution.kind)
                        .map_or(0, |(_, _, of)| *of),
                    tied: ranked.ties[ix as usize],
                    score,
                    score_text: self.score_text(ranked.id, score),
                    why: self.why(c, ix, ranked, score),
                    url: plan.list_with(ranked, ix),
                }
            })
            .collect();
        (lines, None)
    }

    /// The numbers a rank rests on, in a sentence.
    fn why(&self, c: usize, ix: ContributionIx, ranked: &Ranked, score: i64) -> String {
        let dossier = &self.dossiers[c];
        let contribution = dossier.record.contribution(ix);
        let figures = dossier.tallies.of(ix);
        let number = |n: i64| Arg::Number(n);
        let mut args: Vec<(&str, Arg)> = vec![("score", number(score))];
        match ranked.id {
            "debated" => args.push(("comments", number(score))),
            "recent" => args.push(("date", contribution.created.map(|moment| self.site.dates.date(moment).text).unwrap_or_default().into())),
            // A side that does not exist is not spoken of.
            "support" if figures.votes.against.is_none() => {
                args.push(("for", number(score)));
                return self.engine.words().format("ranking-support-why-alone", &args);
            }
            id => {
                let side = |known: Option<u32>| number(known.map_or(0, i64::from));
                args.extend([("for", side(figures.votes.favour)), ("against", side(figures.votes.against))]);
                if id == "approval" {
                    args.push(("percent", decimal(score, self.site_language()).into()));
                }
                if id == "weighted" {
                    let facts = ranked.facts(ix);
                    args.push(("support", number(facts.support().unwrap_or_default())));
                    args.push(("size", number(facts.size.map_or(0, i64::from))));
                }
            }
        }
        self.engine.words().format(&format!("ranking-{}-why", ranked.id), &args)
    }

    /// Why a ranking is not published.
    pub(super) fn why_not(&self, ranked: &Ranked) -> Option<String> {
        Some(match ranked.left? {
            Left::NoInputs => self.word(&format!("ranking-{}-no-inputs", ranked.id)),
            Left::NoDifference => self.word(&format!("ranking-{}-no-difference", ranked.id)),
        })
    }
}
