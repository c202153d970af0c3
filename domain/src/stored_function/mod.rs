//! The declared half of the contract with the database: each stored function that Rust calls is a struct of its arguments,
//! with the SQL types of these and of what it returns.
//!
//! Calls name their arguments, so their order does not matter. `testing/tests/it/schema/contract.rs` compares all
//! declarations with the functions of a migrated database.

mod returned;
mod sql_type;

use std::fmt::Write as _;

use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement, Value};

pub(crate) use returned::{Column, Returned, nested_columns, returned_row, scalars};
pub(crate) use sql_type::{SqlType, sql_enum};

/// A function as the database's catalog describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub schema: String,
    pub name: String,
    pub volatility: String,
    /// Name and type of each parameter, sorted.
    pub parameters: Vec<String>,
    /// Name and type of each column, sorted. A single value has no name: its type after a space.
    pub columns: Vec<String>,
}

/// A parameter of a stored function.
pub(crate) struct Parameter {
    pub name: &'static str,
    pub sql_type: &'static str,
    /// How a statement names the value with this number.
    pub placeholder: fn(usize) -> String,
}

impl Parameter {
    pub fn new<T: SqlType>(name: &'static str) -> Self {
        Self { name, sql_type: T::NAME, placeholder: T::placeholder }
    }
}

/// What every function of a tenant gets first: the time of its transaction, and the organization and mode.
const TENANT_PARAMETERS: [(&str, &str); 3] =
    [("p_now", "timestamp with time zone"), ("p_organization", "uuid"), ("p_livemode", "boolean")];

/// Who a function belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Bound by row-level security to the organization of its transaction.
    Tenant,
    /// It is called outside of a tenant's transaction: it begins one, binds its own to one organization after the other, or
    /// concerns no organization.
    Plain,
    /// Looks beyond one organization, with rights of its own.
    CrossTenant,
}

impl Kind {
    fn schema(self) -> &'static str {
        match self {
            Self::Tenant | Self::Plain => "public",
            Self::CrossTenant => "cross_tenant",
        }
    }
}

fn sorted<'a>(typed: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let mut typed: Vec<String> = typed.map(|(name, sql_type)| format!("{name} {sql_type}")).collect();
    typed.sort();
    typed
}

/// A call of a stored function: its arguments.
pub(crate) trait StoredFunction: Sized {
    type Returned: Returned;

    const KIND: Kind;
    const NAME: &'static str;
    const VOLATILITY: &'static str;

    fn parameters() -> Vec<Parameter>;
    fn values(self) -> Vec<Value>;
    /// Room for the texts of its statements, which are the same at each call.
    fn statements() -> &'static Statements;

    fn signature() -> Signature {
        let own = Self::parameters();
        let own = own.iter().map(|parameter| (parameter.name, parameter.sql_type));
        let tenant = TENANT_PARAMETERS.into_iter().filter(|_| Self::KIND == Kind::Tenant);
        let columns = Self::Returned::columns();
        Signature {
            schema: Self::KIND.schema().to_owned(),
            name: Self::NAME.to_owned(),
            volatility: Self::VOLATILITY.to_owned(),
            parameters: sorted(tenant.chain(own)),
            columns: sorted(columns.iter().map(|column| (column.name.as_str(), column.sql_type))),
        }
    }

    /// Text of the statement that calls a function for which no tenant's transaction is needed.
    fn text() -> &'static str {
        Self::statements().direct.get_or_init(|| {
            let arguments = named_arguments(&Self::parameters(), 1);
            let (columns, schema) = (select_list::<Self>(), Self::KIND.schema());
            format!("select {columns} from {schema}.{}({arguments}) f", Self::NAME)
        })
    }

    /// The call of such a function.
    fn statement(self) -> Statement {
        Statement::from_sql_and_values(DbBackend::Postgres, Self::text(), self.values())
    }
}

/// Calls a function that needs no tenant, in a transaction or on a connection; returns its rows.
///
/// # Errors
/// When the database cannot be reached, or a constraint is violated (`crate::error::violated_constraint`).
pub(crate) async fn call_in<F: StoredFunction>(
    connection: &impl ConnectionTrait,
    call: F,
) -> Result<Vec<F::Returned>, DbErr> {
    const { assert!(!matches!(F::KIND, Kind::Tenant)) };
    let rows = connection.query_all_raw(call.statement()).await?;
    rows.iter().map(F::Returned::read).collect()
}

/// Texts of the statements that call a function.
pub(crate) struct Statements {
    /// Within a transaction that is there already.
    pub direct: std::sync::OnceLock<String>,
    /// As a transaction of its own.
    pub autocommit: std::sync::OnceLock<String>,
}

impl Statements {
    pub const fn new() -> Self {
        Self { direct: std::sync::OnceLock::new(), autocommit: std::sync::OnceLock::new() }
    }
}

/// `p_session => $4, p_turn => $5`, with numbers from `first` on.
pub(crate) fn named_arguments(parameters: &[Parameter], first: usize) -> String {
    let mut arguments = String::new();
    for (number, parameter) in (first..).zip(parameters) {
        let comma = if arguments.is_empty() { "" } else { ", " };
        let _ = write!(arguments, "{comma}{} => {}", parameter.name, (parameter.placeholder)(number));
    }
    arguments
}

/// What a statement selects of the function `f`. Enums become text: the driver would look up their types.
pub(crate) fn select_list<F: StoredFunction>() -> String {
    let columns = F::Returned::columns();
    let columns: Vec<String> = columns.iter().map(Column::selected).collect();
    if columns.is_empty() { "1".to_owned() } else { columns.join(", ") }
}

/// Declares a call: its kind, name and volatility in the database, its arguments (named `p_…` there), what it returns.
macro_rules! stored_function {
    (
        $(#[$meta:meta])*
        $vis:vis struct $call:ident = $kind:ident $volatility:ident $name:literal {
            $($argument:ident: $type:ty,)*
        } -> $returned:ty
    ) => {
        $(#[$meta])*
        $vis struct $call {
            $(pub $argument: $type,)*
        }

        impl $crate::stored_function::StoredFunction for $call {
            type Returned = $returned;

            const KIND: $crate::stored_function::Kind = $crate::stored_function::Kind::$kind;
            const NAME: &'static str = $name;
            const VOLATILITY: &'static str = stringify!($volatility);

            fn parameters() -> Vec<$crate::stored_function::Parameter> {
                vec![$($crate::stored_function::Parameter::new::<$type>(concat!("p_", stringify!($argument))),)*]
            }

            fn values(self) -> Vec<sea_orm::Value> {
                vec![$($crate::stored_function::SqlType::into_value(self.$argument),)*]
            }

            fn statements() -> &'static $crate::stored_function::Statements {
                static STATEMENTS: $crate::stored_function::Statements = $crate::stored_function::Statements::new();
                &STATEMENTS
            }
        }
    };
}
pub(crate) use stored_function;
