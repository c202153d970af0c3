//! What a model's reply must not say: that something is published before it is, or a figure that was just refused.

use std::sync::LazyLock;

use regex::Regex;

use crate::money;
use crate::proposals::Judged;
use crate::questions::{is_question, sentences};
use crate::words::pattern;
use crate::{Field, RefusalReason};

/// The sentences that are no questions.
fn statements(reply: &str) -> impl Iterator<Item = &str> {
    sentences(reply).into_iter().map(|(_, sentence)| sentence).filter(|sentence| !is_question(sentence))
}

/// Does the reply claim that the post is out? Questions, conditions and plans are no claims.
pub(super) fn claims_publication(reply: &str) -> bool {
    static CLAIM: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?ix)
              \b(published|posted|submitted|finali[sz]ed)\b
            | \b(is|are|went|goes|gone|now)\s+(now\s+|officially\s+)?live\b
            | \bveröffentlicht\b | \bonline\s+gestellt\b | \bist\s+(jetzt\s+)?online\b | \babgeschickt\b
            | \bpubliée?\b | \bpublicad[oa]\b | نُشر | تم\s+(ال)?نشر
            ",
        )
    });
    static NO_CLAIM: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?ix)\b(not|n't|once|before|after|when|until|unless|if|can|could|will|would|should|shall|may|must|ready|to\s+be|want|like|
              nicht|noch|sobald|wenn|bevor|kann|können|soll|sollen|möchten|wird|werden|muss|falls|
              pas|encore|quand|lorsque|si|sera|seront|peut|pourra|avant|dès|fois|todavía|aún|cuando|será|puede|podrá|antes|vez|
              لم|لن|بعد|قبل|عندما|إذا|هل|سوف|سيتم|يمكن)\b",
        )
    });
    statements(reply).any(|sentence| CLAIM.is_match(sentence) && !NO_CLAIM.is_match(sentence))
}

/// Does the reply speak of an amount that was refused as if it stood? A question may well propose one.
pub(super) fn repeats_refused(reply: &str, judged: &Judged) -> bool {
    let refused: Vec<_> = judged
        .refusals
        .iter()
        .filter(|refusal| refusal.reason == RefusalReason::NotGrounded)
        .filter(|refusal| matches!(refusal.update.field, Field::SalaryMin | Field::SalaryMax))
        .filter_map(|refusal| money::amount_named(&refusal.update.value))
        .collect();
    let held = |amount| {
        let salary = &judged.draft.content.salary;
        salary.min == Some(amount) || salary.max == Some(amount)
    };
    statements(reply).any(|sentence| {
        let figures = money::numbers_in(sentence);
        refused
            .iter()
            .any(|amount| !held(*amount) && figures.iter().any(|figure| figure.values.contains(amount)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_and_no_claims() {
        for reply in [
            "Your job post has been published!",
            "Great, I published it.",
            "Done. It is now live.",
            "The post was submitted.",
            "Ihre Anzeige ist veröffentlicht.",
        ] {
            assert!(claims_publication(reply), "{reply}");
        }
        for reply in [
            "Would you like it published?",
            "It can be published once you say so.",
            "It has not been published yet.",
            "I will get it published after your yes.",
            "Soll die Anzeige veröffentlicht werden?",
            "هل تم نشر الإعلان؟",
        ] {
            assert!(!claims_publication(reply), "{reply}");
        }
    }
}
