//! How a page is cited, in words, in files and in the tags that reference managers read.

use serde::Serialize;
use serde_json::{Value, json};

use super::page::Renderer;
use super::shared::Link;
use super::text::without_gaps;
use crate::cite::{Author, DESCRIPTION, FORMS, Sort, Work};
use crate::model::{ContributionIx, Status};

/// `citation` of the contexts.
#[derive(Debug, Serialize)]
pub struct CitationValue {
    /// One sentence, without the address that ends it.
    sentence: String,
    /// The permanent address.
    address: String,
    /// The description that `static/greffe.js` makes the forms of: CSL-JSON.
    csl: String,
    /// The files that hold all works of the consultation.
    files: Vec<Link>,
}

impl CitationValue {
    /// With a sentence of its own.
    pub fn saying(self, sentence: String) -> Self {
        Self { sentence, ..self }
    }
}

/// A tag for machines: `<meta name content>`.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct Meta {
    name: &'static str,
    content: String,
}

impl Meta {
    /// A tag.
    pub fn new(name: &'static str, content: impl Into<String>) -> Self {
        Self { name, content: content.into() }
    }
}

impl Renderer<'_> {
    /// The address that is cited: absolute where the archive has a base address.
    pub(super) fn permalink(&self, url: &str) -> String {
        self.site.base_url.as_ref().map_or_else(|| url.to_owned(), |base| format!("{base}{url}"))
    }

    /// Who answers for the archive: its publisher or, where it names none, itself.
    pub(super) fn publisher(&self) -> &str {
        let config = &self.content.config;
        if config.publisher.name.is_empty() { &config.title } else { &config.publisher.name }
    }

    /// The sentence, the description and the files of a work.
    pub(super) fn citation(&self, work: &Work<'_>, of: Option<usize>) -> CitationValue {
        let sentence = self.engine.words().format(
            "cite-sentence",
            &[
                ("author", work.author.as_ref().map(Author::name).unwrap_or_default().into()),
                ("title", work.title.as_str().into()),
                ("kind", work.genre.as_str().into()),
                ("consultation", work.container.into()),
                ("publisher", work.publisher.into()),
                ("year", work.date.map(|(year, ..)| year.to_string()).unwrap_or_default().into()),
            ],
        );
        let files = of.map(|c| FORMS.iter().map(|form| Link::new(form.name(), self.plan.consultations[c].citations(form.extension()))).collect());
        CitationValue {
            sentence: without_gaps(&sentence),
            address: work.url.clone(),
            csl: json_block(&DESCRIPTION.write(work)),
            files: files.unwrap_or_default(),
        }
    }

    /// A contribution as a work.
    pub(super) fn work(&self, c: usize, ix: ContributionIx) -> Work<'_> {
        let dossier = &self.dossiers[c];
        let contribution = dossier.record.contribution(ix);
        let plan = &self.plan.consultations[c];
        let body = self.is_body(c, contribution.author);
        let author = self.author(c, contribution.author).map(|author| if body { Author::body(&author.name) } else { Author::person(&author.name) });
        let date = contribution.created.map(|moment| moment.civil());
        Work {
            sort: Sort::Post,
            key: format!("{}-{}-{}", dossier.record.slug, contribution.kind.word(), plan.stems[ix as usize]),
            title: self.title_of(c, ix),
            author,
            date: date.map(|civil| (civil.year, civil.month, civil.day)),
            container: &dossier.content.config.title,
            publisher: &self.content.config.publisher.name,
            kind: self.kind_title(contribution.kind).to_owned(),
            genre: self.kind_and_id(c, ix),
            url: self.permalink(&plan.contribution(&dossier.record, ix)),
            language: contribution.language.as_deref().unwrap_or(self.site_language()),
            place: None,
            version: None,
        }
    }

    /// schema.org of a contribution: what the tags beside it do not say.
    pub(super) fn posting(&self, c: usize, ix: ContributionIx, work: &Work<'_>) -> Value {
        let dossier = &self.dossiers[c];
        let contribution = dossier.record.contribution(ix);
        let figures = dossier.tallies.of(ix);
        let mut value =
            json!({"@context": "https://schema.org", "@type": "DiscussionForumPosting", "headline": work.title, "inLanguage": work.language});
        value["isPartOf"] = json!({"@type": "CreativeWorkSeries", "name": work.container});
        if let Some(created) = contribution.created {
            value["datePublished"] = created.to_string().into();
        }
        if let Some(author) = &work.author {
            let sort = if self.is_body(c, contribution.author) { "Organization" } else { "Person" };
            value["author"] = json!({"@type": sort, "name": author.name()});
        }
        let counter = |action: &str, count: u32| json!({"@type": "InteractionCounter", "interactionType": format!("https://schema.org/{action}"), "userInteractionCount": count});
        let known = [("LikeAction", figures.votes.favour), ("DislikeAction", figures.votes.against)];
        let counters: Vec<Value> = known.into_iter().filter_map(|(action, count)| Some(counter(action, count?))).collect();
        if !counters.is_empty() {
            value["interactionStatistic"] = counters.into();
        }
        if let Some(comments) = figures.comments {
            value["commentCount"] = comments.into();
        }
        value
    }

    /// What can be cited of a consultation: its synthesis, its data, and all contributions that show a text, in the order of the record.
    pub fn works(&self, c: usize) -> impl Iterator<Item = Work<'_>> {
        let shown = |contribution: &crate::model::Contribution| {
            !contribution.missing
                && matches!(contribution.status, Status::Published | Status::Withdrawn)
                && !(contribution.title.is_empty() && contribution.body.is_empty())
        };
        let contributions = (0..).zip(&self.dossiers[c].record.contributions).filter(move |(_, contribution)| shown(contribution));
        self.synthesis_work(c).into_iter().chain([self.data_work(Some(c))]).chain(contributions.map(move |(ix, _)| self.work(c, ix)))
    }
}

