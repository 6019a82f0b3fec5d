//! `edition.txt`: what the archive as a whole is. A signed note (C2SP `signed-note`) over the digest of `SHA256SUMS`, which lists every other
//! file, and over the checkpoint of each consultation's log. `docs/verify.md` has the form.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use super::hex;
use super::log::Log;
use super::merkle::Hash;
use super::note::{PublicKey, Signature, Signing, parted, signature_of};
use crate::archive::Editions;

/// The only file that `SHA256SUMS` does not list: it holds the digest of that.
pub const EDITION: &str = "edition.txt";

/// The state of a consultation's log in an edition of the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogState {
    /// The consultation.
    pub slug: String,
    /// Number of entries.
    pub size: usize,
    /// Root of the tree.
    pub root: Hash,
}

/// What an archive is as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteEdition {
    /// The archive: its address without the scheme.
    pub origin: String,
    /// Number of the edition; of a draft that of the last one, 0 where none was closed.
    pub number: u32,
    /// It is not what any edition committed to.
    pub draft: bool,
    /// SHA-256 of `SHA256SUMS`.
    pub sums: Hash,
    /// The logs, by slug.
    pub logs: Vec<LogState>,
}

impl SiteEdition {
    /// Of these logs and sums.
    pub fn new(origin: &str, number: u32, draft: bool, sums: Hash, logs: &[(String, Log)]) -> Self {
        let state = |(slug, log): &(String, Log)| {
            let checkpoint = log.checkpoint();
            LogState { slug: slug.clone(), size: checkpoint.size, root: checkpoint.root }
        };
        let mut logs: Vec<LogState> = logs.iter().map(state).collect();
        logs.sort_unstable_by(|a, b| a.slug.cmp(&b.slug));
        Self { origin: origin.to_owned(), number, draft, sums, logs }
    }

    /// Its lines: what is signed.
    pub fn text(&self) -> String {
        let state = if self.draft { "draft after edition" } else { "edition" };
        let mut text = format!("{}\ngreffe {state} {}\nsums {}\n", self.origin, self.number, hex(&self.sums));
        for LogState { slug, size, root } in &self.logs {
            text.push_str(&format!("log {slug} {size} {}\n", BASE64.encode(root)));
        }
        text
    }

    /// The note, signed if there is a key.
    pub fn note(&self, key: Option<&Signing>) -> String {
        let text = self.text();
        let signature = key.map(|key| key.sign(&text)).unwrap_or_default();
        format!("{text}\n{signature}")
    }

    fn parse(body: &str) -> Option<Self> {
        let mut lines = body.lines();
        let origin = lines.next()?.to_owned();
        let state = lines.next()?.strip_prefix("greffe ")?;
        let (draft, number) = match state.strip_prefix("draft after ") {
            Some(rest) => (true, rest),
            None => (false, state),
        };
        let number = number.strip_prefix("edition ")?.parse().ok().filter(|number| *number < 1_000_000_000)?;
        let sums = from_hex(lines.next()?.strip_prefix("sums ")?)?;
        let log = |line: &str| {
            let mut parts = line.strip_prefix("log ")?.splitn(3, ' ');
            let (slug, size, root) = (parts.next()?.to_owned(), parts.next()?.parse().ok()?, parts.next()?);
            Some(LogState { slug, size, root: BASE64.decode(root).ok()?.try_into().ok()? })
        };
        let logs = lines.map(log).collect::<Option<Vec<_>>>()?;
        if logs.windows(2).any(|pair: &[LogState]| pair[0].slug >= pair[1].slug) || logs.iter().any(|log| log.size >= 1_000_000_000_000_000_000) {
            return None;
        }
        let read = Self { origin, number, draft, sums, logs };
        // There is one way to write each: nobody may hide something in another.
        (read.text().trim_end_matches('\n') == body).then_some(read)
    }
}

/// What says which edition an archive is.
pub struct Whole<'a> {
    /// What closed editions committed to.
    pub editions: &'a Editions,
    /// The archive: its address without the scheme.
    pub origin: &'a str,
    /// The logs, by slug.
    pub logs: &'a [(String, Log)],
}

