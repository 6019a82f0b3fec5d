//! Pictures of texts: measured when a text is written, made smaller when the site is. Every picture is decoded and encoded again, so
//! that what a camera noted (place, owner) does not reach the site.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use sha2::{Digest, Sha256};

use crate::model::slug;

/// Widths a picture is made in, in pixels: a column of text, and twice that for fine screens. Never wider than it is.
const WIDTHS: [u32; 2] = [720, 1440];
/// Quality of JPEG files, of 100.
const QUALITY: u8 = 82;
/// Memory one picture may take when it is decoded: 100 million pixels.
const DECODED: u64 = 400_000_000;

/// A picture as it will be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Path below `content/`.
    pub path: String,
    /// Name in addresses, without width and ending.
    stem: String,
    /// Width and height in pixels, upright.
    pub size: (u32, u32),
    /// Whether it has transparent places or sharp drawn edges: then PNG.
    png: bool,
}

impl Picture {
    /// Measures a picture by its bytes; says why it can't be used.
    pub fn measure(path: &str, bytes: &[u8]) -> Result<Self, String> {
        let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|error| error.to_string())?;
        let png = reader.format() != Some(image::ImageFormat::Jpeg);
        let mut decoder = reader.into_decoder().map_err(|error| error.to_string())?;
        let (width, height) = decoder.dimensions();
        if u64::from(width) * u64::from(height) * 4 > DECODED {
            return Err(format!("{width} × {height}"));
        }
        let turned = matches!(
            decoder.orientation().unwrap_or(Orientation::NoTransforms),
            Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
        );
        let name = path.rsplit('/').next().unwrap_or(path);
        let name = slug(name.rsplit_once('.').map_or(name, |(name, _)| name));
        let digest: String = Sha256::digest(path.as_bytes()).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        let stem = if name.is_empty() { digest } else { format!("{name}-{digest}") };
        Ok(Self { path: path.to_owned(), stem, size: if turned { (height, width) } else { (width, height) }, png })
    }

    /// The versions that are published, small ones first: (width, height, address from the root).
    pub fn versions(&self) -> Vec<(u32, u32, String)> {
        let (width, height) = self.size;
        let mut widths: Vec<u32> = WIDTHS.iter().copied().filter(|&wanted| wanted < width).collect();
        if widths.len() < WIDTHS.len() {
            widths.push(width);
        }
        let end = if self.png { "png" } else { "jpg" };
        let version = |wanted: u32| {
            let tall = u64::from(height) * u64::from(wanted) / u64::from(width.max(1));
            // Not taller than the picture itself, whose height is a u32.
            (wanted, (tall as u32).max(1), format!("pictures/{}-{wanted}.{end}", self.stem))
        };
        widths.into_iter().map(version).collect()
    }

    /// The files of all versions: (address, bytes).
    pub fn files(&self, bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, String> {
        let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|error| error.to_string())?;
        let mut limits = Limits::default();
        limits.max_alloc = Some(DECODED * 2);
        reader.limits(limits);
        let mut decoder = reader.into_decoder().map_err(|error| error.to_string())?;
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| error.to_string())?;
        picture.apply_orientation(orientation);
        self.versions().into_iter().map(|(width, height, url)| Ok((url, self.encoded(&picture, width, height)?))).collect()
    }

    fn encoded(&self, picture: &DynamicImage, width: u32, height: u32) -> Result<Vec<u8>, String> {
        let resized = (width < picture.width()).then(|| picture.resize_exact(width, height, FilterType::Lanczos3));
        let picture = resized.as_ref().unwrap_or(picture);
        let mut bytes = Vec::new();
        if self.png {
            picture.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png).map_err(|error| error.to_string())?;
        } else {
            picture.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY)).map_err(|error| error.to_string())?;
        }
        Ok(bytes)
    }
}

