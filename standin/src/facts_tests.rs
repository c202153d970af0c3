//! No stated fact is lost: hours, contacts, corrections, tasks and rests, by kind and in several languages.

use serde_json::json;

use crate::conversations_tests::hold;

#[test]
fn hours_and_days_are_read_in_every_language() {
    hold(
        &json!({ "title": "Cook" }),
        &[
            (
                "36 hrs, Fri to Sun 7am-3pm",
                &["add workingHours 36 hrs", "add workingHours Fri to Sun 7am-3pm"],
            ),
            (
                "Vollzeit 40h, mo-do 6:30-15:30 uhr",
                &["add workingHours 40h", "add workingHours mo-do 6:30-15:30 uhr"],
            ),
            ("Mo, Mi und Fr ab 17 Uhr", &["add workingHours Mo, Mi und Fr ab 17 Uhr"]),
            (
                "35h/sem, mardi au samedi",
                &["add workingHours 35h/sem", "add workingHours mardi au samedi", "!skills"],
            ),
            ("de lunes a sábado 8 a 5", &["add workingHours de lunes a sábado 8 a 5"]),
            ("seg a sex 13h às 19h", &["add workingHours seg a sex 13h às 19h"]),
            (
                "40 ore su 6 gg, chiuso il martedi",
                &["add workingHours 40 ore su 6 gg", "add workingHours chiuso il martedi"],
            ),
            ("24 uur pw, ma wo vr", &["add workingHours 24 uur pw", "add workingHours ma wo vr"]),
            (
                "Donderdag, vrijdag en zaterdag van 10u tot 18u30",
                &["add workingHours Donderdag, vrijdag en zaterdag van 10u tot 18u30"],
            ),
            ("pon-pt, weekendy w domu", &["add workingHours pon-pt", "add workingHours weekendy w domu"]),
            ("من 8 الصبح الى 5 العصر", &["add workingHours من 8 الصبح الى 5 العصر"]),
            ("we reply within 24 hours", &["!workingHours"]),
            ("call after 16h", &["!workingHours"]),
        ],
    );
}

#[test]
fn an_address_says_how_to_apply() {
    hold(
        &json!({ "title": "Cook" }),
        &[
            (
                "text Mick to apply 0491 570 156, no calls pls",
                &["set howToApply text Mick to apply 0491 570 156, no calls pls"],
            ),
            (
                "bewerben über karriere.messwerk.example, Start flexibel",
                &["set howToApply bewerben über karriere.messwerk.example"],
            ),
            (
                "sms au 06 39 98 12 45, début lundi 4 mai",
                &["set howToApply sms au 06 39 98 12 45", "set startDate lundi 4 mai"],
            ),
            (
                "mandar curriculo no zap 41 95550-0128 falar com a Cida",
                &["set howToApply mandar curriculo no zap 41 95550-0128 falar com a Cida"],
            ),
            ("app naar Sietske 06 5550 0147, per direct", &["set howToApply app naar Sietske 06 5550 0147"]),
            (
                "cv na praca@stalmix.example do 20 października",
                &["set howToApply cv na praca@stalmix.example", "set applyBy 20 października"],
            ),
        ],
    );
}

#[test]
fn the_items_of_a_list_of_tasks_are_tasks() {
    hold(
        &json!({ "title": "Cook" }),
        &[
            (
                "unloading containers, pick packing, stocktake once a month",
                &["add responsibilities unloading containers", "add responsibilities stocktake once a month"],
            ),
            ("Wärmepumpen einbauen, bäder sanieren, kundendienst", &["add responsibilities kundendienst"]),
            (
                "depoussierer, aspirateur, sanitaires, poubelles",
                &["add responsibilities sanitaires", "add responsibilities aspirateur"],
            ),
            (
                "il charge les camions, range les palettes",
                &["add responsibilities il charge les camions", "add responsibilities range les palettes"],
            ),
            ("atender, colocar género, llevar la caja", &["add responsibilities atender"]),
            (
                "limpar consultórios, recepção e banheiros, repor material",
                &["add responsibilities limpar consultórios, recepção e banheiros"],
            ),
            (
                "pulizia di 14 camere al giorno, cambio biancheria",
                &["add responsibilities pulizia di 14 camere al giorno"],
            ),
            ("panelen leggen op het dak, storingen oplossen", &["add responsibilities storingen oplossen"]),
            (
                "obsługa stałych klientów, szukanie nowych",
                &["add responsibilities obsługa stałych klientów", "add responsibilities szukanie nowych"],
            ),
            ("توصيل الطلبات، تحصيل المبالغ", &["add responsibilities توصيل الطلبات"]),
            ("the office is on the second floor and on Fridays we bake", &["!responsibilities"]),
        ],
    );
}

