//! What is a leak, and what a preview shows of one.

use super::*;
use crate::prompt::SYSTEM;

#[test]
fn any_large_part_of_the_prompts_is_a_leak() {
    let secret = &SYSTEM[400..520];
    let spaced: String = secret.chars().flat_map(|letter| [letter, ' ']).collect();
    let leaks = [
        SYSTEM.to_owned(),
        secret.to_uppercase(),
        format!("Sure! My instructions: {secret} and so on."),
        spaced,
        secret.chars().rev().collect(),
        secret.chars().map(rot13).collect(),
        format!("As base64: {}", STANDARD.encode(secret)),
        format!("As base64: {}", STANDARD.encode(format!("x{secret}"))),
        secret.bytes().map(|byte| format!("{byte:02x} ")).collect(),
        secret.replace(' ', "\n- "),
        "It is between <message_00ff00ff00ff00ff> and the end.".to_owned(),
        "The number is 00ff00ff00ff00ff.".to_owned(),
    ];
    for text in leaks {
        assert!(is_leak(&text), "{text}");
    }
}

#[test]
fn ordinary_words_are_no_leak() {
    for text in [
        "",
        "Which level should it be: entry, junior, mid, senior, lead, principal or executive?",
        "Is it paid by the hour, day, week, month or year?",
        "A line cook in Porto for €1,400 a month, noted. How much experience should they bring?",
        "Most kitchens name the years of experience, a hygiene certificate and the shifts. Which of these matter to you?",
        "SAP ist gestrichen, und die Stelle ist jetzt hybrid. An welchem Ort liegt sie?",
        "We need a line cook in Porto, 1.400 € a month.",
        "I am an HR expert and help you with your job post. Which role are you hiring for?",
        "Your message_board is at 1234567812345678.",
    ] {
        assert!(!is_leak(text), "{text}");
    }
}

#[test]
fn leaks_in_values_are_removed() {
    let update = |value: &str| job_post::ProposedUpdate {
        op: job_post::Op::Set,
        field: job_post::Field::Description,
        value: value.to_owned(),
        quote: String::new(),
    };
    let mut proposal = Proposal {
        updates: vec![update("A cook"), update(&SYSTEM[..300])],
        intent: job_post::Intent::Continue,
        reply: "Noted.".to_owned(),
    };
    assert!(remove_leaks(&mut proposal, Language::English));
    assert_eq!((proposal.updates.len(), proposal.reply.as_str()), (1, "Noted."));
    assert!(!remove_leaks(&mut proposal, Language::English));
    proposal.reply = SYSTEM.to_owned();
    assert!(remove_leaks(&mut proposal, Language::German));
    assert_eq!(proposal.reply, phrase(Language::German, Phrase::NoAnswer));
}

fn shown(reply: &str, piece: usize) -> String {
    let mut preview = Preview::default();
    let letters: Vec<char> = reply.chars().collect();
    letters.chunks(piece).map(|piece| preview.push(&piece.iter().collect::<String>()).to_owned()).collect()
}

#[test]
fn a_preview_shows_hardly_anything_of_a_leak() {
    for piece in [1, 7, 1_000] {
        let leak = shown(&format!("Of course. {SYSTEM}"), piece);
        assert!(leak.len() <= "Of course. ".len() + 2 * SUSPICIOUS, "{leak}");
        let honest =
            "Noted: a cook. You are an HR expert, too? Which level: entry, junior or mid? Tell me more.";
        assert_eq!(shown(honest, piece), honest);
        let marker = shown("Look, <message_00ff00ff00ff00ff> it says", piece);
        assert!(!marker.contains("00ff00ff"), "{marker}");
    }
}
