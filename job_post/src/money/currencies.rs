//! Which currency a sign, a code or a name means; signs that several countries use are settled by the words around.

use iso_currency::Currency;
use iso_currency::Currency as C;

use super::tokens::{Kind, Token};

/// What was read as a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    Exactly(Currency),
    /// A sign or name several currencies share ("$", "kr", "pesos"); the first is meant unless the text says more.
    OneOf(&'static [Currency]),
    /// A word that is more often something else ("pounds", "TOP", "won"): counts only with a large amount.
    Weak(Currency),
}

impl Marker {
    pub fn resolve(self, context: &str) -> Currency {
        match self {
            Self::Exactly(currency) | Self::Weak(currency) => currency,
            Self::OneOf(family) => hinted(family, context).unwrap_or(family[0]),
        }
    }
}

/// Whether a code says which currency of a family is meant; the sign of the dollars is that of the pesos too.
pub(super) fn is_refined_by(family: &[Currency], code: Currency) -> bool {
    family.contains(&code) || (family == DOLLARS && PESOS.contains(&code))
}

pub(super) const DOLLARS: &[Currency] = &[C::USD, C::CAD, C::AUD, C::NZD, C::SGD, C::HKD, C::MXN, C::TWD];
pub(super) const CROWNS: &[Currency] = &[C::SEK, C::NOK, C::DKK, C::ISK];
const PESOS: &[Currency] = &[C::MXN, C::PHP, C::COP, C::ARS, C::CLP, C::UYU, C::DOP];
const SHILLINGS: &[Currency] = &[C::KES, C::UGX, C::TZS];
const DIRHAMS: &[Currency] = &[C::AED, C::MAD];
const RIYALS: &[Currency] = &[C::SAR, C::QAR, C::OMR];
const DINARS: &[Currency] = &[C::KWD, C::JOD, C::BHD, C::DZD, C::TND, C::IQD, C::RSD];
const YUAN_OR_YEN: &[Currency] = &[C::JPY, C::CNY];
const RUPEES: &[Currency] = &[C::INR, C::PKR, C::LKR, C::NPR];
const ARAB_POUNDS: &[Currency] = &[C::EGP, C::LBP, C::SYP];
const FRANCS: &[Currency] = &[C::CHF, C::XOF, C::XAF, C::RWF];

/// Words (lower case, as whole words or their beginnings) that say which country is meant.
const HINTS: &[(Currency, &[&str])] = &[
    (
        C::CAD,
        &[
            "canad",
            "toronto",
            "vancouver",
            "montreal",
            "montréal",
            "ottawa",
            "calgary",
            "ontario",
            "edmonton",
        ],
    ),
    (C::AUD, &["australia", "sydney", "melbourne", "brisbane", "perth", "adelaide", "canberra"]),
    (C::NZD, &["zealand", "auckland", "wellington", "christchurch"]),
    (C::SGD, &["singapore"]),
    (C::HKD, &["hong"]),
    (C::MXN, &["mexic", "méxic", "guadalajara", "monterrey"]),
    (C::TWD, &["taiwan", "taipei"]),
    (C::NOK, &["norway", "norge", "norweg", "oslo", "bergen", "trondheim", "stavanger", "måned"]),
    (C::DKK, &["denmark", "danmark", "danish", "copenhagen", "københavn", "aarhus", "odense"]),
    (C::ISK, &["iceland", "reykjav"]),
    (C::SEK, &["swed", "sverige", "stockholm", "göteborg", "gothenburg", "malmö", "uppsala", "månad"]),
    (C::PHP, &["philippin", "manila", "cebu"]),
    (C::COP, &["colombia", "bogot", "medell"]),
    (C::ARS, &["argentin", "buenos"]),
    (C::CLP, &["chile", "santiago"]),
    (C::UYU, &["uruguay", "montevideo"]),
    (C::UGX, &["uganda", "kampala"]),
    (C::TZS, &["tanzania", "dodoma", "salaam"]),
    (C::KES, &["kenya", "nairobi", "mombasa"]),
    (C::MAD, &["morocc", "maroc", "casablanca", "rabat"]),
    (C::QAR, &["qatar", "doha"]),
    (C::OMR, &["oman", "muscat"]),
    (C::JOD, &["jordan", "amman", "عمان", "الأردن"]),
    (C::BHD, &["bahrain", "manama"]),
    (C::DZD, &["algeri", "algér"]),
    (C::TND, &["tunis"]),
    (C::IQD, &["iraq", "baghdad"]),
    (C::RSD, &["serbia", "belgrade", "beograd"]),
    (C::CNY, &["china", "chinese", "beijing", "shanghai", "shenzhen", "元"]),
    (C::PKR, &["pakistan", "karachi", "lahore", "islamabad"]),
    (C::LKR, &["lanka", "colombo"]),
    (C::NPR, &["nepal", "kathmandu"]),
    (C::LBP, &["leban", "beirut"]),
    (C::XOF, &["senegal", "dakar", "ivoire", "abidjan"]),
    (C::XAF, &["cameroon", "cameroun", "douala"]),
    (C::RWF, &["rwanda", "kigali"]),
];

