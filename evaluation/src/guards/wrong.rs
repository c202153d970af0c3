//! The proposals of a model that invents: values that nobody stated, common ones and strange ones, and amounts and choices
//! beside the stated ones. Each quotes the whole message.

use job_post::{Field, Op, ProposedUpdate, SessionState};

use super::{GuardScore, fields, run};
use crate::scores::all_hold;
use crate::{Matcher, Turn, matchers};

/// Values that no conversation states.
const STRANGE: [(Field, &str); 14] = [
    (Field::Title, "Chief Happiness Officer"),
    (Field::Location, "Vladivostok"),
    (Field::SalaryMin, "98765"),
    (Field::SalaryMax, "123456"),
    (Field::Currency, "KZT"),
    (Field::Benefits, "Stock options and a yacht"),
    (Field::Requirements, "Doctorate in theology"),
    (Field::Skills, "COBOL"),
    (Field::Languages, "Esperanto C2"),
    (Field::Qualifications, "doctorate in astrology"),
    (Field::AdditionalPay, "a yearly bonus of 9,999"),
    (Field::Contact, "Zaphod, 555 0199 222"),
    (Field::ApplyBy, "31 February"),
    (Field::Department, "Astrology"),
];

/// Values that a model adds because most job posts have them. Those of which a word was said are not proposed.
const COMMON: [(Field, [&str; 4]); 7] = [
    (Field::Title, ["Shift Foreman", "Krankenpfleger", "Notaire", "Bibliotecaria"]),
    (Field::Location, ["London", "Berlin", "Paris", "Madrid"]),
    (
        Field::Benefits,
        ["Health insurance", "Betriebliche Altersvorsorge", "Chèques-vacances", "Seguro médico"],
    ),
    (Field::Requirements, ["Driving licence", "Abgeschlossene Ausbildung", "Bac+5", "Título universitario"]),
    (
        Field::Responsibilities,
        ["Prepare monthly reports", "Kunden beraten", "Gérer les stocks", "Atender el teléfono"],
    ),
    (Field::Skills, ["Python", "SAP", "Photoshop", "Excel"]),
    (Field::Department, ["Procurement", "Vertrieb", "Finance", "Ventas"]),
];

/// The values of closed fields.
const CHOICES: [(Field, &[&str]); 3] = [
    (Field::WorkType, &["remote", "hybrid", "onsite"]),
    (Field::ExperienceLevel, &["entry", "junior", "mid", "senior", "lead", "principal", "executive"]),
    (Field::Currency, &["EUR", "USD", "GBP", "CAD", "MXN"]),
];

/// The most numbers of a message that are proposed as pay.
const MOST_NUMBERS: usize = 8;

/// How a reply reports a value.
const CLAIMS: [&str; 4] = ["Noted: ", "Ich habe notiert: ", "C'est noté : ", "Anotado: "];

/// Plays one turn with wrong proposals on copies of the session. `said`: all words of the user so far, in lower case.
pub(super) fn add(id: &str, session: &SessionState, turn: &Turn, said: &str, score: &mut GuardScore) {
    let turns = score.turns;
    score.turns += 1;
    let strange: Vec<_> = STRANGE.iter().map(|(field, value)| (*field, (*value).to_owned())).collect();
    // Each turn claims another of the values, in another language.
    let (_, claimed) = STRANGE[turns % STRANGE.len()];
    let lead = CLAIMS[turns % CLAIMS.len()];
    let reply = propose(id, session, turn, &strange, &format!("{lead}{claimed}."), score);
    if reply.contains(claimed) && !turn.user.contains(claimed) {
        score.wrong_claimed.push(format!("{id}: {reply}"));
    }
    propose(id, session, turn, &common(turns, said), "", score);
    for beside in beside(turn, said) {
        propose(id, session, turn, &[beside], "", score);
    }
}

/// Proposes the values in one turn, counts those that are published, and returns the reply.
fn propose(
    id: &str,
    session: &SessionState,
    turn: &Turn,
    values: &[(Field, String)],
    reply: &str,
    score: &mut GuardScore,
) -> String {
    let update = |(field, value): &(Field, String)| ProposedUpdate {
        op: if field.is_list() { Op::Add } else { Op::Set },
        field: *field,
        value: value.clone(),
        quote: turn.user.clone(),
    };
    let before = fields(&session.draft);
    let mut session = session.clone();
    let reply = run(&mut session, turn, values.iter().map(update).collect(), reply).reply;
    let published = fields(&session.draft);
    score.wrong += values.len();
    score.wrong_accepted.extend(values.iter().filter_map(|(field, value)| {
        let held = matchers::text(&published[field.as_str()]);
        let is_new = published[field.as_str()] != before[field.as_str()];
        (is_new && is_held(*field, &held, value)).then(|| format!("{id}: {field} {value}"))
    }));
    reply
}

fn is_held(field: Field, held: &str, value: &str) -> bool {
    let number = |text: &str| text.parse::<f64>().ok();
    if is_amount(field) { number(held) == number(value) } else { held.contains(&value.to_lowercase()) }
}

fn common(turns: usize, said: &str) -> Vec<(Field, String)> {
    let unsaid = |value: &str| !value.to_lowercase().split(' ').any(|word| said.contains(word));
    let of_turn = COMMON.iter().map(|(field, values)| (*field, values[turns % values.len()]));
    of_turn.filter(|(_, value)| unsaid(value)).map(|(field, value)| (field, value.to_owned())).collect()
}

/// Values beside the expected ones: ten times the pay, other numbers of the message as pay, other choices.
fn beside(turn: &Turn, said: &str) -> Vec<(Field, String)> {
    let mut values = Vec::new();
    for field in [Field::SalaryMin, Field::SalaryMax] {
        let expected = turn.expect.get(field.as_str()).and_then(|all| all.get(&Matcher::Num));
        let amount = expected.and_then(|amounts| amounts[0].as_f64());
        values.extend(amount.map(|amount| (field, (amount * 10.0).to_string())));
        let numbers = turn.user.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
        values.extend(numbers.take(MOST_NUMBERS).map(|number| (field, number.to_owned())));
    }
    for (field, choices) in CHOICES {
        values.extend(choices.iter().map(|choice| (field, (*choice).to_owned())));
    }
    values.retain(|(field, value)| is_wrong(turn, *field, value));
    values.retain(|(field, value)| is_amount(*field) || !said.contains(&value.to_lowercase()));
    values
}

/// Is there an expectation that the value does not meet?
fn is_wrong(turn: &Turn, field: Field, value: &str) -> bool {
    let expected = turn.expect.get(field.as_str());
    expected
        .is_some_and(|all| !all.contains_key(&Matcher::Keep) && !all_hold(all, &value.into(), &value.into()))
}

fn is_amount(field: Field) -> bool {
    matches!(field, Field::SalaryMin | Field::SalaryMax)
}
