//! Job posts in the forms of others: one media type a path, so that generated clients know what they get.

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

use crate::etag::{is_known, quoted};
use crate::examples::{JOB_POST, at};

/// One form of a job post.
pub trait Format: Send {
    /// As the document names it.
    const MEDIA_TYPE: &'static str;
    /// As the wire names it.
    const CONTENT_TYPE: &'static str;
    /// The name of its description in the document.
    const DESCRIPTION: &'static str;

    fn write(posting: &Posting<'_>) -> String;

    /// What the document says of the body, with this example.
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
    const DESCRIPTION: &'static str = "A schema.org JobPosting. Its members are schema.org's.";

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
    const DESCRIPTION: &'static str = "The job post as a page.";

    fn write(posting: &Posting<'_>) -> String {
        posting.html()
    }
}

impl Format for Text {
    const MEDIA_TYPE: &'static str = "text/plain";
    const CONTENT_TYPE: &'static str = "text/plain; charset=utf-8";
    const DESCRIPTION: &'static str = "The job post in plain text.";

    fn write(posting: &Posting<'_>) -> String {
        posting.text()
    }
}

/// A job post in a form, or that the caller has it already.
pub struct Exported<F> {
    tag: String,
    /// Absent when the caller has it.
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
        // Of the text: the post never changes, but a later version may write it differently.
        let tag: String = Sha256::digest(&text).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        let is_known = is_known(if_none_match, &tag);
        Self { tag: quoted(&tag), text: (!is_known).then_some(text), format: PhantomData }
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
        let known = "It is as the caller knows it.";
        MetaResponses {
            responses: vec![response(200, F::DESCRIPTION, content), response(304, known, Vec::new())],
        }
    }

    fn register(_: &mut Registry) {}
}

fn response(status: u16, description: &'static str, content: Vec<MetaMediaType>) -> MetaResponse {
    let tag = MetaHeader {
        name: "ETAG".to_owned(),
        description: Some("Its version.".to_owned()),
        required: true,
        deprecated: false,
        schema: String::schema_ref(),
    };
    MetaResponse { description, status: Some(status), status_range: None, content, headers: vec![tag] }
}

/// The job post of the other examples in this form.
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
