//! Checkpoints and their signatures, in the forms of C2SP `tlog-checkpoint` and `signed-note`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use ed25519_dalek::{Signature as Ed25519, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use super::hex;
use super::merkle::Hash;

/// The algorithm byte of Ed25519 in keys and key ids of signed notes.
const ED25519: u8 = 1;

/// The state of a log: how many entries, and the root over them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The name of the log: an address without its scheme.
    pub origin: String,
    /// Number of entries.
    pub size: usize,
    /// Root of the tree.
    pub root: Hash,
}

impl Checkpoint {
    /// The three lines.
    pub fn text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, BASE64.encode(self.root))
    }

    /// The checkpoint as a note, signed if there is a key.
    pub fn note(&self, key: Option<&Signing>) -> String {
        let text = self.text();
        let signature = key.map(|key| key.sign(&text)).unwrap_or_default();
        format!("{text}\n{signature}")
    }
}

/// A signature line of a note: the name of the key, key id ‖ signature.
pub(super) type Signature = (String, Vec<u8>);

/// Most signatures below a note.
const SIGNATURES: usize = 16;

/// Whether a name may stand in a signature's line: `signed-note` allows no white space and no plus.
fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || c.is_control() || c == '+')
}

/// The text of a note without its last line break, and the signatures below it; `None` if it is no note. There is one way to write each:
/// below what is signed nobody may hide a word.
pub(super) fn parted(text: &str) -> Option<(&str, Vec<Signature>)> {
    let (body, signed) = text.split_once("\n\n")?;
    if body.split('\n').any(|line| line.is_empty() || line.contains(char::is_control)) {
        return None;
    }
    let mut signatures: Vec<Signature> = Vec::new();
    for line in signed.split_terminator('\n').take(SIGNATURES + 1) {
        let (name, value) = line.strip_prefix("— ")?.split_once(' ').filter(|(name, _)| is_name(name))?;
        let bytes = BASE64.decode(value).ok().filter(|bytes| bytes.len() == 68 && BASE64.encode(bytes) == value)?;
        if signatures.iter().any(|(known, other)| known == name && other[..4] == bytes[..4]) {
            return None;
        }
        signatures.push((name.to_owned(), bytes));
    }
    ((signed.is_empty() || signed.ends_with('\n')) && signatures.len() <= SIGNATURES).then_some((body, signatures))
}

/// Whether a signature is this key's over a text.
pub(super) fn signature_of((name, value): &Signature, key: &PublicKey, text: &str) -> bool {
    let (id, signature) = value.split_at(4);
    let signature = Ed25519::from_slice(signature).ok();
    // A key that was given without its name has that of the archive, which begins what was signed: nobody may write another there.
    let origin = text.split('\n').next().unwrap_or_default();
    let of_archive = || origin.strip_prefix(name.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let named = key.name.as_ref().map_or_else(of_archive, |known| known == name) && id == key_id(name, &key.key);
    named && signature.is_some_and(|signature| key.key.verify_strict(text.as_bytes(), &signature).is_ok())
}

/// A checkpoint with the signatures on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What was signed.
    pub checkpoint: Checkpoint,
    /// The signatures on it.
    pub signatures: Vec<Signature>,
}

impl Note {
    /// Reads a note; `None` if it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let (body, signatures) = parted(text)?;
        let mut lines = body.split('\n');
        let origin = lines.next()?.to_owned();
        let count = lines.next()?;
        let size: usize = count.parse().ok().filter(|size: &usize| size.to_string() == count && count.len() <= 18)?;
        let root = BASE64.decode(lines.next()?).ok()?.try_into().ok()?;
        let note = Self { checkpoint: Checkpoint { origin, size, root }, signatures };
        // Lines of other sorts are allowed by the format; greffe writes none, so nobody may hide something there.
        lines.next().is_none().then_some(note)
    }

    /// Whether each signature is one of these keys'.
    pub fn is_signed_by_all(&self, keys: &[PublicKey]) -> bool {
        let text = self.checkpoint.text();
        self.signatures.iter().all(|signature| keys.iter().any(|key| signature_of(signature, key, &text)))
    }

    /// Whether the key signed it.
    pub fn is_signed_by(&self, key: &PublicKey) -> bool {
        let text = self.checkpoint.text();
        self.signatures.iter().any(|signature| signature_of(signature, key, &text))
    }
}

/// A key to verify with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    /// Its name in notes, where it has one.
    pub name: Option<String>,
    key: VerifyingKey,
}

impl PublicKey {
    /// Reads `name+id+base64` of signed notes, or a line `ssh-ed25519 …`.
    pub fn parse(text: &str) -> Option<Self> {
        let line = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'))?;
        if let Some(rest) = line.strip_prefix("ssh-ed25519 ") {
            let blob = BASE64.decode(rest.split_whitespace().next()?).ok()?;
            // Two strings with their lengths: the algorithm, 11 bytes, and the key, 32.
            let key = blob.get(19..).filter(|_| blob.len() == 51 && &blob[4..15] == b"ssh-ed25519")?;
            return Some(Self { name: None, key: VerifyingKey::from_bytes(key.try_into().ok()?).ok()? });
        }
        let mut parts = line.splitn(3, '+');
        let (name, id, value) = (parts.next()?, parts.next()?, parts.next()?);
        let value = BASE64.decode(value).ok()?;
        let (&algorithm, key) = value.split_first()?;
        let key = VerifyingKey::from_bytes(key.try_into().ok()?).ok().filter(|_| algorithm == ED25519)?;
        let read = Self { name: Some(name.to_owned()), key };
        (hex(&read.id()) == id).then_some(read)
    }

