//! Says what the post holds and what was just noted.

use job_post::{Field, Language, Op, ProposedUpdate, shown_item};

use crate::phrases::{self, Phrase, Template, filled, grouped, named, phrase};
use crate::{
    turn::Turn,
    understanding::topics::{TOPICS, Topic},
};

/// What changed, in one or two sentences. The title, and skills that are words of it, have a sentence of their own.
pub(crate) fn noted(language: Language, updates: &[ProposedUpdate]) -> Vec<String> {
    let titles = updates.iter().filter(|update| update.field == Field::Title);
    let title: String = titles.map(|update| update.value.to_lowercase()).collect();
    let is_in_title = |it: &&ProposedUpdate| {
        it.field == Field::Title || (it.field == Field::Skills && title.contains(&it.value.to_lowercase()))
    };
    let others: Vec<&ProposedUpdate> = updates.iter().filter(|update| !is_in_title(update)).collect();
    let (gone, new): (Vec<_>, Vec<_>) =
        others.into_iter().partition(|update| matches!(update.op, Op::Remove | Op::Clear));
    let new: Vec<String> =
        new.into_iter().filter_map(|update| noted_one(language, update, updates)).collect();
    let gone: Vec<String> = gone.into_iter().map(|update| gone_one(language, update, updates)).collect();
    let mut sentences = Vec::new();
    if !gone.is_empty() {
        sentences.push(filled(language, Template::Removed, &once(gone).join(", ")));
    }
    if !new.is_empty() {
        sentences.push(filled(language, Template::Noted, &new.join(", ")));
    }
    sentences
}

fn once(mut all: Vec<String>) -> Vec<String> {
    all.dedup();
    all
}

/// The value of an update; `None` if another update's text includes it.
fn noted_one(language: Language, update: &ProposedUpdate, all: &[ProposedUpdate]) -> Option<String> {
    let value = update.value.as_str();
    Some(match update.field {
        Field::SalaryMin | Field::SalaryMax => return salary(language, update, all),
        Field::Currency | Field::SalaryPeriod if all.iter().any(is_amount) => return None,
        Field::ExperienceLevel => named(language, "at-level", value),
        Field::WorkType => named(language, "work", value),
        Field::EnableAiInterview if value == "true" => phrase(language, Phrase::AiInterview),
        Field::EnableAiInterview => phrase(language, Phrase::NoAiInterview),
        Field::IsFeatured if value == "true" => phrase(language, Phrase::Featured),
        Field::IsFeatured => phrase(language, Phrase::NotFeatured),
        Field::Openings => filled(language, Template::Openings, value),
        field => shown_item(language, field, value),
    })
}

fn is_amount(update: &ProposedUpdate) -> bool {
    matches!(update.field, Field::SalaryMin | Field::SalaryMax) && update.op == Op::Set
}

/// The whole salary, at the update of its first amount.
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
        (Some(min), None) => filled(language, Template::AtLeast, &grouped(min)),
        (None, Some(max)) => filled(language, Template::UpTo, &grouped(max)),
        (None, None) => return None,
    };
    let currency = value(Field::Currency).map(|code| format!("{code} ")).unwrap_or_default();
    let period = value(Field::SalaryPeriod)
        .map(|period| format!(" {}", named(language, "per", period)))
        .unwrap_or_default();
    Some(format!("{currency}{amount}{period}"))
}

fn gone_one(language: Language, update: &ProposedUpdate, all: &[ProposedUpdate]) -> String {
    if update.op == Op::Remove {
        return update.value.clone();
    }
    let goes = |field: Field| all.iter().any(|it| it.field == field && it.op == Op::Clear);
    let is_bound = matches!(update.field, Field::SalaryMin | Field::SalaryMax);
    if is_bound && !(goes(Field::SalaryMin) && goes(Field::SalaryMax)) {
        return phrase(
            language,
            if update.field == Field::SalaryMax { Phrase::Maximum } else { Phrase::Minimum },
        );
    }
    Topic::of(update.field).name(language)
}

/// The answer to "What have we got so far?"
pub(crate) fn so_far(turn: &Turn) -> String {
    let language = turn.language;
    let name = |family: &str, value: &str| match value {
        "" => String::new(),
        _ => named(language, family, value),
    };
    let flag =
        |field: &str, what: Phrase| if turn.flag(field) { phrase(language, what) } else { String::new() };
    let parts: Vec<String> = [
        turn.text("title").to_owned(),
        name("level", turn.text("experienceLevel")),
        turn.text("location").to_owned(),
        name("work", turn.text("workType")),
        turn.list("skills").join(", "),
        pay(turn),
        turn.text("department").to_owned(),
        turn.list("requirements").join(", "),
        turn.list("responsibilities").join(", "),
        turn.list("benefits").join(", "),
        terms(turn),
        flag("enableAiInterview", Phrase::AiInterview),
        flag("isFeatured", Phrase::Featured),
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect();
    match parts.is_empty() {
        true => phrase(language, Phrase::JustBeginning),
        false => filled(language, Template::SoFar, &parts.join("; ")),
    }
}

/// The terms of employment.
fn terms(turn: &Turn) -> String {
    let language = turn.language;
    let fields = Field::ALL.into_iter().filter(|field| Topic::of(*field) == Topic::Terms);
    let shown = fields.flat_map(|field| match field {
        Field::Openings if turn.has("openings") => {
            vec![filled(language, Template::Openings, turn.text("openings"))]
        }
        field if field.is_list() => {
            turn.list(field.as_str()).into_iter().map(|item| shown_item(language, field, item)).collect()
        }
        field => vec![turn.text(field.as_str()).to_owned()],
    });
    shown.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}

fn pay(turn: &Turn) -> String {
    let (min, max) = (turn.text("salaryMin"), turn.text("salaryMax"));
    let ends: Vec<String> =
        [min, max].into_iter().filter(|end| !end.is_empty()).map(|end| grouped(turn.language, end)).collect();
    if ends.is_empty() {
        return String::new();
    }
    let period = turn.text("salaryPeriod");
    let period = if period.is_empty() { String::new() } else { named(turn.language, "per", period) };
    let shown = if min == max { ends[0].clone() } else { ends.join("–") };
    format!("{} {shown} {period}", turn.text("currency")).trim().to_owned()
}

/// The topics that the post says nothing about yet.
pub(crate) fn still_open(turn: &Turn) -> String {
    let open = TOPICS[..8].iter().filter(|topic| !topic.is_known(turn));
    let names: Vec<String> = open.map(|topic| topic.name(turn.language)).collect();
    let list = match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => phrases::list_end(turn.language, &rest.join(", "), last),
        None => return phrase(turn.language, Phrase::NothingMissing),
    };
    filled(turn.language, Template::StillOpen, &list)
}
