//! Reads skills: mentioned, listed, added, removed, exchanged, or all replaced.

mod mastered;
mod repeated;

use std::{ops::Range, sync::LazyLock};

use job_post::{Field, ProposedUpdate, money};
use regex::Regex;

use self::mastered::beside_known;
use self::repeated::holds;
pub(crate) use self::repeated::{are_all_of, is_said_by};
use crate::{
    text::{
        items,
        sentences::{Sentence, pattern},
        vocabulary::{PLACES, SKILLS},
    },
    turn::Turn,
    understanding::{
        acts, statements,
        updates::{add, clear, remove},
        work_type,
    },
};

/// The updates of a sentence to the skills. `title` is the range of the title: only its single words are skills (".net").
pub(crate) fn find(turn: &Turn, sentence: &Sentence<'_>, title: &Range<usize>) -> Vec<ProposedUpdate> {
    if sentence.is_question {
        return Vec::new();
    }
    if let Some(list) = replaced(sentence) {
        let quote = sentence.text();
        return std::iter::once(clear(Field::Skills, quote)).chain(named(items::of(list))).collect();
    }
    if let Some((old, new)) = exchanged(turn, sentence) {
        let quote = sentence.text();
        let out = old.into_iter().map(|skill| remove(Field::Skills, &skill, quote));
        return out.chain(named(items::of(new))).collect();
    }
    let mut updates = taken_away(turn, sentence);
    let listed = listed(sentence).or_else(|| used(sentence)).map(items::of).unwrap_or_default();
    updates.extend(new(turn, named(listed)));
    updates.extend(new(turn, named(among_skills(turn, sentence))));
    updates.extend(new(turn, named(beside_known(sentence))));
    let known = mentioned(sentence, title);
    for update in new(turn, known) {
        if !updates.iter().any(|it| holds(&it.value, &update.value)) {
            updates.push(update);
        }
    }
    updates
}

/// The known skills that a sentence names.
pub(crate) fn named_in(turn: &Turn, sentence: &Sentence<'_>) -> Vec<ProposedUpdate> {
    new(turn, mentioned(sentence, &(0..0)))
}

/// The skills of a short answer to "which skills?".
pub(crate) fn answered(turn: &Turn, text: &str) -> Vec<ProposedUpdate> {
    new(turn, named(items::of(text)))
}

fn named(items: Vec<&str>) -> Vec<ProposedUpdate> {
    items.into_iter().map(|item| add(Field::Skills, item, item)).collect()
}

fn new(turn: &Turn, updates: Vec<ProposedUpdate>) -> Vec<ProposedUpdate> {
    updates.into_iter().filter(|update| !turn.has_skill(&update.value)).collect()
}

/// "C++, AUTOSAR and CAN": unknown names in a bare list with known skills are skills too.
fn among_skills<'a>(turn: &Turn, sentence: &Sentence<'a>) -> Vec<&'a str> {
    let items = items::of(sentence.text());
    let words: usize = items.iter().map(|item| item.split_whitespace().count()).sum();
    let joints =
        sentence.words.iter().filter(|word| matches!(&*word.lower, "and" | "und" | "et" | "y" | "و"));
    let bare = words + joints.count() == sentence.words.len();
    let known = items.iter().filter(|item| SKILLS.has(item)).count();
    let is_name = |item: &&str| {
        SKILLS.has(item)
            || (item.starts_with(char::is_uppercase)
                && item.split_whitespace().count() <= 2
                && !item.split_whitespace().any(|word| SKILLS.has(word))
                && !item.contains(|c: char| c.is_numeric()))
    };
    let only_names = items.iter().all(is_name) && PLACES.find(sentence).is_empty();
    let adds = acts::removal(sentence).is_empty();
    let is_list = adds && turn.has("title") && items.len() > 1 && known > 0 && bare && only_names;
    if is_list && work_type::find(sentence).is_none() { items } else { Vec::new() }
}

