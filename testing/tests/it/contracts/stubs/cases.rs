//! How each documented response is provoked: by rules for its status, and by the cases in `cases.json`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

const FILE: &str = include_str!("cases.json");

#[derive(Deserialize)]
pub struct Cases {
    /// By operation and status. A text after a colon names a further case of the same response.
    provoked: BTreeMap<String, Case>,
    not_provoked: Vec<NotProvoked>,
    never_seen: Vec<NeverSeen>,
}

/// What a request needs beyond the sample in its stub. A value that begins with `$` is the name of a known value.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Case {
    pub scene: Option<String>,
    pub parameters: BTreeMap<String, String>,
    pub fields: BTreeMap<String, String>,
    pub headers: BTreeMap<String, String>,
    /// How often the request is sent; the last response counts.
    pub times: Option<u32>,
    /// Whether the model responds with errors.
    pub model_fails: bool,
    /// Whether the request is sent with an API key.
    pub with_key: bool,
    /// The number of event streams that the caller has open.
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
    /// All cases of a response: the usual one, and the further ones that are named.
    pub fn of(&self, operation: &str, status: u16) -> Vec<Case> {
        let name = format!("{operation} {status}");
        let usual = self.provoked.get(&name).cloned().unwrap_or_default();
        let more = self.provoked.iter().filter(|(case, _)| case.starts_with(&format!("{name}: ")));
        [usual].into_iter().chain(more.map(|(_, case)| case.clone())).collect()
    }

    /// Whether the response is provoked. A case of its own outweighs an exclusion by `*`.
    pub fn is_provoked(&self, operation: &str, status: u16) -> bool {
        let listed = self.not_provoked.iter().flat_map(|some| &some.cases);
        let names = [format!("{operation} {status}"), format!("* {status}")];
        if self.provoked.contains_key(&names[0]) {
            return true;
        }
        !listed.into_iter().any(|case| names.contains(case))
    }

    /// All responses that are named in the file.
    pub fn named(&self) -> BTreeSet<&str> {
        let listed = self.not_provoked.iter().flat_map(|some| &some.cases);
        let length = |name: &'_ String| name.split(':').next().unwrap_or_default().len();
        self.provoked.keys().chain(listed).map(|name| &name[..length(name)]).collect()
    }

    /// The fields, as `Schema.field`, that no response of the replay has.
    pub fn never_seen(&self) -> BTreeSet<String> {
        self.never_seen.iter().flat_map(|some| some.fields.iter().cloned()).collect()
    }
}
