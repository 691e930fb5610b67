"""Closed classes of words that the reading of names goes by."""

from __future__ import annotations

from kb.model import IndividualKind

LABELS = {
    "PERSON": IndividualKind.PERSON,
    "ORG": IndividualKind.ORGANIZATION,
    "NORP": IndividualKind.ORGANIZATION,
    "GPE": IndividualKind.PLACE,
    "LOC": IndividualKind.PLACE,
    "FAC": IndividualKind.PLACE,
    "PRODUCT": IndividualKind.OTHER,
    "EVENT": IndividualKind.OTHER,
    "LAW": IndividualKind.OTHER,
    "WORK_OF_ART": IndividualKind.OTHER,
}
"""What the model's labels of names say about their kind."""

HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir dame lord lady st. rev rev. "
    "reverend hon hon. h.e. excellency highness majesty madam madame monsieur herr sr. sheikh sheik".split()
)
RANKS = frozenset(
    "gen gen. general col col. colonel lt lt. lieutenant maj maj. major capt capt. captain sgt sgt. "
    "sergeant adm adm. admiral brig brig. brigadier marshal commander cmdr cmdr. corporal private "
    "staff".split()
)
OFFICES = frozenset(
    "president premier chancellor minister secretary senator sen sen. rep rep. representative "
    "congressman congresswoman governor gov gov. mayor king queen prince princess emperor emir "
    "sultan pope ambassador spokesman spokeswoman spokesperson chairman chairwoman chair chief "
    "director judge justice bishop archbishop cardinal imam ayatollah mullah commissioner envoy "
    "leader coach lawmaker deputy vice former ex-president acting interim prime foreign defense "
    "defence interior finance vice-president attorney councilor councillor counselor speaker "
    "commander-in-chief head crown opposition rebel analyst author midfielder striker defender "
    "captain goalkeeper trainer manager advisor adviser counsellor coordinator administrator".split()
)
TITLES = HONORIFICS | RANKS | OFFICES
"""Words before a person's name that are no part of it."""

LEADERS = frozenset(
    "president premier chancellor minister secretary leader king queen prince princess emperor emir "
    "sultan pope ambassador spokesman spokesperson spokeswoman chairman chairwoman chairperson chair "
    "chief director head governor mayor senator lawmaker commissioner envoy speaker dictator ruler "
    "monarch judge ayatollah cleric negotiator diplomat representative coordinator adviser advisor "
    "undersecretary deputy president-elect vice-president commander boss ceo founder prosecutor "
    "warlord strongman".split()
)
"""Nouns for who holds an office or leads."""

FEMALE = frozenset(
    "mrs mrs. ms ms. miss dame lady queen princess spokeswoman chairwoman congresswoman madam madame".split()
)
MALE = frozenset(
    "mr mr. sir lord king prince emir sultan pope spokesman chairman congressman herr emperor "
    "ayatollah imam mullah cardinal bishop archbishop monsieur".split()
)

ORGANIZATIONS = frozenset(
    "ministry department agency council committee commission party bank union army movement brigade "
    "brigades forces guard guards corps police court parliament board assembly senate congress "
    "association federation organization organisation company corporation corp inc ltd group "
    "institute university foundation fund office bureau authority alliance league coalition "
    "administration secretariat society trust club newspaper tribunal command directorate navy "
    "airlines airways industries holdings academy college consortium militia jihad front resistance "
    "cartel gang enterprise enterprises taskforce embassy consulate mission times post tribune "
    "gazette journal herald network service services".split()
)
"""Nouns that head the names of organizations."""

SITES = frozenset(
    "airport airfield base port reactor plant dam bridge stadium square palace street road avenue "
    "island islands river sea lake gulf strait straits bay mountain mountains valley province region "
    "district city town county peninsula cosmodrome spaceport camp prison crossing desert ocean "
    "canal coast village oblast governorate prefecture territory republic station facility museum "
    "hotel hospital church mosque cathedral tower park cape delta plateau basin heights border".split()
)
"""Nouns that head the names of places."""

SETTLEMENTS = frozenset(
    "city town village province state region district county governorate municipality suburb island "
    "islands port capital peninsula enclave oblast prefecture hamlet community territory area valley "
    "camp".split()
)
"""Nouns that "of" joins to the name of a place."""

TEAMS = frozenset(
    "agency company firm group party daily newspaper weekly magazine broadcaster website bank "
    "carmaker maker giant conglomerate militia organization organisation club champions service "
    "airline manufacturer operator portal tabloid paper network union movement faction publisher "
    "brand startup retailer supplier consortium coalition contractor utility channel station outlet "
    "sect tribe clan side unit".split()
)
"""Nouns that stand next to the name of an organization."""

PEOPLE = frozenset(
    "lawyer attorney journalist reporter rapper singer actor actress writer author novelist poet "
    "scientist economist historian professor researcher activist dissident businessman businesswoman "
    "oligarch billionaire tycoon banker financier dictator ruler strongman politician lawmaker "
    "legislator parliamentarian candidate prosecutor diplomat negotiator officer soldier cleric "
    "priest preacher physician doctor nurse engineer pilot astronaut cosmonaut photographer "
    "filmmaker footballer player teammate colleague son daughter father mother brother sister wife "
    "husband widow nephew uncle cousin founder adviser advisor aide expert sociologist archaeologist "
    "correspondent columnist hijacker suspect resident philosopher curator inspector trader dealer "
    "smuggler warlord guerrilla".split()
)
"""Nouns that stand before the name of a person."""

EVENTS = frozenset(
    "summit conference forum championship championships cup games olympics prize award treaty "
    "agreement accord accords protocol convention charter declaration act law resolution order "
    "list blacklist operation war talks festival election elections revolution plan initiative virus disease "
    "hurricane storm typhoon".split()
)
"""Nouns that head the names of events, acts and documents."""

MINISTERIAL = frozenset(
    "foreign interior defense defence finance justice health education trade energy economy "
    "economics agriculture transport labor labour environment culture development home home-affairs "
    "tourism information oil petroleum planning industry commerce state treasury security "
    "immigration assistant deputy prime".split()
)
"""What stands before "minister", and is no name by itself."""

OFFICE_WORDS = (
    TITLES
    | MINISTERIAL
    | frozenset(
        "cabinet special permanent senior national high under general chargé undersecretary supreme grand "
        "executive regional managing humanitarian resident "
        "affairs relations "
        "under-secretary".split()
    )
)
"""Words that a name is not made of alone."""

MILITARY = frozenset({"military", "army", "navy", "government", "troops", "forces", "authorities"})
"""What acts for a country whose name or adjective stands before it."""

CHILDREN = frozenset(
    "people peoples children women men workers farmers veterans teachers students lawyers".split()
)
"""Whose organization it is: "People's Party"; the possessive is part of the name."""

BARE_BODIES = frozenset(
    "ministry department council committee commission party board agency fund organization company "
    "group association institute bank court administration government order act agreement treaty resolution "
    "law protocol package regulation directive decree charter convention framework statement "
    "declaration".split()
)
"""Nouns that with an article take up an organization and are no name of one."""

CRAFT = frozenset("uss hms mv ins rfs".split())
"""Prefixes of the names of ships."""

ARTICLES = frozenset({"the", "a", "an"})
PARTICLES = frozenset(
    "de da del della di du dos van von der den la le el al bin ibn ben abu bint al- ul ur y e af zu".split()
)
"""Lower-case words within the names of persons."""
LINKING = frozenset({"of", "for", "and", "&", "on", "the", "to", "in", "de", "des", "du", "-", "–"})
"""Words that may join the parts of an organization's name."""
