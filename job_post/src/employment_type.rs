//! Employment types: full time, an internship and so on.

use crate::content::squeezed;

/// How somebody is employed. A post may offer several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmploymentType {
    FullTime,
    PartTime,
    /// For the employer, but not as an employee.
    Contract,
    /// Until a date or the end of a season.
    Temporary,
    Intern,
    Apprenticeship,
    Volunteer,
    /// By the day, as needed.
    PerDiem,
}

impl EmploymentType {
    pub const ALL: [Self; 8] = [
        Self::FullTime,
        Self::PartTime,
        Self::Contract,
        Self::Temporary,
        Self::Intern,
        Self::Apprenticeship,
        Self::Volunteer,
        Self::PerDiem,
    ];

    /// The wire name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FullTime => "full_time",
            Self::PartTime => "part_time",
            Self::Contract => "contract",
            Self::Temporary => "temporary",
            Self::Intern => "intern",
            Self::Apprenticeship => "apprenticeship",
            Self::Volunteer => "volunteer",
            Self::PerDiem => "per_diem",
        }
    }

    /// Google's value of `employmentType` (<https://developers.google.com/search/docs/appearance/structured-data/job-posting>).
    pub const fn in_json_ld(self) -> &'static str {
        match self {
            Self::FullTime => "FULL_TIME",
            Self::PartTime => "PART_TIME",
            Self::Contract => "CONTRACTOR",
            Self::Temporary => "TEMPORARY",
            Self::Intern => "INTERN",
            Self::Apprenticeship => "OTHER",
            Self::Volunteer => "VOLUNTEER",
            Self::PerDiem => "PER_DIEM",
        }
    }

    /// Reads a type from a short text, by the names that people and LLMs use.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match &*squeezed(text) {
            "fulltime" | "vollzeit" | "tempsplein" | "tiempocompleto" | "jornadacompleta"
            | "tempointegral" | "tempopieno" | "voltijd" | "fulltimebaan" | "pełnyetat" | "دوامكامل" => {
                Self::FullTime
            }
            "parttime" | "teilzeit" | "tempspartiel" | "tiempoparcial" | "mediajornada"
            | "jornadaparcial" | "tempoparcial" | "meioperíodo" | "deeltijd" | "niepełnyetat"
            | "częśćetatu" | "دوامجزئي" => Self::PartTime,
            "contract" | "contractor" | "freelance" | "freelancer" | "selfemployed" | "freiberuflich"
            | "autónomo" | "autônomo" | "zzp" => Self::Contract,
            "temporary" | "temp" | "seasonal" | "fixedterm" | "befristet" | "saisonal" | "aushilfe"
            | "cdd" | "intérim" | "saisonnier" | "temporal" | "temporário" | "temporaneo" | "tijdelijk"
            | "tymczasowa" | "مؤقت" => Self::Temporary,
            "intern" | "internship" | "praktikum" | "stage" | "stagiaire" | "prácticas" | "becario"
            | "estágio" | "tirocinio" | "staż" | "تدريب" => Self::Intern,
            "apprenticeship" | "apprentice" | "ausbildung" | "azubi" | "apprentissage" | "alternance"
            | "aprendizaje" | "apprendistato" | "leerbaan" => Self::Apprenticeship,
            "volunteer" | "voluntary" | "ehrenamt" | "ehrenamtlich" | "bénévole" | "bénévolat"
            | "voluntario" | "voluntário" | "volontario" | "vrijwilliger" | "wolontariat" | "تطوع" => {
                Self::Volunteer
            }
            "perdiem" | "oncall" | "casual" | "zerohours" | "abruf" | "vacataire" | "oproep" => Self::PerDiem,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_by_many_names() {
        for kind in EmploymentType::ALL {
            assert_eq!(EmploymentType::parse(kind.as_str()), Some(kind));
        }
        assert_eq!(EmploymentType::parse("Full-time"), Some(EmploymentType::FullTime));
        assert_eq!(EmploymentType::parse("FULL_TIME"), Some(EmploymentType::FullTime));
        assert_eq!(EmploymentType::parse("Teilzeit"), Some(EmploymentType::PartTime));
        assert_eq!(EmploymentType::parse("full of joy"), None);
    }
}
