//! Who is cited, in the ways that reference managers take a name apart.

use super::line;

/// Who wrote it: a body keeps its name whole, a person may be written "family, given".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    name: String,
    body: bool,
}

impl Author {
    /// A person, or somebody of whom the files do not say what they are.
    pub fn person(name: &str) -> Self {
        Self { name: line(name), body: false }
    }

    /// An organisation, a collective, a publisher.
    pub fn body(name: &str) -> Self {
        Self { name: line(name), body: true }
    }

    /// As people read it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Family and given name, where it is written so.
    pub fn parts(&self) -> Option<(&str, &str)> {
        let (family, given) = self.name.split_once(',')?;
        let (family, given) = (family.trim(), given.trim());
        (!self.body && !family.is_empty() && !given.is_empty() && !given.contains(',')).then_some((family, given))
    }

    /// For forms in which a comma parts family and given name: a whole name loses its own commas and ends with one.
    pub fn with_comma(&self) -> String {
        if let Some((family, given)) = self.parts() {
            return format!("{family}, {given}");
        }
        let name = line(&self.name.replace(',', " "));
        if name.contains(' ') { format!("{name},") } else { name }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_whole() {
        assert_eq!(Author::body("Collectif du port").with_comma(), "Collectif du port,");
        assert_eq!(Author::body("Ville de Lille, service des eaux").with_comma(), "Ville de Lille service des eaux,");
        assert_eq!(Author::person("Durand, Marie").with_comma(), "Durand, Marie");
        assert_eq!(Author::person("Marie, Paul, Anne").with_comma(), "Marie Paul Anne,");
        assert_eq!(Author::person("participant-4f2a").with_comma(), "participant-4f2a");
        assert_eq!(Author::person(" Durand ,  Marie\n").parts(), Some(("Durand", "Marie")));
        assert_eq!((Author::body("Durand, Marie").parts(), Author::person("Durand,").parts()), (None, None));
    }
}
