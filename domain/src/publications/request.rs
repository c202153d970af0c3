//! What a target is sent: the same id at every attempt.

use entity::id::{PublicationId, PublicationTargetId};
use entity::publication::{self, Model as Publication};
use entity::publication_target::{self as target, Format, Model as Target};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait, Condition};

use super::{bodies, outcomes};
use crate::deliveries::{Claim, Outgoing, ResponseTimeout};
use crate::error::{Error, Result};
use crate::job_posts::{self, JobPost};
use crate::tenant_tx::TenantTx;
use crate::webhooks::secrets;

const PATH: &str = "/jobposts/ai-create";

/// The post as its target wants it; none when the target was removed, and then the publication has failed.
pub(crate) async fn outgoing(tx: &TenantTx, claim: &Claim) -> Result<Option<Outgoing>> {
    let Some(publication) = publication(tx, claim).await? else { return Ok(None) };
    let Some(target) = target(tx, claim).await? else {
        outcomes::give_up(tx, &publication).await?;
        return Ok(None);
    };
    let publication = settled(tx, publication).await?;
    let job_post = job_posts::find(tx, publication.job_post_id).await?;
    Ok(Some(match target.format {
        Format::AiCreate => original(tx, &publication, &job_post, target)?,
        Format::SignedJson => signed(tx, &publication, &job_post, &target),
    }))
}

/// With what it replaces: what the target called the conversation's latest post before this one, by the first attempt. Those
/// after it send the same.
async fn settled(tx: &TenantTx, publication: Publication) -> Result<Publication> {
    use publication::{Column, Entity};
    if publication.replaces_decided_at.is_some() {
        return Ok(publication);
    }
    let before = Condition::all()
        .add(Column::SessionId.eq(publication.session_id))
        .add(Column::TargetId.eq(publication.target_id))
        .add(Column::Id.lt(publication.id))
        .add(Column::ExternalId.is_not_null());
    let before = tx.find::<Entity>().filter(before).newest_first(Column::Id).limit(1).all().await?;
    let replaces = before.into_iter().next().and_then(|before| before.external_id);
    let decided =
        [(Column::Replaces, Expr::value(replaces)), (Column::ReplacesDecidedAt, Expr::value(tx.now()))];
    let this = Column::Id.eq(publication.id);
    // Somebody with an older claim may have been there at this moment: then theirs holds.
    tx.update::<Entity>(this.clone().and(Column::ReplacesDecidedAt.is_null()), decided).await?;
    tx.find::<Entity>().filter(this).one().await?.ok_or(Error::NotFound("publication"))
}

pub(super) async fn publication(tx: &TenantTx, claim: &Claim) -> Result<Option<Publication>> {
    let this = publication::Column::Id.eq(PublicationId(claim.subject));
    tx.find::<publication::Entity>().filter(this).one().await
}

async fn target(tx: &TenantTx, claim: &Claim) -> Result<Option<Target>> {
    let this = target::Column::Id.eq(PublicationTargetId(claim.target));
    tx.find::<target::Entity>().filter(this).one().await
}

fn original(
    tx: &TenantTx,
    publication: &Publication,
    job_post: &JobPost,
    target: Target,
) -> Result<Outgoing> {
    let options = serde_json::from_value(target.options).map_err(Error::internal)?;
    let mut headers = vec![
        ("content-type", "application/json".to_owned()),
        ("idempotency-key", publication.id.to_string()),
    ];
    // The shape has no key for it, and a strict target refuses keys that it does not know.
    headers
        .extend(publication.replaces.clone().filter(|id| is_fit(id)).map(|id| ("postwright-replaces", id)));
    headers.extend(target.bearer_token.map(|token| ("authorization", format!("Bearer {token}"))));
    Ok(Outgoing {
        url: format!("{}{PATH}", target.url.trim_end_matches('/')),
        headers,
        secret_headers: &["authorization"],
        body: bodies::ai_create(tx.organization_id(), publication, job_post, &options),
        timeout: ResponseTimeout::Long,
        success: 200..=201,
    })
}

fn signed(tx: &TenantTx, publication: &Publication, job_post: &JobPost, target: &Target) -> Outgoing {
    let body = bodies::signed_json(tx.organization_id(), publication, job_post);
    let is_still_good = target.previous_secret_until.is_some_and(|until| until > tx.now());
    let previous = target.previous_secret.as_deref().filter(|_| is_still_good);
    let keys = target.secret.as_deref().into_iter().chain(previous);
    let (id, now) = (publication.id.to_string(), tx.real_time().timestamp());
    let mut headers = vec![("content-type", "application/json".to_owned())];
    headers.extend(secrets::headers(keys, &id, now, &body));
    Outgoing {
        url: target.url.clone(),
        headers,
        secret_headers: &[],
        body,
        timeout: ResponseTimeout::Long,
        success: Outgoing::ANY_SUCCESS,
    }
}

/// Whether a header can carry it.
fn is_fit(id: &str) -> bool {
    id.bytes().all(|byte| byte.is_ascii_graphic())
}
