//! More pay of the same kinds in other languages, trades and places, with low hourly pay and additions to pay.

use super::forms_tests::check;

#[test]
fn the_place_of_work_decides_in_every_language() {
    check(&[
        ("Koch für ein australisches Steakhouse in Dallas, 19 $ die Stunde", "19-19 USD/hour"),
        ("Buchhalterin in Boston für kanadische Kunden, 60.000 $ im Jahr", "60000-60000 USD/year"),
        ("serveuse pour restaurant mexicain à Houston, 16 $ de l'heure", "16-16 USD/hour"),
        ("cameriere per ristorante giapponese a Vancouver, $19 l'ora", "19-19 CAD/hour"),
        ("garçom para churrascaria brasileira em Orlando, $15 por hora", "15-15 USD/hour"),
        ("kelnerka do meksykańskiej restauracji w Chicago, 15 $ za godzinę", "15-15 USD/hour"),
        ("kok voor Mexicaans restaurant in Sydney, $30 per uur", "30-30 AUD/hour"),
        ("cocinera para restaurante colombiano en Queens, $19 la hora", "19-19 USD/hour"),
        ("roofer in Moncton, $28/h", "28-28 CAD/hour"),
        ("welder, Red Deer, $38/h", "38-38 CAD/hour"),
        ("barista in Ballarat, $28/h", "28-28 AUD/hour"),
        ("cashier in Toowoomba $27/h", "27-27 AUD/hour"),
        ("farm hand in Invercargill, $26/h", "26-26 NZD/hour"),
        ("cook in Thunder Bay, $21 an hour", "21-21 CAD/hour"),
        ("Mexican-Canadian fusion kitchen in Tucson, $17/h", "17-17 USD/hour"),
        ("bartender for an Aussie pub in Portland, OR, $15 an hour", "15-15 USD/hour"),
        ("frisör i Lund, 32 000 kr i månaden", "32000-32000 SEK/month"),
        ("frisør i Drammen, 220 kr/t", "220-220 NOK/hour"),
        ("frisør i Esbjerg, 165 kr i timen", "165-165 DKK/hour"),
    ]);
}

#[test]
fn spoken_pay_of_other_trades_is_read_in_full() {
    check(&[
        ("bricklayer in bolton, fifteen pound sixty an hour", "15.6-15.6 GBP/hour"),
        ("picker packer, eleven ninety an hour", "11.9-11.9 _/hour"),
        ("nurse aide, nineteen dollars and eighty five cents an hour", "19.85-19.85 USD/hour"),
        ("twenty three seventy five an hour on nights", "23.75-23.75 _/hour"),
        ("dreizehn Euro neunzig die Stunde", "13.9-13.9 EUR/hour"),
        ("fünfzehn fünfzig die Stunde", "15.5-15.5 _/hour"),
        ("seize euros quarante de l'heure", "16.4-16.4 EUR/hour"),
        ("quatorze euros et vingt centimes de l'heure", "14.2-14.2 EUR/hour"),
        ("onze cinquante de l'heure", "11.5-11.5 _/hour"),
        ("nueve euros con ochenta la hora", "9.8-9.8 EUR/hour"),
        ("catorce cincuenta la hora", "14.5-14.5 _/hour"),
        ("tredici euro e cinquanta all'ora", "13.5-13.5 EUR/hour"),
        ("undici euro e ottanta l'ora", "11.8-11.8 EUR/hour"),
        ("quinze euros e cinquenta à hora", "15.5-15.5 EUR/hour"),
        ("veertien euro twintig per uur", "14.2-14.2 EUR/hour"),
        ("zestien vijftig per uur", "16.5-16.5 _/hour"),
        ("trzydzieści jeden złotych pięćdziesiąt groszy za godzinę", "31.5-31.5 PLN/hour"),
        ("dwadzieścia dwa złote pięćdziesiąt za godzinę", "22.5-22.5 PLN/hour"),
        ("dwadzieścia jeden złotych za godzinę", "21-21 PLN/hour"),
        ("dwa tysiące pięćset euro miesięcznie", "2500-2500 EUR/month"),
        ("duemilacinquecento euro al mese", "2500-2500 EUR/month"),
        ("dois mil e oitocentos euros por mês", "2800-2800 EUR/month"),
        ("drieduizend tweehonderd euro per maand", "3200-3200 EUR/month"),
        ("deux mille deux cents euros par mois", "2200-2200 EUR/month"),
        ("vingt et un euros de l'heure", "21-21 EUR/hour"),
        ("treinta y un mil euros al año", "31000-31000 EUR/year"),
        ("trinta e um mil euros por ano", "31000-31000 EUR/year"),
        ("ventuno euro all'ora", "21-21 EUR/hour"),
        ("trentacinquemila euro all'anno", "35000-35000 EUR/year"),
        ("zweiunddreißigtausend Euro im Jahr", "32000-32000 EUR/year"),
    ]);
}