/// The one currency of the family that the words around point to; none if they point to none or to several.
fn hinted(family: &[Currency], context: &str) -> Option<Currency> {
    let context = context.to_lowercase();
    let words: Vec<&str> = context.split(|letter: char| !letter.is_alphabetic()).collect();
    let said = |hints: &[&str]| hints.iter().any(|hint| words.iter().any(|word| word.starts_with(hint)));
    let mut meant = HINTS.iter().filter(|(currency, hints)| family.contains(currency) && said(hints));
    let first = meant.next()?.0;
    meant.next().is_none().then_some(first)
}

/// Reads a currency at token `at`; returns it and the token after.
pub(super) fn marker_at(tokens: &[Token], at: usize) -> Option<(Marker, usize)> {
    let token = tokens.get(at)?;
    if let Some(sign) = token.sign() {
        return sign_marker(sign).map(|marker| (marker, at + 1));
    }
    let word = token.word()?;
    let sign_follows = tokens.get(at + 1).is_some_and(|next| next.glued && next.is_sign(&['$']));
    if sign_follows && let Some(currency) = prefixed_dollar(word) {
        return Some((Marker::Exactly(currency), at + 2));
    }
    if let Some(country) = two_words(word, tokens.get(at + 1).and_then(Token::word).unwrap_or_default()) {
        return Some((Marker::Exactly(country), at + 2));
    }
    if word == "r" && token.capitals && glued_number(tokens, at + 1) {
        return Some((Marker::Weak(C::ZAR), at + 1));
    }
    code_marker(word, token.capitals).or_else(|| name_marker(word)).map(|marker| (marker, at + 1))
}

/// "R25,000": the letter alone is too little.
fn glued_number(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.glued && matches!(token.kind, Kind::Number(_)))
}

fn sign_marker(sign: char) -> Option<Marker> {
    Some(match sign {
        '$' | '＄' => Marker::OneOf(DOLLARS),
        '€' => Marker::Exactly(C::EUR),
        '£' => Marker::Exactly(C::GBP),
        '₹' => Marker::Exactly(C::INR),
        '¥' | '￥' => Marker::OneOf(YUAN_OR_YEN),
        '₩' => Marker::Exactly(C::KRW),
        '₽' => Marker::Exactly(C::RUB),
        '₺' => Marker::Exactly(C::TRY),
        '₴' => Marker::Exactly(C::UAH),
        '₪' => Marker::Exactly(C::ILS),
        '₦' => Marker::Exactly(C::NGN),
        '₫' => Marker::Exactly(C::VND),
        '฿' => Marker::Exactly(C::THB),
        '₱' => Marker::Exactly(C::PHP),
        '₸' => Marker::Exactly(C::KZT),
        '₵' => Marker::Exactly(C::GHS),
        _ => return None,
    })
}

/// "US$", "C$", "R$" …
fn prefixed_dollar(word: &str) -> Option<Currency> {
    Some(match word {
        "us" | "u" => C::USD,
        "c" | "ca" | "can" => C::CAD,
        "a" | "au" => C::AUD,
        "nz" => C::NZD,
        "s" | "sg" => C::SGD,
        "hk" => C::HKD,
        "mx" => C::MXN,
        "nt" => C::TWD,
        "r" => C::BRL,
        _ => return None,
    })
}

fn two_words(first: &str, second: &str) -> Option<Currency> {
    let stem = second.trim_end_matches(['s', 'n']);
    Some(match (first, stem) {
        ("us" | "american", "dollar") => C::USD,
        ("canadian", "dollar") => C::CAD,
        ("australian" | "aussie", "dollar") => C::AUD,
        ("singapore", "dollar") => C::SGD,
        ("british", "pound") => C::GBP,
        ("pound", _) | ("pounds", _) if second == "sterling" => C::GBP,
        ("egyptian", "pound") => C::EGP,
        ("swiss" | "schweizer", "franc" | "franke") => C::CHF,
        ("kenyan", "shilling") => C::KES,
        ("indian", "rupee") => C::INR,
        ("saudi", "riyal") => C::SAR,
        _ => return None,
    })
}

