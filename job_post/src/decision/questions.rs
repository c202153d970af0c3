//! The questions in the agent's replies: which suggestion a bare yes confirms, and which questions were asked before.

use std::collections::{BTreeSet, HashSet};
use std::sync::{Arc, LazyLock};

use crate::exports::month_names;
use crate::language::Language;
use crate::language::recent_texts::RecentTexts;
use crate::language::words::{among, plain_words};

/// The last question of a reply, with the text it refers to ("Shall I add these?"): the sentence before it, the items of
/// a list.
///
/// `None` if a yes does not answer it: a question for a value ("What is the salary?") or a choice ("a gym or a pension?").
pub(crate) fn answered_by_yes(reply: &str) -> Option<&str> {
    let sentences = sentences(reply);
    let last = sentences.iter().rposition(|(_, text)| is_question(text))?;
    let (_, question) = sentences[last];
    if asks_for_value(question) || is_choice(question) {
        return None;
    }
    let pointing = points_back(question) || is_item(question);
    let is_item_at = |at: &usize| is_item(sentences[*at].1);
    let items_before = (0..last).rev().take_while(is_item_at).count();
    let items_behind = (last + 1..sentences.len()).take_while(is_item_at).count();
    let lead =
        (last - items_before).checked_sub(1).filter(|at| items_behind == 0 && !is_question(sentences[*at].1));
    let first = if pointing { lead.unwrap_or(last - items_before) } else { last };
    let (end, tail) = sentences[if pointing { last + items_behind } else { last }];
    Some(&reply[sentences[first].0..end + tail.len()])
}

/// Is it an item of a list?
fn is_item(sentence: &str) -> bool {
    let mut letters = sentence.chars();
    match letters.next() {
        Some('•' | '-' | '*' | '–' | '·') => true,
        Some(first) if first.is_ascii_digit() => matches!(letters.next(), Some('.' | ')')),
        _ => false,
    }
}

/// Does the sentence end with a question mark?
pub(crate) fn is_question(sentence: &str) -> bool {
    sentence.ends_with(['?', '؟', '？'])
}

/// How many replies are read. It bounds the cost of a turn.
const LATEST: usize = 50;

/// The question that a reply ends with.
pub(crate) fn last_in(reply: &str) -> Option<&str> {
    sentences(reply).pop().map(|(_, text)| text).filter(|text| is_question(text))
}

/// The questions of the latest replies, each by its words.
pub(crate) struct Asked(Vec<Arc<[BTreeSet<String>]>>);

impl Asked {
    pub fn in_latest(replies: &[String]) -> Self {
        static READ: LazyLock<RecentTexts<Arc<[BTreeSet<String>]>>> = LazyLock::new(RecentTexts::new);
        Self(replies.iter().rev().take(LATEST).map(|reply| READ.get(reply, questions_of)).collect())
    }

    /// How many of the replies asked the question, in the same words or nearly so.
    pub fn times(&self, question: &str) -> usize {
        let wanted = content_words(question);
        self.0.iter().filter(|asked| asked.contains(&wanted)).count()
    }
}

fn questions_of(reply: &str) -> Arc<[BTreeSet<String>]> {
    let asked = sentences(reply).into_iter().filter(|(_, text)| is_question(text));
    asked.map(|(_, text)| content_words(text)).collect()
}

/// The words of a question without function words.
fn content_words(question: &str) -> BTreeSet<String> {
    const LITTLE: &str = "a an the is are was were will would can could shall should do does did be so and but then now next please \
        well ok okay also just thanks great good noted und aber also dann jetzt bitte noch gut danke der die das den dem ein eine \
        einen einem ist sind wird soll kann können le la les un une est et alors el los las es y";
    plain_words(question).into_iter().filter(|word| !among(word, LITTLE)).collect()
}

/// The sentences with the first byte of each. A mark ends a sentence only before white space: "1.400" and ".net" stay
/// whole, and so does "1. März".
pub(crate) fn sentences(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let end = at + letter.len_utf8();
        let before_space = letters.peek().is_none_or(|(_, next)| next.is_whitespace());
        if letter == '\n'
            || before_space && matches!(letter, '.' | '!' | '?' | '؟' | '？') && !is_in_date(text, at)
            || end == text.len()
        {
            let sentence = &text[start..end];
            let trimmed = sentence.trim();
            if !trimmed.is_empty() {
                found.push((start + sentence.find(trimmed).unwrap_or_default(), trimmed));
            }
            start = end;
        }
    }
    found
}

