//! The language files against the rules of writing: what a reader would stumble over, or copy in vain.

use super::{Arg, DIAGNOSTICS, Words};
use crate::diagnose::{Diagnostic, codes, draw};

const SITE: &[(&str, &str)] = &[
    ("en", include_str!("../../themes/civic/words/en.ftl")),
    ("fr", include_str!("../../themes/civic/words/fr.ftl")),
    ("es", include_str!("../../themes/civic/words/es.ftl")),
];

/// The lines of both files of a language that are sentences, with the numbers they have there: neither comments nor examples of YAML.
fn sentences(language: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for (_, text) in DIAGNOSTICS.iter().chain(SITE).filter(|(of, _)| *of == language) {
        let mut explained = false;
        for (at, line) in (1..).zip(text.lines()) {
            if line.starts_with(|c: char| c.is_ascii_alphabetic()) || line.starts_with("    .") {
                explained = line.starts_with("    .explain");
            }
            let example = explained && line.starts_with("            ");
            if !line.starts_with('#') && !example {
                found.push((at, line));
            }
        }
    }
    found
}

/// A line with what stands between backquotes taken out: it is code.
fn prose(line: &str) -> String {
    line.split('`').enumerate().map(|(part, text)| if part % 2 == 0 { text } else { "x" }).collect()
}

/// What a French line lacks: the thin space before ; ! ? % and inside quotation marks, the space before a colon and after n°.
fn ill_spaced(line: &str) -> bool {
    let letters: Vec<char> = prose(line).chars().collect();
    letters.iter().enumerate().any(|(at, &letter)| {
        let before = at.checked_sub(1).map(|before| letters[before]);
        let after = letters.get(at + 1).copied();
        match letter {
            ';' | '!' | '?' | '»' => before != Some('\u{202f}'),
            // %d is a form of a date.
            '%' => before == Some(' ') && !after.is_some_and(|after| after.is_ascii_alphabetic()),
            '«' => after != Some('\u{202f}'),
            ':' => matches!(before, Some(' ' | '\u{202f}')),
            '°' => after.is_some_and(|after| after != '\u{a0}'),
            'º' => true,
            _ => false,
        }
    })
}

