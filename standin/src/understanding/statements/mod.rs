//! Reads benefits, requirements and tasks that plain sentences state: "we offer a company bike", "must speak Spanish".

pub(super) mod items;
mod no_benefits;
mod patterns;

use std::{ops::Range, sync::LazyLock};

use job_post::{Field, Language, ProposedUpdate};
use regex::Regex;

pub(super) use self::no_benefits::{is_teaching, is_unpaid};
use self::patterns::Segment;
use crate::{
    text::sentences::{Sentence, pattern},
    turn::Turn,
    understanding::{level, notes, tasks, updates::add},
};

/// Longest sentence in bytes; longer ones are texts, which have headings.
const LONGEST: usize = 1200;
/// Most words of a clause that names a benefit without saying that it is offered: "25 days' holiday".
const MOST_WORDS: usize = 7;

/// The updates of a sentence to the lists.
#[derive(Default)]
pub(crate) struct Found {
    pub updates: Vec<ProposedUpdate>,
    /// The whole sentence is a list of tasks or benefits: tools and places in it are not skills or the location.
    pub is_whole: bool,
}

/// What a sentence states. `title` is the range of the title in the message.
pub(crate) fn find(turn: &Turn, sentence: &Sentence<'_>, title: &Range<usize>) -> Found {
    let text = sentence.text();
    if text.len() > LONGEST {
        return Found::default();
    }
    let mut found = Found::default();
    let segments = patterns::segments(text, turn.has("title"));
    for segment in segments
        .iter()
        .filter(|it| is_about_a_person(text, it) && !touches(sentence, it, title) && !hangs_on(text, it))
    {
        let list = &text[segment.list.clone()];
        let (mut items, is_all) = items::of(segment.field, segment.only_known, list);
        // "Kein Anschreiben nötig", "no experience required".
        items.retain(|(field, item)| {
            let is_denied = segment.leads() && is_negation(&items::first_word(item).to_lowercase());
            *field != Field::Requirements || !is_denied
        });
        if let Some((field, last)) = items.last_mut().filter(|_| segment.leads()) {
            *last = match field {
                Field::Benefits => provided(text, last, segment.list.end),
                _ => qualified(text, last, segment.list.end),
            };
        }
        // "£11.80/hr plus tips" begins with pay.
        let before = &text[..segment.start];
        let begins = before.split_whitespace().count() <= 1 && !before.contains(char::is_numeric);
        found.is_whole |= segments.len() == 1 && is_all && begins && segment.field == Field::Benefits;
        found.updates.extend(items.into_iter().map(|(field, item)| add(field, item, item)));
    }
    let years = level::find(sentence).into_iter().filter(|update| update.field == Field::Requirements);
    let known: Vec<ProposedUpdate> = found.updates.iter().cloned().chain(years).collect();
    let bare = bare_clauses(sentence, title, &known, turn.language);
    found.updates.extend(bare);
    found
}

/// The item with the words that say that it is only wished for: "a forklift licence is a plus".
fn qualified<'a>(text: &'a str, item: &'a str, end: usize) -> &'a str {
    let end = text[..end].trim_end_matches([' ', '=', ':']).len();
    let Some(start) = text[..end].rfind(item).filter(|start| start + item.len() == end) else { return item };
    wished_end(text, end).map_or(item, |end| text[start..end].trim_end())
}

/// "Vêtements fournis": of one word alone nobody knows that it is offered.
fn provided<'a>(text: &'a str, item: &'a str, end: usize) -> &'a str {
    static GIVEN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^\s+(?:fourni|offert|inclus|compris|provided|included|incluid|incluíd|inclus[oaie]|compres[oaie]|inbegrepen|gestellt|zapewnion)\p{L}*",
        )
    });
    let end = text[..end].trim_end().len();
    let Some(start) = text[..end].rfind(item).filter(|start| start + item.len() == end) else { return item };
    let given = GIVEN.find(&text[end..]).filter(|_| !item.contains(' '));
    given.map_or(item, |given| &text[start..end + given.end()])
}

/// "401k with a 4% match": what follows belongs to the benefit before it.
fn hangs_on(text: &str, segment: &Segment) -> bool {
    const WITH: &[&str] = &["with", "mit", "avec", "con", "com", "met", "z"];
    let cue = text[segment.start..segment.list.start].trim().to_lowercase();
    let before = &text[..segment.start];
    let clause = before.rsplit([',', ';', '.', ':']).next().unwrap_or_default();
    let clause = clause.rsplit(" and ").next().unwrap_or_default();
    segment.only_known && WITH.contains(&&*cue) && items::names(Field::Benefits, clause)
}

/// The end of the words behind `end` that say that something is only wished for.
pub(super) fn wished_end(text: &str, end: usize) -> Option<usize> {
    static WISHED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^\s*[=:]?\s*(?:(?:is|are|would\s+be|ist|sind|wäre|wären|wär|waer|waere|est|sont|serait|es|son|sería|é|são|è|sono|is|zijn|jest|są)\s+)?(?:a\s+plus|a\s+bonus|an\s+advantage|preferred|desirable|nice\s+to\s+have|von\s+vorteil|erwünscht|gewünscht|wünschenswert|ein\s+plus|(?:super|toll|schön|prima|ideal)(?:\s|$)|souhaitée?s?|appréciée?s?|un\s+plus|un\s+atout|valorables?|deseables?|desejáve(?:l|is)|valorizad[oa]s?|uma\s+mais-valia|um\s+diferencial|gradit[oaie]|preferibil[ei]|un\s+vantaggio|een\s+pre|een\s+plus|gewenst|mile\s+widzian[eay])",
        )
    });
    WISHED.find(&text[end..]).map(|wished| end + wished.end())
}

