//! Finds a title by the words of seeking around it: "I need a solar installer", "Winzer gesucht".

use std::ops::Range;

use crate::{
    text::{inclusive, sentences::Sentence},
    turn::Turn,
    understanding::{
        acts::ACTS,
        level,
        title::parts::{is_month, modifies},
    },
};

/// Words before the thing that somebody looks for.
const SEEKING: &[&str] = &[
    "need",
    "needs",
    "hire",
    "hiring",
    "hired",
    "seek",
    "seeks",
    "seeking",
    "recruiting",
    "recruit",
    "wanted",
    "want",
    "wants",
    "after",
    "find",
    "for",
    "require",
    "requires",
    "employ",
    "appoint",
    "engage",
    "suchen",
    "suche",
    "sucht",
    "brauchen",
    "brauche",
    "braucht",
    "benötigen",
    "möchten",
    "wollen",
    "stellen",
    "fehlt",
    "cherchons",
    "cherche",
    "cherchent",
    "recherchons",
    "recherche",
    "recrutons",
    "recrute",
    "recrutent",
    "embauchons",
    "embauche",
    "buscamos",
    "busco",
    "busca",
    "buscan",
    "necesito",
    "necesitamos",
    "necesita",
    "contratamos",
    "contratar",
    "requerimos",
    "عن",
    "نحتاج",
    "مطلوب",
    "ocupo",
    "ocupamos",
    "solicitamos",
    "solicito",
    "cerco",
    "cerchiamo",
    "cercasi",
    "cercano",
    "assumiamo",
    "servono",
    "procuramos",
    "procuro",
    "precisamos",
    "preciso",
    "contrata-se",
    "procura-se",
    "precisa-se",
    "zoeken",
    "zoek",
    "zoekt",
    "gezocht",
    "szukamy",
    "szukam",
    "poszukujemy",
    "zatrudnimy",
    "zatrudnię",
    "potrzebujemy",
    "potrzebny",
    "potrzebna",
];
/// Further words before a title, if the next word is known to name an occupation.
const INTRODUCING: &[&str] =
    &["needed", "find", "as", "add", "get", "is", "be", "als", "recruiting", "serve", "ek"];
const ARTICLES: &[&str] = &[
    "a", "an", "some", "two", "three", "four", "five", "several", "ein", "eine", "einen", "zwei", "drei",
    "un", "une", "una", "des", "unos", "ne", "nen", "our", "unser", "unsere", "unseren", "me", "us", "uno",
    "um", "uma", "een", "twee", "due", "dos", "dois", "duas",
];
/// Words that say nothing about the position.
const ANYBODY: &[&str] = &[
    "person",
    "people",
    "someone",
    "somebody",
    "candidate",
    "candidates",
    "employee",
    "employees",
    "colleague",
    "help",
    "hands",
    "hand",
    "staff",
    "member",
    "team",
    "position",
    "job",
    "role",
    "company",
    "verstärkung",
    "unterstützung",
    "jemand",
    "jemanden",
    "kollegen",
    "kollegin",
    "mitarbeiter",
    "personne",
    "persona",
    "quick",
    "question",
    "while",
    "moment",
    "bit",
    "lot",
    "few",
    "good",
    "great",
    "start",
    "summary",
];
const MOST_WORDS: usize = 5;
/// A number before a position counts people below this.
const MOST_PEOPLE: u32 = 100;
/// Words that say when somebody is needed.
const WHEN: &[&str] = &[
    "ab", "sofort", "per", "asap", "dringend", "urgent", "urgently", "direct", "vanaf", "dès", "od", "zaraz",
    "dal",
];

/// The words after a verb of seeking and its article, or before "wanted".
pub(crate) fn find(turn: &Turn, sentence: &Sentence<'_>) -> Option<Range<usize>> {
    let asks_help = sentence.has_any(0..sentence.words.len(), &["question", "information", "hilfe"]);
    if turn.has("title") || asks_help {
        return None;
    }
    let first = before_wanted(sentence).filter(|words| words.start == 0);
    first
        .or_else(|| behind_acronym(sentence))
        .or_else(|| behind_verb(sentence))
        .or_else(|| behind_german_verb(sentence))
        .or_else(|| before_wanted(sentence))
        .or_else(|| behind_article(sentence))
}

/// Can a title begin here: at the beginning of a clause, or after a word of seeking?
pub(crate) fn is_place_for_title(sentence: &Sentence<'_>, start: usize) -> bool {
    let clause = sentence.clause_of(start);
    let skipped = (clause.start..start).rev().take_while(|word| {
        let lower = sentence.lower(*word);
        let number = lower.starts_with(|c: char| c.is_numeric());
        number || ARTICLES.contains(&inclusive::base(lower)) || level::is_level(lower) || is_praise(lower)
    });
    let start = start - skipped.count();
    let before = |back: usize| start.checked_sub(back).map(|word| sentence.lower(word)).unwrap_or_default();
    start == clause.start
        || SEEKING.contains(&before(1))
        || INTRODUCING.contains(&before(1))
        || (before(1) == "of" && matches!(before(2), "short" | "need"))
}

pub(crate) fn is_praise(word: &str) -> bool {
    matches!(
        word,
        "good"
            | "great"
            | "experienced"
            | "skilled"
            | "reliable"
            | "new"
            | "another"
            | "part-time"
            | "full-time"
            | "qualified"
    )
}

