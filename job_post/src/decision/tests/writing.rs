//! The description that the user asks for: offered, revised, and taken after a yes.

use super::*;

fn cook() -> Session {
    let mut session = Session::new();
    session.say(
        "We need a line cook in Porto, full time, 1400 EUR a month",
        &[
            "title: Line Cook",
            "location: Porto",
            "employmentTypes: full time",
            "salaryMin: 1400",
            "salaryMax: 1400",
        ],
    );
    session
}

fn offered(decision: &Decision) -> &str {
    super::super::writing::offered(&decision.reply).unwrap_or_else(|| panic!("{}", decision.reply))
}

#[test]
fn an_asked_for_description_is_offered_and_taken_after_a_yes() {
    for (order, yes) in [
        ("Write a short friendly description please", "yes"),
        ("can you draft the text?", "use it"),
        ("please write the ad", "Perfect, take that"),
        ("Schreib bitte eine Beschreibung", "ja, bitte"),
        ("Rédigez une description s'il vous plaît", "oui"),
        ("Escribe una descripción", "sí"),
        ("Escreva uma descrição", "sim"),
        ("Scrivi una descrizione", "sì"),
        ("Schrijf een omschrijving", "ja"),
        ("Napisz opis", "tak"),
        ("اكتب وصفا للوظيفة", "نعم"),
    ] {
        let mut session = cook();
        let decision = session.say(order, &[]);
        let text = offered(&decision).to_owned();
        assert!(text.contains("Line Cook") && text.contains("Northwind"), "{text}");
        assert_eq!(decision.draft.content.description, None, "{order}");
        let taken = session.say(yes, &[]);
        assert_eq!(taken.draft.publishable().description.as_deref(), Some(&*text), "{yes}: {}", taken.reply);
        assert_eq!(taken.draft.evidence[&Field::Description][0].basis, Basis::Confirmed);
        assert!(!taken.publish);
    }
}

#[test]
fn an_offered_description_is_revised() {
    let mut session = cook();
    let normal = offered(&session.say("Write a description", &[])).to_owned();
    let warm = offered(&session.say("less boring, please", &[])).to_owned();
    let german = offered(&session.say("and in German?", &[])).to_owned();
    assert_ne!(normal, warm);
    assert!(warm.contains("join"), "{warm}");
    assert!(german.starts_with("Komm zu"), "the tone stays: {german}");
    let declined = session.say("no, leave it", &[]);
    assert_eq!(declined.draft.content.description, None);
}

#[test]
fn a_model_writes_and_only_what_the_post_says_is_offered() {
    let mut session = cook();
    let written = "Northwind is looking for a Line Cook in Porto. The job is full-time. You get a company car and a \
                   competitive salary. We pay 1,400 EUR.";
    let decision = session.say("Write a description", &[&format!("description: {written}")]);
    let text = offered(&decision);
    assert_eq!(
        text,
        "Northwind is looking for a Line Cook in Porto. The job is full-time. We pay 1,400 EUR."
    );
    assert!(decision.reply.contains("car"), "{}", decision.reply);
}

#[test]
fn a_yes_that_publishes_takes_the_offered_description_first() {
    let mut session = cook();
    session.say("Write a description", &[]);
    let decision = session.turn("Yes, publish it", &finalize());
    assert!(!decision.publish && decision.draft.publishable().description.is_some());
    assert!(decision.shown_hash.is_some(), "{}", decision.reply);
    assert!(session.turn("Yes, publish it", &finalize()).publish);
}

#[test]
fn what_the_user_dictates_or_writes_is_no_order() {
    for message in [
        "Write in the description that we are a family business",
        "I'll write the description myself",
        "Description: we are a small kitchen",
        "Don't write a description",
        "We are looking for somebody to write product descriptions",
        "They'd write landing pages and product copy for our skincare line.",
        "Experience in writing product descriptions",
        "Die Person schreibt Texte, sie schreiben Beschreibungen",
        "- Write product descriptions\n- Plan the newsletter\n- Answer questions of customers by phone and e-mail\n\
         - Report to the head of marketing every second week\n- Keep the web site up to date",
    ] {
        let decision = cook().say(message, &[]);
        assert_eq!(super::super::writing::offered(&decision.reply), None, "{message}: {}", decision.reply);
    }
    let decision = Session::new().say("write a post for a cook", &["title: Cook"]);
    assert_eq!(super::super::writing::offered(&decision.reply), None);
    let decision = Session::new().say("write a description", &[]);
    assert!(decision.reply.contains('?'), "{}", decision.reply);
}

