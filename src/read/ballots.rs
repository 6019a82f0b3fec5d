//! Ranked ballots in the BLT format of ERS and OpenSTV, as Loomio writes them too:
//!
//! ```text
//! 3 1            candidates, seats
//! -2             withdrawn candidates
//! 4 1 3=2 0      weight, preferences, 0
//! 0              the end of the ballots
//! "Ana"          the candidates' names
//! "Bo"
//! "Chloé"
//! "Où planter ?" the title
//! ```

use serde_json::{Value, json};

/// Why a file holds no ballots, and on which line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BallotFault {
    pub line: u64,
    pub why: Why,
}

/// What is wrong; the text is what stands there.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// The first line is not two numbers.
    Start(String),
    /// No number where one must stand.
    Number(String),
    /// A candidate that does not exist.
    Candidate(String),
    /// The file ends before the ballots do.
    End,
    /// There are not as many names as candidates.
    Names(String),
}

impl Why {
    /// Its name in messages, and the text.
    pub(super) fn words(&self) -> (&'static str, &str) {
        match self {
            Why::Start(text) => ("start", text),
            Why::Number(text) => ("number", text),
            Why::Candidate(text) => ("candidate", text),
            Why::End => ("end", ""),
            Why::Names(text) => ("names", text),
        }
    }
}

struct Ballot {
    weight: u64,
    /// Candidates from 1; several of one rank are equal, none is a rank left out.
    ranks: Vec<Vec<usize>>,
}

/// Reads `{title, seats, candidates: [{number, name, withdrawn, first}], ballots: [{number, weight, ranks: [name, …]}]}`.
pub(super) fn parse(text: &str) -> Result<Value, BallotFault> {
    let mut lines = (1u64..).zip(text.trim_start_matches('\u{feff}').lines());
    let last = text.lines().count() as u64;
    let mut next = || lines.find(|(_, line)| !without_comment(line).is_empty()).ok_or(BallotFault { line: last.max(1), why: Why::End });

    let (line, first) = next()?;
    let start = || BallotFault { line, why: Why::Start(shortened(first)) };
    let numbers: Vec<usize> = without_comment(first).split_whitespace().map(str::parse).collect::<Result<_, _>>().map_err(|_| start())?;
    let [count, seats] = numbers[..] else { return Err(start()) };
    let mut withdrawn = Vec::new();
    let mut ballots = Vec::new();
    let mut ballot: Option<Ballot> = None;
    'ballots: loop {
        let (line, written) = next()?;
        for word in without_comment(written).split_whitespace() {
            let fault = |why: fn(String) -> Why| BallotFault { line, why: why(shortened(word)) };
            let candidate = |word: &str| match word.parse::<usize>() {
                Ok(number) if (1..=count).contains(&number) => Ok(number),
                Ok(_) => Err(fault(Why::Candidate)),
                Err(_) => Err(fault(Why::Number)),
            };
            let Some(open) = &mut ballot else {
                match word.strip_prefix('-') {
                    Some(number) if ballots.is_empty() => withdrawn.push(candidate(number)?),
                    _ if word == "0" => break 'ballots,
                    // OpenSTV allows a name of the ballot before its weight.
                    _ if word.starts_with('(') && word.ends_with(')') => {}
                    _ => ballot = Some(Ballot { weight: word.parse().map_err(|_| fault(Why::Number))?, ranks: Vec::new() }),
                }
                continue;
            };
            match word {
                "0" => ballots.extend(ballot.take()),
                "-" => open.ranks.push(Vec::new()),
                _ => open.ranks.push(word.split('=').map(candidate).collect::<Result<_, _>>()?),
            }
        }
    }

    let rest: Vec<(u64, &str)> = lines.map(|(number, line)| (number, line.trim())).filter(|(_, line)| line.starts_with('"')).collect();
    let names = names(&rest, count);
    let place = rest.last().map_or(last, |(line, _)| *line);
    if names.len() < count {
        return Err(BallotFault { line: place, why: Why::Names(names.len().to_string()) });
    }
    Ok(document(names, seats, count, &withdrawn, &ballots))
}

