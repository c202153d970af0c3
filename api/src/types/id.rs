//! Ids in paths: `Path<SessionId>`. A malformed id is answered like an unknown one, with 404; so is any spelling but the one
//! that responses have, as with two spellings one resource would have two paths.

use std::str::FromStr;

use poem::http::StatusCode;
use poem::{Request, RequestBody, Result};
use poem_openapi::registry::{MetaParamIn, MetaSchemaRef};
use poem_openapi::types::Type;
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};
use uuid::Uuid;

use crate::problem::Problem;

/// The id in a path. The argument's name is the parameter's: `Path(session_id): Path<SessionId>`.
pub struct Path<Id>(pub Id);

impl<'a, Id: FromStr + Send> ApiExtractor<'a> for Path<Id> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::Parameter];
    const PARAM_IS_REQUIRED: bool = true;
    type ParamType = ();
    type ParamRawType = ();

    fn param_in() -> Option<MetaParamIn> {
        Some(MetaParamIn::Path)
    }

    fn param_schema_ref() -> Option<MetaSchemaRef> {
        Some(Uuid::schema_ref())
    }

    async fn from_request(
        request: &'a Request,
        _body: &mut RequestBody,
        options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        let id = request.raw_path_param(options.name).and_then(parse_id);
        Ok(Self(id.ok_or_else(|| Problem::of_status(StatusCode::NOT_FOUND))?))
    }
}

/// An id in the spelling of responses; `None`: it is malformed, or spelled in another way.
pub fn parse_id<Id: FromStr>(text: &str) -> Option<Id> {
    if is_canonical(text) { text.parse().ok() } else { None }
}

/// Whether an id is written in lower case with hyphens.
fn is_canonical(text: &str) -> bool {
    Uuid::parse_str(text).is_ok_and(|id| id.hyphenated().to_string() == text)
}

#[cfg(test)]
mod tests {
    use super::is_canonical;

    #[test]
    fn one_spelling_of_an_id_is_accepted() {
        let id = "019a9f40-0000-7000-8000-0000000000c1";
        assert!(is_canonical(id));
        for other in [
            id.to_uppercase(),
            id.replace('-', ""),
            format!("{{{id}}}"),
            format!("urn:uuid:{id}"),
            format!(" {id}"),
        ] {
            assert!(!is_canonical(&other), "{other}");
        }
    }
}
