//! Three-way merge, field by field: what we say now, what we said last, and what the portal says now.
//!
//! Of the last time two digests are kept: of what we sent, and of what the portal then showed, for portals write things in ways of their own
//! (udata turns keywords into slugs, CKAN fills in media types). So a change of the archive and one by people of the portal are told
//! apart without asking the portal's rules. People's changes stay unless the archive changed the same field since.

use std::collections::BTreeMap;

use serde_json::Value;
use sha2::{Digest, Sha256};

/// A field: its name, and what we say in it; null where we say nothing.
pub type Field = (String, Value);

/// By field, what we sent and what the portal then showed, as `ours/theirs`.
pub type Base = BTreeMap<String, String>;

/// Fields that only the archive can know: where a file is and what it holds. Where nobody remembers what was sent, ours is right.
const FACTS: &[&str] = &["url", "extras.remote_url", "filesize", "size", "checksum", "hash"];

/// What is to be done.
#[derive(Debug, Default, PartialEq)]
pub struct Merged {
    /// To be sent.
    pub send: Vec<Field>,
    /// Changed by people of the portal, and left so.
    pub kept: Vec<String>,
    /// Changed on both sides: ours is sent.
    pub replaced: Vec<String>,
}

/// Merges. `theirs` is absent where nothing can be asked (a dry run): then people changed nothing.
pub fn merge(ours: &[Field], base: &Base, theirs: Option<&dyn Fn(&str) -> Value>, overwrite: bool) -> Merged {
    let mut merged = Merged::default();
    for (name, value) in ours {
        let now = theirs.map(|theirs| theirs(name));
        let same = now.as_ref() == Some(value);
        let field = || (name.clone(), value.clone());
        match base.get(name).and_then(|known| known.split_once('/')) {
            Some((sent, shown)) => {
                let changed_here = digest(value) != sent;
                let changed_there = now.as_ref().is_some_and(|now| digest(now) != shown);
                match (changed_here, changed_there) {
                    _ if same => {}
                    (true, changed_there) => {
                        merged.send.push(field());
                        if changed_there {
                            merged.replaced.push(name.clone());
                        }
                    }
                    // What people added where the archive says nothing takes nothing from it.
                    (false, true) if overwrite && !is_empty(value) => merged.send.push(field()),
                    (false, true) => merged.kept.push(name.clone()),
                    (false, false) => {}
                }
            }
            // Nobody knows who changed what: what is there was meant by somebody.
            None if same || is_empty(value) => {}
            None if overwrite || FACTS.contains(&name.as_str()) || now.as_ref().is_none_or(is_empty) => merged.send.push(field()),
            None => merged.kept.push(name.clone()),
        }
    }
    merged
}

