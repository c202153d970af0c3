//! Items that stay whole: what points back, shared verbs, small words that carry the fact, and lists split at the right "and".

use serde_json::{Value, json};

use crate::conversations_tests::hold;

fn post() -> Value {
    json!({ "title": "Cook", "location": "Bath", "salaryMin": 12, "salaryMax": 12, "currency": "GBP" })
}

#[test]
fn what_points_back_stays_with_what_it_points_to() {
    hold(
        &post(),
        &[
            (
                "zdalnie w poniedziałki, reszta w terenie",
                &["add notes zdalnie w poniedziałki, reszta w terenie", "!add notes reszta"],
            ),
            ("Mondays from home, the rest on the road", &["!add notes the rest"]),
            (
                "Deutsch B2, Teamsprache ist aber meist Englisch",
                &["add languages Deutsch B2 (Teamsprache ist meist Englisch)"],
            ),
        ],
    );
}

#[test]
fn an_offer_and_a_reason_stay_with_what_they_explain() {
    hold(
        &post(),
        &[
            (
                "Ik maak zelf ook kleren in het atelier achteraan, wie wil mag leren naaien.",
                &[
                    "add benefits Ik maak zelf ook kleren in het atelier achteraan, wie wil mag leren naaien",
                    "!add notes",
                ],
            ),
            (
                "O inglês é importante, temos muitos pacientes estrangeiros.",
                &["add languages O inglês é importante (temos muitos pacientes estrangeiros)", "!add notes"],
            ),
        ],
    );
}

#[test]
fn what_is_only_welcome_keeps_that_it_is_no_must() {
    hold(
        &post(),
        &[
            (
                "Erfahrung mit Protel wäre super, muss aber nicht",
                &["add requirements Erfahrung mit Protel wäre super, muss aber nicht", "!add notes"],
            ),
            (
                "a forklift licence would be nice, but it's not essential. We train",
                &["add requirements forklift licence would be nice, but it's not essential"],
            ),
        ],
    );
}

#[test]
fn an_item_that_says_too_is_as_optional_as_the_one_before() {
    hold(
        &post(),
        &[
            (
                "Lehrabschluss muss sein, CNC wär super aber lernt man bei uns auch. B-führerschein ebenfalls",
                &["add requirements B-führerschein", "!ebenfalls"],
            ),
            ("a forklift licence would be nice, a first aid certificate too", &["!certificate too"]),
        ],
    );
}

#[test]
fn small_words_that_carry_the_fact_stay() {
    hold(
        &post(),
        &[
            ("mind. 2 Jahre Berufserfahrung", &["add requirements mind. 2 Jahre Berufserfahrung"]),
            (
                "mind 3 jahre erfahrung in der küche",
                &["add requirements mind 3 jahre erfahrung in der küche"],
            ),
            ("خبرة 3 سنوات على الاقل", &["add requirements خبرة 3 سنوات على الاقل"]),
            (
                "خبرة 3 سنوات على الاقل ورخصة قيادة سارية",
                &["add requirements خبرة 3 سنوات على الاقل", "add requirements رخصة قيادة سارية"],
            ),
            ("assurances après 3 mois, vêtements fournis", &["add benefits vêtements fournis"]),
            (
                "Früh- und Spätdienst im Wechsel, keine Nachtdienste",
                &["add workingHours Früh- und Spätdienst im Wechsel"],
            ),
            (
                "Vollzeit 40h, 32h an 4 Tagen geht aber auch",
                &["add workingHours 32h an 4 Tagen geht aber auch"],
            ),
            ("temps plein ou 4/5e", &["add workingHours temps plein ou 4/5e", "!employmentTypes"]),
            ("Vollzeit oder 80 %", &["add workingHours Vollzeit oder 80 %"]),
            (
                "Offen ist 6.45 bis 18.15, Dienste im Wechsel",
                &["!workingHours 6.45", "add workingHours Dienste im Wechsel"],
            ),
            ("brauchen ab Dezember Hilfe", &["set startDate ab Dezember"]),
            ("Los gehts ab 1.10.", &["set startDate ab 1.10."]),
            (
                "brief + cv naar directie@dewilg.example voor 12 januari",
                &["set howToApply brief + cv naar directie@dewilg.example"],
            ),
            ("halftijds (19u/week)", &["add workingHours halftijds (19u/week)"]),
            ("40 hrs mon-thu (4x10)", &["add workingHours mon-thu (4x10)"]),
            (
                "Health insurance after 60 days and 401k with a 4% match",
                &["add benefits Health insurance after 60 days", "add benefits 401k with a 4% match"],
            ),
            (
                "Chèques-repas de 8 € et 1 jour de télétravail par semaine",
                &["add benefits Chèques-repas de 8 €", "add benefits 1 jour de télétravail par semaine"],
            ),
            ("VCA mag je bij ons halen", &["add benefits VCA mag je bij ons halen", "!requirements"]),
            ("hybrid mit 2 Tagen Büro, Vollzeit", &["add notes hybrid mit 2 Tagen Büro"]),
        ],
    );
    hold(
        &json!({ "title": "Melker", "location": "Joure", "workingHours": ["ma wo vr", "24 uur"] }),
        &[(
            "toch 28 uur, di ook even",
            &["remove workingHours ma wo vr", "add workingHours ma di wo vr", "add workingHours 28 uur"],
        )],
    );
}

