//! JSON Schemas of the YAML files, made from the types that read them.

use schemars::schema_for;
use serde_json::Value;

use super::{ArchiveConfig, ConsultationConfig};
use crate::import::Profile;

/// The schema of `archive`, `consultation` or `profile` files.
pub fn json_schema(name: &str) -> Option<Value> {
    match name {
        "archive" => Some(schema_for!(ArchiveConfig).into()),
        "consultation" => Some(schema_for!(ConsultationConfig).into()),
        "profile" => Some(schema_for!(Profile).into()),
        _ => None,
    }
}
