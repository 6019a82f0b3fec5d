//! `dictionary.csv`: every column of every table, explained.

use super::super::formats::csv_file;
use super::super::{Collection, Published, column_about};

/// The bytes of the file.
pub fn bytes(collection: &Collection<'_>, published: &Published) -> Vec<u8> {
    let words = collection.words;
    let mut writer = csv_file::writer(Vec::new());
    let heading = ["consultation_id", "table_name", "column_name", "data_type", "required", "key_column", "points_to", "description", "example"];
    let mut rows = vec![heading.map(str::to_owned)];
    for table in &published.tables {
        for column in &table.columns {
            let name = &*column.name;
            let pointing = table.references.iter().find(|reference| reference.columns.last() == Some(&name));
            rows.push([
                collection.own().map(|subject| subject.dossier.record.slug.to_string()).unwrap_or_default(),
                table.name.to_owned(),
                name.to_owned(),
                column.kind.name().to_owned(),
                column.required.to_string(),
                table.key.contains(&name).to_string(),
                pointing
                    .map(|reference| format!("{}.{}", reference.target.table(), reference.target.columns().last().unwrap_or(&"")))
                    .unwrap_or_default(),
                column_about(words, name),
                column.example.clone().unwrap_or_default(),
            ]);
        }
    }
    for row in rows {
        // Writing to memory cannot fail.
        let _ = writer.write_record(&row);
    }
    writer.into_inner().unwrap_or_default()
}
