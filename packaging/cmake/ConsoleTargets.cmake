# The three kinds of target there are: a library per folder, a program, a test.
# A library's DEPENDS is the architecture: what is not listed cannot be linked.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

add_library(console_options INTERFACE)
target_include_directories(console_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(console_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400
    $<$<VERSION_GREATER_EQUAL:${Qt6_VERSION},6.5>:QT_WARN_DEPRECATED_UP_TO=0x060400>
    COUNTERSIGN_VERSION="${PROJECT_VERSION}")
if(MSVC)
    target_compile_options(console_options INTERFACE /W4 /permissive- /utf-8 $<$<BOOL:${COUNTERSIGN_WERROR}>:/WX>)
else()
    target_compile_options(console_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
        -fstack-protector-strong $<$<BOOL:${COUNTERSIGN_WERROR}>:-Werror>)
    if(COUNTERSIGN_SANITIZE)
        target_compile_options(console_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
        target_link_options(console_options INTERFACE -fsanitize=address,undefined)
    endif()
    if(COUNTERSIGN_FUZZ)
        target_compile_options(console_options INTERFACE
            -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
        target_link_options(console_options INTERFACE -fsanitize=address,undefined)
    endif()
endif()

function(console_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC console_options ${arg_DEPENDS} PRIVATE ${arg_PRIVATE_DEPENDS})
endfunction()

function(console_program name)
    cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE console_options ${arg_DEPENDS})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
endfunction()

# A libFuzzer program: `name`.cpp, its seeds in corpus/`name`. See tests/fuzz/README.md.
function(console_fuzz_target name)
    cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS" ${ARGN})
    console_program(fuzz_${name} SOURCES ${name}.cpp ${arg_SOURCES} DEPENDS ${arg_DEPENDS})
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    add_dependencies(fuzz_targets fuzz_${name})
endfunction()

# A test links only the module it tests. Every test runs without a display.
function(console_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;DEPENDS" ${ARGN})
    if(NOT arg_SOURCES)
        set(arg_SOURCES ${name}.cpp)
    endif()
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE console_options Qt6::Test ${arg_DEPENDS})
    target_compile_options(${name} PRIVATE ${COUNTERSIGN_TEST_FLAGS})
    target_compile_definitions(${name} PRIVATE
        COUNTERSIGN_CORPORA_DIR="${COUNTERSIGN_CORPORA}"
        COUNTERSIGN_TEST_DATA_DIR="${PROJECT_SOURCE_DIR}/tests/data"
        COUNTERSIGN_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        COUNTERSIGN_BINARY_DIR="${PROJECT_BINARY_DIR}")
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    if(COUNTERSIGN_SANITIZE)
        math(EXPR arg_TIMEOUT "4 * ${arg_TIMEOUT}")
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} ENVIRONMENT
        "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=qt.qpa.*=false;UBSAN_OPTIONS=print_stacktrace=1;NODE_PATH=${COUNTERSIGN_DEPENDENCIES}/npm/node_modules")
endfunction()
