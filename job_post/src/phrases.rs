//! Our own sentences, in each language we speak: what the code says when the model must not.

use crate::language::Language::{self, English, German};
use crate::{ExperienceLevel, Field, SalaryPeriod, WorkType};

/// Picks the column of a language.
const fn in_language(language: Language, english: &'static str, german: &'static str) -> &'static str {
    match language {
        English => english,
        German => german,
    }
}

pub(crate) const fn field(language: Language, field: Field) -> &'static str {
    let (english, german) = match field {
        Field::Title => ("Title", "Titel"),
        Field::Department => ("Department", "Abteilung"),
        Field::ExperienceLevel => ("Level", "Erfahrungsstufe"),
        Field::Location => ("Location", "Ort"),
        Field::WorkType => ("Work type", "Arbeitsform"),
        Field::SalaryMin | Field::SalaryMax => ("Salary", "Gehalt"),
        Field::SalaryPeriod => ("Salary period", "Gehaltszeitraum"),
        Field::Currency => ("Currency", "Währung"),
        Field::Skills => ("Skills", "Kenntnisse"),
        Field::Description => ("Description", "Beschreibung"),
        Field::Requirements => ("Requirements", "Anforderungen"),
        Field::Responsibilities => ("Responsibilities", "Aufgaben"),
        Field::Benefits => ("Benefits", "Leistungen"),
        Field::EnableAiInterview => ("AI interview", "KI-Interview"),
        Field::IsFeatured => ("Featured listing", "Hervorgehobene Anzeige"),
    };
    in_language(language, english, german)
}

pub(crate) const fn level(language: Language, level: ExperienceLevel) -> &'static str {
    match (language, level) {
        (German, ExperienceLevel::Entry) => "Berufseinstieg",
        (German, ExperienceLevel::Lead) => "Leitung",
        (German, ExperienceLevel::Executive) => "Geschäftsleitung",
        _ => level.as_str(),
    }
}

pub(crate) const fn work_type(language: Language, kind: WorkType) -> &'static str {
    match (language, kind) {
        (English, WorkType::Onsite) => "on-site",
        (German, WorkType::Onsite) => "vor Ort",
        _ => kind.as_str(),
    }
}

pub(crate) const fn period(language: Language, period: SalaryPeriod) -> &'static str {
    let (english, german) = match period {
        SalaryPeriod::Hour => ("per hour", "pro Stunde"),
        SalaryPeriod::Day => ("per day", "pro Tag"),
        SalaryPeriod::Week => ("per week", "pro Woche"),
        SalaryPeriod::Month => ("per month", "pro Monat"),
        SalaryPeriod::Year => ("per year", "pro Jahr"),
    };
    in_language(language, english, german)
}

pub(crate) const fn from(language: Language) -> &'static str {
    in_language(language, "from", "ab")
}

pub(crate) const fn up_to(language: Language) -> &'static str {
    in_language(language, "up to", "bis zu")
}

pub(crate) const fn yes(language: Language) -> &'static str {
    in_language(language, "yes", "ja")
}

/// The title of a post whose own was nothing but pay.
pub(crate) const fn untitled(language: Language) -> &'static str {
    in_language(language, "Open position", "Offene Stelle")
}

/// The question that asks for the yes; always the last thing a reply with a summary says.
pub(crate) const fn publish_question(language: Language) -> &'static str {
    in_language(
        language,
        "Shall I publish it like this? Say \"publish\", or tell me what to change.",
        "Soll ich die Anzeige so veröffentlichen? Sagen Sie „veröffentlichen“ oder was noch zu ändern ist.",
    )
}

pub(crate) const fn summary_lead(language: Language) -> &'static str {
    in_language(language, "Here is your job post so far:", "Das ist Ihre Stellenanzeige bisher:")
}

pub(crate) const fn finished(language: Language) -> &'static str {
    in_language(
        language,
        "Thank you! Your job post is complete and has been handed over. If anything should change, just tell me.",
        "Vielen Dank! Ihre Stellenanzeige ist fertig und übergeben. Wenn sich etwas ändern soll, sagen Sie es mir einfach.",
    )
}

pub(crate) const fn already_finished(language: Language) -> &'static str {
    in_language(
        language,
        "This job post is already complete, so there is nothing more to do. If anything should change, just tell me.",
        "Diese Stellenanzeige ist bereits fertig, es ist nichts weiter zu tun. Wenn sich etwas ändern soll, sagen Sie es mir einfach.",
    )
}

