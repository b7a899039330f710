"""A trained model as data: an ONNX encoder, the heads' weights, a tokenizer, and a manifest that vouches for them."""

from __future__ import annotations

import hashlib
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from averral.encoder.classifier import Classifier
from averral.encoder.judge import Judge
from averral.encoder.linker import Linker
from averral.encoder.tagger import Tagger
from averral.encoder.tokens import load_tokenizer
from averral.errors import BundleError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

__all__ = ["BUNDLE_SCHEMA", "Bundle", "Calibration", "Corpus", "Manifest", "load_bundle"]

BUNDLE_SCHEMA = "averral.bundle/1"


class Calibration(msgspec.Struct, frozen=True, kw_only=True):
    """Logistic regression from a head's raw features to the chance of being right (Platt 1999)."""

    features: tuple[str, ...]
    weights: tuple[float, ...]
    bias: float

    def probability(self, values: tuple[float, ...]) -> float:
        """The chance of being right, 0 to 1."""
        score = self.bias + sum(w * v for w, v in zip(self.weights, values, strict=True))
        return float(1.0 / (1.0 + np.exp(-np.clip(score, -30.0, 30.0))))


class Corpus(msgspec.Struct, frozen=True, kw_only=True):
    """A corpus that the weights were trained on."""

    name: str
    licence: str
    source: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a bundle holds. `files` maps each file to its SHA-256; `taggers` each tagger to its labels.

    `classifiers` maps each classifier of pairs to its classes, `judges` each judge; the first of them is "none".
    """

    schema: str
    name: str
    base: str
    base_licence: str
    window: int
    overlap: int
    tracks: int
    taggers: dict[str, tuple[str, ...]]
    linkers: tuple[str, ...]
    classifiers: dict[str, tuple[str, ...]] = {}
    judges: dict[str, tuple[str, ...]] = {}
    thresholds: dict[str, float]
    calibration: dict[str, Calibration]
    corpora: tuple[Corpus, ...]
    files: dict[str, str]


class Bundle(msgspec.Struct, frozen=True, kw_only=True):
    """A loaded bundle; the encoder's session is opened by `averral.encoder.session`."""

    folder: Path
    manifest: Manifest
    tokenizer: Tokenizer
    taggers: dict[str, Tagger]
    linkers: dict[str, Linker]
    classifiers: dict[str, Classifier] = {}
    judges: dict[str, Judge] = {}

    @property
    def identity(self) -> str:
        """Name and digest of the manifest: two readings with the same identity came from the same weights."""
        digest = hashlib.sha256(msgspec.json.encode(self.manifest, order="sorted")).hexdigest()
        return f"{self.manifest.name}+{digest[:12]}"


def default_folder() -> Path:
    """The bundle inside the package."""
    return Path(str(resources.files("averral.encoder") / "model"))


def load_bundle(folder: Path | None = None) -> Bundle:
    """Open a bundle and check it against its manifest; without a folder, the one that ships with averral.

    Raises:
        BundleError: a file is missing, damaged, or of another format; the message names it.
    """
    folder = folder or default_folder()
    try:
        manifest = msgspec.json.decode((folder / "manifest.json").read_bytes(), type=Manifest)
    except OSError as error:
        raise BundleError(f"no model bundle at {folder}: {error.strerror}") from error
    except msgspec.MsgspecError as error:
        raise BundleError(f"the manifest of the model bundle at {folder} cannot be read: {error}") from error
    if manifest.schema != BUNDLE_SCHEMA:
        raise BundleError(f"the model bundle at {folder} is {manifest.schema}, this version reads {BUNDLE_SCHEMA}")
    _check_files(folder, manifest)
    with np.load(folder / "heads.npz", allow_pickle=False) as weights:
        taggers = {
            name: Tagger(weights[f"{name}.weight"], weights[f"{name}.bias"], labels)
            for name, labels in manifest.taggers.items()
        }
        linkers = {name: Linker(*_parts(weights, name, Linker._fields)) for name in manifest.linkers}
        classifiers = {name: Classifier(*_parts(weights, name, Classifier._fields)) for name in manifest.classifiers}
        judges = {name: Judge(*_parts(weights, name, Judge._fields)) for name in manifest.judges}
    tokenizer = load_tokenizer(folder / "tokenizer.json")
    return Bundle(
        folder=folder,
        manifest=manifest,
        tokenizer=tokenizer,
        taggers=taggers,
        linkers=linkers,
        classifiers=classifiers,
        judges=judges,
    )


def _parts(
    weights: Mapping[str, NDArray[np.float32]], name: str, fields: tuple[str, ...]
) -> Iterator[NDArray[np.float32]]:
    return (weights[f"{name}.{field}"] for field in fields)


def _check_files(folder: Path, manifest: Manifest) -> None:
    for name, digest in manifest.files.items():
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise BundleError(f"the model bundle at {folder} lacks {name}: {error.strerror}") from error
        if found != digest:
            raise BundleError(
                f"{name} of the model bundle at {folder} is damaged: its digest differs from the manifest's"
            )
