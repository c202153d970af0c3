//! Erasure of an account, on demand and of people who belong to no organization any more.

use domain::erasure::Erased;
use domain::turns::{self, Finish};
use serde_json::json;
use tests::{App, Options, PASSWORD, Person, with_app, with_app_of};

use super::organizations::delete;
use crate::api::publications::finalize_by_conversation;
use crate::engine::{accept, claim, complete};
use crate::security::fresh_sign_in::age_logins;

async fn execute(app: &App, statement: &'static str) {
    sqlx::query(statement).execute(app.superuser()).await.unwrap();
}

/// The tables that name the person.
async fn tables_with(app: &App, person: &Person) -> Vec<String> {
    app.places_of(&person.user_id).await.into_keys().collect()
}

#[tokio::test]
async fn an_erased_account_leaves_job_posts_of_nobody() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        finalize_by_conversation(&bob).await;
        let kept = bob.begin().await;
        bob.say(&kept, "baker in Porto").await;
        assert_eq!(bob.delete("/v1/me").await.status, 204);

        assert_eq!(tables_with(app, &bob).await, ["audit_entry", "job_post", "user_account"]);
        for text in [&bob.email, "\"bob\"", "(bob)", "Porto"] {
            assert!(app.places_of(text).await.is_empty(), "{text}");
        }
        let of_nobody = "select count(*) from job_post p join user_account a on a.id = p.user_id
                          where a.name = 'Deleted user' and a.email is null and a.password_hash is null";
        assert_eq!(app.count(of_nobody).await, 1);
        assert_eq!(bob.get("/v1/me").await.problem(401), "token_revoked");
        let body = json!({ "email": bob.email, "password": PASSWORD });
        assert_eq!(app.anonymous().post("/v1/auth/sign-in", body).await.problem(401), "wrong_credentials");
        assert_eq!(ada.get("/v1/job-posts").await.at("/items").as_array().unwrap().len(), 1);
        assert_eq!(ada.get("/v1/members").await.at("/items").as_array().unwrap().len(), 1);
        // The address is free again.
        app.colleague(&ada, "bob", "viewer").await;
    })
    .await;
}

#[tokio::test]
async fn a_last_owner_keeps_their_account_and_learns_of_which_organization() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let of_eve = app.joins(&eve, &ada, "member").await;
        let refused = of_eve.delete("/v1/me").await;
        assert_eq!(refused.problem(409), "last_owner");
        assert!(refused.text_at("/detail").contains("ada trading"), "{refused:?}");
        assert!(!refused.text_at("/detail").contains("eve trading"), "{refused:?}");
        // Nothing has happened.
        assert_eq!(of_eve.get("/v1/me").await.at("/organizations").as_array().unwrap().len(), 2);
        assert_eq!(app.count("select count(*) from account_erasure").await, 0);

        app.joins(&ada, &eve, "owner").await;
        assert_eq!(ada.delete("/v1/me").await.status, 204);
        assert_eq!(app.count("select count(*) from membership").await, 2);
    })
    .await;
}

#[tokio::test]
async fn keys_that_the_person_created_are_kept_or_revoked_as_they_choose() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let bob = app.colleague(&ada, "bob", "admin").await;
        let at_eve = app.joins(&eve, &bob, "admin").await;
        let kim = app.colleague(&ada, "kim", "admin").await;
        let keys = [
            app.live_key(&bob, &["organization:read"]).await,
            app.live_key(&at_eve, &["organization:read"]).await,
            app.live_key(&kim, &["organization:read"]).await,
        ];
        let refused = bob.delete("/v1/me").await;
        assert_eq!(refused.problem(409), "owns_api_keys");
        assert_eq!(refused.at("/api_keys").as_array().unwrap().len(), 2, "{refused:?}");
        assert_eq!(bob.delete("/v1/me?api_keys=revoke").await.status, 204);
        assert_eq!(kim.delete("/v1/me?api_keys=keep").await.status, 204);
        let statuses = [&keys[0], &keys[1], &keys[2]];
        let statuses = futures_util::future::join_all(statuses.map(|key| key.get("/v1/organization"))).await;
        assert_eq!(statuses.iter().map(|reply| reply.status).collect::<Vec<_>>(), [401, 401, 200]);
    })
    .await;
}

#[tokio::test]
async fn only_a_person_who_has_just_signed_in_deletes_their_account() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "viewer").await;
        age_logins(app).await;
        assert_eq!(bob.delete("/v1/me").await.problem(403), "fresh_sign_in_required");
        let bob = app.sign_in(&bob.email).await;
        assert_eq!(bob.delete("/v1/me").await.status, 204);
    })
    .await;
}

