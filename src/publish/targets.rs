//! Before anything is touched: which dataset of the portal each of ours is, by identifiers. Two never become one.

use std::collections::BTreeMap;

use super::portal::{Portal, Remote};
use super::state::{Dataset, State};
use super::{Place, Run};
use crate::catalogue::Payload;
use crate::diagnose::{Diagnostic, codes};

/// A dataset to be published.
pub struct Target<'a> {
    /// What is to be said of it.
    pub payload: &'a Payload,
    /// Names it had before, which nothing else has now.
    pub former: Vec<String>,
    /// What the portal has of it.
    pub remote: Option<Remote>,
}

/// Finds what is there of every dataset. Where that is somebody else's, or another of ours, it is named and left alone.
pub fn find<'a>(portal: &mut (dyn Portal + '_), place: Place<'a>, state: &mut State, run: &mut Run) -> Result<Vec<Target<'a>>, Diagnostic> {
    let wanted = |payload: &&Payload| place.order.only.is_empty() || place.order.only.contains(&payload.name);
    let mut found = Vec::new();
    for payload in place.payloads.datasets.iter().filter(wanted) {
        let former = former(payload, &place.payloads.datasets);
        // A renamed consultation keeps its dataset.
        if state.dataset(&payload.name).is_none()
            && let Some(old) = former.iter().find(|old| state.dataset(old).is_some())
        {
            state.rename(old, &payload.name, &|path| renamed(path, old, &payload.name));
        }
        match one(portal, payload, &former, state, place.client.is_dry()) {
            Ok(remote) => {
                run.answered();
                found.push(Target { payload, former, remote });
            }
            Err(diagnostic) => run.failed(diagnostic)?,
        }
    }
    // Whose each dataset is: of those found now, and of those known that are not asked for.
    let mut owners: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for target in &found {
        if let Some(remote) = target.remote.as_ref().filter(|_| !place.client.is_dry()) {
            owners.entry(remote.id.clone()).or_default().push(target.payload.name.clone());
        }
    }
    let asked = |name: &String| place.payloads.datasets.iter().filter(wanted).any(|payload| payload.name == *name);
    for name in state.names().into_iter().filter(|name| !asked(name)) {
        let id = state.dataset(&name).map(|dataset| dataset.id.clone()).unwrap_or_default();
        let names = owners.entry(id).or_default();
        names.push(name);
    }
    let (alone, shared): (Vec<Target<'a>>, Vec<Target<'a>>) = found.into_iter().partition(|target| {
        let names = target.remote.as_ref().and_then(|remote| owners.get(&remote.id));
        names.is_none_or(|names| names.iter().all(|name| *name == target.payload.name))
    });
    for target in shared {
        let id = target.remote.as_ref().map(|remote| remote.id.clone()).unwrap_or_default();
        let other = owners.get(&id).into_iter().flatten().find(|name| **name != target.payload.name).cloned().unwrap_or_default();
        run.failed(taken(&target.payload.name, &other, &portal.page(&id)))?;
    }
    Ok(alone)
}

fn one(portal: &mut (dyn Portal + '_), payload: &Payload, former: &[String], state: &State, dry: bool) -> Result<Option<Remote>, Diagnostic> {
    let mut identifiers = vec![payload.identifier.clone()];
    identifiers.extend(former.iter().map(|old| renamed(&payload.identifier, &payload.name, old)));
    if let Some(known) = state.dataset(&payload.name).filter(|known| !known.id.is_empty()) {
        identifiers.extend(Some(known.identifier.clone()).filter(|identifier| !identifier.is_empty()));
        if let Some(remote) = portal.read(&known.id, known.is_private())? {
            return if dry || is_ours(portal, &remote, &identifiers, known) { Ok(Some(remote)) } else { Err(others(portal, &payload.name, &remote)) };
        }
    }
    portal.look(payload, former, &identifiers)
}

/// Whether a dataset whose id we know is ours still: by its identifier, or where it has none, by a file that we put there. An id alone proves nothing:
/// the list of ids may come from elsewhere.
fn is_ours(portal: &dyn Portal, remote: &Remote, identifiers: &[String], known: &Dataset) -> bool {
    match portal.identifier(&remote.body) {
        Some(identifier) => identifiers.contains(&identifier),
        None => portal.resources(&remote.body).iter().any(|one| one.path.is_some() && known.resources.values().any(|known| known.id == one.id)),
    }
}

/// A dataset under an id of ours that somebody else has.
pub fn others(portal: &dyn Portal, name: &str, remote: &Remote) -> Diagnostic {
    let whose = portal.identifier(&remote.body).or_else(|| portal.shown(&remote.body, "title").as_str().map(str::to_owned));
    taken(name, &whose.unwrap_or_default(), &portal.page(&remote.id))
}

/// Names a consultation had before: not those that another one has now, nor those that another one before it in the list had too.
fn former(payload: &Payload, all: &[Payload]) -> Vec<String> {
    let earlier = || all.iter().take_while(|other| other.name != payload.name);
    let free = |old: &&String| all.iter().all(|other| other.name != **old) && earlier().all(|other| !other.former.contains(old));
    payload.former.iter().filter(free).cloned().collect()
}

/// A path or address of a consultation under another name. Of an address the last such folder is the consultation's: the archive itself may lie in one.
pub fn renamed(path: &str, from: &str, to: &str) -> String {
    let folder = format!("consultations/{from}/");
    let at = if path.starts_with(&folder) { Some(0) } else { path.rfind(&format!("/{folder}")).map(|at| at + 1) };
    match at {
        Some(at) => format!("{}consultations/{to}/{}", &path[..at], &path[at + folder.len()..]),
        None => path.to_owned(),
    }
}

/// A dataset that is not what it is taken for.
pub fn taken(name: &str, other: &str, page: &str) -> Diagnostic {
    Diagnostic::new(codes::DATASET_TAKEN).arg("name", name).arg("other", other).arg("page", page)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payload(name: &str, former: &[&str]) -> Payload {
        serde_json::from_value(serde_json::json!({
            "name": name, "identifier": format!("https://a.example/consultations/{name}/index.html#dataset"), "title": "", "description": "", "former": former,
            "tags": [], "license": null, "frequency": "never", "temporal_coverage": null, "zones": [], "granularity": null, "bbox": null, "page": "", "resources": [],
        }))
        .unwrap()
    }

    #[test]
    fn a_former_name_leads_to_one_dataset_only() {
        let all = [payload("a", &["old", "b"]), payload("b", &["old", "older"])];
        assert_eq!(former(&all[0], &all), ["old"]);
        assert_eq!(former(&all[1], &all), ["older"]);
    }

    #[test]
    fn identifiers_and_paths_have_the_former_name_in_them() {
        assert_eq!(
            renamed("https://a.example/consultations/b/index.html#dataset", "b", "old"),
            "https://a.example/consultations/old/index.html#dataset"
        );
        assert_eq!(renamed("consultations/old/data/old.csv", "old", "b"), "consultations/b/data/old.csv");
        assert_eq!(renamed("data/a.csv", "old", "b"), "data/a.csv");
        assert_eq!(renamed("consultations/old/consultations/old/a.csv", "old", "b"), "consultations/b/consultations/old/a.csv");
        assert_eq!(
            renamed("https://a.example/consultations/old/consultations/old/#d", "old", "b"),
            "https://a.example/consultations/old/consultations/b/#d"
        );
        assert_eq!(renamed("https://a.example/my-consultations/old/#d", "old", "b"), "https://a.example/my-consultations/old/#d");
    }
}