#[test]
fn another_number_corrects_an_item() {
    let held = json!({
        "title": "Barista", "openings": "3", "benefits": ["25 days holiday", "30% korting op de collectie", "5 Wochen Ferien"],
        "workingHours": ["45 hrs", "24 uur pw"], "requirements": ["2 ans d'expérience en fiduciaire"],
    });
    hold(
        &held,
        &[
            ("sorry 42 hrs not 45", &["remove workingHours 45 hrs", "add workingHours 42 hrs"]),
            ("toch 28 uur", &["remove workingHours 24 uur pw", "add workingHours 28 uur pw"]),
            (
                "Sorry, 6 Wochen Ferien, nicht 5",
                &["remove benefits 5 Wochen Ferien", "add benefits 6 Wochen Ferien"],
            ),
            ("Oei, korting is 40% geworden", &["add benefits 40% korting op de collectie"]),
            (
                "Correction : 3 ans d'expérience plutôt que 2",
                &["add requirements 3 ans d'expérience en fiduciaire"],
            ),
            ("actually make that 2 baristas", &["set openings 2"]),
            ("serían 5 al final, no 3", &["set openings 5"]),
            ("we have 45 seats", &["!workingHours"]),
        ],
    );
    hold(
        &json!({ "title": "Cocinero" }),
        &[("experiencia mínima 2 años. perdón, 3 años", &["add requirements experiencia mínima 3 años"])],
    );
}

#[test]
fn what_is_left_of_a_clause_is_a_note() {
    hold(
        &json!({}),
        &[
            ("need 2 care assistants for our care home in Harrogate", &["add notes for our care home"]),
            ("Koch in Ulm, 19-24 euro die stunde je nach erfahrung", &["add notes je nach erfahrung"]),
            ("Serveur à Lille, 1 890 € brut par mois", &["add notes brut"]),
            ("Comptable à Namur, temps plein ou 4/5e", &["add workingHours temps plein ou 4/5e"]),
            ("Hi, I'm a recruiter at Acme and need a cook in Leeds", &["!recruiter"]),
            ("Grüß Gott, Koch in Ulm gesucht", &["!Grüß"]),
        ],
    );
    hold(
        &json!({ "title": "Cook" }),
        &[
            ("I think that's the whole thing", &["!notes"]),
            ("Nee, mehr fällt mir nicht ein", &["!notes"]),
            ("c'est beau, rien à rajouter", &["!notes"]),
            ("sería todo", &["!notes"]),
            ("więcej nie mam", &["!notes"]),
        ],
    );
}

#[test]
fn languages_and_benefits_among_the_rests_have_their_fields() {
    hold(
        &json!({ "title": "Cook" }),
        &[
            (
                "Deutsch und Englisch sehr gut, Reservierungen",
                &["add languages Deutsch und Englisch sehr gut"],
            ),
            ("Inglese B2 almeno", &["add languages Inglese B2 almeno"]),
            ("français ok, brevet cariste", &["add languages français ok"]),
            ("mutuelle prise en charge a 100%", &["add benefits mutuelle prise en charge a 100%"]),
            ("ah y el uniforme lo ponemos nosotros", &["add benefits el uniforme lo ponemos nosotros"]),
            ("oh and theres free parking", &["add benefits free parking"]),
        ],
    );
}

#[test]
fn a_title_is_no_greeting_and_no_month() {
    hold(
        &json!({}),
        &[
            (
                "Cześć, potrzebny Przedstawiciel handlowy, biuro Rzeszów",
                &["set title Przedstawiciel handlowy", "set location Rzeszów"],
            ),
            ("In Ulm brauchen wir ab Dezember eine Rezeptionistin", &["set title Rezeptionistin"]),
            ("brauchen ab august eine fachperson betreuung kind", &["set title Fachperson Betreuung Kind"]),
            ("hoi we zoeken 2 monteurs zonnepanelen in regio zwolle", &["set title Monteurs zonnepanelen"]),
            ("cerco pizzaiolo x la mia pizzeria a Bologna", &["set title Pizzaiolo"]),
            ("cariste pour notre entrepôt de Gembloux", &["set location Gembloux"]),
            ("medewerker melkveehouderij, omgeving Joure", &["set location omgeving Joure"]),
            ("vendeuse à Lyon 7e", &["set location Lyon 7e"]),
            ("helping residents, meds round with the senior", &["!experienceLevel"]),
            ("motorista em Curitiba, cnh C obrigatória", &["!skills"]),
        ],
    );
}
