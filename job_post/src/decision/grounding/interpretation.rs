//! Reads a name that the user wrote in another form: with typing errors, an ending, as an abbreviation, or in another
//! language. The result is marked as interpreted, so the summary shows it beside the user's words.

use std::ops::Range;

use super::departments::is_beside_department;
use super::exonyms;
use super::grounded::Grounded;
use super::support::{content_words, is_little, is_negated};
use crate::Field;
use crate::decision::message::Message;
use crate::decision::quotes::{self, capped};
use crate::decision::transcript::Transcript;
use crate::language::likeness::{abbreviates, folded, initials, is_like, is_misspelt, is_of_one_verb};
use crate::language::words::{self, among};

/// Words of a title that say only that somebody works: they may join the user's own words, as in "Forklift Operator" for
/// "someone for the forklift".
const WORKERS: &str = "worker operator assistant specialist technician attendant staff employee helper hand professional \
    mitarbeiter mitarbeiterin fachkraft kraft hilfe employe employee agent operateur operatrice operario operaria empleado empleada auxiliar \
    operatore addetto addetta medewerker pracownik funcionario funcionaria operador operadora";

/// Words of two letters in the languages that use Latin letters. They stand for no other word.
const SMALL_WORDS: &str = "ab al am an ao as at au be by ce da de di do du el em en er es et eu ex go he il im in is it ja je la le lo \
    ma me mi mu my na ne ni no od of om on op or os ou po pt sa se si so su ta te ti to tu um un up us va vi vu we wo za ze zu";

/// Words that begin a longer one and are no short form of it: a man is no manager, a car no carpenter.
const WHOLE_WORDS: &str = "man men car bar bus van pub inn gas oil art pet sea sun day cat con sub pro ad not non part port plan plus super \
    sales main mid low high free full half long short good best new old big team work ware chef mat met los las mas par \
    sol mar ser bon rue sur que der die das von vom auf mit und aus bei fin com per ver mer gar rein gast buch mark opera";

/// Short forms of two letters that are usual in lower case.
const SHORT: &str = "sr jr rn pm qa hr ui ux vp dr ny sf dc uk kl nz br st";

/// The most words of a quote in which a short form or a paraphrase is looked for.
const MOST_QUOTED: usize = 8;

/// The shortest word, in letters, that may be misspelt where nobody quoted it.
const MISSPELT: usize = 6;

/// How far apart, in bytes, words may stand that nobody quoted.
const WIDEST: usize = 120;

/// The value as an interpretation of the user's words; `None` if they mean something else or negate it.
///
/// In the words that the LLM quotes, short forms count too. Without a quote only words of the current message that look alike
/// do.
pub(crate) fn of<'a>(
    transcript: &Transcript<'a>,
    field: Field,
    value: &str,
    quote: &str,
) -> Option<Grounded<'a>> {
    let wanted: Vec<String> = content_words(value).iter().map(|word| folded(word)).collect();
    if wanted.is_empty() {
        return None;
    }
    let quote = quotes::wanted(quote);
    let quoted = transcript.messages().find_map(|message| {
        let span = message.span(message.find(quote.as_deref()?)?)?;
        (!message.asks_within(span.clone())).then_some((message, span))
    });
    let in_quote = quoted.and_then(|(message, span)| {
        let words = Said::new(message, span);
        let is_short = words.words.len() <= MOST_QUOTED;
        words.meaning(field, &wanted, is_short).map(|span| &message.text[span])
    });
    let current = &transcript.current;
    let in_current = || {
        let words = Said::new(current, 0..current.text.len());
        let span = words.meaning(field, &wanted, false).filter(|span| span.len() <= WIDEST)?;
        Some(&current.text[span])
    };
    in_quote.or_else(in_current).map(|quote| Grounded::interpreted(value, capped(quote)))
}

