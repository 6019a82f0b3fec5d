//! Damage is made here the way platforms and spreadsheets make it, and must come off again.

use super::*;
use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};
use proptest::prelude::*;

/// A text read in an encoding that is not its own.
fn misread(bytes: &[u8], encoding: &'static Encoding) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

fn windows(text: &str) -> String {
    misread(text.as_bytes(), WINDOWS_1252)
}

fn mac(text: &str) -> String {
    misread(text.as_bytes(), MACINTOSH)
}

fn latin1(text: &str) -> String {
    text.bytes().map(char::from).collect()
}

/// Windows-1252 read as MacRoman.
fn windows_as_mac(text: &str) -> String {
    misread(&WINDOWS_1252.encode(text).0, MACINTOSH)
}

#[test]
fn damage_is_seen_and_sound_text_is_not() {
    let cause = |text: &str| find(text).map(|found| found.0);
    assert_eq!(cause("la forÃªt dâ€™hiver"), Some(Cause::Windows1252));
    assert_eq!(cause("participaci√≥n"), Some(Cause::MacRoman));
    assert_eq!(cause("le cafÈ franÁais"), Some(Cause::LatinAsMac));
    assert_eq!(cause("l\u{92}eau"), Some(Cause::WindowsAsLatin));
    assert_eq!(cause("caf\u{fffd}"), Some(Cause::Replaced));
    for sound in SOUND {
        assert_eq!(find(sound), None, "{sound}");
        assert_eq!(repair(sound), None, "{sound}");
    }
}

/// Texts that look a little like damage.
const SOUND: &[&str] = &[
    "ÇA VA À LÀ",
    "SÃO PAULO",
    "«A IRMû e a MANHÃ\u{a0}!",
    "√2 est irrationnel, √π aussi",
    "¬∞ et √∞ : de la logique",
    "château",
    "une théorie âgée",
    "l’école d’été — à bientôt",
    "«À l’ÉTÉ»",
    "ÂGE ET ŒUVRE",
    "col·legi, l·l",
    "¿Qué? ¡Ñandú! 3º 25 °C",
    "iÉcole, deÉtat",
    "En el parqueÁrea infantil",
    "St GenÍs dels Agudells",
    "Ångström, Å “b”",
    "прием, καλημέρα, 日本, 😀",
    "",
];

#[test]
fn each_damage_comes_off() {
    let text = "« L’œuvre d’été : à 3 € — où ça ? » NOËL, ÎLE, ÀÇÉÈ…";
    assert_eq!(repair(&windows(text)), Some((Cause::Windows1252, text.to_owned())));
    assert_eq!(repair(&latin1(text)), Some((Cause::Windows1252, text.to_owned())));
    assert_eq!(repair(&mac(text)), Some((Cause::MacRoman, text.to_owned())));
    let spanish = "¿Qué pasó en Ávila? ¡Más árboles y niños, según el 1º plan! «Así» – ÍNDICE 😀 👍🏽";
    assert_eq!(repair(&windows(spanish)).map(|r| r.1).as_deref(), Some(spanish));
    assert_eq!(repair(&mac(spanish)).map(|r| r.1).as_deref(), Some(spanish));
    let old = "L’œuvre d’été : où ça ? Más árboles, participación.";
    assert_eq!(repair(&windows_as_mac(old)), Some((Cause::LatinAsMac, old.to_owned())));
    assert_eq!(repair("l\u{92}eau \u{96} 3 \u{80}"), Some((Cause::WindowsAsLatin, "l’eau – 3 €".to_owned())));
    // Twice the same mistake.
    assert_eq!(repair(&windows(&windows("été"))).map(|r| r.1).as_deref(), Some("été"));
}

#[test]
fn sound_parts_of_a_damaged_text_stay() {
    assert_eq!(repair("été, puis forÃªt").map(|r| r.1).as_deref(), Some("été, puis forêt"));
    assert_eq!(repair("l’école, participaci√≥n").map(|r| r.1).as_deref(), Some("l’école, participación"));
}

#[test]
fn what_cannot_be_turned_back_whole_stays() {
    // A cut character, an exchanged one, a lost one.
    for lost in ["la forÃªt, la forÃ", "dÃ©jÃ  vu Ã© Ã", "caf\u{fffd} forÃªt", "forÃªtÃ©a«Ã©"] {
        if let Some((_, mended)) = repair(lost) {
            assert_eq!(find(&mended), None, "{lost} → {mended}");
        }
    }
    assert_eq!(repair("caf\u{fffd} forÃªt"), None);
    assert_eq!(repair("ça «√©"), None);
    // The hard space of à became an ordinary one.
    assert_eq!(find("des arbres Ã la lisiÃ¨re").map(|found| found.0), Some(Cause::Windows1252));
    assert_eq!(repair("des arbres Ã la lisiÃ¨re"), None);
}

/// Words of our three languages, each with a letter beyond ASCII or a sign.
const WORDS: &str = "à où déjà été forêt français naïf Noël œuvre cœur aiguë bûche gîte l’école d’été « Où » ça ? île L’Œil 3º 25 °C 10 € \
    participación año niño ¿Qué? ¡Más! pingüino Ávila árbol según allí Índice Ñandú col·legi ciutadà procés què això raó únic \
    Àrea Òmnium ÉTÉ FORÊT AÑO ADOPCIÓ AIXÒ ELS CATALÀ «oui» “no” (été) — – … no-one b c 12 à/à m² mère-là 😀";

fn sound() -> impl Strategy<Value = String> {
    let words: Vec<&'static str> = WORDS.split(' ').collect();
    let separator = prop::sample::select(vec![" ", ", ", ".\n", "\n\n", " : ", "\u{a0}: ", "\u{202f}? ", " ; "]);
    prop::collection::vec((prop::sample::select(words), separator), 1..30)
        .prop_map(|pieces| pieces.into_iter().map(|(word, separator)| format!("{word}{separator}")).collect())
}

proptest! {
    #[test]
    fn a_sound_text_is_not_changed(text in sound()) {
        prop_assert_eq!(find(&text), None);
        prop_assert_eq!(repair(&text), None);
    }

    #[test]
    fn what_was_damaged_is_as_it_was(text in sound()) {
        for damaged in [windows(&text), latin1(&text), mac(&text)] {
            let mended = repair(&damaged).map_or_else(|| damaged.clone(), |(_, mended)| mended);
            prop_assert_eq!(&mended, &text, "{}", damaged);
        }
    }

    #[test]
    fn anything_at_all_is_mended_once_and_for_all(text in "\\PC{0,30}|[ÃÂâ€™√¬‚Ä©é\u{80}-\u{9f}a-zÈ»«]{0,20}") {
        if let Some((_, mended)) = repair(&text) {
            prop_assert_eq!(find(&mended), None);
            prop_assert_eq!(repair(&mended), None);
        }
    }

    #[test]
    fn old_texts_read_as_mac_come_off(words in prop::collection::vec(prop::sample::select(
        vec!["été", "où", "l’école", "français", "participación", "año", "ciutadà", "À", "Où", "a", "12"]), 1..20)) {
        let text = words.join(" ");
        let damaged = windows_as_mac(&text);
        match repair(&damaged) {
            Some((_, mended)) => prop_assert_eq!(mended, text),
            // Told by a capital after a small letter only: without one nothing is seen, and nothing changed.
            None => prop_assert!(find(&damaged).is_none()),
        }
    }
}