fn replaced<'a>(sentence: &Sentence<'a>) -> Option<&'a str> {
    static REPLACED: LazyLock<[Regex; 3]> = LazyLock::new(|| {
        const SKILLS: &str = r"(?:all\s+)?(?:of\s+)?(?:the\s+|our\s+|die\s+)?(?:current\s+)?(?:skills?|skillset|tech\s+stack|stack|kenntnisse|fähigkeiten)(?:\s+list)?";
        [
            pattern(&format!(
                r"(?is)\b(?:replace|change|swap|set|ersetze?n?|tausche?n?)\s+(?:sie\s+)?{SKILLS}\s+(?:with|to|by|for|durch|mit|gegen)\s*:?\s*(.+)"
            )),
            pattern(&format!(
                r"(?is)\b{SKILLS}\s+(?:should|must|sollen?)\s+(?:now\s+|just\s+|only\s+|nur\s+)*(?:be|sein)\s*:?\s*(.+)"
            )),
            pattern(&format!(r"(?is)\b{SKILLS}\s+are\s+now\s*:?\s*(.+)")),
        ]
    });
    let text = sentence.text();
    REPLACED.iter().find_map(|form| Some(form.captures(text)?.get(1)?.as_str()))
}

/// "Swap Selenium for Playwright", "Playwright instead of Selenium": the old skills of the post, and the new text.
fn exchanged<'a>(turn: &Turn, sentence: &Sentence<'a>) -> Option<(Vec<String>, &'a str)> {
    static FORWARD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:replace|swap|exchange|change|substitute|ersetze?n?|tausche?n?|remplace[zr]?|échange[zr]?|cambi[ae]r?|sustituy[ae]|reemplaz[ae]|استبدل|بدل)\s+(?:sie\s+)?(.+?)\s+(?:with|for|by|to|durch|gegen|mit|par|contre|por|ب|بـ)\s+(.+)",
        )
    });
    static LEADING: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:[^,]{0,20}[,:]\s*|(?:nein|no|non|nee|nie|sorry|ach|oh|und|and)\s+)?(?:statt|anstatt|anstelle\s+von|instead\s+of|rather\s+than|au\s+lieu\s+de|à\s+la\s+place\s+de|en\s+lugar\s+de|en\s+vez\s+de|em\s+vez\s+de|ao\s+invés\s+de|invece\s+di|al\s+posto\s+di|in\s+plaats\s+van|zamiast|بدلا?ً?\s+(?:من|عن))\s+(.+?)(?:\s*,\s*|\s+)(?:(?:bitte|lieber|please|rather|we|wir|nous|use|nehmen|nutzen|brauchen|take|put|need|mettez|pon|ponga|usamos|usa|coloque|usamos|metti|usiamo|graag|liever|gebruiken|poproszę|raczej|najlepiej|نستخدم|ضع|s'il\s+vous\s+plaît|por\s+favor|per\s+favore|alsjeblieft|proszę)\s+)*(\S+(?:\s+(?:and|und|et|y|e|en|i|&)\s+\S+)?)\s*[.!]*$",
        )
    });
    static BACKWARD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:.*?\b(?:use|using|need|want|take|put|add|say|write|list|mention|make\s+it|schreiben?|sagen?|nehmen?|dites|écrivez|di|diga|escribe|escreva|diga|scrivi|schrijf|napisz|nutzen|verwenden|we|mettez|utilisez|nous|pon|ponga|usa|usamos|ضع|استخدم)\s+)?(.+?)\s*,?\s+(?:instead\s+of|rather\s+than|statt|anstatt|au\s+lieu\s+de|à\s+la\s+place\s+de|plutôt\s+que|en\s+lugar\s+de|en\s+vez\s+de|em\s+vez\s+de|invece\s+di|al\s+posto\s+di|in\s+plaats\s+van|zamiast|بدلا?ً?\s+(?:من|عن))\s+(.+)",
        )
    });
    let text = sentence.text();
    let pair = |form: &Regex, old: usize, new: usize| {
        let found = form.captures(text)?;
        let old = listed_in(turn, found.get(old)?.as_str());
        (!old.is_empty()).then_some((old, found.get(new)?.as_str()))
    };
    pair(&FORWARD, 1, 2).or_else(|| pair(&LEADING, 1, 2)).or_else(|| pair(&BACKWARD, 2, 1))
}

/// The skills of the job post that a text names.
fn listed_in(turn: &Turn, text: &str) -> Vec<String> {
    let plain: String =
        text.chars().map(|c| if matches!(c, ',' | ';' | '!' | '?' | '"') { ' ' } else { c }).collect();
    let plain = plain.trim_end_matches('.').to_owned();
    turn.list("skills").into_iter().filter(|skill| holds(&plain, skill)).map(str::to_owned).collect()
}

