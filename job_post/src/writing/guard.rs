//! Compares a written description with the values of the post. Every word must be one of the post or claim nothing, so a
//! sentence with a figure, a place, a benefit, a requirement or praise that the post does not have is left out.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::composition::{Part, all_units};
use super::layout::{Kind, rewritten};
use super::{Sources, WritingSettings, language_of};
use crate::language::likeness::{folded, is_like};
use crate::language::word_lists::WordLists;
use crate::language::words::{Word, words};
use crate::language::{Language, list_file};
use crate::money::{self, CurrencyMention, Figure, Pay};
use crate::{Content, Field};

/// Words that only posts with certain values may use; the file describes each list.
static CONDITIONS: LazyLock<WordLists> =
    LazyLock::new(|| WordLists::of(include_str!("../../data/writing/conditions.txt")));

/// Words that claim nothing, by language.
static NEUTRAL: LazyLock<WordLists> =
    LazyLock::new(|| WordLists::of(include_str!("../../data/writing/neutral.txt")));

/// The shortest word, in letters, that may stand for a longer one of the facts: "kitchen" for "kitchens".
const LONG: usize = 5;

/// The longest ending of another form of a word, in letters.
const ENDING: usize = 3;

/// What a description may say: the values of the post, the company, and the texts of the organization.
pub(crate) struct Facts<'a> {
    sources: Sources<'a>,
    content: &'a Content,
    settings: &'a WritingSettings,
    /// The words of all values, folded.
    words: HashSet<String>,
    figures: Vec<Decimal>,
    /// The figures that may be money.
    amounts: Vec<Decimal>,
    /// What the templates say in the language of the text that was read first.
    composed: OnceCell<(Language, HashMap<String, Part>)>,
}

impl<'a> Facts<'a> {
    pub fn new(sources: Sources<'a>) -> Self {
        let Sources { content, company, settings } = sources;
        let all: Vec<&str> = values(content).chain([company]).collect();
        let salary = &content.salary;
        let pay = || salary.min.into_iter().chain(salary.max);
        let paid = [&content.additional_pay, &content.benefits].into_iter().flatten();
        let amounts = pay().chain(figures_in(paid.map(String::as_str))).collect();
        let openings = content.openings.map(Decimal::from);
        let figures = pay().chain(openings).chain(figures_in(all.iter().copied())).collect();
        let said = all.iter().flat_map(|text| words(text)).map(|word| folded(&word.plain));
        let currency = salary.currency.map(|currency| folded(currency.code()));
        let words = said.chain(currency).chain(choices(content)).collect();
        Self { sources, content, settings, words, figures, amounts, composed: OnceCell::new() }
    }

    /// The text without the headings, sentences and items that the facts do not support, and the words for which these are
    /// left out.
    pub fn supported(&self, text: &str) -> (String, Vec<String>) {
        let mut unsupported = Vec::new();
        let language = language_of(text);
        let kept = rewritten(text, |kind, unit| {
            let unsaid = self.unsupported_in(unit, language);
            let is_kept = unsaid.is_none();
            // Nobody misses a heading.
            unsupported.extend(unsaid.filter(|_| kind != Kind::Heading));
            if is_kept { vec![unit.to_owned()] } else { Vec::new() }
        });
        (kept, unsupported)
    }

    /// The first words of the sentence that the facts do not support. `language` is that of the whole text.
    pub fn unsupported_in(&self, sentence: &str, language: Language) -> Option<String> {
        if self.is_standing(sentence) {
            return None;
        }
        self.unsaid_in(sentence, language).filter(|_| self.part_of(sentence, language).is_none())
    }

    /// The part of a composition of these facts that the unit is.
    fn part_of(&self, unit: &str, language: Language) -> Option<Part> {
        let of = |language| all_units(language, self.sources).map(|(part, text)| (text, part)).collect();
        let (known, composed) = self.composed.get_or_init(|| (language, of(language)));
        if *known == language { composed.get(unit).copied() } else { of(language).get(unit).copied() }
    }

