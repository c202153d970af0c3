//! What the reply says about values that were refused or read in another form.

use super::*;

/// A turn whose only update has this quote, and whose reply claims it.
fn claiming(message: &str, field: &str, value: &str, quote: &str, reply: &str) -> Decision {
    let mut update = updates(&[&format!("{field}: {value}")]);
    quote.clone_into(&mut update[0].quote);
    Session::new().turn(message, &Proposal { updates: update, intent: Intent::Continue, reply: reply.into() })
}

#[test]
fn a_refused_value_of_any_field_is_not_reported_as_noted() {
    let table = [
        (
            "a cook with ofc perks",
            "benefits",
            "Office perks and a pension",
            "ofc perks",
            "Office perks and a pension, noted.",
        ),
        ("we need a cook", "title", "Nurse", "a cook", "A nurse, noted."),
        ("a cook for the team in Austria", "location", "Australia", "Austria", "Great, a cook in Australia."),
        ("a cook, not remote", "workType", "remote", "not remote", "I noted that the job is remote."),
        ("a cook for young guests", "experienceLevel", "junior", "young", "Junior level, noted."),
        ("a cook, pay as usual", "currency", "USD", "pay as usual", "The pay is in USD."),
        ("a cook, pay as usual", "salaryPeriod", "hour", "pay as usual", "The pay is per hour."),
        ("a cook, pay as usual", "salaryMin", "20", "pay as usual", "The pay is 20."),
        (
            "einen Koch, zahlen wie immer",
            "salaryMin",
            "2400",
            "wie immer",
            "Ich habe 2.400 Euro eingetragen.",
        ),
        ("un cuisinier, payé comme avant", "salaryMin", "2400", "comme avant", "J'ai noté 2 400 euros."),
        ("un cocinero, lo de siempre", "salaryMin", "2400", "lo de siempre", "He anotado 2.400 euros."),
        ("un cuoco, paga come sempre", "salaryMin", "2400", "come sempre", "Ho annotato 2.400 euro."),
        ("een kok, loon zoals altijd", "salaryMin", "2400", "zoals altijd", "Ik heb 2.400 euro genoteerd."),
        ("um cozinheiro, pago como sempre", "salaryMin", "2400", "como sempre", "Anotei 2.400 euros."),
        ("kucharz, płaca jak zawsze", "salaryMin", "2400", "jak zawsze", "Zapisałem 2400 euro."),
        ("we need a plumber", "title", "Electrician", "a plumber", "An electrician, noted."),
        ("a driver for the depot in Bern", "location", "Vienna", "Bern", "Great, a driver in Vienna."),
        (
            "un serveur, pas en télétravail",
            "workType",
            "remote",
            "pas en télétravail",
            "Télétravail, c'est noté.",
        ),
        ("ein Koch, Gehalt wie üblich", "currency", "EUR", "wie üblich", "Das Gehalt ist in EUR."),
    ];
    for (message, field, value, quote, reply) in table {
        let decision = claiming(message, field, value, quote, reply);
        assert!(decision.changes.is_empty(), "{message}: {:?}", decision.changes);
        assert!(!decision.reply.contains(reply), "{message}: {}", decision.reply);
        assert!(decision.reply.contains(quote), "{message}: the reply names the words: {}", decision.reply);
    }
}

/// A model that drops the decimal mark does not get its amount into the reply.
#[test]
fn an_amount_read_otherwise_is_not_reported() {
    for (message, value, quote, reply) in [
        ("12,50 € die Stunde", "1250", "12,50 € die Stunde", "Das Gehalt ist 1.250 € pro Stunde."),
        ("it is 12.50 an hour", "1250", "12.50", "1,250 an hour, noted."),
        ("14,80 € de l'heure", "1480", "14,80", "Le salaire est de 1 480 € de l'heure."),
        ("we pay eighteen fifty an hour", "1850", "eighteen fifty", "The pay is 1,850 an hour."),
    ] {
        let decision = claiming(message, "salaryMin", value, quote, reply);
        let read = decision.draft.content.salary.min.map(|amount| amount.to_string());
        assert!(read.as_deref().is_some_and(|read| read.contains('.')), "{message}: {read:?}");
        assert!(!decision.reply.contains(reply), "{message}: {}", decision.reply);
        assert!(!decision.reply.contains('“'), "{message} was understood: {}", decision.reply);
    }
}

#[test]
fn a_change_of_pay_without_figures_does_not_pass_silently() {
    let mut session = shown();
    for (message, quote) in
        [("double the salary", "double the salary"), ("two hundred more than now", "two hundred more")]
    {
        let mut update = updates(&["salaryMin: 61234"]);
        quote.clone_into(&mut update[0].quote);
        let proposal =
            Proposal { updates: update, intent: Intent::Continue, reply: "Done, I raised it.".into() };
        let decision = session.turn(message, &proposal);
        assert!(decision.changes.is_empty() && !decision.reply.contains("Done"), "{}", decision.reply);
        assert!(
            decision.reply.contains(quote) && decision.reply.contains("in figures"),
            "{}",
            decision.reply
        );
    }
}

