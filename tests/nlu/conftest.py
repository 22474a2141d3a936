import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import spacy

from nlu.spacy_nl import PACKAGE, load_dutch
from tests.nlu.dutch_package import write_dutch_package

Use = Callable[[str], None]


@pytest.fixture(scope="session")
def dutch_package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write_dutch_package(folder)
    return folder


@contextmanager
def installed(which: str, dutch_package: Path) -> Iterator[None]:
    """Have the stand-in "package" installed, or nothing ("blank"); then forget it."""

    def forget() -> None:
        sys.modules.pop(PACKAGE, None)
        importlib.invalidate_caches()
        load_dutch.cache_clear()

    forget()
    with pytest.MonkeyPatch.context() as patch:
        if which == "package":
            patch.syspath_prepend(str(dutch_package))
        else:
            patch.setattr(spacy.util, "is_package", lambda name: False)
        yield
    forget()


@pytest.fixture
def use(dutch_package: Path) -> Iterator[Use]:
    """Choose what is installed for the rest of the test."""
    with ExitStack() as stack:

        def choose(which: str) -> None:
            stack.close()
            stack.enter_context(installed(which, dutch_package))

        yield choose


@pytest.fixture(scope="class")
def blank(dutch_package: Path) -> Iterator[None]:
    """Nothing is installed; once for a class, for it takes a second to load."""
    with installed("blank", dutch_package):
        yield
