//! The reply that the user reads: that of the LLM where it is allowed, a fixed text where it is not.

use super::answers::PostQuestion;
use super::consent::{self, Consent};
use super::input::TurnInput;
use super::proposal::{Intent, Proposal, Refusal, RefusalReason};
use super::reading::Reading;
use super::reply_text::{joined, visible, without_last_question};
use super::updates::Judged;
use super::writing::WritingAct;
use super::{advice, answers, claims, refused, repeats, revision, welcome, writing};
use crate::compliance::Finding;
use crate::language::Language;
use crate::language::phrases::{self, Phrase, phrase};
use crate::locale::Locale;
use crate::readiness::{self, is_enough};
use crate::summary::{lines, salary, summary_in};
use crate::values;
use crate::{Change, Draft, Field, Op, Salary, missing};

/// Fewest lines of a summary that is not repeated after a small change.
const MIN_LONG_SUMMARY: usize = 9;
/// Most lines of a small change.
const MAX_CHANGED_LINES: usize = 3;

/// How the turn ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ending {
    pub ready: bool,
    pub changed: bool,
    pub publish: bool,
    pub complete: bool,
}

/// The reply, and whether it ends with the summary and the question whether to publish.
pub(crate) fn reply(
    input: &TurnInput<'_>,
    proposal: &Proposal,
    reading: &Reading,
    judged: &Judged,
    end: Ending,
) -> (String, bool) {
    let language = reading.language;
    if end.publish {
        return (phrase(language, Phrase::Finished), false);
    }
    if end.complete && reading.consents {
        return (phrase(language, Phrase::AlreadyFinished), false);
    }
    if reading.greeting {
        return (greeting(input, language, &judged.draft, end.complete), false);
    }
    if !end.ready && reading.consents {
        let blocked = blocked(input, language, &judged.draft);
        let wanted = || phrases::not_ready(language, &wanted(input, language, &judged.draft));
        return (blocked.unwrap_or_else(wanted), false);
    }
    let base = base(input, proposal, reading, judged, end);
    let base = repeats::unrepeated(input, language, &judged.draft, base);
    let asks_to_publish = end.ready
        && !end.complete
        && (end.changed || reading.wants_end || reading.asks == Some(PostQuestion::Show));
    let is_due = !judged.changes.is_empty() || asks_to_publish;
    let base = advice::with_advice(input, language, &judged.draft, &base, is_due);
    if let Some(question) = doubts(language, judged) {
        return (joined(&without_last_question(&base), &question), false);
    }
    // An order about the whole post is answered, and refused as a value without a word.
    let is_order = reading.asks.is_some_and(PostQuestion::is_order);
    let untaken = refused::report(input, language, judged).filter(|_| !is_order);
    if !end.ready
        && (end.changed || reading.wants_end)
        && let Some(blocked) = blocked(input, language, &judged.draft)
    {
        return (joined(&without_last_question(&base), &blocked), false);
    }
    let declined = consent::reading(input.message, &[]) == Consent::Refused;
    if !asks_to_publish || (declined && !end.changed) {
        let asking = |untaken: String| joined(&without_last_question(&base), &untaken);
        return (untaken.map_or_else(|| base.clone(), asking), false);
    }
    // The only question beside the summary is whether to publish.
    let untaken = untaken.map(|untaken| without_last_question(&untaken)).unwrap_or_default();
    let summary = shown_summary(input, language, &judged.draft, end.changed);
    let question = phrase(language, Phrase::PublishQuestion);
    let before = joined(&without_last_question(&base), &untaken);
    let outdated = revision::first_outdated(input, &judged.draft);
    let outdated = outdated.map(|sentence| phrases::outdated(language, &sentence)).unwrap_or_default();
    let before = joined(&before, &outdated);
    let before = joined(&before, &thin(input, language, &judged.draft).unwrap_or_default());
    let before = joined(&before, &welcome::not_copied(language, &judged.draft).unwrap_or_default());
    let shown = format!("{before}\n\n{summary}\n\n{question}");
    (shown.trim_start().to_owned(), true)
}

