//! How a post about work in a country writes amounts of money, and the words that only this country uses.

use std::collections::HashMap;
use std::sync::LazyLock;

use iso_currency::Currency;
use rust_decimal::Decimal;

use crate::exports::places;
use crate::language::{Language, list_file};
use crate::{Content, Salary, money, text};

/// The lines of the data file; lines of one name are joined.
static LINES: LazyLock<HashMap<&str, String>> = LazyLock::new(|| {
    let mut lines: HashMap<&str, String> = HashMap::new();
    for (name, items) in list_file::named(include_str!("../data/writing/locales.txt")) {
        let line = lines.entry(name).or_default();
        line.push_str(items);
        line.push(' ');
    }
    lines
});

/// Pay below it is that of an hour or a day: both ends of its range have the same number of decimals.
const SMALL: Decimal = Decimal::ONE_THOUSAND;

/// A language, and the country of the work if it is known.
#[derive(Clone, Debug)]
pub(crate) struct Locale {
    pub language: Language,
    country: Option<String>,
    /// The currency of the pay. If nobody has named it, that of the place of work.
    currency: Option<Currency>,
    /// Is it the place of work that says the country, not only the currency?
    is_placed: bool,
    /// Do other values of the post name this currency by its code?
    is_coded: bool,
}

/// Amounts of pay with the sign of their currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Amounts {
    One(String),
    Range(String, String),
    From(String),
    UpTo(String),
}

/// How numbers are written.
#[derive(Clone, Copy, Debug)]
struct Numbers {
    group: &'static str,
    point: &'static str,
    sign: SignPlace,
}

/// Where the sign of the currency stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SignPlace {
    Before,
    BeforeSpaced,
    Behind,
}

impl Locale {
    /// The locale of a language without a country.
    pub fn of_language(language: Language) -> Self {
        Self { language, country: None, currency: None, is_placed: false, is_coded: false }
    }

    /// The locale of a post in this language.
    pub fn of(language: Language, content: &Content) -> Self {
        let place = content.location.as_deref().map(text::clean).unwrap_or_default();
        let mut countries: Vec<String> =
            places::read(&place).into_iter().filter_map(|place| place.country).collect();
        countries.dedup();
        let country = if countries.len() == 1 { countries.first().cloned() } else { None };
        let at_place = currency_at(language, &place, country.as_deref());
        let currency = content.salary.currency.or(at_place);
        let is_placed = country.is_some() || currency.is_some() && currency == at_place;
        // Dollars of the USA are paid elsewhere too.
        let of_currency =
            || currency.filter(|currency| *currency != Currency::USD || content.salary.currency.is_none());
        let country = country
            .or_else(|| of_currency().and_then(home).filter(|_| countries.is_empty()).map(str::to_owned));
        let is_coded = currency.is_some_and(|currency| names_code(content, currency));
        Self { language, country, currency, is_placed, is_coded }
    }

    /// An amount with its digits in groups of three: 65,000.50 or 65.000,50.
    pub fn grouped(&self, amount: Decimal) -> String {
        let amount = amount.normalize();
        self.with_decimals(amount, if amount.scale() > 0 { amount.scale().max(2) } else { 0 })
    }

