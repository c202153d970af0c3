//! Sorts the notes of a post: what introduces the company and its place, what else a candidate should read and where, what
//! belongs to the pay, and remarks for the organization.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use super::forms;
use super::note_sections::{self, Section};
use super::remark_rules::{FEWEST, REMARKS, is_for_candidates, own_words, repeats};
use super::wording::written;
use crate::Content;
use crate::language::word_lists::WordLists;
use crate::language::words::{pattern, plain_words};
use crate::language::{Language, list_file};

static PAY: LazyLock<WordLists> =
    LazyLock::new(|| WordLists::of(include_str!("../../data/writing/pay_qualifiers.txt")));

/// "My" as a company says it, by the code of the language.
static OWN: LazyLock<HashMap<(&str, &str), &str>> = LazyLock::new(|| {
    let lines = list_file::named(include_str!("../../data/writing/remarks.txt"));
    let own = lines.filter_map(|(name, pairs)| Some((name.strip_prefix("own-")?, pairs)));
    let pairs = own.flat_map(|(code, pairs)| pairs.split_whitespace().map(move |pair| (code, pair)));
    pairs.filter_map(|(code, pair)| pair.split_once('=').map(|(said, ours)| ((code, said), ours))).collect()
});

/// Most words of a note that says something of the pay.
const OF_PAY: usize = 8;
/// Most words of the name of a part of the place.
const DISTRICT: usize = 4;
/// Most words of a note that says what kind of place it is.
const WORKPLACE: usize = 6;
/// Most words of a note that stands beside the opening sentence.
const SPECIAL: usize = 26;

/// The notes, sorted. Remarks for the organization are in none of the lists.
#[derive(Clone, Debug, Default)]
pub(super) struct Notes {
    /// "We are a family business", and one thing that makes the place special.
    pub introduction: Vec<String>,
    /// "For our care home".
    pub workplace: Vec<String>,
    /// "Colonia Providencia".
    pub districts: Vec<String>,
    /// "Hybrid with 2 days at home".
    pub of_work: Vec<String>,
    /// "Gross".
    pub basis: Vec<String>,
    /// "Depending on experience", "14x".
    pub of_pay: Vec<String>,
    /// "The vans are electric".
    pub others: Vec<(Section, String)>,
}

impl Notes {
    /// The other notes of a section.
    pub fn of(&self, section: Section) -> impl Iterator<Item = &String> {
        self.others.iter().filter(move |(own, _)| *own == section).map(|(_, note)| note)
    }
}

pub(super) fn sorted(language: Language, content: &Content, company: &str) -> Notes {
    let mut notes = Notes::default();
    let has_pay = content.salary.min.or(content.salary.max).is_some();
    for note in &content.notes {
        if is_of_pay(note) {
            let text = forms::bare(&written(language, note));
            if has_pay {
                add_to_pay(&mut notes, text);
            } else if plain_words(note).len() > 1 {
                // "Pay by scale 126" is all that the post says of it.
                notes.others.push((Section::Offer, forms::capitalised(&text)));
            }
            continue;
        }
        let text = without_exclusion(note).trim_start_matches(|sign: char| !sign.is_alphanumeric());
        let text = forms::bare(without_lead(language, &written(language, text)));
        if let Some(workplace) = workplace(language, content, &text) {
            notes.workplace.push(workplace);
        } else if is_district(content, &text) {
            notes.districts.push(text);
        } else {
            add(content, company, &mut notes, forms::capitalised(&text));
        }
    }
    if has_pay {
        let items = content.benefits.iter().chain(&content.additional_pay).filter(|item| is_of_pay(item));
        for item in items {
            add_to_pay(&mut notes, forms::bare(&written(language, item)));
        }
    }
    introduce_special(language, &mut notes);
    notes
}

/// Adds a note that candidates read.
fn add(content: &Content, company: &str, notes: &mut Notes, text: String) {
    if !is_for_candidates(content, &text) {
        return;
    }
    let is_held = |own: &String| *own == text;
    if notes.introduction.iter().chain(notes.others.iter().map(|(_, own)| own)).any(is_held) {
        return;
    }
    let words = own_words(&text);
    if content.work_type.is_some() && words.iter().any(|word| REMARKS.has("work", word)) {
        notes.of_work.push(text);
    } else if introduces(&text, company) {
        let text = without_place(content, &text).to_owned();
        if is_sentence(&text) {
            notes.introduction.push(text);
        } else {
            notes.others.push((Section::More, text));
        }
    } else {
        notes.others.push((note_sections::of_note(&text), text));
    }
}

