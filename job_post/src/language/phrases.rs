//! What the deterministic code says in place of the LLM, in each language. The texts are Fluent files in
//! `job_post/phrases`.

use super::Language;
use crate::content::{ExperienceLevel, SalaryPeriod, WorkType};
use crate::employment_type::EmploymentType;
use crate::field::Field;
use crate::{catalog, data_names};

catalog!("../../phrases");

mod descriptions;

pub(crate) use self::descriptions::{
    HEADINGS, Role, Writing, employment_sentence, opening, pay_range, place_of, role, work_sentence, writing,
};

data_names! {
    /// Texts without a variable.
    pub(crate) enum Phrase {
        /// The title of a post whose own title was only pay.
        Untitled => "untitled",
        Yes => "yes",
        /// The question whether to publish. It ends each reply with a summary.
        PublishQuestion => "publish-question",
        SummaryLead => "summary-lead",
        /// Behind the lines of a summary that changed.
        SummaryRest => "summary-rest",
        Finished => "finished",
        AlreadyFinished => "already-finished",
        Welcome => "welcome",
        WelcomeAi => "welcome-ai",
        GreetingFirst => "greeting-first",
        GreetingDone => "greeting-done",
        NothingMissing => "nothing-missing",
        NothingUnderstood => "nothing-understood",
        OrdersRefused => "orders-refused",
        StartedOver => "started-over",
        NothingToTakeBack => "nothing-to-take-back",
        /// The words before a description that the agent wrote.
        WritingOffer => "writing-offer",
        /// The question behind it. It ends the reply.
        WritingQuestion => "writing-question",
        WritingNeedsTitle => "writing-needs-title",
        WritingInvitation => "writing-invitation",
        WritingInvitationWarm => "writing-invitation-warm",
        WritingAboutRole => "writing-about-role",
        WritingTasks => "writing-tasks",
        WritingTasksWarm => "writing-tasks-warm",
        WritingTasksFormal => "writing-tasks-formal",
        WritingProfile => "writing-profile",
        WritingProfileWarm => "writing-profile-warm",
        WritingProfileFormal => "writing-profile-formal",
        /// Before what applicants must bring, where the next list has what is only welcome.
        WritingRequired => "writing-required",
        WritingWelcome => "writing-welcome",
        WritingOffered => "writing-offered",
        WritingMore => "writing-more",
        WritingApply => "writing-apply",
        WritingQuestions => "writing-questions",
        WritingClosingWarm => "writing-closing-warm",
        WritingClosingFormal => "writing-closing-formal",
        /// Answers to questions about the whole post.
        AnswerLegal => "answer-legal",
        AnswerBetter => "answer-better",
        AnswerNothingYet => "answer-nothing-yet",
        AnswerCopy => "answer-copy",
        AnswerDelete => "answer-delete",
    }
}

data_names! {
    /// Texts with variables.
    enum Template {
        From => "from",
        UpTo => "up-to",
        Labelled => "labelled",
        NotReady => "not-ready",
        Blocked => "blocked",
        Thin => "thin",
        WelcomeCompany => "welcome-company",
        WelcomeCopied => "welcome-copied",
        StillRight => "still-right",
        NotCopied => "not-copied",
        GreetingBack => "greeting-back",
        GreetingBackTitle => "greeting-back-title",
        Noted => "noted",
        TakenBack => "taken-back",
        AskNext => "ask-next",
        PayOutOfOrder => "pay-out-of-order",
        TwoValues => "two-values",
        Interpreted => "interpreted",
        NotTaken => "not-taken",
        NotTakenPay => "not-taken-pay",
        OpenCurrency => "open-currency",
        Advised => "advised",
        LeftOut => "writing-left-out",
        Outdated => "writing-outdated",
        NotLegal => "answer-not-legal",
        Better => "answer-better-with",
    }
}

pub(crate) fn phrase(language: Language, phrase: Phrase) -> String {
    CATALOG.text(language, phrase.key(), &[])
}

fn filled(language: Language, template: Template, values: &[(&str, &str)]) -> String {
    CATALOG.text(language, template.key(), values)
}

pub(crate) fn field(language: Language, field: Field) -> String {
    CATALOG.text(language, &format!("field-{field}"), &[])
}

