//! One message of the user, read once: its words, numbers and pay.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::{Arc, LazyLock, OnceLock};

use regex::Regex;
use uuid::Uuid;

use super::consent;
use super::quotes;
use crate::language::recent_texts::RecentTexts;
use crate::language::words::{self, Word, pattern};
use crate::money::{self, Currency, CurrencyMention, Figure, Pay};
use crate::{Position, SalaryPeriod};

/// A message of the user, or a reply of the agent read like one.
#[derive(Clone, Debug)]
pub(crate) struct Message<'a> {
    /// The turn of the message; `None` for a reply.
    pub turn: Option<Uuid>,
    pub text: &'a str,
    /// Without the words of questions to the agent and of orders to the LLM: neither states a value.
    pub words: Arc<[Word]>,
    alone: Arc<TextAlone>,
    pays: OnceCell<Vec<Pay>>,
}

/// What is read from a text alone, and is the same in every conversation. Each part is read on the first need.
#[derive(Debug, Default)]
struct TextAlone {
    words: Arc<[Word]>,
    questions: Vec<Range<usize>>,
    plain: OnceLock<String>,
    figures: OnceLock<Vec<Figure>>,
    pays: OnceLock<Vec<Pay>>,
    names_pay: OnceLock<bool>,
    names_currency: OnceLock<bool>,
    periods: OnceLock<Vec<(SalaryPeriod, Range<usize>)>>,
    place_of_work: OnceLock<Option<(Currency, Range<usize>)>>,
}

impl TextAlone {
    fn without(text: &str, questions: Vec<Range<usize>>) -> Self {
        let mut words = words::words(text);
        words.retain(|word| !questions.iter().any(|question| question.contains(&word.span.start)));
        Self { words: words.into(), questions, ..Self::default() }
    }
}

impl<'a> Message<'a> {
    pub fn new(text: &'a str) -> Self {
        Self::of(text, Arc::new(TextAlone::without(text, questions(text))))
    }

    /// Reads the current message, without the paragraphs that give orders to the LLM.
    pub fn current(turn: Uuid, text: &'a str) -> Self {
        let left_out = questions(text).into_iter().chain(consent::orders_in(text)).collect();
        Self { turn: Some(turn), ..Self::of(text, Arc::new(TextAlone::without(text, left_out))) }
    }

    /// Reads an earlier message, unless another turn has just done so; `None` if it gives orders to the LLM.
    pub fn earlier(turn: Uuid, text: &'a str) -> Option<Self> {
        static READ: LazyLock<RecentTexts<Option<Arc<TextAlone>>>> = LazyLock::new(RecentTexts::new);
        let alone = READ.get(text, |text| {
            let is_read = !consent::is_instruction_like(text);
            is_read.then(|| Arc::new(TextAlone::without(text, questions(text))))
        });
        Some(Self { turn: Some(turn), ..Self::of(text, alone?) })
    }

    fn of(text: &'a str, alone: Arc<TextAlone>) -> Self {
        Self { turn: None, text, words: alone.words.clone(), alone, pays: OnceCell::new() }
    }

