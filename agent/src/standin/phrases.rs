//! What the stand-in says, in the languages it speaks.

use job_post::Language::{self, English, German};

use super::topics::Topic;

/// The one question a reply ends with.
pub(super) fn question(language: Language, topic: Topic) -> &'static str {
    match (language, topic) {
        (English, Topic::Title) => "Which position are you hiring for?",
        (English, Topic::Level) => "What level of experience are you looking for?",
        (English, Topic::Location) => "Where will the job be located?",
        (English, Topic::Skills) => "Which skills should candidates bring?",
        (English, Topic::WorkType) => "Will the work be on site, remote or hybrid?",
        (English, Topic::Salary) => "Is there a salary range you would like to state?",
        (English, Topic::Responsibilities) => "What will the main tasks be?",
        (English, Topic::Requirements) => "Which requirements must candidates meet?",
        (English, Topic::Benefits) => "Which benefits do you offer?",
        (English, Topic::Department) => "Which department does the position belong to?",
        (English, Topic::Description) => "How would you describe the position in a few sentences?",
        (German, Topic::Title) => "Welche Position möchten Sie besetzen?",
        (German, Topic::Level) => "Wie viel Erfahrung sollen die Bewerberinnen und Bewerber mitbringen?",
        (German, Topic::Location) => "An welchem Ort ist die Stelle?",
        (German, Topic::Skills) => "Welche Kenntnisse sind wichtig?",
        (German, Topic::WorkType) => "Wird vor Ort, im Homeoffice oder hybrid gearbeitet?",
        (German, Topic::Salary) => "Möchten Sie eine Gehaltsspanne angeben?",
        (German, Topic::Responsibilities) => "Was werden die wichtigsten Aufgaben sein?",
        (German, Topic::Requirements) => "Welche Anforderungen müssen erfüllt sein?",
        (German, Topic::Benefits) => "Welche Zusatzleistungen bieten Sie?",
        (German, Topic::Department) => "Zu welcher Abteilung gehört die Stelle?",
        (German, Topic::Description) => "Wie würden Sie die Stelle in wenigen Sätzen beschreiben?",
    }
}

/// What a topic is called within a sentence.
pub(super) fn name(language: Language, topic: Topic) -> &'static str {
    match (language, topic) {
        (English, Topic::Title) => "the position",
        (English, Topic::Level) => "the level of experience",
        (English, Topic::Location) => "the location",
        (English, Topic::Skills) => "the skills",
        (English, Topic::WorkType) => "where the work is done",
        (English, Topic::Salary) => "the salary",
        (English, Topic::Responsibilities) => "the main tasks",
        (English, Topic::Requirements) => "the requirements",
        (English, Topic::Benefits) => "the benefits",
        (English, Topic::Department) => "the department",
        (English, Topic::Description) => "the description",
        (German, Topic::Title) => "die Position",
        (German, Topic::Level) => "die Erfahrung",
        (German, Topic::Location) => "der Ort",
        (German, Topic::Skills) => "die Kenntnisse",
        (German, Topic::WorkType) => "das Arbeitsmodell",
        (German, Topic::Salary) => "das Gehalt",
        (German, Topic::Responsibilities) => "die Aufgaben",
        (German, Topic::Requirements) => "die Anforderungen",
        (German, Topic::Benefits) => "die Zusatzleistungen",
        (German, Topic::Department) => "die Abteilung",
        (German, Topic::Description) => "die Beschreibung",
    }
}

/// Whole sentences.
#[derive(Clone, Copy, Debug)]
pub(super) enum Say {
    Hello,
    WelcomeBack,
    AnythingElse,
    NotOurs,
    Settled,
    NothingYet,
    NoFigures,
    Changeable,
    WhoIAm,
    NotSure,
    Understood,
    StartedOver,
    TakenBack,
    LeftOpen,
    AsBefore,
}

pub(super) fn say(language: Language, what: Say) -> &'static str {
    match (language, what) {
        (English, Say::Hello) => "Hello! I'm happy to help you with your job post.",
        (English, Say::WelcomeBack) => "Welcome back!",
        (English, Say::AnythingElse) => "Is there anything else the post should say?",
        (English, Say::NotOurs) => "I can only help with your job post, so I've left everything as it is.",
        (English, Say::Settled) => "Thank you, that's everything then.",
        (English, Say::NothingYet) => "There is no post to finish yet.",
        (English, Say::NoFigures) => {
            "I have no reliable market figures and would rather not guess. It depends on the place, the level and the \
             industry; if you name a range, I'll note it."
        }
        (English, Say::Changeable) => "Yes, everything can be changed until you confirm the summary.",
        (English, Say::WhoIAm) => {
            "I'm your HR assistant: you tell me about the position, and I write the job post with you."
        }
        (English, Say::NotSure) => "I can't say that for certain, and I'd rather not make anything up.",
        (English, Say::Understood) => "Understood.",
        (English, Say::StartedOver) => "Let's start over.",
        (English, Say::TakenBack) => "I'll take the last change back.",
        (English, Say::LeftOpen) => "No problem, we can leave that open.",
        (English, Say::AsBefore) => "That is already in the post, so everything stays as it is.",
        (German, Say::Hello) => "Guten Tag! Ich helfe Ihnen gern bei Ihrer Stellenanzeige.",
        (German, Say::WelcomeBack) => "Willkommen zurück!",
        (German, Say::AnythingElse) => "Soll noch etwas in der Anzeige stehen?",
        (German, Say::NotOurs) => {
            "Ich kann nur bei Ihrer Stellenanzeige helfen und habe alles gelassen, wie es ist."
        }
        (German, Say::Settled) => "Vielen Dank, dann ist alles beisammen.",
        (German, Say::NothingYet) => "Es gibt noch keine Anzeige, die fertig wäre.",
        (German, Say::NoFigures) => {
            "Ich habe keine verlässlichen Marktzahlen und möchte nicht raten. Es hängt von Ort, Erfahrung und Branche ab; \
             wenn Sie eine Spanne nennen, trage ich sie ein."
        }
        (German, Say::Changeable) => {
            "Ja, bis Sie die Zusammenfassung bestätigen, lässt sich alles noch ändern."
        }
        (German, Say::WhoIAm) => {
            "Ich bin Ihre HR-Assistenz: Sie erzählen von der Stelle, und wir schreiben zusammen die Anzeige."
        }
        (German, Say::NotSure) => "Das kann ich nicht sicher sagen, und erfinden möchte ich nichts.",
        (German, Say::Understood) => "Verstanden.",
        (German, Say::StartedOver) => "Dann fangen wir noch einmal von vorne an.",
        (German, Say::TakenBack) => "Ich nehme die letzte Änderung zurück.",
        (German, Say::LeftOpen) => "Kein Problem, das können wir offen lassen.",
        (German, Say::AsBefore) => "Das steht schon in der Anzeige, also bleibt alles, wie es ist.",
    }
}
