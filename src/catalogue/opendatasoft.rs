//! `ods/index.csv`: the list that Opendatasoft's harvester "FTP with meta CSV" reads. There a dataset is one table, so each table of
//! each dataset has a row; semicolons, UTF-8.

use super::{CatalogueFile, Dataset};

/// The file. Paths of sources and schemas are relative to the folder of the list.
pub fn file(datasets: &[Dataset]) -> CatalogueFile {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let heading = [
        "name",
        "title",
        "description",
        "theme",
        "keyword",
        "license",
        "language",
        "modified",
        "publisher",
        "references",
        "source_dataset",
        "schema_file",
    ];
    // Writing to memory cannot fail.
    let _ = writer.write_record(heading);
    for dataset in datasets {
        for resource in dataset.resources.iter().filter(|resource| resource.schema.is_some()) {
            let table = resource.table.unwrap_or_default();
            let _ = writer.write_record([
                format!("{}-{}", dataset.name, table.replace('_', "-")).as_str(),
                &format!("{} \u{2014} {}", dataset.title, resource.title),
                &format!("{} {}", dataset.description.replace('\n', " "), resource.description),
                dataset.theme.as_str(),
                &dataset.keywords.join(","),
                &dataset.licence,
                &dataset.language,
                &dataset.issued.map(|day| day.date()).unwrap_or_default(),
                &dataset.publisher,
                &dataset.page_url,
                &format!("../{}", resource.path),
                &format!("../{}", resource.schema.as_deref().unwrap_or_default()),
            ]);
        }
    }
    CatalogueFile { path: "ods/index.csv".into(), about: Some("data-about-opendatasoft"), bytes: writer.into_inner().unwrap_or_default() }
}
