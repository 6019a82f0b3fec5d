//! Templates: words put in and white space taken out once, when they are loaded.

use std::sync::Arc;

use minify_html::{Cfg, minify};
use tera::{Context, Kwargs, State, Tera, Value};

use super::text::escape;
use super::theme::Theme;
use crate::diagnose::{Arg, Diagnostic, Diagnostics, codes};
use crate::words::Words;

/// The templates of a theme in one language.
pub struct Engine {
    tera: Tera,
    words: Arc<Words>,
    /// The theme has a stylesheet of its own beside the built-in one.
    pub extra_css: bool,
}

impl Engine {
    /// Loads the templates; what is wrong in them is told with file and line.
    pub fn new(theme: &Theme, language: &str, diagnostics: &mut Diagnostics) -> Option<Self> {
        if !theme.speaks(language) {
            let diagnostic = Diagnostic::new(codes::BAD_THEME).file(format!("themes/{}/words/{language}.ftl", theme.name()));
            diagnostics.push(diagnostic.arg("error", format!("language: {language}")));
            return None;
        }
        let sources = theme.words(language);
        let sources: Vec<&str> = sources.iter().map(String::as_str).collect();
        let words = match Words::parse(language, &sources) {
            Ok(words) => Arc::new(words),
            Err(error) => {
                diagnostics.push(Diagnostic::new(codes::BAD_THEME).file(format!("themes/{}/words/{language}.ftl", theme.name())).arg("error", error));
                return None;
            }
        };
        let mut tera = Tera::new();
        let spoken = Arc::clone(&words);
        tera.register_function("t", move |kwargs: Kwargs, _: &State| -> tera::TeraResult<String> {
            let key: &str = kwargs.must_get("key")?;
            let mut args: Vec<(&str, Arg)> = Vec::new();
            for (name, value) in kwargs.iter() {
                if let Some(name) = name.as_str().filter(|name| *name != "key") {
                    args.push((name, argument(value)));
                }
            }
            Ok(spoken.format(key, &args))
        });
        let spoken = Arc::clone(&words);
        tera.register_filter("number", move |number: i64, _: Kwargs, _: &State| spoken.number(number));
        let mut templates = Vec::new();
        for (name, bytes) in theme.folder("templates/") {
            let source = without_comments(&String::from_utf8_lossy(bytes));
            let source = match with_words(&source, &words) {
                Ok(source) => source,
                Err(key) => {
                    let near = key.clone();
                    diagnostics.push(
                        Diagnostic::new(codes::BAD_THEME)
                            .file(format!("themes/{}/templates/{name}", theme.name()))
                            .arg("error", format!("t(key=\"{near}\")")),
                    );
                    continue;
                }
            };
            let small = smaller(&source);
            if let Err(reason) = kept(&source, &small) {
                diagnostics
                    .push(Diagnostic::new(codes::TEMPLATE_KEPT).file(format!("themes/{}/templates/{name}", theme.name())).arg("reason", reason));
                templates.push((name.to_owned(), source));
            } else {
                templates.push((name.to_owned(), small));
            }
        }
        if let Err(error) = tera.add_raw_templates(templates) {
            diagnostics.push(Diagnostic::new(codes::BAD_THEME).file(format!("themes/{}/templates", theme.name())).arg("error", error.to_string()));
            return None;
        }
        Some(Self { tera, words, extra_css: theme.has("static/extra.css") })
    }

    /// The words of the site.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Renders a template into bytes.
    pub fn render(&self, template: &str, context: &Context) -> Result<Vec<u8>, Diagnostic> {
        let mut bytes = Vec::with_capacity(16 * 1024);
        self.tera
            .render_to(template, context, &mut bytes)
            .map_err(|error| Diagnostic::new(codes::BAD_THEME).file(format!("templates/{template}")).arg("error", error.to_string()))?;
        Ok(bytes)
    }
}

fn argument(value: &Value) -> Arg {
    match (value.as_i64(), value.as_str()) {
        (Some(number), _) => Arg::Number(number),
        (None, Some(text)) => Arg::Text(text.to_owned()),
        (None, None) => Arg::Text(value.to_string()),
    }
}

/// Puts the word in the place of every call `{{ t(key="…") }}` that has no further arguments.
fn with_words(source: &str, words: &Words) -> Result<String, String> {
    const START: &str = "{{ t(key=\"";
    const END: &str = "\") }}";
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = rest.find(START) {
        out.push_str(&rest[..at]);
        let call = &rest[at + START.len()..];
        let Some(length) = call.find('"') else { break };
        let key = &call[..length];
        if !words.has(key) {
            return Err(key.to_owned());
        }
        if call[length..].starts_with(END) {
            escape(&mut out, &words.text(key));
            rest = &call[length + END.len()..];
        } else {
            out.push_str(START);
            rest = call;
        }
    }
    out.push_str(rest);
    Ok(out)
}

fn without_comments(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, after)) = rest.split_once("{#") {
        out.push_str(before);
        match after.split_once("#}") {
            Some((_, left)) => rest = left,
            None => return source.to_owned(),
        }
    }
    out.push_str(rest);
    out
}

fn smaller(source: &str) -> String {
    let mut config = Cfg::new();
    config.keep_closing_tags = true;
    config.keep_html_and_head_opening_tags = true;
    config.preserve_brace_template_syntax = true;
    String::from_utf8(minify(source.as_bytes(), &config)).unwrap_or_else(|_| source.to_owned())
}

/// Whether minifying kept what matters: the sequence of template tags and of elements, the quotes round expressions, the spaces between words.
fn kept(before: &str, after: &str) -> Result<(), &'static str> {
    if tags(before) != tags(after) || elements(before) != elements(after) {
        return Err("tags");
    }
    if unquoted(after) {
        return Err("quotes");
    }
    if words_of(before) != words_of(after) {
        return Err("spaces");
    }
    Ok(())
}

