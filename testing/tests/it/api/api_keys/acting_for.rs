//! `Postwright-User`: a key acts for a member, and what it writes carries both ids.

use serde_json::json;
use tests::{Client, Person, every_scope, with_app};
use uuid::Uuid;

#[tokio::test]
async fn rows_written_with_a_key_carry_its_id() {
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
                assert_eq!((seen.user_id, seen.api_key_id), (Some(user), Some(id)));
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

#[tokio::test]
async fn a_key_acting_for_a_member_has_the_rights_of_the_member() {
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
            assert_eq!(as_bob.read(&of_bob).await.status, 200);
            assert_eq!(as_bob.read(&of_ada).await.problem(404), "not_found");
            assert_eq!(
                as_bob.patch("/v1/organization", json!({ "name": "x" })).await.problem(403),
                "forbidden"
            );
            let as_vic = client.acting_for(&vic.user_id);
            assert_eq!(as_vic.post("/v1/sessions", json!({})).await.problem(403), "forbidden");
            assert_eq!(as_vic.get("/v1/job-posts").await.status, 200);
            // Without Postwright-User it sees the whole organization.
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
        // Without a valid key nothing is disclosed about members.
        let unknown = app.anonymous().with_token(format!("{}x", key.key)).acting_for(&eve.user_id);
        assert_eq!(unknown.get("/v1/me").await.problem(401), "invalid_token");
    })
    .await;
}

#[tokio::test]
async fn each_api_key_has_its_own_idempotency_keys() {
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
        // The same for turns, which look up the key in another function.
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

/// Has a conversation that ends with a job post; returns its session.
async fn converse(client: &Client) -> Uuid {
    let session = client.begin().await;
    for message in ["Backend engineer in Lisbon, hybrid.", "Looks good, publish it."] {
        assert_eq!(client.say(&session, message).await.text_at("/status"), "succeeded");
    }
    session.parse().unwrap()
}
