"""Serving an application with waitress: what `kb serve` does."""

from __future__ import annotations

import ctypes
import gc
import logging
import os
import resource
import signal
import socket
import sys
import threading
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Final

from flask import Flask
from waitress.server import TcpWSGIServer, create_server

from kb.errors import KbError
from server.access import read_tokens
from server.app import close, create_app
from server.channel import Channel
from server.exchange import Parser
from server.front import Front
from server.service import Service
from server.settings import Settings

FIRST: Final = (
    "PREFIX kb: <https://w3id.org/communique/ontology#> "
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "SELECT ?issuer ?target { ?a kb:sanctions ?b . ?a rdfs:label ?issuer . ?b rdfs:label ?target } LIMIT 10"
)
"""A query to start with."""
_GRACE: Final = 5.0
_M_ARENA_MAX: Final = -8
_CONNECTIONS: Final = 2000


def serve(
    directory: str | Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    token_file: str | Path | None = None,
    **options: object,
) -> None:
    """Serve a built directory until SIGTERM or Ctrl-C; `options` are fields of Settings."""
    tokens = read_tokens(token_file) if token_file is not None else ()
    if options.get("update") and not tokens:
        raise KbError("updates need tokens; name a file of them with --token-file")
    door = _listen(host, port)
    _spare_memory()
    settings = Settings(Path(directory), tokens=tokens, **options)  # type: ignore[arg-type]
    app = create_app(settings)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    service: Service = app.extensions["kb"]
    server = _server(app, settings, door)
    _stop_gracefully(server, service)
    _welcome(f"http://{host}:{server.effective_port}/", directory, service.generation.quads)
    # What is here now stays: to look for garbage among it would only hold up those who wait.
    gc.collect()
    gc.freeze()
    try:
        server.run()
    finally:
        server.close()
        close(app, grace=_GRACE)


def _server(app: Flask, settings: Settings, door: socket.socket) -> TcpWSGIServer:
    """The server of an application behind a listening socket."""
    service: Service = app.extensions["kb"]
    limits, connections = service.pool.limits, _connections()
    server = create_server(
        app,
        sockets=[door],
        threads=limits.workers + limits.overtime + limits.queue + 16,
        connection_limit=connections,
        # Answers leave at once, from the thread that has them.
        send_bytes=1,
        channel_timeout=60,
        cleanup_interval=10,
        asyncore_use_poll=True,
        channel_request_lookahead=1,
        # Longer bodies go to the disk: thousands of them at a time must not fill the memory.
        inbuf_overflow=1 << 16,
        # A long answer waits in its evaluator, not here, for a client that reads slowly.
        outbuf_high_watermark=1 << 20,
        log_socket_errors=False,
        max_request_body_size=settings.max_body,
        max_request_header_size=1 << 18,
        clear_untrusted_proxy_headers=settings.trusted_proxies == 0,
        ident="communique",
    )
    # Behind a proxy all come from one address.
    most = connections if settings.trusted_proxies else connections // 8
    parser = type("Limited", (Parser,), {"settings": settings})
    own = {"front": Front(server, service), "parser_class": parser, "held": Counter(), "most": most}
    server.channel_class = type("Connected", (Channel,), own)
    return server


def _connections() -> int:
    """As many at a time as descriptors allow: one each, and as many for everything else."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * _CONNECTIONS
    if hard == resource.RLIM_INFINITY or hard > wanted:
        hard = wanted
    if soft != resource.RLIM_INFINITY and soft < hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    return hard // 2


def _spare_memory() -> None:
    """Where glibc allocates: let all threads, which run one at a time anyway, reuse the same memory."""
    if sys.platform == "linux":
        with suppress(AttributeError):
            ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)


def _welcome(where: str, directory: str | Path, quads: int | None) -> None:
    size = "" if quads is None else f" ({quads:,} quads)"
    print(f"serving {directory}{size} at {where}", file=sys.stderr)
    print(f"to try:  curl -s '{where}sparql' -H 'Accept: text/csv' --data-urlencode \\", file=sys.stderr)
    print(f"  'query={FIRST}'", file=sys.stderr, flush=True)


def _listen(host: str, port: int) -> socket.socket:
    """The socket, before anything that takes time: a port in use is reported at once."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:
        raise KbError(
            f"{host}:{port} cannot be listened on: {error}; choose others with --host, --port"
        ) from error


def _stop_gracefully(server: TcpWSGIServer, service: Service) -> None:
    """On the first SIGTERM take no more connections and finish what runs; on the second end."""
    asked = threading.Event()

    def finish() -> None:
        until = time.monotonic() + _GRACE
        while any(service.pool.counts().values()) and time.monotonic() < until:
            time.sleep(0.05)
        # For answers on their way to the client.
        time.sleep(0.2)
        os.kill(os.getpid(), signal.SIGTERM)

    def close_door() -> None:
        server.del_channel()
        server.socket.close()

    def stop(number: int, frame: FrameType | None) -> None:
        if asked.is_set():
            raise SystemExit(0)
        asked.set()
        server.trigger.pull_trigger(close_door)
        threading.Thread(target=finish, daemon=True).start()

    signal.signal(signal.SIGTERM, stop)
