//! The files of the web application, compiled in. `dashboard/web` has the sources, `dashboard/build` makes the files of them.

use std::io::Write as _;
use std::sync::OnceLock;

use flate2::Compression;
use flate2::write::GzEncoder;

include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// One file of the web application.
pub struct File {
    path: &'static str,
    pub bytes: &'static [u8],
    compressed: OnceLock<Vec<u8>>,
}

impl File {
    const fn new(path: &'static str, bytes: &'static [u8]) -> Self {
        Self { path, bytes, compressed: OnceLock::new() }
    }

    /// The bytes in gzip format, which the first request makes.
    pub fn compressed(&self) -> &[u8] {
        self.compressed.get_or_init(|| {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
            // Writing to memory cannot fail.
            let _ = encoder.write_all(self.bytes);
            encoder.finish().unwrap_or_default()
        })
    }

    #[must_use]
    pub fn media_type(&self) -> &'static str {
        match self.path.rsplit('.').next() {
            Some("html") => "text/html; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            Some("svg") => "image/svg+xml",
            Some("woff2") => "font/woff2",
            _ => "application/octet-stream",
        }
    }
}

/// The file at this path below `dist`.
#[must_use]
pub fn file(path: &str) -> Option<&'static File> {
    FILES.iter().find(|file| file.path == path)
}

/// The page that loads everything else.
#[must_use]
pub fn index() -> Option<&'static File> {
    file("index.html")
}

/// The digest of the sources that the files were made of; it changes with every build of other sources.
#[must_use]
pub fn build_id() -> &'static str {
    file("BUILD").and_then(|file| std::str::from_utf8(file.bytes).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::fs;
    use std::path::Path;

    use sha2::{Digest as _, Sha256};

    use super::*;

    const SOURCES: [&str; 7] = [
        "index.html",
        "locales",
        "package-lock.json",
        "package.json",
        "src",
        "tsconfig.json",
        "vite.config.ts",
    ];

    fn collect(web: &Path, path: &Path, found: &mut Vec<(String, Vec<u8>)>) {
        if path.is_dir() {
            for entry in fs::read_dir(path).unwrap() {
                collect(web, &entry.unwrap().path(), found);
            }
        } else {
            let name = path.strip_prefix(web).unwrap().to_str().unwrap().to_owned();
            found.push((name, fs::read(path).unwrap()));
        }
    }

    #[test]
    fn the_files_were_made_of_the_committed_sources() {
        let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("web");
        let mut found = Vec::new();
        SOURCES.iter().for_each(|source| collect(&web, &web.join(source), &mut found));
        found.sort();
        let mut digest = Sha256::new();
        for (name, bytes) in found {
            digest.update(format!("{name}\0{}\0", bytes.len()));
            digest.update(bytes);
        }
        let expected = digest.finalize().iter().fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").unwrap();
            text
        });
        assert_eq!(
            build_id(),
            expected,
            "dashboard/dist is not of dashboard/web: run dashboard/build and commit dist"
        );
    }

    #[test]
    fn the_page_names_files_that_there_are_and_no_other_host() {
        let page = std::str::from_utf8(index().unwrap().bytes).unwrap();
        assert!(!page.contains("://") && !page.contains("<style") && !page.contains("style="), "{page}");
        for address in page.split('"').filter_map(|text| text.strip_prefix("/app/")) {
            assert!(file(address).is_some(), "{address}");
        }
    }
}
