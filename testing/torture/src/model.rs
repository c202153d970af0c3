//! The model: the stand-in's completions with seeded delays and faults.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use ::tests::{Behaviour, FaultServer, Step};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::Value;

use crate::clock::now;
use crate::processes::WORKERS;
use crate::progress::Progress;

/// The number of words in one chunk of a stream.
const WORDS_PER_CHUNK: usize = 4;

/// A call of the model.
#[derive(Clone, Debug)]
pub struct Call {
    pub at: f64,
    pub worker: usize,
    /// The numbers of session and message from the text; `None` for the sessions of `expiry_edges`.
    pub label: Option<(usize, usize)>,
    /// The connection was closed without a response. The worker may then send the request again, within the same call.
    pub hung_up: bool,
}

/// The shares of slow and faulty responses among all calls, from 0 to 1.
#[derive(Clone, Copy, Debug)]
pub struct FaultRates {
    /// Responses that take longer than a lease.
    pub slow: f64,
    pub lease_seconds: u32,
    /// Each kind of faulty response.
    pub broken: f64,
}

/// One server for each worker, so that each call shows its worker.
pub struct Model {
    servers: Vec<FaultServer>,
    calls: Arc<Mutex<Vec<Call>>>,
}

impl Model {
    pub async fn start(seed: u64, rates: FaultRates, progress: Arc<Progress>) -> Self {
        let calls = Arc::<Mutex<Vec<Call>>>::default();
        let mut servers = Vec::new();
        for worker in 0..WORKERS {
            let (calls, progress) = (calls.clone(), progress.clone());
            let script = move |_, request: &Value| {
                let number = {
                    let mut calls = calls.lock().unwrap_or_else(PoisonError::into_inner);
                    calls.push(Call { at: now(), worker, label: label(request), hung_up: false });
                    calls.len() - 1
                };
                let mut rng = StdRng::seed_from_u64(seed.wrapping_mul(1_000_003) ^ number as u64);
                let behaviour = behaviour(&mut rng, rates, progress.share_done() < 0.5, number, request);
                if matches!(behaviour, Behaviour::HangUp) {
                    calls.lock().unwrap_or_else(PoisonError::into_inner)[number].hung_up = true;
                }
                behaviour
            };
            servers.push(FaultServer::start(script).await);
        }
        Self { servers, calls }
    }

    #[must_use]
    pub fn base_urls(&self) -> Vec<String> {
        self.servers.iter().map(FaultServer::base_url).collect()
    }

    /// All calls so far; the index of a call is its number.
    #[must_use]
    pub fn calls(&self) -> Vec<Call> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// `early`: the run is long enough for a stall to time out.
fn behaviour(rng: &mut StdRng, rates: FaultRates, early: bool, number: usize, request: &Value) -> Behaviour {
    let mut roll: f64 = rng.random();
    let mut happens = |share: f64| {
        roll -= share;
        roll < 0.0
    };
    let broken = rates.broken;
    if happens(broken) {
        return Behaviour::Half(Step::Cut);
    }
    if happens(broken) {
        return Behaviour::completion("This is no JSON.", "stop");
    }
    if happens(broken) {
        return Behaviour::Status(500, "", "out of memory".to_owned());
    }
    if happens(broken / 2.0) {
        return Behaviour::HangUp;
    }
    if happens(broken / 4.0) {
        return Behaviour::Half(if early { Step::Stall } else { Step::Reset });
    }
    let after = match happens(rates.slow) {
        true => rates.lease_seconds as u64 * rng.random_range(1_250..2_250),
        false => rng.random_range(50..400),
    };
    let pause = Duration::from_millis(rng.random_range(0..8));
    Behaviour::Content { after: Duration::from_millis(after), pause, pieces: completion(number, request) }
}

/// The stand-in's completion with the number of the call in its reply, which shows later whose completion was committed.
fn completion(number: usize, request: &Value) -> Vec<String> {
    let whole = standin::complete(request);
    let content = whole["choices"][0]["message"]["content"].as_str().unwrap_or_default();
    let mut content: Value = serde_json::from_str(content).unwrap_or_default();
    let reply = content["reply"].as_str().unwrap_or_default();
    content["reply"] = format!("{reply} [call {number}]").into();
    let content = content.to_string();
    let words: Vec<&str> = content.split_inclusive(' ').collect();
    words.chunks(WORDS_PER_CHUNK).map(|words| words.concat()).collect()
}

/// The number of the call that this completion answers.
#[must_use]
pub fn signature(raw: &str) -> Option<usize> {
    raw.rsplit_once("[call ")?.1.split_once(']')?.0.parse().ok()
}

/// The numbers of session and message in the text of a message.
#[must_use]
pub fn label_of(message: &str) -> Option<(usize, usize)> {
    let (number, rest) = message.strip_prefix("turn ")?.split_once(" of session ")?;
    Some((rest.split_once(':')?.0.parse().ok()?, number.parse().ok()?))
}

fn label(request: &Value) -> Option<(usize, usize)> {
    let contents =
        request["messages"].as_array()?.iter().rev().filter_map(|message| message["content"].as_str());
    let message = contents.filter_map(|content| content.split_once("<message_")).next()?.1;
    label_of(message.split_once('\n')?.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_and_completions_carry_their_numbers() {
        assert_eq!(label_of("turn 17 of session 3: Skills: Rust"), Some((3, 17)));
        assert_eq!(label_of("edge 1"), None);
        assert_eq!(signature("{\"reply\":\"Noted. [call 41]\"}"), Some(41));
        assert_eq!(signature("nothing"), None);
    }
}