impl Whole<'_> {
    fn edition(&self, number: u32, draft: bool, sums: &str) -> SiteEdition {
        SiteEdition::new(self.origin, number, draft, Sha256::digest(sums).into(), self.logs)
    }

    /// `edition.txt` of an edition that is closed now.
    pub fn close(&self, number: u32, sums: &str, key: Option<&Signing>) -> String {
        self.edition(number, false, sums).note(key)
    }

    /// The note of the last edition, if the archive is what that committed to.
    pub fn sealed(&self, sums: &str) -> Option<String> {
        let number = self.editions.index.editions.last()?.number;
        let (_, note) = self.editions.whole.iter().find(|(known, _)| *known == number)?;
        // Where the archive moved it is not what was signed, whatever its files are.
        (SiteNote::parse(note)?.edition == self.edition(number, false, sums)).then(|| note.clone())
    }

    /// `edition.txt` of a draft: nobody signs it.
    pub fn draft(&self, sums: &str) -> String {
        self.edition(self.editions.index.editions.last().map_or(0, |last| last.number), true, sums).note(None)
    }
}

/// `edition.txt` as it was read.
#[derive(Debug)]
pub struct SiteNote {
    /// What was signed.
    pub edition: SiteEdition,
    /// The signatures on it.
    pub signatures: Vec<Signature>,
}

impl SiteNote {
    /// Reads one; `None` if it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let (body, signatures) = parted(text)?;
        Some(Self { edition: SiteEdition::parse(body)?, signatures })
    }

    /// Whether the key signed it.
    pub fn is_signed_by(&self, key: &PublicKey) -> bool {
        let text = self.edition.text();
        self.signatures.iter().any(|signature| signature_of(signature, key, &text))
    }

    /// Whether each signature is one of these keys'.
    pub fn is_signed_by_all(&self, keys: &[PublicKey]) -> bool {
        let text = self.edition.text();
        self.signatures.iter().all(|signature| keys.iter().any(|key| signature_of(signature, key, &text)))
    }
}

/// 64 hexadecimal digits in small letters.
fn from_hex(digits: &str) -> Option<Hash> {
    let sound = digits.len() == 64 && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    sound.then(|| std::array::from_fn(|at| u8::from_str_radix(&digits[at * 2..at * 2 + 2], 16).unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn edition() -> SiteEdition {
        let log = |slug: &str, size| LogState { slug: slug.into(), size, root: [7; 32] };
        SiteEdition { origin: "archive.example.org".into(), number: 3, draft: false, sums: [9; 32], logs: vec![log("a", 12), log("b-2", 0)] }
    }

    #[test]
    fn editions_are_read_as_they_are_written() {
        let key = Signing::new("archive.example.org", &[9; 32]);
        let note = edition().note(Some(&key));
        let read = SiteNote::parse(&note).unwrap();
        assert_eq!(read.edition, edition());
        assert!(read.is_signed_by(&key.public()) && !read.is_signed_by(&Signing::new("archive.example.org", &[8; 32]).public()));
        for (from, to) in [("edition 3", "edition 4"), ("log a 12", "log a 13"), ("sums 09", "sums 0a"), ("log b-2", "log c"), ("archive", "b")] {
            let forged = SiteNote::parse(&note.replacen(from, to, 1)).unwrap();
            assert!(!forged.is_signed_by(&key.public()), "{from}");
        }
        let draft = SiteEdition { draft: true, number: 0, ..edition() };
        assert_eq!(SiteNote::parse(&draft.note(None)).unwrap().edition, draft);
    }

    #[test]
    fn other_ways_to_write_it_are_none() {
        let note = edition().note(None);
        for (from, to) in [
            ("edition 3", "edition 03"),
            ("greffe ", "greffe  "),
            ("sums ", "sum "),
            ("log a 12", "log a  12"),
            ("\n\n", "\nx\n\n"),
            ("log b-2", "log a"),
            ("\n\n", "\n"),
        ] {
            assert!(SiteNote::parse(&note.replacen(from, to, 1)).is_none(), "{from}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_not(text in "\\PC{0,80}|[a-z0-9+=—\n ]{0,200}") {
            let _ = SiteNote::parse(&text);
        }
    }
}
