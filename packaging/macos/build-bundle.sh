#!/usr/bin/env bash
# Builds Countersign and a disk image on macOS with Homebrew. Written from the packages' documentation and NOT TRIED on a
# Mac yet; a report of what it needed is welcome. The image is not signed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if ! command -v brew >/dev/null; then
    echo "countersign: Homebrew is needed and was not found." >&2
    exit 1
fi

for package in cmake ninja ccache qtbase qtsvg qttools qca openssl@3 simdjson cli11 python; do
    brew list "$package" >/dev/null 2>&1 || brew install "$package"
done

cmake --preset release -DCOUNTERSIGN_TESTS=OFF \
    -DCMAKE_PREFIX_PATH="$(brew --prefix);$(brew --prefix openssl@3)"
cmake --build --preset release
cpack --config build/release/CPackConfig.cmake -G DragNDrop -B build