pub(crate) fn not_ready(language: Language, wanted: &str) -> String {
    match language {
        English => {
            format!("Before the post can be finished I need a little more: {wanted}. What can you tell me?")
        }
        German => format!(
            "Bevor die Anzeige fertig ist, brauche ich noch etwas: {wanted}. Was können Sie mir dazu sagen?"
        ),
    }
}

pub(crate) const fn greeting_first(language: Language) -> &'static str {
    in_language(
        language,
        "Hello! Which role would you like to hire for?",
        "Guten Tag! Welche Stelle möchten Sie besetzen?",
    )
}

pub(crate) fn greeting_back(language: Language, title: Option<&str>, wanted: &str) -> String {
    match (language, title) {
        (English, Some(title)) => format!(
            "Welcome back! We are working on \"{title}\". Still missing: {wanted}. What can you tell me?"
        ),
        (English, None) => format!("Welcome back! Still missing: {wanted}. What can you tell me?"),
        (German, Some(title)) => format!(
            "Willkommen zurück! Wir arbeiten an „{title}“. Es fehlt noch: {wanted}. Was können Sie mir dazu sagen?"
        ),
        (German, None) => {
            format!("Willkommen zurück! Es fehlt noch: {wanted}. Was können Sie mir dazu sagen?")
        }
    }
}

pub(crate) const fn greeting_done(language: Language) -> &'static str {
    in_language(
        language,
        "Welcome back! Your job post is complete. If anything should change, just tell me.",
        "Willkommen zurück! Ihre Stellenanzeige ist fertig. Wenn sich etwas ändern soll, sagen Sie es mir einfach.",
    )
}

pub(crate) const fn nothing_missing(language: Language) -> &'static str {
    in_language(language, "nothing", "nichts")
}

pub(crate) fn noted(language: Language, fields: &str) -> String {
    match language {
        English => format!("Noted: {fields}."),
        German => format!("Notiert: {fields}."),
    }
}

pub(crate) fn ask_next(language: Language, field: &str) -> String {
    match language {
        English => format!("What can you tell me about this next: {field}?"),
        German => format!("Was können Sie mir als Nächstes dazu sagen: {field}?"),
    }
}

pub(crate) const fn nothing_understood(language: Language) -> &'static str {
    in_language(
        language,
        "I am here to help with your job post.",
        "Ich helfe Ihnen gern bei Ihrer Stellenanzeige.",
    )
}

pub(crate) const fn orders_refused(language: Language) -> &'static str {
    in_language(
        language,
        "I can only work on the job post itself, from what you tell me about the role.",
        "Ich kann nur an der Stellenanzeige arbeiten, mit dem, was Sie mir über die Stelle sagen.",
    )
}

pub(crate) const fn started_over(language: Language) -> &'static str {
    in_language(
        language,
        "All right, we start over with an empty job post. Which role would you like to hire for?",
        "Gut, wir beginnen mit einer leeren Stellenanzeige. Welche Stelle möchten Sie besetzen?",
    )
}

/// What was changed last is as it was before; `fields` are their names.
pub(crate) fn taken_back(language: Language, fields: &str) -> String {
    match language {
        English => format!("I took the last change back: {fields}."),
        German => format!("Ich habe die letzte Änderung zurückgenommen: {fields}."),
    }
}

pub(crate) const fn nothing_to_take_back(language: Language) -> &'static str {
    in_language(
        language,
        "There is no change that I could take back. Please tell me what it should say instead.",
        "Es gibt keine Änderung, die ich zurücknehmen könnte. Bitte sagen Sie mir, wie es stattdessen heißen soll.",
    )
}

pub(crate) fn pay_out_of_order(language: Language, min: &str, max: &str) -> String {
    match language {
        English => format!(
            "That would put the minimum salary ({min}) above the maximum ({max}), so I kept the range as it was. \
             What should the salary range be?"
        ),
        German => format!(
            "Damit läge das Mindestgehalt ({min}) über dem Höchstgehalt ({max}), deshalb bleibt die Gehaltsspanne, wie sie war. \
             Welche Spanne soll gelten?"
        ),
    }
}

pub(crate) fn two_values(language: Language, field: &str, values: &str) -> String {
    match language {
        English => format!(
            "I understood different values for {field} ({values}) and kept what was there. Which one is right?"
        ),
        German => format!(
            "Ich habe für {field} verschiedene Angaben verstanden ({values}) und nichts geändert. Welche stimmt?"
        ),
    }
}
