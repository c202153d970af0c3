//! The exact bodies that existing clients depend on.

use job_post::Content;
use poem::Request;
use poem_openapi::payload::ParsePayload;
use poem_openapi::types::ToJSON;
use serde_json::{Value, json};

use super::fields::Fields;
use super::models::job_data::JobData;
use super::models::{ChatResponse, CreateRequest, CreateResponse, SessionDeleted, SessionResponse};
use poem_openapi::types::Example;

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// The job data before anything is known: 15 keys, no made-up values.
const EMPTY: &str = r#"{"title":"","description":"","requirements":"","responsibilities":"","benefits":"","skills":[],"experienceLevel":"","location":"","workType":"","salaryMin":null,"salaryMax":null,"currency":"","department":"","enableAiInterview":false,"isFeatured":false}"#;

#[test]
fn job_data_has_its_15_keys_in_order_and_no_made_up_values() {
    let empty = JobData::from(Content::default()).to_json().unwrap();
    assert_eq!(empty.to_string(), EMPTY);
    assert_eq!(keys(&empty).len(), 15);
}

#[test]
fn job_data_translates_lists_enums_and_money() {
    let content = json!({
        "title": "Baker", "requirements": ["up early", "clean"], "skills": ["bread"], "experience_level": "mid",
        "work_type": "onsite", "salary": {"min": "1800.00", "max": "2400.5", "currency": "JOD", "period": "month"},
    });
    let data = JobData::from(serde_json::from_value::<Content>(content).unwrap()).to_json().unwrap();
    assert_eq!(keys(&data), keys(&serde_json::from_str(EMPTY).unwrap()));
    assert_eq!(data["requirements"], "• up early\n• clean");
    assert_eq!((&data["experienceLevel"], &data["workType"]), (&json!("mid"), &json!("onsite")));
    assert_eq!(
        (data["salaryMin"].to_string(), data["salaryMax"].to_string()),
        ("1800".into(), "2400.5".into())
    );
    assert_eq!(data["currency"], "JOD");
}

#[test]
fn the_response_for_an_unknown_conversation_is_exact() {
    let expected = r#"{"status":"error","error":"Session not found or expired. Please start a new conversation.","session_id":null,"agent_response":"I'm sorry, but your session has expired. Let's start fresh!","is_complete":false,"job_data":{},"current_step":"getting_basic_info"}"#;
    assert_eq!(ChatResponse::not_found().to_json_string(), expected);
}

#[test]
fn responses_have_their_keys_in_order() {
    let create = CreateResponse::example().to_json().unwrap();
    let expected =
        "status session_id company_id company_name agent_response is_complete job_data current_step";
    assert_eq!(keys(&create).join(" "), expected);
    let chat = ChatResponse::example().to_json().unwrap();
    assert_eq!(keys(&chat).join(" "), "status session_id agent_response is_complete job_data current_step");
    let session = SessionResponse::example().to_json().unwrap();
    let expected = "status session_id company_id company_name created_at last_updated current_step is_complete \
        conversation_turns job_data";
    assert_eq!(keys(&session).join(" "), expected);
    let deleted = SessionDeleted::new().to_json_string();
    assert_eq!(deleted, r#"{"status":"success","message":"Session deleted successfully"}"#);
}

async fn read(content_type: &str, body: &str) -> Result<CreateRequest, Vec<(u16, String)>> {
    let request = Request::builder().content_type(content_type).body(body.to_owned());
    let (request, mut body) = request.split();
    let fields = Fields::<CreateRequest>::from_request(&request, &mut body).await;
    fields.map(|fields| fields.0).map_err(|error| {
        let problem = crate::error_mapping::problem_of(&error);
        let pointers = problem.errors.into_iter().map(|error| (problem.status.as_u16(), error.pointer));
        pointers.chain([(problem.status.as_u16(), problem.code.into_owned())]).collect()
    })
}

const MULTIPART: &str = "--x\r\ncontent-disposition: form-data; name=\"message\"\r\n\r\nC# & więcej\r\n\
    --x\r\ncontent-disposition: form-data; name=\"company_name\"\r\n\r\n\r\n\
    --x\r\ncontent-disposition: form-data; name=\"logo\"; filename=\"a.png\"\r\n\r\n\x00PNG\r\n--x--\r\n";

#[tokio::test]
async fn three_encodings_are_equivalent() {
    let encoded = [
        ("application/x-www-form-urlencoded", "message=C%23+%26+wi%C4%99cej&company_name=&other=1"),
        ("application/json; charset=utf-8", r#"{"message":"C# & więcej","company_name":"","other":{}}"#),
        ("multipart/form-data; boundary=x", MULTIPART),
    ];
    for (content_type, body) in encoded {
        let request = read(content_type, body).await.unwrap();
        assert_eq!((request.message.as_str(), request.company_name), ("C# & więcej", None), "{content_type}");
    }
}

#[tokio::test]
async fn missing_and_malformed_fields_are_refused() {
    let form = "application/x-www-form-urlencoded";
    let cases = [
        (form, "", 422, "/message"),
        (form, "message=", 422, "/message"),
        (form, "message=%FF", 400, "malformed_body"),
        ("application/json", "{", 400, "malformed_body"),
        ("application/json", r#"{"message": 5}"#, 422, "/message"),
        ("application/json", "[]", 422, ""),
        ("multipart/form-data; boundary=y", MULTIPART, 400, "malformed_body"),
    ];
    for (content_type, body, status, what) in cases {
        let refusal = read(content_type, body).await.unwrap_err();
        assert_eq!(refusal[0], (status, what.to_owned()), "{content_type} {body}");
    }
}

#[tokio::test]
async fn a_message_may_have_8000_characters() {
    let form = "application/x-www-form-urlencoded";
    assert!(read(form, &format!("message={}", "%C3%A4".repeat(8000))).await.is_ok());
    assert_eq!(read(form, &format!("message={}", "a".repeat(8001))).await.unwrap_err()[0].0, 422);
}

#[test]
fn a_percent_sign_that_encodes_nothing_stands_for_itself() {
    let fields = super::fields::read_form(b"message=100%+remote%2").unwrap();
    assert_eq!(fields["message"], "100% remote%2");
}
