//! Feed, sitemap, robots.txt and the headers of static hosts.

use std::fmt::Write;

use super::editorial::NewsLine;
use super::page::Renderer;
use super::text::{escape, excerpt};
use crate::model::Status;

/// Entries of the feed.
const ENTRIES: usize = 50;
/// Addresses in one sitemap (sitemaps.org).
const PER_SITEMAP: usize = 50_000;

/// The latest contributions as an Atom feed (RFC 4287). Needs a base address.
pub fn feed(renderer: &Renderer<'_>) -> Option<String> {
    let base = renderer.site.base_url.as_ref()?;
    let mut latest: Vec<(i64, usize, u32)> = Vec::new();
    for (c, dossier) in renderer.dossiers.iter().enumerate() {
        for (ix, contribution) in (0..).zip(&dossier.record.contributions) {
            if let Some(created) = contribution.created.filter(|_| contribution.status == Status::Published && !contribution.missing) {
                latest.push((created.seconds, c, ix));
            }
        }
    }
    latest.sort_unstable_by(|a, b| b.cmp(a));
    latest.truncate(ENTRIES);
    let config = &renderer.content.config;
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
    xml.push_str(renderer.site_language());
    xml.push_str("\">\n<title>");
    text(&mut xml, &config.title);
    let _ = write!(xml, "</title>\n<id>{base}</id>\n<link href=\"{base}\"/>\n<link rel=\"self\" href=\"{base}feed.xml\"/>\n<author><name>");
    text(&mut xml, if config.publisher.name.is_empty() { &config.title } else { &config.publisher.name });
    xml.push_str("</name></author>\n<updated>");
    let updated = latest.first().and_then(|&(_, c, ix)| renderer.dossiers[c].record.contribution(ix).created).map(|moment| moment.date_time());
    xml.push_str(updated.as_deref().unwrap_or("1970-01-01T00:00:00Z"));
    xml.push_str("</updated>\n");
    for (_, c, ix) in latest {
        let record = &renderer.dossiers[c].record;
        let contribution = record.contribution(ix);
        let url = format!("{base}{}", renderer.plan.consultations[c].contribution(record, ix));
        let date = contribution.created.map(|moment| moment.date_time()).unwrap_or_default();
        xml.push_str("<entry><title>");
        text(&mut xml, &renderer.title_of(c, ix));
        let _ = write!(xml, "</title><id>{url}</id><link href=\"{url}\"/><published>{date}</published><updated>{date}</updated>");
        if let Some(author) = renderer.author(c, contribution.author) {
            xml.push_str("<author><name>");
            text(&mut xml, &author.name);
            xml.push_str("</name></author>");
        }
        xml.push_str("<summary>");
        text(&mut xml, &excerpt(&contribution.body.to_plain(), 300));
        xml.push_str("</summary></entry>\n");
    }
    xml.push_str("</feed>\n");
    Some(xml)
}

/// Feeds of the news: (address, XML); of the whole archive and of each consultation that has some. Need a base address.
pub fn news_feeds(renderer: &Renderer<'_>) -> Vec<(String, String)> {
    let Some(base) = renderer.site.base_url.as_deref() else { return Vec::new() };
    let chosen = std::iter::once(None).chain((0..renderer.dossiers.len()).map(Some));
    chosen
        .filter_map(|of| {
            let lines = renderer.all_news(of);
            if lines.is_empty() {
                return None;
            }
            let (url, title) = match of {
                Some(c) => (renderer.plan.consultations[c].file("news/feed.xml"), renderer.dossiers[c].content.config.title.as_str()),
                None => ("news.xml".to_owned(), renderer.content.config.title.as_str()),
            };
            Some((url.clone(), news_feed(renderer, base, &url, title, &lines)))
        })
        .collect()
}

fn news_feed(renderer: &Renderer<'_>, base: &str, url: &str, title: &str, lines: &[NewsLine<'_>]) -> String {
    let publisher = &renderer.content.config.publisher.name;
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>",
        renderer.site_language()
    );
    text(&mut xml, &format!("{title} – {}", renderer.word("menu-news")));
    let _ = write!(xml, "</title>\n<id>{base}{url}</id>\n<link rel=\"self\" href=\"{base}{url}\"/>\n<author><name>");
    text(&mut xml, if publisher.is_empty() { title } else { publisher });
    let stamp = |line: &NewsLine<'_>| line.date.as_ref().map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |date| format!("{}T00:00:00Z", date.iso));
    let _ = write!(xml, "</name></author>\n<updated>{}</updated>\n", lines.first().map(&stamp).unwrap_or_default());
    for line in lines.iter().take(ENTRIES) {
        xml.push_str("<entry><title>");
        text(&mut xml, line.title);
        let _ = write!(xml, "</title><id>{base}{0}</id><link href=\"{base}{0}\"/><updated>{1}</updated><summary>", line.url, stamp(line));
        text(&mut xml, line.summary);
        xml.push_str("</summary></entry>\n");
    }
    xml.push_str("</feed>\n");
    xml
}

/// Text for XML: HTML's five entities are XML's; characters XML cannot hold are left out.
fn text(xml: &mut String, value: &str) {
    let clean: String = value.chars().filter(|&c| c >= ' ' || matches!(c, '\t' | '\n')).collect();
    escape(xml, &clean);
}

/// The sitemap files: (name, bytes). With more than 50,000 pages `sitemap.xml` is the index of the others.
pub fn sitemap(base: &str, urls: &[String]) -> Vec<(String, String)> {
    let one = |urls: &[String]| {
        let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for url in urls {
            let _ = writeln!(xml, "<url><loc>{base}{url}</loc></url>");
        }
        xml.push_str("</urlset>\n");
        xml
    };
    if urls.len() <= PER_SITEMAP {
        return vec![("sitemap.xml".to_owned(), one(urls))];
    }
    let mut index =
        String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    let mut files = Vec::new();
    for (number, urls) in (1..).zip(urls.chunks(PER_SITEMAP)) {
        let name = format!("sitemap-{number}.xml");
        let _ = writeln!(index, "<sitemap><loc>{base}{name}</loc></sitemap>");
        files.push((name, one(urls)));
    }
    index.push_str("</sitemapindex>\n");
    files.push(("sitemap.xml".to_owned(), index));
    files
}

/// `robots.txt`: everything may be read.
pub fn robots(base: Option<&str>) -> String {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(base) = base {
        let _ = writeln!(robots, "\nSitemap: {base}sitemap.xml");
    }
    robots
}

/// `_headers`, as Netlify, Cloudflare Pages and others read it: the policy, and types hosts get wrong (portals.md 3).
pub fn headers() -> String {
    let mut headers = "/*\n  Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; media-src 'self'; \
                       base-uri 'none'; form-action 'self'; frame-ancestors 'none'\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n"
        .to_owned();
    for (pattern, media) in [
        ("*.csv", "text/csv; charset=utf-8"),
        ("*.ttl", "text/turtle; charset=utf-8"),
        ("*.rdf", "application/rdf+xml; charset=utf-8"),
        ("*.jsonld", "application/ld+json"),
        ("*.json", "application/json"),
        ("*.jsonl", "application/jsonl"),
        ("*.geojson", "application/vnd.geo+json"),
        ("*.parquet", "application/vnd.apache.parquet"),
        ("*.sqlite", "application/vnd.sqlite3"),
        ("*.ods", "application/vnd.oasis.opendocument.spreadsheet"),
        ("*.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("*.zip", "application/zip"),
    ] {
        let _ = write!(headers, "\n/{pattern}\n  Content-Type: {media}\n  Access-Control-Allow-Origin: *\n");
    }
    headers
}
