//! Exports of a job post: JSON-LD, Markdown, HTML and plain text.

use reqwest::Method;
use tests::{Client, Reply, with_app};

const FORMATS: [(&str, &str); 4] = [
    ("json-ld", "application/ld+json"),
    ("markdown", "text/markdown; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("text", "text/plain; charset=utf-8"),
];

/// Finalizes a job post; returns the path of its exports.
async fn finish(ada: &Client, message: &str) -> String {
    let session = ada.begin().await;
    ada.say(&session, message).await;
    let post = ada.finalize(&session).await;
    assert_eq!(post.status, 201, "{post:?}");
    format!("/v1/job-posts/{}/exports", post.text_at("/id"))
}

#[tokio::test]
async fn all_four_formats_show_the_same_salary() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let path = finish(
            &ada,
            "We need a backend engineer in Lisbon, hybrid, 65k to 80k EUR a year. Rust is a must.",
        )
        .await;
        for (format, media_type) in FORMATS {
            let export = ada.get(&format!("{path}/{format}")).await;
            assert_eq!((export.status, export.header("content-type")), (200, media_type), "{export:?}");
            assert!(export.text.contains("65,000–80,000 EUR per year"), "{export:?}");
            assert!(!export.text.contains("<script") && export.text.contains("ada trading"), "{export:?}");
        }
        let document = ada.get(&format!("{path}/json-ld")).await;
        assert_eq!(document.at("/baseSalary/value/minValue"), 65000);
        assert_eq!(document.at("/jobLocation/address/addressCountry"), "PT");
        let page = ada.get(&format!("{path}/html")).await;
        assert!(page.header("content-security-policy").starts_with("default-src 'none'"), "{page:?}");
    })
    .await;
}

/// For clients that read no other media type.
#[tokio::test]
async fn one_json_object_has_what_the_four_formats_have() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let path = finish(
            &ada,
            "A \"chef\" <b> in Bath, remote, 30k to 35k GBP a year. Sauces \\ soups are a must.",
        )
        .await;
        let all = ada.get(&path).await;
        assert_eq!((all.status, all.header("content-type")), (200, "application/json"), "{all:?}");
        for (member, format) in [("markdown", "markdown"), ("html", "html"), ("text", "text")] {
            assert_eq!(all.text_at(&format!("/{member}")), ada.get(&format!("{path}/{format}")).await.text);
        }
        let json_ld = ada.get(&format!("{path}/json-ld")).await;
        assert_eq!(all.at("/json_ld"), json_ld.at(""));
        let tag = all.header("etag");
        let again = Reply::of(ada.request(Method::GET, &path).header("If-None-Match", tag)).await;
        assert_eq!((again.status, again.text.as_str()), (304, ""));
        let (partner, id) = (ada.partner(), path.split('/').nth(3).unwrap().parse::<uuid::Uuid>().unwrap());
        let typed = partner.export_job_post().job_post_id(id).send().await.unwrap().into_inner();
        assert_eq!(typed.markdown, all.text_at("/markdown"));
    })
    .await;
}

#[tokio::test]
async fn an_unchanged_export_is_answered_with_304() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let path = finish(&ada, "A cook in Bath, remote").await;
        for (format, _) in FORMATS {
            let path = format!("{path}/{format}");
            let first = ada.get(&path).await;
            let tag = first.header("etag").to_owned();
            assert!(tag.starts_with('"'), "{first:?}");
            let again = Reply::of(ada.request(Method::GET, &path).header("If-None-Match", &tag)).await;
            assert_eq!((again.status, again.header("etag"), again.text.as_str()), (304, &*tag, ""));
            let other = Reply::of(ada.request(Method::GET, &path).header("If-None-Match", "\"other\"")).await;
            assert_eq!((other.status, &other.text), (200, &first.text));
        }
        let unknown = format!("/v1/job-posts/{}/exports/html", uuid::Uuid::nil());
        assert_eq!(ada.get(&unknown).await.problem(404), "not_found");
    })
    .await;
}
