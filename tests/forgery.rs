//! Forgeries of a sealed archive whose sums were repaired, which anybody can do: under the publisher's key both programs refuse every one.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use common::{Archive, copy, greffe, repair_sums, run, tree, verified};
use greffe::verify::{Standing, verify};

/// A key of the tests' own, and one of somebody else.
const KEY: &str = "MC4CAQAwBQYDK2VwBCIEIOW7pOAWJ6XTUtVeRhfRVrpgXAX0pSBtjtpJe6AfK5X6";
const OTHER: &str = "MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

const IDEAS: &str = "id,title,body,pour,contre,date,lieu,latitude,longitude\n\
    1,Trees,\"Plant them,\nin rows\",3,1,2024-01-01,Square,45.1,4.5\n2,Ponds,=1+1 <b> & more,1,5,2024-01-02,Mill,45.2,4.6\n\
    3,Lamps,Fewer of them,0,0,2024-01-03,Quay,45.3,4.7\n";
const COMMENTS: &str = "id,contribution_id,body,date\nc1,1,Yes please,2024-01-04\nc2,2,Why not,2024-01-05\n";

/// Two consultations with news, a synthesis, an outcome and a picture, sealed with a key.
fn sealed() -> (Archive, String) {
    let archive = unsealed(IDEAS);
    let key = seal(&archive, KEY, "2024-06-01");
    (archive, key)
}

fn unsealed(ideas: &str) -> Archive {
    let archive = Archive::of(&[("ideas.csv", ideas), ("comments.csv", COMMENTS)]);
    archive.put("content/archive.yaml", "title: Archive\nbase_url: https://forged.example.org/\nlanguage: en\nlicence: lov2\n");
    archive.put("content/consultations/c/synthesis.md", "---\ntitle: What was said\n---\n\nTrees came first [@proposal:1].\n");
    archive.put("content/consultations/c/news/first.md", "---\ntitle: It begins\ndate: 2024-01-01\n---\n\nWelcome.\n");
    archive.put(
        "content/consultations/c/outcomes.yaml",
        "- id: trees\n  title: Ten trees\n  status: accepted\n  date: 2024-05-01\n  contributions: [proposal:1]\n",
    );
    archive.put("content/consultations/d/sources/more.csv", "id,title,body,pour\n1,Bread,Bake it,2\n");
    archive.put("content/consultations/d/consultation.yaml", "title: Second\nsources:\n  - file: sources/more.csv\n");
    archive
}

/// Seals, and gives the publisher's public key.
fn seal(archive: &Archive, key: &str, date: &str) -> String {
    archive.put("key.pem", format!("-----BEGIN PRIVATE KEY-----\n{key}\n-----END PRIVATE KEY-----\n"));
    let path = archive.path("key.pem");
    archive.greffe(&["seal", "--date", date, "--key", path.to_str().unwrap()]).ok();
    let keys = String::from_utf8(archive.bytes("key.txt").unwrap()).unwrap();
    keys.lines().last().unwrap().to_owned()
}

type Forge<'f> = &'f dyn Fn(&Path);

/// What both programs say of a copy that was forged and whose sums were repaired.
fn forged(archive: &Archive, key: Option<&str>, forge: Forge<'_>) -> BTreeSet<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    copy(&archive.path("site"), &site);
    forge(&site);
    repair_sums(&site);
    verified(&site, key).0
}

/// One file of every kind: of each folder and ending, what names numbers or consultations apart.
fn kinds(site: &Path) -> Vec<String> {
    let mut kinds: BTreeMap<String, String> = BTreeMap::new();
    for name in tree(site).into_keys().filter(|name| !["SHA256SUMS", "edition.txt"].contains(&name.as_str())) {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", &name));
        let folder: Vec<&str> = folder.split('/').filter(|part| !["c", "d"].contains(part) && part.parse::<u32>().is_err()).collect();
        let file = match (file.split_once('.'), folder.first()) {
            // Pages of the root and files beside the data are each of their own.
            (Some((stem, ending)), Some(_)) if stem.parse::<u32>().is_ok() || name.contains("/data/") => format!("*.{ending}"),
            _ => file.to_owned(),
        };
        kinds.entry(format!("{}/{file}", folder.join("/"))).or_insert(name);
    }
    kinds.into_values().collect()
}

