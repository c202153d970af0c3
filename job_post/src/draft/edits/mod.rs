//! Edits by hand. A value that a field cannot hold is an error; nothing is guessed or cut.

#[cfg(test)]
mod tests;

use rust_decimal::Decimal;

use super::diff::{Piece, leading, pieces};
use crate::text;
use crate::values::{self, MAX_ITEMS};
use crate::{Basis, Change, Content, Draft, Evidence, Field, Op, money};

/// The new content of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Empties the field.
    Nothing,
    /// A value; "true" or "false" for a flag, a plain decimal for an amount.
    Text(String),
    /// All items of a list.
    Items(Vec<String>),
}

/// Why a field cannot hold a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub field: Field,
    /// The index of a list item, from 0.
    pub item: Option<usize>,
    /// The error, in words for people.
    pub detail: String,
}

/// The changes that these edits make to a draft; none for a field that holds the value already.
///
/// # Errors
/// All values that their fields cannot hold, and a minimum above the maximum.
pub fn edited(draft: &Draft, edits: &[(Field, Typed)]) -> Result<Vec<Change>, Vec<Mistake>> {
    let (mut changes, mut mistakes) = (Vec::new(), Vec::new());
    for (field, typed) in edits {
        match value(*field, typed) {
            Ok(value) => changes.extend(changes_to(draft, *field, value.as_deref())),
            Err(mistake) => mistakes.push(mistake),
        }
    }
    mistakes.extend(out_of_order(draft, &changes));
    if mistakes.is_empty() { Ok(changes) } else { Err(mistakes) }
}

/// The content after these edits.
///
/// # Errors
/// As for [`edited`].
pub fn edited_content(content: &Content, edits: &[(Field, Typed)]) -> Result<Content, Vec<Mistake>> {
    let bare = Draft { content: content.clone(), ..Draft::default() };
    let set = |field| {
        let value = bare.value(field)?;
        Some(Change { op: Op::Set, field, value, evidence: Evidence::edited() })
    };
    let held: Vec<Change> = Field::ALL.into_iter().filter_map(set).collect();
    let mut draft = Draft::fold(&held);
    edited(&draft, edits)?.iter().for_each(|change| draft.apply(change));
    Ok(draft.content)
}

/// The changes to this value; none if the field holds it already as an established value.
///
/// Items that stay in a list keep their evidence. An empty list keeps suggestions, [`Typed::Nothing`] removes them.
fn changes_to(draft: &Draft, field: Field, value: Option<&str>) -> Vec<Change> {
    let held = pieces(draft, field);
    let is_off = |value: Option<&str>| value.is_none_or(|value| value == "false");
    if field.is_flag() && is_off(value) && is_off(held.first().map(|(value, _)| &**value)) {
        return Vec::new();
    }
    let typed: Vec<&str> = match value {
        Some(value) if field.is_list() => value.lines().collect(),
        value => value.into_iter().collect(),
    };
    // Typing an interpreted value confirms it.
    let stays = |evidence: &Evidence| evidence.is_established() && evidence.basis != Basis::Interpreted;
    let known = |value: &str| held.iter().find(|(known, evidence)| known == value && stays(evidence));
    let piece = |value: &str| {
        (value.to_owned(), known(value).map_or_else(Evidence::edited, |(_, known)| known.clone()))
    };
    let mut wanted: Vec<Piece> = typed.into_iter().map(piece).collect();
    // Suggestions are not shown as the value of the field, so they stay unless the field is emptied.
    if value.is_some() && field.is_list() {
        let is_new =
            |piece: &&Piece| !piece.1.is_established() && wanted.iter().all(|(value, _)| *value != piece.0);
        let suggested: Vec<Piece> = held.iter().filter(is_new).cloned().collect();
        wanted.extend(suggested);
    }
    leading(field, &held, &wanted)
}

