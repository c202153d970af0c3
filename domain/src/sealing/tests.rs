use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use secrecy::ExposeSecret;

use super::*;

const VALUE: &[u8] = b"canary secret";

fn key() -> String {
    new_encryption_key().unwrap().expose_secret().to_owned()
}

fn sealer(keys: &[&str]) -> Sealer {
    Sealer::new(EncryptionKeys::from_text(&keys.join("\n")).unwrap())
}

fn place() -> Purpose {
    Purpose::of_tenant_row("webhook_endpoint.secret", OrganizationId::new(), Uuid::now_v7())
}

#[test]
fn a_value_opens_at_its_place_and_does_not_show() {
    let (sealer, here) = (sealer(&[&key()]), place());
    for value in [VALUE, b"", &[0; 10_000]] {
        let sealed = sealer.seal(here, value).unwrap();
        assert_eq!(sealer.open(here, &sealed).unwrap().expose_secret(), value);
        assert_ne!(
            sealer.seal(here, value).unwrap(),
            sealed,
            "the same value is sealed differently each time"
        );
        assert!(value.is_empty() || !sealed.windows(value.len()).any(|part| part == value));
    }
}

#[test]
fn a_value_does_not_open_at_another_place() {
    let (sealer, here) = (sealer(&[&key()]), place());
    let sealed = sealer.seal(here, VALUE).unwrap();
    for elsewhere in [
        Purpose { name: "webhook_endpoint.secre", ..here },
        Purpose { name: "publication_target.secret", ..here },
        Purpose { organization: Some(OrganizationId::new()), ..here },
        Purpose { organization: None, ..here },
        Purpose { row: Uuid::now_v7(), ..here },
    ] {
        assert!(matches!(sealer.open(elsewhere, &sealed), Err(SealingError::Forged)), "{elsewhere:?}");
    }
}

#[test]
fn a_changed_or_cut_value_does_not_open() {
    let (sealer, here) = (sealer(&[&key()]), place());
    let sealed = sealer.seal(here, VALUE).unwrap();
    for position in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[position] ^= 1;
        assert!(sealer.open(here, &changed).is_err(), "byte {position}");
        assert!(sealer.open(here, &sealed[..position]).is_err(), "{position} bytes");
    }
    assert!(sealer.open(here, &[sealed, vec![0]].concat()).is_err());
}

#[test]
fn the_first_key_seals_and_all_open() {
    let (old, new, here) = (key(), key(), place());
    let (before, after) = (sealer(&[&old]), sealer(&[&new, &old]));
    let sealed = before.seal(here, VALUE).unwrap();
    assert!(after.is_outdated(&sealed).unwrap());
    assert_eq!(after.open(here, &sealed).unwrap().expose_secret(), VALUE);
    let sealed = after.seal(here, VALUE).unwrap();
    assert!(!after.is_outdated(&sealed).unwrap());
    let unknown = before.open(here, &sealed).unwrap_err();
    let first = EncryptionKeys::from_text(&new).unwrap().ids().next().unwrap();
    assert_eq!(unknown.to_string(), format!("the encryption key {first} is not in the key file"));
    let clone = before.clone();
    before.replace(EncryptionKeys::from_text(&new).unwrap());
    assert_eq!(clone.open(here, &sealed).unwrap().expose_secret(), VALUE, "clones follow");
}

#[test]
fn a_file_of_keys_is_read_or_refused_without_quoting_it() {
    let (first, second) = (key(), key());
    let keys = EncryptionKeys::from_text(&format!("# made today\n\n {first} \r\n{second}\n")).unwrap();
    assert_eq!(keys.ids().count(), 2);
    assert!(!format!("{keys:?}").contains(&first));
    let short = &STANDARD.encode([7; 31]);
    for (text, expected) in [
        (String::new(), EncryptionKeysError::Empty),
        ("# nothing\n".into(), EncryptionKeysError::Empty),
        (format!("{first}\n{short}"), EncryptionKeysError::Malformed(2)),
        (format!("{first}{second}"), EncryptionKeysError::Malformed(1)),
        (format!("{first}\n\n{first}"), EncryptionKeysError::Repeated(3)),
        ("-----BEGIN PRIVATE KEY-----".into(), EncryptionKeysError::Malformed(1)),
    ] {
        assert_eq!(EncryptionKeys::from_text(&text).unwrap_err(), expected);
    }
}
