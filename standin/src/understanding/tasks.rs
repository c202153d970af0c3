//! Clauses that are tasks by their verb: "unloading containers", "Wände streichen", "charger les camions".

use job_post::Language;

/// Words with the ending of a verb that are none.
const NO_VERBS: &[&str] = &[
    "including",
    "during",
    "starting",
    "morning",
    "evening",
    "parking",
    "training",
    "housing",
    "catering",
    "living",
    "according",
    "nothing",
    "something",
    "anything",
    "everything",
    "being",
    "having",
    "going",
    "looking",
    "hiring",
    "paying",
    "clothing",
    "lodging",
    "spring",
    "meeting",
    "string",
    "building",
    "ceiling",
    "wedding",
    "morgen",
    "offen",
    "draußen",
    "innen",
    "außen",
    "oben",
    "unten",
    "gestern",
    "avoir",
    "janvier",
    "février",
    "offering",
    "beginning",
    "working",
    "zwischen",
    "neben",
    "sondern",
    "wollen",
    "können",
    "sollen",
    "müssen",
    "haben",
    "werden",
    "waren",
    "hier",
    "pour",
    "pier",
    "cher",
    "premier",
    "dernier",
    "hiver",
    "atelier",
    "métier",
    "quartier",
    "chantier",
    "papier",
    "lugar",
    "hogar",
    "mujer",
    "ayer",
    "taller",
    "alquiler",
    "azúcar",
    "celular",
    "particular",
    "escolar",
    "popular",
    "militar",
    "regular",
    "similar",
    "bar",
    "mar",
    "ter",
    "haver",
    "estar",
    "tener",
    "haber",
    "mensuales",
    "salutare",
    "oltre",
    "sempre",
    "mentre",
    "inoltre",
    "essere",
    "avere",
    "mare",
    "altare",
];

/// Fewest letters of such a verb.
const SHORTEST: usize = 5;

/// Does the clause begin, in German end, with a verb in the form in which tasks are listed?
pub(crate) fn is_task(clause: &str, language: Language) -> bool {
    let words: Vec<String> = clause.split_whitespace().map(str::to_lowercase).collect();
    let first = words.iter().map(String::as_str).find(|word| !["and", "et", "y", "e", "und"].contains(word));
    const PEOPLE: &[&str] = &["ich", "wir", "du", "sie", "er", "es", "man", "we", "i", "i'm", "we're"];
    if words.iter().any(|word| PEOPLE.contains(&&**word)) {
        return false;
    }
    let (Some(first), Some(last), true) = (first, clause.split_whitespace().next_back(), words.len() > 1)
    else {
        return false;
    };
    let is_verb = |word: &str, endings: &[&str]| {
        word.chars().count() >= SHORTEST
            && word.chars().all(char::is_lowercase)
            && !NO_VERBS.contains(&word)
            && endings.iter().any(|ending| word.ends_with(ending))
    };
    match language {
        Language::English => is_verb(first, &["ing"]),
        Language::German => is_verb(last, &["en", "eln", "ern"]),
        Language::French => is_verb(first, &["er", "ir"]),
        Language::Spanish | Language::Portuguese => is_verb(first, &["ar", "er", "ir"]),
        Language::Italian => is_verb(first, &["are", "ere", "ire"]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_in_the_form_of_lists_makes_a_task() {
        for (clause, language, is) in [
            ("unloading containers", Language::English, true),
            ("and serving breakfast", Language::English, true),
            ("parking for free", Language::English, false),
            ("Wände streichen", Language::German, true),
            ("viele nette Kollegen", Language::German, false),
            ("charger les camions", Language::French, true),
            ("premier étage", Language::French, false),
            ("limpiar mesas", Language::Spanish, true),
            ("servire ai tavoli", Language::Italian, true),
        ] {
            assert_eq!(is_task(clause, language), is, "{clause}");
        }
    }
}
