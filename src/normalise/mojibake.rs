//! Texts that were decoded wrongly before they reached us: told with an example and the likely cause, never changed silently.
//!
//! `find` only looks. `repair` turns a text back, where an archive asks for it, and only where nothing is guessed: every damaged
//! place must read as whole characters again, the characters must be ones that people write here, and no trace may be left.

use encoding_rs::{MACINTOSH, WINDOWS_1252};

/// What probably happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// UTF-8 read as Windows-1252 or ISO-8859-1 (`Ã©` for é).
    Windows1252,
    /// UTF-8 read as MacRoman (`√©` for é).
    MacRoman,
    /// Windows-1252 or ISO-8859-1 read as MacRoman (`È` for é).
    LatinAsMac,
    /// Windows-1252 read as ISO-8859-1 (an invisible control character for ’).
    WindowsAsLatin,
    /// Bytes that could not be read were replaced (`�`).
    Replaced,
}

impl Cause {
    /// As messages name it.
    pub fn name(self) -> &'static str {
        match self {
            Cause::Windows1252 => "UTF-8 → Windows-1252",
            Cause::MacRoman => "UTF-8 → MacRoman",
            Cause::LatinAsMac => "Windows-1252 → MacRoman",
            Cause::WindowsAsLatin => "Windows-1252 → ISO-8859-1",
            Cause::Replaced => "� (U+FFFD)",
        }
    }

    /// As the words of themes name the rule that mends it.
    pub fn rule(self) -> &'static str {
        match self {
            Cause::Windows1252 => "utf8-windows",
            Cause::MacRoman => "utf8-mac",
            Cause::LatinAsMac => "windows-mac",
            Cause::WindowsAsLatin => "windows-latin",
            Cause::Replaced => "none",
        }
    }
}

