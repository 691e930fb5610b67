"""The command that scores extraction: eval."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kb.cli.arguments import FILE, FOLDER, workers
from kb.errors import GoldError, SourceError

if TYPE_CHECKING:
    from kb.evaluate import Evaluation


@click.command("eval")
@click.argument("gold", type=FOLDER, metavar="GOLD")
@click.option("--predictions", type=FILE, help="Facts in the line format. Without it GOLD/texts is read.")
@click.option(
    "--errors", metavar="TYPE", help="Also list what is wrong or missed of a type of fact, or of all."
)
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Leave out facts below it.")
@workers
def evaluate(
    gold: Path, predictions: Path | None, errors: str | None, min_confidence: float, workers: int
) -> None:
    """Score extraction on hand-annotated facts: precision and recall by type, and calibration.

    \b
    Examples:
      kb eval tests/gold
      kb eval gold/facts --predictions facts.jsonl --errors sanction
    """
    from kb import evaluate as evaluating

    found = _read_lines(predictions) if predictions else _extract(gold / "texts", workers)
    kept = (line for line in found if float(line.get("confidence", 1.0) or 0.0) >= min_confidence)
    result = evaluating.evaluate(evaluating.read_gold(gold), kept)
    click.echo("\n".join(_score_rows(result)))
    click.echo("\n" + "\n".join(_reliability_rows(result.outcomes)))
    for verdict, document, fact in result.errors:
        if errors in ("all", fact["type"]):
            click.echo(f"{verdict:7} {document}: {json.dumps(fact, ensure_ascii=False)}")


@click.command()
@click.argument("gold", type=FOLDER, nargs=-1, required=True, metavar="GOLD...")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write the weights; without it only the table is printed.",
)
@workers
def calibrate(gold: tuple[Path, ...], out: Path | None, workers: int) -> None:
    """Learn confidence from annotated documents: GOLD/texts with their facts in GOLD/facts.

    Prints how far confidence can be trusted, judged on documents that the model has not seen.

    \b
    Example:
      kb calibrate tests/gold --out kb/data/confidence.tsv
    """
    from kb import build, evaluate
    from kb.calibrate import calibrate as learn
    from kb.calibrate import examples
    from kb.files import write
    from kb.reading import Pipeline

    facts = {document: found for folder in gold for document, found in evaluate.read_gold(folder).items()}
    results = build.read_sources(
        [folder / "texts" for folder in gold], pipeline=Pipeline(min_confidence=0.0), workers=workers
    )
    extractions = [result for result in results if not isinstance(result, SourceError)]
    calibration = learn(examples(extractions, facts), facts)
    click.echo("\n".join(_reliability_rows(calibration.outcomes)))
    click.echo(f"best F1 at {calibration.model.threshold:.2f}")
    if out is not None:
        write(out, "".join(calibration.model.lines()))


def _reliability_rows(outcomes: list[tuple[float, bool]]) -> Iterator[str]:
    from kb.evaluate import reliability

    yield "confidence     right      n"
    for confidence, right, count in reliability(outcomes):
        yield f"{confidence:10.2f} {right:9.1%} {count:6}"


def _score_rows(result: Evaluation) -> Iterator[str]:
    yield f"{'type':10} {'right':>6} {'wrong':>6} {'missed':>6} {'P':>7} {'R':>7} {'F1':>7}  attributes right"
    for kind, score in result.scores.items():
        attributes = " ".join(
            f"{name} {sum(ok) / len(ok):.0%}" for name, ok in sorted(score.attributes.items())
        )
        yield (
            f"{kind:10} {score.right:6} {score.wrong:6} {score.missed:6} "
            f"{score.precision:7.1%} {score.recall:7.1%} {score.f1:7.1%}  {attributes}"
        )
    micro = result.micro
    yield (
        f"macro F1 of the five core types {result.macro_f1:.1%}; all types together "
        f"P {micro.precision:.1%} R {micro.recall:.1%} F1 {micro.f1:.1%}"
    )


def _read_lines(path: Path) -> Iterator[Mapping[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    found = json.loads(line)
                    _ = found["document"], found["type"]
                except (json.JSONDecodeError, KeyError, TypeError) as error:
                    raise GoldError(f"{path}, line {number}: no line of `kb extract` ({error!r})") from error
                yield found


def _extract(texts: Path, workers: int) -> Iterable[Mapping[str, Any]]:
    if not texts.is_dir():
        raise GoldError(f"{texts} does not exist: give --predictions, or put the documents there")
    from kb import build, lines

    for result in build.read_sources([texts], workers=workers):
        if isinstance(result, SourceError):
            click.echo(f"kb: skipped {result}", err=True)
            continue
        yield from lines.lines(result)
    sys.stdout.flush()
