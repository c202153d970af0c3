//! A value that can be replaced while it is in use.

use std::sync::{Arc, PoisonError, RwLock};

/// A value that all clones share. Who has read it keeps what they have read.
pub(crate) struct Replaceable<T>(Arc<RwLock<Arc<T>>>);

impl<T> Replaceable<T> {
    pub fn new(value: T) -> Self {
        Self(Arc::new(RwLock::new(Arc::new(value))))
    }

    pub fn current(&self) -> Arc<T> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn replace(&self, value: T) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(value);
    }
}

impl<T: Default> Default for Replaceable<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> Clone for Replaceable<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}
