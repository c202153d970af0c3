//! Finds titles in languages other than English and German: stated ("le titre doit être …", "cambia el puesto a …") or sought
//! ("il nous faut une …", "نود توظيف …").

use std::sync::LazyLock;

use job_post::Field;
use regex::Regex;

use crate::{
    text::{
        casing::capitalized,
        polish_places,
        sentences::{Sentence, pattern},
        vocabulary::PLACES,
    },
    turn::Turn,
    understanding::{acts::ACTS, level, title::Found, updates::set, work_type},
};

/// The title that a sentence states.
pub(crate) fn find(sentence: &Sentence<'_>) -> Option<Found> {
    static NAMED: LazyLock<[Regex; 7]> = LazyLock::new(|| {
        const TITLE: &str =
            r"(?:le\s+titre|l['’]intitulé|le\s+nom\s+du\s+poste)(?:\s+du\s+poste|\s+de\s+l['’]annonce)?";
        const TITULO: &str =
            r"(?:el\s+título|el\s+puesto|el\s+nombre\s+del\s+puesto)(?:\s+del\s+(?:puesto|anuncio))?";
        const MUSAMMA: &str = r"(?:المسمى(?:\s+الوظيفي)?|عنوان\s+الوظيفة)";
        [
            pattern(&format!(
                r"(?i){TITLE}\s*(?:doit\s+être|devrait\s+être|est(?:\s+désormais)?|sera|:)\s*(.+)"
            )),
            pattern(&format!(
                r"(?i)\b(?:change[zr]?|modifie[zr]?|renomme[zr]?|mettez|remplacez)\s+{TITLE}\s+(?:en|par|pour|à)\s+(.+)"
            )),
            pattern(&format!(r"(?i){TITULO}\s*(?:debe\s+ser|debería\s+ser|se\s+llama|será|es|:)\s*(.+)")),
            pattern(&format!(
                r"(?i)\b(?:cambia|cambie|cambiar|modifica|modifique|pon|renombra)\s+{TITULO}\s+(?:a|por|como)\s+(.+)"
            )),
            pattern(
                r"(?i)\b(?:maak|verander|wijzig|zet|muda|mude|mudar|altere|alterar|troque|coloque|põe|cambia|cambi|cambiare|modifica|modifichi|metti|zmień|zmienić|ustaw|wpisz)\s+(?:van\s+)?(?:de\s+(?:functie)?titel|de\s+functie|o\s+(?:título|cargo)|il\s+titolo|la\s+posizione|tytuł|stanowisko)(?:\s+(?:da\s+vaga|dell['’]annuncio|ogłoszenia|toch|liever|maar|dan|om|naar|in|op|para|por|com|como|a|na|invece|raczej|jednak))*\s+(.+)",
            ),
            pattern(&format!(r"{MUSAMMA}\s*(?:يجب\s+أن\s+يكون|هو|يكون|:)\s*(.+)")),
            pattern(&format!(
                r"(?:غي[\u{{651}}]?ر|عد[\u{{651}}]?ل|اجعل|بدل)\s+{MUSAMMA}\s+(?:إلى|الى|ل)\s*(.+)"
            )),
        ]
    });
    if sentence.is_question {
        return None;
    }
    let text = sentence.text();
    let named = NAMED.iter().find_map(|form| form.captures(text)?.get(1))?;
    let title = without_level(trimmed(named.as_str()));
    let start = sentence.text_start() + named.start() + named.as_str().find(title)?;
    // "El puesto es para la clínica nueva" names no title.
    let first = title.split_whitespace().next().unwrap_or_default().to_lowercase();
    let is_title = !matches!(&*first, "" | "para" | "en" | "pour") && title.split_whitespace().count() <= 8;
    is_title.then(|| Found {
        update: set(Field::Title, &capitalized(title), title),
        at: start..start + title.len(),
    })
}

/// The words after a verb of seeking and an article (Arabic and Polish have none), up to a place, a level or a work type.
pub(crate) fn sought(turn: &Turn, sentence: &Sentence<'_>) -> Option<Found> {
    if turn.has("title") || sentence.is_question {
        return None;
    }
    let named = (0..sentence.words.len()).find_map(|at| {
        let bare = ACTS.end_of("seek-bare", sentence, at);
        let end = bare.or_else(|| ACTS.end_of("seek", sentence, at))?;
        let has_article = ACTS.has("article", sentence, end..(end + 1).min(sentence.words.len()));
        let is_arabic = sentence.lower(end).chars().any(|letter| matches!(letter, 'ا'..='ي'));
        let start = end + usize::from(has_article);
        (has_article || is_arabic || bare.is_some())
            .then(|| start..end_of_title(sentence, start))
            .filter(|title| !title.is_empty())
    })?;
    let title = sentence.span(named.clone());
    let at = sentence.words[named.start].at.start;
    Some(Found { update: set(Field::Title, &capitalized(title), title), at: at..at + title.len() })
}

/// Where the title ends: within the clause, after at most five words.
fn end_of_title(sentence: &Sentence<'_>, start: usize) -> usize {
    let goes_on = |at: &usize| {
        let word = sentence.lower(*at);
        !(ACTS.begins("title-end", sentence, *at)
            || polish_places::begins(sentence, *at)
            || level::is_level(word)
            || work_type::is_word(word)
            || PLACES.covers(sentence, *at)
            || word.starts_with(|letter: char| letter.is_numeric()))
    };
    let clause = sentence.clause_of(start);
    start + (start..clause.end).take(5).take_while(goes_on).count()
}

/// The title without quotes and without the rest of the sentence.
fn trimmed(text: &str) -> &str {
    static TAIL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:,|;|،|؛|\s\(|\s[-–—]\s|\.\s|\s(?:s'il\s+vous|svp|por\s+favor|من\s+فضلك|et|y|mais|pero)\b).*$",
        )
    });
    let end = TAIL.find(text).map_or(text.len(), |tail| tail.start());
    text[..end].trim_matches(|letter: char| " \"'“”„«»‘’.!:\u{a0}".contains(letter))
}

/// The title without a level at its end, which has a field of its own.
fn without_level(title: &str) -> &str {
    match title.rsplit_once(' ') {
        Some((rest, last)) if level::is_level(&last.to_lowercase()) => rest,
        _ => title,
    }
}
