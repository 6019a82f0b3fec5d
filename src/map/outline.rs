//! Outlines of a map, from GeoJSON (RFC 7946: WGS 84, longitude first).

use geojson::{GeoJson, GeometryValue, Position};

/// A ring or line of (latitude, longitude).
pub type Line = Vec<(f64, f64)>;

/// One outline.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shape {
    /// Its name, where the file gives one.
    pub name: Option<String>,
    /// Polygons: the outer ring, then its holes.
    pub polygons: Vec<Vec<Line>>,
    /// Lines that enclose nothing.
    pub lines: Vec<Line>,
}

impl Shape {
    /// Whether a point lies inside, by the even-odd rule.
    pub fn holds(&self, (latitude, longitude): (f64, f64)) -> bool {
        self.polygons.iter().any(|rings| {
            rings.iter().fold(false, |inside, ring| {
                let crossings = ring
                    .iter()
                    .zip(ring.iter().cycle().skip(1))
                    .filter(|(a, b)| (a.0 > latitude) != (b.0 > latitude) && longitude < (b.1 - a.1) * (latitude - a.0) / (b.0 - a.0) + a.1)
                    .count();
                inside ^ (crossings % 2 == 1)
            })
        })
    }
}

/// The outlines of a map.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outline {
    /// In the order of the file.
    pub shapes: Vec<Shape>,
}

/// Why a file of outlines cannot be used: the word of the message, or what the system or the reader of GeoJSON said; and the position, if one is
/// at fault.
#[derive(Debug)]
pub struct Fault {
    pub why: String,
    pub place: String,
}

impl From<String> for Fault {
    fn from(why: String) -> Self {
        Self { why, place: String::new() }
    }
}

impl Outline {
    /// Reads a GeoJSON file; `name` is the property that holds names. Says why it can't be used.
    pub fn parse(text: &str, name: Option<&str>) -> Result<Self, Fault> {
        let json: GeoJson = text.parse().map_err(|error: geojson::Error| Fault::from(error.to_string()))?;
        let mut outline = Self::default();
        match json {
            GeoJson::FeatureCollection(collection) => {
                for feature in collection.features {
                    let label = name
                        .or_else(|| ["name", "nom", "nombre", "title"].into_iter().find(|key| feature.contains_property(key)))
                        .and_then(|key| feature.property(key)?.as_str().map(str::to_owned));
                    let mut shape = Shape { name: label, ..Shape::default() };
                    if let Some(geometry) = feature.geometry {
                        add(&mut shape, &geometry.value)?;
                    }
                    outline.shapes.push(shape);
                }
            }
            GeoJson::Feature(feature) => {
                let mut shape = Shape::default();
                if let Some(geometry) = feature.geometry {
                    add(&mut shape, &geometry.value)?;
                }
                outline.shapes.push(shape);
            }
            GeoJson::Geometry(geometry) => {
                let mut shape = Shape::default();
                add(&mut shape, &geometry.value)?;
                outline.shapes.push(shape);
            }
        }
        outline.shapes.retain(|shape| !shape.polygons.is_empty() || !shape.lines.is_empty());
        if outline.shapes.is_empty() { Err(Fault::from("no-shape".to_owned())) } else { Ok(outline) }
    }

    /// All points of all outlines.
    pub fn points(&self) -> impl Iterator<Item = (f64, f64)> {
        self.shapes.iter().flat_map(|shape| shape.polygons.iter().flatten().chain(&shape.lines).flatten().copied())
    }
}

fn add(shape: &mut Shape, value: &GeometryValue) -> Result<(), Fault> {
    match value {
        GeometryValue::Polygon { coordinates } => shape.polygons.push(rings(coordinates)?),
        GeometryValue::MultiPolygon { coordinates } => {
            for polygon in coordinates {
                shape.polygons.push(rings(polygon)?);
            }
        }
        GeometryValue::LineString { coordinates } => shape.lines.push(line(coordinates)?),
        GeometryValue::MultiLineString { coordinates } => {
            for positions in coordinates {
                shape.lines.push(line(positions)?);
            }
        }
        GeometryValue::GeometryCollection { geometries } => {
            for geometry in geometries {
                add(shape, &geometry.value)?;
            }
        }
        GeometryValue::Point { .. } | GeometryValue::MultiPoint { .. } => {}
    }
    Ok(())
}

fn rings(rings: &[Vec<Position>]) -> Result<Vec<Line>, Fault> {
    rings.iter().map(|ring| line(ring)).collect()
}

fn line(positions: &[Position]) -> Result<Line, Fault> {
    positions
        .iter()
        .map(|position| match position.as_slice() {
            [longitude, latitude, ..] if (-90.0..=90.0).contains(latitude) && (-180.0..=180.0).contains(longitude) => Ok((*latitude, *longitude)),
            other => Err(Fault { why: "beyond".to_owned(), place: format!("{other:?}") }),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOWN: &str = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"nom":"Port"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]}},
        {"type":"Feature","properties":null,"geometry":{"type":"LineString","coordinates":[[0,0],[9,9]]}}]}"#;

    #[test]
    fn names_rings_and_holes() {
        let outline = Outline::parse(TOWN, None).unwrap();
        assert_eq!(outline.shapes[0].name.as_deref(), Some("Port"));
        assert!(outline.shapes[0].holds((3.0, 3.0)));
        assert!(!outline.shapes[0].holds((1.5, 1.5)), "a hole");
        assert!(!outline.shapes[0].holds((5.0, 3.0)));
        assert_eq!(outline.shapes[1].lines[0].len(), 2);
    }

    #[test]
    fn faults_are_told() {
        assert!(Outline::parse("{}", None).is_err());
        assert!(Outline::parse(r#"{"type":"Point","coordinates":[0,0]}"#, None).is_err());
        let swapped = r#"{"type":"LineString","coordinates":[[48.8,2.3],[148.8,102.3]]}"#;
        assert!(Outline::parse(swapped, None).unwrap_err().place.contains("102.3"));
    }
}
