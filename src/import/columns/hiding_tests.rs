use csv::StringRecord;

use super::*;

/// Which cells of a column hide.
fn hidden(header: &str, cells: &[&str]) -> Vec<bool> {
    let columns = hiding_columns(&Headers::new(&[header.to_owned()]), &|_| false);
    let mut evidence = Evidence::new(&columns);
    let rows: Vec<StringRecord> = cells.iter().map(|cell| StringRecord::from(vec![*cell])).collect();
    rows.iter().for_each(|row| evidence.row(&Cells::Row(row.into())));
    let hiding = evidence.settle();
    rows.iter().map(|row| hiding.hides(&Cells::Row(row.into()), &|_| false).is_some()).collect()
}

#[test]
fn columns_hide_what_they_say_and_nothing_else() {
    let list = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/hiding.txt")).unwrap();
    let mut wrong = Vec::new();
    for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut parts = line.split(" | ");
        let header = parts.next().unwrap();
        let parts: Vec<&str> = parts.map(str::trim).collect();
        let cells: Vec<&str> = parts.iter().map(|part| &part[1..]).collect();
        let wanted: Vec<bool> = parts.iter().map(|part| part.starts_with('-')).collect();
        let found = hidden(header, &cells);
        if found != wanted {
            wrong.push(format!("{line}\n    hides {found:?}; read as {:?}", publication::header(header)));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
