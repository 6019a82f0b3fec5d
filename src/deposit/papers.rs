//! The papers at the root of every archive: what it is, how to cite it, how to check it.

use crate::archive::{Content, Licence};
use crate::plan::Dossier;
use crate::render::GENERATOR;
use crate::seal::{PublicKey, VERIFIER};
use crate::words::Words;

/// File name and text of each.
pub fn papers(content: &Content, dossiers: &[Dossier<'_>], keys: &[PublicKey], words: &Words) -> Vec<(&'static str, String)> {
    let mut papers = vec![
        ("README.txt", readme(content, dossiers, keys.last(), words)),
        ("CITATION.cff", citation(content, dossiers)),
        ("verify.py", VERIFIER.to_owned()),
    ];
    if !keys.is_empty() {
        papers.push(("key.txt", keys.iter().map(|key| format!("{}\n", key.text())).collect()));
    }
    papers
}

fn licence(content: &Content) -> Option<Licence> {
    content.config.licence.as_deref().and_then(Licence::find)
}

fn readme(content: &Content, dossiers: &[Dossier<'_>], key: Option<&PublicKey>, words: &Words) -> String {
    let config = &content.config;
    let mut lines = vec![config.title.clone(), String::new()];
    if !config.description.is_empty() {
        lines.extend([config.description.clone(), String::new()]);
    }
    if !config.publisher.name.is_empty() {
        lines.push(format!("{} {}", words.text("published-by"), config.publisher.name));
    }
    lines.extend(config.base_url.clone());
    if let Some(licence) = licence(content) {
        lines.push(format!("{} {} {}", words.text("licence-label"), licence.title, licence.url).trim_end().to_owned());
    }
    lines.push(String::new());
    for dossier in dossiers {
        lines.push(format!("- {} (consultations/{}/)", dossier.content.config.title, dossier.record.slug));
    }
    for key in ["readme-open", "readme-data", "readme-check"] {
        lines.extend([String::new(), words.text(key)]);
    }
    lines.extend([String::new(), "  python3 verify.py".into(), "  sha256sum --check SHA256SUMS".into()]);
    if let Some(key) = key {
        lines.extend([String::new(), words.text("readme-key"), format!("  {}", key.text()), format!("  SHA-256 {}", key.fingerprint())]);
    }
    lines.extend([String::new(), format!("{} {GENERATOR}", words.text("made-with")), String::new()]);
    lines.join("\n")
}

/// Citation File Format 1.2.0. JSON strings are YAML strings.
fn citation(content: &Content, dossiers: &[Dossier<'_>]) -> String {
    let config = &content.config;
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let publisher = if config.publisher.name.is_empty() { &config.title } else { &config.publisher.name };
    let mut lines = vec![
        "cff-version: 1.2.0".to_owned(),
        "message: \"Please cite this archive, or a single contribution by its own address.\"".to_owned(),
        "type: dataset".to_owned(),
        format!("title: {}", quoted(&config.title)),
    ];
    if !config.description.is_empty() {
        lines.push(format!("abstract: {}", quoted(&config.description)));
    }
    lines.extend(["authors:".to_owned(), format!("  - name: {}", quoted(publisher))]);
    lines.extend(config.base_url.as_deref().map(|url| format!("url: {}", quoted(url))));
    lines.extend(licence(content).and_then(|licence| licence.spdx).map(|spdx| format!("license: {spdx}")));
    lines.extend(dossiers.iter().filter_map(Dossier::day).max_by_key(|day| day.seconds).map(|day| format!("date-released: {}", day.date())));
    lines.push(String::new());
    lines.join("\n")
}