#[test]
fn lists_are_split_where_both_sides_stand_alone() {
    hold(
        &post(),
        &[
            (
                "limpar consultórios, recepção e banheiros, repor material",
                &[
                    "add responsibilities limpar consultórios, recepção e banheiros",
                    "add responsibilities repor material",
                ],
            ),
            (
                "façonner les pains, gérer le four et entrainer l'apprenti",
                &["add responsibilities gérer le four", "add responsibilities entrainer l'apprenti"],
            ),
            (
                "taken zijn melken, voeren en kalfjes verzorgen",
                &["add responsibilities voeren", "add responsibilities kalfjes verzorgen"],
            ),
            (
                "reparte garrafones de agua y cobra a clientes, la ruta sale de la bodega de Av. 5 de Febrero",
                &[
                    "add responsibilities reparte garrafones de agua",
                    "add responsibilities cobra a clientes",
                    "add notes la ruta sale de la bodega de Av. 5 de Febrero",
                ],
            ),
            (
                "forno a legna, fare l'impasto a lunga lievitazione, gestire 150 pizze a sera e tenere pulita la postazione",
                &[
                    "add notes forno a legna",
                    "add responsibilities gestire 150 pizze a sera",
                    "add responsibilities tenere pulita la postazione",
                ],
            ),
            (
                "mécanique générale, freins et suspension, essais routiers",
                &["add responsibilities mécanique générale", "add responsibilities freins et suspension"],
            ),
            ("depoussierer, aspirateur, sanitaires, poubelles", &["add responsibilities depoussierer"]),
            ("helping residents wash and dress", &["add responsibilities helping residents wash and dress"]),
            (
                "rozładunek wózkiem po stronie klienta",
                &["add notes rozładunek wózkiem po stronie klienta", "!responsibilities"],
            ),
        ],
    );
}

#[test]
fn words_to_the_agent_are_left_out() {
    hold(
        &post(),
        &[
            (
                "le four est au bois, ça vaut la peine de le dire",
                &["add notes le four est au bois", "!ça vaut"],
            ),
            (
                "Petite précision, le bureau est au-dessus d'une chocolaterie, ça sent très bon",
                &["add notes le bureau est au-dessus d'une chocolaterie, ça sent très bon"],
            ),
            ("التقديم واتساب 0555550126 بس كذا", &["set howToApply التقديم واتساب 0555550126"]),
        ],
    );
}

#[test]
fn the_workload_and_the_address_have_their_fields() {
    hold(
        &json!({}),
        &[
            (
                "wir suchen eine Fachperson Betreuung EFZ 80% für unsere Kita in Winterthur",
                &["add workingHours 80%", "!add notes 80%"],
            ),
            (
                "cerchiamo un'impiegata o un impiegato amministrativo al 60% per il nostro studio a Lugano",
                &["add workingHours 60%"],
            ),
            (
                "after a forklift driver / storeperson for our warehouse in Dandenong South, VIC",
                &["set title Forklift Driver / Storeperson", "set location Dandenong South, VIC"],
            ),
            ("busco tambero para campo cerca de Río Cuarto", &["set location cerca de Río Cuarto"]),
            (
                "we zoeken 2 monteurs in regio zwolle, fulltime, mbo niveau 2 of gewoon handig",
                &["set location regio Zwolle", "add requirements mbo niveau 2 of gewoon handig"],
            ),
            ("wir suchen einen Koch für Nürnberg und Umgebung", &["set location Nürnberg und Umgebung"]),
        ],
    );
    hold(
        &post(),
        &[
            (
                "They can email jobs@redbudair.example or just stop by the shop, 4410 E 11th St. Vans are all electric",
                &["!add notes 4410"],
            ),
            ("Buoni pasto, per 13 mensilità", &["!add benefits per 13"]),
        ],
    );
}
