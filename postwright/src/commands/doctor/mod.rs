//! `postwright doctor`: tries the configured model with one turn, and says in words what works.

mod advice;
mod report;
#[cfg(test)]
mod tests;

use agent::{AcceptedParameters, Completion, Conversation, Fault};

use self::report::Report;
use crate::{
    cli::Settings,
    failure::Failure,
    models::{self, Models},
    terminal,
};

/// The message of the turn. A model that works finds the title and the place in it.
const MESSAGE: &str = "We need a cook in Lisbon.";

/// Tries the model of live mode, and that of test mode if it has an endpoint. Without an endpoint it tries the stand-in.
///
/// # Errors
/// [`Failure::Doctor`] if a model cannot be used, and those of [`Models::start`].
pub async fn run(settings: &Settings) -> Result<(), Failure> {
    let models = Models::start(settings).await?;
    let mut works = tried("LLM_BASE_URL", &models.live).await?;
    if settings.test_model.llm_test_base_url.is_some() {
        works &= tried("LLM_TEST_BASE_URL", &models.test).await?;
    }
    models.stop().await;
    if works { Ok(()) } else { Err(Failure::Doctor) }
}

/// Prints the report of one model, and returns whether the model can be used.
async fn tried(variable: &'static str, endpoint: &agent::Settings) -> Result<bool, Failure> {
    let report = examine(variable, endpoint).await?;
    terminal::say(&report.to_string());
    Ok(report.is_good())
}

async fn examine(variable: &'static str, endpoint: &agent::Settings) -> Result<Report, Failure> {
    let agent = models::agent(endpoint.clone(), variable)?;
    let conversation = Conversation {
        company_name: "Example".to_owned(),
        message: MESSAGE.to_owned(),
        ..Conversation::default()
    };
    let mut pieces = 0;
    let asked = agent.ask(&conversation, None, None, &mut |_| pieces += 1).await;
    let mut report = Report::new(&endpoint.model);
    match asked {
        Ok(completion) => works(&mut report, endpoint, &completion, agent.accepted_parameters(), pieces),
        Err(fault) => fails(&mut report, endpoint, &fault),
    }
    Ok(report)
}

fn works(
    report: &mut Report,
    endpoint: &agent::Settings,
    completion: &Completion,
    accepted: AcceptedParameters,
    pieces: usize,
) {
    let trace = &completion.trace;
    reached(report, endpoint);
    match accepted.schema_mode {
        "json_schema" => report.good("structured output", "json_schema is accepted"),
        mode => report.note("structured output", format!("{mode} only"), advice::NO_SCHEMA),
    }
    match (accepted.streaming, pieces) {
        (true, 2..) => report.good("streaming", format!("yes, the reply came in {pieces} pieces")),
        (true, _) => report.note("streaming", "accepted, but the reply came at once", advice::NO_STREAM),
        (false, _) => report.note("streaming", "refused", advice::NO_STREAM),
    }
    match (trace.prompt_tokens, trace.completion_tokens) {
        (0, _) | (_, 0) => report.note("token counts", "none", advice::NO_COUNTS),
        (prompt, answer) => {
            report.good("token counts", format!("{prompt} of the prompt, {answer} of the answer"));
        }
    }
    report.good("latency", format!("{}.{} s", trace.latency_ms / 1_000, trace.latency_ms % 1_000 / 100));
    report.good("limit", format!("{}, {} tokens", accepted.token_limit, endpoint.max_tokens));
    parameters(report, endpoint, accepted);
    answer(report, completion);
}

/// What the endpoint refuses of the settings.
fn parameters(report: &mut Report, endpoint: &agent::Settings, accepted: AcceptedParameters) {
    if !accepted.temperature && endpoint.temperature {
        report.note("temperature", "refused", advice::NO_TEMPERATURE);
    }
    if let (Some(effort), false) = (&endpoint.reasoning_effort, accepted.reasoning_effort) {
        report.note("reasoning effort", format!("{effort} is refused"), advice::NO_EFFORT);
    }
}

fn answer(report: &mut Report, completion: &Completion) {
    if completion.trace.history_cut {
        report.note("context", "small: the request had to be shortened", advice::SMALL_CONTEXT);
    }
    match (completion.trace.flag, completion.proposal.updates.len()) {
        (Some(flag), _) => report.bad("answer", format!("not the model's own ({flag})"), advice::WITHHELD),
        (None, 0) => report.note("answer", "usable, but without a value of the message", advice::NO_VALUES),
        (None, values) => report.good("answer", format!("usable, with {values} values of the message")),
    }
}

fn fails(report: &mut Report, endpoint: &agent::Settings, fault: &Fault) {
    match fault {
        Fault::Unreachable { cause } => {
            report.bad("address", format!("not reached: {cause}"), advice::UNREACHABLE);
        }
        Fault::Timeout => report.bad("answer", "none in time", advice::TIMEOUT),
        Fault::Configuration(reason) => {
            let (what, advice) = advice::of_refusal(reason);
            report.bad(what, format!("refused: {reason}"), advice);
        }
        Fault::Overloaded { status: Some(status), .. } => {
            let advice = if *status == 429 { advice::RATE_LIMIT } else { advice::SERVER_ERROR };
            report.bad("address", format!("reached, but it responded with HTTP {status}"), advice);
        }
        Fault::Overloaded { .. } | Fault::Unavailable { .. } => {
            report.bad(
                "address",
                "reached, but it closed the connection without a response",
                advice::SERVER_ERROR,
            );
        }
        Fault::Interrupted(reason) => {
            reached(report, endpoint);
            report.bad("answer", format!("broke off: {reason}"), advice::INTERRUPTED);
        }
        Fault::BadOutput(rejected) => {
            reached(report, endpoint);
            report.bad("answer", format!("not usable: {}", rejected.error), advice::BAD_OUTPUT);
        }
    }
}

fn reached(report: &mut Report, endpoint: &agent::Settings) {
    report.good("address", "reached");
    let key = if endpoint.api_key.is_some() { "accepted" } else { "none is set, and none was asked for" };
    report.good("API key", key);
}
