//! Checks the URL of a model's endpoint, and says how a wrong one is written correctly.

use std::net::IpAddr;

use reqwest::Url;

use crate::Fault;

/// Endings that belong to one operation, not to the base. The longest is first.
const OPERATIONS: [&str; 5] = ["/chat/completions", "/completions", "/responses", "/embeddings", "/models"];

/// The URL up to `/v1` or up to a deployment.
///
/// # Errors
/// [`Fault::Configuration`] with the right form. It shows neither the query nor a password of the URL.
pub(crate) fn checked(text: &str) -> Result<Url, Fault> {
    if text.contains(char::is_whitespace) {
        let joined: String = text.split_whitespace().collect();
        return Err(wrong("has blanks or line breaks", Url::parse(&joined).ok()));
    }
    if text.starts_with(['"', '\'']) || text.ends_with(['"', '\'']) {
        return Err(wrong("has quotes around it", Url::parse(text.trim_matches(['"', '\''])).ok()));
    }
    let url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    let Some(url) = url else {
        return Err(wrong("does not begin with https:// or http://", with_scheme(text)));
    };
    let path = url.path().trim_end_matches('/');
    if let Some(base) = OPERATIONS.iter().find_map(|operation| path.strip_suffix(operation)) {
        return Err(wrong(
            "ends with the path of an operation, which is added to it",
            Some(with_path(&url, base)),
        ));
    }
    match without_doubling(path) {
        Some(base) => Err(wrong("has a part of its path twice", Some(with_path(&url, &base)))),
        None => Ok(url),
    }
}

fn wrong(what: &str, right: Option<Url>) -> Fault {
    let right = right.filter(Url::has_host).map_or("https://api.example.com/v1".to_owned(), shown);
    Fault::Configuration(format!("the URL {what}; the right form is {right}"))
}

/// The URL without what may be secret.
fn shown(mut url: Url) -> String {
    // These fail only for URLs that cannot have such parts.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    if url.query().is_some() {
        url.set_query(Some("…"));
    }
    let path = url.path().trim_end_matches('/').to_owned();
    url.set_path(&path);
    let text = url.as_str().replace("?%E2%80%A6", "?…");
    text.trim_end_matches('/').to_owned()
}

fn with_scheme(text: &str) -> Option<Url> {
    let rest = text.rsplit_once("://").map_or(text, |(_, rest)| rest);
    let host = rest.split(['/', ':', '?']).next()?;
    let is_local = host == "localhost" || host.parse::<IpAddr>().is_ok();
    let scheme = if is_local { "http" } else { "https" };
    (!rest.is_empty()).then(|| Url::parse(&format!("{scheme}://{rest}")).ok()).flatten()
}

fn with_path(url: &Url, path: &str) -> Url {
    let mut url = url.clone();
    url.set_path(&without_doubling(path).unwrap_or_else(|| path.to_owned()));
    url
}

/// The path without the repetition of a version (`/v1/v1`) or of the whole (`/openai/v1/openai/v1`).
fn without_doubling(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let (first, second) = parts.split_at(parts.len() / 2);
    let is_version =
        |part: &str| part.starts_with('v') && part[1..].starts_with(|c: char| c.is_ascii_digit());
    let kept: Vec<&str> = if first.len() > 1 && first == second {
        first.to_vec()
    } else {
        let is_repeated = |at: usize| at > 0 && parts[at] == parts[at - 1] && is_version(parts[at]);
        (0..parts.len()).filter(|at| !is_repeated(*at)).map(|at| parts[at]).collect()
    };
    (kept.len() < parts.len()).then(|| format!("/{}", kept.join("/")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_addresses_are_accepted() {
        for url in [
            "https://api.openai.com/v1",
            "https://api.openai.com/v1/",
            "http://localhost:11434/v1",
            "https://generativelanguage.googleapis.com/v1beta/openai/",
            "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
            "https://acme.openai.azure.com/openai/deployments/posts?api-version=2024-10-21",
            "https://gateway.example.com/openai/openai",
            "https://api.example.com",
        ] {
            assert!(checked(url).is_ok(), "{url}");
        }
    }

    #[test]
    fn a_wrong_address_is_refused_with_the_right_form() {
        for (url, expected) in [
            ("https://api.openai.com/v1/chat/completions", "https://api.openai.com/v1"),
            ("https://api.openai.com/v1/chat/completions/", "https://api.openai.com/v1"),
            ("https://api.openai.com/v1/completions", "https://api.openai.com/v1"),
            ("https://api.openai.com/v1/v1", "https://api.openai.com/v1"),
            ("https://api.openai.com/v1/v1/chat/completions", "https://api.openai.com/v1"),
            ("https://gateway.example.com/openai/v1/openai/v1", "https://gateway.example.com/openai/v1"),
            ("https://api.openai.com/v1 ", "https://api.openai.com/v1"),
            ("https://api.openai.com/v1\n", "https://api.openai.com/v1"),
            ("https://api. openai.com/v1", "https://api.openai.com/v1"),
            ("\"https://api.openai.com/v1\"", "https://api.openai.com/v1"),
            ("api.openai.com/v1", "https://api.openai.com/v1"),
            ("localhost:11434/v1", "http://localhost:11434/v1"),
            ("127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1"),
            ("//api.openai.com/v1", "https://api.openai.com/v1"),
            ("ftp://localhost/v1", "http://localhost/v1"),
            ("https://", "https://api.example.com/v1"),
            ("", "https://api.example.com/v1"),
            ("https://u:canary@h.example.com/v1/v1?key=canary", "https://h.example.com/v1?…"),
        ] {
            let fault = checked(url).unwrap_err().to_string();
            assert!(fault.ends_with(&format!("the right form is {expected}")), "{url:?}: {fault}");
            assert!(!fault.contains("canary"));
        }
    }
}
