//! The bytes of an input as UTF-8 text, streamed whatever the encoding.

use std::io::{self, BufRead, BufReader, Read};

use encoding_rs::{Decoder, Encoding, UTF_8, WINDOWS_1252};

use super::dos::{self, Dos};
use super::encoding::{Detected, decode, detect};
use super::input::Input;
use super::limits::{Meter, Metered, fault};
use super::rewrite::Rewritten;
use super::table::Hints;
use crate::diagnose::{Diagnostic, Snippet, codes};

/// The encoding of an input: told by the hints, else found by looking; with a remark where it is a guess.
pub(super) fn encoding_of(input: &Input, hints: &Hints, remarks: &mut Vec<Diagnostic>) -> Result<Detected, Diagnostic> {
    let mut detected = input.reader().and_then(detect).map_err(|error| fault(&input.name, &error))?;
    if hints.encoding.as_deref().is_some_and(dos::is_label) {
        detected = Detected { dos: true, ..Detected::new(UTF_8, true, 0) };
    } else if let Some(label) = &hints.encoding {
        let told = Encoding::for_label(label.as_bytes()).ok_or_else(|| {
            Diagnostic::new(codes::BAD_VALUE)
                .file(&input.name)
                .column("encoding")
                .arg("value", label)
                .arg("near", "utf-8, windows-1252, macintosh, utf-16le")
        })?;
        // The mark of another encoding is none of this one.
        detected = Detected::new(told, told != UTF_8 || detected.certain, if told == detected.encoding { detected.mark } else { 0 });
    } else if !detected.certain && (detected.encoding != UTF_8 || detected.dos) {
        remarks.push(Diagnostic::new(codes::ENCODING_GUESSED).file(&input.name).arg("encoding", detected.name()));
    }
    Ok(detected)
}

/// The text without its mark. With `mend`, damaged bytes of a file in UTF-8 are read as Windows-1252; else they stay.
pub(super) fn reader<'a>(input: &'a Input, detected: Detected, mend: bool) -> io::Result<Box<dyn Read + 'a>> {
    let mut raw = input.reader()?;
    io::copy(&mut (&mut raw).take(detected.mark as u64), &mut io::sink())?;
    Ok(if detected.dos {
        Box::new(Rewritten::new(raw, Dos))
    } else if detected.encoding != UTF_8 {
        Box::new(Decoded::new(raw, Decoding::Other(detected.encoding.new_decoder_with_bom_removal())))
    } else if mend && !detected.certain {
        Box::new(Decoded::new(raw, Decoding::Damaged(Vec::new())))
    } else {
        raw
    })
}

/// The same with a meter for the records.
pub(super) fn metered<'a>(input: &'a Input, detected: Detected, mend: bool, meter: &Meter) -> io::Result<BufReader<Metered<Box<dyn Read + 'a>>>> {
    Ok(BufReader::with_capacity(256 * 1024, Metered::new(reader(input, detected, mend)?, meter)))
}

/// All of it as one text.
pub(super) fn whole(input: &Input, detected: Detected) -> io::Result<String> {
    let mut text = String::new();
    reader(input, detected, true)?.read_to_string(&mut text)?;
    Ok(text)
}

/// Says at which line and character a byte of the text stands, and shows the line.
pub(super) fn place(mut diagnostic: Diagnostic, input: &Input, detected: Detected, offset: u64) -> Diagnostic {
    let Ok(reader) = reader(input, detected, true) else { return diagnostic };
    let mut reader = BufReader::new(reader.take(offset));
    let (mut line, mut last) = (1, Vec::new());
    loop {
        let Ok(chunk) = reader.fill_buf() else { return diagnostic };
        if chunk.is_empty() {
            break;
        }
        line += chunk.iter().filter(|&&byte| byte == b'\n').count() as u64;
        match chunk.iter().rposition(|&byte| byte == b'\n') {
            Some(at) => last = chunk[at + 1..].to_vec(),
            // A line of gigabytes is counted no further than it can be shown.
            None if last.len() < 1 << 20 => last.extend_from_slice(chunk),
            None => {}
        }
        let read = chunk.len();
        reader.consume(read);
    }
    let before = String::from_utf8_lossy(&last);
    let character = before.chars().count() as u64 + 1;
    let mut rest = reader.into_inner();
    rest.set_limit(400);
    let mut after = Vec::new();
    let _ = rest.read_to_end(&mut after);
    let after = String::from_utf8_lossy(&after);
    let text = format!("{before}{}", after.lines().next().unwrap_or_default());
    diagnostic.place.line = Some(line);
    diagnostic.place.character = Some(character);
    diagnostic.snippet = (text.len() < 400).then_some(Snippet { text });
    diagnostic.arg("line", line).arg("character", character)
}

