//! The items of a list in a plain sentence: split at commas and "and", without what belongs to another field.

use std::sync::LazyLock;

use job_post::{Field, list_file, money};
use regex::Regex;

use crate::{
    text::{
        sentences::{Sentence, pattern, sentences},
        vocabulary::SKILLS,
    },
    understanding::{
        level, place,
        statements::{no_benefits, patterns},
        work_type,
    },
};

/// Most words of an item; longer ones are stories.
const MOST_WORDS: usize = 14;

static BENEFITS: LazyLock<Vec<&str>> =
    LazyLock::new(|| list_file::words(include_str!("../../../data/lists/benefit_nouns.txt")).collect());
static OPENERS: LazyLock<Vec<&str>> =
    LazyLock::new(|| list_file::words(include_str!("../../../data/lists/benefit_openers.txt")).collect());
/// Phrases of several words that name a benefit.
static BENEFIT_PHRASES: LazyLock<Vec<&str>> =
    LazyLock::new(|| list_file::lines(include_str!("../../../data/lists/benefit_phrases.txt")).collect());
static REQUIREMENTS: LazyLock<Vec<&str>> =
    LazyLock::new(|| list_file::words(include_str!("../../../data/lists/requirement_nouns.txt")).collect());

/// The items, each with its field, and whether the list holds nothing else.
pub(super) fn of(field: Field, only_known: bool, list: &str) -> (Vec<(Field, &str)>, bool) {
    let end = patterns::end_of_list(list);
    let mut is_all = list[end..].trim().is_empty();
    let mut found = Vec::new();
    for part in parts(&list[..end]) {
        if patterns::begins_statement(part) {
            is_all = false;
            break;
        }
        let item = bare(part);
        // "With experience" alone is a level.
        let is_known = names(field, item) && (field == Field::Benefits || item.contains(' '));
        if is_item(field, item) && (!only_known || is_known) {
            // "Serve l'auto": what is asked for first is no benefit, unless nobody can bring it.
            let is_asked = found.is_empty() && !no_benefits::is_leave(item);
            let own = if is_asked { field } else { own_field(field, item) };
            found.push((own, item));
        } else {
            is_all = false;
        }
    }
    (found, is_all)
}

/// "Must be able to swim, free uniform": a benefit among requirements is one all the same.
fn own_field(field: Field, item: &str) -> Field {
    let is_benefit = field == Field::Requirements
        && (begins_as_benefit(item) && names(Field::Benefits, item) || no_benefits::is_leave(item))
        && !names(Field::Requirements, item);
    if is_benefit { Field::Benefits } else { field }
}

/// Does the text begin like a benefit that nobody says is offered: "free parking", "25 days' holiday", "pension"?
pub(in crate::understanding) fn begins_as_benefit(text: &str) -> bool {
    let first = bare(text).split_whitespace().next().unwrap_or_default().to_lowercase();
    let is_abbreviation =
        bare(text).split(' ').next().is_some_and(|word| word.len() > 1 && word == word.to_uppercase());
    first.starts_with(char::is_numeric)
        || is_abbreviation
        || OPENERS.contains(&first.as_str())
        || BENEFIT_PHRASES.iter().any(|phrase| bare(text).to_lowercase().starts_with(phrase))
        || names(Field::Benefits, &first)
}

/// Does the text hold a noun that names a benefit or a requirement by itself?
pub(in crate::understanding) fn names(field: Field, text: &str) -> bool {
    let nouns = if field == Field::Benefits { &*BENEFITS } else { &*REQUIREMENTS };
    let lower = text.to_lowercase();
    if no_benefits::is_card_of_drivers(&lower) {
        return field == Field::Requirements;
    }
    let words = || lower.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    let is_phrase = |phrase: &&str| lower.contains(*phrase);
    (field == Field::Benefits && BENEFIT_PHRASES.iter().any(is_phrase))
        || words().any(|word| {
            nouns.iter().any(|noun| match noun.strip_prefix('-') {
                Some(ending) => word.ends_with(ending),
                None => *noun == word || word.strip_prefix("ال").is_some_and(|bare| bare == *noun),
            })
        })
}

/// Splits at commas, and at "and" between parts of two words or more and benefits: "friendly and reliable" stays one item.
pub(in crate::understanding) fn parts(list: &str) -> Vec<&str> {
    static BETWEEN: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"\s*(?:[,;،؛\n•|]+\s|\s[-–—+]\s|[,;،؛\n•|]+$)\s*"));
    static AND: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\s+(?:and|plus|as\s+well\s+as|und|sowie|et|ainsi\s+que|y|además\s+de|m[aá]s|mais|e|ed|en|oraz|i|&)\s+|\s+و",
        )
    });
    let mut found = Vec::new();
    for part in BETWEEN.split(list) {
        let mut start = 0;
        for and in AND.find_iter(part) {
            let long = |text: &str| text.split_whitespace().count() >= 2 || names(Field::Benefits, text);
            if long(&part[start..and.start()]) && long(&part[and.end()..]) {
                found.push(&part[start..and.start()]);
                start = and.end();
            }
        }
        found.push(&part[start..]);
    }
    found.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The first word of an item.
