#!/usr/bin/env bash
# Installs the peers: a virtual environment in target/peers/venv, and, where apt can, graph-tool, which pip does not have.
set -euo pipefail
cd "$(dirname "$0")/../.."

python3 -m venv target/peers/venv
target/peers/venv/bin/pip install --quiet --requirement benches/peers/requirements.txt

if ! /usr/bin/python3 -c 'import graph_tool' 2>/dev/null; then
    apt-get install --yes --no-install-recommends python3-graph-tool ||
        echo "graph-tool is not installed: its rows will be missing" >&2
fi