#[test]
fn whatever_is_changed_removed_or_added_is_refused_under_the_key() {
    let (archive, key) = sealed();
    let right = |forge: Forge<'_>| forged(&archive, Some(&key), forge);
    assert_eq!(right(&|_| ()), BTreeSet::new(), "copied and summed again, unchanged");
    let names = kinds(&archive.path("site"));
    assert!(names.len() > 80, "{}: {names:?}", names.len());
    let refused = |what: &str, faults: &BTreeSet<(String, String)>| {
        let sums = faults.contains(&("edition-differs".into(), "SHA256SUMS".into()));
        assert!(sums, "{what} is accepted: {faults:?}");
    };
    for (at, name) in names.iter().enumerate() {
        refused(
            &format!("{name} changed"),
            &right(&|site| {
                let mut bytes = fs::read(site.join(name)).unwrap();
                let place = bytes.len() / 2;
                match bytes.get_mut(place) {
                    Some(byte) => *byte ^= 1,
                    None => bytes.push(b'x'),
                }
                fs::write(site.join(name), bytes).unwrap();
            }),
        );
        if at % 8 == 0 {
            refused(&format!("{name} removed"), &right(&|site| fs::remove_file(site.join(name)).unwrap()));
            let beside = format!("{}x", name);
            refused(
                &format!("{beside} added"),
                &right(&|site| {
                    fs::copy(site.join(name), site.join(&beside)).unwrap();
                }),
            );
        }
    }
}

#[test]
fn forgeries_of_the_whole_are_refused_by_name() {
    let (archive, key) = sealed();
    let says = |what: &str, forge: Forge<'_>, wanted: &[(&str, &str)]| {
        let faults = forged(&archive, Some(&key), forge);
        for (code, subject) in wanted {
            assert!(faults.contains(&((*code).into(), (*subject).into())), "{what}: {code} {subject} is not among {faults:?}");
        }
    };
    let page = |n: u32| format!("consultations/c/proposals/{n}.html");
    says(
        "two pages swapped",
        &|site| {
            let (one, two) = (fs::read(site.join(page(1))).unwrap(), fs::read(site.join(page(2))).unwrap());
            fs::write(site.join(page(1)), two).unwrap();
            fs::write(site.join(page(2)), one).unwrap();
        },
        &[("page-differs", &page(1)), ("page-differs", &page(2))],
    );
    says(
        "a block stripped",
        &|site| {
            let text = fs::read_to_string(site.join(page(1))).unwrap();
            let start = text.find("<script id=seal").or_else(|| text.find("<script id=\"seal\"")).unwrap();
            let end = start + text[start..].find("</script>").unwrap();
            fs::write(site.join(page(1)), format!("{}{}", &text[..start], &text[end..])).unwrap();
        },
        &[("page-differs", &page(1))],
    );
    let shown = |n: u32, from: &str, to: &str| {
        let (from, to, page) = (from.to_owned(), to.to_owned(), page(n));
        move |site: &Path| {
            let text = fs::read_to_string(site.join(&page)).unwrap();
            assert!(text.contains(&from), "{from}");
            fs::write(site.join(&page), text.replacen(&from, &to, 1)).unwrap();
        }
    };
    says("a title", &shown(1, ">Trees</span>", ">Frees</span>"), &[("page-differs", &page(1))]);
    says("a text", &shown(3, "<p>Fewer of them", "<p>More of them"), &[("page-differs", &page(3))]);
    says("a vote", &shown(2, "data-sealed=votes_against>5<", "data-sealed=votes_against>4<"), &[("page-differs", &page(2))]);
    says("a rank", &shown(2, "data-rank=\"support\">No. 3 of 3<", "data-rank=\"support\">No. 1 of 3<"), &[("page-differs", &page(2))]);
    says(
        "a consultation dropped",
        &|site| fs::remove_dir_all(site.join("consultations/d")).unwrap(),
        &[("consultation-unknown", "consultations/d/")],
    );
    says(
        "a consultation added",
        &|site| copy(&site.join("consultations/d"), &site.join("consultations/e")),
        &[("consultation-unknown", "consultations/e/")],
    );
    says(
        "a page of no consultation",
        &|site| {
            fs::create_dir_all(site.join("consultations/zzz")).unwrap();
            fs::copy(site.join(page(1)), site.join("consultations/zzz/index.html")).unwrap();
        },
        &[("consultation-unknown", "consultations/zzz/")],
    );
    says(
        "a log taken away",
        &|site| fs::remove_dir_all(site.join("consultations/d/log")).unwrap(),
        &[("log-broken", "consultations/d/log/entries.jsonl")],
    );
    says("an edition cut off", &|site| fs::remove_file(site.join("edition.txt")).unwrap(), &[("edition-missing", "edition.txt")]);
    says("a note of no form", &|site| fs::write(site.join("edition.txt"), "edition 1\n").unwrap(), &[("edition-missing", "edition.txt")]);
    says(
        "a signature cut off",
        &|site| {
            let note = fs::read_to_string(site.join("edition.txt")).unwrap();
            fs::write(site.join("edition.txt"), &note[..note.find("\n—").unwrap() + 1]).unwrap();
        },
        &[("signature-wrong", "edition.txt")],
    );
    says(
        "a draft in its place",
        &|site| {
            let note = fs::read_to_string(site.join("edition.txt")).unwrap();
            let draft = note[..note.find("\n—").unwrap() + 1].replacen("edition 1", "draft after edition 1", 1);
            fs::write(site.join("edition.txt"), draft).unwrap();
        },
        &[("edition-draft", "edition.txt")],
    );
    // Sealed anew by somebody else, with everything that belongs to it.
    let other = unsealed(IDEAS);
    seal(&other, OTHER, "2024-06-01");
    let faults = forged(&other, Some(&key), &|_| ());
    assert!(faults.contains(&("signature-wrong".into(), "edition.txt".into())), "{faults:?}");
    assert_eq!(forged(&other, None, &|_| ()).len(), 0, "without a key it is what it is");
}

