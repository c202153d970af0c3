//! Job data in their wire format, and where each field is in them.

use job_post::{Content, Field};
use serde_json::Value;

/// The content as the job data of `/v1`: an unknown value is absent, an empty list stays.
#[must_use]
pub fn job_data(content: &Content) -> Value {
    let mut content = content.clone();
    for amount in [&mut content.salary.min, &mut content.salary.max].into_iter().flatten() {
        *amount = amount.normalize();
    }
    let mut data = serde_json::to_value(content).unwrap_or_default();
    drop_unknown(&mut data);
    data
}

fn drop_unknown(data: &mut Value) {
    let Value::Object(members) = data else { return };
    members.values_mut().for_each(drop_unknown);
    members.retain(|_, value| !value.is_null() && value.as_object().is_none_or(|object| !object.is_empty()));
}

/// The top-level member of the job data that contains the field, for example `salary`.
#[must_use]
pub fn member(field: Field) -> &'static str {
    pointer(field).split('/').nth(1).unwrap_or_default()
}

/// The field's JSON Pointer (RFC 6901) in the job data.
#[must_use]
pub fn pointer(field: Field) -> &'static str {
    match field {
        Field::Title => "/title",
        Field::Department => "/department",
        Field::ExperienceLevel => "/experience_level",
        Field::Location => "/location",
        Field::WorkType => "/work_type",
        Field::SalaryMin => "/salary/min",
        Field::SalaryMax => "/salary/max",
        Field::SalaryPeriod => "/salary/period",
        Field::Currency => "/salary/currency",
        Field::Skills => "/skills",
        Field::Description => "/description",
        Field::Requirements => "/requirements",
        Field::Responsibilities => "/responsibilities",
        Field::Benefits => "/benefits",
        Field::EmploymentTypes => "/employment_types",
        Field::ContractLength => "/contract_length",
        Field::WorkingHours => "/working_hours",
        Field::StartDate => "/start_date",
        Field::Openings => "/openings",
        Field::ApplyBy => "/apply_by",
        Field::HowToApply => "/how_to_apply",
        Field::Contact => "/contact",
        Field::Qualifications => "/qualifications",
        Field::Languages => "/languages",
        Field::AdditionalPay => "/additional_pay",
        Field::Travel => "/travel",
        Field::Relocation => "/relocation",
        Field::Notes => "/notes",
        Field::EnableAiInterview => "/enable_ai_interview",
        Field::IsFeatured => "/is_featured",
    }
}
