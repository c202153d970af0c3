//! Remembers what was read from the latest text: all messages of a long conversation are read with the same context.

use std::cell::RefCell;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The result of the latest text, by its hash. The text itself is not kept.
pub(crate) struct LastText<T>(RefCell<Option<(u64, T)>>);

impl<T: Clone> LastText<T> {
    pub const fn new() -> Self {
        Self(RefCell::new(None))
    }

    pub fn get(&self, text: &str, read: impl FnOnce(&str) -> T) -> T {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        let key = hasher.finish();
        let known =
            self.0.borrow().as_ref().filter(|(known, _)| *known == key).map(|(_, result)| result.clone());
        known.unwrap_or_else(|| {
            let result = read(text);
            self.0.replace(Some((key, result.clone())));
            result
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_another_text_is_read() {
        let (last, mut reads) = (LastText::new(), 0);
        for text in ["a", "a", "b", "a"] {
            assert_eq!(
                last.get(text, |text| {
                    reads += 1;
                    text.to_owned()
                }),
                text
            );
        }
        assert_eq!(reads, 3);
    }
}
