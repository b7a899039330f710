"""Write a trained model as a bundle: int8 ONNX encoder, heads, tokenizer, manifest.

    python -m training.export --weights build/model/second.pt --base DIR --out src/averral/encoder/model

int8 is dynamic and per channel: per tensor loses 1 to 3 points of exact F1 (RESEARCH.md section 4). Thresholds and
calibration start neutral; `training.calibrate` fills them in.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from averral.records import BASES
from training.examples import PART_LABELS, TAGS, TRACKS
from training.model import CLASSIFIERS, LINKERS, Model

CORPORA = (
    ("PolNeAR 1.0.0 (train)", "none stated; no sentence is redistributed", "Newell, Margolin and Ruths, LREC 2018"),
    ("averral passages (train topics) and drills", "Apache-2.0", "corpus of this repository"),
    ("UNER English EWT, early train file", "CC BY-SA 4.0", "Universal NER; silver"),
    ("GUM, training documents of its open genres", "annotations CC BY 4.0, texts per genre", "Zeldes, 2017"),
    ("WNUT17 (train)", "CC BY 4.0", "Derczynski et al., W-NUT 2017"),
    ("Broad Twitter Corpus (train)", "CC BY 4.0", "Derczynski, Bontcheva and Roberts, COLING 2016"),
    ("WikiGold", "CC BY 4.0", "Balasuriya et al., 2009"),
    ("MultiNER-LK, English", "CC0", "Sri Lankan news and documents"),
    ("CrossNER politics (train, dev)", "MIT", "Liu et al., AAAI 2021"),
    (
        "MUC-4, development reports",
        "none stated (US government release); no text is redistributed",
        "MUC-3 and MUC-4, 1991 and 1992",
    ),
    ("GENEVA (train)", "CC BY 3.0", "Parekh et al., ACL 2023"),
    ("UDS-IH2 (train)", "CC BY-SA 4.0", "Rudinger, White and Van Durme, NAACL 2018"),
    ("averral gold (train happenings)", "Apache-2.0", "corpus of this repository"),
    ("Re-DocRED (dev)", "MIT", "Tan et al., EMNLP 2022"),
    ("GAP (development)", "Apache-2.0", "Webster et al., TACL 2018"),
    ("ECB+ (train, ECB part)", "CC BY 3.0", "Cybulska and Vossen, LREC 2014"),
    ("KnowledgeNet", "CC BY-SA 4.0", "Mesquita et al., EMNLP 2019"),
    ("DSE (train)", "none stated; free to use with citation; no text is redistributed", "Park et al., ACL 2021"),
    ("re3d", "public domain, OGL, CC BY, CC BY-SA per folder", "Defence Science and Technology Laboratory"),
)


def export_encoder(model: Model, path: Path) -> None:
    """float32 ONNX with free batch and length."""
    encoder = model.encoder.float().eval()
    ids = torch.ones(2, 16, dtype=torch.long)
    torch.onnx.export(
        encoder,
        (ids, torch.zeros_like(ids), torch.ones_like(ids)),
        str(path),
        input_names=["ids", "shapes", "mask"],
        output_names=["hidden"],
        dynamic_axes={n: {0: "batch", 1: "length"} for n in ("ids", "shapes", "mask", "hidden")},
        opset_version=17,
        dynamo=False,
    )


def quantise(source: Path, target: Path) -> None:
    """Weights and embeddings to int8, per channel."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(str(prepared), str(target), per_channel=True, weight_type=QuantType.QInt8)


def head_arrays(model: Model) -> dict[str, np.ndarray]:
    """The heads' weights by the names that averral.encoder.bundle reads."""
    arrays = {}
    for name, layer in model.taggers.items():
        arrays[f"{name}.weight"] = layer.weight.detach().numpy()
        arrays[f"{name}.bias"] = layer.bias.detach().numpy()
    for name, linker in model.linkers.items():
        arrays[f"{name}.left"] = linker.left.weight.detach().numpy()
        arrays[f"{name}.left_bias"] = linker.left.bias.detach().numpy()
        arrays[f"{name}.right"] = linker.right.weight.detach().numpy()
        arrays[f"{name}.features"] = linker.features.weight.detach().numpy()
        arrays[f"{name}.score"] = linker.score.weight.detach().numpy()[0]
        arrays[f"{name}.score_bias"] = linker.score.bias.detach().numpy()
    for name, classifier in model.classifiers.items():
        for part in ("left", "right", "between", "distance", "score"):
            arrays[f"{name}.{part}"] = getattr(classifier, part).weight.detach().numpy()
        arrays[f"{name}.left_bias"] = classifier.left.bias.detach().numpy()
        arrays[f"{name}.score_bias"] = classifier.score.bias.detach().numpy()
    return {name: np.ascontiguousarray(a, np.float32) for name, a in arrays.items()}


def write_manifest(folder: Path, **changes: object) -> None:
    """Write or change the manifest, with fresh digests of the files beside it."""
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text()) if path.exists() else {}
    manifest.update(changes)
    files = ("encoder.onnx", "heads.npz", "tokenizer.json")
    manifest["files"] = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in files}
    path.write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default="averral-en-1")
    parser.add_argument("--float", action="store_true", help="keep float32, for comparison")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    model = Model()
    model.load_weights(args.weights)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "encoder.onnx"
        export_encoder(model, plain)
        if args.float:
            shutil.copy(plain, args.out / "encoder.onnx")
        else:
            quantise(plain, args.out / "encoder.onnx")
    np.savez(args.out / "heads.npz", **head_arrays(model))
    shutil.copy(args.base / "tokenizer.json", args.out / "tokenizer.json")
    (args.out / "manifest.json").unlink(missing_ok=True)
    write_manifest(
        args.out,
        schema="averral.bundle/1",
        name=args.name,
        base="all-MiniLM-L6-v2",
        base_licence="Apache-2.0",
        window=254,
        overlap=48,
        tracks=TRACKS,
        taggers={
            "parts": PART_LABELS,
            "basis": BASES,
            "factuality": ("score",),
            **TAGS,
        },
        linkers=LINKERS,
        classifiers=CLASSIFIERS,
        thresholds={},
        calibration={},
        corpora=[{"name": n, "licence": c, "source": s} for n, c, s in CORPORA],
    )


if __name__ == "__main__":
    main()
