//! Pay in the words of strangers, who did not know what is read: each form is believed.

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

pub(super) fn proposing(updates: Vec<ProposedUpdate>) -> Proposal {
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
pub(super) fn all(believed: bool, cases: &[(&[&str], Field, &str)]) {
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
            (&["bon pour le salaire mettez mille neuf cents euros brut par mois"], SalaryMin, "1900"),
            (&["achttien tot eenentwintig euro per uur"], SalaryMax, "21"),
            (&["zevenentwintig euro per uur"], SalaryMin, "27"),
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
            (&["25 to 29 an hour", "sorry the top is thirty one not twenty nine"], SalaryMax, "31"),
            (&["2.200 brutto im Monat", "na 2.400 solls sein, sonst kommt ja keiner"], SalaryMin, "2400"),
            (&["15,000 to 19,000 a month", "nahi nahi, 18,000 se 22,000 kar do"], SalaryMax, "22000"),
            (&["start 3am finish 11, 5 days over 7, €17 p/h"], SalaryMin, "17"),
            (&["45-50 an hour", "actully the boss reckons cap it at 52"], SalaryMax, "52"),
            (&["We can manage £26,000 a year and there's a cottage"], SalaryMin, "26000"),
            (
                &["mindestens 2.450 im Monat", "Ah, und statt 2.450 bitte 2.520 als Untergrenze"],
                SalaryMin,
                "2520",
            ),
            (
                &[
                    "zeshonderdvijftig tot achthonderd euro in de week",
                    "nee wacht niet zeshonderdvijftig maar zevenhonderd als ondergrens",
                ],
                SalaryMin,
                "700",
            ),
            (&["22 à 25 $ de l'heure", "oups, 23 $ pour commencer, pas 22"], SalaryMin, "23"),
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
            (&["Salary: N120,000 - N150,000 monthly"], SalaryMin, "120000"),
            (&["Salary: N120,000 - N150,000 monthly"], Currency, "NGN"),
            (&["Pay is J$180,000 to J$210,000 a month"], Currency, "JMD"),
            (&["TT$9,000 a month"], Currency, "TTD"),
            (&["Salaire 28$ a 36$ lheure"], SalaryPeriod, "hour"),
            (&["La remuneración será de $1,200 a $1,500 pesos por día."], SalaryPeriod, "day"),
            (&["s/ 1,400 a s/ 1,700 mensual"], SalaryMin, "1400"),
            (&["s/ 1,400 a s/ 1,700 mensual"], Currency, "PEN"),
            (&["hij krijgt zeshonderdvijftig tot achthonderd euro in de week"], SalaryPeriod, "week"),
            (&["stawka 35-45 zł za godzine plus napiwki"], SalaryPeriod, "hour"),
        ],
    );
}

#[test]
fn a_single_new_amount_replaces_both_bounds_if_one_alone_would_cross() {
    for (message, value, pay) in [
        ("ach nein, 17 Euro", "17", ("17", "17")),
        ("no, make it 17 an hour", "17", ("17", "17")),
        ("the minimum is 17 and 20 hours a week", "17", ("15", "15")),
    ] {
        let mut session = Session::new();
        session.say("a cook in Kiel, 15 euros an hour", &["title: Cook", "salaryMin: 15", "salaryMax: 15"]);
        let salary = session.say(message, &[&format!("salaryMin: {value}")]).draft.content.salary;
        let bounds = [salary.min, salary.max].map(|bound| bound.unwrap().normalize().to_string());
        assert_eq!(bounds, [pay.0, pay.1], "{message}");
    }
}