#[test]
fn facts_of_the_same_message_are_taken_over() {
    let mut session = cook();
    let decision = session.say("It starts on 1 March. Write a description too", &["startDate: 1 March"]);
    assert!(offered(&decision).contains("1 March"), "{}", decision.reply);
}

#[test]
fn a_changed_fact_changes_the_sentences_that_rest_on_it() {
    let mut session = cook();
    session.say("Write a description", &[]);
    let taken = session.say("yes", &[]).draft.content.description.unwrap();
    let same = session.say("and free meals", &["+benefits: free meals"]);
    assert_eq!(super::super::writing::offered(&same.reply), None, "nothing is untrue: {}", same.reply);
    let moved = session.say("Sorry, it is in Braga", &["location: Braga"]);
    let text = offered(&moved);
    assert!(text.contains("Braga") && !text.contains("Porto"), "{text}");
    assert!(moved.reply.contains("no longer fits") && moved.reply.contains("Porto"), "{}", moved.reply);
    assert_eq!(text, taken.replace("Porto", "Braga"), "the rest stays");
    assert!(session.say("yes", &[]).draft.content.description.unwrap().contains("Braga"));
}

#[test]
fn a_sentence_in_another_language_is_brought_up_to_date_too() {
    let mut session = cook();
    session.say("Write a description in German", &[]);
    session.say("use it", &[]);
    let moved = session.say("Sorry, it is in Braga", &["location: Braga"]);
    assert!(offered(&moved).contains("sucht Verstärkung als Line Cook in Braga"), "{}", moved.reply);
}

#[test]
fn the_order_itself_is_no_fact() {
    let mut session = cook();
    let decision = session.say(
        "can you write it up as a nice ad text?",
        &["+responsibilities: write it up as a nice ad text", "+benefits: free meals"],
    );
    assert!(decision.draft.content.responsibilities.is_empty());
    let taken = session.say("yes", &[]);
    assert!(taken.reply.starts_with("Noted: Description."), "{}", taken.reply);
}

#[test]
fn a_yes_to_a_description_confirms_nothing_that_was_left_out() {
    let mut session = cook();
    let written =
        "Northwind is looking for a Line Cook in Porto. You get a company car. The job is full-time.";
    let offer = session.say("Write a description", &[&format!("description: {written}")]);
    assert!(offer.reply.contains("car"), "{}", offer.reply);
    assert!(session.say("yes", &["+benefits: company car"]).draft.content.benefits.is_empty());
}

#[test]
fn other_answers_take_no_description() {
    for message in
        ["They use SAP and Excel", "Take 3 years of experience", "Is it any good?", "They must speak German"]
    {
        let mut session = cook();
        session.say("Write a description", &[]);
        let decision = session.say(message, &[]);
        assert_eq!(decision.draft.content.description, None, "{message}");
        assert_eq!(super::super::writing::offered(&decision.reply), None, "{message}: {}", decision.reply);
    }
}

#[test]
fn a_turned_style_asks_for_the_opposite() {
    let length = |message: &str| {
        let mut session = cook();
        session.say("a cook with two years of practice", &["+requirements: two years of practice"]);
        session.say("Write a description", &[]);
        offered(&session.say(message, &[])).len()
    };
    assert!(length("that is too long") < length("Write a description again"));
    assert!(length("kürzer bitte") < length("nochmal anders"));
}

#[test]
fn own_words_stay_in_a_written_description() {
    let mut session = cook();
    session.say(
        "The description: we are a small kitchen by the river",
        &["description: we are a small kitchen by the river"],
    );
    let decision = session.say("Write the text", &[]);
    assert!(offered(&decision).contains("small kitchen by the river"), "{}", decision.reply);
}

#[test]
fn what_is_special_is_offered_in_every_length_and_remarks_are_not() {
    let mut session = cook();
    session.say("The chef is left-handed.", &["+notes: The chef is left-handed"]);
    session.say("Boss says 42 is too low", &["+notes: Boss says 42 is too low"]);
    let normal = offered(&session.say("Write a description", &[])).to_owned();
    let long = offered(&session.say("longer please", &[])).to_owned();
    let short = offered(&session.say("shorter please", &[])).to_owned();
    for text in [&normal, &long] {
        let (first, _) = text.split_once("\n\n").unwrap();
        assert!(first.ends_with("The chef is left-handed."), "{text}");
    }
    assert!(short.contains("The chef is left-handed."), "{short}");
    for text in [&short, &normal, &long] {
        assert!(!text.contains("42"), "{text}");
    }
}

