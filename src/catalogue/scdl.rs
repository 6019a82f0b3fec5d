//! `catalogue.csv`: the catalogue of the Socle commun des données locales (schema scdl/catalogue 0.1.3 of schema.data.gouv.fr). Every
//! column is mandatory there, the SIRET of the publisher among them: without it there is no such file.

use super::{CatalogueFile, Dataset, Facts};
use crate::export::{Role, csv_writer};

/// The file, if the publisher's SIRET and every date are known.
pub fn file(facts: &Facts<'_>, datasets: &[Dataset]) -> Option<CatalogueFile> {
    let publisher = &facts.config.publisher;
    let siret = publisher.siret.as_deref().filter(|_| !publisher.name.is_empty())?;
    let mut writer = csv_writer(Vec::new());
    let heading = [
        "COLL_NOM",
        "COLL_SIRET",
        "ID",
        "TITRE",
        "DESCRIPTION",
        "THEME",
        "PRODUCTEUR_NOM",
        "PRODUCTEUR_SIRET",
        "COUV_SPAT_MAILLE",
        "COUV_SPAT_NOM",
        "COUV_TEMP_DEBUT",
        "COUV_TEMP_FIN",
        "DATE_PUBL",
        "FREQ_MAJ",
        "DATE_MAJ",
        "MOTS_CLES",
        "LICENCE",
        "NOMBRE_RESSOURCES",
        "FORMAT_RESSOURCES",
        "URL",
    ];
    // Writing to memory cannot fail.
    let _ = writer.write_record(heading);
    let mut any = false;
    for dataset in datasets {
        let (Some([opened, closed]), Some(issued)) = (dataset.period, dataset.issued) else { continue };
        any = true;
        let data = || dataset.resources.iter().filter(|resource| resource.role == Role::Data);
        let mut formats: Vec<String> = data().map(|resource| resource.format.to_uppercase()).collect();
        formats.sort();
        formats.dedup();
        let _ = writer.write_record([
            publisher.name.as_str(),
            siret,
            &dataset.name,
            &dataset.title,
            &dataset.description.replace('\n', " "),
            &dataset.theme,
            &publisher.name,
            siret,
            if dataset.insee.is_some() { "Commune" } else { "Autre" },
            dataset.territory.as_deref().unwrap_or(&facts.config.title),
            &opened.date(),
            &closed.date(),
            &issued.date(),
            if dataset.closed { "Jamais" } else { "Ponctuelle" },
            &issued.date(),
            &dataset.keywords.join(";"),
            &facts.licence.map(|licence| licence.title.clone()).unwrap_or_default(),
            &data().count().to_string(),
            &formats.join(";"),
            &dataset.page_url,
        ]);
    }
    any.then(|| CatalogueFile { path: "catalogue.csv".into(), about: Some("data-about-scdl"), bytes: writer.into_inner().unwrap_or_default() })
}