/// Is it a short form although it reads like a function word: "LA" among small letters, the "M." of "a. M."?
fn is_short_form(message: &Message<'_>, at: usize) -> bool {
    let span = &message.words[at].span;
    let word = &message.text[span.clone()];
    if !word.chars().all(char::is_uppercase) {
        return false;
    }
    let is_behind_preposition =
        at.checked_sub(1).is_some_and(|before| among(&message.words[before].plain, "a b d i o"));
    match word.chars().count() {
        1 => is_behind_preposition && message.text[span.end..].starts_with('.'),
        _ => message.text.chars().any(char::is_lowercase),
    }
}

/// The words of one message that may support a value.
struct Said<'m, 'a> {
    message: &'m Message<'a>,
    /// The places of the words in the message, without function words and negated words, and their folded forms.
    words: Vec<(usize, String)>,
}

impl<'m, 'a> Said<'m, 'a> {
    fn new(message: &'m Message<'a>, span: Range<usize>) -> Self {
        let words = message.words.iter().enumerate().filter(|(at, word)| {
            span.start <= word.span.start
                && word.span.end <= span.end
                && (!is_little(&word.plain) || is_short_form(message, *at))
                && !is_negated(message.text, &message.words, *at)
        });
        Self { message, words: words.map(|(at, word)| (at, folded(&word.plain))).collect() }
    }

    /// The part of the message that means all wanted words.
    fn meaning(&self, field: Field, wanted: &[String], is_quoted: bool) -> Option<Range<usize>> {
        let mut used = Vec::new();
        let mut unsaid = Vec::new();
        let mut at = 0;
        while let Some(word) = wanted.get(at) {
            if let Some((places, covered)) = self.one_or_more(field, &wanted[at..], is_quoted) {
                used.extend(places);
                at += covered;
            } else {
                unsaid.push(word);
                at += 1;
            }
        }
        let may_join = is_quoted && field == Field::Title && unsaid.len() == 1 && among(unsaid[0], WORKERS);
        (!used.is_empty() && (unsaid.is_empty() || may_join)).then(|| self.span(&used))
    }

    /// The places of the words that mean the first of `wanted`, and how many of `wanted` they mean.
    fn one_or_more(&self, field: Field, wanted: &[String], is_quoted: bool) -> Option<(Vec<usize>, usize)> {
        let first = &wanted[0];
        let alike = |place: usize, said: &str| match field {
            // "Austria" is no misspelling of "Australia".
            Field::Location if exonyms::is_name(said) && exonyms::is_name(first) => said == first,
            // Nobody says that the LLM means this word.
            _ if !is_quoted && said.chars().count() < MISSPELT => said == first,
            // "Our deli" is not Delhi.
            Field::Location if said.chars().count() < MISSPELT && !self.is_capital(place) => said == first,
            // "Scale" is no form of "Scala".
            Field::Skills => said == first || is_misspelt(said, first) || words::same(said, first),
            Field::Title if is_quoted && is_of_one_verb(said, first) => true,
            _ => is_like(said, first) || words::same(said, first),
        };
        // "Frankfurt a.M." is more than the "Frankfurt" in it.
        if field == Field::Location
            && let Some(found) = self.exonym(wanted)
        {
            return Some(found);
        }
        if let Some((place, _)) = self.words.iter().find(|(place, said)| alike(*place, said)) {
            return Some((vec![*place], 1));
        }
        if let Some(run) = words::position(first, &self.message.words) {
            let places: Vec<usize> =
                run.filter(|at| self.words.iter().any(|(place, _)| place == at)).collect();
            if !places.is_empty() {
                return Some((places, 1));
            }
        }
        let short = |(place, said): &(usize, String)| {
            if self.is_small_word(*place, said) || self.is_time(*place, said) {
                return None;
            }
            if said.chars().count() == 1 {
                let fits = field == Field::Location && is_short_form(self.message, *place);
                return (fits && first.starts_with(&**said)).then(|| (vec![*place], 1));
            }
            if let Some(covered) = initials(said, wanted) {
                return Some((vec![*place], covered));
            }
            self.may_be_short(field, *place, said).then_some(())?;
            abbreviates(said, first).then(|| (vec![*place], 1))
        };
        is_quoted.then(|| self.words.iter().find_map(short)).flatten()
    }

