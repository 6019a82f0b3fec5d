//! Markdown by comrak: raw HTML off, punctuation left alone.

use comrak::{Options, markdown_to_html};

/// Renders what the association wrote: tables, footnotes, alerts, definition lists. Gives HTML that is safe to print.
pub fn markdown(text: &str) -> String {
    let mut options = Options::default();
    let extension = &mut options.extension;
    extension.table = true;
    extension.strikethrough = true;
    extension.autolink = true;
    extension.footnotes = true;
    extension.description_lists = true;
    extension.alerts = true;
    options.render.r#unsafe = false;
    options.render.escape = true;
    markdown_to_html(text, &options)
}

/// Renders a contribution that its platform kept as Markdown; its HTML still goes through the cleaner.
pub fn contribution(text: &str) -> String {
    let mut options = Options::default();
    options.extension.autolink = true;
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.render.r#unsafe = true;
    markdown_to_html(text, &options)
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn raw_html_is_text() {
        let html = markdown("# a\n\n<script>x</script>\n\n[b](javascript:c)\n\n| d |\n|---|\n| e |\n");
        assert!(!html.contains("<script") && !html.contains("javascript:"), "{html}");
        assert!(html.contains("<table>"), "{html}");
    }
}
