//! Grounding: finds the user's words that support a proposed value. Without such words the value is refused.

mod amounts;
mod choices;
mod currency;
mod departments;
mod exonyms;
mod flags;
mod grounded;
mod interpretation;
mod names;
mod openings;
mod prose;
#[cfg(test)]
mod siblings_tests;
mod spelling;
mod support;
#[cfg(test)]
mod tests;

pub(crate) use self::amounts::{bare_ranges, corrected};
pub use self::choices::employment_types_in;
pub(crate) use self::choices::names_choice;
pub(crate) use self::currency::{is_open, keeps_currency, open_sign};
pub(crate) use self::grounded::Grounded;
pub(crate) use self::names::is_denied;
pub use self::openings::openings_in;
pub(crate) use self::openings::{names_openings, openings_corrected};
use self::support::shares_word;
use super::transcript::Transcript;
use crate::{Basis, Field, RefusalReason};

/// Grounds one value of a field, or one item of a list. `quote` is the claim of the LLM, which is checked.
///
/// # Errors
/// [`RefusalReason::NotGrounded`]: the messages do not support the value.
pub(crate) fn ground<'a>(
    transcript: &Transcript<'a>,
    field: Field,
    value: &str,
    quote: &str,
) -> Result<Grounded<'a>, RefusalReason> {
    let value = &*if has_words(field) { spelling::as_said(transcript, value) } else { value.to_owned() };
    let found = match field {
        Field::Title => names::title(transcript, value, quote),
        Field::Location => names::place(transcript, value, quote),
        Field::Department => departments::department(transcript, value, quote),
        Field::Skills | Field::Languages => names::name_or_skill(transcript, field, value, quote),
        Field::ExperienceLevel | Field::WorkType | Field::EmploymentTypes => {
            choices::choice(transcript, field, value)
        }
        Field::Openings => openings::openings(transcript, value),
        Field::EnableAiInterview | Field::IsFeatured => flags::flag(transcript, field, value),
        Field::SalaryMin | Field::SalaryMax => amounts::amount(transcript, value),
        Field::Currency => currency::currency(transcript, value),
        Field::SalaryPeriod => amounts::period(transcript, value),
        _ => prose::prose(transcript, field, value, quote),
    };
    let mut grounded = found.ok_or(RefusalReason::NotGrounded)?;
    if grounded.basis == Basis::Stated
        && let Some(exact) = transcript.quote(quote)
        && shares_word(exact, grounded.quote)
    {
        grounded.quote = exact;
    }
    // Only an assumption has no quote.
    if grounded.quote.is_empty() && grounded.basis != Basis::Assumed {
        return Err(RefusalReason::NotGrounded);
    }
    Ok(grounded)
}

/// Is a value of the field in words of its own? The others are numbers and choices.
const fn has_words(field: Field) -> bool {
    let is_choice = matches!(field, Field::EmploymentTypes | Field::ExperienceLevel | Field::WorkType);
    !field.is_pay() && !field.is_flag() && !is_choice
}
