//! Sorts the notes of a post: what introduces the company, what else a candidate should read, what belongs to the pay, and
//! remarks for the organization.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use super::forms;
use super::guard::telling_words;
use super::wording::written;
use crate::compliance;
use crate::language::Language;
use crate::language::likeness::folded;
use crate::language::word_lists::WordLists;
use crate::language::words::{pattern, plain_words, words};
use crate::money::{self, Pay};
use crate::{Content, Field, Salary};

static REMARKS: LazyLock<WordLists> =
    LazyLock::new(|| WordLists::of(include_str!("../../data/writing/remarks.txt")));
static PAY: LazyLock<WordLists> =
    LazyLock::new(|| WordLists::of(include_str!("../../data/writing/pay_qualifiers.txt")));

/// Fewest words of a note that a candidate reads.
const FEWEST: usize = 3;
/// Most words of a note that is a cut phrase by its first word.
const FRAGMENT: usize = 6;
/// Most words of a note that says something of the pay.
const OF_PAY: usize = 8;
/// Most words of a note that says again what the post has.
const REPEATED: usize = 12;
/// Most words of a note that only refers to something.
const REFERENCE: usize = 4;
/// Fewest digits of a telephone number.
const DIGITS: usize = 7;

/// The notes, sorted. Remarks for the organization are in none of the lists.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// "We are a family business".
    pub introduction: Vec<String>,
    /// "The vans are electric".
    pub others: Vec<String>,
    /// "Gross", "depending on experience".
    pub of_pay: Vec<String>,
}

pub(super) fn sorted(language: Language, content: &Content, company: &str) -> Notes {
    let mut notes = Notes::default();
    let has_pay = content.salary.min.or(content.salary.max).is_some();
    for note in &content.notes {
        if is_of_pay(note) {
            let text = forms::bare(&written(language, note));
            if has_pay && !notes.of_pay.contains(&text) && !is_paid_beside(content, &text) {
                notes.of_pay.push(text);
            }
            continue;
        }
        let text = without_exclusion(note).trim_start_matches(|sign: char| !sign.is_alphanumeric());
        let text = forms::capitalised(&forms::bare(without_lead(language, &written(language, text))));
        if !is_for_candidates(content, &text) {
            continue;
        }
        let list = if introduces(&text, company) { &mut notes.introduction } else { &mut notes.others };
        if !list.contains(&text) {
            list.push(text);
        }
    }
    notes
}

