//! Colours of the archive's own: put behind the theme's style sheet, and held against each other (WCAG 2.2, 1.4.3 and 1.4.11).

use std::fmt::Write;

use crate::archive::Colours;
use crate::diagnose::{Arg, Diagnostic, Diagnostics, YamlText, codes};

/// The theme's own colours, for the light and for the dark: those that are held against each other.
const THEME: [(&str, &str, &str); 7] = [
    ("paper", "#ffffff", "#14171b"),
    ("tint", "#f3f5f6", "#1d2227"),
    ("ink", "#1b1f24", "#e6e8ea"),
    ("soft", "#555d67", "#a8b0b9"),
    ("accent", "#14507a", "#8fc6ef"),
    ("for", "#1d6f8f", "#4fa9c8"),
    ("against", "#b3541e", "#e08c52"),
];

/// Which colour must stand out from which ground, and by how much: 4.5 for text, 3 for drawings.
const PAIRS: [(&str, &str, &str, f64); 8] = [
    ("ink-paper", "ink", "paper", 4.5),
    ("ink-tint", "ink", "tint", 4.5),
    ("soft-paper", "soft", "paper", 4.5),
    ("soft-tint", "soft", "tint", 4.5),
    ("accent-paper", "accent", "paper", 4.5),
    ("accent-tint", "accent", "tint", 4.5),
    ("for-paper", "for", "paper", 3.0),
    ("against-paper", "against", "paper", 3.0),
];

type Rgb = [u8; 3];

/// Two colours held against each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Contrast {
    /// `light` or `dark`.
    pub scheme: &'static str,
    /// The pair.
    pub name: &'static str,
    /// Contrast, 1 to 21.
    pub ratio: f64,
    /// What it must be.
    pub least: f64,
    front: (&'static str, Rgb),
    back: Rgb,
}

impl Contrast {
    /// Whether it is enough.
    pub fn enough(&self) -> bool {
        self.ratio >= self.least
    }
}

/// All pairs with the archive's colours; what is no colour counts as the theme's.
pub fn contrasts(colours: &Colours) -> Vec<Contrast> {
    let mut found = Vec::new();
    for (scheme, palette, dark) in [("light", &colours.light, false), ("dark", &colours.dark, true)] {
        let colour = |name: &str| {
            let own = palette.given().find(|(given, _)| *given == name).and_then(|(_, text)| parse(text));
            let theme = THEME.iter().find(|(given, ..)| *given == name).and_then(|(_, light, night)| parse(if dark { night } else { light }));
            own.or(theme).unwrap_or_default()
        };
        for (name, front, back, least) in PAIRS {
            let (a, b) = (colour(front), colour(back));
            found.push(Contrast { scheme, name, ratio: ratio(a, b), least, front: (front, a), back: b });
        }
    }
    found
}

/// Says which colours are none, and which are too near each other, with one that would do.
pub fn check_colours(colours: &Colours, yaml: &YamlText, diagnostics: &mut Diagnostics) {
    let file = "content/archive.yaml";
    let given = colours.light.given().map(|given| ("light", given)).chain(colours.dark.given().map(|given| ("dark", given)));
    for (scheme, (name, text)) in given.filter(|(_, (_, text))| parse(text).is_none()) {
        diagnostics.push(
            Diagnostic::new(codes::BAD_VALUE)
                .file(file)
                .column("colours")
                .arg("value", text)
                .arg("near", "#14507a")
                .at_key(yaml, &format!("appearance/colours/{scheme}/{name}")),
        );
    }
    let pairs = contrasts(colours);
    let mut told: Vec<(&str, &str)> = Vec::new();
    for pair in pairs.iter().filter(|pair| !pair.enough()) {
        let name = (pair.scheme, pair.front.0);
        if told.contains(&name) {
            continue;
        }
        told.push(name);
        let grounds: Vec<&Contrast> = pairs.iter().filter(|other| (other.scheme, other.front.0) == name).collect();
        let worst = grounds.iter().min_by(|a, b| a.ratio.total_cmp(&b.ratio)).map_or(pair.ratio, |worst| worst.ratio);
        let written = format!("#{:02x}{:02x}{:02x}", pair.front.1[0], pair.front.1[1], pair.front.1[2]);
        diagnostics.push(
            Diagnostic::new(codes::CONTRAST)
                .file(file)
                .column(format!("{}.{}", pair.scheme, pair.front.0))
                .arg("value", &written)
                .arg("id", format!("{}.{}", pair.scheme, pair.front.0))
                .arg("form", Arg::decimal(worst, 2))
                .arg("known", Arg::decimal(pair.least, 1))
                .arg("near", proposal(pair.front.1, &grounds))
                .at_key(yaml, &format!("appearance/colours/{}/{}", pair.scheme, pair.front.0)),
        );
    }
}

