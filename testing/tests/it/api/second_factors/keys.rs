//! Seeds under changing encryption keys.

use domain::accounts::{Device, OwnProof, SignIn, sign_in};
use domain::{Db, EncryptionKeys, Sealer, new_encryption_key, reseal, second_factors};
use secrecy::ExposeSecret;
use tests::{App, Authenticator, PASSWORD, db_settings, with_app};

async fn connect(app: &App, keys: &[&str]) -> Db {
    let keys = EncryptionKeys::from_text(&keys.join("\n")).unwrap();
    let settings = db_settings(&app.database().url(), 2);
    Db::connect(domain::DbSettings { sealer: Sealer::new(keys), ..settings }).await.unwrap()
}

#[tokio::test]
async fn a_seed_outlives_the_key_that_sealed_it() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let [old, new] = [(); 2].map(|()| new_encryption_key().unwrap().expose_secret().to_owned());
        let before = connect(app, &[&old]).await;
        let caller = before.authenticate(ada.token(), None).await.unwrap();
        let proof = OwnProof { password: PASSWORD.into(), code: None, device: Device::default() };
        let enrolment = second_factors::enrol(&before, &caller, proof).await.unwrap();
        let phone = Authenticator::read(enrolment.uri.expose_secret());
        let tx = before.begin(&caller).await.unwrap();
        second_factors::confirm(&tx, &phone.code().into()).await.unwrap();
        tx.commit().await.unwrap();
        // Sealed too, some with the application's own key, which none of the following processes has.
        app.superuser_runs("delete from email").await;

        let during = connect(app, &[&new, &old]).await;
        assert_eq!(reseal(&during).await.unwrap(), 1);
        assert_eq!(reseal(&during).await.unwrap(), 0);
        let after = connect(app, &[&new]).await;
        let credentials = SignIn {
            email: ada.email.clone(),
            password: PASSWORD.into(),
            code: Some(phone.next_code().into()),
            organization_id: None,
            device: Device::default(),
        };
        assert!(sign_in(&after, credentials).await.is_ok());
    })
    .await;
}