    fn unsaid_in(&self, sentence: &str, language: Language) -> Option<String> {
        let figures = money::numbers_in(sentence);
        let other_figure = figures.iter().find(|figure| !self.has(figure, sentence));
        let other_figure = other_figure.map(|figure| sentence[figure.span.clone()].to_owned());
        let is_figure = |word: &&Word| {
            figures
                .iter()
                .any(|figure| figure.span.start < word.span.end && word.span.start < figure.span.end)
        };
        let unsaid = || {
            let mut words = words(sentence).into_iter();
            let unsaid = words.find(|word| !is_figure(&word) && !self.allows(word, language))?;
            Some(sentence[unsaid.span].to_owned())
        };
        other_figure.or_else(|| self.other_pay(sentence)).or_else(unsaid)
    }

    /// Does the sentence name a value that `now` does not have any more?
    pub fn outdates(&self, now: &Facts<'_>, sentence: &str, language: Language) -> bool {
        if now.is_standing(sentence) || now.part_of(sentence, language).is_some() {
            return false;
        }
        if let Some(Part::Choice(_)) = self.part_of(sentence, language) {
            return true;
        }
        let said: HashSet<String> = words(sentence).iter().map(|word| folded(&word.plain)).collect();
        let kept: Vec<&str> = values(now.content).collect();
        values(self.content).filter(|value| !kept.contains(value)).any(|gone| {
            let telling = telling_words(gone);
            !telling.is_empty() && telling.iter().all(|word| said.contains(word))
        })
    }

    /// Is it of the organization's own texts?
    fn is_standing(&self, sentence: &str) -> bool {
        self.settings.standing_texts().any(|text| text.contains(sentence))
    }

    /// Is it a number of the post, or the word "one", which is an article in many languages?
    fn has(&self, figure: &Figure, sentence: &str) -> bool {
        let is_word = !sentence[figure.span.clone()].contains(|letter: char| letter.is_ascii_digit());
        let is_article = is_word && figure.values.contains(&Decimal::ONE);
        // The other readings are unlikely ones: "2,000" as two.
        is_article || figure.values.first().is_some_and(|value| self.figures.contains(value))
    }

    /// An amount of pay or a currency that the post does not have.
    fn other_pay(&self, sentence: &str) -> Option<String> {
        let is_known = |amount: Decimal| self.amounts.contains(&amount);
        let mut pays = money::find(sentence).into_iter();
        let salary = &self.content.salary;
        let is_salary = |pay: &Pay| {
            [pay.min, pay.max].iter().any(|it| it.is_some() && [salary.min, salary.max].contains(it))
        };
        let is_other_period =
            |pay: &Pay| is_salary(pay) && pay.period.is_some() && pay.period != salary.period;
        let other = pays.find(|pay| {
            is_other_period(pay) || pay.min.into_iter().chain(pay.max).any(|amount| !is_known(amount))
        });
        let amount = other.map(|pay| sentence[pay.span].to_owned());
        let held = self.content.salary.currency;
        let mut mentions = money::currencies_in(sentence, sentence).into_iter();
        let is_other = |mention: &CurrencyMention| {
            held.is_some_and(|held| !mention.possible.contains(&held) && mention.meant != Some(held))
        };
        amount.or_else(|| mentions.find(is_other).map(|mention| sentence[mention.span].to_owned()))
    }

    /// Is the word one of the post, or does it claim nothing?
    fn allows(&self, word: &Word, language: Language) -> bool {
        // "L'orario", "d'apprentissage": the article claims nothing.
        let plain =
            word.plain.rsplit('\'').next().filter(|end| end.chars().count() > 1).unwrap_or(&word.plain);
        let folded = folded(plain);
        if self.says(&folded) || NEUTRAL.has(language.code(), &word.plain) {
            return true;
        }
        let content = self.content;
        let salary = &content.salary;
        let has_pay = salary.min.or(salary.max).is_some() || !content.additional_pay.is_empty();
        let requires = [&content.requirements, &content.qualifications, &content.skills, &content.languages]
            .into_iter()
            .any(|items| !items.is_empty());
        let has = |field: Field| values_of(content, field).next().is_some();
        has_pay && (CONDITIONS.has("pay", plain) || self.names_unit(plain))
            || requires && CONDITIONS.has("requirement", plain)
            || content.experience_level.is_some() && CONDITIONS.has("level", plain)
            || has(Field::WorkingHours) && (CONDITIONS.has("hours", plain) || self.names_day(plain))
            || has(Field::AdditionalPay) && CONDITIONS.has("additional-pay", plain)
            || has(Field::Travel) && CONDITIONS.has("travel", plain)
            || has(Field::Relocation) && CONDITIONS.has("relocation", plain)
            || NEUTRAL.has(language.code(), plain)
    }

