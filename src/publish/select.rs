//! Which files of a dataset a portal gets: a page with a hundred files helps nobody, and each of them is a click away on the data page that
//! the dataset leads to.

use crate::catalogue::PayloadResource;

/// How many files a dataset has on a portal unless more are asked for.
pub const FEW: usize = 12;

/// The files to publish, in their order: those that are there already, and so many that there are `limit` (as many as there are where it is `None`).
pub fn select<'a>(resources: &'a [PayloadResource], limit: Option<usize>, there: &dyn Fn(&str) -> bool) -> Vec<&'a PayloadResource> {
    let Some(limit) = limit.filter(|limit| *limit < resources.len()) else { return resources.iter().collect() };
    let mut chosen: Vec<bool> = resources.iter().map(|resource| there(&resource.path)).collect();
    let mut count = chosen.iter().filter(|chosen| **chosen).count();
    let wanted: [&dyn Fn(&PayloadResource) -> bool; 5] = [
        &|resource| resource.r#type == "main",
        &|resource| resource.format == "zip",
        &|resource| resource.r#type == "documentation",
        &|resource| resource.format == "geojson",
        &|_| true,
    ];
    // Tables leave room for what explains them, where that exists; then whatever comes first fills up.
    for (at, wanted) in wanted.iter().enumerate() {
        let ceiling = if at == 0 { limit - limit / 3 } else { limit };
        for (index, resource) in resources.iter().enumerate() {
            if count < ceiling && !chosen[index] && wanted(resource) {
                chosen[index] = true;
                count += 1;
            }
        }
    }
    resources.iter().zip(chosen).filter_map(|(resource, chosen)| chosen.then_some(resource)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, kind: &str, format: &str) -> PayloadResource {
        PayloadResource {
            path: path.into(),
            title: String::new(),
            description: String::new(),
            r#type: kind.into(),
            format: format.into(),
            mime: String::new(),
            filesize: 0,
            sha256: String::new(),
            schema: None,
        }
    }

    fn all() -> Vec<PayloadResource> {
        let mut all: Vec<PayloadResource> = (0..11).map(|n| file(&format!("{n}.csv"), "main", "csv")).collect();
        all.extend((0..11).map(|n| file(&format!("{n}.xlsx"), "other", "xlsx")));
        all.extend([file("a.geojson", "other", "geojson"), file("a.zip", "other", "zip"), file("README.md", "documentation", "md")]);
        all
    }

    fn paths(limit: Option<usize>, there: &[&str]) -> Vec<String> {
        let all = all();
        select(&all, limit, &|path| there.contains(&path)).into_iter().map(|resource| resource.path.clone()).collect()
    }

    #[test]
    fn twelve_are_the_tables_the_whole_and_what_explains_them() {
        let chosen = paths(Some(FEW), &[]);
        assert_eq!(chosen.len(), 12);
        for wanted in ["0.csv", "7.csv", "a.zip", "README.md", "a.geojson"] {
            assert!(chosen.iter().any(|path| path == wanted), "{wanted} of {chosen:?}");
        }
        assert_eq!(paths(None, &[]).len(), 25);
        assert_eq!(paths(Some(1), &[]), ["0.csv"]);
        assert_eq!(paths(Some(0), &[]), [""; 0]);
    }

    #[test]
    fn what_is_there_stays_and_counts() {
        let chosen = paths(Some(3), &["9.xlsx", "3.csv", "4.csv", "5.csv"]);
        assert_eq!(chosen, ["3.csv", "4.csv", "5.csv", "9.xlsx"]);
    }
}
