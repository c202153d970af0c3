//! Splits a location into the parts of places and cuts what does not belong to a name.

use super::gazetteer::{GAZETTEER, plain};
use super::postal_codes::{self, Candidate};

/// A part of a location, between two separators.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    pub name: String,
    /// Does it begin a new place for certain: behind "or", "/" or ";"?
    pub begins: bool,
    /// "Near Berlin" is another town.
    pub is_near: bool,
    pub postal_code: Option<String>,
    /// Is it in brackets or behind a Japanese dot: "Barcelona (Poblenou)", "大阪・梅田"? Then it lies inside the town.
    pub is_inside: bool,
    /// The text before anything was cut.
    pub said: String,
}

const CONJUNCTIONS: [&str; 19] = [
    " or ", " oder ", " ou ", " o ", " und ", " and ", " y ", " e ", " et ", " lub ", " og ", " och ",
    " أو ", " ή ", " или ", " / ", " & ", " + ", " i ",
];

pub(super) fn parts(text: &str) -> Vec<Part> {
    let mut found = Vec::new();
    for alternative in alternatives(text) {
        let pieces = alternative.split([',', '(', ')', '،', '、', '・', '[', ']', ':']);
        let pieces =
            pieces.flat_map(|piece| piece.split(" - ")).flat_map(|piece| piece.split(['–', '—', '|']));
        let mut begins = true;
        for piece in pieces.map(str::trim).filter(|piece| !piece.is_empty()) {
            for part in with_country_behind(piece) {
                let at = piece.as_ptr().addr() - text.as_ptr().addr();
                let is_inside = text[..at].trim_end().ends_with(['(', '・']);
                found.push(Part { begins, is_inside, ..part });
                begins = false;
            }
        }
    }
    found
}

/// The alternatives of a list. A known name with a conjunction stays whole: "Bosnia and Herzegovina".
fn alternatives(text: &str) -> Vec<&str> {
    if is_known(text.trim()) {
        return vec![text];
    }
    let cuts = CONJUNCTIONS.iter().flat_map(|sign| text.match_indices(sign));
    let cuts = cuts.chain(text.match_indices([';', '/', '\n', '•']));
    // Dutch "of" is English too: "City of London".
    let dutch = text.match_indices(" of ").filter(|(at, sign)| {
        let before = text[..*at].rsplit(',').next().unwrap_or_default();
        [before, &text[at + sign.len()..]].iter().all(|name| is_whole_name(name.trim()))
    });
    let cuts = cuts.chain(dutch);
    let cut = cuts.filter(|(at, sign)| !is_inside_name(text, *at, sign.len())).min_by_key(|(at, _)| *at);
    let Some((at, sign)) = cut else { return vec![text] };
    let mut found = vec![&text[..at]];
    found.extend(alternatives(&text[at + sign.len()..]));
    found
}

/// Is the conjunction at `at` part of a known name between two other separators?
fn is_inside_name(text: &str, at: usize, length: usize) -> bool {
    let ends = |part: &str| CONJUNCTIONS.iter().filter_map(|sign| part.find(sign)).min();
    let starts =
        |part: &str| CONJUNCTIONS.iter().filter_map(|sign| Some(part.rfind(sign)? + sign.len())).max();
    let before = &text[..at];
    let start = before.rfind([',', '(']).map(|comma| comma + 1).max(starts(before)).unwrap_or(0);
    let behind = &text[at + length..];
    let end = behind.find([',', ')']).into_iter().chain(ends(behind)).min().unwrap_or(behind.len());
    is_known(&without_words_around(text[start..at + length + end].trim()).0)
}

fn is_whole_name(name: &str) -> bool {
    let meaning = GAZETTEER.meaning(name);
    meaning.town.is_some() || meaning.country.is_some()
}

fn is_known(name: &str) -> bool {
    let meaning = GAZETTEER.meaning(name);
    let listed = ["open", "none"].iter().any(|list| GAZETTEER.is_in(list, name));
    listed
        || meaning.country.is_some()
        || meaning.group.is_some()
        || meaning.town.is_some()
        || !meaning.regions.is_empty()
}

