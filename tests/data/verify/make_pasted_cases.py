#!/usr/bin/env python3
"""Writes pasted_cases.json: hashes and tokens with what comes along when somebody copies them out of code, pages and
tools, or types them; user ids and e-mails as they are typed; what is pasted where the proof should be.

Python's hmac makes the proofs. Each row says which verdict, key version and causes must be named.
"""

import base64
import hashlib
import hmac
import json
import urllib.parse
from pathlib import Path

KEYS = {1: ("revoked", "7be1d2c3a4958677685940312213f4e5d6c7b8a9"), 2: ("previous", "0c9f8e7d6b5a49382716051423f2e1d0cfbeada9"),
        3: ("current", "b6d2f4087a1c3e5079a1b3c5d7e9fb0d1f213a4b")}
TOKEN_KEY = "c0ffee00112233445566778899aabbcd"
FOREIGN = "91a2b3c4d5e6f70819203142536475869708a9ba"
CURRENT = KEYS[3][1]
USER, EMAIL = "20418", "lea.kern@example.org"
ID = "user7@company.com"

rows = []


def b64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def mac(message, key=CURRENT):
    return hmac.new(key.encode(), message.encode(), hashlib.sha256)


def row(name, proof, causes, version=3, verdict="failed", user=USER, email=EMAIL, **more):
    causes = [causes] if isinstance(causes, str) else causes
    rows.append({"name": name, "userId": user, "email": email, "proof": proof, "verdict": verdict,
                 "keyVersion": version, "causes": causes, **more})


def token_row(name, proof, causes, version=1, verdict="failed", user=ID, **more):
    row(name, proof, causes, version, verdict, user, "", recipe="huggy", **more)


def signed(claims, key=TOKEN_KEY):
    text = ".".join(b64url(json.dumps(part, separators=(",", ":")).encode()) for part in ({"alg": "HS256", "typ": "JWT"}, claims))
    return text + "." + b64url(mac(text, key).digest())


T = signed({"jti": ID})
H = mac(USER).hexdigest()
DIGEST = mac(USER).digest()
B64 = base64.b64encode(DIGEST).decode()

# --- a token and what it stands in ------------------------------------------------------------------------------
address = f"myapp://chat?id=7&{urllib.parse.urlencode({'jwt': T})}&lang=de"
for name, proof in {
        "a line of JavaScript": f"userHash: '{T}'", "a line of JSON": f'"userHash":"{T}",', "a label": f"jwt: {T}",
        "a query": f"?token={T}", "a declaration": f'var JWT_TOKEN = "{T}";', "an address": address,
        "an address with the token in JSON": "https://x.example/chat?data=" + urllib.parse.quote(json.dumps({"userHash": T})),
        "an address within an address": "https://x.example/?next=" + urllib.parse.quote(address, safe=""),
        "a curl command": f"curl -H 'Authorization: Bearer {T}' https://x.example/",
        "a JSON object": json.dumps({"id": 7, "jwt": T}), "escaped quotes": f'\\"{T}\\"', "words around": f"the token is {T} I think",
        "a full stop": f"{T}.", "three dots behind": f"{T}...", "twice": T + T}.items():
    token_row(f"token, {name}", proof, ["IDV-TOKEN-WRAPPED", "IDV-TOKEN-VERIFIES-UNWRAPPED"])
for name, proof in {"shortened with three dots": T[:80] + "...", "shortened with an ellipsis": T[:80] + "…",
                    "signature shortened": T[:-20] + "...", "cut in the middle": T[:40] + "…" + T[-30:],
                    "cut in the middle with dots": T[:40] + "..." + T[-30:], "first letters missing": T[2:],
                    "first letter missing": T[1:], "half the header missing": T[20:],
                    "shortened, in quotes": f'"token": "{T[:60]}…"'}.items():
    token_row(f"token, {name}", proof, "IDV-TOKEN-TRUNCATED", None)

