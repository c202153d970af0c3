//! Texts in all languages, and texts that show none.

use super::*;

fn of(text: &str) -> Language {
    Language::of([text], None)
}

#[test]
fn languages_are_detected() {
    let table: [(Language, &[&str]); 9] = [
        (
            Language::German,
            &[
                "Guten Tag, wir suchen einen Produktionsleiter (m/w/d)",
                "Passt so, bitte veröffentlichen.",
                "Vor Ort, keine Homeoffice-Möglichkeit.",
                "Senior Entwickler, ÖFFENTLICH, so in Berlin",
                "Nein, doch hybrid",
                "4.000 € im Monat",
            ],
        ),
        (
            Language::English,
            &[
                "Looks good, publish it.",
                ".net developer full stack",
                "$85k to $100k",
                "",
                "Looking for a cook in München, we need the best",
                "no, make it remote",
                "5 years of experience",
                "minimum 95k, maximum stays",
                "Los Angeles",
                "on site plus bonus",
                "Hola! I'd like to hire a waiter for our café in Málaga",
            ],
        ),
        (
            Language::French,
            &[
                "Bonjour, nous recherchons un chef de rang",
                "Développeur Java à Lyon",
                "télétravail",
                "finalement plutôt hybride",
                "45 k€ brut annuel",
                "entre 2 500 et 3 000 € par mois",
                "5 ans d'expérience minimum",
                "C'est parfait, publiez",
                "Enlevez Docker",
            ],
        ),
        (
            Language::Spanish,
            &[
                "Buscamos un camarero para Sevilla",
                "de 1.800 a 2.400 euros mensuales",
                "quita Docker",
                "Presencial, en Valencia",
                "con 3 años de experiencia",
                "sí, publícalo así",
                "mejor híbrido",
            ],
        ),
        (
            Language::Arabic,
            &[
                "نبحث عن مهندس برمجيات في عمان",
                "احذف الراتب",
                "عن بعد",
                "نريد Senior Backend Developer",
                "نبحث عن موظف at Dubai",
                "٥ سنوات",
            ],
        ),
        (
            Language::Portuguese,
            &[
                "Olá, precisamos de um cozinheiro em Coimbra",
                "Procuramos uma enfermeira para Lisboa",
                "1.200 euros por mês",
                "com 3 anos de experiência",
                "não, só presencial",
                "está tudo certo, pode publicar",
                "retire o Docker",
            ],
        ),
        (
            Language::Italian,
            &[
                "Buongiorno, cerchiamo un cameriere a Rimini",
                "2.000 euro al mese",
                "è richiesta l'esperienza",
                "va bene, pubblica",
                "togli Docker",
                "lavoro in sede, niente smart working",
                "con 5 anni di esperienza",
            ],
        ),
        (
            Language::Dutch,
            &[
                "Hallo, wij zoeken een kok in Haarlem",
                "2.300 euro per maand",
                "met 5 jaar ervaring",
                "op kantoor, niet hybride",
                "dat klopt, publiceren maar",
                "verwijder Docker",
                "Hi, ik zoek een software tester in Utrecht",
            ],
        ),
        (
            Language::Polish,
            &[
                "Dzień dobry, szukamy spawacza do Gdańska",
                "30 zł za godzinę",
                "zdalnie albo hybrydowo",
                "tak, opublikuj",
                "usuń Docker",
                "pensja od 6000 do 8000",
                "trzeba znać angielski",
            ],
        ),
    ];
    for (language, texts) in table {
        for text in texts {
            assert_eq!(of(text), language, "{text}");
        }
    }
}

#[test]
fn the_newest_text_with_marks_decides() {
    assert_eq!(Language::of(["72.000", "Wir suchen einen Koch"], None), Language::German);
    assert_eq!(Language::of(["SAP", "Das Gehalt liegt bei"], Some("en-GB")), Language::German);
    assert_eq!(Language::of(["publiez", "we need a cook"], Some("en")), Language::French);
    assert_eq!(Language::of(["Zürich", "We need a cook"], None), Language::English);
}

#[test]
fn the_locale_decides_if_no_text_has_marks() {
    for (locale, language) in [
        ("fr-CA", Language::French),
        ("de_AT", Language::German),
        ("AR", Language::Arabic),
        ("es-419", Language::Spanish),
        ("pt-BR", Language::Portuguese),
        ("it-CH", Language::Italian),
        ("nl_BE", Language::Dutch),
        ("pl", Language::Polish),
        ("sv-SE", Language::English),
        ("", Language::English),
    ] {
        assert_eq!(Language::of(["Zendesk, 72000"], Some(locale)), language, "{locale}");
    }
    assert_eq!(Language::of(["Zürich"], Some("en")), Language::English);
    assert_eq!(of("Bäckereifachverkäufer"), Language::German);
}

#[test]
fn words_of_two_languages_show_neither() {
    for text in ["publicar", "publica", "remoto", "hora", "prima", "hybride", "de", "oferta", "contrato"] {
        assert!(matches!(detect([text]), Shown::None { .. }), "{text}");
        assert_eq!(Language::of([text, "Procuramos uma enfermeira"], Some("de")), Language::Portuguese);
    }
}

#[test]
fn a_text_in_another_language_shows_none_that_the_agent_speaks() {
    for text in [
        "Vi söker en kock till vår restaurang i Malmö",
        "ja tack, det är bra",
        "hög lön, högsäsong",
        "35 000 kr i månaden, erfarenhet är ett plus",
        "Vi søger en kok til København",
        "Vi trenger en kokk i Oslo, ikke på kontoret",
        "İstanbul için aşçı arıyoruz",
        "evet, lütfen yayınla",
        "bir müdür",
        "maaş aylık 40.000 lira",
        "Etsimme kokkia Helsinkiin",
        "Hledáme kuchaře do Brna",
        "Căutăm un bucătar pentru restaurant",
        "Ищем повара в Москву",
        "Ψάχνουμε μάγειρα στην Αθήνα",
        "我们在找厨师",
        "ما به یک آشپز در تهران نیاز داریم",
    ] {
        assert_eq!(detect([text]), Shown::Other, "{text}");
        let earlier = "Wir suchen einen Koch";
        assert_eq!(Language::of([text, earlier], Some("fr")), Language::French, "{text}");
        assert_eq!(Language::of([text, earlier], None), Language::English, "{text}");
    }
}
