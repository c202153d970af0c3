//! Parses server-sent events from bytes, however they are split.

/// Longest event, in bytes.
const LONGEST_EVENT: usize = 256 * 1024;

/// Collects the `data` of events. Other fields and comments are ignored.
#[derive(Debug, Default)]
pub(super) struct Events {
    line: Vec<u8>,
    data: Vec<u8>,
    after_cr: bool,
}

/// An event exceeded the limit.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooLong;

impl Events {
    /// The events that these bytes complete.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Vec<Vec<u8>>, TooLong> {
        let mut events = Vec::new();
        for &byte in bytes {
            let after_cr = std::mem::take(&mut self.after_cr);
            match byte {
                b'\n' if after_cr => {}
                b'\n' | b'\r' => {
                    self.after_cr = byte == b'\r';
                    events.extend(self.end_line());
                }
                _ if self.line.len() + self.data.len() >= LONGEST_EVENT => return Err(TooLong),
                _ => self.line.push(byte),
            }
        }
        Ok(events)
    }

    /// The last event of a stream, if it was not closed.
    pub fn finish(mut self) -> Option<Vec<u8>> {
        self.end_line().or_else(|| self.end_line())
    }

    fn end_line(&mut self) -> Option<Vec<u8>> {
        if self.line.is_empty() {
            return (!self.data.is_empty()).then(|| std::mem::take(&mut self.data));
        }
        let line = std::mem::take(&mut self.line);
        let value = line.strip_prefix(b"data:")?;
        if !self.data.is_empty() {
            self.data.push(b'\n');
        }
        self.data.extend_from_slice(value.strip_prefix(b" ").unwrap_or(value));
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_found_however_they_are_split() {
        let stream =
            b": hello\r\n\r\ndata: {\"a\":\ndata:1}\n\nevent: x\rid: 7\rdata: two\r\r\n\ndata:  [DONE]";
        let expected = ["{\"a\":\n1}", "two", " [DONE]"];
        for size in 1..stream.len() {
            let mut events = Events::default();
            let mut found: Vec<Vec<u8>> =
                stream.chunks(size).flat_map(|piece| events.push(piece).unwrap()).collect();
            found.extend(events.finish());
            let found: Vec<&str> = found.iter().map(|it| std::str::from_utf8(it).unwrap()).collect();
            assert_eq!(found, expected, "in pieces of {size}");
        }
    }

    #[test]
    fn an_endless_event_is_an_error() {
        let mut events = Events::default();
        let line = [b"data: ".as_slice(), &[b'x'; 100 * 1024], b"\n"].concat();
        assert_eq!(events.push(&line), Ok(vec![]));
        assert_eq!(events.push(&line), Ok(vec![]));
        assert_eq!(events.push(&line), Err(TooLong));
    }
}