/// Each form of another archive in the place of its own: what they say differs in one text and one number.
#[test]
fn every_form_is_held_against_its_csv() {
    let (archive, _) = sealed();
    let other = unsealed(&IDEAS.replace("Fewer of them", "More of them").replace(",1,5,", ",2,5,"));
    other.greffe(&["build"]).ok();
    for ending in [".json", ".jsonl", "-spreadsheet.csv", ".xlsx", ".ods", ".parquet"] {
        let file = format!("consultations/c/data/contributions{ending}");
        let faults = forged(&archive, None, &|site| {
            fs::copy(other.path("site").join(&file), site.join(&file)).unwrap();
        });
        assert!(faults.contains(&("count-differs".into(), file.clone())), "{file}: {faults:?}");
    }
    let file = "consultations/c/data/database.sqlite";
    let faults = forged(&archive, None, &|site| {
        fs::copy(other.path("site").join(file), site.join(file)).unwrap();
    });
    assert!(faults.contains(&("count-differs".into(), file.into())), "{faults:?}");
}

#[test]
fn an_edition_covers_what_no_log_holds() {
    let (archive, key) = sealed();
    let site = archive.path("site");
    let public = greffe::seal::PublicKey::parse(&key).unwrap();
    let standing = |key| verify(&archive.path("site"), key).unwrap().standing;
    assert_eq!((standing(None), standing(Some(&public))), (Standing::Signed(1), Standing::Signed(1)));
    let first = fs::read(site.join("edition.txt")).unwrap();
    archive.greffe(&["build"]).ok();
    assert_eq!(fs::read(site.join("edition.txt")).unwrap(), first, "the same input is the same edition");

    // A typing error mended: no log holds it, and still it is another archive.
    let page = "content/consultations/c/synthesis.md";
    archive.put(page, "---\ntitle: What was said\n---\n\nTrees came in first [@proposal:1].\n");
    let built = archive.greffe(&["build"]).ok();
    assert_eq!(built.one("draft")["file"], "content/editions/editions.yaml");
    assert_eq!(standing(None), Standing::Draft(1));
    assert!(archive.page("index.html").contains("Provisional"));
    assert_eq!(verified(&site, Some(&key)).0, BTreeSet::from([("edition-draft".to_owned(), "edition.txt".to_owned())]));

    // The next seal closes it, although nothing in the logs is new; once more is nothing.
    seal(&archive, KEY, "2024-06-02");
    assert_eq!(standing(Some(&public)), Standing::Signed(2));
    assert!(!archive.page("index.html").contains("Provisional"));
    assert!(archive.path("content/editions/2.txt").exists() && !archive.path("content/editions/2/c.txt").exists());
    seal(&archive, KEY, "2024-06-03");
    assert!(!archive.path("content/editions/3.txt").exists());

    // Back to what the first edition held is not that edition: the pages name two.
    archive.put(page, "---\ntitle: What was said\n---\n\nTrees came first [@proposal:1].\n");
    archive.greffe(&["build"]).ok();
    assert_eq!(standing(None), Standing::Draft(2));
}

