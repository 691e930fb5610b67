"""POST a text, get its facts: extraction in a process of its own, so that queries never wait for it."""

from __future__ import annotations

import json
import os
import re
import threading
import time
from concurrent.futures import BrokenExecutor, CancelledError, Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as Late
from multiprocessing import get_context
from typing import Final

from flask import Blueprint, Response, current_app, request

from kb.errors import KbError
from server.problems import Problem, busy, malformed

blueprint = Blueprint("extraction", __name__)

LONGEST: Final = 100_000
"""Characters of a text that is read while the client waits; longer ones belong to `kb extract`."""
WAITING: Final = 4
"""Texts that are read or wait at a time."""
PATIENCE: Final = 60.0
"""Seconds for one text, the loading of the pipeline included."""
_GENTLY: Final = 5
# Splitting marks that nothing separates takes the tokenizer quadratic time.
_RULE: Final = re.compile(r"[^\w\s]{500}")


class Reader:
    """Reads texts one at a time in a process that starts with the first and is replaced when it fails."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(WAITING)

    def read(self, text: str, title: str, date: str | None) -> str:
        """The lines of the line format; raises Problem."""
        if not self._places.acquire(blocking=False):
            raise busy(f"{WAITING} texts are being read; try again in a moment", after=5)
        try:
            return self._begin(text, title, date).result(timeout=PATIENCE)
        except KbError as error:
            raise malformed(str(error)) from error
        except (Late, BrokenExecutor, CancelledError) as error:
            self.close()
            raise busy(f"the text was not read within {PATIENCE:.0f} seconds; send less of it") from error
        finally:
            self._places.release()

    def close(self) -> None:
        """End the process, whatever it does."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            processes = list(pool._processes.values())
            pool.shutdown(wait=False, cancel_futures=True)
            for process in processes:
                process.kill()

    def _begin(self, text: str, title: str, date: str | None) -> Future[str]:
        # Under the lock, or another's patience might end the process before it is asked.
        with self._lock:
            if self._pool is None:
                context = get_context("spawn")
                self._pool = ProcessPoolExecutor(1, context, initializer=_serve, initargs=(os.getpid(),))
            return self._pool.submit(extract_lines, text, title, date)


def _serve(parent: int) -> None:
    """Runs first in the reading process: queries go first, and it does not outlive the service."""
    os.nice(_GENTLY)

    def attend() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(0)

    threading.Thread(target=attend, daemon=True).start()


def extract_lines(text: str, title: str, date: str | None) -> str:
    """Runs in the reading process: the facts and individuals of a text, one JSON object a line."""
    # Loading the parser takes seconds and much memory: only where a text is read.
    from kb import lines
    from kb.documents.draft import Draft, document
    from kb.reading import Pipeline

    (result,) = Pipeline()([document(Draft("the body", "text", text, title, date))])
    if isinstance(result, KbError):
        raise result
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines.lines(result.extraction))


@blueprint.route("/extract", methods=["POST"])
def extract() -> Response:
    """The facts that the text in the body states; ?title= and ?date= may say more about it."""
    kind = request.mimetype
    if kind != "text/plain":
        raise Problem(
            415,
            "Unsupported media type",
            f"{kind or 'a body without Content-Type'} is not understood; send the text as text/plain",
            headers={"Accept-Post": "text/plain"},
        )
    if (request.content_length or 0) > 4 * LONGEST:
        raise Problem(
            413, "Request too large", f"a text may have {LONGEST} characters here; use `kb extract`"
        )
    try:
        text = request.get_data(cache=False).decode("utf-8")
    except UnicodeDecodeError as error:
        raise malformed(f"the body is not UTF-8: {error}; send UTF-8") from error
    if len(text) > LONGEST:
        raise Problem(
            413, "Request too large", f"a text may have {LONGEST} characters here; use `kb extract`"
        )
    if _RULE.search(text):
        raise malformed("the text has hundreds of marks in a row; send it without such lines")
    if not text.strip():
        raise malformed("there is no text; send it as the body")
    reader: Reader = current_app.extensions["kb.reader"]
    body = reader.read(text, request.args.get("title", ""), request.args.get("date"))
    return Response(body, content_type="application/x-ndjson", headers={"Cache-Control": "no-store"})
