//! postwright
fn main() {}
