//! The summary that a user confirms.

use rust_decimal::Decimal;

use crate::language::Language;
use crate::language::phrases::{self, Phrase, phrase};
use crate::locale::Locale;
use crate::text::{clean, cut};
use crate::{Basis, Content, Draft, Evidence, Field, Leaf, Salary};

/// Longest quote in a summary, in characters.
const MAX_QUOTE: usize = 80;

/// The publishable content in a few lines of plain text, in English.
pub fn summary(draft: &Draft, company_name: &str) -> String {
    summary_in(Language::English, draft, company_name)
}

/// The summary in another language. The values stay in the user's words; an interpreted value has these words beside it.
pub fn summary_in(language: Language, draft: &Draft, company_name: &str) -> String {
    let lines = lines(language, draft, company_name).into_iter().map(|(_, line)| line);
    lines.collect::<Vec<_>>().join("\n")
}

/// The lines of the summary, each with its field.
pub(crate) fn lines(language: Language, draft: &Draft, company_name: &str) -> Vec<(Field, String)> {
    let content = draft.publishable();
    let first = match &content.title {
        Some(title) => format!("{} – {company_name}", with_quote(language, draft, Field::Title, title)),
        None => company_name.to_owned(),
    };
    std::iter::once((Field::Title, first)).chain(field_lines(language, draft, &content)).collect()
}

/// A line for each field with suggestions, below the title.
pub(crate) fn suggested_lines(language: Language, draft: &Draft) -> Vec<String> {
    let content = draft.suggested();
    let evidence = draft.evidence.iter().map(|(field, all)| {
        let all = all.iter().filter(|evidence| !evidence.is_established());
        (*field, all.map(|_| Evidence::edited()).collect())
    });
    let shown = Draft { content: content.clone(), evidence: evidence.collect() };
    field_lines(language, &shown, &content).map(|(_, line)| line).collect()
}

fn field_lines(
    language: Language,
    draft: &Draft,
    content: &Content,
) -> impl Iterator<Item = (Field, String)> {
    SHOWN.into_iter().filter_map(move |field| {
        let value = shown(language, draft, content, field).filter(|value| !value.is_empty())?;
        Some((field, phrases::labelled(language, &phrases::field(language, field), &value)))
    })
}

/// The fields below the title, in their order. The lines of the salary stand for all its fields.
const SHOWN: [Field; 26] = [
    Field::Department,
    Field::ExperienceLevel,
    Field::EmploymentTypes,
    Field::ContractLength,
    Field::WorkingHours,
    Field::Openings,
    Field::Location,
    Field::WorkType,
    Field::SalaryMin,
    Field::AdditionalPay,
    Field::StartDate,
    Field::Skills,
    Field::Languages,
    Field::Description,
    Field::Requirements,
    Field::Qualifications,
    Field::Responsibilities,
    Field::Benefits,
    Field::Travel,
    Field::Relocation,
    Field::ApplyBy,
    Field::HowToApply,
    Field::Contact,
    Field::Notes,
    Field::EnableAiInterview,
    Field::IsFeatured,
];

/// What the summary shows of a field.
fn shown(language: Language, draft: &Draft, content: &Content, field: Field) -> Option<String> {
    if field.is_list() {
        let separator = if matches!(field, Field::Skills | Field::Languages) { ", " } else { "; " };
        return Some(shown_items(language, draft, field).join(separator));
    }
    if let Some(on) = content.flag(field) {
        return on.then(|| phrase(language, Phrase::Yes));
    }
    let value = match field {
        Field::ExperienceLevel => content.experience_level.map(|level| phrases::level(language, level)),
        Field::WorkType => content.work_type.map(|kind| phrases::work_type(language, kind)),
        Field::SalaryMin => return salary(&Locale::of(language, content), &content.salary),
        Field::Openings => content.openings.map(|openings| openings.to_string()),
        text => content.text(text)?.clone(),
    };
    value.map(|value| with_quote(language, draft, field, &value))
}

/// The value of a field, with the user's words if it is an interpretation: "Registered Nurse (from “RN”)".
fn with_quote(language: Language, draft: &Draft, field: Field, shown: &str) -> String {
    draft.leaves(field).next().map_or_else(|| shown.to_owned(), |leaf| leaf_shown(language, &leaf, shown))
}

