//! Values of which the user said something, but not this: the other end of a range, an allowance, another level.

use super::*;

/// The messages, and a proposal in the last turn that quotes its message. Returns the field's value afterwards.
fn after(messages: &[&str], field: Field, value: &str) -> Option<String> {
    let mut session = Session::new();
    let (last, earlier) = messages.split_last().unwrap();
    for message in earlier {
        session.say(message, &[]);
    }
    let update = ProposedUpdate { op: Op::Set, field, value: value.to_owned(), quote: (*last).to_owned() };
    session.turn(last, &Proposal { updates: vec![update], intent: Intent::Continue, reply: String::new() });
    session.draft.value(field)
}

const AD: &str = "Junior Sous Chef in Bath\n\nSalary £34,000 a year plus a share of tips (around £250 a month on top)\n\n\
    We are a restaurant of 45 seats, founded in 1921, with a kitchen garden of its own and a menu that changes every three weeks. \
    You report to the head chef, and you get £500 if you recommend someone who stays. Call us on 01225 551188, reference SC-20871.";

#[test]
fn the_other_end_of_a_range_is_no_bound() {
    for (message, min, max) in [
        ("$48 to $55 per hour", "48", "55"),
        ("pay is $28-34/hr", "28", "34"),
        ("entre 24 et 28 $ canadiens de l'heure", "24", "28"),
        ("3500 to 4200 euro a month", "3500", "4200"),
        ("14,50 bis 16 € die Stunde", "14.5", "16"),
    ] {
        assert_eq!(after(&[message], Field::SalaryMin, max), None, "{message}");
        assert_eq!(after(&[message], Field::SalaryMax, min), None, "{message}");
        assert_eq!(after(&[message], Field::SalaryMin, min).as_deref(), Some(min), "{message}");
        assert_eq!(after(&[message], Field::SalaryMax, max).as_deref(), Some(max), "{message}");
    }
    // A later message may make the upper end the lower one.
    let raised = ["$48 to $55 per hour", "make it at least 55"];
    assert_eq!(after(&raised, Field::SalaryMin, "55").as_deref(), Some("55"));
}

/// "At least" leaves the maximum open, "at most" the minimum.
#[test]
fn an_open_end_stays_open() {
    for (message, closed, open, value) in [
        ("a partir de 1100 euros por mês", Field::SalaryMin, Field::SalaryMax, "1100"),
        ("jednak maksymalnie 8 800 zł", Field::SalaryMax, Field::SalaryMin, "8800"),
        ("bump the top end to $48 an hour", Field::SalaryMax, Field::SalaryMin, "48"),
        ("beim Gehalt nach oben auf 3.200 Euro", Field::SalaryMax, Field::SalaryMin, "3200"),
        ("toch maar € 2.800 als minimum", Field::SalaryMin, Field::SalaryMax, "2800"),
    ] {
        assert_eq!(after(&[message], open, value), None, "{message}");
        assert_eq!(after(&[message], closed, value).as_deref(), Some(value), "{message}");
    }
}

