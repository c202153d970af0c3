//! Corrected items, forms of titles for all genders, requirements that are only a plus, and skills that are said twice.

use serde_json::json;

use crate::conversations_tests::hold;

#[test]
fn a_corrected_day_replaces_the_day_of_the_item() {
    hold(
        &json!({ "title": "Koch", "responsibilities": ["Bestellung am Montag", "club de lecture le mardi"] }),
        &[
            (
                "Sorry, die Bestellung ist dienstags",
                &[
                    "remove responsibilities Bestellung am Montag",
                    "add responsibilities Bestellung am Dienstag",
                ],
            ),
            (
                "pardon, le club de lecture c'est jeudi",
                &[
                    "remove responsibilities club de lecture le mardi",
                    "add responsibilities club de lecture le jeudi",
                ],
            ),
        ],
    );
    hold(
        &json!({ "title": "Kelner", "workingHours": ["poniedziałek i środa"] }),
        &[(
            "wtorek zamiast poniedziałek",
            &["remove workingHours poniedziałek i środa", "add workingHours wtorek i środa"],
        )],
    );
}

#[test]
fn corrected_hours_replace_the_hours_before() {
    hold(
        &json!({ "title": "Cleaner", "workingHours": ["6am to 10am", "40 hours"] }),
        &[("sorry, 7am to 11am", &["remove workingHours 6am to 10am", "add workingHours 7am to 11am"])],
    );
    hold(
        &json!({ "title": "Schoonmaker", "workingHours": ["8u-12u"] }),
        &[("toch 9u-13u", &["remove workingHours 8u-12u", "add workingHours 9u-13u"])],
    );
    hold(
        &json!({ "title": "Limpiadora", "workingHours": ["8h-12h"] }),
        &[("perdón, 9h-13h", &["remove workingHours 8h-12h", "add workingHours 9h-13h"])],
    );
}

#[test]
fn a_corrected_item_of_the_same_message_is_read_once() {
    hold(
        &json!({ "title": "Fahrer" }),
        &[
            (
                "Führerschein Klasse C ist Pflicht. Nein, Klasse B reicht",
                &["add requirements Führerschein Klasse B", "!Klasse C"],
            ),
            ("We offer 20% staff discount. Sorry, 25%", &["add benefits 25% staff discount", "!20%"]),
            ("Zwei Wochen Urlaub extra, nein, drei", &["!Zwei Wochen"]),
            ("25 jours de congés, pardon, 28", &["add benefits 28 jours de congés", "!25 jours"]),
            (
                "We offer four weeks holiday, no wait, five",
                &["add benefits five weeks holiday", "!four weeks"],
            ),
        ],
    );
}

#[test]
fn experience_with_something_is_no_level() {
    hold(
        &json!({ "title": "Cuoco" }),
        &[
            ("con esperienza in cucina", &["!experienceLevel"]),
            ("con experiencia en cocina", &["!experienceLevel"]),
            ("z doświadczeniem w kuchni", &["!experienceLevel"]),
            ("con esperienza", &["set experienceLevel mid"]),
        ],
    );
}

#[test]
fn titles_keep_the_letters_and_the_forms_for_all_genders() {
    hold(
        &json!({}),
        &[
            ("on recherche un agent de sécurité", &["set title Agent de sécurité"]),
            ("busco un ayudante de cocina", &["set title Ayudante de cocina"]),
            ("we need a kitchen porter", &["set title Kitchen Porter"]),
            ("Wir suchen einen Bäcker (m/w/d) in Graz", &["set title Bäcker (m/w/d)"]),
            ("Wir suchen eine Köchin oder einen Koch", &["set title Köchin"]),
            ("cerchiamo una cuoca o un cuoco", &["!title cuoca o una"]),
            ("nous cherchons une serveuse ou un serveur", &["set title Serveuse ou serveur"]),
            ("wij zoeken een verpleegster of verpleger", &["set title Verpleegster of verpleger"]),
            ("Wir suchen eine Floristin oder einen Floristen", &["set title Floristin oder Florist"]),
        ],
    );
}

#[test]
fn a_plus_keeps_the_words_that_say_so() {
    hold(
        &json!({ "title": "Fräser" }),
        &[
            ("Französisch wär ein Plus", &["add requirements Französisch wär ein Plus"]),
            ("SAP von Vorteil", &["!skills SAP"]),
            ("l'anglais = un plus", &["!requirements anglais\""]),
        ],
    );
}

#[test]
fn a_trade_that_the_title_or_a_requirement_says_is_no_skill_besides() {
    hold(
        &json!({ "title": "Forklift Driver" }),
        &[
            ("must have a forklift licence", &["!skills"]),
            ("Python and SQL", &["add skills Python", "add skills SQL"]),
        ],
    );
    hold(&json!({ "title": "Cook" }), &[("HACCP level 2 is a must", &["!add skills"])]);
}

#[test]
fn a_card_of_drivers_is_required_and_free_holidays_are_offered() {
    hold(
        &json!({ "title": "Kierowca" }),
        &[
            ("karta kierowcy", &["!benefits"]),
            ("tarjeta de tacógrafo", &["!benefits"]),
            ("je hebt de zomervakantie vrij", &["!requirements"]),
        ],
    );
}
