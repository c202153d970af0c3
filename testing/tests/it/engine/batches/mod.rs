//! Batches: messages that are accepted together, turns that are loaded together, texts that are appended together, results of
//! turns that are committed together, and sessions and turns that are read together.

mod at_once;
mod author;
mod calls;
mod faults;
mod random;
mod rows;
mod scope;
mod silent_proxy;
mod world;

use serde_json::Value;
use sqlx::{Acquire, PgConnection};
use tests::with_app_of;

use self::calls::Kind;
use self::random::Random;
use self::rows::rows;
use self::world::World;
use super::without_worker;

/// How many batches the comparison plays; `POSTWRIGHT_TEST_BATCHES` says another number.
const BATCHES: u64 = 80;

/// Calls functions as the application does, bound by row-level security.
const AS_APP: &str = "set local role postwright_app";
const AS_SUPERUSER: &str = "reset role";

#[tokio::test]
async fn a_batch_has_the_outcomes_and_the_rows_of_its_items_one_by_one() {
    let batches = std::env::var("POSTWRIGHT_TEST_BATCHES").map_or(BATCHES, |number| number.parse().unwrap());
    with_app_of(without_worker(), async |app| {
        let world = World::create(app).await;
        let mut connection = app.superuser().acquire().await.unwrap();
        let mut counts = [(0, 0); Kind::ALL.len()];
        for seed in 0..batches {
            let (kind, items, done) = compare(&world, &mut connection, seed).await;
            let count = &mut counts[kind as usize];
            *count = (count.0 + items, count.1 + done);
        }
        // The comparison would say nothing if batches left out everything, or nothing.
        for (kind, (items, done)) in Kind::ALL.into_iter().zip(counts) {
            assert!(
                done * 5 > items && done < items,
                "{kind:?}: {done} of {items} items were done in batches"
            );
        }
    })
    .await;
}

/// Plays one batch in both ways, from the same state; what the batch leaves out comes last in both. Returns the number of items, and how many the batch did.
async fn compare(world: &World, connection: &mut PgConnection, seed: u64) -> (Kind, usize, usize) {
    let mut random = Random::new(seed);
    let kind = *random.one_of(&Kind::ALL);
    let mut tx = connection.begin().await.unwrap();
    run(&mut tx, AS_APP).await;
    world.shake(&mut tx, &mut random).await;
    run(&mut tx, AS_SUPERUSER).await;
    let items = match kind {
        Kind::Accept => world.messages(&mut random),
        Kind::Complete | Kind::Load | Kind::Stream => world.results(&mut tx, &mut random).await,
        // Reads may repeat.
        Kind::Read => twice(world.messages(&mut random)),
        Kind::ReadTurn => twice(world.reads_of_turns(&mut tx, &mut random).await),
    };
    world.disturb(&mut tx, &mut random).await;
    let mut play = tx.begin().await.unwrap();
    run(&mut play, AS_APP).await;
    let (outcomes, ordered, done) = kind.together(&mut play, &items).await;
    run(&mut play, AS_SUPERUSER).await;
    let found = rows(&mut play).await;
    play.rollback().await.unwrap();
    run(&mut tx, AS_APP).await;
    let expected = kind.one_by_one(&mut tx, &ordered).await;
    run(&mut tx, AS_SUPERUSER).await;
    assert_eq!(outcomes, expected, "outcomes of {kind:?}, seed {seed}: {ordered:#?}");
    let expected = rows(&mut tx).await;
    let missing: Vec<_> = expected.iter().filter(|row| !found.contains(row)).collect();
    let surplus: Vec<_> = found.iter().filter(|row| !expected.contains(row)).collect();
    assert!(
        missing.is_empty() && surplus.is_empty(),
        "{kind:?}, seed {seed}: {missing:#?}\n instead of {surplus:#?}"
    );
    assert_eq!(found.len(), expected.len());
    (kind, items.len(), done)
}

fn twice(items: Vec<Value>) -> Vec<Value> {
    items.into_iter().flat_map(|item| [item.clone(), item]).collect()
}

async fn run(connection: &mut PgConnection, statement: &'static str) {
    sqlx::query(statement).execute(connection).await.unwrap();
}
