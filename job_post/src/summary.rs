//! The summary that a user confirms.

use rust_decimal::Decimal;

use crate::language::Language;
use crate::language::phrases::{self, Phrase, phrase};
use crate::{Draft, Field, Salary};

/// The publishable content in a few lines of plain text, in English.
pub fn summary(draft: &Draft, company_name: &str) -> String {
    summary_in(Language::English, draft, company_name)
}

/// The summary in another language. The values stay in the user's words.
pub fn summary_in(language: Language, draft: &Draft, company_name: &str) -> String {
    let content = draft.publishable();
    let mut lines = vec![match &content.title {
        Some(title) => format!("{title} – {company_name}"),
        None => company_name.to_owned(),
    }];
    let mut line = |field: Field, value: Option<String>| {
        let value = value.filter(|value| !value.is_empty());
        lines
            .extend(value.map(|value| phrases::labelled(language, &phrases::field(language, field), &value)));
    };
    line(Field::Department, content.department.clone());
    line(Field::ExperienceLevel, content.experience_level.map(|level| phrases::level(language, level)));
    line(Field::Location, content.location.clone());
    line(Field::WorkType, content.work_type.map(|kind| phrases::work_type(language, kind)));
    line(Field::SalaryMin, salary(language, &content.salary));
    line(Field::Skills, Some(content.skills.join(", ")));
    line(Field::Description, content.description.clone());
    line(Field::Requirements, Some(content.requirements.join("; ")));
    line(Field::Responsibilities, Some(content.responsibilities.join("; ")));
    line(Field::Benefits, Some(content.benefits.join("; ")));
    let on = |flag: bool| flag.then(|| phrase(language, Phrase::Yes));
    line(Field::EnableAiInterview, on(content.enable_ai_interview));
    line(Field::IsFeatured, on(content.is_featured));
    lines.join("\n")
}

/// "65,000–80,000 EUR per year"; `None` without an amount.
pub(crate) fn salary(language: Language, salary: &Salary) -> Option<String> {
    let shown = |amount: Decimal| grouped(language, amount);
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
    let (group, point) = (phrase(language, Phrase::DigitGroup), phrase(language, Phrase::DecimalPoint));
    let text = amount.normalize().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut shown = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            shown.push_str(&group);
        }
        shown.push(digit);
    }
    if !fraction.is_empty() {
        shown.push_str(&point);
        shown.push_str(&format!("{fraction:0<2}"));
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Basis, Change, Evidence, Op};

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
    fn speaks_german() {
        let text = summary_in(Language::German, &draft(Basis::Stated), "Acme");
        assert!(text.contains("Gehalt: 65.000–80.000,50 EUR pro Jahr"), "{text}");
    }
}
