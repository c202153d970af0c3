//! Our own sentences, in each language we speak: what the code says when the model must not. Their texts are data, in
//! `job_post/phrases`.

use std::sync::LazyLock;

use crate::language::Language;
use crate::sentences::{Files, Sentences};
use crate::{ExperienceLevel, Field, SalaryPeriod, WorkType, data_names};

/// In the order of [`Language::ALL`].
const FILES: Files = [
    include_str!("../phrases/en.ftl"),
    include_str!("../phrases/de.ftl"),
    include_str!("../phrases/fr.ftl"),
    include_str!("../phrases/es.ftl"),
    include_str!("../phrases/ar.ftl"),
];

static SENTENCES: LazyLock<Sentences> = LazyLock::new(|| Sentences::of(FILES));

data_names! {
    /// Sentences without anything to put in.
    pub(crate) enum Say {
        /// The title of a post whose own was nothing but pay.
        Untitled => "untitled",
        Yes => "yes",
        /// The question that asks for the yes; always the last thing a reply with a summary says.
        PublishQuestion => "publish-question",
        SummaryLead => "summary-lead",
        Finished => "finished",
        AlreadyFinished => "already-finished",
        Welcome => "welcome",
        GreetingFirst => "greeting-first",
        GreetingDone => "greeting-done",
        NothingMissing => "nothing-missing",
        NothingUnderstood => "nothing-understood",
        OrdersRefused => "orders-refused",
        StartedOver => "started-over",
        NothingToTakeBack => "nothing-to-take-back",
        DigitGroup => "digit-group",
        DecimalPoint => "decimal-point",
    }
}

data_names! {
    /// Sentences with something to put in.
    enum Tell {
        From => "from",
        UpTo => "up-to",
        Labelled => "labelled",
        NotReady => "not-ready",
        Blocked => "blocked",
        WelcomeCompany => "welcome-company",
        GreetingBack => "greeting-back",
        GreetingBackTitle => "greeting-back-title",
        Noted => "noted",
        /// What was changed last is as it was before.
        TakenBack => "taken-back",
        AskNext => "ask-next",
        PayOutOfOrder => "pay-out-of-order",
        TwoValues => "two-values",
    }
}

pub(crate) fn say(language: Language, what: Say) -> String {
    SENTENCES.say(language, what.key(), &[])
}

fn tell(language: Language, what: Tell, values: &[(&str, &str)]) -> String {
    SENTENCES.say(language, what.key(), values)
}

pub(crate) fn field(language: Language, field: Field) -> String {
    SENTENCES.say(language, &format!("field-{field}"), &[])
}

pub(crate) fn level(language: Language, level: ExperienceLevel) -> String {
    SENTENCES.say(language, &format!("level-{}", level.as_str()), &[])
}

pub(crate) fn work_type(language: Language, kind: WorkType) -> String {
    SENTENCES.say(language, &format!("work-{}", kind.as_str()), &[])
}

pub(crate) fn period(language: Language, period: SalaryPeriod) -> String {
    SENTENCES.say(language, &format!("per-{}", period.as_str()), &[])
}

pub(crate) fn from(language: Language, amount: &str) -> String {
    tell(language, Tell::From, &[("amount", amount)])
}

pub(crate) fn up_to(language: Language, amount: &str) -> String {
    tell(language, Tell::UpTo, &[("amount", amount)])
}

/// "Location: Lisbon"
pub(crate) fn labelled(language: Language, label: &str, value: &str) -> String {
    tell(language, Tell::Labelled, &[("label", label), ("value", value)])
}

pub(crate) fn not_ready(language: Language, wanted: &str) -> String {
    tell(language, Tell::NotReady, &[("wanted", wanted)])
}

/// `findings` are the sentences of [`finding`].
pub(crate) fn blocked(language: Language, findings: &str) -> String {
    tell(language, Tell::Blocked, &[("findings", findings)])
}

/// What a finding of this code wants to be put right; `words` are those it is about.
pub(crate) fn finding(language: Language, code: &str, words: Option<&str>) -> String {
    let what = SENTENCES.say(language, &format!("finding-{code}"), &[]);
    words.map_or(what.clone(), |words| format!("{what} ({words})"))
}

pub(crate) fn welcome(language: Language, company: &str) -> String {
    match company.is_empty() {
        true => say(language, Say::Welcome),
        false => tell(language, Tell::WelcomeCompany, &[("company", company)]),
    }
}

pub(crate) fn greeting_back(language: Language, title: Option<&str>, wanted: &str) -> String {
    match title {
        Some(title) => tell(language, Tell::GreetingBackTitle, &[("title", title), ("wanted", wanted)]),
        None => tell(language, Tell::GreetingBack, &[("wanted", wanted)]),
    }
}

pub(crate) fn noted(language: Language, fields: &str) -> String {
    tell(language, Tell::Noted, &[("fields", fields)])
}

/// `fields` are the names of those that are as they were before.
pub(crate) fn taken_back(language: Language, fields: &str) -> String {
    tell(language, Tell::TakenBack, &[("fields", fields)])
}

pub(crate) fn ask_next(language: Language, field: &str) -> String {
    tell(language, Tell::AskNext, &[("field", field)])
}

pub(crate) fn pay_out_of_order(language: Language, min: &str, max: &str) -> String {
    tell(language, Tell::PayOutOfOrder, &[("min", min), ("max", max)])
}

pub(crate) fn two_values(language: Language, field: &str, values: &str) -> String {
    tell(language, Tell::TwoValues, &[("field", field), ("values", values)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{compliance, sentences};

    #[test]
    fn every_language_says_everything() {
        let named = Say::ALL.iter().map(|it| it.key()).chain(Tell::ALL.iter().map(|it| it.key()));
        let fields = Field::ALL.map(|it| format!("field-{it}"));
        let levels = ExperienceLevel::ALL.map(|it| format!("level-{}", it.as_str()));
        let kinds = WorkType::ALL.map(|it| format!("work-{}", it.as_str()));
        let periods = SalaryPeriod::ALL.map(|it| format!("per-{}", it.as_str()));
        let findings = compliance::CODES.map(|it| format!("finding-{it}"));
        let named =
            named.map(str::to_owned).chain(fields).chain(levels).chain(kinds).chain(periods).chain(findings);
        let faults = sentences::faults(FILES, &named.collect());
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    /// What a sentence is filled with here is what its text asks for.
    #[test]
    fn no_variable_is_left_open() {
        for language in Language::ALL {
            let told = [
                from(language, "X"),
                up_to(language, "X"),
                labelled(language, "X", "X"),
                not_ready(language, "X"),
                blocked(language, "X"),
                taken_back(language, "X"),
                welcome(language, "X"),
                greeting_back(language, Some("X"), "X"),
                greeting_back(language, None, "X"),
                noted(language, "X"),
                ask_next(language, "X"),
                pay_out_of_order(language, "X", "X"),
                two_values(language, "X", "X"),
            ];
            for told in told {
                assert!(told.contains('X') && !told.contains('$'), "{told}");
            }
        }
    }
}
