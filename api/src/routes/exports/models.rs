//! The document of an export, for the OpenAPI document.

use std::collections::HashMap;

use domain::exports::{FORMAT, VERSION};
use poem_openapi::Object;
use poem_openapi::types::Example;
use serde_json::json;
use uuid::Uuid;

use crate::examples::{ORGANIZATION, USER, at};
use crate::types::{ExportSubjectKind, JsonObject, Timestamp};

/// All data of a person or an organization.
#[derive(Debug, Object)]
#[oai(rename = "Export", example)]
pub struct ExportDocument {
    /// Always `postwright.export`.
    format: String,
    /// The version of the format. It increases when a part or a field of its items is renamed or removed, not when one is
    /// added.
    #[oai(validator(minimum(value = "1")))]
    version: i32,
    created_at: Timestamp,
    subject: ExportSubject,
    /// The parts by name, such as `sessions`, `messages` and `job_posts`.
    parts: HashMap<String, ExportPart>,
}

/// The person or the organization whose data the export has.
#[derive(Debug, Object)]
#[oai(skip_serializing_if_is_none, example)]
pub struct ExportSubject {
    kind: ExportSubjectKind,
    /// Id of the person or the organization.
    id: Uuid,
    /// With `person`: the organization whose rows are in the export.
    organization_id: Option<Uuid>,
}

/// A part of an export: rows of one kind, oldest first.
#[derive(Debug, Object)]
#[oai(example)]
pub struct ExportPart {
    /// The JSON schema of an item.
    schema: JsonObject,
    items: Vec<JsonObject>,
}

impl Example for ExportDocument {
    fn example() -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            created_at: at(0),
            subject: ExportSubject::example(),
            parts: HashMap::from([("memberships".to_owned(), ExportPart::example())]),
        }
    }
}

impl Example for ExportSubject {
    fn example() -> Self {
        Self { kind: ExportSubjectKind("person".into()), id: USER, organization_id: Some(ORGANIZATION) }
    }
}

impl Example for ExportPart {
    fn example() -> Self {
        let schema = json!({
            "type": "object",
            "properties": {
                "organization_id": { "type": "string", "format": "uuid" },
                "organization_name": { "type": "string" },
                "role": { "type": "string" },
            },
            "required": ["organization_id", "organization_name", "role"],
            "additionalProperties": false,
        });
        let item = json!({ "organization_id": ORGANIZATION, "organization_name": "Papaya Trading", "role": "owner" });
        Self { schema: JsonObject(schema), items: vec![JsonObject(item)] }
    }
}
