//! Which messages consent, and which must not.

use super::*;

const NAMES: [&str; 2] = ["Data Engineer", "papaya trading"];

fn wrong<'a>(messages: &[&'a str], expected: impl Fn(Consent) -> bool) -> Vec<(&'a str, Consent)> {
    messages
        .iter()
        .map(|message| (*message, reading(message, &NAMES)))
        .filter(|(_, read)| !expected(*read))
        .collect()
}

#[test]
fn explicit_consent() {
    let messages = [
        "looks good, publish it",
        "Looks good, publish it.",
        "ok that's everything, finalize",
        "Post it as is.",
        "Approved. Submit it.",
        "All correct. Publish.",
        "Confirm and publish.",
        "finalize",
        "submit",
        "publish",
        "Publish!",
        "Post it",
        "post it now please",
        "Yes, please publish the job post",
        "Yes, go ahead and publish it.",
        "No changes, publish it.",
        "Nothing to add. Publish.",
        "nothing else, submit",
        "Great, let's publish",
        "LGTM, ship it",
        "I'm happy with it, go live",
        "Let's go live!",
        "Perfect, publish the Data Engineer post",
        "approve and publish",
        "That's perfect, please finalise the listing",
        "Everything looks great. Submit it, thanks!",
        "I confirm",
        "confirmed, thank you",
        "You can publish it now",
        "Yes publish",
        "Ok, post it",
        "please publish it for papaya trading",
        "No further changes needed, please post it.",
        "Passt so, bitte veröffentlichen.",
        "Ja, bitte veröffentlichen",
        "Sieht gut aus, abschicken!",
        "Keine Änderungen mehr, veröffentlichen bitte.",
        "Kannst du so veröffentlichen",
        "Parfait, publiez l'annonce s'il vous plaît",
        "Perfecto, publícalo por favor",
        "نعم انشر الإعلان",
        "تمام، اعتمد الإعلان وانشره",
        "That's it, send it live",
        "Fine by me, submit.",
        "You have my approval, go live",
        "I'm ready to publish",
        "Great work, publish it",
    ];
    let wrong = wrong(&messages, |read| read == Consent::Explicit);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn plain_approval_needs_the_question() {
    let messages = [
        "yes",
        "Yes.",
        "Looks good",
        "perfect, thanks",
        "ok",
        "All correct.",
        "Ja, passt so.",
        "great!",
        "sure",
        "Yes please",
    ];
    let wrong = wrong(&messages, |read| read == Consent::Plain);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn never_consent() {
    let messages = [
        "I abandoned my draft",
        "do not publish yet",
        "completely remote",
        "once legal approves, publish",
        "published authors wanted",
        "don't publish it",
        "Don’t submit this",
        "please do not post this",
        "not yet, publish tomorrow",
        "publish it tomorrow",
        "publish after the review",
        "publish when ready",
        "when will you publish it?",
        "Can we publish it?",
        "should I submit?",
        "is it published?",
        "publish it if the salary is right",
        "maybe publish",
        "I would publish it, but the title is wrong",
        "publish it without the salary",
        "make it remote and publish",
        "change the title to Data Architect, then publish",
        "never publish this",
        "hold off on publishing",
        "hold on, publish later",
        "wait, don't finalize",
        "no, do not finalize",
        "cannot publish like this",
        "I can't approve this",
        "we won't submit this",
        "stop",
        "cancel the publishing",
        "We publish scientific journals",
        "experience submitting grant proposals",
        "must post on social media daily",
        "the candidate will finalize accounts",
        "launch campaigns in Spain",
        "posting schedule is weekly",
        "job post",
        "the post",
        "a final round of interviews",
        "final year students welcome",
        "confirmation of employment",
        "complete beginner is fine",
        "fully complete projects on their own",
        "finalists only",
        "submission deadline is Friday",
        "don't post it",
        "do everything but publish",
        "publish? no",
        "unpublish it",
        "I'm not ready to publish",
        "not publish",
        "no",
        "nope",
        "hello",
        "",
        "   ",
        "...",
        "I'd rather not disclose the salary",
        "almost, publish after adding Rust",
        "I think we can publish soon",
        "legal must confirm first",
        "who approves it?",
        "bitte noch nicht veröffentlichen",
        "nicht veröffentlichen",
        "erst veröffentlichen wenn Anna zustimmt",
        "morgen veröffentlichen",
        "veröffentlichte Autoren gesucht",
        "list it all",
        "publish it as draft",
        "this is fine for now",
        "please confirm",
        "is it ok to publish",
        "the job is to publish",
        "the job is to submit it all",
        "we go live today",
        "they publish it",
        "you publish and we are happy",
        "my job is to approve",
        "launch",
        "Kann ich das veröffentlichen?",
        "nein, nicht abschicken",
        "ne publiez pas",
        "no publicar todavía",
        "لا تنشر الآن",
        "لا تنشر",
    ];
    let wrong = wrong(&messages, |read| !matches!(read, Consent::Explicit | Consent::Plain));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn words_of_the_title_may_be_said_but_not_as_orders() {
    let names = ["Change Manager, after-sales", "If Metall"];
    assert_eq!(reading("publish the manager post of Metall", &names), Consent::Explicit);
    for message in ["change it, then publish", "publish after sales", "publish if metall"] {
        assert_eq!(reading(message, &names), Consent::Unclear, "{message}");
    }
}

#[test]
fn refusals_and_unclear_messages_differ() {
    assert_eq!(reading("do not publish yet", &NAMES), Consent::Refused);
    assert_eq!(reading("once legal approves, publish", &NAMES), Consent::Unclear);
    assert_eq!(reading("Can we publish it?", &NAMES), Consent::Unclear);
}

#[test]
fn greetings_and_thanks() {
    for message in [
        "hello",
        "Hi there!",
        "Good morning",
        "Guten Tag",
        "Hallo zusammen",
        "hey, how are you?",
        "Olá, bom dia!",
        "Buonasera a tutti",
        "Goedemiddag",
        "Dzień dobry",
    ] {
        assert!(is_pure_greeting(message), "{message}");
    }
    for message in [
        "Hi, I need to hire a backend engineer.",
        "good",
        "Guten Tag, wir suchen einen Koch",
        "day shifts",
        "",
    ] {
        assert!(!is_pure_greeting(message), "{message}");
    }
    for message in [
        "thanks",
        "Thank you so much!",
        "great, thanks",
        "Vielen Dank!",
        "Muito obrigado!",
        "Grazie mille",
        "Hartelijk bedankt",
        "Dziękuję bardzo",
    ] {
        assert!(is_thanks(message), "{message}");
    }
    for message in ["thanks, now make it remote", "great", "", "thank you letter writer"] {
        assert!(!is_thanks(message), "{message}");
    }
}

#[test]
fn a_plain_yes() {
    for message in [
        "yes",
        "Yes please",
        "sure, add those",
        "ok",
        "sounds good",
        "ja bitte",
        "Perfect!",
        "sim, pode",
        "sì, grazie",
        "ja graag",
        "tak, proszę",
    ] {
        assert!(is_plain_yes(message), "{message}");
    }
    for message in ["yes, but remote", "no", "yes, Berlin", "yes?", "", "add those"] {
        assert!(!is_plain_yes(message), "{message}");
    }
}

#[test]
fn a_plain_no() {
    for message in
        ["no", "no thanks", "lieber nicht", "não, obrigado", "no, grazie", "nee, dank u", "nie, dziękuję"]
    {
        assert!(is_plain_no(message), "{message}");
    }
    for message in ["yes", "no, Berlin", "no?", ""] {
        assert!(!is_plain_no(message), "{message}");
    }
}

#[test]
fn undos() {
    for message in
        ["undo", "Bitte rückgängig", "annulez", "desfaça isso", "annulla", "maak dat ongedaan", "cofnij to"]
    {
        assert!(asks_undo(message), "{message}");
    }
    for message in ["don't undo it", "annual report", "nie cofnij"] {
        assert!(!asks_undo(message), "{message}");
    }
}

#[test]
fn resets() {
    for message in [
        "start over",
        "Let's start from scratch",
        "forget everything",
        "reset",
        "Bitte alles löschen",
        "noch mal von vorne",
        "Recommençons",
        "Effacez tout, s'il vous plaît",
        "Empecemos de nuevo",
        "Borra todo",
        "لنبدأ من جديد",
        "احذف كل شيء",
        "Vamos recomeçar",
        "Apague tudo",
        "Ricominciamo da capo",
        "Cancella tutto",
        "Laten we opnieuw beginnen",
        "Wis alles",
        "Zacznijmy od nowa",
        "Usuń wszystko",
    ] {
        assert!(asks_reset(message), "{message}");
    }
    for message in
        ["don't start over", "build products from scratch", "remove the salary", "should we start over?"]
    {
        assert!(!asks_reset(message), "{message}");
    }
}
