//! Joins the parts of a location to places: "Portland, Oregon, USA" is one, "Lisbon, Porto" are two.

use super::gazetteer::{GAZETTEER, Meaning, Region, Town, plain};
use super::parts::{Part, is_name};
use super::{Place, Places, area_name, postal_codes};

/// A place while its parts are read.
#[derive(Debug, Default)]
struct Open {
    /// Districts and the town, as they were written; a district may stand before or behind its town.
    names: Vec<String>,
    town: Option<Town>,
    region: Option<Region>,
    country: Option<&'static str>,
    postal_code: Option<String>,
    /// The town is elsewhere: "London, Atlantis".
    is_elsewhere: bool,
    /// A country or region that only its neighbours can decide: "Georgia", "CA".
    undecided: Option<Meaning>,
    /// The name of the region or country that the place began with.
    began_with: String,
    /// The town is only close to the place.
    is_near: bool,
}

#[derive(Debug, Default)]
pub(super) struct Reader {
    places: Vec<Open>,
    members: Vec<&'static str>,
    is_open: bool,
    /// May the next part belong to the last place?
    continues: bool,
}

impl Reader {
    pub fn add(&mut self, part: Part) {
        self.continues &= !part.begins;
        let meaning = GAZETTEER.meaning(&part.name);
        if part.name.is_empty() {
            self.add_postal_code(part.postal_code);
        } else if GAZETTEER.is_in("open", &part.name) || GAZETTEER.is_in("open", &part.said) {
            self.is_open = true;
        } else if let Some(group) = meaning.group {
            self.members.extend(group);
        } else if !GAZETTEER.is_in("none", &part.name) {
            self.add_meaning(&part, meaning);
            self.continues = true;
        }
    }

    fn add_postal_code(&mut self, code: Option<String>) {
        if let (Some(last), true) = (self.last(), code.is_some()) {
            last.postal_code = code;
        } else if let Some(country) = code.as_deref().and_then(postal_codes::country_of) {
            self.places.push(Open { postal_code: code, country: Some(country), ..Open::default() });
            self.continues = true;
        }
    }

    fn last(&mut self) -> Option<&mut Open> {
        if self.continues { self.places.last_mut() } else { None }
    }

    fn add_meaning(&mut self, part: &Part, meaning: Meaning) {
        let joined = self.last().is_some_and(|place| place.join(part, &meaning));
        if !joined && let Some(place) = Open::beginning(part, meaning) {
            self.places.push(place);
        } else if !joined {
            // A remark on a place ("USA (EST)") leaves it as it is, but not "Germany (not Bavaria)".
            self.is_open |= !self.continues || excludes(&part.said);
        }
        if let (Some(place), Some(code)) = (self.places.last_mut(), &part.postal_code) {
            place.postal_code.get_or_insert_with(|| code.clone());
        }
    }

    pub fn finish(mut self) -> Places {
        self.decide();
        let mut found = Places { members: self.members, is_open: self.is_open, places: Vec::new() };
        for place in self.places {
            match place.finish() {
                Some(place) if !found.places.contains(&place) => found.places.push(place),
                Some(_) => {}
                None => found.is_open = true,
            }
        }
        found.members.sort_unstable();
        found.members.dedup();
        found
    }

    /// "Florida, Georgia" are states and "DE, AT" are countries.
    fn decide(&mut self) {
        let decided = |place: &&Open| place.undecided.is_none() && place.names.is_empty();
        let region_of = self.places.iter().filter(decided).find_map(|place| place.region);
        let has_country =
            self.places.iter().filter(decided).any(|place| place.region.is_none() && place.country.is_some());
        let mut is_open = false;
        for place in &mut self.places {
            let Some(meaning) = place.undecided.take() else { continue };
            let same = |region: &&Region| region_of.is_some_and(|known| known.country == region.country);
            let regions: Vec<Region> = meaning.regions.iter().filter(same).copied().collect();
            match best(&regions, &place.began_with, None) {
                Some(region) => place.set_region(region),
                None if has_country && place.names.is_empty() => place.country = meaning.country,
                None => is_open = true,
            }
        }
        self.is_open |= is_open;
    }
}

impl Open {
    /// A place that begins with this part; `None` if the part names nothing.
    fn beginning(part: &Part, meaning: Meaning) -> Option<Self> {
        let mut place = Self { is_near: part.is_near, began_with: part.name.clone(), ..Self::default() };
        let is_ambiguous = GAZETTEER.is_in("ambiguous", &part.name)
            || meaning.regions.len() + usize::from(meaning.country.is_some()) > 1;
        if let Some(town) = meaning.town.filter(|_| meaning.country.is_none()) {
            place.names.push(part.name.clone());
            place.town = Some(town);
        } else if is_ambiguous {
            let country = meaning.regions.first().map(|region| region.country);
            let is_one = meaning.country.is_none()
                && meaning.regions.len() > 1
                && meaning.regions.iter().all(|region| Some(region.country) == country);
            place.country = country.filter(|_| is_one);
            place.undecided = Some(meaning);
        } else if let Some(region) = meaning.regions.first() {
            place.set_region(*region);
        } else if meaning.country.is_some() {
            place.country = meaning.country;
        } else if is_name(&part.name) {
            place.names.push(part.name.clone());
        } else {
            return None;
        }
        Some(place)
    }

