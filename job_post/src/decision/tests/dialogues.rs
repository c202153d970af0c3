//! Dialogues from the first message to publication, in each language that the agent speaks and in two that it does not.

use uuid::Uuid;

use super::*;
use crate::TurnInput;
use crate::language::phrases::phrase;

/// The first message with its updates, and an answer with its updates.
struct Dialogue {
    first: &'static str,
    opening: &'static [&'static str],
    answer: &'static str,
    details: &'static [&'static str],
}

const fn dialogue(
    first: &'static str,
    opening: &'static [&'static str],
    answer: &'static str,
    details: &'static [&'static str],
) -> Dialogue {
    Dialogue { first, opening, answer, details }
}

/// In the order of [`Language::ALL`].
const DIALOGUES: [Dialogue; Language::ALL.len()] = [
    dialogue(
        "We need a cook",
        &["title: Cook"],
        "in Bath, 30k GBP",
        &["location: Bath", "salaryMin: 30000", "currency: GBP"],
    ),
    dialogue(
        "Wir suchen einen Koch",
        &["title: Koch"],
        "in Hamburg, 2.400 Euro im Monat",
        &["location: Hamburg", "salaryMin: 2400", "currency: EUR", "salaryPeriod: month"],
    ),
    dialogue(
        "Nous cherchons un cuisinier",
        &["title: Cuisinier"],
        "à Lyon, 2 500 € par mois",
        &["location: Lyon", "salaryMin: 2500", "currency: EUR", "salaryPeriod: month"],
    ),
    dialogue(
        "Buscamos un cocinero",
        &["title: Cocinero"],
        "en Sevilla, 1.800 euros al mes",
        &["location: Sevilla", "salaryMin: 1800", "currency: EUR", "salaryPeriod: month"],
    ),
    dialogue(
        "نبحث عن طباخ",
        &["title: طباخ"],
        "في عمان، 900 دينار في الشهر",
        &["location: عمان", "salaryMin: 900", "salaryPeriod: month"],
    ),
    dialogue(
        "Procuramos um cozinheiro",
        &["title: Cozinheiro"],
        "em Coimbra, 1.200 euros por mês",
        &["location: Coimbra", "salaryMin: 1200", "currency: EUR", "salaryPeriod: month"],
    ),
    dialogue(
        "Cerchiamo un cuoco",
        &["title: Cuoco"],
        "a Torino, 1.600 euro al mese",
        &["location: Torino", "salaryMin: 1600", "currency: EUR", "salaryPeriod: month"],
    ),
    dialogue(
        "Wij zoeken een kok",
        &["title: Kok"],
        "in Haarlem, 2.300 euro per maand",
        &["location: Haarlem", "salaryMin: 2300", "currency: EUR", "salaryPeriod: month"],
    ),
    dialogue(
        "Szukamy kucharza",
        &["title: Kucharz"],
        "Kraków, 6000 zł miesięcznie",
        &["location: Kraków", "salaryMin: 6000", "currency: PLN", "salaryPeriod: month"],
    ),
];

/// The word that the question of a language names as a yes.
fn named_word(language: Language) -> String {
    let question = phrase(language, Phrase::PublishQuestion);
    let parts: Vec<&str> = question
        .split(['"', '«', '»', '„', '“', '”'])
        .map(|part| part.trim_matches(['\u{a0}', ' ']))
        .collect();
    assert_eq!(parts.len(), 3, "{question}");
    parts[1].to_owned()
}

/// A session whose turns have a locale.
struct Talk {
    session: Session,
    locale: Option<&'static str>,
}

impl Talk {
    fn new(locale: Option<&'static str>) -> Self {
        Self { session: Session::new(), locale }
    }

    fn say(&mut self, message: &str, lines: &[&str], reply: &str, intent: Intent) -> Decision {
        let proposal = Proposal { updates: updates(lines), intent, reply: reply.to_owned() };
        let view = crate::SessionView { locale: self.locale, ..self.session.state.view() };
        let decision = decide(&TurnInput::new(Uuid::nil(), view, &self.session.history, message), &proposal);
        self.session.state.draft = decision.draft.clone();
        self.session.state.is_complete = decision.complete;
        self.session.state.shown_hash = decision.shown_hash.clone();
        self.session.state.history.add_message(Uuid::nil(), message);
        self.session.state.history.add_reply(decision.reply.as_str());
        decision
    }
}