    fn is_capital(&self, place: usize) -> bool {
        self.message.text[self.message.words[place].span.start..].starts_with(char::is_uppercase)
    }

    /// Can the word be a short form of one longer word? "Java" is none of "JavaScript", and a "bar" is not Barcelona: a short
    /// form of a place has a capital, and not only because the message begins with it.
    fn may_be_short(&self, field: Field, place: usize, said: &str) -> bool {
        // "BI" is no short "Bibliothekar"; "Br." may be Breisgau.
        let word = &self.message.words[place];
        let is_followed = self.message.text[word.span.end..].starts_with('.');
        if said.chars().count() == 2 && word.is_capitals && !is_followed && !among(said, SHORT) {
            return false;
        }
        match field {
            Field::Skills => false,
            // "Fin d'année" is no finance.
            Field::Department => {
                is_beside_department(self.message, place)
                    || self.is_marked(place) && !among(said, WHOLE_WORDS)
            }
            Field::Location => {
                self.is_capital(place) && self.is_within_sentence(place) && !among(said, WHOLE_WORDS)
            }
            _ => !among(said, WHOLE_WORDS),
        }
    }

    /// Is it part of a time: "11 pm"?
    fn is_time(&self, place: usize, said: &str) -> bool {
        let before = place.checked_sub(1).map(|before| &self.message.words[before].plain);
        among(said, "am pm h")
            && before.is_some_and(|word| word.ends_with(|letter: char| letter.is_ascii_digit()))
    }

    /// Is it a word of two letters ("al", "la", "ay") and no short form, which is written otherwise ("LA", "Br.", "Sr Dev")?
    fn is_small_word(&self, place: usize, said: &str) -> bool {
        said.chars().count() <= 2
            && !self.is_marked(place)
            && (among(said, SMALL_WORDS) || !among(said, SHORT))
    }

    /// Is it marked as a short form: by capitals, a full stop behind it, or a capital within a sentence?
    fn is_marked(&self, place: usize) -> bool {
        let word = &self.message.words[place];
        let is_followed = self.message.text[word.span.end..].starts_with('.');
        word.is_capitals || is_followed || (self.is_within_sentence(place) && self.is_capital(place))
    }

    /// Does a word of the same sentence stand before it? The first one has a capital anyway.
    fn is_within_sentence(&self, place: usize) -> bool {
        let before = &self.message.text[..self.message.words[place].span.start];
        let before = before.trim_end_matches([' ', '"', '(', '[', '*', '-', '•']);
        let Some(mark) = before.chars().next_back() else { return false };
        // "Freiburg i. Br."
        let last = before.trim_end_matches('.').rsplit(char::is_whitespace).next().unwrap_or_default();
        let is_abbreviated = mark == '.' && last.chars().count() <= 2;
        is_abbreviated || !matches!(mark, '.' | '!' | '?' | ':' | ';' | '\n')
    }

    /// The words that name the same town or country as the first of `wanted` in another language.
    fn exonym(&self, wanted: &[String]) -> Option<(Vec<usize>, usize)> {
        let said: Vec<&str> = self.words.iter().map(|(_, word)| &**word).collect();
        let (run, covered) = exonyms::find(wanted, &said)?;
        let is_word = run.len() == 1 && self.is_small_word(self.words[run.start].0, said[run.start]);
        (!is_word).then(|| (self.words[run].iter().map(|(place, _)| *place).collect(), covered))
    }

    fn span(&self, places: &[usize]) -> Range<usize> {
        let words = &self.message.words;
        let start = places.iter().map(|at| words[*at].span.start).min().unwrap_or_default();
        let end = places.iter().map(|at| words[*at].span.end).max().unwrap_or_default();
        start..end
    }
}
