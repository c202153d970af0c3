//! What all lists have in common: the parameters that say which part of a list is wanted.

use domain::Page;
use poem::{Request, RequestBody, Result};
use poem_openapi::param::Query;
use poem_openapi::registry::{MetaParamIn, MetaSchema, MetaSchemaRef};
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};

use crate::openapi::{LARGEST_PAGE, PAGING, USUAL_PAGE};
use crate::problem::Problem;

/// The query parameters `page_token` and `limit`. poem knows only extractors of one parameter each, so the document's
/// finishing pass puts the two in the place of this one.
pub struct PageParams(pub Page);

impl<'a> ApiExtractor<'a> for PageParams {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::Parameter];
    type ParamType = ();
    type ParamRawType = ();

    fn param_in() -> Option<MetaParamIn> {
        Some(MetaParamIn::Query)
    }

    fn param_schema_ref() -> Option<MetaSchemaRef> {
        Some(MetaSchemaRef::Inline(Box::new(MetaSchema::new_with_format("string", PAGING))))
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        let options = ExtractParamOptions { name: "page_token", ..Default::default() };
        let Query(after) = Query::<Option<String>>::from_request(request, body, options).await?;
        let options =
            ExtractParamOptions { name: "limit", default_value: Some(|| USUAL_PAGE), ..Default::default() };
        let Query(limit) = Query::<u64>::from_request(request, body, options).await?;
        if !(1..=LARGEST_PAGE).contains(&limit) {
            return Err(Problem::invalid_field("/limit", format!("must be 1 to {LARGEST_PAGE}")).into());
        }
        // An empty token is what a form sends for none.
        Ok(Self(Page { after: after.filter(|token| !token.is_empty()), limit }))
    }
}
