//! The interactive documentation: Scalar, which poem-openapi embeds, with the finished document.

use std::sync::LazyLock;

use poem_openapi::OpenApiService;

/// Allows Scalar's inline styles, and requests to this server only.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; \
    img-src 'self' data: blob:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'";

/// The path of [`SCRIPT`].
pub const SCRIPT_PATH: &str = "/docs/scalar.js";

/// The page. Scalar's fonts are disabled, because it would load them from another server. The bearer token is the selected
/// way to authenticate.
pub const HTML: &str = r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Postwright API</title>
</head>
<body>
<script id="api-reference" data-url="/openapi.json" data-configuration='{"withDefaultFonts":false,"authentication":{"preferredSecurityScheme":"bearerAuth"}}'></script>
<script src="/docs/scalar.js"></script>
</body>
</html>
"#;

/// Scalar itself, taken from the page that poem-openapi generates.
pub static SCRIPT: LazyLock<String> = LazyLock::new(|| {
    const BEGIN: &str = r#"<script charset="UTF-8">"#;
    let page = OpenApiService::new((), "", "").scalar_html();
    let script = page.split_once(BEGIN).and_then(|(_, rest)| rest.rsplit_once("</script>"));
    script.map_or_else(|| panic!("poem-openapi has changed its page"), |(script, _)| script.to_owned())
});
