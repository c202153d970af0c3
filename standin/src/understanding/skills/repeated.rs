//! Skills that another item says too.

use std::{collections::HashSet, sync::LazyLock};

use job_post::list_file;
use regex::Regex;

use crate::text::{items, sentences::pattern};

/// Does the phrase hold the skill as whole words: "SAP knowledge" and "SAP"?
pub(super) fn holds(phrase: &str, skill: &str) -> bool {
    // "وExcel", "d'Excel": small words are written together with the next word.
    let spaced = |text: &str| {
        let text = format!(" {} ", text.to_lowercase()).replace('’', "'");
        [" و", " d'", " l'"].iter().fold(text, |text, small| text.replace(small, &format!("{small} ")))
    };
    spaced(phrase).contains(&spaced(skill))
}

/// Does a short phrase say the skill with a grade or more: "HACCP lvl 2", "payroll administrator"?
pub(crate) fn is_said_by(skill: &str, phrase: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let words = phrase.split_whitespace().count();
    (2..=MOST_WORDS).contains(&words) && holds(phrase, skill) && is_trade(skill)
}

/// Is it a trade or what everybody of a trade knows? Tools are searched for, whatever else names them: "Java Developer".
fn is_trade(skill: &str) -> bool {
    static TRADES: LazyLock<HashSet<&str>> =
        LazyLock::new(|| list_file::words(include_str!("../../../data/lists/trades.txt")).collect());
    TRADES.contains(&*skill.to_lowercase())
}

/// Is the requirement a verb of knowing and nothing but several of these skills: "conoscere Excel e Abacus"?
pub(crate) fn are_all_of(requirement: &str, skills: &[String]) -> bool {
    static KNOWING: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:know(?:s|ing|ledge\s+of)?|use|using|master|conoscere|usare|conocer|manejar|dominar|saber|connaître|maîtriser|utiliser|conhecer|dominar|usar|kennis\s+van|werken\s+met|znać|znajomość|obsługa|kenntnisse\s+in|umgang\s+mit)\s+(.+)$",
        )
    });
    let Some(names) = KNOWING.captures(requirement).and_then(|found| found.get(1)) else { return false };
    let named = items::of(names.as_str());
    named.len() > 1
        && named.iter().all(|name| skills.iter().any(|skill| skill.to_lowercase() == name.to_lowercase()))
}