# --- a hash and what it stands in --------------------------------------------------------------------------------
for name, proof in {
        "a line of JSON": f'"hash": "{H}",', "a line of PHP": f"'hash' => '{H}',", "a line of code": f"hash = '{H}';",
        "a line of JavaScript": f"user_hash: '{H}'", "a JSON object": json.dumps({"name": "Lea", "hash": H}),
        "a query": f"?hash={H}&name=lea", "an address": f"https://x.example/chat?id=20418&hash={H}#top",
        "sha256sum's name": f"{H} *stdin", "sha256sum's hyphen": f"{H}  -", "openssl's label": f"SHA2-256(stdin)= {H}",
        "openssl's HMAC label": f"HMAC-SHA2-256(stdin)= {H}", "PostgreSQL's bytea": f"\\x{H}", "escaped quotes": f'\\"{H}\\"',
        "a meta element": f'<meta name="hash" content="{H}">', "twice": H + H, "twice, with a space": f"{H} {H}",
        "a sentence": f"The hash is {H}, it does not work."}.items():
    row(f"hash, {name}", proof, "IDV-TAG-WRAPPED")
row("base64 in a line of code", f"hash = '{B64}';", ["IDV-TAG-WRAPPED", "IDV-TAG-BASE64"])
row("part of it in a line of code", f"hash = '{H[:48]}';", ["IDV-TAG-WRAPPED", "IDV-TAG-TRUNCATED"])
row("of the previous key, in a line of code", f"hash = '{mac(USER, KEYS[2][1]).hexdigest()}';", ["IDV-TAG-WRAPPED", "IDV-KEY-PREVIOUS"], 2)
numbers = list(DIGEST)
for name, proof in {
        "Node's Buffer": f"<Buffer {' '.join(f'{b:02x}' for b in DIGEST)}>", "a list of numbers": str(numbers),
        "numbers with commas": ",".join(map(str, numbers)), "Java's signed bytes": str([b - 256 if b > 127 else b for b in numbers]),
        "a Buffer as JSON": json.dumps({"type": "Buffer", "data": numbers}), "Python's bytes": str(DIGEST),
        "a Uint8Array": f"Uint8Array(32) [ {', '.join(map(str, numbers))} ]"}.items():
    row(f"bytes as {name}", proof, "IDV-TAG-BYTES")
padless = "".join(format(b, "x") for b in DIGEST)
assert len(padless) < 64
row("each byte without its zero", padless, "IDV-TAG-ZEROS-LOST")
row("each byte as a signed number", "".join(format(b if b < 128 else b + 0xFFFFFF00, "x") for b in DIGEST), "IDV-TAG-ZEROS-LOST")
for name in ("[B@1a2b3c", "[B@6d06d69c", "System.Byte[]", "[object Uint8Array]"):
    row(f"the name {name}", name, "IDV-NOT-A-PROOF-BYTE-ARRAY", None)

# --- damaged on the way ---------------------------------------------------------------------------------------------
other = lambda digit: "0" if digit != "0" else "1"
swap = next(i for i in range(20, 60) if H[i] != H[i + 1])
for name, proof in {
        "one digit mistyped": H[:30] + other(H[30]) + H[31:], "two digits mistyped": other(H[0]) + H[1:40] + other(H[40]) + H[41:],
        "two digits exchanged": H[:swap] + H[swap + 1] + H[swap] + H[swap + 2:], "a digit dropped": H[:29] + H[30:],
        "a digit doubled": H[:30] + H[29:], "two digits dropped": H[:10] + H[11:29] + H[30:],
        "a letter that is no digit": H[:30] + "o" + H[31:], "the first digit missing": H[1:],
        "in capitals, one mistyped": (H[:30] + other(H[30]) + H[31:]).upper()}.items():
    row(f"hash, {name}", proof, "IDV-TAG-DAMAGED")
row("hash of the previous key, one digit mistyped", other(mac(USER, KEYS[2][1]).hexdigest()[0]) + mac(USER, KEYS[2][1]).hexdigest()[1:],
    ["IDV-TAG-DAMAGED", "IDV-KEY-PREVIOUS"], 2)
row("hash, four digits mistyped", "".join(other(c) if i in (3, 20, 40, 60) else c for i, c in enumerate(H)), "IDV-KEY-UNKNOWN", None)

