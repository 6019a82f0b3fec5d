//! The schemas of consultations and contributions as public standards: no schema for either stands on schema.data.gouv.fr. Each folder is
//! laid out as that site asks, with a valid and an invalid example, to be put into a repository of its own.

/// Where the text of a schema stands when the archive knows no address of its own.
const NOWHERE: &str = "https://example.org/";

macro_rules! schema {
    ($name:literal) => {
        (
            $name,
            &[
                ("schema.json", include_str!(concat!($name, "/schema.json"))),
                ("README.md", include_str!(concat!($name, "/README.md"))),
                ("CHANGELOG.md", include_str!(concat!($name, "/CHANGELOG.md"))),
                ("exemple-valide.csv", include_str!(concat!($name, "/exemple-valide.csv"))),
                ("exemple-invalide.csv", include_str!(concat!($name, "/exemple-invalide.csv"))),
            ],
        )
    };
}

/// Files of a schema: name and text.
type Files = &'static [(&'static str, &'static str)];

/// The schemas: name of the folder, and its files.
pub const PUBLIC_SCHEMAS: &[(&str, Files)] = &[schema!("consultations"), schema!("contributions")];

/// Paths and bytes, with the address of this archive in them. The schema lies a second time beside the valid example under its name, for
/// programs that find the schema of a table so.
pub fn public_schema(base_url: Option<&str>) -> Vec<(String, Vec<u8>)> {
    let base = base_url.unwrap_or(NOWHERE);
    let files = PUBLIC_SCHEMAS.iter().flat_map(|(name, files)| files.iter().map(move |(file, text)| (*name, *file, *text)));
    files
        .flat_map(|(name, file, text)| {
            let bytes = text.replace("{base_url}", base).into_bytes();
            let twin = (file == "schema.json").then(|| (format!("schema/{name}/exemple-valide.schema.json"), bytes.clone()));
            std::iter::once((format!("schema/{name}/{file}"), bytes)).chain(twin)
        })
        .collect()
}
