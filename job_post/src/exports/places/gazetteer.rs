//! The names of countries, groups of countries, states and towns.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::language::list_file;

type Code = &'static str;

/// A state, a province or another part of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub country: Code,
    /// What exports write: a code where the country's addresses use it ("TX"), else the name ("Bavaria").
    pub written: &'static str,
    pub name: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Town {
    pub country: Code,
    /// The code of its state of the USA.
    pub state: Option<&'static str>,
    /// The city that it is a district of.
    pub city: Option<&'static str>,
    pub is_large: bool,
}

/// What a name can mean.
#[derive(Clone, Debug, Default)]
pub(super) struct Meaning {
    pub country: Option<Code>,
    /// Several if the name or code is one of several countries: "WA".
    pub regions: Vec<Region>,
    pub town: Option<Town>,
    /// The members of a group of countries: "EU".
    pub group: Option<&'static [Code]>,
    /// Is it a code in capital letters, which needs a place before it?
    pub is_code: bool,
}

#[derive(Default)]
pub(super) struct Gazetteer {
    countries: HashMap<String, Code>,
    regions: HashMap<String, Vec<Region>>,
    towns: HashMap<String, Town>,
    groups: HashMap<String, Vec<Code>>,
    /// Towns of the USA that only their state tells from others, with it.
    homonyms: HashSet<(String, &'static str)>,
    /// The first name of each country.
    names: HashMap<Code, &'static str>,
    areas: HashMap<&'static str, Vec<String>>,
    plain_areas: HashMap<&'static str, HashSet<String>>,
    /// The countries whose code is used behind a town: those with towns in the list curated by hand.
    coded: HashSet<Code>,
}

pub(super) static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut known = Gazetteer::default();
    known.add_countries(include_str!("../../../data/countries.txt"));
    known.add_states(include_str!("../../../data/us_states.txt"));
    known.add_regions(include_str!("../../../data/regions.txt"));
    known.add_towns(include_str!("../../../data/towns.txt"));
    for (codes, names) in list_file::named(include_str!("../../../data/country_groups.txt")) {
        let members: Vec<Code> = codes.split(' ').collect();
        known.groups.extend(names.split("; ").map(|name| (plain(name), members.clone())));
    }
    for (list, names) in list_file::named(include_str!("../../../data/areas.txt")) {
        let mut names: Vec<String> = names.split("; ").map(str::to_owned).collect();
        known.plain_areas.entry(list).or_default().extend(names.iter().map(|name| plain(name)));
        known.areas.entry(list).or_default().append(&mut names);
    }
    // The longest first, so that "based in" is cut before "based".
    known.areas.values_mut().for_each(|names| names.sort_by_key(|name| std::cmp::Reverse(name.len())));
    known
});

