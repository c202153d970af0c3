//! Webhooks, described like operations. OpenAPI 3.0 has no place for them but `x-webhooks`, which linters read as well.

use serde_json::{Value, json};

const DESCRIPTION: &str = "Sent to every endpoint that receives this event type, signed by Standard Webhooks. The event \
    contains ids but no content of the conversation; read that over the API.";

/// Adds an operation id, a description, and empty security: the receiver verifies the signature instead.
pub fn complete(document: &mut Value) {
    for (event, item) in document.get_mut("x-webhooks").and_then(Value::as_object_mut).into_iter().flatten() {
        let Some(operation) = item.get_mut("post").and_then(Value::as_object_mut) else { continue };
        let name = format!("receive_{}", event.replace('.', "_"));
        operation.entry("operationId").or_insert_with(|| json!(name));
        operation.entry("description").or_insert_with(|| json!(DESCRIPTION));
        operation.insert("security".to_owned(), json!([]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_webhook_has_a_name_and_its_own_description() {
        let mut document = json!({"x-webhooks": {"ship.sunk": {"post": {"description": "Sad."}}}});
        complete(&mut document);
        let expected = json!({"description": "Sad.", "operationId": "receive_ship_sunk", "security": []});
        assert_eq!(document["x-webhooks"]["ship.sunk"]["post"], expected);
    }
}