/// Whether a photograph holds what a camera noted (EXIF): in JPEG, PNG and WebP the name of that part stands near the beginning or the end.
pub fn has_notes(bytes: &[u8]) -> bool {
    const NAMES: [&[u8]; 3] = [b"Exif\0\0", b"eXIf", b"EXIF"];
    let holds = |part: &[u8]| NAMES.iter().any(|name| part.windows(name.len()).any(|window| window == *name));
    const LOOKED_AT: usize = 256 * 1024;
    holds(&bytes[..bytes.len().min(LOOKED_AT)]) || holds(&bytes[bytes.len().saturating_sub(LOOKED_AT)..])
}

/// The pictures of an archive, each once.
#[derive(Debug, Default)]
pub struct Pictures {
    by_path: BTreeMap<String, Picture>,
    /// Those that a text links to or a list names as files: they are copied as they are, too.
    linked: BTreeSet<String>,
    /// How many have no words for those who don't see them.
    pub without_words: usize,
}

impl Pictures {
    /// A picture that was measured before.
    pub fn get(&self, path: &str) -> Option<&Picture> {
        self.by_path.get(path)
    }

    /// Adds one.
    pub fn add(&mut self, picture: Picture) {
        self.by_path.insert(picture.path.clone(), picture);
    }

    /// All, by path.
    pub fn iter(&self) -> impl Iterator<Item = &Picture> {
        self.by_path.values()
    }

    /// A text links to a picture's file.
    pub fn link(&mut self, path: &str) {
        self.linked.insert(path.to_owned());
    }

    /// Whether a file is shown as a picture and nothing else.
    pub fn only_shown(&self, path: &str) -> bool {
        self.by_path.contains_key(path) && !self.linked.contains(path)
    }

    /// A picture that the YAML of a consultation or of the archive names.
    pub fn named(&self, slug: &str, path: &str) -> Option<&Picture> {
        self.get(&format!("consultations/{slug}/{path}")).or_else(|| self.get(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        DynamicImage::new_rgba8(width, height).write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
        bytes
    }

    #[test]
    fn pictures_are_made_smaller_and_never_larger() {
        let sizes = |width, height| {
            let picture = Picture::measure("a/Port d'été.png", &png(width, height)).unwrap();
            picture.versions().iter().map(|(w, h, _)| (*w, *h)).collect::<Vec<_>>()
        };
        assert_eq!(sizes(300, 200), [(300, 200)]);
        assert_eq!(sizes(1000, 500), [(720, 360), (1000, 500)]);
        assert_eq!(sizes(4000, 2000), [(720, 360), (1440, 720)]);
        let picture = Picture::measure("a/Port d'été.png", &png(1000, 500)).unwrap();
        let files = picture.files(&png(1000, 500)).unwrap();
        assert!(files[0].0.starts_with("pictures/port-d-ete-") && files[0].0.ends_with("-720.png"));
        assert_eq!(image::load_from_memory(&files[0].1).unwrap().width(), 720);
    }

    #[test]
    fn what_a_camera_noted_is_gone() {
        let mut jpeg = Vec::new();
        DynamicImage::new_rgb8(40, 20).write_with_encoder(JpegEncoder::new(&mut jpeg)).unwrap();
        // An EXIF block that says "turned by 90 degrees", with a name in it.
        let exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0A NAME";
        let mut marked = jpeg[..2].to_vec();
        marked.extend([0xFF, 0xE1]);
        marked.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
        marked.extend(exif);
        marked.extend(&jpeg[2..]);
        assert!(has_notes(&marked) && !has_notes(&jpeg));
        let picture = Picture::measure("a.jpg", &marked).unwrap();
        assert_eq!(picture.size, (20, 40), "it stands upright");
        let (_, file) = &picture.files(&marked).unwrap()[0];
        assert!(!file.windows(6).any(|window| window == b"A NAME"));
    }

    #[test]
    fn what_is_no_picture_is_told() {
        assert!(Picture::measure("a.png", b"no picture").is_err());
    }
}
