//! The fields of a job post, by the names that the LLM and the database use.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A field of a job post. Its wire name is in camelCase, as in the original service; the LLM sees it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    Title,
    Department,
    ExperienceLevel,
    Location,
    WorkType,
    SalaryMin,
    SalaryMax,
    SalaryPeriod,
    Currency,
    Skills,
    Description,
    Requirements,
    Responsibilities,
    Benefits,
    /// Full time, part time, an internship: see [`crate::EmploymentType`].
    EmploymentTypes,
    ContractLength,
    /// Hours and shifts.
    WorkingHours,
    /// In the user's words: "as soon as possible", "1 March".
    StartDate,
    /// How many people are hired.
    Openings,
    /// The last day of applications, in the user's words.
    ApplyBy,
    HowToApply,
    Contact,
    /// Degrees, certificates and licences.
    Qualifications,
    /// Languages with their level.
    Languages,
    /// Pay beside the base: bonuses, allowances, overtime.
    AdditionalPay,
    Travel,
    /// Visa and help with moving.
    Relocation,
    /// What was said and fits no other field. Nobody but the organization sees it.
    Notes,
    EnableAiInterview,
    IsFeatured,
}

/// The text does not name a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a field of a job post")]
pub struct UnknownField;

impl Field {
    pub const ALL: [Self; 30] = [
        Self::Title,
        Self::Department,
        Self::ExperienceLevel,
        Self::Location,
        Self::WorkType,
        Self::SalaryMin,
        Self::SalaryMax,
        Self::SalaryPeriod,
        Self::Currency,
        Self::Skills,
        Self::Description,
        Self::Requirements,
        Self::Responsibilities,
        Self::Benefits,
        Self::EmploymentTypes,
        Self::ContractLength,
        Self::WorkingHours,
        Self::StartDate,
        Self::Openings,
        Self::ApplyBy,
        Self::HowToApply,
        Self::Contact,
        Self::Qualifications,
        Self::Languages,
        Self::AdditionalPay,
        Self::Travel,
        Self::Relocation,
        Self::Notes,
        Self::EnableAiInterview,
        Self::IsFeatured,
    ];

    /// The wire name. It is stored and sent, so it must not change.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Department => "department",
            Self::ExperienceLevel => "experienceLevel",
            Self::Location => "location",
            Self::WorkType => "workType",
            Self::SalaryMin => "salaryMin",
            Self::SalaryMax => "salaryMax",
            Self::SalaryPeriod => "salaryPeriod",
            Self::Currency => "currency",
            Self::Skills => "skills",
            Self::Description => "description",
            Self::Requirements => "requirements",
            Self::Responsibilities => "responsibilities",
            Self::Benefits => "benefits",
            Self::EmploymentTypes => "employmentTypes",
            Self::ContractLength => "contractLength",
            Self::WorkingHours => "workingHours",
            Self::StartDate => "startDate",
            Self::Openings => "openings",
            Self::ApplyBy => "applyBy",
            Self::HowToApply => "howToApply",
            Self::Contact => "contact",
            Self::Qualifications => "qualifications",
            Self::Languages => "languages",
            Self::AdditionalPay => "additionalPay",
            Self::Travel => "travel",
            Self::Relocation => "relocation",
            Self::Notes => "notes",
            Self::EnableAiInterview => "enableAiInterview",
            Self::IsFeatured => "isFeatured",
        }
    }

    /// Does it hold several items?
    pub const fn is_list(self) -> bool {
        matches!(
            self,
            Self::Skills
                | Self::Requirements
                | Self::Responsibilities
                | Self::Benefits
                | Self::EmploymentTypes
                | Self::WorkingHours
                | Self::Qualifications
                | Self::Languages
                | Self::AdditionalPay
                | Self::Notes
        )
    }

    /// Is it true or false? Flags are false by default.
    pub const fn is_flag(self) -> bool {
        matches!(self, Self::EnableAiInterview | Self::IsFeatured)
    }

    /// Is it part of the pay?
    pub const fn is_pay(self) -> bool {
        matches!(self, Self::SalaryMin | Self::SalaryMax | Self::SalaryPeriod | Self::Currency)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Field {
    type Err = UnknownField;

    /// Reads the wire name and its variants: `salary_min`, `Salary Min`, `SALARYMIN`.
    fn from_str(name: &str) -> Result<Self, UnknownField> {
        let plain = |name: &str| -> String {
            name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        let wanted = plain(name);
        Self::ALL.into_iter().find(|field| plain(field.as_str()) == wanted).ok_or(UnknownField)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_reads_back_and_is_what_serde_writes() {
        for field in Field::ALL {
            assert_eq!(field.as_str().parse(), Ok(field));
            assert_eq!(serde_json::to_value(field).unwrap(), field.as_str());
        }
    }

    #[test]
    fn variants_of_a_name_are_read() {
        assert_eq!("salary_min".parse(), Ok(Field::SalaryMin));
        assert_eq!(" Experience Level ".parse(), Ok(Field::ExperienceLevel));
        assert_eq!("ENABLE_AI_INTERVIEW".parse(), Ok(Field::EnableAiInterview));
        assert_eq!("salary".parse::<Field>(), Err(UnknownField));
    }
}
