//! The data inventory: what is stored, how it is exported, and how it is erased. Exports and erasures follow this list.
//!
//! `testing/tests/it/security/inventory.rs` compares it with the database, so no table and no column is forgotten. To add
//! one, add it to `tables.rs`.

mod tables;

pub use tables::TABLES;

/// A table, with each column in one of four groups.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// With its schema, unless that is `public`.
    pub name: &'static str,
    /// The primary key of a table of organizations, without `organization_id`. Exports read in its order.
    pub key: &'static [&'static str],
    /// The part of an export that has the rows; `None`: no export has them.
    pub part: Option<&'static str>,
    /// Which rows are a person's.
    pub owned: Option<Owned>,
    pub erasure: Erasure,
    /// Ids, states, numbers and times. An id of an erased account names nobody. Exported.
    pub plain: &'static [&'static str],
    /// What people wrote and what is about people: names, addresses, messages, drafts. Exported.
    pub personal: &'static [&'static str],
    /// Keys, tokens and hashes of them. Never exported.
    pub secret: &'static [&'static str],
    /// Bookkeeping of the product, and copies of what another column has. Not exported.
    pub internal: &'static [&'static str],
}

/// How the rows of a table are erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erasure {
    /// They are deleted with their organization.
    WithOrganization,
    /// They belong to no single organization. The text says what happens to them.
    Otherwise(&'static str),
}

/// A person's rows in a table.
#[derive(Clone, Copy, Debug)]
pub struct Owned {
    /// The condition that selects them: the row is `t`, the person `$2`.
    pub condition: &'static str,
    /// What happens to them when the person's account is erased.
    pub fate: Fate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// They are deleted with the account.
    Deleted,
    /// They belong to the organization and stay. The person's id in them then names nobody.
    Kept,
}

impl Table {
    /// All of its columns.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> {
        let groups = [self.plain, self.personal, self.secret, self.internal];
        groups.into_iter().flatten().copied()
    }

    /// Whether exports have this column, if they have the table.
    #[must_use]
    pub fn exports(&self, column: &str) -> bool {
        self.plain.contains(&column) || self.personal.contains(&column)
    }

    /// The column that names the organization of a row; `None`: rows belong to no single organization.
    #[must_use]
    pub fn organization_column(&self) -> Option<&'static str> {
        match self.erasure {
            Erasure::WithOrganization => Some("organization_id"),
            Erasure::Otherwise(_) => (self.name == "organization").then_some("id"),
        }
    }

    /// A table whose rows belong to one organization each. Its columns are given by the methods below.
    const fn tenant(name: &'static str, key: &'static [&'static str]) -> Self {
        Self {
            name,
            key,
            part: None,
            owned: None,
            erasure: Erasure::WithOrganization,
            plain: &[],
            personal: &[],
            secret: &[],
            internal: &[],
        }
    }

    /// Any other table.
    const fn other(name: &'static str, erasure: &'static str) -> Self {
        Self { erasure: Erasure::Otherwise(erasure), ..Self::tenant(name, &[]) }
    }

    const fn part(self, name: &'static str) -> Self {
        Self { part: Some(name), ..self }
    }

    /// `condition` selects a person's rows, which are deleted with their account.
    const fn deleted_with(self, condition: &'static str) -> Self {
        Self { owned: Some(Owned { condition, fate: Fate::Deleted }), ..self }
    }

    /// `condition` selects a person's rows, which stay when their account is erased.
    const fn kept_without(self, condition: &'static str) -> Self {
        Self { owned: Some(Owned { condition, fate: Fate::Kept }), ..self }
    }

    const fn plain(self, plain: &'static [&'static str]) -> Self {
        Self { plain, ..self }
    }

    const fn personal(self, personal: &'static [&'static str]) -> Self {
        Self { personal, ..self }
    }

    const fn secret(self, secret: &'static [&'static str]) -> Self {
        Self { secret, ..self }
    }

    const fn internal(self, internal: &'static [&'static str]) -> Self {
        Self { internal, ..self }
    }
}
