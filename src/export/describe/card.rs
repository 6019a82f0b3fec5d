//! `README.md`: the data card. What this is, how it was collected, what it does and does not say, what each file holds.

use std::fmt::Write;

use super::super::{Collection, Published};
use crate::archive::AuthorPolicy;
use crate::diagnose::Arg;
use crate::model::{Moment, Status};

/// The first and the last day of the consultations, where both are known.
pub fn period(collection: &Collection<'_>) -> Option<[Moment; 2]> {
    let days = |of: fn(&crate::plan::Dossier<'_>) -> Option<Moment>| collection.subjects.iter().filter_map(move |subject| of(subject.dossier));
    let opened = days(|dossier| dossier.opened).min_by_key(|moment| moment.seconds)?;
    let closed = days(|dossier| dossier.closed).max_by_key(|moment| moment.seconds).unwrap_or(opened);
    Some([opened, closed])
}

/// How people took part, for each consultation whose organisers say so.
pub fn collection_method(collection: &Collection<'_>) -> String {
    let methods = collection.subjects.iter().filter_map(|subject| subject.dossier.content.config.method.as_deref());
    let text = methods.map(str::trim).collect::<Vec<_>>().join("\n\n");
    if text.is_empty() { collection.words.text("card-collected-by-export") } else { text }
}

/// What the data do not say.
pub fn limits(collection: &Collection<'_>) -> Vec<String> {
    let words = collection.words;
    let mut limits: Vec<String> =
        ["honesty-not-representative", "card-limit-ranks", "card-limit-declared", "card-limit-sheets"].map(|key| words.text(key)).into();
    let sum = |of: fn(&crate::model::Consultation) -> usize| collection.subjects.iter().map(|subject| of(&subject.dossier.record)).sum::<usize>();
    for (key, count) in [
        ("honesty-set-aside", sum(|record| record.set_aside.len())),
        (
            "card-limit-hidden",
            sum(|record| record.contributions.iter().filter(|one| matches!(one.status, Status::Moderated | Status::Erased)).count()),
        ),
        ("card-limit-missing", sum(|record| record.contributions.iter().filter(|one| one.missing).count())),
    ] {
        if count > 0 {
            limits.push(words.format(key, &[("count", Arg::from(count))]));
        }
    }
    limits
}

/// What became of personal data.
pub fn privacy(collection: &Collection<'_>) -> Vec<String> {
    let policy = |policy| collection.subjects.iter().any(|subject| subject.dossier.authors == policy);
    let said = [(AuthorPolicy::Pseudonym, "privacy-pseudonym"), (AuthorPolicy::Name, "privacy-name")];
    let said = said.into_iter().filter(|(of, _)| policy(*of)).map(|(_, key)| key);
    said.chain(["privacy-columns"]).map(|key| collection.words.text(key)).collect()
}

/// The text of the file.
pub fn text(collection: &Collection<'_>, published: &Published) -> String {
    let words = collection.words;
    let publication = collection.publication;
    let mut card = format!("# {}\n\n{}\n", collection.title(), collection.summary().trim());
    let heading = |card: &mut String, key: &str| {
        let _ = write!(card, "\n## {}\n\n", words.text(key));
    };
    heading(&mut card, "card-collection");
    let mut line = |key: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let _ = writeln!(card, "- {} {}", words.format("card-label", &[("label", words.text(key).into())]), value.trim());
        }
    };
    let day = |moment: Moment| collection.subjects.first().map_or_else(|| moment.date(), |subject| subject.dates.date(moment).text);
    line(
        "label-dates",
        period(collection).map(|[opened, closed]| if opened == closed { day(opened) } else { format!("{} – {}", day(opened), day(closed)) }),
    );
    if let Some(subject) = collection.own() {
        let config = &subject.dossier.content.config;
        line("label-organiser", config.organiser.clone());
        line("label-territory", config.territory.as_ref().map(|territory| territory.name().to_owned()));
        line("label-audience", config.audience.clone());
        line("label-method", config.method.clone());
    }
    line("label-publisher", Some(publication.config.publisher.name.clone()));
    line("label-licence", publication.licence.as_ref().map(|licence| format!("{} ({})", licence.title, licence.url)));
    if collection.own().is_none() {
        heading(&mut card, "label-consultations-heading");
        for subject in collection.subjects {
            let _ = writeln!(card, "- {} (`{}`)", subject.dossier.content.config.title, subject.dossier.record.slug);
        }
    }

    heading(&mut card, "card-files");
    for table in &published.tables {
        let rows = words.format("rows-count", &[("count", Arg::from(table.rows))]);
        let names: Vec<String> = table.files.iter().map(|file| format!("`{}`", file.file_name())).collect();
        let _ = writeln!(
            card,
            "- **{}** ({rows}). {} {}",
            words.text(&format!("table-{}", table.name)),
            words.text(&format!("table-{}-about", table.name)),
            names.join(", ")
        );
    }
    let _ = write!(card, "\n{}\n\n{}\n", words.text("card-format"), words.text("card-other-formats"));
    heading(&mut card, "card-uses-heading");
    let _ = writeln!(card, "- {}\n- {}", words.text("card-uses"), words.text("card-cleaning"));
    heading(&mut card, "card-limits");
    for limit in limits(collection) {
        let _ = writeln!(card, "- {limit}");
    }
    heading(&mut card, "heading-privacy");
    for sentence in privacy(collection) {
        let _ = writeln!(card, "- {sentence}");
    }
    heading(&mut card, "heading-sources");
    for subject in collection.subjects {
        for source in &subject.dossier.record.sources {
            let counts = words.format(
                "card-source",
                &[("read", Arg::from(source.rows_read)), ("kept", Arg::from(source.rows_kept)), ("aside", Arg::from(source.rows_set_aside))],
            );
            let _ = writeln!(card, "- `{}` ({}): {counts}", source.file, source.profile_title);
        }
    }
    let _ = write!(card, "\n{} {}\n", words.text("made-with"), crate::render::GENERATOR);
    card
}
