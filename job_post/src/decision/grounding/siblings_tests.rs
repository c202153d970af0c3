//! More near spellings, names of towns in other languages, abbreviations and purposes that count as said.

use super::tests::ground_in;
use super::*;

/// Each row: the message with the quote of the LLM in brackets, and its value.
#[track_caller]
fn all_accepted(field: Field, rows: &[(&str, &str)]) {
    let wrong: Vec<_> = rows
        .iter()
        .map(|(marked, value)| (*marked, value, grounded(field, marked, value)))
        .filter(|(_, value, read)| {
            *read != format!("interpreted: {value}") && *read != format!("stated: {value}")
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn grounded(field: Field, marked: &str, value: &str) -> String {
    let quote = marked.split(['[', ']']).nth(1).unwrap();
    ground_in(&marked.replace(['[', ']'], ""), field, value, quote)
}

#[test]
fn titles_in_another_form_count_as_said() {
    all_accepted(
        Field::Title,
        &[
            ("a [warehose worker]", "Warehouse Worker"),
            ("two [waitreses]", "Waitress"),
            ("[Kranfaher] in Essen", "Kranfahrer"),
            ("[Tischer] gesucht", "Tischler"),
            ("drei [Krankenpfleger]", "Krankenpfleger"),
            ("eine [Krankenschwster]", "Krankenschwester"),
            ("un [boulager]", "Boulanger"),
            ("des [infirmières]", "Infirmière"),
            ("un [plombeir]", "Plombier"),
            ("dos [camarreros]", "Camarero"),
            ("una [enfermra]", "Enfermera"),
            ("due [camerieri]", "Cameriere"),
            ("un [eletricista]", "Elettricista"),
            ("drie [koks]", "Kok"),
            ("een [vrachtwagenchaufeur]", "Vrachtwagenchauffeur"),
            ("szukamy [spawacza]", "Spawacz"),
            ("[kierowcy] pilnie", "Kierowca"),
            ("dois [pedreiros]", "Pedreiro"),
            ("um [cozinhero]", "Cozinheiro"),
            ("[LPN] nights", "Licensed Practical Nurse"),
            ("an [EA] for our CEO", "Executive Assistant"),
            ("[someone to clean our school]", "School Cleaner"),
            ("[somebody who drives our bus]", "Bus Driver"),
        ],
    );
}

#[test]
fn towns_in_another_form_count_as_said() {
    all_accepted(
        Field::Location,
        &[
            ("cook in [Edinburg]", "Edinburgh"),
            ("cook in [Glasgaw]", "Glasgow"),
            ("Koch in [Muenchen]", "Munich"),
            ("Koch in [Duseldorf]", "Düsseldorf"),
            ("Koch in [Wien]", "Vienna"),
            ("cuisinier à [Genève]", "Geneva"),
            ("cuisinier à [Marsielle]", "Marseille"),
            ("serveur à [Varsovie]", "Warsaw"),
            ("cocinero en [Nueva York]", "New York"),
            ("camarero en [Sevila]", "Sevilla"),
            ("cuoco a [Parigi]", "Paris"),
            ("cuoco a [Bolonia]", "Bologna"),
            ("kok in [Antwerpen]", "Antwerp"),
            ("kok in [Roterdam]", "Rotterdam"),
            ("kucharz w [Warszawie]", "Warszawa"),
            ("kucharz w [Londynie]", "London"),
            ("cozinheiro no [Porto]", "Porto"),
            ("cozinheiro em [Londres]", "London"),
            ("driver in [LA]", "Los Angeles"),
            ("driver in [Philly]", "Philadelphia"),
            ("[Halle a.d. Saale]", "Halle an der Saale"),
            ("[Offenbach a. M.]", "Offenbach am Main"),
        ],
    );
}

#[test]
fn joiners_that_spell_a_word_stay() {
    for title in [
        "برنامه\u{200c}نویس پایتون",
        "نرم\u{200c}افزار کار",
        "👩\u{200d}🍳 Pastry Chef",
        "👨\u{200d}🔧 Mechaniker",
        "👩\u{200d}⚕\u{fe0f} Infirmière",
    ] {
        let message = format!("{title} (Leeds)");
        assert_eq!(ground_in(&message, Field::Title, title, ""), format!("stated: {title}"));
    }
}

#[test]
fn low_hourly_pay_is_said() {
    for (message, value) in [
        ("caissier, 3,60 € de l'heure", "3.6"),
        ("server, $2.13/hr plus tips", "2.13"),
        ("Kassierer, 4,20 € die Stunde", "4.2"),
        ("cameriera, 3 euro all'ora", "3"),
        ("agent, US$3.50 an hour", "3.5"),
    ] {
        assert_eq!(ground_in(message, Field::SalaryMin, value, ""), format!("stated: {value}"), "{message}");
    }
}

#[test]
fn a_hyphen_that_nobody_sees_splits_no_word() {
    all_accepted(
        Field::Title,
        &[
            ("[Pflege\u{ad}fach\u{ad}kraft] gesucht", "Pflegefachkraft"),
            ("a [soft\u{ad}ware engi\u{ad}neer]", "Software Engineer"),
            ("un [cui\u{ad}sinier]", "Cuisinier"),
            ("[Ko\u{200b}ch] gesucht", "Koch"),
            ("[ku\u{2060}charz]", "Kucharz"),
        ],
    );
    all_accepted(
        Field::Location,
        &[("Koch in [Ham\u{ad}burg]", "Hamburg"), ("[Reck\u{ad}ling\u{ad}hausen]", "Recklinghausen")],
    );
    all_accepted(Field::Skills, &[("knows [Kuber\u{ad}netes]", "Kubernetes")]);
}

#[test]
fn the_place_of_work_says_the_currency_of_pay_without_one() {
    for (message, value) in [
        ("forklift operator in laredo texas period pay is eighteen fifty an hour", "USD"),
        ("welder in Winnipeg, 31 an hour", "CAD"),
        ("baker in Ballarat, 28 an hour", "AUD"),
        ("kock i Umeå, 160 i timmen", "SEK"),
        ("cocinero en Guadalajara, 60 la hora", "MXN"),
    ] {
        assert_eq!(
            ground_in(message, Field::Currency, value, ""),
            format!("interpreted: {value}"),
            "{message}"
        );
        assert_eq!(ground_in(message, Field::Currency, "EUR", ""), "refused", "{message}");
    }
    for message in [
        "forklift operator in laredo texas",
        "welder for clients in Texas, 31 an hour",
        "welder in Winnipeg or in Denver, 31 an hour",
        "welder in Denver, 31 euros an hour",
    ] {
        assert_eq!(ground_in(message, Field::Currency, "USD", ""), "refused", "{message}");
    }
}

#[test]
fn a_place_of_several_countries_leaves_a_shared_sign_open() {
    let read = |message: &str, value: &str| ground_in(message, Field::Currency, value, "");
    for (message, values) in [
        ("gardener in hamilton, twenty eight to thirty two dollars an hour", ["CAD", "NZD", "USD"]),
        ("baker in Cambridge, $22 an hour", ["USD", "CAD", "NZD"]),
        ("chef in Denver or in Toronto, $30/h", ["USD", "CAD", "AUD"]),
        ("mozo en San Juan, $ 15 la hora", ["USD", "ARS", "MXN"]),
        ("serveur à Burlington, 20 $ de l'heure", ["USD", "CAD", "AUD"]),
        ("Koch in Albany, 25 $ die Stunde", ["USD", "AUD", "CAD"]),
        ("طباخ في سيدني، 25 دولار في الساعة", ["USD", "AUD", "CAD"]),
        ("kokk i Oslo eller i Malmö, 210 kr/t", ["SEK", "NOK", "DKK"]),
    ] {
        for value in values {
            assert_eq!(read(message, value), "refused", "{message}: {value}");
        }
    }
    for (message, value) in [
        ("gardener in Hamilton, Ontario, $30 an hour", "CAD"),
        ("gardener in Hamilton, New Zealand, $30 an hour", "NZD"),
        ("baker in Cambridge, MA, $22 an hour", "USD"),
        ("NZ$28 an hour in Hamilton", "NZD"),
        ("28 Canadian dollars an hour in Hamilton", "CAD"),
        ("$28 AUD an hour, chef in Denver or in Toronto", "AUD"),
        ("$28 an hour", "USD"),
        ("barista em Lisboa, $15/h", "USD"),
    ] {
        assert_eq!(read(message, value), format!("stated: {value}"), "{message}");
    }
}

#[test]
fn extra_pay_and_ordinary_words_name_no_department() {
    for (marked, value) in [
        ("[On offre la mutuelle et une prime de fin d'année]", "Finance"),
        ("[une prime sur nos ventes]", "Ventes"),
        ("[a yearly sales bonus]", "Sales"),
        ("[commission on all our sales]", "Sales"),
        ("[the marketing budget is yours]", "Marketing"),
        ("[Prämie für den Vertrieb]", "Vertrieb"),
        ("[comisiones por ventas]", "Ventas"),
        ("[provvigioni sulle vendite]", "Vendite"),
        ("[comissão sobre as vendas]", "Vendas"),
        ("[provisie op de verkoop]", "Verkoop"),
        ("[prowizja za sprzedaż]", "Sprzedaż"),
        ("[عمولة على المبيعات]", "المبيعات"),
        ("[de lunes a fin de mes]", "Finanzas"),
        ("[à la fin du mois]", "Finance"),
        ("[com carta de condução]", "Comercial"),
        ("[18 € pro Stunde]", "Produktion"),
        ("[a ver, empieza ya]", "Vertrieb"),
    ] {
        assert_eq!(grounded(Field::Department, marked, value), "refused", "{marked}: {value}");
    }
    all_accepted(
        Field::Department,
        &[
            ("in our [Finance department], with a yearly bonus", "Finance"),
            ("[Sales], bonus included", "Sales"),
            ("our [sales team], with commission on sales", "Sales"),
            ("[fin dept], Leeds", "Finance"),
            ("Abteilung [Vertrieb], mit Prämie", "Vertrieb"),
            ("il reparto [Vendite], provvigioni a parte", "Vendite"),
            ("dział [sprzedaży], premia roczna", "Sprzedaż"),
        ],
    );
}
