"""How states of need are told: shortage, hunger, doing without, having too little, running out."""

from __future__ import annotations

from kb.facts.frames import Frame, role
from kb.facts.lexicon import nouns
from kb.facts.need_parts import ANYTHING, GOODS, NEEDER, PURPOSE, STOCKS, WHAT, WHO, need
from kb.facts.scarcity import (
    attributive,
    below,
    finite,
    food_insecure,
    having_none,
    intransitive,
    none_there,
    not_enough,
    predicative,
    unfunded,
    without,
)

_SUFFERING = (
    "face experience suffer confront endure see have meet report grapple struggle battle fill go cause bring"
)
_BASICS = nouns("food", "medicine", "shelter", "fuel") | set(
    "electricity power heating healthcare internet education aid sanitation care protection".split()
)
_AROUND = "in at for among across ~in ~for ~among"

FRAMES: tuple[Frame, ...] = (
    need(
        "run+out run+low run+short",
        "VERB",
        NEEDER,
        role("item", "out.of of on low.on short.of out_of short_of low_on", ANYTHING, required=True),
        PURPOSE,
        name="run out of",
    ),
    need(
        "run+out run+low run+short dwindle dry+up",
        "VERB",
        role("item", f"{STOCKS} subject", "food medicine shelter fuel weapon money aid item", required=True),
        role("needer", "in at for subject.in subject.at subject.of.in subject.poss", WHO, context=True),
        PURPOSE,
        name="run out",
    ),
    need(
        "short low desperate eager hungry thirsty anxious",
        "ADJ",
        NEEDER,
        role("item", "of on for complement.subject", WHAT, required=True),
        name="short",
    ),
    need(
        "scarce",
        "ADJ",
        role("item", "subject", WHAT, required=True),
        role("needer", "in among clause.in", WHO, context=True),
        name="scarce",
    ),
    need(
        "enough insufficient inadequate",
        "ADJ",
        role("item", "bearer", WHAT, required=True),
        role(
            "needer",
            "clause.=have|get|receive|face|suffer|lack.subject bearer.for bearer.in",
            WHO,
            required=True,
        ),
        role("purpose", "bearer.infinitive clause.infinitive", keep="dobj prep"),
        name="not enough",
        denial=True,
        settle=not_enough,
    ),
    need(
        "shortage shortfall deficit gap outage blackout crisis",
        "NOUN",
        role("item", "modifier", WHAT, required=True),
        role("needer", "poss verb.subject verb.subject.of in.modifier", WHO, required=True),
        name="fuel shortage",
        under=_SUFFERING,
    ),
    need(
        "shortage shortfall deficit outage",
        "NOUN",
        role("item", "modifier of", WHAT, required=True),
        role("needer", "in across at", WHO, required=True),
        name="shortage in",
    ),
    need(
        "have",
        "VERB",
        role("item", "object.=access.to object", WHAT, required=True),
        NEEDER,
        name="have no",
        denial=True,
        settle=having_none,
    ),
    need(
        "access",
        "NOUN",
        role("item", "to", WHAT, required=True),
        role(
            "needer",
            "verb.=deny.object verb.subject verb.object verb.for holder poss predicate.in predicate.for for "
            "in ~in ~for",
            WHO,
            required=True,
        ),
        name="no access",
        denial=True,
        settle=without,
    ),
    need(
        _BASICS,
        "NOUN",
        role("needer", "verb.=leave.object holder", WHO, required=True),
        role("item", "self"),
        name="without",
        after="without",
    ),
    need(
        "hungry malnourished starving undernourished underfed famished",
        "ADJ",
        role("needer", "subject bearer", "people country", required=True),
        name="hungry",
        item="food",
    ),
    need(
        "insecure",
        "ADJ",
        role("needer", "subject clause.subject bearer", "people country", required=True),
        name="food insecure",
        settle=food_insecure,
        item="food",
    ),
    need(
        "hunger famine starvation malnutrition food+insecurity insecurity",
        "NOUN",
        role("needer", "verb.subject in.modifier", "people country", required=True),
        name="hunger",
        under="face experience suffer confront endure grapple struggle battle",
        settle=food_insecure,
        item="food",
    ),
    need(
        "starve deprive strip rob",
        "VERB",
        role("item", "of", WHAT, required=True),
        role("needer", "object", WHO, required=True),
        name="deprive",
        settle=finite,
    ),
    need(
        "starve",
        "VERB",
        role("needer", "subject", "people country", required=True),
        name="starve",
        settle=intransitive,
        item="food",
    ),
    need(
        "afford",
        "VERB",
        role("item", "object complement.=buy|get|pay.object", WHAT, required=True),
        NEEDER,
        name="cannot afford",
        denial=True,
        settle=below,
    ),
    need(
        "queue queue+up line+up",
        "VERB",
        NEEDER,
        role("item", "for ~for", GOODS, required=True),
        name="queue",
    ),
    need(
        "line queue wait",
        "NOUN",
        role("item", "for", GOODS, required=True),
        role("needer", "in at", WHO, context=True),
        name="queue for",
    ),
    need(
        "lack",
        "VERB",
        role("item", "subject", f"{GOODS} item", required=True),
        role("needer", _AROUND, WHO, context=True),
        name="is lacking",
        settle=intransitive,
    ),
    need(
        "unavailable insufficient inadequate unaffordable",
        "ADJ",
        role("item", "subject", f"{GOODS} service item", required=True),
        role("needer", f"{_AROUND} clause.in clause.for", WHO, context=True),
        name="unavailable",
        settle=predicative,
    ),
    need(
        "fund finance",
        "VERB",
        role("needer", "object.for object.in object", "organization country place", required=True),
        name="funded in part",
        settle=unfunded,
        item="funding",
    ),
    need(
        "lifeline necessity",
        "NOUN",
        role("item", "bearer", "thing", required=True),
        role("needer", "for to", "people country place", required=True),
        name="lifeline",
    ),
    need(
        "vital essential indispensable crucial critical",
        "ADJ",
        role("item", "subject", GOODS, required=True),
        role("needer", "for to", "people country place", required=True),
        name="vital",
    ),
    need(
        "strap starve",
        "VERB",
        role("item", "subject", GOODS, required=True),
        role("needer", "object", "actor country", required=True),
        name="cash-strapped",
        settle=attributive,
    ),
    need(
        _BASICS,
        "NOUN",
        role("needer", "in at for clause.in clause.at clause.for ~in", "people country place", required=True),
        role("item", "self"),
        name="there is no",
        denial=True,
        settle=none_there,
    ),
    need(
        "cut+off",
        "VERB",
        role("item", "from off.from ~from", WHAT, required=True),
        role("needer", "object", WHO, required=True),
        name="cut off from",
        settle=finite,
    ),
)
