#!/usr/bin/env bash
# Sets the machine up, builds the console and opens it. Arguments are passed on to the console.
#
# With no display it runs the same program on a virtual one, where it walks the main job on the demo vault and leaves
# screenshots in build/screenshots.
set -euo pipefail
# shellcheck source=common.sh source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

"$root/packaging/setup.sh"
configure_and_build release -DCOUNTERSIGN_TESTS=OFF
console=$root/build/release/bin/countersign

if [[ $(uname -s) != Linux || -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; then
    exec "$console" "$@"
fi

screenshots=$root/build/screenshots
rm -rf "$screenshots"
mkdir -p "$screenshots"
# Qt wants a private folder for sockets, which a login would have made.
export XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$root/build/runtime}
install -d -m 700 "$XDG_RUNTIME_DIR"
say "There is no display, so the console walks the main job on a virtual one."
QT_QPA_PLATFORM=xcb xvfb-run --auto-servernum --server-args="-screen 0 1440x900x24" \
    "$console" --tour "$screenshots" "$@" </dev/null || fail "The console stopped with an error; its message is above."
say "The screenshots of the main job are in $screenshots."
