//! Forms with files (RFC 7578): what stands before and after the bytes of the file.

use std::io::{self, Read};

/// A form being filled.
#[derive(Debug)]
pub struct Form {
    boundary: String,
    head: Vec<u8>,
}

impl Form {
    /// An empty form. The boundary follows from `seed`, so that a request can be told before it is made; 128 bits of a digest are in no file
    /// by chance.
    pub fn new(seed: &str) -> Self {
        use sha2::{Digest, Sha256};
        let digest: String = Sha256::digest(seed.as_bytes()).iter().take(16).map(|b| format!("{b:02x}")).collect();
        Self { boundary: format!("greffe-{digest}"), head: Vec::new() }
    }

    /// A field.
    pub fn field(&mut self, name: &str, value: &str) {
        self.head.extend_from_slice(format!("--{}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n", self.boundary).as_bytes());
    }

    /// The form with a file as its last field: media type, length and body.
    pub fn file<R: Read>(mut self, name: &str, file: &str, media_type: &str, length: u64, bytes: R) -> (String, u64, impl Read + use<R>) {
        let safe: String = file.chars().map(|c| if matches!(c, '"' | '\r' | '\n' | '\\') { '_' } else { c }).collect();
        let head = format!(
            "--{}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{safe}\"\r\nContent-Type: {media_type}\r\n\r\n",
            self.boundary
        );
        self.head.extend_from_slice(head.as_bytes());
        let tail = format!("\r\n--{}--\r\n", self.boundary).into_bytes();
        let whole = self.head.len() as u64 + length + tail.len() as u64;
        (self.media_type(), whole, io::Cursor::new(self.head).chain(bytes).chain(io::Cursor::new(tail)))
    }

    /// The form without a file: media type and body.
    pub fn end(mut self) -> (String, Vec<u8>) {
        self.head.extend_from_slice(format!("--{}--\r\n", self.boundary).as_bytes());
        (self.media_type(), self.head)
    }

    fn media_type(&self) -> String {
        format!("multipart/form-data; boundary={}", self.boundary)
    }
}

#[cfg(test)]
mod tests {
    use super::Form;
    use std::io::Read;

    #[test]
    fn the_length_is_that_of_the_body() {
        let mut form = Form::new("x");
        form.field("uuid", "1");
        let (kind, length, mut body) = form.file("file", "a\"b.csv", "text/csv", 3, &b"1,2"[..]);
        let mut text = String::new();
        body.read_to_string(&mut text).unwrap();
        assert_eq!(text.len() as u64, length);
        let boundary = kind.split("boundary=").nth(1).unwrap();
        assert_eq!(text.matches(boundary).count(), 3);
        assert!(text.contains("filename=\"a_b.csv\"\r\nContent-Type: text/csv\r\n\r\n1,2\r\n--"));
    }
}
