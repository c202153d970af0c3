//! What a message means: each reader reads each sentence, and their updates are merged.

pub(crate) mod acts;
mod applications;
mod clears;
mod corrected;
pub(crate) mod currencies;
mod department;
mod flags;
mod hours;
pub(crate) mod intent;
mod level;
mod lists;
mod notes;
pub(crate) mod pay;
mod place;
pub(crate) mod postings;
mod renamed;
mod restated;
mod restores;
mod short_answers;
mod skills;
mod statements;
mod tasks;
mod terms;
mod title;
pub(crate) mod topics;
pub(crate) mod typical_tasks;
mod unspaced;
pub(crate) mod updates;
mod whole;
mod work_type;

use std::ops::Range;

use job_post::{Field, Intent, Op, ProposedUpdate};

use self::{topics::Topic, updates::set};
use crate::{
    text::{
        gazetteer,
        sentences::{Sentence, sentences},
    },
    turn::Turn,
};

/// What the stand-in understood of a message.
#[derive(Default)]
pub(crate) struct Understanding<'a> {
    pub updates: Vec<ProposedUpdate>,
    pub intent: Option<Intent>,
    /// A new salary bound that would be past the other one: the lower and the higher amount.
    pub crossing: Option<(String, String)>,
    pub sentences: Vec<Sentence<'a>>,
    /// The message gives orders to the model.
    pub orders: bool,
}

/// Reads the message of a turn.
pub(crate) fn of(turn: &Turn) -> Understanding<'_> {
    let sentences = sentences(&turn.message);
    if acts::gives_orders(&turn.message) {
        return Understanding { orders: true, sentences, ..Understanding::default() };
    }
    if postings::is_posting(&turn.message) {
        let updates = postings::read(turn).into_iter().filter(|update| !is_known(turn, update)).collect();
        return Understanding { updates, intent: Some(Intent::Continue), ..Understanding::default() };
    }
    let accepted = typical_tasks::accepted(turn);
    if !accepted.is_empty() {
        let intent = Some(Intent::Continue);
        return Understanding { updates: accepted, intent, sentences, ..Understanding::default() };
    }
    let asked = Topic::asked_last(turn);
    let intent = intent::of(&turn.message, &sentences);
    let mut understanding = Understanding { intent: Some(intent), ..Understanding::default() };
    if matches!(intent, Intent::Reset | Intent::Undo) {
        return Understanding { sentences, ..understanding };
    }
    // "Department: Projects" begins with a label, and "Tucson AZ" ends with a state.
    let is_title = |title: &title::Found| {
        let behind = turn.message[title.at.end..].trim_start();
        !behind.starts_with(':') && !gazetteer::is_us_state(&turn.message[title.at.clone()])
    };
    let find = |it| renamed::find(it).or_else(|| title::find(turn, it)).filter(is_title);
    let title = sentences.iter().find_map(find);
    let title = title.or_else(|| sentences.iter().find_map(|it| renamed::sought(turn, it).filter(is_title)));
    let title = title.map(|found| title::as_said(turn, found));
    let title_at = title.as_ref().map_or(0..0, |title| title.at.clone());
    for update in title.into_iter().flat_map(|title| with_level(title.update)) {
        understanding.take(update);
    }
    for sentence in &sentences {
        understanding.read(turn, sentence, &title_at, asked);
    }
    if let Some(first) =
        sentences.first().filter(|_| asked == Some(Topic::Title) && intent == Intent::Continue)
    {
        understanding.take_whole(turn, first);
    }
    if understanding.updates.is_empty() && intent == Intent::Continue && understanding.crossing.is_none() {
        understanding.updates = short_answers::find(turn, &sentences, asked);
    }
    understanding.restore(turn, &sentences);
    understanding.updates.retain(|update| !is_known(turn, update));
    understanding.updates.extend(currencies::resolved(turn, &understanding.updates));
    understanding.sentences = sentences;
    understanding.updates = notes::join(turn, &understanding);
    whole::keep(turn, &mut understanding.updates);
    understanding.correct_items();
    understanding.merge_skills(turn);
    understanding
}

/// Does the post hold this value already?
fn is_known(turn: &Turn, update: &ProposedUpdate) -> bool {
    if update.op != Op::Set || update.field.is_pay() {
        return false;
    }
    let name = update.field.as_str();
    match update.field.is_flag() {
        true => turn.flag(name) == (update.value == "true"),
        false => turn.text(name).to_lowercase() == update.value.to_lowercase(),
    }
}

