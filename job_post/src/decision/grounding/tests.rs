//! Which values the user's words support, field by field.

use uuid::Uuid;

use super::*;

/// "basis: value" or "refused".
pub(crate) fn ground_in(message: &str, field: Field, value: &str, quote: &str) -> String {
    let transcript = Transcript::new(Uuid::nil(), message, &[], "");
    let value = crate::values::canonical(field, value).unwrap();
    match ground(&transcript, field, &value, quote) {
        Ok(grounded) => {
            assert!(message.contains(grounded.quote), "{message}: {grounded:?}");
            let basis = serde_json::to_value(grounded.basis).unwrap();
            format!("{}: {}", basis.as_str().unwrap(), grounded.value)
        }
        Err(_) => "refused".to_owned(),
    }
}

#[test]
fn values_need_words() {
    let table = [
        ("backend engineer wanted", Field::Title, "Backend Engineer", "stated: Backend Engineer"),
        ("backend engineer wanted", Field::Title, "Senior Backend Engineer", "stated: Backend Engineer"),
        ("backend engineer wanted", Field::Title, "Frontend Engineer", "refused"),
        ("senior level", Field::Title, "Senior", "refused"),
        ("a QA engineer", Field::Title, "Quality Assurance Engineer", "stated: Quality Assurance Engineer"),
        ("a job in Köln", Field::Location, "köln", "stated: köln"),
        ("a job in Köln", Field::Location, "Koln", "stated: Köln"),
        ("on cherche un réceptionniste", Field::Title, "Receptionniste", "stated: Réceptionniste"),
        ("GÉRANT DE CAFÉ", Field::Title, "Gerant de cafe", "stated: Gérant de café"),
        ("café ou cafe, un gérant de cafe", Field::Title, "Gerant de Cafe", "stated: Gérant de Cafe"),
        ("résumé writer", Field::Title, "RESUME WRITER", "stated: RÉSUMÉ WRITER"),
        ("نحتاج نادلا في القاهرة", Field::Location, "ال القاهرة", "stated: القاهرة"),
        ("نحتاج نادلا في القاهرة", Field::Location, "ال قاهرة", "stated: القاهرة"),
        ("نحتاج نادلا بالقاهرة", Field::Location, "ال قاهرة", "stated: القاهرة"),
        ("مطعم بالرياض يحتاج طباخا", Field::Location, "ال الرياض", "stated: الرياض"),
        ("مطلوب المحاسب الأول", Field::Title, "ال محاسب الأول", "stated: المحاسب الأول"),
        ("نحتاج نادلا في جدة", Field::Location, "ال القاهرة", "refused"),
        ("a job in Köln", Field::Location, "Cologne", "interpreted: Cologne"),
        ("a job in Köln", Field::Location, "Aachen", "refused"),
        ("no Java please, Kotlin", Field::Skills, "Java", "refused"),
        ("no Java please, Kotlin", Field::Skills, "Kotlin", "stated: Kotlin"),
        ("work from home", Field::WorkType, "remote", "stated: remote"),
        ("not remote", Field::WorkType, "remote", "refused"),
        ("Remote: no", Field::WorkType, "remote", "refused"),
        ("Remote: no", Field::WorkType, "onsite", "stated: onsite"),
        ("not fully remote", Field::WorkType, "onsite", "refused"),
        ("turn off the interview", Field::EnableAiInterview, "false", "stated: false"),
        ("an interview on Monday", Field::EnableAiInterview, "true", "refused"),
        ("remote sensing expert", Field::WorkType, "remote", "refused"),
        ("office two days, otherwise home office", Field::WorkType, "hybrid", "stated: hybrid"),
        ("hybrid, not remote", Field::WorkType, "hybrid", "stated: hybrid"),
        ("mid-level", Field::ExperienceLevel, "mid", "stated: mid"),
        ("at least six years", Field::ExperienceLevel, "senior", "assumed: senior"),
        ("two years", Field::ExperienceLevel, "senior", "refused"),
        ("Produktionsleiter gesucht", Field::ExperienceLevel, "lead", "stated: lead"),
        ("85k", Field::SalaryMin, "85", "stated: 85000"),
        ("pay is eighteen fifty an hour, second shift", Field::SalaryMin, "18.5", "stated: 18.5"),
        ("pay is eighteen fifty an hour, second shift", Field::SalaryMin, "50", "refused"),
        ("pay is eighteen fifty an hour", Field::SalaryMin, "1850", "stated: 18.5"),
        ("12,50 € die Stunde", Field::SalaryMin, "1250", "stated: 12.5"),
        ("$12.50 an hour", Field::SalaryMin, "1250", "stated: 12.5"),
        ("12,5 €/h", Field::SalaryMin, "125", "stated: 12.5"),
        ("14,80", Field::SalaryMin, "1480", "stated: 14.8"),
        ("٢٢٫٥٠ ريال في الساعة", Field::SalaryMin, "2250", "stated: 22.5"),
        ("12,50 € die Stunde", Field::SalaryMin, "125", "refused"),
        ("1250 € im Monat", Field::SalaryMin, "12.50", "refused"),
        ("1.250 € im Monat", Field::SalaryMin, "1250", "stated: 1250"),
        ("eighteen fifty", Field::SalaryMin, "18.50", "stated: 18.5"),
        ("eighteen fifty", Field::SalaryMin, "1850", "stated: 1850"),
        ("welder, twenty two dollars and fifty cents an hour", Field::SalaryMin, "22.5", "stated: 22.5"),
        ("sorry not 12 lpa its 1.2 lpa", Field::SalaryMax, "120000", "stated: 120000"),
        ("sorry not 12 lpa its 1.2 lpa", Field::SalaryMax, "1200000", "refused"),
        ("oh wait, make it 12.21 ph", Field::SalaryMin, "12.21", "stated: 12.21"),
        ("oh wait, make it 12.21 ph", Field::SalaryPeriod, "hour", "stated: hour"),
        ("550 €/j", Field::SalaryPeriod, "day", "stated: day"),
        ("2.800,- € brutto mtl.", Field::SalaryPeriod, "month", "stated: month"),
        ("R$ 2.350,00 mensal", Field::SalaryPeriod, "month", "stated: month"),
        ("NT$45,000起/月", Field::SalaryPeriod, "month", "stated: month"),
        ("時給１，２００円", Field::SalaryMin, "1200", "stated: 1200"),
        ("時給１，２００円", Field::SalaryPeriod, "hour", "stated: hour"),
        ("kr 550.000 – 620.000 pr. år", Field::SalaryPeriod, "year", "stated: year"),
        ("年収600万円〜850万円", Field::SalaryMin, "6000000", "stated: 6000000"),
        ("38-42K€ brut/an", Field::SalaryMin, "38000", "stated: 38000"),
        ("5+ years of experience", Field::SalaryMin, "5", "refused"),
        ("lift 50 pounds", Field::SalaryMin, "50", "refused"),
        ("owns a $100 million P&L", Field::SalaryMax, "100000000", "refused"),
        ("Would 50k be fair? What is usual?", Field::Currency, "EUR", "refused"),
        ("$58k in Toronto", Field::Currency, "CAD", "stated: CAD"),
        ("$58k", Field::Currency, "USD", "stated: USD"),
        ("cook for a Mexican restaurant in Austin, TX, $18/hr", Field::Currency, "USD", "stated: USD"),
        ("driver in Hobart, $30/h", Field::Currency, "AUD", "stated: AUD"),
        ("clerk in Winnipeg $22/h", Field::Currency, "CAD", "stated: CAD"),
        ("kr 550.000 – 620.000 pr. år", Field::Currency, "NOK", "stated: NOK"),
        ("$58k", Field::Currency, "MXN", "assumed: MXN"),
        ("58k", Field::Currency, "USD", "refused"),
        ("25/h", Field::SalaryPeriod, "hour", "stated: hour"),
        ("three days a week in the office, the rest from home", Field::SalaryPeriod, "week", "refused"),
        ("turn on the AI interview", Field::EnableAiInterview, "true", "stated: true"),
        ("no AI interview", Field::EnableAiInterview, "true", "refused"),
        ("don't forget the AI interview", Field::EnableAiInterview, "true", "stated: true"),
        ("a cook", Field::IsFeatured, "true", "refused"),
        ("free lunch and a pension", Field::Benefits, "Free lunch", "stated: Free lunch"),
        ("free lunch", Field::Benefits, "Gym membership", "refused"),
        ("a cook", Field::Requirements, "Bachelor's degree", "refused"),
        ("3 years of Rust in a team of 10", Field::Requirements, "10 years of Rust", "refused"),
        (
            "3 years of Rust in a team of 10",
            Field::Requirements,
            "3+ years of experience with Rust",
            "stated: 3+ years of experience with Rust",
        ),
        ("a cook", Field::Responsibilities, "Prepare meals", "assumed: Prepare meals"),
        ("a cook", Field::Description, "You earn 50,000", "refused"),
    ];
    let read = table.map(|(message, field, value, _)| (message, value, ground_in(message, field, value, "")));
    let wrong: Vec<_> = std::iter::zip(read, table).filter(|(read, expected)| read.2 != expected.3).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_true_quote_is_kept_and_a_false_one_replaced() {
    let transcript = Transcript::new(Uuid::nil(), "Hi, we need a Backend Engineer in Lisbon", &[], "");
    let quote_of = |quote| ground(&transcript, Field::Title, "Backend Engineer", quote).unwrap().quote;
    assert_eq!(quote_of("need a backend engineer"), "need a Backend Engineer");
    assert_eq!(quote_of("we want a backend engineer"), "Backend Engineer");
    assert_eq!(quote_of("Hi"), "Backend Engineer");
}

#[test]
fn a_paraphrase_is_replaced_by_the_users_words() {
    let message = "senior level with 5+ years experience";
    let professional =
        ground_in(message, Field::Requirements, "5+ years of professional experience", "5+ years experience");
    assert_eq!(professional, "stated: 5+ years experience");
    assert_eq!(ground_in(message, Field::Requirements, "5+ years of professional experience", ""), "refused");
}

#[test]
fn ordinary_sentences_deny_and_share_nothing() {
    use Field::{Skills, WorkType};
    for (message, field, value) in [
        ("We do not sponsor visas for this remote role", WorkType, "remote"),
        ("We do not sponsor visas for this Kotlin role", Skills, "Kotlin"),
        ("Ab Mai remote", WorkType, "remote"),
        ("à partir de mai en télétravail", WorkType, "remote"),
        ("Ab Mai Kotlin", Skills, "Kotlin"),
        ("Part-time remote bookkeeper", WorkType, "remote"),
        ("Remote (part-time)", WorkType, "remote"),
        ("Remote with occasional travel to Berlin", WorkType, "remote"),
        ("Remote with some travel", WorkType, "remote"),
        ("20% staff discount and remote work", WorkType, "remote"),
        ("Remote contract for 6 months", WorkType, "remote"),
        ("we offer remote work and 30 days per year holiday", WorkType, "remote"),
        ("Nurse, full-time, remote is not possible", WorkType, "onsite"),
        ("Part-time on site", WorkType, "onsite"),
        ("Full-time, remote 2 days a week", WorkType, "hybrid"),
        ("50 % of the time from home", WorkType, "hybrid"),
    ] {
        assert_eq!(ground_in(message, field, value, ""), format!("stated: {value}"), "{message}");
    }
    for (message, value) in [
        ("We do not sponsor visas for this remote role", "onsite"),
        ("Part-time remote bookkeeper", "hybrid"),
        ("Remote with some travel", "hybrid"),
        ("Part-time on site", "hybrid"),
    ] {
        assert_eq!(ground_in(message, WorkType, value, ""), "refused", "{message}");
    }
}

#[test]
fn words_in_another_form_are_interpreted() {
    use Field::{Department, Location, Skills, Title};
    // The message, the quote of the LLM in brackets, and its value.
    let table = [
        (Title, "we need a [recepcionist] for our clinic in Leeds", "Receptionist"),
        (Title, "licensed [electrition]", "Electrician"),
        (Title, "a [Sales Manger]", "Sales Manager"),
        (Title, "[frontend develper]", "Frontend Developer"),
        (Title, "a [nurse practioner]", "Nurse Practitioner"),
        (Title, "[line cok] asap", "Line Cook"),
        (Title, "[Elektrikker] gesucht", "Elektriker"),
        (Title, "wir suchen [Köche]", "Koch"),
        (Title, "zwei [Ärzte]", "Arzt"),
        (Title, "[RN] nights", "Registered Nurse"),
        (Title, "need [someone to drive our van]", "Van Driver"),
        (Title, "[somebody who cleans our offices]", "Office Cleaner"),
        (Title, "a guy [for the forklift]", "Forklift Operator"),
        (Title, "hiring [Admin Asst] @ Tuas", "Administrative Assistant"),
        (Title, "szukamy [kucharza]", "Kucharz"),
        (Title, "cerchiamo due [cuochi]", "Cuoco"),
        (Title, "procuramos [cozinheiras]", "Cozinheira"),
        (Title, "[plumer] needed", "Plumber"),
        (Title, "[CNA], days", "Certified Nursing Assistant"),
        (Location, "cook in [Manchster]", "Manchester"),
        (Location, "cook in [Phildelphia]", "Philadelphia"),
        (Location, "[Munchen]", "München"),
        (Location, "Koch in [köln]", "Cologne"),
        (Location, "[Lisboa]", "Lisbon"),
        (Location, "cook in [NYC]", "New York City"),
        (Location, "[Frankfurt a.M.]", "Frankfurt am Main"),
        (Location, "[Birmigham UK]", "Birmingham, UK"),
        (Location, "[Freiburg i. Br.]", "Freiburg im Breisgau"),
        (Location, "kucharz w [Krakowie]", "Kraków"),
        (Location, "[Berlin, Deutschland]", "Berlin, Germany"),
        (Location, "un cuoco a [Firenze]", "Florence"),
        (Location, "[SF]", "San Francisco"),
        (Department, "in [maintainance]", "Maintenance"),
        (Skills, "knows [Kubernets] well", "Kubernetes"),
        (Skills, "speaks [Englisch]", "English"),
        (Field::WorkType, "[hybird] please", "hybrid"),
        (Field::WorkType, "it is [remotte]", "remote"),
        (Field::ExperienceLevel, "a [seniour] cook", "senior"),
    ];
    let read = table.map(|(field, marked, value)| {
        let message = marked.replace(['[', ']'], "");
        let quote = marked.split(['[', ']']).nth(1).unwrap();
        (marked, ground_in(&message, field, value, quote))
    });
    let wrong: Vec<_> = std::iter::zip(read, table)
        .filter(|((_, read), (_, _, value))| *read != format!("interpreted: {value}"))
        .filter(|((_, read), (_, _, value))| *read != format!("stated: {value}"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn words_that_mean_something_else_are_refused() {
    use Field::{Location, Skills, Title};
    let table = [
        (Title, "we need a [cook]", "Nurse"),
        (Title, "we need a [cook]", "Head Baker"),
        (Title, "a job in [sales]", "Sales Manager"),
        (Title, "not a [recepcionist], a cook", "Receptionist"),
        (Title, "[somebody nice]", "Forklift Operator"),
        (Title, "[is a recepcionist cheap?] cook", "Receptionist"),
        (Location, "a job in [Austria]", "Australia"),
        (Location, "a job in [Austin]", "Austria"),
        (Location, "a job in [Bern]", "Vienna"),
        (Location, "[we are a nice company]", "New York City"),
        (Skills, "no [Kubernets] please", "Kubernetes"),
        (Skills, "knows [Java]", "JavaScript"),
        (Skills, "knows [C]", "C++"),
    ];
    for (message, field, value) in [
        ("night shift", Skills, "Swift"),
        ("the rest is easy", Skills, "Rust"),
        ("ability to scale", Skills, "Scala"),
        ("great career opportunities", Title, "Carer"),
        ("technical writer", Title, "Waiter"),
        ("a cook for our deli", Location, "Delhi"),
        ("a cook", Location, "Cork"),
        ("generate leads", Location, "Leeds"),
        ("start at 9 a.m. in London", Location, "Manchester"),
        ("start at 9 p.m.", Title, "Manager"),
        ("in the U.S.", Location, "Spain"),
    ] {
        for quote in ["", message] {
            assert_eq!(ground_in(message, field, value, quote), "refused", "{message}: {value}");
        }
    }
    for (field, marked, value) in table {
        let message = marked.replace(['[', ']'], "");
        let quote = marked.split(['[', ']']).nth(1).unwrap();
        assert_eq!(ground_in(&message, field, value, quote), "refused", "{marked}: {value}");
    }
}
