//! Decompresses responses. Requests ask for none, but some servers compress every response.

use std::io::Read;

use flate2::read::{GzDecoder, ZlibDecoder};

use crate::response::BODY_LIMIT;

/// The body as text, or unchanged if it is not compressed. The first bytes say so: labels are sometimes wrong.
pub(crate) fn decompressed(body: Vec<u8>) -> Vec<u8> {
    let text = match body.as_slice() {
        [0x1f, 0x8b, ..] => start(GzDecoder::new(&*body)),
        // The two bytes of a zlib header (RFC 1950, 2.2).
        [method, flags, ..] if method & 0x0f == 8 && u16::from_be_bytes([*method, *flags]) % 31 == 0 => {
            start(ZlibDecoder::new(&*body))
        }
        _ => Vec::new(),
    };
    if text.is_empty() { body } else { text }
}

/// What can be decompressed: a body that was cut, or that would become too long, ends early.
fn start(decoder: impl Read) -> Vec<u8> {
    let mut text = Vec::new();
    // An error leaves what came before it.
    let _ = decoder.take(BODY_LIMIT as u64).read_to_end(&mut text);
    text
}

#[cfg(test)]
mod tests {
    use flate2::Compression;
    use flate2::read::{GzEncoder, ZlibEncoder};

    use super::*;

    fn all(mut encoder: impl Read) -> Vec<u8> {
        let mut bytes = Vec::new();
        encoder.read_to_end(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn compressed_bodies_are_read() {
        let text = br#"{"id": "jp_2"}"#;
        assert_eq!(decompressed(all(GzEncoder::new(&text[..], Compression::best()))), text);
        assert_eq!(decompressed(all(ZlibEncoder::new(&text[..], Compression::best()))), text);
        for plain in [&text[..], b"", b"x", b"\x1f\x8bno gzip", b"xylophone"] {
            assert_eq!(decompressed(plain.to_vec()), plain);
        }
    }

    #[test]
    fn no_body_grows_beyond_the_limit() {
        let bomb = all(GzEncoder::new(std::io::repeat(b'x').take(10 << 20), Compression::best()));
        assert_eq!(decompressed(bomb).len(), BODY_LIMIT);
    }
}