enum Decoding {
    Other(Decoder),
    /// UTF-8 with damaged places, and the beginning of a character cut by the end of a buffer.
    Damaged(Vec<u8>),
}

/// Decodes while it reads.
struct Decoded<R> {
    inner: R,
    decoding: Decoding,
    raw: Vec<u8>,
    text: Vec<u8>,
    at: usize,
    ended: bool,
}

impl<R: Read> Decoded<R> {
    fn new(inner: R, decoding: Decoding) -> Self {
        Self { inner, decoding, raw: vec![0; 64 * 1024], text: Vec::new(), at: 0, ended: false }
    }

    fn fill(&mut self) -> io::Result<()> {
        let read = self.inner.read(&mut self.raw)?;
        self.ended = read == 0;
        self.text.clear();
        self.at = 0;
        match &mut self.decoding {
            Decoding::Other(decoder) => {
                self.text.resize(decoder.max_utf8_buffer_length(read).unwrap_or(read * 4 + 64), 0);
                let (_, _, written, _) = decoder.decode_to_utf8(&self.raw[..read], &mut self.text, self.ended);
                self.text.truncate(written);
            }
            Decoding::Damaged(kept) => {
                kept.extend_from_slice(&self.raw[..read]);
                let cut = if self.ended { kept.len() } else { kept.len() - unfinished(kept) };
                for chunk in kept[..cut].utf8_chunks() {
                    self.text.extend_from_slice(chunk.valid().as_bytes());
                    self.text.extend_from_slice(decode(chunk.invalid(), WINDOWS_1252).as_bytes());
                }
                kept.drain(..cut);
            }
        }
        Ok(())
    }
}

/// How many bytes at the end begin a character that may go on.
fn unfinished(bytes: &[u8]) -> usize {
    for back in 1..=bytes.len().min(3) {
        let length = match bytes[bytes.len() - back] {
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            0x80..=0xbf => continue,
            _ => return 0,
        };
        return if back < length { back } else { 0 };
    }
    0
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at == self.text.len() {
            if self.ended {
                return Ok(0);
            }
            self.fill()?;
        }
        let read = (self.text.len() - self.at).min(buffer.len());
        buffer[..read].copy_from_slice(&self.text[self.at..self.at + read]);
        self.at += read;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: Vec<u8>) -> String {
        let input = Input::memory("a.txt", bytes);
        let detected = encoding_of(&input, &Hints::default(), &mut Vec::new()).unwrap();
        whole(&input, detected).unwrap()
    }

    #[test]
    fn any_encoding_streams_as_utf8() {
        let text = "été à l’orée, où la Saône naît\n".repeat(9000);
        assert_eq!(read(text.clone().into_bytes()), text);
        assert_eq!(read(format!("\u{feff}{text}").into_bytes()), text);
        assert_eq!(read(WINDOWS_1252.encode(&text).0.into_owned()), text);
        let utf16: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(utf16), text);
    }

    #[test]
    fn damaged_places_are_mended_across_buffers() {
        for shift in 0..4 {
            let mut bytes = vec![b'a'; 64 * 1024 - shift];
            bytes.extend_from_slice("é€𝄞".repeat(20).as_bytes());
            bytes.push(0xe9);
            bytes.push(b'!');
            let text = read(bytes);
            assert!(text.ends_with("é€𝄞é!"), "{shift}: {}", &text[text.len() - 30..]);
            assert!(!text.contains('\u{fffd}'));
        }
    }

    #[test]
    fn a_place_has_line_and_character() {
        let input = Input::memory("a.txt", "a\nété <b\nc".as_bytes());
        let detected = encoding_of(&input, &Hints::default(), &mut Vec::new()).unwrap();
        let told = place(Diagnostic::new(codes::BAD_JSON), &input, detected, 8);
        assert_eq!((told.place.line, told.place.character), (Some(2), Some(5)));
        assert_eq!(told.snippet.unwrap().text, "été <b");
    }
}
