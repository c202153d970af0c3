//! The rule for new passwords: length and guessability, no composition rules (NIST SP 800-63B-4).

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;
use zxcvbn::matching::Match;
use zxcvbn::matching::patterns::MatchPattern;

use super::common::is_common;
use crate::error::{Error, Result};

const MIN_CHARACTERS: usize = 12;
const MAX_BYTES: usize = 256;
/// How many characters zxcvbn judges. Its time grows with the readings of symbols as letters: 72 characters took 2 s.
const JUDGED_CHARACTERS: usize = 32;
/// How many words that nobody would guess first a password needs, or else random letters and digits.
const MIN_WORDS: usize = 2;
const MIN_RANDOM: usize = 6;
/// Shorter words add little, and names of this length are in many other words.
const MIN_WORD_LENGTH: usize = 3;

/// Rejects passwords that are too short, too long or easily guessed. `known` are words that an attacker knows about the
/// person.
///
/// # Errors
/// [`Error::Invalid`] for `/password`, with advice.
pub fn check_password(password: &str, known: &[String]) -> Result<()> {
    if password.chars().count() < MIN_CHARACTERS {
        return reject(format!("Use at least {MIN_CHARACTERS} characters."));
    }
    if password.len() > MAX_BYTES {
        return reject(format!("Use at most {MAX_BYTES} bytes."));
    }
    if is_common(password) || is_guessable(password, &known_words(known)) {
        return reject("This password is easily guessed. A few unrelated words make a good one.".into());
    }
    Ok(())
}

/// Letters and digits only, in lower case.
pub fn letters_and_digits(text: &str) -> String {
    text.nfkc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn is_guessable(password: &str, known: &HashSet<String>) -> bool {
    let judged: String = password.chars().take(JUDGED_CHARACTERS).collect();
    let rest = password.chars().skip(JUDGED_CHARACTERS).filter(|c| c.is_alphanumeric()).count();
    let inputs: Vec<&str> = known.iter().map(String::as_str).collect();
    let judgement = zxcvbn::zxcvbn(&judged, &inputs);
    judgement.score() < zxcvbn::Score::Three || is_word_with_trimmings(judgement.sequence(), rest, known)
}

/// Whether a password is one word, or words that are known, with years, dates, digits and symbols around: attackers try these
/// forms first, and zxcvbn counts each part as if it were chosen at random.
fn is_word_with_trimmings(parts: &[Match], rest: usize, known: &HashSet<String>) -> bool {
    let (mut words, mut random) = (HashSet::new(), rest);
    for part in parts {
        match &part.pattern {
            MatchPattern::Dictionary(word) => {
                let word = &word.matched_word;
                if word.chars().count() >= MIN_WORD_LENGTH && !known.contains(word) {
                    words.insert(word);
                }
            }
            MatchPattern::BruteForce => random += part.token.chars().filter(|c| c.is_alphanumeric()).count(),
            _ => {}
        }
    }
    words.len() < MIN_WORDS && random < MIN_RANDOM
}

/// The known texts as a whole, without their spaces, and word by word.
fn known_words(known: &[String]) -> HashSet<String> {
    let known = known.iter().map(|text| text.nfkc().collect::<String>().to_lowercase());
    let forms = known.flat_map(|text| {
        let words: Vec<_> = text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
        words.into_iter().chain([letters_and_digits(&text), text])
    });
    forms.filter(|word| word.chars().count() >= MIN_WORD_LENGTH).collect()
}

fn reject(detail: String) -> Result<()> {
    Err(Error::invalid("/password", detail))
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    fn is_good(password: &str) -> bool {
        let known = ["ada@papaya.example", "Ada Lovelace", "Company Name", "Иванов"].map(str::to_owned);
        check_password(password, &known).is_ok()
    }

    #[test]
    fn guessable_passwords_are_rejected() {
        for bad in [
            "short",
            "passwordpassword",
            "aaaaaaaaaaaaaaaa",
            "ada@papaya.example",
            "Summer2026!!!",
            "summer 2026 !!!",
            "!!!Summer.2026",
            "$ummer2026!!!",
            "Winter2025!?!?",
            "Kitchen2026!!!",
            "Barcelona-2026-!",
            "Password123!@#",
            "P@ssw0rd2026!!",
            "Company Name 2026!",
            "CompanyName2026!",
            "c0mp4ny n4me 2026!",
            "2026 company name!",
            "Lovelace2026!!!",
            "AdaLovelace#2026",
            "papaya.2026.!!!",
            "Иванов2026!!!!",
            "correct horse battery staple",
            "CorrectHorseBatteryStaple1!",
            "qwertyuiop2026",
            "1q2w3e4r5t6y",
            "123456789012345",
            "Iloveyou2026!",
            "summersummer2026",
        ] {
            assert!(!is_good(bad), "{bad}");
        }
        assert!(!is_good(&"long words in a row ".repeat(20)), "too long");
    }

    #[test]
    fn unrelated_words_and_random_characters_are_accepted() {
        for good in [
            "tall ships at dawn",
            "tall ships leave at dawn",
            "kettle-orbit-walnut-42",
            "xK9#mQ2$vL7!",
            "Company Name hires a walnut kettle",
            "дождь кастрюля велосипед",
            "雨傘 自転車 薬缶 三日月 林檎 太鼓",
            "a rather long sentence that nobody else would ever come up with, I hope",
        ] {
            assert!(is_good(good), "{good}");
        }
    }

    #[test]
    fn judging_takes_no_longer_than_hashing_a_few_times() {
        let worst: String = "4@8({[<369!1|70$5+%2zZ".repeat(4).chars().take(72).collect();
        is_good("the lists are read once");
        let begun = Instant::now();
        is_good(&worst);
        assert!(begun.elapsed() < Duration::from_millis(2_000), "{:?}", begun.elapsed());
    }
}
