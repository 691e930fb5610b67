"""What a noun can take up: the sorts of organizations, places and countries that go by it.

Sorts of organizations and places are the subtypes of the gazetteer. What kind of realm a country is, and
how it lies, tells which one "the kingdom" and "the island nation" mean.
"""

from __future__ import annotations

from kb.mentions.clusters import Cluster
from kb.mentions.lexicon import ORGANIZATIONS

COMPANIES = frozenset(
    "company firm corporation manufacturer carmaker automaker maker giant conglomerate supplier contractor "
    "shipbuilder airline carrier operator producer refiner startup monopoly retailer".split()
)
AGENCIES = frozenset({"agency", "watchdog", "regulator"})
ASSOCIATIONS = frozenset({"organization", "organisation", "body"})
CHARITIES = frozenset({"charity", "ngo", "foundation", "federation"})
ARMED = frozenset(
    "militia faction rebel insurgent militant guerrilla separatist jihadist extremist paramilitary".split()
)
FIGHTERS = ARMED - {"militia", "faction"}
"""Nouns that in the plural take up the group whose members they are: "the rebels"."""
GROUPS = frozenset({"group", "movement"})
ALLIANCES = frozenset({"alliance", "coalition"})
UNIONS = frozenset({"bloc", "grouping"})
MINISTRIES = frozenset({"ministry", "department"})
MEDIA = frozenset({"broadcaster", "newspaper", "channel"})
LENDERS = frozenset({"lender", "bank"})
TERRITORIES = frozenset(
    "region territory enclave exclave strip province peninsula archipelago governorate oblast".split()
)

_SORTS = (
    (COMPANIES, "company bank"),
    (AGENCIES, "agency organization body ngo media government"),
    (ASSOCIATIONS, "organization ngo union body agency alliance bank court group party"),
    (CHARITIES, "ngo organization"),
    (GROUPS, "group party organization alliance union company"),
    (ARMED, "group"),
    (ALLIANCES, "alliance group"),
    (UNIONS, "union alliance"),
    (MINISTRIES, "ministry"),
    (MEDIA, "media"),
    (LENDERS, "bank"),
    (TERRITORIES, "region"),
)
SORTS = {noun: frozenset(sorts.split()) for nouns, sorts in _SORTS for noun in nouns}
BODIES = (SORTS.keys() - TERRITORIES - {"army"}) | frozenset({"corps"})
"""Nouns that take up an organization of whatever name."""
OPEN = BODIES - ARMED - ALLIANCES - UNIONS - MINISTRIES - LENDERS
"""Nouns that take up an organization of which nothing is known but a name that says nothing else."""
FIRMS = frozenset("corp inc ltd holdings industries airlines airways enterprise enterprises".split())
PUBLIC = (ORGANIZATIONS | {"bloc"}) - OPEN - FIRMS
"""Words in names of organizations that tell that they are no firms: "Grain *Committee*"."""

ISLANDS = frozenset(
    "Antigua and Barbuda|Bahamas|Bahrain|Barbados|Cape Verde|Comoros|Cuba|Cyprus|Dominica|Dominican Republic|"
    "Fiji|Grenada|Haiti|Iceland|Indonesia|Ireland|Jamaica|Japan|Kiribati|Madagascar|Maldives|Malta|"
    "Marshall Islands|Mauritius|Micronesia|Nauru|New Zealand|Palau|Papua New Guinea|Philippines|"
    "Saint Kitts and Nevis|Saint Lucia|Saint Vincent and the Grenadines|Samoa|São Tomé and Príncipe|"
    "Seychelles|Singapore|Solomon Islands|Sri Lanka|Taiwan|East Timor|Tonga|Trinidad and Tobago|Tuvalu|"
    "United Kingdom|Vanuatu".split("|")
)
LANDLOCKED = frozenset(
    "Afghanistan|Andorra|Armenia|Austria|Azerbaijan|Belarus|Bhutan|Bolivia|Botswana|Burkina Faso|Burundi|"
    "Central African Republic|Chad|Czech Republic|Eswatini|Ethiopia|Hungary|Kazakhstan|Kosovo|Kyrgyzstan|"
    "Laos|Lesotho|Liechtenstein|Luxembourg|Malawi|Mali|Moldova|Mongolia|Nepal|Niger|North Macedonia|"
    "Paraguay|Rwanda|San Marino|Serbia|Slovakia|South Sudan|Switzerland|Tajikistan|Turkmenistan|Uganda|"
    "Uzbekistan|Vatican City|Zambia|Zimbabwe".split("|")
)
KINGDOMS = frozenset(
    "Bahrain|Belgium|Bhutan|Cambodia|Denmark|Eswatini|Jordan|Lesotho|Morocco|Netherlands|Norway|"
    "Saudi Arabia|Spain|Sweden|Thailand|Tonga|United Kingdom".split("|")
)
EMIRATES = frozenset({"Kuwait", "Qatar", "United Arab Emirates"})
SULTANATES = frozenset({"Brunei", "Oman"})
ISLAMIC = frozenset({"Iran", "Mauritania", "Pakistan"})
REALMS = {
    "island": ISLANDS,
    "archipelago": ISLANDS,
    "landlocked": LANDLOCKED,
    "kingdom": KINGDOMS,
    "monarchy": KINGDOMS | EMIRATES | SULTANATES,
    "emirate": EMIRATES,
    "sultanate": SULTANATES,
    "islamic": ISLAMIC,
}
"""Words in the description of a country by what they allow it to be."""
NO_REPUBLICS = KINGDOMS | EMIRATES | SULTANATES


def goes_by(noun: str, cluster: Cluster) -> bool:
    """Whether an organization or place may be taken up by a noun: it is in its name, or of such a sort."""
    words = cluster.name.lower().split()
    if noun in words:
        return True
    if cluster.entry is not None:
        return cluster.entry.subtype in SORTS.get(noun, ())
    barred = PUBLIC if noun in COMPANIES else PUBLIC | FIRMS
    return noun in OPEN and barred.isdisjoint(words)


def is_realm(words: list[str], country: str) -> bool:
    """Whether a country may be called so: "landlocked country", "kingdom", "Islamic republic"."""
    if words[-1] == "republic" and country in NO_REPUBLICS:
        return False
    return all(country in REALMS[word] for word in words if word in REALMS)
