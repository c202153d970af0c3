//! Joins the parts of a location to places: "Portland, Oregon, USA" is one, "Lisbon, Porto" are two.

use super::gazetteer::{GAZETTEER, Meaning, Region, Town};
use super::parts::{Part, is_name};
use super::{Place, Places, area_name, postal_codes};

/// A place while its parts are read.
#[derive(Debug, Default)]
struct Open {
    /// Districts and the town, as they were written.
    names: Vec<String>,
    town: Option<Town>,
    region: Option<Region>,
    country: Option<&'static str>,
    postal_code: Option<String>,
    /// The town is elsewhere: "London, Atlantis".
    is_elsewhere: bool,
    /// A country or region that only its neighbours can decide: "Georgia", "CA".
    undecided: Option<Meaning>,
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
            self.is_open = true;
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
        for place in &mut self.places {
            let Some(meaning) = place.undecided.take() else { continue };
            let same = |region: &&Region| region_of.is_some_and(|known| known.country == region.country);
            match meaning.regions.iter().find(same) {
                Some(region) => place.set_region(*region),
                None if has_country && place.names.is_empty() => place.country = meaning.country,
                None => {}
            }
        }
    }
}

impl Open {
    /// A place that begins with this part; `None` if the part names nothing.
    fn beginning(part: &Part, meaning: Meaning) -> Option<Self> {
        let mut place = Self { is_near: part.is_near, ..Self::default() };
        let is_ambiguous = meaning.regions.len() + usize::from(meaning.country.is_some()) > 1;
        if let Some(town) = meaning.town.filter(|_| meaning.country.is_none()) {
            place.names.push(part.name.clone());
            place.town = Some(town);
        } else if is_ambiguous {
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
        self.join_region(part, meaning)
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
        if regions.is_empty() || self.names.is_empty() || self.has_area() {
            return false;
        }
        let home = self.town.map(|town| town.country);
        if let Some(region) = regions.iter().find(|region| Some(region.country) == home) {
            let state = self.town.and_then(|town| town.state);
            let is_other = state.is_some_and(|state| state != region.written) && name.len() > 3;
            // "New York, Texas" are two states, "Paris, TX" is one town.
            if is_other && !GAZETTEER.regions(&self.names[0]).is_empty() {
                return false;
            }
            self.set_region(*region);
            return true;
        }
        // "Toronto, CA" and "Tbilisi, Georgia" are no states.
        if meaning.regions.is_empty() || meaning.country.is_some() && meaning.country == home {
            return false;
        }
        // "Hogsmeade, PA 19019".
        let has_zip =
            part.postal_code.as_deref().is_some_and(|code| postal_codes::in_country(code, "US").is_some());
        let american = meaning.regions.iter().find(|region| region.country == "US" && has_zip);
        match (&*meaning.regions, meaning.country, american) {
            ([region], None, _) | (_, _, Some(region)) => self.set_region(*region),
            _ => self.undecide(meaning),
        }
        true
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
            self.set_region(region);
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
        let joins = is_district || of_unknown || behind_country;
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
        self.is_elsewhere |= self.town.is_some();
        self.names.push(part.name.clone());
        true
    }

    fn finish(self) -> Option<Place> {
        let is_undecided = self.undecided.is_some();
        let town = self.town.filter(|_| !self.is_elsewhere && !is_undecided);
        let told = self.postal_code.as_deref().and_then(postal_codes::country_of);
        let country = self.country.or(town.map(|town| town.country)).or(told.filter(|_| !is_undecided));
        let state = town.filter(|town| Some(town.country) == country).and_then(|town| town.state);
        let postal_code = self
            .postal_code
            .as_deref()
            .zip(country)
            .and_then(|(code, country)| postal_codes::in_country(code, country));
        let place = Place {
            locality: (!self.names.is_empty() && !self.is_near).then(|| self.names.join(", ")),
            region: self.region.map(|region| region.written.to_owned()).or_else(|| state.map(str::to_owned)),
            postal_code: postal_code.filter(|_| !self.is_near),
            country: country.map(str::to_owned),
            area: self.region.as_ref().map(area_name),
        };
        (place != Place::default()).then_some(place)
    }
}
