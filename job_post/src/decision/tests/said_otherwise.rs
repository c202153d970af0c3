//! Facts in the words of strangers, who did not know what is read: each is believed. And numbers near them that are none.

use super::*;
use crate::money;

/// The field after a proposal in the last turn that quotes its message. Of the messages before, the pay was noted.
fn after(messages: &[&str], field: Field, value: &str) -> Option<String> {
    let mut session = Session::new();
    let (last, earlier) = messages.split_last().unwrap();
    for message in earlier {
        session.turn(message, &proposing(pay_of(message)));
    }
    let update =
        |field| ProposedUpdate { op: Op::Set, field, value: value.to_owned(), quote: (*last).to_owned() };
    let pay = &session.draft.content.salary;
    // One amount is both bounds.
    let both = field == Field::SalaryMin && pay.max.is_some() && pay.min == pay.max;
    let fields = if both { vec![field, Field::SalaryMax] } else { vec![field] };
    session.turn(last, &proposing(fields.into_iter().map(update).collect()));
    session.draft.value(field)
}

fn proposing(updates: Vec<ProposedUpdate>) -> Proposal {
    Proposal { updates, intent: Intent::Continue, reply: String::new() }
}

fn pay_of(message: &str) -> Vec<ProposedUpdate> {
    let Some(pay) = money::find(message).into_iter().next() else { return Vec::new() };
    let values = [
        (Field::SalaryMin, pay.min.map(|amount| amount.to_string())),
        (Field::SalaryMax, pay.max.map(|amount| amount.to_string())),
        (Field::SalaryPeriod, pay.period.map(|period| period.as_str().to_owned())),
    ];
    let set = |(field, value): (Field, Option<String>)| {
        Some(ProposedUpdate { op: Op::Set, field, value: value?, quote: message.to_owned() })
    };
    values.into_iter().filter_map(set).collect()
}

