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

/// National laws first. Only the first law that applies makes a finding. Above each is a page with its text or its date.
#[rustfmt::skip]
const LAWS: [Law; 17] = [
    // https://360.lexisnexis.at/d/z_bbi_2011_3_BBInfo_2011_03_6_89bd51b7f8, § 9 itself: https://jusline.at/gesetz/glbg/gesamt
    law("AT", "", (2011, 3, 1), Wanted::Minimum, "Austria: Gleichbehandlungsgesetz § 9 Abs. 2"),
    // https://www.mpsvr.sk/sk/praca-zamestnanost/nova-povinnost-pri-zverejnovani-ponuky-zamestnania.html
    law("SK", "", (2018, 5, 1), Wanted::Minimum, "Slovakia: Act No. 5/2004 Coll. § 62(2)"),
    // https://vdi.gov.lv/en/article/content-job-advertisement; in force: https://www.itiesibas.lv/raksti/darba-tiesibas/darba-tiesibas/darba-likuma-transformacijas/14439
    law("LV", "", (2018, 11, 28), Wanted::Range, "Latvia: Labour Law, Section 32(3)"),
    // https://iuslaboris.com/insights/what-salary-information-must-be-in-a-job-advertisement-in-lithuania/
    law("LT", "", (2019, 7, 27), Wanted::Range, "Lithuania: Labour Code, Article 25"),
    // https://ezel.ai/labor-guidance/co/info-9a (INFO #9A of the Colorado Department of Labor and Employment)
    law("US", "CO", (2021, 1, 1), Wanted::Range, "Colorado: C.R.S. § 8-5-201"),
    // https://www.californiaemploymentlawreport.com/2023/03/californias-requirement-to-publish-pay-scale-in-job-postings/
    law("US", "CA", (2023, 1, 1), Wanted::Range, "California: Labor Code § 432.3"),
    // https://morganlewis.com/pubs/2022/12/washington-state-clarifies-new-requirement-to-list-compensation-and-benefits-in-job-postings
    law("US", "WA", (2023, 1, 1), Wanted::Range, "Washington: RCW 49.58.110"),
    // https://nysenate.gov/legislation/laws/LAB/194-B
    law("US", "NY", (2023, 9, 17), Wanted::Range, "New York: Labor Law § 194-b"),
    // https://www.morganlewis.com/pubs/2023/07/hawaii-revised-statutes-amended-to-address-pay-transparency-and-equal-pay
    law("US", "HI", (2024, 1, 1), Wanted::Range, "Hawaii: HRS § 378-2.8"),
    // https://www.littler.com/publication-press/publication/pay-transparency-arrives-nations-capital
    law("US", "DC", (2024, 6, 30), Wanted::Range, "District of Columbia: Wage Transparency Omnibus Amendment Act of 2023"),
    // https://www.wcslaw.com/resources/wright-toolbox-october-3-2024/
    law("US", "MD", (2024, 10, 1), Wanted::Range, "Maryland: Labor and Employment § 3-304.2"),
    // https://www.fisherphillips.com/en/pay-equity-map/illinois-pay-equity.html
    law("US", "IL", (2025, 1, 1), Wanted::Range, "Illinois: 820 ILCS 112/10"),
    // https://www.mondaq.com/unitedstates/employee-benefits--compensation/1469770/
    law("US", "MN", (2025, 1, 1), Wanted::Range, "Minnesota: Stat. § 181.173"),
    // https://bracheichler.com/insights/new-jersey-enacts-pay-transparency-law
    law("US", "NJ", (2025, 6, 1), Wanted::Range, "New Jersey: P.L. 2024, c. 91"),
    // https://legislature.vermont.gov/statutes/section/21/005/00495p
    law("US", "VT", (2025, 7, 1), Wanted::Range, "Vermont: 21 V.S.A. § 495p"),
    // https://wageequitynow.com/legislation/frequently-asked-questions, https://www.saul.com/insights/blog/understanding-massachusetts-new-pay-transparency-law-what-employers-need-know
    law("US", "MA", (2025, 10, 29), Wanted::Range, "Massachusetts: St. 2024, c. 141"),
    // https://complianceposter.com/2026/05/11/maine-2026-legislative-session-end/
    law("US", "ME", (2026, 7, 13), Wanted::Range, "Maine: L.D. 54 (H.P. 18) of 2026"),
];

/// The members of the European Union. Article 5 requires pay before the first interview, preferably in the post.
const UNION: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];
/// The day by which the members have to have laws of their own for it: https://eur-lex.europa.eu/eli/dir/2023/970/oj
pub(super) const UNION_SINCE: (i32, u32, u32) = (2026, 6, 7);
const UNION_SOURCE: &str = "Directive (EU) 2023/970, Article 5(1), to be in national law by 7 June 2026";

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
