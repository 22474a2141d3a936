"""Trains a pipeline as Rasa does, and asks it what messages mean."""

import asyncio
import contextlib
import io
import logging
import multiprocessing
import tempfile
import time
import weakref
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import rasa.utils.log_utils
from rasa.core.agent import Agent
from rasa.model_training import train_nlu
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLWriter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from ruamel.yaml import YAML

from evaluation.measures import Reading
from evaluation.questions import Example
from tools.processes import ROOT

CONFIG = ROOT / "config.yml"


class Pipeline:
    """A trained pipeline in memory."""

    def __init__(self, model: Path, training_seconds: float = 0) -> None:
        """Load the model, and take how long its training took."""
        self._model = model
        self._agent = Agent.load(str(model))
        self.training_seconds = training_seconds

    def read(self, texts: Iterable[str]) -> list[Reading]:
        """Return what each message means."""
        return [Reading.of(parsed) for parsed, _ in self.parse(texts)]

    def parse(self, texts: Iterable[str]) -> list[tuple[dict[str, Any], float]]:
        """Return what Rasa makes of each text, and the seconds it took."""

        async def parse_all() -> list[tuple[dict[str, Any], float]]:
            results = []
            for text in texts:
                start = time.perf_counter()
                parsed = await self._agent.parse_message(text)
                results.append((parsed, time.perf_counter() - start))
            return results

        return asyncio.run(parse_all())

    def milliseconds(self, texts: Sequence[str]) -> list[float]:
        """Return what each message costs in time, in a process of its own.

        As in a server that was just started, and has read one other message.
        """
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as apart:
            return apart.submit(_milliseconds, self._model, texts).result()


def _milliseconds(model: Path, texts: Sequence[str]) -> list[float]:
    rasa.utils.log_utils.configure_structlog(logging.ERROR)
    pipeline = Pipeline(model)
    pipeline.parse(["Even opwarmen, dan lopen we."])
    return [1000 * spent for _, spent in pipeline.parse(texts)]


def train(examples: Iterable[Example], config: Path | dict[str, Any]) -> Pipeline:
    """Train `config`, a file or its content, with the examples and nothing else."""
    rasa.utils.log_utils.configure_structlog(logging.ERROR)
    data = TrainingData([Message.build(each.text, each.intent) for each in examples])
    folder = tempfile.TemporaryDirectory()
    made = Path(folder.name)
    if isinstance(config, dict):
        YAML().dump(config, made / "config.yml")
        config = made / "config.yml"
    RasaYAMLWriter().dump(made / "nlu.yml", data)
    start = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()):
        model = train_nlu(str(config), str(made / "nlu.yml"), str(made))
    pipeline = Pipeline(Path(model), time.perf_counter() - start)
    weakref.finalize(pipeline, folder.cleanup)
    return pipeline


def threshold() -> float:
    """Return the confidence below which config.yml asks again."""
    steps = YAML(typ="safe").load(CONFIG)["pipeline"]
    found = next(each for each in steps if each["name"] == "FallbackClassifier")
    return float(found["threshold"])
