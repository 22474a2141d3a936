"""Reads one knowledge file into a typed model, or says exactly what is wrong in it."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, Extra, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError


class Strict(BaseModel):
    """A model that refuses keys it does not know and cannot be changed."""

    class Config:
        """Pydantic settings, for every knowledge model."""

        extra = Extra.forbid
        frozen = True
        min_anystr_length = 1


class KnowledgeError(Exception):
    """Knowledge that cannot be used. Each mistake names file, key and expectation."""

    def __init__(self, mistakes: list[str]) -> None:
        """Take one line for each mistake."""
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


Model = TypeVar("Model", bound=Strict)


def read(path: Path, model: type[Model]) -> Model:
    """Read the YAML file at `path` as `model`.

    Raises KnowledgeError when the file is missing, is not YAML, has a key twice,
    or does not fit the model: unknown key, missing key, wrong type.
    """
    try:
        content = YAML(typ="safe", pure=True).load(path)
    except FileNotFoundError:
        raise KnowledgeError([f"{path}: the file is missing"]) from None
    except DuplicateKeyError as error:
        line = error.problem_mark.line + 1
        problem = str(error.problem).strip()
        raise KnowledgeError([f"{path}, line {line}: {problem}"]) from None
    except MarkedYAMLError as error:
        line = (error.problem_mark or error.context_mark).line + 1
        raise KnowledgeError(
            [f"{path}, line {line}: not valid YAML: {error.problem}"]
        ) from None
    if not isinstance(content, dict):
        raise KnowledgeError([f"{path}: expected keys with values, found none"])
    try:
        return model.parse_obj(content)
    except ValidationError as error:
        raise KnowledgeError(
            [
                f"{path}: {'.'.join(str(part) for part in mistake['loc'])}: "
                f"{mistake['msg']}"
                for mistake in error.errors()
            ]
        ) from None
