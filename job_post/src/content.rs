//! The content of a job post: what is published, without where it came from.

use iso_currency::Currency;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What a job post says. Unknown text is `None`, unknown lists are empty; nothing here is ever invented.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    pub title: Option<String>,
    pub description: Option<String>,
    pub requirements: Vec<String>,
    pub responsibilities: Vec<String>,
    pub benefits: Vec<String>,
    pub skills: Vec<String>,
    pub experience_level: Option<ExperienceLevel>,
    pub location: Option<String>,
    pub work_type: Option<WorkType>,
    pub salary: Salary,
    pub department: Option<String>,
    pub enable_ai_interview: bool,
    pub is_featured: bool,
}

/// Pay as the user gave it: amounts in major units of `currency`, for one `period`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Salary {
    #[serde(with = "rust_decimal::serde::str_option")]
    pub min: Option<Decimal>,
    #[serde(with = "rust_decimal::serde::str_option")]
    pub max: Option<Decimal>,
    pub currency: Option<Currency>,
    pub period: Option<SalaryPeriod>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExperienceLevel {
    Entry,
    Junior,
    Mid,
    Senior,
    Lead,
    Principal,
    Executive,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkType {
    Onsite,
    Remote,
    Hybrid,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SalaryPeriod {
    Hour,
    Day,
    Week,
    Month,
    Year,
}
