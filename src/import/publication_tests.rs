use super::*;

fn sense(name: &str) -> Option<Sense> {
    header(name).filter(|said| said.sure && !said.aside).map(|said| said.sense)
}

#[test]
fn headers_of_publication_and_others() {
    for (name, expected) in [
        ("hidden_at", Some(Sense::Hides)),
        ("isHidden", Some(Sense::Hides)),
        ("Masqué (oui/non)", Some(Sense::Hides)),
        ("Ne pas publier", Some(Sense::Hides)),
        ("Nicht veröffentlichen", Some(Sense::Hides)),
        ("Opposition à la publication", Some(Sense::Hides)),
        ("visible", Some(Sense::Publishes)),
        ("Publié ?", Some(Sense::Publishes)),
        ("Non masqué", Some(Sense::Publishes)),
        ("published_at", None),
        ("Publié le", None),
        ("date de publication", None),
        ("Statut de modération", Some(Sense::Publication)),
        ("Moderation outcome", Some(Sense::Publication)),
        ("Résultat de la modération (interne)", Some(Sense::Publication)),
        ("Ergebnis der Moderation", Some(Sense::Publication)),
        ("Modération par", None),
        ("statut", None),
        ("title", None),
        ("non", None),
        ("Espace public", None),
    ] {
        assert_eq!(sense(name), expected, "{name}");
    }
}

#[test]
fn titles_that_hide_what_stands_below() {
    let titles = [
        "Propositions masquées",
        "PROPOSITIONS MASQUÉES PAR LA MODÉRATION",
        "Propositions non publiées",
        "Propositions rejetées par la modération",
        "Contributions supprimées",
        "Supprimées",
        "Modérées",
        "Masqué",
        "hidden_proposals",
        "deletedComments",
        "Hidden comments",
        "hidden_ideas",
        "Hidden proposals",
        "unpublished",
        "Spam",
        "Brouillons",
        "Corbeille",
        "En attente de modération",
        "Contributions modérées :",
        "Propuestas ocultas",
        "Propuestas no publicadas",
        "Nicht veröffentlichte Vorschläge",
        "Gelöscht",
        "Avis retirés",
        "À ne pas publier",
        "Deleted",
        "Rejected by moderators",
        "Contributions signalées et masquées",
        "Eliminadas",
        "Ausgeblendet",
        "Verborgen",
        "Modération",
        "Proposte nascoste",
        "Propostes amagades",
        "Propositions non conformes à la charte",
        "Contributions contraires à la charte",
    ];
    let missed: Vec<&str> = titles.into_iter().filter(|title| !hides_below(title)).collect();
    let others = [
        "THÈME 1 : MOBILITÉ",
        "Espaces publics",
        "Propositions",
        "Propositions publiées",
        "Publication et communication",
        "Suppression des voitures",
        "proposals",
        "Quartier Nord",
        "Total",
        "Vie privée",
        "Les coûts cachés du projet",
        "Refusées",
        "Projets non retenus",
        "Feuil1",
        "Sheet1",
        "Visible contributions",
        "2024",
        "Services publics en ligne",
        "Retraites",
        "Archives",
        "Ordures et déchets supprimés",
        "Transports publics",
    ];
    let wrong: Vec<&str> = others.into_iter().filter(|title| hides_below(title)).collect();
    assert!(missed.is_empty() && wrong.is_empty(), "missed {missed:?}, wrong {wrong:?}");
}

#[test]
fn a_cell_that_forbids_says_so() {
    assert!(forbids("à ne pas publier") && forbids("nicht veröffentlichen!") && forbids("Do not publish"));
    assert!(!forbids("publié") && !forbids("ne pas oublier le banc") && !forbids("non"));
}
