//! Short ads: the headings and bullets that people and Word write.

use serde_json::json;

use crate::tests::updates;

/// The items of the three lists that are not found under these headings, with this bullet.
pub(crate) fn missing([tasks, profile, offer]: [&str; 3], bullet: &str) -> Vec<String> {
    let ad = format!(
        "Barista in Leeds\n\n{tasks}\n{bullet}Make coffee\n{bullet}Wipe tables\n\n{profile}\n{bullet}Latte art\n\n{offer}\n{bullet}Free coffee"
    );
    let read = updates(&json!({}), &ad);
    let expected = [
        "add responsibilities Make coffee",
        "add responsibilities Wipe tables",
        "add requirements Latte art",
        "add benefits Free coffee",
    ];
    let lost = expected.into_iter().filter(|expected| !read.iter().any(|it| it == expected));
    lost.map(|expected| format!("{expected}\n{ad}\n{read:?}\n")).collect()
}

#[test]
fn lists_are_found_under_usual_headings() {
    for headings in [
        ["Key responsibilities", "Essential criteria", "What we offer"],
        ["**Responsibilities**", "**Requirements**", "**Benefits**"],
        ["What you’ll do", "What you’ll bring", "What’s in it for you"],
        ["Duties", "Must have", "Rewards"],
        ["YOU WILL:", "YOU HAVE:", "WE HAVE:"],
        ["Main duties:", "Essential:", "Perks:"],
        ["## The role", "## Person specification", "## Package"],
        ["Das machst du", "Das bringst du mit", "Das bekommst du"],
        ["Vos missions :", "Profil recherché :", "Nous vous offrons :"],
        ["Funciones", "Requisitos", "Ofrecemos"],
        ["Atividades", "O que procuramos", "Benefícios"],
        ["Mansioni:", "Requisiti:", "Offriamo:"],
        ["Wat ga je doen?", "Wat vragen wij?", "Wat bieden wij?"],
        ["Twoje zadania", "Wymagania", "Oferujemy"],
        ["المهام", "المتطلبات", "المزايا"],
    ] {
        assert_eq!(missing(headings, "- "), [""; 0]);
    }
}

#[test]
fn bullets_of_word_are_no_text() {
    for bullet in ["·\t", "§\t", "o\t", "\u{f0b7} ", "• ", "* ", "✅ ", "➢ ", "1. "] {
        assert_eq!(missing(["Duties", "Requirements", "Benefits"], bullet), [""; 0]);
    }
}

#[test]
fn entities_of_web_forms_are_read() {
    let ad = "Job title: Payroll Officer\nDepartment:\tFinance &amp;amp; Payroll\nKey duties\n·\tRun the payroll\n·\tAnswer queries";
    let read = updates(&json!({}), ad);
    assert!(read.contains(&"set department Finance & Payroll".to_owned()), "{read:?}");
}