    fn id(&self) -> [u8; 4] {
        key_id(self.name.as_deref().unwrap_or_default(), &self.key)
    }

    /// As signed notes write it.
    pub fn text(&self) -> String {
        let mut value = vec![ED25519];
        value.extend(self.key.as_bytes());
        format!("{}+{}+{}", self.name.as_deref().unwrap_or_default(), hex(&self.id()), BASE64.encode(value))
    }

    /// SHA-256 over the 32 bytes of the key, for people to compare.
    pub fn fingerprint(&self) -> String {
        hex(&Sha256::digest(self.key.as_bytes()))
    }

    /// Whether both are the same key, whatever their names.
    pub fn is(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

fn key_id(name: &str, key: &VerifyingKey) -> [u8; 4] {
    let digest = Sha256::new().chain_update(name).chain_update([b'\n', ED25519]).chain_update(key.as_bytes()).finalize();
    [digest[0], digest[1], digest[2], digest[3]]
}

/// A key to sign with, and its name in notes.
#[derive(Debug)]
pub struct Signing {
    name: String,
    key: SigningKey,
}

impl Signing {
    /// From the 32 bytes of the secret.
    pub fn new(name: &str, seed: &[u8; 32]) -> Self {
        Self { name: name.to_owned(), key: SigningKey::from_bytes(seed) }
    }

    /// The other half.
    pub fn public(&self) -> PublicKey {
        PublicKey { name: Some(self.name.clone()), key: self.key.verifying_key() }
    }

    /// The line that signs a text, as notes have it.
    pub(super) fn sign(&self, text: &str) -> String {
        let mut value = key_id(&self.name, &self.key.verifying_key()).to_vec();
        value.extend(self.key.sign(text.as_bytes()).to_bytes());
        format!("— {} {}\n", self.name, BASE64.encode(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn checkpoint() -> Checkpoint {
        Checkpoint { origin: "archive.example.org/consultations/x".into(), size: 12, root: [7; 32] }
    }

    #[test]
    fn notes_are_read_as_they_are_written() {
        let key = Signing::new("archive.example.org", &[9; 32]);
        let signed = checkpoint().note(Some(&key));
        let note = Note::parse(&signed).unwrap();
        assert_eq!(note.checkpoint, checkpoint());
        assert!(note.is_signed_by(&key.public()));
        assert!(!note.is_signed_by(&Signing::new("archive.example.org", &[8; 32]).public()));
        assert!(!note.is_signed_by(&Signing::new("other.example.org", &[9; 32]).public()));
        let public = PublicKey::parse(&key.public().text()).unwrap();
        assert_eq!(public, key.public());
        assert_eq!(Note::parse(&checkpoint().note(None)).unwrap().signatures, []);
        assert!(!Note::parse(&signed.replace("\n12\n", "\n13\n")).unwrap().is_signed_by(&public));
    }

    #[test]
    fn the_key_of_the_specification() {
        // The verifier key that C2SP's signed-note names as its example.
        let key = PublicKey::parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").unwrap();
        let text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        let line = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
        let value = BASE64.decode(line).unwrap();
        assert_eq!(value[..4], key.id());
        assert!(key.key.verify_strict(text.as_bytes(), &Ed25519::from_slice(&value[4..]).unwrap()).is_ok());
        assert_eq!(PublicKey::parse("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"), None);
    }

    #[test]
    fn strange_notes_are_none() {
        for text in ["", "\n", "a\n", "a\n1\n", "a\nx\nAAAA\n\n", "a\n01\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n\n", "a\n1\nAAAA\n\n"] {
            assert_eq!(Note::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn there_is_one_way_to_write_a_note() {
        let signed = checkpoint().note(Some(&Signing::new("archive.example.org", &[9; 32])));
        let line = signed.lines().last().unwrap();
        let body = signed.split_once("\n\n").unwrap().0;
        let other = |from: &str, to: &str| signed.replacen(from, to, 1);
        for text in [
            signed.trim_end().to_owned(),
            format!("{signed}\n"),
            format!("{signed}{line}\n"),
            format!("{signed}This edition was withdrawn.\n"),
            signed.replace('\n', "\r\n"),
            format!("{body}\n\n{line}\r\n"),
            format!("{body}\n"),
            other("\n\n", "\n\n\n"),
            other("— archive.example.org", "— this edition was withdrawn"),
            other("— archive.example.org", "— a+b"),
            format!("{}==\n", signed.trim_end()),
            other("archive.example.org/", "archive\u{1b}[2J/"),
        ] {
            assert_eq!(Note::parse(&text), None, "{text:?}");
        }
        // A key without a name is that of the archive.
        let renamed = checkpoint().note(Some(&Signing::new("withdrawn.example", &[9; 32])));
        let nameless = PublicKey { name: None, ..Signing::new("", &[9; 32]).public() };
        assert!(Note::parse(&signed).unwrap().is_signed_by(&nameless));
        assert!(!Note::parse(&renamed).unwrap().is_signed_by(&nameless));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_not(text in "\\PC{0,80}|[a-z0-9+=—\n ]{0,80}") {
            let _ = Note::parse(&text);
            let _ = PublicKey::parse(&text);
        }
    }
}
