//! Texts that were decoded wrongly before they reached us: told with an example and the likely cause, never changed silently.

/// What probably happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// UTF-8 read as Windows-1252 (`Ã©` for é).
    Windows1252,
    /// UTF-8 read as MacRoman (`√©` for é).
    MacRoman,
    /// Bytes that could not be read were replaced (`�`).
    Replaced,
}

impl Cause {
    /// As messages name it.
    pub fn name(self) -> &'static str {
        match self {
            Cause::Windows1252 => "UTF-8 → Windows-1252",
            Cause::MacRoman => "UTF-8 → MacRoman",
            Cause::Replaced => "� (U+FFFD)",
        }
    }
}

/// Beginnings that two-byte characters of Latin languages leave, and what may follow them.
const WINDOWS: (char, &str) = ('Ã', "©¨ª«¢§®¯´¹»¼±³¡\u{a0}\u{AD}º²¤¶‰€‡Š");
const MAC: (char, &str) = ('√', "©®™´¢ß°±≥≠∫¥¨∞º†∂ª≤¶≈¡£ÅÄâÇà");

/// Looks for damage; gives the words around the first place.
pub fn find(text: &str) -> Option<(Cause, String)> {
    // Almost all texts hold none of the three first characters.
    if !text.contains([WINDOWS.0, MAC.0, '\u{fffd}', 'â']) {
        return None;
    }
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next();
        let follows = |set: &str| next.is_some_and(|next| set.contains(next));
        let cause = match c {
            '\u{fffd}' => Cause::Replaced,
            'Ã' if follows(WINDOWS.1) => Cause::Windows1252,
            '√' if follows(MAC.1) => Cause::MacRoman,
            'â' if text[at..].starts_with("â€") => Cause::Windows1252,
            _ => continue,
        };
        let start = text[..at].char_indices().rev().nth(14).map_or(0, |(start, _)| start);
        let end = text[at..].char_indices().nth(15).map_or(text.len(), |(end, _)| at + end);
        return Some((cause, text[start..end].split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_seen_and_sound_text_is_not() {
        assert_eq!(find("la forÃªt dâ€™hiver").map(|f| f.0), Some(Cause::Windows1252));
        assert_eq!(find("participaci√≥n").map(|f| f.0), Some(Cause::MacRoman));
        assert_eq!(find("caf\u{fffd}").map(|f| f.0), Some(Cause::Replaced));
        for sound in ["ÇA VA À LÀ", "SÃO PAULO", "√2 est irrationnel", "château", "une théorie âgée"] {
            assert_eq!(find(sound), None, "{sound}");
        }
    }
}
