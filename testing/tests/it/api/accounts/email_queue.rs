//! The queue of e-mails when many wait: claims stay quick and fair, and its length is limited.

use std::time::{Duration, Instant};

use domain::emails;
use serde_json::json;
use tests::{App, with_app};

const LEASE: Duration = Duration::from_secs(60);

/// Lets e-mails wait that `owners` organizations, or strangers, have caused before all others.
async fn flood(app: &App, owners: i32, each: i32) {
    let insert = "insert into email (id, caused_by, kind, to_account, payload, next_attempt_at, expires_at)
                  select gen_random_uuid(),
                         case when owner = 0 then '00000000-0000-0000-0000-000000000000' else md5(owner::text)::uuid end,
                         'complete-sign-up', false, sha256(int4send(n)), app_clock() - interval '1 hour',
                         app_clock() + interval '1 day'
                    from generate_series(0, $1 - 1) owner, generate_series(1, $2) n";
    let insert = sqlx::query(insert).bind(owners).bind(each);
    insert.execute(app.superuser()).await.unwrap();
}

async fn claimed_kinds(app: &App) -> Vec<String> {
    let claims = emails::claim(&app.db, 8, LEASE).await.unwrap();
    claims.into_iter().map(|claim| claim.kind).collect()
}

async fn request_reset(app: &App, email: &str) {
    let body = json!({ "email": email });
    assert_eq!(app.anonymous().post("/v1/auth/request-password-reset", body).await.status, 202);
}

/// A claim that read every row would have to do at least this.
const RANKING: &str = "select count(place) from (select row_number() over (
    partition by caused_by, kind, to_account order by next_attempt_at, id) place from email) ranked";

async fn timed(work: impl AsyncFnOnce()) -> Duration {
    let begin = Instant::now();
    work().await;
    begin.elapsed()
}

#[tokio::test]
async fn a_claim_is_quick_when_two_hundred_thousand_emails_wait() {
    with_app(async |app| {
        for (owners, each) in [(1, 180_000), (500, 40)] {
            flood(app, owners, each).await;
        }
        app.superuser_runs("analyze email").await;
        // The fastest of five each, and a ratio, because other tests run at the same time.
        let (mut claims, mut rankings) = (Vec::new(), Vec::new());
        for _ in 0..5 {
            claims.push(timed(async || assert_eq!(claimed_kinds(app).await.len(), 8)).await);
            rankings.push(timed(async || assert!(app.count(RANKING).await >= 200_000)).await);
        }
        let (claim, ranking) = (claims.iter().min().unwrap(), rankings.iter().min().unwrap());
        assert!(*claim * 3 < *ranking, "{claims:?} {rankings:?}");
    })
    .await;
}

#[tokio::test]
async fn a_password_reset_of_an_account_waits_for_no_flood() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        app.superuser_runs("delete from email").await;
        flood(app, 50, 100).await;
        request_reset(app, "nobody@example.com").await;
        request_reset(app, &ada.email).await;
        assert!(claimed_kinds(app).await.contains(&"password-reset".to_owned()));
        let is_claimed = "select count(*) from email where to_account and epoch = 1";
        assert_eq!(app.count(is_claimed).await, 1, "it is the one of the account");
    })
    .await;
}

#[tokio::test]
async fn a_full_queue_takes_no_more_and_leaves_room_in_the_others() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        flood(app, 1, 5_000).await;
        let new = json!({ "email": "bob@example.com" });
        assert_eq!(app.anonymous().post("/v1/auth/sign-up", new).await.status, 202);
        let sign_ups = "select count(*) from email where kind = 'complete-sign-up' and not to_account";
        assert_eq!(app.count(sign_ups).await, 5_000 + 1, "and Ada's own");
        request_reset(app, &ada.email).await;
        assert_eq!(app.count("select count(*) from email where kind = 'password-reset'").await, 1);
    })
    .await;
}
