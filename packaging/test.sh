#!/usr/bin/env bash
# Sets the machine up, builds everything with warnings as errors and runs every test.
#
#   packaging/test.sh [--preset NAME] [--format] [--tidy] [--junit FILE]
#
#   --preset NAME   a preset of CMakePresets.json: ci (the default), asan, dev or release
#   --format        also check the formatting, with clang-format 19
#   --tidy          also run clang-tidy 19 over every source file (takes a while)
#   --junit FILE    also write the results as JUnit XML
set -euo pipefail
# shellcheck source=common.sh source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

preset=ci
checks=()
ctest_options=()
while [[ $# -gt 0 ]]; do
    case $1 in
        --preset | --junit)
            [[ $# -ge 2 ]] || fail "$1 needs a value; see the top of packaging/test.sh."
            if [[ $1 == --preset ]]; then preset=$2; else ctest_options+=(--output-junit "$(realpath -m "$2")"); fi
            shift
            ;;
        --format | --tidy) checks+=("$1") ;;
        --help | -h) sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" && exit 0 ;;
        *) fail "test.sh does not know '$1'; --help lists what it takes." ;;
    esac
    shift
done

check_format() {
    local files
    files=$(git -C "$root" ls-files -- 'core/*.h' 'core/*.cpp' 'ui/*.h' 'ui/*.cpp' 'app/*.h' 'app/*.cpp' 'tests/*.h' 'tests/*.cpp')
    say "Checking the formatting of $(wc -l <<<"$files") files."
    (cd "$root" && xargs clang-format-19 --dry-run --Werror <<<"$files") ||
        fail "The files named above are not formatted; run clang-format-19 -i on them."
}

check_tidy() {
    say "Running clang-tidy over the sources."
    # The compiler is g++; what only g++ understands is not clang's business.
    run-clang-tidy-19 -quiet -p "$root/build/$preset" -extra-arg=-Wno-unknown-warning-option \
        "^$root/(core|ui|app)/.*\.cpp$" 2>/dev/null || fail "clang-tidy has something to say; see above."
}

# How many test functions ran inside the test programs that ctest counts.
count_functions() {
    awk '/^Totals: /{passed += $2; failed += $4; skipped += $6; programs++}
        END {printf "countersign: %d Qt Test programs ran %d test functions: %d passed, %d failed, %d skipped.\n",
             programs, passed + failed + skipped, passed, failed, skipped}' "$root/build/$preset/Testing/Temporary/LastTest.log"
}

"$root/packaging/setup.sh" ${checks[@]+"${checks[@]}"}
export LC_ALL=${LC_ALL:-C.UTF-8}
corpora=${COUNTERSIGN_CORPORA:-$root/../shared/corpora}
options=(-DCOUNTERSIGN_TESTS=ON)
if [[ -d $corpora ]]; then
    options+=("-DCOUNTERSIGN_CORPORA=$(cd "$corpora" && pwd)")
else
    say "The public test vectors are not at $corpora, so the tests that read them are skipped; COUNTERSIGN_CORPORA names another place."
fi

[[ " ${checks[*]-} " != *" --format "* ]] || check_format
configure_and_build "$preset" "${options[@]}"
[[ " ${checks[*]-} " != *" --tidy "* ]] || check_tidy
status=0
ctest --preset "$preset" --output-on-failure ${ctest_options[@]+"${ctest_options[@]}"} || status=$?
count_functions
exit "$status"
