//! Every recipe of `docs/recipes.md` is built as written over its invented table, gives the expected figures, and keeps no cell of
//! a personal column.

mod common;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader};
use common::{Archive, Row, tree};
use serde_json::Value;

const RECIPES: &str = include_str!("../docs/recipes.md");

/// Name of the fixture and YAML of each recipe.
fn recipes() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut fixture = None;
    let mut lines = RECIPES.lines();
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix("<!-- fixture: ").and_then(|rest| rest.strip_suffix(" -->")) {
            fixture = Some(name.to_owned());
        } else if line == "```yaml" {
            let name = fixture.take().unwrap_or_else(|| panic!("a block without a fixture after {:?}", found.last()));
            found.push((name, lines.by_ref().take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect()));
        }
    }
    found
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/recipes").join(name)
}

#[test]
fn every_recipe_works_as_written() {
    let recipes = recipes();
    let names: BTreeSet<&str> = recipes.iter().map(|(name, _)| name.as_str()).collect();
    let fixtures: BTreeSet<String> =
        std::fs::read_dir(folder("")).expect("fixtures").flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(names, fixtures.iter().map(String::as_str).collect(), "each fixture has its recipe, and each recipe its fixture");
    recipes.iter().for_each(|(name, yaml)| recipe(name, yaml));
}

fn recipe(name: &str, yaml: &str) {
    let archive = Archive::empty();
    // With names shown: a recipe that reads somebody's name must not hide behind pseudonyms.
    archive.put("content/archive.yaml", format!("{}privacy: {{ authors: name, source_links: true }}\n", common::ARCHIVE));
    archive.put("content/consultations/c/consultation.yaml", format!("title: {name}\n{yaml}"));
    for (file, bytes) in tree(&folder(name)) {
        if file != "expected.json" {
            archive.put(&format!("content/consultations/c/sources/{file}"), bytes);
        }
    }
    let (run, report) = archive.build();
    let run = run.ok();
    let doubtful: Vec<&Value> = run.said.iter().filter(|said| said["severity"] == "warning").collect();
    let expected: Value = serde_json::from_slice(&std::fs::read(folder(name).join("expected.json")).expect("figures")).expect("JSON");
    let consultation = &report["consultations"][0];
    for key in ["contributions", "comments"] {
        assert_eq!(consultation[key], expected[key], "{name}: {key}; {doubtful:#?}");
    }
    assert_eq!(consultation["set_aside"].as_array().map(Vec::len), expected["set_aside"].as_u64().map(|count| count as usize), "{name}");
    for (table, rows) in expected["rows"].as_object().expect("rows") {
        let published = archive.table("c", table);
        rows.as_object().expect("ids").iter().for_each(|(id, cells)| row(name, table, &published, id, cells, &expected));
    }
    // The site must hold no cell of a personal column.
    let site = tree(&archive.path("site"));
    for (file, columns) in expected["personal"].as_object().expect("personal columns") {
        let cells = cells_of(&folder(name), file, columns);
        assert!(!cells.is_empty(), "{name}: {file} has no personal cells to look for");
        for (page, bytes) in &site {
            let text = String::from_utf8_lossy(bytes);
            for cell in &cells {
                assert!(!text.contains(cell.as_str()), "{name}: “{cell}” of a personal column is in site/{page}");
            }
        }
    }
}

fn row(name: &str, table: &str, published: &[Row], id: &str, cells: &Value, expected: &Value) {
    let by = match (table, expected["first_by"].as_str()) {
        (_, Some(column)) => column,
        ("contributions", _) => "contribution_id",
        ("comments", _) => "comment_id",
        _ => "id",
    };
    let found = published.iter().find(|row| row[by] == id).unwrap_or_else(|| panic!("{name}: no {id} in {table}: {published:#?}"));
    for (column, value) in cells.as_object().expect("cells") {
        let cell = found.get(column).unwrap_or_else(|| panic!("{name}: {table} has no column {column}"));
        let wanted = value.as_str().unwrap_or_default();
        // Dates have a time where the table gives one.
        let same = if column == "created_at" { cell.starts_with(wanted) } else { cell == wanted };
        assert!(same, "{name}: {table} {id} {column} is “{cell}”, not “{wanted}”");
    }
}

/// The filled cells of some columns of a CSV file, or of a sheet of a workbook (`file.xlsx/Sheet`).
fn cells_of(folder: &Path, file: &str, columns: &Value) -> BTreeSet<String> {
    let rows: Vec<Vec<String>> = match file.split_once(".xlsx/") {
        Some((workbook, sheet)) => {
            let mut workbook = calamine::open_workbook_auto(folder.join(format!("{workbook}.xlsx"))).expect("a workbook");
            let range = workbook.worksheet_range(sheet).expect("a sheet");
            range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
        }
        None => {
            let text = std::fs::read_to_string(folder.join(file)).expect("a fixture");
            let delimiter = if text.lines().next().is_some_and(|header| header.contains(';')) { b';' } else { b',' };
            let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(text.as_bytes());
            reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
        }
    };
    let mut cells = BTreeSet::new();
    for column in columns.as_array().expect("columns").iter().filter_map(Value::as_str) {
        let at = rows[0].iter().position(|header| header == column).unwrap_or_else(|| panic!("{file} has no column {column}"));
        cells.extend(rows[1..].iter().map(|row| row[at].trim().to_owned()).filter(|cell| cell.chars().count() > 3));
    }
    cells
}
