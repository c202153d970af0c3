//! Parsers of option values.

use std::{convert::Infallible, fmt, num::ParseIntError, str::FromStr, time::Duration};

use clap::builder::RangedU64ValueParser;
use reqwest::Url;
use secrecy::SecretString;

/// From 1 to a million.
pub fn count<T: TryFrom<u64>>() -> RangedU64ValueParser<T> {
    RangedU64ValueParser::new().range(1..=1_000_000)
}

/// From 1 to a billion.
pub fn quota() -> RangedU64ValueParser<u32> {
    RangedU64ValueParser::new().range(1..=1_000_000_000)
}

/// From one second to one day.
pub fn seconds() -> RangedU64ValueParser {
    RangedU64ValueParser::new().range(1..=24 * 60 * 60)
}

/// Enough for a short answer, up to more than any model writes.
pub fn tokens() -> RangedU64ValueParser<u32> {
    RangedU64ValueParser::new().range(256..=1_000_000)
}

/// From none to a year.
pub fn days() -> RangedU64ValueParser {
    RangedU64ValueParser::new().range(0..=365)
}

/// A value that debug output and logs do not show.
pub fn secret(text: &str) -> Result<SecretString, Infallible> {
    Ok(text.into())
}

/// Delays in seconds, separated by commas.
#[derive(Clone, Debug)]
pub struct Delays(pub Vec<Duration>);

impl FromStr for Delays {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let texts = text.split(',').map(str::trim).filter(|text| !text.is_empty());
        texts.map(|text| Ok(Duration::from_secs(text.parse()?))).collect::<Result<_, _>>().map(Self)
    }
}

impl fmt::Display for Delays {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds: Vec<_> = self.0.iter().map(|delay| delay.as_secs().to_string()).collect();
        out.write_str(&seconds.join(","))
    }
}

/// Origins of browsers' pages, as browsers write them.
#[derive(Clone, Debug, Default)]
pub struct Origins(pub Vec<String>);

impl FromStr for Origins {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let texts = text.split(',').map(str::trim).filter(|text| !text.is_empty());
        texts.map(origin).collect::<Result<_, _>>().map(Self)
    }
}

/// A scheme, a host and a port that is not the scheme's own.
fn origin(text: &str) -> Result<String, String> {
    let url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    let origin = url.map(|url| url.origin().ascii_serialization());
    // A wildcard would be a host that no browser sends.
    let is_all =
        |origin: &String| !text.contains('*') && text.trim_end_matches('/').eq_ignore_ascii_case(origin);
    origin.filter(is_all).ok_or_else(|| format!("`{text}` is no origin, such as https://app.example.com"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_are_read_as_they_are_written() {
        let delays: Delays = "0, 5,300".parse().unwrap();
        assert_eq!(delays.to_string(), "0,5,300");
        assert!("".parse::<Delays>().unwrap().0.is_empty());
        assert!("5s".parse::<Delays>().is_err());
    }

    #[test]
    fn an_origin_is_a_scheme_a_host_and_a_port() {
        let origins: Origins = "https://App.example.com/, http://localhost:5173".parse().unwrap();
        assert_eq!(origins.0, ["https://app.example.com", "http://localhost:5173"]);
        assert!("".parse::<Origins>().unwrap().0.is_empty());
        for bad in [
            "*",
            "null",
            "https://*.example.com",
            "app.example.com",
            "https://app.example.com/path",
            "https://app.example.com?x",
            "https://user@app.example.com",
            "https://app.example.com:443",
            "ftp://app.example.com",
            "file:///tmp",
            "https://app.example.com https://b.example.com",
        ] {
            assert!(bad.parse::<Origins>().is_err(), "{bad}");
        }
    }
}
