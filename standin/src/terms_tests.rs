//! Terms of employment in sentences and ads, and notes of what fits no field.

use serde_json::json;

use crate::tests::{answer, check, lines, post};

#[test]
fn terms_of_employment_are_read_in_english() {
    check(&[
        (
            "It's full-time, 40 hours a week, Monday to Friday",
            &[
                "add employmentTypes full_time",
                "add workingHours 40 hours a week",
                "add workingHours Monday to Friday",
            ],
        ),
        (
            "part time, 20 hrs/week, early and late shifts",
            &[
                "add employmentTypes part_time",
                "add workingHours 20 hrs/week",
                "add workingHours early and late shifts",
            ],
        ),
        (
            "6-month contract, starting 1 March 2027",
            &["set contractLength 6-month contract", "set startDate 1 March 2027"],
        ),
        ("start as soon as possible", &["set startDate as soon as possible"]),
        ("We have 3 openings", &["set openings 3"]),
        ("Apply by 15 December", &["set applyBy 15 December"]),
        ("send your CV to jobs@example.com", &["set howToApply send your CV to jobs@example.com"]),
        ("Questions? Call Anna Berg on 030 1234567", &["set contact Anna Berg on 030 1234567"]),
        ("some travel to client sites", &["set travel some travel to client sites"]),
        ("visa sponsorship available", &["set relocation visa sponsorship available"]),
        ("a team of 12 people", &["add notes a team of 12 people"]),
        ("is it full time?", &[]),
    ]);
}

#[test]
fn terms_of_employment_are_read_in_other_languages() {
    check(&[
        (
            "Vollzeit, 38,5 Stunden pro Woche, unbefristet, ab sofort",
            &[
                "add employmentTypes full_time",
                "add workingHours 38,5 Stunden pro Woche",
                "set contractLength unbefristet",
                "set startDate ab sofort",
            ],
        ),
        ("Bewerbungen bis 15.12.", &["set applyBy 15.12"]),
        ("Bewerbungen an jobs@example.de", &["set howToApply Bewerbungen an jobs@example.de"]),
        (
            "CDI à temps plein, 35 heures par semaine, dès que possible",
            &[
                "add employmentTypes full_time",
                "set contractLength CDI",
                "add workingHours 35 heures par semaine",
                "set startDate dès que possible",
            ],
        ),
        (
            "media jornada, 20 horas semanales, de lunes a viernes, incorporación inmediata",
            &[
                "add employmentTypes part_time",
                "add workingHours 20 horas semanales",
                "add workingHours de lunes a viernes",
                "set startDate incorporación inmediata",
            ],
        ),
        (
            "دوام كامل، ٤٠ ساعة في الأسبوع",
            &["add employmentTypes full_time", "add workingHours ٤٠ ساعة في الأسبوع"],
        ),
        (
            "tempo integral, 40 horas semanais, início imediato",
            &[
                "add employmentTypes full_time",
                "add workingHours 40 horas semanais",
                "set startDate início imediato",
            ],
        ),
        (
            "tempo pieno, 40 ore settimanali, a tempo indeterminato",
            &[
                "add employmentTypes full_time",
                "add workingHours 40 ore settimanali",
                "set contractLength a tempo indeterminato",
            ],
        ),
        (
            "deeltijd, 24 uur per week, per direct",
            &[
                "add employmentTypes part_time",
                "add workingHours 24 uur per week",
                "set startDate per direct",
            ],
        ),
        (
            "pełny etat, umowa o pracę, od zaraz",
            &["add employmentTypes full_time", "set contractLength umowa o pracę", "set startDate od zaraz"],
        ),
    ]);
}

#[test]
fn what_fits_no_field_is_kept_in_its_own_words() {
    check(&[
        ("We have customers in France.", &["add notes We have customers in France"]),
        ("Our last cook stayed for twelve years", &["add notes Our last cook stayed for twelve years"]),
        ("Der Laden liegt direkt am Marktplatz", &["add notes Der Laden liegt direkt am Marktplatz"]),
    ]);
    for message in [
        "thanks a lot",
        "can you write a nicer text",
        "let me think about it",
        "the pay is a bit lower than I said",
    ] {
        let updates = answer(&post(), &[], message)["updates"].to_string();
        assert!(!updates.contains("\"notes\""), "{message}: {updates}");
    }
    assert_eq!(lines(&answer(&json!({}), &[], "the business belongs to the family")), [""; 0]);
}

#[test]
fn the_labels_of_an_ad_name_terms() {
    let ad = "Line Cook\nLocation: Reno, NV\nHours: 30 per week\nStart: 1 March 2027\nContact: Anna Berg, 775 555 0100\n\
        Apply by: 15 January 2027\nWhat you will do:\n- cook at the grill\n- prepare the cold dishes\n- clean the kitchen\n\
        What you bring:\n- two years at a grill\n- a food handler card\n";
    let read = lines(&answer(&json!({}), &[], ad));
    for wanted in [
        "add workingHours 30 per week",
        "set startDate 1 March 2027",
        "set contact Anna Berg, 775 555 0100",
        "set applyBy 15 January 2027",
    ] {
        assert!(read.iter().any(|it| it == wanted), "{wanted} is not in {read:#?}");
    }
}
