//! Edits by hand: the values that fields take, and the errors for others.

use super::*;
use crate::{Basis, Content, Op};

fn text(text: &str) -> Typed {
    Typed::Text(text.to_owned())
}

fn items(items: &[&str]) -> Typed {
    Typed::Items(items.iter().map(|item| (*item).to_owned()).collect())
}

fn after(draft: &Draft, edits: &[(Field, Typed)]) -> Draft {
    let mut after = draft.clone();
    edited(draft, edits).unwrap().iter().for_each(|change| after.apply(change));
    after
}

/// The details of all mistakes, by field and item.
fn mistakes(draft: &Draft, edits: &[(Field, Typed)]) -> Vec<(Field, Option<usize>, String)> {
    let mistakes = edited(draft, edits).expect_err("a mistake").into_iter();
    mistakes.map(|mistake| (mistake.field, mistake.item, mistake.detail)).collect()
}

#[test]
fn values_are_kept_in_canonical_form() {
    let table = [
        (Field::Title, "  \"Backend\u{0} Engineer.\" ", "Backend Engineer"),
        (Field::ExperienceLevel, "Mid-Level", "mid"),
        (Field::WorkType, "on site", "onsite"),
        (Field::SalaryMin, "1234567.80", "1234567.8"),
        (Field::SalaryMax, "18.50", "18.5"),
        (Field::SalaryMax, "1000", "1000"),
        (Field::Currency, "eur", "EUR"),
        (Field::IsFeatured, "true", "true"),
        (Field::Location, "São Paulo,\nBrazil", "São Paulo, Brazil"),
    ];
    for (field, typed, held) in table {
        let draft = after(&Draft::default(), &[(field, text(typed))]);
        assert_eq!(draft.value(field).as_deref(), Some(held), "{typed:?}");
        assert!(draft.is_established(field));
    }
    let skills = items(&["C, C++; C#", " • Rust", "rust"]);
    assert_eq!(after(&Draft::default(), &[(Field::Skills, skills)]).content.skills, ["C, C++; C#", "Rust"]);
}

#[test]
fn a_value_that_a_field_cannot_hold_is_an_error_with_its_position() {
    let long = "x".repeat(81);
    let table = [
        (Field::Title, text(&long), None, "must have at most 80 characters"),
        (Field::Title, text(" \u{200b} "), None, "must be a text that says something"),
        (Field::Location, text("n/a"), None, "must be a text that says something"),
        (Field::SalaryMin, text("65k"), None, "must be an amount like 1800 or 18.50"),
        (Field::SalaryMin, text("1.234"), None, "must be an amount like 1800 or 18.50"),
        (Field::SalaryMin, text("-5"), None, "must be an amount like 1800 or 18.50"),
        (Field::SalaryMin, text("99999999999999"), None, "must be an amount like 1800 or 18.50"),
        (Field::Currency, text("euros"), None, "must be a currency code of ISO 4217"),
        (Field::Currency, text("XXX"), None, "must be a currency code of ISO 4217"),
        (Field::WorkType, text("lunar"), None, "is not a value of this field"),
        (Field::Skills, items(&["Rust", " - "]), Some(1), "must be a text that says something"),
        (Field::Skills, items(&[&long]), Some(0), "must have at most 80 characters"),
        (Field::Skills, items(&["x"; 51]), None, "must have at most 50 items"),
        (Field::Skills, text("Rust"), None, "must be a list"),
        (Field::Title, items(&["Cook"]), None, "must be one value"),
    ];
    for (field, typed, item, detail) in table {
        let edits = [(field, typed)];
        assert_eq!(mistakes(&Draft::default(), &edits), [(field, item, detail.to_owned())], "{edits:?}");
    }
    let two = [(Field::Title, text("")), (Field::Currency, text("?"))];
    assert_eq!(mistakes(&Draft::default(), &two).len(), 2);
}

#[test]
fn the_bound_that_was_moved_past_the_other_is_the_error() {
    let draft =
        after(&Draft::default(), &[(Field::SalaryMin, text("1800")), (Field::SalaryMax, text("2400"))]);
    let above = mistakes(&draft, &[(Field::SalaryMin, text("2500"))]);
    assert_eq!(above, [(Field::SalaryMin, None, "must not be above the maximum, 2400".to_owned())]);
    let below = mistakes(&draft, &[(Field::SalaryMax, text("1700"))]);
    assert_eq!(below, [(Field::SalaryMax, None, "must not be below the minimum, 1800".to_owned())]);
    assert_eq!(mistakes(&draft, &[(Field::SalaryMin, text("9")), (Field::SalaryMax, text("8"))]).len(), 1);
    let both = after(&draft, &[(Field::SalaryMin, text("2500")), (Field::SalaryMax, text("2600"))]);
    assert_eq!(both.value(Field::SalaryMin).as_deref(), Some("2500"));
    assert_eq!(after(&both, &[(Field::SalaryMin, Typed::Nothing)]).content.salary.min, None);
}

#[test]
fn equal_values_change_nothing() {
    let stated = |op, field, value: &str, basis| Change {
        op,
        field,
        value: value.to_owned(),
        evidence: Evidence { basis, ..Evidence::edited() },
    };
    let draft = Draft::fold(&[
        stated(Op::Set, Field::Title, "Cook", Basis::Stated),
        stated(Op::Set, Field::Location, "Bath", Basis::Assumed),
        stated(Op::Set, Field::Skills, "Pasta\nRice", Basis::Stated),
        stated(Op::Set, Field::IsFeatured, "false", Basis::Stated),
    ]);
    let same = [
        (Field::Title, text(" Cook ")),
        (Field::Skills, items(&["Pasta", "Rice"])),
        (Field::Department, Typed::Nothing),
        (Field::Benefits, items(&[])),
        (Field::IsFeatured, text("false")),
        (Field::IsFeatured, Typed::Nothing),
        (Field::EnableAiInterview, text("false")),
    ];
    assert_eq!(edited(&draft, &same), Ok(Vec::new()));
    // An assumption that is entered by hand becomes established.
    let sure = after(&draft, &[(Field::Location, text("Bath"))]);
    assert!(sure.is_established(Field::Location) && sure.content == draft.content);
    let meant = Draft::fold(&[stated(Op::Set, Field::Title, "Cook", Basis::Interpreted)]);
    assert_eq!(
        after(&meant, &[(Field::Title, text("Cook"))]).evidence[&Field::Title][0].basis,
        Basis::Edited
    );
    let guessed = Draft::fold(&[stated(Op::Set, Field::Benefits, "Pension", Basis::Assumed)]);
    assert_eq!(edited(&guessed, &[(Field::Benefits, items(&[]))]), Ok(Vec::new()));
    assert_eq!(after(&guessed, &[(Field::Benefits, Typed::Nothing)]), Draft::default());
    let emptied = Field::ALL.map(|field| (field, Typed::Nothing));
    assert_eq!(after(&draft, &emptied).content, Content::default());
    assert_eq!(after(&draft, &[(Field::Skills, items(&["Rice"]))]).content.skills, ["Rice"]);
}