/// The summary; of a long post whose summary the last reply showed and that changed little, only what changed.
fn shown_summary(input: &TurnInput<'_>, language: Language, draft: &Draft, changed: bool) -> String {
    let whole = summary_in(language, draft, input.company_name);
    let was_shown = input.shown_hash == Some(&*input.hash(input.draft)) && input.before_question().is_some();
    if !changed || !was_shown {
        return whole;
    }
    let (before, now) =
        (lines(language, input.draft, input.company_name), lines(language, draft, input.company_name));
    let new: Vec<&str> =
        now.iter().filter(|line| !before.contains(line)).map(|(_, line)| line.as_str()).collect();
    // A line that only disappeared would not be seen.
    let has_gone = before.iter().any(|(field, _)| !now.iter().any(|(other, _)| other == field));
    let is_little = !new.is_empty() && new.len() <= MAX_CHANGED_LINES && !has_gone;
    if is_little && now.len() >= MIN_LONG_SUMMARY {
        format!("{}\n\n{}", new.join("\n"), phrase(language, Phrase::SummaryRest))
    } else {
        whole
    }
}

/// The reply of the LLM, or a fixed text if that reply is empty or would be untrue.
fn base(
    input: &TurnInput<'_>,
    proposal: &Proposal,
    reading: &Reading,
    judged: &Judged,
    end: Ending,
) -> String {
    let language = reading.language;
    if reading.reset {
        return if judged.draft.publishable().is_empty() {
            phrase(language, Phrase::StartedOver)
        } else {
            acknowledgement(input, language, judged)
        };
    }
    if reading.orders {
        let noted = noted(language, judged).unwrap_or_default();
        return joined(&noted, &phrase(language, Phrase::OrdersRefused));
    }
    if reading.undo && input.previous == Some(&judged.draft) {
        return phrases::taken_back(language, &names(language, judged.changes.iter()));
    }
    if reading.undo && judged.changes.is_empty() {
        return phrase(language, Phrase::NothingToTakeBack);
    }
    let has_answer =
        |asked: &PostQuestion| *asked != PostQuestion::Show || !judged.draft.publishable().is_empty();
    if let Some(asked) = reading.asks.filter(has_answer).filter(|_| !end.changed) {
        if asked == PostQuestion::Show && end.ready && !end.complete {
            // The summary follows, with the question whether to publish.
            return String::new();
        }
        return answers::answer(input, language, asked, &judged.draft);
    }
    if reading.writing == Some(WritingAct::Accepts) {
        return acknowledgement(input, language, judged);
    }
    let own = visible(&proposal.reply);
    let stays_complete = input.complete && !end.changed;
    let untrue = claims::claims_publication(&own, stays_complete);
    if untrue && stays_complete {
        return phrase(language, Phrase::AlreadyFinished);
    }
    if own.is_empty()
        || untrue
        || writing::offered(&own).is_some()
        || (proposal.intent == Intent::Reset && !reading.reset)
        || (reading.ambiguous && !end.changed)
        || refused::are_claimed(&own, input, judged)
        || removes_nothing(judged)
    {
        return if end.ready && reading.wants_end && !end.changed {
            phrase(language, Phrase::SummaryLead)
        } else {
            acknowledgement(input, language, judged)
        };
    }
    own
}

/// Did the proposal only remove values, and every removal was refused? Its reply would claim a removal.
fn removes_nothing(judged: &Judged) -> bool {
    let removes = |refusal: &Refusal| {
        matches!(refusal.update.op, Op::Remove | Op::Clear) && refusal.reason == RefusalReason::NotGrounded
    };
    judged.changes.is_empty() && !judged.refusals.is_empty() && judged.refusals.iter().all(removes)
}

/// Says what was noted, and asks for the next missing field.
fn acknowledgement(input: &TurnInput<'_>, language: Language, judged: &Judged) -> String {
    let noted = noted(language, judged).unwrap_or_else(|| phrase(language, Phrase::NothingUnderstood));
    let next = missing(&judged.draft, input.policy).first().copied();
    next.map_or(noted.clone(), |next| joined(&noted, &repeats::ask_about(language, next)))
}

fn noted(language: Language, judged: &Judged) -> Option<String> {
    let names = names(language, judged.changes.iter().filter(|change| change.op != Op::Clear));
    (!names.is_empty()).then(|| phrases::noted(language, &names))
}

