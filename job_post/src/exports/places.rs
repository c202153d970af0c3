//! Reads the country of a place: by its name, by a known town, or by a state of the USA. An unlisted place has no country,
//! because a wrong one would be worse.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::language::list_file;

/// One place, in the parts of an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub locality: Option<String>,
    /// The postal code of a state of the USA.
    pub region: Option<String>,
    /// ISO 3166-1, two letters.
    pub country: Option<String>,
}

type Codes = HashMap<&'static str, &'static str>;

struct Gazetteer {
    countries: Codes,
    towns: Codes,
    states: Codes,
    /// The state of a town of the USA.
    state_of: Codes,
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut known = Gazetteer {
        countries: Codes::new(),
        towns: Codes::new(),
        states: Codes::new(),
        state_of: Codes::new(),
    };
    for (code, names) in list_file::named(include_str!("../../data/countries.txt")) {
        let (countries, towns) = names.split_once(" | ").unwrap_or((names, ""));
        known.countries.extend(countries.split("; ").map(|name| (name, code)));
        known.towns.extend(towns.split("; ").map(|name| (name, code)));
    }
    for (code, names) in list_file::named(include_str!("../../data/us_states.txt")) {
        let (states, towns) = names.split_once(" | ").unwrap_or((names, ""));
        known.states.extend(states.split("; ").map(|name| (name, code)));
        known.state_of.extend(towns.split("; ").map(|name| (name, code)));
        known.states.insert(code, code);
    }
    known
});

/// Words for a work type or a region without a country.
const NO_PLACES: [&str; 13] = [
    "remote",
    "fully remote",
    "hybrid",
    "onsite",
    "on-site",
    "office",
    "homeoffice",
    "home office",
    "vor ort",
    "anywhere",
    "worldwide",
    "weltweit",
    "europe",
];

/// The places in a text: one, or several if the text lists some and all are known.
pub(crate) fn read(text: &str) -> Vec<Place> {
    let whole = place(text);
    if whole.as_ref().is_some_and(|place| place.country.is_some()) {
        return whole.into_iter().collect();
    }
    let listed =
        [" or ", " oder ", " und ", " and ", " ou ", " o ", " / ", "/", " & ", ";", ", "].into_iter();
    let mut readings = listed
        .filter(|between| text.contains(between))
        .map(|between| text.split(between).filter_map(place).collect::<Vec<_>>());
    let known = readings.find(|places| places.iter().all(|place| place.country.is_some()));
    known.filter(|places| !places.is_empty()).unwrap_or_else(|| whole.into_iter().collect())
}

/// The text as one place.
fn place(text: &str) -> Option<Place> {
    let separators = |letter: char| matches!(letter, ',' | '(' | ')' | '،');
    let parts: Vec<&str> = text
        .split(separators)
        .map(str::trim)
        .filter(|part| !part.is_empty() && !NO_PLACES.contains(&&*part.to_lowercase()))
        .collect();
    let (last, before) = parts.split_last()?;
    let town = |part: &&str| GAZETTEER.towns.get(&*part.to_lowercase()).copied();
    let locality = |parts: &[&str]| (!parts.is_empty()).then(|| parts.join(", "));
    let found = |parts: &[&str], region: Option<&str>, country: Option<&str>| {
        let (region, country) = (region.map(str::to_owned), country.map(str::to_owned));
        let of_town = || parts.first().and_then(|town| GAZETTEER.state_of.get(&*town.to_lowercase()));
        let region = match country.as_deref() {
            Some("US") => region.or_else(|| of_town().map(|&state| state.to_owned())),
            _ => None,
        };
        Some(Place { locality: locality(parts), region, country })
    };
    if let Some(country) = GAZETTEER.countries.get(&*last.to_lowercase()) {
        let state = before.split_last().and_then(|(state, towns)| Some((state_named(state)?, towns)));
        return match state.filter(|_| *country == "US") {
            Some((state, towns)) => found(towns, Some(state), Some("US")),
            None => found(before, None, Some(country)),
        };
    }
    let state = state_named(last).filter(|_| !before.is_empty() || town(last).is_none());
    if let Some(state) = state.filter(|state| means_a_state(last, state, before)) {
        return found(before, Some(state), Some("US"));
    }
    // "Kreuzberg, Berlin" is in Germany, but "Vienna, VA" is not in Austria.
    let towns: Vec<_> = parts.iter().filter_map(town).collect();
    let country = towns.first().filter(|first| towns.iter().all(|country| country == *first));
    let is_elsewhere = parts.len() > 1 && town(last).is_none() && !is_code_of(last, country);
    let (parts, country) = match country {
        Some(country) if !is_elsewhere => (without_code(&parts), Some(*country)),
        _ => (&parts[..], None),
    };
    found(parts, None, country)
}

