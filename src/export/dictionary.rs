//! `dictionary.csv`: every column of every table, explained.

use super::{Subject, TableMade, column_about, csv_file};

/// The bytes of the file.
pub fn bytes(subject: &Subject<'_>, tables: &[TableMade]) -> Vec<u8> {
    let mut writer = csv_file::writer(Vec::new());
    let mut rows = vec![["consultation_id", "table_name", "column_name", "data_type", "required", "description", "example"].map(str::to_owned)];
    for table in tables {
        for column in &table.columns {
            rows.push([
                subject.dossier.record.slug.to_string(),
                table.name.to_owned(),
                column.name.to_string(),
                column.kind.name().to_owned(),
                column.required.to_string(),
                column_about(subject.words, &column.name),
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
