//! The JSON-LD of the posts that the stand-in makes of fifty whole ads.
//!
//! `postwright eval testing/data/job-ads-whole.jsonl --posts testing/data/posts-of-ads.jsonl` wrote the file.

use serde_json::Value;

use super::google;
use crate::Content;
use crate::exports;
use crate::exports::tests::posts::Post;

const POSTS: &str = include_str!("../../../../testing/data/posts-of-ads.jsonl");

/// By Google's requirements nothing is wrong, and what is missing is reported; a stated fact is in its property.
#[test]
fn posts_of_whole_ads_validate() {
    let (mut posts, mut complete) = (0, 0);
    for line in POSTS.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let content: Content = serde_json::from_value(line["content"].clone()).unwrap();
        let post = Post { company_name: line["company_name"].as_str().unwrap().to_owned(), content };
        let mut missing = google::violations(&post.posting());
        missing.dedup();
        assert_eq!(missing, exports::missing(&post.content), "{}: {:?}", line["id"], post.content);
        let json_ld: Value = serde_json::from_str(&post.posting().json_ld()).unwrap();
        for (name, is_stated) in stated(&post.content) {
            assert_eq!(json_ld.get(name).is_some(), is_stated, "{}: {name}", line["id"]);
        }
        posts += 1;
        complete += usize::from(missing.is_empty());
    }
    assert!(posts == 50 && complete >= 40, "{complete} of {posts} have all that Google requires");
}

/// The recommended properties, and whether the post states what they need.
fn stated(content: &Content) -> [(&'static str, bool); 8] {
    let salary = &content.salary;
    let has_pay = salary.min.or(salary.max).is_some() && salary.currency.is_some() && salary.period.is_some();
    [
        ("baseSalary", has_pay),
        ("employmentType", !content.employment_types.is_empty()),
        ("workHours", !content.working_hours.is_empty()),
        ("totalJobOpenings", content.openings.is_some()),
        ("responsibilities", !content.responsibilities.is_empty()),
        ("jobBenefits", !content.benefits.is_empty()),
        ("qualifications", !content.requirements.is_empty() || !content.qualifications.is_empty()),
        ("skills", !content.skills.is_empty() || !content.languages.is_empty()),
    ]
}
