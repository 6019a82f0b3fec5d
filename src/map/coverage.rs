//! The extent of a territory, as portals want it.

use super::Outline;

/// Most corners that are written out; a finer outline is given by its box.
const CORNERS: usize = 2_000;

/// A part of the earth.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// West, south, east, north in degrees (WGS 84).
    pub bounds: [f64; 4],
    /// Outer rings of its outline, of (latitude, longitude), where one is known.
    rings: Vec<Vec<(f64, f64)>>,
}

impl Coverage {
    /// A box.
    pub fn of_box(bounds: [f64; 4]) -> Self {
        Self { bounds, rings: Vec::new() }
    }

    /// What an outline encloses; `None` where it encloses nothing.
    pub fn of_outline(outline: &Outline) -> Option<Self> {
        let rings: Vec<Vec<(f64, f64)>> =
            outline.shapes.iter().flat_map(|shape| &shape.polygons).filter_map(|rings| rings.first().cloned()).collect();
        let points = || rings.iter().flatten();
        points().next()?;
        let fold = |of: fn(&(f64, f64)) -> f64, pick: fn(f64, f64) -> f64, from: f64| points().map(of).fold(from, pick);
        let bounds = [
            fold(|point| point.1, f64::min, f64::INFINITY),
            fold(|point| point.0, f64::min, f64::INFINITY),
            fold(|point| point.1, f64::max, f64::NEG_INFINITY),
            fold(|point| point.0, f64::max, f64::NEG_INFINITY),
        ];
        Some(Self { bounds, rings })
    }

    /// Its box alone.
    pub fn boxed(self) -> Self {
        Self::of_box(self.bounds)
    }

    /// The box around both.
    pub fn around(&self, other: &Self) -> Self {
        let [west, south, east, north] = self.bounds;
        let [w, s, e, n] = other.bounds;
        Self::of_box([west.min(w), south.min(s), east.max(e), north.max(n)])
    }

    /// Well-known text (OGC 06-103r4) of its box, longitude first.
    pub fn box_wkt(&self) -> String {
        let [west, south, east, north] = self.bounds;
        format!("POLYGON(({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))")
    }

    /// A GeoJSON geometry (RFC 7946) of its outline, or of its box where there is none or a very fine one.
    pub fn geojson(&self) -> String {
        let [west, south, east, north] = self.bounds;
        if self.rings.is_empty() || self.rings.iter().map(Vec::len).sum::<usize>() > CORNERS {
            return format!(
                "{{\"type\":\"Polygon\",\"coordinates\":[[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]]}}"
            );
        }
        let ring = |ring: &Vec<(f64, f64)>| {
            // Outer rings run against the clock.
            let doubled: f64 = ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| a.1 * b.0 - b.1 * a.0).sum();
            let mut points: Vec<String> = ring.iter().map(|(latitude, longitude)| format!("[{longitude},{latitude}]")).collect();
            points.dedup();
            if doubled < 0.0 {
                points.reverse();
            }
            if points.first() != points.last() {
                points.extend(points.first().cloned());
            }
            format!("[[{}]]", points.join(","))
        };
        format!("{{\"type\":\"MultiPolygon\",\"coordinates\":[{}]}}", self.rings.iter().map(ring).collect::<Vec<_>>().join(","))
    }

    /// Well-known text of its outline, or of its box where there is none or a very fine one.
    pub fn wkt(&self) -> String {
        if self.rings.is_empty() || self.rings.iter().map(Vec::len).sum::<usize>() > CORNERS {
            return self.box_wkt();
        }
        let ring = |ring: &Vec<(f64, f64)>| {
            let closing = (ring.first() != ring.last()).then(|| ring.first()).flatten();
            ring.iter().chain(closing).map(|(latitude, longitude)| format!("{longitude} {latitude}")).collect::<Vec<_>>().join(", ")
        };
        match self.rings.as_slice() {
            [only] => format!("POLYGON(({}))", ring(only)),
            rings => format!("MULTIPOLYGON({})", rings.iter().map(|each| format!("(({}))", ring(each))).collect::<Vec<_>>().join(", ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlines_and_boxes_are_written_longitude_first() {
        let outline = Outline::parse(r#"{"type":"Polygon","coordinates":[[[2.0,48.0],[3.0,48.0],[3.0,49.5],[2.0,48.0]]]}"#, None).unwrap();
        let coverage = Coverage::of_outline(&outline).unwrap();
        assert_eq!(coverage.bounds, [2.0, 48.0, 3.0, 49.5]);
        assert_eq!(coverage.wkt(), "POLYGON((2 48, 3 48, 3 49.5, 2 48))");
        assert_eq!(coverage.geojson(), r#"{"type":"MultiPolygon","coordinates":[[[[2,48],[3,48],[3,49.5],[2,48]]]]}"#);
        assert_eq!(coverage.clone().boxed().geojson(), r#"{"type":"Polygon","coordinates":[[[2,48],[3,48],[3,49.5],[2,49.5],[2,48]]]}"#);
        assert_eq!(coverage.around(&Coverage::of_box([1.0, 49.0, 2.0, 50.0])).box_wkt(), "POLYGON((1 48, 3 48, 3 50, 1 50, 1 48))");
        assert_eq!(Coverage::of_outline(&Outline::default()), None);
    }
}
