//! JSON Schemas of the YAML files, made from the types that read them.

use schemars::schema_for;
use serde_json::Value;

use super::fields::describe_fields;
use super::{ArchiveConfig, ConsultationConfig, OutcomeConfig, Profile, TimelineEntry, WorkshopConfig};

/// The schema of `archive`, `consultation`, `profile`, `outcomes`, `timeline` or `workshops` files.
pub fn json_schema(name: &str) -> Option<Value> {
    match name {
        "archive" => Some(schema_for!(ArchiveConfig).into()),
        "consultation" => {
            let mut schema: Value = schema_for!(ConsultationConfig).into();
            describe_fields(&mut schema["$defs"]["SourceConfig"]["properties"]["columns"]);
            Some(schema)
        }
        "profile" => {
            let mut schema: Value = schema_for!(Profile).into();
            describe_fields(&mut schema["$defs"]["Record"]["properties"]["fields"]);
            Some(schema)
        }
        "outcomes" => Some(schema_for!(Vec<OutcomeConfig>).into()),
        "timeline" => Some(schema_for!(Vec<TimelineEntry>).into()),
        "workshops" => Some(schema_for!(Vec<WorkshopConfig>).into()),
        _ => None,
    }
}
