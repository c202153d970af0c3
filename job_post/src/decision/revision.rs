//! Keeps a description that the agent wrote true when the facts change.

use super::input::TurnInput;
use super::writing::Offer;
use crate::writing::layout::{Kind, rewritten, units};
use crate::writing::{Facts, Sources, compose, language_of, renewed};
use crate::{Basis, Content, Draft, Field, Leaf};

/// A sentence of the written description that the post does not support any more.
pub(crate) fn first_outdated(input: &TurnInput<'_>, draft: &Draft) -> Option<String> {
    let held = draft.content.description.as_deref().filter(|_| is_written(draft))?;
    let content = without_written(draft);
    let facts = Facts::new(sources(input, &content));
    let language = language_of(held);
    let mut all = units(held).into_iter().map(|(_, unit)| unit);
    all.find(|unit| facts.unsupported_in(unit, language).is_some()).map(str::to_owned)
}

/// The written description anew, if the changes of the turn made a sentence or item of it untrue. The rest stays.
pub(super) fn revised(input: &TurnInput<'_>, draft: &Draft) -> Option<Offer> {
    let held = input.draft.content.description.as_deref()?;
    if !may_be_rewritten(draft) || draft.content.description.as_deref() != Some(held) {
        return None;
    }
    let (before, now) = (without_written(input.draft), without_written(draft));
    if before == now {
        return None;
    }
    let (before, now) = (sources(input, &before), sources(input, &now));
    let (facts_before, facts) = (Facts::new(before), Facts::new(now));
    let language = language_of(held);
    let is_outdated = |unit: &str| {
        let is_unsupported = |facts: &Facts<'_>| facts.unsupported_in(unit, language).is_some();
        facts_before.outdates(&facts, unit, language)
            || !is_unsupported(&facts_before) && is_unsupported(&facts)
    };
    let (mut outdated, mut added) = (Vec::new(), Vec::new());
    let text = rewritten(held, |kind, unit| {
        if !is_outdated(unit) {
            return vec![unit.to_owned()];
        }
        outdated.push((kind, unit.to_owned()));
        let mut new = renewed(language, unit, before, now);
        // The new items of a list come in place of the first that is gone.
        new.retain(|new| !added.contains(new));
        added.extend(new.iter().cloned());
        new
    });
    if outdated.is_empty() {
        return None;
    }
    // A heading and a label say less than what stands below them.
    outdated.sort_by_key(|(kind, unit)| *kind == Kind::Heading || unit.ends_with(':'));
    let outdated = outdated.into_iter().map(|(_, unit)| unit).collect();
    let text = Some(text).filter(|text| !text.is_empty());
    let text = text.or_else(|| compose(language, now, input.policy.writing.style()));
    Some(Offer { text, left_out: Vec::new(), outdated })
}

pub(super) fn sources<'a>(input: &TurnInput<'a>, content: &'a Content) -> Sources<'a> {
    Sources { content, company: input.company_name, settings: &input.policy.writing }
}

/// The content without a description that the agent wrote.
pub(super) fn without_written(draft: &Draft) -> Content {
    let mut content = draft.publishable();
    if may_be_rewritten(draft) {
        content.description = None;
    }
    content
}

/// Did the agent write the description, and the user take it?
fn is_written(draft: &Draft) -> bool {
    draft.leaves(Field::Description).any(|leaf| leaf.evidence.basis == Basis::Confirmed)
}

/// Is the description none of this session's own words? One of an earlier post may be the agent's too.
pub(super) fn may_be_rewritten(draft: &Draft) -> bool {
    let is_copied = |leaf: Leaf<'_>| leaf.evidence.basis == Basis::Copied;
    is_written(draft) || draft.leaves(Field::Description).any(is_copied)
}
