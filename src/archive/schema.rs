//! JSON Schemas of the YAML files, made from the types that read them.

use schemars::schema_for;
use serde_json::Value;

use super::{ArchiveConfig, ConsultationConfig};
use crate::import::{Profile, describe_fields};

/// The schema of `archive`, `consultation` or `profile` files.
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
        _ => None,
    }
}