impl Understanding<'_> {
    fn read(&mut self, turn: &Turn, sentence: &Sentence<'_>, title: &Range<usize>, asked: Option<Topic>) {
        let lists = lists::find(turn, sentence, title);
        let mut found = Vec::new();
        if !lists.is_whole {
            let stated = |it: &ProposedUpdate| lists.updates.iter().any(|other| says_the_same(it, other));
            found.extend(level::find(sentence).into_iter().filter(|update| !stated(update)));
            let place = place::find(turn, sentence, title).filter(|_| !currencies::was_asked(turn));
            // The first place of a message is that of the work: "… in Gentbrugge. Administratie in Wisa".
            let is_first =
                self.updates.iter().all(|it| it.field != Field::Location) || place::moves(sentence);
            let place = place.filter(|_| is_first);
            found.extend(place.as_ref().and_then(|place| place::site(sentence, place)));
            found.extend(place);
            found
                .extend(work_type::find(sentence).filter(|update| !is_beside_hybrid(turn, sentence, update)));
            found.extend(unspaced::find(turn, sentence));
            found.extend(department::find(sentence));
            let is_required =
                |it: &ProposedUpdate| lists.updates.iter().any(|other| is_same_value(it, other));
            found.extend(skills::find(turn, sentence, title).into_iter().filter(|it| !is_required(it)));
            let pay = pay::find(turn, sentence, asked);
            // "On call pays an extra $150 a weekend" says nothing of the salary that was read before.
            let is_extra = self.has_pay() && pay::is_extra(sentence);
            found.extend(pay.updates.into_iter().filter(|_| !is_extra));
            self.crossing = pay.crossing.filter(|_| !is_extra).or(self.crossing.take());
        }
        let terms = terms::find(sentence, &lists.updates, title);
        found.extend(terms.into_iter().map(|update| self.beside_other_ways(turn, update)));
        found.extend(lists.updates);
        found.extend(clears::find(turn, sentence));
        let mut restated = restated::find(turn, sentence);
        if restated.is_empty() && restated::correct(sentence, &mut self.updates) {
            found.retain(|it| it.op != Op::Add);
        }
        if restated.is_empty() {
            restated = corrected::find(turn, sentence);
        }
        // "3 ans d'expérience plutôt que 2" is the old requirement with another number, and no second one.
        let is_again = |it: &ProposedUpdate| {
            it.op == Op::Add && restated.iter().any(|other| other.op == Op::Add && other.field == it.field)
        };
        found.retain(|it| !is_again(it));
        found.extend(restated);
        found.extend(hours::added_day(turn, sentence));
        found.extend(flags::find(sentence));
        for update in found {
            self.take(update);
        }
    }

    /// A second address does not replace the first one: it is the contact.
    fn beside_other_ways(&self, turn: &Turn, update: ProposedUpdate) -> ProposedUpdate {
        let is_second = update.field == Field::HowToApply
            && (turn.has("howToApply") || self.updates.iter().any(|it| it.field == update.field));
        let is_free = !turn.has("contact") && self.updates.iter().all(|it| it.field != Field::Contact);
        match is_second && is_free && applications::has_address(&update.value) {
            true => ProposedUpdate { field: Field::Contact, ..update },
            false => update,
        }
    }

    /// Does the message say what the salary is?
    fn has_pay(&self) -> bool {
        self.updates.iter().any(|it| matches!(it.field, Field::SalaryMin | Field::SalaryMax))
    }

    /// "Put the salary back": reads the value again from the newest message that stated it.
    fn restore(&mut self, turn: &Turn, sentences: &[Sentence<'_>]) {
        let wanted = sentences.iter().flat_map(|sentence| restores::wanted(turn, sentence));
        for topic in wanted.collect::<Vec<_>>() {
            if !self.updates.iter().any(|update| topic.is_answered_by(update.field)) {
                self.updates.extend(restores::find(turn, topic));
            }
        }
    }

    /// After the question for the position, takes words that mean nothing else as the position.
    fn take_whole(&mut self, turn: &Turn, sentence: &Sentence<'_>) {
        if ["greet", "nothing", "remove"].iter().any(|act| acts::ACTS.begins(act, sentence, 0)) {
            return;
        }
        let means = |field: Field| self.updates.iter().any(|update| update.field == field);
        let Some(title) = title::whole_message(sentence)
            .filter(|_| !turn.has("title") && !means(Field::Title))
            .map(|found| title::as_said(turn, found))
        else {
            return;
        };
        let words = &title.update.quote;
        let is_else = |it: &ProposedUpdate| {
            it.field != Field::Skills && (it.quote.contains(words) || words.contains(&it.quote))
        };
        if !self.updates.iter().any(is_else) {
            self.updates.insert(0, title.update);
        }
    }

    /// Corrects the items of this message, notes too, and drops what the correcting words were read as.
    fn correct_items(&mut self) {
        for sentence in &self.sentences {
            if let Some(said) = corrected::within(sentence, &mut self.updates) {
                self.updates.retain(|it| it.op != Op::Add || !said.contains(&*it.quote));
            }
            let text = sentence.text();
            let is_own = |it: &ProposedUpdate| it.op == Op::Add && text.contains(&*it.quote);
            let (own, mut others): (Vec<_>, Vec<_>) = self.updates.iter().cloned().partition(is_own);
            let new = corrected::correct(sentence, &mut others);
            let is_renumbered = new.is_none() && restated::correct(sentence, &mut others);
            if new.is_none() && !is_renumbered {
                continue;
            }
            let is_said = |it: &ProposedUpdate| {
                is_renumbered || new.is_some_and(|new| overlaps(&it.quote, new) || overlaps(&it.value, new))
            };
            others.extend(own.into_iter().filter(|it| !is_said(it)));
            self.updates = others;
        }
    }

    /// "HACCP" beside "HACCP lvl 2": a skill that a requirement or a long title says is not listed again.
    fn merge_skills(&mut self, turn: &Turn) {
        let title = self.updates.iter().find(|it| it.field == Field::Title).map(|it| it.value.clone());
        let title = title.unwrap_or_else(|| turn.text("title").to_owned());
        let is_adding = |it: &ProposedUpdate, field: Field| it.op == Op::Add && it.field == field;
        let required: Vec<String> = self
            .updates
            .iter()
            .filter(|it| is_adding(it, Field::Requirements))
            .map(|it| it.value.clone())
            .collect();
        let skills: Vec<String> = self
            .updates
            .iter()
            .filter(|it| is_adding(it, Field::Skills))
            .map(|it| it.value.clone())
            .collect();
        let of_post = || turn.list("requirements").into_iter().chain(required.iter().map(String::as_str));
        self.updates.retain(|it| {
            !is_adding(it, Field::Skills)
                || !skills::is_said_by(&it.value, &title)
                    && !of_post().any(|item| skills::is_said_by(&it.value, item))
        });
        // "Conoscere Excel e Abacus" is nothing but skills.
        self.updates
            .retain(|it| !is_adding(it, Field::Requirements) || !skills::are_all_of(&it.value, &skills));
    }

    /// Adds an update. For a field of one value the last update wins.
    fn take(&mut self, update: ProposedUpdate) {
        if matches!(update.op, Op::Set | Op::Clear) && update.field != Field::Skills {
            self.updates.retain(|it| it.field != update.field);
        }
        let same = |it: &ProposedUpdate| {
            it.op == update.op
                && it.field == update.field
                && it.value.to_lowercase() == update.value.to_lowercase()
        };
        if !self.updates.iter().any(same) {
            self.updates.push(update);
        }
    }
}

