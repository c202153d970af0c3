//! Pagination: an opaque cursor holds the key of the row that the next page begins after.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::error::{Error, Result};

/// A requested page of a list.
#[derive(Clone, Debug)]
pub struct Page {
    /// [`Paged::next`] of the previous page; `None` for the first page.
    pub after: Option<String>,
    /// Maximum number of rows.
    pub limit: u64,
}

/// One page of a list, and the cursor of the next one.
#[derive(Clone, Debug)]
pub struct Paged<T> {
    pub items: Vec<T>,
    /// `None` on the last page.
    pub next: Option<String>,
}

impl Page {
    /// The key of the row that the page begins after.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the cursor is not one of this list.
    pub(crate) fn key<K: std::str::FromStr>(&self) -> Result<Option<K>> {
        self.after.as_deref().map(read_cursor).transpose()
    }

    /// How many rows to fetch: one more than the page holds, to learn whether there is a next page.
    pub(crate) fn fetch(&self) -> u64 {
        self.limit + 1
    }

    /// Cuts the fetched rows to the page; `key` gives a row's key for the cursor.
    pub(crate) fn cut<T>(&self, mut rows: Vec<T>, key: impl Fn(&T) -> String) -> Paged<T> {
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let has_more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| has_more).map(|last| cursor(&key(last)));
        Paged { items: rows, next }
    }
}

impl<T> Paged<T> {
    pub(crate) fn map<U>(self, change: impl FnMut(T) -> U) -> Paged<U> {
        Paged { items: self.items.into_iter().map(change).collect(), next: self.next }
    }
}

/// The cursor of the page after the row with this key.
pub(crate) fn cursor(key: &str) -> String {
    URL_SAFE_NO_PAD.encode(key)
}

fn read_cursor<K: std::str::FromStr>(cursor: &str) -> Result<K> {
    let bytes = URL_SAFE_NO_PAD.decode(cursor).ok();
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    text.and_then(|text| text.parse().ok()).ok_or_else(|| {
        Error::invalid(
            "/page_token",
            "Not a page token of this list. Leave it out to begin at the first page.",
        )
    })
}
