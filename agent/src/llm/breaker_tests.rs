//! The breaker, at given times.

use super::*;

fn breaker() -> (Breaker, Instant) {
    (Breaker::new(BreakerSettings::default()), Instant::now())
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn call(breaker: &mut Breaker, now: Instant, success: bool) -> bool {
    let token = breaker.admit(now).expect("a token");
    breaker.record(token, now, success)
}

/// A breaker that has just opened.
fn open() -> (Breaker, Instant) {
    let (mut breaker, now) = breaker();
    for _ in 0..20 {
        call(&mut breaker, now, false);
    }
    assert_eq!(breaker.state(now), State::Open { until: now + seconds(15) });
    (breaker, now)
}

#[test]
fn half_of_twenty_within_the_window_open_it() {
    let (mut breaker, now) = breaker();
    for number in 0..19 {
        assert!(!call(&mut breaker, now, number % 2 == 0));
    }
    assert_eq!(breaker.state(now), State::Closed);
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
fn three_successful_probes_close_it() {
    let (mut breaker, now) = open();
    let later = now + seconds(15);
    assert_eq!(breaker.state(later), State::Probing { free: 3 });
    let tokens: Vec<CallToken> = std::iter::from_fn(|| breaker.admit(later)).collect();
    assert_eq!(tokens.len(), 3, "no fourth while they run");
    assert_eq!(breaker.state(later), State::Probing { free: 0 });
    let changes: Vec<bool> = tokens.into_iter().map(|it| breaker.record(it, later, true)).collect();
    assert_eq!(changes, [false, false, true]);
    assert_eq!(breaker.state(later), State::Closed);
    assert!(!call(&mut breaker, later, false), "it begins anew");
}

#[test]
fn a_failed_probe_opens_it_again() {
    let (mut breaker, now) = open();
    let later = now + seconds(20);
    assert!(!call(&mut breaker, later, true));
    let slow = breaker.admit(later).expect("a token");
    assert!(call(&mut breaker, later, false));
    assert_eq!(breaker.state(later), State::Open { until: later + seconds(15) });
    assert!(!breaker.record(slow, later, true), "what began before it opened proves nothing");
    assert!(breaker.admit(later).is_none());
}

#[test]
fn a_released_probe_may_be_sent_again() {
    let (mut breaker, now) = open();
    let later = now + seconds(15);
    for _ in 0..10 {
        let token = breaker.admit(later).expect("a token");
        breaker.release(token);
    }
    assert_eq!(breaker.state(later), State::Probing { free: 3 });
}

#[test]
fn late_answers_from_before_change_nothing() {
    let (mut breaker, now) = breaker();
    let early = breaker.admit(now).expect("a token");
    for _ in 0..20 {
        call(&mut breaker, now, false);
    }
    assert!(!breaker.record(early, now, true));
    assert!(matches!(breaker.state(now), State::Open { .. }));
}
