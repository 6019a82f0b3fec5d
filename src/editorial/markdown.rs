//! Markdown of the association → HTML with anchors, citations and pictures. Raw HTML is shown as text.

use std::fmt::Write;

use comrak::html::{ChildRendering, escape};
use comrak::nodes::{AlertType, AstNode, NodeValue};
use comrak::{Arena, Options, create_formatter, parse_document};

use super::citation::{Piece, pieces};
use crate::model::slug;

/// Stands in addresses for the way to the archive's root: a text is written once and shown on pages of any depth.
pub const ROOT: char = '\u{F8FF}';

/// What the words of a text lead to.
pub trait Resolve {
    /// HTML of a citation in brackets, ready to print.
    fn cite(&mut self, bracket: &str, names: Option<&[super::citation::Named<'_>]>) -> String;
    /// HTML of a picture: a figure with its caption where it stands alone, else in the line.
    fn picture(&mut self, address: &str, alt: &str, caption: &str, alone: bool) -> String;
    /// The address a link leads to.
    fn link(&mut self, address: &str) -> String;
    /// A heading stands here: what follows is below it.
    fn heading(&mut self, title: &str);
    /// The name of an alert: `note`, `tip`, `important`, `warning`, `caution`.
    fn alert(&mut self, kind: &str) -> String;
}

/// A heading of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// Its words.
    pub title: String,
    /// Its anchor.
    pub anchor: String,
}

/// State of writing a text.
#[derive(Debug, Default)]
struct State {
    headings: Vec<Heading>,
    paragraphs: usize,
    /// The text stands alone on its page: its paragraphs have anchors.
    alone: bool,
}

create_formatter!(Formatter<State>, {
    NodeValue::Escaped => |context| {
        // Only the character itself is printed.
        let _ = context;
        return Ok(ChildRendering::HTML);
    },
    NodeValue::Heading(ref heading) => |context, node, entering| {
        let level = heading.level.max(2);
        if entering {
            let title = plain_words(node);
            // Anchors of people's headings never meet those of a theme.
            let base = heading_anchor(&title);
            let taken = |anchor: &str, headings: &[Heading]| headings.iter().any(|other| other.anchor == *anchor);
            let anchor = (1..).map(|n| if n == 1 { base.clone() } else { format!("{base}-{n}") }).find(|a| !taken(a, &context.user.headings)).unwrap_or(base);
            write!(context, "\n<h{level} id=\"{anchor}\">")?;
            context.user.headings.push(Heading { level, title, anchor });
        } else {
            writeln!(context, "</h{level}>")?;
        }
        return Ok(ChildRendering::HTML);
    },
    NodeValue::Paragraph => |context, node, entering| {
        let alone = node.first_child().filter(|child| child.next_sibling().is_none());
        if let Some(figure) = alone.and_then(|child| match &child.data().value { NodeValue::Raw(html) if html.starts_with("<figure") => Some(html.clone()), _ => None }) {
            if entering {
                context.write_str(&figure)?;
                return Ok(ChildRendering::Skip);
            }
            return Ok(ChildRendering::HTML);
        }
        let top = node.parent().is_some_and(|parent| matches!(parent.data().value, NodeValue::Document | NodeValue::BlockQuote));
        if !top || !context.user.alone {
            return comrak::html::format_node_default(context, node, entering);
        }
        if entering {
            context.user.paragraphs += 1;
            let number = context.user.paragraphs;
            write!(context, "<p id=\"p{number}\">")?;
        } else {
            context.write_str("</p>\n")?;
        }
        return Ok(ChildRendering::HTML);
    },
});

/// The options of everything the association writes.
pub fn options() -> Options<'static> {
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
    // What stands behind a backslash is a node of its own: an escaped bracket begins no citation.
    options.render.escaped_char_spans = true;
    options
}

/// Writes a text; gives its HTML and its headings. A text that stands alone on its page has anchors at its paragraphs.
pub fn write(text: &str, alone: bool, resolve: &mut dyn Resolve) -> (String, Vec<Heading>) {
    let arena = Arena::new();
    let options = options();
    let text = text.replace(ROOT, "");
    let root = parse_document(&arena, &text, &options);
    // What is put in the place of a node must not be walked over, nor what a picture took out.
    for node in root.descendants().collect::<Vec<_>>() {
        if node.parent().is_some() {
            resolved(&arena, node, resolve);
        }
    }
    let mut html = String::with_capacity(text.len() * 2);
    // Writing into a string cannot fail.
    let state = Formatter::format_document(root, &options, &mut html, State { alone, ..State::default() }).unwrap_or_default();
    (html, state.headings)
}

