//! Exports of job posts. Each path has one media type, so that generated clients know the type of the response. The clients of
//! some generators read JSON only, so one path has all formats as JSON.

use std::marker::PhantomData;

use domain::job_posts::JobPost;
use job_post::Content;
use job_post::exports::Posting;
use poem::http::StatusCode;
use poem::http::header::{CONTENT_TYPE, ETAG};
use poem::{IntoResponse, Response};
use poem_openapi::registry::{
    MetaHeader, MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};
use poem_openapi::types::{Example, ToJSON as _, Type};
use poem_openapi::{ApiResponse, Object};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::etag::{none_match_names, quoted};
use crate::examples::{JOB_POST, at};
use crate::types::JsonObject;

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
    fn schema(example: String) -> MetaSchemaRef {
        let schema = MetaSchema { example: Some(Value::String(example)), ..MetaSchema::new("string") };
        MetaSchemaRef::Inline(Box::new(schema))
    }

    /// Adds the types of the schema to the OpenAPI document.
    fn register(_: &mut Registry) {}
}

pub struct JsonLd;
pub struct Markdown;
pub struct Html;
pub struct Text;
/// All of them in one JSON object.
pub struct All;

impl Format for JsonLd {
    const MEDIA_TYPE: &'static str = "application/ld+json";
    const CONTENT_TYPE: &'static str = Self::MEDIA_TYPE;
    const DESCRIPTION: &'static str = "A schema.org JobPosting as JSON-LD.";

    fn write(posting: &Posting<'_>) -> String {
        posting.json_ld()
    }

    fn schema(example: String) -> MetaSchemaRef {
        MetaSchemaRef::Inline(Box::new(MetaSchema {
            example: serde_json::from_str(&example).ok(),
            additional_properties: Some(Box::new(MetaSchemaRef::Inline(Box::new(MetaSchema::ANY)))),
            ..MetaSchema::new("object")
        }))
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

impl Format for All {
    const MEDIA_TYPE: &'static str = "application/json";
    const CONTENT_TYPE: &'static str = Self::MEDIA_TYPE;
    const DESCRIPTION: &'static str = "The job post in all formats.";

    fn write(posting: &Posting<'_>) -> String {
        JobPostExports::of(posting).to_json_string()
    }

    fn schema(_: String) -> MetaSchemaRef {
        JobPostExports::schema_ref()
    }

    fn register(registry: &mut Registry) {
        JobPostExports::register(registry);
    }
}

/// A job post in all formats, for clients that read JSON only.
#[derive(Debug, Object)]
#[oai(example)]
pub struct JobPostExports {
    /// A schema.org JobPosting as JSON-LD.
    json_ld: JsonObject,
    /// CommonMark without HTML.
    markdown: String,
    /// A page without scripts, styles and links.
    html: String,
    text: String,
}

impl JobPostExports {
    fn of(posting: &Posting<'_>) -> Self {
        let json_ld = serde_json::from_str(&posting.json_ld()).unwrap_or_default();
        Self {
            json_ld: JsonObject(json_ld),
            markdown: posting.markdown(),
            html: posting.html(),
            text: posting.text(),
        }
    }
}

impl Example for JobPostExports {
    fn example() -> Self {
        with_example(Self::of)
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
        let schema = F::schema(with_example(F::write));
        let content = vec![MetaMediaType { content_type: F::MEDIA_TYPE, schema }];
        let not_modified = "The export has not changed.";
        MetaResponses {
            responses: vec![response(200, F::DESCRIPTION, content), response(304, not_modified, Vec::new())],
        }
    }

    fn register(registry: &mut Registry) {
        F::register(registry);
    }
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

/// Writes the example job post.
fn with_example<T>(write: impl FnOnce(&Posting<'_>) -> T) -> T {
    let salary = json!({"min": "1800", "max": "2400", "currency": "JOD", "period": "month"});
    let content = json!({"title": ".Net Developer Full Stack", "requirements": ["5+ years experience"],
        "skills": [".net"], "experience_level": "senior", "location": "Amman", "work_type": "hybrid",
        "salary": salary});
    let content: Content = serde_json::from_value(content).unwrap_or_default();
    write(&Posting { id: JOB_POST, company_name: "Papaya Trading", content: &content, posted_at: at(15).0 })
}
