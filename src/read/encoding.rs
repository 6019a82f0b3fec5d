//! Encodings: found by looking at the bytes, reported when they are a guess.

use std::borrow::Cow;
use std::io::Read;

use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::dos;

/// What the bytes of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detected {
    /// The encoding.
    pub encoding: &'static Encoding,
    /// A byte order mark or the validity of the whole file leaves no doubt.
    pub certain: bool,
    /// Bytes of the mark to skip.
    pub mark: usize,
    /// Its bytes are of code page 850, and become UTF-8 while they are read.
    pub dos: bool,
}

impl Detected {
    /// An encoding of the web.
    pub fn new(encoding: &'static Encoding, certain: bool, mark: usize) -> Self {
        Self { encoding, certain, mark, dos: false }
    }

    /// Name for messages.
    pub fn name(&self) -> &'static str {
        if self.dos { dos::NAME } else { self.encoding.name() }
    }
}

/// Looks at all bytes once, without keeping them.
pub fn detect(mut reader: impl Read) -> std::io::Result<Detected> {
    let mut buffer = vec![0u8; 256 * 1024];
    let mut filled = 0;
    let mut first = true;
    // The bytes from the first that is not UTF-8 on, up to a limit: what the guess is made of.
    let mut suspects: Option<Vec<u8>> = None;
    let mut mark = 0;
    loop {
        let read = reader.read(&mut buffer[filled..])?;
        let end = filled + read;
        if first && (end >= 3 || read == 0) {
            first = false;
            match Encoding::for_bom(&buffer[..end]) {
                Some((encoding, length)) if encoding == UTF_8 => mark = length,
                Some((encoding, length)) => return Ok(Detected::new(encoding, true, length)),
                None => {
                    if let Some(encoding) = utf16_without_mark(&buffer[..end]) {
                        return Ok(Detected::new(encoding, false, 0));
                    }
                }
            }
        }
        if let Some(kept) = &mut suspects {
            kept.extend_from_slice(&buffer[..end]);
            filled = 0;
            if read == 0 || kept.len() > 8 * 1024 * 1024 {
                return Ok(guessed(kept, mark));
            }
            continue;
        }
        match simdutf8::compat::from_utf8(&buffer[..end]) {
            Ok(_) => filled = 0,
            // A character cut by the buffer's end: keep its beginning for the next turn.
            Err(error) if error.error_len().is_none() && read > 0 && end - error.valid_up_to() < 4 => {
                buffer.copy_within(error.valid_up_to()..end, 0);
                filled = end - error.valid_up_to();
            }
            Err(error) => {
                let from = error.valid_up_to().saturating_sub(64);
                suspects = Some(buffer[from..end].to_vec());
                filled = 0;
            }
        }
        if read == 0 {
            return match suspects {
                Some(kept) => Ok(guessed(&kept, mark)),
                None => Ok(Detected::new(UTF_8, true, mark)),
            };
        }
    }
}

/// Whether bytes that hold zeros are text of 16 bits a character, and not a picture or a program.
pub fn is_utf16(head: &[u8]) -> bool {
    utf16(head).is_some()
}

/// The order of bytes of text of 16 bits a character.
pub fn utf16(head: &[u8]) -> Option<&'static Encoding> {
    match Encoding::for_bom(head) {
        Some((encoding, _)) => (encoding != UTF_8).then_some(encoding),
        None => utf16_without_mark(head),
    }
}

/// UTF-16 shows as a zero in nearly every second byte of Latin text.
fn utf16_without_mark(head: &[u8]) -> Option<&'static Encoding> {
    let head = &head[..head.len().min(512) & !1];
    if head.len() < 8 {
        return None;
    }
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|&&b| b == 0).count() * 10;
    let pairs = head.len() / 2;
    if zeros(1) > pairs * 6 && zeros(0) < pairs {
        Some(UTF_16LE)
    } else if zeros(0) > pairs * 6 && zeros(1) < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// A mark of UTF-8 is one only where the text is UTF-8.
fn guessed(bytes: &[u8], mark: usize) -> Detected {
    let encoding = guess(bytes);
    let mut detected = Detected::new(encoding, false, if encoding == UTF_8 { mark } else { 0 });
    // Read as anything else, letters of DOS are signs: only a clear majority of letters decides for it.
    let written = |encoding| likely(&encoding_text(bytes, encoding));
    let old = likely(&dos::decode(start(bytes)));
    if encoding != UTF_8 && old > 0 && old > 2 * written(encoding).max(0) && old > written(WINDOWS_1252).max(written(MACINTOSH)) {
        (detected.encoding, detected.dos) = (UTF_8, true);
    }
    detected
}

