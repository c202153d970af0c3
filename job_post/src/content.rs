//! The content of a job post, without its evidence.

use iso_currency::Currency;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::field::Field;

/// The fields of a job post. An unknown text is `None`, an unknown list is empty.
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
    /// In canonical form, see [`EmploymentType`].
    pub employment_types: Vec<String>,
    pub contract_length: Option<String>,
    /// Hours and shifts, one statement an item.
    pub working_hours: Vec<String>,
    pub start_date: Option<String>,
    pub openings: Option<u32>,
    pub apply_by: Option<String>,
    pub how_to_apply: Option<String>,
    pub contact: Option<String>,
    pub qualifications: Vec<String>,
    pub languages: Vec<String>,
    pub additional_pay: Vec<String>,
    pub travel: Option<String>,
    pub relocation: Option<String>,
    pub notes: Vec<String>,
    pub enable_ai_interview: bool,
    pub is_featured: bool,
}

/// The pay: amounts in major units of `currency`, for one `period`.
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

/// Declares how fields of one kind are reached, for reading and for writing; other fields are `None`.
macro_rules! fields_of_kind {
    ($get:ident, $get_mut:ident: $kind:ty { $($field:ident => $member:ident),+ $(,)? }) => {
        pub(crate) fn $get(&self, field: Field) -> Option<&$kind> {
            match field {
                $(Field::$field => Some(&self.$member),)+
                _ => None,
            }
        }

        pub(crate) fn $get_mut(&mut self, field: Field) -> Option<&mut $kind> {
            match field {
                $(Field::$field => Some(&mut self.$member),)+
                _ => None,
            }
        }
    };
}

impl Content {
    fields_of_kind!(text, text_mut: Option<String> {
        Title => title,
        Department => department,
        Location => location,
        Description => description,
        ContractLength => contract_length,
        StartDate => start_date,
        ApplyBy => apply_by,
        HowToApply => how_to_apply,
        Contact => contact,
        Travel => travel,
        Relocation => relocation,
    });

    fields_of_kind!(list, list_mut: Vec<String> {
        Skills => skills,
        Requirements => requirements,
        Responsibilities => responsibilities,
        Benefits => benefits,
        EmploymentTypes => employment_types,
        WorkingHours => working_hours,
        Qualifications => qualifications,
        Languages => languages,
        AdditionalPay => additional_pay,
        Notes => notes,
    });

    fields_of_kind!(flag, flag_mut: bool {
        EnableAiInterview => enable_ai_interview,
        IsFeatured => is_featured,
    });

    /// The content for formats that have only the fields of the original service: what their lists held before other fields
    /// took it stays in them.
    #[must_use]
    pub fn in_original_fields(&self) -> Self {
        let with = |own: &[String], more: &[String]| [own, more].concat();
        Self {
            skills: with(&self.skills, &self.languages),
            requirements: with(&self.requirements, &self.qualifications),
            benefits: with(&self.benefits, &self.additional_pay),
            ..self.clone()
        }
    }

    /// Does no field hold a value?
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Letters and digits only, in lower case: "MID_LEVEL", "mid-level" and "Mid level" are one.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl ExperienceLevel {
    pub const ALL: [Self; 7] =
        [Self::Entry, Self::Junior, Self::Mid, Self::Senior, Self::Lead, Self::Principal, Self::Executive];

    /// The wire name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Junior => "junior",
            Self::Mid => "mid",
            Self::Senior => "senior",
            Self::Lead => "lead",
            Self::Principal => "principal",
            Self::Executive => "executive",
        }
    }

    /// Reads a level from a short text, by the names that people and LLMs use.
    pub fn parse(text: &str) -> Option<Self> {
        let name = squeezed(text);
        let name =
            name.strip_suffix("level").filter(|rest| !rest.is_empty() && *rest != "c").unwrap_or(&name);
        Some(match name {
            "entry" | "graduate" | "trainee" | "intern" | "internship" | "apprentice" | "beginner"
            | "starter" | "berufseinsteiger" | "einsteiger" | "praktikant" | "azubi" | "débutant"
            | "débutante" | "sansexpérience" | "principiante" | "sinexperiencia" | "مبتدئ" | "مبتدئة" => {
                Self::Entry
            }
            "junior" | "júnior" | "jr" | "associate" => Self::Junior,
            "mid"
            | "middle"
            | "midsenior"
            | "intermediate"
            | "medior"
            | "regular"
            | "experienced"
            | "berufserfahren"
            | "confirmé"
            | "confirmée"
            | "intermédiaire"
            | "intermedio"
            | "conexperiencia"
            | "متوسط"
            | "متوسطالخبرة" => Self::Mid,
            "senior" | "sr" | "sénior" | "expert" | "experte" | "experto" | "experta" | "كبير" | "خبير"
            | "خبيرة" => Self::Senior,
            "lead" | "leader" | "teamlead" | "teamleader" | "techlead" | "leitung" | "leiter"
            | "teamleiter" | "responsable" | "chefd'équipe" | "jefe" | "jefa" | "قائد" | "قائدفريق"
            | "manager" | "management" | "head" | "supervisor" => Self::Lead,
            "principal" | "staff" | "distinguished" | "architect" => Self::Principal,
            "executive" | "exec" | "director" | "vp" | "clevel" | "chief" | "geschäftsführer"
            | "direktor" | "directeur" | "directrice" | "directora" => Self::Executive,
            _ => return None,
        })
    }
}

