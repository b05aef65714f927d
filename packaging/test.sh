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

wants() {
    [[ " ${checks[*]-} " == *" $1 "* ]]
}

# ctest counts programs; this counts the test functions inside them, and names the skipped ones.
count_functions() {
    awk '/^SKIP   : /{sub(/^SKIP   : /, ""); print "countersign: skipped " $0}
        /^Totals: /{passed += $2; failed += $4; skipped += $6; programs++}
        END {printf "countersign: %d Qt Test programs ran %d test functions: %d passed, %d failed, %d skipped.\n",
             programs, passed + failed + skipped, passed, failed, skipped}' "$root/build/$preset/Testing/Temporary/LastTest.log"
}

"$root/packaging/setup.sh" ${checks[@]+"${checks[@]}"}
export LC_ALL=${LC_ALL:-C.UTF-8}
corpora=$(realpath -m "${COUNTERSIGN_CORPORA:-$root/../shared/corpora}")

if wants --format; then check_format; fi
configure_and_build "$preset" -DCOUNTERSIGN_TESTS=ON -DCOUNTERSIGN_CORPORA="$(find "$corpora" -maxdepth 0 2>/dev/null || true)"
if wants --tidy; then check_tidy; fi
status=0
ctest --preset "$preset" --output-on-failure ${ctest_options[@]+"${ctest_options[@]}"} || status=$?
count_functions
if [[ ! -d $corpora ]]; then
    say "The public test vectors are not in $corpora, so what reads them was skipped; COUNTERSIGN_CORPORA names another place."
    [[ -z ${CI:-} ]] || fail "In CI a skipped test counts as a failed one."
fi
exit "$status"
