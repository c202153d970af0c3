//! API keys: made and ended by admins, used by programs.

use futures_util::TryStreamExt;
use serde_json::{Value, json};
use tests::{Client, Key, Person, every_scope, with_app};
use uuid::Uuid;

async fn me(client: &Client) -> (u16, Value) {
    let me = client.get("/v1/me").await;
    (me.status, me.at("/code"))
}

fn of(key: &Key) -> String {
    format!("/v1/api-keys/{}", key.id)
}

#[tokio::test]
async fn a_key_is_shown_once_and_works_at_once() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let made = ada
            .post("/v1/api-keys", json!({ "name": "Site", "livemode": true, "scopes": ["sessions:read"] }))
            .await;
        assert_eq!(made.status, 201, "{made:?}");
        let (key, id) = (made.text_at("/key"), made.text_at("/api_key/id"));
        assert!(key.starts_with(&format!("pw_live_{}_", id.replace('-', ""))), "{key}");
        let secret = key.rsplit('_').next().unwrap();
        for path in ["/v1/api-keys".to_owned(), format!("/v1/api-keys/{id}")] {
            let shown = ada.get(&path).await;
            assert_eq!(shown.status, 200, "{shown:?}");
            assert!(!shown.text.contains(secret), "{shown:?}");
        }
        let as_text =
            "select count(*) from (select to_jsonb(k) as row from api_key k) rows where row::text like";
        let kept: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("{as_text} '%{secret}%'")))
            .fetch_one(app.superuser())
            .await
            .unwrap();
        assert_eq!(kept, 0, "the secret is in the table");

        let me = app.nobody().with_token(&key).get("/v1/me").await;
        assert_eq!(me.status, 200, "{me:?}");
        assert_eq!(me.text_at("/user_id"), ada.user_id);
        assert_eq!(me.text_at("/api_key_id"), id);
        assert_eq!(me.at("/scopes"), json!(["sessions:read"]));
        assert_eq!(me.at("/livemode"), true);
        assert!(ada.get(&format!("/v1/api-keys/{id}")).await.at("/last_used_at").is_string());
    })
    .await;
}

#[tokio::test]
async fn what_is_not_quite_a_key_gets_nobody_in() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let key = app.live_key(&ada, &["sessions:read"]).await;
        let other = app.live_key(&ada, &["sessions:read"]).await;
        let (secret, others) = (&key.key[41..], &other.key[41..]);
        let id = key.id.replace('-', "");
        for wrong in [
            format!("pw_test_{id}_{secret}"),
            format!("pw_live_{id}_{others}"),
            format!("pw_live_{id}_"),
            format!("pw_live_{id}"),
            format!("pw_live_{}_{secret}", key.id),
            format!("pw_live_{}_{secret}", Uuid::now_v7().simple()),
            format!("{}x", key.key),
            key.key.to_uppercase(),
            "pw_live_".to_owned(),
        ] {
            let reply = app.nobody().with_token(&wrong).get("/v1/me").await;
            assert_eq!(reply.problem(401), "invalid_token", "{wrong}");
        }
        assert_eq!(me(&key).await.0, 200);
    })
    .await;
}

#[tokio::test]
async fn a_key_ends_at_once_and_its_tokens_with_it() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let key = app.live_key(&ada, &["sessions:read"]).await;
        let token = app.client_of(&key).await;
        assert_eq!((me(&key).await.0, me(&token).await.0), (200, 200));
        assert_eq!(ada.delete(&of(&key)).await.status, 204);
        for client in [&*key, &token] {
            assert_eq!(me(client).await, (401, "api_key_ended".into()));
        }
        let gone = ada.get(&of(&key)).await;
        assert!(gone.at("/revoked_at").is_string(), "{gone:?}");
        assert_eq!(ada.get("/v1/api-keys").await.at("/items"), json!([]));
        assert_eq!(ada.patch(&of(&key), json!({ "name": "x" })).await.problem(409), "api_key_revoked");
        assert_eq!(ada.delete(&of(&key)).await.status, 204);
    })
    .await;
}

