//! What a reply shows of a long post after a small change, and the post that a session begins with.

use super::*;
use crate::decision::welcome::{Greeting, welcome};
use crate::{Content, copied};

/// A post of nine lines whose summary was just shown.
fn long() -> Session {
    let mut session = Session::new();
    let decision = session.say(
        "A cook in Bath, on site, 30k GBP a year, full time, nights, from 1 March. You prepare fish and know sauces. \
         Free meals.",
        &[
            "title: Cook",
            "location: Bath",
            "workType: onsite",
            "salaryMin: 30000",
            "currency: GBP",
            "salaryPeriod: year",
            "+employmentTypes: full_time",
            "+workingHours: nights",
            "startDate: 1 March",
            "+responsibilities: prepare fish",
            "+skills: sauces",
            "+benefits: Free meals",
        ],
    );
    assert!(asks(&decision) && decision.reply.lines().count() >= 9, "{decision:?}");
    session
}

#[test]
fn a_small_change_of_a_long_post_shows_only_what_changed() {
    let mut session = long();
    let decision = session.say("and a gym", &["+benefits: a gym"]);
    assert!(asks(&decision) && decision.shown_hash.is_some(), "{decision:?}");
    assert!(decision.reply.contains("a gym") && !decision.reply.contains("Bath"), "{}", decision.reply);
    assert!(decision.reply.contains("The rest is as shown before."), "{}", decision.reply);
    assert!(session.turn("yes, publish it", &finalize()).publish);

    let mut session = long();
    session.say("and a gym", &["+benefits: a gym"]);
    let whole = session.turn("what have we got?", &finalize());
    assert!(whole.reply.contains("Bath"), "{}", whole.reply);
    // What disappears would not be seen among the changed lines.
    let removed =
        session.say("remove the start date, and there is a bike", &["!startDate:", "+notes: a bike"]);
    assert_eq!(session.draft.content.start_date, None);
    assert!(removed.reply.contains("Bath"), "{}", removed.reply);
}

#[test]
fn a_yes_to_the_greeting_confirms_the_pay_and_the_dates_of_the_earlier_post() {
    let mut first = long();
    first.turn("yes, publish it", &finalize());
    let content: Content = first.draft.publishable();
    for (locale, yes, no) in
        [("en", "yes", "no"), ("de", "ja", "nein"), ("fr", "oui", "non"), ("ar", "نعم", "لا")]
    {
        for (answer, kept) in [(yes, true), (no, false)] {
            let mut session = Session::new();
            session.log = copied(&content, "Northwind", "Northwind");
            session.draft = Draft::fold(&session.log);
            let draft = session.draft.clone();
            let greeting = Greeting {
                company_name: "Northwind",
                locale: Some(locale),
                discloses_ai: true,
                draft: &draft,
            };
            session.history.add_reply(welcome(&greeting));
            session.say(answer, &[]);
            assert_eq!(session.draft.suggestions().count(), 0, "{locale} {answer}");
            assert_eq!(session.draft.publishable() == content, kept, "{locale} {answer}");
        }
    }
}
