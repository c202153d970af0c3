//! Single messages in French, Spanish and Arabic: what they change, and what they must not.

use serde_json::json;

use crate::{
    conversations_tests::hold,
    tests::{answer, check, updates},
};

#[test]
fn french() {
    check(&[
        ("Finalement plutôt hybride", &["set workType hybrid"]),
        ("en télétravail complet", &["set workType remote"]),
        ("pas de télétravail", &[]),
        ("Enlevez Kafka et Selenium", &["remove skills Kafka", "remove skills Selenium"]),
        ("Pouvez-vous supprimer Java, s'il vous plaît ?", &["remove skills Java"]),
        ("Retirez le salaire.", &["clear salaryMin", "clear salaryMax"]),
        ("Supprimez le lieu", &["clear location"]),
        ("un profil débutant", &["set experienceLevel entry"]),
        ("confirmé ou senior", &["set experienceLevel senior"]),
        (
            "au moins cinq ans d'expérience en Rust",
            &["add requirements au moins cinq ans d'expérience en Rust", "add skills Rust"],
        ),
        (
            "55 à 65 k€ brut annuel",
            &[
                "set salaryMin 55000",
                "set salaryMax 65000",
                "set currency EUR",
                "set salaryPeriod year",
                "add notes brut",
            ],
        ),
        ("jusqu'à 90 000 €", &["set salaryMax 90000", "set currency EUR"]),
        ("le maximum à 95 000", &["set salaryMax 95000"]),
        ("Combien paie-t-on d'habitude à Lyon ?", &[]),
        (
            "35 heures par semaine, équipe de 12 personnes",
            &["add workingHours 35 heures par semaine", "add notes équipe de 12 personnes"],
        ),
        ("payé au SMIC", &["add notes payé au SMIC"]),
        ("ce n'est pas sur site mais à distance", &["set workType remote"]),
        ("plus besoin de Java", &["remove skills Java"]),
        ("sans Kafka", &["remove skills Kafka"]),
        ("sans entretien par IA", &["set enableAiInterview false"]),
        ("Mettez l'annonce en avant", &["set isFeatured true"]),
        ("merci beaucoup", &[]),
        ("plutôt à Munich", &["set location Munich"]),
        ("Remplacez Java par Kotlin", &["remove skills Java", "add skills Kotlin"]),
        ("Kotlin au lieu de Java", &["remove skills Java", "add skills Kotlin"]),
        ("Le titre doit être « Chef de projet digital »", &["set title Chef de projet digital"]),
        ("Avantages : mutuelle, vélo", &["add benefits mutuelle", "add benefits vélo"]),
        ("Je préfère ne pas indiquer le salaire", &["clear salaryMin", "clear salaryMax"]),
    ]);
}

#[test]
fn spanish() {
    check(&[
        ("mejor híbrido", &["set workType hybrid"]),
        ("teletrabajo", &["set workType remote"]),
        ("sin teletrabajo", &[]),
        ("quita Kafka y Selenium", &["remove skills Kafka", "remove skills Selenium"]),
        ("¿Puede eliminar Java, por favor?", &["remove skills Java"]),
        ("Borra el salario", &["clear salaryMin", "clear salaryMax"]),
        ("elimina la ubicación", &["clear location"]),
        ("sin experiencia", &["set experienceLevel entry"]),
        ("con experiencia", &["set experienceLevel mid"]),
        ("sénior, no júnior", &["set experienceLevel senior"]),
        (
            "al menos 5 años de experiencia con Rust",
            &["add requirements al menos 5 años de experiencia con Rust", "add skills Rust"],
        ),
        (
            "de 1.800 a 2.400 euros mensuales",
            &["set salaryMin 1800", "set salaryMax 2400", "set currency EUR", "set salaryPeriod month"],
        ),
        ("hasta 90.000 €", &["set salaryMax 90000", "set currency EUR"]),
        ("el máximo a 95.000", &["set salaryMax 95000"]),
        ("¿Cuánto se suele pagar en Madrid?", &[]),
        (
            "40 horas semanales, equipo de 12 personas",
            &["add workingHours 40 horas semanales", "add notes equipo de 12 personas"],
        ),
        ("sin entrevista con IA", &["set enableAiInterview false"]),
        ("quiero destacar el anuncio", &["set isFeatured true"]),
        ("muchas gracias", &[]),
        ("no es presencial sino remoto", &["set workType remote"]),
        ("no menciones la ubicación", &["clear location"]),
        ("Mejor no poner el salario, bórralo", &["clear salaryMin", "clear salaryMax"]),
        ("sin Kafka", &["remove skills Kafka"]),
        ("mejor en Madrid", &["set location Madrid"]),
        ("Cambia Java por Kotlin", &["remove skills Java", "add skills Kotlin"]),
        ("cambia el puesto a Diseñador gráfico", &["set title Diseñador gráfico"]),
        (
            "Funciones: atender mesas, cobrar",
            &["add responsibilities atender mesas", "add responsibilities cobrar"],
        ),
        ("prefiero no indicar el sueldo", &["clear salaryMin", "clear salaryMax"]),
    ]);
}

