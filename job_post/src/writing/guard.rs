//! Compares a written description with the values of the post: a sentence with a figure, a name, a place, a benefit, a
//! requirement or praise that the post does not have is left out.

use std::collections::HashSet;
use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::{BENEFIT_NOUNS, REQUIREMENT_NOUNS};
use crate::decision::grounding::{is_sensitive, names_choice};
use crate::decision::message::Message;
use crate::decision::questions::sentences;
use crate::language::likeness::{folded, is_like};
use crate::language::word_lists::WordLists;
use crate::language::words::{Word, words};
use crate::language::{Language, list_file};
use crate::money::{self, CurrencyMention, Figure};
use crate::{Content, EmploymentType, ExperienceLevel, Field, WorkType};

static CLAIMS: LazyLock<WordLists> =
    LazyLock::new(|| WordLists::of(include_str!("../../data/writing/claims.txt")));

/// The nouns of benefits and requirements, and the words with which longer ones end.
static NOUNS: LazyLock<(HashSet<String>, Vec<String>)> = LazyLock::new(|| {
    let all = || list_file::words(BENEFIT_NOUNS).chain(list_file::words(REQUIREMENT_NOUNS));
    let whole = all().filter(|word| !word.starts_with('-')).map(folded).collect();
    (whole, all().filter_map(|word| word.strip_prefix('-')).map(folded).collect())
});

/// The shortest word, in letters, that may stand for a longer one of the facts: "kitchen" for "kitchens".
const LONG: usize = 5;

/// What a description may say: the values of the post, and the company.
pub(crate) struct Facts<'a> {
    content: &'a Content,
    /// The words of all values, folded.
    words: HashSet<String>,
    figures: Vec<Decimal>,
    /// The figures that may be money.
    amounts: Vec<Decimal>,
}

impl<'a> Facts<'a> {
    pub fn new(content: &'a Content, company: &str) -> Self {
        let texts = Field::ALL.into_iter().filter_map(|field| content.text(field)?.as_deref());
        let items = Field::ALL.into_iter().filter_map(|field| content.list(field)).flatten();
        let all: Vec<&str> = texts.chain(items.map(String::as_str)).chain([company]).collect();
        let salary = &content.salary;
        let pay = || salary.min.into_iter().chain(salary.max);
        let paid = [&content.additional_pay, &content.benefits, &content.notes].into_iter().flatten();
        let amounts = pay().chain(figures_in(paid.map(String::as_str))).collect();
        let openings = content.openings.map(Decimal::from);
        let figures = pay().chain(openings).chain(figures_in(all.iter().copied())).collect();
        let words = all.iter().flat_map(|text| words(text)).map(|word| folded(&word.plain));
        let currency = salary.currency.map(|currency| folded(currency.code()));
        Self { content, words: words.chain(currency).collect(), figures, amounts }
    }

    /// The sentences that the facts support, as one text, and the words for which the others are left out.
    pub fn supported(&self, text: &str) -> (String, Vec<String>) {
        let (mut kept, mut unsupported) = (Vec::new(), Vec::new());
        let language = Language::of([text], None);
        for (_, sentence) in sentences(text) {
            match self.unsupported_in(sentence, language) {
                Some(words) => unsupported.push(words),
                None => kept.push(sentence),
            }
        }
        (kept.join(" "), unsupported)
    }

    /// The first words of the sentence that the facts do not support. `language` is that of the whole text.
    pub fn unsupported_in(&self, sentence: &str, language: Language) -> Option<String> {
        let message = Message::new(sentence);
        let words = words(sentence);
        let figure = money::numbers_in(sentence).into_iter().find(|figure| !self.has(figure, sentence));
        figure
            .map(|figure| sentence[figure.span].to_owned())
            .or_else(|| self.other_pay(sentence))
            .or_else(|| self.other_choice(&message))
            .or_else(|| {
                words.iter().find(|word| self.is_unsaid_claim(word)).map(|word| shown(sentence, word))
            })
            .or_else(|| self.unsaid_place(sentence))
            // German writes every noun with a capital.
            .or_else(|| if language == Language::German { None } else { self.unsaid_name(sentence, &words) })
    }

