//! Dependencies between crates: which of our crates each may use, and which external ones it must not.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cargo_metadata::MetadataCommand;

/// A crate, our crates that it may use, and the external crates that it must not use.
type Rule = (&'static str, &'static [&'static str], &'static [&'static str]);

const RULES: [Rule; 19] = [
    ("entity", &[], &["tokio", "poem", "reqwest", "apalis", "sqlx"]),
    ("dashboard", &[], &["tokio", "sea-orm", "sqlx", "poem", "poem-openapi", "reqwest", "apalis"]),
    ("migration", &[], &["poem", "reqwest", "apalis"]),
    ("contract_kit", &[], &["tokio", "sea-orm", "sqlx", "poem", "poem-openapi", "reqwest", "apalis"]),
    ("outbound", &[], &["sea-orm", "sqlx", "apalis", "apalis-postgres", "poem", "poem-openapi"]),
    (
        "openid",
        &["outbound"],
        &["sea-orm", "sqlx", "apalis", "apalis-postgres", "poem", "poem-openapi", "reqwest"],
    ),
    ("job_post", &[], &["tokio", "sea-orm", "sqlx", "poem", "reqwest", "apalis"]),
    ("domain", &["entity", "job_post"], &["poem", "poem-openapi", "apalis", "apalis-postgres", "reqwest"]),
    ("agent", &["job_post"], &["sea-orm", "sqlx", "apalis", "apalis-postgres", "poem", "poem-openapi"]),
    ("standin", &["job_post"], &["sea-orm", "sqlx", "apalis", "apalis-postgres", "poem-openapi", "reqwest"]),
    (
        "evaluation",
        &["agent", "job_post", "standin"],
        &["sea-orm", "sqlx", "apalis", "apalis-postgres", "poem", "poem-openapi", "reqwest"],
    ),
    (
        "api",
        &["dashboard", "domain", "entity", "job_post", "openid", "outbound"],
        &["sea-orm", "sqlx", "apalis", "apalis-postgres", "reqwest"],
    ),
    (
        "worker",
        &["agent", "domain", "entity", "job_post", "outbound"],
        &["sea-orm", "sqlx", "poem", "poem-openapi", "reqwest"],
    ),
    (
        "postwright",
        &[
            "agent",
            "api",
            "chat",
            "contract_kit",
            "domain",
            "entity",
            "evaluation",
            "job_post",
            "migration",
            "outbound",
            "standin",
            "worker",
        ],
        &[],
    ),
    // It tests the product from outside; of its code it uses the rules only.
    (
        "torture",
        &["job_post", "postwright", "postwright-client", "standin", "tests"],
        &["sea-orm", "apalis", "apalis-postgres", "poem"],
    ),
    // The client is generated from the document and shares no code with the server.
    (
        "postwright-client",
        &[],
        &["sea-orm", "sqlx", "apalis", "apalis-postgres", "poem", "poem-openapi", "typify"],
    ),
    ("chat", &["postwright-client"], &["reqwest", "sea-orm", "sqlx", "poem", "poem-openapi"]),
    ("client-generator", &[], &["reqwest", "tokio"]),
    // It measures the binary from outside; of its code it uses the launcher of PostgreSQL only.
    (
        "bench",
        &["postwright", "postwright-client"],
        &["sea-orm", "apalis", "apalis-postgres", "poem", "poem-openapi"],
    ),
];

/// The direct dependencies of each of our crates, without dev-dependencies.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let metadata = MetadataCommand::new().no_deps().other_options(["--offline".into()]).exec().unwrap();
    let direct = |package: &cargo_metadata::Package| {
        let normal = package
            .dependencies
            .iter()
            .filter(|dependency| dependency.kind == cargo_metadata::DependencyKind::Normal);
        normal.map(|dependency| dependency.name.clone()).collect()
    };
    metadata.packages.iter().map(|package| (package.name.to_string(), direct(package))).collect()
}

#[test]
fn crates_use_only_what_the_rules_allow() {
    let all = dependencies();
    let ours: BTreeSet<_> = all.keys().cloned().collect();
    assert_eq!(ours.len(), RULES.len() + 1, "a crate without a rule");
    for (name, allowed, forbidden) in RULES {
        for used in &all[name] {
            assert!(!ours.contains(used) || allowed.contains(&used.as_str()), "{name} must not use {used}");
            assert!(!forbidden.contains(&used.as_str()), "{name} must not use {used}");
        }
    }
}

/// The crates of the table in ARCHITECTURE.md by their folders, with the crates of ours that each may use.
fn documented() -> BTreeMap<String, BTreeSet<String>> {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let (_, section) = text.split_once("\n## Crates\n").unwrap();
    let rows = section.lines().skip_while(|line| !line.starts_with("|---")).skip(1);
    let rows = rows.take_while(|line| line.starts_with('|')).map(|line| line.split('|').map(str::trim));
    rows.map(|row| {
        let [_, folder, _, may_use] = row.take(4).collect::<Vec<_>>().try_into().unwrap();
        let may_use = may_use.split(", ").filter(|used| *used != "–").map(str::to_owned);
        (folder.trim_matches(['`', '/']).to_owned(), may_use.collect())
    })
    .collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap()
}

#[test]
fn the_table_of_architecture_md_has_the_rules() {
    let documented = documented();
    let metadata = MetadataCommand::new().no_deps().other_options(["--offline".into()]).exec().unwrap();
    for package in metadata.packages {
        let folder = package.manifest_path.parent().unwrap().strip_prefix(root()).unwrap();
        let may_use = documented.get(folder.as_str()).unwrap_or_else(|| panic!("no row for {folder}"));
        match RULES.into_iter().find(|(name, ..)| *name == package.name.as_str()) {
            Some((_, allowed, _)) => assert_eq!(may_use.iter().collect::<Vec<_>>(), allowed, "{folder}"),
            None => assert!(may_use.contains("all"), "{folder}"),
        }
    }
}

#[test]
fn only_the_torture_suite_uses_the_test_harness() {
    let users = dependencies().into_iter().filter(|(_, used)| used.contains("tests")).map(|(name, _)| name);
    assert_eq!(users.collect::<Vec<_>>(), ["torture"]);
}
