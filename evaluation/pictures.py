"""Draws what an evaluation found."""

from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
from sklearn.metrics import confusion_matrix

from evaluation.goals import Findings
from evaluation.measures import Asked

RIGHT, WRONG = "#1b6ca8", "#c1440e"  # differ in lightness too


def draw_confusion(asked: Sequence[Asked], path: Path) -> None:
    """Draw what was meant (rows) against the first choice (columns)."""
    meant = [each.question.intent for each in asked]
    best = [each.reading.best for each in asked]
    intents = sorted({*meant, *best})
    counts = confusion_matrix(meant, best, labels=intents)
    figure, axes = plt.subplots(figsize=(15, 14))
    axes.imshow(
        np.sqrt(counts / counts.sum(axis=1, keepdims=True).clip(1)), cmap="Blues"
    )
    axes.set_xticks(range(len(intents)), intents, rotation=90, fontsize=8)
    axes.set_yticks(range(len(intents)), intents, fontsize=8)
    axes.set_xlabel("first choice")
    axes.set_ylabel("meant")
    for row, column in zip(*counts.nonzero(), strict=True):
        shade = "white" if row == column else "black"
        number = str(counts[row, column])
        axes.text(column, row, number, ha="center", va="center", color=shade, size=7)
    figure.tight_layout()
    figure.savefig(path, dpi=90)
    plt.close(figure)


def draw_confidence(found: Findings, threshold: float, path: Path) -> None:
    """Draw how sure the pipeline was where it was right, and where it was wrong."""
    figure, both = plt.subplots(1, 2, figsize=(13, 4.5))
    parts = (
        ("tuning questions", found.tuning),
        ("training data, 5 folds", found.folds),
    )
    for axes, (title, asked) in zip(both, parts, strict=True):
        right = [each.reading.confidence for each in asked if each.first_choice_right]
        wrong = [
            each.reading.confidence for each in asked if not each.first_choice_right
        ]
        labels = ["first choice right", "first choice wrong"]
        bins = np.linspace(0, 1, 21)
        axes.hist([right, wrong], bins=bins, color=[RIGHT, WRONG], label=labels)
        axes.axvline(threshold, color="black", linestyle="--", label="asks again below")
        axes.set_yscale("log")
        axes.set_xlabel("confidence of the first choice")
        axes.set_ylabel("messages")
        axes.set_title(title)
        axes.legend(loc="upper left")
    figure.tight_layout()
    figure.savefig(path, dpi=90)
    plt.close(figure)
