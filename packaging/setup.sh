#!/usr/bin/env bash
# Installs what building, running and testing Countersign needs and this machine lacks. run.sh and test.sh call it;
# when nothing is missing it says nothing and touches no network.
#
#   packaging/setup.sh [--format] [--tidy]     also what `test.sh --format` and `test.sh --tidy` need
#   packaging/setup.sh --fuzz                  also what fuzz.sh needs
#   packaging/setup.sh --packages              name the packages for every system we know, install nothing
set -euo pipefail
# shellcheck source=common.sh source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

build_packages=(g++ cmake ninja-build ccache qt6-base-dev qt6-svg-dev qt6-l10n-tools qt6-tools-dev qt6-tools-dev-tools
    libqt6sql6-sqlite libssl-dev libsimdjson-dev libcli11-dev libkainjow-mustache-dev libzxcvbn-dev
    qtkeychain-qt6-dev libsecret-1-0 python3 python3-jsonschema)
display_packages=(qt6-wayland xvfb xauth fonts-noto-core fonts-noto-mono)
test_packages=(openssl dbus-daemon gnome-keyring php-cli python3-cryptography strace)

name_packages() {
    cat <<'TEXT'
Countersign is built with these packages; packaging/setup.sh installs them itself on Debian 12 and 13 only.
Debian 13, Ubuntu 24.04 or later (apt install):
  g++ cmake ninja-build ccache qt6-base-dev qt6-svg-dev qt6-l10n-tools qt6-tools-dev qt6-tools-dev-tools
  libqt6sql6-sqlite qt6-wayland libqca-qt6-dev libqca-qt6-plugins libssl-dev libsimdjson-dev libcli11-dev
  libkainjow-mustache-dev libzxcvbn-dev qtkeychain-qt6-dev libsecret-1-0 python3 python3-jsonschema
  for the tests: openssl dbus-daemon gnome-keyring php-cli python3-cryptography strace nodejs npm xvfb xauth fonts-noto-core fonts-noto-mono
Fedora (dnf install):
  gcc-c++ cmake ninja-build ccache qt6-qtbase-devel qt6-qtsvg-devel qt6-qttools-devel qt6-qtwayland qca-qt6-devel qca-qt6-ossl
  openssl-devel simdjson-devel cli11-devel zxcvbn-c-devel qtkeychain-qt6-devel libsecret python3 python3-jsonschema
  for the tests: openssl dbus-daemon gnome-keyring php-cli python3-cryptography strace nodejs npm xorg-x11-server-Xvfb xorg-x11-xauth google-noto-sans-fonts
Homebrew (brew install):
  cmake ninja ccache qtbase qtsvg qttools qca qtkeychain openssl@3 simdjson cli11 python node php
MSYS2, UCRT64 shell (pacman -S, each with the prefix mingw-w64-ucrt-x86_64-):
  gcc cmake ninja ccache qt6-base qt6-svg qt6-tools qca-qt6 qtkeychain-qt6 openssl simdjson cli11 python python-jsonschema nodejs
Not packaged there as far as we know; install them from source into a folder that CMAKE_PREFIX_PATH names:
  kainjow/mustache.hpp, one header of github.com/kainjow/Mustache (Fedora, Homebrew, MSYS2)
  zxcvbn.h and its library, from github.com/tsyrogit/zxcvbn-c (Homebrew, MSYS2)
TEXT
}

is_missing() {
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) != installed ]]
}

as_root() {
    if [[ $EUID -eq 0 ]]; then "$@"; else sudo "$@"; fi
}

install_packages() {
    local package missing=()
    for package in "$@"; do
        if is_missing "$package"; then
            missing+=("$package")
        fi
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    [[ $EUID -eq 0 ]] || command -v sudo >/dev/null ||
        fail "These packages are missing and installing them needs root or sudo: ${missing[*]}."
    say "Installing ${#missing[@]} packages: ${missing[*]}."
    local log=$root/build/setup.log
    mkdir -p "$root/build"
    # An unrelated source that cannot be read must not stop us: whether the packages come is what counts.
    as_root apt-get -qq update >"$log" 2>&1 || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}" \
        >>"$log" 2>&1 </dev/null ||
        fail "Some packages could not be installed; check the network and the end of $log, then run this again."
}

node_is_recent() {
    command -v node >/dev/null && [[ $(node --version) =~ ^v([0-9]+) ]] && ((BASH_REMATCH[1] >= 18))
}

install_peers() {
    local folder=$dependencies/npm lock=$root/tests/support/npm/package-lock.json
    cmp -s "$lock" "$folder/installed-lock.json" && return 0
    say "Installing the npm packages the tests compare with (once)."
    rm -rf "$folder"
    mkdir -p "$folder"
    cp "$root/tests/support/npm/package.json" "$lock" "$folder"
    quietly "Installing jsonwebtoken, jose and crypto-js from the npm registry" \
        npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --no-update-notifier
    cp "$lock" "$folder/installed-lock.json"
}

require_commands() {
    local command missing=()
    for command in cmake ninja python3 openssl php node npm; do
        command -v "$command" >/dev/null || missing+=("$command")
    done
    [[ ${#missing[@]} -eq 0 ]] && return 0
    name_packages >&2
    fail "This system is not one that set-up can install on, and ${missing[*]} cannot be found; install the packages above."
}

packages=("${build_packages[@]}" "${display_packages[@]}" "${test_packages[@]}")
for argument in "$@"; do
    case $argument in
        --format) packages+=(clang-format-19) ;;
        --tidy) packages+=(clang-tidy-19) ;;
        --fuzz) packages+=(clang-19 libclang-rt-19-dev) ;;
        --packages) name_packages && exit 0 ;;
        *) fail "setup.sh does not know '$argument'; it takes --format, --tidy, --fuzz or --packages." ;;
    esac
done

system=$(uname -s)
if [[ -r /etc/os-release ]]; then
    # shellcheck disable=SC1091 # not ours
    system=$(. /etc/os-release && echo "${ID:-} ${VERSION_ID:-}")
fi
case $system in
    "debian 12") packages+=(qt6-5compat-dev dpkg-dev) ;;
    "debian 13") packages+=(libqca-qt6-dev libqca-qt6-plugins) ;;
    *) require_commands ;;
esac
if [[ $system == "debian 12" || $system == "debian 13" ]]; then
    node_is_recent || packages+=(nodejs)
    command -v npm >/dev/null || packages+=(npm)
    install_packages "${packages[@]}"
fi
if [[ $system == "debian 12" ]]; then
    "$root/packaging/linux/build-qca.sh"
fi
install_peers