    const fn set_region(&mut self, region: Region) {
        self.region = Some(region);
        self.country = Some(region.country);
    }

    /// Adds the part if it belongs to this place.
    fn join(&mut self, part: &Part, meaning: &Meaning) -> bool {
        self.join_code_of_namesake(part, meaning)
            || self.join_region(part, meaning)
            || self.join_country(meaning)
            || self.join_town(part, meaning)
            || self.join_unknown(part, meaning)
    }

    fn has_area(&self) -> bool {
        self.region.is_some() || self.country.is_some() || self.undecided.is_some() || self.is_elsewhere
    }

    fn join_region(&mut self, part: &Part, meaning: &Meaning) -> bool {
        // "austin, tx": small letters only where the town shows the country.
        let name = &part.name;
        let regions = if self.town.is_some() { GAZETTEER.regions(name) } else { &*meaning.regions };
        // "Harlem, New York, NY" says the state twice.
        let is_again = self.region.is_some_and(|own| regions.contains(&own));
        if is_again || regions.is_empty() || self.names.is_empty() || self.has_area() {
            return is_again;
        }
        let home = self.town.map(|town| town.country);
        let state = self.town.and_then(|town| town.state);
        let at_home: Vec<Region> =
            regions.iter().filter(|region| Some(region.country) == home).copied().collect();
        let is_english = home == Some("IT") && GAZETTEER.is_in("english", &self.names[0]);
        let abroad = regions.iter().any(|region| region.country == "US");
        if let Some(region) = best(&at_home, name, state).filter(|_| !is_english || !abroad) {
            let is_other = state.is_some_and(|state| state != region.written) && name.len() > 3;
            // "New York, Texas" are two states, "Paris, TX" is one town.
            if is_other && !GAZETTEER.regions(&self.names[0]).is_empty() {
                return false;
            }
            self.set_region(region);
            return true;
        }
        // "Toronto, CA" and "Tbilisi, Georgia" are no states.
        if meaning.regions.is_empty() || meaning.country.is_some() && meaning.country == home {
            return false;
        }
        // "Hogsmeade, PA 19019" and "Cambridge, MA".
        let has_zip =
            part.postal_code.as_deref().is_some_and(|code| postal_codes::in_country(code, "US").is_some());
        let american = |region: &&Region| {
            region.country == "US"
                && (has_zip || is_english || GAZETTEER.is_in_state(&self.names[0], region.written))
        };
        let same = best(&meaning.regions, name, None).filter(|_| meaning.country.is_none());
        match meaning.regions.iter().find(american).copied().or(same) {
            Some(region) => self.set_region(region),
            None => self.undecide(meaning),
        }
        true
    }

    /// "Victoria, BC" and "Lebanon, NH" are towns with the name of a state or a country.
    fn join_code_of_namesake(&mut self, part: &Part, meaning: &Meaning) -> bool {
        let is_bare = self.names.is_empty() && !self.began_with.is_empty() && self.postal_code.is_none();
        let is_code = part.name.len() <= 3 && !meaning.regions.is_empty() && meaning.country.is_none();
        let is_name =
            self.began_with.len() > 3 && !["US", "CA", "AU"].iter().any(|code| self.is_country(code));
        let known = |region: &&Region| {
            region.country == "US" && GAZETTEER.is_in_state(&self.began_with, region.written)
        };
        let only = || meaning.regions.first().filter(|_| meaning.regions.len() == 1);
        let Some(region) = meaning.regions.iter().find(known).or_else(only) else { return false };
        if !(is_bare && is_code && is_name) || self.region.is_some_and(|own| own == *region) {
            return false;
        }
        self.names.push(self.began_with.clone());
        (self.undecided, self.is_elsewhere) = (None, false);
        self.set_region(*region);
        true
    }

    /// Is it the country without a region?
    fn is_country(&self, code: &str) -> bool {
        self.country == Some(code) && self.region.is_none() && self.undecided.is_none()
    }

    fn undecide(&mut self, meaning: &Meaning) {
        self.undecided = Some(meaning.clone());
        self.town = None;
        self.is_elsewhere = true;
    }

