//! Quotas that an operator gives to a single organization.

use domain::Error;
use domain::audit::RequestOrigin;
use domain::operators::set_quota;
use domain::quotas::{Limits, QuotaName};
use entity::id::OrganizationId;
use serde_json::{Value, json};
use tests::{App, Person, with_app_of};

use super::{assert_exceeded, limited, quota};

async fn set(app: &App, of: &Person, name: QuotaName, limit: Option<u32>) -> Vec<(QuotaName, u64)> {
    let organization: OrganizationId = of.organization_id.parse().unwrap();
    let change = set_quota(&app.db, organization, name, limit);
    RequestOrigin::of_operator("postwright admin quota".to_owned()).scope(change).await.unwrap()
}

#[tokio::test]
async fn an_organization_has_its_own_quotas_from_the_next_request_on() {
    with_app_of(limited(Limits { sessions: 1, session_turns: 1, ..Limits::default() }), async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let (of_ada, of_eve) = (ada.begin().await, eve.begin().await);
        let own = set(app, &ada, QuotaName::Sessions, Some(3)).await;
        assert_eq!(own, [(QuotaName::Sessions, 3)]);
        ada.begin().await;
        ada.begin().await;
        assert_exceeded(&ada.post("/v1/sessions", json!({})).await, "sessions", 3, 3);
        assert_exceeded(&eve.post("/v1/sessions", json!({})).await, "sessions", 1, 1);
        assert_eq!((quota(&ada, "sessions").await, quota(&eve, "sessions").await), ((3, 3), (1, 1)));

        let own = set(app, &ada, QuotaName::SessionTurns, Some(2)).await;
        assert_eq!(own, [(QuotaName::Sessions, 3), (QuotaName::SessionTurns, 2)]);
        for _ in 0..2 {
            assert_eq!(ada.say(&of_ada, "baker").await.status, 200);
        }
        assert_exceeded(&ada.start_turn(&of_ada, "baker").await, "session_turns", 2, 2);
        assert_eq!(eve.say(&of_eve, "baker").await.status, 200);
        assert_exceeded(&eve.start_turn(&of_eve, "baker").await, "session_turns", 1, 1);

        for (name, path, body) in [
            (QuotaName::SessionVersions, format!("/v1/sessions/{of_ada}/undo"), Value::Null),
            (QuotaName::SessionForks, format!("/v1/sessions/{of_ada}/fork"), json!({})),
            (
                QuotaName::WebhookEndpoints,
                "/v1/webhook-endpoints".into(),
                json!({ "url": "https://127.0.0.1:1/" }),
            ),
            (
                QuotaName::ApiKeys,
                "/v1/api-keys".into(),
                json!({ "name": "x", "livemode": true, "scopes": ["sessions:read"] }),
            ),
        ] {
            // The fork needs the place of a session too.
            set(app, &ada, QuotaName::Sessions, Some(9)).await;
            let (limit, used) = quota(&ada, name.as_str()).await;
            assert!(used < limit, "{name}");
            set(app, &ada, name, Some(0)).await;
            assert_exceeded(&ada.post(&path, body.clone()).await, name.as_str(), 0, used);
            set(app, &ada, name, None).await;
            let done = ada.post(&path, body).await;
            assert!((200..300).contains(&done.status), "{name}: {done:?}");
        }
        set(app, &ada, QuotaName::SessionBytes, Some(1)).await;
        let (_, bytes) = quota(&ada, "session_bytes").await;
        let edit =
            ada.patch(&format!("/v1/sessions/{of_ada}/job-data"), json!({ "department": "Sales" })).await;
        assert_exceeded(&edit, "session_bytes", 1, bytes);

        let log = ada.get("/v1/audit-log?limit=100&action=organization.updated").await.at("/items");
        let first = log.as_array().unwrap().last().unwrap().clone();
        assert_eq!(first["actor"]["kind"], "operator", "{first}");
        assert_eq!(first["after"], json!({ "quotas": { "sessions": 3 } }), "{first}");
    })
    .await;
}

#[tokio::test]
async fn a_quota_that_cannot_be_set_is_refused() {
    with_app_of(limited(Limits::default()), async |app| {
        let ada = app.owner("ada").await;
        let organization: OrganizationId = ada.organization_id.parse().unwrap();
        let streams = set_quota(&app.db, organization, QuotaName::EventStreams, Some(1)).await;
        assert!(matches!(streams, Err(Error::Invalid(_))), "{streams:?}");
        let huge = set_quota(&app.db, organization, QuotaName::Sessions, Some(u32::MAX)).await;
        assert!(matches!(huge, Err(Error::Invalid(_))), "{huge:?}");
        let nobody = set_quota(&app.db, OrganizationId::new(), QuotaName::Sessions, Some(1)).await;
        assert!(matches!(nobody, Err(Error::NotFound(_))), "{nobody:?}");
        assert_eq!(quota(&ada, "sessions").await, (1_000_000, 0));
    })
    .await;
}