    /// Does the sentence name something that `now` does not have any more?
    pub fn outdates(&self, now: &Facts<'_>, sentence: &str) -> bool {
        let is_gone = |word: &Word| {
            let word = folded(&word.plain);
            self.words.contains(&word) && !now.says(&word)
        };
        words(sentence).iter().any(is_gone)
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
        let other = pays.find(|pay| pay.min.into_iter().chain(pay.max).any(|amount| !is_known(amount)));
        let amount = other.map(|pay| sentence[pay.span].to_owned());
        let held = self.content.salary.currency;
        let mut mentions = money::currencies_in(sentence, sentence).into_iter();
        let is_other = |mention: &CurrencyMention| {
            held.is_some_and(|held| !mention.possible.contains(&held) && mention.meant != Some(held))
        };
        amount.or_else(|| mentions.find(is_other).map(|mention| sentence[mention.span].to_owned()))
    }

    /// A level, a work type or an employment type that the post does not have.
    fn other_choice(&self, message: &Message<'_>) -> Option<String> {
        let content = self.content;
        let level = content.experience_level.map(|level| level.as_str());
        let kind = content.work_type.map(|kind| kind.as_str());
        let levels =
            ExperienceLevel::ALL.map(|level| level.as_str()).into_iter().filter(|it| level != Some(*it));
        let kinds = WorkType::ALL.map(|it| it.as_str()).into_iter().filter(|it| kind != Some(*it));
        let types = EmploymentType::ALL.map(|it| it.as_str()).into_iter();
        let types = types.filter(|it| !content.employment_types.iter().any(|own| own == it));
        let all = levels
            .map(|value| (Field::ExperienceLevel, value))
            .chain(kinds.map(|value| (Field::WorkType, value)))
            .chain(types.map(|value| (Field::EmploymentTypes, value)));
        let mut named = all.filter(|(field, value)| names_choice(message, *field, value));
        named.find(|(_, value)| !self.says(&folded(value))).map(|(_, value)| value.replace('_', " "))
    }

    fn is_unsaid_claim(&self, word: &Word) -> bool {
        let folded = folded(&word.plain);
        if self.says(&folded) {
            return false;
        }
        let salary = &self.content.salary;
        let has_pay = salary.min.or(salary.max).is_some() || !self.content.additional_pay.is_empty();
        let (nouns, ends) = &*NOUNS;
        CLAIMS.has("claim", &word.plain)
            || is_sensitive(&word.plain) && !CLAIMS.has("pay", &word.plain)
            || !has_pay && CLAIMS.has("pay", &word.plain)
            || nouns.contains(&folded)
            || ends.iter().any(|end| folded.ends_with(end.as_str()))
    }

    fn unsaid_place(&self, sentence: &str) -> Option<String> {
        // Many short words at the start of a sentence are names of villages: "Aby", "Ale".
        let is_short = |place: &str| place.chars().count() < LONG - 1 && sentence.starts_with(place);
        let places = money::places_in(sentence).into_iter().filter(|place| !is_short(place));
        let mut unsaid =
            places.filter(|place| words(place).iter().any(|word| !self.says(&folded(&word.plain))));
        unsaid.next().map(str::to_owned)
    }

    /// A word with a capital inside of the sentence.
    fn unsaid_name(&self, sentence: &str, words: &[Word]) -> Option<String> {
        let begins = |word: &Word| {
            let before = sentence[..word.span.start].trim_end();
            before.is_empty() || before.ends_with([':', '"', '“', '„', '«', '•', '-', '–', '¡', '¿'])
        };
        let is_name = |word: &&Word| {
            sentence[word.span.clone()].starts_with(char::is_uppercase)
                && !begins(word)
                && !CLAIMS.has("name", &word.plain)
                && !self.says(&folded(&word.plain))
        };
        words.iter().find(is_name).map(|word| shown(sentence, word))
    }

    /// Do the values have the word, or another form of it?
    fn says(&self, word: &str) -> bool {
        let is_form = |said: &String| {
            let shorter = said.len().min(word.len());
            is_like(said, word)
                || shorter >= LONG && (said.starts_with(word) || word.starts_with(said.as_str()))
        };
        self.words.contains(word) || self.words.iter().any(is_form)
    }
}

fn figures_in<'t>(texts: impl Iterator<Item = &'t str>) -> impl Iterator<Item = Decimal> {
    texts.flat_map(money::numbers_in).flat_map(|figure| figure.values)
}

fn shown(sentence: &str, word: &Word) -> String {
    sentence[word.span.clone()].to_owned()
}
