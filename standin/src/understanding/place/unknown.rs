//! Finds unknown names in the position of a place.

use std::{ops::Range, sync::LazyLock};

use job_post::{Language, money};
use regex::Regex;

use crate::{
    text::{
        casing::capitalized,
        gazetteer,
        sentences::{Sentence, pattern},
        vocabulary::SKILLS,
    },
    turn::Turn,
    understanding::place::{is_german, overlaps},
};

/// "Based in Kragujevac", "our Lindau office": an unknown name in the position of a place.
pub(super) fn find<'a>(turn: &Turn, sentence: &Sentence<'a>, title: &Range<usize>) -> Option<&'a str> {
    static PLACE: LazyLock<[Regex; 8]> = LazyLock::new(|| {
        const BARE: &str = r"\p{Lu}[\p{L}'’-]+(?:(?:,\s|\s|-|\s(?:do|da|de|del|di)\s)\p{Lu}[\p{L}'’-]+){0,2}";
        let name = format!("({BARE})");
        [
            pattern(&format!(
                r"\b(?:[Bb]ased in|[Ll]ocated in|[Ll]ocation(?:\s+is|\s+should\s+be|\s+to|:)|(?:[Mm]ove|[Mm]oved|[Cc]hange|[Rr]elocate)\s+(?:it|the\s+job|this)\s+to|[Oo]ffices? in|[Ss]ite in|[Pp]lant in|[Ss]tandort(?:\s+ist|:)?|(?:Ort|Where|Place|City|Town|Area|Lieu|Ville|Lugar|Ciudad|Ubicación|Local|Cidade|Luogo|Sede|Città|Plaats|Standplaats|Miejsce|Miasto)\s?:|(?:Werk|Büro|Filiale|Niederlassung|Praxis|Klinik|Hotel|Restaurant|Gasthof|Gasthaus|Gaststätte|Café|Bäckerei|Metzgerei|Werkstatt|Betrieb|Laden|Geschäft|Markt|Kanzlei|Apotheke|Kita|Kindergarten|Schule|Agentur|Salon|Studio|Lager|Weingut|Bauernhof|Pension|Pflegeheim|Seniorenheim|Krankenhaus|Spital)\s+in|[Nn]ear|[Rr]aum|[Oo]mgeving|[Oo]kolice|[Bb]iuro)\s+{name}"
            )),
            pattern(&format!(
                r"\b(?:[Oo]ur|[Tt]he|[Uu]nser(?:em|er|en)?)\s+{name}\s+(?:office|site|plant|branch|campus|store|warehouse|clinic|factory|headquarters|HQ|Büro|Werk)\b"
            )),
            // "In Teilzeit" is no place, so an unknown German town must end like one.
            pattern(
                r"\b[Ii]n\s+((?:(?:Bad|Sankt|St\.|Markt)\s)?\p{Lu}\p{Ll}+(?:hausen|kirchen|bühel|brunn|weiler|stetten|hofen|ingen|berg|burg|dorf|bach|furt)|Bad\s\p{Lu}\p{Ll}+|(?:Sankt|St\.)\s\p{Lu}\p{Ll}+)\b",
            ),
            pattern(&format!(
                r"({BARE},?\s+(?:A[LKZR]|C[AOT]|DE|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]))\b"
            )),
            pattern(&format!(
                r"(?:^|[^\p{{L}}])(?:[Ii]n|[Ee]n|[Ee]m|[Ww]e?|[Àà]|[Ss]ur|[Nn]abij|[Vv]icino\s+a|[Cc]erca\s+de|[Pp]erto\s+de|[Pp]rès\s+de)\s+{name}"
            )),
            pattern(&format!(
                r"\b(?:entrepôt|usine|agence|magasin|site|atelier|dépôt|boutique|école|clinique|cabinet|bureau|almacén|fábrica|tienda|taller|planta|oficina|sede|centro|magazzino|negozio|stabilimento|ufficio|armazém|loja|unidade|obra|escritório|magazyn|sklep|zakład|biuro|baza)\s+(?:de|d['’]|di|do|da|en|em|w|we)\s*{name}"
            )),
            pattern(&format!(r"(?:^|\s)@\s?{name}")),
            pattern(&format!(r"\sad?\s{name}")),
        ]
    });
    let text = sentence.text();
    if let Some(whole) = with_suffix(text) {
        return Some(whole);
    }
    if let Some(town) = attribute(text) {
        return Some(town);
    }
    let named = |form: &Regex| {
        let found = form.captures(text)?.get(1)?;
        let at = sentence.text_start() + found.start()..sentence.text_start() + found.end();
        (!overlaps(&at, title) && is_name(found.as_str()) && !is_currency(text, found.range()))
            .then(|| without_noun(sentence, found.as_str()))
    };
    // "A" is Italian for "in".
    let forms = match is_german(sentence) {
        true => 3,
        false => 7 + usize::from(turn.language == Language::Italian),
    };
    PLACE[..forms].iter().find_map(named)
}

