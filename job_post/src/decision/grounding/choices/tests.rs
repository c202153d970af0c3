//! Which work types a message supports.

use uuid::Uuid;

use super::*;
use crate::decision::history::EarlierMessage;

/// The work types that the message supports: "r", "h" and "o" for onsite.
fn grounded(message: &str) -> String {
    let transcript = Transcript::new(Uuid::nil(), message, &[], "");
    let kinds = [("remote", "r"), ("hybrid", "h"), ("onsite", "o")].into_iter();
    let found = kinds.filter(|(kind, _)| choice(&transcript, Field::WorkType, kind).is_some());
    found.map(|(_, letter)| letter).collect()
}

#[track_caller]
pub(super) fn all(expected: &str, messages: &[&str]) {
    let read = messages.iter().map(|message| (grounded(message), *message));
    let wrong: Vec<_> = read.filter(|(kinds, _)| kinds != expected).collect();
    assert!(wrong.is_empty(), "expected {expected:?}: {wrong:#?}");
}

#[test]
fn every_choice_has_phrases() {
    let levels = ExperienceLevel::ALL.map(ExperienceLevel::as_str);
    let kinds = WorkType::ALL.map(WorkType::as_str);
    let employment = EmploymentType::ALL.map(EmploymentType::as_str);
    let named: std::collections::BTreeSet<&str> = levels.into_iter().chain(kinds).chain(employment).collect();
    assert_eq!(PHRASES.names().collect::<std::collections::BTreeSet<_>>(), named);
}

#[test]
fn employment_types_are_read_in_many_languages() {
    for (message, wanted) in [
        ("full-time or part-time, both is fine", vec!["full_time", "part_time"]),
        ("Vollzeitstelle, unbefristet", vec!["full_time"]),
        ("CDD de 6 mois à temps partiel", vec!["part_time", "temporary"]),
        ("a media jornada", vec!["part_time"]),
        ("دوام كامل", vec!["full_time"]),
        ("estágio de verão", vec!["intern"]),
        ("contratto di apprendistato, tempo pieno", vec!["full_time", "apprenticeship"]),
        ("een bijbaan in deeltijd", vec!["part_time"]),
        ("pełny etat", vec!["full_time"]),
        ("no part-time, only full-time", vec!["full_time"]),
        ("you will be full of joy, part of the time", vec![]),
    ] {
        let read: Vec<_> = employment_types_in(message).into_iter().map(|(kind, _)| kind.as_str()).collect();
        assert_eq!(read, wanted, "{message}");
    }
}

#[test]
fn remote_work_is_read_in_many_languages() {
    all(
        "r",
        &[
            "fully remote",
            "work from home",
            "100% remote, 4-day week",
            "remote, five days a week",
            "Remote Backend Engineer",
            "remote team lead wanted",
            "We are a remote team looking for a designer",
            "We're a fully remote company; remote is non-negotiable",
            "Remote is not a problem",
            "We don't mind remote",
            "Remote, no travel",
            "Wir suchen remote, kein Problem",
            "komplett im Homeoffice",
            "télétravail complet",
            "teletrabajo total",
            "trabalho 100% remoto",
            "lavoro da remoto",
            "volledig thuiswerken",
            "praca zdalna",
            "distansarbete",
            "フルリモート可",
            "年収600万円〜850万円、フルリモート可",
            "在宅勤務OK",
            "支持远程办公",
            "удалённая работа",
            "عن بعد",
            "Monday to Friday from home",
        ],
    );
}

#[test]
fn denied_remote_work_means_onsite() {
    all(
        "o",
        &[
            "Accountant, Leeds. Sorry, remote isn't possible",
            "Driver, Hamburg. Homeoffice leider nicht möglich",
            "Remote work is unfortunately not offered",
            "télétravail non possible",
            "Le télétravail n'est malheureusement pas possible",
            "el teletrabajo no es posible",
            "no ofrecemos teletrabajo",
            "smart working non previsto",
            "thuiswerken is niet mogelijk",
            "praca zdalna niemożliwa",
            "praca zdalna nie jest możliwa",
            "trabalho remoto não disponível",
            "não há trabalho remoto",
            "distansarbete är tyvärr inte möjligt",
            "удалённая работа невозможна",
            "العمل عن بعد غير متاح",
            "リモート不可",
            "在宅勤務はできません",
            "재택근무 불가",
            "不支持远程",
            "We can't offer remote for this role",
            "Remote is off the table",
            "Remote? No.",
            "Remote: no",
            "Remote: ❌",
            "Homeoffice bieten wir leider nicht an",
            "Poste non télétravaillable",
            "Afraid there's no option to work remotely",
            "brak możliwości pracy zdalnej",
            "Home office ist bei uns nicht drin",
            "No remote",
            "We don't do remote",
            "pas de télétravail",
            "sin teletrabajo",
            "senza smart working",
            "geen thuiswerk",
            "Remote? Sorry, remote isn't possible.",
        ],
    );
}

