//! The merge patch of the job data.

use domain::events;
use job_post::{Field, Typed};
use poem_openapi::types::{Example, MaybeUndefined, ToJSON};
use poem_openapi::{Enum, Object};

use crate::problem::{FieldError, Problem};
use crate::types::{EmploymentType, ExperienceLevel, SalaryPeriod, WorkType};

/// A merge patch of the job data. Absent fields stay unchanged, null empties a field, a list replaces the previous list.
#[derive(Debug, Default, Object)]
#[oai(deny_unknown_fields, example)]
pub struct JobDataPatch {
    #[oai(nullable)]
    title: MaybeUndefined<String>,
    #[oai(nullable)]
    description: MaybeUndefined<String>,
    #[oai(nullable)]
    requirements: MaybeUndefined<Vec<String>>,
    #[oai(nullable)]
    responsibilities: MaybeUndefined<Vec<String>>,
    #[oai(nullable)]
    benefits: MaybeUndefined<Vec<String>>,
    #[oai(nullable)]
    skills: MaybeUndefined<Vec<String>>,
    #[oai(nullable)]
    experience_level: MaybeUndefined<ExperienceLevel>,
    #[oai(nullable)]
    location: MaybeUndefined<String>,
    #[oai(nullable)]
    work_type: MaybeUndefined<WorkType>,
    #[oai(nullable)]
    salary: MaybeUndefined<SalaryPatch>,
    #[oai(nullable)]
    department: MaybeUndefined<String>,
    #[oai(nullable)]
    employment_types: MaybeUndefined<Vec<EmploymentType>>,
    #[oai(nullable)]
    contract_length: MaybeUndefined<String>,
    #[oai(nullable)]
    working_hours: MaybeUndefined<Vec<String>>,
    #[oai(nullable)]
    start_date: MaybeUndefined<String>,
    #[oai(nullable, validator(minimum(value = "1"), maximum(value = "10000")))]
    openings: MaybeUndefined<i32>,
    #[oai(nullable)]
    apply_by: MaybeUndefined<String>,
    #[oai(nullable)]
    how_to_apply: MaybeUndefined<String>,
    #[oai(nullable)]
    contact: MaybeUndefined<String>,
    #[oai(nullable)]
    qualifications: MaybeUndefined<Vec<String>>,
    #[oai(nullable)]
    languages: MaybeUndefined<Vec<String>>,
    #[oai(nullable)]
    additional_pay: MaybeUndefined<Vec<String>>,
    #[oai(nullable)]
    travel: MaybeUndefined<String>,
    #[oai(nullable)]
    relocation: MaybeUndefined<String>,
    #[oai(nullable)]
    notes: MaybeUndefined<Vec<String>>,
    #[oai(nullable)]
    enable_ai_interview: MaybeUndefined<bool>,
    #[oai(nullable)]
    is_featured: MaybeUndefined<bool>,
    /// Fields to empty, for clients that cannot send null.
    #[oai(skip_serializing_if_is_none)]
    clear: Option<Vec<JobDataField>>,
}

/// A merge patch of the salary.
#[derive(Debug, Default, Object)]
#[oai(deny_unknown_fields, example)]
pub struct SalaryPatch {
    /// A decimal number with at most two digits after the point.
    #[oai(nullable)]
    min: MaybeUndefined<String>,
    /// A decimal number with at most two digits after the point.
    #[oai(nullable)]
    max: MaybeUndefined<String>,
    /// The ISO 4217 code.
    #[oai(nullable)]
    currency: MaybeUndefined<String>,
    #[oai(nullable)]
    period: MaybeUndefined<SalaryPeriod>,
}

/// A field of the job data. `salary` names all fields that begin with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum JobDataField {
    Title,
    Description,
    Requirements,
    Responsibilities,
    Benefits,
    Skills,
    ExperienceLevel,
    Location,
    WorkType,
    Salary,
    SalaryMin,
    SalaryMax,
    SalaryCurrency,
    SalaryPeriod,
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
    Notes,
    EnableAiInterview,
    IsFeatured,
}

impl JobDataField {
    /// The fields that it names.
    fn fields(self) -> Vec<Field> {
        match self {
            Self::Salary => Field::ALL.into_iter().filter(|field| field.is_pay()).collect(),
            one => {
                Field::ALL.into_iter().filter(|field| one.to_json() == Some(name(*field).into())).collect()
            }
        }
    }
}

/// A field's name as one word: `salary_min` for `/salary/min`.
fn name(field: Field) -> String {
    events::pointer(field).trim_start_matches('/').replace('/', "_")
}

