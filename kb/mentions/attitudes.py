"""Word classes that tell how somebody stands to what is said: holds, intends, refuses or doubts it."""

from __future__ import annotations

ATTITUDE = frozenset(
    "accuse allege assess assume believe blame charge claim consider contend doubt fear imagine reckon "
    "regard speculate suppose suspect think understand view".split()
)
"""Verbs whose subject holds their complement to be so."""
INTENTION = frozenset(
    "agree aim arrange commit decide earmark envisage expect intend look mean mull offer plan pledge "
    "prepare promise propose request resolve schedule seek set try undertake vow want work call urge ask "
    "demand hope push press attempt recommend invite instruct order authorize authorise approve".split()
)
"""Verbs (with participles used as adjectives) whose infinitive or clause is still to come."""
DEMANDING = frozenset("advise demand order propose recommend request require stipulate urge".split())
"""Those whose clause is so in any form: "demands that they *leave*"."""
DONE = frozenset({"agree", "decide", "approve", "authorize", "authorise", "order", "offer"})
"""Those of them that tell of an act done when their object is a noun: "approved sanctions"."""
REFUSAL = frozenset(
    "abstain avoid cease decline deny fail forbid oppose prevent refrain refuse reject stop".split()
)
"""Verbs that negate their complement."""
DOUBT = frozenset("consider contemplate discuss debate explore mull threaten weigh risk".split())
"""Verbs that leave open whether their complement comes about."""
DELIBERATING = frozenset("look+at think+about think+of wonder+about".split())
"""The same of what follows their prepositions: "to *look at* sanctions"."""
PLAN_NOUNS = frozenset(
    "aim ambition bid commitment goal hope initiative intention invitation offer plan pledge promise "
    "proposal readiness willingness".split()
)
POSSIBLE_NOUNS = frozenset(
    "ability authority capability capacity case chance danger excuse freedom ground incentive license "
    "licence means motive need occasion opportunity option permission possibility potential power pressure "
    "prospect reason right risk scope temptation time way".split()
)
"""Nouns that leave open whether what their infinitive tells of comes about: "the *right* to build"."""
READY = frozenset("eager keen open poised prepared ready set willing".split())
"""Adjectives whose infinitive somebody would do."""
UNREADY = frozenset("hesitant loath reluctant unable unprepared unwilling".split())
"""Adjectives whose infinitive somebody does not do."""
FACTIVE = frozenset("forget ignore know overlook realise realize regret remember".split())
"""Verbs that take their complement for granted: "did not *realise* that arms had been sent"."""
CALLING_OFF = frozenset("abandon axe call+off cancel nix rescind revoke scrap scrub shelve skip snub".split())
PUTTING_OFF = frozenset("defer delay hold+off postpone push+back put+off reschedule".split())
APPOINTMENTS = frozenset(
    "audience call conference consultation dialogue dinner lunch meeting negotiation session summit talk "
    "tour trip visit".split()
)
"""Nouns of what does not take place when it is called off."""
CLAIM_NOUNS = frozenset(
    "accusation allegation assertion belief claim fear report rumor rumour suspicion".split()
)
