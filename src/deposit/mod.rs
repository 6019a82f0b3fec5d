//! What makes an archive fit for other keepers: the papers that lie in each, and the packages that `pack` makes of it.

mod package;
mod papers;
mod rocrate;

pub use package::{Form, pack};
pub use papers::papers;