    fn with_decimals(&self, amount: Decimal, decimals: u32) -> String {
        let Numbers { group, point, .. } = self.numbers();
        let text = amount.to_string();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let mut shown = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                shown.push_str(group);
            }
            shown.push(digit);
        }
        if decimals > 0 {
            shown.push_str(point);
            shown.push_str(&format!("{fraction:0<width$}", width = decimals as usize));
        }
        shown
    }

    /// The amounts of the pay with the sign of its currency; `None` without an amount.
    pub fn amounts(&self, salary: &Salary) -> Option<Amounts> {
        let Salary { min, max, .. } = *salary;
        let (min, max) = (min.map(|amount| amount.normalize()), max.map(|amount| amount.normalize()));
        let is_small = min.into_iter().chain(max).all(|amount| amount < SMALL);
        let has_fraction = min.into_iter().chain(max).any(|amount| amount.scale() > 0);
        let shown = |amount: Decimal| {
            let is_even = is_small && has_fraction && amount.scale() <= 2;
            if is_even { self.with_decimals(amount, 2) } else { self.grouped(amount) }
        };
        Some(match (min, max) {
            (Some(min), Some(max)) if min == max => Amounts::One(self.signed(&shown(min), true, true)),
            (Some(min), Some(max)) => {
                Amounts::Range(self.signed(&shown(min), true, false), self.signed(&shown(max), false, true))
            }
            (Some(min), None) => Amounts::From(self.signed(&shown(min), true, true)),
            (None, Some(max)) => Amounts::UpTo(self.signed(&shown(max), true, true)),
            (None, None) => return None,
        })
    }

    /// The number with the currency: of a range, letters stand once, and a sign before the number with both ends.
    fn signed(&self, number: &str, is_first: bool, is_last: bool) -> String {
        let Some(currency) = self.currency else { return number.to_owned() };
        let place = self.numbers().sign;
        let Some(sign) = self.sign(currency) else {
            return if is_last { format!("{number} {}", currency.code()) } else { number.to_owned() };
        };
        let is_word = sign.ends_with(char::is_alphabetic);
        match place {
            SignPlace::Behind if !is_last => number.to_owned(),
            SignPlace::Behind => format!("{number} {sign}"),
            _ if is_word && !is_first => number.to_owned(),
            SignPlace::BeforeSpaced => format!("{sign} {number}"),
            SignPlace::Before => format!("{sign}{number}"),
        }
    }

    /// The sign of the currency, if it means no other one in this country.
    fn sign(&self, currency: Currency) -> Option<&'static str> {
        let code = currency.code();
        let sign = pair(&format!("sign-{}", self.language.code()), code).or_else(|| pair("sign", code))?;
        let is_home = self.country.is_some() && home(currency) == self.country.as_deref();
        // "8,500 PLN": letters stand before a number only where people write them so.
        let is_odd = sign.ends_with(char::is_alphabetic) && self.numbers().sign == SignPlace::Before;
        // Without a place "$" may be that of any country.
        let is_known = is_home && (self.is_placed || sign != "$");
        let is_clear = (!has("shared", code) || is_known) && !is_odd && !self.is_coded;
        is_clear.then_some(sign)
    }

    fn numbers(&self) -> Numbers {
        let language = self.language.code();
        let home = self.currency.and_then(home);
        let mut countries = home.into_iter().chain(self.country.as_deref());
        let own = countries.find_map(|country| LINES.get(&*format!("numbers-{language}-{country}")));
        let line = own.or_else(|| LINES.get(&*format!("numbers-{language}")));
        let mut words = line.map(String::as_str).unwrap_or_default().split_whitespace();
        let mut next = || words.next().unwrap_or_default();
        let mark = |name: &str| match name {
            "point" => ".",
            "comma" => ",",
            "apostrophe" => "’",
            "thin" => "\u{202f}",
            _ => "\u{a0}",
        };
        let (group, point) = (mark(next()), mark(next()));
        let sign = match next() {
            "before" => SignPlace::Before,
            "before-spaced" => SignPlace::BeforeSpaced,
            _ => SignPlace::Behind,
        };
        Numbers { group, point, sign }
    }

    /// The sign of digit groups and the decimal point.
    #[cfg(test)]
    pub fn marks(&self) -> (&'static str, &'static str) {
        (self.numbers().group, self.numbers().point)
    }

    /// A text of ours in the words of the country.
    pub fn worded(&self, text: String) -> String {
        let country = self.country.as_deref().or_else(|| self.currency.and_then(home));
        let name = country.map(|country| format!("words-{}-{country}", self.language.code()));
        let Some(line) = name.and_then(|name| LINES.get(&*name)) else { return text };
        let pairs = line.split_whitespace().filter_map(|pair| pair.split_once('='));
        pairs.fold(text, |text, (ours, theirs)| {
            text.replace(&ours.replace('_', " "), &theirs.replace('_', " "))
        })
    }
}

/// Is the word in the line?
fn has(name: &str, word: &str) -> bool {
    LINES.get(name).is_some_and(|line| line.split_whitespace().any(|listed| listed == word))
}

/// What the line gives for the key: "key=value".
fn pair(name: &str, key: &str) -> Option<&'static str> {
    let mut pairs = LINES.get(name)?.split_whitespace().filter_map(|pair| pair.split_once('='));
    pairs.find(|(own, _)| *own == key).map(|(_, value)| value)
}

fn home(currency: Currency) -> Option<&'static str> {
    pair("home", currency.code())
}

/// The currency in which people at the place are paid; `None` if its name is that of places with different ones.
fn currency_at(language: Language, place: &str, country: Option<&str>) -> Option<Currency> {
    let text = format!("in {place}");
    if money::names_place(&text) {
        return money::currency_of_work(&text).map(|(currency, _)| currency);
    }
    let Some(country) = country else {
        // A place that nobody knows is one where people speak the language.
        let known = pair("language", language.code())
            .filter(|_| places::read(place).iter().all(|it| it.country.is_none()));
        return known.filter(|_| !place.is_empty()).and_then(Currency::from_code);
    };
    if has("euro", country) {
        return Some(Currency::EUR);
    }
    let mut homes = LINES.get("home")?.split_whitespace().filter_map(|pair| pair.split_once('='));
    homes.find(|(_, home)| *home == country).and_then(|(code, _)| Currency::from_code(code))
}

