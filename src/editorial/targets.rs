//! Pages that texts may link to by their address, beside files of the archive.

/// Pages of a consultation that texts may link to by their address.
pub const PAGES: &[&str] = &[
    "index.html",
    "news/index.html",
    "documents/index.html",
    "synthesis.html",
    "outcomes.html",
    "workshops.html",
    "map.html",
    "timeline.html",
    "faq.html",
    "methodology.html",
    "figures.html",
    "data.html",
    "method.html",
    "changes.html",
];
/// The same of the archive.
pub const ROOT_PAGES: &[&str] = &["index.html", "consultations.html", "news.html", "figures.html", "collection.html", "accessibility.html"];
