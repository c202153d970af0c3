//! The request of a publication, with the same id at every attempt.

use entity::id::{PublicationId, PublicationTargetId};
use entity::publication::{self, Model as Publication};
use entity::publication_target::{self as target, Format, Model as Target};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait, Condition};
use secrecy::ExposeSecret;

use super::{bodies, outcomes};
use crate::deliveries::{Claim, Outgoing, ResponseTimeout};
use crate::error::{Error, Result};
use crate::job_posts::{self, JobPost};
use crate::sealing::columns::{TARGET_BEARER_TOKEN, TARGET_PREVIOUS_SECRET, TARGET_SECRET};
use crate::tenant_tx::TenantTx;
use crate::webhooks::secrets;

const PATH: &str = "/jobposts/ai-create";

/// The request in the target's format. `None` when the target was removed; that fails the publication.
pub(crate) async fn outgoing(tx: &TenantTx, claim: &Claim) -> Result<Option<Outgoing>> {
    let Some(publication) = publication(tx, claim).await? else { return Ok(None) };
    let Some(target) = target(tx, claim).await? else {
        outcomes::fail_target_removed(tx, &publication).await?;
        return Ok(None);
    };
    let publication = with_replaces(tx, publication).await?;
    let job_post = job_posts::find(tx, publication.job_post_id).await?;
    Ok(Some(match target.format {
        Format::AiCreate => original(tx, &publication, &job_post, target)?,
        Format::SignedJson => signed(tx, &publication, &job_post, &target)?,
    }))
}

/// Stores at the first attempt which job post this one replaces: the target's id of the session's previous job post. Later
/// attempts send the same.
async fn with_replaces(tx: &TenantTx, publication: Publication) -> Result<Publication> {
    use publication::{Column, Entity};
    if publication.replaces_decided_at.is_some() {
        return Ok(publication);
    }
    let earlier = Condition::all()
        .add(Column::SessionId.eq(publication.session_id))
        .add(Column::TargetId.eq(publication.target_id))
        .add(Column::Id.lt(publication.id))
        .add(Column::ExternalId.is_not_null());
    let latest = tx.find::<Entity>().filter(earlier).newest_first(Column::Id).limit(1).all().await?;
    let replaces = latest.into_iter().next().and_then(|latest| latest.external_id);
    let decided =
        [(Column::Replaces, Expr::value(replaces)), (Column::ReplacesDecidedAt, Expr::value(tx.now()))];
    let this = Column::Id.eq(publication.id);
    // An attempt with an older claim may have stored it at the same time; the first one counts.
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
    let options = serde_json::from_value(target.options)?;
    let mut headers = vec![
        ("content-type", "application/json".to_owned()),
        ("idempotency-key", publication.id.to_string()),
    ];
    // A header, because the body of this format has no member for it and a strict target rejects unknown ones.
    headers.extend(publication.replaces.as_deref().map(|id| ("postwright-replaces", percent_encoded(id))));
    if let Some(sealed) = &target.bearer_token {
        let token = TARGET_BEARER_TOKEN.open(tx, target.id.0, sealed)?;
        let token = str::from_utf8(token.expose_secret()).map_err(Error::internal)?;
        headers.push(("authorization", format!("Bearer {token}")));
    }
    Ok(Outgoing {
        url: format!("{}{PATH}", target.url.trim_end_matches('/')),
        headers,
        secret_headers: &["authorization"],
        body: bodies::ai_create(tx.organization_id(), publication, job_post, &options),
        timeout: ResponseTimeout::Long,
        success: 200..=201,
        challenge: None,
    })
}

fn signed(tx: &TenantTx, publication: &Publication, job_post: &JobPost, target: &Target) -> Result<Outgoing> {
    let body = bodies::signed_json(tx.organization_id(), publication, job_post);
    let is_still_valid = target.previous_secret_until.is_some_and(|until| until > tx.now());
    let previous = target.previous_secret.as_deref().filter(|_| is_still_valid);
    let current = target.secret.as_deref().map(|sealed| TARGET_SECRET.open(tx, target.id.0, sealed));
    let previous = previous.map(|sealed| TARGET_PREVIOUS_SECRET.open(tx, target.id.0, sealed));
    let keys = [current.transpose()?, previous.transpose()?];
    let keys = keys.iter().flatten().map(ExposeSecret::expose_secret);
    let (id, now) = (publication.id.to_string(), tx.real_time().timestamp());
    let mut headers = vec![("content-type", "application/json".to_owned())];
    headers.extend(secrets::headers(keys, &id, now, &body));
    Ok(Outgoing {
        url: target.url.clone(),
        headers,
        secret_headers: &[],
        body,
        timeout: ResponseTimeout::Long,
        success: Outgoing::ANY_SUCCESS,
        challenge: None,
    })
}

/// The id as a header value: bytes that a header cannot hold, and the percent sign, are percent-encoded (RFC 3986, 2.1).
fn percent_encoded(id: &str) -> String {
    let encoded = |byte: u8| match byte {
        b'%' => "%25".to_owned(),
        _ if byte.is_ascii_graphic() => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    id.bytes().map(encoded).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_a_header_value() {
        for (id, value) in [
            ("jp_1/a+b", "jp_1/a+b"),
            ("Stelle 7", "Stelle%207"),
            ("köche", "k%C3%B6che"),
            ("100%", "100%25"),
        ] {
            assert_eq!(percent_encoded(id), value);
        }
    }
}
