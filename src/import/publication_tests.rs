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
fn a_cell_that_forbids_says_so() {
    assert!(forbids("à ne pas publier") && forbids("nicht veröffentlichen!") && forbids("Do not publish"));
    assert!(!forbids("publié") && !forbids("ne pas oublier le banc") && !forbids("non"));
}
