//! JSON values read under our own law: duplicate keys are counted (the last wins), nesting has a limit, and of a list only one
//! element is in memory.

use std::borrow::Cow;
use std::collections::HashSet;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::limits::Meter;

/// What is noted while values are read.
#[derive(Debug, Default)]
pub(super) struct State {
    /// Levels of lists and objects that may be inside one another.
    pub depth: u64,
    /// The limit was met: the error that follows is its own.
    pub too_deep: bool,
    /// Values of the row at hand.
    pub values: u64,
    /// Keys that stood in their object already, and the first of them.
    pub duplicates: u64,
    pub duplicate: Option<String>,
    pub meter: Option<Meter>,
}

/// Most values of a row: each takes up to thirty times the room of what it is written with.
pub(super) const VALUES: u64 = 8_000_000;

impl State {
    /// Whether it was the number of values that stopped reading.
    pub(super) fn too_many(&self) -> bool {
        self.values > VALUES
    }

    fn enter<E: Error>(&mut self, depth: u64) -> Result<(), E> {
        self.too_deep |= depth >= self.depth;
        if self.too_deep { Err(E::custom("nested too deeply")) } else { Ok(()) }
    }

    fn reset(&self) {
        if let Some(meter) = &self.meter {
            meter.reset();
        }
    }

    fn object<'de, A: MapAccess<'de>>(&mut self, mut map: A, depth: u64) -> Result<Value, A::Error> {
        self.enter(depth)?;
        let mut object = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            let value = map.next_value_seed(Node { state: self, depth: depth + 1 })?;
            match object.entry(key) {
                serde_json::map::Entry::Vacant(entry) => {
                    entry.insert(value);
                }
                serde_json::map::Entry::Occupied(mut entry) => {
                    self.duplicates += 1;
                    self.duplicate.get_or_insert_with(|| entry.key().clone());
                    // A repetition that says nothing hides nothing: converters write `null` (also as a text) beside the value.
                    if !(value.is_null() || value == "null") || entry.get().is_null() {
                        entry.insert(value);
                    }
                }
            }
        }
        Ok(Value::Object(object))
    }
}

/// One value.
pub(super) struct Node<'a> {
    pub state: &'a mut State,
    pub depth: u64,
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.state.reset();
        self.state.values += 1;
        if self.state.values > VALUES {
            return Err(D::Error::custom("too many values"));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }
    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }
    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        self.state.enter(self.depth)?;
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(Node { state: self.state, depth: self.depth + 1 })? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Value, A::Error> {
        self.state.object(map, self.depth)
    }
}

/// Walks to the rows and hands them out one by one, so that only one is in memory. `alone` is true for a top value that is no list.
pub(super) struct Rows<'a> {
    pub path: &'a [&'a str],
    pub depth: u64,
    pub state: &'a mut State,
    pub emit: &'a mut dyn FnMut(&Value, bool),
}

impl Rows<'_> {
    /// The value of a level further in.
    fn inside<'b>(&'b mut self, path: &'b [&'b str]) -> Rows<'b> {
        Rows { path, depth: self.depth + 1, state: &mut *self.state, emit: &mut *self.emit }
    }

    fn plain<E>(self, value: Value) -> Result<(), E> {
        if self.path.is_empty() && self.depth > 0 {
            (self.emit)(&value, false);
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Rows<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.state.reset();
        self.state.values += 1;
        if self.state.values > VALUES {
            return Err(D::Error::custom("too many values"));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Rows<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list or an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        self.state.enter(self.depth)?;
        let path = self.path;
        if path.is_empty() {
            while let Some(value) = list.next_element_seed(Node { state: self.state, depth: self.depth + 1 })? {
                (self.emit)(&value, false);
                self.state.values = 0;
            }
        } else {
            while list.next_element_seed(self.inside(path))?.is_some() {}
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let Some((first, rest)) = self.path.split_first() else {
            let value = self.state.object(map, self.depth)?;
            (self.emit)(&value, self.depth == 0);
            return Ok(());
        };
        self.state.enter(self.depth)?;
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            if key == *first {
                map.next_value_seed(self.inside(rest))?;
            } else {
                if let Some(meter) = &self.state.meter {
                    meter.pause();
                }
                map.next_value::<IgnoredAny>()?;
                self.state.reset();
            }
        }
        Ok(())
    }

    // A plain value at the end of a path is a row, as one in a list is; a file that is nothing else holds none.
    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.plain(Value::Bool(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.plain(value.into())
    }
    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.plain(value.into())
    }
    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        self.plain(value.into())
    }
    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        self.plain(value.into())
    }
}

/// Fails behind the first key that stands twice in its object and is the one looked for: serde_json then tells where it is.
pub(super) struct Duplicate<'a>(pub &'a str);

impl<'de> DeserializeSeed<'de> for Duplicate<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Duplicate<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Duplicate(self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = HashSet::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == self.0 && seen.contains(&key) {
                return Err(A::Error::custom("duplicate"));
            }
            seen.insert(key);
            map.next_value_seed(Duplicate(self.0))?;
        }
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }
    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }
    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }
    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }
    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
}

/// Emits the values at the path, through lists on the way, element by element; an object where a list is usual is a list of one.
pub(super) fn walk(value: &Value, path: &[&str], emit: &mut dyn FnMut(&Value, bool)) {
    descend(value, path, true, emit);
}

fn descend(value: &Value, path: &[&str], top: bool, emit: &mut dyn FnMut(&Value, bool)) {
    match (value, path.split_first()) {
        (Value::Array(list), None) => list.iter().for_each(|element| emit(element, false)),
        (Value::Null, None) if !top => {}
        (other, None) => emit(other, top),
        (Value::Array(list), Some(_)) => list.iter().for_each(|element| descend(element, path, false, emit)),
        (Value::Object(object), Some((first, rest))) => {
            if let Some(inner) = object.get(*first) {
                descend(inner, rest, false, emit);
            }
        }
        _ => {}
    }
}