/// Is the point at this byte behind the day of a date?
fn is_in_date(text: &str, point: usize) -> bool {
    static MONTHS: LazyLock<HashSet<String>> =
        LazyLock::new(|| month_names().map(str::to_lowercase).collect());
    let ends_day = text[..point].ends_with(|letter: char| letter.is_ascii_digit());
    let next = || text[point..].split_whitespace().nth(1).unwrap_or_default();
    let month = || next().trim_matches(|letter: char| !letter.is_alphabetic()).to_lowercase();
    text[point..].starts_with('.') && ends_day && MONTHS.contains(&month())
}

/// Does it ask for a value: "What is the salary?", "…, and where is it?"? "What about a pension?" proposes one.
fn asks_for_value(question: &str) -> bool {
    const ASKING: &str = "what what's which who whom whose where when why how was welche welcher welches welchen wer wen wem wo wohin wann warum wie wieviel \
        quel quelle quels quelles qui où quand pourquoi comment combien que qué cuál cuáles quién dónde cuándo cuánto cuánta cómo \
        qual quais quem onde quando quanto quanta quantos chi che quale quali dove cosa wat welk welke waar wanneer waarom hoe \
        hoeveel co kto jaki jaka jakie który która które gdzie kiedy ile dlaczego \
        ما ماذا من متى أين كيف كم لماذا اي";
    const LEADING: &str = "and so but also then or und aber dann et y ou e ed ma mas en maar ale و";
    let lower = question.to_lowercase();
    let clauses = lower.split([',', ';', '–', '—', '(']).map(plain_words);
    clauses.into_iter().any(|words| {
        let mut words = words.iter().skip_while(|word| among(word, LEADING));
        let first = words.next().filter(|word| among(word, ASKING));
        // "Si" proposes after "que" only: in Italian, "dove si trova" asks.
        let proposes = |first: &str, next: &str| {
            among(next, "about wäre if") || (next == "si" && among(first, "que qué"))
        };
        first.is_some_and(|first| !words.next().is_some_and(|next| proposes(first, next)))
    })
}

/// Does it offer a choice: "A gym or a pension?", but not "Shall I add them, or leave them out?"
fn is_choice(question: &str) -> bool {
    const DECLINING: &str = "not no leave skip drop keep would do shall should prefer rather something anything change is are nicht nein lieber \
        weglassen soll möchten lassen non pas plutôt préférez no prefiere não prefere deixar preferisce lasciare niet liever \
        weglaten nie wolą pominąć لا";
    let words = plain_words(question);
    words.iter().enumerate().any(|(at, word)| {
        let other = words.get(at + 1);
        let offers = among(word, "or oder ou o او ام oppure lub albo")
            // Dutch "of" is "or", and Polish "czy" is "or" or begins a question.
            || word == "of" && Language::of([question], None) == Language::Dutch
            || word == "czy" && at > 0;
        offers && other.is_none_or(|next| !among(next, DECLINING))
    })
}