#[tokio::test]
async fn what_a_person_wrote_in_colleagues_sessions_and_forks_is_deleted() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "admin").await;
        let (own, of_ada, edited, other) =
            (bob.begin().await, ada.begin().await, ada.begin().await, ada.begin().await);
        bob.say(&own, "baker, Canary-one").await;
        assert_eq!(ada.post(&format!("/v1/sessions/{own}/fork"), json!({})).await.status, 201);
        bob.say(&of_ada, "cook, Canary-one").await;
        let path = format!("/v1/sessions/{edited}/job-data");
        assert_eq!(bob.patch(&path, json!({ "title": "Canary-one" })).await.status, 200);
        ada.say(&other, "welder").await;
        assert_eq!(bob.delete("/v1/me").await.status, 204);
        assert!(app.places_of("Canary-one").await.is_empty());
        assert_eq!(app.count("select count(*) from session").await, 1);
        assert_eq!(ada.read(&other).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn an_account_is_erased_in_all_organizations_also_those_left_before() {
    with_app(async |app| {
        let (ada, eve, kim) = (app.owner("ada").await, app.owner("eve").await, app.owner("kim").await);
        let bob = app.colleague(&ada, "bob", "member").await;
        let at_eve = app.joins(&eve, &bob, "member").await;
        let at_kim = app.joins(&kim, &bob, "member").await;
        for person in [&bob, &at_eve, &at_kim] {
            let session = person.begin().await;
            person.say(&session, "baker, Canary-two").await;
            let key = app.test_key(&ada, &["sessions:write"]).await;
            assert_eq!(key.acting_for(&bob.user_id).post("/v1/sessions", json!({})).await.status, 201);
        }
        assert_eq!(kim.delete(&format!("/v1/members/{}", bob.user_id)).await.status, 204);
        assert_eq!(app.count("select count(*) from session").await, 6);
        assert_eq!(bob.delete("/v1/me").await.status, 204);
        assert!(app.places_of("Canary-two").await.is_empty());
        assert_eq!(app.count("select count(*) from session").await, 0);
        assert_eq!(tables_with(app, &bob).await, ["audit_entry", "user_account"]);
    })
    .await;
}

#[tokio::test]
async fn everybody_hears_of_a_deletion_by_email() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        for method in [reqwest::Method::POST, reqwest::Method::POST, reqwest::Method::DELETE] {
            let sent = ada.request(method, "/v1/organization/deletion").send().await.unwrap();
            assert!(sent.status().is_success(), "{sent:?}");
        }
        for email in [&ada.email, &bob.email] {
            let kinds = app.outbox().kinds(email).await;
            let emailed = kinds.iter().filter(|kind| kind.starts_with("organization_deletion"));
            let once_each = ["organization_deletion_requested", "organization_deletion_cancelled"];
            assert_eq!(emailed.collect::<Vec<_>>(), once_each);
        }
        bob.delete("/v1/me").await;
        assert!(app.outbox().kinds(&bob.email).await.contains(&"account_deleted".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn identities_at_providers_and_removals_go_with_the_account() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let issuer = app.issuer_of(&ada, json!({ "just_in_time": true })).await;
        let bob = app.by_single_sign_on(&ada, &issuer, "canary-bob").await;
        assert_eq!(ada.delete(&format!("/v1/members/{}", bob.user_id)).await.status, 204);
        assert_eq!(app.count("select count(*) from removed_member").await, 1);
        assert_eq!(app.count("select count(*) from external_identity").await, 1);
        app.move_clock("30 days 1 second").await;
        // A worker may be first.
        app.erase().await;
        assert_eq!(tables_with(app, &bob).await, ["audit_entry", "user_account"]);
        assert!(app.places_of("canary-bob").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn links_and_the_second_factor_go_with_the_account() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let move_to = json!({ "email": "new-bob@example.com", "current_password": PASSWORD });
        assert_eq!(bob.post("/v1/me/email", move_to).await.status, 202);
        let reset = json!({ "email": bob.email });
        assert_eq!(app.anonymous().post("/v1/auth/request-password-reset", reset).await.status, 202);
        assert!(bob.post("/v1/me/totp", json!({ "password": PASSWORD })).await.status < 300);
        let left = "select (select count(*) from account_token) + (select count(*) from second_factor)";
        assert_eq!(app.wait_for_count(left, 3).await, 3);
        assert_eq!(bob.delete("/v1/me").await.status, 204);
        assert_eq!(app.count(left).await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_erasure_that_was_interrupted_goes_on() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let bob = app.colleague(&ada, "bob", "member").await;
        app.joins(&eve, &bob, "member").await;
        let session = bob.begin().await;
        bob.say(&session, "baker, Canary-three").await;
        // The API process died after the request was stored and the first membership had ended.
        execute(app, "insert into account_erasure (user_id, requested_at, due_at)
                      select id, now(), app_clock() from user_account where name = 'bob'").await;
        execute(app, "delete from membership m using user_account a, organization o
                       where a.id = m.user_id and o.id = m.organization_id and a.name = 'bob' and o.name = 'ada trading'")
            .await;
        assert_eq!(app.erase().await, Erased { organizations: 0, accounts: 1 });
        assert!(app.places_of("Canary-three").await.is_empty());
        assert_eq!(tables_with(app, &bob).await, ["audit_entry", "user_account"]);
        assert_eq!(app.count("select count(*) from user_account where erased_at is not null").await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_account_without_an_organization_is_erased_after_thirty_days() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let (bob, kim) =
            (app.colleague(&ada, "bob", "member").await, app.colleague(&ada, "kim", "member").await);
        for person in [&bob, &kim] {
            ada.delete(&format!("/v1/members/{}", person.user_id)).await;
        }
        let session = ada.begin().await;
        let of_bob = "update session set user_id = (select id from user_account where name = 'bob'),
                             expires_at = expires_at + interval '60 days'";
        execute(app, of_bob).await;
        app.move_clock("29 days").await;
        assert_eq!(app.erase().await, Erased::default());
        // One comes back in time.
        app.joins(&ada, &kim, "viewer").await;
        app.move_clock("30 days 1 second").await;
        assert_eq!(app.erase().await, Erased { organizations: 0, accounts: 1 });
        assert!(app.places_of(&bob.email).await.is_empty());
        // What the person began belongs to the organization that they left.
        assert_eq!(ada.read(&session).await.status, 200);
        app.sign_in(&kim.email).await;
        assert_eq!(app.erase().await, Erased::default());
    })
    .await;
}

#[tokio::test]
async fn an_account_that_lost_one_of_two_organizations_stays() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let bob = app.colleague(&ada, "bob", "member").await;
        app.joins(&eve, &bob, "member").await;
        ada.delete(&format!("/v1/members/{}", bob.user_id)).await;
        app.move_clock("31 days").await;
        assert_eq!(app.erase().await, Erased::default());
        let bob = app.sign_in(&bob.email).await;
        assert_eq!(bob.get("/v1/me").await.text_at("/email"), bob.email);
    })
    .await;
}

#[tokio::test]
async fn an_account_that_is_being_erased_joins_no_organization() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let eve = app.owner("eve").await;
        let invitation = app.invite(&eve, &bob.email, "member").await;
        execute(
            app,
            "insert into account_erasure (user_id, requested_at, due_at)
                      select id, now(), app_clock() from user_account where name = 'bob'",
        )
        .await;
        let accepted = app.anonymous().accept_invitation(&invitation, "Bob").await;
        assert_eq!(accepted.problem(409), "account_being_erased");
        let join = "insert into membership (organization_id, user_id, role)
                    select o.id, a.id, 'viewer' from user_account a, organization o where a.name = $1";
        let refused = async |name: &str| {
            sqlx::query(join).bind(name).execute(app.superuser()).await.unwrap_err().to_string()
        };
        assert!(refused("bob").await.contains("is being erased"));
        app.erase().await;
        assert!(refused("Deleted user").await.contains("is erased"));
        assert_eq!(tables_with(app, &bob).await, ["audit_entry", "user_account"]);
    })
    .await;
}

#[tokio::test]
async fn accounts_of_a_deleted_organization_go_with_it_unless_they_have_another() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let bob = app.colleague(&ada, "bob", "member").await;
        let kim = app.colleague(&ada, "kim", "member").await;
        app.joins(&eve, &kim, "member").await;
        assert_eq!(delete(app, &ada).await, Erased { organizations: 1, accounts: 2 });
        for gone in [&ada, &bob] {
            assert!(app.places_of(&gone.email).await.is_empty(), "{}", gone.email);
        }
        let kim = app.sign_in(&kim.email).await;
        assert_eq!(kim.organization_id, eve.organization_id);
    })
    .await;
}

#[tokio::test]
async fn a_worker_that_runs_a_turn_of_an_erased_person_writes_nothing() {
    with_app_of(Options::default().without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let session = bob.begin().await;
        accept(&bob, &session, "baker, Canary-four").await;
        let claims = claim(app).await;
        let work = turns::load(&app.db, &claims[0]).await.unwrap();
        assert_eq!(bob.delete("/v1/me").await.status, 204);
        assert_eq!(complete(app, &claims[0], &work).await, Finish::Fenced);
        assert!(app.places_of("Canary-four").await.is_empty());
    })
    .await;
}
