//! Degrees become places on a sheet: equirectangular, with longitudes narrowed by the cosine of the middle latitude.

use std::fmt::Write;

use serde::Serialize;

use super::outline::{Line, Outline};

/// Width of the sheet, in units of its own.
const WIDTH: f64 = 360.0;
/// Empty space at its edges.
const MARGIN: f64 = 14.0;
/// Marks that have room to be large.
const FEW: usize = 30;
/// Room below the map for its scale.
const FOOT: f64 = 20.0;
/// Least distance between points of an outline, in units.
const STEP: f64 = 0.6;

/// A point to draw.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Latitude and longitude in degrees.
    pub point: (f64, f64),
    /// What it counts for; 1 for a single thing.
    pub weight: u64,
}

/// A map, ready for a template.
#[derive(Debug, Serialize)]
pub struct Drawing {
    /// Width of the sheet.
    pub width: f64,
    /// Height of the sheet.
    pub height: f64,
    /// Outlines.
    pub shapes: Vec<Drawn>,
    /// By mark: where it stands and how large it is.
    pub marks: Vec<Placed>,
    /// A length on the ground, in the lower left.
    pub scale: Scale,
}

/// An outline on the sheet.
#[derive(Debug, Serialize)]
pub struct Drawn {
    /// The way round it, in the language of SVG paths.
    pub d: String,
    /// Its name.
    pub name: Option<String>,
    /// Whether it encloses something.
    pub area: bool,
}

/// A mark on the sheet.
#[derive(Debug, Serialize)]
pub struct Placed {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// Radius.
    pub r: f64,
}

/// A bar of known length.
#[derive(Debug, Serialize)]
pub struct Scale {
    /// Length on the sheet.
    pub length: f64,
    /// Metres on the ground.
    pub metres: u64,
}

/// Draws marks on outlines. `None` where there is nothing to draw.
pub fn draw(outline: Option<&Outline>, marks: &[Mark]) -> Option<Drawing> {
    let drawn = outline.into_iter().flat_map(Outline::points).chain(marks.iter().map(|mark| mark.point));
    let mut bounds: Option<(f64, f64, f64, f64)> = None;
    for (latitude, longitude) in drawn {
        let (south, north, west, east) = bounds.unwrap_or((latitude, latitude, longitude, longitude));
        bounds = Some((south.min(latitude), north.max(latitude), west.min(longitude), east.max(longitude)));
    }
    let (south, north, west, east) = bounds?;
    let narrow = ((south + north) / 2.0).to_radians().cos().max(0.1);
    // One point alone still needs a sheet: about a hundred metres round it.
    let (wide, tall) = (((east - west) * narrow).max(0.002), (north - south).max(0.002));
    let unit = ((WIDTH - 2.0 * MARGIN) / wide).min((WIDTH * 1.1 - 2.0 * MARGIN) / tall);
    let height = (tall * unit + 2.0 * MARGIN).max(120.0);
    let left = (WIDTH - (east - west) * narrow * unit) / 2.0;
    let top = (height - (north - south) * unit) / 2.0;
    let place = |(latitude, longitude): (f64, f64)| ((longitude - west) * narrow * unit + left, (north - latitude) * unit + top);
    let shapes = outline.into_iter().flat_map(|outline| &outline.shapes).map(|shape| {
        let mut d = String::new();
        shape.polygons.iter().flatten().for_each(|ring| path(&mut d, ring, &place, true));
        shape.lines.iter().for_each(|line| path(&mut d, line, &place, false));
        Drawn { d, name: shape.name.clone(), area: !shape.polygons.is_empty() }
    });
    let shapes = shapes.collect();
    let few = marks.len() <= FEW;
    let largest = marks.iter().map(|mark| mark.weight).max().unwrap_or(1).max(1);
    let marks = marks.iter().map(|mark| {
        let (x, y) = place(mark.point);
        // Area tells the weight; a single one is large enough for a finger where the sheet is shown at its own size.
        let r = if largest == 1 && few {
            8.0
        } else if largest == 1 {
            5.0
        } else {
            4.0 + 12.0 * (mark.weight as f64 / largest as f64).sqrt()
        };
        Placed { x: round(x), y: round(y), r: round(r) }
    });
    Some(Drawing { width: WIDTH, height: round(height + FOOT), shapes, marks: marks.collect(), scale: scale(unit) })
}

/// The round length that is about a quarter of the sheet. A degree of latitude is 111,195 metres on a sphere of 6,371 km.
fn scale(unit: f64) -> Scale {
    let metres = WIDTH / 4.0 / unit * 111_195.0;
    let power = 10f64.powf(metres.max(1.0).log10().floor());
    let step = [5.0, 2.0, 1.0].into_iter().find(|step| step * power <= metres).unwrap_or(1.0);
    let metres = (step * power).max(1.0);
    Scale { length: round(metres / 111_195.0 * unit), metres: metres as u64 }
}

fn path(d: &mut String, line: &Line, place: &dyn Fn((f64, f64)) -> (f64, f64), closed: bool) {
    let mut last: Option<(f64, f64)> = None;
    for (at, point) in line.iter().enumerate() {
        let (x, y) = place(*point);
        let near = last.is_some_and(|(a, b)| (x - a).abs() < STEP && (y - b).abs() < STEP);
        if near && at + 1 < line.len() {
            continue;
        }
        // Writing into a string cannot fail.
        let _ = write!(d, "{}{} {}", if last.is_none() { 'M' } else { 'L' }, round(x), round(y));
        last = Some((x, y));
    }
    if closed && last.is_some() {
        d.push('Z');
    }
}

fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn north_is_up_and_east_is_right() {
        let marks = [(46.0, -1.0), (47.0, 0.0)].map(|point| Mark { point, weight: 1 });
        let map = draw(None, &marks).unwrap();
        assert!(map.marks[0].y > map.marks[1].y && map.marks[0].x < map.marks[1].x);
        assert!(draw(None, &[]).is_none());
    }

    proptest! {
        #[test]
        fn every_mark_lies_on_the_sheet(points in prop::collection::vec((-85.0f64..85.0, -180.0f64..180.0, 1u64..900), 1..30)) {
            let marks: Vec<Mark> = points.iter().map(|&(a, b, weight)| Mark { point: (a, b), weight }).collect();
            let map = draw(None, &marks).unwrap();
            for mark in &map.marks {
                prop_assert!((0.0..=map.width).contains(&mark.x) && (0.0..=map.height).contains(&mark.y));
            }
            prop_assert!(map.scale.length > 0.0 && map.scale.length < map.width / 2.0);
        }
    }
}
