//! The security schemes of the OpenAPI document.

use domain::Scope;
use poem_openapi::registry::{MetaOAuthFlow, MetaOAuthFlows, MetaOAuthScope, MetaSecurityScheme};

pub fn bearer() -> MetaSecurityScheme {
    MetaSecurityScheme {
        description: Some(
            "An access token from signing in or from client credentials, or an API key itself (`pw_live_…`, `pw_test_…`).",
        ),
        scheme: Some("bearer"),
        bearer_format: Some("JWT"),
        ..scheme("http")
    }
}

pub fn oauth2() -> MetaSecurityScheme {
    let scopes = Scope::ALL
        .into_iter()
        .map(|scope| MetaOAuthScope { name: scope.name(), description: Some(scope.meaning()) });
    let flow = MetaOAuthFlow {
        authorization_url: None,
        token_url: Some("/v1/oauth/token"),
        refresh_url: None,
        scopes: scopes.collect(),
    };
    let flows = MetaOAuthFlows {
        implicit: None,
        password: None,
        client_credentials: Some(flow),
        authorization_code: None,
    };
    MetaSecurityScheme {
        description: Some(
            "Client credentials (RFC 6749, section 4.4): an API key's id and the key itself, exchanged for an access token.",
        ),
        flows: Some(flows),
        ..scheme("oauth2")
    }
}

fn scheme(ty: &'static str) -> MetaSecurityScheme {
    MetaSecurityScheme {
        ty,
        description: None,
        name: None,
        key_in: None,
        scheme: None,
        bearer_format: None,
        flows: None,
        openid_connect_url: None,
    }
}
