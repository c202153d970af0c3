//! The breaker against a told time.

use super::*;

fn breaker() -> (Breaker, Instant) {
    (Breaker::new(BreakerSettings::default()), Instant::now())
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn call(breaker: &mut Breaker, now: Instant, went_well: bool) -> bool {
    let ticket = breaker.admit(now).expect("a ticket");
    breaker.record(ticket, now, went_well)
}

/// A breaker that has just opened.
fn open() -> (Breaker, Instant) {
    let (mut breaker, now) = breaker();
    for _ in 0..20 {
        call(&mut breaker, now, false);
    }
    assert_eq!(breaker.availability(now), Availability::Open { until: now + seconds(15) });
    (breaker, now)
}

#[test]
fn half_of_twenty_within_the_window_open_it() {
    let (mut breaker, now) = breaker();
    for number in 0..19 {
        assert!(!call(&mut breaker, now, number % 2 == 0));
    }
    assert_eq!(breaker.availability(now), Availability::Closed);
    assert!(call(&mut breaker, now, false));
    assert!(breaker.admit(now + seconds(14)).is_none());
}

#[test]
fn fewer_than_half_do_not() {
    let (mut breaker, now) = breaker();
    for number in 0..200 {
        assert!(!call(&mut breaker, now, number % 5 > 1), "{number}");
    }
}

#[test]
fn old_failures_do_not_count() {
    let (mut breaker, now) = breaker();
    for _ in 0..19 {
        call(&mut breaker, now, false);
    }
    assert!(!call(&mut breaker, now + seconds(31), false));
}

#[test]
fn three_probes_that_go_well_close_it() {
    let (mut breaker, now) = open();
    let later = now + seconds(15);
    assert_eq!(breaker.availability(later), Availability::Probing { free: 3 });
    let tickets: Vec<Ticket> = std::iter::from_fn(|| breaker.admit(later)).collect();
    assert_eq!(tickets.len(), 3, "no fourth while they run");
    assert_eq!(breaker.availability(later), Availability::Probing { free: 0 });
    let changes: Vec<bool> = tickets.into_iter().map(|it| breaker.record(it, later, true)).collect();
    assert_eq!(changes, [false, false, true]);
    assert_eq!(breaker.availability(later), Availability::Closed);
    assert!(!call(&mut breaker, later, false), "it begins anew");
}

#[test]
fn a_failed_probe_opens_it_again() {
    let (mut breaker, now) = open();
    let later = now + seconds(20);
    assert!(!call(&mut breaker, later, true));
    let slow = breaker.admit(later).expect("a ticket");
    assert!(call(&mut breaker, later, false));
    assert_eq!(breaker.availability(later), Availability::Open { until: later + seconds(15) });
    assert!(!breaker.record(slow, later, true), "what began before it opened proves nothing");
    assert!(breaker.admit(later).is_none());
}

#[test]
fn a_probe_given_up_may_be_made_by_another() {
    let (mut breaker, now) = open();
    let later = now + seconds(15);
    for _ in 0..10 {
        let ticket = breaker.admit(later).expect("a ticket");
        breaker.release(ticket);
    }
    assert_eq!(breaker.availability(later), Availability::Probing { free: 3 });
}

#[test]
fn late_answers_from_before_change_nothing() {
    let (mut breaker, now) = breaker();
    let early = breaker.admit(now).expect("a ticket");
    for _ in 0..20 {
        call(&mut breaker, now, false);
    }
    assert!(!breaker.record(early, now, true));
    assert!(matches!(breaker.availability(now), Availability::Open { .. }));
}
