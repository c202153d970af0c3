//! Bodies of the compliance check.

use chrono::{DateTime, Utc};
use domain::events;
use job_post::{Content, Policy, compliance};
use poem_openapi::Object;
use poem_openapi::types::Example;

use crate::examples::at;
use crate::types::{Severity, Timestamp};

/// The findings of the compliance check.
#[derive(Debug, Object)]
#[oai(example)]
pub struct ComplianceReport {
    /// The time whose laws were applied.
    checked_at: Timestamp,
    findings: Vec<ComplianceFinding>,
}

/// A finding of the compliance check.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct ComplianceFinding {
    /// `blocker` when the organization's settings forbid finalizing a job post with this finding, else `warning`.
    severity: Severity,
    /// The rule, for programs; stable: `pay_not_stated`, `gendered_wording`, `gender_coded_wording`, `age_coded_wording`,
    /// `language_by_birth`, `equal_opportunity_not_stated`, `country_not_stated`. More may be added.
    code: String,
    /// The field of the job data.
    field: String,
    /// The words found in the field. Absent when something is missing.
    words: Option<String>,
    /// The remedy, for people.
    advice: String,
    /// The law or study behind the rule.
    source: String,
}

impl ComplianceReport {
    pub fn of(content: &Content, policy: &Policy, now: DateTime<Utc>) -> Self {
        let findings = compliance::check(content, now.date_naive()).into_iter();
        let findings = findings.map(|finding| ComplianceFinding::of(finding, policy)).collect();
        Self { checked_at: now.into(), findings }
    }
}

impl ComplianceFinding {
    fn of(finding: compliance::Finding, policy: &Policy) -> Self {
        let severity = if policy.blocks(&finding) { "blocker" } else { "warning" };
        Self {
            severity: Severity(severity.into()),
            code: finding.code.to_owned(),
            field: events::member(finding.field).to_owned(),
            advice: finding.advice_with_example(),
            words: finding.words,
            source: finding.source.to_owned(),
        }
    }
}

impl Example for ComplianceReport {
    fn example() -> Self {
        Self { checked_at: at(15), findings: vec![ComplianceFinding::example()] }
    }
}

impl Example for ComplianceFinding {
    fn example() -> Self {
        Self {
            severity: Severity("warning".into()),
            code: "age_coded_wording".to_owned(),
            field: "description".to_owned(),
            words: Some("young".to_owned()),
            advice: "Leave age out; say which skills are needed.".to_owned(),
            source: "29 CFR § 1625.4(a); Directive 2000/78/EC, Article 2; AGG § 11".to_owned(),
        }
    }
}