    fn join_country(&mut self, meaning: &Meaning) -> bool {
        let Some(country) = meaning.country else { return false };
        if let Some(undecided) = &self.undecided
            && let Some(region) = undecided.regions.iter().find(|region| region.country == country)
        {
            let region = *region;
            // "Washington, USA" is the state or the capital.
            let is_one = undecided.regions.iter().filter(|other| other.country == country).count() == 1;
            self.country = Some(country);
            self.region = is_one.then_some(region);
            (self.undecided, self.is_elsewhere) = (None, false);
            return true;
        }
        if self.region.is_some() {
            return self.country == Some(country);
        }
        if self.has_area() || self.names.is_empty() {
            return false;
        }
        if self.town.is_some_and(|town| town.country != country) {
            if meaning.is_code {
                // "Bern, BE" is not in Belgium.
                self.is_elsewhere = true;
                return true;
            }
            // "Paris, USA" is another Paris.
            self.town = None;
        } else if self.town.is_none() && meaning.is_code && !meaning.regions.is_empty() {
            self.undecide(meaning);
            return true;
        }
        self.country = Some(country);
        true
    }

    fn join_town(&mut self, part: &Part, meaning: &Meaning) -> bool {
        let Some(town) = meaning.town.filter(|_| meaning.country.is_none()) else { return false };
        let is_city =
            |city: Option<&str>, name: &str| city.is_some_and(|city| GAZETTEER.is_same_city(city, name));
        // "Camden Town, London" and "東京・渋谷".
        let is_district = is_city(self.town.and_then(|own| own.city), &part.name)
            || self.names.last().is_some_and(|own| is_city(town.city, own));
        let of_unknown = self.town.is_none() && !self.names.is_empty() && !self.has_area();
        // "Germany, Berlin".
        let behind_country = self.names.is_empty()
            && self.country == Some(town.country)
            && self.region.is_none_or(|region| town.state.is_none_or(|state| state == region.written));
        // "Whitefield, Bengaluru": a small town abroad has the name of the district.
        let has_namesake = self.names.len() == 1
            && !self.has_area()
            && town.is_large
            && self.town.is_some_and(|own| !own.is_large && own.country != town.country);
        let joins = is_district || of_unknown || behind_country || has_namesake;
        if joins {
            self.names.push(part.name.clone());
            self.town = Some(town);
            self.is_near |= part.is_near;
        }
        joins
    }

    fn join_unknown(&mut self, part: &Part, meaning: &Meaning) -> bool {
        let unknown = meaning.country.is_none() && meaning.town.is_none() && meaning.regions.is_empty();
        if !unknown || self.country.is_some() || self.undecided.is_some() {
            return false;
        }
        if !is_name(&part.name) {
            // A number or a building is no part of a name: "Saint-Nazaire (44)".
            return true;
        }
        self.is_elsewhere |= self.town.is_some() && !part.is_inside;
        self.names.push(part.name.clone());
        true
    }

    /// The name of the town without its districts: "Andheri West, Mumbai" is in Mumbai. Names of which none is known as a
    /// town stay together, because any of them may be it.
    fn locality(&self, is_known: bool) -> Option<String> {
        let is_town = |name: &&String| GAZETTEER.meaning(name).town.is_some_and(|town| town.city.is_none());
        let town = || self.names.iter().rfind(is_town).filter(|_| is_known && self.names.len() > 1);
        (!self.names.is_empty() && !self.is_near)
            .then(|| town().cloned().unwrap_or_else(|| self.names.join(", ")))
    }

    fn finish(self) -> Option<Place> {
        let is_undecided = self.undecided.is_some();
        let town = self.town.filter(|_| !self.is_elsewhere && !is_undecided);
        let by_code = self.postal_code.as_deref().and_then(postal_codes::country_of);
        let country = self.country.or(town.map(|town| town.country)).or(by_code.filter(|_| !is_undecided));
        let state = town.filter(|town| Some(town.country) == country).and_then(|town| town.state);
        let postal_code = self
            .postal_code
            .as_deref()
            .zip(country)
            .and_then(|(code, country)| postal_codes::in_country(code, country));
        let place = Place {
            locality: self.locality(town.is_some()),
            region: self.region.map(|region| region.written.to_owned()).or_else(|| state.map(str::to_owned)),
            postal_code: postal_code.filter(|_| !self.is_near),
            country: country.map(str::to_owned),
            area: self.region.as_ref().map(area_name),
        };
        (place != Place::default()).then_some(place)
    }
}

/// The region of this name or of this state, or the only one. Several of different countries are none.
fn best(regions: &[Region], name: &str, state: Option<&str>) -> Option<Region> {
    let first = regions.first()?;
    let of_state = regions.iter().find(|region| Some(region.written) == state);
    let of_name = || regions.iter().find(|region| plain(region.name) == plain(name));
    let is_one = regions.iter().all(|region| region.country == first.country);
    of_state.or_else(of_name).or(Some(first)).copied().filter(|_| is_one)
}

fn excludes(text: &str) -> bool {
    text.split_whitespace().any(|word| GAZETTEER.is_in("exclusion", word))
}