/// Archives that were sealed before there was an `edition.txt`.
#[test]
fn archives_of_before_are_checked_by_their_own_rules() {
    let (archive, key) = sealed();
    let site = archive.path("site");
    fs::remove_file(site.join("edition.txt")).unwrap();
    assert_eq!(verified(&site, None).0, BTreeSet::new());
    assert_eq!(verify(&site, None).unwrap().standing, Standing::Unstated);
    assert_eq!(verified(&site, Some(&key)).0, BTreeSet::from([("edition-missing".to_owned(), "edition.txt".to_owned())]));
    // The publisher had such editions only: the next build is a draft, and sealing closes a whole one.
    fs::remove_file(archive.path("content/editions/1.txt")).unwrap();
    archive.greffe(&["build"]).ok().one("draft");
    seal(&archive, KEY, "2024-07-01");
    assert_eq!(verified(&site, Some(&key)).0, BTreeSet::new());
}

/// Numbers that one program might read and the other not: too large, in other digits, with a sign.
#[test]
fn both_programs_read_the_same_numbers() {
    let (archive, _) = sealed();
    for number in ["9999999999", "4294967296", "\u{663}", "+3", " 3", "3.0", "-1", "1e3"] {
        let table = "consultations/c/data/contributions.csv";
        let faults = forged(&archive, None, &|site| {
            let text = fs::read_to_string(site.join(table)).unwrap();
            assert!(text.contains(",published,,3,1,"), "{text}");
            fs::write(site.join(table), text.replacen(",published,,3,1,", &format!(",published,,{number},1,"), 1)).unwrap();
        });
        assert!(faults.contains(&("row-differs".into(), "c proposal 1 votes_for".into())), "{number}: {faults:?}");
    }
}

/// A small ZIP that would unpack to far more than any archive's: said, and nothing of it is held.
#[test]
fn a_zip_that_unpacks_to_far_more_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bomb.zip");
    let mut zip = zip::ZipWriter::new(fs::File::create(&path).unwrap());
    let options = zip::write::SimpleFileOptions::default();
    for (name, chunks) in [("index.html", 1), ("SHA256SUMS", 200)] {
        zip.start_file(name, options).unwrap();
        for _ in 0..chunks {
            zip.write_all(&vec![b'\n'; 1 << 20]).unwrap();
        }
    }
    zip.finish().unwrap();
    let refused = run(greffe().args(["verify", "--format", "json", "--lang", "en"]).arg(&path));
    assert_eq!(refused.one("no-archive")["severity"], "error");
    assert!(refused.stderr.len() < 1000 && refused.stderr.contains("times its size"), "{}", refused.stderr);
}

#[track_caller]
fn holds(faults: &BTreeSet<(String, String)>, code: &str, subject: &str) {
    assert!(faults.contains(&(code.to_owned(), subject.to_owned())), "{code} {subject} is not among {faults:?}");
}

