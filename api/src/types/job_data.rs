//! The content of a job post in `/v1`: snake_case, lists as arrays, money as decimal strings.

use job_post::Content;
use poem_openapi::Object;
use poem_openapi::types::Example;

use super::words::{EmploymentType, ExperienceLevel, SalaryPeriod, WorkType, word};

/// The content of a job post. Unknown fields are absent, unknown lists are empty.
#[derive(Clone, Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct JobData {
    title: Option<String>,
    description: Option<String>,
    requirements: Vec<String>,
    responsibilities: Vec<String>,
    benefits: Vec<String>,
    skills: Vec<String>,
    experience_level: Option<ExperienceLevel>,
    location: Option<String>,
    work_type: Option<WorkType>,
    salary: Option<Salary>,
    department: Option<String>,
    /// How the person is employed; a post may offer several types.
    employment_types: Vec<EmploymentType>,
    /// How long the contract runs, in words: `12 months`, `permanent`.
    contract_length: Option<String>,
    /// Hours and shifts.
    working_hours: Vec<String>,
    /// When the work begins, in words: `as soon as possible`.
    start_date: Option<String>,
    /// How many people are hired, from 1 to 10,000.
    #[oai(validator(minimum(value = "1"), maximum(value = "10000")))]
    openings: Option<i32>,
    /// The last day for applications, in words: `15 December`.
    apply_by: Option<String>,
    /// How to apply: an address, a link or a phone number.
    how_to_apply: Option<String>,
    /// The contact for questions: a name, an e-mail address or a phone number.
    contact: Option<String>,
    /// Degrees, certificates and licences.
    qualifications: Vec<String>,
    /// Languages that the person needs, with the level if it was stated: `English B2`.
    languages: Vec<String>,
    /// Pay beside the salary: bonuses, allowances, overtime.
    additional_pay: Vec<String>,
    /// How much the person travels, in words: `up to 20 %`.
    travel: Option<String>,
    /// Visa sponsorship and help with moving, in words.
    relocation: Option<String>,
    /// Statements that fit no other field. The exports of a job post and deliveries to a publication target leave them out.
    notes: Vec<String>,
    enable_ai_interview: bool,
    is_featured: bool,
}

/// The salary for one period, in major units of the currency.
#[derive(Clone, Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct Salary {
    /// A decimal number.
    min: Option<String>,
    /// A decimal number.
    max: Option<String>,
    /// The ISO 4217 code.
    currency: Option<String>,
    period: Option<SalaryPeriod>,
}

impl From<Content> for JobData {
    fn from(content: Content) -> Self {
        Self {
            title: content.title,
            description: content.description,
            requirements: content.requirements,
            responsibilities: content.responsibilities,
            benefits: content.benefits,
            skills: content.skills,
            experience_level: content.experience_level.map(|level| ExperienceLevel(word(&level))),
            location: content.location,
            work_type: content.work_type.map(|kind| WorkType(word(&kind))),
            salary: Salary::of(&content.salary),
            department: content.department,
            employment_types: content
                .employment_types
                .into_iter()
                .map(|kind| EmploymentType(kind.into()))
                .collect(),
            contract_length: content.contract_length,
            working_hours: content.working_hours,
            start_date: content.start_date,
            openings: content.openings.and_then(|openings| i32::try_from(openings).ok()),
            apply_by: content.apply_by,
            how_to_apply: content.how_to_apply,
            contact: content.contact,
            qualifications: content.qualifications,
            languages: content.languages,
            additional_pay: content.additional_pay,
            travel: content.travel,
            relocation: content.relocation,
            notes: content.notes,
            enable_ai_interview: content.enable_ai_interview,
            is_featured: content.is_featured,
        }
    }
}

impl JobData {
    /// None when the content is empty.
    pub fn unless_empty(content: Content) -> Option<Self> {
        (!content.is_empty()).then(|| content.into())
    }
}

impl Salary {
    /// None when nothing about the salary is known.
    fn of(salary: &job_post::Salary) -> Option<Self> {
        (*salary != job_post::Salary::default()).then(|| Self {
            min: salary.min.map(|amount| amount.normalize().to_string()),
            max: salary.max.map(|amount| amount.normalize().to_string()),
            currency: salary.currency.map(|currency| currency.code().to_owned()),
            period: salary.period.map(|period| SalaryPeriod(word(&period))),
        })
    }
}

impl Example for JobData {
    fn example() -> Self {
        Self {
            title: Some(".Net Developer Full Stack".to_owned()),
            description: None,
            requirements: vec!["5+ years experience".to_owned()],
            responsibilities: Vec::new(),
            benefits: Vec::new(),
            skills: vec![".net".to_owned()],
            experience_level: Some(ExperienceLevel("senior".into())),
            location: Some("Amman".to_owned()),
            work_type: Some(WorkType("hybrid".into())),
            salary: Some(Salary::example()),
            department: None,
            employment_types: vec![EmploymentType("full_time".into())],
            contract_length: None,
            working_hours: vec!["40 hours a week".to_owned()],
            start_date: Some("1 March".to_owned()),
            openings: Some(2),
            apply_by: None,
            how_to_apply: None,
            contact: None,
            qualifications: Vec::new(),
            languages: vec!["English B2".to_owned()],
            additional_pay: Vec::new(),
            travel: None,
            relocation: None,
            notes: Vec::new(),
            enable_ai_interview: false,
            is_featured: false,
        }
    }
}

impl Example for Salary {
    fn example() -> Self {
        Self {
            min: Some("1800".to_owned()),
            max: Some("2400".to_owned()),
            currency: Some("JOD".to_owned()),
            period: Some(SalaryPeriod("month".into())),
        }
    }
}

#[cfg(test)]
mod tests {
    use poem_openapi::types::ToJSON;
    use serde_json::json;

    use super::*;

    #[test]
    fn unknown_fields_are_absent_and_money_is_text() {
        let empty = JobData::from(Content::default()).to_json().unwrap();
        assert_eq!(
            empty,
            json!({"requirements": [], "responsibilities": [], "benefits": [], "skills": [], "employment_types": [],
                "working_hours": [], "qualifications": [], "languages": [], "additional_pay": [], "notes": [],
                "enable_ai_interview": false, "is_featured": false})
        );
        let salary = json!({"min": "1800.00", "currency": "JOD", "period": "month"});
        let content = json!({"title": "Baker", "salary": salary, "experience_level": "mid"});
        let data = JobData::from(serde_json::from_value::<Content>(content).unwrap()).to_json().unwrap();
        assert_eq!(data["salary"], json!({"min": "1800", "currency": "JOD", "period": "month"}));
        assert_eq!((&data["title"], &data["experience_level"]), (&json!("Baker"), &json!("mid")));
    }
}
