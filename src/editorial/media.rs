//! HTML of pictures and recordings.

use std::fmt::Write;

use super::ROOT;
use super::markdown::escaped;
use super::pictures::Picture;
use crate::read::extension;

/// Endings of files that are heard.
pub const AUDIO: &[&str] = &["mp3", "ogg", "oga", "opus", "m4a", "wav", "flac"];
/// Endings of files that are watched.
pub const VIDEO: &[&str] = &["mp4", "webm", "ogv"];
/// `audio` or `video` by the ending of a file.
pub fn medium(path: &str) -> Option<&'static str> {
    let end = extension(path);
    match () {
        () if AUDIO.contains(&end.as_str()) => Some("audio"),
        () if VIDEO.contains(&end.as_str()) => Some("video"),
        () => None,
    }
}

/// A player with its caption; `url` is an address from the root.
pub fn media_html(tag: &str, url: &str, caption: &str) -> String {
    let mut html = format!("<figure><{tag} controls preload=\"none\" src=\"{ROOT}{}\"></{tag}>", escaped(url));
    if !caption.is_empty() {
        let _ = write!(html, "<figcaption>{}</figcaption>", escaped(caption));
    }
    html + "</figure>\n"
}

/// An `img` with its versions; the way to the root is `root`.
pub fn picture_html(picture: &Picture, alt: &str, root: &str) -> String {
    let versions = picture.versions();
    let Some((width, height, url)) = versions.last() else { return String::new() };
    let mut html = format!("<img alt=\"{}\" src=\"{root}{url}\" width=\"{width}\" height=\"{height}\"", escaped(alt));
    if versions.len() > 1 {
        let set: Vec<String> = versions.iter().map(|(width, _, url)| format!("{root}{url} {width}w")).collect();
        let _ = write!(html, " srcset=\"{}\" sizes=\"(min-width: 48rem) 44rem, 100vw\"", set.join(", "));
    }
    html + " loading=\"lazy\">"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_recordings() {
        assert_eq!(medium("documents/Radio.MP3"), Some("audio"));
        assert_eq!(medium("a.webm"), Some("video"));
        assert_eq!(medium("a.pdf"), None);
    }
}
