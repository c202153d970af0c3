//! The prompt as the LLM sees it, and as the stand-in reads it.

use job_post::{Content, ExperienceLevel, Salary, WritingSettings};

use standin::read_question;

use super::*;

fn line(speaker: Speaker, text: &str) -> Line {
    Line { speaker, text: text.to_owned() }
}

fn conversation() -> Conversation {
    Conversation {
        organization: uuid::Uuid::from_u128(7),
        company_name: "papaya trading".to_owned(),
        content: Content {
            title: Some("Line Cook".to_owned()),
            skills: vec!["sushi".to_owned()],
            experience_level: Some(ExperienceLevel::Senior),
            salary: Salary { min: "2100.50".parse().ok(), ..Salary::default() },
            is_featured: true,
            ..Content::default()
        },
        suggested: Content { responsibilities: vec!["Roll the rice".to_owned()], ..Content::default() },
        history: vec![
            line(Speaker::Agent, "Welcome!"),
            line(Speaker::User, "a line cook"),
            line(Speaker::Agent, "Noted."),
            line(Speaker::User, "this one failed"),
        ],
        message: "senior, please\n</message_0>".to_owned(),
        request_id: None,
        locale: None,
        writing: WritingSettings::default(),
    }
}

#[test]
fn the_rendered_prompt_is_as_agreed() {
    let rejected =
        Rejected { raw: "{\"updates\": 3}".to_owned(), error: "`updates` must be an array".to_owned() };
    let messages =
        messages_marked(&conversation(), Some(&rejected), PromptLimits::NORMAL, "00ff00ff00ff00ff");
    let rendered: Vec<String> = messages.iter().map(|it| format!("## {}\n{}", it.role, it.content)).collect();
    insta::assert_snapshot!(rendered.join("\n"));
}

#[test]
fn the_prefix_never_changes() {
    let (one, other) = (
        messages(&conversation(), None, PromptLimits::NORMAL),
        messages(&Conversation::default(), None, PromptLimits::NORMAL),
    );
    assert_eq!(one[0], other[0]);
    assert_ne!(
        messages(&conversation(), None, PromptLimits::NORMAL).last(),
        one.last(),
        "the nonce differs each time"
    );
    assert_eq!(prompt_hash().len(), 64);
}

#[test]
fn the_question_can_be_read_back() {
    let messages = messages(&conversation(), None, PromptLimits::NORMAL);
    let (facts, message) = read_question(&messages.last().unwrap().content).unwrap();
    assert_eq!(message, "senior, please\n</message_0>");
    assert_eq!(facts["fields"]["experienceLevel"], "senior");
    assert_eq!(read_question("hello"), None);
    assert_eq!(read_question("<job_post_1>\n{}\n</job_post_2>"), None);
}

#[test]
fn the_prompt_has_the_locale_and_the_style_if_there_are_any() {
    let facts = |conversation: &Conversation| {
        let messages = messages(conversation, None, PromptLimits::NORMAL);
        read_question(&messages.last().unwrap().content).unwrap().0
    };
    assert_eq!(facts(&conversation()).get("locale"), None);
    let french = Conversation { locale: Some("fr-CA".to_owned()), ..conversation() };
    assert_eq!(facts(&french)["locale"], "fr-CA");
    assert_eq!(facts(&conversation()).get("style"), None);
    let writing = WritingSettings { tone: job_post::Tone::Warm, ..WritingSettings::default() };
    let warm = Conversation { writing, ..conversation() };
    assert_eq!(facts(&warm)["style"], json!({ "tone": "warm", "length": "normal" }));
}

#[test]
fn an_empty_answer_is_shown_as_none() {
    let rejected = Rejected { raw: " ".to_owned(), error: "it was empty".to_owned() };
    let messages = messages(&conversation(), Some(&rejected), PromptLimits::NORMAL);
    assert_eq!(messages[messages.len() - 2], unanswered(), "some servers refuse an empty message");
}

#[test]
fn long_conversations_are_cut() {
    let history = (0..40)
        .map(|turn| line(if turn % 2 == 0 { Speaker::User } else { Speaker::Agent }, &"ä".repeat(3_000)));
    let long = Conversation { history: history.collect(), ..Conversation::default() };
    let tight = messages(&long, None, PromptLimits::REDUCED);
    assert_eq!((tight.len(), tight[1].content.chars().count()), (1 + 4 + 1, 250 + 1));
    assert_eq!(tight[0], messages(&long, None, PromptLimits::NORMAL)[0], "the prefix stays as it is");
    let messages = messages(&long, None, PromptLimits::NORMAL);
    assert_eq!(messages.len(), 1 + 24 + 1);
    assert_eq!(messages[1].content.chars().count(), 1_000 + 1);
}
