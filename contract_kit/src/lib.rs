//! The contract kit: stubs of the API for WireMock, written from its OpenAPI document.

pub mod schemas;
