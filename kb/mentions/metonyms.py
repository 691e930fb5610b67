"""Capitals and seats of government that stand for their country, told by their place in the sentence.

"Pyongyang said", "pressure on Moscow" and "the Kremlin" speak of governments; "in Pyongyang" of a city.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kb.gazetteer import Entry, Gazetteer
from kb.mentions.base import Form
from kb.mentions.spans import Finder, Named, Words
from kb.model import IndividualKind

if TYPE_CHECKING:
    from kb.tokens import Token

ACTING = frozenset(
    "accept accuse acknowledge acquire admit advise agree aim allege allow announce appeal approve "
    "argue ask assert assure attempt back ban believe blame block boost boycott break buy call "
    "cancel claim condemn confirm consider counter criticize criticise cut deal decide declare "
    "decline defend demand deny deploy desire dismiss dispatch dispute donate ease echo embrace "
    "endorse expand expect expel export express face fail fear finance fire fund give grant halt "
    "hope impose insist intend invite issue join keep launch lift maintain mean move need negotiate "
    "object offer oppose order pay pledge plan prefer prepare press pressure promise propose protest "
    "provide pull purchase pursue push react recall recognize recognise refuse regard reject "
    "reiterate release rely remain renew repeat reply request require resist resume retaliate reveal "
    "say see seek sell send share ship shut sign slam stop suffer supply support suspect suspend "
    "take tell test threaten toughen trade try turn urge use view vow want warn wish withdraw "
    "withhold".split()
)
"""What governments do and cities do not."""
TOWARDS = frozenset("with against between toward towards on upon by from to for".split())
RELATIONS = frozenset(
    "agreement message signal letter proposal alliance ally ban call concession condition conflict "
    "confrontation contact cooperation criticism deal demand dialogue dispute embargo envoy feud "
    "friendship gap investment measure negotiation pact partnership penalty pressure relation "
    "relationship request restriction rift row sanction standoff support talk tension threat tie "
    "trade treaty trust understanding war warning weapon sale delivery negotiate side clash punish "
    "impose lift slap".split()
)
"""What governments have with, against and from each other."""
GIVING = frozenset("lend give sell offer provide supply transfer cede appeal concede signal".split())
"""Verbs that go "to" whom they benefit or address."""
AGENTS = frozenset(
    "administration ally ambassador ambition approach authority backing ban bid campaign claim "
    "commitment consent criticism decision delegation demand denial deal diplomat diplomacy effort "
    "embargo envoy failure forces foreign government help influence insistence intention interest "
    "leader leadership missile military minister negotiator objection offer official opposition plan "
    "pledge policy position president program programme promise proposal reaction refusal regime "
    "rejection relation representative request response role sanction side spokesman spokesperson "
    "spokeswoman stance statement strategy supply support threat tie troop view warning willingness".split()
)
"""Nouns that a government owns or that represent it."""
STATES = frozenset(
    "lie sit stand host experience feature fall burn have remain become witness suffer wake "
    "celebrate grow shake boast house contain lack look resemble flood mourn empty reopen stretch "
    "smell develop expand die change".split()
)
"""What cities do as well."""
ATTITUDES = frozenset(
    "ready willing unwilling prepared committed open concerned determined guilty wary keen eager "
    "able unable responsible reluctant opposed interested serious hesitant right wrong sure "
    "confident".split()
)
"""What governments are."""
OF_CITIES = frozenset(
    "airport street square suburb outskirts port population resident inhabitant mayor hospital "
    "center centre downtown district neighborhood neighbourhood university stadium subway metro "
    "station police church mosque palace museum river harbor harbour council citizen skyline weather "
    "climate market shop hotel school theater theatre".split()
)
"""What a city has and its country's government has not."""
TOWNS = frozenset({"city", "capital", "region"})


def metonyms(words: Words, names: Iterable[Named], gazetteer: Gazetteer) -> Iterator[Named]:
    """The names, with those that stand for a government turned into the country's."""
    for name in names:
        country = _stands_for(words, name, gazetteer)
        if (
            country is None
            or _dateline(words, name)
            or not _acts(words.doc[name.start : name.end].root, name)
        ):
            yield name
        else:
            yield replace(
                name,
                kind=country.kind,
                finder=Finder.PATTERN,
                form=Form.METONYM,
                entries=(country,),
            )


def _stands_for(words: Words, name: Named, gazetteer: Gazetteer) -> Entry | None:
    if name.form is not Form.NAME or name.kind in (IndividualKind.COUNTRY, IndividualKind.PERSON):
        return None
    return gazetteer.metonym(words.phrase(name.start, name.end))


def _dateline(words: Words, name: Named) -> bool:
    """Whether a name in capitals begins a paragraph: "MOSCOW —", "Cairo, Egypt, May 1 —"."""
    if not words.starts[name.start]:
        return False
    followed = words.texts[name.end : name.end + 1] == [","] and words.capitalised(name.end + 1)
    return followed or (words.texts[name.start].isupper() and name.end - name.start < 4)


def _acts(head: Token, name: Named) -> bool:
    """Whether a name that may stand for a government does so in its place."""
    while head.dep_ in ("conj", "appos") and head.head.i != head.i:
        head = head.head
    if head.pos_ not in ("PROPN", "NOUN", "X", "ADJ"):
        return False
    governor = head.head
    seat = not any(entry.subtype in TOWNS for entry in name.entries)
    match head.dep_:
        case "nsubj":
            return seat or _does(governor)
        case "agent":
            return seat or governor.lemma_ in ACTING
        case "nsubjpass" | "dobj" | "iobj" | "dative":
            return seat or governor.lemma_ in RELATIONS or governor.lemma_ in ACTING
        case "poss":
            return governor.lemma_.lower() not in OF_CITIES
        case "compound" | "nmod" | "amod":
            return governor.lemma_.lower() in AGENTS
        case "pobj":
            return _related(governor, seat=seat)
    return seat


def _does(verb: Token) -> bool:
    """Whether a verb tells what its subject does, not what and where it is."""
    if verb.lemma_ == "be":
        return any(child.dep_ == "acomp" and child.lemma_ in ATTITUDES for child in verb.children)
    return verb.lemma_ in ACTING or (verb.pos_ == "VERB" and verb.lemma_ not in STATES)


def _related(preposition: Token, *, seat: bool) -> bool:
    word, over = preposition.lower_, preposition.head
    if word == "by":
        deed = over.pos_ == "NOUN" and over.lemma_ not in OF_CITIES
        return deed or (over.tag_ == "VBN" and (seat or over.lemma_ in ACTING))
    if word == "between":
        return True
    if word in ("with", "against", "toward", "towards"):
        return seat or over.lemma_ in RELATIONS or over.pos_ in ("NOUN", "VERB", "AUX")
    if word == "to" and over.lemma_ in GIVING:
        return True
    return word in TOWARDS and over.lemma_ in RELATIONS
