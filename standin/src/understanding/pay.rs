//! Reads the salary, with the rules of `job_post::money`.

use std::sync::LazyLock;

use job_post::{
    Field, ProposedUpdate,
    money::{self, Pay},
};
use regex::Regex;

use crate::phrases::{Template, filled, grouped};
use crate::{
    text::sentences::{Sentence, pattern},
    turn::Turn,
    understanding::{
        acts,
        topics::Topic,
        updates::{clear, set},
    },
};

/// What a message says about pay.
#[derive(Default)]
pub(crate) struct Found {
    pub updates: Vec<ProposedUpdate>,
    /// A new bound would be past the other one: the lower and the higher amount.
    pub crossing: Option<(String, String)>,
}

pub(crate) fn find(turn: &Turn, sentence: &Sentence<'_>, asked: Option<Topic>) -> Found {
    if sentence.is_question {
        return Found::default();
    }
    let text = sentence.text();
    let context = format!("{}\n{}\n{}", turn.message, turn.text("location"), turn.earlier.join("\n"));
    let mut found = money::find_in(text, &context).into_iter().filter(|pay| !is_beside(turn, pay));
    match found
        .next()
        .or_else(|| answered(text, asked))
        .or_else(|| moved_bound(turn, sentence))
        .or_else(|| corrected(turn, sentence))
    {
        Some(first) => amounts(turn, text, in_its_currency(turn, text, joined(first, found.next()))),
        None => {
            let bound = only_a_bound(turn, text).into_iter().collect::<Vec<_>>();
            let updates = if bound.is_empty() { unit(turn, sentence, &context) } else { bound };
            Found { updates, crossing: None }
        }
    }
}

/// Is the amount of the sentence paid beside the salary?
pub(crate) fn is_extra(sentence: &Sentence<'_>) -> bool {
    static EXTRA: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:extra|bonus(?:es)?|allowance|loading|overtime|on\s+top|tips?|sign-on|referral|zuschl[aä]ge?|zulage|prämie|provision|trinkgeld|prime|indemnité|pourboires?|plus|comisi[oó]n(?:es)?|propinas?|comiss(?:ão|ões)|gorjetas?|mance|indennità|premio|toeslag|fooi|dodatek|premia|napiwki)\b|بدل|مكافأة|عمولة",
        )
    });
    EXTRA.is_match(sentence.text())
}

/// Is it something beside the known pay: "meal vouchers of 7 euros"? The checks refuse it too.
fn is_beside(turn: &Turn, pay: &Pay) -> bool {
    let known =
        ["salaryMin", "salaryMax"].into_iter().find_map(|field| money::amount_named(turn.text(field)));
    let amount = pay.max.or(pay.min);
    pay.period.is_none()
        && known.zip(amount).is_some_and(|(known, amount)| money::is_far_below(amount, known))
}

/// A bare number, after the question for the salary.
fn answered(text: &str, asked: Option<Topic>) -> Option<Pay> {
    let amount = money::amount_named(text.trim_end_matches('.')).filter(|_| asked == Some(Topic::Salary))?;
    Some(Pay { min: Some(amount), max: Some(amount), currency: None, period: None, span: 0..text.len() })
}

/// "Make the max 58": a bare number for one bound of a known salary.
fn moved_bound(turn: &Turn, sentence: &Sentence<'_>) -> Option<Pay> {
    const LEAST: &[&str] = &[
        "min",
        "minimum",
        "lower",
        "bottom",
        "mindestgehalt",
        "untergrenze",
        "desde",
        "mínimo",
        "plancher",
        "partir",
        "low",
        "unten",
        "minimo",
        "minimaal",
        "minimalnie",
        "الأدنى",
    ];
    const TO: &[&str] = &["tot", "bis", "do", "till", "until", "hasta", "fino", "até", "jusqu'à"];
    const MOST: &[&str] = &[
        "max",
        "maximum",
        "upper",
        "top",
        "höchstgehalt",
        "obergrenze",
        "hasta",
        "máximo",
        "jusqu'à",
        "plafond",
        "high",
        "upto",
        "oben",
        "massimo",
        "maximaal",
        "maksymalnie",
        "até",
        "حتى",
        "الأقصى",
    ];
    let all = 0..sentence.words.len();
    // "Tot 3500 trouwens": of two numbers these words make a range.
    let is_up_to = TO.contains(&sentence.lower(0)) && money::numbers_in(sentence.text()).len() == 1;
    let (least, most) = (sentence.has_any(all.clone(), LEAST), sentence.has_any(all, MOST) || is_up_to);
    let is_known = turn.has("salaryMin") || turn.has("salaryMax");
    if !is_known || least == most || sentence.words.len() > 10 {
        return None;
    }
    let known: Vec<_> = ["salaryMin", "salaryMax"]
        .into_iter()
        .filter_map(|field| money::amount_named(turn.text(field)))
        .collect();
    // "Forget the 36, it's 38 max": the known amount is the old one.
    let mut figures = money::numbers_in(sentence.text());
    figures.retain(|figure| !figure.values.iter().any(|value| known.contains(value)));
    let [figure] = &*figures else { return None };
    let amount = figure.values.first().copied().filter(|_| !figure.counts_something)?;
    // "Till 18" beside a salary of 3,000 is an hour.
    let thrice = |amount| amount + amount + amount;
    if known.iter().any(|known| thrice(thrice(amount)) < *known || amount > thrice(thrice(*known))) {
        return None;
    }
    let (min, max) = (least.then_some(amount), most.then_some(amount));
    Some(Pay { min, max, currency: None, period: None, span: figure.span.clone() })
}