#[test]
fn short_words_for_periods_are_read_in_every_language() {
    check(&[
        ("£13.15ph", "13.15-13.15 GBP/hour"),
        ("£12.60 p. h.", "12.6-12.6 GBP/hour"),
        ("actually min wage is up, make that 12.71 ph", "12.71-12.71 _/hour"),
        ("480 €/j", "480-480 EUR/day"),
        ("TJM : 480 €", "480-480 EUR/day"),
        ("taux horaire 14 €", "14-14 EUR/hour"),
        ("salaire mensuel 2 100 €", "2100-2100 EUR/month"),
        ("3.100,- € brutto mtl.", "3100-3100 EUR/month"),
        ("2.900 € monatl.", "2900-2900 EUR/month"),
        ("160 i timmen", "160-160 _/hour"),
        ("160 kr i timmen", "160-160 SEK/hour"),
        ("45.000 € jährl.", "45000-45000 EUR/year"),
        ("16,20 €/Std.", "16.2-16.2 EUR/hour"),
        ("16 € Stundenlohn", "16-16 EUR/hour"),
        ("3.200 € Monatsgehalt", "3200-3200 EUR/month"),
        ("58.000 € Jahresgehalt", "58000-58000 EUR/year"),
        ("R$ 1.980,00 mensal", "1980-1980 BRL/month"),
        ("850 €/mês", "850-850 EUR/month"),
        ("11 €/hora", "11-11 EUR/hour"),
        ("€ 2.750 p/mnd", "2750-2750 EUR/month"),
        ("€ 15,80 p/u", "15.8-15.8 EUR/hour"),
        ("180 €/dag", "180-180 EUR/day"),
        ("€ 38.000 p/j", "38000-38000 EUR/year"),
        ("4 300 zł mies.", "4300-4300 PLN/month"),
        ("32 zł/godz.", "32-32 PLN/hour"),
        ("1.450 €/mese", "1450-1450 EUR/month"),
        ("9,50 €/ora", "9.5-9.5 EUR/hour"),
        ("350 €/settimana", "350-350 EUR/week"),
        ("150 €/giorno", "150-150 EUR/day"),
        ("400 €/semana", "400-400 EUR/week"),
        ("NT$38,000起/月", "38000-_ TWD/month"),
        ("日給９，８００円", "9800-9800 JPY/day"),
    ]);
}

