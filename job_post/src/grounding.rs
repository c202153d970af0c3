//! grounding
