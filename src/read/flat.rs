//! Documents seen as the rows of a table: keys of nested objects are joined with `/`, lists of plain values with ", ".

use std::borrow::Cow;

use csv::StringRecord;
use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::Value;

/// Collects the column names of documents, in the order they are met.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub names: Vec<String>,
    seen: FxHashSet<String>,
}

impl Columns {
    /// Adds those of one document, until there are more than `limit`.
    pub fn add(&mut self, document: &Value, limit: u64) {
        each_cell(document, "", &mut |name, _| {
            if self.names.len() as u64 <= limit && !self.seen.contains(name) {
                self.seen.insert(name.to_owned());
                self.names.push(name.to_owned());
            }
        });
    }
}

/// Writes documents as rows.
pub(super) struct Flat<'a> {
    places: FxHashMap<&'a str, usize>,
    record: StringRecord,
}

impl<'a> Flat<'a> {
    /// Rows with the cells in the order of these columns.
    pub fn new(columns: &'a [String]) -> Self {
        Self { places: columns.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect(), record: StringRecord::new() }
    }

    /// One document as a row.
    pub fn row(&mut self, document: &Value) -> &StringRecord {
        let mut cells = vec![String::new(); self.places.len()];
        each_cell(document, "", &mut |name, value| {
            if let Some(&at) = self.places.get(name) {
                cells[at] = value();
            }
        });
        self.record.clear();
        cells.iter().for_each(|cell| self.record.push_field(cell));
        &self.record
    }
}

/// Objects that only wrap the cells of a row: GeoJSON, Opendatasoft, JSON:API.
const WRAPPERS: [&str; 4] = ["properties", "fields", "attributes", "node"];

fn each_cell(value: &Value, prefix: &str, f: &mut dyn FnMut(&str, &dyn Fn() -> String)) {
    let Value::Object(object) = value else {
        f(if prefix.is_empty() { "value" } else { prefix }, &|| scalar(value).into_owned());
        return;
    };
    for (key, inner) in object {
        if prefix.is_empty() {
            if let (true, Value::Object(wrapped)) = (WRAPPERS.contains(&key.as_str()), inner) {
                wrapped.iter().for_each(|(name, cell)| named_cell(name, cell, f));
                continue;
            }
            // What is wrapped is the row: of two things of one name the outer one is about the wrapping.
            let wraps = |name: &&&str| object.get(**name).is_some_and(|wrapped| wrapped.get(key).is_some());
            if let Some(wrapper) = WRAPPERS.iter().find(wraps) {
                named_cell(&format!("{key} ({wrapper})"), inner, f);
                continue;
            }
            // Each feature of GeoJSON says that it is one.
            if key == "type" && inner == "Feature" {
                continue;
            }
            if let Some([longitude, latitude]) = (key == "geometry").then(|| point(inner)).flatten() {
                f("longitude", &|| longitude.to_string());
                f("latitude", &|| latitude.to_string());
                continue;
            }
            named_cell(key, inner, f);
        } else {
            named_cell(&format!("{prefix}/{key}"), inner, f);
        }
    }
}

fn named_cell(name: &str, value: &Value, f: &mut dyn FnMut(&str, &dyn Fn() -> String)) {
    match value {
        Value::Object(_) => each_cell(value, name, f),
        // Lists of objects are rows of their own: nothing of them stands in a cell.
        Value::Array(list) if !list.is_empty() && list.iter().all(Value::is_object) => {}
        Value::Array(list) => {
            f(name, &|| list.iter().map(scalar).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(", "));
        }
        plain => f(name, &|| scalar(plain).into_owned()),
    }
}

/// Longitude and latitude of a point of GeoJSON (RFC 7946, 3.1.1).
fn point(geometry: &Value) -> Option<[f64; 2]> {
    let coordinates = geometry.get("coordinates").filter(|_| geometry.get("type").is_some_and(|kind| kind == "Point"))?;
    Some([coordinates.get(0)?.as_f64()?, coordinates.get(1)?.as_f64()?])
}

/// A plain value as a cell; nested ones as JSON.
pub fn scalar(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Null => Cow::Borrowed(""),
        Value::String(text) => Cow::Borrowed(text),
        // Programs that hold all numbers as decimals write 1.0 for 1.
        Value::Number(number) if number.is_f64() => match number.as_f64() {
            Some(whole) if whole.fract() == 0.0 && whole.abs() < 9e15 => Cow::Owned(format!("{whole:.0}")),
            _ => Cow::Owned(number.to_string()),
        },
        other => Cow::Owned(other.to_string()),
    }
}

/// A text of a document that is larger than `limit`: the key it stands under, and its size.
pub(super) fn too_large<'a>(value: &'a Value, key: &'a str, limit: u64) -> Option<(&'a str, usize)> {
    match value {
        Value::String(text) => (text.len() as u64 > limit).then_some((key, text.len())),
        Value::Array(list) => list.iter().find_map(|inner| too_large(inner, key, limit)),
        Value::Object(object) => object.iter().find_map(|(key, inner)| too_large(inner, key, limit)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn cells(document: &Value) -> Vec<String> {
        let mut columns = Columns::default();
        columns.add(document, 100);
        let row = Flat::new(&columns.names).row(document).clone();
        columns.names.iter().zip(row.iter()).map(|(name, cell)| format!("{name}={cell}")).collect()
    }

    #[test]
    fn wrappers_and_points_are_the_cells_they_hold() {
        let feature =
            json!({"type": "Feature", "properties": {"id": "B1", "type": "bench"}, "geometry": {"type": "Point", "coordinates": [2.35, 48.85]}});
        assert_eq!(cells(&feature), ["type (properties)=Feature", "id=B1", "type=bench", "longitude=2.35", "latitude=48.85"]);
        let record = json!({"recordid": "x", "fields": {"titre": "Un", "geo_point_2d": [48.85, 2.35], "p": {"q": 1}}});
        assert_eq!(cells(&record), ["recordid=x", "titre=Un", "geo_point_2d=48.85, 2.35", "p/q=1"]);
        let line = json!({"geometry": {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}});
        assert_eq!(cells(&line), ["geometry/type=LineString", "geometry/coordinates=[1,2], [3,4]"]);
    }
}
