//! Maps drawn when the site is built: outlines from GeoJSON, points on them, no tiles of anybody.

mod areas;
mod coverage;
mod draw;
mod outline;

pub use areas::{Areas, DOTS};
pub use coverage::Coverage;
pub use draw::{Drawing, Mark, draw};
pub use outline::{Fault, Outline};