fn shown_items(language: Language, draft: &Draft, field: Field) -> Vec<String> {
    let established = draft.leaves(field).filter(|leaf| leaf.evidence.is_established());
    let shown =
        established.map(|leaf| leaf_shown(language, &leaf, &phrases::item(language, field, &leaf.value)));
    shown.collect()
}

fn leaf_shown(language: Language, leaf: &Leaf<'_>, shown: &str) -> String {
    match leaf.evidence.basis {
        Basis::Interpreted => {
            phrases::interpreted(language, shown, &cut(&clean(&leaf.evidence.quote), MAX_QUOTE))
        }
        _ => shown.to_owned(),
    }
}

/// "65,000–80,000 EUR per year"; `None` without an amount.
pub(crate) fn salary(locale: &Locale, salary: &Salary) -> Option<String> {
    let language = locale.language;
    let shown = |amount: Decimal| locale.grouped(amount);
    let amounts = match (salary.min, salary.max) {
        (Some(min), Some(max)) if min == max => shown(min),
        (Some(min), Some(max)) => format!("{}–{}", shown(min), shown(max)),
        (Some(min), None) => phrases::from(language, &shown(min)),
        (None, Some(max)) => phrases::up_to(language, &shown(max)),
        (None, None) => return None,
    };
    let currency = salary.currency.map(|currency| format!(" {}", currency.code())).unwrap_or_default();
    let period =
        salary.period.map(|period| format!(" {}", phrases::period(language, period))).unwrap_or_default();
    Some(format!("{amounts}{currency}{period}"))
}

/// An amount with its digits in groups of three, as the language writes it: 65,000.50 or 65.000,50.
pub fn grouped(language: Language, amount: Decimal) -> String {
    Locale::of_language(language).grouped(amount)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Change, Evidence, Op};

    fn draft(basis: Basis) -> Draft {
        let change = |field, value: &str| Change {
            op: Op::Set,
            field,
            value: value.to_owned(),
            evidence: Evidence { basis, ..Evidence::edited() },
        };
        Draft::fold(&[
            change(Field::Title, "Backend Engineer"),
            change(Field::Location, "Lisbon"),
            change(Field::WorkType, "hybrid"),
            change(Field::SalaryMin, "65000"),
            change(Field::SalaryMax, "80000.5"),
            change(Field::Currency, "EUR"),
            change(Field::SalaryPeriod, "year"),
            change(Field::Skills, "Rust\nKafka"),
            change(Field::IsFeatured, "true"),
        ])
    }

    #[test]
    fn says_what_would_be_published() {
        let text = "Backend Engineer – Acme\nLocation: Lisbon\nWork type: hybrid\nSalary: 65,000–80,000.50 EUR per year\n\
            Skills: Rust, Kafka\nFeatured listing: yes";
        assert_eq!(summary(&draft(Basis::Stated), "Acme"), text);
        assert_eq!(summary(&draft(Basis::Assumed), "Acme"), "Acme");
    }

    #[test]
    fn an_interpretation_has_the_users_words_beside_it() {
        let mut post = draft(Basis::Stated);
        let evidence = |quote: &str| Evidence {
            basis: Basis::Interpreted,
            quote: quote.to_owned(),
            ..Evidence::edited()
        };
        for (op, field, value, quote) in [
            (Op::Set, Field::Title, "Registered Nurse", "RN"),
            (Op::Set, Field::WorkType, "hybrid", "hybird"),
            (Op::Add, Field::Skills, "Kubernetes", "Kubernets"),
        ] {
            post.apply(&Change { op, field, value: value.to_owned(), evidence: evidence(quote) });
        }
        let text = summary(&post, "Acme");
        assert!(text.starts_with("Registered Nurse (from “RN”) – Acme\n"), "{text}");
        assert!(text.contains("Work type: hybrid (from “hybird”)\n"), "{text}");
        assert!(text.contains("Skills: Rust, Kafka, Kubernetes (from “Kubernets”)\n"), "{text}");
    }

    #[test]
    fn speaks_german() {
        let text = summary_in(Language::German, &draft(Basis::Stated), "Acme");
        assert!(text.contains("Gehalt: 65.000–80.000,50 EUR pro Jahr"), "{text}");
    }
}
