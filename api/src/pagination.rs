//! Query parameters of all lists: `page_token` and `limit`.

use domain::Page;
use poem::{Request, RequestBody, Result};
use poem_openapi::param::Query;
use poem_openapi::registry::{MetaParamIn, MetaSchema, MetaSchemaRef};
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};

use crate::problem::Problem;

pub const DEFAULT_LIMIT: u64 = 20;
pub const MAX_LIMIT: u64 = 100;

/// The `format` that marks the parameter which the OpenAPI document replaces by `page_token` and `limit`.
pub const PAGING_MARK: &str = "paging";

/// The requested page. poem allows one parameter per extractor, so the document gets the two parameters in
/// `openapi/pagination.rs`.
pub struct PageParams(pub Page);

impl<'a> ApiExtractor<'a> for PageParams {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::Parameter];
    type ParamType = ();
    type ParamRawType = ();

    fn param_in() -> Option<MetaParamIn> {
        Some(MetaParamIn::Query)
    }

    fn param_schema_ref() -> Option<MetaSchemaRef> {
        Some(MetaSchemaRef::Inline(Box::new(MetaSchema::new_with_format("string", PAGING_MARK))))
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        let options = ExtractParamOptions { name: "page_token", ..Default::default() };
        let Query(after) = Query::<Option<String>>::from_request(request, body, options).await?;
        let options = ExtractParamOptions {
            name: "limit",
            default_value: Some(|| DEFAULT_LIMIT),
            ..Default::default()
        };
        let Query(limit) = Query::<u64>::from_request(request, body, options).await?;
        if !(1..=MAX_LIMIT).contains(&limit) {
            return Err(Problem::invalid_field("/limit", format!("must be 1 to {MAX_LIMIT}")).into());
        }
        // Forms send an empty token for none.
        Ok(Self(Page { after: after.filter(|token| !token.is_empty()), limit }))
    }
}
