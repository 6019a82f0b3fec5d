//! One page becomes bytes: a pure function of plan, record and theme.
//!
//! What pages share (the site, a consultation, the words) is built once as template values and handed out by reference; a page
//! builds only what is its own.

mod changes;
mod comments;
mod contribution;
mod data;
mod engine;
mod feeds;
mod items;
mod lists;
mod method;
mod page;
mod pages;
mod shared;
mod text;
mod theme;

pub use engine::Engine;
pub use feeds::{feed, headers, robots, sitemap};
pub use page::Renderer;
pub use shared::{GENERATOR, Site};
pub use text::escape as escape_html;
pub use theme::Theme;
