//! Names as parts of addresses.

/// Lower-case ASCII words joined by hyphens, at most 60 characters; empty where nothing of the name can be written so.
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    for c in deunicode::deunicode(name).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if out.len() >= 60 {
            break;
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

#[cfg(test)]
mod tests {
    use super::slug;
    use proptest::prelude::*;

    #[test]
    fn names_of_many_scripts() {
        assert_eq!(slug("Énergie & climat : l’été"), "energie-climat-l-ete");
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
        assert_eq!(slug("北京"), "bei-jing");
        assert_eq!(slug("!!!"), "");
    }

    proptest! {
        #[test]
        fn always_safe(name in "\\PC{0,100}") {
            let slug = slug(&name);
            prop_assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            prop_assert!(slug.len() <= 60 && !slug.starts_with('-') && !slug.ends_with('-'));
        }
    }
}
