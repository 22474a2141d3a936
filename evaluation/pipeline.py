"""Trains a pipeline as Rasa does, and asks it what messages mean."""

import asyncio
import contextlib
import io
import logging
import tempfile
import time
from collections.abc import Iterable, Sequence
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

    def __init__(self, agent: Agent, seconds: float) -> None:
        """Take the loaded model, and how long its training took."""
        self._agent = agent
        self.training_seconds = seconds

    def read(self, texts: Iterable[str]) -> list[Reading]:
        """Return what each message means."""
        return [Reading.of(parsed) for parsed, _ in self.parse(texts)]

    def milliseconds(self, texts: Sequence[str]) -> list[float]:
        """Return what each message costs in time, read once and never before."""
        self.parse(["Even opwarmen, dan lopen we."])
        return [1000 * spent for _, spent in self.parse(texts)]

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


def train(examples: Iterable[Example], config: Path | dict[str, Any]) -> Pipeline:
    """Train `config`, a file or its content, with the examples and nothing else."""
    rasa.utils.log_utils.configure_structlog(logging.ERROR)
    data = TrainingData([Message.build(each.text, each.intent) for each in examples])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if isinstance(config, dict):
            YAML().dump(config, folder / "config.yml")
            config = folder / "config.yml"
        RasaYAMLWriter().dump(folder / "nlu.yml", data)
        start = time.perf_counter()
        with contextlib.redirect_stdout(io.StringIO()):
            model = train_nlu(str(config), str(folder / "nlu.yml"), str(folder))
        seconds = time.perf_counter() - start
        return Pipeline(Agent.load(model), seconds)


def threshold() -> float:
    """Return the confidence below which config.yml asks again."""
    steps = YAML(typ="safe").load(CONFIG)["pipeline"]
    found = next(each for each in steps if each["name"] == "FallbackClassifier")
    return float(found["threshold"])