/// "Boise ID" and "London UK" are two parts without a comma.
fn with_country_behind(piece: &str) -> Vec<Part> {
    let part = part(piece);
    if is_known(&part.name) {
        return vec![part];
    }
    let cuts = part.name.match_indices(' ').map(|(at, _)| part.name.split_at(at));
    let split = cuts.map(|(town, area)| (town.trim(), area.trim())).find(|(town, area)| {
        let meaning = GAZETTEER.meaning(area);
        let known = GAZETTEER.meaning(town).town;
        let regions = GAZETTEER.regions(area);
        let same = |country: &str| known.is_some_and(|town| town.country == country);
        // "Andheri West Mumbai" is a district and its city.
        let city = known.and_then(|town| town.city).filter(|city| GAZETTEER.is_same_city(city, area));
        let is_code = area.bytes().all(|letter| letter.is_ascii_uppercase());
        if !is_name(town) || city.is_some() {
            return city.is_some();
        }
        let country = meaning.country.is_some_and(|country| same(country) || is_code && area.len() > 1);
        let region =
            regions.iter().any(|region| same(region.country)) || is_code && !meaning.regions.is_empty();
        country || region
    });
    let Some((town, area)) = split else { return vec![part] };
    let behind = Part {
        name: area.to_owned(),
        said: area.to_owned(),
        postal_code: part.postal_code.clone(),
        ..Part::default()
    };
    vec![Part { name: town.to_owned(), postal_code: None, ..part.clone() }, behind]
}

fn part(piece: &str) -> Part {
    let (name, postal_code) = match postal_codes::cut(piece) {
        Some(Candidate { text, rest }) => (rest, Some(text)),
        None => (piece.to_owned(), None),
    };
    let (name, is_near) = without_words_around(name.trim());
    Part {
        name: without_district_number(&name),
        is_near,
        postal_code,
        said: piece.to_owned(),
        ..Part::default()
    }
}

/// "Anywhere in the UK" and "US only" without the words that are no name.
fn without_words_around(name: &str) -> (String, bool) {
    let mut name = name.to_owned();
    let mut is_near = false;
    loop {
        if is_known(&name) {
            return (name, is_near);
        }
        let strip = |list: &str| {
            GAZETTEER.list(list).find_map(|word| after_word(&name, word)).filter(|rest| !rest.is_empty())
        };
        let shorter = if let Some(rest) = strip("near") {
            is_near = true;
            rest
        } else if let Some(rest) = strip("before") {
            rest
        } else if let Some(rest) = GAZETTEER.list("behind").find_map(|word| before_word(&name, word)) {
            rest
        } else {
            return (name, is_near);
        };
        name = shorter;
    }
}

fn after_word(name: &str, word: &str) -> Option<String> {
    let rest = strip_prefix_ignoring_case(name, word)?;
    rest.starts_with([' ', '\u{a0}']).then(|| rest.trim().to_owned())
}

fn before_word(name: &str, word: &str) -> Option<String> {
    let at = name.len().checked_sub(word.len()).filter(|at| name.is_char_boundary(*at))?;
    let (rest, end) = name.split_at(at);
    let bound = rest.ends_with(' ') || word.starts_with(['-', '(']) || !word.is_ascii();
    let rest = rest.trim();
    (end.to_lowercase() == word && bound && !rest.is_empty()).then(|| rest.to_owned())
}

fn strip_prefix_ignoring_case<'a>(name: &'a str, word: &str) -> Option<&'a str> {
    let start = name.get(..word.len())?;
    (start.to_lowercase() == word).then(|| &name[word.len()..])
}

/// "Dublin 2", "Paris 15e" and "London SE1" are Dublin, Paris and London.
fn without_district_number(name: &str) -> String {
    let Some((town, last)) = name.rsplit_once(' ') else { return name.to_owned() };
    let number = last.trim_end_matches(['e', '.', 'º', '°']).trim_end_matches("er").trim_end_matches("th");
    let is_number =
        !number.is_empty() && number.len() <= 2 && number.bytes().all(|digit| digit.is_ascii_digit());
    let is_outward = last.len() <= 4
        && last.starts_with(|letter: char| letter.is_ascii_uppercase())
        && last.ends_with(|letter: char| letter.is_ascii_alphanumeric())
        && last.contains(|letter: char| letter.is_ascii_digit());
    if (is_number || is_outward) && GAZETTEER.meaning(town).town.is_some() {
        town.to_owned()
    } else {
        name.to_owned()
    }
}

/// Can the text be a name of a town?
pub(super) fn is_name(text: &str) -> bool {
    let words: Vec<String> = plain(text).split([' ', '-']).map(str::to_owned).collect();
    let vague = words.iter().any(|word| GAZETTEER.is_in("no-name", word));
    let digits = text.chars().any(char::is_numeric);
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    !vague && !digits && words.len() <= 5 && letters >= 2
}
