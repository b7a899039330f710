import shutil
from pathlib import Path

import msgspec
import pytest

from averral.encoder.bundle import Calibration, default_folder, load_bundle
from averral.encoder.session import Encoder
from averral.errors import BundleError


def copy_bundle(folder: Path) -> Path:
    return Path(shutil.copytree(default_folder(), folder / "bundle"))


def test_no_folder(tmp_path: Path):
    with pytest.raises(BundleError, match="no model bundle"):
        load_bundle(tmp_path)


@pytest.mark.model
def test_a_damaged_file_is_named(tmp_path: Path):
    folder = copy_bundle(tmp_path)
    (folder / "heads.npz").write_bytes(b"not weights")
    with pytest.raises(BundleError, match=r"heads\.npz .* damaged"):
        load_bundle(folder)


@pytest.mark.model
def test_a_missing_file_is_named(tmp_path: Path):
    folder = copy_bundle(tmp_path)
    (folder / "encoder.onnx").unlink()
    with pytest.raises(BundleError, match=r"lacks encoder\.onnx"):
        load_bundle(folder)


@pytest.mark.model
@pytest.mark.parametrize("content", [b"{", b'{"schema": 3}'])
def test_a_broken_manifest(tmp_path: Path, content: bytes):
    folder = copy_bundle(tmp_path)
    (folder / "manifest.json").write_bytes(content)
    with pytest.raises(BundleError, match="manifest"):
        load_bundle(folder)


@pytest.mark.model
def test_another_format(tmp_path: Path):
    folder = copy_bundle(tmp_path)
    manifest = msgspec.json.decode((folder / "manifest.json").read_bytes())
    (folder / "manifest.json").write_bytes(msgspec.json.encode({**manifest, "schema": "averral.bundle/9"}))
    with pytest.raises(BundleError, match=r"averral\.bundle/9"):
        load_bundle(folder)


@pytest.mark.model
def test_an_encoder_that_onnxruntime_refuses(tmp_path: Path):
    folder = copy_bundle(tmp_path)
    bundle = load_bundle(folder)
    (folder / "encoder.onnx").write_bytes(b"no model")
    with pytest.raises(BundleError, match="cannot be opened"):
        Encoder(bundle)


@pytest.mark.model
def test_the_manifest_names_every_corpus_with_its_licence():
    manifest = load_bundle().manifest
    assert len(manifest.corpora) > 5
    assert all(c.name and c.licence and c.source for c in manifest.corpora)


def test_calibration_is_a_logistic_curve():
    calibration = Calibration(features=("x",), weights=(2.0,), bias=-1.0)
    assert calibration.probability((0.5,)) == 0.5
    assert calibration.probability((1000.0,)) > 0.999
