//! Security requirements of operations, in the form that OpenAPI demands.

use serde_json::{Value, json};

use super::walk::each_operation;
use crate::caller::takes_cookie;

/// Moves the scope out of the scheme's name, where extractors have to write it: `{"oauth2 sessions:read": []}` becomes
/// `{"oauth2": ["sessions:read"]}`.
pub fn write_scopes(document: &mut Value) {
    each_operation(document, |operation| {
        let requirements = operation.value.get_mut("security").and_then(Value::as_array_mut);
        for requirement in requirements.into_iter().flatten().filter_map(Value::as_object_mut) {
            let names: Vec<String> = requirement.keys().cloned().collect();
            for (name, (scheme, scope)) in names.iter().filter_map(|name| Some((name, name.split_once(' ')?)))
            {
                requirement.remove(name);
                requirement.insert(scheme.to_owned(), json!([scope]));
            }
        }
    });
}

/// Declares operations without security as public.
pub fn declare_public(document: &mut Value) {
    each_operation(document, |operation| {
        operation.value.entry("security").or_insert_with(|| json!([]));
    });
}

/// Admits the cookie of a browser to every operation of people where it counts. Declared as a security scheme, because
/// generators of clients stumble over cookies as parameters.
pub fn admit_browsers(document: &mut Value) {
    document["components"]["securitySchemes"]["browser"] = json!({
        "type": "apiKey", "in": "cookie", "name": "__Host-postwright",
        "description": "The cookie of `sign_in_browser`, for pages of this host; on plain HTTP its name is `postwright`. With \
                        `Postwright-Mode: test` a person acts in test mode, also with a token. A page that names its \
                        organization in `Postwright-Organization` gets 409 `organization_changed` once the login is in \
                        another one.",
    });
    each_operation(document, |operation| {
        let counts = takes_cookie(operation.path);
        let requirements = operation.value.get_mut("security").and_then(Value::as_array_mut);
        if let Some(requirements) = requirements.filter(|all| counts && !all.is_empty()) {
            requirements.push(json!({"browser": []}));
        }
    });
}

/// Adds the header `Postwright-User` to the operations that admit API keys. It follows from their security.
pub fn add_acting_header(document: &mut Value) {
    let parameter = json!({
        "name": "Postwright-User", "in": "header", "required": false,
        "description": "For API keys: the id of the member to act for, with that member's role and visibility. If \
                        absent, the key acts for no member: it sees the whole organization, within its scopes.",
        "schema": {"type": "string", "format": "uuid"},
    });
    each_operation(document, |operation| {
        let requirements = operation.value.get("security").and_then(Value::as_array);
        if requirements.into_iter().flatten().any(|requirement| requirement.get("oauth2").is_some()) {
            let parameters = operation.value.entry("parameters").or_insert_with(|| json!([]));
            parameters.as_array_mut().into_iter().for_each(|parameters| parameters.push(parameter.clone()));
        }
    });
}

#[cfg(test)]
#[test]
fn a_scope_is_listed_under_its_scheme() {
    let operation = json!({"security": [{"bearerAuth": []}, {"oauth2 sessions:read": []}]});
    let mut document = json!({"paths": {"/v1/things": {"get": operation}}});
    write_scopes(&mut document);
    let security = &document["paths"]["/v1/things"]["get"]["security"];
    assert_eq!(security, &json!([{"bearerAuth": []}, {"oauth2": ["sessions:read"]}]));
}
