"""What a sentence takes for granted: noun phrases and clauses that it merely presupposes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.mentions.attitudes import FACTIVE

if TYPE_CHECKING:
    from kb.tokens import Token

COPULAS = frozenset({"be", "remain", "stay", "come", "fall", "live", "place"})
SUBJECT = frozenset({"subject", "liable", "exposed"})
"""Adjectives that say what somebody is under."""
PRESUPPOSING = frozenset({"poss", "compound", "nmod", "appos", "nsubj", "amod"})
"""Relations in which a noun phrase is taken for granted by the clause around it."""
ADJUNCTS = frozenset(
    "above after against amid amidst among because before beyond despite due during following given like "
    "notwithstanding over per since than through to under until".split()
)
"""Prepositions whose noun phrase is taken for granted, definite or not."""
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
CIRCUMSTANCES = frozenset({"how", "when", "where", "why"})


def taken_for_granted(token: Token) -> bool:
    """Whether a noun phrase names what is so whatever the clause around it says ("despite *sanctions*").

    In the complement of a verb an indefinite one is what the clause states: "suffers from *a shortage*".
    """
    if token.pos_ not in ("NOUN", "PROPN", "PRON"):
        return False
    if token.pos_ == "PROPN" and token.dep_ in ("dobj", "pobj"):
        return True
    if token.dep_ in ("nsubj", "nsubjpass") and any(child.lower_ in ("a", "an") for child in token.lefts):
        return False
    if token.dep_ != "pobj":
        return token.dep_ in PRESUPPOSING
    if _says_of_subject(token.head):
        return False
    definite = any(child.dep_ == "poss" or child.lower_ in DEFINITE for child in token.children)
    preposition = token.head
    return definite or preposition.lower_ in ADJUNCTS or preposition.head.pos_ not in ("VERB", "AUX")


def _says_of_subject(preposition: Token) -> bool:
    """Whether a phrase is what the clause says of its subject: "is not *under* sanctions", "subject *to*"."""
    predicate = preposition.head
    under = preposition.lower_ == "under" and predicate.lemma_ in COPULAS
    return under or (predicate.dep_ == "acomp" and predicate.lower_ in SUBJECT)


def is_known(clause: Token, head: Token) -> bool:
    """Whether a clause is taken for granted: by its verb, or because it only tells how or why."""
    asked = any(child.dep_ == "advmod" and child.lower_ in CIRCUMSTANCES for child in clause.children)
    return clause.dep_ == "ccomp" and (asked or head.lemma_ in FACTIVE)