/// The names of the changed fields, each once.
fn names<'a>(language: Language, changes: impl Iterator<Item = &'a Change>) -> String {
    let mut names: Vec<String> = Vec::new();
    for name in changes.map(|change| phrases::field(language, change.field)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

fn greeting(input: &TurnInput<'_>, language: Language, draft: &Draft, complete: bool) -> String {
    if complete {
        phrase(language, Phrase::GreetingDone)
    } else if readiness::stated_content(draft).is_empty() {
        phrase(language, Phrase::GreetingFirst)
    } else {
        phrases::greeting_back(
            language,
            draft.publishable().title.as_deref(),
            &wanted(input, language, draft),
        )
    }
}

/// The names of the first missing fields.
fn wanted(input: &TurnInput<'_>, language: Language, draft: &Draft) -> String {
    let names: Vec<String> = missing(draft, input.policy)
        .into_iter()
        .take(4)
        .map(|field| phrases::field(language, field))
        .collect();
    if names.is_empty() { phrase(language, Phrase::NothingMissing) } else { names.join(", ") }
}

/// What candidates will miss in a post that says little; said once.
fn thin(input: &TurnInput<'_>, language: Language, draft: &Draft) -> Option<String> {
    let names: Vec<String> =
        readiness::unanswered(draft).into_iter().map(|field| phrases::field(language, field)).collect();
    let notice = phrases::thin(language, &names.join(", "));
    let lead = phrases::thin(language, "");
    let lead = lead.trim_end_matches('.').trim_end();
    let is_known = input.earlier_replies.iter().any(|reply| reply.contains(lead));
    (!names.is_empty() && !is_known).then_some(notice)
}

/// The findings that block publication, if nothing else does.
fn blocked(input: &TurnInput<'_>, language: Language, draft: &Draft) -> Option<String> {
    let content = draft.publishable();
    let is_full = is_enough(draft) && input.policy.unmet(draft).is_empty();
    let findings = if is_full { input.policy.blockers(&content) } else { Vec::new() };
    let text = |finding: &Finding| phrases::finding(language, finding.code, finding.shown_words().as_deref());
    let texts: Vec<String> = findings.iter().take(3).map(text).collect();
    (!texts.is_empty()).then(|| phrases::blocked(language, &texts.join(" ")))
}

/// What a turn changed, was not taken over, and should be worded otherwise, before an offered description.
pub(super) fn before_offer(input: &TurnInput<'_>, language: Language, judged: &Judged) -> String {
    let noted = noted(language, judged).unwrap_or_default();
    let untaken = refused::report(input, language, judged).map(|report| without_last_question(&report));
    let said = joined(&noted, &untaken.unwrap_or_default());
    advice::with_advice(input, language, &judged.draft, &said, !judged.changes.is_empty())
}

/// The question about contradictory values, if there are any.
pub(super) fn doubts(language: Language, judged: &Judged) -> Option<String> {
    let doubtful: Vec<&Refusal> =
        judged.refusals.iter().filter(|refusal| refusal.reason == RefusalReason::Contradictory).collect();
    let first = doubtful.first()?;
    let field = first.update.field;
    let values: Vec<&str> = doubtful
        .iter()
        .filter(|refusal| refusal.update.field == field)
        .map(|refusal| refusal.update.value.trim())
        .filter(|value| !value.is_empty())
        .collect();
    let held = &judged.draft.content.salary;
    if let ([value], Some(amount)) = (&*values, values.first().and_then(|value| values::amount(value))) {
        let locale = Locale::of(language, &judged.draft.content);
        let shown = |amount| {
            let one = Salary { min: Some(amount), max: Some(amount), ..Salary::default() };
            salary(&locale, &one).unwrap_or_else(|| (*value).to_owned())
        };
        match (field, held.min, held.max) {
            (Field::SalaryMin, _, Some(max)) => {
                return Some(phrases::pay_out_of_order(language, &shown(amount), &shown(max)));
            }
            (Field::SalaryMax, Some(min), _) => {
                return Some(phrases::pay_out_of_order(language, &shown(min), &shown(amount)));
            }
            _ => {}
        }
    }
    Some(phrases::two_values(language, &phrases::field(language, field), &values.join(", ")))
}
