//! Reads the body within its size limit, before the handler runs.

use std::pin::pin;

use futures_util::StreamExt;
use poem::Request;
use poem::http::StatusCode;
use poem::http::header::CONTENT_LENGTH;

use crate::idempotency::RawBody;
use crate::problem::Problem;

/// How much of a body that is too large is still read and discarded, as a multiple of the limit. A client that is cut
/// off while it sends would see a broken connection instead of the 413.
const DISCARD_FACTOR: usize = 32;

/// Reads the whole body into the request.
///
/// # Errors
/// 413 above the limit, 400 when the client stops before the end.
pub async fn read(request: &mut Request, limit: usize) -> Result<(), Problem> {
    let too_large = || Problem::of_status(StatusCode::PAYLOAD_TOO_LARGE);
    if content_length(request) > limit * DISCARD_FACTOR {
        return Err(too_large());
    }
    let mut chunks = pin!(request.take_body().into_bytes_stream());
    let (mut kept, mut total) = (Vec::new(), 0);
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| Problem::of_status(StatusCode::BAD_REQUEST))?;
        total += chunk.len();
        if total > limit * DISCARD_FACTOR {
            return Err(too_large());
        }
        if total <= limit {
            kept.extend_from_slice(&chunk);
        }
    }
    if total > limit {
        return Err(too_large());
    }
    if RawBody::is_needed(request) {
        request.set_data(RawBody(kept.clone()));
    }
    request.set_body(kept);
    Ok(())
}

fn content_length(request: &Request) -> usize {
    let length = request.headers().get(CONTENT_LENGTH);
    length.and_then(|length| length.to_str().ok()?.parse().ok()).unwrap_or(0)
}
