//! The topics of a conversation: their names, their questions, which were asked and which the user refused.

use std::sync::LazyLock;

use job_post::{Field, Language};

use crate::phrases;
use crate::{
    text::{phrase_lists::PhraseLists, sentences::sentences},
    turn::Turn,
    understanding::acts,
};

/// A group of fields that one question asks for.
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
    /// Type, contract, hours, start, application and all else about the employment.
    Terms,
}

/// All topics, in the order of their questions. The last three are never asked.
pub(crate) const TOPICS: [Topic; 12] = [
    Topic::Title,
    Topic::Level,
    Topic::Location,
    Topic::Skills,
    Topic::WorkType,
    Topic::Salary,
    Topic::Responsibilities,
    Topic::Benefits,
    Topic::Terms,
    Topic::Requirements,
    Topic::Department,
    Topic::Description,
];

/// How often one question is asked.
const MOST_TIMES: usize = 2;

/// How many of the topics are asked.
const ASKED: usize = 9;

static NAMES: LazyLock<PhraseLists> =
    LazyLock::new(|| PhraseLists::of(include_str!("../../data/lists/topics.txt")));

/// The question of every topic in every language.
static QUESTIONS: LazyLock<Vec<(Topic, String)>> = LazyLock::new(|| {
    let asked = |topic: Topic| Language::ALL.map(|language| (topic, topic.question(language)));
    TOPICS.into_iter().flat_map(asked).collect()
});

impl Topic {
    /// The name in the phrase files.
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
            Topic::Terms => "terms",
        }
    }

    /// The question that asks for the topic.
    pub fn question(self, language: Language) -> String {
        phrases::named(language, "ask", self.key())
    }

    /// The name within a sentence.
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
            Topic::Terms => &["employmentTypes", "workingHours", "contractLength"],
        }
    }

    /// The topic of a field.
    pub fn of(field: Field) -> Self {
        match field {
            Field::SalaryPeriod | Field::Currency => Topic::Salary,
            Field::Description => Topic::Description,
            _ => TOPICS.into_iter().find(|topic| topic.is_answered_by(field)).unwrap_or(Topic::Terms),
        }
    }

    pub fn is_answered_by(self, field: Field) -> bool {
        self.fields().contains(&field.as_str())
    }

    pub(crate) fn is_known(self, turn: &Turn) -> bool {
        self.fields().iter().any(|field| turn.has(field))
    }

    /// The topics that a text mentions.
    pub fn named_in(text: &str) -> Vec<Topic> {
        let read = sentences(text);
        let names = |topic: &Topic| {
            read.iter().any(|sentence| NAMES.has(topic.key(), sentence, 0..sentence.words.len()))
        };
        TOPICS.into_iter().filter(names).collect()
    }

    /// The topic that the last reply asked for. Before the first reply it is the title.
    pub(crate) fn asked_last(turn: &Turn) -> Option<Topic> {
        if turn.last_reply.is_empty() && turn.is_empty() {
            return Some(Topic::Title);
        }
        let asked = QUESTIONS.iter().find(|(_, question)| turn.last_reply.contains(question));
        asked.map(|(topic, _)| *topic)
    }

    /// How many replies asked for the topic.
    pub(crate) fn was_asked(self, turn: &Turn) -> usize {
        let questions: Vec<&String> =
            QUESTIONS.iter().filter(|(topic, _)| *topic == self).map(|(_, question)| question).collect();
        let asks = |reply: &&String| questions.iter().any(|question| reply.contains(*question));
        turn.replies.iter().filter(asks).count()
    }

    /// The topic to ask next: unknown, not in `known`, not refused, and if possible not the one just asked.
    pub(crate) fn next(turn: &Turn, known: &[&str]) -> Option<Topic> {
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

/// The topics that the user refused to talk about, or removed.
fn refused(turn: &Turn) -> Vec<Topic> {
    let said = turn.earlier.iter().chain([&turn.message]);
    let refusals = said.filter(|text| acts::is_refusal(text) || takes_away(text));
    refusals.flat_map(|text| Topic::named_in(text)).collect()
}

fn takes_away(text: &str) -> bool {
    text.to_lowercase().contains("remove") || sentences(text).iter().any(|it| acts::does(it, "remove"))
}