pub(crate) fn level(language: Language, level: ExperienceLevel) -> String {
    CATALOG.text(language, &format!("level-{}", level.as_str()), &[])
}

pub(crate) fn work_type(language: Language, kind: WorkType) -> String {
    CATALOG.text(language, &format!("work-{}", kind.as_str()), &[])
}

pub(crate) fn employment_type(language: Language, kind: EmploymentType) -> String {
    CATALOG.text(language, &format!("employment-{}", kind.as_str()), &[])
}

/// An item of a list as people read it.
pub fn item(language: Language, field: Field, item: &str) -> String {
    let kind = (field == Field::EmploymentTypes).then(|| EmploymentType::parse(item)).flatten();
    kind.map_or_else(|| item.to_owned(), |kind| employment_type(language, kind))
}

pub(crate) fn period(language: Language, period: SalaryPeriod) -> String {
    CATALOG.text(language, &format!("per-{}", period.as_str()), &[])
}

pub(crate) fn from(language: Language, amount: &str) -> String {
    filled(language, Template::From, &[("amount", amount)])
}

pub(crate) fn up_to(language: Language, amount: &str) -> String {
    filled(language, Template::UpTo, &[("amount", amount)])
}

/// "Location: Lisbon"
pub(crate) fn labelled(language: Language, label: &str, value: &str) -> String {
    filled(language, Template::Labelled, &[("label", label), ("value", value)])
}

pub(crate) fn not_ready(language: Language, wanted: &str) -> String {
    filled(language, Template::NotReady, &[("wanted", wanted)])
}

/// `findings` are texts of [`finding`].
pub(crate) fn blocked(language: Language, findings: &str) -> String {
    filled(language, Template::Blocked, &[("findings", findings)])
}

/// `fields` are what a candidate will ask about.
pub(crate) fn thin(language: Language, fields: &str) -> String {
    filled(language, Template::Thin, &[("fields", fields)])
}

/// What to do about a finding with this code; `words` are the words it is about.
pub(crate) fn finding(language: Language, code: &str, words: Option<&str>) -> String {
    let what = CATALOG.text(language, &format!("finding-{code}"), &[]);
    words.map_or(what.clone(), |words| format!("{} ({words}).", what.trim_end_matches('.')))
}

/// A finding of the compliance check with its source, in a sentence.
pub(crate) fn advised(language: Language, finding: &str, source: &str) -> String {
    filled(language, Template::Advised, &[("finding", finding), ("source", source)])
}

pub(crate) fn welcome(language: Language, company: &str) -> String {
    match company.is_empty() {
        true => phrase(language, Phrase::Welcome),
        false => filled(language, Template::WelcomeCompany, &[("company", company)]),
    }
}

/// The greeting of a session that begins with an earlier post.
pub(crate) fn welcome_copied(language: Language, title: &str) -> String {
    filled(language, Template::WelcomeCopied, &[("title", title)])
}

/// Are values of an earlier post still right?
pub(crate) fn still_right(language: Language, values: &str) -> String {
    filled(language, Template::StillRight, &[("values", values)])
}

/// Values of an earlier post that nobody has confirmed.
pub(crate) fn not_copied(language: Language, values: &str) -> String {
    filled(language, Template::NotCopied, &[("values", values)])
}

pub(crate) fn greeting_back(language: Language, title: Option<&str>, wanted: &str) -> String {
    match title {
        Some(title) => filled(language, Template::GreetingBackTitle, &[("title", title), ("wanted", wanted)]),
        None => filled(language, Template::GreetingBack, &[("wanted", wanted)]),
    }
}

pub(crate) fn noted(language: Language, fields: &str) -> String {
    filled(language, Template::Noted, &[("fields", fields)])
}

/// `fields` are the names of the fields that the undo changed.
pub(crate) fn taken_back(language: Language, fields: &str) -> String {
    filled(language, Template::TakenBack, &[("fields", fields)])
}

pub(crate) fn ask_next(language: Language, field: &str) -> String {
    filled(language, Template::AskNext, &[("field", field)])
}

pub(crate) fn pay_out_of_order(language: Language, min: &str, max: &str) -> String {
    filled(language, Template::PayOutOfOrder, &[("min", min), ("max", max)])
}

