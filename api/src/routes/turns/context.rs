//! What the response to a new turn depends on besides its parameters: the server's state and the header `Accept`.

use domain::idempotency::Key;
use poem::http::header::ACCEPT;
use poem::web::Data;
use poem::{FromRequest, Request, RequestBody, Result};

use super::preference::Preference;
use super::start::{ResponseMode, TurnRequest};
use crate::caller::{Member, SessionsWrite};
use crate::shutdown::Shutdown;
use crate::streams::Streams;

/// Extracted by the operations that start a turn.
pub struct TurnContext<'a> {
    shutdown: &'a Shutdown,
    streams: &'a Streams,
    /// Whether the caller accepts an event stream.
    accepts_stream: bool,
}

impl<'a> FromRequest<'a> for TurnContext<'a> {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> Result<Self> {
        let Data(shutdown) = Data::from_request(request, body).await?;
        let Data(streams) = Data::from_request(request, body).await?;
        Ok(Self { shutdown, streams, accepts_stream: accepts_stream(request) })
    }
}

impl<'a> TurnContext<'a> {
    pub fn request(
        &self,
        member: &'a Member<SessionsWrite>,
        key: Option<Key>,
        preference: Preference,
    ) -> TurnRequest<'a> {
        let mode = match preference.wait {
            _ if self.accepts_stream => ResponseMode::Stream(self.streams),
            Some(limit) if !limit.is_zero() => ResponseMode::Wait(limit),
            _ => ResponseMode::Now,
        };
        let key = key.map(|key| Key { preference: preference.applied(), ..key });
        TurnRequest { member, shutdown: self.shutdown, key, preference, mode }
    }
}

fn accepts_stream(request: &Request) -> bool {
    let headers = request.headers().get_all(ACCEPT).iter().filter_map(|header| header.to_str().ok());
    let mut media_types = headers.flat_map(|header| header.split(','));
    media_types.any(|media_type| {
        let mut parts = media_type.split(';').map(str::trim);
        let is_stream = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("text/event-stream"));
        is_stream && !parts.any(is_not_acceptable)
    })
}

/// Whether a parameter is a weight of zero, which means "not acceptable" (RFC 9110, section 12.4.2).
fn is_not_acceptable(parameter: &str) -> bool {
    let weight = parameter.split_once('=').filter(|(name, _)| name.trim().eq_ignore_ascii_case("q"));
    weight.is_some_and(|(_, value)| value.trim().parse::<f32>() == Ok(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_is_sent_to_those_who_accept_one() {
        let accepts = |header: &str| accepts_stream(&Request::builder().header(ACCEPT, header).finish());
        for header in [
            "text/event-stream",
            "application/json, Text/Event-Stream;q=0.1",
            "text/event-stream; charset=utf-8",
        ] {
            assert!(accepts(header), "{header}");
        }
        for header in [
            "",
            "*/*",
            "text/event-stream;q=0",
            "text/event-stream; charset=utf-8 ; Q=0.000, application/json",
        ] {
            assert!(!accepts(header), "{header}");
        }
    }
}
