//! The names of a job post's fields, as the model and the database write them.

use serde::{Deserialize, Serialize};

/// One field of a job post. Its wire name is the camelCase one of the original service, which the model also sees.
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
    EnableAiInterview,
    IsFeatured,
}
