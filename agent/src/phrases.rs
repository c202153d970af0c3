//! What is said where a model has no words of its own, and all that the stand-in says. The texts are data, in
//! `agent/phrases`.

use std::sync::LazyLock;

use job_post::sentences::{Files, Sentences};
use job_post::{Language, data_names};

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
    /// Sentences and pieces of them without anything to put in.
    pub(crate) enum Say {
        NoAnswer => "no-answer",
        NotedThat => "noted-that",
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
    /// Sentences with one thing to put in.
    pub(crate) enum Tell {
        NewTitle => "new-title",
        TitleIsNow => "title-is-now",
        Removed => "removed",
        Noted => "noted",
        AtLeast => "at-least",
        UpTo => "up-to",
        SoFar => "so-far",
        StillOpen => "still-open",
        Suggest => "suggest",
        AskBound => "ask-bound",
    }
}

pub(crate) fn say(language: Language, what: Say) -> String {
    SENTENCES.say(language, what.key(), &[])
}

/// The value stands wherever the sentence has its variable, whatever that is called.
pub(crate) fn tell(language: Language, what: Tell, value: &str) -> String {
    let values = ["role", "list", "amount"].map(|name| (name, value));
    SENTENCES.say(language, what.key(), &values)
}

/// A minimum would lie above the maximum.
pub(crate) fn crossed(language: Language, min: &str, max: &str) -> String {
    SENTENCES.say(language, "crossed", &[("min", min), ("max", max)])
}

/// "the salary and the skills", with the commas of the rest already in it.
pub(crate) fn list_end(language: Language, rest: &str, last: &str) -> String {
    SENTENCES.say(language, "list-end", &[("rest", rest), ("last", last)])
}

/// One of a family of names: ("per", "year"). The families are those of the test below.
pub(crate) fn named(language: Language, family: &str, name: &str) -> String {
    SENTENCES.say(language, &format!("{family}-{name}"), &[])
}

#[cfg(test)]
mod tests {
    use job_post::{ExperienceLevel, SalaryPeriod, WorkType, sentences};

    use super::*;
    use crate::standin::topics::TOPICS;

    #[test]
    fn every_language_says_everything() {
        let named = Say::ALL.iter().map(|it| it.key()).chain(Tell::ALL.iter().map(|it| it.key()));
        let topics = TOPICS.map(|it| [format!("ask-{}", it.key()), format!("the-{}", it.key())]);
        let levels =
            ExperienceLevel::ALL.map(|it| ["level-", "at-level-"].map(|of| format!("{of}{}", it.as_str())));
        let kinds = WorkType::ALL.map(|it| format!("work-{}", it.as_str()));
        let periods = SalaryPeriod::ALL.map(|it| format!("per-{}", it.as_str()));
        let families =
            topics.into_iter().flatten().chain(levels.into_iter().flatten()).chain(kinds).chain(periods);
        let all = named.chain(["crossed", "list-end"]).map(str::to_owned).chain(families);
        let faults = sentences::faults(FILES, &all.collect());
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn no_variable_is_left_open() {
        for language in Language::ALL {
            let told = Tell::ALL.iter().map(|what| tell(language, *what, "X"));
            for told in told.chain([crossed(language, "X", "X"), list_end(language, "X", "X")]) {
                assert!(told.contains('X') && !told.contains('$'), "{told}");
            }
        }
    }
}