#[track_caller]
fn all(believed: bool, cases: &[(&[&str], Field, &str)]) {
    let mut wrong = Vec::new();
    for (messages, field, value) in cases {
        let read = after(messages, *field, value);
        if (read.as_deref() == Some(*value)) != believed {
            wrong.push(format!("{messages:?}: {field} {value}, read {read:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn spoken_pay_is_believed() {
    use Field::{SalaryMax, SalaryMin};
    all(
        true,
        &[
            (
                &["twelve pound sixty an hour", "sorry its gone up its thirteen pound ten now"],
                SalaryMin,
                "13.1",
            ),
            (&["nine pounds fifty an hour"], SalaryMin, "9.5"),
            (&["eleven euro eighty an hour"], SalaryMin, "11.8"),
            (&["twenty dollars twenty five an hour"], SalaryMin, "20.25"),
            (
                &[
                    "douze euros cinquante de l'heure",
                    "ah non c'est douze euros quatre-vingts depuis janvier",
                ],
                SalaryMin,
                "12.8",
            ),
            (&["treize euros vingt de l'heure"], SalaryMin, "13.2"),
            (&["zwölf Euro fünfzig die Stunde"], SalaryMin, "12.5"),
            (&["doce euros cincuenta la hora"], SalaryMin, "12.5"),
            (&["dodici euro e cinquanta all'ora"], SalaryMin, "12.5"),
            (&["twaalf euro vijftig per uur"], SalaryMin, "12.5"),
            (
                &["1480 al mes", "no perdona son mil quinientos veinte que ha subido el convenio"],
                SalaryMin,
                "1520",
            ),
            (
                &["mil quatrocentos euros por mês", "olhe afinal ponha mil cento e vinte euros"],
                SalaryMin,
                "1120",
            ),
            (
                &["1500 al mes", "bueno mejor ponle mil seiscientos que si no no viene nadie"],
                SalaryMin,
                "1600",
            ),
            (
                &["1950 por mês", "desculpa não é mil novecentos e cinquenta é dois mil e cem"],
                SalaryMin,
                "2100",
            ),
            (
                &["le salaire c'est deux mille cent euros brut par mois jusqu'à deux mille quatre cents"],
                SalaryMin,
                "2100",
            ),
            (
                &["le salaire c'est deux mille cent euros brut par mois jusqu'à deux mille quatre cents"],
                SalaryMax,
                "2400",
            ),
            (&["salary 30 se 35 hazaar per month"], SalaryMin, "30000"),
            (&["salary 30 se 35 hazaar per month"], SalaryMax, "35000"),
        ],
    );
}

#[test]
fn corrections_of_pay_in_few_words_are_believed() {
    use Field::{SalaryMax, SalaryMin};
    all(
        true,
        &[
            (&["19-22/hr", "hmm\ncan i go up to 23?\nyeah make it 19 to 23"], SalaryMax, "23"),
            (&["24 to 28 an hour", "and bump the pay to 26 - 32"], SalaryMin, "26"),
            (&["24 to 28 an hour", "and bump the pay to 26 - 32"], SalaryMax, "32"),
            (&["15 an hour", "make that 16 please"], SalaryMin, "16"),
            (&["15 € die Stunde", "mach 16 draus"], SalaryMin, "16"),
            (&["15 l'heure", "mettez 16 plutôt"], SalaryMin, "16"),
            (&["45 à 50k par an", "finalement on monte à 52 max"], SalaryMax, "52000"),
            (&["45-50k a year", "lets go up to 55 max"], SalaryMax, "55000"),
            (&["13.20 an hour", "sorry I said 13.20 its 13.80 from april so put that"], SalaryMin, "13.8"),
            (&["21,50 $ de l'heure", "Correction : prime de soir incluse c'est 22,75 $"], SalaryMin, "22.75"),
            (&["2900 brutto im Monat", "ach komm, 3100 statt 2900"], SalaryMin, "3100"),
            (&["3200 fest im monat plus spesen"], SalaryMin, "3200"),
            (
                &["42,000 to 45,000 a year", "we would stretch to €48,000 at the upper end"],
                SalaryMax,
                "48000",
            ),
            (
                &["74,500 to 92,000 a year", "My apologies, the upper figure should have read AUD 99,200."],
                SalaryMax,
                "99200",
            ),
        ],
    );
}

#[test]
fn periods_and_currencies_in_other_words_are_believed() {
    use Field::{Currency, SalaryMin, SalaryPeriod};
    all(
        true,
        &[
            (&["18 to 20", "thats hourly. and theres a $500 sign on bonus"], SalaryPeriod, "hour"),
            (&["day rate is 240 quid"], SalaryPeriod, "day"),
            (&["Day rate 240-290 pounds"], SalaryPeriod, "day"),
            (&["hourly rate 18 pounds"], SalaryPeriod, "hour"),
            (&["Tagessatz 450 Euro"], SalaryPeriod, "day"),
            (&["le pagamos 25 the hour, cash no, todo por payroll"], SalaryPeriod, "hour"),
            (&["le pagamos 25 the hour, cash no, todo por payroll"], SalaryMin, "25"),
            (&["I will pay 1,800 to 2,300 cedis monthly"], SalaryPeriod, "month"),
            (&["I will pay 1,800 to 2,300 cedis monthly"], SalaryMin, "1800"),
            (&["I will pay 1,800 to 2,300 cedis monthly"], Currency, "GHS"),
            (&["CTC is 24 to 32 lakh per annum, hybrid, 2 days office"], Currency, "INR"),
            (&["CDI 35h, 1900 a 2300 euro par moi brut + pourboir"], SalaryPeriod, "month"),
            (&["24 piasses de l'heure, 45 h par semaine"], SalaryPeriod, "hour"),
            (&["24 piasses de l'heure, 45 h par semaine"], SalaryMin, "24"),
            (&["24 piasses de l'heure, 45 h par semaine"], Currency, "CAD"),
            (&["stawka 35-45 zł za godzine plus napiwki"], SalaryPeriod, "hour"),
        ],
    );
}

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
fn other_numbers_and_short_words_are_no_fact() {
    use Field::{SalaryMax, SalaryMin, Title};
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
            (&["PSIRA Grade C is a must, and matric. No criminal record."], Title, "Notaire"),
            (&["rate: 240 rising to 265 for people with blade repair"], SalaryMax, "240"),
            (&["mindestens 2900 brutto im Monat", "ach komm, 3100 statt 2900"], SalaryMax, "2900"),
            (&["at least 3100 a month", "3300 instead of 3100"], SalaryMax, "3100"),
            (&["Java 21, Spring Boot, Kafka, Oracle"], SalaryMin, "21"),
            (&["Windows 11 and Office"], SalaryMin, "11"),
            (&["Busfahrer gescuht für Linie 7, Freiburg"], SalaryMin, "7"),
            (&["driver for route 12, Leeds"], SalaryMin, "12"),
            (&["45 à 50k par an", "finalement on monte à 52 max"], SalaryMin, "52"),
            (&["1800 euro al mese", "ticket da 7 euro e mensa interna"], SalaryMin, "7"),
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
