//! E-mail addresses in one normal form, in which they are stored, compared and counted.

use std::fmt;

use idna::AsciiDenyList;
use idna::uts46::{DnsLength, Hyphens, Uts46};
use unicode_normalization::UnicodeNormalization;
use unicode_security::confusable_detection::skeleton;
use unicode_security::{GeneralSecurityProfile, RestrictionLevel, RestrictionLevelDetection};

use super::characters::{has_deceptive_marks, is_hidden};
use crate::error::{Error, Result};

/// The limits of RFC 5321 in bytes, and one for spellings that become shorter.
const LONGEST: usize = 254;
const LONGEST_LOCAL_PART: usize = 64;
const LONGEST_SPELLING: usize = 1_024;
/// What RFC 5322 allows in a local part besides letters, digits and dots (`atext`).
const ASCII_SYMBOLS: &str = "!#$%&'*+-/=?^_`{|}~";

/// An e-mail address in its normal form: NFKC, lower case, the domain in ASCII (IDNA). Two spellings of one address are equal.
///
/// The rules of UTS #39, section 3.3, keep look-alikes out: a local part or a label of the domain is highly restrictive (it
/// does not mix scripts that are not used together), and one in another script must not look like one in ASCII.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// # Errors
    /// [`Error::Invalid`] for `/email`.
    pub fn parse(text: &str) -> Result<Self> {
        normal_form(text).map(Self).ok_or_else(|| Error::invalid("/email", "Not an e-mail address."))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The domain in ASCII.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

fn normal_form(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() > LONGEST_SPELLING || text.contains(is_hidden) {
        return None;
    }
    let folded = fold(text);
    let (local, domain) = folded.split_once('@')?;
    if local.len() > LONGEST_LOCAL_PART || !is_local_part(local) {
        return None;
    }
    let address = format!("{local}@{}", normal_domain(domain)?);
    (address.len() <= LONGEST).then_some(address)
}

/// NFKC and lower case, until neither changes anything. The two lower cases of sigma are one letter.
fn fold(text: &str) -> String {
    let lower = text.nfkc().flat_map(char::to_lowercase);
    lower.map(|c| if c == 'ς' { 'σ' } else { c }).nfkc().collect()
}

fn is_local_part(local: &str) -> bool {
    local.split('.').all(|atom| !atom.is_empty())
        && local
            .chars()
            .filter(char::is_ascii)
            .all(|c| c == '.' || c.is_ascii_lowercase() || c.is_ascii_digit() || ASCII_SYMBOLS.contains(c))
        && is_unambiguous(local)
}

/// The domain in ASCII, if each of its labels is unambiguous and the last one is not a number.
fn normal_domain(domain: &str) -> Option<String> {
    let (idna, hyphens) = (Uts46::new(), Hyphens::CheckFirstLast);
    let ascii =
        idna.to_ascii(domain.as_bytes(), AsciiDenyList::STD3, hyphens, DnsLength::Verify).ok()?.into_owned();
    let (unicode, valid) = idna.to_unicode(ascii.as_bytes(), AsciiDenyList::STD3, hyphens);
    let ends_in_number = ascii.rsplit('.').next()?.bytes().all(|byte| byte.is_ascii_digit());
    (valid.is_ok() && !ends_in_number && unicode.split('.').all(is_unambiguous)).then_some(ascii)
}

/// Whether a part is ASCII, or looks like no other part: see [`EmailAddress`].
fn is_unambiguous(part: &str) -> bool {
    if part.is_ascii() {
        return true;
    }
    let letters: String = part.chars().filter(|c| !c.is_ascii() || c.is_ascii_alphanumeric()).collect();
    letters.chars().all(GeneralSecurityProfile::identifier_allowed)
        && letters.check_restriction_level(RestrictionLevel::HighlyRestrictive)
        && !has_deceptive_marks(part)
        && !skeleton(part).all(|c| c.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normal(text: &str) -> Option<String> {
        EmailAddress::parse(text).ok().map(|address| address.to_string())
    }

    #[test]
    fn spellings_of_one_address_are_equal() {
        for (spelling, form) in [
            (" Ada@Example.COM ", "ada@example.com"),
            ("ada＠ｅxample.com", "ada@example.com"),
            ("ａda@example。com", "ada@example.com"),
            ("Ada.Byron+post@example.com", "ada.byron+post@example.com"),
            ("jose\u{301}@example.com", "josé@example.com"),
            ("JOSÉ@example.com", "josé@example.com"),
            ("ada@bücher.example", "ada@xn--bcher-kva.example"),
            ("ada@BU\u{308}CHER.example", "ada@xn--bcher-kva.example"),
            ("ada@XN--BCHER-KVA.example", "ada@xn--bcher-kva.example"),
            ("STRAẞE@example.com", "straße@example.com"),
            ("ada@faß.example", "ada@xn--fa-hia.example"),
            ("ΝΊΚΟΣ@example.com", "νίκοσ@example.com"),
            ("νίκος@example.com", "νίκοσ@example.com"),
            ("李@例え.example", "李@xn--r8jz45g.example"),
            ("ada@localhost", "ada@localhost"),
        ] {
            assert_eq!(normal(spelling).as_deref(), Some(form), "{spelling}");
            assert_eq!(normal(form).as_deref(), Some(form), "the normal form of a normal form");
        }
    }

    #[test]
    fn addresses_with_characters_that_cannot_be_seen_are_refused() {
        for hidden in [
            '\u{200b}',
            '\u{202e}',
            '\u{feff}',
            '\u{2060}',
            '\u{ad}',
            '\u{200d}',
            '\u{200c}',
            '\u{e0041}',
            '\u{fe0f}',
            '\u{3164}',
            '\u{ffa0}',
            '\u{115f}',
            '\u{34f}',
            '\u{61c}',
            '\u{2066}',
            '\u{180e}',
            '\u{2800}',
            '\u{2028}',
            '\u{a0}',
            '\u{3000}',
            '\u{0}',
            '\u{7f}',
            '\u{e000}',
        ] {
            for text in
                [format!("b{hidden}b@ex.com"), format!("b@e{hidden}x.com"), format!("b{hidden}@ex.com")]
            {
                assert_eq!(normal(&text), None, "{text:?}");
            }
        }
    }

    #[test]
    fn look_alikes_are_refused() {
        for look_alike in [
            "pаypal@example.com", // a Cyrillic а
            "сосо@example.com",   // Cyrillic letters only
            "dıego@example.com",
            "i\u{307}da@example.com",
            "İda@example.com",
            "ada@eхample.com", // a Cyrillic х
            "ada@аррӏе.com",
            "ada@xn--80ak6aa92e.com", // the same in ASCII
            "ada@ıstanbul.example",
            "ɡoogle@example.com",
            "e\u{301}\u{301}@example.com",
            "\u{301}a@example.com",
        ] {
            assert_eq!(normal(look_alike), None, "{look_alike}");
        }
        assert_eq!(normal("ольга@почта.example").as_deref(), Some("ольга@xn--80a1acny.example"));
        assert_eq!(normal("łukasz@example.com").as_deref(), Some("łukasz@example.com"));
    }

    #[test]
    fn malformed_addresses_are_refused() {
        let (local, label) = ("l".repeat(65), "d".repeat(64));
        for malformed in [
            "",
            "ada",
            "@example.com",
            "ada@",
            "ada@@example.com",
            "ada@b@example.com",
            "ada@example..com",
            "ada@.example.com",
            "ada@example.com.",
            ".ada@example.com",
            "ada.@example.com",
            "a..b@example.com",
            "ada lovelace@example.com",
            "\"ada\"@example.com",
            "ada(x)@example.com",
            "ada@[127.0.0.1]",
            "ada@127.0.0.1",
            "ada@-example.com",
            "ada@exa_mple.com",
            "ada@xn--a.com",
            "a,b@example.com",
            "ada@example.com\r\nBcc: eve@example.com",
            &format!("{local}@example.com"),
            &format!("ada@{label}.com"),
            &format!("ada@{}com", "d.".repeat(130)),
        ] {
            assert_eq!(normal(malformed), None, "{malformed}");
        }
    }
}
