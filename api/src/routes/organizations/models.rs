//! Bodies of organizations.

use domain::erasure::organizations::Deletion;
use domain::{events, organizations};
use job_post::{Field, WritingSettings};
use poem_openapi::types::Example;
use poem_openapi::{Enum, Object};
use uuid::Uuid;

use super::writing::Writing;
use crate::examples::{ORGANIZATION, at};
use crate::types::{Language, LanguageCode, Timestamp};

/// An organization and its requirements for job posts.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct Organization {
    id: Uuid,
    name: String,
    /// How long a session lives after its last turn or edit, in seconds.
    #[oai(validator(minimum(value = "300"), maximum(value = "7776000")))]
    session_lifetime_seconds: i32,
    /// How many days an expired session can still be read and reopened, before it is deleted.
    #[oai(validator(minimum(value = "0"), maximum(value = "1096")))]
    session_retention_days: i32,
    /// Fields that a job post must have before it can be finalized, besides a title and one more field.
    required_fields: Vec<String>,
    /// Codes of compliance findings that prevent finalizing. All others are warnings.
    blocking_rules: Vec<String>,
    writing: Writing,
    /// Whether the agent's greeting says that it is an AI (EU AI Act, Article 50). Asked, it always says so.
    ai_disclosure: bool,
    /// Whether every member needs an authenticator app as a second factor. API keys need none.
    second_factor_required: bool,
    /// How many days entries of the audit log are kept.
    #[oai(validator(minimum(value = "30"), maximum(value = "3650")))]
    audit_retention_days: i32,
    /// In which time zone (IANA) the dashboard shows times. The API gives times in UTC.
    time_zone: String,
    /// The currency (ISO 4217) of pay that is stated without one, unless the place of work has another. Absent if there is none:
    /// then the agent asks.
    currency: Option<String>,
    /// The languages in which conversations begin. A session that names no `locale` begins in the first, and the dashboard
    /// offers them for a new conversation. Empty: such a session begins in English, and the dashboard's in the language of
    /// the person.
    languages: Vec<LanguageCode>,
    /// Present when an owner has requested the organization's deletion.
    deletion: Option<OrganizationDeletion>,
}

/// The requested deletion of an organization.
#[derive(Debug, Object)]
#[oai(example)]
pub struct OrganizationDeletion {
    requested_at: Timestamp,
    /// When the organization is deleted. Until then an owner can cancel.
    due_at: Timestamp,
}

impl From<Deletion> for OrganizationDeletion {
    fn from(deletion: Deletion) -> Self {
        Self { requested_at: deletion.requested_at.into(), due_at: deletion.due_at.into() }
    }
}

/// A field that can be required. `salary` requires a minimum or maximum amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum RequiredField {
    Description,
    Requirements,
    Responsibilities,
    Benefits,
    Skills,
    ExperienceLevel,
    Location,
    WorkType,
    Salary,
    Department,
    EmploymentTypes,
    ContractLength,
    WorkingHours,
    StartDate,
    Openings,
    ApplyBy,
    HowToApply,
    Contact,
    Qualifications,
    Languages,
    AdditionalPay,
    Travel,
    Relocation,
}

/// The field of each.
const REQUIRED: [(RequiredField, Field); 23] = [
    (RequiredField::Description, Field::Description),
    (RequiredField::Requirements, Field::Requirements),
    (RequiredField::Responsibilities, Field::Responsibilities),
    (RequiredField::Benefits, Field::Benefits),
    (RequiredField::Skills, Field::Skills),
    (RequiredField::ExperienceLevel, Field::ExperienceLevel),
    (RequiredField::Location, Field::Location),
    (RequiredField::WorkType, Field::WorkType),
    (RequiredField::Salary, Field::SalaryMin),
    (RequiredField::Department, Field::Department),
    (RequiredField::EmploymentTypes, Field::EmploymentTypes),
    (RequiredField::ContractLength, Field::ContractLength),
    (RequiredField::WorkingHours, Field::WorkingHours),
    (RequiredField::StartDate, Field::StartDate),
    (RequiredField::Openings, Field::Openings),
    (RequiredField::ApplyBy, Field::ApplyBy),
    (RequiredField::HowToApply, Field::HowToApply),
    (RequiredField::Contact, Field::Contact),
    (RequiredField::Qualifications, Field::Qualifications),
    (RequiredField::Languages, Field::Languages),
    (RequiredField::AdditionalPay, Field::AdditionalPay),
    (RequiredField::Travel, Field::Travel),
    (RequiredField::Relocation, Field::Relocation),
];