/// ISO codes that are also words or names in capitals.
const AMBIGUOUS: [&str; 16] = [
    "ALL", "AMD", "BOB", "COP", "CUP", "GEL", "LAK", "MAD", "MOP", "PAB", "PEN", "SOS", "STN", "TOP", "TRY",
    "SLE",
];

/// Codes that people also write in small letters and that are no words.
const SMALL: [&str; 40] = [
    "eur", "usd", "gbp", "chf", "cad", "aud", "sgd", "inr", "kes", "jpy", "sek", "nok", "dkk", "pln", "czk",
    "huf", "ron", "aed", "sar", "zar", "ngn", "brl", "mxn", "nzd", "hkd", "cny", "php", "egp", "qar", "kwd",
    "jod", "ils", "krw", "thb", "myr", "idr", "vnd", "pkr", "uah", "clp",
];

fn code_marker(word: &str, capitals: bool) -> Option<Marker> {
    let thousands = word.strip_prefix('k').filter(|rest| SMALL.contains(rest));
    let word = thousands.unwrap_or(word);
    if word.len() != 3 || !word.is_ascii() || !(capitals || SMALL.contains(&word)) {
        return None;
    }
    let code = word.to_uppercase();
    let currency = Currency::from_code(&code).filter(|currency| currency.flags().is_empty())?;
    if code.starts_with('X') && !matches!(currency, C::XOF | C::XAF | C::XPF | C::XCD) {
        return None;
    }
    Some(if AMBIGUOUS.contains(&&*code) { Marker::Weak(currency) } else { Marker::Exactly(currency) })
}

fn name_marker(word: &str) -> Option<Marker> {
    Some(match word {
        "euro" | "euros" | "يورو" => Marker::Exactly(C::EUR),
        "dollar" | "dollars" | "bucks" | "dólares" | "دولار" => Marker::OneOf(DOLLARS),
        "sterling" | "quid" => Marker::Exactly(C::GBP),
        "pound" | "pounds" | "pfund" => Marker::Weak(C::GBP),
        "franken" | "fr" | "sfr" => Marker::Exactly(C::CHF),
        "franc" | "francs" => Marker::OneOf(FRANCS),
        "rs" | "rupee" | "rupees" => Marker::OneOf(RUPEES),
        "lpa" => Marker::Exactly(C::INR),
        "yen" | "円" => Marker::Exactly(C::JPY),
        "yuan" | "rmb" | "renminbi" | "元" => Marker::Exactly(C::CNY),
        "won" => Marker::Weak(C::KRW),
        "원" => Marker::Exactly(C::KRW),
        "zł" | "zl" | "złoty" | "złotych" | "zloty" => Marker::Exactly(C::PLN),
        "kč" | "korun" => Marker::Exactly(C::CZK),
        "ft" | "forint" => Marker::Weak(C::HUF),
        "lei" | "leu" => Marker::Exactly(C::RON),
        "kr" | "kroner" | "krona" | "kronor" | "crowns" => Marker::OneOf(CROWNS),
        "peso" | "pesos" => Marker::OneOf(PESOS),
        "shilling" | "shillings" | "ksh" | "kshs" => Marker::OneOf(SHILLINGS),
        "dirham" | "dirhams" | "dhs" | "درهم" => Marker::OneOf(DIRHAMS),
        "riyal" | "riyals" | "ريال" => Marker::OneOf(RIYALS),
        "dinar" | "dinars" | "دينار" => Marker::OneOf(DINARS),
        "جنيه" => Marker::OneOf(ARAB_POUNDS),
        "naira" => Marker::Exactly(C::NGN),
        "cedi" | "cedis" => Marker::Exactly(C::GHS),
        "rand" => Marker::Weak(C::ZAR),
        "reais" => Marker::Exactly(C::BRL),
        "ringgit" | "rm" => Marker::Weak(C::MYR),
        "baht" => Marker::Exactly(C::THB),
        "rupiah" | "rp" => Marker::Exactly(C::IDR),
        "lira" | "tl" => Marker::Weak(C::TRY),
        _ => return None,
    })
}

/// A word that stands right before its digits ("EUR65000", "Rs50,000"), so the digits are not part of it.
pub(super) fn is_prefix(word: &str) -> bool {
    let capitals = word.chars().all(char::is_uppercase);
    let lower = word.to_lowercase();
    code_marker(&lower, capitals).is_some()
        || word == "R"
        || matches!(&*lower, "rs" | "kr" | "fr" | "rp" | "rm" | "ksh")
}
