//! Reads the experience: the level by its name, and years as a requirement in the user's words.

use std::{ops::Range, sync::LazyLock};

use job_post::{Field, ProposedUpdate};
use regex::Regex;

use crate::{
    text::{
        phrase_lists::PhraseLists,
        sentences::{Sentence, pattern},
    },
    understanding::{
        acts::ACTS,
        updates::{add, set},
    },
};

static LEVELS: LazyLock<PhraseLists> =
    LazyLock::new(|| PhraseLists::of(include_str!("../../data/lists/levels.txt")));

/// Does the word name a level? Then it is not part of a title.
pub(crate) fn is_level(word: &str) -> bool {
    LEVELS.is_phrase(word) || matches!(word, "mid" | "entry" | "level")
}

pub(crate) fn find(sentence: &Sentence<'_>) -> Vec<ProposedUpdate> {
    if sentence.is_question {
        return Vec::new();
    }
    level(sentence).into_iter().chain(years(sentence)).collect()
}

fn level(sentence: &Sentence<'_>) -> Option<ProposedUpdate> {
    let mut named = phrases(sentence)
        .into_iter()
        .filter(|(_, words)| !is_about_others(sentence, words.start) && !is_denied(sentence, words.start))
        .filter(|(level, words)| *level != "mid" || !is_of_something(sentence, words.end))
        .map(|(level, words)| set(Field::ExperienceLevel, level, sentence.span(words)));
    // "Not junior but senior", "from junior to senior": the last one counts.
    let first = named.next()?;
    Some(named.next_back().unwrap_or(first))
}

/// "Con experiencia en tambo": experience with something is a requirement, and no level.
fn is_of_something(sentence: &Sentence<'_>, end: usize) -> bool {
    const EXPERIENCE: &[&str] = &["experiencia", "esperienza", "ervaring", "doświadczeniem", "experiência"];
    const WITH: &[&str] = &[
        "en", "in", "como", "con", "nel", "nella", "come", "di", "met", "als", "w", "we", "z", "na", "jako",
        "com", "em", "no", "na",
    ];
    let last = end.checked_sub(1).map(|at| sentence.lower(at)).unwrap_or_default();
    EXPERIENCE.contains(&last) && WITH.contains(&sentence.lower(end))
}

/// The phrases for levels, each the longest at its place: "semi senior" is not "senior".
fn phrases(sentence: &Sentence<'_>) -> Vec<(&'static str, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.words.len() {
        at = match LEVELS.longest_at(sentence, at) {
            Some((level, end)) => {
                found.push((level, at..end));
                end
            }
            None => at + 1,
        };
    }
    found
}

/// "Senior stakeholders", "mid-size", "the principal's office".
fn is_about_others(sentence: &Sentence<'_>, at: usize) -> bool {
    const OTHERS: &[&str] = &[
        "stakeholders",
        "stakeholder",
        "management",
        "leadership",
        "executives",
        "managers",
        "leaders",
        "citizens",
        "care",
        "living",
        "school",
        "colleagues",
        "staff",
        // Whom the work is for: "our senior residents".
        "residents",
        "resident",
        "citizen",
        "people",
        "persons",
        "adults",
        "patients",
        "clients",
        "guests",
        "customers",
        "members",
        "pupils",
        "students",
        "players",
        "dogs",
        "community",
        "communities",
        "home",
        "homes",
        "centre",
        "center",
        "centers",
        "centres",
        "housing",
        "apartments",
        "homecare",
        "services",
        "bewohner",
        "bewohnern",
    ];
    // "Meds round with the senior": a colleague.
    const WITH: &[&str] = &[
        "with",
        "under",
        "by",
        "alongside",
        "mit",
        "unter",
        "beim",
        "avec",
        "sous",
        "con",
        "bajo",
        "com",
        "met",
        "onder",
        "z",
        "pod",
        "مع",
    ];
    const THE: &[&str] =
        &["the", "our", "a", "dem", "der", "den", "unserem", "le", "la", "un", "el", "il", "o", "de", "een"];
    let back = |by: usize| at.checked_sub(by).map(|word| sentence.lower(word)).unwrap_or_default();
    let is_last = sentence.clause_of(at).end == at + 1;
    let is_colleague = is_last && THE.contains(&back(1)) && WITH.contains(&back(2));
    is_colleague || OTHERS.contains(&sentence.lower(at + 1)) && sentence.lower(at) != "no"
}

/// "No senior please", "nicht unbedingt senior", "it doesn't have to be senior": a negation within a few words before.
fn is_denied(sentence: &Sentence<'_>, at: usize) -> bool {
    const DENYING: &[&str] = &[
        "not", "no", "never", "non", "than", "without", "isn't", "isnt", "don't", "dont", "doesn't",
        "doesnt", "won't", "needn't", "nothing", "nobody", "nicht", "kein", "keine", "keinen", "keiner",
        "statt", "ohne", "pas", "sans", "aucun", "sin", "nada", "ningún", "não", "nao", "sem", "senza",
        "niet", "geen", "nie", "bez", "ليس", "ليست", "بدون", "لا",
    ];
    const FAR: usize = 5;
    let clause = sentence.clause_of(at);
    let near = at.saturating_sub(FAR).max(clause.start)..at;
    let turns = |word: &usize| {
        ACTS.begins("contrast", sentence, *word) || LEVELS.longest_at(sentence, *word).is_some()
    };
    let from = near.clone().rev().find(turns).map_or(near.start, |word| word + 1);
    let denied = sentence.has_any(from..at, DENYING);
    denied || is_alternative_to_denied(sentence, at)
}

