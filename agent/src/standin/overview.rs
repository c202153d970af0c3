//! What the post holds and what was just noted, in words.

use job_post::Language::{self, English, German};
use job_post::{Field, Op, ProposedUpdate};

use super::{
    phrases,
    topics::{TOPICS, Topic},
    turn::Turn,
};

/// What changed, in one or two sentences; nothing for the title and its words, which have a sentence of
/// their own.
pub(super) fn noted(language: Language, updates: &[ProposedUpdate]) -> Vec<String> {
    let titles = updates.iter().filter(|update| update.field == Field::Title);
    let title: String = titles.map(|update| update.value.to_lowercase()).collect();
    let is_told = |it: &&ProposedUpdate| {
        it.field == Field::Title || (it.field == Field::Skills && title.contains(&it.value.to_lowercase()))
    };
    let told: Vec<&ProposedUpdate> = updates.iter().filter(|update| !is_told(update)).collect();
    let (gone, new): (Vec<_>, Vec<_>) =
        told.into_iter().partition(|update| matches!(update.op, Op::Remove | Op::Clear));
    let new: Vec<String> =
        new.into_iter().filter_map(|update| noted_one(language, update, updates)).collect();
    let gone: Vec<String> = gone.into_iter().map(|update| gone_one(language, update, updates)).collect();
    let (removed, noted) = match language {
        English => ("I've removed", "I've noted"),
        German => ("Gestrichen", "Notiert"),
    };
    let mut sentences = Vec::new();
    if !gone.is_empty() {
        sentences.push(format!("{removed}: {}.", once(gone).join(", ")));
    }
    if !new.is_empty() {
        sentences.push(format!("{noted}: {}.", new.join(", ")));
    }
    sentences
}

fn once(mut all: Vec<String>) -> Vec<String> {
    all.dedup();
    all
}

/// `None` for what is told together with something else.
fn noted_one(language: Language, update: &ProposedUpdate, all: &[ProposedUpdate]) -> Option<String> {
    let value = update.value.as_str();
    Some(match update.field {
        Field::SalaryMin | Field::SalaryMax => return salary(language, update, all),
        Field::Currency | Field::SalaryPeriod if all.iter().any(is_amount) => return None,
        Field::ExperienceLevel if language == English => format!("{value} level"),
        Field::ExperienceLevel | Field::WorkType => spoken(language, value).to_owned(),
        Field::EnableAiInterview => switch(language, ["AI interview", "KI-Interview"], value),
        Field::IsFeatured => switch(language, ["featured listing", "hervorgehobene Anzeige"], value),
        _ => value.to_owned(),
    })
}

/// The names of levels and work types in prose.
fn spoken(language: Language, name: &str) -> &str {
    match (language, name) {
        (English, "onsite") => "on site",
        (German, "onsite") => "vor Ort",
        (German, "entry") => "Berufseinstieg",
        (German, "mid") => "mit Berufserfahrung",
        (German, "senior") => "Senior-Level",
        (German, "lead") => "mit Führungserfahrung",
        (German, "executive") => "Geschäftsleitung",
        _ => name,
    }
}

fn is_amount(update: &ProposedUpdate) -> bool {
    matches!(update.field, Field::SalaryMin | Field::SalaryMax) && update.op == Op::Set
}

/// The whole salary at its first amount.
fn salary(language: Language, update: &ProposedUpdate, all: &[ProposedUpdate]) -> Option<String> {
    let value = |field: Field| {
        all.iter().find(|it| it.field == field && it.op == Op::Set).map(|it| it.value.as_str())
    };
    let (min, max) = (value(Field::SalaryMin), value(Field::SalaryMax));
    if update.field == Field::SalaryMax && min.is_some() {
        return None;
    }
    let grouped = |amount: &str| grouped(language, amount);
    let amount = match (min, max) {
        (Some(min), Some(max)) if min != max => format!("{}–{}", grouped(min), grouped(max)),
        (Some(one), Some(_)) => grouped(one),
        (Some(min), None) => {
            format!("{} {}", if language == English { "at least" } else { "mindestens" }, grouped(min))
        }
        (None, Some(max)) => {
            format!("{} {}", if language == English { "up to" } else { "bis zu" }, grouped(max))
        }
        (None, None) => return None,
    };
    let currency = value(Field::Currency).map(|code| format!("{code} ")).unwrap_or_default();
    let period =
        value(Field::SalaryPeriod).map(|period| format!(" {}", per(language, period))).unwrap_or_default();
    Some(format!("{currency}{amount}{period}"))
}

fn per(language: Language, period: &str) -> String {
    match (language, period) {
        (English, _) => format!("per {period}"),
        (German, "hour") => "pro Stunde".to_owned(),
        (German, "day") => "pro Tag".to_owned(),
        (German, "week") => "pro Woche".to_owned(),
        (German, "month") => "im Monat".to_owned(),
        (German, _) => "im Jahr".to_owned(),
    }
}

