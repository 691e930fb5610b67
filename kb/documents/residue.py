"""How the residue of sites and scrapers reads: patterns of whole lines, of endings, and of markers."""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = r"[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|al|bin|da|de|del|di|el|la|van|von))*"
_NAMES: Final = rf"{_NAME}(?:(?:,| and|, and) {_NAME})*"
_PLACED: Final = rf"{_NAMES}(?:,? (?:in|from) {_NAME})?"
_SITE: Final = (
    r"(?:Facebook|Twitter|X|WhatsApp|LinkedIn|Reddit|Telegram|Instagram|YouTube|TikTok|Pinterest|Threads"
    r"|Bluesky|Email|e-?mail|Google News)"
)
_BUTTON: Final = rf"(?:share|tweet|pin|print|copy link|link copied|like|comments?|save|reply|{_SITE})"
_JOB: Final = (
    r"(?:reporter|correspondent|journalist|columnist|bureau chief|staff writer|contributor|writer|editor)"
)
_THIS: Final = r"(?:this |the )?(?:article|story|post|page)"
_WORK: Final = r"(?:reporting|writing|editing|translation|research)"


def _any_of(*sources: str, flags: int = re.I) -> re.Pattern[str]:
    """One pattern that matches where any of `sources` does: one look at a line instead of fifty."""
    return re.compile("|".join(f"(?:{source})" for source in sources), flags)


INLINE: Final = _any_of(
    r"\[/?(?:ad_?\d*|adsense|advertisement|embed|caption|gallery|video|audio|youtube)\b[^\[\]\n]{0,200}\]",
    r"\[(?:…|\.\.\.)\](?= *(?:\n|$))",
)
"""Markers of scrapers and publishing systems, dropped wherever they stand."""

CUTS: Final = _any_of(
    r"\[ad_2\]",
    r"^source (?:link|url)\.?$",
    rf"^(?:read|see|view) (?:the )?(?:full|original|whole) {_THIS}(?: here)?\.?$",
    r"^the post .{1,200} (?:first )?appeared (?:first )?on .{1,80}$",
    rf"^{_THIS} (?:was )?(?:first|originally) (?:appeared|published) (?:on|by|in|at) .{{1,80}}$",
    flags=re.I | re.M,
)
"""Where an article ends and the scraper's own site begins."""

LINES: Final = _any_of(
    # advertising, navigation and players
    r"(?:advertisement|advertising|ad|loading\W*|skip to (?:main )?content)",
    r"(?:sponsored|promoted)(?: content)?",
    rf"{_THIS} continues (?:below|after)(?: this)?(?: the)? ?(?:advertisement|ad)?\W*",
    r"scroll (?:down )?(?:to|for) (?:continue|more).{0,60}",
    rf"(?:(?:listen to|print|save|bookmark|gift|share|email) {_THIS}\W*)+",
    r"\d+ min(?:ute)?s? read",
    r"(?:read|see|watch|listen)(?: more| also| next| now)? ?[:>»|].{0,200}",
    r"(?:also read|read (?:more|also)|more on this(?: story)?|recommended)(?: ?[:>»|].{0,200})?",
    r"related(?: articles?| stories| topics| coverage| news)?(?: ?[:>»|].{0,200})?",
    r"(?:click|tap) (?:here )?(?:to|for) .{1,120}",
    # sharing and following
    rf"{_BUTTON}(?:[ ,|/·•]+{_BUTTON})*",
    rf"share (?:{_THIS} )?(?:on|via|with) .{{1,80}}",
    rf"(?:please )?(?:follow|like|find|join|connect with) .{{1,60}} on {_SITE}\b.{{0,100}}",
    r"(?:leave|post|add|write) (?:a|your) (?:comment|reply)\W*",
    r"\d+ (?:comments?|shares?|views|likes)",
    r"(?:tags?|filed under|topics?|categories|category)\s?: .{1,200}",
    # newsletters, subscriptions and applications
    r"sign(?:ing)? up (?:for|to|here|now|today)\b.{0,250}",
    r"subscribe (?:to|for|now|here|today)\b.{0,250}",
    r"(?:subscribe|log in|sign in)(?: or (?:register|subscribe|sign up))?\W*",
    r"(?:get|receive) (?:the|our|all) .{1,120}(?:newsletter|inbox|briefing|alerts)\b.{0,100}",
    r"(?:enter|submit) your e-?mail.{0,150}",
    r"(?:our|the) .{0,60}newsletter\b.{0,80}\b(?:inbox|week|day)\W*",
    r"(?:download|get) (?:our|the) (?:free )?(?:\w+ ){0,3}app\b.{0,150}",
    r"(?:you have|you've|you’ve) .{0,40}(?:free articles?|article limit).{0,120}",
    r"already a subscriber\b.{0,100}",
    r"(?:support|donate to) (?:us|our (?:work|journalism)|independent journalism)\b.{0,200}",
    # consent and rights
    r"(?:we|(?:this|our) (?:web)?site|our partners)(?: and our partners)? uses? cookies\b.{0,300}",
    r"by (?:continuing|using|clicking|browsing|signing).{0,200}(?:cookies?|terms|privacy|consent)\b.{0,90}",
    r"(?:accept|reject|manage|allow)(?: all)? (?:cookies|preferences|choices)\W*",
    r"(?:privacy|cookie) (?:policy|notice|settings)\W*",
    r"(?:copyright )?(?:©|\(c\)) ?.{0,150}",
    r"copyright \d{4}.{0,150}",
    r".{0,80}\ball rights reserved\b.{0,200}",
    r"this material may not be published, broadcast.{0,200}",
    r"\(?(?:file )?(?:photo|image|picture)s?(?: by| courtesy| credit)?\s?[:/].{1,150}",
)
"""Whole lines that no article has."""

ENDINGS: Final = _any_of(
    r"(?i:\W*(?:reuters|associated press|ap|afp|bloomberg|dpa|xinhua|tass)(?:/\w+)*\W*)",
    rf"{_PLACED}(?:,? and {_PLACED})* (?:also )?contributed(?: additional)?"
    rf"(?: (?:{_WORK}|to this (?:report|article|story)))*(?: from {_NAME})?\.?",
    rf"\(?(?i:(?:additional |with )?{_WORK}(?: and {_WORK})? by) [A-Z].{{1,300}}",
    r"(?i:(?:with )?(?:files|reports|(?:additional )?reporting|contributions|material) from) [A-Z].{1,100}",
    rf"{_PLACED} (?:assisted|helped) (?:with|in) (?:this |the )?(?:{_WORK}|report|article|story)\.?",
    rf"{_NAMES} reported from {_NAME}(?:,? and {_NAMES} from {_NAME})*\.?",
    rf"{_NAMES} (?:is|was) (?:a|an|the|our) (?:\w+[ -]){{0,6}}{_JOB}\b.{{0,200}}",
    rf"{_NAMES} can be (?:reached|followed) .{{1,100}}",
    r"@\w{2,30}",
    flags=0,
)
"""Whole lines that are credits of those who wrote the article, at its end."""