/// Whether some attribute's value begins with a template expression and has no quotes.
fn unquoted(source: &str) -> bool {
    let mut rest = source;
    while let Some(at) = rest.find('<') {
        let tag = &rest[at..at + tag_length(&rest[at..])];
        let mut quote = None;
        let mut before = ' ';
        let mut chars = tag.char_indices();
        while let Some((i, c)) = chars.next() {
            if quote.is_none() && before == '=' && (tag[i..].starts_with("{{") || tag[i..].starts_with("{%")) {
                return true;
            }
            match quote {
                Some(open) if c == open => quote = None,
                None if c == '"' || c == '\'' => quote = Some(c),
                _ => {}
            }
            if tag[i..].starts_with("{{") || tag[i..].starts_with("{%") {
                let end = if tag[i..].starts_with("{{") { "}}" } else { "%}" };
                let length = tag[i..].find(end).map_or(tag.len() - i, |length| length + 2);
                while chars.clone().next().is_some_and(|(at, _)| at < i + length) {
                    chars.next();
                }
            }
            before = c;
        }
        rest = &rest[at + tag.len().max(1)..];
    }
    false
}

fn tags(source: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(at) = rest.find('{') {
        rest = &rest[at..];
        let end = match rest.as_bytes().get(1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            _ => {
                rest = &rest[1..];
                continue;
            }
        };
        let length = rest.find(end).map_or(rest.len(), |length| length + 2);
        found.push(rest[..length].trim());
        rest = &rest[length..];
    }
    found
}

/// The names of elements as they open and, with a slash, close. Elements that open twice in two branches and close once are torn by minifying.
fn elements(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(at) = rest.find(['<', '{']) {
        rest = &rest[at..];
        let expression = [("{{", "}}"), ("{%", "%}")].into_iter().find(|(open, _)| rest.starts_with(open));
        let length = match expression {
            Some((_, close)) => rest.find(close).map_or(rest.len(), |length| length + 2),
            None if rest.starts_with('{') => 1,
            None => {
                let name: String = rest[1..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
                if !name.is_empty() {
                    found.push(name.to_ascii_lowercase());
                }
                tag_length(rest).max(1)
            }
        };
        rest = &rest[length..];
    }
    found
}

/// Tags that do not part words.
const INLINE: &[&str] = &["a", "abbr", "b", "bdi", "code", "em", "i", "q", "small", "span", "strong", "sub", "sup", "time"];

/// The words a reader sees, template tags included, with one space where there is one or a block begins.
fn words_of(source: &str) -> String {
    let mut text = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("{{") || rest.starts_with("{%") {
            let end = if rest.starts_with("{{") { "}}" } else { "%}" };
            let length = rest.find(end).map_or(rest.len(), |length| length + 2);
            text.push_str(&rest[..length]);
            rest = &rest[length..];
        } else if c == '<' {
            let length = tag_length(rest);
            let name: String = rest[1..].trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
            if !INLINE.contains(&name.to_ascii_lowercase().as_str()) {
                text.push(' ');
            }
            rest = &rest[length..];
        } else {
            text.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    // White space beside a block's edge is nothing.
    let text = text.replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Length of a tag, template expressions inside its attributes skipped.
fn tag_length(source: &str) -> usize {
    let bytes = source.as_bytes();
    let mut at = 1;
    while at < bytes.len() {
        if bytes[at] == b'>' {
            return at + 1;
        }
        if bytes[at] == b'{' && matches!(bytes.get(at + 1), Some(b'{' | b'%')) {
            let end = if bytes[at + 1] == b'{' { "}}" } else { "%}" };
            at += source[at..].find(end).map_or(source.len() - at, |length| length + 2);
        } else {
            at += 1;
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_theme_loads_and_is_minified_in_every_language() {
        for language in crate::words::LANGUAGES {
            let mut diagnostics = Diagnostics::default();
            let theme = Theme::new("civic", Vec::new(), &mut diagnostics);
            assert!(Engine::new(&theme, language, &mut diagnostics).is_some());
            let said: Vec<_> = diagnostics.iter().map(|d| format!("{} {:?} {:?}", d.code.id, d.place.file, d.args)).collect();
            assert!(said.is_empty(), "{language}: {said:#?}");
        }
    }

    #[test]
    fn traps_of_minifying_are_seen() {
        for (source, reason) in [
            ("<a href={{url}}>x</a>", Err("quotes")),
            ("<nav><a href=\"a\">a</a> <a href=\"b\">b</a></nav>", Err("spaces")),
            ("<article>{% if a %}<h1 lang=\"{{ a }}\">{% else %}<h1>{% endif %}b</h1></article>", Err("tags")),
            ("<p>a <b>b</b> {{ c }}</p>", Ok(())),
        ] {
            assert_eq!(kept(source, &smaller(source)), reason, "{source} → {}", smaller(source));
        }
        assert_eq!(kept("<p>{{ a }}{{ b }}</p>", "<p>{{ b }}{{ a }}</p>"), Err("tags"));
    }

    #[test]
    fn words_are_put_in_once_and_escaped() {
        let words = Words::parse("en", &["a = x < \"y\"\nb = { $count } b\n"]).unwrap();
        assert_eq!(with_words("{{ t(key=\"a\") }}|{{ t(key=\"b\", count=1) }}", &words).unwrap(), "x &lt; &quot;y&quot;|{{ t(key=\"b\", count=1) }}");
        assert_eq!(with_words("{{ t(key=\"c\") }}", &words), Err("c".to_owned()));
    }
}
