//! Words for what export files are: each with the reasons, then all of them together.

use std::path::Path;

use greffe::diagnose::{Arg, Diagnostics};
use greffe::import::{FileFacts, Match, Profiles, Survey};

use super::scaffold::{columns_block, surveyed};
use super::speak::Voice;

/// Says what the files are that a new consultation was made of.
pub fn tell_sources(folder: &Path, profiles: &Profiles, voice: &Voice) {
    let Ok(yaml) = std::fs::read_to_string(folder.join("consultation.yaml")) else { return };
    if !voice.chatty() {
        return;
    }
    // What is doubtful in the files is for `check` and `build` to say.
    let survey = surveyed(yaml, "consultation.yaml", folder, profiles, &voice.words, &mut Diagnostics::default());
    survey.files.iter().for_each(|file| tell_file(file, voice));
    tell_together(&survey, voice);
}

fn line(voice: &Voice, key: &str, args: &[(&str, Arg)]) {
    voice.print(&format!("  {}", voice.words.format(key, args)));
}

/// One file: what it is, how sure that is and why; what its columns are; what came of its rows.
pub fn tell_file(file: &FileFacts, voice: &Voice) {
    let words = &voice.words;
    voice.print(&file.file);
    if !file.encoding.is_empty() {
        line(voice, "cli-inspect-encoding", &[("encoding", file.encoding.as_str().into())]);
    }
    if let Some(delimiter) = &file.delimiter {
        let named = match delimiter.as_str() {
            ";" => "semicolon",
            "," => "comma",
            "\t" | "tab" => "tab",
            "|" => "bar",
            other => other,
        };
        line(voice, "cli-inspect-delimiter", &[("delimiter", named.into())]);
    }
    match &file.recognised {
        Some(found) => {
            line(voice, "cli-inspect-platform", &[("platform", platform(found, voice).into())]);
            line(voice, "cli-inspect-profile", &about(found, voice));
            line(voice, "cli-inspect-because", &[("columns", found.because.join(", ").into())]);
            if let Some(second) = &file.runner_up {
                let key = if second.missing.is_empty() { "cli-inspect-runner-up" } else { "cli-inspect-runner-up-lacks" };
                line(voice, key, &about(second, voice));
            }
            let about = if is_plain(found) { words.text("plain-about") } else { found.about.clone() };
            if !about.is_empty() {
                voice.print(&format!("  {about}"));
            }
        }
        None => {
            line(voice, "cli-inspect-nothing", &[]);
            for near in &file.nearest {
                line(voice, "cli-inspect-near", &about(near, voice));
            }
        }
    }
    let columns = |key: &str, columns: &[String]| {
        if !columns.is_empty() {
            line(voice, key, &[("columns", columns.join(", ").into())]);
        }
    };
    columns("cli-inspect-unused", &file.columns_unused);
    columns("cli-inspect-personal", &file.columns_personal);
    for (key, used) in [("cli-inspect-suspect", false), ("cli-inspect-suspect-used", true)] {
        let suspects = file.columns_suspect.iter().filter(|suspect| suspect.used == used).map(|suspect| {
            let what = words.text(&format!("personal-{}", suspect.what));
            words.format(&format!("suspect-{}", suspect.told_by), &[("column", suspect.column.as_str().into()), ("what", what.into())])
        });
        columns(key, &suspects.collect::<Vec<_>>());
    }
    if let Some(guess) = &file.guess {
        line(voice, "cli-inspect-columns-block", &[]);
        voice.print(columns_block(guess, words, "    ").trim_end());
        return;
    }
    let aside: u64 = file.set_aside.values().sum();
    line(voice, "cli-inspect-rows", &[("read", file.rows_read.into()), ("kept", file.rows_kept.into()), ("aside", aside.into())]);
    if !file.set_aside.is_empty() {
        let reasons = file.set_aside.iter().map(|(code, count)| format!("{code} ({count})")).collect::<Vec<_>>().join(", ");
        line(voice, "cli-inspect-aside", &[("reasons", reasons.into())]);
    }
    if !file.holds.is_empty() {
        line(voice, "cli-inspect-holds", &[("things", things(&file.holds, voice).into())]);
    }
}

