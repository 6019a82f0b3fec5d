//! What a profile file may say. `src/import/profiles/README.md` is its manual.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer, StrDeserializer};
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, de};

use crate::model::{Kind, VoteRows};

/// How one kind of export maps to the model.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// `platform/export`, as `decidim/proposals`.
    pub id: String,
    /// Name of the platform.
    pub platform: String,
    /// Name of the export.
    pub title: String,
    /// Where this shape was seen.
    #[serde(default)]
    pub seen: String,
    /// What one should know.
    #[serde(default)]
    pub about: String,
    /// Table or document.
    #[serde(default)]
    pub form: Form,
    /// Documents: dotted path to the rows.
    #[serde(default)]
    pub rows: String,
    /// How to know such a file.
    #[serde(default)]
    pub recognise: Recognise,
    /// Prefix of the ids where another export of the same consultation numbers the same kind on its own.
    #[serde(default)]
    pub namespace: Option<String>,
    /// Time zone of dates without one.
    #[serde(default)]
    pub zone: Option<String>,
    /// Date forms to try first (strftime).
    #[serde(default)]
    pub formats: Vec<String>,
    /// 03/04/2024 is the 4th of March.
    #[serde(default)]
    pub month_first: bool,
    /// What the vote rows of the export are.
    #[serde(default = "absent")]
    pub vote_rows: VoteRows,
    /// Cells with one of these texts are empty.
    #[serde(default)]
    pub nulls: Vec<String>,
    /// Which of the rows with an equal kind and id stays.
    #[serde(default)]
    pub repeated: Repeated,
    /// Documents: lists that say themselves how long they should be.
    #[serde(default)]
    pub complete: Vec<Complete>,
    /// How bodies are written.
    #[serde(default)]
    pub markup: BodyMarkup,
    /// Columns with personal data, never kept.
    #[serde(default)]
    pub personal: Vec<String>,
    /// Columns of no use in an archive.
    #[serde(default)]
    pub ignored: Vec<String>,
    /// What a row becomes.
    pub records: Vec<Record>,
}

fn absent() -> VoteRows {
    VoteRows::Absent
}

/// Shape of the export.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// Rows of cells (CSV, XLSX, ODS, flat JSON).
    #[default]
    Table,
    /// Nested documents (JSON, JSON Lines).
    Document,
}

/// Which of the rows with an equal kind and id stays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Repeated {
    /// The first; later ones are set aside as repeated or conflicting.
    #[default]
    First,
    /// The last: the file is a log of several visits, and earlier ones are older copies.
    Newest,
}

/// A list in a document that may be shorter than the document declares.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Complete {
    /// Path of the list that is there, from the top of the document.
    pub held: String,
    /// Path of a number, or of a list of the same things.
    pub declared: String,
}

/// How bodies are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum BodyMarkup {
    /// HTML where the text holds HTML tags, else plain text.
    #[default]
    Auto,
    /// HTML.
    Html,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
}

/// How to know a file of this profile.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recognise {
    /// Columns that must be there; `a|b` names spellings.
    #[serde(default)]
    pub required: Vec<String>,
    /// Columns that must not be there.
    #[serde(default)]
    pub absent: Vec<String>,
    /// Columns whose first rows must show one of these values.
    #[serde(default)]
    pub values: BTreeMap<String, Vec<String>>,
}

/// What a row becomes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Conditions that must all hold.
    #[serde(default)]
    pub when: OneOrMany<Condition>,
    /// Documents: the list whose elements become records. Tables: the columns (`a|b`, `prefix*`) whose filled cells do.
    #[serde(default)]
    pub each: Option<String>,
    /// Tables: what cuts the cells of `each` into pieces.
    #[serde(default)]
    pub each_split: Option<String>,
    /// Rows repeat this record: only the first with its id makes something, and it gives way to the same thing in full.
    #[serde(default)]
    pub once: bool,
    /// What it is.
    #[serde(rename = "as")]
    pub entity: Entity,
    /// Kind of a contribution.
    #[serde(default)]
    pub kind: Option<Kind>,
    /// Why it is set aside, for `as: set_aside`.
    #[serde(default)]
    pub code: Option<String>,
    /// Kinds of the parent, in the order to search; `comment` is one of them.
    #[serde(default)]
    pub on: Vec<String>,
    /// Field → column.
    #[serde(default)]
    pub fields: BTreeMap<String, FieldSpec>,
    /// Columns published as they are.
    #[serde(default)]
    pub further: Vec<String>,
    /// Every unnamed column right of this one is a question put to participants.
    #[serde(default)]
    pub questions_after: Option<String>,
    /// Rows that never were public.
    #[serde(default)]
    pub set_aside: Vec<SetAsideRule>,
    /// Further records made of the same row.
    #[serde(default)]
    pub also: Vec<Record>,
}

