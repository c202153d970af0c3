//! Notes of a few words that say something of a task or a benefit: "210 cows", "the vans are electric". Alone they say little.

use super::composition::Unit;
use super::forms::lower_first;
use super::note_sections::Section;
use super::remark_rules::{REMARKS, own_words};
use super::remarks::Notes;
use crate::language::Language;

/// Most words of a note that is joined with a benefit.
const OF_BENEFIT: usize = 6;
/// Most words of a number of things.
const COUNTED: usize = 3;

/// Joins such notes with their task or benefit, and takes them out of the notes.
pub(super) fn join(language: Language, notes: &mut Notes, tasks: &mut [Unit], benefits: &mut [Unit]) {
    notes.others.retain(|(section, note)| {
        let may_join = matches!(section, Section::More | Section::Offer);
        !(may_join && (join_count(note, tasks, benefits) || join_subject(language, note, benefits)))
    });
}

/// "3 sites" goes to the item that has a site, "210 vacas" to the first task.
fn join_count(note: &str, tasks: &mut [Unit], benefits: &mut [Unit]) -> bool {
    let words = own_words(note);
    let is_count = words.first().is_some_and(|first| first.bytes().all(|byte| byte.is_ascii_digit()))
        && (2..=COUNTED).contains(&words.len());
    let Some(noun) = words.get(1).filter(|noun| is_count && noun.chars().all(char::is_alphabetic)) else {
        return false;
    };
    // "40 employees" says something of the company, and "80 percent" of the hours.
    if note.contains('%') || ["identity", "measure"].iter().any(|list| REMARKS.has(list, noun)) {
        return false;
    }
    let is_free = |item: &Unit| !item.1.contains('(');
    let has_noun = |item: &Unit| is_free(item) && names(&item.1, noun);
    let item = match (tasks.iter().position(has_noun), benefits.iter().position(has_noun)) {
        (Some(at), _) => tasks.get_mut(at),
        (None, Some(at)) => benefits.get_mut(at),
        (None, None) => tasks.first_mut().filter(|item| is_free(item)),
    };
    let Some(item) = item else { return false };
    item.1 = format!("{} ({note})", item.1);
    true
}

/// "Vans are all electric" goes to "Company van you can take home".
fn join_subject(language: Language, note: &str, benefits: &mut [Unit]) -> bool {
    let words = own_words(note);
    let has_article = words.first().is_some_and(|first| REMARKS.has("article", first));
    let Some([noun, verb, ..]) = words.get(usize::from(has_article)..) else { return false };
    let caution = format!("caution-{}", language.code());
    let is_short = words.len() <= OF_BENEFIT && !words.iter().any(|word| REMARKS.has(&caution, word));
    if !is_short || !REMARKS.has("being", verb) || REMARKS.has("us", noun) {
        return false;
    }
    let Some(item) = benefits.iter_mut().find(|item| names(&item.1, noun)) else { return false };
    // A German noun keeps its capital.
    let is_lower = has_article || language != Language::German;
    let note = if is_lower { lower_first(note) } else { note.to_owned() };
    item.1 = format!("{}, {note}", item.1);
    true
}

/// Has the text the noun, in the singular or the plural?
fn names(text: &str, noun: &str) -> bool {
    let is_plural = |one: &str, other: &str| {
        one.strip_prefix(other).is_some_and(|ending| matches!(ending, "" | "s" | "es" | "n" | "en" | "x"))
    };
    own_words(text).iter().any(|word| is_plural(word, noun) || is_plural(noun, word))
}

#[cfg(test)]
mod tests {
    use super::super::composition::Part;
    use super::*;
    use crate::Field;

    #[test]
    fn crumbs_stand_with_what_they_are_about() {
        for (language, note, task, benefit, expected) in [
            (Language::Spanish, "210 vacas", "Ordeñe", "Casa", ["Ordeñe (210 vacas)", "Casa"]),
            (
                Language::French,
                "3 sites",
                "Poubelles",
                "Vélo pour aller d'un site à l'autre",
                ["Poubelles", "Vélo pour aller d'un site à l'autre (3 sites)"],
            ),
            (
                Language::English,
                "Vans are all electric",
                "Service calls",
                "Company van you can take home",
                ["Service calls", "Company van you can take home, vans are all electric"],
            ),
            (
                Language::German,
                "Der Bus ist elektrisch",
                "Montage",
                "Bus mit nach Hause nehmen",
                ["Montage", "Bus mit nach Hause nehmen, der Bus ist elektrisch"],
            ),
        ] {
            let mut notes = Notes { others: vec![(Section::More, note.to_owned())], ..Notes::default() };
            let mut tasks = [(Part::Item(Field::Responsibilities), task.to_owned())];
            let mut benefits = [(Part::Item(Field::Benefits), benefit.to_owned())];
            join(language, &mut notes, &mut tasks, &mut benefits);
            assert_eq!([&*tasks[0].1, &*benefits[0].1], expected);
            assert!(notes.others.is_empty());
        }
        for note in [
            "40 employees",
            "80 percent",
            "2 km away",
            "Parking is difficult here",
            "The bakery is across the road",
            "We are happy",
        ] {
            let mut notes = Notes { others: vec![(Section::More, note.to_owned())], ..Notes::default() };
            let mut tasks = [(Part::Item(Field::Responsibilities), "Bake".to_owned())];
            let mut benefits = [(Part::Item(Field::Benefits), "Free parking".to_owned())];
            join(Language::English, &mut notes, &mut tasks, &mut benefits);
            assert_eq!(notes.others.len(), 1, "{note}");
        }
    }
}
