//! How locations are read.

use super::*;

/// "locality|region|country", with "|postal code" if there is one; several joined by "+". "…" if it names more.
fn shown(text: &str) -> String {
    let Places { places, members, is_open } = read_all(text);
    let part = |part: Option<String>| part.unwrap_or_default();
    let shown = places.into_iter().map(|place| {
        let code = place.postal_code.map(|code| format!("|{code}")).unwrap_or_default();
        [place.locality, place.region, place.country].map(part).join("|") + &code
    });
    let members = (!members.is_empty()).then(|| members.join(" "));
    let open = is_open.then(|| "…".to_owned());
    shown.chain(members).chain(open).collect::<Vec<_>>().join(" + ")
}

#[track_caller]
pub(super) fn all(cases: &[(&str, &str)]) {
    let read = cases.iter().map(|(text, expected)| (*text, shown(text), *expected));
    let wrong: Vec<_> = read.filter(|(_, shown, expected)| shown != expected).collect();
    assert!(wrong.is_empty(), "(text, read, expected): {wrong:#?}");
}

#[test]
fn countries_are_read_and_never_guessed() {
    all(&[
        ("Lisbon", "Lisbon||PT"),
        ("Lisbon, Portugal", "Lisbon||PT"),
        ("Kreuzberg, Berlin, Germany", "Berlin||DE"),
        ("Kreuzberg, Berlin", "Berlin||DE"),
        ("Germany", "||DE"),
        ("Remote (Germany)", "||DE"),
        ("Berlin (hybrid)", "Berlin||DE"),
        ("Austin, TX", "Austin|TX|US"),
        ("austin, tx", "austin|TX|US"),
        ("Fresno, CA 93650", "Fresno|CA|US|93650"),
        ("San Francisco, CA", "San Francisco|CA|US"),
        ("Toronto, CA", "Toronto||CA"),
        ("Berlin, DE", "Berlin||DE"),
        ("Hogsmeade, DE", "Hogsmeade|| + …"),
        ("Hogsmeade, TX", "Hogsmeade|TX|US"),
        ("Portland, Oregon, USA", "Portland|OR|US"),
        ("New York, NY", "New York|NY|US"),
        ("New York", "New York|NY|US"),
        ("Texas", "|TX|US"),
        ("Vienna, VA", "Vienna|VA|US"),
        ("Paris, Tennessee", "Paris|TN|US"),
        ("Paris, USA", "Paris||US"),
        ("Birmingham", "Birmingham||"),
        ("Birmingham, UK", "Birmingham||GB"),
        ("Tbilisi, Georgia", "Tbilisi||GE"),
        ("Atlanta, Georgia", "Atlanta|GA|US"),
        ("Georgia, USA", "|GA|US"),
        ("Georgia", "…"),
        ("Perth, WA", "Perth|WA|AU"),
        ("Fremantle WA", "Fremantle|WA|AU"),
        ("Washington, DC", "Washington|DC|US"),
        ("Washington", "||US + …"),
        ("Seattle, Washington", "Seattle|WA|US"),
        ("Vancouver, Washington", "Vancouver|WA|US"),
        ("Victoria, BC", "Victoria|BC|CA"),
        ("Lebanon, NH", "Lebanon|NH|US"),
        ("Cambridge, MA", "Cambridge|MA|US"),
        ("Milan, MI", "Milan|MI|US"),
        ("Milano (MI)", "Milano|MI|IT"),
        ("Rome, GA", "Rome|GA|US"),
        ("Bern, BE", "Bern|BE|CH"),
        ("Belém, PA", "Belém|PA|BR"),
        ("Kent", "…"),
        ("Kent, UK", "|Kent|GB"),
        ("Kent, WA", "Kent|WA|US"),
        ("Yorkshire", "|Yorkshire|GB"),
        ("Spokane Valley, WA", "Spokane Valley|WA|US"),
        ("Melbourne, Victoria", "Melbourne|VIC|AU"),
        ("London, Ontario", "London|ON|CA"),
        ("London, Narnia", "London, Narnia||"),
        ("Munich, Bavaria", "Munich|Bavaria|DE"),
        ("Boise ID", "Boise|ID|US"),
        ("laredo texas", "laredo|TX|US"),
        ("London UK", "London||GB"),
        ("Scotland", "||GB"),
        ("Amman, الأردن", "Amman||JO"),
        ("San José, Costa Rica", "San José||CR"),
        ("Freiburg i. Br.", "Freiburg i. Br.||DE"),
        ("Tuas", "Tuas||SG"),
        ("remote", ""),
        ("", ""),
    ]);
}

