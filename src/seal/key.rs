//! Keys of publishers: OpenSSH, minisign, or PKCS#8 as `openssl genpkey -algorithm ed25519` writes it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::note::Signing;
use crate::diagnose::{Diagnostic, codes};

/// The beginning of an Ed25519 key in PKCS#8 (RFC 8410, section 7), up to its 32 bytes.
const PKCS8: [u8; 16] = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/// Where the secret stands in minisign's own bytes: after algorithms, salt, limits and the key's number.
const MINISIGN: std::ops::Range<usize> = 62..94;

/// Reads a private key; `passphrase` is asked for where it is locked.
pub fn signing_key(file: &str, text: &str, name: &str, passphrase: &mut dyn FnMut() -> String) -> Result<Signing, Diagnostic> {
    let bad = |error: String| Diagnostic::new(codes::BAD_KEY).file(file).arg("error", error);
    let seed: [u8; 32] = if text.contains("BEGIN OPENSSH PRIVATE KEY") {
        let key = ssh_key::PrivateKey::from_openssh(text).map_err(|error| bad(error.to_string()))?;
        let key = if key.is_encrypted() { key.decrypt(passphrase()).map_err(|error| bad(error.to_string()))? } else { key };
        key.key_data().ed25519().ok_or_else(|| bad("not Ed25519".into()))?.private.to_bytes()
    } else if text.contains("BEGIN PRIVATE KEY") {
        let body: String = text.lines().filter(|line| !line.starts_with("-----")).collect();
        let der = BASE64.decode(body.trim()).map_err(|error| bad(error.to_string()))?;
        let seed = der.strip_prefix(&PKCS8).and_then(|seed| seed.get(..32)).ok_or_else(|| bad("not Ed25519".into()))?;
        seed.try_into().map_err(|_| bad("not Ed25519".into()))?
    } else {
        let sealed = minisign::SecretKeyBox::from_string(text).map_err(|error| bad(error.to_string()))?;
        let open = minisign::SecretKeyBox::from_string(text).map_err(|error| bad(error.to_string()))?.into_unencrypted_secret_key();
        let key = match open {
            Ok(key) => key,
            Err(_) => sealed.into_secret_key(Some(passphrase())).map_err(|error| bad(error.to_string()))?,
        };
        key.to_bytes().get(MINISIGN).and_then(|seed| seed.try_into().ok()).ok_or_else(|| bad("not a key of minisign".into()))?
    };
    Ok(Signing::new(name, &seed))
}

#[cfg(test)]
mod tests {
    use super::*;

    // Made for this test with openssl and with ssh-keygen; they sign nothing.
    const OPENSSL: &str =
        "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIOW7pOAWJ6XTUtVeRhfRVrpgXAX0pSBtjtpJe6AfK5X6\n-----END PRIVATE KEY-----\n";

    #[test]
    fn keys_of_openssl() {
        let key = signing_key("key.pem", OPENSSL, "x.org", &mut String::new).map_err(|d| d.code.id).ok().unwrap();
        assert!(key.public().text().starts_with("x.org+"));
    }

    #[test]
    fn keys_of_minisign() {
        let pair = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
        let text = pair.sk.to_box(None).unwrap().to_string();
        let key = signing_key("minisign.key", &text, "x.org", &mut || unreachable!()).map_err(|d| format!("{d:?}")).ok().unwrap();
        // The public half of minisign is in its own bytes after algorithm and number.
        let public = pair.pk.to_bytes();
        let ours = key.public();
        assert!(ours.text().ends_with(&BASE64.encode([&[1u8], &public[10..42]].concat())), "{}", ours.text());
    }

    #[test]
    fn what_is_no_key_is_said() {
        for text in ["", "hello", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "-----BEGIN OPENSSH PRIVATE KEY-----\nx\n"] {
            assert_eq!(signing_key("k", text, "x", &mut String::new).err().map(|d| d.code.id), Some("bad-key"));
        }
    }
}
