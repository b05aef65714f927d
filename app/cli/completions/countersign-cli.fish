# Completion for countersign-cli. Made from the program's verbs by "countersign-cli completion"; do not edit.

# Prints where in the verbs the command line is: '', 'keys', 'keys P', 'keys rotate', ...
function __countersign_cli_place
    set -l first ''
    set -l place ''
    set -l property 0
    set -l skip 0
    for word in (commandline -opc)[2..]
        if test $skip = 1
            set skip 0
            continue
        end
        switch $word
            case --vault --passphrase-file
                set skip 1
                continue
            case '-*'
                continue
        end
        if test -z "$first"
            set first $word
            set place $word
        else if contains -- $first keys snippet; and test $property = 0
            set property 1
            set place "$first P"
        else if test "$place" = "$first"; or test "$place" = "$first P"
            set place "$first $word"
        end
    end
    echo $place
end

function __countersign_cli_at
    test (__countersign_cli_place) = "$argv[1]"
end

complete -c countersign-cli -f -n "__countersign_cli_at ''" -a mac
complete -c countersign-cli -f -n "__countersign_cli_at ''" -a jws
complete -c countersign-cli -f -n "__countersign_cli_at ''" -a jwt
complete -c countersign-cli -f -n "__countersign_cli_at ''" -a key
complete -c countersign-cli -f -n "__countersign_cli_at ''" -a vault
complete -c countersign-cli -f -n "__countersign_cli_at ''" -a bundle
complete -c countersign-cli -f -n "__countersign_cli_at ''" -a recipe
complete -c countersign-cli -f -n "__countersign_cli_at ''" -a property
complete -c countersign-cli -f -n "__countersign_cli_at ''" -a bin
complete -c countersign-cli -f -n "__countersign_cli_at ''" -a keys
complete -c countersign-cli -f -n "__countersign_cli_at ''" -a sign
complete -c countersign-cli -f -n "__countersign_cli_at ''" -a verify
complete -c countersign-cli -f -n "__countersign_cli_at ''" -a whose
complete -c countersign-cli -f -n "__countersign_cli_at ''" -a snippet
complete -c countersign-cli -f -n "__countersign_cli_at ''" -a activity
complete -c countersign-cli -f -n "__countersign_cli_at ''" -a completion
complete -c countersign-cli -f -n "__countersign_cli_at 'mac'" -a compute -d 'Compute the HMAC of a message: what vendors call the hash'
complete -c countersign-cli -n "__countersign_cli_at 'mac compute'" -l key-file -d 'the secret; a line break at the end of the file is not part of it' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'mac compute'" -l key-encoding -d 'read the file as a secret, its bytes written as' -x -a 'text hex base64'
complete -c countersign-cli -n "__countersign_cli_at 'mac compute'" -l key-passphrase-file -d 'the passphrase of an encrypted private key, on the first line' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'mac compute'" -l alg -d 'the hash under the HMAC' -x -a 'HS256 HS384 HS512'
complete -c countersign-cli -n "__countersign_cli_at 'mac compute'" -l encoding -d 'how the tag is written' -x -a 'hex base64 base64url'
complete -c countersign-cli -n "__countersign_cli_at 'mac compute'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'mac compute'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'mac compute'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'mac compute'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'mac compute'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'mac'" -a verify -d 'Check the HMAC of a message and say why it differs'
complete -c countersign-cli -n "__countersign_cli_at 'mac verify'" -l key-file -d 'the secret; a line break at the end of the file is not part of it' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'mac verify'" -l key-encoding -d 'read the file as a secret, its bytes written as' -x -a 'text hex base64'
complete -c countersign-cli -n "__countersign_cli_at 'mac verify'" -l key-passphrase-file -d 'the passphrase of an encrypted private key, on the first line' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'mac verify'" -l alg -d 'the hash under the HMAC' -x -a 'HS256 HS384 HS512'
complete -c countersign-cli -n "__countersign_cli_at 'mac verify'" -l encoding -d 'how the tag is written' -x -a 'hex base64 base64url'
complete -c countersign-cli -n "__countersign_cli_at 'mac verify'" -l tag -d 'the hash to check, as it was received' -x
complete -c countersign-cli -n "__countersign_cli_at 'mac verify'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'mac verify'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'mac verify'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'mac verify'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'mac verify'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'jws'" -a verify -d 'Check the signature over any payload and print the payload'
complete -c countersign-cli -n "__countersign_cli_at 'jws verify'" -l key-file -d 'a public or private key, a JWK, a JWK Set (kid chooses) or a secret' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'jws verify'" -l key-encoding -d 'read the file as a secret, its bytes written as' -x -a 'text hex base64'
complete -c countersign-cli -n "__countersign_cli_at 'jws verify'" -l key-passphrase-file -d 'the passphrase of an encrypted private key, on the first line' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'jws verify'" -l alg -d 'accept only this algorithm; those of the key when not given' -x -a 'HS256 HS384 HS512 RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA'
complete -c countersign-cli -n "__countersign_cli_at 'jws verify'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'jws verify'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'jws verify'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'jws verify'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'jws verify'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'jwt'" -a sign -d 'Sign claims and print the token'
complete -c countersign-cli -n "__countersign_cli_at 'jwt sign'" -l key-file -d 'a private key or a secret' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'jwt sign'" -l key-encoding -d 'read the file as a secret, its bytes written as' -x -a 'text hex base64'
complete -c countersign-cli -n "__countersign_cli_at 'jwt sign'" -l key-passphrase-file -d 'the passphrase of an encrypted private key, on the first line' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'jwt sign'" -l alg -d 'the algorithm; it must be one of the key'\''s' -x -a 'HS256 HS384 HS512 RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA'
complete -c countersign-cli -n "__countersign_cli_at 'jwt sign'" -l header -d 'the header'\''s members in order; typ JWT and alg when not given' -x
complete -c countersign-cli -n "__countersign_cli_at 'jwt sign'" -l kid -d 'the key id to put in the header' -x
complete -c countersign-cli -n "__countersign_cli_at 'jwt sign'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'jwt sign'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'jwt sign'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'jwt sign'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'jwt sign'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'jwt'" -a verify -d 'Check a token'\''s signature and claims, and say all that is wrong'
complete -c countersign-cli -n "__countersign_cli_at 'jwt verify'" -l key-file -d 'a public or private key, a JWK, a JWK Set (kid chooses) or a secret' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'jwt verify'" -l key-encoding -d 'read the file as a secret, its bytes written as' -x -a 'text hex base64'
complete -c countersign-cli -n "__countersign_cli_at 'jwt verify'" -l key-passphrase-file -d 'the passphrase of an encrypted private key, on the first line' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'jwt verify'" -l alg -d 'accept only this algorithm; those of the key when not given' -x -a 'HS256 HS384 HS512 RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA'
complete -c countersign-cli -n "__countersign_cli_at 'jwt verify'" -l issuer -d 'what iss must be' -x
complete -c countersign-cli -n "__countersign_cli_at 'jwt verify'" -l audience -d 'what aud must hold' -x
complete -c countersign-cli -n "__countersign_cli_at 'jwt verify'" -l clock-skew -d 'seconds by which two clocks may differ' -x
complete -c countersign-cli -n "__countersign_cli_at 'jwt verify'" -l now -d 'check as of this time: 2026-11-20T23:00:00Z, or seconds since 1970' -x
complete -c countersign-cli -n "__countersign_cli_at 'jwt verify'" -l allow-missing-expiration -d 'accept a token that never expires'
complete -c countersign-cli -n "__countersign_cli_at 'jwt verify'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'jwt verify'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'jwt verify'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'jwt verify'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'jwt verify'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'jwt'" -a decode -d 'Show what is in a token; needs no key and checks nothing'
complete -c countersign-cli -n "__countersign_cli_at 'jwt decode'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'jwt decode'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'jwt decode'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'jwt decode'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'jwt decode'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'key'" -a generate -d 'Make a key and write it to a file that only its owner can read'
complete -c countersign-cli -n "__countersign_cli_at 'key generate'" -l type -d 'the kind of key' -x -a 'rsa ec ed25519 hmac'
complete -c countersign-cli -n "__countersign_cli_at 'key generate'" -l bits -d 'rsa: 2048 (when not given), 3072 or 4096; hmac: 256 when not given' -x
complete -c countersign-cli -n "__countersign_cli_at 'key generate'" -l curve -d 'ec: the curve (P-256 when not given)' -x -a 'P-256 P-384 P-521'
complete -c countersign-cli -n "__countersign_cli_at 'key generate'" -l out -d 'the file to write' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'key generate'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'key generate'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'key generate'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'key generate'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'key generate'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'key'" -a public -d 'Print the public half of a key'
complete -c countersign-cli -n "__countersign_cli_at 'key public'" -l format -d 'how to write it' -x -a 'pem jwk'
complete -c countersign-cli -n "__countersign_cli_at 'key public'" -l key-passphrase-file -d 'the passphrase of an encrypted private key, on the first line' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'key public'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'key public'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'key public'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'key public'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'key public'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'key'" -a inspect -d 'Say what a key file holds: kind, size, fingerprint, weaknesses'
complete -c countersign-cli -n "__countersign_cli_at 'key inspect'" -l key-encoding -d 'read the file as a secret, its bytes written as' -x -a 'text hex base64'
complete -c countersign-cli -n "__countersign_cli_at 'key inspect'" -l key-passphrase-file -d 'the passphrase of an encrypted private key, on the first line' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'key inspect'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'key inspect'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'key inspect'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'key inspect'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'key inspect'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'vault'" -a create -d 'Make a new, empty vault'
complete -c countersign-cli -n "__countersign_cli_at 'vault create'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault create'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault create'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'vault create'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'vault create'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'vault'" -a info -d 'Show what a vault says about itself; needs no passphrase'
complete -c countersign-cli -n "__countersign_cli_at 'vault info'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault info'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault info'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'vault info'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'vault info'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'vault'" -a check -d 'Open every record, every key and the chain of activity'
complete -c countersign-cli -n "__countersign_cli_at 'vault check'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault check'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault check'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'vault check'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'vault check'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'vault'" -a passphrase -d 'Change the passphrase'
complete -c countersign-cli -n "__countersign_cli_at 'vault passphrase'" -l new-passphrase-file -d 'read the new passphrase from the first line; with "-" for both, the second line of standard input is the new one' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault passphrase'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault passphrase'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault passphrase'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'vault passphrase'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'vault passphrase'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'vault'" -a recovery-key -d 'Make a key to print and lock away, which opens the vault without the passphrase'
complete -c countersign-cli -n "__countersign_cli_at 'vault recovery-key create'" -l reveal -d 'print the recovery key on standard output'
complete -c countersign-cli -n "__countersign_cli_at 'vault recovery-key create'" -l recovery-key-out -d 'write the recovery key to a new file that only you can read; print it and delete the file' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault recovery-key create'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault recovery-key create'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault recovery-key create'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'vault recovery-key create'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'vault recovery-key create'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'vault'" -a recovery-key -d 'Let the passphrase alone open the vault'
complete -c countersign-cli -n "__countersign_cli_at 'vault recovery-key remove'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault recovery-key remove'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault recovery-key remove'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'vault recovery-key remove'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'vault recovery-key remove'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'vault'" -a recover -d 'Set a new passphrase with the recovery key'
complete -c countersign-cli -n "__countersign_cli_at 'vault recover'" -l recovery-key-file -d 'the recovery key is the file'\''s first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault recover'" -l new-passphrase-file -d 'read the new passphrase from the first line' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault recover'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault recover'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault recover'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'vault recover'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'vault recover'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'vault'" -a rekey -d 'Give the vault a new key and seal everything anew, for when an old copy may have leaked'
complete -c countersign-cli -n "__countersign_cli_at 'vault rekey'" -l yes -d 'do not ask whether it is meant'
complete -c countersign-cli -n "__countersign_cli_at 'vault rekey'" -l reveal -d 'print the recovery key on standard output'
complete -c countersign-cli -n "__countersign_cli_at 'vault rekey'" -l recovery-key-out -d 'write the recovery key to a new file that only you can read; print it and delete the file' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault rekey'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault rekey'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault rekey'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'vault rekey'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'vault rekey'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'vault'" -a backup -d 'Write a copy of the vault and open everything in it before it gets its name'
complete -c countersign-cli -n "__countersign_cli_at 'vault backup'" -l overwrite -d 'replace a file of that name'
complete -c countersign-cli -n "__countersign_cli_at 'vault backup'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault backup'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault backup'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'vault backup'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'vault backup'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'vault'" -a backups -d 'List the backups made by themselves; needs no passphrase'
complete -c countersign-cli -n "__countersign_cli_at 'vault backups'" -l folder -d 'where they are, when the console was told another place' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault backups'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault backups'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault backups'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'vault backups'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'vault backups'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'vault'" -a restore -d 'Take the properties over from a backup, after showing what changes'
complete -c countersign-cli -n "__countersign_cli_at 'vault restore'" -l yes -d 'do not ask whether it is meant'
complete -c countersign-cli -n "__countersign_cli_at 'vault restore'" -l preview -d 'only show what would change'
complete -c countersign-cli -n "__countersign_cli_at 'vault restore'" -l backup-passphrase-file -d 'the passphrase of a backup made before the vault was given a new key' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault restore'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault restore'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault restore'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'vault restore'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'vault restore'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'vault'" -a demo -d 'Make a vault of samples, with passphrase "demo", to try the rest on'
complete -c countersign-cli -n "__countersign_cli_at 'vault demo'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault demo'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'vault demo'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'vault demo'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'vault demo'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'bundle'" -a export -d 'Write chosen properties, with all their keys, to one encrypted file'
complete -c countersign-cli -n "__countersign_cli_at 'bundle export'" -l property -d 'a property to put in, by name or id' -x
complete -c countersign-cli -n "__countersign_cli_at 'bundle export'" -l all -d 'put every property in'
complete -c countersign-cli -n "__countersign_cli_at 'bundle export'" -l bundle-passphrase-file -d 'read the bundle'\''s passphrase from the first line' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'bundle export'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'bundle export'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'bundle export'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'bundle export'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'bundle export'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'bundle'" -a import -d 'Take properties and their keys over from a bundle, saying what each one changes'
complete -c countersign-cli -n "__countersign_cli_at 'bundle import'" -l property -d 'take only this property, by name or id' -x
complete -c countersign-cli -n "__countersign_cli_at 'bundle import'" -l on-conflict -d 'what to do with a property that is here already and differs' -x -a 'skip keep-both'
complete -c countersign-cli -n "__countersign_cli_at 'bundle import'" -l preview -d 'only show what would change'
complete -c countersign-cli -n "__countersign_cli_at 'bundle import'" -l bundle-passphrase-file -d 'read the bundle'\''s passphrase from the first line' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'bundle import'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'bundle import'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'bundle import'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'bundle import'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'bundle import'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'recipe'" -a list -d 'List the vendors'\'' schemes'
complete -c countersign-cli -n "__countersign_cli_at 'recipe list'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'recipe list'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'recipe list'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'recipe list'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'recipe list'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'recipe'" -a show -d 'Show a vendor'\''s scheme: fields, proofs, key, rotation, snippets'
complete -c countersign-cli -n "__countersign_cli_at 'recipe show'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'recipe show'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'recipe show'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'recipe show'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'recipe show'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'recipe'" -a check -d 'Check a recipe file against the rules and say where it breaks them'
complete -c countersign-cli -n "__countersign_cli_at 'recipe check'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'recipe check'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'recipe check'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'recipe check'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'recipe check'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'property'" -a add -d 'Add a property: one widget on one site'
complete -c countersign-cli -n "__countersign_cli_at 'property add'" -l recipe -d 'the vendor'\''s scheme, as "recipe list" prints it' -x
complete -c countersign-cli -n "__countersign_cli_at 'property add'" -l name -d 'what you call it' -x
complete -c countersign-cli -n "__countersign_cli_at 'property add'" -l environment -d 'Production, Staging, …' -x
complete -c countersign-cli -n "__countersign_cli_at 'property add'" -l platform -d 'Web, iOS, Android, …' -x
complete -c countersign-cli -n "__countersign_cli_at 'property add'" -l set -d 'a field of the recipe (see "recipe show"); an empty value clears it' -x
complete -c countersign-cli -n "__countersign_cli_at 'property add'" -l tag -d 'a tag to find it by; replaces the tags there were' -x
complete -c countersign-cli -n "__countersign_cli_at 'property add'" -l notes -d 'anything worth knowing; no secrets' -x
complete -c countersign-cli -n "__countersign_cli_at 'property add'" -l enforcement -d 'whether verification is switched on at the vendor' -x -a 'on off unknown'
complete -c countersign-cli -n "__countersign_cli_at 'property add'" -l rotate-after-days -d 'when to be reminded of rotating; 0 for never' -x
complete -c countersign-cli -n "__countersign_cli_at 'property add'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'property add'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'property add'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'property add'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'property add'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'property'" -a list -d 'List the properties'
complete -c countersign-cli -n "__countersign_cli_at 'property list'" -l search -d 'only those that contain every word of it' -x
complete -c countersign-cli -n "__countersign_cli_at 'property list'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'property list'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'property list'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'property list'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'property list'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'property'" -a show -d 'Show a property with the versions of its key'
complete -c countersign-cli -n "__countersign_cli_at 'property show'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'property show'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'property show'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'property show'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'property show'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'property'" -a edit -d 'Change a property; what is not named stays as it is'
complete -c countersign-cli -n "__countersign_cli_at 'property edit'" -l name -d 'what you call it' -x
complete -c countersign-cli -n "__countersign_cli_at 'property edit'" -l environment -d 'Production, Staging, …' -x
complete -c countersign-cli -n "__countersign_cli_at 'property edit'" -l platform -d 'Web, iOS, Android, …' -x
complete -c countersign-cli -n "__countersign_cli_at 'property edit'" -l set -d 'a field of the recipe (see "recipe show"); an empty value clears it' -x
complete -c countersign-cli -n "__countersign_cli_at 'property edit'" -l tag -d 'a tag to find it by; replaces the tags there were' -x
complete -c countersign-cli -n "__countersign_cli_at 'property edit'" -l notes -d 'anything worth knowing; no secrets' -x
complete -c countersign-cli -n "__countersign_cli_at 'property edit'" -l enforcement -d 'whether verification is switched on at the vendor' -x -a 'on off unknown'
complete -c countersign-cli -n "__countersign_cli_at 'property edit'" -l rotate-after-days -d 'when to be reminded of rotating; 0 for never' -x
complete -c countersign-cli -n "__countersign_cli_at 'property edit'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'property edit'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'property edit'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'property edit'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'property edit'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'property'" -a archive -d 'Put a property out of sight; it keeps its keys'
complete -c countersign-cli -n "__countersign_cli_at 'property archive'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'property archive'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'property archive'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'property archive'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'property archive'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'property'" -a restore -d 'Bring an archived property back'
complete -c countersign-cli -n "__countersign_cli_at 'property restore'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'property restore'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'property restore'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'property restore'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'property restore'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'property'" -a remove -d 'Move a property and its keys to the bin'
complete -c countersign-cli -n "__countersign_cli_at 'property remove'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'property remove'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'property remove'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'property remove'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'property remove'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'bin'" -a list -d 'Show the properties that were removed'
complete -c countersign-cli -n "__countersign_cli_at 'bin list'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'bin list'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'bin list'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'bin list'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'bin list'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'bin'" -a take-back -d 'Take a removed property out of the bin, with its keys'
complete -c countersign-cli -n "__countersign_cli_at 'bin take-back'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'bin take-back'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'bin take-back'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'bin take-back'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'bin take-back'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'bin'" -a delete -d 'Delete a removed property and its keys for good'
complete -c countersign-cli -n "__countersign_cli_at 'bin delete'" -l yes -d 'do not ask whether it is meant'
complete -c countersign-cli -n "__countersign_cli_at 'bin delete'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'bin delete'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'bin delete'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'bin delete'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'bin delete'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'bin'" -a empty -d 'Delete everything in the bin for good'
complete -c countersign-cli -n "__countersign_cli_at 'bin empty'" -l yes -d 'do not ask whether it is meant'
complete -c countersign-cli -n "__countersign_cli_at 'bin empty'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'bin empty'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'bin empty'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'bin empty'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'bin empty'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'keys P'" -a list -d 'List the versions of a property'\''s key, and what is doubtful about them'
complete -c countersign-cli -n "__countersign_cli_at 'keys list'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys list'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys list'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'keys list'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'keys list'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'keys P'" -a generate -d 'Make a key, where the customer makes it'
complete -c countersign-cli -n "__countersign_cli_at 'keys generate'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys generate'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys generate'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'keys generate'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'keys generate'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'keys P'" -a import -d 'Record a key that the vendor issued or that was made elsewhere'
complete -c countersign-cli -n "__countersign_cli_at 'keys import'" -l key-file -d 'the key; "-" reads standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys import'" -l key-encoding -d 'how a secret'\''s bytes are written in the file; without it, as the recipe says' -x -a 'text hex base64'
complete -c countersign-cli -n "__countersign_cli_at 'keys import'" -l key-passphrase-file -d 'the passphrase of an encrypted private key, on the first line' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys import'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys import'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys import'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'keys import'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'keys import'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'keys P'" -a rotate -d 'Put a new version to use; the old one still verifies'
complete -c countersign-cli -n "__countersign_cli_at 'keys rotate'" -l import -d 'the new key; "-" reads standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys rotate'" -l revoke-now -d 'revoke every older version at once, as after a leak'
complete -c countersign-cli -n "__countersign_cli_at 'keys rotate'" -l key-encoding -d 'how a secret'\''s bytes are written in the file; without it, as the recipe says' -x -a 'text hex base64'
complete -c countersign-cli -n "__countersign_cli_at 'keys rotate'" -l key-passphrase-file -d 'the passphrase of an encrypted private key, on the first line' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys rotate'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys rotate'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys rotate'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'keys rotate'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'keys rotate'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'keys P'" -a promote -d 'Make a version the one that signs; the current one becomes previous'
complete -c countersign-cli -n "__countersign_cli_at 'keys promote'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys promote'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys promote'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'keys promote'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'keys promote'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'keys P'" -a revoke -d 'Stop a version from verifying; it can still be named in a diagnosis'
complete -c countersign-cli -n "__countersign_cli_at 'keys revoke'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys revoke'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys revoke'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'keys revoke'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'keys revoke'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'keys P'" -a destroy -d 'Overwrite the key of a revoked or standby version for good'
complete -c countersign-cli -n "__countersign_cli_at 'keys destroy'" -l yes -d 'do not ask whether it is meant'
complete -c countersign-cli -n "__countersign_cli_at 'keys destroy'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys destroy'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys destroy'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'keys destroy'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'keys destroy'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'keys P'" -a export-public -d 'Print the public key as PEM, to be pasted at the vendor'
complete -c countersign-cli -n "__countersign_cli_at 'keys export-public'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys export-public'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys export-public'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'keys export-public'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'keys export-public'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'keys P'" -a export-private -d 'Take a private key or a secret out of the vault'
complete -c countersign-cli -n "__countersign_cli_at 'keys export-private'" -l out -d 'the file to write' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys export-private'" -l key-passphrase-file -d 'encrypt the private key with the passphrase on the first line' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys export-private'" -l reveal -d 'print the key on standard output instead'
complete -c countersign-cli -n "__countersign_cli_at 'keys export-private'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys export-private'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'keys export-private'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'keys export-private'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'keys export-private'" -l help -d 'print help'
complete -c countersign-cli -n "__countersign_cli_at 'sign'" -l user-id -d 'the visitor'\''s user id' -x
complete -c countersign-cli -n "__countersign_cli_at 'sign'" -l email -d 'the visitor'\''s e-mail' -x
complete -c countersign-cli -n "__countersign_cli_at 'sign'" -l name -d 'the visitor'\''s name' -x
complete -c countersign-cli -n "__countersign_cli_at 'sign'" -l field -d 'any other field of the visitor, as "recipe show" prints it' -x
complete -c countersign-cli -n "__countersign_cli_at 'sign'" -l claim -d 'a claim of your own, where the vendor takes them' -x
complete -c countersign-cli -n "__countersign_cli_at 'sign'" -l expires-in -d '90s, 30m, 1h or 7d from now, where the vendor takes it' -x
complete -c countersign-cli -n "__countersign_cli_at 'sign'" -l key-version -d 'the key version to sign with; the current one when not given' -x
complete -c countersign-cli -n "__countersign_cli_at 'sign'" -l proof -d 'which of the recipe'\''s proofs, where it has several; the first when not given' -x
complete -c countersign-cli -n "__countersign_cli_at 'sign'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'sign'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'sign'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'sign'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'sign'" -l help -d 'print help'
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l user-id -d 'the visitor'\''s user id' -x
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l email -d 'the visitor'\''s e-mail; helps to find the cause' -x
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l hash -d 'the hash; "-" reads standard input' -x
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l token -d 'the token; "-" reads standard input' -x
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l clock-skew -d 'seconds by which two clocks may differ' -x
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l report -d 'write a report for a ticket; JSON when FILE ends in .json; "-" prints it' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l proof -d 'which of the recipe'\''s proofs, where it has several; the first when not given' -x
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l csv -d 'check every row of a list; "-" reads standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l id-column -d 'the list'\''s column of user ids: its name, or its number from 1' -x
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l email-column -d 'the list'\''s column of e-mails' -x
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l hash-column -d 'the list'\''s column of hashes' -x
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l token-column -d 'the list'\''s column of tokens' -x
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l out -d 'write a CSV with line, verdict and causes of every row' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l threads -d 'how many threads check the list; as many as the processor has when not given' -x
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l delimiter -d 'what stands between two fields of the list; found by looking when not given' -x -a 'comma semicolon tab bar'
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l encoding -d 'the list'\''s encoding (latin-1: as windows-1252); found by looking when not given' -x -a 'utf-8 windows-1252 latin-1'
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l header -d 'whether the list'\''s first row names the columns; found by looking when not given' -x -a 'yes no'
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'verify'" -l help -d 'print help'
complete -c countersign-cli -n "__countersign_cli_at 'whose'" -l hash -d 'the hash; "-" reads standard input' -x
complete -c countersign-cli -n "__countersign_cli_at 'whose'" -l token -d 'the token; "-" reads standard input' -x
complete -c countersign-cli -n "__countersign_cli_at 'whose'" -l user-id -d 'the visitor'\''s user id' -x
complete -c countersign-cli -n "__countersign_cli_at 'whose'" -l email -d 'the visitor'\''s e-mail' -x
complete -c countersign-cli -n "__countersign_cli_at 'whose'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'whose'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'whose'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'whose'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'whose'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'snippet P'" -a list -d 'List the code there is for a property'\''s server and pages'
complete -c countersign-cli -n "__countersign_cli_at 'snippet list'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'snippet list'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'snippet list'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'snippet list'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'snippet list'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'snippet P'" -a show -d 'Print a snippet; it never holds the key'
complete -c countersign-cli -n "__countersign_cli_at 'snippet show'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'snippet show'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'snippet show'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'snippet show'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'snippet show'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'snippet P'" -a export -d 'Write every snippet into a folder; no existing file is overwritten'
complete -c countersign-cli -n "__countersign_cli_at 'snippet export'" -l out -d 'the folder, made when there is none' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'snippet export'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'snippet export'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'snippet export'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'snippet export'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'snippet export'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'activity'" -a list -d 'List who did what to which key version, newest first'
complete -c countersign-cli -n "__countersign_cli_at 'activity list'" -l property -d 'only of this property' -x
complete -c countersign-cli -n "__countersign_cli_at 'activity list'" -l kind -d 'only of this kind' -x -a 'vault-created vault-unlocked passphrase-changed property-added property-edited property-archived property-restored property-removed key-generated key-imported key-rotated key-promoted key-revoked key-destroyed secret-revealed secret-copied public-key-exported private-key-exported proof-made proof-verified proof-failed snippet-exported recovery-key-made recovery-key-removed vault-rekeyed vault-upgraded vault-restored backup-made property-taken-back property-deleted'
complete -c countersign-cli -n "__countersign_cli_at 'activity list'" -l limit -d 'at most so many' -x
complete -c countersign-cli -n "__countersign_cli_at 'activity list'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'activity list'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'activity list'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'activity list'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'activity list'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'activity'" -a check -d 'Check the chain of activity, and the records it speaks of, for tampering'
complete -c countersign-cli -n "__countersign_cli_at 'activity check'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'activity check'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'activity check'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'activity check'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'activity check'" -l help -d 'print help'
complete -c countersign-cli -f -n "__countersign_cli_at 'activity'" -a export -d 'Write the activity to a new file that only you can read'
complete -c countersign-cli -n "__countersign_cli_at 'activity export'" -l property -d 'only of this property' -x
complete -c countersign-cli -n "__countersign_cli_at 'activity export'" -l kind -d 'only of this kind' -x -a 'vault-created vault-unlocked passphrase-changed property-added property-edited property-archived property-restored property-removed key-generated key-imported key-rotated key-promoted key-revoked key-destroyed secret-revealed secret-copied public-key-exported private-key-exported proof-made proof-verified proof-failed snippet-exported recovery-key-made recovery-key-removed vault-rekeyed vault-upgraded vault-restored backup-made property-taken-back property-deleted'
complete -c countersign-cli -n "__countersign_cli_at 'activity export'" -l format -d 'of the file' -x -a 'csv json'
complete -c countersign-cli -n "__countersign_cli_at 'activity export'" -l out -d 'the file to write; "-" prints it' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'activity export'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'activity export'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'activity export'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'activity export'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'activity export'" -l help -d 'print help'
complete -c countersign-cli -n "__countersign_cli_at 'completion'" -l vault -d 'the vault; otherwise COUNTERSIGN_VAULT says which, or it is the console'\''s own' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'completion'" -l passphrase-file -d 'read the vault'\''s passphrase from the first line; "-" is standard input' -r -F
complete -c countersign-cli -n "__countersign_cli_at 'completion'" -l accept-older-copy -d 'open a vault although a newer state of it was seen on this computer'
complete -c countersign-cli -n "__countersign_cli_at 'completion'" -l json -d 'print one JSON document instead of text'
complete -c countersign-cli -n "__countersign_cli_at 'completion'" -l help -d 'print help'