/// The new place of a correction: "change the city to Magog", "pas de plaats aan naar Aalst", "no es Medellín sino Envigado",
/// "in leibnitz nicht in graz", "the Bath spot is filled, this one's for Albury".
pub(super) fn relocated<'a>(turn: &Turn, text: &'a str) -> Option<&'a str> {
    static NEW: LazyLock<[Regex; 7]> = LazyLock::new(|| {
        const NAME: &str =
            r"((?-i:\p{Lu})[\p{L}'’-]+(?:(?:\s|-|\s(?:do|da|de|del|di)\s)(?-i:\p{Lu})[\p{L}'’-]+){0,2})";
        const NOUNS: &str = "city|town|place|location|branch|base|depot|site|spot|ville|lieu|agence|sucursal|filiale|zweigstelle|niederlassung|vestiging|filial|ville|lieu|plaats|stad|locatie|ciudad|lugar|sede|cidade|local|città|luogo|ort|standort|stadt|miejsce|miasto|lokalizacj[aę]";
        [
            pattern(&format!(
                r"(?i)\b(?:{NOUNS})\b[^.;!?]{{0,30}}?\s(?:to|pour|naar|à|a|em|en|es|is|ist|in|è|é|auf|nach|por|para|na|w|jest|c['’]est)\s+{NAME}"
            )),
            pattern(&format!(
                r"(?i)\b(?:sino|sondern|but|mais|ma|mas|maar|ale|tylko)\s+(?:(?:en|in|à|em|a|ad|w|we|te)\s+)?{NAME}"
            )),
            pattern(
                r"(?i)\b(?:in|en|à|em|a|w)\s+(\p{L}[\p{L}-]{2,})\s*,?\s+(?:not|nicht|no|pas|non|niet|não|nie)\s+(?:(?:in|en|à|em|a|w)\s+)?(\p{L}[\p{L}-]{2,})",
            ),
            // "Nicht erfurt sondern weimar": the second name is the new one.
            pattern(
                r"(?i)\b(?:nicht|not|no|pas|niet|nie|non|não)\s+(?:es\s+)?(?:(?:in|en|à|em|a|w)\s+)?(?P<old>\p{L}[\p{L}-]{2,})\s*,?\s+(?:sondern|but|sino|mais|maar|ma|mas|tylko)\s+(?:(?:in|en|à|em|a|w)\s+)?(?P<new>\p{L}[\p{L}-]{2,})",
            ),
            pattern(&format!(
                r"(?i)\b(?:mets|met|mettez|pon|ponle|ponga|zet|metti|put|make\s+it)\s+(?:plutôt|plutot|mejor|liever|invece|rather)\s+{NAME}"
            )),
            pattern(&format!(
                r"(?i)\b(?:vervangen|vervang|ersetzen|remplacer|remplacez|reemplazar|cambiar|substituir|sostituire|replace)\b[^.;!?]{{0,30}}?\s(?:door|durch|par|por|with|by|con)\s+{NAME}"
            )),
            pattern(&format!(
                r"(?i)\b(?:this\s+one(?:['’]s|\s+is)|it(?:['’]s|\s+is)\s+now)\s+(?:for|in)\s+{NAME}"
            )),
        ]
    });
    static REPLACING: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?i)\b(?:vervang|ersetz|remplac|reemplaz|cambiar|substitu|sostitu|replac)")
    });
    let held = turn.text("location").to_lowercase();
    NEW.iter().find_map(|form| {
        let found = form.captures(text)?;
        let name = found.name("new").or(found.get(1))?.as_str();
        // "In leibnitz nicht in graz" has no capitals, so the place that it denies must be the known one.
        let old = found.name("old").or(found.get(2).filter(|_| found.name("new").is_none()));
        let denies_held = old.is_none_or(|old| held.contains(&old.as_str().to_lowercase()));
        // "Replace Sage by Pennylane" is not about the place.
        let is_replaced = found.get(0).is_some_and(|whole| REPLACING.is_match(whole.as_str()));
        let denies_held = denies_held && (!is_replaced || text.to_lowercase().contains(&*held));
        (denies_held && !held.contains(&name.to_lowercase()) && is_name(&capitalized(name))).then_some(name)
    })
}

