//! One page becomes bytes: a pure function of plan, record and theme.
//!
//! What pages share (the site, a consultation, the words) is built once as template values and handed out by reference; a page
//! builds only what is its own.

mod changes;
mod citation;
mod colours;
mod comments;
mod consultation;
mod contribution;
mod data;
mod editorial;
mod engine;
mod feeds;
mod figures;
mod items;
mod lists;
mod method;
mod opinion;
mod outcomes;
mod page;
mod pages;
mod places;
mod ranks;
mod related;
mod script;
mod seal;
mod shared;
mod sheet_rank;
mod text;
mod theme;

pub use colours::{check_colours, stylesheet};
pub use engine::Engine;
pub use feeds::{feed, headers, news_feeds, robots, sitemap};
pub use figures::figure_files;
pub use page::{Renderer, Shown};
pub use seal::Seal;
pub use shared::{GENERATOR, Site};
pub use text::escape as escape_html;
pub use theme::Theme;
