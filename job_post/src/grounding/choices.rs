//! Level and work type: some word that means the value must have been said, and not denied.

use std::ops::Range;

use super::{Grounded, is_negated};
use crate::said::{Message, Said};
use crate::words::{Word, among};
use crate::{ExperienceLevel, Field, WorkType};

pub(super) fn choice<'a>(said: &Said<'a>, field: Field, value: &str) -> Option<Grounded<'a>> {
    let stated = said.messages().find_map(|message| mention(message, field, value));
    if let Some(quote) = stated {
        return Some(Grounded::stated(value, quote));
    }
    let proposal = said.confirmed.map(Message::new);
    if proposal.is_some_and(|proposal| mention(&proposal, field, value).is_some()) {
        return Some(Grounded::confirmed(value, said));
    }
    let taken_from_years = field == Field::ExperienceLevel && value == ExperienceLevel::Senior.as_str();
    (taken_from_years && said.messages().any(asks_for_many_years)).then(|| Grounded::assumed(value))
}

/// The words of the message that mean the value.
fn mention<'a>(message: &Message<'a>, field: Field, value: &str) -> Option<&'a str> {
    let span = match field {
        Field::WorkType => work_type(message, WorkType::parse(value)?),
        _ => any_of(message, level_phrases(ExperienceLevel::parse(value)?)),
    }?;
    Some(&message.text[span])
}

const REMOTE: &str = "remote,remotely,home office,homeoffice,home based,work from home,works from home,working from home,from home,wfh,\
    telework,teleworking,télétravail,à distance,teletrabajo,remoto,remota,von zuhause,von zu hause,work from anywhere,work anywhere,عن بعد";
const ONSITE: &str = "onsite,on site,on premises,office,in office,in person,vor ort,präsenz,im büro,büro,sur place,sur site,au bureau,oficina,presencial,on location,\
    im werk,in store,في المكتب,حضوري";
const HYBRID: &str = "hybrid,hybride,híbrido,híbrida,hybrides,partly remote,partially remote,part remote,teilweise remote,هجين";

fn work_type(message: &Message<'_>, kind: WorkType) -> Option<Range<usize>> {
    match kind {
        WorkType::Remote => any_of(message, REMOTE),
        WorkType::Onsite => any_of(message, ONSITE).or_else(|| remote_denied(message)),
        WorkType::Hybrid => any_of(message, HYBRID).or_else(|| {
            let (home, office) = (any_of(message, REMOTE)?, any_of(message, ONSITE)?);
            Some(home.start.min(office.start)..home.end.max(office.end))
        }),
    }
}

/// "Remote: no", "no remote work"; "not fully remote" denies less than that.
fn remote_denied(message: &Message<'_>) -> Option<Range<usize>> {
    let words = &message.words;
    (0..words.len()).find_map(|at| {
        let length = REMOTE.split(',').find_map(|phrase| phrase_at(words, at, phrase.trim()))?;
        let partly = words[at.saturating_sub(2)..at]
            .iter()
            .any(|word| among(&word.plain, "fully completely entirely only just 100 ganz komplett nur"));
        let answered = is_answered_no(message, at + length);
        let denied = answered || is_negated(message.text, words, at);
        let end = words[at + length - usize::from(!answered)].span.end;
        (denied && !partly).then(|| words[at].span.start..end)
    })
}

/// The word behind a field's name and a colon is a no.
fn is_answered_no(message: &Message<'_>, at: usize) -> bool {
    at > 0
        && message.words.get(at).is_some_and(|word| {
            among(&word.plain, "no none nein non لا")
                && message.text[message.words[at - 1].span.end..word.span.start].contains(':')
        })
}

/// "*" stands for any beginning or ending.
fn level_phrases(level: ExperienceLevel) -> &'static str {
    match level {
        ExperienceLevel::Entry => {
            "entry,graduate,graduates,trainee,intern,interns,internship,apprentice,beginner,beginners,no experience,recent grad,new grad,\
             berufseinsteiger*,einsteiger,praktikant*,azubi,débutant,principiante,مبتدئ"
        }
        ExperienceLevel::Junior => "junior,jr,juniors",
        ExperienceLevel::Mid => {
            "mid,midlevel,intermediate,medior,middle,berufserfahren*,confirmé,intermedio,متوسط"
        }
        ExperienceLevel::Senior => {
            "senior,seniors,sr,sénior,seasoned,expert,highly experienced,very experienced,كبير"
        }
        ExperienceLevel::Lead => {
            "lead,leader,leads,leading,teamlead,head,supervisor,foreman,*leiter,*leiterin,*leitung,führung*,managerial,\
             manage a team,managing a team,jefe,chef d'équipe"
        }
        ExperienceLevel::Principal => {
            "principal,staff engineer,staff level,staff software,staff developer,staff plus,distinguished"
        }
        ExperienceLevel::Executive => {
            "executive,exec,director,vp,vice president,chief,c level,ceo,cto,cfo,coo,cmo,geschäftsführer*,direktor,directeur"
        }
    }
}

/// The first mention of any of the phrases that is neither denied nor part of another name.
fn any_of(message: &Message<'_>, phrases: &str) -> Option<Range<usize>> {
    let words = &message.words;
    (0..words.len()).find_map(|at| {
        let length = phrases.split(',').find_map(|phrase| phrase_at(words, at, phrase.trim()))?;
        let other_name =
            words.get(at + length).is_some_and(|next| is_other_name(&words[at].plain, &next.plain));
        let denied = is_negated(message.text, words, at) || is_answered_no(message, at + length);
        let fine = !other_name && !denied;
        fine.then(|| words[at].span.start..words[at + length - 1].span.end)
    })
}

/// "remote sensing", "office manager", "lead generation" are no work types or levels.
fn is_other_name(word: &str, next: &str) -> bool {
    match word {
        "remote" => {
            among(next, "sensing sensor sensors control controls controlled desktop access monitoring")
        }
        "office" => {
            among(next, "manager managers assistant administrator suite 365 equipment supplies management")
        }
        "lead" | "leads" => among(next, "generation times time qualification qualifications nurturing"),
        "head" => among(next, "count office quarters hunter"),
        _ => false,
    }
}

fn phrase_at(words: &[Word], at: usize, phrase: &str) -> Option<usize> {
    let parts: Vec<&str> = phrase.split(' ').collect();
    let run = words.get(at..at + parts.len())?;
    std::iter::zip(run, &parts).all(|(word, part)| fits(&word.plain, part)).then_some(parts.len())
}

fn fits(word: &str, pattern: &str) -> bool {
    if let Some(ending) = pattern.strip_prefix('*') {
        return word.ends_with(ending);
    }
    pattern.strip_suffix('*').map_or(word == pattern, |beginning| word.starts_with(beginning))
}

/// Five years or more of something.
fn asks_for_many_years(message: &Message<'_>) -> bool {
    message.figures().iter().any(|figure| {
        let behind = message.words.iter().find(|word| word.span.start >= figure.span.end);
        behind.is_some_and(|word| among(&word.plain, "years yrs year jahre jahren ans años"))
            && figure.values.first().is_some_and(|years| *years >= 5.into() && *years <= 40.into())
    })
}
