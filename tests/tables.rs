//! A table is the same record however its columns stand: in another order, under other known names, beside a column that nobody knows, or cut
//! into two files.

mod common;

use std::collections::BTreeMap;
use std::fs;

use common::{greffe, read_csv, run};

/// Rows of a table of proposals, and the names its columns may have.
const COLUMNS: &[(&[&str], [&str; 6])] = &[
    (&["id", "N°", "Numéro", "identifiant", "Folio"], ["1", "2", "3", "4", "10", "11"]),
    (&["titre", "Intitulé du projet", "Title", "Título", "Libellé"], ["Un banc", "Un étang", "Une halle", "Un four", "La fibre", "Une crèche"]),
    (
        &["texte", "Description du projet", "body", "Descripción", "Contenu"],
        [
            "Un banc au soleil devant la mairie.",
            "Pour les canards et les promeneurs.",
            "Couverte, avec de la lumière.",
            "Une fournée par mois, disent les anciens.",
            "Jusqu'au bout du chemin.",
            "Avec des horaires du soir.",
        ],
    ),
    (&["pour", "Votes pour", "votes_for", "A favor", "Pour"], ["12", "3", "44", "0", "7", "9"]),
    (&["contre", "Votes contre", "votes_against", "En contra", "Contre"], ["1", "5", "2", "0", "", "9"]),
    (
        &["date", "Déposée le", "created_at", "Fecha", "Date de dépôt"],
        ["2024-03-01", "2024-03-02", "2024-03-05", "2024-03-05", "2024-03-09", "2024-03-31"],
    ),
    (&["thème", "Thématique", "topic", "Categoría", "Rubrique"], ["Rues", "Parcs", "Rues", "Parcs", "Rues", "École"]),
];

/// The columns `order` with their names of form `names`, of the rows `rows`; `extra`: one that nobody knows beside them.
fn table(order: &[usize], names: usize, rows: std::ops::Range<usize>, extra: bool) -> String {
    let mut lines = vec![order.iter().map(|&column| COLUMNS[column].0[names]).chain(extra.then_some("Zone 51")).collect::<Vec<_>>().join(";")];
    for row in rows {
        let cells = order.iter().map(|&column| COLUMNS[column].1[row]).chain(extra.then_some("x9"));
        lines.push(cells.collect::<Vec<_>>().join(";"));
    }
    lines.join("\n") + "\n"
}

/// What `new` and `build` make of some files: each contribution without the columns that name its file, and what was said.
fn record(files: &[(&str, String)]) -> (BTreeMap<String, Vec<String>>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("a");
    let mut new = greffe();
    new.args(["new", "--lang", "en"]).arg(&root).arg("--from");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file");
        new.arg(folder.path().join(name));
    }
    run(&mut new).ok();
    let built = run(greffe().args(["build", "--format", "plain", "--lang", "en", "--root"]).arg(&root)).ok();
    let rows = read_csv(&root.join("site/consultations/ideas/data/contributions.csv"));
    let own = |column: &str| !column.starts_with("source_") && column != "url";
    let rows =
        rows.iter().map(|row| (row["contribution_id"].clone(), row.iter().filter(|(column, _)| own(column)).map(|(_, cell)| cell.clone()).collect()));
    (rows.collect(), built.stderr)
}

#[test]
fn columns_in_any_order_and_under_any_known_name_are_one_record() {
    let straight: Vec<usize> = (0..COLUMNS.len()).collect();
    let (expected, said) = record(&[("ideas.csv", table(&straight, 0, 0..6, false))]);
    assert_eq!(expected.len(), 6);
    assert!(!said.contains("warning"), "{said}");
    for names in 0..5 {
        // Two orders for each set of names: turned, and turned the other way round.
        let mut turned = straight.clone();
        turned.rotate_left(names + 1);
        let back: Vec<usize> = turned.iter().rev().copied().collect();
        for (order, extra) in [(&turned, false), (&back, true)] {
            let (found, said) = record(&[("ideas.csv", table(order, names, 0..6, extra))]);
            assert_eq!(found, expected, "names {names}, order {order:?}\n{said}");
            assert_eq!(said.contains("Zone 51"), extra, "{said}");
        }
    }
}

#[test]
fn a_table_cut_into_two_files_is_the_table() {
    let straight: Vec<usize> = (0..COLUMNS.len()).collect();
    let (expected, _) = record(&[("ideas.csv", table(&straight, 0, 0..6, false))]);
    let (found, said) = record(&[("ideas.csv", table(&straight, 0, 0..4, false)), ("more.csv", table(&straight, 0, 4..6, false))]);
    assert_eq!(found, expected, "{said}");
}

#[test]
fn a_second_export_renews_the_first_and_another_table_keeps_its_own_numbers() {
    let straight: Vec<usize> = (0..COLUMNS.len()).collect();
    let (expected, _) = record(&[("ideas.csv", table(&straight, 0, 0..6, false))]);
    let older = table(&straight, 0, 0..6, false).replace(";44;", ";40;");
    let (found, said) = record(&[("ideas.csv", older), ("later.csv", table(&straight, 0, 0..6, false))]);
    assert_eq!(found, expected, "the file named last is right: {said}");
    assert!(said.contains("renewed-row") && said.contains("duplicate-row"), "{said}");
    let other = "id;titre;texte\n1;Une passerelle;Au-dessus de la voie.\n2;Un préau;Devant l'école du haut.\n".to_owned();
    let (found, said) = record(&[("ideas.csv", table(&straight, 0, 0..6, false)), ("Nord 2.csv", other)]);
    assert_eq!(found.len(), 8, "{said}");
    assert!(found.contains_key("nord-2-1") && found.contains_key("1"), "{:?}", found.keys());
}
