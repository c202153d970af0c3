//! Compliance reports of drafts and job posts.

use serde_json::Value;
use tests::{Reply, with_app};

fn codes(report: &Reply) -> Vec<String> {
    assert_eq!(report.status, 200, "{report:?}");
    let findings = report.at("/findings");
    let code = |finding: &Value| finding["code"].as_str().unwrap().to_owned();
    findings.as_array().unwrap().iter().map(code).collect()
}

#[tokio::test]
async fn a_post_is_checked_as_a_draft_and_once_finalized() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}/compliance");
        assert_eq!(codes(&ada.get(&path).await), ["country_not_stated"]);
        ada.say(&session, "We need a backend engineer in Denver, CO, onsite.").await;
        let report = ada.get(&path).await;
        let found = codes(&report);
        assert!(found.contains(&"pay_not_stated".to_owned()), "{report:?}");
        assert!(
            report.text.contains("C.R.S. § 8-5-201") && report.text.contains("\"warning\""),
            "{report:?}"
        );
        let post = ada.finalize(&session).await;
        assert_eq!(post.status, 201, "{post:?}");
        let finished = ada.get(&format!("/v1/job-posts/{}/compliance", post.text_at("/id"))).await;
        assert_eq!(codes(&finished), found);
        ada.say(&session, "The salary is 60k to 70k USD a year.").await;
        let paid = codes(&ada.get(&path).await);
        assert!(!paid.contains(&"pay_not_stated".to_owned()), "{paid:?}");
    })
    .await;
}
