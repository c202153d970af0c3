//! Finds postal codes, by the forms of each country.

use std::sync::LazyLock;

use regex::Regex;

use crate::language::list_file;
use crate::language::words::pattern;

struct Form {
    country: &'static str,
    /// No other country uses this form.
    is_certain: bool,
    form: Regex,
}

/// The forms of `data/postal_codes.txt`. A code may follow the letters of its country: "D-10115".
static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let named = list_file::named(include_str!("../../../data/postal_codes.txt"));
    named
        .map(|(country, form)| {
            let is_certain = form.starts_with("! ");
            let form = form.trim_start_matches("! ");
            let form = pattern(&format!(r"^(?:[A-Z]{{1,2}}-)?({form})$"));
            Form { country, is_certain, form }
        })
        .collect()
});

/// A run of characters that may be a postal code, before its country is known.
pub(super) struct Candidate {
    pub text: String,
    /// The part of the text without it.
    pub rest: String,
}

/// Cuts what looks like a postal code out of a part of a location: "10115 Berlin", "TX 78701", "SW1A 1AA".
pub(super) fn cut(part: &str) -> Option<Candidate> {
    static SHAPES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?x) (?:^|[\s〒(])
            ( [A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}         # SW1A 1AA
            | [A-Z]\d[A-Z]\s?\d[A-Z]\d                  # M5V 2T6
            | [A-Z]\d[\dW]\s[A-Z\d]{4}                  # D02 X285
            | \d{4}\s?[A-Z]{2}                          # 1012 AB
            | (?:[A-Z]{1,2}-)?\d{5}(?:-\d{3,4})?        # 10115, 78701-1234
            | \d{4}-\d{3} | \d{3}-\d{4} | \d{2}-\d{3}   # 1000-001, 150-0002, 00-001
            | \d{3}\s\d{2,3}                            # 111 22, 400 058
            | \d{6}
            | (?:[A-Z]{1,2}-)?\d{4}
            ) (?:$|[\s)])",
        )
    });
    let found = SHAPES.captures(part)?.get(1)?;
    let rest = format!("{} {}", &part[..found.start()], &part[found.end()..]);
    let rest = rest.replace('〒', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Candidate { text: found.as_str().to_owned(), rest })
}

/// The code as it is written in the country, if it has the country's form.
pub(super) fn in_country(text: &str, country: &str) -> Option<String> {
    let form = FORMS.iter().find(|form| form.country == country)?;
    let joined = text.replace(' ', "");
    let matches = |text: &str| form.form.captures(text).map(|found| found[1].to_owned());
    matches(text).or_else(|| if country == "IN" { matches(&joined) } else { None })
}

/// The only country that writes codes like this.
pub(super) fn country_of(text: &str) -> Option<&'static str> {
    let certain = FORMS.iter().filter(|form| form.is_certain && form.form.is_match(text));
    let mut countries = certain.map(|form| form.country);
    countries.next().filter(|_| countries.next().is_none())
}
