//! What readers of posts found wrong, with siblings of each kind: places in another case, other names, taken back skills,
//! words that only look like a level or a benefit.

use serde_json::json;

use crate::conversations_tests::hold;
use crate::tests::updates;

#[test]
fn polish_places_get_their_names_back_and_end_titles() {
    for (message, place) in [
        ("Szukamy kucharza do Poznania", "set location Poznań"),
        ("Szukamy kierowcy do Gdańska, 6000 zł", "set location Gdańsk"),
        ("Szukamy elektryka do Krakowa", "set location Kraków"),
        ("Szukamy kelnerki w Krakowie", "set location Kraków"),
        ("Szukamy spawacza, Poznań", "set location Poznań"),
    ] {
        let updates = updates(&json!({}), message);
        assert!(updates.iter().any(|it| it == place), "{message}: {updates:?}");
        let title = updates.iter().find(|it| it.starts_with("set title")).unwrap();
        assert!(!title.contains(" do "), "{title}");
    }
}

#[test]
fn small_towns_are_found_in_messages_without_capitals() {
    for (message, place) in [
        ("wir suchen einen tischler für die werkstatt in wels", Some("set location Wels")),
        ("wir suchen einen koch in steyr", Some("set location Steyr")),
        ("wir suchen jemanden für die küche in teilzeit", None),
        ("we need somebody in sales", None),
    ] {
        let updates = updates(&json!({}), message);
        let found = updates.iter().find(|it| it.starts_with("set location"));
        assert_eq!(found.map(String::as_str), place, "{message}");
    }
}

#[test]
fn a_place_keeps_its_closing_bracket() {
    hold(
        &json!({}),
        &[(
            "Buscamos camareras de pisos en Torremolinos (Málaga), 1480 euros al mes",
            &["set location Torremolinos (Málaga)"],
        )],
    );
}

#[test]
fn another_name_for_the_position_replaces_the_title() {
    hold(
        &json!({ "title": "Sparky" }),
        &[
            ("well, registered electrician", &["set title Registered Electrician"]),
            ("I mean a qualified carpenter", &["set title Carpenter"]),
            ("ich meine einen Elektroniker", &["set title Elektroniker"]),
            ("bueno, electricista industrial", &["set title Electricista Industrial"]),
        ],
    );
    for message in ["well, it depends", "well paid, of course", "well, two years with an electrician"] {
        let updates = updates(&json!({ "title": "Sparky" }), message);
        assert!(!updates.iter().any(|it| it.starts_with("set title")), "{message}: {updates:?}");
    }
}

#[test]
fn skills_are_taken_back_in_every_language() {
    for message in [
        "niente Kafka",
        "nessun Kafka",
        "nada de Kafka, usamos RabbitMQ",
        "pas de Kafka en fait",
        "plus de Kafka",
        "nada de Kafka, afinal",
        "geen Kafka trouwens",
        "kein Kafka",
        "no Kafka",
        "bez Kafka",
    ] {
        let updates = updates(&json!({ "title": "Developer", "skills": ["Java", "Kafka"] }), message);
        assert!(updates.iter().any(|it| it == "remove skills Kafka"), "{message}: {updates:?}");
        assert!(!updates.iter().any(|it| it == "remove skills Java"), "{message}: {updates:?}");
    }
}

#[test]
fn whom_the_work_is_for_is_no_level() {
    for message in [
        "We need a carer for our senior residents in Harrogate",
        "Cleaner for a senior home in Leeds",
        "We need two care assistants, three senior residents each, in York",
    ] {
        let updates = updates(&json!({}), message);
        assert!(!updates.iter().any(|it| it.starts_with("set experienceLevel")), "{message}: {updates:?}");
    }
    hold(&json!({}), &[("We need a senior nurse in Leeds", &["set experienceLevel senior"])]);
}

#[test]
fn what_costs_the_employee_and_teaching_others_are_no_benefits() {
    for message in [
        "half an hour unpaid for lunch",
        "unbezahlte Mittagspause",
        "30 minutes de pause non payée",
        "running the fish section, ordering from the boats, training the commis",
        "Schulung der neuen Kollegen",
        "formation des apprentis",
    ] {
        let updates = updates(&json!({ "title": "Cook", "location": "Bath" }), message);
        let is_wrong = |it: &String| {
            it.starts_with("add benefits")
                && ["unpaid", "unbezahlt", "non pay", "training", "Schulung", "formation"]
                    .iter()
                    .any(|word| it.contains(word))
        };
        assert!(!updates.iter().any(is_wrong), "{message}: {updates:?}");
    }
    hold(
        &json!({ "title": "Cook", "location": "Bath" }),
        &[("We offer free lunch and training", &["add benefits free lunch", "add benefits training"])],
    );
}

#[test]
fn what_no_field_holds_beside_pay_and_work_type_is_kept() {
    hold(
        &json!({ "title": "Tischler" }),
        &[
            ("lohn ab 2.900 brutto im monat, 14x", &["add notes 14x"]),
            ("1.400 euro al mese, 14 mensilità", &["add benefits 14 mensilità", "!add notes"]),
            ("remote on Mondays, the rest in Leeds", &["add notes remote on Mondays, the rest in Leeds"]),
            (
                "zdalnie w poniedziałki, reszta w terenie",
                &["add notes zdalnie w poniedziałki, reszta w terenie"],
            ),
            ("24 uur per week, begin 5.30", &["add workingHours begin 5.30", "!set startDate"]),
            ("Arbeitsbeginn um 6.30 Uhr", &["!set startDate 6.30"]),
        ],
    );
}

#[test]
fn a_portuguese_title_ends_before_com() {
    hold(
        &json!({}),
        &[
            ("procuramos programador com Java e Kafka", &["set title Programador", "add skills Java"]),
            ("preciso de um vendedor com carta B no Porto", &["set title Vendedor", "set location Porto"]),
        ],
    );
}

#[test]
fn what_is_not_required_is_no_requirement() {
    for message in [
        "Koch in Ulm. kein Anschreiben nötig",
        "Cuisinier à Lyon. Pas de diplôme exigé",
        "Kok in Gent. Geen diploma vereist",
    ] {
        let updates = updates(&json!({}), message);
        assert!(!updates.iter().any(|it| it.starts_with("add requirements")), "{message}: {updates:?}");
    }
    hold(
        &json!({}),
        &[
            (
                "We need a cook in Bath. No degree is required but a food hygiene certificate is required",
                &["add requirements food hygiene certificate", "!add requirements No degree"],
            ),
            ("Koch in Ulm. Führerschein nötig", &["add requirements Führerschein"]),
            ("Kok in Gent. fietsvergoeding, lunch", &["add benefits fietsvergoeding"]),
        ],
    );
}
