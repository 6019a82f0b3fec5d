//! `README.md`: the data card. What this is, how it was collected, what it does and does not say, what each file holds.

use std::fmt::Write;

use super::{Publication, Subject, TableMade};
use crate::archive::{AuthorPolicy, Licence};
use crate::diagnose::Arg;

/// The bytes of the file.
pub fn bytes(subject: &Subject<'_>, publication: &Publication<'_>, tables: &[TableMade]) -> Vec<u8> {
    let dossier = subject.dossier;
    let words = subject.words;
    let config = &dossier.content.config;
    let mut card = format!("# {}\n", config.title);
    let paragraph = |card: &mut String, text: &str| {
        if !text.trim().is_empty() {
            let _ = write!(card, "\n{}\n", text.trim());
        }
    };
    paragraph(&mut card, &config.summary);
    let heading = |card: &mut String, key: &str| {
        let _ = write!(card, "\n## {}\n", words.text(key));
    };
    heading(&mut card, "card-collection");
    card.push('\n');
    let mut line = |key: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let _ = writeln!(card, "- {} {value}", words.format("card-label", &[("label", words.text(key).into())]));
        }
    };
    line("label-organiser", config.organiser.clone());
    let day = |moment: crate::model::Moment| subject.dates.date(moment).text;
    line(
        "label-dates",
        dossier.opened.map(|opened| match dossier.closed {
            Some(closed) => format!("{} – {}", day(opened), day(closed)),
            None => day(opened),
        }),
    );
    line("label-territory", config.territory.as_ref().map(|territory| territory.name().to_owned()));
    line("label-audience", config.audience.clone());
    line("label-method", config.method.clone());
    line("label-publisher", Some(publication.config.publisher.name.clone()));
    line(
        "label-licence",
        publication.config.licence.as_deref().and_then(Licence::find).map(|licence| format!("{} ({})", licence.title, licence.url)),
    );

    heading(&mut card, "card-files");
    card.push('\n');
    for table in tables {
        let rows = words.format("rows-count", &[("count", Arg::from(table.rows))]);
        let _ = writeln!(
            card,
            "- `{}.csv`, `{}.json`: {} ({rows}). {}",
            table.name,
            table.name,
            words.text(&format!("table-{}", table.name)),
            words.text(&format!("table-{}-about", table.name))
        );
    }
    let _ = write!(card, "\n{}\n", words.text("card-format"));

    heading(&mut card, "card-limits");
    card.push('\n');
    for key in ["honesty-not-representative", "card-limit-ranks", "card-limit-declared"] {
        let _ = writeln!(card, "- {}", words.text(key));
    }
    if !dossier.record.set_aside.is_empty() {
        let _ = writeln!(card, "- {}", words.format("honesty-set-aside", &[("count", Arg::from(dossier.record.set_aside.len()))]));
    }
    heading(&mut card, "heading-privacy");
    card.push('\n');
    let policy = match dossier.authors {
        AuthorPolicy::Pseudonym => "privacy-pseudonym",
        AuthorPolicy::Name => "privacy-name",
    };
    let _ = writeln!(card, "- {}\n- {}", words.text(policy), words.text("privacy-columns"));
    heading(&mut card, "heading-sources");
    card.push('\n');
    for source in &dossier.record.sources {
        let counts = words.format(
            "card-source",
            &[("read", Arg::from(source.rows_read)), ("kept", Arg::from(source.rows_kept)), ("aside", Arg::from(source.rows_set_aside))],
        );
        let _ = writeln!(card, "- `{}` ({}): {counts}", source.file, source.profile_title);
    }
    let _ = write!(card, "\n{} {}\n", words.text("made-with"), crate::render::GENERATOR);
    card.into_bytes()
}
