#!/usr/bin/env bash
# Builds Countersign and an NSIS installer in an MSYS2 UCRT64 shell. Written from the packages' documentation and NOT
# TRIED on Windows yet; a report of what it needed is welcome.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if [[ ${MSYSTEM:-} != UCRT64 ]]; then
    echo "countersign: Start this from MSYS2's UCRT64 shell." >&2
    exit 1
fi

packages=(gcc cmake ninja ccache qt6-base qt6-svg qt6-tools qt6-5compat qca-qt6 openssl simdjson cli11 python
    python-jsonschema nsis)
pacman -S --needed --noconfirm "${packages[@]/#/mingw-w64-ucrt-x86_64-}"

cmake --preset release -DCOUNTERSIGN_TESTS=OFF -DPython3_EXECUTABLE="$(command -v python)"
cmake --build --preset release
cmake --install build/release --prefix build/windows
# Qt's plugins and the libraries the programs link; QCA's plugin is loaded by name, so it is copied by hand.
windeployqt6 --release build/windows/bin/countersign.exe build/windows/bin/countersign-cli.exe
mkdir -p build/windows/bin/crypto
cp /ucrt64/lib/qca-qt6/crypto/*qca-ossl.dll build/windows/bin/crypto/
cpack --config build/release/CPackConfig.cmake -G NSIS -B build \
    -D CPACK_INSTALL_CMAKE_PROJECTS= -D "CPACK_INSTALLED_DIRECTORIES=$PWD/build/windows;/"
