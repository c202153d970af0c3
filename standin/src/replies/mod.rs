//! Writes the reply: the answer to a question, what was noted, and one question.

pub(crate) mod overview;
pub(crate) mod suggestions;

use std::sync::LazyLock;

use job_post::{Field, Intent, Language, Op, ProposedUpdate};
use regex::Regex;

use crate::phrases::{self, Phrase, Template, filled, grouped, phrase};
use crate::{
    text::{
        sentences::{pattern, sentences},
        vocabulary::TRAILING,
    },
    turn::Turn,
    understanding::{Understanding, acts, currencies, intent, pay, postings, topics::Topic},
};

/// Writes the reply to a turn. `suggested` are the updates that it asks a yes or a no for.
pub(crate) fn write(turn: &Turn, understood: &Understanding<'_>, suggested: &[ProposedUpdate]) -> String {
    let language = turn.language;
    let mut parts: Vec<String> = Vec::new();
    if !suggested.is_empty() {
        return suggestions::text(turn, suggested);
    }
    if let Some(answer) = special(turn, understood) {
        parts.push(answer);
    }
    if let Some(title) = new_title(understood) {
        parts.push(opening(turn, title));
    }
    parts.extend(overview::noted(language, &listed(turn, &understood.updates)));
    if let Some((low, high)) = &understood.crossing {
        parts.push(crossed(language, low, high));
        return parts.join(" ");
    }
    // Not a question: the agent replaces a question at the end by the one whether to publish.
    if currencies::is_undecided(turn, &understood.updates) && !currencies::was_asked(turn) {
        parts.push(phrase(language, Phrase::WhichCountry));
    }
    if parts.is_empty() {
        parts.push(phrase(language, nothing_new(turn, understood)));
    }
    if understood.intent != Some(Intent::Finalize) || (!turn.has("title") && new_title(understood).is_none())
    {
        parts.push(next_question(turn, understood));
    }
    parts.join(" ")
}

/// The updates that the reply names. The lists of a pasted ad are left to the summary.
fn listed(turn: &Turn, updates: &[ProposedUpdate]) -> Vec<ProposedUpdate> {
    let all = !postings::is_posting(&turn.message);
    updates.iter().filter(|update| all || !update.field.is_list()).cloned().collect()
}

/// The beginning of some replies: the answer to a question, a greeting, a refused order.
fn special(turn: &Turn, understood: &Understanding<'_>) -> Option<String> {
    let language = turn.language;
    let speak = |what| Some(phrase(language, what));
    if understood.orders {
        return speak(Phrase::NotOurs);
    }
    match understood.intent {
        Some(Intent::Reset) => return speak(Phrase::StartedOver),
        Some(Intent::Undo) => return speak(Phrase::TakenBack),
        Some(Intent::Finalize) if !turn.has("title") && new_title(understood).is_none() => {
            return speak(Phrase::NothingYet);
        }
        Some(Intent::Finalize) if understood.updates.is_empty() => return speak(Phrase::Settled),
        _ => {}
    }
    if let Some(question) = understood.sentences.iter().find(|sentence| sentence.is_question) {
        let answer = answer(turn, question.text());
        let is_empty = understood.updates.is_empty() || answer != phrase(language, Phrase::NotSure);
        return is_empty.then_some(answer);
    }
    if understood.updates.is_empty() && wants_overview(&turn.message) {
        return Some(overview::so_far(turn));
    }
    (understood.updates.is_empty() && acts::is_greeting(&turn.message)).then(|| greeting(turn))
}

fn answer(turn: &Turn, question: &str) -> String {
    static ASKED: LazyLock<[(Regex, Phrase); 3]> = LazyLock::new(|| {
        [
            (
                pattern(
                    r"(?i)\b(?:salary|pay|fair|market|how\s+much|going\s+rate|gehalt|verdien\w*|üblich\w*|zahl\w*)\b",
                ),
                Phrase::NoFigures,
            ),
            (pattern(r"(?i)\b(?:change|edit|later|update|ändern|später|anpassen)\b"), Phrase::Changeable),
            (
                pattern(
                    r"(?i)\b(?:who\s+are\s+you|what\s+are\s+you|what\s+can\s+you|what\s+do\s+you\s+do|wer\s+(?:bist|sind)|was\s+k(?:annst|önnen))\b",
                ),
                Phrase::WhoIAm,
            ),
        ]
    });
    static NEEDED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:information|need\s+from|do\s+you\s+need|else|missing|next|left|still\s+open|informationen|angaben|fehlt|brauchen\s+sie|brauchst\s+du|noch)\b",
        )
    });
    if wants_overview(question) {
        return overview::so_far(turn);
    }
    let read = sentences(question);
    let is_about = |subject: &str| read.iter().any(|sentence| acts::does(sentence, subject));
    if NEEDED.is_match(question) || is_about("ask-open") {
        return overview::still_open(turn);
    }
    let subjects =
        [("ask-pay", Phrase::NoFigures), ("ask-change", Phrase::Changeable), ("ask-who", Phrase::WhoIAm)];
    let listed = subjects.into_iter().find(|(subject, _)| is_about(subject)).map(|(_, what)| what);
    let asked = ASKED.iter().find(|(asked, _)| asked.is_match(question)).map(|(_, what)| *what);
    let what = asked.or(listed).unwrap_or(Phrase::NotSure);
    phrase(turn.language, what)
}

