//! Finds titles that name one gender, where a law asks for titles that name all, and offers a form for all.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::Regex;

use super::finding::Finding;
use super::pay::{UNION_SINCE, is_in_union};
use crate::exports::places::Place;
use crate::language::words::pattern;
use crate::language::{Language, list_file};
use crate::writing::{capitalised, language_of_post};
use crate::{Content, Field};

const UNION_SOURCE: &str = "Directive (EU) 2023/970, Article 5(3), to be in national law by 7 June 2026";

struct Titles {
    /// By country: the day from which the law applies, and its name.
    laws: HashMap<&'static str, (NaiveDate, &'static str)>,
    /// By the language's code.
    forms: HashMap<&'static str, &'static str>,
    /// The language's code, an ending of words for women, and what names both instead of it.
    both: Vec<(&'static str, &'static str, String)>,
    one: Vec<(&'static str, Regex)>,
    marked: Vec<Regex>,
    none: Vec<&'static str>,
}

static TITLES: LazyLock<Titles> = LazyLock::new(|| {
    let lines = || list_file::named(include_str!("../../data/one_gender_titles.txt"));
    let of =
        |kind: &'static str| lines().filter_map(move |(name, value)| Some((name.strip_prefix(kind)?, value)));
    let law = |(country, law): (&'static str, &'static str)| {
        let (since, source) = law.split_once(' ')?;
        Some((country, (since.parse().ok()?, source)))
    };
    let compiled = |source: &str| pattern(&format!("(?i){source}"));
    Titles {
        laws: of("law-").filter_map(law).collect(),
        forms: of("form-").collect(),
        both: of("both-").flat_map(|(code, pairs)| of_both(code, pairs)).collect(),
        one: of("one-").map(|(code, source)| (code, compiled(source))).collect(),
        marked: of("marked").map(|(_, source)| compiled(source)).collect(),
        none: of("none").flat_map(|(_, words)| words.split_whitespace()).collect(),
    }
});

fn of_both(
    code: &'static str,
    pairs: &'static str,
) -> impl Iterator<Item = (&'static str, &'static str, String)> {
    let pairs = pairs.split_whitespace().filter_map(|pair| pair.split_once('='));
    pairs.map(move |(ending, both)| (code, ending, both.replace('_', " ")))
}

/// The finding about the title of a post that is published on the day `on`.
pub(super) fn check(content: &Content, places: &[Place], on: NaiveDate) -> Option<Finding> {
    let title = content.title.as_deref()?;
    let language = language_of_post(content);
    let form = TITLES.forms.get(language.code()).filter(|_| names_one_gender(language, title))?;
    let source = places.iter().find_map(|place| law_of(place, on))?;
    Some(Finding {
        code: "gendered_wording",
        field: Field::Title,
        words: Some(title.to_owned()),
        instead: Some(naming_both(language, title).unwrap_or_else(|| format!("{title} {form}"))),
        advice: "Use a title for all genders.",
        source,
    })
}

fn law_of(place: &Place, on: NaiveDate) -> Option<&'static str> {
    let country = place.country.as_deref()?;
    let law = TITLES.laws.get(country).filter(|(since, _)| *since <= on).map(|(_, source)| *source);
    let (year, month, day) = UNION_SINCE;
    let is_applied = NaiveDate::from_ymd_opt(year, month, day).is_some_and(|since| since <= on);
    law.or_else(|| (is_applied && is_in_union(country)).then_some(UNION_SOURCE))
}

/// Does the title of a post in a language with such forms say that it means all genders: "Kaufmann (m/w/d)"?
pub(super) fn names_all(content: &Content) -> bool {
    let title = content.title.as_deref().unwrap_or_default();
    TITLES.forms.contains_key(language_of_post(content).code()) && is_marked(title)
}

fn is_marked(title: &str) -> bool {
    TITLES.marked.iter().any(|marked| marked.is_match(title))
}

fn names_one_gender(language: Language, title: &str) -> bool {
    let word = occupation(title).to_lowercase();
    let mut one = TITLES.one.iter().filter(|(code, _)| *code == language.code());
    !is_marked(title) && one.any(|(_, ending)| ending.is_match(&word))
}

/// The word that names the occupation: the first one, as in "Fachperson Betreuung", but for words like "junior".
fn occupation(title: &str) -> &str {
    let head = title.split(['(', ',', '–', '/']).next().unwrap_or_default();
    let is_other = |word: &&str| !TITLES.none.contains(&&*word.to_lowercase());
    head.split_whitespace().find(is_other).unwrap_or_default()
}

