//! What accepting a message needs to know of its request and of the server.

use domain::idempotency::Key;
use poem::http::header::ACCEPT;
use poem::web::Data;
use poem::{FromRequest, Request, RequestBody, Result};

use super::accept::Wish;
use super::preference::Preference;
use crate::caller::{Member, SessionsWrite};
use crate::settings::Settings;
use crate::shutdown::Shutdown;
use crate::streams::Streams;

pub struct Desk<'a> {
    settings: &'a Settings,
    draining: &'a Shutdown,
    streams: &'a Streams,
    /// Whether the caller asks for a stream.
    follows: bool,
}

impl<'a> FromRequest<'a> for Desk<'a> {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> Result<Self> {
        let Data(settings) = Data::from_request(request, body).await?;
        let Data(draining) = Data::from_request(request, body).await?;
        let Data(streams) = Data::from_request(request, body).await?;
        let accept = request.headers().get_all(ACCEPT).iter().filter_map(|header| header.to_str().ok());
        let mut media_types = accept.flat_map(|header| header.split(','));
        let follows = media_types.any(|media_type| {
            let media_type = media_type.split(';').next().unwrap_or_default().trim();
            media_type.eq_ignore_ascii_case("text/event-stream")
        });
        Ok(Self { settings, draining, streams, follows })
    }
}

impl<'a> Desk<'a> {
    /// What this caller wants to be done, and how they want to be answered.
    pub fn wish(
        &self,
        member: &'a Member<SessionsWrite>,
        key: Option<Key>,
        prefer: Option<&str>,
    ) -> Wish<'a> {
        let preference = Preference::read(prefer, self.settings.wait_limit);
        let key = key.map(|key| Key { preference: preference.applied(), ..key });
        Wish {
            member,
            draining: self.draining,
            key,
            preference,
            streams: self.follows.then_some(self.streams),
        }
    }
}
