//! Authors as they may be shown.

use std::collections::HashMap;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::{Policy, text};
use crate::archive::AuthorPolicy;
use crate::import::DraftAuthor;
use crate::model::{Author, AuthorKind};

/// Hexadecimal digits of a code, where no two authors share them.
const SHORT: usize = 8;

/// Applies the policy to all authors. A code is HMAC-SHA-256(secret, consultation ‖ LF ‖ key of the export): stable as long as
/// the secret is, and different in every consultation.
pub fn authors(drafts: Vec<DraftAuthor>, policy: &Policy<'_>) -> Vec<Author> {
    let digests: Vec<String> = drafts.iter().map(|draft| digest(policy, &draft.key)).collect();
    let mut uses: HashMap<&str, u32> = HashMap::new();
    for digest in &digests {
        *uses.entry(&digest[..SHORT]).or_default() += 1;
    }
    drafts
        .into_iter()
        .zip(&digests)
        .map(|(draft, digest)| {
            let kind = draft.kind.unwrap_or(AuthorKind::Unknown);
            let named = matches!(kind, AuthorKind::Organisation | AuthorKind::Collective);
            // What reaches a person is no name, whoever it names; an address beside the name of somebody is theirs.
            let name = draft.name.map(|name| text::title(&name)).and_then(|name| {
                let found = crate::privacy::find(&name);
                match found.as_slice() {
                    [] => Some(name),
                    _ if found.iter().any(|found| found.own) => None,
                    _ if named => Some(name),
                    [first, ..] => Some(name[..first.at.start].trim_end_matches([',', ';', ' ', '-', '–', '(', '/', '·', ':']).to_owned()),
                }
            });
            let name = name.filter(|name| !name.is_empty());
            let name = match policy.authors {
                _ if named => name,
                AuthorPolicy::Name => name,
                AuthorPolicy::Initials => name.map(|name| initials(&name)).filter(|name| !name.is_empty()),
                AuthorPolicy::Pseudonym => None,
            };
            let length = if uses[&digest[..SHORT]] == 1 { SHORT } else { SHORT * 2 };
            // A code published before is not coded again: the same person stays the same in the archive of an archive.
            let code = draft.code.unwrap_or_else(|| digest[..length].into());
            Author { code, name: name.map(Into::into), kind, size: draft.size.filter(|_| kind == AuthorKind::Collective) }
        })
        .collect()
}

/// The first letter of each part of a name. An address of e-mail is no name: it gives its first letter alone.
fn initials(name: &str) -> String {
    let name = name.split('@').next().unwrap_or(name);
    let parts =
        name.split(|c: char| c.is_whitespace() || c == '-' || c == '_' || c == '.').filter_map(|part| part.chars().find(|c| c.is_alphanumeric()));
    parts.take(4).flat_map(char::to_uppercase).flat_map(|letter| [letter, '.']).collect()
}

/// The codes alone, by number.
pub fn codes_of(drafts: &[DraftAuthor], policy: &Policy<'_>) -> Vec<Box<str>> {
    authors(drafts.to_vec(), policy).into_iter().map(|author| author.code).collect()
}

fn digest(policy: &Policy<'_>, key: &str) -> String {
    let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(policy.secret);
    // HMAC takes keys of any length.
    let Ok(mut mac) = mac else { return "0".repeat(64) };
    mac.update(policy.slug.as_bytes());
    mac.update(b"\n");
    mac.update(key.as_bytes());
    mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::{Privacy, PrivacyOverride};

    fn show(policy: AuthorPolicy, kind: Option<AuthorKind>, slug: &str) -> Author {
        let mut rules = Policy::new(slug, b"secret", &Privacy::default(), &PrivacyOverride::default());
        rules.authors = policy;
        authors(vec![DraftAuthor { key: "#12".into(), name: Some("Ada Lovelace".into()), kind, size: Some(3), code: None }], &rules).remove(0)
    }

    #[test]
    fn initials_of_names() {
        for (name, short) in [("Anna-Lise Nymous", "A.L.N."), ("élodie", "É."), ("jean.dupont@mail.example", "J.D."), ("…", "")] {
            assert_eq!(initials(name), short);
        }
    }

    #[test]
    fn persons_hide_behind_codes_and_collectives_do_not() {
        let person = show(AuthorPolicy::Pseudonym, Some(AuthorKind::Person), "a");
        assert_eq!((person.name, person.size), (None, None));
        assert_eq!(show(AuthorPolicy::Pseudonym, None, "a").name, None);
        assert_eq!(show(AuthorPolicy::Pseudonym, Some(AuthorKind::Organisation), "a").name.as_deref(), Some("Ada Lovelace"));
        assert_eq!(show(AuthorPolicy::Pseudonym, Some(AuthorKind::Collective), "a").size, Some(3));
        assert_eq!(show(AuthorPolicy::Name, None, "a").name.as_deref(), Some("Ada Lovelace"));
    }

    #[test]
    fn an_address_is_no_part_of_a_name() {
        let mut rules = Policy::new("a", b"secret", &Privacy::default(), &PrivacyOverride::default());
        rules.authors = AuthorPolicy::Name;
        let named = |name: &str, kind| {
            authors(vec![DraftAuthor { key: "#1".into(), name: Some(name.into()), kind, size: None, code: None }], &rules).remove(0).name
        };
        assert_eq!(named("Marie Dupont, 3 rue des Lilas 69000 Lyon", None).as_deref(), Some("Marie Dupont"));
        assert_eq!(named("María López, calle Mayor 5, 28013 Madrid", None).as_deref(), Some("María López"));
        assert_eq!(named("jean.roy@exemple.fr", None), None);
        let held = "Amicale du 3 rue des Lilas 69000 Lyon";
        assert_eq!(named(held, Some(AuthorKind::Organisation)).as_deref(), Some(held));
    }

    #[test]
    fn codes_are_stable_and_differ_between_consultations() {
        assert_eq!(show(AuthorPolicy::Pseudonym, None, "a").code, show(AuthorPolicy::Name, None, "a").code);
        assert_ne!(show(AuthorPolicy::Pseudonym, None, "a").code, show(AuthorPolicy::Pseudonym, None, "b").code);
    }
}