/// A word for the most or the least says which bound a number without a currency is.
#[test]
fn a_bound_word_decides_which_bound_a_number_is() {
    use Field::{SalaryMax, SalaryMin};
    for (pay, min, max, message, bound, value) in [
        ("rate is $48-$55 per hr", "48", "55", "actully the boss reckons cap it at 52", SalaryMax, "52"),
        ("14,50 bis 16 € die Stunde", "14.5", "16", "höchstens 15,50 bitte", SalaryMax, "15.5"),
        ("14,50 bis 18 € die Stunde", "14.5", "18", "mindestens 15,50 bitte", SalaryMin, "15.5"),
        ("entre 24 et 28 € de l'heure", "24", "28", "plafonnez-le à 27", SalaryMax, "27"),
        ("entre 12 y 15 € la hora", "12", "15", "el tope es 14", SalaryMax, "14"),
        ("entre 12 y 15 € la hora", "12", "15", "al menos 13", SalaryMin, "13"),
        ("tra 9 e 12 € l'ora", "9", "12", "al massimo 11", SalaryMax, "11"),
        ("entre 9 e 12 € por hora", "9", "12", "no máximo 11", SalaryMax, "11"),
        ("tussen 15 en 18 € per uur", "15", "18", "hooguit 17", SalaryMax, "17"),
        ("30-40 zł za godzinę", "30", "40", "maksymalnie 38", SalaryMax, "38"),
        ("من 20 إلى 30 ريال في الساعة", "20", "30", "بحد أقصى 28", SalaryMax, "28"),
        ("$27 to $31 an hour", "27", "31", "and I mean it, max it out at 30", SalaryMax, "30"),
        ("de 12 a 14 € la hora", "12", "14", "el techo que sea 13 y ya, gracias", SalaryMax, "13"),
        ("50k to 60k a year", "50000", "60000", "cap it at 55", SalaryMax, "55000"),
    ] {
        let mut session = Session::new();
        session.say(pay, &[&format!("salaryMin: {min}"), &format!("salaryMax: {max}")]);
        let held = session.draft.content.salary.clone();
        assert!(held.min.is_some() && held.min < held.max, "{pay}");
        let (other, kept) = if bound == SalaryMin { (SalaryMax, max) } else { (SalaryMin, min) };
        session.say(message, &[&format!("{other}: {value}")]);
        assert_eq!(session.draft.value(other).as_deref(), Some(kept), "{message}");
        session.say(message, &[&format!("{bound}: {value}")]);
        assert_eq!(session.draft.value(bound).as_deref(), Some(value), "{message}");
    }
}

#[test]
fn an_allowance_a_number_or_a_year_in_an_ad_is_no_pay() {
    for value in ["250", "500", "1921", "20871", "551188", "45"] {
        assert_eq!(after(&[AD], Field::SalaryMin, value), None, "{value}");
    }
    assert_eq!(after(&[AD], Field::SalaryMin, "34000").as_deref(), Some("34000"));
    let console = "Optimise until it runs at 60 fps on a 300 euro console.";
    let text = "You work with four artists, two designers and a producer on the next game of our studio, which has made games for ten years. ";
    assert_eq!(after(&[&format!("{text}{console} {text}")], Field::SalaryMin, "300"), None);
}

#[test]
fn a_weight_or_a_budget_names_no_currency() {
    for (message, currency) in [
        ("must be able to lift 50 pounds", "GBP"),
        ("you manage a $40 million budget", "USD"),
        ("skills: PHP and SQL", "PHP"),
    ] {
        assert_eq!(after(&[message], Field::Currency, currency), None, "{message}");
    }
}

/// "$" leaves open which dollars, so it does not change the stated ones.
#[test]
fn a_shared_sign_keeps_the_currency() {
    let mut session = Session::new();
    session.say("24 à 28 $ canadiens de l'heure à Québec", &["currency: CAD"]);
    session.say("finalement jusqu'à 30 $", &["currency: USD"]);
    assert_eq!(session.draft.value(Field::Currency).as_deref(), Some("CAD"));
    session.say("non, 30 dollars américains", &["currency: USD"]);
    assert_eq!(session.draft.value(Field::Currency).as_deref(), Some("USD"));
}

/// In a town that no list knows "$" may be any dollar, so the agent asks.
#[test]
fn a_sign_in_an_unknown_town_is_asked_about() {
    let mut session = Session::new();
    session.say("It's in Sainte-Luce, in the shop", &["location: Sainte-Luce"]);
    let lines = &["salaryMin: 28", "salaryMax: 32", "currency: USD"];
    let asked = session.say("$28 to $32 an hour", lines);
    assert_eq!(asked.draft.publishable().salary.currency, None);
    assert!(asked.reply.ends_with("“$” may mean several. Which currency is it?"), "{}", asked.reply);
    let again = session.say("make it $28 to $33", &["salaryMax: 33", "currency: USD"]);
    assert_eq!(again.draft.value(Field::SalaryMax).as_deref(), Some("33"));
    assert!(!again.reply.contains("Which currency"), "asked once: {}", again.reply);
    session.say("Australian dollars", &["currency: AUD"]);
    assert_eq!(session.draft.value(Field::Currency).as_deref(), Some("AUD"));

    for (message, lines, currency) in [
        ("Barista in Otterburn, $28 an hour", ["location: Otterburn", "currency: USD"], None),
        ("Barista in Fremantle, $28 an hour", ["location: Fremantle", "currency: USD"], Some("AUD")),
        ("Barista in Fremantle, $28 an hour", ["location: Fremantle", "currency: AUD"], Some("AUD")),
        ("Barista à Sainte-Luce, 28 $ de l'heure", ["location: Sainte-Luce", "currency: USD"], None),
        ("moniteur à Verbier, 34 francs de l'heure", ["location: Verbier", "currency: CHF"], Some("CHF")),
        ("vendeur à Podor, 90 000 francs par mois", ["location: Podor", "currency: CHF"], None),
        ("barista geelong, $28 an hour", ["location: geelong", "currency: AUD"], Some("AUD")),
        ("barista remote, $28 an hour", ["location: Remote", "currency: USD"], Some("USD")),
        ("barista in Da Nang, $28 an hour", ["location: Da Nang", "currency: USD"], Some("USD")),
    ] {
        let mut session = Session::new();
        let salary = session.say(message, &[lines[0], "salaryMin: 28", lines[1]]).draft.publishable().salary;
        assert_eq!(salary.currency.map(|found| found.code()), currency, "{message}");
    }
}

