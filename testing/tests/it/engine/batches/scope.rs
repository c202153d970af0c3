//! The scope of a batch's groups.

use domain::Error;
use tests::with_app_of;

use super::super::without_worker;
use super::at_once::at_once;
use super::author::{Author, TURNS, start};

/// Only the first group of a transaction gets its scope; the callers of the others are taken for valid ones.
const KEEP_FIRST_SCOPE: &str = "
    alter function begin_tenant_transaction rename to begin_first;
    create function begin_tenant_transaction(
        p_organization uuid, p_livemode boolean, p_user uuid, p_login uuid, p_role text, p_not_before timestamptz,
        p_expires_at timestamptz, p_api_key uuid, p_scopes text, p_enrolling boolean, p_audit_context text,
        out now timestamptz, out real_time timestamptz, out credential credential_status)
        language plpgsql volatile
    as $$ begin
        if coalesce(current_setting('app.organization', true), '') <> '' then
            now := app_clock();
            real_time := now();
            credential := 'valid';
            return;
        end if;
        select b.now, b.real_time, b.credential into now, real_time, credential
          from begin_first(p_organization, p_livemode, p_user, p_login, p_role, p_not_before, p_expires_at, p_api_key,
                           p_scopes, p_enrolling, p_audit_context) b;
    end $$;
    grant execute on function begin_tenant_transaction to postwright_app;";

/// Transactions that have written turns of several organizations.
const MIXED: &str = "select count(*) from (select from turn group by xmin::text having count(distinct organization_id) > 1) mixed";

/// Row-level security hides the rows of such a group. What a batch does not write runs alone.
#[tokio::test]
async fn a_group_without_its_scope_writes_nothing() {
    with_app_of(without_worker(), async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let authors = [Author::new(app, &ada, TURNS / 2).await, Author::new(app, &eve, TURNS / 2).await];
        let say = async |text: &'static str| {
            let own = authors.iter().flat_map(|author| author.sessions.iter().map(move |id| (author, *id)));
            at_once(app, own.map(|(author, id)| start(&app.db, &author.caller, id, text))).await
        };
        assert!(say("baker").await.iter().all(Result::is_ok));
        assert!(app.count(MIXED).await > 0, "organizations share batches");
        app.superuser_runs("delete from turn").await;

        sqlx::raw_sql(KEEP_FIRST_SCOPE).execute(app.superuser()).await.unwrap();
        assert!(say("in Lisbon").await.iter().all(Result::is_ok));
        assert_eq!(app.count(MIXED).await, 0);
        assert_eq!(app.count("select count(*) from turn").await, 12);
        let misplaced = "select count(*) from turn t join session s on s.id = t.session_id
                          where s.organization_id <> t.organization_id or s.user_id <> t.user_id";
        assert_eq!(app.count(misplaced).await, 0);
        let [ada, eve] = &authors;
        let spied = start(&app.db, &ada.caller, eve.sessions[0], "spy").await;
        assert!(matches!(spied, Err(Error::NotFound("session"))), "{spied:?}");
        app.superuser_runs("delete from turn").await;
    })
    .await;
}
