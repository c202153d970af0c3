//! Random posts: any field may be missing or hold any text.

use iso_currency::Currency;
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::exports::Posting;
use crate::{Content, EmploymentType, ExperienceLevel, Salary, SalaryPeriod, WorkType};

pub struct Post {
    pub company_name: String,
    pub content: Content,
}

impl Post {
    pub fn posting(&self) -> Posting<'_> {
        Posting {
            id: Uuid::from_u128(0x019a_9f41_0000_7000_8000_0000_0000_00f1),
            company_name: &self.company_name,
            content: &self.content,
            posted_at: chrono::DateTime::from_timestamp(1_795_000_900, 0).unwrap(),
        }
    }
}

/// A pseudo-random sequence.
pub struct Dice(u64);

const WORDS: [&str; 44] = [
    "cook",
    "Rust",
    "C++",
    "C#",
    ".NET",
    "senior",
    "S/4HANA",
    "5+ years",
    "40 h",
    "3.5",
    "1.",
    "2)",
    "#1",
    "*",
    "_x_",
    "R&D",
    "<b>",
    "</p>",
    "\"quoted\"",
    "it's",
    "`code`",
    "[link](http://x.test)",
    "&lt;",
    "&#60;",
    "Küche",
    "für",
    "القاهرة",
    "東京",
    "é\u{301}",
    "\u{202e}",
    "\u{0}",
    "\n",
    "\r\n",
    "\t",
    "€",
    "100%",
    "–",
    "—",
    "---",
    "~~~",
    "\\",
    "12,000 users",
    "{}",
    "👩‍🍳",
];

const PLACES: [&str; 22] = [
    "Lisbon",
    "Berlin, Germany",
    "Austin, TX",
    "Amman",
    "Remote (Portugal)",
    "Berlin or Lisbon",
    "دبي",
    "London",
    "Fresno, CA 93650",
    "Germany",
    "Tokyo",
    "São Paulo, Brazil",
    "Nairobi",
    "Kreuzberg, Berlin",
    "Germany, Austria or Switzerland",
    "California, Texas or Florida",
    "EU",
    "Remote, US only",
    "SW1A 1AA",
    "10115 Berlin",
    "Lisbon, Porto",
    "Andheri West, Mumbai",
];

const UNKNOWN_PLACES: [&str; 8] = [
    "Hogwarts",
    "Birmingham",
    "the <b>moon</b>",
    "our office, 3rd floor",
    "London, Narnia",
    "LATAM",
    "US or EMEA",
    "Georgia",
];

const DATES: [&str; 5] = ["as soon as possible", "1 March", "15.12.2026", "03/04/2027", "sofort"];

const CONTACTS: [&str; 3] = ["Anna Berg, jobs@example.com", "call 030 1234567", "ask for the chef"];

impl Dice {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn maybe<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(3) > 0).then(|| value(self))
    }

    fn text(&mut self, most: usize) -> String {
        let words: Vec<_> = (0..=self.below(most)).map(|_| self.one(&WORDS)).collect();
        words.join(" ")
    }

    fn list(&mut self) -> Vec<String> {
        (0..self.below(5)).map(|_| self.text(8)).collect()
    }

    fn employment_types(&mut self) -> Vec<String> {
        let kinds = EmploymentType::ALL.into_iter().filter(|_| self.below(5) == 0);
        kinds.map(|kind| kind.as_str().to_owned()).collect()
    }

    fn salary(&mut self) -> Salary {
        let amount = |dice: &mut Self| {
            Decimal::new(
                i64::try_from(dice.below(20_000_000)).unwrap(),
                u32::try_from(dice.below(3)).unwrap(),
            )
        };
        let (one, other) = (amount(self), amount(self));
        let codes = ["EUR", "USD", "GBP", "JOD", "INR", "JPY"];
        Salary {
            min: self.maybe(|_| one.min(other)),
            max: self.maybe(|_| one.max(other)),
            currency: self.maybe(|dice| dice.one(&codes)).and_then(Currency::from_code),
            period: self.maybe(|dice| dice.one(&SalaryPeriod::ALL)),
        }
    }

    /// A post that can be finished: with a title, and sometimes an unknown place or none.
    pub fn post(&mut self) -> Post {
        let location = match self.below(10) {
            0 => None,
            1 => Some(self.one(&UNKNOWN_PLACES)),
            _ => Some(self.one(&PLACES)),
        };
        let content = Content {
            title: Some(self.text(16)),
            description: self.maybe(|dice| dice.text(60)),
            requirements: self.list(),
            responsibilities: self.list(),
            benefits: self.list(),
            skills: self.list(),
            experience_level: self.maybe(|dice| dice.one(&ExperienceLevel::ALL)),
            location: location.map(str::to_owned),
            work_type: self.maybe(|dice| dice.one(&WorkType::ALL)),
            salary: self.salary(),
            department: self.maybe(|dice| dice.text(2)),
            employment_types: self.employment_types(),
            contract_length: self.maybe(|dice| dice.text(3)),
            working_hours: self.list(),
            start_date: self.maybe(|dice| dice.one(&DATES).to_owned()),
            openings: self.maybe(|dice| u32::try_from(dice.below(20) + 1).unwrap()),
            apply_by: self.maybe(|dice| dice.one(&DATES).to_owned()),
            how_to_apply: self.maybe(|dice| dice.text(8)),
            contact: self.maybe(|dice| dice.one(&CONTACTS).to_owned()),
            qualifications: self.list(),
            languages: self.list(),
            additional_pay: self.list(),
            travel: self.maybe(|dice| dice.text(5)),
            relocation: self.maybe(|dice| dice.text(5)),
            notes: self.list(),
            enable_ai_interview: self.below(2) == 0,
            is_featured: self.below(2) == 0,
        };
        Post { company_name: format!("Acme {}", self.text(2)), content }
    }
}
