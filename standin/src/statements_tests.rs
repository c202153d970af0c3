//! Plain sentences about benefits and requirements, titles for all genders, and levels that are not wanted.

use serde_json::json;

use crate::{
    conversations_tests::hold,
    tests::{check, post, updates},
};

/// [`check`] without what is only kept as a note.
fn check_but_notes(cases: &[(&str, &[&str])]) {
    for (message, expected) in cases {
        let mut read = updates(&post(), message);
        read.retain(|update| !update.starts_with("add notes "));
        assert_eq!(read, *expected, "{message}");
    }
}

#[test]
fn plain_sentences_name_benefits_and_requirements() {
    check(&[
        (
            "we offer a company bike and 30 days off",
            &["add benefits company bike", "add benefits 30 days off"],
        ),
        ("you get free lunch", &["add benefits free lunch"]),
        ("must speak Spanish", &["add requirements speak Spanish"]),
        (
            "you should have a forklift licence and two years of warehouse experience",
            &["add requirements forklift licence", "add requirements two years of warehouse experience"],
        ),
        (
            "wir bieten ein Firmenrad und 30 Tage Urlaub",
            &["add benefits Firmenrad", "add benefits 30 Tage Urlaub"],
        ),
        ("Er muss einen Staplerschein haben", &["add requirements Staplerschein"]),
        ("On offre un vélo de fonction", &["add benefits vélo de fonction"]),
        ("Il doit avoir le permis B", &["add requirements permis B"]),
        ("Damos comida gratis", &["add benefits comida gratis"]),
        ("Tem que falar inglês", &["add requirements falar inglês"]),
        ("Deve avere la patente B", &["add requirements patente B"]),
        ("Rijbewijs B is verplicht", &["add requirements Rijbewijs B"]),
        ("Musi znać angielski", &["add requirements znać angielski"]),
        ("يجب أن يتحدث الإنجليزية", &["add requirements يتحدث الإنجليزية"]),
    ]);
}

/// What only sounds like a benefit or a requirement.
#[test]
fn other_plain_sentences_name_none() {
    check_but_notes(&[
        ("we provide cleaning services to hospitals", &[]),
        ("we provide care to 400 patients and have won two awards", &[]),
        ("we have 3 restaurants in town", &[]),
        ("we don't offer a car", &[]),
        ("you don't need to speak French", &[]),
        ("the post must be online by Monday", &[]),
        ("what should I offer?", &[]),
    ]);
}

#[test]
fn levels_that_are_not_wanted_are_not_set() {
    for message in [
        "no senior please",
        "not a junior role",
        "it doesn't have to be senior",
        "keine Senior-Stelle",
        "kein Junior bitte",
        "pas forcément senior",
        "nada de junior",
        "geen junior",
    ] {
        let set = updates(&post(), message).into_iter().find(|it| it.contains("experienceLevel"));
        assert_eq!(set, None, "{message}");
    }
    assert_eq!(updates(&post(), "not junior but senior"), ["set experienceLevel senior"]);
}

#[test]
fn titles_keep_their_endings_for_all_genders() {
    for (message, title) in [
        ("eine/n Sozialpädagog*in (m/w/d) gesucht", "Sozialpädagog*in (m/w/d)"),
        ("Wir suchen eine:n Bibliothekar:in", "Bibliothekar:in"),
        ("Erzieher/-in für unsere Kita in Ulm", "Erzieher/-in"),
        ("Projektleiter/in Tiefbau, Linz", "Projektleiter/in Tiefbau"),
        ("on recrute un(e) Technicien(ne) de maintenance", "Technicien(ne) de maintenance"),
        ("Busco cocinero/a en Toledo", "Cocinero/a"),
        ("hiring Admin Asst @ Tuas", "Admin Asst"),
        ("we need an office admin", "Office Admin"),
        ("field sales exec, Manchester", "Field Sales Exec"),
    ] {
        let found = updates(&json!({}), message);
        assert!(found.contains(&format!("set title {title}")), "{message}: {found:?}");
    }
}

#[test]
fn a_whole_sentence_is_no_title() {
    for message in [
        "東京で小さな会社を経営しています。",
        "My name is Peter and I run a small workshop with my brother",
        "We are a bit short of hands this season",
    ] {
        let title = updates(&json!({}), message).into_iter().find(|it| it.contains("title"));
        assert_eq!(title, None, "{message}");
    }
}

#[test]
fn benefits_and_requirements_of_every_language_are_read() {
    hold(
        &json!({ "title": "Cook", "location": "Bern", "benefits": ["housing", "lunch"] }),
        &[
            ("we do free uniforms and a meal every shift", &["add benefits free uniforms"]),
            ("free parking and paid breaks", &["add benefits free parking", "add benefits paid breaks"]),
            (
                "benefits well there's a pension and a free bus from York and a canteen",
                &["add benefits pension", "add benefits free bus from York", "add benefits canteen"],
            ),
            ("13. Monatslohn gibts auch", &["add benefits 13. Monatslohn"]),
            ("personalrabatt gibts auch und das brot vom vortag umsonst", &["add benefits personalrabatt"]),
            (
                "camionnette fournie, panier repas",
                &["add benefits camionnette fournie", "add benefits panier repas"],
            ),
            ("prestaciones de ley y vales de despensa", &["add benefits vales de despensa"]),
            ("hay obra social", &["add benefits obra social"]),
            ("a gente dá vale transporte", &["add benefits vale transporte"]),
            (
                "benefícios: vale refeição e plano de saúde",
                &["add benefits vale refeição", "add benefits plano de saúde"],
            ),
            (
                "per i dipendenti c'è lo sconto del 30% e la formazione pagata",
                &["add benefits sconto del 30%", "add benefits formazione pagata"],
            ),
            (
                "clean MVR required, hazmat a plus",
                &["add requirements clean MVR", "add requirements hazmat a plus"],
            ),
            ("A grade licence needed", &["add requirements A grade licence"]),
            ("A driving licence is required", &["add requirements driving licence"]),
            ("needs a white card and own hand tools", &["add requirements white card"]),
            ("Examen muss sein", &["add requirements Examen"]),
            ("Das muss sein", &["!requirements"]),
            ("Candidates must speak Spanish", &["add requirements speak Spanish", "!Candidates"]),
            ("the bus stop is right outside", &["!benefits"]),
            ("das Team ist super", &["!requirements"]),
            ("Englisch wäre super", &["add requirements Englisch wäre super"]),
            ("es necesario publicar hoy", &["!requirements"]),
            ("es necesario que empiece el lunes", &["!requirements"]),
            ("é necessário começar já", &["!requirements"]),
            (
                "Voraussetzungen: Führerschein Klasse B, schwindelfrei :)",
                &["add requirements Führerschein Klasse B", "add requirements schwindelfrei"],
            ),
            ("es obligatorio el curso de alturas", &["add requirements curso de alturas"]),
            ("disponibilità a turni notturni", &["add requirements disponibilità a turni notturni"]),
            ("wymagana książeczka sanepidowska", &["add requirements książeczka sanepidowska"]),
            ("own two wheeler is must", &["add requirements own two wheeler"]),
            ("graduate hona must hai", &["add requirements graduate", "!hona"]),
            ("Spanish is not required", &["!requirements"]),
            ("housing is not included anymore", &["remove benefits housing", "!add"]),
            ("there's no housing, take that out", &["remove benefits housing"]),
            ("lunch gibt es nicht mehr", &["remove benefits lunch"]),
        ],
    );
}
