//! Runs the extension plpgsql_check over all functions, where the server has it.

use tests::with_app;

const CHECK: &str = "
    select p.oid::regprocedure || ': ' || problem
      from pg_proc p join pg_language l on l.oid = p.prolang and l.lanname = 'plpgsql'
      left join pg_trigger g on g.tgfoid = p.oid
     cross join lateral plpgsql_check_function(p.oid, coalesce(g.tgrelid, 0), extra_warnings => false) problem
     where p.pronamespace in ('public'::regnamespace, 'cross_tenant'::regnamespace)";

#[tokio::test]
#[expect(clippy::print_stderr, reason = "a skipped check is reported")]
async fn plpgsql_check_finds_nothing() {
    with_app(async |app| {
        let available = "select count(*) from pg_available_extensions where name = 'plpgsql_check'";
        if app.count(available).await == 0 {
            assert!(
                std::env::var_os("CI").is_none(),
                "CI needs plpgsql_check (Debian: postgresql-15-plpgsql-check)"
            );
            eprintln!(
                "SKIPPED: the server does not have plpgsql_check (Debian: postgresql-15-plpgsql-check)"
            );
            return;
        }
        sqlx::query("create extension plpgsql_check").execute(app.superuser()).await.unwrap();
        let problems: Vec<String> = sqlx::query_scalar(CHECK).fetch_all(app.superuser()).await.unwrap();
        assert!(problems.is_empty(), "{problems:#?}");
    })
    .await;
}
