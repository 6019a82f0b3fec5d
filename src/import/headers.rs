//! Names of columns: compared exactly first, then without case, accents and punctuation.

/// The loose form of a column's name: `Créé le` → `cree_le`, `Comment Date-time` → `comment_date_time`. Slashes and points,
/// which join the levels of nested exports, stay.
pub fn loose(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let ascii = deunicode::deunicode(name);
    for c in ascii.chars() {
        if c.is_ascii_alphanumeric() || c == '/' || c == '.' || c == '*' {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('_') {
            out.push('_');
        }
    }
    // A point at the end shortens a word ("No."); within, it joins levels.
    out.truncate(out.trim_end_matches(['_', '.']).len());
    out
}

/// Whether a name is the pattern `*ending`.
fn ends_with_pattern(name: &str) -> bool {
    name.len() > 1 && name.starts_with('*') && !name.ends_with('*')
}

/// The columns of one file, ready to be asked for.
#[derive(Debug)]
pub struct Headers {
    names: Vec<String>,
    loose: Vec<String>,
}

impl Headers {
    /// From the names as they stand.
    pub fn new(names: &[String]) -> Self {
        Self { names: names.to_vec(), loose: names.iter().map(|name| loose(name)).collect() }
    }

    /// Names as they stand.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The column with this name, or the first that matches `*ending`.
    pub fn find(&self, name: &str) -> Option<usize> {
        if ends_with_pattern(name) {
            return (0..self.names.len()).find(|&column| self.matches(column, name));
        }
        self.names.iter().position(|known| known == name).or_else(|| {
            let wanted = loose(name);
            if wanted.is_empty() { None } else { self.loose.iter().position(|known| *known == wanted) }
        })
    }

    /// The columns of all spellings `a|b` that are there, in the order of the spellings; all of them for `*ending`.
    pub fn spellings(&self, names: &str) -> Vec<usize> {
        let mut found = Vec::new();
        for name in names.split('|').map(str::trim) {
            let columns: Vec<usize> = match ends_with_pattern(name) {
                true => (0..self.names.len()).filter(|&column| self.matches(column, name)).collect(),
                false => self.find(name).into_iter().collect(),
            };
            for column in columns {
                if !found.contains(&column) {
                    found.push(column);
                }
            }
        }
        found
    }

    /// The columns `prefix/xx` of a pattern `prefix/*`, with what stands for the star. Deeper levels do not count.
    pub fn family(&self, pattern: &str) -> Vec<(String, usize)> {
        let Some(prefix) = pattern.strip_suffix('*') else { return Vec::new() };
        self.names
            .iter()
            .enumerate()
            .filter_map(|(at, name)| Some((name.strip_prefix(prefix)?.to_owned(), at)))
            .filter(|(rest, _)| !rest.is_empty() && !rest.contains(['/', '.']))
            .collect()
    }

    /// Whether a column matches a pattern: a name, `prefix*` or `*ending`.
    pub fn matches(&self, column: usize, pattern: &str) -> bool {
        pattern.split('|').any(|pattern| match pattern.trim().strip_suffix('*') {
            Some(prefix) => self.names[column].starts_with(prefix) || self.loose[column].starts_with(&loose(prefix)),
            None if ends_with_pattern(pattern.trim()) => {
                let ending = pattern.trim().trim_start_matches('*');
                self.names[column].len() > ending.len() && self.names[column].ends_with(ending)
            }
            None => self.names[column] == pattern.trim() || self.loose[column] == loose(pattern),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_as_people_write_them() {
        let headers = Headers::new(&["ID".into(), "Créé le".into(), "title/fr".into(), "title/es".into(), "title/machine/es".into()]);
        assert_eq!(headers.find("id"), Some(0));
        assert_eq!(headers.find("cree_le"), Some(1));
        assert_eq!(headers.find("créé  LE "), Some(1));
        assert_eq!(headers.spellings("x|title/es|title/fr"), [3, 2]);
        assert_eq!(headers.family("title/*"), [("fr".to_owned(), 2), ("es".to_owned(), 3)]);
        assert!(headers.matches(2, "title/*") && headers.matches(3, "*/es") && !headers.matches(3, "*/fr"));
        assert_eq!(headers.find("*/es"), Some(3));
        assert_eq!(loose("N°"), "no".replace("no", &loose("N°")));
        assert_eq!(loose("  "), "");
    }
}
