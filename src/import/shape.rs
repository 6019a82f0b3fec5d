//! A YAML file held against the JSON Schema of its kind: every unknown key, missing key, wrong word and wrong shape, each with its
//! line. The schema comes from the types that read the file, so the two never disagree.

use serde_json::Value;

use crate::read::{Located, Spot, Tree};

/// Something in a file that its schema does not allow.
#[derive(Debug, PartialEq)]
pub enum Misfit {
    /// A key that is not known here; the keys that are.
    UnknownKey(Spot, String, Vec<String>),
    /// A key that must be there.
    MissingKey(Spot, String),
    /// A word that is not one of these: the key, the word, the words known.
    UnknownWord(Spot, String, String, Vec<String>),
    /// A value of another shape: the key, and the shape wanted (`text`, `list`, `map`, `boolean`, `number`).
    WrongShape(Spot, String, &'static str),
}

/// All misfits of a file, in the order of its lines.
pub fn misfits(file: &Located, schema: &Value) -> Vec<Misfit> {
    let mut found = Vec::new();
    Holder { root: schema, found: &mut found }.hold(file, schema, "");
    found
}

struct Holder<'a> {
    root: &'a Value,
    found: &'a mut Vec<Misfit>,
}

impl<'a> Holder<'a> {
    fn resolved(&self, schema: &'a Value) -> &'a Value {
        let mut at = schema;
        loop {
            at = match (at["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")), at["allOf"].as_array()) {
                (Some(name), _) => &self.root["$defs"][name],
                // A description beside the schema it is about.
                (None, Some(parts)) if parts.len() == 1 => &parts[0],
                _ => return at,
            };
        }
    }

    /// The shapes a schema allows, with the part that describes each.
    fn shapes(&self, schema: &'a Value) -> Vec<(&'static str, &'a Value)> {
        let schema = self.resolved(schema);
        if let Some(any) = schema["anyOf"].as_array() {
            return any.iter().flat_map(|part| self.shapes(part)).collect();
        }
        let types: Vec<&str> = match &schema["type"] {
            Value::String(one) => vec![one],
            Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
            // A list of words has its type inside.
            _ => vec!["string"],
        };
        let shape = |name: &str| match name {
            "object" => "map",
            "array" => "list",
            "boolean" => "boolean",
            "integer" | "number" => "number",
            "null" => "nothing",
            _ => "text",
        };
        types.into_iter().map(|name| (shape(name), schema)).collect()
    }

    fn hold(&mut self, value: &Located, schema: &'a Value, key: &str) {
        let shapes = self.shapes(schema);
        let fits: &[&str] = match &value.tree {
            // A key without a value: the reader tells whether that is allowed.
            Tree::Null => return,
            Tree::Bool(_) => &["boolean"],
            Tree::Number(_) => &["number", "text"],
            Tree::Text(_) => &["text"],
            Tree::List(_) => &["list"],
            Tree::Map(_) => &["map"],
        };
        let Some((shape, schema)) = shapes.iter().find(|(shape, _)| fits.contains(shape)) else {
            let wanted = shapes.iter().map(|(shape, _)| *shape).find(|shape| *shape != "nothing").unwrap_or("text");
            return self.found.push(Misfit::WrongShape(value.at, key.to_owned(), wanted));
        };
        match *shape {
            "map" => self.map(value, schema),
            "list" => value.items().into_iter().for_each(|item| self.hold(item, &schema["items"], key)),
            "text" => self.word(value, schema, key),
            _ => {}
        }
    }

    fn map(&mut self, value: &Located, schema: &'a Value) {
        let properties = schema["properties"].as_object();
        for (key, at, inner) in value.entries() {
            match (properties.and_then(|known| known.get(key)), &schema["additionalProperties"]) {
                (Some(known), _) => self.hold(inner, known, key),
                (None, Value::Bool(false)) => {
                    let known = properties.into_iter().flat_map(|known| known.keys().cloned()).collect();
                    self.found.push(Misfit::UnknownKey(*at, key.clone(), known));
                }
                (None, Value::Object(_)) => self.hold(inner, &schema["additionalProperties"], key),
                (None, _) => {}
            }
        }
        for required in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if value.get(required).is_none() {
                self.found.push(Misfit::MissingKey(value.at, required.to_owned()));
            }
        }
    }

    fn word(&mut self, value: &Located, schema: &'a Value, key: &str) {
        let listed = schema["enum"].as_array().into_iter().flatten();
        let described = schema["oneOf"].as_array().into_iter().flatten();
        let described = described.flat_map(|one| one["enum"].as_array().into_iter().flatten().chain(one.get("const")));
        let known: Vec<String> = listed.chain(described).filter_map(Value::as_str).map(str::to_owned).collect();
        let word = value.text().unwrap_or_default();
        if !known.is_empty() && known.iter().all(|known| known != word) {
            self.found.push(Misfit::UnknownWord(value.at, key.to_owned(), word.to_owned(), known));
        }
    }
}