#[test]
fn a_description_that_contradicts_the_post_is_named_before_each_summary() {
    let mut session = cook();
    session.say("Write a description", &[]);
    session.say("yes", &[]);
    session.say("Sorry, it is in Braga", &["location: Braga"]);
    session.say("no, keep the old text", &[]);
    let summary = session.say("and free meals", &["+benefits: free meals"]);
    assert!(summary.reply.contains("no longer fits") && summary.reply.contains("Porto"), "{}", summary.reply);
}

#[test]
fn shorter_is_never_longer_and_less_formal_never_stiffer() {
    let mut session = cook();
    let short = offered(&session.say("Write a short friendly description", &[])).to_owned();
    assert_eq!(offered(&session.say("shorter", &[])), short);
    assert_eq!(offered(&session.say("less formal", &[])), short);
}

#[test]
fn remarks_about_an_offered_description_are_no_notes() {
    let mut session = cook();
    session.say("Write a description", &[]);
    let decision =
        session.say("the first one was nicer somehow", &["+notes: the first one was nicer somehow"]);
    assert!(decision.draft.content.notes.is_empty());
}

/// A description with lists, as the agent writes it.
fn with_description() -> Session {
    let mut session = cook();
    session.say(
        "They prepare fish and bake bread. There are free meals.",
        &["+responsibilities: prepare fish", "+responsibilities: bake bread", "+benefits: free meals"],
    );
    session.say("Write a description", &[]);
    session.say("use it", &[]);
    session
}

#[test]
fn a_changed_item_changes_alone() {
    let mut session = with_description();
    let taken = session.say("hello again", &[]).draft.content.description.unwrap();
    assert!(taken.contains("## Your tasks\n\n- Prepare fish\n- Bake bread"), "{taken}");
    let changed = session.say(
        "They prepare meat instead of fish",
        &["-responsibilities: prepare fish", "+responsibilities: prepare meat"],
    );
    assert_eq!(offered(&changed), taken.replace("Prepare fish", "Prepare meat"), "{}", changed.reply);
    assert!(changed.reply.contains("no longer fits in the description: “Prepare fish”"), "{}", changed.reply);
}

#[test]
fn a_heading_goes_with_its_last_item() {
    let mut session = with_description();
    let taken = session.say("hello again", &[]).draft.content.description.unwrap();
    let decision = session.say(
        "Remove the tasks prepare fish and bake bread",
        &["-responsibilities: prepare fish", "-responsibilities: bake bread"],
    );
    let without = taken.replace("## Your tasks\n\n- Prepare fish\n- Bake bread\n\n", "");
    assert_eq!(offered(&decision), without, "{}", decision.reply);
}

#[test]
fn a_description_with_lists_is_shortened_translated_and_taken_back() {
    let mut session = with_description();
    let short = offered(&session.say("shorter please", &[])).to_owned();
    assert!(!short.contains('\n'), "{short}");
    let german = session.say("in German", &[]);
    assert!(offered(&german).contains("Line Cook in Porto"), "{}", german.reply);
    let taken = session.say("use it", &[]).draft.content.description.unwrap();
    assert_eq!(taken, offered(&german));
    let undo = Proposal { updates: Vec::new(), intent: Intent::Undo, reply: String::new() };
    let undone = session.turn("undo that", &undo).draft.content.description.unwrap();
    assert!(undone.contains("## Your tasks"), "{undone}");
}

#[test]
fn a_model_writes_headings_and_lists() {
    let mut session = cook();
    session.say("There are free meals.", &["+benefits: free meals"]);
    let written = "Northwind is looking for a Line Cook in Porto.\n\n### What we offer\n* Free meals\n* A company car\n\n\
                   **Market-leading pay**\n\n- 1,400 EUR a month\n\n## Your future\n\n- A great career";
    let decision = session.say("Write a description", &[&format!("description: {written}")]);
    let expected = "Northwind is looking for a Line Cook in Porto.\n\n## What we offer\n- Free meals\n\n- 1,400 EUR a month";
    assert_eq!(offered(&decision), expected, "{}", decision.reply);
    assert!(
        decision.reply.contains("I left out what the post does not say: car, great."),
        "{}",
        decision.reply
    );
    assert_eq!(session.say("use it", &[]).draft.content.description.as_deref(), Some(expected));
}

#[test]
fn own_words_with_lists_stay_untouched() {
    let mut session = cook();
    let own = "We are a small kitchen.\n\n- fish in Porto\n- bread";
    session.say(&format!("Description: {own}"), &[&format!("description: {own}")]);
    let decision = session.say("Sorry, it is in Braga", &["location: Braga"]);
    assert_eq!(decision.draft.content.description.as_deref(), Some(own));
    assert_eq!(super::super::writing::offered(&decision.reply), None, "{}", decision.reply);
}
