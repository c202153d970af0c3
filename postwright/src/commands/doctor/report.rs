//! The findings about one model, as text.

use std::fmt;

/// What was found, in the order in which it is printed.
pub struct Report {
    model: String,
    findings: Vec<Finding>,
}

struct Finding {
    grade: Grade,
    what: &'static str,
    found: String,
    advice: Option<&'static str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Grade {
    Good,
    /// The model can be used, but something is worth knowing.
    Note,
    Bad,
}

impl Report {
    pub fn new(model: &str) -> Self {
        Self { model: model.to_owned(), findings: Vec::new() }
    }

    pub fn good(&mut self, what: &'static str, found: impl Into<String>) {
        self.add(Grade::Good, what, found.into(), None);
    }

    pub fn note(&mut self, what: &'static str, found: impl Into<String>, advice: &'static str) {
        self.add(Grade::Note, what, found.into(), Some(advice));
    }

    pub fn bad(&mut self, what: &'static str, found: impl Into<String>, advice: &'static str) {
        self.add(Grade::Bad, what, found.into(), Some(advice));
    }

    /// Can the model be used?
    pub fn is_good(&self) -> bool {
        self.findings.iter().all(|finding| finding.grade != Grade::Bad)
    }

    fn add(&mut self, grade: Grade, what: &'static str, found: String, advice: Option<&'static str>) {
        self.findings.push(Finding { grade, what, found, advice });
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{}", self.model)?;
        for Finding { grade, what, found, advice } in &self.findings {
            let grade = match grade {
                Grade::Good => "ok",
                Grade::Note => "note",
                Grade::Bad => "fail",
            };
            writeln!(out, "  {grade:<5}{what:<18}{found}")?;
            if let Some(advice) = advice {
                writeln!(out, "       {advice}")?;
            }
        }
        let can = if self.is_good() { "can" } else { "cannot" };
        write!(out, "The model {can} be used.")
    }
}