fn taken_away(turn: &Turn, sentence: &Sentence<'_>) -> Vec<ProposedUpdate> {
    let removal = acts::removal(sentence);
    let scope = sentence.span(removal);
    let mut out: Vec<ProposedUpdate> =
        listed_in(turn, scope).into_iter().map(|skill| remove(Field::Skills, &skill, scope)).collect();
    if out.is_empty() {
        out.extend(named_in_part(turn, scope).map(|skill| remove(Field::Skills, skill, scope)));
    }
    for words in SKILLS.find(sentence) {
        let skill = sentence.span(words.clone());
        if (is_denied(sentence, words.start) || is_unneeded(sentence, words.end))
            && turn.has_skill(skill)
            && !out.iter().any(|it| holds(&it.value, skill))
        {
            out.push(remove(Field::Skills, skill, sentence.text()));
        }
    }
    out
}

/// "Drop the driving licence" means "driving licence class B" if no other skill has a long word of the text.
fn named_in_part<'a>(turn: &'a Turn, text: &str) -> Option<&'a str> {
    let text = text.to_lowercase();
    let long = text.split_whitespace().filter(|word| word.chars().count() > 4);
    let words: Vec<&str> = long.filter(|word| *word != "skills").collect();
    let skills = turn.list("skills").into_iter();
    let mut meant =
        skills.filter(|skill| skill.to_lowercase().split_whitespace().any(|word| words.contains(&word)));
    let first = meant.next();
    first.filter(|_| meant.next().is_none())
}

/// "CNC von Vorteil": what is only wished for is an item with the words that say so.
fn is_wished(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let Some(last) = words.last() else { return false };
    let end = sentence.words[last].at.end - sentence.text_start();
    statements::wished_end(sentence.text(), end).is_some()
}

fn mentioned(sentence: &Sentence<'_>, title: &Range<usize>) -> Vec<ProposedUpdate> {
    let removal = acts::removal(sentence);
    let words = SKILLS.find(sentence).into_iter().filter(|words| {
        let at = &sentence.words[words.start].at;
        let in_title = at.start < title.end && title.start < at.end;
        !(removal.contains(&words.start)
            || is_denied(sentence, words.start)
            || is_unneeded(sentence, words.end)
            || (in_title && words.len() > 1)
            || is_wished(sentence, words.clone())
            || is_everyday(sentence, words.clone()))
    });
    words.map(|words| sentence.span(words)).map(|skill| add(Field::Skills, skill, skill)).collect()
}

/// "Go ahead", "Spring 2026": an everyday word that only looks like a skill.
fn is_everyday(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let word = sentence.span(words.clone());
    if word == "recruiting" {
        // "We are recruiting midwives."
        let before = words.start.checked_sub(1).map(|at| sentence.lower(at)).unwrap_or_default();
        return matches!(before, "are" | "we're" | "is" | "currently" | "now" | "i'm" | "am");
    }
    if word.chars().count() == 1 {
        // "CNH C", "kat. C": the class of a licence.
        const LICENCES: &[&str] = &[
            "cnh",
            "class",
            "klasse",
            "führerschein",
            "führerscheinklasse",
            "cat",
            "kat",
            "category",
            "kategoria",
            "kategorii",
            "permis",
            "licence",
            "license",
            "licencia",
            "carnet",
            "carné",
            "carteira",
            "carta",
            "patente",
            "rijbewijs",
            "jazdy",
            "tipo",
            "categoria",
        ];
        let before = words.start.checked_sub(1).map(|at| sentence.lower(at)).unwrap_or_default();
        if LICENCES.contains(&before) {
            return true;
        }
    }
    if word == "jest" {
        // Polish for "is".
        return sentence.clause_of(words.start).len() > 2;
    }
    if word == "R"
        && sentence.text()[sentence.words[words.end - 1].at.end - sentence.text_start()..].starts_with('$')
    {
        // The sign of the Brazilian currency.
        return true;
    }
    if word == "AWS" {
        // In Singapore "AWS 1 mth", "AWS + VB" and "basic $2k + AWS" are an annual bonus.
        let text = sentence.text();
        let before = &text[..sentence.words[words.start].at.start - sentence.text_start()];
        let is_added = before.trim_end().ends_with('+') && !money::find(before).is_empty();
        let next = sentence.lower(words.end);
        return is_added
            || matches!(next, "vb" | "bonus")
            || next.starts_with(|letter: char| letter.is_ascii_digit());
    }
    if !matches!(
        word,
        "Go" | "Spring"
            | "Hive"
            | "Spark"
            | "Swift"
            | "Dart"
            | "Rust"
            | "Puppet"
            | "Sketch"
            | "Assembly"
            | "Rails"
    ) {
        return false;
    }
    let next = sentence.lower(words.end);
    let listed = next.is_empty()
        || matches!(next, "and" | "or" | "und" | "oder")
        || !sentence.gap_before(words.end).trim().is_empty();
    next.starts_with(|c: char| c.is_numeric()) || (word == "Go" && words.start == 0 && !listed)
}

