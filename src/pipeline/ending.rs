//! The last files of an archive: the pages that tell whether it is a draft, `SHA256SUMS`, `edition.txt`. Whether it is the edition that was
//! sealed shows only when everything else is there.

use std::time::Instant;

use rayon::prelude::*;

use crate::diagnose::Diagnostic;
use crate::plan::Page;
use crate::render::Renderer;
use crate::seal::{EDITION, Sealing, Whole};
use crate::write::{Output, SUMS};

/// A page that was rendered: its kind, the seconds it took, its address and bytes.
pub(super) type Rendered = (&'static str, f64, (String, Vec<u8>));

/// Renders pages and keeps them.
pub(super) fn rendered(renderer: &Renderer<'_>, pages: &[Page]) -> Result<Vec<Rendered>, Diagnostic> {
    let one = |page: &Page| {
        let since = Instant::now();
        let made = renderer.page(*page)?;
        Ok((page.kind(), since.elapsed().as_secs_f64(), made))
    };
    pages.par_iter().map(one).collect()
}

/// What the end of a build is made of.
pub(super) struct Ending<'a> {
    pub output: &'a Output,
    pub whole: Whole<'a>,
    /// Pages that tell of drafts.
    pub pages: &'a [Page],
    /// The edition that is closed now, and the key.
    pub closes: Option<(u32, &'a Sealing)>,
    /// The last edition, this one among them.
    pub last: Option<u32>,
}

/// How a build ended.
pub(super) struct Ended {
    /// `edition.txt`.
    pub note: String,
    /// The last edition, where the archive is not what it committed to.
    pub draft_after: Option<u32>,
}

impl Ending<'_> {
    /// Puts the last files; `made` are the pages as `renderer` made them. `None` where an edition is asked for (`must_be_sealed`) and this is
    /// none.
    pub(super) fn put(&self, renderer: &mut Renderer<'_>, made: Vec<Rendered>, must_be_sealed: bool) -> Result<Option<Ended>, Diagnostic> {
        let mut pages: Vec<(String, Vec<u8>)> = made.into_iter().map(|(.., page)| page).collect();
        let mut sums = self.output.sums(&pages)?;
        let sealed = match self.closes {
            Some((number, sealing)) => Some(self.whole.close(number, &sums, sealing.key.as_ref())),
            None => self.whole.sealed(&sums),
        };
        if sealed.is_none() && must_be_sealed {
            return Ok(None);
        }
        let draft_after = self.last.filter(|_| sealed.is_none());
        if draft_after.is_some() && !renderer.draft {
            renderer.draft = true;
            pages = rendered(renderer, self.pages)?.into_iter().map(|(.., page)| page).collect();
            sums = self.output.sums(&pages)?;
        }
        let note = sealed.unwrap_or_else(|| self.whole.draft(&sums));
        for (url, bytes) in &pages {
            self.output.put(url, bytes)?;
        }
        self.output.put(SUMS, sums.as_bytes())?;
        self.output.put(EDITION, note.as_bytes())?;
        Ok(Some(Ended { note, draft_after }))
    }
}
