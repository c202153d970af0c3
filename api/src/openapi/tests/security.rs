//! Security of operations: public ones, those for people only, and scopes.

use serde_json::Value;

use super::{document, operations};

#[test]
fn public_operations_have_no_security_and_all_others_have_some() {
    let public = [
        "read_service",
        "read_liveness",
        "read_readiness",
        "list_signing_keys",
        "sign_up",
        "complete_sign_up",
        "request_password_reset",
        "reset_password",
        "confirm_email",
        "sign_in",
        "sign_in_browser",
        "refresh_tokens",
        "issue_token",
        "read_authorization_server",
        "open_invitation",
        "accept_invitation",
        "begin_single_sign_on",
        "complete_browser_single_sign_on",
        "complete_single_sign_on",
        "open_sign_in_link",
        "verify_email_domain",
    ];
    for (path, _, operation) in operations(&document()) {
        // The original routes and the token endpoint take forms, which pages of other sites can send with a cookie.
        let browser = path.starts_with("/v1/").then_some("browser");
        let id = operation["operationId"].as_str().unwrap();
        let schemes: Vec<_> = operation
            .get("security")
            .and_then(Value::as_array)
            .unwrap_or_else(|| panic!("{id} declares no security"))
            .iter()
            .flat_map(|scheme| scheme.as_object().unwrap().keys().cloned())
            .collect();
        let expected = |others: &[&'static str]| others.iter().copied().chain(browser).collect::<Vec<_>>();
        match (public.contains(&id), PEOPLE_ONLY.contains(&id)) {
            (true, _) => assert!(schemes.is_empty(), "{id}"),
            (false, true) => assert_eq!(schemes, expected(&["bearerAuth"]), "{id}"),
            (false, false) => assert_eq!(schemes, expected(&["bearerAuth", "oauth2"]), "{id}"),
        }
    }
}

/// Operations that no API key can call.
const PEOPLE_ONLY: &[&str] = &[
    "reauthenticate_login",
    "sign_out",
    "reauthenticate_browser",
    "switch_browser_organization",
    "sign_out_browser",
    "list_attention",
    "update_me",
    "delete_me",
    "export_me",
    "export_organization",
    "change_password",
    "request_email_change",
    "read_totp",
    "enrol_totp",
    "confirm_totp",
    "remove_totp",
    "renew_recovery_codes",
    "list_logins",
    "end_login",
    "end_all_logins",
    "request_organization_deletion",
    "cancel_organization_deletion",
    "leave_organization",
    "transfer_ownership",
    "create_api_key",
    "list_api_keys",
    "read_api_key",
    "update_api_key",
    "revoke_api_key",
    "update_member",
    "remove_member",
    "create_invitation",
    "resend_invitation",
    "revoke_invitation",
    "read_identity_provider",
    "put_identity_provider",
    "delete_identity_provider",
    "list_email_domains",
    "add_email_domain",
    "remove_email_domain",
];

#[test]
fn an_operation_for_keys_requires_one_known_scope() {
    let document = document();
    let known = &document["components"]["securitySchemes"]["oauth2"]["flows"]["clientCredentials"]["scopes"];
    for (_, method, operation) in operations(&document) {
        let id = operation["operationId"].as_str().unwrap();
        let Some(scopes) = operation["security"]
            .as_array()
            .unwrap()
            .iter()
            .find_map(|requirement| requirement.get("oauth2"))
        else {
            continue;
        };
        let mut parameters = operation["parameters"].as_array().into_iter().flatten();
        assert!(parameters.any(|parameter| parameter["name"] == "Postwright-User"), "{id}");
        let scopes: Vec<_> = scopes.as_array().unwrap().iter().map(|scope| scope.as_str().unwrap()).collect();
        match scopes[..] {
            [] => assert_eq!(id, "read_me"),
            [scope] => {
                assert!(known.get(scope).is_some(), "{id} requires {scope}");
                assert_eq!(scope.ends_with(":read"), method == "get", "{id} requires {scope}");
            }
            _ => panic!("{id} requires {scopes:?}"),
        }
    }
}