#[tokio::test]
async fn a_key_expires() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let key = app.live_key(&ada, &["sessions:read"]).await;
        let token = app.client_of(&key).await;
        let past = ada.patch(&of(&key), json!({ "expires_at": "2020-01-01T00:00:00Z" })).await;
        assert_eq!(past.problem(422), "invalid_request");
        let set = ada.patch(&of(&key), json!({ "expires_at": "2999-01-01T00:00:00Z" })).await;
        assert_eq!(set.text_at("/expires_at"), "2999-01-01T00:00:00.000Z");
        assert_eq!(me(&key).await.0, 200);
        sqlx::query("update api_key set expires_at = now()").execute(app.superuser()).await.unwrap();
        for client in [&*key, &token] {
            assert_eq!(me(client).await, (401, "api_key_ended".into()));
        }
        for never in [json!({ "expires_at": null }), json!({ "clear": ["expires_at"] })] {
            sqlx::query("update api_key set expires_at = now()").execute(app.superuser()).await.unwrap();
            assert_eq!(ada.patch(&of(&key), never).await.at("/expires_at"), Value::Null);
            assert_eq!((me(&key).await.0, me(&token).await.0), (200, 200));
        }
    })
    .await;
}

#[tokio::test]
async fn scopes_that_are_taken_away_are_gone_at_once() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let key = app.live_key(&ada, &["sessions:read", "job_posts:read"]).await;
        let token = app.client_of(&key).await;
        assert_eq!(token.get("/v1/sessions").await.status, 200);
        ada.patch(&of(&key), json!({ "scopes": ["job_posts:read"] })).await;
        assert_eq!(key.get("/v1/sessions").await.problem(403), "insufficient_scope");
        assert_eq!(key.get("/v1/job-posts").await.status, 200);
        assert_eq!(token.get("/v1/sessions").await.problem(401), "token_stale");
        assert_eq!(app.client_of(&key).await.get("/v1/job-posts").await.status, 200);
        assert_eq!(ada.patch(&of(&key), json!({ "scopes": [] })).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn a_key_goes_with_the_admin_who_made_it() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for (name, end) in [("bob", "removed"), ("cyd", "made a member")] {
            let admin = app.colleague(&ada, name, "admin").await;
            let key = app.live_key(&admin, &["sessions:read"]).await;
            let token = app.client_of(&key).await;
            assert_eq!((me(&key).await.0, me(&token).await.0), (200, 200));
            let path = format!("/v1/members/{}", admin.user_id);
            let done = match end {
                "removed" => ada.delete(&path).await,
                _ => ada.patch(&path, json!({ "role": "member" })).await,
            };
            assert!(done.status < 300, "{done:?}");
            for client in [&*key, &token] {
                assert_eq!(me(client).await, (401, "api_key_ended".into()), "{end}");
                let for_another = client.acting_for(&ada.user_id);
                assert_eq!(me(&for_another).await, (401, "api_key_ended".into()), "{end}");
            }
            let form =
                [("grant_type", "client_credentials"), ("client_id", &key.id), ("client_secret", &key.key)];
            assert_eq!(app.nobody().form("/v1/oauth/token", &form).await.status, 401);
        }
    })
    .await;
}