/// "In Kitzbühel, Saisonstelle": a German noun behind the comma is no part of the name.
fn without_noun<'a>(sentence: &Sentence<'_>, name: &'a str) -> &'a str {
    match name.split_once(',') {
        Some((town, rest)) if is_german(sentence) && !gazetteer::is_town(rest.trim()) => town,
        _ => name,
    }
}

/// "Our Tiong Bahru cafe": a known town before the noun of a workplace.
fn attribute(text: &str) -> Option<&str> {
    static WORKPLACE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"\b(?:[Oo]ur|[Tt]he|[Aa]|[Uu]nser(?:em|er|en)?|[Oo]nze?)\s+(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2})\s+(?:cafe|café|coffee\s+shop|shop|restaurant|hotel|bar|pub|kitchen|bakery|salon|school|nursery|preschool|kindergarten|centre|center|outlet|showroom|depot|yard|farm|garage|gym|studio|hospital|surgery|practice|pharmacy|home|team|location|Filiale|Team|Hotel|vestiging|kantoor|winkel)\b",
        )
    });
    let name = WORKPLACE.captures(text)?.get(1)?.as_str();
    (gazetteer::is_town(name) && is_name(name)).then_some(name)
}

/// An unknown town by what belongs to its name: "in Rothenburg o. d. T.".
fn with_suffix(text: &str) -> Option<&str> {
    static TOWN: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"\b[Ii]n\s+(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)\s\p{Ll}"));
    let town = TOWN.captures(text)?.get(1)?;
    let suffix = gazetteer::suffix(&text[town.end()..]);
    (suffix > 0).then(|| &text[town.start()..town.end() + suffix])
}

/// Does the name belong to a currency: "in Swiss francs"?
fn is_currency(text: &str, at: Range<usize>) -> bool {
    money::currencies_in(text, text).iter().any(|mention| overlaps(&mention.span, &at))
}

pub(super) fn is_name(text: &str) -> bool {
    const NO_PLACE: &[&str] = &[
        "English",
        "German",
        "French",
        "Spanish",
        "Test",
        "Engineering",
        "Sales",
        "Marketing",
        "Finance",
        "Operations",
        "Product",
        "HR",
        "IT",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Java",
        "Computer",
        "Mathematics",
        "Physics",
        "Science",
        "Business",
        "Remote",
        "Hybrid",
        "Senior",
        "Junior",
        "AI",
    ];
    let first = text.split([' ', ',']).next().unwrap_or_default();
    !NO_PLACE.contains(&first)
        && !SKILLS.has(text)
        && !SKILLS.has(first)
        && text.chars().any(char::is_lowercase)
}
