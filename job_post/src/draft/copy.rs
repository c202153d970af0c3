//! A draft that begins with the content of an earlier job post.

use super::Draft;
use super::change::{Change, Op};
use super::evidence::{Basis, Evidence};
use crate::field::Field;
use crate::money::{self, Pay};
use crate::writing::layout::rewritten;
use crate::writing::{Facts, Sources, language_of};
use crate::{Content, WritingSettings};

/// The changes that lead from an empty draft to this content. What ages, such as pay and dates, is only suggested: the user
/// confirms it first. A description loses the sentences about it and, in the post of another company, those that name the
/// earlier one.
pub fn copied(content: &Content, company: &str, new_company: &str) -> Vec<Change> {
    let post = Draft { content: content.clone(), ..Draft::default() };
    let other = (company != new_company).then_some(company);
    let description = content.description.as_deref().map(|text| lasting_sentences(text, content, other));
    let has_amount = content.salary.min.or(content.salary.max).is_some();
    let change = |field: Field| {
        let value = match field {
            Field::Description => description.clone().filter(|text| !text.is_empty()),
            Field::Currency | Field::SalaryPeriod if !has_amount => None,
            other => post.value(other),
        }?;
        let basis = if ages(field) { Basis::Assumed } else { Basis::Copied };
        Some(Change { op: Op::Set, field, value, evidence: Evidence::without_words(basis) })
    };
    Field::ALL.into_iter().filter_map(change).collect()
}

/// Is the value of the field often out of date when the next person is hired?
fn ages(field: Field) -> bool {
    field.is_pay()
        || matches!(field, Field::AdditionalPay | Field::StartDate | Field::ApplyBy | Field::Openings)
}

/// The sentences that name no pay and no date of the post, nor the other company.
fn lasting_sentences(description: &str, content: &Content, other_company: Option<&str>) -> String {
    let kept = Content { additional_pay: Vec::new(), start_date: None, apply_by: None, ..content.clone() };
    let settings = WritingSettings::default();
    let facts = |content| Facts::new(Sources { content, company: "", settings: &settings });
    let (before, now) = (facts(content), facts(&kept));
    let salary = [content.salary.min, content.salary.max];
    let is_pay =
        |pay: &Pay| [pay.min, pay.max].iter().any(|amount| amount.is_some() && salary.contains(amount));
    let language = language_of(description);
    let lasts = |sentence: &str| {
        let names_other = other_company.is_some_and(|other| sentence.contains(other));
        !names_other
            && !money::find(sentence).iter().any(is_pay)
            && !before.outdates(&now, sentence, language)
    };
    rewritten(description, |_, unit| if lasts(unit) { vec![unit.to_owned()] } else { Vec::new() })
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::Salary;

    #[test]
    fn pay_and_dates_are_only_suggested() {
        let text = |text: &str| Some(text.to_owned());
        let content = Content {
            title: text("Line Cook"),
            start_date: text("1 March"),
            benefits: vec!["free meals".to_owned()],
            additional_pay: vec!["tips".to_owned()],
            description: text(
                "Cook fish with us. You start on 1 March. We pay 1,400 EUR a month. Free meals.",
            ),
            salary: Salary { min: Some(Decimal::from(1_400)), ..Salary::default() },
            ..Content::default()
        };
        let changes = copied(&content, "Harbour Foods", "Harbour Foods");
        let draft = Draft::fold(&changes);
        let kept = Content {
            start_date: None,
            additional_pay: Vec::new(),
            description: text("Cook fish with us. Free meals."),
            salary: Salary::default(),
            ..content
        };
        assert_eq!(draft.publishable(), kept);
        assert_eq!(draft.suggestions().count(), 3);
        assert!(draft.leaves(Field::Title).all(|leaf| leaf.evidence.basis == Basis::Copied));
    }
}