/// Changes of the organization. Absent fields stay unchanged.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example, skip_serializing_if_is_none)]
pub struct UpdateOrganizationRequest {
    #[oai(validator(min_length = 1, max_length = 200))]
    name: Option<String>,
    /// How long a session lives after its last turn or edit, in seconds. A session gets the new lifetime with its next
    /// turn or edit.
    #[oai(validator(minimum(value = "300"), maximum(value = "7776000")))]
    session_lifetime_seconds: Option<i32>,
    /// How many days an expired session can still be read and reopened, before it is deleted. A lower number also deletes
    /// sessions that expired longer ago.
    #[oai(validator(minimum(value = "0"), maximum(value = "1096")))]
    session_retention_days: Option<i32>,
    /// Fields that a job post must have before it can be finalized, besides a title and one more field.
    #[oai(validator(max_items = 23))]
    required_fields: Option<Vec<RequiredField>>,
    /// Codes of compliance findings that prevent finalizing.
    #[oai(validator(max_items = 20))]
    blocking_rules: Option<Vec<String>>,
    /// Replaces all of the settings for writing. Descriptions that are in posts stay as they are.
    writing: Option<Writing>,
    /// Whether the agent's greeting says that it is an AI.
    ai_disclosure: Option<bool>,
    /// Whether every member needs an authenticator app as a second factor. Only an owner changes this.
    second_factor_required: Option<bool>,
    /// How many days entries of the audit log are kept. A lower number deletes older entries within an hour. Only an owner lowers
    /// it.
    #[oai(validator(minimum(value = "30"), maximum(value = "3650")))]
    audit_retention_days: Option<i32>,
    /// In which time zone the dashboard shows times: a name of the IANA time zone database, such as `Europe/Berlin`.
    #[oai(validator(min_length = 1, max_length = 64))]
    time_zone: Option<String>,
    /// The currency (ISO 4217) of pay that is stated without one, such as `EUR`; an empty text for none. It applies to turns from
    /// now on.
    #[oai(validator(max_length = 3))]
    currency: Option<String>,
    /// The languages in which conversations begin, the usual one first; none for any. Sessions that exist keep theirs.
    #[oai(validator(max_items = 9))]
    languages: Option<Vec<Language>>,
}

impl From<(organizations::Organization, Option<Deletion>)> for Organization {
    fn from((own, deletion): (organizations::Organization, Option<Deletion>)) -> Self {
        let currency = own.policy.currency;
        let required = own.policy.required.iter().map(|field| events::member(*field).to_owned());
        Self {
            id: own.id.0,
            name: own.name,
            session_lifetime_seconds: own.session_lifetime_seconds,
            session_retention_days: own.session_retention_days,
            required_fields: required.collect(),
            blocking_rules: own.policy.blocking,
            writing: own.policy.writing.into(),
            ai_disclosure: own.ai_disclosure,
            second_factor_required: own.second_factor_required,
            audit_retention_days: own.audit_retention_days,
            time_zone: own.time_zone,
            currency: currency.map(|currency| currency.code().to_owned()),
            languages: own.languages.into_iter().map(LanguageCode::from).collect(),
            deletion: deletion.map(OrganizationDeletion::from),
        }
    }
}

impl From<UpdateOrganizationRequest> for organizations::OrganizationChange {
    fn from(body: UpdateOrganizationRequest) -> Self {
        let field = |required: RequiredField| {
            REQUIRED.iter().find(|(known, _)| *known == required).map(|(_, field)| *field)
        };
        Self {
            name: body.name,
            session_lifetime_seconds: body.session_lifetime_seconds,
            session_retention_days: body.session_retention_days,
            required_fields: body
                .required_fields
                .map(|fields| fields.into_iter().filter_map(field).collect()),
            blocking_rules: body.blocking_rules,
            writing: body.writing.map(WritingSettings::from),
            ai_disclosure: body.ai_disclosure,
            second_factor_required: body.second_factor_required,
            audit_retention_days: body.audit_retention_days,
            time_zone: body.time_zone,
            currency: body.currency,
            languages: body.languages.map(|all| all.into_iter().map(Language::into).collect()),
        }
    }
}

impl Example for Organization {
    fn example() -> Self {
        Self {
            id: ORGANIZATION,
            name: "Papaya Trading".to_owned(),
            session_lifetime_seconds: 24 * 60 * 60,
            session_retention_days: 30,
            required_fields: vec!["salary".to_owned()],
            blocking_rules: vec!["pay_not_stated".to_owned()],
            writing: Writing::example(),
            ai_disclosure: true,
            second_factor_required: false,
            audit_retention_days: 365,
            time_zone: "Europe/Berlin".to_owned(),
            currency: Some("EUR".to_owned()),
            languages: vec![LanguageCode("de".into()), LanguageCode("en".into())],
            deletion: None,
        }
    }
}

impl Example for OrganizationDeletion {
    fn example() -> Self {
        Self { requested_at: at(0), due_at: at(7 * 24 * 60) }
    }
}

impl Example for UpdateOrganizationRequest {
    fn example() -> Self {
        Self {
            name: Some("Papaya Trading".to_owned()),
            session_lifetime_seconds: Some(24 * 60 * 60),
            session_retention_days: Some(30),
            required_fields: Some(vec![RequiredField::Salary]),
            blocking_rules: Some(vec!["pay_not_stated".to_owned()]),
            writing: Some(Writing::example()),
            ai_disclosure: Some(true),
            second_factor_required: None,
            audit_retention_days: Some(365),
            time_zone: Some("Europe/Berlin".to_owned()),
            currency: Some("EUR".to_owned()),
            languages: Some(vec![Language::German, Language::English]),
        }
    }
}
