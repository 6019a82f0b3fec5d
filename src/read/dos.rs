//! Code page 850, as programs of DOS and the command line of Windows write western Europe's letters. encoding_rs knows the encodings of the
//! web, and this is none.

use super::rewrite::Rewrite;

/// What it is called in messages.
pub(super) const NAME: &str = "IBM850";

/// The characters of the bytes from 128 on (table of the code page as IBM registered it).
const HIGH: &str =
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// Whether a label means it.
pub(super) fn is_label(label: &str) -> bool {
    let plain: String = label.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    ["850", "cp850", "ibm850", "cp00850", "csibm850", "oem850", "dos850"].contains(&plain.as_str())
}

/// Bytes as text.
pub(super) fn decode(bytes: &[u8]) -> String {
    let high: Vec<char> = HIGH.chars().collect();
    bytes.iter().map(|&byte| if byte < 128 { char::from(byte) } else { high[usize::from(byte - 128)] }).collect()
}

/// Decodes while it reads.
pub(super) struct Dos;

impl Rewrite for Dos {
    fn bytes(&mut self, raw: &[u8], out: &mut Vec<u8>) {
        out.extend_from_slice(decode(raw).as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::super::rewrite::Rewritten;
    use super::*;

    #[test]
    fn letters_of_the_code_page() {
        assert_eq!(HIGH.chars().count(), 128);
        assert_eq!(decode(b"d\x82j\x85 \x90t\x82 \xa4 \xf8"), "déjà Été ñ °");
        let mut text = String::new();
        Rewritten::new(&b"\x87a"[..], Dos).read_to_string(&mut text).unwrap();
        assert_eq!(text, "ça");
        assert!(is_label("CP-850") && is_label("ibm850") && !is_label("cp1252"));
    }
}
