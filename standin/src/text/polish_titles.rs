//! Gives Polish titles their names back: "szukam kierowcy C+E" is about a "kierowca C+E".

/// Endings of the genitive and the accusative of one person, each with that of the name. The longest one that fits counts.
const ENDINGS: [(&str, &str); 27] = [
    ("owców", "owców"),
    ("owca", "owiec"),
    ("ańca", "aniec"),
    ("cy", "ca"),
    ("sty", "sta"),
    ("cę", "ca"),
    ("tę", "ta"),
    ("kę", "ka"),
    ("nię", "nia"),
    ("rki", "rka"),
    ("stki", "stka"),
    ("czki", "czka"),
    ("lki", "lka"),
    ("wki", "wka"),
    ("arza", "arz"),
    ("erza", "erz"),
    ("acza", "acz"),
    ("era", "er"),
    ("ora", "or"),
    ("ika", "ik"),
    ("yka", "yk"),
    ("nta", "nt"),
    ("iela", "iel"),
    ("ologa", "olog"),
    ("szefa", "szef"),
    ("zora", "zor"),
    ("loga", "log"),
];
/// Words whose name ends like a genitive.
const NAMES: [&str; 2] = ["kierowca", "dozorca"];
/// The verbs that ask for the genitive or the accusative.
const SEEKING: [&str; 9] = [
    "szukam",
    "szukamy",
    "poszukujemy",
    "poszukuję",
    "poszukuje",
    "zatrudnimy",
    "zatrudnię",
    "potrzebujemy",
    "potrzebuję",
];

/// Does a verb before the title ask for one person, so that the title is in another case?
pub(crate) fn is_inflected(before: &str) -> bool {
    let words: Vec<String> = before.split_whitespace().rev().take(3).map(str::to_lowercase).collect();
    let is_number = |word: &String| word.starts_with(char::is_numeric);
    words.iter().any(|word| SEEKING.contains(&&**word)) && !words.iter().any(is_number)
}

/// The title in the nominative; `None` if it may be there already. Adjectives of the noun stand before it and directly behind.
pub(crate) fn nominative(title: &str) -> Option<String> {
    let (mut has_noun, mut is_over) = (false, false);
    let mut words: Vec<String> = Vec::new();
    for word in title.split(' ') {
        let adjective = adjective(word).filter(|_| !is_over);
        is_over |= has_noun && adjective.is_none();
        words.push(match adjective {
            Some(adjective) => adjective,
            None if has_noun => word.to_owned(),
            None => {
                has_noun = true;
                noun(word)?
            }
        });
    }
    let name = words.join(" ");
    (name != title).then_some(name)
}

/// "Młodszego" is "młodszy", "wysokiego" "wysoki", "młodszą" "młodsza".
fn adjective(word: &str) -> Option<String> {
    if let Some(stem) = word.strip_suffix("ego") {
        let is_soft = stem.ends_with(['i', 'k', 'g']);
        return Some(match stem.strip_suffix('i') {
            Some(hard) => format!("{hard}i"),
            None if is_soft => format!("{stem}i"),
            None => format!("{stem}y"),
        });
    }
    word.strip_suffix('ą').map(|stem| format!("{stem}a"))
}

fn noun(word: &str) -> Option<String> {
    if NAMES.contains(&&*word.to_lowercase()) {
        return None;
    }
    let fits =
        ENDINGS.iter().filter_map(|(ending, name)| Some((ending.len(), word.strip_suffix(ending)?, name)));
    let (_, stem, name) = fits.max_by_key(|(length, ..)| *length)?;
    Some(format!("{stem}{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_get_their_nominative_back() {
        for (said, name) in [
            ("kierowcy C+E", Some("kierowca C+E")),
            ("kierowcę", Some("kierowca")),
            ("kucharza", Some("kucharz")),
            ("magazyniera", Some("magazynier")),
            ("mechanika samochodowego", Some("mechanik samochodowy")),
            ("przedstawiciela handlowego", Some("przedstawiciel handlowy")),
            ("młodszego specjalisty ds. marketingu", Some("młodszy specjalista ds. marketingu")),
            ("głównego księgowego", Some("główny księgowy")),
            ("pielęgniarkę", Some("pielęgniarka")),
            ("kelnerki", Some("kelnerka")),
            ("operatora wózka widłowego", Some("operator wózka widłowego")),
            ("handlowca", Some("handlowiec")),
            ("asystenta", Some("asystent")),
            ("kierowca", None),
            ("barista", None),
            ("HR", None),
        ] {
            assert_eq!(nominative(said).as_deref(), name, "{said}");
        }
    }

    #[test]
    fn only_a_verb_of_seeking_asks_for_another_case() {
        assert!(is_inflected("dzień dobry szukam "));
        assert!(is_inflected("Szukamy doświadczonego "));
        assert!(!is_inflected("potrzebny "));
        assert!(!is_inflected("szukamy 2 "));
    }
}
