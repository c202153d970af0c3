//! What a job post can be talked about, how each topic is named, and which of them were asked for or refused.

use std::sync::LazyLock;

use job_post::{Field, Language};

use super::{acts, phrase_lists::PhraseLists, turn::Turn, words::sentences};
use crate::phrases;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Topic {
    Title,
    Level,
    Location,
    Skills,
    WorkType,
    Salary,
    Responsibilities,
    Requirements,
    Benefits,
    Department,
    Description,
}

/// In the order in which they are asked for; the last three are not.
pub(crate) const TOPICS: [Topic; 11] = [
    Topic::Title,
    Topic::Level,
    Topic::Location,
    Topic::Skills,
    Topic::WorkType,
    Topic::Salary,
    Topic::Responsibilities,
    Topic::Benefits,
    Topic::Requirements,
    Topic::Department,
    Topic::Description,
];

/// Who does not answer a question twice does not want to.
const MOST_TIMES: usize = 2;

const ASKED: usize = 8;

static NAMES: LazyLock<PhraseLists> = LazyLock::new(|| PhraseLists::of(include_str!("data/topics.txt")));

/// What every topic is asked for with, in every language.
static QUESTIONS: LazyLock<Vec<(Topic, String)>> = LazyLock::new(|| {
    let asked = |topic: Topic| Language::ALL.map(|language| (topic, topic.question(language)));
    TOPICS.into_iter().flat_map(asked).collect()
});

impl Topic {
    /// The name in the phrases.
    pub const fn key(self) -> &'static str {
        match self {
            Topic::Title => "title",
            Topic::Level => "level",
            Topic::Location => "location",
            Topic::Skills => "skills",
            Topic::WorkType => "work-type",
            Topic::Salary => "salary",
            Topic::Responsibilities => "responsibilities",
            Topic::Requirements => "requirements",
            Topic::Benefits => "benefits",
            Topic::Department => "department",
            Topic::Description => "description",
        }
    }

    /// The one question a reply ends with.
    pub fn question(self, language: Language) -> String {
        phrases::named(language, "ask", self.key())
    }

    /// What it is called within a sentence.
    pub fn name(self, language: Language) -> String {
        phrases::named(language, "the", self.key())
    }

    /// The fields that answer it.
    fn fields(self) -> &'static [&'static str] {
        match self {
            Topic::Title => &["title"],
            Topic::Level => &["experienceLevel"],
            Topic::Location => &["location"],
            Topic::Skills => &["skills"],
            Topic::WorkType => &["workType"],
            Topic::Salary => &["salaryMin", "salaryMax"],
            Topic::Responsibilities => &["responsibilities", "description"],
            Topic::Requirements => &["requirements"],
            Topic::Benefits => &["benefits"],
            Topic::Department => &["department"],
            Topic::Description => &["description"],
        }
    }

    pub fn is_answered_by(self, field: Field) -> bool {
        self.fields().contains(&field.as_str())
    }

    pub(super) fn is_known(self, turn: &Turn) -> bool {
        self.fields().iter().any(|field| turn.has(field))
    }

    /// The topics that a text names.
    pub fn named_in(text: &str) -> Vec<Topic> {
        let read = sentences(text);
        let names = |topic: &Topic| {
            read.iter().any(|sentence| NAMES.has(topic.key(), sentence, 0..sentence.words.len()))
        };
        TOPICS.into_iter().filter(names).collect()
    }

    /// What the last reply asked for, if it was one of our questions; at the very beginning the position.
    pub(super) fn asked_last(turn: &Turn) -> Option<Topic> {
        if turn.last_reply.is_empty() && turn.is_empty() {
            return Some(Topic::Title);
        }
        let asked = QUESTIONS.iter().find(|(_, question)| turn.last_reply.contains(question));
        asked.map(|(topic, _)| *topic)
    }

    /// In how many of our replies it was asked for.
    pub(super) fn was_asked(self, turn: &Turn) -> usize {
        let questions: Vec<&String> =
            QUESTIONS.iter().filter(|(topic, _)| *topic == self).map(|(_, question)| question).collect();
        let asks = |reply: &&String| questions.iter().any(|question| reply.contains(*question));
        turn.replies.iter().filter(asks).count()
    }

    /// What to ask next: something unknown that is not given in `known` and that the user has not refused to tell,
    /// rather not what was asked just now.
    pub(super) fn next(turn: &Turn, known: &[&str]) -> Option<Topic> {
        let refused = refused(turn);
        let open: Vec<Topic> = TOPICS[..ASKED]
            .iter()
            .copied()
            .filter(|topic| {
                !topic.is_known(turn) && !topic.fields().iter().any(|field| known.contains(field))
            })
            .filter(|topic| !refused.contains(topic))
            .collect();
        let open: Vec<Topic> = open
            .into_iter()
            .filter(|topic| *topic == Topic::Title || topic.was_asked(turn) < MOST_TIMES)
            .collect();
        let last = Topic::asked_last(turn).filter(|topic| *topic != Topic::Title);
        open.iter().copied().find(|topic| Some(*topic) != last).or_else(|| open.first().copied())
    }
}

/// What the user would rather leave open.
fn refused(turn: &Turn) -> Vec<Topic> {
    let said = turn.earlier.iter().chain([&turn.message]);
    let told = said.filter(|text| acts::is_refusal(text) || takes_away(text));
    told.flat_map(|text| Topic::named_in(text)).collect()
}

fn takes_away(text: &str) -> bool {
    text.to_lowercase().contains("remove") || sentences(text).iter().any(|it| acts::does(it, "remove"))
}
