//! The bodies of organizations.

use domain::organizations;
use job_post::Field;
use poem_openapi::types::Example;
use poem_openapi::{Enum, Object};
use uuid::Uuid;

use crate::examples::ORGANIZATION;

/// A company that hires, and what it demands of its job posts.
#[derive(Debug, Object)]
#[oai(example)]
pub struct Organization {
    id: Uuid,
    name: String,
    /// How long a session lives after its last turn or edit.
    #[oai(validator(minimum(value = "300"), maximum(value = "7776000")))]
    session_lifetime_seconds: i32,
    /// Fields that a post must have before it can be finalized, besides a title and one more.
    required_fields: Vec<String>,
    /// Codes of the findings of the compliance check that keep a post back; the others are warnings.
    blocking_rules: Vec<String>,
}

/// A field that may be required. A salary is an amount, be it the least or the most.
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
}

/// Each with its field.
const REQUIRED: [(RequiredField, Field, &str); 10] = [
    (RequiredField::Description, Field::Description, "description"),
    (RequiredField::Requirements, Field::Requirements, "requirements"),
    (RequiredField::Responsibilities, Field::Responsibilities, "responsibilities"),
    (RequiredField::Benefits, Field::Benefits, "benefits"),
    (RequiredField::Skills, Field::Skills, "skills"),
    (RequiredField::ExperienceLevel, Field::ExperienceLevel, "experience_level"),
    (RequiredField::Location, Field::Location, "location"),
    (RequiredField::WorkType, Field::WorkType, "work_type"),
    (RequiredField::Salary, Field::SalaryMin, "salary"),
    (RequiredField::Department, Field::Department, "department"),
];

/// What shall be otherwise; what is absent stays.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example)]
pub struct UpdateOrganizationRequest {
    #[oai(validator(min_length = 1, max_length = 200))]
    name: Option<String>,
    /// How long a session lives after its last turn or edit, from now on.
    #[oai(validator(minimum(value = "300"), maximum(value = "7776000")))]
    session_lifetime_seconds: Option<i32>,
    /// Fields that a post must have before it can be finalized, besides a title and one more.
    required_fields: Option<Vec<RequiredField>>,
    /// Codes of the findings of the compliance check that shall keep a post back.
    #[oai(validator(max_items = 20))]
    blocking_rules: Option<Vec<String>>,
}

impl From<organizations::Organization> for Organization {
    fn from(own: organizations::Organization) -> Self {
        let name =
            |field: &Field| REQUIRED.iter().find(|(_, known, _)| known == field).map(|(.., name)| *name);
        let required = own.policy.required.iter().filter_map(name);
        Self {
            id: own.id.0,
            name: own.name,
            session_lifetime_seconds: own.session_lifetime_seconds,
            required_fields: required.map(str::to_owned).collect(),
            blocking_rules: own.policy.blocking,
        }
    }
}

impl From<UpdateOrganizationRequest> for organizations::OrganizationChange {
    fn from(body: UpdateOrganizationRequest) -> Self {
        let field = |wanted: RequiredField| {
            REQUIRED.iter().find(|(known, ..)| *known == wanted).map(|(_, field, _)| *field)
        };
        Self {
            name: body.name,
            session_lifetime_seconds: body.session_lifetime_seconds,
            required_fields: body
                .required_fields
                .map(|fields| fields.into_iter().filter_map(field).collect()),
            blocking_rules: body.blocking_rules,
        }
    }
}

impl Example for Organization {
    fn example() -> Self {
        Self {
            id: ORGANIZATION,
            name: "Papaya Trading".to_owned(),
            session_lifetime_seconds: 24 * 60 * 60,
            required_fields: vec!["salary".to_owned()],
            blocking_rules: vec!["pay_not_stated".to_owned()],
        }
    }
}

impl Example for UpdateOrganizationRequest {
    fn example() -> Self {
        Self {
            name: Some("Papaya Trading".to_owned()),
            session_lifetime_seconds: Some(24 * 60 * 60),
            required_fields: Some(vec![RequiredField::Salary]),
            blocking_rules: Some(vec!["pay_not_stated".to_owned()]),
        }
    }
}
