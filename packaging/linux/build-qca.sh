#!/usr/bin/env bash
# Builds QCA for Qt 6 where the distribution packages it for Qt 5 only (Debian 12): from the distribution's own
# source package, fetched and verified by apt, into a folder of the build.
#
# The library is shared, as in the distributions that do package it, and so is its OpenSSL plugin: QCA finds it
# through the folder compiled into the library, so a program needs no environment variable. That folder is an
# absolute path, which is why the stamp names the prefix: a moved checkout builds again.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
dependencies=${COUNTERSIGN_DEPENDENCIES:-$root/build/dependencies}
mkdir -p "$dependencies"
dependencies=$(cd "$dependencies" && pwd)
prefix=$dependencies/qca
work=$dependencies/qca-build
stamp=$prefix/built-from

fail() {
    echo "countersign: $*" >&2
    exit 1
}

[[ -f $stamp && $(sed -n 2p "$stamp") == "$prefix" ]] && exit 0

for tool in apt-get dpkg-source cmake ninja g++; do
    command -v "$tool" >/dev/null || fail "$tool is missing; run packaging/setup.sh, which installs it."
done

# A list of our own, so that neither the system's lists nor its configuration change. Where it points and which key
# signs it is whatever this machine's own apt uses for its release.
rm -rf "$work"
mkdir -p "$work/lists/partial" "$work/source"
# shellcheck disable=SC1091 # part of every system with apt
codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
entry=$(apt-get indextargets --no-release-info --format "\$(SITE)|\$(SOURCESENTRY)" \
    'Created-By: Packages' 'Component: main' "Release: $codename" | head -n 1)
[[ -n $entry ]] || fail "apt on this machine has no source for '$codename main', so QCA's source cannot be found."
uri=${entry%%|*}
configuration=${entry#*|}
configuration=${configuration%:*}
signed_by=$(sed -nE 's/^Signed-By:[[:space:]]*(\/[^[:space:]]+).*/\1/p; s/.*signed-by=([^] ]+).*/\1/p' "$configuration" | head -n 1)

apt() {
    apt-get -qq -o Dir::Etc::sourcelist="$work/qca.sources" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User=root "$@"
}

fetch_source() {
    local suite
    for suite in sid trixie bookworm; do
        printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: main\n' "$uri" "$suite" >"$work/qca.sources"
        [[ -z $signed_by ]] || echo "Signed-By: $signed_by" >>"$work/qca.sources"
        apt update >>"$work/apt.log" 2>&1 || continue
        (cd "$work/source" && apt source "qca2/$suite") >>"$work/apt.log" 2>&1 && return 0
    done
    return 1
}

echo "countersign: Fetching QCA's source package from this machine's Debian mirror."
fetch_source || fail "QCA's source package could not be fetched; check the network, then see $work/apt.log."
source=$(find "$work/source" -mindepth 1 -maxdepth 1 -type d -name 'qca2-*')
version=$(cd "$source" && dpkg-parsechangelog -S Version)

echo "countersign: Building QCA $version for Qt 6 (about a minute, once)."
rm -rf "$prefix"
{
    cmake -S "$source" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$prefix" \
        -DBUILD_WITH_QT6=ON -DBUILD_TESTS=OFF -DBUILD_TOOLS=OFF -DBUILD_PLUGINS=ossl
    cmake --build "$work/build" --parallel "${COUNTERSIGN_JOBS:-$(nproc)}"
    cmake --install "$work/build"
} >"$work/build.log" 2>&1 || fail "QCA $version did not build; the reason is at the end of $work/build.log."

printf '%s\n%s\n' "$version" "$prefix" >"$stamp"
rm -rf "$work"