fn behind_verb(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    // "We need like a welder", as people speak.
    const SPOKEN: [&str; 5] = ["like", "um", "uh", "maybe", "also"];
    let is_verb = |at: usize| SEEKING.contains(&sentence.lower(at));
    // "Brauchen ab August eine …": when it begins stands between the verb and the position.
    let is_passed = |at: usize| {
        let word = sentence.lower(at);
        // "Preciso de 3 garçons".
        word == "de" || SPOKEN.contains(&word) || WHEN.contains(&word) || is_month(word)
    };
    let seeks = |at: &usize| (0..*at).rev().find(|before| !is_passed(*before)).is_some_and(is_verb);
    // "For our deli" names the employer, not the position.
    let is_article = |at: &usize| {
        let is_ours = matches!(sentence.lower(*at), "our" | "unser" | "unsere" | "unseren");
        let after_for = at.checked_sub(1).is_some_and(|verb| sentence.lower(verb) == "for");
        // "We zoeken 2 monteurs".
        let is_count = sentence.lower(*at).parse::<u32>().is_ok_and(|count| count < MOST_PEOPLE)
            && (0..*at)
                .rev()
                .find(|before| !is_passed(*before))
                .is_some_and(|verb| is_verb(verb) && sentence.lower(verb) != "for");
        (is_count || ARTICLES.contains(&inclusive::base(sentence.lower(*at)))) && !(is_ours && after_for)
    };
    let article = (0..sentence.words.len()).filter(seeks).find(is_article)?;
    let clause = sentence.clause_of(article);
    let passed = |word: &usize| {
        is_article(word) || level::is_level(sentence.lower(*word)) || is_praise(sentence.lower(*word))
    };
    let start = (article + 1..clause.end).find(|word| !passed(word))?;
    named(sentence, start..clause.end)
}

/// "Suchen Schornsteinfeger": German needs no article, and its nouns have capitals.
fn behind_german_verb(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    const VERBS: &[&str] =
        &["suchen", "suche", "such", "sucht", "brauchen", "brauche", "brauch", "braucht", "benötigen"];
    const PASSED: &[&str] = &[
        "ne", "nen", "an", "dringend", "ab", "sofort", "noch", "wir", "aktuell", "derzeit", "jetzt", "zwei",
        "drei",
    ];
    let verb = (0..sentence.words.len()).find(|at| VERBS.contains(&sentence.lower(*at)))?;
    let clause = sentence.clause_of(verb);
    let passed = |word: &usize| {
        let word = sentence.lower(*word);
        PASSED.contains(&word) || is_month(word) || ARTICLES.contains(&inclusive::base(word))
    };
    let start = (verb + 1..clause.end).find(|word| !passed(word))?;
    let is_noun = sentence.words[start].text.starts_with(char::is_uppercase);
    is_noun.then(|| named(sentence, start..clause.end)).flatten()
}

/// "A cheesemonger for our deli", like an answer to a question.
fn behind_article(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    let begins = matches!(sentence.lower(0), "a" | "an" | "ein" | "eine" | "einen" | "un" | "une" | "una");
    begins.then(|| named(sentence, 1..sentence.clause_of(0).end)).flatten()
}

/// "Winzer gesucht", "dog groomer needed asap".
fn before_wanted(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    const WANTED: &[&str] = &[
        "gesucht",
        "wanted",
        "needed",
        "recherché",
        "recherchée",
        "recherchés",
        "recherchées",
        "buscado",
        "gezocht",
        "cercasi",
        "cercansi",
        "poszukiwany",
        "poszukiwana",
        "potrzebny",
        "potrzebna",
        "chahiye",
        "chaiye",
        "chahie",
        "مطلوب",
    ];
    let verb = (1..sentence.words.len()).find(|at| WANTED.contains(&sentence.lower(*at)))?;
    let clause = sentence.clause_of(verb - 1);
    // "Cześć, potrzebny …" begins with a greeting.
    if ACTS.begins("greet", sentence, clause.start) && clause.end <= verb {
        return None;
    }
    let start = (clause.start..verb).rev().take_while(|word| modifies(sentence, *word)).last()?;
    let about_skills = sentence.has_any(
        start..verb,
        &[
            "experience",
            "skills",
            "knowledge",
            "licence",
            "license",
            "degree",
            "english",
            "ervaring",
            "diploma",
            "rijbewijs",
        ],
    );
    (!about_skills && verb - start <= MOST_WORDS)
        .then_some(start..verb)
        .filter(|words| says_something(sentence, words))
}

/// "OSS per casa di riposo": an occupation that is written as an acronym, at the beginning.
fn behind_acronym(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    const PURPOSE: &[&str] = &["for", "für", "pour", "para", "per", "voor", "dla", "do", "pro"];
    const OTHERS: &[&str] = &["OK", "HI", "HEY", "PS", "NB", "FYI", "IT", "HR", "AI", "CV", "ASAP"];
    let word = sentence.words.first()?.text;
    let is_acronym = (2..=5).contains(&word.chars().count())
        && word.chars().all(|letter| letter.is_uppercase())
        && !OTHERS.contains(&word)
        && modifies(sentence, 0);
    (is_acronym && PURPOSE.contains(&sentence.lower(1))).then_some(0..1)
}

fn named(sentence: &Sentence<'_>, within: Range<usize>) -> Option<Range<usize>> {
    let start = within.start;
    let count = within.take(MOST_WORDS).take_while(|word| modifies(sentence, *word)).count();
    let words = start..start + count;
    (count > 0 && says_something(sentence, &words)).then_some(words)
}

pub(crate) fn says_something(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    words.clone().any(|word| !ANYBODY.contains(&sentence.lower(word)))
}