fn document(names: Vec<String>, seats: usize, count: usize, withdrawn: &[usize], ballots: &[Ballot]) -> Value {
    let mut first = vec![0u64; count];
    for ballot in ballots {
        if let Some([alone]) = ballot.ranks.first().map(Vec::as_slice) {
            first[alone - 1] = first[alone - 1].saturating_add(ballot.weight);
        }
    }
    let shown = |rank: &Vec<usize>| rank.iter().map(|number| names[number - 1].as_str()).collect::<Vec<_>>().join(" = ");
    let listed: Vec<Value> = (1..)
        .zip(ballots)
        .map(|(number, ballot)| json!({"number": number, "weight": ballot.weight, "ranks": ballot.ranks.iter().map(shown).collect::<Vec<_>>()}))
        .collect();
    let candidates: Vec<Value> = (1..=count)
        .zip(&names)
        .map(|(number, name)| json!({"number": number, "name": name, "withdrawn": withdrawn.contains(&number), "first": first[number - 1]}))
        .collect();
    json!({"title": names.get(count).cloned().unwrap_or_default(), "seats": seats, "candidates": candidates, "ballots": listed})
}

/// Names and title: one a line, where quotes inside a name are not marked; or several on a line.
fn names(lines: &[(u64, &str)], count: usize) -> Vec<String> {
    if lines.len() >= count {
        return lines.iter().map(|(_, line)| line[1..].rsplit_once('"').map_or(&line[1..], |(name, _)| name).trim().to_owned()).collect();
    }
    lines.iter().flat_map(|(_, line)| line.split('"').skip(1).step_by(2)).map(|name| name.trim().to_owned()).collect()
}

fn without_comment(line: &str) -> &str {
    line.split('#').next().unwrap_or_default().trim()
}

fn shortened(text: &str) -> String {
    text.trim().chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ballots_with_everything() {
        let text = "# an election\n3 2 # three for two\n-2\n4 1 3=2 0\n2  0\n(a1) 1 3 -\n 1 0\n0 # end\n\"Ana \"la grande\"\"\n\"Bo\"\n\"Chloé\" # c\n\"Où # planter ?\"\n";
        let wanted = json!({
            "title": "Où # planter ?", "seats": 2,
            "candidates": [
                {"number": 1, "name": "Ana \"la grande\"", "withdrawn": false, "first": 4},
                {"number": 2, "name": "Bo", "withdrawn": true, "first": 0},
                {"number": 3, "name": "Chloé", "withdrawn": false, "first": 1},
            ],
            "ballots": [
                {"number": 1, "weight": 4, "ranks": ["Ana \"la grande\"", "Chloé = Bo"]},
                {"number": 2, "weight": 2, "ranks": []},
                {"number": 3, "weight": 1, "ranks": ["Chloé", "", "Ana \"la grande\""]},
            ],
        });
        assert_eq!(parse(text).unwrap(), wanted);
    }

    #[test]
    fn names_on_one_line_and_no_title() {
        let value = parse("2 1\n1 2 0\n0\n\"Ana\" \"Bo\"\n").unwrap();
        assert_eq!((&value["candidates"][1]["name"], &value["title"]), (&json!("Bo"), &json!("")));
        assert_eq!(value["candidates"][1]["first"], 1);
    }

    #[test]
    fn faults_have_a_line() {
        let fault = |text: &str| parse(text).map_err(|fault| (fault.line, fault.why)).unwrap_err();
        assert_eq!(fault("candidates 2\n"), (1, Why::Start("candidates 2".into())));
        assert_eq!(fault("2 1\n1 3 0\n0\n"), (2, Why::Candidate("3".into())));
        assert_eq!(fault("2 1\n1 -2 0\n0\n"), (2, Why::Number("-2".into())));
        assert_eq!(fault("2 1\nx 2 0\n0\n"), (2, Why::Number("x".into())));
        assert_eq!(fault("2 1\n1 2 0\n"), (2, Why::End));
        assert_eq!(fault("2 1\n1 2 0\n0\n\"Ana\"\n"), (4, Why::Names("1".into())));
        assert_eq!(fault("999999999999 1\n0\n\"Ana\"\n"), (3, Why::Names("1".into())));
        assert_eq!(fault(""), (1, Why::End));
    }
}
