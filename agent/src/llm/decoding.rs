//! Decodes compressed bodies. Requests ask for none, but some gateways compress every response.

use std::io::{self, Write};

use brotli_decompressor::DecompressorWriter;
use flate2::write::{DeflateDecoder, GzDecoder, ZlibDecoder};
use reqwest::header::{CONTENT_ENCODING, HeaderMap};

/// The most bytes that one piece may become. A few bytes can stand for gigabytes.
const LONGEST: usize = 4 * 1024 * 1024;

const GZIP_MAGIC: &[u8] = b"\x1f\x8b";
const BROTLI_BUFFER: usize = 4 * 1024;

/// The decoder of one body.
pub(super) enum Decoder {
    /// Nothing has come, so only the header says what it is.
    Start {
        encoding: String,
    },
    Plain,
    Gzip(GzDecoder<Bounded>),
    Zlib(ZlibDecoder<Bounded>),
    Deflate(DeflateDecoder<Bounded>),
    Brotli(Box<DecompressorWriter<Bounded>>),
}

/// Collects what a decoder writes, up to the limit.
#[derive(Default)]
pub(super) struct Bounded(Vec<u8>);

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > LONGEST {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Decoder {
    pub fn new(headers: &HeaderMap) -> Decoder {
        let encoding = headers.get(CONTENT_ENCODING).and_then(|encoding| encoding.to_str().ok());
        Decoder::Start { encoding: encoding.unwrap_or_default().trim().to_ascii_lowercase() }
    }

    /// What this piece of the body adds to the text.
    pub fn push(&mut self, piece: &[u8]) -> io::Result<Vec<u8>> {
        if let (Decoder::Start { encoding }, false) = (&self, piece.is_empty()) {
            *self = chosen(encoding, piece);
        }
        match self {
            Decoder::Start { .. } | Decoder::Plain => Ok(piece.to_vec()),
            Decoder::Gzip(decoder) => pushed(decoder, piece, |decoder| decoder.get_mut()),
            Decoder::Zlib(decoder) => pushed(decoder, piece, |decoder| decoder.get_mut()),
            Decoder::Deflate(decoder) => pushed(decoder, piece, |decoder| decoder.get_mut()),
            Decoder::Brotli(decoder) => pushed(&mut **decoder, piece, |decoder| decoder.get_mut()),
        }
    }
}

/// The decoder for a body that begins like this. gzip is known by its first bytes, with or without a label. `deflate` should
/// be zlib's format, but some servers leave its head out.
fn chosen(encoding: &str, piece: &[u8]) -> Decoder {
    let sink = Bounded::default();
    match encoding {
        _ if piece.starts_with(GZIP_MAGIC) => Decoder::Gzip(GzDecoder::new(sink)),
        "deflate" if piece[0] & 0x0f == 8 => Decoder::Zlib(ZlibDecoder::new(sink)),
        "deflate" => Decoder::Deflate(DeflateDecoder::new(sink)),
        // A gateway may label a body that it did not compress.
        "br" if !matches!(piece[0], b'{' | b'd' | b':') => {
            Decoder::Brotli(Box::new(DecompressorWriter::new(sink, BROTLI_BUFFER)))
        }
        _ => Decoder::Plain,
    }
}

fn pushed<D: Write>(decoder: &mut D, piece: &[u8], sink: fn(&mut D) -> &mut Bounded) -> io::Result<Vec<u8>> {
    decoder.write_all(piece)?;
    decoder.flush()?;
    Ok(std::mem::take(&mut sink(decoder).0))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use base64::{Engine as _, engine::general_purpose::STANDARD};
    use flate2::{
        Compression,
        write::{DeflateEncoder, GzEncoder, ZlibEncoder},
    };

    use super::*;

    /// The text below in brotli.
    const BROTLI: &str = "G5UA+B0HdjPXQicWBv+I3FpBJIxMg8Ts9SkdulAwBCi4IZMD";

    fn text() -> Vec<u8> {
        b"data: {\"a\":1}\n\n".repeat(10)
    }

    fn decoded(encoding: &str, body: &[u8], size: usize) -> io::Result<Vec<u8>> {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_ENCODING, encoding.parse().unwrap());
        let mut decoder = Decoder::new(&headers);
        let pieces: io::Result<Vec<Vec<u8>>> = body.chunks(size).map(|piece| decoder.push(piece)).collect();
        pieces.map(|pieces| pieces.concat())
    }

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn each_encoding_is_read_however_it_is_split() {
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::fast());
        let mut deflate = DeflateEncoder::new(Vec::new(), Compression::fast());
        zlib.write_all(&text()).unwrap();
        deflate.write_all(&text()).unwrap();
        let bodies = [
            ("gzip", gzip(&text())),
            ("", gzip(&text())),
            ("deflate", zlib.finish().unwrap()),
            ("deflate", deflate.finish().unwrap()),
            ("br", STANDARD.decode(BROTLI).unwrap()),
            ("br", text()),
            ("gzip", text()),
            ("identity", text()),
        ];
        for (encoding, body) in bodies {
            for size in [2, 7, body.len()] {
                assert_eq!(decoded(encoding, &body, size).unwrap(), text(), "{encoding} in pieces of {size}");
            }
        }
    }

    #[test]
    fn what_has_come_is_decoded_at_once() {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&text()).unwrap();
        encoder.flush().unwrap();
        assert_eq!(decoded("gzip", encoder.get_ref(), 10).unwrap(), text());
    }

    #[test]
    fn a_body_that_explodes_or_is_broken_is_an_error() {
        let bomb = gzip(&vec![b' '; 64 * 1024 * 1024]);
        assert!(bomb.len() < 100 * 1024 && decoded("gzip", &bomb, bomb.len()).is_err());
        let mut broken = gzip(&text());
        broken[12] ^= 0xff;
        assert!(decoded("gzip", &broken, 7).is_err());
    }
}