#[test]
fn lists_are_several_places() {
    all(&[
        ("Germany, Austria or Switzerland", "||DE + ||AT + ||CH"),
        ("USA, Canada, Mexico", "||US + ||CA + ||MX"),
        ("US or Canada", "||US + ||CA"),
        ("France, Spain and Italy", "||FR + ||ES + ||IT"),
        ("Deutschland, Österreich oder Schweiz", "||DE + ||AT + ||CH"),
        ("California, Texas or Florida", "|CA|US + |TX|US + |FL|US"),
        ("Florida, Georgia or Alabama", "|FL|US + |GA|US + |AL|US"),
        ("TX, CA or NY", "|TX|US + |CA|US + |NY|US"),
        ("DE/AT/CH", "||DE + ||AT + ||CH"),
        ("Lisbon, Porto", "Lisbon||PT + Porto||PT"),
        ("Lisbon/Porto", "Lisbon||PT + Porto||PT"),
        ("Madrid, Barcelona y Sevilla", "Madrid||ES + Barcelona||ES + Sevilla||ES"),
        ("Berlin or Lisbon", "Berlin||DE + Lisbon||PT"),
        ("Berlin / München", "Berlin||DE + München||DE"),
        ("Berlin, Germany or Paris, France", "Berlin||DE + Paris||FR"),
        ("Austin, TX or Denver, CO", "Austin|TX|US + Denver|CO|US"),
        ("Berlin or Hogwarts", "Berlin||DE + Hogwarts||"),
        ("Rotterdam of Den Haag", "Rotterdam||NL + Den Haag||NL"),
        ("الرياض أو جدة", "الرياض||SA + جدة||SA"),
        ("Washington, Oregon or California", "|WA|US + |OR|US + |CA|US"),
        ("Bosnia and Herzegovina", "||BA"),
        ("Trinidad and Tobago or Jamaica", "||TT + ||JM"),
        ("Remote: Portugal, Spain", "||PT + ||ES"),
    ]);
}

#[test]
fn groups_of_countries_are_read() {
    let union = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";
    all(&[
        ("EU", union),
        ("Remote (EU)", union),
        ("anywhere in the EU", union),
        ("EU only", union),
        ("European Union", union),
        ("DACH", "AT CH DE"),
        ("remote, DACH region", "AT CH DE"),
        ("Benelux", "BE LU NL"),
        ("Nordics", "DK FI IS NO SE"),
        ("EU or UK", &format!("||GB + {union}")),
        ("Remote, US only", "||US"),
        ("US-based", "||US"),
        ("Anywhere in the UK", "||GB"),
        ("UK wide", "||GB"),
        ("überall in Deutschland", "||DE"),
        ("partout en France", "||FR"),
        ("desde España", "||ES"),
        ("LATAM", "…"),
        ("EMEA", "…"),
        ("APAC", "…"),
        ("Europe", "…"),
        ("worldwide", "…"),
        ("anywhere", "…"),
        ("Remote, anywhere in Europe", "…"),
        ("Remote - USA (EST)", "||US"),
        ("Worldwide except US", "…"),
        ("Germany (not Bavaria)", "||DE + …"),
        ("cualquier lugar de España", "||ES"),
        ("US or LATAM", "||US + …"),
        ("European time zones", "…"),
        ("UTC-3 to UTC+2", "…"),
    ]);
    assert_eq!(union.split(' ').count(), 27);
}

