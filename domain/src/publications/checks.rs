//! Validates the configuration of a target.

use job_post::exports::AiCreateOptions;
use secrecy::ExposeSecret as _;

use super::targets::{Format, NewTarget};
use crate::error::{Error, Result, Violation};

const MOST_DAYS: i32 = 3_650;
const MOST_MINUTES: i32 = 1_440;
const LONGEST_TEXT: usize = 8_000;
const LONGEST_TOKEN: usize = 4_096;
const MOST_LANGUAGES: usize = 20;
const LONGEST_LANGUAGE: usize = 35;

/// Checks a new configuration.
///
/// # Errors
/// [`Error::Invalid`] with all violations.
pub(super) fn check(new: &NewTarget) -> Result<()> {
    let mut wrong = Vec::new();
    let mut reject = |is_wrong: bool, pointer: &'static str, detail: &str| {
        if is_wrong {
            wrong.push(Violation { pointer: pointer.into(), detail: detail.to_owned() });
        }
    };
    let is_original = new.format == Format::AiCreate;
    let token = new.bearer_token.as_ref().map(|token| token.expose_secret());
    reject(token.is_some() && !is_original, "/bearer_token", "goes with the format ai_create only");
    reject(!token.is_none_or(is_token), "/bearer_token", "must be 1 to 4096 visible ASCII characters");
    reject(new.options.is_some() && !is_original, "/options", "go with the format ai_create only");
    reject(new.new_secret && is_original, "/new_secret", "goes with the format signed_json only");
    let has_base = !is_original || !new.url.contains(['?', '#']);
    reject(!has_base, "/url", "must be a base that /jobposts/ai-create is put behind: without ? and #");
    if let Some(options) = &new.options {
        check_options(options, &mut reject);
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::Invalid(wrong)) }
}

fn check_options(options: &AiCreateOptions, reject: &mut impl FnMut(bool, &'static str, &str)) {
    let outside = |number: Option<i32>, most| number.is_some_and(|number| !(1..=most).contains(&number));
    let too_long = |text: &Option<String>| {
        text.as_ref().is_some_and(|text| text.is_empty() || text.chars().count() > LONGEST_TEXT)
    };
    let languages = options.interview_languages.as_deref().unwrap_or_default();
    let is_language = |text: &String| (1..=LONGEST_LANGUAGE).contains(&text.chars().count());
    reject(
        outside(options.expires_after_days, MOST_DAYS),
        "/options/expires_after_days",
        "must be 1 to 3650",
    );
    reject(
        outside(options.interview_duration, MOST_MINUTES),
        "/options/interview_duration",
        "must be 1 to 1440",
    );
    reject(too_long(&options.ai_prompt), "/options/ai_prompt", "must have 1 to 8000 characters");
    reject(too_long(&options.ai_instructions), "/options/ai_instructions", "must have 1 to 8000 characters");
    reject(
        languages.len() > MOST_LANGUAGES || !languages.iter().all(is_language),
        "/options/interview_languages",
        "must be at most 20 names of 1 to 35 characters",
    );
}

/// Whether the token is valid after `Bearer ` in a header.
fn is_token(token: &str) -> bool {
    (1..=LONGEST_TOKEN).contains(&token.len()) && token.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new_target(format: Format) -> NewTarget {
        let url = "https://jobs.example/api".to_owned();
        NewTarget { format, url, bearer_token: None, options: None, new_secret: false }
    }

    fn rejected(new: &NewTarget) -> Vec<String> {
        match check(new) {
            Ok(()) => Vec::new(),
            Err(Error::Invalid(wrong)) => wrong.into_iter().map(|wrong| wrong.pointer.into_owned()).collect(),
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn what_belongs_to_the_other_format_is_refused() {
        let original = NewTarget { new_secret: true, ..new_target(Format::AiCreate) };
        assert_eq!(rejected(&original), ["/new_secret"]);
        let options = Some(AiCreateOptions::default());
        let signed = NewTarget { bearer_token: Some("t".into()), options, ..new_target(Format::SignedJson) };
        assert_eq!(rejected(&signed), ["/bearer_token", "/options"]);
        let based = NewTarget { url: "https://jobs.example/?a=b".to_owned(), ..new_target(Format::AiCreate) };
        assert_eq!(rejected(&based), ["/url"]);
        assert!(rejected(&NewTarget { format: Format::SignedJson, ..based }).is_empty());
    }

    #[test]
    fn a_token_fits_into_a_header() {
        for (token, is_fit) in
            [("abc.def-1", true), ("", false), ("a b", false), ("a\nb", false), ("ä", false)]
        {
            let new = NewTarget { bearer_token: Some(token.into()), ..new_target(Format::AiCreate) };
            assert_eq!(rejected(&new).is_empty(), is_fit, "{token:?}");
        }
    }

    #[test]
    fn options_have_bounds() {
        let options = AiCreateOptions {
            expires_after_days: Some(0),
            interview_duration: Some(1_441),
            ai_prompt: Some(String::new()),
            interview_languages: Some(vec![String::new()]),
            ..AiCreateOptions::default()
        };
        let pointers = [
            "/options/expires_after_days",
            "/options/interview_duration",
            "/options/ai_prompt",
            "/options/interview_languages",
        ];
        assert_eq!(rejected(&NewTarget { options: Some(options), ..new_target(Format::AiCreate) }), pointers);
    }
}
