//! How each documented answer is brought about. What follows from the status is here, what does not is in `cases.json`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

const FILE: &str = include_str!("cases.json");

#[derive(Deserialize)]
pub struct Cases {
    /// By operation and status; after a colon, one more for the same answer.
    provoked: BTreeMap<String, Case>,
    not_provoked: Vec<NotProvoked>,
    never_seen: Vec<NeverSeen>,
}

/// What a request needs beyond what its stub's sample has. A value that begins with `$` is known by that name.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Case {
    pub scene: Option<String>,
    pub parameters: BTreeMap<String, String>,
    pub fields: BTreeMap<String, String>,
    pub headers: BTreeMap<String, String>,
    /// How often it is sent; the last answer counts.
    pub times: Option<u32>,
    /// Whether the model refuses to answer.
    pub model_fails: bool,
    /// Whether it is sent with an API key.
    pub with_key: bool,
    /// How many event streams the caller has open meanwhile.
    pub streams: usize,
}

#[derive(Deserialize)]
struct NotProvoked {
    cases: Vec<String>,
    because: String,
}

#[derive(Deserialize)]
struct NeverSeen {
    fields: Vec<String>,
    because: String,
}

pub fn load() -> Cases {
    let cases: Cases = serde_json::from_str(FILE).expect("cases.json");
    let reasons = cases.not_provoked.iter().map(|some| &some.because);
    let reasons = reasons.chain(cases.never_seen.iter().map(|some| &some.because));
    assert!(reasons.into_iter().all(|because| because.len() > 20), "a reason is missing in cases.json");
    cases
}

impl Cases {
    /// All ways to an answer that are tried: the usual one, and those that show more of it.
    pub fn of(&self, operation: &str, status: u16) -> Vec<Case> {
        let name = format!("{operation} {status}");
        let usual = self.provoked.get(&name).cloned().unwrap_or_default();
        let more = self.provoked.iter().filter(|(case, _)| case.starts_with(&format!("{name}: ")));
        [usual].into_iter().chain(more.map(|(_, case)| case.clone())).collect()
    }

    /// What is named itself is, also where all others are not.
    pub fn is_provoked(&self, operation: &str, status: u16) -> bool {
        let listed = self.not_provoked.iter().flat_map(|some| &some.cases);
        let names = [format!("{operation} {status}"), format!("* {status}")];
        if self.provoked.contains_key(&names[0]) {
            return true;
        }
        !listed.into_iter().any(|case| names.contains(case))
    }

    /// Everything that is named here, to be compared with what there is.
    pub fn named(&self) -> BTreeSet<&str> {
        let listed = self.not_provoked.iter().flat_map(|some| &some.cases);
        let answer = |name: &'_ String| name.split(':').next().unwrap_or_default().len();
        self.provoked.keys().chain(listed).map(|name| &name[..answer(name)]).collect()
    }

    /// The fields, as schema and name, that no answer of the replay has.
    pub fn never_seen(&self) -> BTreeSet<String> {
        self.never_seen.iter().flat_map(|some| some.fields.iter().cloned()).collect()
    }
}
