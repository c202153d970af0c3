//! The answer in words: what was noted, what was asked, and one question.

use std::sync::LazyLock;

use job_post::{Field, Intent, Language, Op, ProposedUpdate};
use regex::Regex;

use super::{
    acts, currencies, overview, pay, postings, suggestions,
    topics::Topic,
    turn::Turn,
    understanding::Understanding,
    vocabulary::TRAILING,
    words::{Sentence, pattern, sentences},
};
use crate::phrases::{self, Say, Tell, say, tell};

pub(super) fn write(turn: &Turn, understood: &Understanding<'_>) -> String {
    let language = turn.language;
    let mut parts: Vec<String> = Vec::new();
    if !understood.offered.is_empty() {
        return suggestions::told(turn, &understood.offered);
    }
    if let Some(answer) = special(turn, understood) {
        parts.push(answer);
    }
    if let Some(title) = new_title(understood) {
        parts.push(opening(turn, title));
    }
    parts.extend(overview::noted(language, &told(turn, &understood.updates)));
    if let Some((low, high)) = &understood.crossing {
        parts.push(crossed(language, low, high));
        return parts.join(" ");
    }
    // No question: one that ends a reply gives way to the one whether to publish.
    if currencies::is_undecided(turn, &understood.updates) && !currencies::was_asked(turn) {
        parts.push(say(language, Say::WhichCountry));
    }
    if parts.is_empty() {
        parts.push(say(language, nothing_new(turn, understood)));
    }
    if understood.intent != Some(Intent::Finalize) || (!turn.has("title") && new_title(understood).is_none())
    {
        parts.push(next_question(turn, understood));
    }
    parts.join(" ")
}

/// Of a whole ad the summary shows the lists.
fn told(turn: &Turn, updates: &[ProposedUpdate]) -> Vec<ProposedUpdate> {
    let all = !postings::is_posting(&turn.message);
    updates.iter().filter(|update| all || !update.field.is_list()).cloned().collect()
}

/// What goes before everything else: the answer to a question, a greeting, an order refused.
fn special(turn: &Turn, understood: &Understanding<'_>) -> Option<String> {
    let language = turn.language;
    let speak = |what| Some(say(language, what));
    if understood.orders {
        return speak(Say::NotOurs);
    }
    match understood.intent {
        Some(Intent::Reset) => return speak(Say::StartedOver),
        Some(Intent::Undo) => return speak(Say::TakenBack),
        Some(Intent::Finalize) if !turn.has("title") && new_title(understood).is_none() => {
            return speak(Say::NothingYet);
        }
        Some(Intent::Finalize) if understood.updates.is_empty() => return speak(Say::Settled),
        _ => {}
    }
    if let Some(question) = understood.sentences.iter().find(|sentence| sentence.is_question) {
        let answer = answer(turn, question.text());
        let is_empty = understood.updates.is_empty() || answer != say(language, Say::NotSure);
        return is_empty.then_some(answer);
    }
    if understood.updates.is_empty() && wants_overview(&turn.message) {
        return Some(overview::so_far(turn));
    }
    (understood.updates.is_empty() && is_greeting(&turn.message)).then(|| greeting(turn))
}

fn answer(turn: &Turn, question: &str) -> String {
    static ASKED: LazyLock<[(Regex, Say); 3]> = LazyLock::new(|| {
        [
            (
                pattern(
                    r"(?i)\b(?:salary|pay|fair|market|how\s+much|going\s+rate|gehalt|verdien\w*|üblich\w*|zahl\w*)\b",
                ),
                Say::NoFigures,
            ),
            (pattern(r"(?i)\b(?:change|edit|later|update|ändern|später|anpassen)\b"), Say::Changeable),
            (
                pattern(
                    r"(?i)\b(?:who\s+are\s+you|what\s+are\s+you|what\s+can\s+you|what\s+do\s+you\s+do|wer\s+(?:bist|sind)|was\s+k(?:annst|önnen))\b",
                ),
                Say::WhoIAm,
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
    let told = [("ask-pay", Say::NoFigures), ("ask-change", Say::Changeable), ("ask-who", Say::WhoIAm)];
    let told = told.into_iter().find(|(subject, _)| is_about(subject)).map(|(_, what)| what);
    let asked = ASKED.iter().find(|(asked, _)| asked.is_match(question)).map(|(_, what)| *what);
    let what = asked.or(told).unwrap_or(Say::NotSure);
    say(turn.language, what)
}

fn wants_overview(text: &str) -> bool {
    static OVERVIEW: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:so\s+far|summar\w+|recap|overview|current\s+state|(?:what|show)\s+(?:do\s+|have\s+)?(?:we|you|me)\s+(?:have|got|the)|bisher|zusammenfass\w+|überblick|zwischenstand|show\s+(?:me|it))\b",
        )
    });
    OVERVIEW.is_match(text) || sentences(text).iter().any(|sentence| acts::does(sentence, "ask-state"))
}

pub(super) fn is_greeting(message: &str) -> bool {
    static GREETING: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^\W*(?:hi|hello|hey|good\s+(?:morning|afternoon|evening|day)|greetings|hallo|moin|servus|guten\s+(?:tag|morgen|abend)|grüß\s+gott)(?:\s+(?:there|again|all|everyone|zusammen|nochmal))?\W*$",
        )
    });
    let only_greets =
        |sentence: &Sentence<'_>| sentence.words.len() <= 3 && acts::ACTS.begins("greet", sentence, 0);
    let said = sentences(message);
    GREETING.is_match(message) || (!said.is_empty() && said.iter().all(only_greets))
}

fn greeting(turn: &Turn) -> String {
    if turn.is_empty() {
        return say(turn.language, Say::Hello);
    }
    format!("{} {}", say(turn.language, Say::WelcomeBack), overview::still_open(turn))
}

fn new_title<'a>(understood: &'a Understanding<'_>) -> Option<&'a ProposedUpdate> {
    understood.updates.iter().find(|update| update.field == Field::Title && update.op == Op::Set)
}

fn opening(turn: &Turn, title: &ProposedUpdate) -> String {
    if turn.has("title") {
        return tell(turn.language, Tell::TitleIsNow, &title.value);
    }
    let role = match turn.language {
        Language::English => with_article(&spoken(&title.value)),
        _ => title.value.clone(),
    };
    tell(turn.language, Tell::NewTitle, &role)
}

/// "Developer Full Stack" is spoken of as a "Full Stack Developer".
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

/// English wants "a" or "an" before one person, and nothing before several.
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
    let (low, high) = (overview::grouped(language, low), overview::grouped(language, high));
    phrases::crossed(language, &low, &high)
}

fn nothing_new(turn: &Turn, understood: &Understanding<'_>) -> Say {
    let message = turn.message.to_lowercase();
    let known = turn.list("skills").iter().any(|skill| message.contains(&skill.to_lowercase()));
    if acts::is_refusal(&turn.message) || suggestions::is_declined(turn) {
        Say::LeftOpen
    } else if known && !understood.sentences.is_empty() {
        Say::AsBefore
    } else {
        Say::Understood
    }
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
        return say(turn.language, Say::AskTitleOtherwise);
    }
    topic.map_or_else(|| say(turn.language, Say::AnythingElse), |topic| topic.question(turn.language))
}