#[test]
fn the_office_that_hires_is_no_place_of_work() {
    for message in ["QA engineer, remoto, para nuestra oficina de México", "remote, for our office in Leeds"]
    {
        assert_eq!(after(&[message], Field::WorkType, "remote").as_deref(), Some("remote"), "{message}");
        assert_eq!(after(&[message], Field::WorkType, "hybrid"), None, "{message}");
        assert_eq!(after(&[message], Field::WorkType, "onsite"), None, "{message}");
    }
    let hybrid = "hybrid, three days in the office";
    assert_eq!(after(&[hybrid], Field::WorkType, "onsite"), None);
    assert_eq!(after(&[hybrid], Field::WorkType, "hybrid").as_deref(), Some("hybrid"));
}

/// A year near the pay, a small number of a certificate and hours are no pay.
#[test]
fn other_numbers_are_no_pay() {
    let mut session = Session::new();
    session.say("2.000 € im Monat", &["salaryMin: 2000"]);
    session.say("our shop was founded in 1998 by my late father", &["salaryMin: 1998"]);
    assert_eq!(session.draft.value(Field::SalaryMin).as_deref(), Some("2000"));
    assert_eq!(after(&["must be qualified, cert 3"], Field::SalaryMin, "3"), None);
    let hours = "10-15 hours a week, £15 an hour";
    assert_eq!(after(&[hours], Field::SalaryMin, "15").as_deref(), Some("15"));
    assert_eq!(after(&["ab Januar 2800 € im Monat"], Field::SalaryMin, "2800").as_deref(), Some("2800"));
}

#[test]
fn the_level_of_somebody_else_is_not_that_of_the_position() {
    for level in ["lead", "senior", "executive"] {
        assert_eq!(after(&[AD], Field::ExperienceLevel, level), None, "{level}");
    }
    assert_eq!(after(&[AD], Field::ExperienceLevel, "junior").as_deref(), Some("junior"));
    let replaced = ["a developer with some experience, mid level", "no, senior"];
    assert_eq!(after(&replaced, Field::ExperienceLevel, "mid"), None);
    for said in ["we need a lead developer", "hiring a lead cook", "wir suchen einen Teamleiter"] {
        assert_eq!(after(&[said], Field::ExperienceLevel, "lead").as_deref(), Some("lead"), "{said}");
    }
    let agreed = ["100% remoto, a diretora liberou", "unser Direktor ist einverstanden"];
    agreed
        .iter()
        .for_each(|message| assert_eq!(after(&[message], Field::ExperienceLevel, "executive"), None));
    let plain = ["at least six years of experience"];
    assert_eq!(after(&plain, Field::ExperienceLevel, "mid"), None);
}

