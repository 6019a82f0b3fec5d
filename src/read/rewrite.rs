//! Readers that write what they read anew, byte by byte, into a buffer of their own.

use std::io::{self, Read};

/// What turns bytes into others.
pub(super) trait Rewrite {
    /// Takes the next bytes of the text and writes what they become.
    fn bytes(&mut self, raw: &[u8], out: &mut Vec<u8>);

    /// The text has ended: writes what was held back.
    fn end(&mut self, _out: &mut Vec<u8>) {}
}

/// A reader of what another's bytes become.
pub(super) struct Rewritten<R, W> {
    inner: R,
    rewrite: W,
    raw: Vec<u8>,
    out: Vec<u8>,
    at: usize,
    ended: bool,
}

impl<R: Read, W: Rewrite> Rewritten<R, W> {
    pub(super) fn new(inner: R, rewrite: W) -> Self {
        Self { inner, rewrite, raw: vec![0; 64 * 1024], out: Vec::new(), at: 0, ended: false }
    }
}

impl<R: Read, W: Rewrite> Read for Rewritten<R, W> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at == self.out.len() {
            if self.ended {
                return Ok(0);
            }
            self.out.clear();
            self.at = 0;
            match self.inner.read(&mut self.raw)? {
                0 => {
                    self.rewrite.end(&mut self.out);
                    self.ended = true;
                }
                read => self.rewrite.bytes(&self.raw[..read], &mut self.out),
            }
        }
        let read = (&self.out[self.at..]).read(buffer)?;
        self.at += read;
        Ok(read)
    }
}