#[tokio::test]
async fn only_admins_manage_keys_and_only_their_organizations() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let eve = app.owner("eve").await;
        let key = app.live_key(&ada, &every_scope()).await;
        let wish = json!({ "name": "x", "livemode": true, "scopes": ["sessions:read"] });
        for role in ["member", "viewer"] {
            let colleague = app.colleague(&ada, role, role).await;
            assert_eq!(colleague.post("/v1/api-keys", wish.clone()).await.problem(403), "forbidden");
            assert_eq!(colleague.get("/v1/api-keys").await.problem(403), "forbidden");
        }
        assert_eq!(key.post("/v1/api-keys", wish.clone()).await.problem(403), "people_only");
        assert_eq!(key.delete(&of(&key)).await.problem(403), "people_only");
        assert_eq!(eve.get(&of(&key)).await.problem(404), "not_found");
        assert_eq!(eve.delete(&of(&key)).await.problem(404), "not_found");
        assert_eq!(eve.get("/v1/api-keys").await.at("/items"), json!([]));
        assert_eq!(me(&key).await.0, 200);
        for bad in [json!({}), json!({ "name": "x", "livemode": true, "scopes": ["members:write"] })] {
            assert_eq!(ada.post("/v1/api-keys", bad).await.status, 422);
        }
    })
    .await;
}

/// Pages of keys, newest first.
#[tokio::test]
async fn keys_are_listed() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let [live, test] = [
            app.live_key(&ada, &["sessions:read"]).await.id,
            app.test_key(&ada, &["sessions:read"]).await.id,
        ];
        let ada = ada.partner();
        let page = ada.list_api_keys().limit(1_u32);
        assert_eq!(page.clone().send().await.unwrap().items.len(), 1);
        let listed = page.stream().map_ok(|key| (key.id.to_string(), key.livemode));
        assert_eq!(listed.try_collect::<Vec<_>>().await.unwrap(), [(test, false), (live, true)]);
    })
    .await;
}

/// What a key does is marked with it, in every table where somebody could ask.
#[tokio::test]
async fn what_a_key_does_says_so() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let key = app.live_key(&ada, &every_scope()).await;
        let [user, id] = [&bob.user_id, &key.id].map(|id| id.parse::<Uuid>().unwrap());
        for client in [key.acting_for(&bob.user_id), app.client_of(&key).await.acting_for(&bob.user_id)] {
            let session = converse(&client).await;
            let client = client.partner();
            let fork = client.fork_session().session_id(session).postwright_user(user).send().await;
            let fork = fork.unwrap().id;
            let edit = client.edit_job_data().session_id(fork).postwright_user(user);
            edit.body_map(|patch| patch.title("Cook".to_owned())).send().await.unwrap();
            let bob = bob.partner();
            for session in [session, fork] {
                let seen = bob.read(session).await;
                assert_eq!((seen.user_id, seen.api_key_id), (user, Some(id)));
                let turns = bob.list_turns().session_id(session).send().await.unwrap();
                let turns = turns.items.iter().map(|turn| turn.api_key_id);
                let changes = bob.list_changes().session_id(session).send().await.unwrap();
                let changes = changes.items.iter().map(|change| change.api_key_id);
                assert!(turns.len() >= 2 && changes.len() >= 1, "{turns:?} {changes:?}");
                assert!(turns.chain(changes).all(|by| by == Some(id)));
            }
        }
        let posts = ada.partner().job_posts().await;
        assert_eq!(posts.iter().map(|post| post.api_key_id).collect::<Vec<_>>(), [Some(id); 2]);
        converse(&bob).await;
        assert_eq!(ada.partner().job_posts().await[0].api_key_id, None);
    })
    .await;
}

/// A conversation to its end; its session.
async fn converse(client: &Client) -> Uuid {
    let session = client.begin().await;
    for message in ["Backend engineer in Lisbon, hybrid.", "Looks good, publish it."] {
        assert_eq!(client.say(&session, message).await.text_at("/status"), "succeeded");
    }
    session.parse().unwrap()
}

