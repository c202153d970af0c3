//! Reported conversations, and others of their kinds: other trades, places and languages.

use serde_json::{Value, json};

use crate::tests::updates;

/// Each row: a message, and updates that must be among those read from it; "!title" must not be set at all.
#[track_caller]
pub(crate) fn hold(fields: &Value, rows: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (message, expected) in rows {
        let read = updates(fields, message);
        for it in *expected {
            let holds = match it.strip_prefix('!') {
                Some(absent) => !read.iter().any(|update| update.contains(absent)),
                None => read.iter().any(|update| update == it),
            };
            if !holds {
                wrong.push(format!("{message}: {it} not in {read:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_district_is_part_of_the_location() {
    hold(
        &json!({}),
        &[
            (
                "hii need 1 receptionist for our clinic in andheri west mumbai 🙏 salary 12 LPA max, 2 yrs exp",
                &[
                    "set title Receptionist",
                    "set location Andheri West, Mumbai",
                    "set salaryMax 1200000",
                    "!salaryMin",
                ],
            ),
            (
                "need a nurse for our clinic in koramangala bangalore",
                &["set location Koramangala, Bangalore"],
            ),
            ("cook for our cafe in Bandra West, Mumbai", &["set location Bandra West, Mumbai"]),
            ("Verkäuferin in Ottensen, Hamburg", &["set location Ottensen, Hamburg"]),
            ("camarero en Gràcia, Barcelona", &["set location Gràcia, Barcelona"]),
            ("cuoco a Trastevere, Roma", &["set location Trastevere, Roma"]),
            ("serveur à Belleville, Paris", &["set location Belleville, Paris"]),
            ("cozinheiro em Alfama, Lisboa", &["set location Alfama, Lisboa"]),
            ("kok in Jordaan, Amsterdam", &["set location Jordaan, Amsterdam"]),
            (
                "Barista, Camden Town. £11.44ph",
                &[
                    "set title Barista",
                    "set location Camden Town",
                    "set salaryMin 11.44",
                    "set salaryPeriod hour",
                ],
            ),
            (
                "Marketing Executive (12 month FTC, maternity cover) – London Bridge / hybrid, competitive",
                &["set title Marketing Executive", "set location London Bridge", "set workType hybrid"],
            ),
            ("chef de partie, Shepherd's Bush, London", &["set location Shepherd's Bush, London"]),
            (
                "hiring Admin Asst @ Tuas, basic $2.4k-2.8k + AWS 1 mth + VB, PR/Singaporean only",
                &["set title Admin Asst", "set location Tuas", "set salaryMin 2400", "!skills AWS"],
            ),
            ("hiring driver @ Jurong East, basic $2.1k + AWS", &["set location Jurong East", "!skills AWS"]),
            (
                "Busco cocinero/a para restaurante mexicano en East LA, full time, $22 la hora mas tips",
                &["set title Cocinero/a", "set location East LA", "set currency USD"],
            ),
            (
                "busco mesero/a en South Chicago, $17 la hora",
                &["set title Mesero/a", "set location South Chicago"],
            ),
            (
                "Chicos hace falta camarero finde en Lavapiés, 8,50€/h",
                &["set title Camarero", "set salaryMin 8.5", "set location Lavapiés"],
            ),
            (
                "hace falta dependienta finde en Malasaña, 9€/h",
                &["set title Dependienta", "set location Malasaña"],
            ),
        ],
    );
}

#[test]
fn titles_of_many_trades_are_read_whole() {
    hold(
        &json!({}),
        &[
            (
                "Wir suchen eine/n Sozialpädagog*in (m/w/d) in Teilzeit, 30–35h/Woche, TVöD SuE S12, in Freiburg i. Br.",
                &["set title Sozialpädagog*in (m/w/d)", "set location Freiburg i. Br.", "!salary"],
            ),
            (
                "Wir suchen eine:n Heilerziehungspfleger:in in Halle a. d. Saale",
                &["set title Heilerziehungspfleger:in", "set location Halle a. d. Saale"],
            ),
            (
                "Mechatroniker/-in (m/w/d), Offenbach a. M.",
                &["set title Mechatroniker/-in (m/w/d)", "set location Offenbach a. M."],
            ),
            (
                "on recrute un(e) Technicien(ne) de maintenance en CDI à Saint-Nazaire (44). Salaire : 38-42K€ brut/an + 13e mois",
                &[
                    "set title Technicien(ne) de maintenance",
                    "set location Saint-Nazaire",
                    "set salaryMin 38000",
                    "set salaryMax 42000",
                ],
            ),
            (
                "on recrute un(e) Assistant(e) de direction en CDI à La Rochelle (17)",
                &["set title Assistant(e) de direction", "set location La Rochelle"],
            ),
            (
                "nous cherchons un(e) Conducteur(trice) de travaux à Clermont-Ferrand",
                &["set title Conducteur(trice) de travaux", "set location Clermont-Ferrand"],
            ),
            (
                "buscamos un/a auxiliar de enfermería en Alcalá de Henares",
                &["set title Auxiliar de enfermería", "set location Alcalá de Henares"],
            ),
            (
                "cerchiamo un/una addetto/a alle pulizie a Reggio Emilia",
                &["set title Addetto/a alle pulizie", "set location Reggio Emilia"],
            ),
            (
                "procuramos empregado(a) de mesa em Viana do Castelo",
                &["set title Empregado(a) de mesa", "set location Viana do Castelo"],
            ),
            (
                "wij zoeken een medewerker klantenservice in Den Bosch",
                &["set title Medewerker klantenservice", "set location Den Bosch"],
            ),
            ("szukamy kierowcy kat. C+E w Zielonej Górze", &["!salary"]),
            (
                "RN - Med/Surg, nights 7p-7a, 3x12s. Base $38.50/hr plus $4.50/hr night shift differential, $5k sign-on. St. Luke's, Boise ID.",
                &[
                    "set title RN - Med/Surg",
                    "set location Boise ID",
                    "set salaryMin 38.5",
                    "set salaryMax 38.5",
                ],
            ),
            (
                "LPN - Home Health, days 8a-4p. $27/hr plus $2/hr weekend differential. Tulsa OK.",
                &["set title LPN - Home Health", "set location Tulsa OK", "set salaryMin 27"],
            ),
            (
                "CNA, nights, $19.25/hr, Fargo ND",
                &["set title CNA", "set location Fargo ND", "set salaryMin 19.25"],
            ),
            (
                "experienced framing carpenter, $20-$25/hr DOE, Spokane Valley",
                &[
                    "set title Framing Carpenter",
                    "set location Spokane Valley",
                    "set salaryMin 20",
                    "set salaryMax 25",
                ],
            ),
            (
                "field sales exec, Manchester area, 28k basic, OTE 45-50k uncapped, company car or 450pm allowance",
                &[
                    "set title Field Sales Exec",
                    "set location Manchester",
                    "set salaryMin 28000",
                    "set salaryMax 28000",
                ],
            ),
            (
                "internal sales rep, Leeds area, 25k basic, OTE 32k",
                &[
                    "set title Internal Sales Rep",
                    "set location Leeds",
                    "set salaryMin 25000",
                    "set salaryMax 25000",
                ],
            ),
        ],
    );
}

#[test]
fn signs_that_nobody_sees_split_no_word() {
    hold(
        &json!({}),
        &[
            (
                "Wir suchen eine Pflege\u{ad}fach\u{ad}kraft in Reck\u{ad}ling\u{ad}hausen",
                &["set location Reck\u{ad}ling\u{ad}hausen", "set title Pflege\u{ad}fach\u{ad}kraft"],
            ),
            (
                "we need a soft\u{ad}ware engi\u{ad}neer in Man\u{ad}ches\u{ad}ter, re\u{ad}mote",
                &["set workType remote", "set location Man\u{ad}ches\u{ad}ter"],
            ),
            ("se busca coci\u{ad}nero en Bar\u{ad}ce\u{ad}lona", &["set location Bar\u{ad}ce\u{ad}lona"]),
            ("on cherche un cui\u{ad}si\u{ad}nier à Mar\u{ad}seille", &["set location Mar\u{ad}seille"]),
        ],
    );
}

#[test]
fn more_conversations_of_these_kinds_are_read() {
    hold(
        &json!({}),
        &[
            (
                "hi looking for a delivery boy in jayanagar bengaluru 15k pm",
                &["set title Delivery Boy", "set location Jayanagar, Bengaluru", "set salaryMin 15000"],
            ),
            (
                "Wir suchen Erzieher*innen in Rothenburg o. d. T.",
                &["set title Erzieher*innen", "set location Rothenburg o. d. T."],
            ),
            (
                "nous recherchons un·e boulanger·ère à Quimper",
                &["set title Boulanger·ère", "set location Quimper"],
            ),
            ("wij zoeken een kok (m/v) in Bergen op Zoom", &["set title Kok", "set location Bergen op Zoom"]),
            (
                "contratamos motorista em São José dos Campos, R$ 2.500",
                &["set title Motorista", "set location São José dos Campos", "set currency BRL", "!skills"],
            ),
            (
                "LVN - Hospice, weekends. $29.10/hr, Waco TX",
                &["set title LVN - Hospice", "set location Waco TX", "set salaryMin 29.1"],
            ),
            (
                "Store Assistant @ Orchard, $11/hr, AWS + VB",
                &["set title Store Assistant", "set location Orchard", "!skills"],
            ),
            (
                "cercasi parrucchiera a Sesto San Giovanni",
                &["set title Parrucchiera", "set location Sesto San Giovanni"],
            ),
        ],
    );
}

#[test]
fn dictated_messages_are_read() {
    hold(
        &json!({}),
        &[
            (
                "uh we need like a dish washer in san antonio texas pay's fourteen fifty an hour",
                &["set title Dish Washer", "set salaryMin 14.5", "set currency USD"],
            ),
            (
                "uh yeah so we need a forklift operator in laredo texas period pay is eighteen fifty an hour comma second shift",
                &[
                    "set title Forklift Operator",
                    "set salaryMin 18.5",
                    "set salaryMax 18.5",
                    "set salaryPeriod hour",
                    "set currency USD",
                ],
            ),
            (
                "okay so um we need a welder in tulsa oklahoma period pay is twenty six fifty an hour comma first shift",
                &["set title Welder", "set salaryMin 26.5", "set currency USD"],
            ),
            (
                "hi we're after a plumber in leeds comma pay is sixteen pounds twenty an hour",
                &["set title Plumber", "set salaryMin 16.2", "set currency GBP"],
            ),
            (
                "also wir suchen einen koch in hamburg punkt wir zahlen fünfzehn euro fünfzig die stunde",
                &["set salaryMin 15.5", "set currency EUR", "set salaryPeriod hour"],
            ),
            (
                "alors on cherche un cuisinier à lyon on paye treize euros quarante de l'heure",
                &["set salaryMin 13.4", "set salaryPeriod hour"],
            ),
        ],
    );
}
