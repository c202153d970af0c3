//! What belongs to a place: "near", "und Umgebung", a quarter, a state.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::{casing::capitalized, gazetteer::is_small_state, sentences::pattern};

/// The place with the words beside it that say where it is exactly, as a value and as the words of the message. `written` is
/// the place as a name.
pub(super) fn with_qualifiers<'a>(text: &'a str, place: &'a str, written: &str) -> (String, &'a str) {
    static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(near|close\s+to|outside|cerca\s+de|près\s+de|proche\s+de|vicino\s+a|perto\s+de|(?:de\s+)?(?:omgeving|regio)(?:\s+van)?|in\s+de\s+buurt\s+van|okolice|w\s+pobliżu|raum)\s+$",
        )
    });
    static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"^(?:\s+(?:(?:und|&|u\.)\s+[Uu]mgebung|et\s+(?:environs|alentours|ses\s+environs)|y\s+alrededores|e\s+(?:dintorni|arredores)|en\s+omgeving|i\s+okolice)\b",
            r"|,\s*(?:[Cc]olonia|[Bb]arrio|[Zz]ona|[Bb]airro|[Qq]uartier|[Qq]uartiere|[Ss]tadtteil|[Ww]ijk|[Dd]zielnica)\s+\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?",
            r"|,?\s+(?:VIC|NSW|QLD|TAS|ON|QC|BC|AB|MB|SK|NS|NB)\b)",
        ))
    });
    let Some(start) = text.find(place) else { return (written.to_owned(), place) };
    let end = start + place.len();
    let before = BEFORE.captures(&text[..start]).and_then(|found| found.get(1));
    let lead = before.map_or(String::new(), |before| format!("{} ", before.as_str().to_lowercase()));
    let from = before.map_or(start, |before| before.start());
    let rest = &text[end..];
    let (behind, shown) = match BEHIND.find(rest) {
        Some(found) => (found.as_str(), of_quarter(found.as_str())),
        None => at_its_end(rest, place).unwrap_or_default(),
    };
    (format!("{lead}{written}{shown}"), &text[from..end + behind.len()])
}

/// A quarter with a name stands in brackets: behind a comma it could be another place.
fn of_quarter(behind: &str) -> String {
    let quarter = behind.strip_prefix(',').map(str::trim).filter(|quarter| quarter.contains(' '));
    quarter.map_or(behind.to_owned(), |quarter| format!(" ({quarter})"))
}

/// "Nantes centre", "curitiba pr": the words at the end of a clause, and how they are written.
fn at_its_end<'a>(rest: &'a str, place: &str) -> Option<(&'a str, String)> {
    static ENDING: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"^(\s+(?:([Cc]entre|[Zz]entrum|[Ii]nnenstadt|[Ss]tadtmitte|[Cc]entro|[Cc]entrum|[Śś]ródmieście|[Dd]owntown)",
            r"|([Cc]entre-ville|[Cc]ity\s+[Cc]ent(?:re|er)|[Tt]own\s+[Cc]ent(?:re|er)|[Cc]entro\s+[Ss]torico)",
            r"|(\p{Ll}{2,3})))\s*(?:[,;:.!?)\n]|[-–—]\s|$)",
        ))
    });
    let found = ENDING.captures(rest)?;
    let behind = found.get(1)?.as_str();
    let written = match (found.get(2), found.get(4)) {
        (Some(quarter), _) => format!(" {}", capitalized(quarter.as_str())),
        (_, Some(code)) => {
            let code = code.as_str();
            is_small_state(place, code).then(|| format!(", {}", code.to_uppercase()))?
        }
        _ => behind.to_owned(),
    };
    Some((behind, written))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_keeps_what_belongs_to_it() {
        for (text, place, written, value, quote) in [
            (
                "campo cerca de Río Cuarto",
                "Río Cuarto",
                "Río Cuarto",
                "cerca de Río Cuarto",
                "cerca de Río Cuarto",
            ),
            ("in regio zwolle, fulltime", "zwolle", "Zwolle", "regio Zwolle", "regio zwolle"),
            (
                "für Nürnberg und Umgebung",
                "Nürnberg",
                "Nürnberg",
                "Nürnberg und Umgebung",
                "Nürnberg und Umgebung",
            ),
            (
                "a Bologna, zona Bolognina, subito",
                "Bologna",
                "Bologna",
                "Bologna (zona Bolognina)",
                "Bologna, zona Bolognina",
            ),
            (
                "in Dandenong South, VIC. Casual",
                "Dandenong South",
                "Dandenong South",
                "Dandenong South, VIC",
                "Dandenong South, VIC",
            ),
            ("in Leeds and York", "Leeds", "Leeds", "Leeds", "Leeds"),
            ("bureaux nantes centre, cdd", "nantes", "Nantes", "Nantes Centre", "nantes centre"),
            ("a Bologna centro", "Bologna", "Bologna", "Bologna Centro", "Bologna centro"),
            ("Galway city centre", "Galway", "Galway", "Galway city centre", "Galway city centre"),
            ("in Leeds centre of town", "Leeds", "Leeds", "Leeds", "Leeds"),
            ("em Curitiba pr, CLT", "Curitiba", "Curitiba", "Curitiba, PR", "Curitiba pr"),
            ("barista in hobart tas", "hobart", "Hobart", "Hobart, TAS", "hobart tas"),
            ("in Hobart pr", "Hobart", "Hobart", "Hobart", "Hobart"),
        ] {
            let start = text.find(place).unwrap();
            let place = &text[start..start + place.len()];
            assert_eq!(with_qualifiers(text, place, written), (value.to_owned(), quote), "{text}");
        }
    }
}