/// "Not junior or mid": the second level shares the negation of the first.
fn is_alternative_to_denied(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_or =
        at >= 2 && matches!(sentence.lower(at - 1), "or" | "oder" | "ou" | "o" | "nor" | "of" | "lub" | "أو");
    is_or && LEVELS.longest_at(sentence, at - 2).is_some() && is_denied(sentence, at - 2)
}

/// "5+ years experience", "mindestens acht Jahre Berufserfahrung", as the user writes it.
fn years(sentence: &Sentence<'_>) -> Option<ProposedUpdate> {
    static YEARS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)(?:(?:at\s+least|minimum(?:\s+of)?|min\.?|mindestens|mind\.?|ao\s+menos|more\s+than|over|über|au\s+moins|plus\s+de|al\s+menos|mínimo(?:\s+de)?|más\s+de|almeno|più\s+di|minimaal|minstens|ten\s+minste|pelo\s+menos|no\s+mínimo|mais\s+de|co\s+najmniej|przynajmniej|ponad|(?:لا\s+تقل\s+عن|أكثر\s+من|على\s+الأقل))\s+)?",
            r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|fünfzehn",
            r"|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|ثلاث|أربع|خمس|ست|سبع|ثماني|تسع|عشر",
            r"|due|tre|quattro|cinque|sei|sette|otto|dieci|twee|drie|vijf|zes|zeven|tien|dois|duas|três|quatro|dwa|trzy|cztery|pięć)",
            r"(?:\s*(?:\+|plus|or\s+more|oder\s+mehr))?(?:\s*(?:-|–|to|bis|à|a|إلى)\s*\d{1,2})?\s*\+?\s*",
            r"(?:years?|yrs?|jahren?|ans|années|años|anni|jaar|anos|lata|lat|سنوات|سنة|أعوام)\b[^,;.!?()،؛؟]*(?:,\s*(?:davon|of\s+which|including|preferably)\b[^,;.!?()]*)?",
        ))
    });
    let text = sentence.text();
    // "خبرة 3 سنوات", "experience of at least two years": the years alone would be of nothing.
    static OF: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:(?:berufs)?erfahrung|experience|expérience|experiencia|experiência|esperienza|ervaring|doświadczeni\p{L}+|خبرة)\s*(?:(?:of|de|d['’]|di|von|van|:)\s*)?$",
        )
    });
    let found = YEARS.find(text)?;
    let end = found.start() + until_next_fact(found.as_str().trim_end()).len();
    let start = OF.find(&text[..found.start()]).map_or(found.start(), |of| of.start());
    let phrase = text[start..end].trim();
    let (lower, around) = (phrase.to_lowercase(), text.to_lowercase());
    let is_experience = [
        "experience",
        "erfahrung",
        "expérience",
        "experiencia",
        "خبرة",
        " exp",
        "esperienza",
        "ervaring",
        "experiência",
        "doświadczen",
    ]
    .iter()
    .any(|word| around.contains(word));
    let is_minimum = lower.contains('+')
        || ["minimum", "mindestens", "mínimo", "الأقل"].iter().any(|end| lower.ends_with(end));
    let named = [
        "years of ",
        "years in ",
        "years with ",
        "years as ",
        "yrs of ",
        "yrs in ",
        "yrs with ",
        "yrs as ",
        "jahre in ",
        "jahre als ",
        "ans de ",
        "ans en ",
        "años de ",
        "años en ",
        "años como ",
    ];
    let is_named = named.iter().any(|named| lower.contains(named));
    (is_experience || is_minimum || is_named).then(|| add(Field::Requirements, phrase, phrase))
}

/// Cuts a phrase where another fact begins without a comma.
fn until_next_fact(phrase: &str) -> &str {
    static NEXT: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\s+(?:(?:and|und|et|y|e|en|i)\s+(?:no|must|can|able|willing|valid|has|have|muss|kann|kein|keine|sin|debe|doit|sans|deve|senza|sem|moet|geen|musi|bez|we|they|the|a|wir|sie|nous|télétravail|teletrabajo|remote|hybrid|onsite)|based\s+in|salary|pay(?:ing|s)?|for\s+our|at\s+our|(?:is|are)\s+(?:required|needed|a\s+must)|required|needed|erforderlich|is|are)\b.*$",
        )
    });
    match NEXT.find(phrase) {
        Some(next) => phrase[..next.start()].trim(),
        None => phrase,
    }
}
