//! Whether a body is JSON or a stream of events, by its first bytes. Labels such as the content type are often wrong.

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// How a line of a stream can begin. The first is a comment.
const LINES: [&[u8]; 5] = [b":", b"data:", b"event:", b"id:", b"retry:"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BodyKind {
    Stream,
    /// JSON, or nothing that is known.
    Whole,
}

/// The kind of a body with these first bytes; `None` if they are too few to say.
pub(super) fn of(head: &[u8]) -> Option<BodyKind> {
    if BYTE_ORDER_MARK.starts_with(head) {
        return None;
    }
    let text = without_mark(head);
    if LINES.iter().any(|line| text.starts_with(line)) {
        return Some(BodyKind::Stream);
    }
    let is_open = LINES.iter().any(|line| line.starts_with(text));
    (!is_open).then_some(BodyKind::Whole)
}

/// The body without its byte order mark and the blanks before and behind that.
pub(super) fn without_mark(body: &[u8]) -> &[u8] {
    let body = body.trim_ascii_start();
    body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body).trim_ascii_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_decide() {
        let table: [(&[u8], Option<BodyKind>); 13] = [
            (b"", None),
            (b" \r\n", None),
            (b"\xef\xbb", None),
            (b"\xef\xbb\xbf", None),
            (b"dat", None),
            (b"data:", Some(BodyKind::Stream)),
            (b"\xef\xbb\xbf\n\ndata: {", Some(BodyKind::Stream)),
            (b": ping", Some(BodyKind::Stream)),
            (b"event: x", Some(BodyKind::Stream)),
            (b"retry: 3", Some(BodyKind::Stream)),
            (b"{\"id\":", Some(BodyKind::Whole)),
            (b"\xef\xbb\xbf {", Some(BodyKind::Whole)),
            (b"<html>", Some(BodyKind::Whole)),
        ];
        for (head, expected) in table {
            assert_eq!(of(head), expected, "{}", String::from_utf8_lossy(head));
        }
    }
}
