//! The documents name only files and folders that exist.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::Regex;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
/// Folders that are generated, or belong to tools.
const IGNORED: [&str; 5] = [".git", ".postwright", "node_modules", "target", "__pycache__"];
/// A word with such an ending names a file, also without a folder before it.
const SOURCE_ENDINGS: [&str; 6] = [".rs", ".sql", ".toml", ".yaml", ".yml", ".md"];
/// After a folder these name a file too.
const DATA_ENDINGS: [&str; 5] = [".json", ".jsonl", ".txt", ".ts", ".py"];

static LINK: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\]\(([^)\s]+)\)").unwrap());
static CODE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"`([^`\n]+)`").unwrap());
static PATH: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^[\w.{},*-]+(/[\w.{},*-]+)*/?$").unwrap());
static FENCE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?ms)^ *```.*?^ *```").unwrap());

/// All files of the repository, relative to its root.
fn files() -> BTreeSet<PathBuf> {
    fn collect(folder: &Path, found: &mut BTreeSet<PathBuf>) {
        for entry in std::fs::read_dir(Path::new(ROOT).join(folder)).unwrap().map(Result::unwrap) {
            let path = folder.join(entry.file_name());
            let is_ignored = IGNORED.iter().any(|ignored| entry.file_name() == *ignored);
            match entry.file_type().unwrap().is_dir() {
                true if is_ignored => {}
                true => collect(&path, found),
                false => _ = found.insert(path),
            }
        }
    }
    let mut found = BTreeSet::new();
    collect(Path::new(""), &mut found);
    found
}

/// The documents that are checked: those of the root and of `docs/`, and every README.
fn is_document(path: &Path) -> bool {
    let is_markdown = path.extension().is_some_and(|extension| extension == "md");
    let folder = path.parent().unwrap_or(Path::new(""));
    let is_readme = path.file_name().is_some_and(|name| name == "README.md");
    is_markdown && (is_readme || folder == Path::new("") || folder.starts_with("docs"))
}

/// Whether a file, or a folder with a file, has this path. `*` stands for any part of a name.
fn exists(files: &BTreeSet<PathBuf>, path: &Path) -> bool {
    let normal = path.components().fold(PathBuf::new(), |mut normal, part| {
        match part {
            std::path::Component::ParentDir => _ = normal.pop(),
            std::path::Component::Normal(part) => normal.push(part),
            _ => {}
        }
        normal
    });
    let text = regex::escape(&normal.to_string_lossy()).replace(r"\*", "[^/]*");
    let pattern = Regex::new(&format!("^{text}(/.*)?$")).unwrap();
    normal == Path::new("") || files.iter().any(|file| pattern.is_match(&file.to_string_lossy()))
}

/// `a/{b,c}.rs` as `a/b.rs` and `a/c.rs`.
fn alternatives(path: &str) -> Vec<String> {
    let Some((before, rest)) = path.split_once('{') else { return vec![path.to_owned()] };
    let Some((options, after)) = rest.split_once('}') else { return vec![path.to_owned()] };
    options.split(',').flat_map(|option| alternatives(&format!("{before}{option}{after}"))).collect()
}

/// Whether inline code is meant as a path of the repository.
fn is_path(code: &str, files: &BTreeSet<PathBuf>) -> bool {
    if !PATH.is_match(code) {
        return false;
    }
    let first = code.split('/').next().unwrap_or_default();
    let ends_with = |endings: &[&str]| endings.iter().any(|ending| code.ends_with(ending) && code != *ending);
    match code.contains('/') {
        _ if IGNORED.contains(&first) => false,
        true => ends_with(&SOURCE_ENDINGS) || ends_with(&DATA_ENDINGS) || exists(files, Path::new(first)),
        false => ends_with(&SOURCE_ENDINGS),
    }
}

/// The paths in a document that do not exist.
fn missing(files: &BTreeSet<PathBuf>, document: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(Path::new(ROOT).join(document)).unwrap();
    let text = FENCE.replace_all(&text, "");
    let folder = document.parent().unwrap();
    let found = |path: &str| exists(files, &folder.join(path));
    let links = LINK.captures_iter(&text).map(|link| link[1].split(['#', '?']).next().unwrap().to_owned());
    let links = links.filter(|link| !link.contains(':') && !link.is_empty() && !found(link));
    let in_code =
        CODE.captures_iter(&text).map(|code| code[1].to_owned()).filter(|code| is_path(code, files));
    let in_code = in_code.flat_map(|code| alternatives(&code)).filter(|path| {
        let is_named = || files.iter().any(|file| file.file_name() == Path::new(path).file_name());
        let is_bare = !path.contains('/');
        !(found(path) || exists(files, Path::new(path)) || is_bare && is_named())
    });
    links.chain(in_code).collect()
}

#[test]
fn every_path_in_a_document_exists() {
    let files = files();
    let documents: Vec<_> = files.iter().filter(|path| is_document(path)).collect();
    assert!(documents.len() > 10, "{documents:?}");
    let mut complaints = Vec::new();
    for document in documents {
        let missing = missing(&files, document);
        complaints.extend(missing.into_iter().map(|path| format!("{}: {path}", document.display())));
    }
    assert!(complaints.is_empty(), "paths that do not exist:\n{}", complaints.join("\n"));
}

#[test]
fn paths_are_distinguished_from_other_inline_code() {
    let files = files();
    for path in ["api/src/rates.rs", "docs/", "main.rs", "testing/tests/{src,it}", "migration/src/*/x.sql"] {
        assert!(is_path(path, &files), "{path}");
    }
    for other in
        ["application/json", "/v1/me", "text/html; charset=utf-8", "wait=30", "target/debug", ".rs", "a b.rs"]
    {
        assert!(!is_path(other, &files), "{other}");
    }
    assert_eq!(alternatives("a/{b,c}.rs"), ["a/b.rs", "a/c.rs"]);
    assert!(
        exists(&files, Path::new("docs/../testing/tests/*/main.rs")) && exists(&files, Path::new("docs"))
    );
    assert!(!exists(&files, Path::new("doc")) && !exists(&files, Path::new("testing/tests/main.rs")));
}
