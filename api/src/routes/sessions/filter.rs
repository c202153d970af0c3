//! The filters of lists of sessions.

use domain::sessions::Filter;
use entity::id::UserId;
use poem::{Request, RequestBody, Result};
use poem_openapi::param::Query;
use poem_openapi::registry::{MetaParamIn, MetaSchema, MetaSchemaRef, Registry};
use poem_openapi::types::{ParseFromParameter, Type};
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};
use serde_json::{Value, json};
use uuid::Uuid;

use super::SessionStatus;
use crate::openapi::query_parameter;
use crate::problem::Problem;
use crate::types::Timestamp;

/// The `format` that marks the parameter which the OpenAPI document replaces by [`parameters`].
pub const MARK: &str = "session_filter";
/// Longest text to look for, in characters.
const LONGEST_TEXT: usize = 200;

/// Which sessions a list shows. poem allows one parameter per extractor, so the document gets the parameters in
/// `openapi/parameters.rs`.
pub struct SessionFilter(pub Filter);

/// The parameters in the OpenAPI document.
pub fn parameters() -> Vec<Value> {
    let status = json!({"$ref": "#/components/schemas/SessionStatus"});
    let person = json!({"type": "string", "format": "uuid"});
    let text = json!({"type": "string", "maxLength": LONGEST_TEXT, "minLength": 1});
    let time = json!({"type": "string", "format": "date-time"});
    let expired =
        "With `true`, the expired sessions that can still be read, else those that have not expired.";
    vec![
        query_parameter("status", &status, "Only sessions with this status."),
        query_parameter("user_id", &person, "Only sessions of this person. For admins."),
        query_parameter(
            "q",
            &text,
            "Only sessions whose title or company's name has this text, in any case.",
        ),
        query_parameter("created_after", &time, "Only sessions created at this time or later."),
        query_parameter("created_before", &time, "Only sessions created before this time."),
        query_parameter("expired", &json!({"type": "boolean"}), expired),
    ]
}

impl<'a> ApiExtractor<'a> for SessionFilter {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::Parameter];
    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        SessionStatus::register(registry);
    }

    fn param_in() -> Option<MetaParamIn> {
        Some(MetaParamIn::Query)
    }

    fn param_schema_ref() -> Option<MetaSchemaRef> {
        Some(MetaSchemaRef::Inline(Box::new(MetaSchema::new_with_format("string", MARK))))
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        let status: Option<SessionStatus> = read(request, body, "status").await?;
        let user_id: Option<Uuid> = read(request, body, "user_id").await?;
        let created_after: Option<Timestamp> = read(request, body, "created_after").await?;
        let created_before: Option<Timestamp> = read(request, body, "created_before").await?;
        let expired: Option<bool> = read(request, body, "expired").await?;
        Ok(Self(Filter {
            is_complete: status.map(SessionStatus::is_complete),
            user_id: user_id.map(UserId),
            is_expired: expired == Some(true),
            text: checked_text(read(request, body, "q").await?)?,
            created_after: created_after.map(|time| time.0),
            created_before: created_before.map(|time| time.0),
        }))
    }
}

async fn read<T: ParseFromParameter>(
    request: &Request,
    body: &mut RequestBody,
    name: &'static str,
) -> Result<Option<T>> {
    let options = ExtractParamOptions { name, ..Default::default() };
    Ok(Query::<Option<T>>::from_request(request, body, options).await?.0)
}

fn checked_text(text: Option<String>) -> Result<Option<String>, Problem> {
    let Some(text) = text else { return Ok(None) };
    if !(1..=LONGEST_TEXT).contains(&text.chars().count()) {
        return Err(Problem::invalid_field("/q", format!("must have 1 to {LONGEST_TEXT} characters")));
    }
    if text.contains('\0') {
        return Err(Problem::invalid_field("/q", "must have no NUL character"));
    }
    Ok(Some(text))
}