#[test]
fn the_word_that_the_question_names_is_a_consent() {
    for language in Language::ALL {
        let word = named_word(language);
        assert_eq!(consent::reading(&word, &[]), consent::Consent::Explicit, "{word}");
        assert!(shown().turn(&word, &finalize()).publish, "{word}");
    }
}

#[test]
fn every_language_is_spoken_from_the_first_message_to_publication() {
    for (language, talk) in std::iter::zip(Language::ALL, DIALOGUES) {
        // The locale is another language, so a reply by the locale would show.
        let third = if language == Language::French { "de" } else { "fr" };
        let mut session = Talk::new(Some(third));
        let first = session.say(talk.first, talk.opening, "", Intent::Continue);
        assert!(first.refusals.is_empty(), "{}: {:?}", talk.first, first.refusals);
        let title = phrases::noted(language, &phrases::field(language, Field::Title));
        assert!(first.reply.starts_with(&title), "{language:?}: {}", first.reply);
        let too_early = session.say(&named_word(language), &[], "", Intent::Finalize);
        let not_ready = phrases::not_ready(language, "X");
        assert!(too_early.reply.starts_with(not_ready.split('X').next().unwrap()), "{}", too_early.reply);
        let second = session.say(talk.answer, talk.details, "", Intent::Continue);
        assert!(second.refusals.is_empty(), "{}: {:?}", talk.answer, second.refusals);
        assert!(second.reply.ends_with(&phrase(language, Phrase::PublishQuestion)), "{}", second.reply);
        assert!(second.reply.contains(&phrases::field(language, Field::Location)), "{}", second.reply);
        let last = session.say(&named_word(language), &[], "", Intent::Finalize);
        assert!(last.publish, "{language:?}: {}", last.reply);
        assert_eq!(last.reply, phrase(language, Phrase::Finished), "{language:?}");
    }
}

/// A message, its updates, and the reply of the model.
type Turn = (&'static str, &'static [&'static str], &'static str);

const SWEDISH: [Turn; 2] = [
    ("Vi söker en kock till vår restaurang", &["title: Kock"], "Tack! Var ligger restaurangen?"),
    (
        "i Malmö, 28 000 kr i månaden",
        &["location: Malmö", "salaryMin: 28000", "salaryPeriod: month"],
        "Jag har antecknat orten och lönen.",
    ),
];

const TURKISH: [Turn; 2] = [
    ("Restoranımız için aşçı arıyoruz", &["title: Aşçı"], "Teşekkürler! Restoran nerede?"),
    (
        "İzmir, aylık 40.000 lira maaş",
        &["location: İzmir", "salaryMin: 40000", "salaryPeriod: month"],
        "Yeri ve maaşı not ettim.",
    ),
];

/// The reply stays the model's own; the fixed sentences are in the locale's language, or in English.
fn of_no_spoken_language(turns: [Turn; 2], locale: Option<&'static str>, language: Language) {
    let mut talk = Talk::new(locale);
    let [(first, opening, asked), (answer, details, noted)] = turns;
    let decision = talk.say(first, opening, asked, Intent::Continue);
    assert!(decision.refusals.is_empty(), "{:?}", decision.refusals);
    assert_eq!(decision.reply, asked);
    let decision = talk.say(answer, details, noted, Intent::Continue);
    assert!(decision.refusals.is_empty(), "{:?}", decision.refusals);
    assert!(decision.reply.starts_with(noted), "{}", decision.reply);
    assert!(decision.reply.ends_with(&phrase(language, Phrase::PublishQuestion)), "{}", decision.reply);
    let last = talk.say(&named_word(language), &[], noted, Intent::Finalize);
    assert!(last.publish && last.complete, "{}", last.reply);
    assert_eq!(last.reply, phrase(language, Phrase::Finished));
}

#[test]
fn swedish_has_no_fixed_sentences_and_still_ends_in_a_publication() {
    of_no_spoken_language(SWEDISH, None, Language::English);
    of_no_spoken_language(SWEDISH, Some("sv-SE"), Language::English);
    of_no_spoken_language(SWEDISH, Some("de"), Language::German);
}

#[test]
fn turkish_has_no_fixed_sentences_and_still_ends_in_a_publication() {
    of_no_spoken_language(TURKISH, None, Language::English);
    of_no_spoken_language(TURKISH, Some("tr-TR"), Language::English);
    of_no_spoken_language(TURKISH, Some("nl"), Language::Dutch);
}