pub(super) fn first_word(text: &str) -> &str {
    bare(text).split_whitespace().next().unwrap_or_default()
}

/// The first item of a list.
pub(super) fn first(list: &str) -> &str {
    parts(list).first().copied().unwrap_or_default()
}

/// The item without joining words, articles and small talk around it.
fn bare(item: &str) -> &str {
    static LEAD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:(?:and|but|aber|maar|pero|plus|also|have|has|hold|tener|avoir|ter|avere|mieć|maybe|even|of\s+course|an?|the|some|und|auch|eine?n?|et|aussi|une?|des|du|de|d['’]une?|la|le|les|y|también|una?|unos|unas|el|los|las|e|também|uma?|anche|un'|il|lo|gli|en|ook|een|oraz|i|też)\s+)+",
        )
    });
    static TIME: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:years?|months?|weeks?|jahr|monat|an|année|mois|año|mes|ano|mês|anno|mese|jaar|maand|rok)\b",
        )
    });
    static TAIL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\s+(?:(?:(?:and|but|so|und|aber|et|mais|y|pero|e|en|i)\s+)?(?:you|they|he|she|we|the\s+person|candidates?|applicants?|sie|er|man|du|ils?|elles?|vous|on|ellos?|ellas?|je|ze)$|(?:and|but|so|und|aber|et|mais|y|pero|e|en|i)$|haben|mitbringen|besitzen|(?:kriegt|kriegst|bekommt|bekommst)\s+(?:man|ihr|du)(?:\s+(?:auch|noch|dazu))*|(?:gibt['’]?s|gibt\s+es)(?:\s+(?:auch|noch|dazu))*|hebben|bezitten|too|as\s+well|though|tho|lol|of\s+course|natürlich|auch|également|aussi|también|também|anche|ook|wel|też|ebenfalls|(?:is|are)(?:\s+(?:required|needed|a\s+must|important))?)\s*$",
        )
    });
    let trim = |text: &'static str| move |letter: char| text.contains(letter);
    let item = item.trim().trim_end_matches(trim(" .!,;:)\"…")).trim_start_matches(trim(" -*–·:(\""));
    let item = without_sign(item);
    let item = item.trim_end_matches(trim(" .!,;:)\"…"));
    let rest = if is_letter(item) { item } else { &item[LEAD.find(item).map_or(0, |lead| lead.end())..] };
    // "En blanco": only in Dutch this word joins.
    const SPANISH: [&str; 7] = ["blanco ", "efectivo", "especie", "metálico", "el ", "la ", "los "];
    let is_in = item.to_lowercase().starts_with("en ") && SPANISH.iter().any(|word| rest.starts_with(word));
    let rest = if is_in { item } else { rest };
    // "A year of …", "un año de …": there the article is a number.
    let item = if TIME.is_match(rest) { item } else { rest };
    &item[..TAIL.find(item).map_or(item.len(), |tail| tail.start())]
}

/// "A grade licence": there the letter names a class and is no article.
fn is_letter(item: &str) -> bool {
    static CLASS: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^[AE]\s(?:grade|class|level|category|licen[cs]e|permit)\b"));
    CLASS.is_match(item)
}

/// The text without emoji and smileys around it.
fn without_sign(item: &str) -> &str {
    let item = item.trim_end_matches(['=', '+', '/', ' ']);
    static SMILEY: LazyLock<Regex> = LazyLock::new(|| pattern(r"\s+[:;]-?[)(DP]?$"));
    let item = item.trim_matches(|sign: char| sign >= '\u{2190}' && !sign.is_alphanumeric() || sign == ' ');
    &item[..SMILEY.find(item).map_or(item.len(), |smiley| smiley.start())]
}