/// "In the office there is a dog" takes no day at home back.
fn is_beside_hybrid(turn: &Turn, sentence: &Sentence<'_>, update: &ProposedUpdate) -> bool {
    const SHORT: usize = 5;
    turn.text("workType") == "hybrid"
        && update.value == "onsite"
        && sentence.words.len() > SHORT
        && !acts::does(sentence, "correct")
        && !acts::does(sentence, "restate")
}

/// A licence that is required is no skill besides.
fn is_same_value(skill: &ProposedUpdate, other: &ProposedUpdate) -> bool {
    skill.op == Op::Add
        && other.field == Field::Requirements
        && skill.value.to_lowercase() == other.value.to_lowercase()
}

/// Does one of the texts hold the other?
fn overlaps(one: &str, other: &str) -> bool {
    one.contains(other) || other.contains(one)
}

/// Are both the same requirement, one with more words around it?
fn says_the_same(one: &ProposedUpdate, other: &ProposedUpdate) -> bool {
    one.field == Field::Requirements
        && other.field == one.field
        && (one.value.contains(&other.value) || other.value.contains(&one.value))
}

/// Adds the level that a title implies: "Lead Designer", "Chief Financial Officer".
fn with_level(title: ProposedUpdate) -> Vec<ProposedUpdate> {
    let first = title.value.split(' ').next().unwrap_or_default().to_lowercase();
    let level = match first.as_str() {
        "lead" => Some("lead"),
        "principal" | "staff" if title.value.contains(' ') => Some("principal"),
        "chief" | "vp" => Some("executive"),
        _ => None,
    };
    let word = title.quote.split(' ').next().unwrap_or_default().to_owned();
    let level = level.map(|level| set(Field::ExperienceLevel, level, &word));
    std::iter::once(title).chain(level).collect()
}
