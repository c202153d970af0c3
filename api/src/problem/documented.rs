//! The error types of handlers. They declare for the OpenAPI document how errors look and which statuses can occur
//! besides those that follow from the operation's form (`openapi/errors.rs`).

use poem_openapi::ApiResponse;
use poem_openapi::registry::{MetaMediaType, MetaResponse, MetaResponses, Registry};
use poem_openapi::types::Type;

use super::bodies::{LegacyProblemBody, OAuthErrorBody, ProblemBody};
use super::error::Problem;

/// A problem without further statuses.
impl ApiResponse for Problem {
    fn meta() -> MetaResponses {
        responses::<ProblemBody>(&[])
    }

    fn register(registry: &mut Registry) {
        ProblemBody::register(registry);
    }
}

macro_rules! documented {
    ($(#[$doc:meta])* $name:ident [$($status:ident),*] $body:ty) => {
        $(#[$doc])*
        pub struct $name<$(const $status: u16 = 0),*>(Problem);

        impl<E: Into<Problem>, $(const $status: u16),*> From<E> for $name<$($status),*> {
            fn from(error: E) -> Self {
                Self(error.into())
            }
        }

        impl<$(const $status: u16),*> From<$name<$($status),*>> for poem::Error {
            fn from(error: $name<$($status),*>) -> Self {
                error.0.into()
            }
        }

        impl<$(const $status: u16),*> ApiResponse for $name<$($status),*> {
            fn meta() -> MetaResponses {
                responses::<$body>(&[$($status),*])
            }

            fn register(registry: &mut Registry) {
                <$body>::register(registry);
            }
        }
    };
}

documented! {
    /// A problem with further statuses: `Errors<409>` when the operation can conflict.
    Errors [A, B, C, D] ProblemBody
}

documented! {
    /// A problem at the token endpoint.
    OAuthErrors [A, B] OAuthErrorBody
}

documented! {
    /// A problem on an original route.
    LegacyProblem [] LegacyProblemBody
}

/// 500, which every operation can answer, and the further statuses. A zero stands for none.
fn responses<T: Type>(further: &[u16]) -> MetaResponses {
    let statuses = further.iter().copied().filter(|status| *status != 0).chain([500]);
    let response = |status| MetaResponse {
        description: "An error",
        status: Some(status),
        status_range: None,
        content: vec![MetaMediaType { content_type: "application/json", schema: T::schema_ref() }],
        headers: Vec::new(),
    };
    MetaResponses { responses: statuses.map(response).collect() }
}
