//! Outages of the model, at given times.

use super::*;

fn outage() -> (Outage, Instant) {
    (Outage::new(BreakerSettings::default()), Instant::now())
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn organization(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// A call of a time without an outage.
const NO_PROBE: Probe = Probe(None);

/// A probe of the first outage.
const PROBE: Probe = Probe(Some(1));

/// Organizations 0 to 3, one after the other, fail in a moment.
fn begin(outage: &mut Outage, now: Instant) {
    let begun = (0..20).filter(|number| outage.failed(organization(number % 4), NO_PROBE, now, now)).count();
    assert_eq!(begun, 1);
}

#[test]
fn failures_of_one_organization_are_no_outage() {
    let (mut outage, now) = outage();
    assert!((0..1_000).all(|_| !outage.failed(organization(0), NO_PROBE, now, now)));
    // Nor with the few failures that others have at the same time.
    assert!((1..5).all(|number| !outage.failed(organization(number), NO_PROBE, now, now)));
    assert_eq!(outage.free(), None);
    assert!(outage.held_back(now).is_empty());
}

#[test]
fn failures_of_several_organizations_are_one() {
    let (mut outage, now) = outage();
    begin(&mut outage, now);
    assert_eq!(outage.free(), Some(3));
    let mut held_back = outage.held_back(now);
    held_back.sort();
    assert_eq!(held_back, (0..4).map(organization).collect::<Vec<_>>());
    assert!(outage.held_back(now + seconds(15)).is_empty());
}

/// Slow calls of several organizations end together, long after they began. Somebody was answered meanwhile.
#[test]
fn a_model_that_answered_others_meanwhile_is_not_down() {
    let (mut outage, start) = outage();
    outage.succeeded(organization(9), NO_PROBE, start + seconds(5));
    let end = start + seconds(40);
    assert!((0..90).all(|number| !outage.failed(organization(number % 3), NO_PROBE, start, end)));
    assert!((0..19).all(|number| !outage.failed(organization(number % 3), NO_PROBE, end, end)));
    assert!(outage.failed(organization(1), NO_PROBE, end, end), "what began after that success counts");
}

#[test]
fn fewer_failures_than_half_of_the_calls_are_no_outage() {
    let (mut outage, start) = outage();
    for number in 0..400 {
        let now = start + Duration::from_millis(number);
        outage.succeeded(organization(9), NO_PROBE, now);
        outage.succeeded(organization(8), NO_PROBE, now);
        let later = now + Duration::from_micros(1);
        assert!(!outage.failed(organization(u128::from(number % 4)), NO_PROBE, later, later));
    }
}

#[test]
fn old_failures_do_not_count() {
    let (mut outage, now) = outage();
    for number in 0..19 {
        outage.failed(organization(number % 4), NO_PROBE, now, now);
    }
    let later = now + seconds(31);
    assert!(!outage.failed(organization(0), NO_PROBE, later, later));
}

#[test]
fn an_organization_that_has_not_failed_probes_at_once() {
    let (mut outage, now) = outage();
    begin(&mut outage, now);
    assert_eq!(outage.admit(organization(0), now), Err(seconds(15)));
    assert_eq!(outage.admit(organization(7), now), Ok(PROBE));
    assert_eq!(outage.admit(organization(7), now), Err(Duration::ZERO), "one probe of each");
    assert_eq!(outage.free(), Some(2));
    assert!(!outage.succeeded(organization(7), PROBE, now));
    assert_eq!(outage.admit(organization(7), now), Ok(PROBE));
    assert!(!outage.succeeded(organization(7), PROBE, now));
    assert!(outage.succeeded(organization(8), PROBE, now), "three successes end it");
    assert_eq!((outage.free(), outage.admit(organization(0), now)), (None, Ok(NO_PROBE)));
}

#[test]
fn probes_go_round_and_those_that_fail_wait() {
    let (mut outage, now) = outage();
    begin(&mut outage, now);
    let later = now + seconds(15);
    let admitted: Vec<_> =
        (0..4).filter(|number| outage.admit(organization(*number), later).is_ok()).collect();
    assert_eq!(admitted, [0, 1, 2], "no fourth while they run");
    outage.failed(organization(0), PROBE, later, later);
    assert_eq!(outage.admit(organization(0), later), Err(seconds(15)), "it has had its turn");
    assert_eq!(outage.admit(organization(3), later), Ok(PROBE));
    outage.released(organization(1), PROBE);
    assert_eq!(outage.admit(organization(1), later), Ok(PROBE), "a call that was given up proves nothing");
    assert_eq!(outage.free(), Some(0));
}

/// Calls can take minutes, so those of before an outage may end within it, or within a later one.
#[test]
fn calls_of_before_an_outage_prove_nothing() {
    let (mut outage, now) = outage();
    begin(&mut outage, now);
    assert_eq!(outage.admit(organization(7), now), Ok(PROBE));
    assert!((0..9).all(|_| !outage.succeeded(organization(7), NO_PROBE, now)));
    assert!(!outage.failed(organization(7), NO_PROBE, now, now));
    outage.released(organization(7), NO_PROBE);
    assert_eq!(outage.admit(organization(7), now), Err(Duration::ZERO), "its probe still runs");
    assert!((0..3).any(|_| outage.succeeded(organization(7), PROBE, now)));
    let later = now + seconds(1);
    begin(&mut outage, later);
    assert!((0..9).all(|_| !outage.succeeded(organization(7), PROBE, later)), "of the earlier outage");
}
