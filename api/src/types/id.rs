//! Ids in paths: `Path<SessionId>`. A malformed id is answered like an unknown one, with 404.

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
        let id = request.raw_path_param(options.name).and_then(|text| text.parse().ok());
        Ok(Self(id.ok_or_else(|| Problem::of_status(StatusCode::NOT_FOUND))?))
    }
}
