//! More lists, regions and districts of the same kinds in other languages and countries.

use super::tests::all;

#[test]
fn lists_in_every_language_are_several_places() {
    all(&[
        ("Poland, Czechia or Slovakia", "||PL + ||CZ + ||SK"),
        ("Deutschland, Frankreich und Niederlande", "||DE + ||FR + ||NL"),
        ("España, Portugal o Italia", "||ES + ||PT + ||IT"),
        ("France, Belgique ou Luxembourg", "||FR + ||BE + ||LU"),
        ("Italia, Svizzera o Austria", "||IT + ||CH + ||AT"),
        ("Polska, Czechy lub Słowacja", "||PL + ||CZ + ||SK"),
        ("Nederland, België of Duitsland", "||NL + ||BE + ||DE"),
        ("Portugal, Espanha ou França", "||PT + ||ES + ||FR"),
        ("Brazil, Chile, Peru", "||BR + ||CL + ||PE"),
        ("India or Sri Lanka", "||IN + ||LK"),
        ("Ohio, Indiana or Kentucky", "|OH|US + |IN|US + |KY|US"),
        ("Ontario, Quebec or Manitoba", "|ON|CA + |QC|CA + |MB|CA"),
        ("Queensland or Tasmania", "|QLD|AU + |TAS|AU"),
        ("Bayern oder Hessen", "|Bavaria|DE + |Hesse|DE"),
        ("Katowice, Gliwice", "Katowice||PL + Gliwice||PL"),
        ("Utrecht, Eindhoven", "Utrecht||NL + Eindhoven||NL"),
        ("Torino, Genova e Bologna", "Torino||IT + Genova||IT + Bologna||IT"),
        ("Lille, Roubaix ou Tourcoing", "Lille||FR + Roubaix||FR + Tourcoing||FR"),
        ("Gent of Antwerpen", "Gent||BE + Antwerpen||BE"),
        ("Ungheria, Romania o Bulgaria", "||HU + ||RO + ||BG"),
        ("Dänemark, Norwegen oder Schweden", "||DK + ||NO + ||SE"),
        ("Suécia ou Noruega", "||SE + ||NO"),
        ("Grecia y Turquía", "||GR + ||TR"),
        ("Argentina, Uruguai e Paraguai", "||AR + ||UY + ||PY"),
        ("Toscana o Umbria", "|Tuscany|IT + |Umbria|IT"),
        ("Mazowsze lub Śląsk", "|Masovia|PL + |Silesia|PL"),
        ("Ghent, Bruges", "Ghent||BE + Bruges||BE"),
        ("Braga e Coimbra", "Braga||PT + Coimbra||PT"),
    ]);
}

#[test]
fn names_that_are_no_towns_are_no_localities() {
    all(&[
        ("Remote, Spain only", "||ES"),
        ("Anywhere in Ireland", "||IE"),
        ("overal in Nederland", "||NL"),
        ("ovunque in Italia", "||IT"),
        ("w całej Polsce", "||PL"),
        ("em todo o Brasil", "||BR"),
        ("en toda España", "||ES"),
        ("dans toute la France", "||FR"),
        ("in ganz Österreich", "||AT"),
        ("Iberia", "ES PT"),
        ("Nordics only", "DK FI IS NO SE"),
        ("Baltics", "EE LT LV"),
        ("Americas", "…"),
        ("South-East Asia", "…"),
        ("Victoria, Australia", "|VIC|AU"),
        ("Newcastle, NSW", "Newcastle|NSW|AU"),
        ("Darwin, NT", "Darwin|NT|AU"),
        ("Mandurah, WA", "Mandurah|WA|AU"),
        ("irgendwo in Deutschland", "||DE"),
        ("em toda a Itália", "||IT"),
        ("Hamilton, ON", "Hamilton|ON|CA"),
        ("Washington, USA", "||US"),
    ]);
}

#[test]
fn a_district_is_not_the_town() {
    all(&[
        ("Bandra East, Mumbai", "Mumbai||IN"),
        ("Koramangala, Bangalore", "Bangalore||IN"),
        ("Hitech City, Hyderabad", "Hyderabad||IN"),
        ("Trastevere, Roma", "Roma||IT"),
        ("Alfama, Lisboa", "Lisboa||PT"),
        ("Jordaan, Amsterdam", "Amsterdam||NL"),
        ("Kazimierz, Kraków", "Kraków||PL"),
        ("Ottensen, Hamburg", "Hamburg||DE"),
        ("Belleville, Paris", "Paris||FR"),
        ("Gràcia, Barcelona", "Barcelona||ES"),
        ("Barcelona (Gràcia)", "Barcelona||ES"),
        ("Hackney, London", "London||GB"),
        ("Pinheiros, São Paulo", "São Paulo||BR"),
        ("Leopoldstadt, Wien, Österreich", "Wien||AT"),
        ("Capitol Hill, Seattle, WA", "Seattle|WA|US"),
        ("大阪・梅田", "大阪||JP"),
        ("Ottensen, Hamburg or Ehrenfeld, Köln", "Hamburg||DE + Köln||DE"),
        ("Andheri West Mumbai", "Mumbai||IN"),
        ("Mumbai (Andheri West)", "Mumbai||IN"),
        ("Harlem, New York, NY", "Harlem|NY|US"),
        ("Praga Południe, Warszawa", "Warszawa||PL"),
        ("Surry Hills, Sydney NSW 2010", "Sydney|NSW|AU|2010"),
    ]);
}

#[test]
fn words_near_a_place_and_quarters_leave_the_town() {
    all(&[
        ("Bologna (zona Bolognina)", "Bologna||IT"),
        ("Curitiba (bairro Batel)", "Curitiba||BR"),
        ("Nürnberg und Umgebung", "Nürnberg||DE"),
        ("Dandenong South, VIC", "Dandenong South|VIC|AU"),
        ("regio Zwolle", "||NL"),
        ("omgeving Utrecht", "||NL"),
        ("cerca de Río Cuarto", "||AR"),
    ]);
}