/// Does it only refer to the text before: "Shall I add these to the post?", "Does that sound right?"
fn points_back(question: &str) -> bool {
    const POINTING: &str = "shall should may can could would do does is are i we you it that this these those them they all both such \
        add use take put include note mention set write keep go with in into to the a as job post posting ad draft list fine ok okay right good \
        alright correct sound sounds suit suitable work works like want me so there then be now for your please agree happy or not no leave out \
        skip rather responsibilities responsibility requirements benefits skills tasks duties suggestions suggestion items points range salary \
        description wording of \
        aufgaben anforderungen leistungen kenntnisse vorschläge vorschlag punkte gehalt spanne oder nicht weglassen lieber \
        responsabilités exigences avantages compétences tâches responsabilidades requisitos beneficios habilidades \
        soll sollen darf kann wir ich sie das die diese dieses es so alle beides hinzufügen aufnehmen ergänzen übernehmen eintragen notieren \
        in stelle anzeige stellenanzeige passt stimmt ist gut recht ok richtig einverstanden ihnen mit dazu der den als schreiben nehmen möchten \
        voulez vous puis je dois ajouter les l' le la à l'annonce cela ça convient est ce que \
        devo posso adiciono adicionar adicioná acrescento acrescentar incluo incluir anoto isso isto estes estas tudo certo bem o ao anúncio \
        vuole devo aggiungo aggiungere inserisco inserire queste questi questo tutto va bene così giusto li le all'annuncio d'accordo \
        zal zullen ik wij we dit dat deze die ze het de toevoegen opnemen noteren klopt goed zo akkoord vacature kan wilt u \
        czy to je te dodać dopisać wpisać mam możemy dobrze zgoda pasuje ogłoszenia \
        quiere quieres desea añado agrego añadir agregar los las lo esto está bien de acuerdo \
        المهام المزايا المهارات المتطلبات هل اضيف اضيفها اضيفه هذا هذه ذلك الي الاعلان نضيف نضيفها مناسب تريد ان";
    plain_words(question).iter().all(|word| among(word, POINTING))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_counted_by_their_words() {
        let replies = [
            "Noted. Where is the job located?",
            "So where will the job be located? Thanks!",
            "What is the salary?",
        ];
        let replies = replies.map(str::to_owned);
        let asked = Asked::in_latest(&replies);
        assert_eq!(asked.times("And where is the job located?"), 2);
        assert_eq!(asked.times("What's the salary?"), 0);
        assert_eq!(asked.times("And what is the salary?"), 1);
        assert_eq!(last_in("Noted. Where is it?"), Some("Where is it?"));
        assert_eq!(last_in("Where is it? Just tell me."), None);
    }

    #[test]
    fn a_yes_is_to_the_last_question() {
        let table = [
            ("Noted. Shall I add a pension?", Some("Shall I add a pension?")),
            ("Others pay 50k. Is it full-time?", Some("Is it full-time?")),
            (
                "Others pay 1.400 € a month. Shall I use that?",
                Some("Others pay 1.400 € a month. Shall I use that?"),
            ),
            (
                "I could add a pension. Is that okay? Just say so.",
                Some("I could add a pension. Is that okay?"),
            ),
            ("Is it remote? Shall I add it?", Some("Shall I add it?")),
            ("What is the salary?", None),
            ("Noted, a cook – where is the job?", None),
            ("What about a pension?", Some("What about a pension?")),
            ("A gym or a pension?", None),
            (
                "Homeoffice wäre üblich. Soll ich das aufnehmen?",
                Some("Homeoffice wäre üblich. Soll ich das aufnehmen?"),
            ),
            ("Was zahlen Sie?", None),
            ("Beginn am 1. März 2027. Passt das?", Some("Beginn am 1. März 2027. Passt das?")),
            (
                "I suggest:\n- Rust\n- SQL\nShall I add these skills?",
                Some("I suggest:\n- Rust\n- SQL\nShall I add these skills?"),
            ),
            (
                "Good. Shall I add these tasks?\n• Cook\n• Clean",
                Some("Shall I add these tasks?\n• Cook\n• Clean"),
            ),
            ("I could add:\n• a pension\n• a gym?", Some("I could add:\n• a pension\n• a gym?")),
            (
                "A pension is usual. Add it, or leave it out?",
                Some("A pension is usual. Add it, or leave it out?"),
            ),
            ("هل أضيف التأمين؟", Some("هل أضيف التأمين؟")),
            ("Sugiro um seguro. Devo adicioná-lo?", Some("Sugiro um seguro. Devo adicioná-lo?")),
            ("Qual é o salário?", None),
            ("Ci sono i buoni pasto. Li aggiungo?", Some("Ci sono i buoni pasto. Li aggiungo?")),
            ("Dove si trova la sede?", None),
            (
                "Een pensioen is gebruikelijk. Zal ik dat toevoegen?",
                Some("Een pensioen is gebruikelijk. Zal ik dat toevoegen?"),
            ),
            ("Is het werk op kantoor of thuis?", None),
            ("Typowa jest karta sportowa. Czy to dodać?", Some("Typowa jest karta sportowa. Czy to dodać?")),
            ("Praca zdalna czy stacjonarna?", None),
            ("I added a pension.", None),
            ("", None),
        ];
        for (reply, expected) in table {
            assert_eq!(answered_by_yes(reply), expected, "{reply}");
        }
    }
}