# --- the user id and the e-mail as they are typed -------------------------------------------------------------------
for name, user in {
        "in quotes": '"20418"', "in single quotes": "'20418'", "with a comma": "20,418", "with a point": "20.418", "with an apostrophe": "20'418",
        "as a spreadsheet shows it": "2.0418E+04", "with a blank behind": "20418 ", "with blanks around": "  20418\t", "with a comma behind": "20418,"}.items():
    row(f"user id {name}", H, "IDV-SUBJECT-TYPED", user=user)
row("user id with a spreadsheet's apostrophe", mac("00420").hexdigest(), "IDV-SUBJECT-TYPED", user="'00420")
for name, email in {"with mailto:": f"mailto:{EMAIL}", "with a name": f"Lea Kern <{EMAIL}>", "in angle brackets": f"<{EMAIL}>",
                    "with a blank": f" {EMAIL}"}.items():
    row(f"e-mail {name}", mac(EMAIL).hexdigest(), "IDV-SUBJECT-TYPED", email=email, rule="visitor")
row("user id in quotes, of the previous key", mac(USER, KEYS[2][1]).hexdigest(), ["IDV-SUBJECT-TYPED", "IDV-KEY-PREVIOUS"], 2, user='"20418"')
for name, user in {"in quotes": f'"{ID}"', "with a blank": f"{ID} ", "with mailto:": f"mailto:{ID}", "with a name": f"Tom <{ID}>"}.items():
    token_row(f"token, user id {name}", T, "IDV-SUBJECT-TYPED", user=user)
row("the page hashes the quotes", mac('"20418"').hexdigest(), [], verdict="verified", user='"20418"')

# --- no proof ---------------------------------------------------------------------------------------------------------
for template in ["<%= hash %>", "${hash}", "{{ hash }}", "{{hash}}", "{{{ user.hash }}}", "{% hash %}", "{!! $hash !!}", "#{hash}", "%USER_HASH%",
                 "<?php echo $hash ?>", "<?= $hash; ?>", "process.env.USER_HASH", "$hash", "$user->hash", "@Model.Hash", "your_hash", "YOUR_HASH_HERE",
                 "undefined", "null", "[object Object]", '"${hash}"', "<your-hash>", "{hash}"]:
    row(f"the template {template}", template, "IDV-NOT-A-PROOF-PLACEHOLDER", None)
    token_row(f"token, the template {template}", template, "IDV-NOT-A-PROOF-PLACEHOLDER", None)
for name, proof in {"a setting": f"TAWK_TO_KEY={CURRENT}", "a label": f"key: {CURRENT}", "a line of JSON": f'"{CURRENT}",',
                    "a line of code": f"$key = '{CURRENT}';", "a call": f"hash_hmac('sha256', $id, '{CURRENT}')", "a sentence": f"we use {CURRENT} here",
                    "JSON": json.dumps({"key": CURRENT}), "a query": f"https://x.example/?key={CURRENT}&id=7",
                    "a template": "{{ hmac('" + CURRENT + "') }}"}.items():
    row(f"the key in {name}", proof, "IDV-NOT-A-PROOF-KEY", None)
    token_row(f"token, the key in {name}", proof.replace(CURRENT, TOKEN_KEY), "IDV-NOT-A-PROOF-KEY", None)
row("another property's key in a setting", f"KEY={FOREIGN}", "IDV-NOT-A-PROOF-KEY", None)
token_row("another property's key in a setting", f"KEY={FOREIGN}", "IDV-NOT-A-PROOF-KEY", None)

others = [{"name": "Shop US", "keys": [{"version": 1, "status": "current", "secret": FOREIGN}]}]
document = {"keys": [{"version": v, "status": status, "secret": secret} for v, (status, secret) in KEYS.items()],
            "keySets": {"huggy": [{"version": 1, "status": "current", "secret": TOKEN_KEY}]}, "others": others,
            "property": {"name": "Shop EU", "environment": "Production", "platform": "Web"}, "rows": rows}
Path(__file__).with_name("pasted_cases.json").write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
print(len(rows), "rows")