fn wants_overview(text: &str) -> bool {
    static OVERVIEW: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:so\s+far|summar\w+|recap|overview|current\s+state|(?:what|show)\s+(?:do\s+|have\s+)?(?:we|you|me)\s+(?:have|got|the)|bisher|zusammenfass\w+|überblick|zwischenstand|show\s+(?:me|it))\b",
        )
    });
    OVERVIEW.is_match(text) || sentences(text).iter().any(|sentence| acts::does(sentence, "ask-state"))
}

fn greeting(turn: &Turn) -> String {
    if turn.is_empty() {
        return phrase(turn.language, Phrase::Hello);
    }
    format!("{} {}", phrase(turn.language, Phrase::WelcomeBack), overview::still_open(turn))
}

fn new_title<'a>(understood: &'a Understanding<'_>) -> Option<&'a ProposedUpdate> {
    understood.updates.iter().find(|update| update.field == Field::Title && update.op == Op::Set)
}

fn opening(turn: &Turn, title: &ProposedUpdate) -> String {
    if turn.has("title") {
        return filled(turn.language, Template::TitleIsNow, &title.value);
    }
    let role = match turn.language {
        Language::English => with_article(&spoken(&title.value)),
        _ => title.value.clone(),
    };
    filled(turn.language, Template::NewTitle, &role)
}

/// The title as English says it: "Full Stack Developer" for "Developer Full Stack".
fn spoken(title: &str) -> String {
    let words: Vec<&str> = title.split(' ').collect();
    for count in [2, 1] {
        let Some(at) = words.len().checked_sub(count).filter(|at| *at > 0) else { continue };
        let tail = words[at..].join(" ");
        if TRAILING.has(&tail) && !tail.to_lowercase().starts_with("in ") {
            return format!("{tail} {}", words[..at].join(" "));
        }
    }
    title.to_owned()
}

/// The title with "a" or "an"; a plural stays without an article.
fn with_article(title: &str) -> String {
    let vowel = title.trim_start_matches('.').starts_with(['A', 'E', 'I', 'O', 'a', 'e', 'i', 'o']);
    let several = title.ends_with('s') && !title.ends_with("ss") && !title.ends_with("Sales");
    let article = match (several, vowel) {
        (true, _) => "",
        (false, true) => "an ",
        (false, false) => "a ",
    };
    format!("{article}{title}")
}

fn crossed(language: Language, low: &str, high: &str) -> String {
    let (low, high) = (grouped(language, low), grouped(language, high));
    phrases::crossed(language, &low, &high)
}

fn nothing_new(turn: &Turn, understood: &Understanding<'_>) -> Phrase {
    let message = turn.message.to_lowercase();
    let known = turn.list("skills").iter().any(|skill| message.contains(&skill.to_lowercase()));
    if acts::is_refusal(&turn.message) || suggestions::is_declined(turn) {
        Phrase::LeftOpen
    } else if known && !understood.sentences.is_empty() {
        Phrase::AsBefore
    } else if states_something(turn, understood) {
        Phrase::NothingTaken
    } else {
        Phrase::Understood
    }
}

/// Is the message more than a short reaction such as "not yet" or "let me think"?
fn states_something(turn: &Turn, understood: &Understanding<'_>) -> bool {
    const FEWEST_WORDS: usize = 3;
    let words: usize = understood.sentences.iter().map(|sentence| sentence.words.len()).sum();
    let reacts = |act: &str| understood.sentences.iter().any(|sentence| acts::does(sentence, act));
    words >= FEWEST_WORDS && !intent::holds_back(&turn.message, &understood.sentences) && !reacts("agree")
}

fn next_question(turn: &Turn, understood: &Understanding<'_>) -> String {
    let known: Vec<String> = understood
        .updates
        .iter()
        .filter(|update| update.op != Op::Clear)
        .filter_map(|update| serde_json::to_value(update.field).ok()?.as_str().map(str::to_owned))
        .collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let says_nothing_new = understood.updates.is_empty();
    if let Some(question) = pay::question_for_bound(turn).filter(|_| says_nothing_new) {
        return question;
    }
    let topic = Topic::next(turn, &known);
    if topic == Some(Topic::Title) && topic.is_some_and(|topic| topic.was_asked(turn) > 1) {
        return phrase(turn.language, Phrase::AskTitleOtherwise);
    }
    topic.map_or_else(|| phrase(turn.language, Phrase::AnythingElse), |topic| topic.question(turn.language))
}
