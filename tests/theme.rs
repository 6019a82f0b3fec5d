//! `greffe theme`: the built-in theme written out to be changed, file by file.

mod common;

use std::fs;

use common::{Archive, tree};

#[test]
fn a_theme_that_was_written_out_makes_the_same_site() {
    let archive = Archive::of(&[("a.csv", "id,title,votes_for\n1,One,3\n2,Two,1\n")]);
    archive.build().0.ok();
    let before = tree(&archive.path("site"));
    archive.greffe(&["theme", "ours"]).ok();
    let config = fs::read_to_string(archive.path("content/archive.yaml")).expect("settings");
    archive.put("content/archive.yaml", format!("{config}theme: ours\n"));
    let run = archive.greffe(&["build"]).ok();
    assert!(run.with("theme-file").is_empty(), "{}", run.stderr);
    assert_eq!(before.keys().collect::<Vec<_>>(), tree(&archive.path("site")).keys().collect::<Vec<_>>());
    assert_eq!(before["index.html"], tree(&archive.path("site"))["index.html"]);
}

#[test]
fn one_file_is_written_and_nothing_is_written_over() {
    let archive = Archive::of(&[("a.csv", "id,title\n1,One\n")]);
    archive.greffe(&["theme", "ours", "templates/list.html"]).ok();
    assert_eq!(tree(&archive.path("themes")).len(), 1);
    archive.put("themes/ours/templates/list.html", "my own");
    archive.greffe(&["theme", "ours", "templates/list.html"]).one("exists");
    assert_eq!(fs::read_to_string(archive.path("themes/ours/templates/list.html")).expect("the file"), "my own");
    let slip = archive.greffe(&["theme", "ours", "templates/lists.html"]);
    assert!(slip.one("bad-value")["hint"].as_str().is_some_and(|hint| hint.contains("templates/list.html")), "{}", slip.stderr);
    assert_eq!(archive.greffe(&["theme", "../ours"]).one("bad-slug")["severity"], "error");
}

#[cfg(unix)]
#[test]
fn a_theme_that_is_a_link_is_not_followed() {
    let archive = Archive::of(&[("a.csv", "id,title\n1,One\n")]);
    let elsewhere = tempfile::tempdir().expect("a folder");
    std::os::unix::fs::symlink(elsewhere.path(), archive.path("themes")).expect("a link");
    archive.greffe(&["theme", "ours"]).one("link");
    assert!(tree(elsewhere.path()).is_empty());
}