/// The form in which names are compared: lower case without accents and with single spaces.
pub(super) fn plain(name: &str) -> String {
    let letters = name.nfkc().flat_map(char::to_lowercase).collect::<String>();
    let letters = letters.replace('ß', "ss").replace('ł', "l").replace('ø', "o").replace(['’', '‘'], "'");
    let bare = letters.nfd().filter(|letter| !is_combining_mark(*letter)).nfc().collect::<String>();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn split_names(
    names: &'static str,
) -> (impl Iterator<Item = &'static str>, impl Iterator<Item = &'static str>) {
    let (names, towns) = names.split_once(" | ").unwrap_or((names, ""));
    (names.split("; "), towns.split("; ").filter(|name| !name.is_empty()))
}

/// A town and the city that it is a district of: "kreuzberg<berlin".
fn district(name: &'static str) -> (&'static str, Option<&'static str>) {
    name.split_once('<').map_or((name, None), |(name, city)| (name, Some(city)))
}

impl Gazetteer {
    fn add_countries(&mut self, file: &'static str) {
        for (code, names) in list_file::named(file) {
            let (names, towns) = split_names(names);
            for name in names {
                self.names.entry(code).or_insert(name);
                self.countries.insert(plain(name), code);
            }
            for name in towns {
                self.coded.insert(code);
                let (name, city) = district(name);
                self.towns
                    .insert(plain(name), Town { country: code, state: None, city, is_large: city.is_none() });
            }
        }
    }

    fn add_states(&mut self, file: &'static str) {
        for (code, names) in list_file::named(file) {
            let (names, towns) = split_names(names);
            let names: Vec<_> = names.collect();
            let region =
                Region { country: "US", written: code, name: names.first().copied().unwrap_or(code) };
            for name in names.into_iter().chain([code]) {
                self.regions.entry(plain(name)).or_default().push(region);
            }
            let town = Town { country: "US", state: Some(code), city: None, is_large: true };
            self.towns.extend(towns.map(|name| (plain(name), town)));
        }
    }

    fn add_regions(&mut self, file: &'static str) {
        for (code, names) in list_file::named(file) {
            let Some((country, short)) = code.split_once('-') else { continue };
            let name = names.split("; ").next().unwrap_or_default();
            // Numbers of ISO 3166-2 are no part of addresses.
            let is_used = ["AU", "BR", "CA", "CH", "IT"].contains(&country)
                && !short.starts_with(|digit: char| digit.is_ascii_digit());
            let written = if is_used { short } else { name };
            let region = Region { country, written, name };
            for name in names.split("; ") {
                self.regions.entry(plain(name)).or_default().push(region);
            }
        }
    }

    fn add_towns(&mut self, file: &'static str) {
        for (code, names) in list_file::named(file) {
            let (country, state) = code.split_once('-').map_or((code, None), |(c, state)| (c, Some(state)));
            if country.starts_with('+') {
                let state = state.unwrap_or_default();
                self.homonyms.extend(names.split("; ").map(|name| (plain(name), state)));
                continue;
            }
            for name in names.split("; ") {
                let (name, city) = district(name);
                let is_large = name.ends_with('*');
                let town = Town { country, state, city, is_large };
                // The list curated by hand counts more.
                self.towns.entry(plain(name.trim_end_matches('*'))).or_insert(town);
            }
        }
    }

    pub fn has_town(&self, name: &str) -> bool {
        self.towns.contains_key(&plain(name))
    }

    /// Is there a town of this name in the state of the USA?
    pub fn is_in_state(&self, name: &str, state: &'static str) -> bool {
        self.homonyms.contains(&(plain(name), state))
    }

    pub fn meaning(&'static self, name: &str) -> Meaning {
        let key = plain(name);
        let is_code = name.len() <= 3 && name.bytes().all(|letter| letter.is_ascii_uppercase());
        let is_short = key.len() <= 3 && !is_code;
        let regions = self.regions.get(&key).filter(|_| !is_short).cloned().unwrap_or_default();
        let named = self.countries.get(&key).copied();
        let by_code = || self.coded.get(name).copied().filter(|_| is_code);
        Meaning {
            is_code: is_code && named.is_none(),
            country: named.or_else(by_code),
            regions,
            town: self.towns.get(&key).copied().or_else(|| self.town_with_district(name)),
            group: self.groups.get(&key).map(Vec::as_slice),
        }
    }

    /// The town of "Berlin-Mitte", "Zürich Oerlikon" or "東京都渋谷区".
    fn town_with_district(&self, name: &str) -> Option<Town> {
        let is_cjk = |letter: char| ('\u{3040}'..='\u{9fff}').contains(&letter);
        if name.starts_with(is_cjk) {
            let starts = name.char_indices().skip(2).map(|(at, _)| &name[..at]);
            return starts.filter_map(|start| self.towns.get(start).copied()).last();
        }
        let (town, district) = name.split_once(['-', ' '])?;
        let found = self.towns.get(&plain(town)).filter(|town| town.is_large)?;
        let key = plain(district);
        let is_other = self.towns.get(&key).is_some_and(|town| town.is_large)
            || self.regions.contains_key(&key)
            || self.countries.contains_key(&key);
        // With a space it is a habit of few languages: "London Road" is no London.
        let by_hyphen = name[town.len()..].starts_with('-');
        let fits = by_hyphen || ["DE", "AT", "CH", "NL"].contains(&found.country);
        let is_word = district.chars().count() > 3 && district.chars().all(char::is_alphabetic);
        (!is_other && fits && is_word).then_some(*found)
    }

    /// The regions of a code in any case: "austin, tx".
    pub fn regions(&self, name: &str) -> &[Region] {
        self.regions.get(&plain(name)).map_or(&[], Vec::as_slice)
    }

    /// Are these two names of one city: "münchen" and "munich"?
    pub fn is_same_city(&self, one: &str, other: &str) -> bool {
        let (one, other) = (plain(one), plain(other));
        let names = |listed: &str| {
            let names = listed.split('=').map(plain).collect::<Vec<_>>();
            names.contains(&one) && names.contains(&other)
        };
        one == other || self.list("city").any(names)
    }

    /// The name of a country in capital letters; "USA" as in Google's examples.
    pub fn country_name(&self, code: &str) -> String {
        match code {
            "US" => "USA".to_owned(),
            _ => self.names.get(code).map_or_else(|| code.to_owned(), |name| title_case(name)),
        }
    }

    /// Is the name in a list of `data/areas.txt`?
    pub fn is_in(&self, list: &str, name: &str) -> bool {
        self.plain_areas.get(list).is_some_and(|names| names.contains(&plain(name)))
    }

    /// The names of a list, the longest first.
    pub fn list(&self, list: &str) -> impl Iterator<Item = &str> {
        self.areas.get(list).into_iter().flatten().map(String::as_str)
    }

    #[cfg(test)]
    pub fn counts(&self) -> (usize, usize, usize) {
        (self.countries.len(), self.regions.len(), self.towns.len())
    }

    #[cfg(test)]
    pub fn towns_of(&self, country: &str) -> usize {
        self.towns.values().filter(|town| town.country == country).count()
    }

    #[cfg(test)]
    pub fn group_members(&self) -> impl Iterator<Item = &str> {
        self.groups.values().flatten().copied()
    }

    #[cfg(test)]
    pub fn has_country(&self, code: &str) -> bool {
        self.names.contains_key(code)
    }
}

pub(super) fn title_case(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(char::to_uppercase).into_iter().flatten();
        if ["of", "and", "the"].contains(&word) { word.to_owned() } else { first.chain(letters).collect() }
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
