//! Questions about the whole post, which rules answer.

use super::*;

fn waiter() -> Session {
    let mut session = Session::new();
    session.say("a young energetic waiter in Leeds", &["title: Young energetic waiter", "location: Leeds"]);
    session
}

#[test]
fn whether_it_is_lawful_is_answered_by_the_checks() {
    for (message, part) in [
        ("Is that legal?", "legal advice"),
        ("ist das so erlaubt?", "Rechtsberatung"),
        ("Est-ce que c'est légal ?", "avis juridique"),
        ("¿Es legal así?", "asesoramiento"),
        ("هل هذا قانوني؟", "قانونية"),
    ] {
        let reply = waiter().say(message, &[]).reply;
        assert!(reply.contains(part), "{message}: {reply}");
        assert!(reply.contains("young") || reply.contains("Young"), "names the words: {reply}");
    }
    let mut session = Session::new();
    session.say("a waiter in Leeds", &["title: Waiter", "location: Leeds"]);
    assert!(session.say("is it legal?", &[]).reply.contains("advice"));
}

#[test]
fn what_would_improve_it_is_answered_by_what_is_missing() {
    let reply = waiter().say("What would make it better?", &[]).reply;
    assert!(reply.contains("Salary") && reply.contains("Responsibilities"), "{reply}");
}

#[test]
fn an_order_to_copy_or_delete_the_whole_enters_no_post() {
    for (message, part) in [
        ("make another one like it", "duplicate this conversation"),
        ("Delete it", "start over"),
        ("please delete this conversation", "start over"),
        ("Lösche die Anzeige", "neu anfangen"),
    ] {
        let decision = waiter().say(message, &["+notes: make another one like it", "!location:"]);
        assert!(decision.reply.contains(part), "{message}: {}", decision.reply);
        assert!(decision.changes.is_empty(), "{message}: {:?}", decision.changes);
    }
}

#[test]
fn who_asks_for_the_post_sees_it() {
    for message in [
        "What have we got so far?",
        "show me the post",
        "Summary please",
        "was haben wir bisher?",
        "Zeig mir die Anzeige",
        "Qu'est-ce qu'on a jusqu'ici ?",
        "¿Qué tenemos hasta ahora?",
        "mostrami l'annuncio",
        "laat de vacature zien",
        "Co mamy do tej pory?",
        "أرني الإعلان",
    ] {
        let decision = waiter().say(message, &[]);
        assert!(decision.reply.contains("Leeds"), "{message}: {}", decision.reply);
        assert!(decision.changes.is_empty(), "{message}: {:?}", decision.changes);
        // Not ready yet: what there is, without the question.
        let mut session = Session::new();
        session.say("a waiter", &["title: Waiter"]);
        assert!(session.say(message, &[]).reply.contains("Waiter"), "{message}");
    }
    // A yes to the shown summary publishes it.
    let mut session = waiter();
    session.say("anything else later", &[]);
    session.say("show me the post", &[]);
    assert!(session.say("yes", &[]).publish);
}

#[test]
fn other_messages_with_these_words_are_no_such_questions() {
    for message in [
        "Delete the salary",
        "The legal department needs a second paralegal",
        "We need another cook like Maria",
        "They improve our processes",
        "remove it from the benefits",
        "We have a show kitchen",
        "What benefits do we have?",
        "They show people the garden",
    ] {
        assert_eq!(super::super::answers::question(message), None, "{message}");
    }
}
