# shellcheck shell=bash
# What run.sh, test.sh and setup.sh share; sourced by each.
export PATH # an empty environment gives bash a path that its children would not see

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
dependencies=${COUNTERSIGN_DEPENDENCIES:-$root/build/dependencies}

say() {
    echo "countersign: $*"
}

fail() {
    echo "countersign: $*" >&2
    exit 1
}

# Shows what a command printed only when it failed. The first argument says what was being done.
quietly() {
    local what=$1 log=$root/build/last-step.log
    shift
    mkdir -p "$root/build"
    "$@" >"$log" 2>&1 </dev/null && return 0
    tail -n 40 "$log" >&2
    fail "$what failed; the whole output is in $log."
}

# configure_and_build PRESET [CMAKE OPTION]...
configure_and_build() {
    local preset=$1
    shift
    cd "$root" || exit 1
    # Python as the distribution packages it, whatever else stands in PATH: set-up gave it the modules we need.
    [[ ! -x /usr/bin/python3 ]] || set -- -DPython3_EXECUTABLE=/usr/bin/python3 "$@"
    quietly "Configuring the preset '$preset'" cmake --preset "$preset" -DCOUNTERSIGN_DEPENDENCIES="$dependencies" "$@"
    say "Building the preset '$preset' in build/$preset."
    if [[ -t 1 ]]; then
        cmake --build --preset "$preset"
    else
        cmake --build --preset "$preset" -- --quiet
    fi || fail "The build failed; the compiler's message is above."
}
