//! Who may sign up.

use domain::accounts::SignUpPolicy;
use serde_json::json;
use tests::{Options, with_app_of};

#[tokio::test]
async fn nobody_signs_up_where_people_are_invited_or_sign_up_is_closed() {
    for (sign_up, code) in
        [(SignUpPolicy::Invited, "invitation_required"), (SignUpPolicy::Closed, "sign_up_closed")]
    {
        let options = Options { sign_up, ..Options::default() };
        with_app_of(options, async |app| {
            for email in ["ada@example.com", "bob@example.com"] {
                let body = json!({ "email": email });
                assert_eq!(app.anonymous().post("/v1/auth/sign-up", body).await.problem(403), code);
            }
            assert_eq!(app.anonymous().complete_sign_up("any", "ada").await.problem(403), code);
            assert_eq!(app.count("select count(*) from account_token").await, 0);
        })
        .await;
    }
}

#[tokio::test]
async fn one_client_address_requests_a_limited_number_of_emails() {
    let mut options = Options::default();
    options.api.emails_per_hour = 2.try_into().unwrap();
    with_app_of(options, async |app| {
        let reset = async |name: &str| {
            let body = json!({ "email": format!("{name}@example.com") });
            app.anonymous().post("/v1/auth/request-password-reset", body).await
        };
        assert_eq!((reset("ada").await.status, reset("bob").await.status), (202, 202));
        let refused = reset("eve").await;
        refused.problem(429);
        assert!(
            refused.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds > 60),
            "{refused:?}"
        );
        let body = json!({ "email": "ada@example.com" });
        app.anonymous().post("/v1/auth/sign-up", body).await.problem(429);
    })
    .await;
}
