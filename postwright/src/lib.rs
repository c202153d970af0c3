//! postwright
