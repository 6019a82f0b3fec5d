//! Where a key or an item stands in a YAML file: the file is read once more with the places of everything in it. Values are never searched
//! for: "1" stands in many a line.

use std::fmt;
use std::sync::OnceLock;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;

use super::{Diagnostic, Snippet};

/// A value with the places of what is in it.
#[derive(Debug)]
enum Node {
    Scalar,
    List(Vec<Spanned<Node>>),
    Map(Vec<(Spanned<String>, Node)>),
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Node;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("anything")
            }
            fn visit_bool<E>(self, _: bool) -> Result<Node, E> {
                Ok(Node::Scalar)
            }
            fn visit_i64<E>(self, _: i64) -> Result<Node, E> {
                Ok(Node::Scalar)
            }
            fn visit_u64<E>(self, _: u64) -> Result<Node, E> {
                Ok(Node::Scalar)
            }
            fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
                Ok(Node::Scalar)
            }
            fn visit_str<E>(self, _: &str) -> Result<Node, E> {
                Ok(Node::Scalar)
            }
            fn visit_unit<E>(self) -> Result<Node, E> {
                Ok(Node::Scalar)
            }
            fn visit_none<E>(self) -> Result<Node, E> {
                Ok(Node::Scalar)
            }
            fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
                Node::deserialize(deserializer)
            }
            fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
                IgnoredAny::deserialize(deserializer).map(|_| Node::Scalar)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(Node::List(items))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Node::Map(entries))
            }
        }
        deserializer.deserialize_any(Read)
    }
}

/// The text of a YAML file, and the places of what stands in it: those are looked for at the first fault that asks, once for all faults.
#[derive(Debug, Default)]
pub struct YamlText {
    text: String,
    read: OnceLock<Option<Read>>,
}

/// The file as it was read: its tree, and its lines.
#[derive(Debug)]
struct Read {
    tree: Node,
    lines: Vec<usize>,
}

impl Clone for YamlText {
    fn clone(&self) -> Self {
        Self::new(&*self.text)
    }
}

impl YamlText {
    /// Of the text of a file.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), read: OnceLock::new() }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    fn read(&self) -> Option<&Read> {
        let read = || {
            let tree = serde_yaml::from_str(&self.text).ok()?;
            let ends = self.text.match_indices('\n').map(|(at, _)| at + 1);
            Some(Read { tree, lines: std::iter::once(0).chain(ends).collect() })
        };
        self.read.get_or_init(read).as_ref()
    }

    /// Line and character, from 1, of what a path leads to, and the line: keys, and numbers of items from 0, parted by `/`. Where a part of it
    /// is not there, the place of the part before.
    fn place(&self, path: &str) -> Option<(u64, u64, &str)> {
        let Read { tree, lines } = self.read()?;
        let (mut node, mut found) = (tree, None);
        for step in path.split('/') {
            let (next, location) = match node {
                Node::Map(entries) => match entries.iter().find(|(key, _)| key.value == step) {
                    Some((key, value)) => (value, key.referenced),
                    None => break,
                },
                Node::List(items) => match step.parse().ok().and_then(|at: usize| items.get(at)) {
                    Some(item) => (&item.value, item.referenced),
                    None => break,
                },
                Node::Scalar => break,
            };
            found = Some((location.line(), location.column()));
            node = next;
        }
        let (line, character) = found?;
        let start = *lines.get(usize::try_from(line).ok()?.checked_sub(1)?)?;
        let text = self.text[start..].lines().next().unwrap_or_default();
        Some((line, character, text))
    }
}

impl Diagnostic {
    /// Says in which line of a YAML file the value at a path stands: `topics/1/parent`.
    #[must_use]
    pub fn at_key(mut self, yaml: &YamlText, path: &str) -> Self {
        if let Some((line, character, text)) = yaml.place(path) {
            (self.place.line, self.place.character) = (Some(line), Some(character));
            self.snippet = Some(Snippet { text: text.to_owned() });
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::YamlText;

    #[test]
    fn keys_and_items_have_their_places() {
        let yaml = "title: Budget 2021\n# 1\nsources:\n  - file: a.csv\n  - file: b.csv\n    columns:\n      title: [x, y]\ntopics:\n  - { id: \"1\", parent: \"2\" }\n  - id: 2\n    parent: 1\nfree: |\n  topics:\n   - 1\n";
        let places = YamlText::new(yaml);
        for (path, line, character) in [
            ("title", 1, 1),
            ("sources", 3, 1),
            ("sources/1/file", 5, 5),
            ("sources/1/columns/title/1", 7, 18),
            ("topics/0/parent", 9, 16),
            ("topics/1/parent", 11, 5),
            ("topics/1/colour", 10, 5),
            ("free", 12, 1),
        ] {
            let found = places.place(path).map(|(line, character, _)| (line, character));
            assert_eq!(found, Some((line, character)), "{path}");
        }
        assert_eq!(places.place("topics/1/parent").map(|(_, _, text)| text), Some("    parent: 1"));
        assert_eq!((places.place("nothing"), YamlText::new("a: [").place("a")), (None, None));
    }
}
