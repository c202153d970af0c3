//! The content of a job post in `/v1`: snake_case, lists as arrays, money as decimal strings.

use job_post::Content;
use poem_openapi::Object;
use poem_openapi::types::Example;

use super::words::{ExperienceLevel, SalaryPeriod, WorkType, word};

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
            json!({"requirements": [], "responsibilities": [], "benefits": [], "skills": [],
                "enable_ai_interview": false, "is_featured": false})
        );
        let salary = json!({"min": "1800.00", "currency": "JOD", "period": "month"});
        let content = json!({"title": "Baker", "salary": salary, "experience_level": "mid"});
        let data = JobData::from(serde_json::from_value::<Content>(content).unwrap()).to_json().unwrap();
        assert_eq!(data["salary"], json!({"min": "1800", "currency": "JOD", "period": "month"}));
        assert_eq!((&data["title"], &data["experience_level"]), (&json!("Baker"), &json!("mid")));
    }
}
