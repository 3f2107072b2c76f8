#!/usr/bin/env bash
# Make the built-in package from beginning to end: make.sh CORPORA WORK [MINUTES] [VERSION].
# Each step is skipped where its result is there; training goes on from its last checkpoint. SHAPE and TOKENS may be set: see README.md.
set -euo pipefail
corpora=$(realpath "$1") work=$2 minutes=${3:-90} version=${4:-0.1}
here=$(cd "$(dirname "$0")" && pwd) root=$(cd "$(dirname "$0")/../.." && pwd)
shape=${SHAPE:---width 384 --heads 6 --inner 1536 --encoder 4 --decoder 2 --dropout 0.05}
mkdir -p "$work" && cd "$work"
python=$PWD/env/bin/python

[ -x "$python" ] || { python3 -m venv env && env/bin/pip install -q torch==2.13.0 numpy scipy sentencepiece ctranslate2; }
[ -e data/data-0.npz ] || "$python" "$here/prepare.py" "$corpora" "$here/mix.json" data --vocabulary "${VOCABULARY:-8000}"
width=$(grep -oP -- '--width \K\d+' <<<"$shape")
[ -e data/embeddings.npy ] || "$python" "$here/embeddings.py" data data/embeddings.npy --width "$width"
start=(--embeddings data/embeddings.npy)
[ -e out/checkpoint.pt ] && start=(--resume out/checkpoint.pt)
# shellcheck disable=SC2086
"$python" "$here/train.py" data out --minutes "$minutes" --tokens "${TOKENS:-4000}" --warmup 100 --rate 1e-3 --muon $shape "${start[@]}"
"$python" "$here/convert.py" data out translate-fr_en --version "$version"
cd "$root" && .venv/bin/python packaging/package/evaluate.py "$OLDPWD/translate-fr_en" "$corpora"/eval/newstest2013.{fr,en}
