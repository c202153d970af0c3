//! The organization's currency, for pay without one.

use iso_currency::Currency;

use super::*;

fn session_of(currency: Currency) -> Session {
    let mut session = Session::new();
    session.state.policy.currency = Some(currency);
    session
}

/// The currency after the messages, each with the model's updates, and its basis.
fn currency_after(usual: Currency, turns: &[(&str, &[&str])]) -> Option<(&'static str, Basis)> {
    let mut session = session_of(usual);
    let draft = turns.iter().map(|(message, lines)| session.say(message, lines).draft).last()?;
    let basis = draft.leaves(Field::Currency).next()?.evidence.basis;
    draft.publishable().salary.currency.map(|currency| (currency.code(), basis))
}

#[test]
fn pay_without_a_currency_gets_the_organizations() {
    let copied = |code| Some((code, Basis::Copied));
    for (message, lines) in [
        ("A cook, 30,000 to 35,000 a year", &["salaryMin: 30000", "salaryMax: 35000"][..]),
        ("We pay 45-52k", &["salaryMin: 45000", "salaryMax: 52000"]),
        ("up to 2,000 a month", &["salaryMax: 2000"]),
        ("Der Stundenlohn ist 16,50 pro Stunde", &["salaryMin: 16.50"]),
        // A place where people are paid in it.
        ("A cook in Lisbon, 30,000 a year", &["location: Lisbon", "salaryMin: 30000"]),
        // A place that is not recognised.
        ("A cook in Obersteinhausen, 30,000 a year", &["location: Obersteinhausen", "salaryMin: 30000"]),
    ] {
        assert_eq!(currency_after(Currency::EUR, &[(message, lines)]), copied("EUR"), "{message}");
    }
}

/// "$" where no place decides is the organization's, if that is a dollar.
#[test]
fn an_open_sign_gets_the_organizations_currency() {
    for (usual, message, location, currency) in [
        (Currency::AUD, "A barista in Otterburn, $28 an hour", "location: Otterburn", Some("AUD")),
        (Currency::EUR, "A barista in Fremantle, $28 an hour", "location: Fremantle", Some("AUD")),
        (Currency::NZD, "A gardener in Hamilton, $28 an hour", "location: Hamilton", Some("NZD")),
        (Currency::EUR, "A gardener in Hamilton, $28 an hour", "location: Hamilton", None),
        (Currency::AUD, "A gardener in Hamilton, ON, $28 an hour", "location: Hamilton, ON", Some("CAD")),
    ] {
        let found = currency_after(usual, &[(message, &[location, "salaryMin: 28"][..])]);
        assert_eq!(found.map(|(code, _)| code), currency, "{usual:?}: {message}");
    }
}

#[test]
fn what_the_user_or_the_place_of_work_says_counts_more() {
    for (message, lines, currency) in [
        ("A cook, 30,000 GBP a year", &["salaryMin: 30000"][..], Some("GBP")),
        ("A cook, £30,000 a year", &["salaryMin: 30000"], Some("GBP")),
        ("A cook in Denver, $18 an hour", &["location: Denver", "salaryMin: 18"], Some("USD")),
        // People there are paid in another currency, and nobody has said in which.
        ("A cook in Bath, UK, 30,000 a year", &["location: Bath, UK", "salaryMin: 30000"], None),
        ("A cook in Zürich, 5,000 a month", &["location: Zürich", "salaryMin: 5000"], None),
        ("A cook in Laredo, Texas, 18.50 an hour", &["salaryMin: 18.50"], None),
        (
            "A cook in Lisbon or Zürich, 30,000 a year",
            &["location: Lisbon or Zürich", "salaryMin: 30000"],
            None,
        ),
    ] {
        let found = currency_after(Currency::EUR, &[(message, lines)]);
        assert_eq!(found.map(|(code, _)| code), currency, "{message}");
    }
}

#[test]
fn a_later_message_replaces_it_or_takes_it_away_for_good() {
    let mut session = session_of(Currency::EUR);
    session.say("A cook, 30,000 to 35,000 a year", &["title: Cook", "salaryMin: 30000", "salaryMax: 35000"]);
    let named = session.say("That is in Swiss francs", &["currency: CHF"]).draft;
    assert_eq!(named.publishable().salary.currency, Some(Currency::CHF));
    assert_eq!(named.leaves(Field::Currency).next().map(|leaf| leaf.evidence.basis), Some(Basis::Stated));

    let mut session = session_of(Currency::EUR);
    session.say("A cook, 30,000 a year", &["title: Cook", "salaryMin: 30000"]);
    let removed = session.say("Please remove the currency", &["!currency:"]).draft;
    assert_eq!(removed.publishable().salary.currency, None);
    let later = session.say("It is a night shift", &["+workingHours: night shift"]).draft;
    assert_eq!(later.publishable().salary.currency, None);
}

#[test]
fn no_pay_means_no_currency() {
    assert_eq!(currency_after(Currency::EUR, &[("A cook for 3 restaurants", &["title: Cook"])]), None);
}
