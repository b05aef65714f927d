#!/usr/bin/env python3
"""Commits the mistakes people make in a shell, with the programs openssl, sha256sum and base64, and writes
openssl_cases.json beside it. Python only runs the commands."""

import json
import subprocess
from pathlib import Path

KEY, USER, EMAIL = "f1e2d3c4b5a697887960514233241506f7e8d9ca", "acct-3307", "ana.silva@example.com"
rows = []


def run(command, causes, user=USER, version=1, **more):
    environment = {"KEY": KEY, "USER_ID": user, "EMAIL": EMAIL, "PATH": "/usr/bin:/bin"}
    output = subprocess.run(["bash", "-c", command], env=environment, capture_output=True, text=True, check=True).stdout
    rows.append({"name": command, "userId": user, "email": EMAIL, "proof": output, "verdict": "failed", "keyVersion": version,
                 "causes": causes, **more})


BARE = "| sed 's/^.*= //' | tr -d '\\n'"
run(f'echo "$USER_ID" | openssl dgst -sha256 -hmac "$KEY" {BARE}', ["IDV-MESSAGE-LINEBREAK"])
run(f'echo "$EMAIL" | openssl dgst -sha256 -hmac "$KEY" {BARE}', ["IDV-MESSAGE-EMAIL", "IDV-MESSAGE-LINEBREAK"])
run(f'printf %s "$EMAIL" | openssl dgst -sha256 -hmac "$KEY" {BARE}', ["IDV-MESSAGE-EMAIL", "IDV-MESSAGE-OTHER-CALL"])
run(f'printf %s "$KEY" | openssl dgst -sha256 -hmac "$USER_ID" {BARE}', ["IDV-ARGUMENTS-SWAPPED"])
run(f'printf %s "$USER_ID" | openssl dgst -sha256 -mac HMAC -macopt hexkey:"$KEY" {BARE}', ["IDV-KEY-HEX-DECODED"])
run(f'printf %s "$USER_ID" | openssl dgst -sha1 -hmac "$KEY" {BARE}', ["IDV-OTHER-HASH"])
run(f'printf %s "$USER_ID" | openssl dgst -sha384 -hmac "$KEY" {BARE}', ["IDV-OTHER-HASH"])
run(f'printf %s "$USER_ID" | openssl dgst -sha512 -hmac "$KEY" {BARE}', ["IDV-OTHER-HASH"])
run(f'printf %s "$USER_ID" | openssl dgst -sha256 {BARE}', ["IDV-PLAIN-HASH"], version=None)
run(f'printf %s "$KEY$USER_ID" | openssl dgst -sha256 {BARE}', ["IDV-PLAIN-HASH"])
run(f'printf %s "$USER_ID" | openssl dgst -sha256 -hmac "" {BARE}', ["IDV-KEY-EMPTY"], version=None)
run(f"printf %s \"$USER_ID\" | openssl dgst -sha256 -hmac '$KEY' {BARE}", ["IDV-KEY-VARIABLE-NAME"], version=None)
run(f'printf %s "$USER_ID" | openssl dgst -sha256 -hmac "$KEY " {BARE}', ["IDV-KEY-WHITESPACE"])
run(f'printf %s "$USER_ID" | openssl dgst -sha256 -hmac "$(printf %s "$KEY" | base64 -w0)" {BARE}', ["IDV-KEY-ENCODED"])
run(f'printf %s "$MISSING" | openssl dgst -sha256 -hmac "$KEY" {BARE}', ["IDV-MESSAGE-EMPTY"])
run('printf %s "$USER_ID" | openssl dgst -sha256 -hmac "$KEY"', ["IDV-TAG-WRAPPED"])
run('printf %s "$USER_ID" | openssl dgst -sha256 -hmac "$KEY" -binary | base64', ["IDV-TAG-WHITESPACE", "IDV-TAG-BASE64"])
run('printf %s "$USER_ID" | openssl dgst -sha256 -hmac "$KEY" -binary | base64 -w0', ["IDV-TAG-BASE64"])
run(f'printf %s "$USER_ID" | openssl dgst -sha256 -hmac "$KEY" -c {BARE}', ["IDV-TAG-WRAPPED"])
run(f'printf %s "$USER_ID" | openssl dgst -sha256 -hmac "$KEY" {BARE} | base64 -w0', ["IDV-TAG-BASE64-OF-HEX"])
run(f'printf %s "$USER_ID" | openssl dgst -sha256 -hmac "$KEY" {BARE} | head -c 40', ["IDV-TAG-TRUNCATED"])
run(f'printf %s "$USER_ID" | openssl dgst -sha256 -hmac "$KEY" {BARE} | tr a-f A-F', ["IDV-TAG-UPPERCASE"])
run('printf %s "$KEY$USER_ID" | sha256sum', ["IDV-TAG-WRAPPED", "IDV-PLAIN-HASH"], unordered=True)

document = {"keys": [{"version": 1, "status": "current", "secret": KEY}], "rows": rows}
Path(__file__).with_name("openssl_cases.json").write_text(json.dumps(document, indent=1) + "\n")
print(len(rows), "rows")
