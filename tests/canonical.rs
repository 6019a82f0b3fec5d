//! What can be written in two ways is refused in all but one by both programs: a note, a list, a page, a number of an edition.

mod common;

use std::fs;
use std::path::Path;

use common::{Archive, copy, repair_sums, verdicts};

const KEY: &str = "MC4CAQAwBQYDK2VwBCIEIOW7pOAWJ6XTUtVeRhfRVrpgXAX0pSBtjtpJe6AfK5X6";
const IDEAS: &str = "id,title,body,pour,contre,date\n1,Trees,Plant them,3,1,2024-01-01\n2,Ponds,Dig them,1,5,2024-01-02\n";
const PAGE: &str = "consultations/c/proposals/1.html";
const LOG: &str = "consultations/c/log";

fn sealed() -> (Archive, String) {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    archive.put("content/archive.yaml", "title: Archive\nbase_url: https://twins.example.org/\nlanguage: en\nlicence: lov2\n");
    archive.put("key.pem", format!("-----BEGIN PRIVATE KEY-----\n{KEY}\n-----END PRIVATE KEY-----\n"));
    archive.greffe(&["seal", "--date", "2024-06-01", "--key", archive.path("key.pem").to_str().unwrap()]).ok();
    let key = String::from_utf8(archive.bytes("key.txt").unwrap()).unwrap().trim().to_owned();
    (archive, key)
}

fn edit(file: &Path, change: &dyn Fn(String) -> String) {
    let before = fs::read_to_string(file).unwrap();
    let after = change(before.clone());
    assert_ne!(before, after, "{}", file.display());
    fs::write(file, after).unwrap();
}

/// A change of one file, its sums repaired or not: whether each of the programs accepts the archive.
fn accepted(archive: &Archive, key: Option<&str>, sums: bool, change: &dyn Fn(&Path)) -> (bool, bool) {
    let folder = tempfile::tempdir().unwrap();
    copy(&archive.path("site"), folder.path());
    change(folder.path());
    if sums {
        fs::remove_file(folder.path().join("edition.txt")).unwrap();
        repair_sums(folder.path());
    }
    let (ours, python) = verdicts(folder.path(), key);
    (ours.is_empty(), python.is_empty())
}

#[test]
fn a_note_is_written_in_one_way() {
    let (archive, key) = sealed();
    let ssh = {
        use base64::Engine;
        let base64 = base64::engine::general_purpose::STANDARD;
        let bytes = base64.decode(key.splitn(3, '+').nth(2).unwrap()).unwrap();
        format!("ssh-ed25519 {}", base64.encode([b"\0\0\0\x0bssh-ed25519\0\0\0 ".as_slice(), &bytes[1..]].concat()))
    };
    for key in [None, Some(key.as_str()), Some(ssh.as_str())] {
        assert_eq!(accepted(&archive, key, false, &|_| ()), (true, true), "{key:?}");
        let line = |text: &str| text.lines().last().unwrap().to_owned();
        let changes: [(&str, &dyn Fn(String) -> String); 9] = [
            ("CRLF", &|text| text.replace('\n', "\r\n")),
            ("CRLF below", &|text| format!("{}\r\n", text.trim_end())),
            ("blank lines", &|text| text + "\n\n"),
            ("no line end", &|text| text.trim_end().to_owned()),
            ("a signature again", &|text| format!("{text}{}\n", line(&text))),
            ("base64 with bits left", &|text| {
                let (start, last) = text.trim_end().trim_end_matches('=').split_at(text.trim_end().trim_end_matches('=').len() - 1);
                let next = char::from(last.as_bytes()[0] + 1);
                format!("{start}{next}=\n")
            }),
            ("words below", &|text| text + "This edition was withdrawn.\n"),
            ("another name", &|text| text.replace("— twins.example.org", "— withdrawn.example")),
            ("a name of several words", &|text| text.replace("— twins.example.org", "— this was withdrawn")),
        ];
        for (what, change) in changes {
            let said = accepted(&archive, key, false, &|site| edit(&site.join("edition.txt"), change));
            assert_eq!(said, (false, false), "{what} {key:?}");
        }
    }
}