#[tokio::test]
async fn a_key_sees_and_may_what_the_member_does() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let [bob, vic, eve] = [
            app.colleague(&ada, "bob", "member").await,
            app.colleague(&ada, "vic", "viewer").await,
            app.owner("eve").await,
        ];
        let key = app.live_key(&ada, &every_scope()).await;
        let token = app.client_of(&key).await;
        let [of_ada, of_bob] = [ada.begin().await, bob.begin().await];
        for client in [&*key, &token] {
            let as_bob = client.acting_for(&bob.user_id);
            assert_eq!(as_bob.get("/v1/me").await.text_at("/user_id"), bob.user_id);
            assert_eq!(as_bob.get(&format!("/v1/sessions/{of_bob}")).await.status, 200);
            assert_eq!(as_bob.get(&format!("/v1/sessions/{of_ada}")).await.problem(404), "not_found");
            assert_eq!(
                as_bob.patch("/v1/organization", json!({ "name": "x" })).await.problem(403),
                "forbidden"
            );
            let as_vic = client.acting_for(&vic.user_id);
            assert_eq!(as_vic.post("/v1/sessions", json!({})).await.problem(403), "forbidden");
            assert_eq!(as_vic.get("/v1/job-posts").await.status, 200);
            // Alone it sees what the admin sees who made it.
            assert_eq!(client.get("/v1/sessions").await.at("/items").as_array().unwrap().len(), 2);
            for stranger in [eve.user_id.as_str(), &Uuid::now_v7().to_string(), "bob@example.com", ""] {
                assert_eq!(
                    client.acting_for(stranger).get("/v1/me").await.problem(403),
                    "not_a_member",
                    "{stranger}"
                );
            }
        }
        assert_eq!(
            ada.acting_for(&bob.user_id).get("/v1/me").await.problem(403),
            "people_act_for_themselves"
        );
        // Whoever is not let in learns nothing of members.
        let unknown = app.nobody().with_token(format!("{}x", key.key)).acting_for(&eve.user_id);
        assert_eq!(unknown.get("/v1/me").await.problem(401), "invalid_token");
    })
    .await;
}

#[tokio::test]
async fn a_key_tells_of_its_own_organization_only() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let eve = app.owner("eve").await;
        let invited = json!({ "email": eve.email, "role": "member" });
        assert_eq!(ada.post("/v1/members", invited).await.status, 201);
        let me = app.live_key(&ada, &["sessions:read"]).await.acting_for(&eve.user_id).get("/v1/me").await;
        assert_eq!(me.at("/organizations").as_array().unwrap().len(), 1, "{me:?}");
        assert_eq!(me.text_at("/organizations/0/id"), ada.organization_id);
    })
    .await;
}

#[tokio::test]
async fn an_idempotency_key_is_of_its_sender() {
    with_app(async |app| {
        let ada: Person = app.owner("ada").await;
        let [one, two] = [app.live_key(&ada, &every_scope()).await, app.live_key(&ada, &every_scope()).await];
        let begin = async |client: &Client| {
            let request =
                client.request(reqwest::Method::POST, "/v1/sessions").header("Idempotency-Key", "same");
            tests::Reply::of(request.json(&json!({}))).await.text_at("/id")
        };
        let sessions = [begin(&ada).await, begin(&one).await, begin(&two).await];
        assert_eq!(std::collections::BTreeSet::from(sessions.clone()).len(), 3, "{sessions:?}");
        assert_eq!([begin(&ada).await, begin(&one).await, begin(&two).await], sessions);
        assert_eq!(begin(&app.client_of(&one).await).await, sessions[1]);
        // The same for turns, whose key is taken elsewhere.
        let session = &sessions[0];
        let say = async |client: &Client| {
            let path = format!("/v1/sessions/{session}/turns");
            let request = client.request(reqwest::Method::POST, &path).header("Idempotency-Key", "same");
            let request = request.header("Prefer", "wait=30").json(&json!({ "message": "A cook in Porto." }));
            tests::Reply::of(request).await.text_at("/id")
        };
        let turns = [say(&ada).await, say(&one).await];
        assert_ne!(turns[0], turns[1]);
        assert_eq!([say(&ada).await, say(&one).await], turns);
    })
    .await;
}
