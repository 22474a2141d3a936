"""Reads knowledge files into typed models, or says exactly what is wrong in them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, Extra, ValidationError, validator
from pydantic.error_wrappers import error_dict
from pydantic.errors import ExtraError
from pydantic.fields import ModelField
from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError, SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError

A_DATE = "expected a date such as 2026-11-21"
A_TIME = 'expected a time in quotes such as "09:00"'
WRITTEN = {
    date: (re.compile(r"\d{4}-\d{2}-\d{2}"), A_DATE),
    time: (re.compile(r"\d{1,2}:\d{2}"), A_TIME),
}
EXPECTED = {
    "value_error.missing": "missing; expected a value for this key",
    "value_error.date": A_DATE,
    "value_error.time": A_TIME,
    "value_error.const": "expected one of {permitted}, not {given}",
    "value_error.any_str.min_length": "expected text, found none",
    "value_error.list.min_items": "expected one or more, found none",
    "value_error.strictbool": "expected true or false",
    "type_error.none.not_allowed": "expected a value, found none",
    "type_error.str": "expected text, in quotes if it is all digits",
    "type_error.integer": "expected a whole number",
    "type_error.bool": "expected true or false",
    "type_error.dict": "expected keys with values",
    "type_error.list": "expected a list",
    "type_error.tuple": "expected a list",
}


class Strict(BaseModel):
    """A model that refuses keys it does not know and cannot be changed."""

    class Config:
        """Pydantic settings, for every knowledge model."""

        extra = Extra.forbid
        frozen = True
        min_anystr_length = 1
        error_msg_templates = EXPECTED

    @validator("*", pre=True, each_item=True)
    def _no_number_for_a_day(cls, value: object, field: ModelField) -> object:
        """Refuse 9.00 and 20261225, which pydantic takes for seconds since 1970."""
        pattern, expected = WRITTEN.get(field.type_, (None, ""))
        if pattern is None or value is None or isinstance(value, field.type_):
            return value
        if not (isinstance(value, str) and pattern.fullmatch(value)):
            raise ValueError(f"{expected}, not {value}")
        return value


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
    content = _load(path)
    if not isinstance(content, dict):
        raise KnowledgeError([f"{path}: expected keys with values, found none"])
    try:
        return model.parse_obj(content)
    except ValidationError as error:
        raise KnowledgeError(_lines(path, model, error)) from None


def read_all(paths: Mapping[str, Path], model: type[Model]) -> Model:
    """Read each file as the field of `model` that it is given for.

    Raises KnowledgeError with the mistakes of all files.
    """
    found: dict[str, Strict] = {}
    mistakes: list[str] = []
    for name, path in paths.items():
        try:
            found[name] = read(path, model.__fields__[name].type_)
        except KnowledgeError as error:
            mistakes += error.mistakes
    if mistakes:
        raise KnowledgeError(mistakes)
    return model(**found)


class _Constructor(SafeConstructor):  # type: ignore[misc]
    """Leaves dates as they are written: the models read them, and know their key."""


_Constructor.add_constructor(
    "tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str
)


def _load(path: Path) -> object:
    """Return what the YAML says, or raise KnowledgeError."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _Constructor
    try:
        return yaml.load(path)
    except OSError:
        raise KnowledgeError([f"{path}: the file is missing"]) from None
    except DuplicateKeyError as error:
        key = str(error.problem).partition('"')[2].partition('"')[0]
        where, problem = error, f"{key}: this key is here twice; expected it once"
    except MarkedYAMLError as error:
        where, problem = error, f"not valid YAML: {error.problem}"
    except (YAMLError, UnicodeDecodeError) as error:
        reason = str(error).splitlines()[0]
        raise KnowledgeError([f"{path}: not valid YAML: {reason}"]) from None
    line = (where.problem_mark or where.context_mark).line + 1
    raise KnowledgeError([f"{path}, line {line}: {problem}"])


def _lines(path: Path, model: type[BaseModel], error: ValidationError) -> list[str]:
    """One line for each key that is wrong; a value may have been tried several ways."""
    by_key: dict[str, list[str]] = {}
    for place, message in _wrong(error.raw_errors, model):
        parts = [str(part) for part in place if part not in ("__root__", "__key__")]
        by_key.setdefault(".".join(parts), []).append(message)
    return [
        ": ".join([str(path), *([key] if key else []), " or ".join(messages)])
        for key, messages in by_key.items()
    ]


def _wrong(
    errors: Sequence[Any], model: type[Any], place: tuple[int | str, ...] = ()
) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Yield the place of each mistake and what is expected there."""
    for each in errors:
        if isinstance(each, Sequence):
            yield from _wrong(each, model, place)
            continue
        here = (*place, *each.loc_tuple())
        if isinstance(each.exc, ValidationError):
            yield from _wrong(each.exc.raw_errors, each.exc.model, here)
        elif isinstance(each.exc, ExtraError):
            known = ", ".join(model.__fields__)
            yield here, f"unknown key; expected one of {known}"
        else:
            yield here, error_dict(each.exc, model.__config__, here)["msg"]
