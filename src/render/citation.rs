//! How a page is cited, in words, in files and in the tags that reference managers read.

use serde::Serialize;
use serde_json::{Value, json};

use super::page::Renderer;
use super::text::without_gaps;
use crate::cite::{FORMS, Form, Sort, Work};
use crate::model::{AuthorKind, ContributionIx, Status};

/// `citation` of the contexts.
#[derive(Debug, Serialize)]
pub struct CitationValue {
    /// One sentence.
    sentence: String,
    forms: Vec<FormValue>,
}

#[derive(Debug, Serialize)]
struct FormValue {
    name: &'static str,
    extension: &'static str,
    media: &'static str,
    /// Name of the file when it is saved.
    file: String,
    text: String,
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

    /// The sentence and the files of a work.
    pub(super) fn citation(&self, work: &Work<'_>) -> CitationValue {
        let sentence = self.engine.words().format(
            "cite-sentence",
            &[
                ("author", work.author.as_deref().unwrap_or_default().into()),
                ("title", work.title.as_str().into()),
                ("kind", work.genre.as_str().into()),
                ("consultation", work.container.into()),
                ("publisher", work.publisher.into()),
                ("year", work.date.map(|(year, ..)| year.to_string()).unwrap_or_default().into()),
                ("url", work.url.as_str().into()),
            ],
        );
        let form = |form: &&dyn Form| FormValue {
            name: form.name(),
            extension: form.extension(),
            media: form.media_type(),
            file: format!("{}.{}", work.key, form.extension()),
            text: form.write(work).replace("\r\n", "\n"),
        };
        CitationValue { sentence: without_gaps(&sentence), forms: FORMS.iter().map(form).collect() }
    }

    /// A contribution as a work.
    pub(super) fn work(&self, c: usize, ix: ContributionIx) -> Work<'_> {
        let dossier = &self.dossiers[c];
        let contribution = dossier.record.contribution(ix);
        let plan = &self.plan.consultations[c];
        let author = self.author(c, contribution.author).map(|author| author.name);
        let date = contribution.created.or(self.site.days[c]).map(|moment| moment.civil());
        Work {
            sort: Sort::Post,
            key: format!("{}-{}-{}", dossier.record.slug, contribution.kind.word(), plan.stems[ix as usize]),
            title: self.title_of(c, ix),
            author,
            date: date.map(|civil| (civil.year, civil.month, civil.day)),
            container: &dossier.content.config.title,
            publisher: &self.content.config.publisher.name,
            genre: self.kind_and_id(c, ix),
            url: self.permalink(&plan.contribution(&dossier.record, ix)),
            language: contribution.language.as_deref().unwrap_or(self.site_language()),
        }
    }

    /// schema.org of a contribution.
    pub(super) fn posting(&self, c: usize, ix: ContributionIx, work: &Work<'_>, description: &str) -> Value {
        let dossier = &self.dossiers[c];
        let contribution = dossier.record.contribution(ix);
        let figures = dossier.tallies.of(ix);
        let person = contribution
            .author
            .is_none_or(|author| !matches!(dossier.record.authors[author as usize].kind, AuthorKind::Organisation | AuthorKind::Collective));
        let date = contribution.created.map(|created| created.to_string()).or_else(|| self.site.days[c].map(|day| day.date()));
        let mut value = thing(
            "DiscussionForumPosting",
            &work.title,
            self.site.base_url.is_some().then_some(work.url.as_str()),
            Some(work.container),
            work.publisher,
            date.as_deref(),
            work.language,
        );
        value["headline"] = work.title.as_str().into();
        if let Some(author) = &work.author {
            value["author"] = json!({"@type": if person { "Person" } else { "Organization" }, "name": author});
        }
        if !description.is_empty() {
            value["abstract"] = description.into();
        }
        let counter = |action: &str, count: u32| serde_json::json!({"@type": "InteractionCounter", "interactionType": format!("https://schema.org/{action}"), "userInteractionCount": count});
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

    /// All contributions of a consultation that show a text, as works, in the order of the record.
    pub fn works(&self, c: usize) -> impl Iterator<Item = Work<'_>> {
        let shown = |contribution: &crate::model::Contribution| {
            !contribution.missing
                && matches!(contribution.status, Status::Published | Status::Withdrawn)
                && !(contribution.title.is_empty() && contribution.body.is_empty())
        };
        (0..).zip(&self.dossiers[c].record.contributions).filter(move |(_, contribution)| shown(contribution)).map(move |(ix, _)| self.work(c, ix))
    }
}

/// The tags of a work. A name of several words without a comma ends with one, else reference managers would tear it in two.
pub fn tags(work: &Work<'_>, abstract_: &str) -> Vec<Meta> {
    let mut tags = vec![Meta::new("citation_title", &work.title)];
    tags.extend(work.author.iter().map(|author| Meta::new("citation_author", whole_name(author))));
    if let Some((year, month, day)) = work.date {
        tags.push(Meta::new("citation_publication_date", format!("{year:04}/{month:02}/{day:02}")));
    }
    tags.push(Meta::new("citation_language", work.language));
    tags.push(Meta::new("citation_public_url", &work.url));
    if !abstract_.is_empty() {
        tags.push(Meta::new("citation_abstract", abstract_));
    }
    match work.sort {
        Sort::Post => {
            tags.extend([Meta::new("z:itemType", "forumPost"), Meta::new("z:forumTitle", work.container), Meta::new("z:postType", &work.genre)])
        }
        Sort::Report => tags
            .extend([Meta::new("citation_technical_report_institution", work.publisher), Meta::new("citation_technical_report_number", &work.genre)]),
        Sort::Dataset => tags.extend([Meta::new("z:itemType", "dataset"), Meta::new("DC.type", "Dataset")]),
    }
    tags
}

/// A name that reference managers keep whole.
pub fn whole_name(name: &str) -> String {
    if name.contains(char::is_whitespace) && !name.contains(',') { format!("{name},") } else { name.to_owned() }
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

    #[test]
    fn names_stay_whole() {
        assert_eq!(whole_name("Collectif du port"), "Collectif du port,");
        assert_eq!(whole_name("Durand, Marie"), "Durand, Marie");
        assert_eq!(whole_name("participant-4f2a"), "participant-4f2a");
    }

    #[test]
    fn json_cannot_end_its_script() {
        let block = json_block(&json!({"name": "</script><script>alert(1)</script>\u{2028}"}));
        assert!(!block.contains('<') && !block.contains('\u{2028}'));
        assert_eq!(serde_json::from_str::<Value>(&block).unwrap()["name"], "</script><script>alert(1)</script>\u{2028}");
    }
}
