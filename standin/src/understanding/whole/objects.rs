//! Objects of one verb: in "limpar consultórios, recepção e banheiros, repor material" the second part has no verb of its own.

use std::sync::LazyLock;

use job_post::{Field, Language, ProposedUpdate};
use regex::Regex;

use super::{is_item, item_before, merge, place};
use crate::{text::sentences::pattern, turn::Turn, understanding::tasks};

/// Joins a task without a verb with the one before it, in languages in which the verb comes first.
pub(super) fn join(turn: &Turn, updates: &mut Vec<ProposedUpdate>) {
    let message = &*turn.message;
    if !tasks::verbs_come_first(turn.language) {
        return;
    }
    let mut second = 0;
    while let Some(update) = updates.get(second) {
        let is_object = is_item(update) && is_task(update) && is_object(&update.value, turn.language);
        let at = is_object.then(|| place(message, &update.value)).flatten();
        second += 1;
        let Some(at) = at else { continue };
        let Some((first, first_at)) = item_before(message, updates, at.start) else { continue };
        let is_led = first != second - 1
            && is_task(&updates[first])
            && has_object(&updates[first].value, turn.language);
        if is_led {
            merge(message, updates, first, second - 1, first_at.start..at.end);
            second = 0;
        }
    }
}

fn is_task(update: &ProposedUpdate) -> bool {
    update.field == Field::Responsibilities
}

/// Does the task begin with a verb and go on with its object?
fn has_object(task: &str, language: Language) -> bool {
    task.split_whitespace().count() > 1 && tasks::begins_with_infinitive(task, language)
}

/// Things without a verb: several, counted, or beside the sign "+". "Playground duty" is work by itself.
fn is_object(item: &str, language: Language) -> bool {
    static WORK: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:duty|duties|work|service|services|shifts?|support|cover|administration|garde|gestion|tâches|guardia|trabajo|trabalho|lavoro|servizio)\b",
        )
    });
    static SEVERAL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\s(?:and|et|y|e|ed|&)\s|^(?:one|two|three|a|an|un|une|uno|una|deux|trois|dos|tres|due|tre|um|uma|dois|\d+)\s",
        )
    });
    !tasks::is_task(item, language) && SEVERAL.is_match(item) && !WORK.is_match(item)
}