/// "13 mensilità" beside the benefit "per 13 mensilità".
fn is_paid_beside(content: &Content, text: &str) -> bool {
    let mut items = content.benefits.iter().chain(&content.additional_pay);
    items.any(|item| item.to_lowercase().contains(&text.to_lowercase()))
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

/// "Brutto", "14x", "je nach Erfahrung": words about the pay and nothing else.
fn is_of_pay(note: &str) -> bool {
    let words = own_words(note);
    let is_share = note.contains("100") && note.contains('%');
    let is_core = |word: &String| PAY.has("core", word) || is_count_of_salaries(word);
    let is_core = |word: &String| is_core(word) || is_share && word == "100";
    let is_known = |word: &String| is_core(word) || PAY.has("with", word);
    (1..=OF_PAY).contains(&words.len()) && words.iter().any(is_core) && words.iter().all(is_known)
}

/// The words without the articles that are written together with them: "l'expérience", "un'azienda".
fn own_words(text: &str) -> Vec<String> {
    let without = |word: String| match word.split_once('\'') {
        Some((article, rest)) if article.len() <= 4 && rest.chars().count() > 2 => rest.to_owned(),
        _ => word,
    };
    plain_words(text).into_iter().map(without).collect()
}

/// "14x": how many monthly salaries a year has.
fn is_count_of_salaries(word: &str) -> bool {
    let count = word.strip_suffix('x').or_else(|| word.strip_suffix("mal"));
    count.and_then(|count| count.parse::<u32>().ok()).is_some_and(|count| (12..=16).contains(&count))
}

fn is_for_candidates(content: &Content, note: &str) -> bool {
    let words = own_words(note);
    let has = |list: &str| words.iter().any(|word| REMARKS.has(list, word));
    let is_label =
        note.ends_with(['?', ':', '؟']) || note == note.to_uppercase() && note != note.to_lowercase();
    let is_cut = words.len() <= FRAGMENT && words.first().is_some_and(|first| REMARKS.has("fragment", first));
    words.len() >= FEWEST
        && !is_label
        && !is_cut
        && !is_heading(&words)
        && !is_order(&words)
        && !words.last().is_some_and(|last| REMARKS.has("open", last))
        && !says_again(content, note, &words)
        && !has_address(note)
        && !has("remark")
        && !is_bare_reference(&words)
        && !repeats(content, note)
        && !excludes(note)
}

/// "Put the salary back", "we need a cook", "back to hybrid": what is said to the agent.
fn is_order(words: &[String]) -> bool {
    let begins = |most: usize, list: &str| words.iter().take(most).any(|word| REMARKS.has(list, word));
    let has_figure = words.iter().any(|word| word.contains(|letter: char| letter.is_numeric()));
    let is_of_work = words.iter().any(|word| REMARKS.has("work", word)) && !has_figure;
    begins(1, "order") || begins(3, "seeking") || is_of_work
}

/// "What we ask for", "Pay and conditions": what names a section of an ad.
fn is_heading(words: &[String]) -> bool {
    let asks = words.first().is_some_and(|first| REMARKS.has("asking", first));
    words.len() <= FRAGMENT && asks || words.iter().all(|word| REMARKS.has("heading", word))
}

/// "Location: Leeds", "WANTED: Sous Chef, Galway", "Salary €38,000 to 42,000": a label, the title or the pay again.
fn says_again(content: &Content, note: &str, words: &[String]) -> bool {
    const LABEL: usize = 2;
    let label = note.split_once(": ").map(|(label, _)| plain_words(label).len());
    let is_labelled = label.is_some_and(|words| (1..=LABEL).contains(&words));
    let title = content.title.as_deref().map(plain_words).unwrap_or_default();
    let is_title = !title.is_empty()
        && words.len() <= title.len() + FEWEST
        && words.windows(title.len()).any(|part| part == title);
    let Salary { min, max, .. } = content.salary;
    let is_pay = |pay: Pay| [pay.min, pay.max].iter().any(|it| it.is_some() && [min, max].contains(it));
    is_labelled || is_title || money::find(note).into_iter().any(is_pay)
}

/// "At our guesthouse", "we pay for it": nothing without what was said before.
fn is_bare_reference(words: &[String]) -> bool {
    let [first, second, .., last] = words else { return false };
    let is_place = REMARKS.has("place", first) && REMARKS.has("us", second);
    words.len() <= REFERENCE && (is_place || REMARKS.has("pronoun", last))
}

/// Does the note have words that exclude people? "The chef forages her own seaweed" is about somebody who works there.
fn excludes(note: &str) -> bool {
    let findings = compliance::wording_of(Field::Notes, note);
    findings.iter().any(|finding| finding.code != "gendered_wording")
}

fn has_address(note: &str) -> bool {
    let digits = note.chars().filter(char::is_ascii_digit).count();
    let is_number = digits >= DIGITS && note.split_whitespace().any(|word| word.starts_with(['0', '+', '(']));
    is_number
        || note.contains('@')
        || note.split_whitespace().any(|word| word.starts_with("www.") || word.contains("://"))
}

/// Do other fields of the post say most of it?
fn repeats(content: &Content, note: &str) -> bool {
    let telling = telling_words(note);
    if words(note).len() > REPEATED {
        return false;
    }
    let others = Field::ALL.into_iter().filter(|field| !matches!(field, Field::Notes | Field::Description));
    let held: HashSet<String> = others
        .flat_map(|field| {
            let text = content.text(field).and_then(Option::as_deref);
            text.into_iter()
                .chain(content.list(field).into_iter().flatten().map(String::as_str))
                .collect::<Vec<_>>()
        })
        .flat_map(words)
        .map(|word| folded(&word.plain))
        .collect();
    let found = telling.iter().filter(|word| held.contains(*word)).count();
    found == telling.len() || found > FEWEST && found * 4 >= telling.len() * 3
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
    is_named || has("us") && has("identity") || has("since") && words.iter().any(is_year)
}

/// "Oh and the vans are electric": the note without small talk before it.
fn without_lead(language: Language, note: &str) -> &str {
    let own = format!("lead-{}", language.code());
    let mut rest = note;
    while let Some((first, behind)) = rest.split_once(' ') {
        let word = first.trim_end_matches([',', '.', '!', ':']);
        let is_lead = REMARKS.has("lead", word) || REMARKS.has(&own, word);
        if !is_lead || behind.split_whitespace().count() < FEWEST {
            break;
        }
        rest = behind.trim_start();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::Decimal;

    fn of(notes: &[&str]) -> Notes {
        let content = Content {
            title: Some("HVAC Technician".to_owned()),
            benefits: vec!["free parking in the yard".to_owned()],
            salary: Salary { min: Some(Decimal::from(3_000)), ..Salary::default() },
            notes: notes.iter().map(|note| (*note).to_owned()).collect(),
            ..Content::default()
        };
        let language = Language::of(notes.iter().copied(), None);
        sorted(language, &content, "Redbud Heating & Air")
    }

    #[test]
    fn candidates_read_what_makes_the_place_special() {
        for note in [
            "The vans are all electric",
            "Hunde sind bei uns im Haus willkommen",
            "Le four est au bois",
            "Los carritos son eléctricos",
            "La lavanderia è interna",
            "A clínica fica em frente ao mar",
            "Bus is elektrisch",
            "Auta są z 2023 roku",
            "الورشة جنب موقف الباص رقم 9",
            "Hybrid, 3 days in the office",
            "There's a room upstairs if you need it",
        ] {
            assert_eq!(of(&[note]).others, [note]);
        }
        for (note, text) in [
            ("oh and theres a bbq on fridays lol", "There's a bbq on Fridays"),
            (
                "we have a resident cat called Bertie so nobody with cat allergys pls",
                "We have a resident cat called Bertie",
            ),
            ("head chef forages her own seaweed", "Head chef forages her own seaweed"),
            ("And please say we have a garden with four hens", "We have a garden with four hens"),
        ] {
            assert_eq!(of(&[note]).others, [text]);
        }
    }

    #[test]
    fn what_the_company_is_introduces_it() {
        for note in [
            "We're a family outfit and have done heating since 1987",
            "Redbud Heating has 40 vans on the road",
            "Been doing heating and air since 1987",
            "Wir sind ein Familienbetrieb in dritter Generation",
            "Nous sommes une entreprise familiale",
            "Siamo un'azienda di 12 persone",
        ] {
            assert_eq!(of(&[note]).introduction, [note]);
        }
    }

    #[test]
    fn remarks_for_the_organization_stay_with_it() {
        for note in [
            "Boss says 42 is too low",
            "Nicht 19",
            "nobody with cat allergies",
            "new rates came through",
            "Kennziffer FE-2209 bitte angeben",
            "WAS DU MITBRINGST BEI UNS",
            "for our care home",
            "hotel",
            "Put the salary back in",
            "No publiques todavía",
            "Back to hybrid please",
            "We pay between",
            "Wir suchen eine",
            "Somebody with RICS membership",
            "What we ask for",
            "Pay and conditions",
            "Location: Leeds (LS10)",
            "HVAC Technician - 1st shift",
            "Salary of 3,000 EUR a month, paid on Fridays",
            "free parking in the yard",
            "we pay for it",
            "at our guesthouse",
            "call Mr Jones on 01632 960182",
            "we want a young team",
        ] {
            let notes = of(&[note]);
            assert!(notes.introduction.is_empty() && notes.others.is_empty(), "{note}: {notes:?}");
        }
    }

    #[test]
    fn qualifiers_belong_to_the_pay() {
        for note in [
            "brutto",
            "14x",
            "je nach Erfahrung",
            "depending on experience",
            "selon l'expérience",
            "en 14 pagas",
            "calcolato sul 100%",
            "auf 100% gerechnet",
            "na rękę",
            "bei 100%",
            "selon les cartes de compétence",
        ] {
            let notes = of(&[note]);
            assert_eq!((notes.of_pay, notes.others), (vec![note.to_owned()], vec![]));
        }
        for note in ["je nach Saison", "gross negligence", "experience with cows"] {
            assert_eq!(of(&[note]).of_pay, [""; 0], "{note}");
        }
    }
}
