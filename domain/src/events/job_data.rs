//! Job data as they are on the wire, for patches between two states of them.

use job_post::Content;
use serde_json::Value;

/// A post's content as `/v1` writes it: what nobody said is absent, or an empty list.
#[must_use]
pub fn job_data(content: &Content) -> Value {
    let mut content = content.clone();
    for amount in [&mut content.salary.min, &mut content.salary.max].into_iter().flatten() {
        *amount = amount.normalize();
    }
    let mut data = serde_json::to_value(content).unwrap_or_default();
    drop_unsaid(&mut data);
    data
}

fn drop_unsaid(data: &mut Value) {
    let Value::Object(members) = data else { return };
    members.values_mut().for_each(drop_unsaid);
    members.retain(|_, value| !value.is_null() && value.as_object().is_none_or(|object| !object.is_empty()));
}