/// What a record makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Entity {
    /// A contribution.
    Contribution,
    /// A comment.
    Comment,
    /// A vote.
    Vote,
    /// A text that belongs to a contribution.
    Appendix,
    /// A topic.
    Topic,
    /// A label.
    Tag,
    /// A label put on something.
    Tagging,
    /// An answer, decision or commitment.
    Outcome,
    /// A further field of a contribution, with its name in `title` and its value in `body`.
    Field,
    /// A contribution in another language.
    Translation,
    /// Somebody who wrote: names and sizes for the ids of other rows.
    Author,
    /// The opinion group that a voter belongs to.
    VoterGroup,
    /// Nothing: listed with a reason.
    SetAside,
}

/// A condition on a column.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The column.
    pub column: String,
    /// It shows one of these (case and accents do not matter).
    #[serde(default)]
    pub values: Vec<String>,
    /// It is empty, or is not.
    #[serde(default)]
    pub empty: Option<bool>,
}

/// A reason to set a row aside.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetAsideRule {
    /// The column.
    pub column: String,
    /// It shows one of these.
    pub values: Vec<String>,
    /// The reason.
    pub code: String,
}

/// Where a field comes from: the parts in order.
#[derive(Debug, Clone, Default)]
pub struct FieldSpec {
    /// One part for a single column; several for alternatives, levels or paragraphs.
    pub parts: Vec<Part>,
}

/// A column and what to do with its cells.
#[derive(Debug, Clone, Default)]
pub struct Part {
    /// Name, spellings joined by `|`, `prefix/*` for one column per language.
    pub column: Option<String>,
    /// Spelling → our word.
    pub values: Option<BTreeMap<String, String>>,
    /// Date forms.
    pub formats: Vec<String>,
    /// List separator.
    pub split: Option<String>,
    /// Keep the part after the last separator.
    pub last_of: Option<String>,
    /// Keep the part before the first such text.
    pub before: Option<String>,
    /// Keep the part after the first such text.
    pub after: Option<String>,
    /// `relay`: base64 `Type:id` becomes id.
    pub decode: Option<Decode>,
    /// A constant.
    pub value: Option<String>,
    /// Joins the elements of a list in a document.
    pub join: Option<String>,
    /// Written before a paragraph of a body.
    pub label: Option<String>,
    /// An empty cell takes the value of the nearest row above that has one.
    pub carry: bool,
    /// Written before what the cell gives.
    pub prefix: Option<String>,
    /// The column within which this id is unique; its cell and a hyphen are written before.
    pub within: Option<String>,
    /// The column of given names; its cell and a blank are written before.
    pub given: Option<String>,
}

/// Decodings of ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Decode {
    /// GraphQL relay ids: base64 of `Type:id`. Others are left as they are.
    Relay,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PartMap {
    /// Name of the column as the header row spells it; `a|b` for spellings, `prefix/*` for one column per language. Documents: a dotted path.
    #[serde(default)]
    column: Option<String>,
    /// Spelling in the file → our word. `"*"` stands for all others, `""` for an empty cell; `=` as the word keeps the spelling.
    #[serde(default)]
    values: Option<BTreeMap<String, String>>,
    /// Date form (strftime), as `%d/%m/%Y %H:%M`.
    #[serde(default)]
    format: Option<String>,
    /// Several date forms.
    #[serde(default)]
    formats: Vec<String>,
    /// What separates the items of a list in the cell.
    #[serde(default)]
    split: Option<String>,
    /// Keep the part after the last such text.
    #[serde(default)]
    last_of: Option<String>,
    /// Keep the part before the first such text.
    #[serde(default)]
    before: Option<String>,
    /// Keep the part after the first such text.
    #[serde(default)]
    after: Option<String>,
    /// How the id is coded.
    #[serde(default)]
    decode: Option<Decode>,
    /// A constant instead of a column.
    #[serde(default)]
    value: Option<String>,
    /// Joins the parts of a list in a document.
    #[serde(default)]
    join: Option<String>,
    /// Written before this paragraph of a body.
    #[serde(default)]
    label: Option<String>,
    /// An empty cell takes the nearest filled one above.
    #[serde(default)]
    carry: bool,
    /// Written before what the cell gives.
    #[serde(default)]
    prefix: Option<String>,
    /// The column inside which this id is unique.
    #[serde(default)]
    within: Option<String>,
    /// Names: the column of given names, written before.
    #[serde(default)]
    given: Option<String>,
}

