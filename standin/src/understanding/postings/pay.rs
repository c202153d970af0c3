//! Finds the salary among the numbers of an ad: the amount with the most evidence around it.

use std::sync::LazyLock;

use job_post::{
    ProposedUpdate,
    money::{self, Pay},
};
use regex::Regex;

use crate::{
    text::sentences::pattern,
    turn::Turn,
    understanding::{
        pay,
        postings::lines::{HEADER, Line, Section},
    },
};

/// The fewest points of a salary: a word for pay, or the top of the ad and a currency with a range or a period.
const ENOUGH: i32 = 4;

pub(crate) fn find(turn: &Turn, lines: &[Line<'_>]) -> Vec<ProposedUpdate> {
    let mut best: Option<(i32, &str, Pay)> = None;
    for (at, line) in lines.iter().enumerate() {
        for sentence in &line.sentences {
            let text = sentence.text();
            for found in money::find_in(text, &turn.message) {
                let points = points(line, at, text, &found);
                if points >= ENOUGH && best.as_ref().is_none_or(|(most, ..)| points > *most) {
                    best = Some((points, text, found));
                }
            }
        }
    }
    best.map(|(_, text, found)| pay::updates(text, &found)).unwrap_or_default()
}

/// Does nothing follow the amount but gross or net?
fn is_end(behind: &str) -> bool {
    let mut words = behind.split_whitespace();
    words.next().is_none_or(|word| {
        let word = word.trim_matches(['.', ',']).to_lowercase();
        ["brut", "net", "lord", "gross", "صاف"].iter().any(|kind| word.starts_with(kind))
            && words.next().is_none()
    })
}

fn points(line: &Line<'_>, at: usize, text: &str, found: &Pay) -> i32 {
    static SALARY: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:\b(?:salary|salaries|pay(?:\b|\$)|wages?|vencimento|ordenado|salário|stipendio|retribuzione|retribución|salaris|loon|\p{L}*loon|wynagrodzenie|pensja|stawka|compensation|remuneration|ctc|hiring\s+range|base\s+pay|hourly\s+rate|rate\s+of\s+pay|\p{L}*(?:gehalt|lohn|vergütung|verdienst|entgelt)|brutto|bruts?|brut[eo]s?|salaire|rémunération|salario|sueldo|lön|gross|lordi|netti)\b|(?:ال)?(?:راتب|أجر|اجر|مرتب))",
        )
    });
    static EXTRA: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:bonus|bono\b|vouchers?|allowance|referral|refer\b|recommend|reimburse|relocation|budget|stipend\b|discount|turnover|revenue|umsatz|chiffre|worth|funding|raised|insurance|mediclaim|tips\b|trinkgeld|propinas|\bprimes?\b|prämie|zuschlag|zulage|vales\b|tickets?\b|housing|learning|deal|quota|award|quotas?|per\s+km|pro\s+km|fahrgeld|pocket|freund|empfehl|urlaubsgeld|weihnachtsgeld|sachbezug|formación|inventario|copay|plans?\s+of|refunds?|per\s+meal|visa\b)",
        )
    });
    static JOIN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)[+,(;]|\b(?:plus|zuzüglich|zzgl|und|sowie|mais|más|oltre|più|vermeerderd|oraz|and|et|avec|com|con|met|with)\b|،|\sو",
        )
    });
    // Only words close to the amount count: "£34,000 a year plus a share of tips" is a salary.
    let before = &text[..found.span.start];
    let behind: String = text[found.span.end..].chars().take(40).collect();
    let clause = before.rsplit([';', '+']).next().unwrap_or(before);
    // "Loon volgens IFIC, functie 6470": a bare number belongs to the words right before it.
    let is_bare = found.currency.is_none() && found.period.is_none() && found.min == found.max;
    let clause = if is_bare { clause.rsplit(',').next().unwrap_or(clause) } else { clause };
    let is_extra = EXTRA.is_match(clause)
        || EXTRA.find(&behind).is_some_and(|word| !JOIN.is_match(&behind[..word.start()]));
    let is_salary =
        SALARY.is_match(clause) || line.section == Section::Pay || SALARY.is_match(&text[found.span.clone()]);
    let is_behind = SALARY.is_match(&behind);
    let is_range = found.min != found.max;
    let mut points = 0;
    points += if is_salary {
        5
    } else if is_behind {
        4
    } else {
        0
    };
    points += i32::from(found.currency.is_some());
    points += i32::from(is_range && found.min.is_some()) * 2;
    points += i32::from(found.period.is_some()) * 2;
    points += i32::from(at < HEADER);
    // An amount in a line of its own at the top: "£30k + tips".
    let is_alone = at < HEADER && line.section == Section::Other && text.split_whitespace().count() <= 4;
    points += if is_alone && found.currency.is_some() { 3 } else { 0 };
    // "22,50 Euro pro Stunde" as an item of the offer.
    let is_item = matches!(line.section, Section::Offer | Section::Pay | Section::Other)
        && text[..found.span.start].chars().all(|letter| !letter.is_alphanumeric())
        && is_end(JOIN.find(&behind).map_or(&*behind, |join| &behind[..join.start()]));
    points += if is_item && found.currency.is_some() && found.period.is_some() { 2 } else { 0 };
    points -= if is_extra { 9 } else { 0 };
    points -= if line.section == Section::Company { 4 } else { 0 };
    points
}
