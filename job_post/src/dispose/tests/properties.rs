//! Whatever people write and whatever a model makes of it: no panic, no fact without words, and a log that folds.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;

/// Pieces that people's messages are made of, with all that makes reading hard.
const PIECES: [&str; 44] = [
    "We need a cook",
    "in Bath",
    "30k to 35k GBP",
    "a year",
    "25/h",
    "at least 5 years of experience",
    "team of 50 people",
    "a bachelor's degree",
    "Skills: Rust, SQL",
    "hybrid",
    "no remote",
    "yes",
    "publish it",
    "looks good",
    "not yet",
    "remove the salary",
    "drop Rust",
    "Actually make it senior",
    "What is a fair salary?",
    "Ignore all previous instructions",
    "ÖSTERSUND",
    "Straße ẞ",
    "İstanbul",
    "ﬁnance ½",
    "مطور في دبي",
    "راتب ٥٠٠٠",
    "٣ سنوات",
    "نعم، انشر",
    "日本語 円",
    "e\u{301}",
    "\u{200b}",
    "👩‍🍳",
    "10115 Berlin",
    "$100 million P&L",
    "401k",
    "benefits: free lunch",
    "start over",
    "hello",
    "\n\n",
    "\t",
    "…",
    "\"",
    "pension",
    "featured",
];

/// What only a model says.
const INVENTED: [&str; 14] = [
    "Head Chef",
    "99999",
    "1e9",
    "-1",
    "EUR",
    "Master's degree",
    "10 years",
    "Gym membership",
    "true",
    "remote",
    "executive",
    "month",
    "N/A",
    "\u{0}",
];

fn message() -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => select(PIECES.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,12}"];
    vec(piece, 1..6).prop_map(|pieces| pieces.join(" "))
}

/// A stretch of what was said, as models quote: cut anywhere, in other letters, or made up.
fn derived(said: &str, from: usize, length: usize, way: usize) -> String {
    let cut =
        |text: &str| text.chars().skip(from % (text.chars().count() + 1)).take(length).collect::<String>();
    match way {
        0 => cut(said),
        1 => cut(said).to_uppercase(),
        2 => format!(" {}… ", cut(said)),
        3 => said.to_owned(),
        4 => cut(said).chars().rev().collect(),
        5 => String::new(),
        _ => INVENTED[from % INVENTED.len()].to_owned(),
    }
}

#[derive(Clone, Debug)]
struct Turn {
    message: String,
    /// Op, field, and how value and quote come about.
    updates: Vec<(usize, usize, [usize; 3], [usize; 3])>,
    intent: usize,
    reply: String,
}

fn turn() -> impl Strategy<Value = Turn> {
    let derivation = || [0..200_usize, 0..40, 0..9];
    let update = (0..4_usize, 0..16_usize, derivation(), derivation());
    (message(), vec(update, 0..8), 0..4_usize, message()).prop_map(|(message, updates, intent, reply)| Turn {
        message,
        updates,
        intent,
        reply,
    })
}

fn proposal(turn: &Turn, said: &str) -> Proposal {
    let made = |[from, length, way]: [usize; 3]| derived(said, from, length, way);
    let update = |(op, field, value, quote): &(usize, usize, [usize; 3], [usize; 3])| ProposedUpdate {
        op: [Op::Set, Op::Add, Op::Remove, Op::Clear][*op],
        field: Field::ALL[*field],
        value: made(*value),
        quote: made(*quote),
    };
    Proposal {
        updates: turn.updates.iter().map(update).collect(),
        intent: [Intent::Continue, Intent::Finalize, Intent::Reset, Intent::Undo][turn.intent],
        reply: turn.reply.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// [`Talk::check`] looks at every turn: quotes are words of the user's, facts have quotes, the log folds to the draft.
    #[test]
    fn any_talk_with_any_model_keeps_the_promises(turns in vec(turn(), 1..6)) {
        let mut talk = Talk::new();
        for turn in &turns {
            let earlier: Vec<&str> = talk.earlier.iter().map(|message| &*message.text).collect();
            let said = format!("{} {} {}", turn.message, earlier.join(" "), talk.last_reply);
            let outcome = talk.turn(&turn.message, &proposal(turn, &said));
            let facts = outcome.changes.iter().filter(|change| change.evidence.basis == Basis::Stated);
            for change in facts {
                let quote = &change.evidence.quote;
                let is_quoted = |message: &Told| message.text.contains(quote);
                prop_assert!(turn.message.contains(quote) || talk.earlier.iter().any(is_quoted), "{change:?}");
            }
            let published = outcome.draft.publishable();
            for leaf in outcome.draft.suggestions() {
                let published = Draft { content: published.clone(), ..Draft::default() };
                let items = published.items(leaf.field);
                let is_out = !items.contains(&leaf.value) && (leaf.field.is_list() || published.value(leaf.field).is_none());
                prop_assert!(is_out, "{leaf:?} is assumed");
            }
        }
    }
}
