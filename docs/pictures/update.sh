#!/usr/bin/env bash
# Takes the pictures of the README anew, from the sample maps.
set -euo pipefail
cd "$(dirname "$0")/../.."

UPDATE_SNAPSHOTS=true cargo test --test window pictures
for pair in channel:channel jenin-2012-network-light:network jenin-2012-influence-light:influence \
    jenin-2012-matrix-light:matrix valley-training-levels-dark:valley-dark; do
    cp "tests/snapshots/${pair%:*}.png" "docs/pictures/${pair#*:}.png"
done
