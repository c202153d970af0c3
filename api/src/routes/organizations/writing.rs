//! How the agent writes for an organization, as part of its body.

use job_post::{Length, Tone, WritingSettings};
use poem_openapi::types::Example;
use poem_openapi::{Enum, Object};

/// How the agent writes descriptions for the organization's job posts. The texts are used in the language that they are in.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example, skip_serializing_if_is_none)]
pub struct Writing {
    /// How descriptions address candidates, unless the user asks for another tone; absent in a request: `plain`. `warm` is personal (in German "du"), `formal`
    /// distant ("Sie").
    tone: Option<WritingTone>,
    /// How much descriptions say, unless the user asks for another length; absent in a request:
    /// `normal`. `short` has the position and its terms, `long` also
    /// an offer to answer questions.
    length: Option<WritingLength>,
    /// What the company says about itself. It stands after the opening of each description that the agent writes, but
    /// not in short ones.
    #[oai(validator(max_length = 1000))]
    about_company: Option<String>,
    /// The statement about equal opportunity. It stands at the end of each description that the agent writes.
    #[oai(validator(max_length = 500))]
    equal_opportunity_statement: Option<String>,
    /// Benefits of all positions. Each new session begins with them.
    #[oai(default, validator(max_items = 20, max_length = 200))]
    standing_benefits: Vec<String>,
}

/// How a description addresses candidates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum WritingTone {
    #[default]
    Plain,
    Warm,
    Formal,
}

/// How much a description says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum WritingLength {
    Short,
    #[default]
    Normal,
    Long,
}

impl From<WritingSettings> for Writing {
    fn from(settings: WritingSettings) -> Self {
        Self {
            tone: Some(match settings.tone {
                Tone::Plain => WritingTone::Plain,
                Tone::Warm => WritingTone::Warm,
                Tone::Formal => WritingTone::Formal,
            }),
            length: Some(match settings.length {
                Length::Short => WritingLength::Short,
                Length::Normal => WritingLength::Normal,
                Length::Long => WritingLength::Long,
            }),
            about_company: settings.about_company,
            equal_opportunity_statement: settings.equal_opportunity_statement,
            standing_benefits: settings.standing_benefits,
        }
    }
}

impl From<Writing> for WritingSettings {
    fn from(body: Writing) -> Self {
        Self {
            tone: match body.tone.unwrap_or_default() {
                WritingTone::Plain => Tone::Plain,
                WritingTone::Warm => Tone::Warm,
                WritingTone::Formal => Tone::Formal,
            },
            length: match body.length.unwrap_or_default() {
                WritingLength::Short => Length::Short,
                WritingLength::Normal => Length::Normal,
                WritingLength::Long => Length::Long,
            },
            about_company: body.about_company,
            equal_opportunity_statement: body.equal_opportunity_statement,
            standing_benefits: body.standing_benefits,
        }
    }
}

impl Example for Writing {
    fn example() -> Self {
        Self {
            tone: Some(WritingTone::Warm),
            length: Some(WritingLength::Normal),
            about_company: Some(
                "Papaya Trading brings fruit from 40 farms to the shops of Amman.".to_owned(),
            ),
            equal_opportunity_statement: Some("We welcome applications from everybody.".to_owned()),
            standing_benefits: vec!["30 days of holiday".to_owned()],
        }
    }
}
