//! The content, and what is wrong in it without looking at any export.

use crate::archive::Content;
use crate::check::check_content;
use crate::diagnose::Diagnostics;
use crate::read::{self, Root};
use crate::render::check_colours;

/// Reads `content/` and checks what can be checked without the exports.
pub fn content(root: &Root, diagnostics: &mut Diagnostics) -> Option<Content> {
    let content = read::content(root, diagnostics)?;
    diagnostics.extend(check_content(&content));
    // Which colours go together, the theme knows.
    check_colours(&content.config.appearance.colours, &content.yaml, diagnostics);
    Some(content)
}
