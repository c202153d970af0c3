//! The text lines of a job post.

use postwright_client::types::{JobData, Salary};

/// The fields that are filled.
pub fn lines(data: &JobData) -> Vec<String> {
    let mut lines = Vec::new();
    let salary = data.salary.as_ref().map(pay);
    for (name, value) in [
        ("Title", &data.title),
        ("Level", &data.experience_level),
        ("Place", &data.location),
        ("Work", &data.work_type),
        ("Department", &data.department),
        ("Salary", &salary),
        ("Contract", &data.contract_length),
        ("Start", &data.start_date),
        ("Travel", &data.travel),
        ("Visa and relocation", &data.relocation),
        ("Apply by", &data.apply_by),
        ("How to apply", &data.how_to_apply),
        ("Contact", &data.contact),
        ("Description", &data.description),
    ] {
        lines.extend(value.iter().map(|value| clean(&format!("{name}: {value}"))));
    }
    lines.extend(data.openings.map(|openings| format!("Openings: {openings}")));
    for (name, items) in [
        ("Employment", &data.employment_types),
        ("Hours", &data.working_hours),
        ("Skills", &data.skills),
        ("Languages", &data.languages),
    ] {
        if !items.is_empty() {
            lines.push(clean(&format!("{name}: {}", items.join(", "))));
        }
    }
    for (name, items) in [
        ("Requirements", &data.requirements),
        ("Responsibilities", &data.responsibilities),
        ("Qualifications", &data.qualifications),
        ("Benefits", &data.benefits),
        ("Additional pay", &data.additional_pay),
        ("Notes, not published", &data.notes),
    ] {
        if !items.is_empty() {
            lines.push(format!("{name}:"));
            lines.extend(items.iter().map(|item| clean(&format!("  - {item}"))));
        }
    }
    if lines.is_empty() {
        lines.push("(nothing yet)".into());
    }
    lines
}

fn pay(salary: &Salary) -> String {
    let range = match (&salary.min, &salary.max) {
        (Some(min), Some(max)) if min != max => format!("{min} to {max}"),
        (Some(min), _) => min.clone(),
        (None, max) => format!("up to {}", max.as_deref().unwrap_or("?")),
    };
    let per = salary.period.iter().map(|period| format!("a {period}"));
    let parts: Vec<_> = std::iter::once(range).chain(salary.currency.clone()).chain(per).collect();
    parts.join(" ")
}

/// Removes control characters, which a terminal would interpret.
pub fn clean(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control() || *letter == '\n').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_contain_no_control_characters() {
        let data = serde_json::json!({
            "title": "Cook\u{1b}[2J", "salary": {"min": "1800", "max": "2400", "currency": "JOD", "period": "month"},
            "skills": ["rice"], "requirements": ["knives"], "responsibilities": [], "benefits": [],
            "employment_types": ["full_time"], "working_hours": [], "qualifications": [], "languages": [],
            "additional_pay": [], "notes": ["urgent"], "openings": 2,
            "enable_ai_interview": false, "is_featured": false,
        });
        let data: JobData = serde_json::from_value(data).unwrap_or_else(|error| panic!("{error}"));
        let expected = [
            "Title: Cook[2J",
            "Salary: 1800 to 2400 JOD a month",
            "Openings: 2",
            "Employment: full_time",
            "Skills: rice",
            "Requirements:",
            "  - knives",
            "Notes, not published:",
            "  - urgent",
        ];
        assert_eq!(lines(&data), expected);
    }
}