/// Most letters between the two amounts of a range.
const RANGE: usize = 6;
/// Most words of a sentence that only corrects pay.
const MOST_WORDS: usize = 14;

/// "Actually make it 12.20", "mejor pon 1.850": bare numbers in place of the known amounts, and not far from them.
fn corrected(turn: &Turn, sentence: &Sentence<'_>) -> Option<Pay> {
    const CORRECTING: &[&str] = &[
        "actually",
        "make",
        "sorry",
        "no",
        "doch",
        "lieber",
        "nein",
        "mach",
        "rather",
        "pon",
        "ponga",
        "ponle",
        "perdona",
        "perdón",
        "scusa",
        "pardon",
        "desculpa",
        "przepraszam",
        "change",
        "bump",
        "raise",
        "put",
        "statt",
        "instead",
        "mettez",
        "mets",
        "finalement",
        "subele",
        "súbele",
        "sube",
        "suba",
        "afinal",
        "ponha",
        "correction",
        "komm",
        "zamiast",
        "anziché",
        "pondo",
    ];
    let all = 0..sentence.words.len();
    let corrects = sentence.has_any(all, CORRECTING)
        || acts::does(sentence, "correct")
        || acts::does(sentence, "pay-again");
    let known = money::amount_named(turn.text("salaryMin"))?;
    let known_max = money::amount_named(turn.text("salaryMax"));
    let is_one = known_max == Some(known);
    let mut figures = money::numbers_in(sentence.text());
    let is_counted = |figure: &money::Figure| figure.counts_something;
    if !corrects || sentence.words.len() > MOST_WORDS || figures.iter().all(is_counted) {
        return None;
    }
    // "I said 13.20, it's 13.80", "3100 statt 2900": the other number is the new one.
    figures.retain(|figure| !is_counted(figure));
    // "Make it 44 to 48, boss says 42 is too low": what follows a range is the reason.
    if let [low, high, ..] = &*figures
        && !is_one
        && sentence.text()[low.span.end..high.span.start].chars().count() <= RANGE
    {
        figures.truncate(2);
    }
    let is_held = |figure: &money::Figure| figure.values.first().is_some_and(|value| *value == known);
    if is_one && figures.len() > 1 {
        figures.retain(|figure| !is_held(figure));
    }
    let thrice = |amount| amount + amount + amount;
    let is_near = |amount: &&_| thrice(**amount) > known && **amount < thrice(known);
    let near = |figure: &money::Figure| figure.values.iter().find(is_near).copied();
    let (min, max) = match &*figures {
        [one] if is_one => (near(one)?, near(one)?),
        // "Perdona, quería decir 1.600 a 1.900"
        [low, high] => (near(low)?, near(high)?),
        _ => return None,
    };
    let span = figures.first()?.span.start..figures.last()?.span.end;
    (min <= max).then_some(Pay { min: Some(min), max: Some(max), currency: None, period: None, span })
}

/// Joins the two amounts of "minimum 50k, maximum 70k" into one salary.
fn joined(first: Pay, second: Option<Pay>) -> Pay {
    let Some(second) = second else { return first };
    let (min, max) = match (first.min, first.max, second.min, second.max) {
        (Some(min), None, None, Some(max)) | (None, Some(max), Some(min), None) => {
            (min.min(max), min.max(max))
        }
        _ => return first,
    };
    Pay {
        min: Some(min),
        max: Some(max),
        currency: first.currency.or(second.currency),
        period: first.period.or(second.period),
        span: first.span.start..second.span.end,
    }
}

/// Ignores a shared sign that fits the known currency: "$" after Canadian dollars.
fn in_its_currency(turn: &Turn, text: &str, pay: Pay) -> Pay {
    let known = money::currency_named(turn.text("currency"));
    let named = money::currencies_in(&text[pay.span.clone()], "");
    let is_shared = |known| named.iter().any(|it| it.possible.len() > 1 && it.possible.contains(&known));
    Pay { currency: pay.currency.filter(|_| !known.is_some_and(is_shared)), ..pay }
}

