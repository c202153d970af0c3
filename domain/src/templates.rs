//! Templates: content that new sessions can begin with. All members may use them, admins keep them.

use chrono::{DateTime, Utc};
use entity::id::{JobPostId, TemplateId};
use entity::job_post_template::{ActiveModel, Column, Entity, Model};
use job_post::{Content, Field, Typed};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Set};

use crate::accounts::check_name;
use crate::changes::violations;
use crate::error::{Error, Result, Violation};
use crate::job_posts;
use crate::page::{Page, Paged};
use crate::tenant_tx::TenantTx;

/// The maximum number of templates of an organization in one mode.
const MAX_TEMPLATES: u64 = 200;

/// Content that a new session can begin with.
#[derive(Clone, Debug)]
pub struct Template {
    pub id: TemplateId,
    pub livemode: bool,
    pub name: String,
    /// `None`: the organization's name.
    pub company_name: Option<String>,
    pub content: Content,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// A template to create.
#[derive(Clone, Debug)]
pub struct NewTemplate {
    pub name: String,
    /// When absent that of the job post, if there is one.
    pub company_name: Option<String>,
    /// The job post whose content it begins with.
    pub from_job_post: Option<JobPostId>,
    /// Applied to that content.
    pub edits: Vec<(Field, Typed)>,
}

/// The members to change; `None` keeps a member as it is.
#[derive(Clone, Debug, Default)]
pub struct TemplateChange {
    pub name: Option<String>,
    /// Empty: the organization's name.
    pub company_name: Option<String>,
    pub edits: Vec<(Field, Typed)>,
}

/// The organization's templates, newest first.
///
/// # Errors
/// [`Error::Invalid`] for a cursor of another list.
pub async fn list(tx: &TenantTx, page: &Page) -> Result<Paged<Template>> {
    let mut rows = tx.find::<Entity>().newest_first(Column::Id).limit(page.fetch());
    if let Some(after) = page.key::<TemplateId>()? {
        rows = rows.filter(Column::Id.lt(after));
    }
    let rows = page.cut(rows.all().await?, |row| row.id.to_string());
    let items = rows.items.into_iter().map(Template::from_row).collect::<Result<_>>()?;
    Ok(Paged { items, next: rows.next })
}

/// Reads one template.
///
/// # Errors
/// [`Error::NotFound`] when the organization has no such template.
pub async fn find(tx: &TenantTx, id: TemplateId) -> Result<Template> {
    let row = tx.find::<Entity>().filter(Column::Id.eq(id)).one().await?;
    Template::from_row(row.ok_or(Error::NotFound("template"))?)
}

/// Creates a template.
///
/// # Errors
/// [`Error::Invalid`] for a name that is empty or too long, values that their fields cannot hold, and an unknown job post;
/// [`Error::Conflict`] `too_many_templates`.
pub async fn create(tx: &TenantTx, new: NewTemplate) -> Result<Template> {
    // Concurrent calls may exceed the limit by a few, which does no harm.
    if tx.find::<Entity>().count().await? >= MAX_TEMPLATES {
        let detail = format!("There are {MAX_TEMPLATES} already; delete one first.");
        return Err(Error::conflict("too_many_templates", detail));
    }
    let post = match new.from_job_post {
        Some(id) => Some(job_posts::find_source(tx, id).await?),
        None => None,
    };
    let (content, its_company) = post.map(|post| (post.content, post.company_name)).unzip();
    let company_name = new.company_name.map(|name| check_name("/company_name", &name)).transpose()?;
    let row = ActiveModel {
        id: Set(TemplateId::new()),
        name: Set(check_name("/name", &new.name)?),
        company_name: Set(company_name.or(its_company)),
        content: Set(serde_json::to_value(edited(&content.unwrap_or_default(), &new.edits)?)?),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    Template::from_row(tx.insert(row).await?)
}

/// Changes a template. Sessions that began with it stay as they are.
///
/// # Errors
/// [`Error::NotFound`], and [`Error::Invalid`] as for [`create`].
pub async fn update(tx: &TenantTx, id: TemplateId, change: TemplateChange) -> Result<Template> {
    let before = tx.find::<Entity>().filter(Column::Id.eq(id)).locked().one().await?;
    let before = Template::from_row(before.ok_or(Error::NotFound("template"))?)?;
    let content = edited(&before.content, &change.edits)?;
    let mut columns: Vec<(Column, SimpleExpr)> = vec![
        (Column::UpdatedAt, Expr::value(tx.now())),
        (Column::Content, Expr::value(serde_json::to_value(content)?)),
    ];
    if let Some(name) = change.name {
        columns.push((Column::Name, Expr::value(check_name("/name", &name)?)));
    }
    if let Some(name) = change.company_name {
        let name = if name.is_empty() { None } else { Some(check_name("/company_name", &name)?) };
        columns.push((Column::CompanyName, Expr::value(name)));
    }
    tx.update::<Entity>(Column::Id.eq(id), columns).await?;
    find(tx, id).await
}

/// Deletes a template. Sessions that began with it stay as they are.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &TenantTx, id: TemplateId) -> Result<()> {
    match tx.delete::<Entity>(Column::Id.eq(id)).await? {
        0 => Err(Error::NotFound("template")),
        _ => Ok(()),
    }
}

/// The content after the edits.
fn edited(content: &Content, edits: &[(Field, Typed)]) -> Result<Content> {
    job_post::edited_content(content, edits).map_err(|mistakes| match violations(mistakes) {
        Error::Invalid(all) => Error::Invalid(all.into_iter().map(in_job_data).collect()),
        other => other,
    })
}

fn in_job_data(violation: Violation) -> Violation {
    Violation { pointer: format!("/job_data{}", violation.pointer).into(), ..violation }
}

impl Template {
    fn from_row(row: Model) -> Result<Self> {
        Ok(Self {
            id: row.id,
            livemode: row.livemode,
            name: row.name,
            company_name: row.company_name,
            content: serde_json::from_value(row.content)?,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}