/// Clauses that are nothing but a benefit or a requirement. `known` is what other readers found.
fn bare_clauses(
    sentence: &Sentence<'_>,
    title: &Range<usize>,
    known: &[ProposedUpdate],
    language: Language,
) -> Vec<ProposedUpdate> {
    let mut found = Vec::new();
    for clause in &sentence.clauses {
        let text = sentence.span(clause.clone());
        let at = sentence.words[clause.start].at.start..sentence.words[clause.end - 1].at.end;
        let overlaps = at.start < title.end && title.start < at.end;
        let is_known = known.iter().any(|it| it.value.contains(text) || text.contains(&it.value));
        // "Cleaning company cars" is work, whatever it is done to.
        let is_work = tasks::is_task(text, language)
            && !items::names(Field::Requirements, text)
            && (is_teaching(text) || !items::names(Field::Benefits, items::first_word(text)));
        // "Health insurance after 60 days and 401k with a 4% match" is two of them.
        let parts = items::parts(text);
        let is_long = parts.iter().any(|part| part.split_whitespace().count() > MOST_WORDS);
        let is_long = if parts.len() > 1 { is_long } else { clause.len() > MOST_WORDS };
        // "VCA mag je bij ons halen" has the noun of a requirement and is none.
        if notes::is_offered(text) {
            continue;
        }
        if overlaps || is_known || is_work || is_long || is_negated(text) || is_count_of_salaries(text) {
            continue;
        }
        let is_benefit =
            items::begins_as_benefit(text) && !items::names(Field::Requirements, items::first(text));
        let field = if is_benefit { Field::Benefits } else { Field::Requirements };
        let (items, is_all) = items::of(field, true, text);
        if is_all {
            found.extend(items.into_iter().map(|(field, item)| add(field, item, item)));
        }
    }
    found
}

/// "Per 13 mensilità" says something of the pay.
pub(super) fn is_count_of_salaries(text: &str) -> bool {
    static COUNT: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:per|en|em|auf|sur|su|in)\s+1[2-6]\s?(?:pagas|mensilità|mensualités|monatsgehälter|monatslöhne|salários)$",
        )
    });
    COUNT.is_match(text)
}

/// Is the segment about a person, and not denied? "The salary must be …", "we must have somebody", "they don't need to …".
fn is_about_a_person(text: &str, segment: &Segment) -> bool {
    const OTHERS: &[&str] = &[
        "salary",
        "pay",
        "title",
        "location",
        "post",
        "ad",
        "job",
        "role",
        "position",
        "office",
        "it",
        "this",
        "that",
        "we",
        "i",
        "us",
        "shift",
        "start",
        "contract",
        "gehalt",
        "titel",
        "stelle",
        "anzeige",
        "wir",
        "ich",
        "es",
        "titre",
        "salaire",
        "lieu",
        "annonce",
        "poste",
        "nous",
        "ce",
        "ça",
        "título",
        "sueldo",
        "salario",
        "anuncio",
        "puesto",
        "titolo",
        "titel",
        "salaris",
        "المسمى",
        "الراتب",
        "العنوان",
    ];
    let before =
        text[..segment.start].rsplit([',', '.', ';', ':', '،']).next().unwrap_or_default().to_lowercase();
    let mut words = before.split_whitespace().rev();
    let last = words.next().unwrap_or_default();
    let is_requirement = segment.field == Field::Requirements && segment.start != segment.list.start;
    let is_other = is_requirement && OTHERS.contains(&last);
    let is_cut = segment.leads() && is_cut(&text[segment.list.clone()]);
    // "Parkplatz gibt's leider keinen".
    let behind = text[segment.list.end..].split([',', '.', ';', ':', '،']).next().unwrap_or_default();
    let is_denied = segment.leads() && is_negated(behind);
    // "Kom met de fiets": how people come.
    const COMING: &[&str] = &[
        "kom",
        "komt",
        "come",
        "komm",
        "kommen",
        "viens",
        "venez",
        "ven",
        "vengan",
        "venha",
        "vieni",
        "przyjedź",
    ];
    !(is_negation(last) || is_other || is_cut || is_denied || COMING.contains(&last))
}

/// "Housing is not" before "included", "Spanish is" before "a must": the pattern began within its verb.
fn is_cut(list: &str) -> bool {
    const VERBS: &[&str] = &[
        "is", "are", "was", "were", "be", "isn't", "aren't", "no", "longer", "ist", "sind", "wird", "werden",
        "est", "sont", "es", "son", "é", "são", "è", "zijn", "jest", "są", "anymore", "hona", "hone", "honi",
        "aana", "aani",
    ];
    let last = list.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    VERBS.contains(&&*last) || is_negation(&last)
}

fn is_negation(word: &str) -> bool {
    const DENYING: &[&str] = &[
        "not", "no", "never", "nicht", "kein", "keine", "keinen", "keiner", "niente", "nie", "ne", "n'",
        "pas", "sans", "sin", "não", "nao", "sem", "non", "senza", "niet", "geen", "nie", "bez", "لا", "ليس",
        "بدون", "without", "ohne",
    ];
    DENYING.contains(&word) || word.ends_with("n't") || word.ends_with("n’t")
}

pub(in crate::understanding) fn is_negated(text: &str) -> bool {
    text.to_lowercase().split_whitespace().any(is_negation)
}

fn touches(sentence: &Sentence<'_>, segment: &Segment, title: &Range<usize>) -> bool {
    let from = sentence.text_start();
    let at = from + segment.list.start..from + segment.list.end;
    at.start < title.end && title.start < at.end && title.start >= at.start
}
