#!/usr/bin/env bash
# Sets the machine up, builds the fuzz targets of tests/fuzz with Clang 19 and runs them, two at a time.
#
#   packaging/fuzz.sh [TARGET]... [--runs N | --seconds S] [--seed N]
#
#   TARGET        a file of tests/fuzz without its ending: json, token, ...; all of them by default
#   --runs N      stop each after N executions
#   --seconds S   stop each after S seconds (60 by default)
#   --seed N      draw the same inputs every time; others every time by default
#
# What a run learns stays in build/fuzz/corpus and the next one starts from it. A finding is left in
# build/fuzz/findings; `build/fuzz/bin/fuzz_TARGET FILE` repeats it.
set -euo pipefail
# shellcheck source=common.sh source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

targets=()
limit=-max_total_time=60
seed=0
while [[ $# -gt 0 ]]; do
    case $1 in
        --runs | --seconds | --seed)
            [[ ${2:-} =~ ^[0-9]+$ ]] || fail "$1 needs a number; see the top of packaging/fuzz.sh."
            case $1 in
                --runs) limit=-runs=$2 ;;
                --seconds) limit=-max_total_time=$2 ;;
                --seed) seed=$2 ;;
            esac
            shift
            ;;
        --help | -h) sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" && exit 0 ;;
        -*) fail "fuzz.sh does not know '$1'; --help lists what it takes." ;;
        *) targets+=("$1") ;;
    esac
    shift
done

all_targets=()
for folder in "$root"/tests/fuzz/corpus/*/; do
    all_targets+=("$(basename "$folder")")
done
[[ ${#targets[@]} -gt 0 ]] || targets=("${all_targets[@]}")
for target in "${targets[@]}"; do
    [[ -f $root/tests/fuzz/$target.cpp ]] || fail "There is no fuzz target '$target'; there are: ${all_targets[*]}."
done

fuzz() {
    local target=$1 folder=$root/build/fuzz
    local log=$folder/logs/$target.log
    mkdir -p "$folder/corpus/$target" "$folder/findings" "$folder/logs"
    local status=0
    "$folder/bin/fuzz_$target" "$limit" "-seed=$seed" -max_len=4096 -timeout=300 -print_final_stats=1 \
        -artifact_prefix="$folder/findings/$target-" "$folder/corpus/$target" "$root/tests/fuzz/corpus/$target" \
        >"$log" 2>&1 </dev/null || status=$?
    if [[ $status -ne 0 ]]; then
        grep -a -m 5 -E 'broken promise|ERROR|SUMMARY|Test unit' "$log" >&2 || tail -n 20 "$log" >&2
        fail "The fuzz target '$target' found something; the whole output is in $log."
    fi
    say "$target: $(sed -n 's/^Done \(.*\)/\1/p' "$log"), no finding."
}

"$root/packaging/setup.sh" --fuzz
configure_and_build fuzz

# The vault's files are written anew for every input: in memory, where the system has a place for that.
[[ ! -d /dev/shm ]] || export TMPDIR=/dev/shm
export root limit seed
export -f fuzz say fail
printf '%s\n' "${targets[@]}" | xargs -P 2 -I TARGET bash -euo pipefail -c 'fuzz TARGET' ||
    fail "The fuzzing has findings; see above."
