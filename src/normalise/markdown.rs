//! Markdown of participants, by comrak; what the association writes is `editorial`'s.

use comrak::{Options, markdown_to_html};

/// Renders a contribution that its platform kept as Markdown. HTML in it is text that somebody typed, and is shown as such; what
/// comes out still goes through the cleaner.
pub fn contribution(text: &str) -> String {
    let mut options = Options::default();
    options.extension.autolink = true;
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.render.escape = true;
    markdown_to_html(text, &options)
}