/// The state of "TX", "TX 78701" or "Texas".
fn state_named(part: &str) -> Option<&'static str> {
    let name = part.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '-').trim_end();
    let states = &GAZETTEER.states;
    states.get(name).or_else(|| states.get(&*name.to_lowercase())).copied()
}

/// Does the part mean a state? "CA", "DE" and "IN" are countries too: then a zip code, the full name or a town of the USA
/// must show it.
fn means_a_state(part: &str, code: &str, before: &[&str]) -> bool {
    let is_country = GAZETTEER.countries.values().any(|country| *country == code);
    let american = |town: &&str| GAZETTEER.towns.get(&*town.to_lowercase()) == Some(&"US");
    !is_country || part.len() > 2 || before.iter().any(american)
}

/// Is it the code of the country: "Berlin, DE"?
fn is_code_of(part: &str, country: Option<&&'static str>) -> bool {
    country.is_some_and(|country| part == *country)
}

fn without_code<'a, 'b>(parts: &'a [&'b str]) -> &'a [&'b str] {
    match parts {
        [towns @ .., last] if !towns.is_empty() && GAZETTEER.countries.values().any(|code| code == last) => {
            towns
        }
        all => all,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "locality|region|country", several joined by "+".
    fn shown(text: &str) -> String {
        let part = |part: Option<String>| part.unwrap_or_default();
        let places = read(text).into_iter();
        let places = places.map(|place| [place.locality, place.region, place.country].map(part).join("|"));
        places.collect::<Vec<_>>().join(" + ")
    }

    #[test]
    fn countries_are_read_and_never_guessed() {
        for (text, expected) in [
            ("Lisbon", "Lisbon||PT"),
            ("Lisbon, Portugal", "Lisbon||PT"),
            ("Kreuzberg, Berlin, Germany", "Kreuzberg, Berlin||DE"),
            ("Kreuzberg, Berlin", "Kreuzberg, Berlin||DE"),
            ("Germany", "||DE"),
            ("Remote (Germany)", "||DE"),
            ("Berlin (hybrid)", "Berlin||DE"),
            ("Austin, TX", "Austin|TX|US"),
            ("Fresno, CA 93650", "Fresno|CA|US"),
            ("San Francisco, CA", "San Francisco|CA|US"),
            ("Toronto, CA", "Toronto||CA"),
            ("Berlin, DE", "Berlin||DE"),
            ("Hof, DE", "Hof, DE||"),
            ("Portland, Oregon, USA", "Portland|OR|US"),
            ("New York, NY", "New York|NY|US"),
            ("New York", "New York|NY|US"),
            ("Texas", "|TX|US"),
            ("Vienna, VA", "Vienna|VA|US"),
            ("Paris, Tennessee", "Paris|TN|US"),
            ("Birmingham", "Birmingham||"),
            ("Tbilisi, Georgia", "Tbilisi, Georgia||"),
            ("London, Ontario", "London, Ontario||"),
            ("Berlin or Lisbon", "Berlin||DE + Lisbon||PT"),
            ("Berlin / München", "Berlin||DE + München||DE"),
            ("Berlin or Hogwarts", "Berlin or Hogwarts||"),
            ("Amman, الأردن", "Amman||JO"),
            ("remote", ""),
            ("", ""),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn the_data_is_well_formed() {
        let known = &*GAZETTEER;
        let counts = (known.countries.len(), known.towns.len(), known.states.len());
        assert!(counts.0 > 140 && counts.1 > 250, "{counts:?}");
        assert_eq!(counts.2, 2 * 51 + 1, "50 states and a district, by name and by code; one has two names");
        for (name, code) in known.countries.iter().chain(&known.towns) {
            assert!(
                code.len() == 2 && *name == name.to_lowercase() && name.trim() == *name,
                "{code}: {name}"
            );
        }
        let twice = known.towns.keys().filter(|town| known.countries.contains_key(*town)).collect::<Vec<_>>();
        assert!(twice.is_empty(), "{twice:?}");
    }
}