/// What is to be remembered: `after` is what the portal shows once everything was sent.
pub fn remember(ours: &[Field], base: &mut Base, merged: &Merged, after: &dyn Fn(&str) -> Value) {
    for (name, value) in ours {
        let sent = merged.send.iter().any(|(other, _)| other == name);
        let ours = digest(value);
        let theirs = || !sent && is_empty(value) && !is_empty(&after(name));
        if merged.kept.contains(name) || (!base.contains_key(name) && theirs()) {
            // Told again at each run, until the archive changes the field.
            base.entry(name.clone()).or_insert_with(|| format!("{ours}/{ours}"));
        } else if sent || !base.get(name).is_some_and(|known| known.starts_with(&format!("{ours}/"))) {
            base.insert(name.clone(), format!("{ours}/{}", digest(&after(name))));
        }
    }
    base.retain(|name, _| ours.iter().any(|(other, _)| other == name));
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty() || matches!(text.as_str(), "notspecified" | "unknown"),
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Eight bytes of SHA-256: enough to see that something changed.
pub fn digest(value: &Value) -> String {
    let bytes = serde_json::to_vec(value).unwrap_or_default();
    Sha256::digest(&bytes).iter().take(8).map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn fields(title: &str) -> Vec<Field> {
        vec![("title".to_owned(), json!(title)), ("license".to_owned(), Value::Null)]
    }

    fn shown(title: &'static str) -> impl Fn(&str) -> Value {
        move |name| if name == "title" { json!(title) } else { Value::Null }
    }

    fn names(merged: &Merged) -> (usize, usize, usize) {
        (merged.send.len(), merged.kept.len(), merged.replaced.len())
    }

    /// What is remembered after `sent` was sent and `seen` shown.
    fn base(sent: &str, seen: &'static str) -> Base {
        let mut base = Base::new();
        let merged = Merged { send: fields(sent), ..Merged::default() };
        remember(&fields(sent), &mut base, &merged, &shown(seen));
        base
    }

    #[test]
    fn each_of_three_says_who_changed_what() {
        // (base sent, base shown, ours, theirs) -> (sent, kept, replaced)
        for (sent, seen, ours, theirs, wanted) in [
            ("A", "A", "A", "A", (0, 0, 0)),
            ("A b", "a-b", "A b", "a-b", (0, 0, 0)),
            ("A", "A", "B", "A", (1, 0, 0)),
            ("A", "A", "A", "X", (0, 1, 0)),
            ("A", "A", "B", "X", (1, 0, 1)),
            ("A", "A", "B", "B", (0, 0, 0)),
        ] {
            let merged = merge(&fields(ours), &base(sent, seen), Some(&shown(theirs)), false);
            assert_eq!(names(&merged), wanted, "{sent} {seen} {ours} {theirs}");
        }
        assert_eq!(names(&merge(&fields("A"), &base("A", "A"), Some(&shown("X")), true)), (1, 0, 0));
    }

    #[test]
    fn what_nobody_remembers_is_kept_unless_it_is_nothing() {
        assert_eq!(names(&merge(&fields("A"), &Base::new(), Some(&shown("X")), false)), (0, 1, 0));
        assert_eq!(names(&merge(&fields("A"), &Base::new(), Some(&shown("X")), true)), (1, 0, 0));
        assert_eq!(names(&merge(&fields("A"), &Base::new(), Some(&shown("A")), false)), (0, 0, 0));
        assert_eq!(names(&merge(&fields("A"), &Base::new(), Some(&shown("notspecified")), false)), (1, 0, 0));
        assert_eq!(names(&merge(&fields("A"), &Base::new(), None, false)), (1, 0, 0));
        assert_eq!(names(&merge(&fields("A"), &base("A", "A"), None, false)), (0, 0, 0));
    }

    #[test]
    fn what_people_wrote_where_we_say_nothing_is_theirs() {
        let nothing = [("license".to_owned(), Value::Null)];
        let something = [("license".to_owned(), json!("lov2"))];
        let theirs = |_: &str| json!("odbl");
        for overwrite in [false, true] {
            let mut known = Base::new();
            for wanted in [(0, 0, 0), (0, 1, 0), (0, 1, 0)] {
                let merged = merge(&nothing, &known, Some(&theirs), overwrite);
                assert_eq!(names(&merged), wanted);
                remember(&nothing, &mut known, &merged, &theirs);
            }
            // The archive has something to say: what stood there is told.
            assert_eq!(names(&merge(&something, &known, Some(&theirs), overwrite)), (1, 0, 1));
        }
    }

    #[test]
    fn where_a_file_is_only_the_archive_knows() {
        let ours = [("url".to_owned(), json!("new"))];
        assert_eq!(names(&merge(&ours, &Base::new(), Some(&|_: &str| json!("old")), false)), (1, 0, 0));
        // Where it is remembered, somebody changed it on purpose.
        let mut base = Base::new();
        remember(&ours, &mut base, &Merged { send: ours.to_vec(), ..Merged::default() }, &|_| json!("new"));
        assert_eq!(names(&merge(&ours, &base, Some(&|_: &str| json!("old")), false)), (0, 1, 0));
    }

    #[test]
    fn what_was_kept_is_kept_again_until_the_archive_changes_it() {
        for mut known in [base("A", "A"), Base::new()] {
            for _ in 0..3 {
                let merged = merge(&fields("A"), &known, Some(&shown("X")), false);
                assert_eq!(names(&merged), (0, 1, 0));
                remember(&fields("A"), &mut known, &merged, &shown("X"));
            }
            assert_eq!(names(&merge(&fields("B"), &known, Some(&shown("X")), false)), (1, 0, 1));
        }
    }
}
