#!/usr/bin/env bash
# Every figure of benchmarks/README.md, in one go: bash benchmarks/run.sh [SHARED]   (SHARED holds data/ and eval/; default ../shared)
# About twenty minutes on two cores; nothing else should run meanwhile.
set -euo pipefail
shared=${1:-../shared}
python=.venv/bin/python
averral=.venv/bin/averral
out=build/eval

title() { printf '\n== %s\n' "$*"; }

title "PolNeAR dev, attributions"
$python "$shared/eval/inputs.py" polnear "$shared/data/polnear/data/dev" --out $out/polnear
$averral extract $out/polnear/text > $out/polnear/readings.jsonl
$python "$shared/eval/score.py" attributions $out/polnear/gold.json $out/polnear/readings.jsonl

title "UNER English EWT dev, names"
$python "$shared/eval/inputs.py" uner "$shared/data/uner_en_ewt/en_ewt-ud-dev.iob2" --out $out/uner
$averral extract $out/uner/text > $out/uner/readings.jsonl
$python "$shared/eval/score.py" entities $out/uner/gold.json $out/uner/readings.jsonl

title "Own passages, test topics: chains"
$python benchmarks/passages.py --split test

title "MUC-4 TST1 and TST2, incidents"
$python "$shared/eval/inputs.py" muc4 "$shared"/data/muc4/TASK/CORPORA/tst1/* "$shared"/data/muc4/TASK/CORPORA/tst2/* --out $out/muc4
$averral extract $out/muc4/text > $out/muc4/readings.jsonl
$python "$shared/eval/score.py" incidents $out/muc4/gold.json $out/muc4/readings.jsonl

title "GeoVirus, places"
$python "$shared/eval/inputs.py" places "$shared/data/geoparsing/data/Corpora/GeoVirus.xml" --out $out/geovirus
$averral extract $out/geovirus/text > $out/geovirus/readings.jsonl
$python "$shared/eval/score.py" places $out/geovirus/gold.json $out/geovirus/readings.jsonl

title "Times: GUM news, Recognizers"
$python benchmarks/times.py --gum "$shared/data/gum"
$python benchmarks/times.py --recognizers "$shared/data/recognizers_specs"

title "Factuality: UDS-IH2, UW, MEANTIME"
$python benchmarks/factuality.py "$shared/data"

title "Own gold, test happenings; and how far two annotators agree"
$python benchmarks/gold.py inputs --split test $out/gold
$averral extract $out/gold > $out/gold.jsonl
$python benchmarks/gold.py score --split test $out/gold.jsonl
$python benchmarks/agreement.py --second corpus/second

title "Who is who: pronouns of GAP; sources and entities of our own gold; names; relations; cost of a big case"
$python benchmarks/coreference.py --data "$shared/data"
$python benchmarks/coreference.py --data "$shared/data" --names-given
$python benchmarks/sources.py --split test $out/gold.jsonl
$python benchmarks/actors.py --gold test
$python benchmarks/actors.py --gold test --readings $out/gold.jsonl
$python benchmarks/names.py
for more in "" --classifier; do
  $python benchmarks/relations.py gold corpus/gold --split test $more
  $python benchmarks/relations.py re3d "$shared/data/re3d" --test $more
done
$python benchmarks/actors.py --documents 1000 10000

title "The case: incidents across documents; contradictions and responsibility; event coreference; cost"
$python benchmarks/case_incidents.py corpus/dossiers --split dev
$python benchmarks/dossier_case.py --split dev
mkdir -p $out/dossiers
for name in wendrel-bridge corbel-market ullet-convoy port-amaran saltrow-prison; do $averral extract corpus/dossiers/$name > $out/dossiers/$name.jsonl; done
$python benchmarks/origins.py $out/dossiers
$python benchmarks/copies.py "$shared/data"
$python benchmarks/ecb.py --data "$shared/data" --split Dev
$averral extract corpus/dossiers/wendrel-bridge > $out/wendrel.jsonl
$python benchmarks/case_growth.py $out/wendrel.jsonl --documents 200 600

title "Web pages: strings kept and kept out"
$python benchmarks/html_pages.py "$shared/data/html_trafilatura"

title "Speed, one core, end to end beside the encoder alone"
$averral bench $out/polnear/text

title "Two processes against one"
mkdir -p $out/pile
for n in 1 2; do for f in $out/polnear/text/*.txt; do cp "$f" "$out/pile/$n-$(basename "$f")"; done; done
$python benchmarks/processes.py $out/pile

title "Memory over 20,000 documents"
$python benchmarks/memory.py

title "Cold start"
TIMEFORMAT='%R s'
for _ in 1 2 3; do printf 'averral --help   '; time $averral --help > /dev/null; done
for _ in 1 2 3; do printf 'first reading    '; time $averral extract corpus/dossiers/port-amaran/12-correction-meridian.txt > /dev/null; done

title "Wheel"
build/uv/bin/uv build --quiet --wheel --out-dir build/wheel 2> /dev/null || uv build --quiet --wheel --out-dir build/wheel
ls -l build/wheel/*.whl | awk '{printf "%.1f MB\n", $5 / 1e6}'
