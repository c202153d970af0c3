//! Job data as they are on the wire, for patches between two states of them.

use job_post::{Content, Field};
use serde_json::Value;

/// A post's content as `/v1` writes it: what nobody said is absent, or an empty list.
#[must_use]
pub fn job_data(content: &Content) -> Value {
    let mut content = content.clone();
    for amount in [&mut content.salary.min, &mut content.salary.max].into_iter().flatten() {
        *amount = amount.normalize();
    }
    let mut data = serde_json::to_value(content).unwrap_or_default();
    drop_unsaid(&mut data);
    data
}

fn drop_unsaid(data: &mut Value) {
    let Value::Object(members) = data else { return };
    members.values_mut().for_each(drop_unsaid);
    members.retain(|_, value| !value.is_null() && value.as_object().is_none_or(|object| !object.is_empty()));
}

/// The member of job data that has the field: `salary` for all of the pay.
#[must_use]
pub fn member(field: Field) -> &'static str {
    pointer(field).split('/').nth(1).unwrap_or_default()
}

/// Where a field is in job data: a JSON Pointer (RFC 6901).
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
        Field::EnableAiInterview => "/enable_ai_interview",
        Field::IsFeatured => "/is_featured",
    }
}
