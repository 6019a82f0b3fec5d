//! The content, and what is wrong in it without looking at any export.

use crate::archive::Content;
use crate::diagnose::{Diagnostic, Diagnostics, codes, did_you_mean};
use crate::model::Edition;
use crate::rank;
use crate::read::{self, Root};
use crate::render::check_colours;
use crate::seal;

/// Reads `content/` and checks what can be checked without the exports.
pub fn content(root: &Root, diagnostics: &mut Diagnostics) -> Option<Content> {
    let content = read::content(root, diagnostics)?;
    let file = "content/archive.yaml";
    match &content.config.base_url {
        None => diagnostics.push(Diagnostic::new(codes::NO_BASE_URL).file(file)),
        Some(url)
            if oxrdf::NamedNode::new(url.as_str()).is_err()
                || !(url.starts_with("https://") || url.starts_with("http://"))
                || url.contains(['?', '#']) =>
        {
            diagnostics.push(Diagnostic::new(codes::BAD_BASE_URL).file(file).column("base_url").arg("value", url).at_key(&content.yaml, "base_url"));
        }
        Some(_) => {}
    }
    if let Some(licence) = content.config.licence.as_deref().filter(|id| crate::archive::Licence::find(id).is_none()) {
        let known = crate::archive::Licence::all();
        let near = did_you_mean(licence, known.iter().map(|licence| licence.id.as_str())).unwrap_or_default();
        diagnostics.push(
            Diagnostic::new(codes::BAD_VALUE).file(file).column("licence").arg("value", licence).arg("near", near).at_key(&content.yaml, "licence"),
        );
    }
    let publisher = &content.config.publisher;
    for (what, missing) in [("name", publisher.name.is_empty()), ("email", publisher.email.is_none())] {
        // What only portals miss is said once there is an address for them.
        if missing && content.config.base_url.is_some() {
            diagnostics.push(Diagnostic::new(codes::NO_CONTACT).file(file).column("publisher").arg("what", what));
        }
    }
    if content.config.licence.is_none() {
        diagnostics.push(Diagnostic::new(codes::NO_LICENCE).file(file).column("licence"));
    }
    if let Some(siret) = publisher.siret.as_deref().filter(|siret| siret.len() != 14 || !siret.bytes().all(|b| b.is_ascii_digit())) {
        diagnostics.push(
            Diagnostic::new(codes::BAD_VALUE).file(file).column("siret").arg("value", siret).arg("near", "").at_key(&content.yaml, "publisher/siret"),
        );
    }
    if let Some(day) = content.config.accessibility.audited.as_deref().filter(|day| crate::normalise::day(day).is_none()) {
        diagnostics.push(
            Diagnostic::new(codes::BAD_VALUE)
                .file(file)
                .column("audited")
                .arg("value", day)
                .arg("near", "2024-03-31")
                .at_key(&content.yaml, "accessibility/audited"),
        );
    }
    for consultation in &content.consultations {
        diagnostics.extend(seal::history(&content.editions, &consultation.slug).err());
    }
    check_colours(&content.config.appearance.colours, &content.yaml, diagnostics);
    for (at, slug) in content.config.featured.iter().enumerate() {
        if content.consultations.iter().all(|consultation| consultation.slug != *slug) {
            let near = did_you_mean(slug, content.consultations.iter().map(|c| c.slug.as_str())).unwrap_or_default();
            diagnostics.push(
                Diagnostic::new(codes::FEATURED_UNKNOWN)
                    .file(file)
                    .column("featured")
                    .arg("value", slug)
                    .arg("near", near)
                    .at_key(&content.yaml, &format!("featured/{at}")),
            );
        }
    }
    for consultation in &content.consultations {
        let config = &consultation.config;
        if content.config.base_url.is_some() && (config.opened.is_none() || config.closed.is_none()) {
            diagnostics.push(Diagnostic::new(codes::NO_DATES).file(&consultation.file).column(if config.opened.is_none() {
                "opened"
            } else {
                "closed"
            }));
        }
        if let Some(id) = config.ranking.as_deref().filter(|id| rank::RANKINGS.iter().all(|ranking| ranking.id() != *id)) {
            let known = rank::RANKINGS.iter().map(|ranking| ranking.id()).collect::<Vec<_>>().join(", ");
            let near = did_you_mean(id, rank::RANKINGS.iter().map(|ranking| ranking.id())).unwrap_or_default();
            diagnostics.push(
                Diagnostic::new(codes::RANKING_UNKNOWN)
                    .file(&consultation.file)
                    .column("ranking")
                    .arg("value", id)
                    .arg("near", near)
                    .arg("known", known)
                    .at_key(&consultation.yaml, "ranking"),
            );
        }
        for (number, topic) in config.topics.iter().enumerate() {
            if let Some(parent) = topic.parent.as_deref().filter(|parent| config.topics.iter().all(|other| other.id != *parent)) {
                let near = did_you_mean(parent, config.topics.iter().map(|t| t.id.as_str())).unwrap_or_default();
                diagnostics.push(
                    Diagnostic::new(codes::TOPIC_UNKNOWN_PARENT)
                        .file(&consultation.file)
                        .column("topics")
                        .arg("id", &topic.id)
                        .arg("value", parent)
                        .arg("near", near)
                        .at_key(&consultation.yaml, &format!("topics/{number}/parent")),
                );
            }
            let mut at = topic.parent.as_deref();
            for _ in 0..=config.topics.len() {
                at = at.and_then(|id| config.topics.iter().find(|other| other.id == id)).and_then(|other| other.parent.as_deref());
            }
            if at.is_some() {
                diagnostics.push(
                    Diagnostic::new(codes::TOPIC_LOOP)
                        .file(&consultation.file)
                        .column("topics")
                        .arg("id", &topic.id)
                        .at_key(&consultation.yaml, &format!("topics/{number}/parent")),
                );
            }
        }
        let dated = config.sources.iter().enumerate().filter_map(|(at, source)| Some((at, source.edition.as_deref()?)));
        for (at, day) in dated.filter(|(_, day)| Edition::parse(day).is_none()) {
            // A date of another form is one the user can mean.
            let near = crate::import::parse_date(day).map(|stamp| stamp.civil).map(|c| format!("{:04}-{:02}-{:02}", c.year, c.month, c.day));
            diagnostics.push(
                Diagnostic::new(codes::BAD_EDITION)
                    .file(&consultation.file)
                    .column("edition")
                    .arg("value", day)
                    .arg("near", near.unwrap_or_default())
                    .at_key(&consultation.yaml, &format!("sources/{at}/edition")),
            );
        }
        for (at, keyword) in config.keywords.iter().enumerate().filter(|(_, keyword)| crate::catalogue::plain_keyword(keyword).is_none()) {
            diagnostics.push(
                Diagnostic::new(codes::BAD_VALUE)
                    .file(&consultation.file)
                    .column("keywords")
                    .arg("value", keyword)
                    .at_key(&consultation.yaml, &format!("keywords/{at}")),
            );
        }
        for (at, slug) in config.former_slugs.iter().enumerate().filter(|(_, slug)| !read::is_slug(slug)) {
            diagnostics.push(
                Diagnostic::new(codes::BAD_SLUG)
                    .file(&consultation.file)
                    .column("former_slugs")
                    .arg("name", slug)
                    .at_key(&consultation.yaml, &format!("former_slugs/{at}")),
            );
        }
    }
    Some(content)
}