fn amounts(turn: &Turn, text: &str, pay: Pay) -> Found {
    if let Some(crossing) = crossing(turn, &pay) {
        return Found { updates: Vec::new(), crossing: Some(crossing) };
    }
    Found { updates: updates(text, &pay), crossing: None }
}

/// The updates of a salary: amounts, currency and period, each with its quote.
pub(crate) fn updates(text: &str, pay: &Pay) -> Vec<ProposedUpdate> {
    let quote = &text[pay.span.clone()];
    let amount = |field, amount: Option<_>| amount.map(|amount| set(field, &format!("{amount}"), quote));
    let min = amount(Field::SalaryMin, pay.min.map(|min| min.normalize()));
    let max = amount(Field::SalaryMax, pay.max.map(|max| max.normalize()));
    let currency = pay.currency.map(|currency| set(Field::Currency, currency.code(), quote));
    let period = pay.period.and_then(period_name).map(|period| set(Field::SalaryPeriod, &period, quote));
    [min, max, currency, period].into_iter().flatten().collect()
}

/// Both amounts, if a new minimum is above the known maximum or the other way round.
fn crossing(turn: &Turn, pay: &Pay) -> Option<(String, String)> {
    let standing = |field| money::amount_named(turn.text(field));
    let (low, high) = match (pay.min, pay.max) {
        (Some(min), None) => (min, standing("salaryMax")?),
        (None, Some(max)) => (standing("salaryMin")?, max),
        _ => return None,
    };
    (low > high).then(|| (low.normalize().to_string(), high.normalize().to_string()))
}

/// The question whether a single amount is the minimum or the maximum; asked once.
pub(crate) fn question_for_bound(turn: &Turn) -> Option<String> {
    let question = bound_question(turn)?;
    (!turn.replies.iter().any(|reply| reply.contains(&question))).then_some(question)
}

fn bound_question(turn: &Turn) -> Option<String> {
    let amount = turn.text("salaryMin");
    let single = !amount.is_empty() && amount == turn.text("salaryMax");
    single.then(|| filled(turn.language, Template::AskBound, &grouped(turn.language, amount)))
}

/// "No wait, that's the maximum", after a single amount: clears the other bound.
fn only_a_bound(turn: &Turn, text: &str) -> Option<ProposedUpdate> {
    static BOUND: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:that's|that\s+is|it's|das\s+ist)\s+(?:the|our|das|die)\s+(min|max|obergrenze|untergrenze)",
        )
    });
    let single = turn.has("salaryMin") && turn.text("salaryMin") == turn.text("salaryMax");
    static ANSWER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?i)\b(min|max|mindest|höchst|obergrenze|untergrenze|mín|máx|الأدنى|الأقصى)")
    });
    let asked = bound_question(turn).is_some_and(|question| turn.last_reply.contains(&question));
    let answer = || ANSWER.captures(text).filter(|_| asked && text.split_whitespace().count() <= 5);
    let bound = BOUND.captures(text).or_else(answer).filter(|_| single)?.get(1)?.as_str().to_lowercase();
    let is_most = matches!(bound.as_str(), "max" | "obergrenze" | "höchst" | "máx" | "الأقصى");
    let other = if is_most { Field::SalaryMin } else { Field::SalaryMax };
    Some(clear(other, text))
}

fn period_name(period: job_post::SalaryPeriod) -> Option<String> {
    serde_json::to_value(period).ok()?.as_str().map(str::to_owned)
}

/// "In dollars, please", "that's per month": only the currency or the period.
fn unit(turn: &Turn, sentence: &Sentence<'_>, context: &str) -> Vec<ProposedUpdate> {
    static ABOUT_PAY: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:salary|pay|that's|that\s+is|it's|gross|gehalt|monthly|yearly|annual(?:ly)?|hourly|per|monatlich|jährlich|pro|brutto|currency|währung|in|par|brut|bruts|net|salaire|mensuel|annuel|al|por|bruto|brutos|salario|sueldo|mensual|anual|راتب|الراتب|شهريا|سنويا|في)\b",
        )
    });
    let text = sentence.text();
    let has_amount = turn.has("salaryMin") || turn.has("salaryMax");
    let short = sentence.words.len() <= 6;
    // "20-25 hours a week, tips about 3 €" is not about the pay.
    if !has_amount || !short || !money::numbers_in(text).is_empty() {
        return Vec::new();
    }
    let currency = money::currencies_in(text, context).into_iter().next();
    let mut updates: Vec<ProposedUpdate> = currency
        .and_then(|it| it.meant)
        .map(|it| set(Field::Currency, it.code(), text))
        .into_iter()
        .collect();
    let period = money::periods_in(text).into_iter().next().filter(|_| ABOUT_PAY.is_match(text));
    updates.extend(
        period.and_then(|(period, _)| period_name(period)).map(|name| set(Field::SalaryPeriod, &name, text)),
    );
    updates
}