/// Whatever lies around an archive, in a folder, a bag, a crate or a ZIP, is not what was signed.
#[test]
fn what_lies_around_an_archive_is_named() {
    let (archive, key) = sealed();
    let place = tempfile::tempdir().unwrap();
    let says = |top: &Path, key: Option<&str>| -> BTreeSet<(String, String)> {
        let mut command = greffe();
        command.args(["verify", "--format", "json", "--lang", "en"]).arg(top);
        if let Some(key) = key {
            command.args(["--key", key]);
        }
        let run = run(&mut command);
        let faults = run.said.iter().map(|said| (said["code"].as_str().unwrap().to_owned(), said["file"].as_str().unwrap_or_default().to_owned()));
        let faults: BTreeSet<_> = faults.collect();
        assert_eq!(run.code, i32::from(!faults.is_empty()), "{}", run.stderr);
        faults
    };
    // A folder around it.
    let top = place.path().join("around");
    copy(&archive.path("site"), &top.join("site"));
    fs::write(top.join("index.html"), "another page").unwrap();
    assert_eq!(says(&top, None), BTreeSet::new());
    let told = run(greffe().args(["verify", "--lang", "en"]).arg(&top));
    assert!(told.stdout.contains("Only the folder site/"), "{}", told.stdout);
    holds(&says(&top, Some(&key)), "file-unknown", "index.html");
    // A bag: of pages that its manifest does not list, and whose manifest is empty.
    for (form, to, extra) in [("bagit", "bag", "data/extra.html"), ("rocrate", "crate", "extra.html"), ("bagit", "bag2", "extra.html")] {
        let to = place.path().join(to);
        run(greffe().args(["pack", "--format", form, "--lang", "en", "--root"]).arg(archive.root()).arg("--to").arg(&to)).ok();
        assert_eq!(says(&to, Some(&key)), BTreeSet::new(), "{form}");
        fs::write(to.join(extra), "another page").unwrap();
        holds(&says(&to, None), "file-unknown", extra);
        let packed = to.with_extension("zip");
        run(greffe().args(["pack", "--format", form, "--lang", "en", "--root"]).arg(archive.root()).arg("--to").arg(&packed)).ok();
        assert_eq!(says(&packed, Some(&key)), BTreeSet::new(), "{form} in a ZIP");
    }
    let bag = place.path().join("bag");
    fs::write(bag.join("manifest-sha512.txt"), "").unwrap();
    holds(&says(&bag, None), "file-unknown", "data/404.html");
    // A manifest never makes anything outside of the bag be opened, nor a link, nor the same file again and again.
    #[cfg(unix)]
    for (line, subject) in [("/dev/zero", "/dev/zero"), ("../../../../../../dev/zero", "../../../../../../dev/zero"), ("data/link", "data/link")] {
        std::os::unix::fs::symlink("/dev/zero", bag.join("data/link")).ok();
        fs::write(bag.join("manifest-sha512.txt"), format!("{}  {line}\n", "0".repeat(128))).unwrap();
        holds(&says(&bag, None), "file-changed", subject);
    }
    fs::write(bag.join("manifest-sha512.txt"), "0  data/index.html\n".repeat(100_000)).unwrap();
    holds(&says(&bag, None), "file-changed", "manifest-sha512.txt");
}

