//! What a target cannot be.

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

/// # Errors
/// [`Error::Invalid`] with everything that is wrong.
pub(super) fn check(wish: &NewTarget) -> Result<()> {
    let mut wrong = Vec::new();
    let mut refuse = |is_wrong: bool, pointer: &'static str, detail: &str| {
        if is_wrong {
            wrong.push(Violation { pointer: pointer.into(), detail: detail.to_owned() });
        }
    };
    let is_original = wish.format == Format::AiCreate;
    let token = wish.bearer_token.as_ref().map(|token| token.expose_secret());
    refuse(token.is_some() && !is_original, "/bearer_token", "goes with the format ai_create only");
    refuse(!token.is_none_or(is_token), "/bearer_token", "must be 1 to 4096 visible ASCII characters");
    refuse(wish.options.is_some() && !is_original, "/options", "go with the format ai_create only");
    refuse(wish.new_secret && is_original, "/new_secret", "goes with the format signed_json only");
    let has_base = !is_original || !wish.url.contains(['?', '#']);
    refuse(!has_base, "/url", "must be a base that /jobposts/ai-create is put behind: without ? and #");
    if let Some(options) = &wish.options {
        check_options(options, &mut refuse);
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::Invalid(wrong)) }
}

fn check_options(options: &AiCreateOptions, refuse: &mut impl FnMut(bool, &'static str, &str)) {
    let outside = |number: Option<i32>, most| number.is_some_and(|number| !(1..=most).contains(&number));
    let too_long = |text: &Option<String>| {
        text.as_ref().is_some_and(|text| text.is_empty() || text.chars().count() > LONGEST_TEXT)
    };
    let languages = options.interview_languages.as_deref().unwrap_or_default();
    let is_language = |text: &String| (1..=LONGEST_LANGUAGE).contains(&text.chars().count());
    refuse(
        outside(options.expires_after_days, MOST_DAYS),
        "/options/expires_after_days",
        "must be 1 to 3650",
    );
    refuse(
        outside(options.interview_duration, MOST_MINUTES),
        "/options/interview_duration",
        "must be 1 to 1440",
    );
    refuse(too_long(&options.ai_prompt), "/options/ai_prompt", "must have 1 to 8000 characters");
    refuse(too_long(&options.ai_instructions), "/options/ai_instructions", "must have 1 to 8000 characters");
    refuse(
        languages.len() > MOST_LANGUAGES || !languages.iter().all(is_language),
        "/options/interview_languages",
        "must be at most 20 names of 1 to 35 characters",
    );
}

/// What can stand behind `Bearer ` in a header.
fn is_token(token: &str) -> bool {
    (1..=LONGEST_TOKEN).contains(&token.len()) && token.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(format: Format) -> NewTarget {
        let url = "https://jobs.example/api".to_owned();
        NewTarget { format, url, bearer_token: None, options: None, new_secret: false }
    }

    fn refused(wish: &NewTarget) -> Vec<String> {
        match check(wish) {
            Ok(()) => Vec::new(),
            Err(Error::Invalid(wrong)) => wrong.into_iter().map(|wrong| wrong.pointer.into_owned()).collect(),
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn what_belongs_to_the_other_format_is_refused() {
        let original = NewTarget { new_secret: true, ..wish(Format::AiCreate) };
        assert_eq!(refused(&original), ["/new_secret"]);
        let options = Some(AiCreateOptions::default());
        let signed = NewTarget { bearer_token: Some("t".into()), options, ..wish(Format::SignedJson) };
        assert_eq!(refused(&signed), ["/bearer_token", "/options"]);
        let based = NewTarget { url: "https://jobs.example/?a=b".to_owned(), ..wish(Format::AiCreate) };
        assert_eq!(refused(&based), ["/url"]);
        assert!(refused(&NewTarget { format: Format::SignedJson, ..based }).is_empty());
    }

    #[test]
    fn a_token_fits_into_a_header() {
        for (token, is_fit) in
            [("abc.def-1", true), ("", false), ("a b", false), ("a\nb", false), ("ä", false)]
        {
            let wish = NewTarget { bearer_token: Some(token.into()), ..wish(Format::AiCreate) };
            assert_eq!(refused(&wish).is_empty(), is_fit, "{token:?}");
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
        assert_eq!(refused(&NewTarget { options: Some(options), ..wish(Format::AiCreate) }), pointers);
    }
}
