//! Breakers and retry budgets of several organizations.

use super::*;

const ATTACKER: Uuid = Uuid::from_u128(1);
const VICTIM: Uuid = Uuid::from_u128(2);

fn admission() -> Admission {
    Admission::new(&Settings::new("http://localhost/v1", "a-model"))
}

/// Makes calls until one is refused, at most 100. Returns how many were sent.
fn call(admission: &Admission, organization: Uuid, success: bool) -> usize {
    let calls = std::iter::from_fn(|| admission.admit(organization).ok()).take(100);
    calls.map(|permit| permit.record(success)).count()
}

#[test]
fn an_organization_that_fails_is_held_back_alone() {
    let admission = admission();
    assert_eq!(call(&admission, ATTACKER, false), 20);
    let fault = admission.admit(ATTACKER).err();
    assert!(matches!(fault, Some(Fault::Unavailable { retry_after }) if !retry_after.is_zero()), "{fault:?}");
    assert_eq!(admission.limits(), [OrganizationLimit { organization: ATTACKER, calls: 0 }]);
    assert_eq!(admission.availability(), Availability::Closed);
    assert_eq!(call(&admission, VICTIM, true), 100);
}

#[test]
fn when_the_model_fails_for_several_organizations_few_calls_are_sent() {
    let admission = admission();
    let organization = |number: u128| Uuid::from_u128(10 + number);
    let sent: usize = (0..100)
        .map(|number| {
            let permit = admission.admit(organization(number % 50));
            permit.map_or(0, |permit| {
                permit.record(false);
                1
            })
        })
        .sum();
    // Twenty show the outage. Each of the other thirty tries once itself, and nobody a second time.
    assert_eq!(sent, 50);
    assert_eq!(admission.availability(), Availability::Open { free: 3 });
    assert_eq!(admission.limits().len(), 50);
    assert_eq!(call(&admission, VICTIM, true), 100);
    assert_eq!((admission.availability(), admission.limits()), (Availability::Closed, Vec::new()));
}

#[test]
fn the_retries_of_one_organization_do_not_use_up_those_of_another() {
    let admission = admission();
    let retries = |organization| (0..100).filter(|_| admission.may_retry(organization)).count();
    assert_eq!((retries(ATTACKER), retries(ATTACKER)), (10, 0));
    call(&admission, VICTIM, true);
    assert_eq!(retries(VICTIM), 10 + 100 / 5);
}

#[test]
fn the_retries_of_many_organizations_have_a_limit() {
    let admission = admission();
    let retries: usize = (1..=500)
        .map(|organization| (0..10).filter(|_| admission.may_retry(Uuid::from_u128(organization))).count())
        .sum();
    assert_eq!(retries, 100);
}

#[test]
fn a_dropped_call_holds_no_place() {
    let admission = admission();
    for number in 0..20 {
        admission.admit(Uuid::from_u128(10 + number)).map(|permit| permit.record(false)).unwrap();
    }
    for _ in 0..10 {
        drop(admission.admit(VICTIM).unwrap());
    }
    assert_eq!(admission.availability(), Availability::Open { free: 3 });
}

#[test]
fn organizations_are_forgotten_some_time_after_their_last_call() {
    let breaker = BreakerSettings {
        window: Duration::from_millis(10),
        open_for: Duration::from_millis(10),
        ..BreakerSettings::default()
    };
    let admission = Admission::new(&Settings { breaker, ..Settings::new("http://localhost/v1", "a-model") });
    for number in 0..1_000 {
        admission.admit(Uuid::from_u128(number)).map(|permit| permit.record(true)).unwrap();
    }
    std::thread::sleep(Duration::from_millis(30));
    drop(admission.admit(VICTIM));
    assert_eq!(admission.lock().organizations.len(), 1);
}
