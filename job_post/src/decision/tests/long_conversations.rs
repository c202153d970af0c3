//! A turn costs what is new in it, however long the conversation is.

use super::*;
use crate::bytes_read::bytes_read;

/// A session in which this many messages and replies came before. None of them says what [`news`] say.
fn after(lines: usize) -> Session {
    let mut session = Session::new();
    session.draft.content.location = Some("Lisbon".to_owned());
    for number in 0..lines / 2 {
        let guest = format!("{} {}", name(lines), name(number));
        session.history.add_message(
            Uuid::now_v7(),
            format!("Our guest {guest} said how friendly it is, and brought others along."),
        );
        session
            .history
            .add_reply(format!("Good to know about {guest}. What should candidates know about your team?"));
    }
    session
}

/// A name without digits, which could be read as values.
fn name(number: usize) -> String {
    number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'n')).collect()
}

/// What the user says next, and what the LLM proposes: some of it unsaid, and all with quotes that nobody said.
fn news(with_pay: bool) -> (String, Proposal) {
    let mut message = "A Senior Baker, hybrid, skills: Excel and Sourdough".to_owned();
    let mut proposed = updates(&[
        "title: Senior Baker",
        "experienceLevel: senior",
        "workType: hybrid",
        "+skills: Excel\nSourdough\nWelding",
        "department: Logistics",
        "requirements: 5 years as a welder",
        "openings: 7",
    ]);
    if with_pay {
        message.push_str(", $52k to $58k a year");
        let pay = ["salaryMin: 52000", "salaryMax: 58000", "currency: USD", "salaryPeriod: year"];
        proposed.extend(updates(&pay));
    }
    for update in &mut proposed {
        update.quote = format!("the quote of {}", update.value);
    }
    let reply = "Noted. What should candidates know about your team?".to_owned();
    (message, Proposal { updates: proposed, intent: Intent::Continue, reply })
}

/// The bytes that the decision about the news reads, once an earlier turn has read the conversation. Texts of other tests may
/// take its place among what is remembered, so the least of three counts.
fn cost(lines: usize, with_pay: bool) -> usize {
    let session = after(lines);
    let (message, proposal) = news(with_pay);
    let turn = || {
        let input = TurnInput::new(Uuid::nil(), session.view(), &session.history, &message);
        let decision = decide(&input, &proposal);
        assert!(decision.changes.len() > 2, "{decision:?}");
    };
    turn();
    (0..3).map(|_| bytes_read(turn)).min().unwrap()
}

#[test]
fn a_turn_does_not_read_the_conversation_again() {
    let (short, long) = (cost(10, false), cost(400, false));
    assert!(short > 1_000, "{short} bytes: the measure counts nothing");
    assert!(long < short * 5 / 4, "{long} bytes after 400 lines, {short} after 10");
}

#[test]
fn a_turn_about_pay_reads_the_latest_messages_only() {
    // Both are more than the context has.
    let (short, long) = (cost(1_000, true), cost(4_000, true));
    assert!(long < short * 5 / 4, "{long} bytes after 4,000 lines, {short} after 1,000");
}