/// Looks for damage; gives the words around the first place.
pub fn find(text: &str) -> Option<(Cause, String)> {
    let (at, cause) = first(text)?;
    let start = text[..at].char_indices().rev().nth(14).map_or(0, |(start, _)| start);
    let end = text[at..].char_indices().nth(15).map_or(text.len(), |(end, _)| at + end);
    Some((cause, text[start..end].split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// The first damaged place and its cause.
fn first(text: &str) -> Option<(usize, Cause)> {
    if text.is_ascii() {
        return None;
    }
    let mut before = None;
    let mut doubtful = None;
    let mut capitals = 0;
    for (at, c) in text.char_indices() {
        if !c.is_ascii() {
            match cause_at(before, c, &text[at + c.len_utf8()..]) {
                // These two are told by a single character: they give way to the others, and the whole text must agree.
                Some(cause @ (Cause::LatinAsMac | Cause::WindowsAsLatin)) => {
                    capitals += usize::from(cause == Cause::LatinAsMac);
                    doubtful = doubtful.or(Some((at, cause)));
                }
                Some(cause) => return Some((at, cause)),
                None => {}
            }
        }
        before = Some(c);
    }
    // One capital inside a word may be a slip of the hand or a lost space ("St GenÍs", "parqueÁrea"), two and no sound letter are not.
    doubtful.filter(|(_, cause)| *cause == Cause::WindowsAsLatin || (capitals > 1 && latin_as_mac(text).is_some()))
}

/// Whether a damaged place begins at `c`. Lead bytes of UTF-8 show as Ã, Â, â… (Windows-1252) or √, ¬, ‚… (MacRoman), and
/// what follows must be a byte that can follow them.
fn cause_at(before: Option<char>, c: char, rest: &str) -> Option<Cause> {
    let mut after = rest.chars();
    let next = after.next().unwrap_or(' ');
    let then = after.next().unwrap_or(' ');
    let after_letter = before.is_some_and(char::is_alphanumeric);
    let after_capital = before.is_some_and(char::is_uppercase);
    match c {
        '\u{fffd}' => Some(Cause::Replaced),
        // In Portuguese a word may end in Ã, and a quotation or sentence with it (`«MANHû`).
        'Ã' if after_capital && "»«\u{a0}".contains(next) => None,
        'Ã' if after_capital && "”–—…".contains(next) && !then.is_alphabetic() => None,
        'Ã' if continues(next, windows_byte) => Some(Cause::Windows1252),
        'Â' if continues(next, windows_byte) && !next.is_control() && !"€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".contains(next) => {
            Some(Cause::Windows1252)
        }
        // Programs make ordinary spaces of hard ones: then a letter is lost, and the place can only be told.
        'Ã' if next == ' ' && !after_capital => Some(Cause::Windows1252),
        'Â' if next == ' ' && after_letter && !after_capital => Some(Cause::Windows1252),
        'â' if "€‚„".contains(next) && (next == '€' || continues(then, windows_byte)) => Some(Cause::Windows1252),
        'â' if next == '\u{80}' && continues(then, windows_byte) => Some(Cause::Windows1252),
        'Å' if "“’\u{92}\u{93}".contains(next) && then.is_alphabetic() => Some(Cause::Windows1252),
        'ð' if next == 'Ÿ' || next == '\u{9f}' => Some(Cause::Windows1252),
        // √π and ¬∞ are also mathematics; inside a word or after a number they are not.
        '√' if "∂∑∏πΩ∞".contains(next) => after_letter.then_some(Cause::MacRoman),
        '¬' if next == '∞' && "CF".contains(then) => Some(Cause::MacRoman),
        '¬' if "∂∑∏πΩ∞≤≥≠".contains(next) => after_letter.then_some(Cause::MacRoman),
        '√' if continues(next, mac_byte) => Some(Cause::MacRoman),
        '¬' if mac_byte(next).is_some_and(|byte| !next.is_ascii() && (0xa0..0xc0).contains(&byte)) => Some(Cause::MacRoman),
        '‚' if "ÄÇÑ".contains(next) && continues(then, mac_byte) => Some(Cause::MacRoman),
        '≈' if "ìí".contains(next) && then.is_alphabetic() => Some(Cause::MacRoman),
        '\u{f8ff}' if next == 'ü' => Some(Cause::MacRoman),
        'È' | 'Ë' | 'Í' | 'Î' | 'Ï' | 'Ì' | 'Ó' | 'Ô' | 'Ò' | 'Ú' | 'Û' | 'Ù' | 'Á' | 'Â' | 'Ê'
            if before.is_some_and(|c| c.is_ascii_lowercase()) && !next.is_uppercase() =>
        {
            Some(Cause::LatinAsMac)
        }
        // U+0085 is also a line end.
        '\u{80}'..='\u{9f}' if c != '\u{85}' && windows_of_control(c).is_some() => Some(Cause::WindowsAsLatin),
        _ => None,
    }
}

/// Whether a character stands for a byte that continues a character of UTF-8.
fn continues(c: char, byte: fn(char) -> Option<u8>) -> bool {
    !c.is_ascii() && byte(c).is_some_and(|byte| (0x80..0xc0).contains(&byte))
}

/// The byte a character had in Windows-1252, or in ISO-8859-1 for the controls that only that has.
fn windows_byte(c: char) -> Option<u8> {
    u8::try_from(u32::from(c)).ok().or_else(|| byte_in(WINDOWS_1252, c))
}

fn mac_byte(c: char) -> Option<u8> {
    byte_in(MACINTOSH, c)
}

fn byte_in(encoding: &'static encoding_rs::Encoding, c: char) -> Option<u8> {
    let mut buffer = [0; 4];
    let (bytes, _, unmappable) = encoding.encode(c.encode_utf8(&mut buffer));
    match (unmappable, &*bytes) {
        (false, [byte]) => Some(*byte),
        _ => None,
    }
}

/// What a control character of ISO-8859-1 is in Windows-1252.
fn windows_of_control(c: char) -> Option<char> {
    let byte = u8::try_from(u32::from(c)).ok()?;
    let bytes = [byte];
    let decoded = WINDOWS_1252.decode_without_bom_handling(&bytes).0;
    decoded.chars().next().filter(|windows| *windows != c)
}

/// The text as it was before it was decoded wrongly, and the first cause; nothing where there is no damage, or where it cannot be
/// turned back whole and without a guess.
pub fn repair(text: &str) -> Option<(Cause, String)> {
    let (_, cause) = first(text)?;
    let mut mended = inverted(text, cause)?;
    // Some texts went through the same mistake twice.
    for _ in 0..2 {
        match first(&mended) {
            Some((_, next)) => mended = inverted(&mended, next)?,
            None => return Some((cause, mended)),
        }
    }
    None
}

fn inverted(text: &str, cause: Cause) -> Option<String> {
    match cause {
        Cause::Windows1252 => utf8_again(text, cause, windows_byte),
        Cause::MacRoman => utf8_again(text, cause, mac_byte),
        Cause::LatinAsMac => latin_as_mac(text),
        Cause::WindowsAsLatin => Some(text.chars().map(|c| windows_of_control(c).unwrap_or(c)).collect()),
        Cause::Replaced => None,
    }
}

/// Reads the runs of letters beyond ASCII as UTF-8 again. All of them, where all can be; else only the damaged ones: then the text
/// was put together from damaged and sound parts, and the sound ones stay.
fn utf8_again(text: &str, cause: Cause, byte: fn(char) -> Option<u8>) -> Option<String> {
    let runs = runs(text);
    let again: Vec<Option<String>> = runs.iter().map(|run| decoded(&text[run.clone()], byte)).collect();
    let whole = again.iter().all(Option::is_some);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (run, again) in runs.into_iter().zip(again) {
        out.push_str(&text[done..run.start]);
        done = run.end;
        let piece = &text[run.clone()];
        let damaged = whole
            || piece.char_indices().any(|(at, c)| {
                let place = run.start + at;
                cause_at(text[..place].chars().next_back(), c, &text[place + c.len_utf8()..]) == Some(cause)
            });
        match again {
            Some(again) if damaged => out.push_str(&again),
            None if damaged => return None,
            _ => out.push_str(piece),
        }
    }
    out.push_str(&text[done..]);
    Some(out)
}

/// The runs of characters beyond ASCII.
fn runs(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end += c.len_utf8(),
            None => runs.push(at..at + c.len_utf8()),
        }
    }
    runs
}

fn decoded(run: &str, byte: fn(char) -> Option<u8>) -> Option<String> {
    let bytes: Vec<u8> = run.chars().map(byte).collect::<Option<_>>()?;
    String::from_utf8(bytes).ok().filter(|text| text.chars().all(is_written_here))
}

/// Characters that texts in Latin letters hold: what else comes out was no damage (’é read as MacRoman would be a letter of Armenian).
fn is_written_here(c: char) -> bool {
    matches!(c, '\u{a0}'..='\u{17f}' | 'ƒ' | 'ˆ' | '˜' | '\u{300}'..='\u{36f}' | '\u{2009}'..='\u{2044}' | '\u{20a0}'..='\u{20bf}'
        | '\u{2100}'..='\u{23ff}' | '\u{25a0}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{fb01}' | '\u{fb02}' | '\u{feff}' | '\u{fe0f}'
        | '\u{1f000}'..='\u{1faff}')
}

/// Letters and signs of French, Spanish and Catalan beyond ASCII that Windows-1252 has.
const LATIN: &str = "àâäáçéèêëîïíôöóòùûüúÿñœÀÂÄÁÇÉÈÊËÎÏÍÔÖÓÒÙÛÜÚŸÑŒ«»‘’“”–—…€°ºª·¿¡§²³½\u{a0}";

/// A text in Windows-1252 that was read as MacRoman: all of it becomes letters of our languages, none of them a capital inside a word.
fn latin_as_mac(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
            continue;
        }
        let bytes = [mac_byte(c)?];
        let letter = WINDOWS_1252.decode_without_bom_handling(&bytes).0.chars().next()?;
        let inside = out.ends_with(|before: char| before.is_lowercase());
        if !LATIN.contains(letter) || (inside && letter.is_uppercase()) {
            return None;
        }
        out.push(letter);
    }
    Some(out)
}

#[cfg(test)]
#[path = "mojibake_tests.rs"]
mod tests;
