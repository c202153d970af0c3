//! What a provider appends to the redirect URI (RFC 6749, section 4.1.2; RFC 9207).

use url::form_urlencoded;

/// The parameters of a response. Unknown ones are ignored, and of repeated ones all but the first.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct AuthorizationResponse {
    pub state: Option<String>,
    pub code: Option<String>,
    pub issuer: Option<String>,
    pub error: Option<String>,
}

impl AuthorizationResponse {
    /// From the query of an address, with or without its question mark.
    #[must_use]
    pub fn read(query: &str) -> Self {
        let mut response = Self::default();
        for (name, value) in form_urlencoded::parse(query.trim().trim_start_matches('?').as_bytes()) {
            let member = match &*name {
                "state" => &mut response.state,
                "code" => &mut response.code,
                "iss" => &mut response.issuer,
                "error" => &mut response.error,
                _ => continue,
            };
            member.get_or_insert_with(|| value.into_owned());
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::AuthorizationResponse;

    #[test]
    fn the_first_of_repeated_parameters_counts() {
        let text = Some;
        let read = AuthorizationResponse::read(
            " ?code=a%2Fb&state=s&code=other&session_state=1&iss=https%3A%2F%2Fi ",
        );
        let expected = AuthorizationResponse {
            state: text("s".to_owned()),
            code: text("a/b".to_owned()),
            issuer: text("https://i".to_owned()),
            error: None,
        };
        assert_eq!(read, expected);
        assert_eq!(AuthorizationResponse::read("nothing"), AuthorizationResponse::default());
    }
}