/// Chooses between UTF-8 with a few damaged bytes, MacRoman and what chardetng says.
fn guess(bytes: &[u8]) -> &'static Encoding {
    if mostly_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(None, chardetng::Utf8Detection::Deny);
    // Among encodings of Latin letters the guess is often wrong about western texts: the letters decide.
    let latin = guessed == WINDOWS_1252
        || ["ISO-8859-2", "ISO-8859-4", "windows-1250", "windows-1254", "windows-1257", "windows-1258"].contains(&guessed.name());
    if !latin {
        return guessed;
    }
    [WINDOWS_1252, MACINTOSH, guessed].into_iter().rev().max_by_key(|encoding| likely(&encoding_text(bytes, encoding))).unwrap_or(guessed)
}

/// Valid multi-byte characters outnumber the damaged places: text in another encoding hardly holds any.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 2
}

/// What is looked at of a text.
fn start(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len().min(256 * 1024)]
}

fn encoding_text<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Cow<'a, str> {
    encoding.decode_without_bom_handling(start(bytes)).0
}

/// How many of the bytes above ASCII become letters of western European languages inside words.
fn likely(text: &str) -> i64 {
    let mut score = 0;
    let mut before = ' ';
    for c in text.chars() {
        if !c.is_ascii() {
            score += match c {
                'à' | 'â' | 'ç' | 'è' | 'é' | 'ê' | 'ë' | 'î' | 'ï' | 'ô' | 'ù' | 'û' | 'á' | 'í' | 'ó' | 'ú' | 'ñ' | 'ü' | 'ò' | 'œ' => {
                    3
                }
                'À' | 'É' | 'È' | 'Ê' | 'Ç' | 'Á' | 'Í' | 'Ó' | 'Ñ' if !before.is_lowercase() => 2,
                '’' | '«' | '»' | '…' | '–' | '€' | '°' | '¿' | '¡' | '\u{a0}' | '“' | '”' => 1,
                _ => -2,
            };
        }
        before = c;
    }
    score
}

/// Decodes bytes that are not UTF-8; says how many places could not be read.
pub fn decode(bytes: &[u8], encoding: &'static Encoding) -> String {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    match text {
        Cow::Borrowed(text) => text.to_owned(),
        Cow::Owned(text) => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(bytes: &[u8]) -> (&'static str, bool) {
        let detected = detect(bytes).unwrap();
        (detected.name(), detected.certain)
    }

    #[test]
    fn tells_encodings_apart() {
        let text = "Aménagement de la forêt ; où étaient les bâtiments, ça s’améliore à l’hôtel ? « œuvre » ";
        assert_eq!(named(text.as_bytes()), ("UTF-8", true));
        assert_eq!(named(b"id;titre"), ("UTF-8", true));
        assert_eq!(named(b""), ("UTF-8", true));
        let (cp1252, _, _) = WINDOWS_1252.encode(text);
        assert_eq!(named(&cp1252), ("windows-1252", false));
        let (mac, _, _) = MACINTOSH.encode(text);
        assert_eq!(named(&mac), ("macintosh", false));
        let dos: Vec<u8> = "R\u{82}parer l'horloge de l'\u{82}glise ; d\u{82}j\u{85} promis l'\u{82}t\u{82}".chars().map(|c| c as u8).collect();
        assert_eq!(named(&dos), ("IBM850", false));
        let spanish = "¿Qué hará el Ayuntamiento? «Más árboles», dijo el señor Núñez: «y también más años de plazo»";
        let (bytes, _, _) = WINDOWS_1252.encode(spanish);
        assert_eq!(named(&bytes), ("windows-1252", false));
        let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(named(&utf16), ("UTF-16LE", true));
        assert_eq!(named(&utf16[2..]), ("UTF-16LE", false));
        let mut bom = vec![0xef, 0xbb, 0xbf];
        bom.extend_from_slice(text.as_bytes());
        assert_eq!(detect(&bom[..]).unwrap().mark, 3);
    }

    #[test]
    fn a_few_damaged_bytes_do_not_change_utf8() {
        let mut bytes = "été à l’orée du bois, près d’où naît la Saône ".repeat(20).into_bytes();
        bytes[40] = 0xff;
        assert_eq!(named(&bytes), ("UTF-8", false));
    }

    #[test]
    fn a_character_across_buffers_is_whole() {
        let text = format!("{}é", "a".repeat(256 * 1024 - 1));
        assert_eq!(named(text.as_bytes()), ("UTF-8", true));
    }
}
