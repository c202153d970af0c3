//! The body, read within its limit before anything else looks at it.

use std::pin::pin;

use futures_util::StreamExt;
use poem::Request;
use poem::http::StatusCode;
use poem::http::header::CONTENT_LENGTH;

use crate::idempotency::RawBody;
use crate::problem::Problem;

/// How much of a body that is too large is still read, as a multiple of the limit: a client that is cut off in the
/// middle of sending sees a broken connection instead of our 413.
const DRAIN: usize = 32;

/// Reads the whole body into the request.
///
/// # Errors
/// 413 above the limit, 400 when the client stops in the middle.
pub async fn take_in(request: &mut Request, limit: usize) -> Result<(), Problem> {
    let too_large = || Problem::of_status(StatusCode::PAYLOAD_TOO_LARGE);
    if announced(request) > limit * DRAIN {
        return Err(too_large());
    }
    let mut chunks = pin!(request.take_body().into_bytes_stream());
    let (mut kept, mut total) = (Vec::new(), 0);
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| Problem::of_status(StatusCode::BAD_REQUEST))?;
        total += chunk.len();
        if total > limit * DRAIN {
            return Err(too_large());
        }
        if total <= limit {
            kept.extend_from_slice(&chunk);
        }
    }
    if total > limit {
        return Err(too_large());
    }
    if RawBody::is_wanted(request) {
        request.set_data(RawBody(kept.clone()));
    }
    request.set_body(kept);
    Ok(())
}

fn announced(request: &Request) -> usize {
    let length = request.headers().get(CONTENT_LENGTH);
    length.and_then(|length| length.to_str().ok()?.parse().ok()).unwrap_or(0)
}
