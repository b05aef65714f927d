# Writes what `countersign-cli completion` prints into the files that are installed.
foreach(pair man=countersign-cli.1 bash=completions/countersign-cli.bash zsh=completions/_countersign-cli
        fish=completions/countersign-cli.fish)
    string(REPLACE "=" ";" pair "${pair}")
    list(GET pair 0 kind)
    list(GET pair 1 file)
    execute_process(COMMAND "${PROGRAM}" completion ${kind} OUTPUT_FILE "${FOLDER}/${file}" COMMAND_ERROR_IS_FATAL ANY)
endforeach()