fn resolved<'a>(arena: &'a Arena<'a>, node: &'a AstNode<'a>, resolve: &mut dyn Resolve) {
    let raw = |html: String| arena.alloc(NodeValue::Raw(html).into());
    let value = node.data().value.clone();
    match value {
        // Comments of those who write are not for readers.
        NodeValue::HtmlBlock(block) if block.literal.trim_start().starts_with("<!--") => node.detach(),
        NodeValue::HtmlInline(html) if html.starts_with("<!--") => node.detach(),
        // A link cannot stand in a link.
        NodeValue::Text(text) if text.contains("[@") && node.ancestors().any(|above| matches!(above.data().value, NodeValue::Link(_))) => {
            resolve.cite(&text, None);
        }
        NodeValue::Text(text) if text.contains("[@") => {
            for piece in pieces(&text) {
                node.insert_before(match piece {
                    Piece::Words(words) => arena.alloc(NodeValue::Text(words.to_owned().into()).into()),
                    Piece::Bracket(bracket, names) => raw(resolve.cite(bracket, names.as_deref())),
                });
            }
            node.detach();
        }
        NodeValue::Image(link) => {
            let alone = node.previous_sibling().is_none()
                && node.next_sibling().is_none()
                && node.parent().is_some_and(|parent| matches!(parent.data().value, NodeValue::Paragraph));
            let html = resolve.picture(&link.url, &words(node), &link.title, alone);
            for child in node.children().collect::<Vec<_>>() {
                child.detach();
            }
            node.data_mut().value = NodeValue::Raw(html);
        }
        NodeValue::Link(mut link) => {
            link.url = resolve.link(&link.url);
            node.data_mut().value = NodeValue::Link(link);
        }
        NodeValue::Heading(_) => resolve.heading(&plain_words(node)),
        NodeValue::Alert(mut alert) if alert.title.is_none() => {
            alert.title = Some(resolve.alert(match alert.alert_type {
                AlertType::Note => "note",
                AlertType::Tip => "tip",
                AlertType::Important => "important",
                AlertType::Warning => "warning",
                AlertType::Caution => "caution",
            }));
            node.data_mut().value = NodeValue::Alert(alert);
        }
        _ => {}
    }
}

/// The anchor of a heading: `h-` and its words.
pub fn heading_anchor(title: &str) -> String {
    format!("h-{}", slug(title)).trim_end_matches('-').to_owned()
}

/// The words of a heading without its citations.
fn plain_words<'a>(node: &'a AstNode<'a>) -> String {
    let text = words(node);
    let kept = pieces(&text).into_iter().filter_map(|piece| if let Piece::Words(words) = piece { Some(words) } else { None });
    kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words below a node.
fn words<'a>(node: &'a AstNode<'a>) -> String {
    let mut text = String::new();
    for child in node.descendants() {
        match &child.data().value {
            NodeValue::Text(words) => text.push_str(words),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => text.push(' '),
            _ => {}
        }
    }
    text.trim().to_owned()
}

/// Escapes a text for HTML.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Writing into a string cannot fail.
    let _ = escape(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Plain;
    impl Resolve for Plain {
        fn cite(&mut self, bracket: &str, names: Option<&[super::super::citation::Named<'_>]>) -> String {
            format!("<b>{}{bracket}</b>", names.map_or(0, <[_]>::len))
        }
        fn picture(&mut self, address: &str, alt: &str, caption: &str, alone: bool) -> String {
            if alone { format!("<figure>{address}|{alt}|{caption}</figure>") } else { format!("<img {address}>") }
        }
        fn link(&mut self, address: &str) -> String {
            format!("to/{address}")
        }
        fn heading(&mut self, _: &str) {}
        fn alert(&mut self, kind: &str) -> String {
            kind.to_owned()
        }
    }

    fn html(text: &str) -> String {
        write(text, true, &mut Plain).0
    }

    #[test]
    fn citations_pictures_links_and_anchors() {
        assert_eq!(
            html("A [@proposal:7; @proposal:8] *b [@x:1]*."),
            "<p id=\"p1\">A <b>2[@proposal:7; @proposal:8]</b> <em>b <b>1[@x:1]</b></em>.</p>\n"
        );
        assert_eq!(html("![the dune](dune.jpg \"Evening\")"), "<figure>dune.jpg|the dune|Evening</figure>");
        assert_eq!(html("[a](b)"), "<p id=\"p1\"><a href=\"to/b\">a</a></p>\n");
        let (text, headings) = write("## Été\n\na\n\n## Été\n\n`[@proposal:1]`", true, &mut Plain);
        assert!(text.contains("<code>[@proposal:1]</code>"), "code is code: {text}");
        assert_eq!(html("\\[@x:1] \\*"), "<p id=\"p1\">[@x:1] *</p>\n");
        assert_eq!(headings.iter().map(|h| h.anchor.as_str()).collect::<Vec<_>>(), ["h-ete", "h-ete-2"]);
        assert_eq!(html("a ![b](c) <!-- d -->e"), "<p id=\"p1\">a <img c> e</p>\n");
        assert!(!html("[a [@x:1]](b)").contains("<b>"), "no link in a link");
    }

    #[test]
    fn extensions_of_markdown() {
        let text = html("| a |\n|---|\n| [@x:1] |\n\nnote[^1]\n\n> [!NOTE]\n> mind\n\nterm\n: meaning\n\n- x\n- y [@x:2]\n\n[^1]: foot\n");
        for part in ["<td><b>1[@x:1]</b></td>", "<dt>term</dt>", "footnote", "markdown-alert", "<li>y <b>1[@x:2]</b></li>"] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    #[test]
    fn raw_html_and_marks_of_ours_are_text() {
        let text = html("a <script>b</script> \u{F8FF} [c](javascript:d)\n\n<div>e</div>\n");
        assert!(!text.contains("<script") && !text.contains("<div") && !text.contains(ROOT), "{text}");
    }
}
