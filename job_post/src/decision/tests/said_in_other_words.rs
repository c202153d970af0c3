//! Levels, work types and skills in the words of strangers: each is believed. And numbers near pay that are none.

use super::spoken_pay::{all, proposing};
use super::*;

#[test]
fn levels_in_other_words_are_believed() {
    use Field::ExperienceLevel;
    for message in [
        "no experiance needed we train them up",
        "no experience required",
        "no prior experience necessary",
        "you don't need any experience",
        "Freshers can also apply",
        "Aucune expérience requise, formation sur place",
        "pas d'expérience nécessaire",
        "débutants acceptés",
        "geen ervaring nodig wij leren het je wel",
        "ervaring is niet vereist",
        "Anche senza esperienza, basta il brevetto",
        "non serve esperienza",
        "Keine Erfahrung nötig, wir lernen an",
        "auch Quereinsteiger ohne Erfahrung",
        "não é preciso experiência",
        "sem experiência",
        "sin experiencia previa",
        "bez doświadczenia",
        "doświadczenie nie jest wymagane",
        "الخبرة غير مطلوبة",
    ] {
        all(true, &[(&[message], ExperienceLevel, "entry")]);
    }
    all(
        true,
        &[
            (&["Vaga: desenvolvedor full stack pleno, remoto, CLT"], ExperienceLevel, "mid"),
            (&["Engenheiro de Dados Pleno, 100% remota."], ExperienceLevel, "mid"),
            (
                &["Engenheiro pleno", "Na verdade precisa ser sênior, e a faixa sobe para 15 a 18 mil."],
                ExperienceLevel,
                "senior",
            ),
        ],
    );
}

#[test]
fn hybrid_work_is_believed() {
    for message in [
        "Two days a week may be worked from home.",
        "Three days per week can be done from home",
        "2 jours de télétravail par semaine",
        "Deux jours de télétravail par semaine, le reste au cabinet.",
        "an zwei Tagen pro Woche kann von zu Hause gearbeitet werden",
    ] {
        all(true, &[(&[message], Field::WorkType, "hybrid")]);
    }
}

#[test]
fn a_skill_is_replaced() {
    for (first, then, list, wanted) in [
        (
            "React, Redux and Tailwind",
            "pls remove redux, team has moved to zustand",
            "React\nTailwind\nZustand",
            "React\nTailwind\nZustand",
        ),
        (
            "Excel, NetSuite and Power BI",
            "We dropped Power BI last month, it's Tableau now.",
            "Excel\nNetSuite\nTableau",
            "Excel\nNetSuite\nTableau",
        ),
        (
            "Vue, Laravel, Redis e MySQL",
            "troca MySQL por PostgreSQL",
            "Vue\nLaravel\nRedis\nPostgreSQL",
            "Vue\nLaravel\nRedis\nPostgreSQL",
        ),
        (
            "dbt, BigQuery und Looker",
            "Sorry, Looker könnt ihr droppen, wir sind auf Tableau umgestiegen",
            "dbt\nBigQuery\nTableau",
            "dbt\nBigQuery\nTableau",
        ),
    ] {
        let mut session = Session::new();
        let skills = |op, value: &str, quote: &str| ProposedUpdate {
            op,
            field: Field::Skills,
            value: value.to_owned(),
            quote: quote.to_owned(),
        };
        let all: Vec<_> = first
            .split([','])
            .flat_map(|part| part.split(" and "))
            .flat_map(|part| part.split(" und "))
            .flat_map(|part| part.split(" e "))
            .map(|item| skills(Op::Add, item.trim(), first))
            .collect();
        session.turn(first, &proposing(all));
        session.turn(then, &proposing(vec![skills(Op::Set, list, "")]));
        assert_eq!(session.draft.value(Field::Skills).as_deref(), Some(wanted), "{then}");
    }
}

#[test]
fn other_numbers_and_short_words_are_no_fact() {
    use Field::{Currency, ExperienceLevel, SalaryMax, SalaryMin, Title, WorkType};
    all(
        false,
        &[
            (
                &["42,000 to 45,000 a year", "we would stretch to €48,000 at the upper end"],
                SalaryMin,
                "48000",
            ),
            (
                &["74,500 to 92,000 a year", "the upper figure should have read AUD 99,200."],
                SalaryMin,
                "99200",
            ),
            (
                &["28.000 a 31.000 euro all'anno", "La retribuzione massima va portata a 34.500 euro."],
                SalaryMin,
                "34500",
            ),
            (&["38 to 46 an hour", "per diem 90 a day on top, and health insurance"], SalaryMax, "90"),
            (&["22 à 25 $ de l'heure", "oups, 23 $ pour commencer, pas 22"], SalaryMax, "23"),
            (&["Pay is J$180,000 to J$210,000 a month"], Currency, "USD"),
            (&["quita active directory"], ExperienceLevel, "executive"),
            (&["Two days a week may be worked from home."], WorkType, "remote"),
            (&["mindestens 2900 im Monat", "ach komm, 3100 statt 2900"], SalaryMax, "2900"),
            (&["45-50 an hour", "the boss reckons cap it at 52"], SalaryMin, "52"),
            (&["PSIRA Grade C is a must, and matric. No criminal record."], Title, "Notaire"),
            (&["rate: 240 rising to 265 for people with blade repair"], SalaryMax, "240"),
            (&["mindestens 2900 brutto im Monat", "ach komm, 3100 statt 2900"], SalaryMax, "2900"),
            (&["at least 3100 a month", "3300 instead of 3100"], SalaryMax, "3100"),
            (&["Java 21, Spring Boot, Kafka, Oracle"], SalaryMin, "21"),
            (&["Windows 11 and Office"], SalaryMin, "11"),
            (&["Busfahrer gescuht für Linie 7, Freiburg"], SalaryMin, "7"),
            (&["driver for route 12, Leeds"], SalaryMin, "12"),
            (&["45 à 50k par an", "finalement on monte à 52 max"], SalaryMin, "52"),
            (&["1800 euro al mese", "buoni pasto da 7 euro e mensa interna"], SalaryMin, "7"),
            (
                &["2800 per maand", "Maaltijdcheques van 8 euro en een bestelwagen horen er ook bij."],
                SalaryMin,
                "8",
            ),
            (
                &["2400 € par mois", "- brevet cariste obligatoire\n- permis B\n- chèques-repas à 8 €"],
                SalaryMin,
                "8",
            ),
            (
                &["- brevet cariste obligatoire\n- permis B\n- chèques-repas à 8 €\n- assurance groupe"],
                SalaryMin,
                "8",
            ),
            (&["3000 im Monat, dazu 44 € Sachbezug"], SalaryMin, "44"),
        ],
    );
}
