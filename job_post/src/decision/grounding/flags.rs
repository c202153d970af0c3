//! Grounds the two flags: the newest mention decides.

use super::grounded::Grounded;
use crate::Field;
use crate::decision::message::Message;
use crate::decision::quotes::capped;
use crate::decision::transcript::Transcript;
use crate::language::words::{Word, among};

pub(crate) fn flag<'a>(transcript: &Transcript<'a>, field: Field, value: &str) -> Option<Grounded<'a>> {
    let wanted_on = value == "true";
    let newest = transcript.messages().find_map(|message| mention(message, field).map(|at| (message, at)));
    if let Some((message, at)) = newest {
        let agrees = is_on(message, at) == wanted_on;
        let quote = capped(message.text[message.words[at].span.start..].trim_end());
        return agrees.then(|| Grounded::stated(value, quote));
    }
    let proposal = Message::new(transcript.confirmed?);
    let at = mention(&proposal, field)?;
    (is_on(&proposal, at) == wanted_on).then(|| Grounded::confirmed(value, transcript))
}

/// The place of the word that names the flag.
fn mention(message: &Message<'_>, field: Field) -> Option<usize> {
    let words = &message.words;
    let at = |test: fn(&Word) -> bool| words.iter().position(test);
    match field {
        Field::IsFeatured => at(|word| {
            among(
                &word.plain,
                "featured feature unfeature unfeatured highlight highlighted premium spotlight boost boosted hervorheben \
                 destacado destacada destacar destacarlo destácalo vedette مميز مميزا مميزة مميزه تمييز",
            )
        }),
        _ => {
            let interview = |word: &Word| {
                let plain = &word.plain;
                plain.contains("interview")
                    || plain.contains("screen")
                    || plain.contains("vorstellungsgespräch")
                    || among(
                        plain,
                        "entretien entretiens entrevista entrevistas مقابلة المقابلة مقابله المقابله",
                    )
            };
            let ai = at(|word| {
                among(
                    &word.plain,
                    "ai ki ia artificial automated automatic ai's automatisé automatizada الذكاء بالذكاء",
                )
            });
            // "Turn off the interview": only the AI interview can be turned off.
            let off = || at(|word| word.plain == "interview").filter(|at| !is_on(message, *at));
            ai.filter(|_| words.iter().any(interview)).or_else(off)
        }
    }
}

/// Is the flag on? A word close by may turn it off; "don't forget the …" does not.
fn is_on(message: &Message<'_>, at: usize) -> bool {
    const OFF: &str = "no not don't without off disable disabled deactivate remove drop un stop cancel skip kein keine ohne nicht aus \
        deaktivieren unfeature unfeatured never isn't doesn't shouldn't non pas sin sans \
        enlevez retirez désactivez supprimez quita desactiva elimina بدون دون لا احذف";
    let words = &message.words;
    let near = &words[at.saturating_sub(4)..(at + 5).min(words.len())];
    let sentence_cut = |word: &Word| {
        let (from, to) = (word.span.end.min(words[at].span.end), word.span.start.max(words[at].span.start));
        message.text.get(from..to).is_some_and(|between| between.contains(['.', ';', '!', '?', '\n', ',']))
    };
    let close: Vec<&Word> = near.iter().filter(|word| !sentence_cut(word)).collect();
    let reminded = close.iter().any(|word| among(&word.plain, "forget vergessen"));
    reminded || !close.iter().any(|word| among(&word.plain, OFF))
}