impl WorkType {
    pub const ALL: [Self; 3] = [Self::Onsite, Self::Remote, Self::Hybrid];

    /// The wire name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Onsite => "onsite",
            Self::Remote => "remote",
            Self::Hybrid => "hybrid",
        }
    }

    /// Reads a work type from a short text, by the names that people and LLMs use.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match &*squeezed(text) {
            "onsite" | "onlocation" | "office" | "inoffice" | "inperson" | "vorort" | "präsenz"
            | "imbüro" | "büro" | "surplace" | "sursite" | "aubureau" | "présentiel" | "presencial"
            | "حضوري" | "فيالمكتب" => Self::Onsite,
            "remote" | "fullyremote" | "fullremote" | "100remote" | "remotely" | "homeoffice"
            | "workfromhome" | "wfh" | "telework" | "télétravail" | "àdistance" | "teletrabajo"
            | "remoto" | "adistancia" | "عنبعد" => Self::Remote,
            "hybrid" | "hybride" | "híbrido" | "híbrida" | "hibrido" | "partlyremote" | "partialremote"
            | "teilweiseremote" | "هجين" => Self::Hybrid,
            _ => return None,
        })
    }
}

impl SalaryPeriod {
    pub const ALL: [Self; 5] = [Self::Hour, Self::Day, Self::Week, Self::Month, Self::Year];

    /// The wire name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// Reads a period from a short text: "yearly", "per month", "h".
    pub fn parse(text: &str) -> Option<Self> {
        let name = squeezed(text);
        let name = name.strip_prefix("per").filter(|rest| !rest.is_empty()).unwrap_or(&name);
        Some(match name {
            "hour" | "hourly" | "h" | "hr" | "stunde" | "anhour" | "heure" | "horaire" | "hora" | "ساعة" => {
                Self::Hour
            }
            "day" | "daily" | "tag" | "aday" | "jour" | "día" | "يوم" => Self::Day,
            "week" | "weekly" | "woche" | "aweek" | "semaine" | "semana" | "أسبوع" => Self::Week,
            "month" | "monthly" | "monat" | "monatlich" | "mo" | "amonth" | "mois" | "mensuel" | "mes"
            | "mensual" | "شهر" | "شهريا" => Self::Month,
            "year" | "yearly" | "annual" | "annually" | "annum" | "pa" | "yr" | "jahr" | "jährlich"
            | "ayear" | "an" | "annuel" | "año" | "anual" | "سنة" | "سنويا" => Self::Year,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_by_many_names() {
        for (text, level) in [
            ("mid-level", ExperienceLevel::Mid),
            ("MID_LEVEL", ExperienceLevel::Mid),
            ("Senior", ExperienceLevel::Senior),
            ("Sr.", ExperienceLevel::Senior),
            ("entry level", ExperienceLevel::Entry),
            ("C-level", ExperienceLevel::Executive),
            ("Staff", ExperienceLevel::Principal),
        ] {
            assert_eq!(ExperienceLevel::parse(text), Some(level), "{text}");
        }
        assert_eq!(ExperienceLevel::parse("purple"), None);
        assert_eq!(ExperienceLevel::parse(""), None);
    }

    #[test]
    fn work_types_and_periods_by_many_names() {
        assert_eq!(WorkType::parse("on site"), Some(WorkType::Onsite));
        assert_eq!(WorkType::parse("ON-SITE"), Some(WorkType::Onsite));
        assert_eq!(WorkType::parse("home office"), Some(WorkType::Remote));
        assert_eq!(WorkType::parse("Hybrid"), Some(WorkType::Hybrid));
        assert_eq!(WorkType::parse("remote sensing"), None);
        assert_eq!(SalaryPeriod::parse("per annum"), Some(SalaryPeriod::Year));
        assert_eq!(SalaryPeriod::parse("Monthly"), Some(SalaryPeriod::Month));
        assert_eq!(SalaryPeriod::parse("now and then"), None);
    }

    #[test]
    fn names_are_what_serde_writes() {
        for level in ExperienceLevel::ALL {
            assert_eq!(serde_json::to_value(level).unwrap(), level.as_str());
            assert_eq!(ExperienceLevel::parse(level.as_str()), Some(level));
        }
        for kind in WorkType::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
        for period in SalaryPeriod::ALL {
            assert_eq!(serde_json::to_value(period).unwrap(), period.as_str());
        }
    }
}
