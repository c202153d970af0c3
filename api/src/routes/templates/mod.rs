//! Templates: job data that new sessions can begin with.

mod models;

use domain::templates;
use entity::id::TemplateId;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use self::models::{CreateTemplateRequest, Template, TemplatePage, UpdateTemplateRequest};
use super::no_content::NoContent;
use super::tags::Tag;
use crate::caller::{Admin, JobPostsRead, Reader, SessionsRead, SessionsWrite};
use crate::idempotency::{IdempotencyKey, Replayable, once};
use crate::pagination::PageParams;
use crate::payload::Valid;
use crate::problem::{Errors, Problem};
use crate::types::Path;

pub struct Templates;

#[OpenApi(tag = "Tag::Sessions")]
impl Templates {
    /// Create a template
    ///
    /// New sessions can begin with its job data (`template_id` of `start_session`). Admins only. An organization has at most
    /// 200 templates in each mode; 409 `too_many_templates` beyond that. With `from_job_post` an API key also needs the scope
    /// `job_posts:read`.
    #[oai(path = "/v1/templates", method = "post", operation_id = "create_template")]
    async fn create_template(
        &self,
        admin: Admin<SessionsWrite>,
        #[oai(name = "Idempotency-Key")] key: IdempotencyKey,
        body: Valid<CreateTemplateRequest>,
    ) -> Result<Replayable<Created>, Errors<409>> {
        if body.0.reads_job_post() {
            admin.require_scope::<JobPostsRead>()?;
        }
        let new = body.0.into_domain()?;
        let response = once(&admin, key.of("create_template"), async |tx| {
            let template = templates::create(tx, new).await?;
            let location = format!("/v1/templates/{}", template.id);
            Ok((Created::Created(Json(template.into()), location), None))
        });
        Ok(response.await?)
    }

    /// List templates
    ///
    /// The organization's templates, newest first.
    #[oai(path = "/v1/templates", method = "get", operation_id = "list_templates")]
    async fn list_templates(
        &self,
        reader: Reader<SessionsRead>,
        page: PageParams,
    ) -> Result<Json<TemplatePage>, Problem> {
        let paged = reader.transaction(async |tx| templates::list(tx, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Get a template
    ///
    /// The template's name and its job data.
    #[oai(path = "/v1/templates/:template_id", method = "get", operation_id = "read_template")]
    async fn read_template(
        &self,
        reader: Reader<SessionsRead>,
        Path(template_id): Path<TemplateId>,
    ) -> Result<Json<Template>, Problem> {
        Ok(Json(reader.transaction(async |tx| templates::find(tx, template_id).await).await?.into()))
    }

    /// Update a template
    ///
    /// Absent fields stay unchanged; `job_data` is a merge patch. Sessions that began with the template stay as they are.
    /// Admins only.
    #[oai(path = "/v1/templates/:template_id", method = "patch", operation_id = "update_template")]
    async fn update_template(
        &self,
        admin: Admin<SessionsWrite>,
        Path(template_id): Path<TemplateId>,
        body: Valid<UpdateTemplateRequest>,
    ) -> Result<Json<Template>, Problem> {
        let change = body.0.into_domain()?;
        Ok(Json(admin.transaction(async |tx| templates::update(tx, template_id, change).await).await?.into()))
    }

    /// Delete a template
    ///
    /// Sessions that began with the template stay as they are. Admins only.
    #[oai(path = "/v1/templates/:template_id", method = "delete", operation_id = "delete_template")]
    async fn delete_template(
        &self,
        admin: Admin<SessionsWrite>,
        Path(template_id): Path<TemplateId>,
    ) -> Result<NoContent, Problem> {
        admin.transaction(async |tx| templates::delete(tx, template_id).await).await?;
        Ok(NoContent::NoContent)
    }
}

#[derive(ApiResponse)]
enum Created {
    /// The template was created.
    #[oai(status = 201)]
    Created(
        Json<Template>,
        /// The template's path.
        #[oai(header = "Location")]
        String,
    ),
}
