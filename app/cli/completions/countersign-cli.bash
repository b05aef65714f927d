# Completion for countersign-cli. Made from the program's verbs by "countersign-cli completion"; do not edit.

_countersign_cli()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
    local path='' first='' words='' options='' word i skip=0 property=0
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((skip)); then skip=0; continue; fi
        case $word in
            --vault|--passphrase-file) skip=1; continue ;;
            -*) continue ;;
        esac
        if [[ -z $first ]]; then
            first=$word
            path=$word
        elif [[ ($first == keys || $first == snippet) && $property -eq 0 ]]; then
            property=1
        elif [[ $path == "$first" ]]; then
            path="$first $word"
        fi
    done
    case $previous in
        --key-file|--key-passphrase-file|--vault|--passphrase-file|--out|--new-passphrase-file|--recovery-key-out|--recovery-key-file|--folder|--backup-passphrase-file|--bundle-passphrase-file|--import|--report|--csv) COMPREPLY=($(compgen -f -- "$current")); return ;;
    esac
    case $path in
        '') words='mac jws jwt key vault bundle recipe property bin keys sign verify whose snippet activity completion' ;;
        'mac') words='compute verify' ;;
        'jws') words='verify' ;;
        'jwt') words='sign verify decode' ;;
        'key') words='generate public inspect' ;;
        'vault') words='create info check passphrase recovery-key recovery-key recover rekey backup backups restore demo' ;;
        'bundle') words='export import' ;;
        'recipe') words='list show check' ;;
        'property') words='add list show edit archive restore remove' ;;
        'bin') words='list take-back delete empty' ;;
        'keys') words='list generate import rotate promote revoke destroy export-public export-private' ;;
        'sign') words='' ;;
        'verify') words='' ;;
        'whose') words='' ;;
        'snippet') words='list show export' ;;
        'activity') words='list check export' ;;
        'completion') words='' ;;
        *) : ;;
    esac
    case $path in
        'mac compute')
            options='--key-file --key-encoding --key-passphrase-file --alg --encoding --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                --key-encoding) words='text hex base64' ;;
                --alg) words='HS256 HS384 HS512' ;;
                --encoding) words='hex base64 base64url' ;;
                *) : ;;
            esac
            ;;
        'mac verify')
            options='--key-file --key-encoding --key-passphrase-file --alg --encoding --tag --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                --key-encoding) words='text hex base64' ;;
                --alg) words='HS256 HS384 HS512' ;;
                --encoding) words='hex base64 base64url' ;;
                *) : ;;
            esac
            ;;
        'jws verify')
            options='--key-file --key-encoding --key-passphrase-file --alg --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                --key-encoding) words='text hex base64' ;;
                --alg) words='HS256 HS384 HS512 RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA' ;;
                *) : ;;
            esac
            ;;
        'jwt sign')
            options='--key-file --key-encoding --key-passphrase-file --alg --header --kid --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                --key-encoding) words='text hex base64' ;;
                --alg) words='HS256 HS384 HS512 RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA' ;;
                *) : ;;
            esac
            ;;
        'jwt verify')
            options='--key-file --key-encoding --key-passphrase-file --alg --issuer --audience --clock-skew --now --allow-missing-expiration --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                --key-encoding) words='text hex base64' ;;
                --alg) words='HS256 HS384 HS512 RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA' ;;
                *) : ;;
            esac
            ;;
        'jwt decode')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'key generate')
            options='--type --bits --curve --out --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                --type) words='rsa ec ed25519 hmac' ;;
                --curve) words='P-256 P-384 P-521' ;;
                *) : ;;
            esac
            ;;
        'key public')
            options='--format --key-passphrase-file --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                --format) words='pem jwk' ;;
                *) : ;;
            esac
            ;;
        'key inspect')
            options='--key-encoding --key-passphrase-file --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                --key-encoding) words='text hex base64' ;;
                *) : ;;
            esac
            ;;
        'vault create')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'vault info')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'vault check')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'vault passphrase')
            options='--new-passphrase-file --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'vault recovery-key create')
            options='--reveal --recovery-key-out --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'vault recovery-key remove')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'vault recover')
            options='--recovery-key-file --new-passphrase-file --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'vault rekey')
            options='--yes --reveal --recovery-key-out --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'vault backup')
            options='--overwrite --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'vault backups')
            options='--folder --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'vault restore')
            options='--yes --preview --backup-passphrase-file --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'vault demo')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'bundle export')
            options='--property --all --bundle-passphrase-file --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'bundle import')
            options='--property --on-conflict --preview --bundle-passphrase-file --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                --on-conflict) words='skip keep-both' ;;
                *) : ;;
            esac
            ;;
        'recipe list')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'recipe show')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'recipe check')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'property add')
            options='--recipe --name --environment --platform --set --tag --notes --enforcement --rotate-after-days --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                --enforcement) words='on off unknown' ;;
                *) : ;;
            esac
            ;;
        'property list')
            options='--search --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'property show')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'property edit')
            options='--name --environment --platform --set --tag --notes --enforcement --rotate-after-days --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                --enforcement) words='on off unknown' ;;
                *) : ;;
            esac
            ;;
        'property archive')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'property restore')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'property remove')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'bin list')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'bin take-back')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'bin delete')
            options='--yes --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'bin empty')
            options='--yes --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'keys list')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'keys generate')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'keys import')
            options='--key-file --key-encoding --key-passphrase-file --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                --key-encoding) words='text hex base64' ;;
                *) : ;;
            esac
            ;;
        'keys rotate')
            options='--import --revoke-now --key-encoding --key-passphrase-file --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                --key-encoding) words='text hex base64' ;;
                *) : ;;
            esac
            ;;
        'keys promote')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'keys revoke')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'keys destroy')
            options='--yes --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'keys export-public')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'keys export-private')
            options='--out --key-passphrase-file --reveal --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'sign')
            options='--user-id --email --name --field --claim --expires-in --key-version --proof --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'verify')
            options='--user-id --email --hash --token --clock-skew --report --proof --csv --id-column --email-column --hash-column --token-column --out --threads --delimiter --encoding --header --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                --delimiter) words='comma semicolon tab bar' ;;
                --encoding) words='utf-8 windows-1252 latin-1' ;;
                --header) words='yes no' ;;
                *) : ;;
            esac
            ;;
        'whose')
            options='--hash --token --user-id --email --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'snippet list')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'snippet show')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'snippet export')
            options='--out --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'activity list')
            options='--property --kind --limit --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                --kind) words='vault-created vault-unlocked passphrase-changed property-added property-edited property-archived property-restored property-removed key-generated key-imported key-rotated key-promoted key-revoked key-destroyed secret-revealed secret-copied public-key-exported private-key-exported proof-made proof-verified proof-failed snippet-exported recovery-key-made recovery-key-removed vault-rekeyed vault-upgraded vault-restored backup-made property-taken-back property-deleted' ;;
                *) : ;;
            esac
            ;;
        'activity check')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        'activity export')
            options='--property --kind --format --out --vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                --kind) words='vault-created vault-unlocked passphrase-changed property-added property-edited property-archived property-restored property-removed key-generated key-imported key-rotated key-promoted key-revoked key-destroyed secret-revealed secret-copied public-key-exported private-key-exported proof-made proof-verified proof-failed snippet-exported recovery-key-made recovery-key-removed vault-rekeyed vault-upgraded vault-restored backup-made property-taken-back property-deleted' ;;
                --format) words='csv json' ;;
                *) : ;;
            esac
            ;;
        'completion')
            options='--vault --passphrase-file --accept-older-copy --json --help'
            case $previous in
                *) : ;;
            esac
            ;;
        *) options='--vault --passphrase-file --json --help --version' ;;
    esac
    if [[ ($path == keys || $path == snippet) && $property -eq 0 ]]; then
        words=''
        [[ $current == -* ]] || return # only the vault knows the properties, and it is locked
    fi
    if [[ $current == -* ]]; then
        words=$options
    elif [[ -z $words ]]; then
        COMPREPLY=($(compgen -f -- "$current"))
        return
    fi
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o filenames -F _countersign_cli countersign-cli
