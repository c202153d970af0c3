//! What stored functions return: rows by column names, a single value, or nothing.

use entity::session;
use sea_orm::sea_query::ColumnType;
use sea_orm::{ColumnTrait, DbErr, FromQueryResult, IdenStatic, Iterable, QueryResult};

use super::SqlType;

/// A column of a function's result.
pub(crate) struct Column {
    /// Empty for a single value.
    pub name: String,
    pub sql_type: &'static str,
    pub is_enum: bool,
}

impl Column {
    pub fn new<T: SqlType>(name: &str) -> Self {
        Self { name: name.to_owned(), sql_type: T::NAME, is_enum: T::IS_ENUM }
    }

    /// How a statement selects it of the function `f`. Enums become text: the driver would look up their types.
    pub fn selected(&self) -> String {
        let Self { name, is_enum, .. } = self;
        match (name.as_str(), is_enum) {
            ("", false) => "f".to_owned(),
            ("", true) => "f::text".to_owned(),
            (name, false) => format!("f.{name}"),
            (name, true) => format!("f.{name}::text as {name}"),
        }
    }
}

/// What a stored function returns, or each row of it.
pub(crate) trait Returned: Sized {
    fn columns() -> Vec<Column>;

    /// # Errors
    /// When a column is missing or of another type.
    fn read(row: &QueryResult) -> Result<Self, DbErr>;
}

impl Returned for () {
    fn columns() -> Vec<Column> {
        Vec::new()
    }

    fn read(_: &QueryResult) -> Result<Self, DbErr> {
        Ok(())
    }
}

/// Functions that return one value of these types.
macro_rules! scalars {
    ($($type:ty),* $(,)?) => {$(
        impl $crate::stored_function::Returned for $type {
            fn columns() -> Vec<$crate::stored_function::Column> {
                vec![$crate::stored_function::Column::new::<Self>("")]
            }

            fn read(row: &sea_orm::QueryResult) -> Result<Self, sea_orm::DbErr> {
                row.try_get_by_index(0)
            }
        }
    )*};
}
pub(crate) use scalars;

scalars! { bool, f64, i32, i64, serde_json::Value }

/// The columns of the table, by its entity.
impl Returned for session::Model {
    fn columns() -> Vec<Column> {
        let column = |column: session::Column| Column {
            name: column.as_str().to_owned(),
            sql_type: sql_type(column.def().get_column_type()),
            is_enum: false,
        };
        session::Column::iter().map(column).collect()
    }

    fn read(row: &QueryResult) -> Result<Self, DbErr> {
        Self::from_query_result(row, "")
    }
}

fn sql_type(of: &ColumnType) -> &'static str {
    match of {
        ColumnType::Uuid => "uuid",
        ColumnType::Boolean => "boolean",
        ColumnType::Integer => "integer",
        ColumnType::BigInteger => "bigint",
        ColumnType::JsonBinary => "jsonb",
        ColumnType::TimestampWithTimeZone => "timestamp with time zone",
        _ => "text",
    }
}

impl<R: Returned + FromQueryResult> Returned for Option<R> {
    fn columns() -> Vec<Column> {
        R::columns()
    }

    fn read(row: &QueryResult) -> Result<Self, DbErr> {
        Self::from_query_result(row, "")
    }
}

/// Declares a row: its columns by name and type; nested rows have names with a prefix.
macro_rules! returned_row {
    (
        $(#[$meta:meta])*
        $vis:vis struct $row:ident {
            $($(#[$doc:meta])* $field:ident: $type:ty,)*
        }
        $(nested {
            $($(#[$nested_doc:meta])* $nested:ident: $nested_type:ty = $prefix:tt,)*
        })?
    ) => {
        $(#[$meta])*
        #[derive(sea_orm::FromQueryResult)]
        $vis struct $row {
            $($(#[$doc])* pub $field: $type,)*
            $($($(#[$nested_doc])* #[sea_orm(nested(prefix = $prefix))] pub $nested: $nested_type,)*)?
        }

        impl $crate::stored_function::Returned for $row {
            fn columns() -> Vec<$crate::stored_function::Column> {
                let own = vec![$($crate::stored_function::Column::new::<$type>(stringify!($field)),)*];
                let nested: Vec<Vec<$crate::stored_function::Column>> =
                    vec![$($($crate::stored_function::nested_columns::<$nested_type>($prefix),)*)?];
                own.into_iter().chain(nested.into_iter().flatten()).collect()
            }

            fn read(row: &sea_orm::QueryResult) -> Result<Self, sea_orm::DbErr> {
                sea_orm::FromQueryResult::from_query_result(row, "")
            }
        }
    };
}
pub(crate) use returned_row;

/// The columns of a row within another one.
pub(crate) fn nested_columns<R: Returned>(prefix: &str) -> Vec<Column> {
    let mut columns = R::columns();
    for column in &mut columns {
        column.name.insert_str(0, prefix);
    }
    columns
}