impl From<PartMap> for Part {
    fn from(map: PartMap) -> Self {
        let PartMap { column, values, format, mut formats, split, last_of, before, after, decode, value, join, label, carry, prefix, within, given } =
            map;
        formats.splice(0..0, format);
        Part { column, values, formats, split, last_of, before, after, decode, value, join, label, carry, prefix, within, given }
    }
}

// The three types below are read by visitors and not by `untagged`: that would lose the place of an error and turn `1:` and
// `012:` into numbers before they can be keys.

impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Part;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a column, or a map with `column`")
            }
            fn visit_str<E: de::Error>(self, name: &str) -> Result<Part, E> {
                Ok(Part { column: Some(name.to_owned()), ..Part::default() })
            }
            fn visit_u64<E: de::Error>(self, name: u64) -> Result<Part, E> {
                self.visit_str(&name.to_string())
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Part, A::Error> {
                PartMap::deserialize(MapAccessDeserializer::new(map)).map(Part::from)
            }
        }
        deserializer.deserialize_any(Read)
    }
}

impl<'de> Deserialize<'de> for FieldSpec {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        OneOrMany::<Part>::deserialize(deserializer).map(|parts| FieldSpec { parts: parts.0 })
    }
}

/// One value or a list of them.
#[derive(Debug, Clone)]
pub struct OneOrMany<T>(pub Vec<T>);

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Read<T> {
            type Value = OneOrMany<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("one of them, or a list")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                T::deserialize(StrDeserializer::new(text)).map(|one| OneOrMany(vec![one]))
            }
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
                self.visit_str(&number.to_string())
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(|one| OneOrMany(vec![one]))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(list)).map(OneOrMany)
            }
        }
        deserializer.deserialize_any(Read(PhantomData))
    }
}

impl JsonSchema for FieldSpec {
    fn schema_name() -> Cow<'static, str> {
        "Field".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let part = generator.subschema_for::<PartMap>();
        json_schema!({
            "description": "A column (spellings joined by |, prefix/* for one per language), a map, or a list of these.",
            "anyOf": [{"type": "string"}, part, {"type": "array", "items": {"anyOf": [{"type": "string"}, part]}}]
        })
    }
}

impl<T: JsonSchema> JsonSchema for OneOrMany<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("OneOrMany{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        json_schema!({"anyOf": [one, {"type": "array", "items": one}]})
    }
}

macro_rules! fields {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// A field that a column can fill.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Field { $($variant),* }
        impl Field {
            /// All fields.
            pub const ALL: &[(Field, &str)] = &[$((Field::$variant, $name)),*];
        }
    };
}

fields! {
    Id "id", Kind "kind", ParentKind "parent_kind", ParentId "parent_id", Topic "topic", TopicId "topic_id", Tags "tags", Title "title", Body "body",
    AuthorId "author_id", AuthorName "author_name", AuthorKind "author_kind", AuthorSize "author_size", CreatedAt "created_at", UpdatedAt "updated_at",
    Status "status", StatusReason "status_reason", Language "language", VotesFor "votes_for", VotesAgainst "votes_against", VotesNeutral "votes_neutral",
    VotesTotal "votes_total", CommentCount "comment_count", AmendmentCount "amendment_count", Latitude "latitude", Longitude "longitude", Place "place", Url "url", Answer "answer",
    AnswerStatus "answer_status", AnsweredAt "answered_at", AnswerAuthor "answer_author", OnKind "on_kind", OnId "on_id", OnTitle "on_title", ReplyTo "reply_to",
    ThreadUrl "thread_url", Side "side", ParentPath "parent_path", Value "value", Voter "voter", TagId "tag_id", Author "author", Cites "cites",
    AuthorCode "author_code", Group "group", VotesBasis "votes_basis",
}

impl Field {
    /// The field with this name.
    pub fn find(name: &str) -> Option<Field> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(field, _)| *field)
    }
}