    /// The part of the text that equals a quote, as [`quotes::wanted`] writes it, without regard to case and white space.
    pub fn find(&self, wanted: &str) -> Option<&'a str> {
        let plain = self.alone.plain.get_or_init(|| quotes::plain(self.text));
        plain.contains(wanted).then(|| quotes::find(self.text, wanted)).flatten()
    }

    /// The position of a quote that is a slice of this text.
    pub fn position(&self, quote: &str) -> Option<Position> {
        let place = self.span(quote)?;
        let start = characters(self.text.get(..place.start)?)?;
        Some(Position { start, end: start + characters(self.text.get(place)?)? })
    }

    /// The byte range of a quote that is a slice of this text; `None` for equal words from elsewhere.
    pub fn span(&self, quote: &str) -> Option<Range<usize>> {
        let start = quote.as_ptr().addr().checked_sub(self.text.as_ptr().addr())?;
        (start + quote.len() <= self.text.len()).then(|| start..start + quote.len())
    }

    /// The numbers of the message, without those in questions.
    pub fn figures(&self) -> &[Figure] {
        self.alone.figures.get_or_init(|| {
            let mut figures = money::numbers_in(self.text);
            figures.retain(|figure| !self.is_asked(figure.span.start));
            figures
        })
    }

    /// Is it as long as a pasted ad? Such a message names other sums and numbers too: allowances, customers, years.
    pub fn is_long(&self) -> bool {
        const LONG: usize = 40;
        self.words.len() > LONG
    }

    /// The pay in the message, without that in questions. `context` is the text of the whole conversation.
    pub fn pays(&self, context: &str) -> &[Pay] {
        self.pays.get_or_init(|| {
            // The context decides which currency is meant, but not what is pay.
            if self.alone.names_pay.get() == Some(&false) {
                return Vec::new();
            }
            let mut pays = money::find_in(self.text, context);
            self.alone.names_pay.get_or_init(|| !pays.is_empty());
            pays.retain(|pay| !self.is_asked(pay.span.start));
            pays
        })
    }

    /// The pay that the text states by itself, also in questions.
    pub fn pays_alone(&self) -> &[Pay] {
        self.alone.pays.get_or_init(|| money::find(self.text))
    }

    /// The currencies that the text names, also in questions. `context` is as for [`Self::pays`].
    pub fn currencies(&self, context: &str) -> Vec<CurrencyMention> {
        if self.alone.names_currency.get() == Some(&false) {
            return Vec::new();
        }
        let named = money::currencies_in(self.text, context);
        self.alone.names_currency.get_or_init(|| !named.is_empty());
        named
    }

    /// The periods that the text names, also in questions.
    pub fn periods(&self) -> &[(SalaryPeriod, Range<usize>)] {
        self.alone.periods.get_or_init(|| money::periods_in(self.text))
    }

    /// See [`money::currency_of_work`].
    pub fn currency_of_work(&self) -> Option<(Currency, Range<usize>)> {
        self.alone.place_of_work.get_or_init(|| money::currency_of_work(self.text)).clone()
    }

    /// Does a question to the agent overlap these bytes?
    pub fn asks_within(&self, span: Range<usize>) -> bool {
        self.alone.questions.iter().any(|question| question.start < span.end && span.start < question.end)
    }

    /// Is the byte part of a question to the agent?
    pub fn is_asked(&self, at: usize) -> bool {
        self.alone.questions.iter().any(|question| question.contains(&at))
    }
}

fn characters(text: &str) -> Option<u32> {
    u32::try_from(text.chars().count()).ok()
}

/// The questions to the agent. "What about …?" and "Can you …?" state something, so they are none.
fn questions(text: &str) -> Vec<Range<usize>> {
    static ASKING: LazyLock<Regex> = LazyLock::new(|| {
        let opening = r"what|what's|which|how|why|when|who|where|is|are|should|was|welche[srn]?|wie|warum|wer|wo|ist|sind|soll|quel(le)?s?|combien|comment|pourquoi|quand|où|cuánto|cuánta|cuál|qué|cómo|dónde|cuándo|ما|ماذا|كم|كيف|أين|متى|لماذا";
        pattern(&format!(
            r"(?i)(?:^|[.!?\n]\s*)(?:(?:so|and|but|ok|okay|hmm|und),?\s+)?((?:¿\s*)?(?:{opening})\b[^.!?\n]*[?؟])"
        ))
    });
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(question) = ASKING.captures_at(text, from).and_then(|captures| captures.get(1)) {
        let lower = question.as_str().to_lowercase();
        if !["what about", "how about", "wie wäre", "what if"]
            .iter()
            .any(|stating| lower.starts_with(stating))
        {
            found.push(question.range());
        }
        // The question mark may open the next sentence.
        from = question.end() - 1;
        if from <= question.start() {
            break;
        }
    }
    found
}