/// The title of a woman in a form that names men too: "Kellner/in (m/w/d)". "Kellnerin (m/w/d)" would still mean women.
fn naming_both(language: Language, title: &str) -> Option<String> {
    let word = occupation(title);
    let lower = word.to_lowercase();
    let mut own = TITLES.both.iter().filter(|(code, ..)| *code == language.code());
    let (_, ending, both) = own.find(|(_, ending, _)| lower.ends_with(ending))?;
    let stem = word.get(..word.len().checked_sub(ending.len())?)?;
    let is_capital = stem.is_empty() && word.starts_with(char::is_uppercase);
    let both = if is_capital { capitalised(both) } else { both.clone() };
    Some(title.replacen(word, &format!("{stem}{both}"), 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exports::places;

    fn found(title: &str, place: &str, tasks: &str) -> Option<Finding> {
        let content = Content {
            title: Some(title.to_owned()),
            location: Some(place.to_owned()),
            responsibilities: vec![tasks.to_owned()],
            ..Content::default()
        };
        check(&content, &places::read(place), NaiveDate::from_ymd_opt(2026, 11, 30).unwrap())
    }

    #[test]
    fn titles_of_one_gender_are_found_where_the_law_asks() {
        for (title, place, tasks, offered) in [
            (
                "Schreiner",
                "Graz, Austria",
                "Möbel bauen und die Werkstatt sauber halten",
                "Schreiner (m/w/d)",
            ),
            ("Kellnerin", "Bern", "Gäste bedienen und die Tische decken", "Kellner/in (m/w/d)"),
            ("Köchin", "Graz, Austria", "Gäste bedienen und die Tische decken", "Koch/-köchin (m/w/d)"),
            (
                "Zahnärztin",
                "Bonn, Germany",
                "Menschen beraten und die Praxis leiten",
                "Zahnarzt/-ärztin (m/w/d)",
            ),
            ("Caissière", "Lille", "Servir les clients et tenir la caisse", "Caissier/ière"),
            (
                "Conductrice de ligne",
                "Lyon",
                "Servir les clients et tenir la caisse",
                "Conducteur/trice de ligne",
            ),
            (
                "Camarera de pisos",
                "Sevilla",
                "Limpiar las habitaciones y las zonas comunes",
                "Camarero/a de pisos",
            ),
            ("Enfermeira", "Braga", "Cuidar dos doentes da nossa clínica", "Enfermeiro/a"),
            ("Cameriera ai piani", "Torino", "Servire i clienti e tenere la cassa", "Cameriere/a ai piani"),
            (
                "Agent de sécurité",
                "Lille",
                "Surveiller les locaux et accueillir les visiteurs",
                "Agent de sécurité (H/F)",
            ),
            ("Cuoco", "Torino", "Preparare i piatti della nostra cucina", "Cuoco (m/f)"),
            ("Commessa", "Firenze", "Servire i clienti e tenere la cassa", "Commesso/a"),
            ("Panadero", "Sevilla", "Hacer el pan y los dulces para la tienda", "Panadero (H/M)"),
            ("Enfermeiro", "Braga", "Cuidar dos doentes da nossa clínica", "Enfermeiro (M/F)"),
            ("Elektryk", "Kraków", "Montaż instalacji elektrycznych w nowych budynkach", "Elektryk (k/m)"),
            ("Serveur", "Liège", "Servir les clients et tenir la caisse", "Serveur (H/F)"),
            ("Panadero", "Puebla, México", "Hacer el pan y los dulces para la tienda", ""),
            ("Line Cook", "Vienna", "Prepare fish and keep the station clean", ""),
        ] {
            let finding = found(title, place, tasks);
            assert_eq!(finding.and_then(|it| it.instead).unwrap_or_default(), offered, "{title}");
            assert_eq!(found(offered, place, tasks), None, "what is offered is lawful");
        }
    }

    #[test]
    fn titles_for_all_make_no_finding() {
        for (title, place, tasks) in [
            ("Schreiner (m/w/d)", "Graz, Austria", "Möbel bauen und die Werkstatt sauber halten"),
            ("Schreiner/in", "Graz, Austria", "Möbel bauen und die Werkstatt sauber halten"),
            ("Schreiner:in", "Graz, Austria", "Möbel bauen und die Werkstatt sauber halten"),
            ("Köchin oder Koch", "Bern", "Gäste bedienen und die Tische decken"),
            ("Pflegefachkraft", "Berlin", "Menschen pflegen und ihre Angehörigen beraten"),
            ("Fachperson Betreuung Kinder", "Basel", "Kinder betreuen und Eltern beraten"),
            ("Comptable", "Paris", "Tenir les comptes de nos clients"),
            ("Vendeuse ou vendeur", "Lyon", "Servir les clients et tenir la caisse"),
            ("Agent(e) d'accueil", "Lyon", "Servir les clients et tenir la caisse"),
            ("Camareras/os de pisos", "Málaga", "Limpiar las habitaciones y las zonas comunes"),
            ("Barista", "Torino", "Preparare il caffè per i nostri clienti"),
            ("Assistente dentário/a", "Porto", "Apoiar os médicos da nossa clínica"),
        ] {
            assert_eq!(found(title, place, tasks), None, "{title}");
        }
    }
}
