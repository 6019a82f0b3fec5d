//! YAML in which every key and value knows its place, so that several faults of one file can be told at once, each with its line.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;

/// A place in a text, from 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spot {
    /// Line.
    pub line: u64,
    /// Character in the line.
    pub character: u64,
}

/// A value and where it begins.
#[derive(Debug, Clone)]
pub struct Located {
    /// Where.
    pub at: Spot,
    /// What.
    pub tree: Tree,
}

/// What a value may be.
#[derive(Debug, Clone)]
pub enum Tree {
    /// Nothing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as text.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Located>),
    /// Keys and values in their order.
    Map(Vec<(String, Spot, Located)>),
}

impl Located {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Located> {
        self.entries().iter().find(|(name, _, _)| name == key).map(|(_, _, value)| value)
    }

    /// Keys and values; none where this is no map.
    pub fn entries(&self) -> &[(String, Spot, Located)] {
        match &self.tree {
            Tree::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The elements of a list, or the one value that stands for a list.
    pub fn items(&self) -> Vec<&Located> {
        match &self.tree {
            Tree::List(items) => items.iter().collect(),
            Tree::Null => Vec::new(),
            _ => vec![self],
        }
    }

    /// A scalar as text.
    pub fn text(&self) -> Option<&str> {
        match &self.tree {
            Tree::Text(text) | Tree::Number(text) => Some(text),
            Tree::Bool(true) => Some("true"),
            Tree::Bool(false) => Some("false"),
            _ => None,
        }
    }
}

fn spot<T>(spanned: &Spanned<T>) -> Spot {
    Spot { line: spanned.referenced.line(), character: spanned.referenced.column() }
}

impl<'de> Deserialize<'de> for Located {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<Tree>::deserialize(deserializer)?;
        Ok(Located { at: spot(&spanned), tree: spanned.value })
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Tree;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a value")
            }
            fn visit_unit<E: de::Error>(self) -> Result<Tree, E> {
                Ok(Tree::Null)
            }
            fn visit_none<E: de::Error>(self) -> Result<Tree, E> {
                Ok(Tree::Null)
            }
            fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Tree, D::Error> {
                Tree::deserialize(inner)
            }
            fn visit_bool<E: de::Error>(self, value: bool) -> Result<Tree, E> {
                Ok(Tree::Bool(value))
            }
            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Tree, E> {
                Ok(Tree::Number(value.to_string()))
            }
            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Tree, E> {
                Ok(Tree::Number(value.to_string()))
            }
            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Tree, E> {
                Ok(Tree::Number(value.to_string()))
            }
            fn visit_str<E: de::Error>(self, value: &str) -> Result<Tree, E> {
                Ok(Tree::Text(value.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(Tree::List(items))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
                let mut entries = Vec::new();
                while let Some(key) = map.next_key::<Spanned<String>>()? {
                    let at = spot(&key);
                    entries.push((key.value, at, map.next_value()?));
                }
                Ok(Tree::Map(entries))
            }
        }
        deserializer.deserialize_any(Read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_knows_its_line() {
        let text = "id: a/b\nlist:\n  - x\n  - { y: true, 12: no }\nlater: ~\n";
        let read: Located = super::super::parse_yaml(text, "a.yaml").unwrap();
        let (_, key, list) = &read.entries()[1];
        assert_eq!(*key, Spot { line: 2, character: 1 });
        let items = list.items();
        assert_eq!((items[0].at.line, items[0].text()), (3, Some("x")));
        let (name, at, value) = &items[1].entries()[1];
        assert_eq!((name.as_str(), at.line, value.text()), ("12", 4, Some("no")));
        assert!(matches!(read.get("later").map(|l| &l.tree), Some(Tree::Null)));
    }
}