fn add_to_pay(notes: &mut Notes, text: String) {
    let words = own_words(&text);
    let is_of_basis =
        |word: &String| ["basis", "basis-with", "pay"].into_iter().any(|list| PAY.has(list, word));
    let is_basis = words.iter().any(|word| PAY.has("basis", word)) && words.iter().all(is_of_basis);
    let text = if is_basis { without_pay(&text).to_lowercase() } else { text };
    let list = if is_basis { &mut notes.basis } else { &mut notes.of_pay };
    // "13 mensilità" beside "per 13 mensilità".
    let holds = |whole: &str, part: &str| whole.to_lowercase().contains(&part.to_lowercase());
    if !list.iter().any(|own| holds(own, &text)) {
        list.retain(|own| !holds(&text, own));
        list.push(text);
    }
}

/// "Sueldo base" beside an amount is "base".
fn without_pay(text: &str) -> String {
    text.split_whitespace().filter(|word| !PAY.has("pay", word)).collect::<Vec<_>>().join(" ")
}

/// Moves one note that makes the place special to the introduction.
fn introduce_special(language: Language, notes: &mut Notes) {
    let [caution, us] = ["caution", "us"].map(|list| format!("{list}-{}", language.code()));
    let has = |note: &str, list: &str| own_words(note).iter().any(|word| REMARKS.has(list, word));
    let may_begin = |(section, note): &(Section, String)| {
        matches!(section, Section::More | Section::Offer)
            && (FEWEST + 1..=SPECIAL).contains(&own_words(note).len())
            && !note.contains(['%', '€', '$', '£'])
            && !has(note, &caution)
    };
    let position = |is_it: &dyn Fn(&(Section, String)) -> bool| {
        notes.others.iter().position(|note| may_begin(note) && is_it(note))
    };
    let of_us = |(section, note): &(Section, String)| {
        *section == Section::More && (has(note, "us") || has(note, &us))
    };
    let special = position(&|(_, note)| has(note, "special")).or_else(|| position(&of_us));
    if let Some(at) = special {
        let (_, note) = notes.others.remove(at);
        notes.introduction.push(note);
    }
}

/// "For our care home" as it stands in the opening sentence; "for Year 2" belongs to the title.
fn workplace(language: Language, content: &Content, note: &str) -> Option<String> {
    // "Storeperson for our warehouse", where the title has the first word.
    let title = content.title.as_deref().map(plain_words).unwrap_or_default();
    let is_of_title = |first: &str| title.contains(&first.to_lowercase());
    let mut note = note;
    while let Some((_, rest)) = note.split_once(' ').filter(|(first, _)| is_of_title(first)) {
        note = rest;
    }
    let words = plain_words(note);
    let (first, rest) = words.split_first()?;
    if !REMARKS.has("workplace-lead", first) || rest.is_empty() || words.len() > WORKPLACE {
        return None;
    }
    let has_figure = note.contains(|letter: char| letter.is_numeric());
    let is_ours = rest.len() > 1 && REMARKS.has("our", &rest[0]);
    let is_premises = rest.iter().any(|word| REMARKS.has("premises", word));
    let is_class = has_figure && rest.len() == 2 && rest[0].chars().all(char::is_alphabetic);
    let is_known = rest.last().is_some_and(|last| REMARKS.has("open", last)) || repeats(content, note);
    let fits = (is_ours || is_premises || is_class) && !is_known;
    let ours = |(at, word): (usize, &str)| {
        let word = if at == 0 { word.to_lowercase() } else { word.to_owned() };
        OWN.get(&(language.code(), &*word)).map_or(word.clone(), |own| (*own).to_owned())
    };
    fits.then(|| note.split_whitespace().enumerate().map(ours).collect::<Vec<_>>().join(" "))
}

/// "Colonia Providencia", "woj. podkarpackie": a part of the place, which the post does not name.
fn is_district(content: &Content, note: &str) -> bool {
    let words = plain_words(note);
    let is_held = || content.location.as_deref().is_some_and(|place| place.contains(note));
    content.location.is_some()
        && (2..=DISTRICT).contains(&words.len())
        && words.first().is_some_and(|first| REMARKS.has("district", first))
        && !note.contains(|letter: char| letter.is_numeric())
        && !is_held()
}

