//! Parsers of option values.

use std::{convert::Infallible, fmt, num::ParseIntError, str::FromStr, time::Duration};

use clap::builder::RangedU64ValueParser;
use secrecy::SecretString;

/// From 1 to a million.
pub fn count<T: TryFrom<u64>>() -> RangedU64ValueParser<T> {
    RangedU64ValueParser::new().range(1..=1_000_000)
}

/// From one second to one day.
pub fn seconds() -> RangedU64ValueParser {
    RangedU64ValueParser::new().range(1..=24 * 60 * 60)
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
}
