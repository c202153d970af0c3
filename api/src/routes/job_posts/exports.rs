//! Exports of job posts. Each path has one media type, so that generated clients know the type of the response.

use std::marker::PhantomData;

use domain::job_posts::JobPost;
use job_post::Content;
use job_post::exports::Posting;
use poem::http::StatusCode;
use poem::http::header::{CONTENT_TYPE, ETAG};
use poem::{IntoResponse, Response};
use poem_openapi::ApiResponse;
use poem_openapi::registry::{
    MetaHeader, MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};
use poem_openapi::types::Type;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::etag::{none_match_names, quoted};
use crate::examples::{JOB_POST, at};

/// An export format.
pub trait Format: Send {
    /// The media type in the OpenAPI document.
    const MEDIA_TYPE: &'static str;
    /// The value of `Content-Type`.
    const CONTENT_TYPE: &'static str;
    /// The description of the response in the OpenAPI document.
    const DESCRIPTION: &'static str;

    fn write(posting: &Posting<'_>) -> String;

    /// The schema of the body in the OpenAPI document.
    fn schema(example: String) -> MetaSchema {
        MetaSchema { example: Some(Value::String(example)), ..MetaSchema::new("string") }
    }
}

pub struct JsonLd;
pub struct Markdown;
pub struct Html;
pub struct Text;

impl Format for JsonLd {
    const MEDIA_TYPE: &'static str = "application/ld+json";
    const CONTENT_TYPE: &'static str = Self::MEDIA_TYPE;
    const DESCRIPTION: &'static str = "A schema.org JobPosting, with the members of schema.org.";

    fn write(posting: &Posting<'_>) -> String {
        posting.json_ld()
    }

    fn schema(example: String) -> MetaSchema {
        MetaSchema {
            example: serde_json::from_str(&example).ok(),
            additional_properties: Some(Box::new(MetaSchemaRef::Inline(Box::new(MetaSchema::ANY)))),
            ..MetaSchema::new("object")
        }
    }
}

impl Format for Markdown {
    const MEDIA_TYPE: &'static str = "text/markdown";
    const CONTENT_TYPE: &'static str = "text/markdown; charset=utf-8";
    const DESCRIPTION: &'static str = "The job post in CommonMark.";

    fn write(posting: &Posting<'_>) -> String {
        posting.markdown()
    }
}

impl Format for Html {
    const MEDIA_TYPE: &'static str = "text/html";
    const CONTENT_TYPE: &'static str = "text/html; charset=utf-8";
    const DESCRIPTION: &'static str = "The job post as an HTML page.";

    fn write(posting: &Posting<'_>) -> String {
        posting.html()
    }
}

impl Format for Text {
    const MEDIA_TYPE: &'static str = "text/plain";
    const CONTENT_TYPE: &'static str = "text/plain; charset=utf-8";
    const DESCRIPTION: &'static str = "The job post as plain text.";

    fn write(posting: &Posting<'_>) -> String {
        posting.text()
    }
}

/// A job post in a format, or 304.
pub struct Exported<F> {
    tag: String,
    /// Absent for 304.
    text: Option<String>,
    format: PhantomData<F>,
}

impl<F: Format> Exported<F> {
    pub fn of(job_post: &JobPost, if_none_match: Option<&str>) -> Self {
        let text = F::write(&Posting {
            id: job_post.id.0,
            company_name: &job_post.company_name,
            content: &job_post.content,
            posted_at: job_post.created_at,
        });
        // A hash of the text: the job post never changes, but a later release may format it differently.
        let tag: String = Sha256::digest(&text).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        let is_current = none_match_names(if_none_match, &tag);
        Self { tag: quoted(&tag), text: (!is_current).then_some(text), format: PhantomData }
    }
}

impl<F: Format> IntoResponse for Exported<F> {
    fn into_response(self) -> Response {
        let response = Response::builder().header(ETAG, self.tag);
        match self.text {
            Some(text) => response.header(CONTENT_TYPE, F::CONTENT_TYPE).body(text),
            None => response.status(StatusCode::NOT_MODIFIED).finish(),
        }
    }
}

impl<F: Format> ApiResponse for Exported<F> {
    fn meta() -> MetaResponses {
        let schema = MetaSchemaRef::Inline(Box::new(F::schema(example::<F>())));
        let content = vec![MetaMediaType { content_type: F::MEDIA_TYPE, schema }];
        let not_modified = "The export has not changed.";
        MetaResponses {
            responses: vec![response(200, F::DESCRIPTION, content), response(304, not_modified, Vec::new())],
        }
    }

    fn register(_: &mut Registry) {}
}

fn response(status: u16, description: &'static str, content: Vec<MetaMediaType>) -> MetaResponse {
    let tag = MetaHeader {
        name: "ETAG".to_owned(),
        description: Some("The version of the export.".to_owned()),
        required: true,
        deprecated: false,
        schema: String::schema_ref(),
    };
    MetaResponse { description, status: Some(status), status_range: None, content, headers: vec![tag] }
}

/// The example job post in this format.
fn example<F: Format>() -> String {
    let salary = json!({"min": "1800", "max": "2400", "currency": "JOD", "period": "month"});
    let content = json!({"title": ".Net Developer Full Stack", "requirements": ["5+ years experience"],
        "skills": [".net"], "experience_level": "senior", "location": "Amman", "work_type": "hybrid",
        "salary": salary});
    let content: Content = serde_json::from_value(content).unwrap_or_default();
    F::write(&Posting {
        id: JOB_POST,
        company_name: "Papaya Trading",
        content: &content,
        posted_at: at(15).0,
    })
}