/// "We have a cat, so nobody with allergies": who should not apply is no text for candidates.
fn without_exclusion(note: &str) -> &str {
    static EXCLUSION: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)[,;]?\s*(?:\b(?:so|and|also|und|daher|donc|et|así\s+que|y|quindi|e|dus|en|więc|i)\s+)?\b(?:no[\s-]?one|nobody|niemand|keiner|personne|nadie|ninguém|nessuno|nikt)\s+(?:with|under|over|who|mit|unter|über|der|die|avec|de\s+moins|con|menor|mayor|que|com|met|z|kto)\b.*$",
        )
    });
    &note[..EXCLUSION.find(note).map_or(note.len(), |found| found.start())]
}

/// "Brutto", "14x", "je nach Erfahrung", "barema 126": words about the pay and nothing else.
pub(super) fn is_of_pay(note: &str) -> bool {
    const NUMBER: usize = 3;
    let words = own_words(note);
    let is_share = note.contains("100") && note.contains('%');
    let is_core = |word: &String| PAY.has("core", word) || is_count_of_salaries(word);
    let is_core = |word: &String| is_core(word) || is_share && word == "100";
    let is_number = |word: &String| word.len() <= NUMBER && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_known = |word: &String| is_core(word) || PAY.has("with", word) || is_number(word);
    (1..=OF_PAY).contains(&words.len()) && words.iter().any(is_core) && words.iter().all(is_known)
}

/// "Base", "podstawa": it is the base pay, and nothing else.
pub(super) fn is_base(note: &str) -> bool {
    let words = own_words(note);
    !words.is_empty() && words.iter().all(|word| PAY.has("base", word))
}

/// "14x": how many monthly salaries a year has.
fn is_count_of_salaries(word: &str) -> bool {
    let count = word.strip_suffix('x').or_else(|| word.strip_suffix("mal"));
    count.and_then(|count| count.parse::<u32>().ok()).is_some_and(|count| (12..=16).contains(&count))
}

/// Is the note about what the company is: does it begin with its name, or say what "we" are?
fn introduces(note: &str, company: &str) -> bool {
    const NAME: usize = 3;
    const LEAD: usize = 4;
    let words = own_words(note);
    let name: Vec<String> =
        plain_words(company).into_iter().filter(|word| word.chars().count() > NAME).collect();
    let found = name.iter().filter(|name| words.iter().take(LEAD).any(|word| word == *name)).count();
    // "Clínica" alone may be any.
    let is_named = found > 0 && found >= name.len().min(2);
    let has = |list: &str| words.iter().any(|word| REMARKS.has(list, word));
    let is_year = |word: &String| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    is_named || has("kind") || has("us") && has("identity") || has("since") && words.iter().any(is_year)
}

/// Has it a verb, or words of "we"? "Garage familial à Sherbrooke" has none; Arabic sentences often have none either.
fn is_sentence(note: &str) -> bool {
    let is_arabic = |letter: char| matches!(letter, '\u{600}'..='\u{6ff}');
    note.contains(is_arabic)
        || own_words(note).iter().any(|word| REMARKS.has("verb", word) || REMARKS.has("us", word))
}

/// "We're a family outfit in Tulsa", where the opening says that the work is in Tulsa.
fn without_place<'a>(content: &Content, note: &'a str) -> &'a str {
    let town = content.location.as_deref().and_then(|place| place.split([',', '(']).next()).map(str::trim);
    let before = town.filter(|town| !town.is_empty()).and_then(|town| note.strip_suffix(town));
    let Some((rest, lead)) = before.and_then(|before| before.trim_end().rsplit_once(' ')) else {
        return note;
    };
    let words = own_words(rest);
    let says_what =
        |last: &String| ["identity", "kind", "premises"].iter().any(|list| REMARKS.has(list, last));
    let is_whole = words.len() >= FEWEST && words.last().is_some_and(says_what);
    if is_whole && REMARKS.has("place", lead) { rest } else { note }
}

/// "Oh and the vans are electric": the note without small talk before it.
fn without_lead(language: Language, note: &str) -> &str {
    let own = format!("lead-{}", language.code());
    let mut rest = note;
    while let Some((first, behind)) = rest.split_once(' ') {
        let word = first.trim_end_matches([',', '.', '!', ':']);
        let is_lead = REMARKS.has("lead", word) || REMARKS.has(&own, word);
        let has_figure = behind.contains(|letter: char| letter.is_numeric());
        if !is_lead || behind.split_whitespace().count() < FEWEST && !has_figure {
            break;
        }
        rest = behind.trim_start();
    }
    rest
}
