//! Provenance: the origin of each value of a job post, in the terms of `/v1`.

use job_post::{Basis, Draft, Field, Leaf, Position};
use serde::Serialize;
use uuid::Uuid;

use crate::events::pointer;

/// A field of the job data with the origins of its values.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FieldOrigins {
    /// A JSON Pointer (RFC 6901) into the job data.
    pub path: &'static str,
    /// One, or one for each item of a list; empty once the field is empty.
    pub values: Vec<Origin>,
}

/// A value and its origin.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Origin {
    /// A JSON Pointer into the job data. An assumed list item is not in the job data; its index is "-", the place after the
    /// last item.
    pub path: String,
    /// The value as text: plain decimals, ISO 4217 codes, "true" and "false".
    pub value: String,
    pub basis: Basis,
    /// The turn whose message contains the quote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turn_id: Option<Uuid>,
    /// The user's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
}

/// A sentence of the description and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct SentenceOrigin {
    pub text: String,
    /// JSON Pointers of the values that the sentence names.
    pub paths: Vec<String>,
}

/// The sentences of the description, in their order.
#[must_use]
pub fn of_description(draft: &Draft) -> Vec<SentenceOrigin> {
    let path = |(field, index): (Field, Option<usize>)| match index {
        Some(index) => format!("{}/{index}", pointer(field)),
        None => pointer(field).to_owned(),
    };
    let sentences = job_post::grounds(&draft.publishable()).into_iter();
    sentences
        .map(|sentence| SentenceOrigin {
            text: sentence.text,
            paths: sentence.values.into_iter().map(path).collect(),
        })
        .collect()
}

/// The origins of every field that has a value.
#[must_use]
pub fn of(draft: &Draft) -> Vec<FieldOrigins> {
    Field::ALL
        .into_iter()
        .map(|field| of_field(draft, field))
        .filter(|field| !field.values.is_empty())
        .collect()
}

/// The origins of the fields that differ between two drafts, as in the second one.
pub(crate) fn changed(before: &Draft, after: &Draft) -> Vec<FieldOrigins> {
    let differs = |field: &Field| !before.leaves(*field).eq(after.leaves(*field));
    Field::ALL.into_iter().filter(differs).map(|field| of_field(after, field)).collect()
}

fn of_field(draft: &Draft, field: Field) -> FieldOrigins {
    let (path, mut next) = (pointer(field), 0);
    let values = draft.leaves(field).map(|leaf| {
        let place = match (field.is_list(), leaf.evidence.is_established()) {
            (false, _) => path.to_owned(),
            (true, false) => format!("{path}/-"),
            (true, true) => {
                next += 1;
                format!("{path}/{}", next - 1)
            }
        };
        origin(leaf, place)
    });
    FieldOrigins { path, values: values.collect() }
}

fn origin(leaf: Leaf<'_>, path: String) -> Origin {
    let evidence = leaf.evidence;
    Origin {
        path,
        value: leaf.value,
        basis: evidence.basis,
        turn_id: evidence.turn,
        quote: Some(evidence.quote.clone()).filter(|quote| !quote.is_empty()),
        position: evidence.position,
    }
}

#[cfg(test)]
mod tests {
    use job_post::{Change, Evidence, Op};

    use super::*;

    #[test]
    fn every_path_is_that_of_its_value_in_the_job_data() {
        let change = |basis, field, value: &str| Change {
            op: Op::Add,
            field,
            value: value.to_owned(),
            evidence: Evidence { basis, ..Evidence::edited() },
        };
        let values = [
            "Cook",
            "Kitchen",
            "senior",
            "Bath",
            "onsite",
            "20",
            "25",
            "hour",
            "GBP",
            "Sauces",
            "Cooking",
            "A",
            "B",
            "C",
            "full_time",
            "a year",
            "nights",
            "1 March",
            "3",
            "1 May",
            "by phone",
            "Ada",
            "diploma",
            "English",
            "tips",
            "none of it",
            "a visa",
            "urgent",
            "true",
            "true",
        ];
        let mut changes: Vec<Change> = Field::ALL
            .into_iter()
            .zip(values)
            .map(|(field, value)| change(Basis::Edited, field, value))
            .collect();
        changes.insert(9, change(Basis::Assumed, Field::Skills, "Soups"));
        let draft = Draft::fold(&changes);
        let data = crate::events::job_data(&draft.publishable());
        let fields = of(&draft);
        assert_eq!(fields.len(), Field::ALL.len());
        for origin in fields.iter().flat_map(|field| &field.values) {
            let found = data
                .pointer(&origin.path)
                .map(|value| value.as_str().map_or(value.to_string(), str::to_owned));
            let expected = (origin.basis != Basis::Assumed).then(|| origin.value.clone());
            assert_eq!(found, expected, "{origin:?}");
        }
        let skills: Vec<&str> = fields[9].values.iter().map(|origin| &*origin.path).collect();
        assert_eq!(skills, ["/skills/-", "/skills/0"]);
        let without = Draft::fold(&changes[..changes.len() - 1]);
        assert_eq!(changed(&without, &draft), [of_field(&draft, Field::IsFeatured)]);
    }
}
