//! Where the law requires pay in a job post, and since when. Laws of towns and laws that only give a right to ask are left
//! out.

use chrono::NaiveDate;

use super::finding::Finding;
use crate::exports::places::Place;
use crate::{Field, Salary};

/// What a law requires.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    /// Both amounts, or one fixed amount.
    Range,
    /// At least the minimum.
    Minimum,
}

struct Law {
    country: &'static str,
    /// Postal code of a state of the USA; empty for all of the country.
    region: &'static str,
    /// Year, month and day from which it applies.
    since: (i32, u32, u32),
    wanted: Wanted,
    source: &'static str,
}

const fn law(
    country: &'static str,
    region: &'static str,
    since: (i32, u32, u32),
    wanted: Wanted,
    source: &'static str,
) -> Law {
    Law { country, region, since, wanted, source }
}

/// National laws first. Only the first law that applies makes a finding.
#[rustfmt::skip]
const LAWS: [Law; 16] = [
    law("AT", "", (2011, 3, 1), Wanted::Minimum, "Austria: Gleichbehandlungsgesetz § 9 Abs. 2"),
    law("SK", "", (2018, 5, 1), Wanted::Minimum, "Slovakia: Act No. 5/2004 Coll. § 62"),
    law("LV", "", (2018, 11, 22), Wanted::Range, "Latvia: Labour Law, Section 32(3)"),
    law("LT", "", (2019, 7, 1), Wanted::Range, "Lithuania: Labour Code, Article 25"),
    law("US", "CO", (2021, 1, 1), Wanted::Range, "Colorado: C.R.S. § 8-5-201"),
    law("US", "CA", (2023, 1, 1), Wanted::Range, "California: Labor Code § 432.3"),
    law("US", "WA", (2023, 1, 1), Wanted::Range, "Washington: RCW 49.58.110"),
    law("US", "NY", (2023, 9, 17), Wanted::Range, "New York: Labor Law § 194-b"),
    law("US", "HI", (2024, 1, 1), Wanted::Range, "Hawaii: Act 203 of 2023"),
    law("US", "DC", (2024, 6, 30), Wanted::Range, "District of Columbia: Wage Transparency Omnibus Amendment Act of 2023"),
    law("US", "MD", (2024, 10, 1), Wanted::Range, "Maryland: Labor and Employment § 3-304.2"),
    law("US", "IL", (2025, 1, 1), Wanted::Range, "Illinois: 820 ILCS 112/10"),
    law("US", "MN", (2025, 1, 1), Wanted::Range, "Minnesota: Stat. § 181.173"),
    law("US", "NJ", (2025, 6, 1), Wanted::Range, "New Jersey: P.L. 2024, c. 91"),
    law("US", "VT", (2025, 7, 1), Wanted::Range, "Vermont: 21 V.S.A. § 495t"),
    law("US", "MA", (2025, 10, 29), Wanted::Range, "Massachusetts: St. 2024, c. 141"),
];

/// The members of the European Union. Article 5 requires pay before the first interview, preferably in the post.
const UNION: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];
pub(super) const UNION_SINCE: (i32, u32, u32) = (2026, 6, 7);
const UNION_SOURCE: &str = "Directive (EU) 2023/970, Article 5, to be applied from 7 June 2026";

pub(crate) fn check(salary: &Salary, places: &[Place], on: NaiveDate) -> Option<Finding> {
    let applies = |since: (i32, u32, u32)| {
        NaiveDate::from_ymd_opt(since.0, since.1, since.2).is_some_and(|since| on >= since)
    };
    let covers = |law: &&Law| {
        places.iter().any(|place| {
            place.country.as_deref() == Some(law.country)
                && (law.region.is_empty() || place.region.as_deref() == Some(law.region))
        })
    };
    let is_in_union = |place: &Place| place.country.as_deref().is_some_and(is_in_union);
    let laws = LAWS.iter().filter(|law| applies(law.since)).filter(covers);
    let union =
        (applies(UNION_SINCE) && places.iter().any(is_in_union)).then_some((Wanted::Minimum, UNION_SOURCE));
    let (_, source) =
        laws.map(|law| (law.wanted, law.source)).chain(union).find(|law| !says(salary, law.0))?;
    Some(Finding {
        code: "pay_not_stated",
        field: Field::SalaryMin,
        words: None,
        instead: None,
        advice: "State the pay, with both ends of its range, the currency and the period.",
        source,
    })
}

/// Is the country a member of the European Union?
pub(super) fn is_in_union(country: &str) -> bool {
    UNION.contains(&country)
}

fn says(salary: &Salary, wanted: Wanted) -> bool {
    let is_named = salary.currency.is_some() && salary.period.is_some();
    is_named && salary.min.is_some() && (wanted == Wanted::Minimum || salary.max.is_some())
}
