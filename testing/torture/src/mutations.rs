//! Mutations: guards that are removed from the database of a run. The binary stays the same.

use clap::ValueEnum;
use sqlx::{Connection, PgConnection};

use crate::Result;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Mutation {
    /// A claim does not increment the epoch, so the former claim is taken for the current one
    Epoch,
    /// Two turns of a session may run: no unique index, and the next can be claimed while one runs
    OneRunning,
    /// Renewing a lease reports success and changes nothing
    LeaseRenewal,
    /// The sweep deletes expired sessions without checking the expiry again
    ExpiryRecheck,
    /// An idempotency key is deleted as soon as its response is stored or its turn has succeeded
    IdempotencyRow,
    /// A batch returns a turn as accepted that it has not written
    UnwrittenTurn,
}

impl Mutation {
    pub const ALL: [Self; 6] = [
        Self::Epoch,
        Self::OneRunning,
        Self::LeaseRenewal,
        Self::ExpiryRecheck,
        Self::IdempotencyRow,
        Self::UnwrittenTurn,
    ];

    /// Removes the guard.
    ///
    /// # Errors
    /// The database refuses a statement.
    pub async fn apply(self, superuser: &str) -> Result<()> {
        let mut connection = PgConnection::connect(superuser).await?;
        sqlx::raw_sql(self.sql()).execute(&mut connection).await?;
        Ok(())
    }

    /// The check that must fail. Others may fail too.
    #[must_use]
    pub fn noticed_by(self) -> &'static str {
        match self {
            Self::Epoch => "I6 the reply is that of the last claim",
            Self::OneRunning => "I4 turns of a session never overlap",
            Self::LeaseRenewal => "no claim was lost without a reason",
            Self::ExpiryRecheck => "I8, I9 sessions live exactly as long as they may",
            Self::IdempotencyRow => "I2 accepted = stored: nothing lost, doubled or invented",
            Self::UnwrittenTurn => "I3 one order without gaps",
        }
    }

    fn sql(self) -> &'static str {
        match self {
            Self::Epoch => {
                "create function public.mutate() returns trigger language plpgsql
                     as $$ begin new.epoch := old.epoch; return new; end $$;
                 create trigger mutate before update on turn for each row
                     when (old.status = 'queued' and new.status = 'running' and old.epoch > 0)
                     execute function public.mutate();"
            }
            Self::OneRunning => {
                "drop index one_running_turn_per_session;
                 drop index one_head_per_session;
                 create function public.mutate() returns trigger language plpgsql security definer
                     as $$ begin
                         update public.turn set is_head = true
                          where organization_id = new.organization_id and id = (
                              select id from public.turn
                               where organization_id = new.organization_id and session_id = new.session_id
                                 and status = 'queued' order by sequence limit 1);
                         return null;
                     end $$;
                 create trigger mutate after update on turn for each row
                     when (old.status = 'queued' and new.status = 'running') execute function public.mutate();"
            }
            Self::LeaseRenewal => {
                "create or replace function cross_tenant.renew_leases(
                     p_organizations uuid[], p_turns uuid[], p_epochs integer[], p_lease interval)
                     returns table (turn_id uuid)
                     language sql volatile security definer set search_path = public, pg_temp
                     as $$ select unnest(p_turns) $$;"
            }
            Self::ExpiryRecheck => {
                "create or replace function cross_tenant.sweep_sessions(p_limit integer) returns integer
                     language plpgsql volatile security definer set search_path = public, pg_temp
                     as $$
                 declare
                     expired uuid[];
                     swept integer;
                 begin
                     select array_agg(id) into expired
                       from (select id from session where expires_at <= app_clock() limit p_limit) s;
                     delete from session where id = any (expired);
                     get diagnostics swept = row_count;
                     return swept;
                 end $$;"
            }
            Self::IdempotencyRow => {
                "create function public.mutate() returns trigger language plpgsql security definer
                     as $$ begin
                         delete from public.idempotency_key
                          where organization_id = new.organization_id and livemode = new.livemode
                            and user_id = new.user_id and operation = new.operation and key = new.key
                            and status is not null;
                         return null;
                     end $$;
                 create constraint trigger mutate after insert or update on idempotency_key
                     deferrable initially deferred for each row execute function public.mutate();
                 create function public.mutate_too() returns trigger language plpgsql security definer
                     as $$ begin
                         delete from public.idempotency_key
                          where organization_id = new.organization_id and turn_id = new.id;
                         return null;
                     end $$;
                 create trigger mutate after update on turn for each row
                     when (new.status = 'succeeded') execute function public.mutate_too();"
            }
            // Leaves out every second turn of a transaction; its message must not miss it.
            Self::UnwrittenTurn => {
                "alter table message drop constraint message_organization_id_turn_id_fkey;
                 create function public.mutate() returns trigger language plpgsql
                     as $$ begin
                         if current_setting('mutate.transaction', true) = pg_current_xact_id()::text then
                             perform set_config('mutate.transaction', '', false);
                             return null;
                         end if;
                         perform set_config('mutate.transaction', pg_current_xact_id()::text, false);
                         return new;
                     end $$;
                 create trigger mutate before insert on turn for each row execute function public.mutate();"
            }
        }
    }
}
