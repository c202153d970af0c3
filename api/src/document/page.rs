//! The interactive documentation: Scalar, embedded by poem-openapi, around our document instead of poem's.

use poem_openapi::OpenApiService;

/// Scalar is one inline script that writes its own styles. It may reach this server and nothing else.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; \
    style-src 'unsafe-inline'; img-src 'self' data: blob:; font-src data:; connect-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The page's HTML.
pub fn html() -> String {
    let stub = OpenApiService::new((), "", "");
    // The document stands inside a script element, which only `</` could end.
    let document = super::openapi_json().replace("</", "<\\/");
    let configuration = r#"id="api-reference" data-configuration='{"withDefaultFonts":false}'"#;
    stub.scalar_html()
        .replacen("<title>Scalar</title>", "<title>Postwright API</title>", 1)
        .replacen(r#"id="api-reference""#, configuration, 1)
        .replacen(&stub.spec(), &document, 1)
}