#[test]
fn ranges_with_other_marks_are_read_in_full() {
    check(&[
        ("2.600,- bis 3.000,- € brutto im Monat", "2600-3000 EUR/month"),
        ("CHF 5'800.– bis 6'400.– pro Monat", "5800-6400 CHF/month"),
        ("€ 2.600,- – € 3.100,- per maand", "2600-3100 EUR/month"),
        ("1.700~2.000 € al mese", "1700-2000 EUR/month"),
        ("4500…5200 zł miesięcznie", "4500-5200 PLN/month"),
        ("年収480万円～720万円", "4800000-7200000 JPY/year"),
        ("2 300 → 2 800 € par mois", "2300-2800 EUR/month"),
        ("entre los 1.500 y los 1.800 euros al mes", "1500-1800 EUR/month"),
        ("entre os 1.500 e os 1.800 euros por mês", "1500-1800 EUR/month"),
        ("tussen de 2.400 en de 2.800 euro per maand", "2400-2800 EUR/month"),
        ("tra i 1.500 e i 1.800 euro al mese", "1500-1800 EUR/month"),
        ("dai 1.500 ai 1.800 euro al mese", "1500-1800 EUR/month"),
        ("pomiędzy 5000 a 6000 zł miesięcznie", "5000-6000 PLN/month"),
        ("van 2.400 tot 2.900 euro per maand", "2400-2900 EUR/month"),
        ("entre 1.500 e 1.800 euros por mês", "1500-1800 EUR/month"),
        ("zwischen 14 und 16 Euro die Stunde", "14-16 EUR/hour"),
        ("55 à 65 k€", "55000-65000 EUR/_"),
        ("25–28 T€", "25000-28000 EUR/_"),
        ("€3.000/€3.500 per maand", "3000-3500 EUR/month"),
        ("da 25 a 28 mila euro annui", "25000-28000 EUR/year"),
        ("45 a 50 mil euros anuales", "45000-50000 EUR/year"),
        ("26 ÷ 30k €", "26000-30000 EUR/_"),
        ("2.350 ÷ 2.600 € al mese", "2350-2600 EUR/month"),
        ("£26,500 → £29,000 pa", "26500-29000 GBP/year"),
        ("$19.25―$21.75/hr", "19.25-21.75 USD/hour"),
    ]);
}

#[test]
fn low_hourly_pay_is_pay() {
    check(&[
        ("3,60 € de l'heure", "3.6-3.6 EUR/hour"),
        ("caissier à Sofia, 3,60 €/h", "3.6-3.6 EUR/hour"),
        ("Kassierer in Plowdiw, 4,20 € die Stunde", "4.2-4.2 EUR/hour"),
        ("mesera en Quito, $2.75 la hora", "2.75-2.75 USD/hour"),
        ("cameriera a Tirana, 3 euro all'ora", "3-3 EUR/hour"),
        ("empregado de mesa, 4,80 € por hora", "4.8-4.8 EUR/hour"),
        ("schoonmaker in Varna, € 3,40 per uur", "3.4-3.4 EUR/hour"),
        ("server in Nashville, $2.13/hr plus tips", "2.13-2.13 USD/hour"),
        ("call centre agent in Manila, US$3.50 an hour", "3.5-3.5 USD/hour"),
        ("driver in Kuwait, 2 KWD an hour", "2-2 KWD/hour"),
        ("between $3 and $4 an hour", "3-4 USD/hour"),
        ("drei Euro sechzig die Stunde", "3.6-3.6 EUR/hour"),
        ("trois euros soixante de l'heure", "3.6-3.6 EUR/hour"),
    ]);
}

#[test]
fn small_amounts_that_are_no_pay() {
    check(&[
        ("coffee for £3", ""),
        ("lunch at 4,50 €", ""),
        ("Trinkgeld ca. 3 €/Std.", ""),
        ("propinas de unos 3 €/h", ""),
        ("fooien ongeveer € 3 per uur", ""),
        ("mance di circa 3 €/h", ""),
        ("parking costs $2 an hour", ""),
        ("plus $1.50 an hour on weekends", ""),
        ("$15/hr, plus $2/hr on nights", "15-15 USD/hour"),
        ("16 €/h + 2 €/h nachts", "16-16 EUR/hour"),
        ("14 € die Stunde und 2 € Nachtzuschlag pro Stunde", "14-14 EUR/hour"),
        ("prime de nuit de 2 € par heure", ""),
        ("12 €/h mais 1,50 € por hora de noite", "12-12 EUR/hour"),
        ("tips about $4 an hour", ""),
        ("4 € an hour more at night", ""),
        ("dodatek 4 zł za godzinę", ""),
        ("supplemento notturno di 2 € all'ora", ""),
        ("nachttoeslag € 3 per uur", ""),
        ("Zulage von 1,50 € pro Stunde", ""),
    ]);
}