/// Do other values of the post have the code, and none its sign? A post has one way to name its currency.
fn names_code(content: &Content, currency: Currency) -> bool {
    let lists = [&content.additional_pay, &content.benefits];
    let mut texts = lists.into_iter().flatten();
    let sign = pair("sign", currency.code()).filter(|sign| *sign != currency.code());
    let has_code = |text: &String| {
        text.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == currency.code())
    };
    texts.clone().any(has_code) && !sign.is_some_and(|sign| texts.any(|text| text.contains(sign)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(language: Language, place: &str, code: &str) -> Locale {
        let currency = Currency::from_code(code);
        let content = Content {
            location: Some(place.to_owned()),
            salary: Salary { currency, ..Salary::default() },
            ..Content::default()
        };
        Locale::of(language, &content)
    }

    /// The amounts with plain spaces.
    fn written(locale: &Locale, min: &str, max: &str) -> String {
        let salary = Salary { min: min.parse().ok(), max: max.parse().ok(), ..Salary::default() };
        let text = match locale.amounts(&salary) {
            Some(Amounts::Range(min, max)) => format!("{min} to {max}"),
            Some(Amounts::One(one) | Amounts::From(one) | Amounts::UpTo(one)) => one,
            None => String::new(),
        };
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn amounts_have_the_form_of_the_country() {
        for (language, place, code, min, max, expected) in [
            (Language::English, "Leeds", "GBP", "12.85", "12.85", "£12.85"),
            (Language::English, "Austin, TX", "USD", "28", "36", "$28 to $36"),
            (Language::English, "Galway", "EUR", "17", "18.5", "€17.00 to €18.50"),
            (Language::English, "Halifax, Canada", "CAD", "62000", "", "$62,000"),
            (Language::English, "London", "USD", "62000", "", "62,000 USD"),
            (Language::English, "", "CAD", "62000", "", "62,000 CAD"),
            (Language::English, "", "USD", "62000", "", "62,000 USD"),
            (Language::English, "Warsaw", "PLN", "8500", "9500", "8,500 to 9,500 PLN"),
            (Language::German, "Wien", "EUR", "3000", "", "3.000 €"),
            (Language::German, "Winterthur", "CHF", "4600", "5100", "CHF 4’600 to 5’100"),
            (Language::Italian, "Lugano", "CHF", "98000", "112000", "CHF 98’000 to 112’000"),
            (Language::French, "Namur", "EUR", "2900", "3500", "2 900 to 3 500 €"),
            (Language::French, "Montréal, Canada", "CAD", "28", "38", "28 to 38 $"),
            (Language::Spanish, "Puebla, México", "MXN", "9500", "9500", "$9,500"),
            (Language::Spanish, "Sevilla", "EUR", "1480", "1480", "1.480 €"),
            (Language::Spanish, "Rosario, Argentina", "ARS", "1350000", "", "$1.350.000"),
            (Language::Portuguese, "Recife", "BRL", "2600", "2900.5", "R$ 2.600 to R$ 2.900,50"),
            (Language::Portuguese, "Braga", "EUR", "1100", "1200", "1.100 to 1.200 €"),
            (Language::Dutch, "Zwolle", "EUR", "15", "17.5", "€ 15,00 to € 17,50"),
            (Language::Polish, "Kraków", "PLN", "8500", "9500", "8 500 to 9 500 zł"),
            (Language::Arabic, "الرياض", "SAR", "4800", "5500", "4,800 to 5,500 ريال"),
        ] {
            assert_eq!(written(&locale(language, place, code), min, max), expected, "{place}");
        }
    }

    #[test]
    fn the_place_names_the_currency_that_nobody_has_named() {
        for (language, place, expected) in [
            (Language::German, "Linz", "3.000 €"),
            (Language::Spanish, "Querétaro", "$3,000"),
            (Language::Polish, "Rzeszów", "3 000 zł"),
            (Language::German, "Zürich", "CHF 3’000"),
            (Language::Dutch, "Oudewaterdijk", "€ 3.000"),
            (Language::German, "Obersteinhausen", "3.000"),
            (Language::English, "London or Dublin", "3,000"),
        ] {
            assert_eq!(written(&locale(language, place, ""), "3000", ""), expected, "{place}");
        }
    }

    #[test]
    fn a_post_names_its_currency_in_one_way() {
        let mut content = Content {
            location: Some("Leeds".to_owned()),
            salary: Salary { currency: Some(Currency::GBP), ..Salary::default() },
            additional_pay: vec!["13.60 GBP on nights".to_owned()],
            ..Content::default()
        };
        assert_eq!(written(&Locale::of(Language::English, &content), "12", "12"), "12 GBP");
        content.benefits = vec!["£50 for shoes".to_owned()];
        assert_eq!(written(&Locale::of(Language::English, &content), "12", "12"), "£12");
    }

    #[test]
    fn words_are_those_of_the_country() {
        for (language, place, text, expected) in [
            (Language::Portuguese, "Porto", "tempo integral", "tempo inteiro"),
            (Language::Portuguese, "Curitiba", "tempo integral", "tempo integral"),
            (Language::Dutch, "Utrecht", "voltijd", "fulltime"),
            (Language::Dutch, "Gent", "voltijd", "voltijd"),
            (Language::Spanish, "Monterrey, México", "jornada completa", "tiempo completo"),
        ] {
            assert_eq!(locale(language, place, "").worded(text.to_owned()), expected, "{place}");
        }
    }
}