impl JobDataPatch {
    /// The edits of single fields.
    ///
    /// # Errors
    /// 422 for a field that is both set and cleared.
    pub fn edits(self) -> Result<Vec<(Field, Typed)>, Problem> {
        let pay = match self.salary {
            MaybeUndefined::Undefined => SalaryPatch::default(),
            MaybeUndefined::Value(pay) => pay,
            MaybeUndefined::Null => SalaryPatch {
                min: MaybeUndefined::Null,
                max: MaybeUndefined::Null,
                currency: MaybeUndefined::Null,
                period: MaybeUndefined::Null,
            },
        };
        let flag = |on: bool| Typed::Text(on.to_string());
        let typed = [
            (Field::Title, self.title.map_value(Typed::Text)),
            (Field::Description, self.description.map_value(Typed::Text)),
            (Field::Requirements, self.requirements.map_value(Typed::Items)),
            (Field::Responsibilities, self.responsibilities.map_value(Typed::Items)),
            (Field::Benefits, self.benefits.map_value(Typed::Items)),
            (Field::Skills, self.skills.map_value(Typed::Items)),
            (Field::ExperienceLevel, self.experience_level.map_value(|level| Typed::Text(level.0.into()))),
            (Field::Location, self.location.map_value(Typed::Text)),
            (Field::WorkType, self.work_type.map_value(|kind| Typed::Text(kind.0.into()))),
            (Field::SalaryMin, pay.min.map_value(Typed::Text)),
            (Field::SalaryMax, pay.max.map_value(Typed::Text)),
            (Field::Currency, pay.currency.map_value(Typed::Text)),
            (Field::SalaryPeriod, pay.period.map_value(|period| Typed::Text(period.0.into()))),
            (Field::Department, self.department.map_value(Typed::Text)),
            (
                Field::EmploymentTypes,
                self.employment_types
                    .map_value(|kinds| Typed::Items(kinds.into_iter().map(|kind| kind.0.into()).collect())),
            ),
            (Field::ContractLength, self.contract_length.map_value(Typed::Text)),
            (Field::WorkingHours, self.working_hours.map_value(Typed::Items)),
            (Field::StartDate, self.start_date.map_value(Typed::Text)),
            (Field::Openings, self.openings.map_value(|openings| Typed::Text(openings.to_string()))),
            (Field::ApplyBy, self.apply_by.map_value(Typed::Text)),
            (Field::HowToApply, self.how_to_apply.map_value(Typed::Text)),
            (Field::Contact, self.contact.map_value(Typed::Text)),
            (Field::Qualifications, self.qualifications.map_value(Typed::Items)),
            (Field::Languages, self.languages.map_value(Typed::Items)),
            (Field::AdditionalPay, self.additional_pay.map_value(Typed::Items)),
            (Field::Travel, self.travel.map_value(Typed::Text)),
            (Field::Relocation, self.relocation.map_value(Typed::Text)),
            (Field::Notes, self.notes.map_value(Typed::Items)),
            (Field::EnableAiInterview, self.enable_ai_interview.map_value(flag)),
            (Field::IsFeatured, self.is_featured.map_value(flag)),
        ];
        let mut edits: Vec<_> = typed
            .into_iter()
            .filter_map(|(field, typed)| match typed {
                MaybeUndefined::Undefined => None,
                MaybeUndefined::Null => Some((field, Typed::Nothing)),
                MaybeUndefined::Value(typed) => Some((field, typed)),
            })
            .collect();
        for (place, field) in self.clear.into_iter().flatten().enumerate() {
            clear(&mut edits, field, place)?;
        }
        Ok(edits)
    }
}

fn clear(edits: &mut Vec<(Field, Typed)>, named: JobDataField, place: usize) -> Result<(), Problem> {
    for field in named.fields() {
        match edits.iter().find(|(known, _)| *known == field) {
            None => edits.push((field, Typed::Nothing)),
            Some((_, Typed::Nothing)) => {}
            Some(_) => {
                let error = FieldError::new(format!("/clear/{place}"), "is set in the same request");
                return Err(Problem::invalid(vec![error]));
            }
        }
    }
    Ok(())
}

impl Example for JobDataPatch {
    fn example() -> Self {
        Self {
            location: MaybeUndefined::Value("Irbid".to_owned()),
            skills: MaybeUndefined::Value(vec![".net".to_owned(), "SQL Server".to_owned()]),
            salary: MaybeUndefined::Value(SalaryPatch::example()),
            clear: Some(vec![JobDataField::Department]),
            ..Self::default()
        }
    }
}

impl Example for SalaryPatch {
    fn example() -> Self {
        Self { min: MaybeUndefined::Value("1900".to_owned()), max: MaybeUndefined::Null, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use poem_openapi::types::ParseFromJSON;
    use serde_json::{Value, json};

    use super::*;

    fn edits(patch: Value) -> Vec<(Field, Typed)> {
        JobDataPatch::parse_from_json(Some(patch)).unwrap().edits().unwrap()
    }

    #[test]
    fn absent_null_and_a_value_differ() {
        assert_eq!(edits(json!({})), []);
        assert_eq!(edits(json!({ "title": null })), [(Field::Title, Typed::Nothing)]);
        let pay = edits(json!({ "salary": { "min": "9", "period": null } }));
        assert_eq!(pay, [(Field::SalaryMin, Typed::Text("9".into())), (Field::SalaryPeriod, Typed::Nothing)]);
        assert_eq!(edits(json!({ "salary": null })).len(), 4);
        assert_eq!(
            edits(json!({ "is_featured": false })),
            [(Field::IsFeatured, Typed::Text("false".into()))]
        );
    }

    #[test]
    fn every_field_can_be_cleared() {
        let all: Vec<_> = Field::ALL.into_iter().map(name).collect();
        assert_eq!(edits(json!({ "clear": all })).len(), Field::ALL.len());
        assert_eq!(edits(json!({ "clear": ["salary", "salary_min"], "salary": null })).len(), 4);
        let both = json!({ "clear": ["title", "salary_min"], "salary": { "min": "9" } });
        let refused = JobDataPatch::parse_from_json(Some(both)).unwrap().edits().unwrap_err();
        assert_eq!(refused.errors[0].pointer, "/clear/1");
    }
}
