//! An archive is a stranger's folder: before anything of it is read, links and special files are refused. A link could lead to files that
//! nobody meant to publish, or make a later write land elsewhere; a pipe or a device would never end.

use std::fs::FileType;
use std::path::Path;

use walkdir::WalkDir;

use super::content::Root;
use crate::diagnose::{Diagnostic, Diagnostics, codes};

/// A path as archives write it. Only where a backslash parts folders does it become a slash: elsewhere it is a letter of a name, and a
/// name with `..\` in it would lead out of the folder it lies in.
pub fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '\\' { text.replace('\\', "/") } else { text.into_owned() }
}

/// Refuses every link, special file and name with a backslash below `content/`, `themes/` and `.greffe/` (which greffe writes to), and those folders themselves
/// where they are links.
pub(super) fn check(root: &Root, diagnostics: &mut Diagnostics) {
    for folder in [root.content(), root.path.join("themes"), root.state()] {
        // Version control keeps files of its own there, which nothing reads.
        let walk = WalkDir::new(&folder).follow_links(false).follow_root_links(false).sort_by_file_name();
        let entries = walk.into_iter().filter_entry(|entry| entry.file_name() != ".git").flatten();
        diagnostics.extend(entries.filter_map(|entry| strange(entry.path(), entry.file_type(), &root.path)));
    }
}

/// A fault where an entry is neither a file nor a folder, or where its name is a path on other systems.
fn strange(path: &Path, kind: FileType, root: &Path) -> Option<Diagnostic> {
    let backslash = path.file_name().is_some_and(|name| name.to_string_lossy().contains('\\'));
    let code = match kind {
        _ if backslash => codes::BACKSLASH_NAME,
        _ if kind.is_file() || kind.is_dir() => return None,
        _ if kind.is_symlink() => codes::LINK,
        _ => codes::SPECIAL_FILE,
    };
    let shown = slashed(path.strip_prefix(root).unwrap_or(path));
    Some(Diagnostic::new(code).file(shown))
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn links_are_named_wherever_they_lie() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root { path: folder.path().join("archive") };
        fs::create_dir_all(root.content().join("consultations/c/sources")).unwrap();
        fs::create_dir_all(root.state()).unwrap();
        fs::write(folder.path().join("outside.md"), "secret").unwrap();
        let found = |root: &Root| {
            let mut diagnostics = Diagnostics::default();
            check(root, &mut diagnostics);
            diagnostics.iter().map(|d| (d.code.id, d.place.to_string())).collect::<Vec<_>>()
        };
        assert_eq!(found(&root), []);
        symlink("../../../../outside.md", root.content().join("consultations/c/index.md")).unwrap();
        symlink("/etc", root.content().join("consultations/c/sources/more")).unwrap();
        symlink("/etc", root.path.join("themes")).unwrap();
        let listener = std::os::unix::net::UnixListener::bind(root.content().join("socket")).unwrap();
        assert_eq!(
            found(&root),
            [
                ("link", "content/consultations/c/index.md".to_owned()),
                ("link", "content/consultations/c/sources/more".to_owned()),
                ("special-file", "content/socket".to_owned()),
                ("link", "themes".to_owned())
            ]
        );
        drop(listener);
        fs::write(root.content().join("a\\..\\..\\b.txt"), "x").unwrap();
        assert_eq!(found(&root)[0], ("backslash-name", "content/a\\..\\..\\b.txt".to_owned()));
        symlink(folder.path().join("outside.md"), root.state().join("journal.tmp")).unwrap();
        assert_eq!(found(&root).last().unwrap().1, ".greffe/journal.tmp");
    }
}