#[test]
fn an_ordinary_word_is_no_short_form() {
    for (message, field, value) in [
        ("someone for our bar", Field::Location, "Barcelona"),
        ("Personal für unsere Bar gesucht", Field::Location, "Barcelona"),
        ("mid level I guess", Field::Location, "Madrid"),
        ("join us, send a CV to us", Field::Location, "USA"),
        ("we need a man for the warehouse", Field::Title, "Manager"),
        ("someone to wash the car", Field::Title, "Carpenter"),
        ("not yet", Field::Title, "Notary"),
        ("put the salary back", Field::Department, "Procurement"),
        ("ay no, perdón", Field::Department, "Astrology"),
        ("the shift is from 3 to 11 pm", Field::Title, "Project Manager"),
        ("it starts next week", Field::Skills, "Next.js"),
    ] {
        assert_eq!(after(&[message], field, value), None, "{message}");
    }
    assert_eq!(
        after(&["a cook in Phila."], Field::Location, "Philadelphia").as_deref(),
        Some("Philadelphia")
    );
    assert_eq!(after(&["an asst for the shop"], Field::Title, "Assistant").as_deref(), Some("Assistant"));
    assert_eq!(after(&["remote in the US"], Field::Location, "USA").as_deref(), Some("USA"));
}

/// A number near the known pay corrects it, in any language and without a word for pay.
#[test]
fn a_number_near_the_pay_corrects_it() {
    for (stated, first, correction, value) in [
        ("12.85 an hour", "12.85", "sorry its 13.10 now, rates went up in april", "13.1"),
        ("14,20 € die Stunde", "14.2", "ne mach 14,80 draus", "14.8"),
        ("16,75 per uur", "16.75", "maak er 17,20 van", "17.2"),
        ("£15.20 an hour", "15.2", "no sorry 15 pounds 50 for nights", "15.5"),
        ("2.300 € im Monat", "2300", "Korrektur: 2.450", "2450"),
    ] {
        let mut session = Session::new();
        session.say(stated, &[&format!("salaryMin: {first}")]);
        let answered = session.say(correction, &[&format!("salaryMin: {value}")]);
        assert_eq!(
            session.draft.value(Field::SalaryMin).as_deref(),
            Some(value),
            "{correction} {answered:?}"
        );
    }
    // A limit of something else is none of the pay.
    let mut session = Session::new();
    session.say("14,20 € die Stunde", &["salaryMin: 14.2"]);
    for (message, value) in [
        ("the group has max 12 children in the morning and fewer later on", "12"),
        ("they have to be at least 18 because of the bar and the late hours", "18"),
        ("la sala es para máximo 20 personas y a veces se llena por la noche", "20"),
    ] {
        for field in ["salaryMin", "salaryMax"] {
            session.say(message, &[&format!("{field}: {value}")]);
        }
        assert_eq!(session.draft.value(Field::SalaryMax).as_deref(), Some("14.2"), "{message}");
        assert_eq!(session.draft.value(Field::SalaryMin).as_deref(), Some("14.2"), "{message}");
    }
    // Hours and days are no pay.
    let mut session = Session::new();
    session.say("14,20 € die Stunde", &["salaryMin: 14.2"]);
    for message in ["es sind 20 Stunden in der Woche und der Rest nach Absprache", "ab dem 15. Januar bitte"]
    {
        session.say(message, &["salaryMin: 20", "salaryMin: 15"]);
        session.say(message, &["salaryMin: 15"]);
        assert_eq!(session.draft.value(Field::SalaryMin).as_deref(), Some("14.2"), "{message}");
    }
}

#[test]
fn a_year_is_no_new_pay_although_the_pay_could_be_one() {
    for (pay, message) in [
        ("1890€ brut par mois", "et le four c'est un four à bois de 1932, les clients adorent le voir"),
        ("1,950 GBP a month", "the pub was built in year 1902 and the landlord has run it since 1998"),
        ("2.000 Euro im Monat", "das Haus steht seit 1896 am Markt"),
    ] {
        let mut session = Session::new();
        session.say(&format!("Cook, {pay}"), &["title: Cook"]);
        let amount = pay.chars().filter(char::is_ascii_digit).collect::<String>();
        session.say(pay, &[&format!("salaryMin: {amount}"), &format!("salaryMax: {amount}")]);
        let held = session.draft.content.salary.clone();
        assert!(held.min.is_some(), "{pay}");
        for year in ["1932", "1902", "1998", "1896"] {
            session.say(message, &[&format!("salaryMin: {year}"), &format!("salaryMax: {year}")]);
        }
        assert_eq!(session.draft.content.salary, held, "{message}");
        session.say("sorry, 1940", &["salaryMin: 1940", "salaryMax: 1940"]);
        assert_eq!(session.draft.content.salary.max, Some(1940.into()), "{pay}");
    }
}