/// Entries of a ZIP that are no files of the archive: links, ways out, other roots, the same name twice.
#[test]
fn a_zip_holds_the_archive_and_nothing_else() {
    let (archive, key) = sealed();
    let public = greffe::seal::PublicKey::parse(&key).unwrap();
    let site: Vec<(String, Vec<u8>)> = tree(&archive.path("site")).into_iter().collect();
    let path = archive.path("other.zip");
    let says = |bytes: Vec<u8>| -> Vec<(&'static str, String)> {
        fs::write(&path, bytes).unwrap();
        match verify(&path, Some(&public)) {
            Ok(verdict) => verdict.faults.iter().map(|fault| (fault.code.id, fault.place.to_string())).collect(),
            Err(fault) => vec![(fault.code.id, String::new())],
        }
    };
    let below = |prefix: &str, more: &[&str]| {
        let files = site.iter().map(|(name, bytes)| (format!("{prefix}{name}"), bytes.clone()));
        common::zip(&files.chain(more.iter().map(|name| ((*name).to_owned(), b"x".to_vec()))).collect::<Vec<_>>())
    };
    assert_eq!(says(below("", &[])), []);
    assert_eq!(says(below("a/", &[])), []);
    let cases: [(&str, &str); 7] = [
        ("a/", "index.html"),
        ("a/", "../../.bashrc"),
        ("", "../../.bashrc"),
        ("", "/x.html"),
        ("", "x\\y.html"),
        ("a/", "b/SHA256SUMS"),
        ("", "./x"),
    ];
    for (prefix, more) in cases {
        assert_eq!(says(below(prefix, &[more])), [("file-unknown", more.to_owned())], "{prefix} {more}");
    }
    assert_eq!(says(below("xx", &[]))[0].0, "no-archive", "SHA256SUMS of another name is no root");
    // The library writes no name twice: one is renamed in the bytes, where it stands in the entry and in the list.
    let twice = says(replaced(below("", &["indey.html"]), b"indey.html", b"index.html"));
    assert!(twice.contains(&("file-unknown", "index.html".to_owned())), "{twice:?}");
    // A folder with bytes.
    let folder = says(replaced(below("", &["static/x!"]), b"static/x!", b"static/x/"));
    assert!(folder.contains(&("file-unknown", "static/x/".to_owned())), "{folder:?}");
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in &site {
        writer.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.add_symlink("passwd.html", "/etc/passwd", zip::write::SimpleFileOptions::default()).unwrap();
    assert_eq!(says(writer.finish().unwrap().into_inner()), [("file-unknown", "passwd.html".to_owned())]);
}

fn replaced(mut bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    for at in 0..bytes.len() - from.len() {
        if bytes[at..].starts_with(from) {
            bytes[at..at + from.len()].copy_from_slice(to);
        }
    }
    bytes
}

/// The lists themselves, and what git leaves, may be links or pipes: neither program opens one.
#[cfg(unix)]
#[test]
fn no_file_of_an_archive_may_be_a_link_or_a_pipe() {
    let (archive, key) = sealed();
    for name in ["SHA256SUMS", "edition.txt", ".gitignore", "consultations/.gitkeep", "README.txt", "key.txt"] {
        for pipe in [true, false] {
            let folder = tempfile::tempdir().unwrap();
            let site = folder.path().join("site");
            copy(&archive.path("site"), &site);
            let kept = folder.path().join("kept");
            fs::rename(site.join(name), &kept).or_else(|_| fs::write(&kept, "x")).unwrap();
            match pipe {
                true => assert!(std::process::Command::new("mkfifo").arg(site.join(name)).status().unwrap().success()),
                false => std::os::unix::fs::symlink(&kept, site.join(name)).unwrap(),
            }
            let faults = verified(&site, Some(&key)).0;
            assert!(faults.iter().any(|(_, subject)| subject == name), "{name}: {faults:?}");
        }
    }
    // Folders so deep that nobody can name what is in them.
    let folder = tempfile::tempdir().unwrap();
    copy(&archive.path("site"), folder.path());
    let dig = "import os,sys\nos.chdir(sys.argv[1])\nfor _ in range(60): os.mkdir('d'*100); os.chdir('d'*100)\nopen('x','w')";
    assert!(std::process::Command::new("python3").args(["-c", dig]).arg(folder.path()).status().unwrap().success());
    let (ours, python) = common::verdicts(folder.path(), Some(&key));
    for faults in [ours, python] {
        assert!(faults.iter().any(|(code, subject)| code == "file-unknown" && subject.starts_with("ddd")), "{faults:?}");
    }
    let away = "import os,shutil,sys\nos.chdir(sys.argv[1])\nos.system('rm -rf ddd*')";
    assert!(std::process::Command::new("python3").args(["-c", away]).arg(folder.path()).status().unwrap().success());
}
