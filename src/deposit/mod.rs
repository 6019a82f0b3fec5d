//! What makes an archive fit for other keepers: the papers that lie in each, and the packages that `pack` makes of it.

mod papers;

pub use papers::papers;