#[test]
fn something_else_is_remote() {
    all(
        "",
        &[
            "Support agent in Cork; you will support our remote customers",
            "Field technician covering remote sites in Queensland",
            "remote sensing expert",
            "You fly the drone by remote control",
            "remote patient monitoring nurse in Boston",
            "serving remote schools in Alaska",
            "you will train remote employees",
            "Führung von Remote Teams",
            "manager une équipe à distance",
            "Aide-soignante à domicile",
            "venta a distancia",
            "soporte remoto a clientes",
            "assistenza remota ai clienti",
            "remote is not required",
            "Perk: work from anywhere for four weeks a year",
            "work from anywhere for a month",
            "4 Wochen im Jahr mobiles Arbeiten aus dem Ausland",
            "télétravail depuis l'étranger: télétravail 4 semaines par an",
            "Wir betreuen Kunden remote",
            "our customers are remote",
            "Bonus: 6 weeks of remote work per year from any country",
            "office manager",
            "post office box",
        ],
    );
    assert!(!grounded("Manager of a remote team, on our London floor").contains('r'));
}

#[test]
fn hybrid_is_read_without_the_word() {
    all(
        "h",
        &[
            "(2 days home‑working)",
            "2 days home-working",
            "2 Tage Homeoffice pro Woche",
            "1-2 Tage/Woche Homeoffice",
            "1 day a week remote",
            "teils von zuhause",
            "teilweise im Homeoffice",
            "2 jours de télétravail par semaine",
            "télétravail 2j/semaine",
            "dos días de teletrabajo a la semana",
            "2 dias de home office por semana",
            "due giorni di smart working a settimana",
            "2 dagen thuiswerken per week",
            "dwa dni pracy zdalnej w tygodniu",
            "två dagar i veckan hemifrån",
            "Fridays from home",
            "freitags Homeoffice",
            "up to 50% remote",
            "Remote: 2 days",
            "a couple of days from home",
            "zwei Homeofficetage",
            "not fully remote",
            "週2日リモート",
            "每周两天在家办公",
            "주 2일 재택근무",
            "يومين من المنزل",
            "modello ibrido",
            "2x pro Woche von zu Hause",
            "every other week from home",
            "a mix of home and office",
            "週3出社、残りはリモート",
            "praca hybrydowa",
            "ハイブリッド勤務",
        ],
    );
    all(
        "h",
        &[
            "three days in the office, the rest from home",
            "They'd sit in our Lisbon office three days a week and work from home the other two.",
            "office two days, otherwise home office",
            "teils im Büro, teils von zuhause",
            "3 jours au bureau, le reste en télétravail",
            "tre giorni in ufficio e due da casa",
            "3 dagen op kantoor, de rest thuis",
        ],
    );
}

#[test]
fn onsite_work_is_read_in_many_languages() {
    all(
        "o",
        &[
            "onsite",
            "vor Ort",
            "in presenza",
            "op kantoor",
            "praca stacjonarna",
            "presencial",
            "на месте, в офисе",
            "オフィス勤務",
        ],
    );
}

#[test]
fn a_newer_denial_counts_more_than_an_older_statement() {
    let earlier = [EarlierMessage { turn: Uuid::max(), text: "Accountant in Leeds, remote".to_owned() }];
    let transcript = Transcript::new(Uuid::nil(), "Sorry, remote isn't possible after all", &earlier, "");
    assert!(choice(&transcript, Field::WorkType, "remote").is_none());
    assert!(choice(&transcript, Field::WorkType, "onsite").is_some());
}

#[test]
fn reported_conversations_are_read() {
    for (message, expected) in [
        ("Marketing Executive (12 month FTC, maternity cover) – London Bridge / hybrid, competitive", "h"),
        ("£31,500 – £34,000 per annum pro rata (0.6 FTE)\tHybrid working (2 days home‑working)", "h"),
        ("東京・渋谷でiOSエンジニアを募集します。年収600万円〜850万円、フルリモート可、経験3年以上", "r"),
        ("Accountant, Leeds. Sorry, remote isn't possible", "o"),
        ("Perk: you may work from anywhere for four weeks a year. Office in Leeds, on site", "o"),
        ("Manager of a remote team, on our London floor, onsite", "o"),
    ] {
        assert_eq!(grounded(message), expected, "{message}");
    }
}
