use csv::StringRecord;

use super::*;

/// Which cells of a column hide.
fn hidden(header: &str, cells: &[&str]) -> Vec<bool> {
    let columns = hiding_columns(&Headers::new(&[header.to_owned()]), &[], Beside::default(), &|_| false, &|_| false, &|_| false);
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

/// Which cells of a column keep the name of the author back.
fn nameless(header: &str, cells: &[&str]) -> Vec<bool> {
    let columns = hiding_columns(&Headers::new(&[header.to_owned()]), &[], Beside::default(), &|_| false, &|_| false, &|_| false);
    let mut evidence = Evidence::new(&columns);
    let rows: Vec<StringRecord> = cells.iter().map(|cell| StringRecord::from(vec![*cell])).collect();
    rows.iter().for_each(|row| evidence.row(&Cells::Row(row.into())));
    let hiding = evidence.settle();
    assert!(rows.iter().all(|row| hiding.hides(&Cells::Row(row.into()), &|_| false).is_none()), "{header} hides texts");
    rows.iter().map(|row| hiding.anonymous(&Cells::Row(row.into()), &|_| false).is_some()).collect()
}

#[test]
fn a_name_that_is_not_to_be_shown_is_not() {
    for (header, shown, withheld) in [
        ("Anonyme", "non", "oui"),
        ("Anonymat", "", "x"),
        ("Souhaite rester anonyme", "non", "oui"),
        ("is_anonymous", "false", "true"),
        ("Anonymous?", "No", "Yes"),
        ("Contribution anonyme", "0", "1"),
        ("Publier mon nom", "oui", "non"),
        ("Publier mon nom", "oui", ""),
        ("Accepte que son nom soit publié", "oui", "non"),
        ("Nom visible", "oui", "non"),
        ("Masquer le nom", "non", "oui"),
        ("Afficher mon nom", "oui", "non"),
        ("Auteur visible", "oui", "non"),
        ("Show my name", "yes", "no"),
        ("Hide my name", "no", "yes"),
        ("Publish name", "Y", "N"),
        ("Anónimo", "no", "sí"),
        ("Mostrar mi nombre", "sí", "no"),
        ("Ocultar nombre", "no", "sí"),
        ("Anònim", "no", "sí"),
        ("Mostrar el meu nom", "sí", "no"),
        ("Anonym", "nein", "ja"),
        ("Name anzeigen", "ja", "nein"),
        ("Name veröffentlichen", "ja", "nein"),
        ("Anonimo", "no", "sì"),
        ("Mostrare il nome", "sì", "no"),
        ("Anónimo", "não", "sim"),
        ("Mostrar o meu nome", "sim", "não"),
        ("Anoniem", "nee", "ja"),
        ("Naam tonen", "ja", "nee"),
    ] {
        assert_eq!(nameless(header, &[shown, withheld, shown, shown]), [false, true, false, false], "{header}: {shown}, {withheld}");
    }
    for (header, cells) in [
        ("Nom affiché", ["Marie Dupont", "Paul Petit", "Jean Roy", "Anne Le Goff"]),
        ("display_name", ["Marie", "Paul", "Anonymous", "Anne"]),
        ("Votes anonymes", ["12", "0", "1", "4"]),
        ("Nombre de contributions anonymes", ["1", "0", "1", "1"]),
        ("Nom du projet", ["oui", "non", "oui", "non"]),
        ("Public name", ["Marie", "Paul", "Zoé", "Anne"]),
    ] {
        assert_eq!(nameless(header, &cells), [false; 4], "{header}");
    }
}

#[test]
fn an_answer_is_hidden_alone() {
    let hidden = |header: &str, cells: &[&str]| {
        let beside = Beside { answer: true, decision: false };
        let columns = hiding_columns(&Headers::new(&[header.to_owned()]), &[], beside, &|_| false, &|_| false, &|_| false);
        let mut evidence = Evidence::new(&columns);
        let rows: Vec<StringRecord> = cells.iter().map(|cell| StringRecord::from(vec![*cell])).collect();
        rows.iter().for_each(|row| evidence.row(&Cells::Row(row.into())));
        let hiding = evidence.settle();
        assert!(rows.iter().all(|row| hiding.hides(&Cells::Row(row.into()), &|_| false).is_none()), "{header} hides rows");
        rows.iter().map(|row| hiding.unanswered(&Cells::Row(row.into()), &|_| false).is_some()).collect::<Vec<_>>()
    };
    for (header, shown, not) in [
        ("Statut de la réponse", "publiée", "brouillon"),
        ("Statut de la réponse", "publiée", "à valider"),
        ("Réponse publiée", "oui", "non"),
        ("Réponse visible ?", "oui", "non"),
        ("Answer published", "yes", "no"),
        ("Answer status", "published", "draft"),
        ("Respuesta publicada", "sí", "no"),
        ("Estado de la respuesta", "publicada", "borrador"),
        ("Resposta publicada", "sí", "no"),
        ("Antwort veröffentlicht", "ja", "nein"),
        ("Status der Antwort", "veröffentlicht", "Entwurf"),
        ("Risposta pubblicata", "sì", "no"),
        ("Resposta publicada", "sim", "não"),
        ("Antwoord gepubliceerd", "ja", "nee"),
    ] {
        assert_eq!(hidden(header, &[shown, not, shown]), [false, true, false], "{header}: {shown}, {not}");
    }
    assert_eq!(hidden("Statut de la réponse", &["favorable", "défavorable", "en cours"]), [false; 3], "decisions hide nothing");
}
