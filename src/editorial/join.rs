//! Outcomes and workshops of the association become part of the record: rankings, pages and tables see them like any other.

use super::citation::{Unknown, name_of, resolve};
use super::place::Written;
use crate::archive::{EditorialContent, Listed};
use crate::diagnose::{Diagnostic, Diagnostics, codes};
use crate::model::{Consultation, ContributionIx, Moment, Outcome, Place, Text, Workshop};
use crate::normalise::{day, is_address, line};

/// Adds what `outcomes.yaml` and `workshops.yaml` say.
pub fn join(content: &EditorialContent, record: &mut Consultation, diagnostics: &mut Diagnostics) {
    for (at, entry) in content.outcomes.entries.iter().enumerate() {
        let listed = &content.outcomes;
        let mut told = Told { listed, at, diagnostics };
        told.once(&entry.id, listed.entries[..at].iter().any(|other| other.id == entry.id) || record.outcomes.iter().any(|o| *o.id == *entry.id));
        let date = told.date(entry.date.as_deref());
        let link = told.address(entry.link.as_deref());
        let contributions = told.contributions(&entry.contributions, record);
        record.outcomes.push(Outcome {
            id: entry.id.as_str().into(),
            title: line(&entry.title).into(),
            body: Text::plain(entry.text.trim()),
            status: entry.status,
            author: entry.author.as_deref().map(|author| line(author).into()),
            date,
            source_url: link,
            contributions,
        });
    }
    for (at, entry) in content.workshops.entries.iter().enumerate() {
        let listed = &content.workshops;
        let mut told = Told { listed, at, diagnostics };
        told.once(&entry.id, listed.entries[..at].iter().any(|other| other.id == entry.id));
        let date = told.date(entry.date.as_deref());
        let point = match (entry.latitude, entry.longitude) {
            (Some(latitude), Some(longitude)) if (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude) => {
                Some((latitude, longitude))
            }
            (None, None) => None,
            (latitude, longitude) => {
                let value = format!("{}, {}", latitude.map_or(String::new(), |d| d.to_string()), longitude.map_or(String::new(), |d| d.to_string()));
                told.bad("latitude", &value, "46.3097, -1.3978");
                None
            }
        };
        let name = entry.place.as_deref().map(|place| line(place).into());
        let contributions = told.contributions(&entry.contributions, record);
        record.workshops.push(Workshop {
            id: entry.id.as_str().into(),
            title: line(&entry.title).into(),
            date,
            place: (point.is_some() || name.is_some()).then_some(Place { point, name }),
            address: entry.address.as_deref().map(|address| line(address).into()),
            participants: entry.participants,
            partner: entry.partner.as_deref().map(|partner| line(partner).into()),
            summary: Text::plain(entry.summary.trim()),
            contributions,
        });
    }
}

/// Says what is wrong in a list.
struct Told<'a, T> {
    listed: &'a Listed<T>,
    /// Number of the entry at hand, from 0.
    at: usize,
    diagnostics: &'a mut Diagnostics,
}

impl<T> Told<'_, T> {
    /// Says something of a key of the entry at hand.
    fn say(&mut self, diagnostic: Diagnostic, key: &str) {
        let told = Written::entry(self.listed, self.at, key).tell(diagnostic, "");
        self.diagnostics.push(told);
    }

    fn once(&mut self, id: &str, again: bool) {
        if again {
            self.say(Diagnostic::new(codes::ID_TWICE).arg("value", id), "id");
        }
    }

    fn bad(&mut self, column: &str, value: &str, near: &str) {
        self.say(Diagnostic::new(codes::BAD_VALUE).column(column).arg("value", value).arg("near", near), column);
    }

    fn date(&mut self, text: Option<&str>) -> Option<Moment> {
        let text = text?;
        let date = day(text);
        if date.is_none() {
            self.bad("date", text, "2024-03-31");
        }
        date
    }

    fn address(&mut self, link: Option<&str>) -> Option<Box<str>> {
        let link = link?;
        if !is_address(link) {
            self.bad("link", link, "https://…");
            return None;
        }
        Some(link.into())
    }

    fn contributions(&mut self, names: &[String], record: &Consultation) -> Vec<ContributionIx> {
        let mut found = Vec::with_capacity(names.len());
        for (item, name) in names.iter().enumerate() {
            let resolved = name_of(name).filter(|named| named.slug.is_none()).map(|named| resolve(&named, record));
            match resolved {
                Some(Ok(contributions)) => found.extend(contributions),
                other => {
                    let unknown = match other {
                        Some(Err(unknown)) => unknown,
                        _ => Unknown { name: name.clone(), near: "proposal:12".to_owned() },
                    };
                    let told = Diagnostic::new(codes::CITATION_UNKNOWN).column("contributions").arg("value", unknown.name);
                    self.say(told.arg("near", unknown.near), &format!("contributions/{item}"));
                }
            }
        }
        // In the order of the record, whichever way they were listed.
        found.sort_unstable();
        found.dedup();
        found
    }
}
