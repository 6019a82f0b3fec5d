//! Plates of vehicles: the French form since 2009 (AA-123-AA, without I, O, U) and the one before (1234 AB 75), Belgian ones; those of other
//! countries where the text speaks of a vehicle.

use std::sync::LazyLock;

use regex::Regex;

use super::{Kind, Place, alone, follows, near};

pub struct Plate;

static FORMS: LazyLock<Option<[Regex; 2]>> = LazyLock::new(|| {
    let letters = "[A-HJ-NP-TV-Z]{2}";
    let sure = format!(
        r"{letters}[ _-]?\d{{3}}[ _-]?{letters}|(?i:{letters}-\d{{3}}-{letters})|\d{{2,4}}[ -][A-HJ-NP-TV-Z]{{2,3}}[ -](?:\d{{2}}|2A|2B)|[1-9]-[A-Z]{{3}}-\d{{3}}"
    );
    // Spain, United Kingdom, Germany, Switzerland, Portugal, old French ones without gaps, small letters.
    let cued = r"\d{4}[ -]?[B-DF-HJ-NP-TV-Z]{3}|[A-Z]{2}\d{2}[ -]?[A-Z]{3}|[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ -]?\d{1,4}[EH]?|[A-Z]{2} ?\d{4,6}|[A-Z]{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|\d{1,4}[A-Z]{2,3}\d{2}|(?i:[a-hj-np-tv-z]{2}[ .]?\d{3}[ .]?[a-hj-np-tv-z]{2})|[A-Z0-9]{1,4}[ -][A-Z0-9]{2,4}[ -][A-Z0-9]{1,3}|[A-Z] [A-Z] ?- ?\d \d \d ?- ?[A-Z] [A-Z]";
    Some([Regex::new(&sure).ok()?, Regex::new(cued).ok()?])
});

/// Words of vehicles.
const CUES: &[&str] = &[
    "plaque",
    "immatricul",
    "matrícula",
    "matricula",
    "voiture",
    "véhicule",
    "vehicule",
    "wohnmobil",
    " van ",
    " reg ",
    "autocar",
    "vehicle",
    "registration",
    "number plate",
    "licence plate",
    "license plate",
    "my car",
    "kennzeichen",
    "fahrzeug",
    "mein auto",
    "coche",
    "camion",
    "fourgon",
    "scooter",
    "moto",
    "targa",
    "veicolo",
    "carro",
    "nummerplaat",
    "kenteken",
    "quad",
    "4l ",
    "tracteur",
];

/// Words before what only looks like a plate.
const OTHER: &[&str] = &[
    "norme",
    "projet",
    "parcelle",
    "section",
    "cadastr",
    "référence",
    "reference",
    "réf",
    "modèle",
    "lot ",
    "dossier",
    "ticket",
    "policy",
    "code ape",
    "iso",
];

impl Kind for Plate {
    fn id(&self) -> &'static str {
        "plate"
    }

    fn digits(&self) -> usize {
        1
    }

    fn find(&self, text: &str) -> Vec<Place> {
        let Some([sure, cued]) = &*FORMS else { return Vec::new() };
        let whole = |at: &std::ops::Range<usize>| alone(text, at, |c| c.is_alphanumeric() || c == '-') && !follows(text, at.start, 16, OTHER);
        let mut found: Vec<_> = sure.find_iter(text).map(|found| found.range()).filter(whole).collect();
        let mixed =
            |at: &std::ops::Range<usize>| text[at.clone()].contains(|c: char| c.is_ascii_digit()) && text[at.clone()].contains(char::is_alphabetic);
        found.extend(cued.find_iter(text).map(|found| found.range()).filter(|at| whole(at) && mixed(at) && near(text, at, 40, CUES)));
        found.sort_by_key(|at| at.start);
        found.into_iter().map(Place::from).collect()
    }
}
