//! What the words of the pay and the work type say besides: gross or net, how many salaries a year, the days at home.

use std::sync::LazyLock;

use job_post::{Field, Op, ProposedUpdate};
use regex::Regex;

use super::telling::has_figure;
use crate::{
    text::sentences::{Sentence, pattern},
    understanding::terms,
};

/// Gross or net, and how many days at home: the words of the pay and the work type say it, and no field holds it.
pub(super) fn details(updates: &[ProposedUpdate]) -> impl Iterator<Item = &str> {
    static KIND: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:gross|net|brutto|netto|bruts?|nets?|brut[eo]s?|netos?|líquidos?|lord[io]|nett[io]|na\s+r[ęe]k[ęe]|1[2-6]\s?(?:x|mal|pagas|mensilità))\b|صافي|إجمالي",
        )
    });
    let amount = updates.iter().find(|it| matches!(it.field, Field::SalaryMin | Field::SalaryMax));
    let kinds = amount.into_iter().flat_map(|it| KIND.find_iter(&it.quote)).map(|found| found.as_str());
    // "Hybrid with 2 days at home": the days have no field.
    let work = updates.iter().find(|it| it.field == Field::WorkType && has_figure(&it.quote));
    kinds.chain(work.map(|it| &*it.quote))
}

/// "14x", "14 mensilità": how many monthly salaries a year has, beside an amount.
pub(super) fn months<'a>(message: &'a str, updates: &[ProposedUpdate]) -> Option<&'a str> {
    static MONTHS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[\s,;(/])(1[2-6]\s?(?:x|mal|pagas|mensilità|monatsgehälter|monatslöhne|mensualités))(?:$|[\s,;.)/])",
        )
    });
    let is_amount = |it: &ProposedUpdate| matches!(it.field, Field::SalaryMin | Field::SalaryMax);
    let found = updates.iter().any(is_amount).then(|| MONTHS.captures(message)).flatten()?.get(1)?.as_str();
    let is_held = updates.iter().any(|it| it.op == Op::Add && it.value.contains(found));
    (!is_held).then_some(found)
}

/// "£14,200 actual", "sueldo base 9,500": what the amount is, beside it.
pub(super) fn basis<'a>(message: &'a str, updates: &[ProposedUpdate]) -> Option<&'a str> {
    static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(base|basic|podstaw[aę]|grundgehalt|grundlohn|fixum|fixe|fijo|fisso)(?:\s+(?:is|of|de|di|von|ist|:))?\s*$",
        )
    });
    static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^\s*(?:\p{L}+\s+)?(actual|pro\s+rata|base|basic|podstaw[aęy]|fixum|fixe|fijo|fisso)(?:[\s,.;)]|$)",
        )
    });
    let amount = updates.iter().find(|it| matches!(it.field, Field::SalaryMin | Field::SalaryMax))?;
    let start = message.find(&*amount.quote).filter(|_| !amount.quote.is_empty())?;
    let (before, behind) = (&message[..start], &message[start + amount.quote.len()..]);
    let found = BEFORE.captures(before).or_else(|| BEHIND.captures(behind))?;
    Some(found.get(1)?.as_str())
}

/// "Zdalnie w poniedziałki", "hybrid mit 2 Tagen Büro": the days of the work type have no field.
pub(super) fn days_at_home<'a>(sentence: &Sentence<'a>, updates: &[ProposedUpdate]) -> Option<&'a str> {
    let work = updates.iter().find(|it| it.field == Field::WorkType)?;
    let clauses = sentence.clauses.iter().map(|clause| sentence.span(clause.clone()));
    let counts =
        |clause: &str| clause.starts_with(&*work.quote) && !has_figure(&work.quote) && counts_days(clause);
    let says_days = |clause: &&str| terms::names_weekday(clause) || counts(clause);
    let mut of_work = clauses.filter(|clause| clause.contains(&*work.quote) && says_days(clause));
    of_work.next().filter(|_| !work.quote.is_empty())
}

/// "2 Tage Büro": some days of the week.
fn counts_days(text: &str) -> bool {
    static DAYS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:[1-4]|one|two|three|four|ein(?:e[mnr]?)?|zwei|drei|vier|une?|deux|trois|quatre|un[oa]?|dos|tres|cuatro|um|dois|três|quatro|due|tre|quattro|een|twee|drie|jeden|dwa|trzy|cztery)\s+(?:days?|tage?n?|jours?|días?|dias?|giorn[io]|dagen|dag|dni|dzień)\b",
        )
    });
    DAYS.is_match(text)
}