#[test]
fn logs_and_tables_are_written_in_one_way() {
    let (archive, _) = sealed();
    let says = |what: &str, right: bool, change: &dyn Fn(&Path)| {
        assert_eq!(accepted(&archive, None, true, change), (right, right), "{what}");
    };
    let file = |name: &str, change: &'static dyn Fn(String) -> String| {
        let name = name.to_owned();
        move |site: &Path| edit(&site.join(&name), change)
    };
    says("nothing", true, &|_| ());
    says("CRLF", false, &|site| {
        for name in ["checkpoint.txt", "editions/1.txt"] {
            edit(&site.join(LOG).join(name), &|text| text.replace('\n', "\r\n"));
        }
    });
    for name in ["+2.txt", "01.txt", "0.txt", "x.txt", "1.txt.txt", "2"] {
        says(name, false, &|site| {
            fs::copy(site.join(LOG).join("editions/1.txt"), site.join(LOG).join("editions").join(name)).unwrap();
        });
    }
    for text in ["{}", "\"\"", "0", "null"] {
        says(text, false, &|site| fs::write(site.join(LOG).join("consistency.json"), text).unwrap());
    }
    let data = "consultations/c/data";
    says("an odd space", false, &file(&format!("{data}/contributions.json"), &|text| text + "\u{a0}\n"));
    let package = format!("{data}/datapackage.json");
    let resource = |resource: &'static str| {
        let package = package.clone();
        move |site: &Path| edit(&site.join(&package), &|text| text.replacen("\"resources\": [", &format!("\"resources\": [{resource},"), 1))
    };
    let spelled = fs::read_to_string(archive.path("site").join(&package)).unwrap();
    assert!(spelled.contains("\"resources\": ["), "{spelled}");
    says("without schema", false, &resource("{\"path\":\"x.txt\"}"));
    says("without path", false, &resource("{\"data\":[]}"));
    says("a table twice", false, &resource("{\"path\":\"contributions.csv\",\"schema\":{\"fields\":[]}}"));
    let ranking = "consultations/c/rankings/support.json";
    says("a ranking in one line", false, &file(ranking, &|text| text.replace('\n', "")));
    says("more below a ranking", false, &file(ranking, &|text| text + "{}\n"));
}

#[test]
fn pages_are_read_in_one_way() {
    let (archive, _) = sealed();
    let mark = "data-sealed=body";
    let page = archive.page(PAGE);
    assert!(page.contains(mark) && page.contains("<script "), "{page}");
    let says = |what: &str, right: bool, change: &dyn Fn(String) -> String| {
        let said = accepted(&archive, None, true, &|site| edit(&site.join(PAGE), change));
        assert_eq!(said, (right, right), "{what}");
    };
    let inside = |text: String, html: &str| {
        let start = text.find(mark).unwrap();
        let end = start + text[start..].find('>').unwrap() + 1;
        format!("{}{html}{}", &text[..end], &text[end..])
    };
    says("a line break before it", true, &|text| text.replacen(mark, &format!("\n{mark}"), 1).replacen(" \n", "\n", 1));
    says("another mark first", false, &|text| text.replacen(mark, &format!("data-sealed=nothing {mark}"), 1));
    says("a mark again", false, &|text| text.replacen(mark, &format!("{mark} {mark}"), 1));
    says("two marks", false, &|text| text.replacen(mark, &format!("data-rank=support {mark}"), 1));
    says("a sign", true, &|text| inside(text, "<a class=para>¶</a>"));
    for link in
        ["<a class=para>FORGED</a>", "<a class=\"para x\">F</a>", "<a class=para-x>F</a>", "<a class=x class=para>F</a>", "<a class='para'>F</a>"]
    {
        says(link, false, &|text| inside(text, link));
    }
    says("two entries", false, &|text| text + "<script id=seal type=application/json>{\"forged\":1}</script>");
}
