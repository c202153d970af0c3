//! What the stand-in says, in each language. The texts are Fluent files in `standin/phrases`.

use job_post::{Language, catalog, data_names};

catalog!("../phrases");

data_names! {
    /// Texts without a variable.
    pub(crate) enum Phrase {
        Hello => "hello",
        WelcomeBack => "welcome-back",
        AnythingElse => "anything-else",
        NotOurs => "not-ours",
        Settled => "settled",
        NothingYet => "nothing-yet",
        NoFigures => "no-figures",
        Changeable => "changeable",
        WhoIAm => "who-i-am",
        NotSure => "not-sure",
        Understood => "understood",
        NothingTaken => "nothing-taken",
        StartedOver => "started-over",
        TakenBack => "taken-back",
        LeftOpen => "left-open",
        AsBefore => "as-before",
        WhichCountry => "which-country",
        JustBeginning => "just-beginning",
        NothingMissing => "nothing-missing",
        Minimum => "minimum",
        Maximum => "maximum",
        AiInterview => "ai-interview",
        NoAiInterview => "no-ai-interview",
        Featured => "featured",
        NotFeatured => "not-featured",
        AskTitleOtherwise => "ask-title-otherwise",
    }
}

data_names! {
    /// Texts with one variable.
    pub(crate) enum Template {
        NewTitle => "new-title",
        TitleIsNow => "title-is-now",
        Removed => "removed",
        Noted => "noted",
        AtLeast => "at-least",
        UpTo => "up-to",
        Openings => "openings",
        SoFar => "so-far",
        StillOpen => "still-open",
        Suggest => "suggest",
        AskBound => "ask-bound",
    }
}

pub(crate) fn phrase(language: Language, phrase: Phrase) -> String {
    CATALOG.text(language, phrase.key(), &[])
}

/// Puts the value in for the template's variable, whatever its name is.
pub(crate) fn filled(language: Language, template: Template, value: &str) -> String {
    let values = ["role", "list", "amount"].map(|name| (name, value));
    CATALOG.text(language, template.key(), &values)
}

/// Says that the minimum would be above the maximum.
pub(crate) fn crossed(language: Language, min: &str, max: &str) -> String {
    CATALOG.text(language, "crossed", &[("min", min), ("max", max)])
}

/// "the salary and the skills"; `rest` holds all items but the last, with commas between them.
pub(crate) fn list_end(language: Language, rest: &str, last: &str) -> String {
    CATALOG.text(language, "list-end", &[("rest", rest), ("last", last)])
}

/// One text of a family of names: ("per", "year"). The test below lists the families.
pub(crate) fn named(language: Language, family: &str, name: &str) -> String {
    CATALOG.text(language, &format!("{family}-{name}"), &[])
}

/// 65000 as 65,000 or 65.000. A text that is not a plain number, or has at most three digits, stays as it is.
pub(crate) fn grouped(language: Language, amount: &str) -> String {
    let is_long = amount.split('.').next().is_some_and(|whole| whole.len() > 3);
    let number = amount.parse().ok().filter(|_| is_long || amount.contains('.'));
    number.map_or_else(|| amount.to_owned(), |number| job_post::grouped(language, number))
}

#[cfg(test)]
mod tests {
    use job_post::{ExperienceLevel, SalaryPeriod, WorkType, catalog};

    use super::*;
    use crate::understanding::topics::TOPICS;

    #[test]
    fn every_language_has_every_text() {
        let named = Phrase::ALL.iter().map(|it| it.key()).chain(Template::ALL.iter().map(|it| it.key()));
        let topics = TOPICS.map(|it| [format!("ask-{}", it.key()), format!("the-{}", it.key())]);
        let levels =
            ExperienceLevel::ALL.map(|it| ["level-", "at-level-"].map(|of| format!("{of}{}", it.as_str())));
        let kinds = WorkType::ALL.map(|it| format!("work-{}", it.as_str()));
        let periods = SalaryPeriod::ALL.map(|it| format!("per-{}", it.as_str()));
        let families =
            topics.into_iter().flatten().chain(levels.into_iter().flatten()).chain(kinds).chain(periods);
        let all = named.chain(["crossed", "list-end"]).map(str::to_owned).chain(families);
        let faults = catalog::faults(FILES, &all.collect());
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn no_variable_is_left_open() {
        for language in Language::ALL {
            let texts = Template::ALL.iter().map(|template| filled(language, *template, "X"));
            for text in texts.chain([crossed(language, "X", "X"), list_end(language, "X", "X")]) {
                assert!(text.contains('X') && !text.contains('$'), "{text}");
            }
        }
    }
}