/// "Python isn't needed", "SQL is not required".
fn is_unneeded(sentence: &Sentence<'_>, end: usize) -> bool {
    const NEEDED: &[&str] =
        &["needed", "required", "necessary", "nötig", "notwendig", "erforderlich", "mehr"];
    let isnt = matches!(sentence.lower(end), "isn't" | "aren't");
    let is_not = matches!(sentence.lower(end), "is" | "are" | "ist" | "sind")
        && matches!(sentence.lower(end + 1), "not" | "no" | "nicht");
    let from = end + if is_not { 2 } else { 1 };
    // "Kubernetes brauchen wir gar nicht mehr".
    let is_german = matches!(sentence.lower(end), "brauchen" | "brauche" | "braucht" | "brauchts");
    if is_german && sentence.has_any(sentence.clause_of(end), &["nicht", "kein", "keine", "keinen"]) {
        return true;
    }
    (isnt || is_not) && sentence.has_any(from.min(sentence.words.len())..sentence.words.len(), NEEDED)
}

fn is_denied(sentence: &Sentence<'_>, at: usize) -> bool {
    let back = |by: usize| at.checked_sub(by).map(|word| sentence.lower(word)).unwrap_or_default();
    let deny = [
        "no", "not", "without", "kein", "keine", "ohne", "nicht", "than", "sans", "sin", "niente", "senza",
        "geen", "sem", "bez", "nessun", "nessuna", "ningún", "ninguna", "nenhum", "nenhuma", "aucun",
        "aucune", "keinen", "żadnego", "żadnej", "zonder", "بدون", "دون",
    ];
    // "Nada de Kafka", "pas de Kafka", "plus de Kafka".
    let is_of =
        matches!(back(1), "de" | "d'") && matches!(back(2), "nada" | "pas" | "plus" | "point" | "nichts");
    deny.contains(&back(1)) || is_of || (back(1) == "of" && back(2) == "instead")
}

/// "We use RxSwift": names behind a verb of using.
fn used<'a>(sentence: &Sentence<'a>) -> Option<&'a str> {
    static USED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"\b(?:[Ww]e|[Tt]hey|[Yy]ou)\s+(?:will\s+|now\s+)?use\s+(\p{Lu}[\w.+#-]*(?:(?:,\s|\sand\s|\s)\p{Lu}[\w.+#-]*)*)",
        )
    });
    USED.captures(sentence.text())?.get(1).map(|names| names.as_str())
}

/// The items of a list that is labelled as skills.
fn listed<'a>(sentence: &Sentence<'a>) -> Option<&'a str> {
    static LISTED: LazyLock<[Regex; 3]> = LazyLock::new(|| {
        [
            pattern(
                r"(?is)\b(?:skills?|skillset|tech\s+stack|stack|technologies|kenntnisse|fähigkeiten|compétences?|connaissances|conocimientos|habilidades|competencias|tecnologías|(?:ال)?مهارات)(?:\s+(?:required|needed|we\s+need|gefragt|requises?|demandées?|requerid[ao]s|necesari[ao]s|المطلوبة))?\s*(?::|\s-\s|\bare\b|\binclude\b|\bsind\b|\bsont\b|\bson\b|\bهي\b)\s*(.+)",
            ),
            pattern(r"(?is)\badd\s+(?:the\s+|a\s+)?skills?\s+(.+)"),
            pattern(
                r"(?is)^(?:please\s+|also\s+|and\s+|then\s+|can\s+you\s+|could\s+you\s+)*add\s+((?-i:\p{Lu})[^:]*|.+?\s+(?:to|as)\s+(?:the\s+|a\s+)?(?:required\s+)?skills?\b.*)$",
            ),
        ]
    });
    let text = sentence.text();
    let list = LISTED.iter().find_map(|form| Some(form.captures(text)?.get(1)?.as_str()))?;
    let lower = list.to_lowercase();
    let other = [
        "benefit",
        "requirement",
        "responsibilit",
        "department",
        "interview",
        "remote",
        "hybrid",
        "salary",
        "location",
    ];
    (!other.iter().any(|word| lower.contains(word)) && acts::removal(sentence).is_empty()).then_some(list)
}