#[test]
fn districts_and_postal_codes_are_read() {
    all(&[
        ("Andheri West, Mumbai", "Mumbai||IN"),
        ("Camden Town, London", "London||GB"),
        ("Brooklyn, NY", "Brooklyn|NY|US"),
        ("Neukölln, Berlin", "Berlin||DE"),
        ("London Bridge", "London Bridge||GB"),
        ("Schwabing, München", "München||DE"),
        ("東京・渋谷", "東京||JP"),
        ("東京・大阪", "東京||JP + 大阪||JP"),
        ("Montmartre, Paris", "Paris||FR"),
        ("Lavapiés, Madrid", "Madrid||ES"),
        ("Barcelona (Poblenou)", "Barcelona||ES"),
        ("Berlin-Mitte", "Berlin-Mitte||DE"),
        ("Zürich Oerlikon", "Zürich Oerlikon||CH"),
        ("東京都渋谷区", "東京都渋谷区||JP"),
        ("Whitefield, Bengaluru, Karnataka", "Bengaluru|Karnataka|IN"),
        ("Hogsmeade, PA 19019", "Hogsmeade|PA|US|19019"),
        ("Hogsmeade, CA 94016", "Hogsmeade|CA|US|94016"),
        ("10115 Berlin", "Berlin||DE|10115"),
        ("Berlin 10115", "Berlin||DE|10115"),
        ("D-10115 Berlin", "Berlin||DE|10115"),
        ("1010 Wien", "Wien||AT|1010"),
        ("8001 Zürich, Schweiz", "Zürich||CH|8001"),
        ("75011 Paris", "Paris||FR|75011"),
        ("Saint-Nazaire (44)", "Saint-Nazaire||FR"),
        ("Saint-Nazaire (44600)", "Saint-Nazaire||FR|44600"),
        ("Paris 15e", "Paris||FR"),
        ("London SW1A 1AA", "London||GB|SW1A 1AA"),
        ("SW1A 1AA", "||GB|SW1A 1AA"),
        ("London SE1", "London||GB"),
        ("Austin, TX 78701", "Austin|TX|US|78701"),
        ("TX 78701", "|TX|US|78701"),
        ("Toronto, ON M5V 2T6", "Toronto|ON|CA|M5V 2T6"),
        ("Sydney NSW 2000", "Sydney|NSW|AU|2000"),
        ("1012 AB Amsterdam", "Amsterdam||NL|1012 AB"),
        ("00-001 Warszawa", "Warszawa||PL|00-001"),
        ("Mumbai 400058", "Mumbai||IN|400058"),
        ("1000-001 Lisboa", "Lisboa||PT|1000-001"),
        ("12345 Hogwarts", "Hogwarts||"),
        ("Berlin, our office, 3rd floor", "Berlin||DE"),
        ("our office, 3rd floor", "…"),
        ("near Munich", "||DE"),
        ("in der Nähe von Hamburg", "||DE"),
        ("various locations", ""),
        ("client sites in Ohio", "|OH|US"),
    ]);
}

#[test]
fn the_data_is_well_formed() {
    let known = &*GAZETTEER;
    let counts = known.counts();
    assert!(counts.0 > 250 && counts.1 > 200 && counts.2 > 15_000, "{counts:?}");
    assert!(known.towns_of("US") > 1_000 && known.towns_of("DE") > 500);
    assert!(known.group_members().all(|code| known.has_country(code)));
}

proptest::proptest! {
    /// Parts are cut at the boundaries of letters in any script, and a locality has only words of the text.
    #[test]
    fn any_text_is_read(text in "[A-Za-zäßŁłİ東京・渋谷都دبي،0-9 ,/()–-]{0,40}( or | und | of |, |・)?[A-Za-zé ]{0,12}") {
        for place in read(&text) {
            for name in place.locality.iter().flat_map(|locality| locality.split(", ")) {
                let words = name.split_whitespace();
                proptest::prop_assert!(words.clone().all(|word| text.contains(word)), "{}: {}", text, name);
            }
        }
    }
}
