//! Generates the Rust client, `clients/rust/src/generated.rs`, from `openapi.yaml`.
//!
//! `cargo run -p client-generator` writes the file; `--check` fails if it is out of date.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use openapiv3::OpenAPI;
use progenitor_impl::{GenerationSettings, Generator, InterfaceStyle, TagStyle};

const HEAD: &str =
    "// Written by `cargo run -p client-generator` from openapi.yaml. Not to be changed by hand.\n\n";

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let clients = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let document = fs::read_to_string(clients.join("../../openapi.yaml"))?;
    let (path, text) = (clients.join("src/generated.rs"), generate(&document)?);
    match std::env::args().nth(1).as_deref() {
        None => fs::write(path, text)?,
        Some("--check") if fs::read_to_string(path)? == text => {}
        Some("--check") => {
            return Err(
                "generated.rs does not match openapi.yaml: run `cargo run -p client-generator`".into()
            );
        }
        Some(other) => return Err(format!("unknown argument {other}; the only one is `--check`").into()),
    }
    Ok(ExitCode::SUCCESS)
}

/// Generates and formats the client of a document.
fn generate(document: &str) -> Result<String, Box<dyn Error>> {
    let document: OpenAPI = serde_saphyr::from_str(document)?;
    let mut settings = GenerationSettings::default();
    settings.with_interface(InterfaceStyle::Builder).with_tag(TagStyle::Merged);
    let tokens = Generator::new(&settings).generate_tokens(&document)?;
    Ok(format!("{HEAD}{}", prettyplease::unparse(&syn::parse2(tokens)?)))
}
