//! Areas that points are counted in: named outlines or, where there are none and many points, the squares of a grid.

use super::outline::Outline;
use crate::model::Consultation;

/// Points that are drawn one by one, at most; more are counted in areas.
pub const DOTS: usize = 300;
/// Squares on the longer side of a grid.
const SQUARES: f64 = 12.0;
/// Shares of points left out on each side when the extent of a grid is chosen, so that one slip of a digit does not make it useless.
const OUTLIERS: f64 = 0.01;

/// The areas of a map.
#[derive(Debug, Default)]
pub struct Areas {
    outline: Option<Outline>,
    grid: Option<Grid>,
}

#[derive(Debug)]
struct Grid {
    south: f64,
    west: f64,
    /// Degrees of a square.
    tall: f64,
    wide: f64,
    rows: usize,
    columns: usize,
}

impl Areas {
    /// The areas for a consultation.
    pub fn new(consultation: &Consultation, outline: Option<&Outline>) -> Self {
        let points: Vec<(f64, f64)> = consultation.contributions.iter().filter_map(|c| c.place.as_ref()?.point).collect();
        match outline.filter(|outline| outline.shapes.iter().any(|shape| shape.name.is_some() && !shape.polygons.is_empty())) {
            Some(outline) if !points.is_empty() => Self { outline: Some(outline.clone()), grid: None },
            None if points.len() > DOTS => Self { outline: None, grid: Some(Grid::new(&points)) },
            _ => Self::default(),
        }
    }

    /// The area a point lies in.
    pub fn of(&self, point: (f64, f64)) -> Option<usize> {
        if let Some(outline) = &self.outline {
            return outline.shapes.iter().position(|shape| shape.name.is_some() && shape.holds(point));
        }
        self.grid.as_ref()?.of(point)
    }

    /// The name of an area; of a square its middle, in degrees.
    pub fn name(&self, area: usize) -> String {
        if let Some(outline) = &self.outline {
            return outline.shapes.get(area).and_then(|shape| shape.name.clone()).unwrap_or_default();
        }
        let Some((latitude, longitude)) = self.middle(area) else { return String::new() };
        let decimals = self.grid.as_ref().map_or(2, |grid| {
            if grid.tall < 0.01 {
                4
            } else if grid.tall < 0.1 {
                3
            } else {
                2
            }
        });
        let side =
            |value: f64, positive: char, negative: char| format!("{:.decimals$}° {}", value.abs(), if value < 0.0 { negative } else { positive });
        format!("{} {}", side(latitude, 'N', 'S'), side(longitude, 'E', 'W'))
    }

    /// The middle of a square of the grid: latitude, longitude.
    pub fn middle(&self, area: usize) -> Option<(f64, f64)> {
        let grid = self.grid.as_ref()?;
        let (row, column) = (area / grid.columns, area % grid.columns);
        Some((grid.south + (row as f64 + 0.5) * grid.tall, grid.west + (column as f64 + 0.5) * grid.wide))
    }

    /// Whether points are counted in squares.
    pub fn is_grid(&self) -> bool {
        self.grid.is_some()
    }
}

impl Grid {
    fn new(points: &[(f64, f64)]) -> Self {
        let range = |mut values: Vec<f64>| {
            values.sort_by(f64::total_cmp);
            let cut = (values.len() as f64 * OUTLIERS) as usize;
            (values[cut], values[values.len() - 1 - cut])
        };
        let (south, north) = range(points.iter().map(|p| p.0).collect());
        let (west, east) = range(points.iter().map(|p| p.1).collect());
        // Squares on the ground: a degree of longitude is shorter by the cosine of the latitude.
        let narrow = ((south + north) / 2.0).to_radians().cos().max(0.1);
        let side = ((north - south).max((east - west) * narrow) / SQUARES).max(1e-4);
        let (tall, wide) = (side, side / narrow);
        let count = |extent: f64, step: f64| (extent / step).ceil().clamp(1.0, 200.0) as usize;
        Self { south, west, tall, wide, rows: count(north - south, tall), columns: count(east - west, wide) }
    }

    /// The square of a point; `None` outside.
    fn of(&self, (latitude, longitude): (f64, f64)) -> Option<usize> {
        let (row, column) = (((latitude - self.south) / self.tall).floor(), ((longitude - self.west) / self.wide).floor());
        // The last row and column hold their outer edge.
        let fit = |at: f64, count: usize| (0.0..=count as f64).contains(&at).then(|| (at as usize).min(count - 1));
        Some(fit(row, self.rows)? * self.columns + fit(column, self.columns)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_square_holds_its_points(points in prop::collection::vec((-80.0f64..80.0, -170.0f64..170.0), 5..60)) {
            let grid = Grid::new(&points);
            let areas = Areas { outline: None, grid: Some(Grid::new(&points)) };
            for point in &points {
                if let Some(area) = grid.of(*point) {
                    prop_assert!(area < grid.rows * grid.columns);
                    let (latitude, longitude) = areas.middle(area).unwrap();
                    prop_assert!((latitude - point.0).abs() <= grid.tall && (longitude - point.1).abs() <= grid.wide);
                    prop_assert!(!areas.name(area).is_empty());
                }
            }
        }
    }
}
