//! Folding a change log: the same log gives the same draft.

use super::*;
use crate::{Basis, Change, Op};

fn change(op: Op, field: Field, value: &str, basis: Basis) -> Change {
    Change {
        op,
        field,
        value: value.to_owned(),
        evidence: Evidence { basis, quote: value.to_owned(), ..Evidence::edited() },
    }
}

fn stated(op: Op, field: Field, value: &str) -> Change {
    change(op, field, value, Basis::Stated)
}

#[test]
fn lists_keep_the_first_spelling_and_compare_items_without_case() {
    let draft = Draft::fold(&[
        stated(Op::Set, Field::Skills, "Hadoop\nHive"),
        stated(Op::Set, Field::Skills, "Spark\ndbt"),
        stated(Op::Add, Field::Skills, "SPARK\nAirflow"),
        stated(Op::Remove, Field::Skills, "DBT"),
    ]);
    assert_eq!(draft.content.skills, ["Spark", "Airflow"]);
}

#[test]
fn assumptions_replace_nothing_and_are_not_published() {
    let mut draft = Draft::fold(&[
        stated(Op::Set, Field::Title, "Cook"),
        change(Op::Set, Field::Title, "Chef", Basis::Assumed),
        change(Op::Set, Field::Responsibilities, "Cook well", Basis::Assumed),
    ]);
    assert_eq!(draft.content.title.as_deref(), Some("Cook"));
    assert_eq!(draft.content.responsibilities, ["Cook well"]);
    assert!(draft.publishable().responsibilities.is_empty());
    draft.apply(&stated(Op::Add, Field::Responsibilities, "Run the kitchen"));
    draft.apply(&change(Op::Add, Field::Responsibilities, "Clean\nrun the kitchen", Basis::Assumed));
    assert_eq!(draft.content.responsibilities, ["Cook well", "Run the kitchen", "Clean"]);
    assert_eq!(draft.publishable().responsibilities, ["Run the kitchen"]);
    let suggested: Vec<String> = draft.suggestions().map(|leaf| leaf.value).collect();
    assert_eq!(suggested, ["Cook well", "Clean"]);
    draft.apply(&change(Op::Add, Field::Responsibilities, "cook well", Basis::Confirmed));
    assert_eq!(draft.publishable().responsibilities, ["cook well", "Run the kitchen"]);
    draft.apply(&change(Op::Set, Field::Responsibilities, "Wash up", Basis::Assumed));
    assert_eq!(draft.content.responsibilities, ["cook well", "Run the kitchen", "Wash up"]);
}

#[test]
fn flags_and_amounts() {
    let mut draft = Draft::fold(&[
        stated(Op::Set, Field::IsFeatured, "true"),
        stated(Op::Set, Field::SalaryMin, "65000"),
        stated(Op::Set, Field::Currency, "EUR"),
    ]);
    assert!(draft.publishable().is_featured);
    draft.apply(&stated(Op::Set, Field::IsFeatured, "false"));
    draft.apply(&stated(Op::Clear, Field::SalaryMin, ""));
    assert!(!draft.content.is_featured);
    assert_eq!(draft.value(Field::IsFeatured).as_deref(), Some("false"));
    assert_eq!((draft.content.salary.min, draft.value(Field::Currency).as_deref()), (None, Some("EUR")));
}

#[test]
fn any_log_can_be_replayed_and_fold_is_apply_in_order() {
    let values = [
        "",
        "true",
        "65000",
        "nonsense",
        "EUR",
        "senior",
        "a\nb\n\nA",
        "-1",
        "\u{0}",
        "99999999999999999999999999999",
    ];
    let bases = [Basis::Stated, Basis::Interpreted, Basis::Assumed, Basis::Confirmed, Basis::Edited];
    // A pseudo-random walk through all combinations.
    let mut seed: usize = 7;
    let mut log = Vec::new();
    for _ in 0..3_000 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let pick = |bound: usize, shift: usize| (seed >> shift) % bound;
        let op = [Op::Set, Op::Add, Op::Remove, Op::Clear][pick(4, 20)];
        log.push(change(
            op,
            Field::ALL[pick(Field::ALL.len(), 28)],
            values[pick(10, 36)],
            bases[pick(5, 44)],
        ));
    }
    let mut draft = Draft::default();
    for (done, change) in log.iter().enumerate() {
        draft.apply(change);
        if done % 500 == 0 {
            assert_eq!(draft, Draft::fold(&log[..=done]));
        }
        for field in Field::ALL {
            let values =
                draft.value(field).map_or(0, |value| if field.is_list() { value.lines().count() } else { 1 });
            let known = draft.evidence.get(&field).map(Vec::len);
            assert_eq!(known.unwrap_or(0), values, "{field} after {change:?}");
            assert_ne!(known, Some(0));
        }
    }
    let stored = serde_json::to_string(&draft).unwrap();
    assert_eq!(serde_json::from_str::<Draft>(&stored).unwrap(), draft);
}

#[test]
fn every_field_is_set_and_cleared() {
    for field in Field::ALL {
        let value = match field {
            Field::ExperienceLevel => "senior",
            Field::WorkType => "remote",
            Field::SalaryMin | Field::SalaryMax => "65000",
            Field::SalaryPeriod => "year",
            Field::Currency => "EUR",
            Field::Openings => "3",
            Field::EmploymentTypes => "full_time",
            Field::EnableAiInterview | Field::IsFeatured => "true",
            _ => "some text",
        };
        let mut draft = Draft::default();
        draft.apply(&change(Op::Set, field, value, Basis::Stated));
        assert_eq!(draft.value(field).as_deref(), Some(value), "{field}");
        assert_eq!(crate::values::canonical(field, value).as_deref(), Some(value), "{field}");
        draft.apply(&change(Op::Clear, field, "", Basis::Stated));
        assert_eq!(draft, Draft::default(), "{field}");
    }
}