    /// Is it a day of the week, which the post has in a shorter form: "Monday" for "Mon"?
    fn names_day(&self, word: &str) -> bool {
        let word = folded(word);
        let is_short = |said: &String| said.len() >= 2 && word.starts_with(said.as_str());
        CONDITIONS.has("day", &word) && self.words.iter().any(is_short)
    }

    /// Does the word name the currency or the period of the pay?
    fn names_unit(&self, word: &str) -> bool {
        let salary = &self.content.salary;
        let is_period = |period| salary.period == Some(period);
        let named = money::periods_in(word).into_iter().map(|(period, _)| period);
        let currencies = money::currencies_in(word, word);
        named.into_iter().any(is_period)
            || currencies
                .iter()
                .any(|mention| salary.currency.is_some_and(|own| mention.possible.contains(&own)))
    }

    /// Do the values have the word, or another form of it? A longer word may be a compound that says more: "Schichtleitung" is
    /// no "Schicht".
    fn says(&self, word: &str) -> bool {
        let is_form = |said: &String| {
            let is_long = said.len().min(word.len()) >= LONG;
            let is_ending = word.strip_prefix(said.as_str()).is_some_and(|end| end.len() <= ENDING);
            is_like(said, word) || is_long && (said.starts_with(word) || is_ending)
        };
        self.words.contains(word) || self.words.iter().any(is_form)
    }
}

/// The words by which one knows the value in a sentence, folded: the longer ones, if there are any.
pub(super) fn telling_words(value: &str) -> Vec<String> {
    let all = words(value);
    let folded =
        |words: &mut dyn Iterator<Item = &Word>| words.map(|word| folded(&word.plain)).collect::<Vec<_>>();
    let long = folded(&mut all.iter().filter(|word| word.plain.chars().count() >= LONG - 1));
    if long.is_empty() { folded(&mut all.iter()) } else { long }
}

/// The texts of the post. Notes are among them: the user sees a description before it counts.
fn values(content: &Content) -> impl Iterator<Item = &str> {
    Field::ALL.into_iter().flat_map(|field| values_of(content, field))
}

/// The values of a field as texts.
pub(super) fn values_of(content: &Content, field: Field) -> impl Iterator<Item = &str> {
    let text = content.text(field).and_then(Option::as_deref);
    let items = content.list(field).into_iter().flatten();
    text.into_iter().chain(items.map(String::as_str))
}

/// The words with which people name the level, the work type and the employment types of the post, folded.
fn choices(content: &Content) -> Vec<String> {
    let level = content.experience_level.map(|level| level.as_str());
    let kind = content.work_type.map(|kind| kind.as_str());
    let values: Vec<&str> =
        level.into_iter().chain(kind).chain(content.employment_types.iter().map(String::as_str)).collect();
    let named = list_file::named(include_str!("../../data/choices.txt"));
    let own = named.filter(|(value, _)| values.contains(value)).flat_map(|(_, phrases)| words(phrases));
    let is_literal = |word: &Word| CONDITIONS.has("literal", &word.plain);
    own.filter(|word| !is_literal(word)).map(|word| folded(&word.plain)).collect()
}

fn figures_in<'t>(texts: impl Iterator<Item = &'t str>) -> impl Iterator<Item = Decimal> {
    texts.flat_map(money::numbers_in).flat_map(|figure| figure.values)
}
