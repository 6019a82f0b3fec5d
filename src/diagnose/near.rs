//! "Did you mean": the nearest of the words that would have been right.

/// The candidate nearest to `word`, if it is near enough to be a slip of the hand.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&word.to_lowercase(), &candidate.to_lowercase()), candidate))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn slips_are_mended_and_strangers_are_not() {
        assert_eq!(did_you_mean("tilte", ["title", "sources"]), Some("title"));
        assert_eq!(did_you_mean("decidim/proposal", ["decidim/proposals", "decidim/comments"]), Some("decidim/proposals"));
        assert_eq!(did_you_mean("xyz", ["title", "sources"]), None);
    }
}
