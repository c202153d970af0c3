//! Benefits and requirements beside other facts in one message, and how replies write amounts.

use serde_json::json;

use crate::conversations_tests::hold;
use crate::tests::answer;

#[test]
fn benefits_behind_a_position_are_read() {
    hold(
        &json!({}),
        &[
            (
                "Marketing Executive (12 month FTC, maternity cover) – London Bridge / hybrid, competitive. 25 days’ holiday, private healthcare and a season ticket loan",
                &[
                    "add benefits 25 days’ holiday",
                    "add benefits private healthcare",
                    "add benefits season ticket loan",
                ],
            ),
            (
                "Sous chef, Bath, 32k. 28 days' holiday, free meals and staff discount",
                &[
                    "set salaryMin 32000",
                    "add benefits 28 days' holiday",
                    "add benefits free meals",
                    "add benefits staff discount",
                ],
            ),
            (
                "Koch in Ulm. 30 Tage Urlaub, Jobticket und freies Essen",
                &[
                    "set location Ulm",
                    "add benefits 30 Tage Urlaub",
                    "add benefits Jobticket",
                    "add benefits freies Essen",
                ],
            ),
            (
                "Serveur à Lille. Mutuelle, tickets restaurant et 13e mois",
                &["set location Lille", "add benefits Mutuelle", "add benefits tickets restaurant"],
            ),
            (
                "Cuoco a Torino. Buoni pasto, 14 mensilità e alloggio",
                &["set location Torino", "add benefits Buoni pasto"],
            ),
            (
                "Kok in Utrecht. 25 vakantiedagen, reiskostenvergoeding en pensioen",
                &["set location Utrecht", "add benefits 25 vakantiedagen"],
            ),
        ],
    );
}

#[test]
fn a_dictated_requirement_ends_where_the_next_thing_begins() {
    hold(
        &json!({ "title": "Forklift Operator" }),
        &[
            (
                "second shift comma at least two years experience and no drug test problems",
                &["add requirements at least two years experience", "!experience and no"],
            ),
            ("minimaal 3 jaar ervaring en geen rugklachten", &["add requirements minimaal 3 jaar ervaring"]),
            (
                "almeno 3 anni di esperienza e senza precedenti",
                &["add requirements almeno 3 anni di esperienza"],
            ),
            (
                "dois anos de experiência em cozinha",
                &["add requirements dois anos de experiência em cozinha"],
            ),
            ("pelo menos 3 anos de experiência", &["add requirements pelo menos 3 anos de experiência"]),
            ("co najmniej 3 lata doświadczenia", &["add requirements co najmniej 3 lata doświadczenia"]),
            (
                "mindestens drei Jahre Erfahrung und kein Problem mit Schichten",
                &["add requirements mindestens drei Jahre Erfahrung"],
            ),
            (
                "al menos dos años de experiencia y sin antecedentes",
                &["add requirements al menos dos años de experiencia"],
            ),
            (
                "first shift, at least 3 years of welding experience and must pass a background check",
                &["add requirements at least 3 years of welding experience"],
            ),
        ],
    );
}

#[test]
fn replies_write_amounts_as_the_language_does() {
    for (message, amount) in [
        ("Chicos hace falta camarero finde en Lavapiés, 8,50€/h", "8,50"),
        ("Wir suchen einen Koch in Köln, 15,50 € die Stunde", "15,50"),
        ("On cherche un cuisinier à Lyon, 13,40 € de l'heure", "13,40"),
        ("we need a cook in Leeds, £12.20 an hour", "12.20"),
        ("Cerchiamo un cuoco a Torino, 9,50 € l'ora", "9,50"),
    ] {
        let reply = answer(&json!({}), &[], message)["reply"].as_str().unwrap().to_owned();
        let digits = amount.trim_end_matches('0');
        assert!(reply.contains(amount) || !reply.contains(digits), "{message}: {reply}");
    }
}