/// Tables of no platform have no name of their own: they are called in the language of the messages.
fn is_plain(found: &Match) -> bool {
    found.profile.starts_with("plain/")
}

fn platform(found: &Match, voice: &Voice) -> String {
    if is_plain(found) { voice.words.text("plain-platform") } else { found.platform.clone() }
}

fn about(found: &Match, voice: &Voice) -> [(&'static str, Arg); 4] {
    let title = match found.profile.as_str() {
        "plain/table" => voice.words.text("plain-table"),
        "plain/comments" => voice.words.text("plain-comments"),
        _ => found.title.clone(),
    };
    [
        ("profile", found.profile.as_str().into()),
        ("title", title.into()),
        ("sure", Arg::Number(i64::from(found.sure))),
        ("missing", found.missing.join(", ").into()),
    ]
}

/// What each column of a file was taken for, and what its cells look like.
pub fn tell_columns(file: &FileFacts, voice: &Voice) {
    let words = &voice.words;
    for column in &file.columns {
        let taken = match column.taken_for.as_slice() {
            [] => words.text("cli-column-unused"),
            fields => fields.join(", "),
        };
        let args = [
            ("column", Arg::from(column.column.as_str())),
            ("taken", taken.into()),
            ("cells", words.text(&format!("cells-{}", column.cells)).into()),
            ("shapes", column.shapes.join(" · ").into()),
        ];
        voice.print(&format!("    {}", words.format("cli-column", &args)));
    }
}

/// "12 proposals, 3 comments": contributions first.
fn things<'a>(counts: impl IntoIterator<Item = (&'a &'static str, &'a u64)>, voice: &Voice) -> String {
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(what, _)| ["comment", "vote"].iter().position(|last| last == *what).map_or(0, |at| at + 1));
    let one = |(what, count): (&&str, &u64)| voice.words.format(&format!("count-{what}"), &[("count", (*count).into())]);
    counts.into_iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The first rows, as they were understood.
pub fn tell_sample(survey: &Survey, voice: &Voice) {
    if !survey.sample.is_empty() {
        voice.print(&voice.words.text("cli-inspect-sample"));
        survey.sample.iter().for_each(|row| voice.print(&format!("  {} {}: {}", row.what, row.id, row.text)));
    }
}

/// The platforms met, each once.
fn platforms(survey: &Survey, voice: &Voice) -> Vec<String> {
    let mut met: Vec<String> = Vec::new();
    for found in survey.files.iter().filter_map(|file| file.recognised.as_ref()) {
        let name = platform(found, voice);
        if !met.contains(&name) {
            met.push(name);
        }
    }
    met
}

/// What belongs to what, what is missing, and one line about everything.
pub fn tell_together(survey: &Survey, voice: &Voice) {
    let words = &voice.words;
    let across: Vec<_> = survey.relations.iter().filter(|relation| relation.to.as_ref() != Some(&relation.from)).collect();
    if survey.files.len() > 1 || !across.is_empty() {
        voice.print(&words.text("cli-inspect-together"));
    }
    for relation in across {
        let things = things([(&relation.what, &relation.count)], voice);
        let args = [("from", Arg::from(relation.from.as_str())), ("things", things.into()), ("to", relation.to.clone().unwrap_or_default().into())];
        line(voice, if relation.to.is_some() { "cli-inspect-belongs" } else { "cli-inspect-missing" }, &args);
    }
    let known = survey.files.iter().filter(|file| file.is_recognised()).count();
    if known == 0 {
        return;
    }
    let args = [
        ("files", Arg::from(survey.files.len())),
        ("known", known.into()),
        ("platforms", platforms(survey, voice).join(", ").into()),
        ("things", things(&survey.holds, voice).into()),
        ("missing", survey.missing().into()),
    ];
    let key = match (survey.holds.is_empty(), survey.missing()) {
        (true, _) => "cli-inspect-summary-nothing",
        (false, 0) => "cli-inspect-summary",
        (false, _) => "cli-inspect-summary-missing",
    };
    voice.print(&words.format(key, &args));
}