#[test]
fn french_is_spaced_as_french() {
    for right in ["a\u{202f}; b\u{a0}: c\u{202f}?", "«\u{202f}a\u{202f}»", "95\u{202f}%", "n°\u{a0}3", "`a ; b: c?`", "%d %m", "https://x"] {
        assert!(!ill_spaced(right), "{right}");
    }
    for wrong in ["a ; b", "a?", "a\u{a0}!", "« a\u{202f}»", "«a»", "a : b", "a\u{202f}: b", "95 %", "n° 3", "nº"] {
        assert!(ill_spaced(wrong), "{wrong}");
    }
    let wrong: Vec<_> = sentences("fr").into_iter().filter(|(_, line)| ill_spaced(line)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn yaml_to_copy_can_be_read() {
    let mut read = 0;
    for (language, _) in DIAGNOSTICS {
        for (at, line) in sentences(language) {
            for fragment in line.split('`').skip(1).step_by(2) {
                // Braces are written as placeables, and what a message fills in is a word.
                let mut fragment = fragment.replace("{\"{\"}", "\u{1}").replace("{\"}\"}", "\u{2}");
                while let Some((start, end)) = fragment.find('{').zip(fragment.find('}')) {
                    fragment.replace_range(start..=end, "word");
                }
                let fragment = fragment.replace('\u{1}', "{").replace('\u{2}', "}");
                let key = fragment.split(':').next().unwrap_or_default();
                let named = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
                if !named || !(fragment.ends_with(':') || fragment.contains(": ")) {
                    continue;
                }
                let parsed: Result<serde_json::Value, _> = serde_yaml::from_str(&fragment);
                assert!(parsed.is_ok(), "{language}, line {at}: `{fragment}` is not YAML");
                read += 1;
            }
        }
    }
    assert!(read > 100, "{read}");
    assert!(serde_yaml::from_str::<serde_json::Value>("privacy: personal: mask").is_err());
}

/// Words that others replaced, one for one thing.
const REPLACED: &[(&str, &[&str])] = &[
    (
        "fr",
        &[
            "mis de côté",
            "mise de côté",
            "mises de côté",
            "laissé de côté",
            "laissée de côté",
            "laissées de côté",
            "clivant",
            "édition close",
            "éditions closes",
            "édition fermée",
            "ersion de travail",
            "seudonyme {",
            "ourriel",
            "Tout d’un coup",
            "page de méthode",
        ],
    ),
    (
        "es",
        &[
            "ontribuci",
            "divisiva",
            "dejado aparte",
            "dejada aparte",
            "dejadas aparte",
            "neutro",
            "edición cerrada",
            "ediciones cerradas",
            "resúmenes",
        ],
    ),
    ("en", &["losed edition", "put aside", "is no part", "stands twice"]),
];

#[test]
fn one_word_for_one_thing() {
    for (language, replaced) in REPLACED {
        for (at, line) in sentences(language) {
            let found = replaced.iter().find(|word| line.contains(**word));
            assert_eq!(found, None, "{language}, line {at}: {line}");
        }
    }
}

#[test]
fn decimals_have_the_sign_of_their_language() {
    let built = |language: &str| Words::diagnostics(language).format("cli-rebuilt", &[("seconds", Arg::decimal(1.0, 2))]);
    assert!(built("fr").contains("1,00"), "{}", built("fr"));
    assert!(built("es").contains("1,00"), "{}", built("es"));
    assert!(built("en").contains("1.00"), "{}", built("en"));
}

#[test]
fn a_count_before_a_noun_has_its_plural() {
    for (language, one) in [("en", "1 file."), ("fr", "1 fichier."), ("es", "1 fichero.")] {
        let words = Words::diagnostics(language);
        let packed = |count: i64| words.format("cli-packed", &[("path", "x.zip".into()), ("count", Arg::Number(count))]);
        assert!(packed(1).ends_with(one), "{}", packed(1));
        assert!(packed(2).ends_with("s."), "{}", packed(2));
    }
}

#[test]
fn places_colons_and_ends_are_those_of_the_language() {
    let words = Words::diagnostics("fr");
    let setting = Diagnostic::new(codes::NO_CONTACT).file("content/archive.yaml").column("publisher").arg("what", "email");
    let drawn = draw(&setting, &words, false);
    for part in ["[no-contact]\u{a0}: ", "réglage «\u{202f}publisher\u{202f}»", "aide\u{a0}: "] {
        assert!(drawn.contains(part), "{part}: {drawn}");
    }
    let row = |file: &str| draw(&Diagnostic::new(codes::FAR_DATE).file(file).row(63), &words, false);
    assert!(row("c/sources/a.csv").contains(", ligne 63 (sans compter l’en-tête)"));
    assert!(row("c/sources/a.json.gz").contains(", entrée 63"));
    // What is empty leaves neither a space nor a missing full stop behind.
    assert!(Diagnostic::new(codes::FILE_CHANGED).arg("detail", "").message(&words).ends_with("publication."));
    assert!(Diagnostic::new(codes::FILE_CHANGED).arg("detail", "x").message(&words).ends_with("publication. x"));
    assert!(Diagnostic::new(codes::UNRECOGNISED).hint(&words).ends_with("`sources:`."));
    // English words of the code are none of the message.
    for (language, kind) in [("en", "e-mail addresses"), ("fr", "adresses électroniques"), ("es", "correos electrónicos")] {
        let said = Diagnostic::new(codes::PERSONAL_FOUND).arg("kind", "email").message(&Words::diagnostics(language));
        assert!(said.contains(kind), "{said}");
    }
}
