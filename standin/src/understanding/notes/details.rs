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

/// "Zdalnie w poniedziałki": the days of the work type have no field.
pub(super) fn days_at_home<'a>(sentence: &Sentence<'a>, updates: &[ProposedUpdate]) -> Option<&'a str> {
    let work = updates.iter().find(|it| it.field == Field::WorkType)?;
    let clauses = sentence.clauses.iter().map(|clause| sentence.span(clause.clone()));
    let mut of_work = clauses.filter(|clause| clause.contains(&*work.quote) && terms::names_weekday(clause));
    of_work.next().filter(|_| !work.quote.is_empty())
}