/// A value that the user's words, `quote`, mean in another form.
pub(crate) fn interpreted(language: Language, value: &str, quote: &str) -> String {
    filled(language, Template::Interpreted, &[("value", value), ("quote", quote)])
}

/// The user's words that became no value, and the names of the fields that they were proposed for.
pub(crate) fn not_taken(language: Language, quote: &str, field: &str) -> String {
    filled(language, Template::NotTaken, &[("quote", quote), ("field", field)])
}

/// As [`not_taken`] for words about the pay, which figures would help.
pub(crate) fn not_taken_pay(language: Language, quote: &str) -> String {
    filled(language, Template::NotTakenPay, &[("quote", quote)])
}

/// The question for the currency of a sign or name that may mean several.
pub(crate) fn open_currency(language: Language, sign: &str) -> String {
    filled(language, Template::OpenCurrency, &[("sign", sign)])
}

pub(crate) fn two_values(language: Language, field: &str, values: &str) -> String {
    filled(language, Template::TwoValues, &[("field", field), ("values", values)])
}

/// The answer whether the post is lawful; `findings` are texts of [`finding`].
pub(crate) fn not_legal(language: Language, findings: &str) -> String {
    filled(language, Template::NotLegal, &[("findings", findings)])
}

/// What would improve the post: the names of fields.
pub(crate) fn better(language: Language, fields: &str) -> String {
    filled(language, Template::Better, &[("fields", fields)])
}

/// A sentence of the description that is no longer true.
pub(crate) fn outdated(language: Language, sentence: &str) -> String {
    filled(language, Template::Outdated, &[("sentence", sentence)])
}

/// The words of a written description that the post does not have.
pub(crate) fn left_out(language: Language, words: &str) -> String {
    filled(language, Template::LeftOut, &[("words", words)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compliance;
    use crate::language::catalog;

    #[test]
    fn every_language_has_every_text() {
        let named = Phrase::ALL.iter().map(|it| it.key()).chain(Template::ALL.iter().map(|it| it.key()));
        let named = named.chain(Writing::ALL.iter().map(|it| it.key()));
        let fields = Field::ALL.map(|it| format!("field-{it}"));
        let levels = ExperienceLevel::ALL.map(|it| format!("level-{}", it.as_str()));
        let kinds = WorkType::ALL.map(|it| format!("work-{}", it.as_str()));
        let employment = EmploymentType::ALL.map(|it| format!("employment-{}", it.as_str()));
        let periods = SalaryPeriod::ALL.map(|it| format!("per-{}", it.as_str()));
        let findings = compliance::CODES.map(|it| format!("finding-{it}"));
        let of_work = WorkType::ALL.map(|it| format!("writing-work-{}", it.as_str()));
        let of_employment = EmploymentType::ALL.map(|it| format!("writing-employment-{}", it.as_str()));
        let words =
            [&fields[..], &levels, &kinds, &employment, &periods, &findings, &of_work, &of_employment]
                .concat();
        let named = named.chain(Role::ALL.iter().map(|it| it.key()));
        let named = named
            .chain(["writing-place", "writing-place-bracketed", "writing-pay-range"])
            .map(str::to_owned)
            .chain(words);
        let faults = catalog::faults(FILES, &named.collect());
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn no_variable_is_left_open() {
        for language in Language::ALL {
            let texts = [
                from(language, "X"),
                up_to(language, "X"),
                labelled(language, "X", "X"),
                not_ready(language, "X"),
                blocked(language, "X"),
                taken_back(language, "X"),
                welcome(language, "X"),
                welcome_copied(language, "X"),
                still_right(language, "X"),
                not_copied(language, "X"),
                greeting_back(language, Some("X"), "X"),
                greeting_back(language, None, "X"),
                noted(language, "X"),
                ask_next(language, "X"),
                pay_out_of_order(language, "X", "X"),
                two_values(language, "X", "X"),
                interpreted(language, "X", "X"),
                not_taken(language, "X", "X"),
                not_taken_pay(language, "X"),
                advised(language, "X", "X"),
            ];
            for text in texts {
                assert!(text.contains('X') && !text.contains('$'), "{text}");
            }
        }
    }
}