/// The tags of a work, in the words that Zotero, Google Scholar and their like read; `archive` is the title of the archive. What is not
/// known has no tag: a reader of tags would make the archive the author, or its last day the date. The text is told by the description.
pub fn tags(work: &Work<'_>, archive: &str) -> Vec<Meta> {
    let mut tags = vec![Meta::new("citation_title", &work.title)];
    if let Some(author) = &work.author {
        // A semicolon parts two authors there, but not here.
        let name = if author.name().contains(';') { "DC.creator" } else { "citation_author" };
        tags.push(Meta::new(name, author.with_comma()));
    }
    if let Some((year, month, day)) = work.date {
        tags.push(Meta::new("citation_publication_date", format!("{year:04}/{month:02}/{day:02}")));
    }
    tags.push(Meta::new("citation_language", work.language));
    match work.sort {
        Sort::Post => {
            let forum = if work.container == archive { archive.to_owned() } else { format!("{} · {archive}", work.container) };
            tags.extend([Meta::new("z:itemType", "forumPost"), Meta::new("z:forumTitle", forum), Meta::new("z:postType", &work.kind)]);
            if !work.publisher.is_empty() {
                // A forum post has no field for it.
                tags.push(Meta::new("z:extra", format!("Publisher: {}", work.publisher)));
            }
        }
        Sort::Report => {
            tags.push(Meta::new("citation_technical_report_institution", work.publisher));
            tags.extend([Meta::new("z:reportType", &work.kind), Meta::new("z:seriesTitle", work.container)]);
            tags.extend(work.place.map(|place| Meta::new("z:place", place)));
        }
        Sort::Dataset => {
            tags.extend([Meta::new("z:itemType", "dataset"), Meta::new("DC.type", "Dataset"), Meta::new("DC.publisher", work.publisher)]);
            tags.extend(work.version.map(|version| Meta::new("z:versionNumber", version.to_string())));
            tags.push(Meta::new("z:format", "CSV"));
        }
    }
    tags.retain(|tag| !tag.content.is_empty());
    tags
}

/// JSON that can stand in a script element.
pub fn json_block(value: &impl std::fmt::Display) -> String {
    value.to_string().replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// schema.org of a page that is no contribution.
pub fn thing(sort: &str, name: &str, url: Option<&str>, series: Option<&str>, publisher: &str, date: Option<&str>, language: &str) -> Value {
    let mut value = json!({"@context": "https://schema.org", "@type": sort, "name": name, "inLanguage": language});
    if let Some(url) = url {
        value["url"] = json!(url);
    }
    if let Some(series) = series {
        value["isPartOf"] = json!({"@type": "CreativeWorkSeries", "name": series});
    }
    if !publisher.is_empty() {
        value["publisher"] = json!({"@type": "Organization", "name": publisher});
    }
    if let Some(date) = date {
        value["datePublished"] = json!(date);
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(sort: Sort, author: Option<Author>) -> Work<'static> {
        Work {
            sort,
            key: "b-1".to_owned(),
            title: "Des bancs".to_owned(),
            author,
            date: None,
            container: "Budget",
            publisher: "Les Archives",
            kind: "Proposition".to_owned(),
            genre: "Proposition 1".to_owned(),
            url: "https://example.org/1.html".to_owned(),
            language: "fr",
            place: Some("Valmarée"),
            version: Some(3),
        }
    }

    fn names(tags: &[Meta]) -> Vec<(&str, &str)> {
        tags.iter().map(|tag| (tag.name, tag.content.as_str())).collect()
    }

    #[test]
    fn a_post_names_its_forum_and_its_publisher_and_nobody_unknown() {
        let tags = tags(&work(Sort::Post, None), "Archive");
        let wanted = [
            ("citation_title", "Des bancs"),
            ("citation_language", "fr"),
            ("z:itemType", "forumPost"),
            ("z:forumTitle", "Budget · Archive"),
            ("z:postType", "Proposition"),
            ("z:extra", "Publisher: Les Archives"),
        ];
        assert_eq!(names(&tags), wanted);
    }

    #[test]
    fn a_semicolon_in_a_name_makes_no_second_author() {
        let of = |name| tags(&work(Sort::Post, Some(Author::body(name))), "Archive").swap_remove(1);
        assert_eq!(of("Ville ; service des eaux"), Meta::new("DC.creator", "Ville ; service des eaux,"));
        assert_eq!(of("Ville, service des eaux"), Meta::new("citation_author", "Ville service des eaux,"));
    }

    #[test]
    fn reports_and_data_say_what_they_are() {
        let report = tags(&work(Sort::Report, None), "Archive");
        for wanted in [("z:reportType", "Proposition"), ("z:seriesTitle", "Budget"), ("z:place", "Valmarée")] {
            assert!(names(&report).contains(&wanted), "{report:?}");
        }
        assert!(names(&report).iter().all(|(name, _)| *name != "citation_technical_report_number"));
        let data = tags(&work(Sort::Dataset, None), "Archive");
        for wanted in [("DC.publisher", "Les Archives"), ("z:versionNumber", "3"), ("z:format", "CSV")] {
            assert!(names(&data).contains(&wanted), "{data:?}");
        }
    }

    #[test]
    fn json_cannot_end_its_script() {
        let block = json_block(&json!({"name": "</script><script>alert(1)</script>\u{2028}"}));
        assert!(!block.contains('<') && !block.contains('\u{2028}'));
        assert_eq!(serde_json::from_str::<Value>(&block).unwrap()["name"], "</script><script>alert(1)</script>\u{2028}");
    }
}