/// The nearest colour that is enough on all these grounds: made darker or lighter step by step, away from them; nothing where none is.
fn proposal(colour: Rgb, grounds: &[&Contrast]) -> String {
    let dark = grounds.first().is_some_and(|ground| luminance(ground.back) > 0.18);
    let towards: Rgb = if dark { [0; 3] } else { [255; 3] };
    // Both parts are below 255 × 100.
    let mixed = |share: u32| -> Rgb { [0, 1, 2].map(|at| ((u32::from(colour[at]) * (100 - share) + u32::from(towards[at]) * share) / 100) as u8) };
    let found = (0..=100).map(mixed).find(|colour| grounds.iter().all(|ground| ratio(*colour, ground.back) >= ground.least));
    found.map_or_else(String::new, |[r, g, b]| format!("#{r:02x}{g:02x}{b:02x}"))
}

/// The style sheet with the archive's colours behind it.
pub fn stylesheet(theme: &[u8], colours: &Colours) -> Vec<u8> {
    let rules = |palette: &crate::archive::Palette| {
        let mut text = String::new();
        for (name, colour) in palette.given().filter(|(_, colour)| parse(colour).is_some()) {
            // Writing into a string cannot fail.
            let _ = write!(text, "--{name}:{colour};");
        }
        text
    };
    let (light, dark) = (rules(&colours.light), rules(&colours.dark));
    let mut bytes = theme.to_vec();
    // Paper keeps the theme's colours: these rules hold for screens.
    if !light.is_empty() {
        bytes.extend(format!("@media screen{{:root{{{light}}}}}\n").bytes());
    }
    if !dark.is_empty() {
        bytes.extend(format!("@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n").bytes());
    }
    bytes
}

/// `#14507a` or `#fff`.
fn parse(text: &str) -> Option<Rgb> {
    let digits = text.strip_prefix('#').filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let pair = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    match digits.len() {
        6 => Some([pair(0)?, pair(2)?, pair(4)?]),
        3 => {
            let one = |at: usize| u8::from_str_radix(&digits[at..=at], 16).ok().map(|digit| digit * 17);
            Some([one(0)?, one(1)?, one(2)?])
        }
        _ => None,
    }
}

/// Relative luminance (WCAG 2.2).
fn luminance(colour: Rgb) -> f64 {
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(colour[0]) + 0.7152 * part(colour[1]) + 0.0722 * part(colour[2])
}

/// Contrast of two colours, 1 to 21 (WCAG 2.2).
fn ratio(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::Palette;
    use proptest::prelude::*;

    #[test]
    fn known_contrasts() {
        assert!((ratio([0; 3], [255; 3]) - 21.0).abs() < 0.01);
        assert!((ratio([0x76; 3], [255; 3]) - 4.54).abs() < 0.01);
        assert_eq!(parse("#fff"), Some([255; 3]));
        assert_eq!(parse("red"), None);
    }

    #[test]
    fn the_theme_is_the_style_sheet_and_passes() {
        let css = include_str!("../../themes/civic/static/greffe.css");
        let (light, rest) = css.split_once("@media (prefers-color-scheme: dark)").unwrap();
        for (name, day, night) in THEME {
            let short = if day == "#ffffff" { "#fff" } else { day };
            assert!(light.contains(&format!("--{name}: {short};")), "{name}: {day} is not the style sheet's");
            assert!(rest.contains(&format!("--{name}: {night};")), "{name}: {night} is not the style sheet's");
        }
        assert!(contrasts(&Colours::default()).iter().all(Contrast::enough));
    }

    #[test]
    fn failing_pairs_are_told_with_a_proposal() {
        let colours = Colours { light: Palette { accent: Some("#ffcc00".into()), ..Palette::default() }, ..Colours::default() };
        let mut diagnostics = Diagnostics::default();
        check_colours(&colours, &YamlText::default(), &mut diagnostics);
        assert_eq!(diagnostics.iter().map(|d| d.code.id).collect::<Vec<_>>(), ["contrast"]);
        let css = String::from_utf8(stylesheet(b"", &colours)).unwrap();
        assert_eq!(css, "@media screen{:root{--accent:#ffcc00;}}\n");
    }

    proptest! {
        #[test]
        fn every_proposal_is_enough(front: [u8; 3], back: [u8; 3]) {
            let least = 4.5;
            let contrast = Contrast { scheme: "light", name: "x", ratio: ratio(front, back), least, front: ("accent", front), back };
            let proposal = parse(&proposal(front, &[&contrast])).unwrap();
            // Against a middle grey neither black nor white may reach 4.5 by much; both sides of 0.18 reach it.
            prop_assert!(ratio(proposal, back) >= least);
        }
    }
}