/// May the text be an item: neither pay nor a place, a level, a work type or a known skill?
fn is_item(field: Field, item: &str) -> bool {
    const NO_TASK: &[&str] = &[
        "be",
        "get",
        "have",
        "need",
        "receive",
        "earn",
        "work",
        "report",
        "start",
        "join",
        "become",
        "see",
        "like",
        "love",
        "find",
        "not",
        "never",
        "enjoy",
        "probably",
        "also",
        "only",
        "still",
        "just",
        "want",
        "know",
        "live",
        "come",
        "go",
        "fit",
        "working",
        "starting",
        "earning",
        "getting",
        "paid",
        "based",
        "reporting",
        "joining",
        "making",
        "travelling",
        "happy",
    ];
    let first = item.split_whitespace().next().unwrap_or_default();
    if field == Field::Responsibilities && NO_TASK.contains(&first) {
        return false;
    }
    let words = item.split_whitespace().count();
    let letters = item.chars().filter(|letter| letter.is_alphabetic()).count();
    if is_small_talk(item) || field == Field::Benefits && (no_benefits::is_one(item)) {
        return false;
    }
    if STORY.is_match(item)
        || letters < 3
        || words > MOST_WORDS
        || says_nothing(item)
        || SALARY.is_match(item)
    {
        return false;
    }

    let is_pay = !money::find(item).is_empty() && !EXTRA.is_match(item);
    // A licence is a requirement, even one that the skills list.
    let is_skill = field == Field::Requirements && are_skills(item) && !names(field, item);
    let is_business = field == Field::Benefits && BUSINESS.is_match(item) && !names(field, item);
    !(is_pay || is_skill || is_business || is_other_field(item, words))
}

/// "Rust and Kafka": skills have a field of their own.
fn are_skills(item: &str) -> bool {
    static JOINTS: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)\s*[,/&]\s*|\s+(?:and|or|und|oder|et|ou|y|e|o|en|of|i|lub|و)\s+"));
    JOINTS.split(item).all(|part| SKILLS.has(part))
}

/// "Man können", "auch": nothing but small words.
fn is_small_talk(item: &str) -> bool {
    const SMALL: &[&str] = &[
        "man", "können", "kann", "auch", "noch", "sein", "haben", "muss", "müssen", "sie", "du", "er", "wir",
        "se", "come", "hay", "también", "aussi", "on", "il", "ook", "je", "we", "wel", "niet", "też",
        "anche", "também", "you", "they", "can", "also", "be", "too", "do",
    ];
    let lower = item.to_lowercase();
    !lower.is_empty() && lower.split_whitespace().all(|word| SMALL.contains(&word))
}

/// "You should know that …": what is reported, not what is asked for.
static STORY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^(?:know|understand|note|remember|be\s+aware|wissen)\s+(?:that|how|we|about|dass)\b")
});

/// "A good salary": the salary has a field of its own.
static SALARY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:\p{L}+\s+){0,2}(?:salary|wages?|salaries|gehalt|lohn|bezahlung|vergütung|salaire|sueldo|salario|salário|stipendio|retribuzione|salaris|wynagrodzenie|راتب)$|^(?:good|great|competitive|decent|fair|top)\s+pay$",
    )
});

/// Money that is no pay: "450 a month car allowance".
static EXTRA: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:\b(?:bonus\w*|allowance|budget|vouchers?|sign-on|stipend|pension|discount|prime|indemnité|bonos?|vales?|premio|buoni|premia)\b|zuschuss|gutschein|prämie|zulage|geld\b)",
    )
});

/// "We provide cleaning services to hospitals": what the company sells.
static BUSINESS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:services?|solutions?|products?|software|customers?|clients?|patients|residents|guests|families|pupils|students|companies|businesses|dienstleistungen|produkte|lösungen|kunden|produits|servicios|productos|clientes|serviços|produtos|servizi|prodotti|diensten|producten|usługi|خدمات|منتجات)\b|\s(?:to|für|aux|a|para|per|voor|dla)\s+\p{L}+s$",
    )
});

fn is_other_field(item: &str, words: usize) -> bool {
    let read = sentences(item);
    let only = |most: usize, is_it: &dyn Fn(&Sentence<'_>) -> bool| words <= most && read.iter().any(is_it);
    let is_level =
        |it: &Sentence<'_>| level::find(it).iter().any(|update| update.field == Field::ExperienceLevel);
    only(4, &|it| work_type::find(it).is_some())
        || only(2, &is_level)
        || only(3, &|it| place::named_in(it).is_some_and(|place| place.len() + 4 > item.len()))
}

/// "Nothing", "it all", "more": no item.
fn says_nothing(item: &str) -> bool {
    const NOTHING: &[&str] = &[
        "nothing",
        "more",
        "less",
        "it",
        "that",
        "this",
        "all",
        "everything",
        "anything",
        "something",
        "someone",
        "no",
        "not",
        "none",
        "nichts",
        "alles",
        "etwas",
        "rien",
        "tout",
        "nada",
        "todo",
        "niente",
        "tutto",
        "niets",
        "nic",
        "hired",
        "started",
        "ready",
        "back",
        "published",
        "online",
        "public",
        "done",
        "available",
        "chosen",
    ];
    let first = item.split_whitespace().next().unwrap_or_default().to_lowercase();
    let is_alone = !item.contains(' ') && matches!(&*first, "das" | "dies" | "dieses");
    let is_pay = first == "paid" && !names(Field::Benefits, item);
    is_alone || is_pay || NOTHING.contains(&first.as_str())
}