fn switch(language: Language, names: [&str; 2], value: &str) -> String {
    match (language, value) {
        (English, "true") => names[0].to_owned(),
        (English, _) => format!("no {}", names[0]),
        (German, "true") => names[1].to_owned(),
        (German, _) => format!("{}: nein", names[1]),
    }
}

fn gone_one(language: Language, update: &ProposedUpdate, all: &[ProposedUpdate]) -> String {
    if update.op == Op::Remove {
        return update.value.clone();
    }
    let goes = |field: Field| all.iter().any(|it| it.field == field && it.op == Op::Clear);
    let is_bound = matches!(update.field, Field::SalaryMin | Field::SalaryMax);
    if is_bound && !(goes(Field::SalaryMin) && goes(Field::SalaryMax)) {
        let names = match language {
            English => ["the minimum salary", "the maximum salary"],
            German => ["das Mindestgehalt", "das Höchstgehalt"],
        };
        return names[usize::from(update.field == Field::SalaryMax)].to_owned();
    }
    let topic = match update.field {
        Field::SalaryMin | Field::SalaryMax | Field::SalaryPeriod | Field::Currency => Topic::Salary,
        Field::Location => Topic::Location,
        Field::ExperienceLevel => Topic::Level,
        Field::WorkType => Topic::WorkType,
        Field::Skills => Topic::Skills,
        Field::Department => Topic::Department,
        Field::Responsibilities => Topic::Responsibilities,
        Field::Requirements => Topic::Requirements,
        Field::Benefits => Topic::Benefits,
        _ => Topic::Description,
    };
    phrases::name(language, topic).to_owned()
}

/// 65000 as 65,000 or 65.000; what is no plain number stays.
pub(super) fn grouped(language: Language, amount: &str) -> String {
    let (whole, fraction) = amount.split_once('.').unwrap_or((amount, ""));
    if whole.len() < 4 || !whole.chars().all(|c| c.is_ascii_digit()) {
        return amount.to_owned();
    }
    let (mark, point) = if language == English { (',', '.') } else { ('.', ',') };
    let mut shown = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            shown.push(mark);
        }
        shown.push(digit);
    }
    if fraction.is_empty() { shown } else { format!("{shown}{point}{fraction}") }
}

/// "What have we got so far?"
pub(super) fn so_far(turn: &Turn) -> String {
    let language = turn.language;
    let told: Vec<String> = [
        turn.text("title").to_owned(),
        spoken(language, turn.text("experienceLevel")).to_owned(),
        turn.text("location").to_owned(),
        spoken(language, turn.text("workType")).to_owned(),
        turn.list("skills").join(", "),
        pay(turn),
        turn.text("department").to_owned(),
        turn.list("requirements").join(", "),
        turn.list("responsibilities").join(", "),
        turn.list("benefits").join(", "),
        if turn.flag("enableAiInterview") {
            switch(language, ["AI interview", "KI-Interview"], "true")
        } else {
            String::new()
        },
        if turn.flag("isFeatured") {
            switch(language, ["featured listing", "hervorgehobene Anzeige"], "true")
        } else {
            String::new()
        },
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect();
    match (language, told.is_empty()) {
        (English, true) => "Nothing yet: we are just beginning.".to_owned(),
        (German, true) => "Noch nichts: Wir fangen gerade erst an.".to_owned(),
        (English, false) => format!("So far we have: {}.", told.join("; ")),
        (German, false) => format!("Bisher haben wir: {}.", told.join("; ")),
    }
}

fn pay(turn: &Turn) -> String {
    let (min, max) = (turn.text("salaryMin"), turn.text("salaryMax"));
    let ends: Vec<String> =
        [min, max].into_iter().filter(|end| !end.is_empty()).map(|end| grouped(turn.language, end)).collect();
    if ends.is_empty() {
        return String::new();
    }
    let period = turn.text("salaryPeriod");
    let period = if period.is_empty() { String::new() } else { per(turn.language, period) };
    let shown = if min == max { ends[0].clone() } else { ends.join("–") };
    format!("{} {shown} {period}", turn.text("currency")).trim().to_owned()
}

/// What would still make the post better, without asking for it.
pub(super) fn still_open(turn: &Turn) -> String {
    let open = TOPICS[..8].iter().filter(|topic| !topic.is_known(turn));
    let names: Vec<&str> = open.map(|topic| phrases::name(turn.language, *topic)).collect();
    let list = match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => {
            let and = if turn.language == English { "and" } else { "und" };
            format!("{} {and} {last}", rest.join(", "))
        }
        None => String::new(),
    };
    match (turn.language, list.is_empty()) {
        (English, true) => "Nothing important is missing.".to_owned(),
        (German, true) => "Es fehlt nichts Wichtiges mehr.".to_owned(),
        (English, false) => format!("What would help the post: {list}."),
        (German, false) => format!("Was der Anzeige noch hilft: {list}."),
    }
}
