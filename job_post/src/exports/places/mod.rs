//! Reads the places of a location: towns, regions, countries and postal codes. What is not certain is left out, because a
//! wrong place would be worse than none.

mod gazetteer;
mod parts;
mod postal_codes;
mod reader;
#[cfg(test)]
mod siblings_tests;
#[cfg(test)]
mod tests;

use self::gazetteer::{GAZETTEER, title_case};
use self::reader::Reader;

/// One place, in the parts of an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// A town, without its districts.
    pub locality: Option<String>,
    /// The code of a state in the USA, Canada or Australia, else the name of a part of a country.
    pub region: Option<String>,
    pub postal_code: Option<String>,
    /// ISO 3166-1, two letters.
    pub country: Option<String>,
    /// The region with its country, in words: "Texas, USA".
    pub area: Option<String>,
}

/// All places of a location.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Places {
    pub places: Vec<Place>,
    /// The members of the groups of countries: of "EU", for example.
    pub members: Vec<&'static str>,
    /// Does the location name something else too: "LATAM", "worldwide"? Then the countries are not all of them.
    pub is_open: bool,
}

/// The places in a text: one, or several if the text lists some.
pub(crate) fn read(text: &str) -> Vec<Place> {
    read_all(text).places
}

/// The places in a text, with its groups of countries.
pub(crate) fn read_all(text: &str) -> Places {
    let mut reader = Reader::default();
    parts::parts(text).into_iter().for_each(|part| reader.add(part));
    reader.finish()
}

/// The name of the one country of all places in a text; `None` if there are several or a place is not known.
pub(crate) fn country_name(text: &str) -> Option<String> {
    let mut countries = read(text).into_iter().map(|place| place.country);
    let first = countries.next()??;
    let is_one = countries.all(|other| other.as_ref() == Some(&first));
    is_one.then(|| GAZETTEER.country_name(&first))
}

/// Is the name a town, or a district of one?
pub(crate) fn is_town(name: &str) -> bool {
    GAZETTEER.has_town(name)
}

/// The words for a region and its country.
fn area_name(region: &gazetteer::Region) -> String {
    format!("{}, {}", title_case(region.name), GAZETTEER.country_name(region.country))
}
