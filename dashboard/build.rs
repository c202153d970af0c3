//! Writes the table of the files in `dist`. It makes none of them, so that a build needs only cargo.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let manifest = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let dist = manifest.join("dist");
    println!("cargo::rerun-if-changed={}", dist.display());
    assert!(
        dist.join("index.html").exists(),
        "dashboard/dist/index.html is missing: run dashboard/build, which needs node"
    );
    let mut paths = Vec::new();
    collect(&dist, &mut paths);
    paths.sort();
    let mut table = format!("static FILES: [File; {}] = [\n", paths.len());
    for path in &paths {
        let name = path.strip_prefix(&dist).expect("below dist").display();
        writeln!(table, "    File::new({:?}, include_bytes!({path:?})),", name.to_string()).expect("memory");
    }
    table.push_str("];\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("files.rs"), table).expect("OUT_DIR is writable");
}

fn collect(directory: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).expect("dist is readable") {
        let path = entry.expect("dist is readable").path();
        if path.is_dir() { collect(&path, paths) } else { paths.push(path) }
    }
}