/// The canonical form of the value; `None` and an empty list empty the field.
fn value(field: Field, typed: &Typed) -> Result<Option<String>, Mistake> {
    let wrong = |item, detail: String| Err(Mistake { field, item, detail });
    match typed {
        Typed::Nothing => Ok(None),
        Typed::Text(_) if field.is_list() => wrong(None, "must be a list".to_owned()),
        Typed::Items(_) if !field.is_list() => wrong(None, "must be one value".to_owned()),
        Typed::Text(text) => text_of(field, text).map(Some).or_else(|detail| wrong(None, detail)),
        Typed::Items(items) if items.len() > MAX_ITEMS => {
            wrong(None, format!("must have at most {MAX_ITEMS} items"))
        }
        Typed::Items(items) => {
            let mut kept = Vec::new();
            for (place, item) in items.iter().enumerate() {
                match item_of(field, item) {
                    Ok(item) => values::add_item(&mut kept, &item),
                    Err(detail) => return wrong(Some(place), detail),
                }
            }
            Ok(Some(kept.join("\n")))
        }
    }
}

fn text_of(field: Field, text: &str) -> Result<String, String> {
    match field {
        Field::SalaryMin | Field::SalaryMax => amount(text),
        Field::Currency if text.trim().len() != 3 => Err("must be a currency code of ISO 4217".to_owned()),
        Field::Title if !money::find(text).is_empty() => {
            Err("must not name the pay, which has fields of its own".to_owned())
        }
        _ if Content::default().text(field).is_some() => {
            check_length(field, &text::clean(text))?;
            values::canonical(field, text).ok_or_else(|| "must be a text that says something".to_owned())
        }
        _ => values::canonical(field, text).ok_or_else(|| match field {
            Field::Currency => "must be a currency code of ISO 4217".to_owned(),
            Field::Openings => "must be a number of people from 1 to 10000".to_owned(),
            _ => "is not a value of this field".to_owned(),
        }),
    }
}

fn item_of(field: Field, text: &str) -> Result<String, String> {
    let item = values::item_of(field, text).ok_or_else(|| match field {
        Field::EmploymentTypes => "is not an employment type".to_owned(),
        _ => "must be a text that says something".to_owned(),
    })?;
    check_length(field, &item).map(|()| item)
}

/// Digits with at most two decimals after a point. "65k" and "1,5" are errors, since they are ambiguous.
fn amount(text: &str) -> Result<String, String> {
    let plain = || "must be an amount like 1800 or 18.50".to_owned();
    let text = text.trim();
    let is_plain = text.starts_with(|letter: char| letter.is_ascii_digit())
        && text.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    let amount: Decimal = text.parse().ok().filter(|_| is_plain).ok_or_else(plain)?;
    let canonical = amount.normalize().to_string();
    // The log holds the canonical form, so it must read back as this amount.
    match values::amount(&canonical) {
        Some(read) if read == amount => Ok(canonical),
        _ => Err(plain()),
    }
}

fn check_length(field: Field, text: &str) -> Result<(), String> {
    let most = values::max_length(field);
    match text.chars().count() > most {
        true => Err(format!("must have at most {most} characters")),
        false => Ok(()),
    }
}

/// The error of an edit that moves one salary bound past the other.
fn out_of_order(draft: &Draft, changes: &[Change]) -> Option<Mistake> {
    let mut after = draft.clone();
    changes.iter().for_each(|change| after.apply(change));
    let pay = &after.content.salary;
    let (min, max) = pay.min.zip(pay.max).filter(|(min, max)| min > max)?;
    let mut bounds = changes.iter().map(|change| change.field).filter(|field| *field == Field::SalaryMin);
    let (field, detail) = match bounds.next() {
        Some(field) => (field, format!("must not be above the maximum, {}", max.normalize())),
        None => (Field::SalaryMax, format!("must not be below the minimum, {}", min.normalize())),
    };
    changes.iter().any(|change| change.field == field).then_some(Mistake { field, item: None, detail })
}