#[test]
fn a_change_that_nobody_proposed_is_not_claimed() {
    for claim in ["Done, I raised it, you can check.", "I added Kubernetes.", "Ich habe es geändert."] {
        let proposal = Proposal { updates: vec![], intent: Intent::Continue, reply: claim.into() };
        let reply = shown().turn("double the salary", &proposal).reply;
        assert!(!reply.contains(claim), "{reply}");
    }
}

#[test]
fn words_that_became_another_value_are_not_reported() {
    let mut proposed = updates(&["title: Cook", "experienceLevel: mid", "salaryMin: 58000", "currency: USD"]);
    for (at, quote) in ["cook", "cook", "58k", "58k"].into_iter().enumerate() {
        quote.clone_into(&mut proposed[at].quote);
    }
    let proposal = Proposal { updates: proposed, intent: Intent::Continue, reply: "I see.".into() };
    let decision = Session::new().turn("cook, 58k", &proposal);
    assert!(!decision.reply.contains('“'), "{}", decision.reply);
}

#[test]
fn a_refused_item_is_reported_beside_an_accepted_one() {
    let mut proposed = updates(&["+benefits: Dental", "+benefits: Gym and sauna", "salaryMin: 61234"]);
    for (at, quote) in ["dental", "ofc perks", "good money"].into_iter().enumerate() {
        quote.clone_into(&mut proposed[at].quote);
    }
    let proposal = Proposal { updates: proposed, intent: Intent::Continue, reply: "I see.".into() };
    let decision = Session::new().turn("dental, ofc perks and good money", &proposal);
    assert_eq!(decision.draft.content.benefits, ["Dental"]);
    assert!(
        decision.reply.contains("“ofc perks”") && decision.reply.contains("“good money”"),
        "{}",
        decision.reply
    );
}

#[test]
fn what_was_refused_is_said_once() {
    let mut session = Session::new();
    let mut update = updates(&["+benefits: Gym"]);
    "ofc perks".clone_into(&mut update[0].quote);
    let proposal = Proposal { updates: update, intent: Intent::Continue, reply: "I see.".into() };
    assert!(session.turn("with ofc perks", &proposal).reply.contains("“ofc perks”"));
    assert!(!session.turn("as I said, ofc perks", &proposal).reply.contains("“ofc perks”"));
}

#[test]
fn what_is_true_may_be_claimed() {
    let mut session = shown();
    for reply in [
        "Noted, a cook in Bath.",
        "The pay is 30,000 GBP, as before.",
        "I have added nothing.",
        "I did not set the location to Australia.",
        "Noted: 30,000 GBP, which is 360,000 in twelve years.",
    ] {
        let proposal =
            Proposal { updates: updates(&["title: Cook"]), intent: Intent::Continue, reply: reply.into() };
        assert!(session.turn("a cook in Bath", &proposal).reply.contains(reply));
    }
}

#[test]
fn an_interpreted_value_is_confirmed_by_the_yes_to_its_summary() {
    let mut session = Session::new();
    let mut proposed = updates(&["title: Registered Nurse", "location: Leeds"]);
    "RN".clone_into(&mut proposed[0].quote);
    let proposal = Proposal { updates: proposed, intent: Intent::Continue, reply: "Noted.".into() };
    let decision = session.turn("RN, nights, in Leeds", &proposal);
    assert!(
        asks(&decision) && decision.reply.contains("Registered Nurse (from “RN”) – Northwind"),
        "{}",
        decision.reply
    );
    assert_eq!(decision.draft.evidence[&Field::Title][0].basis, Basis::Interpreted);
    let published = session.turn("yes", &finalize());
    assert!(published.publish && published.changes.len() == 1);
    let evidence = &published.draft.evidence[&Field::Title][0];
    assert_eq!((evidence.basis, &*evidence.quote), (Basis::Confirmed, "yes"));
}

#[test]
fn stating_an_interpreted_value_makes_it_stated() {
    let mut session = Session::new();
    let mut proposed = updates(&["title: Registered Nurse"]);
    "RN".clone_into(&mut proposed[0].quote);
    session.turn(
        "RN, nights",
        &Proposal { updates: proposed, intent: Intent::Continue, reply: "Noted.".into() },
    );
    session.say("yes, a registered nurse", &["title: Registered Nurse"]);
    assert_eq!(session.draft.evidence[&Field::Title][0].basis, Basis::Stated);
}
