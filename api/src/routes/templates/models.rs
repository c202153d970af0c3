//! Bodies of templates.

use domain::Paged;
use domain::templates::{self, NewTemplate, TemplateChange};
use entity::id::JobPostId;
use poem_openapi::Object;
use poem_openapi::types::Example;
use uuid::Uuid;

use crate::examples::{PAGE_TOKEN, TEMPLATE, at};
use crate::problem::Problem;
use crate::routes::changes::JobDataPatch;
use crate::types::Timestamp;
use crate::types::job_data::JobData;

/// Job data that new sessions can begin with.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct Template {
    id: Uuid,
    /// `false` in test mode.
    livemode: bool,
    name: String,
    /// The hiring company. If absent, it is the organization's name.
    company_name: Option<String>,
    job_data: JobData,
    created_at: Timestamp,
    updated_at: Timestamp,
}

impl From<templates::Template> for Template {
    fn from(template: templates::Template) -> Self {
        Self {
            id: template.id.0,
            livemode: template.livemode,
            name: template.name,
            company_name: template.company_name,
            job_data: template.content.into(),
            created_at: template.created_at.into(),
            updated_at: template.updated_at.into(),
        }
    }
}

/// A page of templates.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct TemplatePage {
    items: Vec<Template>,
    /// The `page_token` of the next page. Absent on the last page.
    next_page: Option<String>,
}

impl From<Paged<templates::Template>> for TemplatePage {
    fn from(paged: Paged<templates::Template>) -> Self {
        Self { items: paged.items.into_iter().map(Template::from).collect(), next_page: paged.next }
    }
}

/// The template to create.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example, skip_serializing_if_is_none)]
pub struct CreateTemplateRequest {
    #[oai(validator(min_length = 1, max_length = 200))]
    name: String,
    /// The hiring company named in the job post. If absent, it is that of `from_job_post`, else the
    /// organization's name.
    #[oai(validator(min_length = 1, max_length = 200))]
    company_name: Option<String>,
    /// A finished job post of the organization whose content the template begins with.
    from_job_post: Option<Uuid>,
    /// The job data, or changes of the content of `from_job_post`.
    job_data: Option<JobDataPatch>,
}

impl CreateTemplateRequest {
    pub fn reads_job_post(&self) -> bool {
        self.from_job_post.is_some()
    }

    /// # Errors
    /// 422 for a field that is both set and cleared.
    pub fn into_domain(self) -> Result<NewTemplate, Problem> {
        Ok(NewTemplate {
            name: self.name,
            company_name: self.company_name,
            from_job_post: self.from_job_post.map(JobPostId),
            edits: self.job_data.unwrap_or_default().edits()?,
        })
    }
}

/// Changes of a template. Absent fields stay unchanged.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example, skip_serializing_if_is_none)]
pub struct UpdateTemplateRequest {
    #[oai(validator(min_length = 1, max_length = 200))]
    name: Option<String>,
    /// The hiring company. Empty: the organization's name.
    #[oai(validator(max_length = 200))]
    company_name: Option<String>,
    job_data: Option<JobDataPatch>,
}

impl UpdateTemplateRequest {
    /// # Errors
    /// 422 for a field that is both set and cleared.
    pub fn into_domain(self) -> Result<TemplateChange, Problem> {
        Ok(TemplateChange {
            name: self.name,
            company_name: self.company_name,
            edits: self.job_data.unwrap_or_default().edits()?,
        })
    }
}

impl Example for Template {
    fn example() -> Self {
        Self {
            id: TEMPLATE,
            livemode: true,
            name: "Developers in Amman".to_owned(),
            company_name: Some("Papaya Trading".to_owned()),
            job_data: JobData::example(),
            created_at: at(0),
            updated_at: at(0),
        }
    }
}

impl Example for TemplatePage {
    fn example() -> Self {
        Self { items: vec![Template::example()], next_page: Some(PAGE_TOKEN.to_owned()) }
    }
}

impl Example for CreateTemplateRequest {
    fn example() -> Self {
        Self {
            name: "Developers in Amman".to_owned(),
            company_name: Some("Papaya Trading".to_owned()),
            from_job_post: None,
            job_data: Some(JobDataPatch::example()),
        }
    }
}

impl Example for UpdateTemplateRequest {
    fn example() -> Self {
        Self {
            name: Some("Developers".to_owned()),
            company_name: None,
            job_data: Some(JobDataPatch::example()),
        }
    }
}
