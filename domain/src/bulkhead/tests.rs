//! Owners with many calls beside owners with few.

use super::*;

fn organization() -> Owner {
    Owner::Organization(OrganizationId::new())
}

fn address(number: u8) -> Owner {
    Owner::anonymous(Some(IpAddr::from([192, 0, 2, number])))
}

/// Takes as many permits as there are without waiting.
async fn take_all(bulkhead: &Bulkhead, owner: Owner) -> Vec<Permit> {
    let mut taken = Vec::new();
    while let Ok(Ok(permit)) = timeout(Duration::from_millis(10), bulkhead.enter(owner)).await {
        taken.push(permit);
    }
    taken
}

/// Waits in a task of its own, so that it is in the queue when this returns.
async fn wait(bulkhead: &Bulkhead, owner: Owner) -> tokio::task::JoinHandle<Result<Permit>> {
    let bulkhead = bulkhead.clone();
    let waiting = tokio::spawn(async move { bulkhead.enter(owner).await });
    tokio::task::yield_now().await;
    waiting
}

#[tokio::test]
async fn an_organization_has_its_share_and_leaves_the_rest() {
    let bulkhead = Bulkhead::new(20);
    let (busy, calm) = (organization(), organization());
    let held = take_all(&bulkhead, busy).await;
    assert_eq!(held.len(), 8, "half of the sixteen that are shared");
    assert_eq!(take_all(&bulkhead, calm).await.len(), 8);
    drop(held);
    bulkhead.set_organization_share(25);
    assert_eq!(take_all(&bulkhead, busy).await.len(), 4);
    assert!(bulkhead.lock().owners.is_empty() && bulkhead.lock().used == 0);
}

#[tokio::test]
async fn anonymous_clients_leave_half_and_one_address_a_quarter() {
    let bulkhead = Bulkhead::new(20);
    let one = take_all(&bulkhead, address(1)).await;
    let others = [take_all(&bulkhead, address(2)).await, take_all(&bulkhead, address(3)).await];
    assert_eq!((one.len(), others[0].len(), others[1].len()), (4, 4, 0));
    assert_eq!(take_all(&bulkhead, organization()).await.len(), 8);
    let third = wait(&bulkhead, address(3)).await;
    drop(others);
    assert!(third.await.unwrap().is_ok());
}

/// All connections are taken by organizations that want more.
#[tokio::test]
async fn who_has_the_fewest_connections_comes_first() {
    let bulkhead = Bulkhead::new(10);
    let (greedy, other, calm) = (organization(), organization(), organization());
    let mut held = take_all(&bulkhead, greedy).await;
    let more = take_all(&bulkhead, other).await;
    assert_eq!(held.len() + more.len(), 8);
    let mut waiting = Vec::new();
    for _ in 0..100 {
        waiting.push(wait(&bulkhead, other).await);
        waiting.push(wait(&bulkhead, greedy).await);
    }
    let calm = wait(&bulkhead, calm).await;
    held.pop();
    let permit = timeout(Duration::from_secs(5), calm).await.expect("its turn").unwrap().unwrap();
    assert!(waiting.iter().all(|waiting| !waiting.is_finished()), "those that had more came first");
    drop((permit, held, more));
    for waiting in waiting {
        waiting.await.unwrap().unwrap();
    }
    assert!(bulkhead.lock().owners.is_empty());
}

#[tokio::test]
async fn calls_that_are_given_up_hold_no_place() {
    let bulkhead = Bulkhead::new(1);
    let (one, other) = (organization(), organization());
    let held = take_all(&bulkhead, one).await;
    assert_eq!(held.len(), 1);
    for _ in 0..10 {
        let (first, second) = (wait(&bulkhead, one).await, wait(&bulkhead, other).await);
        first.abort();
        second.abort();
        assert!(first.await.is_err() && second.await.is_err());
    }
    drop(held);
    let permit = timeout(Duration::from_secs(5), bulkhead.enter(other)).await.unwrap().unwrap();
    drop(permit);
    let state = bulkhead.lock();
    assert!(state.owners.is_empty() && state.organizations.is_empty() && state.used == 0);
}

#[tokio::test]
async fn the_calls_that_wait_have_a_limit_for_each_owner() {
    let bulkhead = Bulkhead::new(1);
    let (busy, calm) = (organization(), organization());
    let held = take_all(&bulkhead, busy).await;
    let mut waiting = Vec::new();
    for _ in 0..WAITING {
        waiting.push(wait(&bulkhead, busy).await);
    }
    let refused = bulkhead.enter(busy).await.err();
    assert!(matches!(refused, Some(Error::TooMany { .. })), "{refused:?}");
    let calm = wait(&bulkhead, calm).await;
    waiting.iter().for_each(tokio::task::JoinHandle::abort);
    drop(held);
    assert!(calm.await.unwrap().is_ok());
}

/// Many owners on several threads: never more connections than there are, and all are served.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn under_load_the_shares_hold_and_everybody_is_served() {
    use std::sync::atomic::{AtomicUsize, Ordering};

    let bulkhead = Bulkhead::new(10);
    let used = Arc::new(AtomicUsize::new(0));
    let owners: Vec<Owner> = (0..7).map(|_| organization()).chain((0..7).map(address)).collect();
    let calls = (0..2_000).map(|number| {
        let (bulkhead, used, owner) = (bulkhead.clone(), used.clone(), owners[number % owners.len()]);
        tokio::spawn(async move {
            // Every fifth is given up at once.
            if number % 5 == 0 {
                let _ = timeout(Duration::ZERO, bulkhead.enter(owner)).await;
                return;
            }
            let _permit = bulkhead.enter(owner).await.unwrap();
            assert!(used.fetch_add(1, Ordering::SeqCst) < 8);
            tokio::task::yield_now().await;
            used.fetch_sub(1, Ordering::SeqCst);
        })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap();
    }
    assert_eq!(bulkhead.lock().used, 0);
}