#[test]
fn arabic() {
    check(&[
        ("الأفضل هجين", &["set workType hybrid"]),
        ("عن بُعد", &["set workType remote"]),
        ("ليس عن بعد", &[]),
        ("احذف Kafka وSelenium", &["remove skills Kafka", "remove skills Selenium"]),
        ("هل يمكنك حذف Java من فضلك؟", &["remove skills Java"]),
        ("احذف الراتب", &["clear salaryMin", "clear salaryMax"]),
        ("أزل الموقع", &["clear location"]),
        ("المستوى مبتدئ", &["set experienceLevel entry"]),
        ("نريد خبيرا", &["set experienceLevel senior"]),
        ("خبرة ٥ سنوات على الأقل", &["add requirements خبرة ٥ سنوات على الأقل"]),
        (
            "من ١٨٠٠ إلى ٢٤٠٠ دينار أردني شهريا",
            &["set salaryMin 1800", "set salaryMax 2400", "set currency JOD", "set salaryPeriod month"],
        ),
        ("حتى 90 ألف يورو", &["set salaryMax 90000", "set currency EUR"]),
        ("الحد الأقصى 95 ألف", &["set salaryMax 95000"]),
        ("كم يدفعون عادة في برلين؟", &[]),
        (
            "٤٠ ساعة في الأسبوع وفريق من 12 موظفا",
            &["add workingHours ٤٠ ساعة في الأسبوع", "add notes وفريق من 12 موظفا"],
        ),
        ("بدون مقابلة بالذكاء الاصطناعي", &["set enableAiInterview false"]),
        ("شكرا جزيلا", &[]),
        ("استبدل Java بـ Kotlin", &["remove skills Java", "add skills Kotlin"]),
        ("غيّر المسمى الوظيفي إلى مدير مشروع", &["set title مدير مشروع"]),
        ("المهارات: Excel وSAP", &["add skills Excel", "add skills SAP"]),
        ("المزايا: تأمين صحي، سكن", &["add benefits تأمين صحي", "add benefits سكن"]),
        ("لا أريد ذكر الراتب", &["clear salaryMin", "clear salaryMax"]),
        ("ليس حضوريا بل عن بعد", &["set workType remote"]),
        ("لا نحتاج Java", &["remove skills Java"]),
        ("بل في دبي", &["set location دبي"]),
    ]);
}

#[test]
fn a_shared_currency_without_a_country_is_not_set() {
    let read = |message: &str| updates(&json!({ "title": "معلم" }), message);
    let pay = ["set salaryMin 1800", "set salaryMax 2400", "set salaryPeriod month"];
    assert_eq!(read("1800 إلى 2400 دينار شهريا"), pay);
    assert_eq!(read("de 1.800 a 2.400 pesos al mes"), pay);
}

#[test]
fn places_behind_a_preposition_and_with_a_state_are_read() {
    hold(
        &json!({}),
        &[
            ("Wir suchen einen Koch für unser Hotel in Kitzbühel, Saisonstelle", &["set location Kitzbühel"]),
            (
                "Wir suchen einen Maurer für unseren Betrieb in Hinterwaldkirchen",
                &["set location Hinterwaldkirchen"],
            ),
            ("Wir suchen einen Koch in Teilzeit", &["!location"]),
            (
                "Wir suchen einen Kellner für unser Restaurant in Bad Kleinkirchheim",
                &["set location Bad Kleinkirchheim"],
            ),
            ("on cherche un plombier sur limoges", &["set location Limoges"]),
            ("un serveur sur place svp", &["!location"]),
            ("cerco cuoco a piacenza", &["set location Piacenza"]),
            ("Ci serve un muratore, siamo ad Alba", &["set location Alba"]),
            ("Parrucchiera, Padova, part time", &["set location Padova"]),
            ("Wij zoeken een verzorgende in Apeldoorn", &["set location Apeldoorn", "set title Verzorgende"]),
            ("Szukamy kelnerki w Gdyni", &["set location Gdynia"]),
            ("Precisamos de um cozinheiro em Sorriso MT", &["set location Sorriso MT"]),
            ("dental nurse wanted, Toowoomba QLD, 4 days", &["set location Toowoomba QLD"]),
            ("welder wanted in Regina SK", &["set location Regina SK"]),
            ("Teacher at Tampines, Singapore", &["set location Tampines, Singapore"]),
            ("Barista needed at our Tiong Bahru cafe", &["set location Tiong Bahru"]),
            ("Barista needed at our Italian restaurant", &["!location"]),
        ],
    );
}

#[test]
fn titles_of_every_language_are_sought_and_found() {
    hold(
        &json!({}),
        &[
            ("Farm hand wanted for a dairy near York", &["set title Farm Hand"]),
            ("Stable hand needed for a riding school", &["set title Stable Hand"]),
            ("OSS per casa di riposo", &["set title OSS"]),
            ("TCAE para residencia de ancianos", &["set title TCAE"]),
            ("IT for our office in Leeds", &["!set title IT"]),
            ("ci serve un magaziniere", &["set title Magaziniere"]),
            ("busco cosinero en Lima", &["set title Cosinero"]),
            ("enfermería, turno de noche", &["!set title Enfermería"]),
            ("ci serve un trattorista per la vigna", &["set title Trattorista"]),
            ("Se busca tractorista en Lleida", &["set title Tractorista"]),
            ("entrevista el lunes", &["!title"]),
            ("Groepsleerkracht gezocht voor groep 5", &["set title Groepsleerkracht"]),
            ("Barvrouw gezocht in Gent", &["set title Barvrouw"]),
            ("hamein ek telecaller chahiye", &["set title Telecaller"]),
            ("Professor de inglês para escola de idiomas", &["set title Professor de inglês"]),
            ("professor of physics in Leeds", &["set title Professor of Physics"]),
        ],
    );
    let asked = [("user", "hi"), ("assistant", "Which position do you want to fill?")];
    for scale in ["schaal L10", "TVöD E9", "band 5", "livello 4"] {
        let read = answer(&json!({}), &asked, scale);
        assert_eq!(read["updates"][0]["field"], "notes", "{scale}");
    }
}
