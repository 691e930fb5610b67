"""What sites and scrapers add is dropped; what the article says is kept."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.documents.clean import clean, is_residue, normal

ARTICLE = "The ministers met in Oslo.\n\nThey agreed on a ferry line."

RESIDUE = [
    "Advertisement",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "Article continues after ad",
    "Share",
    "Share this article",
    "Share on Facebook",
    "Facebook Twitter WhatsApp Email",
    "Tweet | Print | Email",
    "Copy link",
    "Follow us on X",
    "Follow Jane Doe on Twitter @janedoe",
    "Like us on Facebook for more stories",
    "Sign up for our morning newsletter",
    "Sign up here to get the day's news in your inbox.",
    "Subscribe",
    "Subscribe to our newsletter",
    "Get the latest headlines delivered to your inbox",
    "We use cookies to improve your experience.",
    "By continuing to browse the site you are agreeing to our use of cookies.",
    "Accept all cookies",
    "Privacy Policy",
    "Skip to content",
    "Read more: Five things about ferries",
    "Read also: Ferries of the north",
    "Related articles",
    "More on this story",
    "5 min read",
    "12 comments",
    "Leave a comment",
    "Tags: ferries, islands",
    "© 2020 Harbour Post",
    "Copyright 2020 The Harbour Post.",
    "All rights reserved.",
    "Photo: Jane Doe/Harbour Post",
    "(Image: Harbour Post)",
    "Download our free app",
    "Click here to read more",
    "Loading...",
    "You have 2 free articles left this month.",
]
CREDITS = [
    "Ann Lee and Bo Olsen contributed reporting.",
    "Ann Lee, Bo Olsen and Carla de la Cruz contributed reporting from Oslo.",
    "A and B contributed to this report.",
    "Ann Lee in Oslo and Bo Olsen in Bergen contributed to this report.",
    "(Reporting by Ann Lee in Oslo; editing by Bo Olsen)",
    "Additional reporting by Ann Lee",
    "Writing by Ann Lee; Editing by Bo Olsen",
    "Ann Lee reported from Oslo, and Bo Olsen from Bergen.",
    "Ann Lee is a senior correspondent for the Harbour Post.",
    "— Reuters",
    "@annlee",
]
KEPT = [
    "Share prices fell in Oslo after the minister spoke.",
    "Norway contributed reporting equipment to the mission.",
    "Sweden will share the data with Finland on a common server.",
    "Advertisement spending fell by half, the agency said.",
    "Print media were banned in March.",
    "The ministry will use cookies and sweets to reward the winners of the contest.",
    "Follow-up talks will be held on Friday.",
    "Subscribers to the service number three million.",
    "Source link between the two networks was cut, engineers said.",
    "Related programmes were suspended in 2019.",
    "The correspondent of the agency was expelled.",
    "Tagging of vessels starts on Monday.",
    "Photos of the site show two new buildings.",
    "Reporting by the inspectors was delayed in June.",
    "[The minister] denied it.",
    "See you in Oslo, he told them.",
]


@pytest.mark.parametrize("line", RESIDUE)
def test_lines_of_sites_are_dropped_wherever_they_stand(line: str) -> None:
    first, _, second = ARTICLE.partition("\n\n")
    assert clean(f"{line}\n\n{first}\n\n{line}\n\n{second}\n\n{line}") == ARTICLE


@pytest.mark.parametrize("line", CREDITS)
def test_credits_are_dropped_at_the_end_and_only_there(line: str) -> None:
    assert clean(f"{ARTICLE}\n\n{line}") == ARTICLE
    assert clean(f"{ARTICLE}\n\n{line}\n\nShare\n\nSource link") == ARTICLE
    assert clean(f"{line}\n\n{ARTICLE}") == f"{line}\n\n{ARTICLE}"


@pytest.mark.parametrize("line", KEPT)
def test_sentences_of_articles_are_kept(line: str) -> None:
    assert clean(f"{line}\n\n{ARTICLE}\n\n{line}") == f"{line}\n\n{ARTICLE}\n\n{line}"


@pytest.mark.parametrize(
    "tail",
    [
        "[ad_2]",
        "[ad_2]\nSource link",
        "[ad_2]\nSource link\nOUR PORTAL IS THE BEST PORTAL",
        "Source link\n\nWORLD NEWS EVERY HOUR",
        "Source URL",
        "Ann Lee contributed reporting.\n[ad_2]\nSource link\nA PORTAL",
        "Read the full article here",
        "The post Ferry links two islands appeared first on Harbour Post.",
        "This article was originally published on Harbour Post.",
    ],
)
def test_nothing_is_read_after_the_scrapers_end(tail: str) -> None:
    assert clean(f"[ad_1]\n{ARTICLE}\n{tail}") == ARTICLE


def test_a_marker_within_the_article_does_not_end_it() -> None:
    rest = "\n\n".join("The talks went on, and nobody left the hall." for _ in range(20))
    assert clean(f"{ARTICLE}\n\nSource link\n\n{rest}") == f"{ARTICLE}\n\nSource link\n\n{rest}"
    assert clean(f"{ARTICLE} [ad_1]\n\n{rest}") == f"{ARTICLE}\n\n{rest}"


def test_a_long_paragraph_is_no_residue() -> None:
    assert not is_residue("Share this article " + "with the crew " * 40)


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab \n.[]_12©"), max_size=60))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([*RESIDUE, *CREDITS, *KEPT, "Source link", "[ad_1]", "[ad_2]", ""]), max_size=12)
)
def test_every_line_that_is_left_was_there(lines: list[str]) -> None:
    left = clean("\n".join(lines))
    assert clean(left) == left
    assert set(left.split("\n")) <= {*lines, ""}


@settings(deadline=None)
@given(st.text(max_size=200))
def test_normal_text_is_plain(text: str) -> None:
    plain = normal(text)
    assert normal(plain) == plain
    assert "\n\n\n" not in plain and "\r" not in plain and "  " not in plain
    plain.encode("utf-8")
