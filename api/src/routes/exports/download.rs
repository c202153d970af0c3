//! The response of an export: the document is written while the client reads it.

use std::io::Error as IoError;
use std::time::Duration;

use domain::exports::Export;
use futures_util::stream;
use poem::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use poem::{Body, IntoResponse, Response};
use poem_openapi::ApiResponse;
use poem_openapi::registry::{MetaMediaType, MetaResponse, MetaResponses, Registry};
use poem_openapi::types::Type;
use tokio::sync::mpsc;
use tracing::Instrument as _;

use super::limits::Permit;
use super::models::ExportDocument;

const MEDIA_TYPE: &str = "application/json";
/// How long writing a document may take.
const TIME_LIMIT: Duration = Duration::from_secs(15 * 60);

/// A piece of the document; `None` after the last one.
type Piece = Option<String>;

/// A document that is being written.
pub struct Download(Body);

impl Download {
    /// Begins to write. The permit is held until the document is written, the client has gone, or it does not read. A task
    /// writes, because nobody polls the body of a client that does not read.
    pub fn begin(export: Export, permit: Permit) -> Self {
        let (pieces, receiver) = mpsc::channel(1);
        let write = async move {
            // All of it: the block captures only the fields that it names.
            let permit = permit;
            let written =
                tokio::time::timeout(TIME_LIMIT, write(export, &pieces, permit.write_timeout)).await;
            if written.is_err() {
                tracing::info!("an export took too long");
            }
        };
        tokio::spawn(write.in_current_span());
        Self(Body::from_bytes_stream(stream::try_unfold(receiver, next)))
    }
}

/// The next piece for the client. After an error poem ends the response as if it were complete, but half a document is no
/// JSON.
async fn next(mut pieces: mpsc::Receiver<Piece>) -> Result<Option<(String, mpsc::Receiver<Piece>)>, IoError> {
    match pieces.recv().await {
        Some(piece) => Ok(piece.map(|piece| (piece, pieces))),
        None => Err(IoError::other("the export ended early")),
    }
}

async fn write(mut export: Export, pieces: &mpsc::Sender<Piece>, timeout: Duration) {
    loop {
        let piece = match export.next().await {
            Ok(piece) => piece,
            Err(error) => return tracing::warn!(%error, "an export ended early"),
        };
        let is_end = piece.is_none();
        match tokio::time::timeout(timeout, pieces.send(piece)).await {
            Ok(Ok(())) if !is_end => {}
            // Written, or the client has gone.
            Ok(_) => return,
            Err(_) => return tracing::info!("the client of an export does not read"),
        }
    }
}

impl IntoResponse for Download {
    fn into_response(self) -> Response {
        Response::builder()
            .header(CONTENT_TYPE, MEDIA_TYPE)
            .header(CONTENT_DISPOSITION, r#"attachment; filename="postwright-export.json""#)
            .body(self.0)
    }
}

impl ApiResponse for Download {
    fn meta() -> MetaResponses {
        let content = vec![MetaMediaType { content_type: MEDIA_TYPE, schema: ExportDocument::schema_ref() }];
        let description = "The document, as a download.";
        let status = Some(200);
        let response = MetaResponse { description, status, status_range: None, content, headers: Vec::new() };
        MetaResponses { responses: vec![response] }
    }

    fn register(registry: &mut Registry) {
        ExportDocument::register(registry);
    }
}
