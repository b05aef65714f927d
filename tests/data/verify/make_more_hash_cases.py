#!/usr/bin/env python3
"""Commits further mistakes with a hash, with Python's own hmac and hashlib, and writes more_hash_cases.json beside it.

Beside the property that is checked stand others of the same vault, whose keys get mixed up with its own. Each row says
what support has in hand and which verdict, key version and causes must be named.
"""

import base64
import hashlib
import hmac
import json
import unicodedata
import urllib.parse
from pathlib import Path

KEYS = {
    1: ("revoked", "9c1e3a5d7f0b2846c0a8e6d4b2917356f8e0d1c2"),
    2: ("previous", "4b7d0e9f1a3c5b2d8e6f7091a2b3c4d5e6f70819"),
    3: ("current", "e5a1c3b7092d4f6880f1e2d3c4b5a69788796a5b"),
}
CURRENT, PREVIOUS, REVOKED = KEYS[3][1], KEYS[2][1], KEYS[1][1]
USER, EMAIL = "cust-88213", "tom.weiss@example.org"
OTHERS = {
    "Shop US": ({"environment": "Production", "platform": "Web"}, [("current", "0aa1bb2cc3dd4ee5ff60718293a4b5c6d7e8f900")]),
    "Shop EU (staging)": ({"environment": "Staging", "platform": "Web"},
                          [("previous", "1bb2cc3dd4ee5ff60718293a4b5c6d7e8f900aa1"), ("current", "2cc3dd4ee5ff60718293a4b5c6d7e8f900aa1bb2")]),
    "Shop EU iOS": ({"environment": "Production", "platform": "iOS"}, [("current", "3dd4ee5ff60718293a4b5c6d7e8f900aa1bb2cc3")]),
    "Help centre": ({"environment": "Production", "platform": "Web"},
                    [("revoked", "4ee5ff60718293a4b5c6d7e8f900aa1bb2cc3dd4"), ("current", "Zq7!vP2x mK9wL4tRb8sYdJ3")]),
}
US, STAGING, IOS = (OTHERS[name][1][-1][1] for name in ("Shop US", "Shop EU (staging)", "Shop EU iOS"))

rows = []


def text(value):
    return value.encode() if isinstance(value, str) else value


def mac(key, message, name="sha256"):
    return hmac.new(text(key), text(message), name)


def sha(value, name="sha256"):
    return hashlib.new(name, text(value))


def row(name, proof, causes, version=3, verdict="failed", user=USER, email=EMAIL, **more):
    rows.append({"name": name, "userId": user, "email": email, "proof": proof, "verdict": verdict,
                 "keyVersion": version, "causes": causes, **more})


def made_with(key, name, cause, version=3, message=USER, **more):
    row(name, mac(key, message).hexdigest(), [cause] if isinstance(cause, str) else cause, version, **more)


def hashed(message, name, cause, user=USER, **more):
    row(name, mac(CURRENT, message).hexdigest(), [cause] if isinstance(cause, str) else cause, user=user, **more)


# --- another property, environment, platform ------------------------------------------------------------
for name, (place, keys) in OTHERS.items():
    cause = {"Shop EU (staging)": "IDV-KEY-OTHER-ENVIRONMENT", "Shop EU iOS": "IDV-KEY-OTHER-PLATFORM"}.get(name, "IDV-KEY-OTHER-PROPERTY")
    for number, (status, key) in enumerate(keys, 1):
        made_with(key, f"key of {name}, {status}", cause, None, otherProperty=name, otherVersion=number)
        row(f"e-mail with the key of {name}, {status}", mac(key, EMAIL).hexdigest(), ["IDV-MESSAGE-EMAIL", cause], None)
        row(f"base64 with the key of {name}, {status}", base64.b64encode(mac(key, USER).digest()).decode(), ["IDV-TAG-BASE64", cause], None)
        made_with(key + "\n", f"key of {name}, {status}, with LF", ["IDV-KEY-LINEBREAK", cause], None)
row("key of another property itself", US, ["IDV-NOT-A-PROOF-KEY"], None)
row("key of another environment itself, in quotes", f'"{STAGING}"', ["IDV-NOT-A-PROOF-KEY"], None)
row("swapped with the key of another property", mac(USER, US).hexdigest(), ["IDV-ARGUMENTS-SWAPPED", "IDV-KEY-OTHER-PROPERTY"], None)
row("plain SHA-256 with the key of another platform", sha(IOS + USER).hexdigest(), ["IDV-PLAIN-HASH", "IDV-KEY-OTHER-PLATFORM"], None)
row("SHA-512 with the key of another environment", mac(STAGING, USER, "sha512").hexdigest(), ["IDV-OTHER-HASH", "IDV-KEY-OTHER-ENVIRONMENT"], None)
row("capitals with the key of another property", mac(US, USER).hexdigest().upper(), ["IDV-TAG-UPPERCASE", "IDV-KEY-OTHER-PROPERTY"], None)
row("half of a hash with the key of another property", mac(US, USER).hexdigest()[:32], ["IDV-TAG-TRUNCATED", "IDV-KEY-OTHER-PROPERTY"], None)
row("hex-decoded key of another property", mac(bytes.fromhex(US), USER).hexdigest(), ["IDV-KEY-HEX-DECODED", "IDV-KEY-OTHER-PROPERTY"], None)
row("the word undefined with the key of another property", mac(US, "undefined").hexdigest(), ["IDV-MESSAGE-UNDEFINED", "IDV-KEY-OTHER-PROPERTY"], None)

# --- which key --------------------------------------------------------------------------------------------
for label, key, cause in [
        ("with a no-break space", CURRENT + "\u00a0", "IDV-KEY-WHITESPACE"),
        ("with a zero-width space", CURRENT + "\u200b", "IDV-KEY-WHITESPACE"),
        ("as Python prints bytes", str(CURRENT.encode()), "IDV-KEY-QUOTED"),
        ("with a semicolon", CURRENT + ";", "IDV-KEY-SETTINGS-LINE"),
        ("with a comma", CURRENT + ",", "IDV-KEY-SETTINGS-LINE"),
        ("with the name of its setting", "TAWK_TO_KEY=" + CURRENT, "IDV-KEY-SETTINGS-LINE"),
        ("with export in front", "export TAWK_TO_KEY=" + CURRENT, "IDV-KEY-SETTINGS-LINE"),
        ("as a line of YAML", "TAWK_TO_KEY: " + CURRENT, "IDV-KEY-SETTINGS-LINE"),
        ("in base64", base64.b64encode(CURRENT.encode()), "IDV-KEY-ENCODED"),
        ("in hex", CURRENT.encode().hex(), "IDV-KEY-ENCODED"),
        ("in UTF-16", CURRENT.encode("utf-16-le"), "IDV-KEY-ENCODED"),
        ("hashed", sha(CURRENT).digest(), "IDV-KEY-HASHED"),
        ("hashed, in hex", sha(CURRENT).hexdigest(), "IDV-KEY-HASHED"),
        ("without its last character", CURRENT[:-1], "IDV-KEY-TRUNCATED"),
        ("without its first character", CURRENT[1:], "IDV-KEY-TRUNCATED"),
        ("cut to 32 characters", CURRENT[:32], "IDV-KEY-TRUNCATED"),
        ("cut to 24 characters", CURRENT[:24], "IDV-KEY-TRUNCATED"),
        ("cut to 20 characters", CURRENT[:20], "IDV-KEY-TRUNCATED"),
        ("cut to 16 characters", CURRENT[:16], "IDV-KEY-TRUNCATED"),
        ("twice", CURRENT * 2, "IDV-KEY-TRUNCATED"),
        ("in backquotes", f"`{CURRENT}`", "IDV-KEY-QUOTED")]:
    made_with(key, f"key {label}", cause)
    row(f"key {label}, and the e-mail", mac(key, EMAIL).hexdigest(), ["IDV-MESSAGE-EMAIL", cause])
for name in ["TAWK_TO_KEY", "$TAWK_TO_KEY", "${TAWK_TO_KEY}", "process.env.TAWK_TO_KEY", "%TAWK_TO_KEY%", "{{TAWK_TO_KEY}}", "YOUR_TAWK_TO_KEY"]:
    made_with(name, f"the text {name} as the key", "IDV-KEY-VARIABLE-NAME", None)
for sample in ["secretKey", "API_KEY", "YOUR_SECRET_KEY_HERE", "changeme", "12345678", "YOUR_API_KEY", "xxxx", "topsecret"]:
    made_with(sample, f"sample key {sample}", "IDV-KEY-SAMPLE", None)
made_with("", "no key, and the e-mail", ["IDV-MESSAGE-EMAIL", "IDV-KEY-EMPTY"], None, EMAIL)
made_with(PREVIOUS + "\r\n", "previous key with CR LF", ["IDV-KEY-LINEBREAK", "IDV-KEY-PREVIOUS"], 2)
made_with(f'"{REVOKED}"', "revoked key in quotes", ["IDV-KEY-QUOTED", "IDV-KEY-REVOKED"], 1)
made_with(REVOKED[:32], "revoked key cut to 32 characters", ["IDV-KEY-TRUNCATED", "IDV-KEY-REVOKED"], 1)

# --- which message ----------------------------------------------------------------------------------------
for placeholder in ["USER_ID", "user.id", "{{ user.id }}", "${user.id}", "$userId", "user@example.com", "guest", "anonymous", "user123"]:
    hashed(placeholder, f"placeholder {placeholder}", "IDV-MESSAGE-PLACEHOLDER")
for word in ["nil", "NaN", "false", "NULL", "[object Promise]", "0"]:
    hashed(word, f"the word {word}", "IDV-MESSAGE-UNDEFINED")
for label, message, cause in [
        ("as Python prints bytes", str(USER.encode()), "IDV-MESSAGE-QUOTED"),
        ("as a JSON array", json.dumps([USER]), "IDV-MESSAGE-QUOTED"),
        ("as a JSON object", json.dumps({"userId": USER}, separators=(",", ":")), "IDV-MESSAGE-QUOTED"),
        ("with the characters backslash n", USER + "\\n", "IDV-MESSAGE-LINEBREAK"),
        ("with CR", USER + "\r", "IDV-MESSAGE-LINEBREAK"),
        ("with a tab", USER + "\t", "IDV-MESSAGE-WHITESPACE"),
        ("with spaces around", f" {USER} ", "IDV-MESSAGE-WHITESPACE"),
        ("with a no-break space", USER + "\u00a0", "IDV-MESSAGE-WHITESPACE"),
        ("with a zero-width space", USER + "\u200b", "IDV-MESSAGE-WHITESPACE"),
        ("with a byte-order mark", "\ufeff" + USER, "IDV-MESSAGE-WHITESPACE"),
        ("in UTF-16", USER.encode("utf-16-le"), "IDV-MESSAGE-CHARSET"),
        ("and e-mail with a bar", f"{USER}|{EMAIL}", "IDV-MESSAGE-COMBINED"),
        ("and e-mail with a comma", f"{USER},{EMAIL}", "IDV-MESSAGE-COMBINED"),
        ("and e-mail with a hyphen", f"{USER}-{EMAIL}", "IDV-MESSAGE-COMBINED"),
        ("and e-mail with an underscore", f"{USER}_{EMAIL}", "IDV-MESSAGE-COMBINED"),
        ("and e-mail with a space", f"{USER} {EMAIL}", "IDV-MESSAGE-COMBINED")]:
    hashed(message, f"user id {label}", cause)
    made_with(CURRENT + "\n", f"user id {label}, and the key with LF", [cause, "IDV-KEY-LINEBREAK"], message=message)
accented = unicodedata.normalize("NFC", "Renée Ångström")
hashed(accented.encode("latin-1"), "letters in Latin-1", "IDV-MESSAGE-CHARSET", accented)
hashed(json.dumps(accented), "letters as ASCII JSON", "IDV-MESSAGE-QUOTED", accented)
hashed(urllib.parse.quote_plus(accented), "letters form-encoded", "IDV-MESSAGE-URL-ENCODED", accented)
hashed(unicodedata.normalize("NFKC", "ﬁona²"), "ligature resolved", "IDV-MESSAGE-UNICODE", "ﬁona²")
hashed("mia+news@example.com", "URL-decoded", "IDV-MESSAGE-URL-ENCODED", "mia%2Bnews%40example.com")
for user, spellings in {"7": ["007", "07", "7.0", "7.00", "7e0", "+7", "7e+0", f"{7:e}"], "007": ["7"], "7.0": ["7"], "7e0": ["7"],
                        "20418": ["20,418", "20.418", "20 418", "20418.0", "2.0418e+4", "2.0418e4", f"{20418:e}", "0000020418"],
                        "9007199254740993": ["9007199254740992"]}.items():
    for spelling in spellings:
        hashed(spelling, f"{user} as {spelling}", "IDV-MESSAGE-NUMBER", user)
hashed(" 7", "7 with a space in front", "IDV-MESSAGE-WHITESPACE", "7")

# --- how it is written ---------------------------------------------------------------------------------------
right = mac(CURRENT, USER)
tag, b64 = right.hexdigest(), base64.b64encode(right.digest()).decode()
for label, proof, causes in [
        ("colons between the bytes", ":".join(tag[i:i + 2] for i in range(0, 64, 2)), ["IDV-TAG-WRAPPED"]),
        ("hyphens and capitals, as .NET prints bytes", "-".join(tag[i:i + 2] for i in range(0, 64, 2)).upper(), ["IDV-TAG-WRAPPED", "IDV-TAG-UPPERCASE"]),
        ("URL-encoded base64", urllib.parse.quote(b64, safe=""), ["IDV-TAG-WRAPPED", "IDV-TAG-BASE64"]),
        ("hex of the hex text", tag.encode().hex(), ["IDV-TAG-ENCODED-TWICE"]),
        ("hex of the base64 text", b64.encode().hex(), ["IDV-TAG-ENCODED-TWICE"]),
        ("base64 of the base64 text", base64.b64encode(b64.encode()).decode(), ["IDV-TAG-ENCODED-TWICE"]),
        ("cut off by a screen", tag[:24] + "…", ["IDV-TAG-TRUNCATED"]),
        ("cut off with three dots", tag[:40] + "...", ["IDV-TAG-TRUNCATED"]),
        ("Python's bytes of base64", str(b64.encode()), ["IDV-TAG-WRAPPED", "IDV-TAG-BASE64"]),
        ("openssl's label", "SHA2-256(stdin)= " + tag, ["IDV-TAG-WRAPPED"]),
        ("the older openssl's label", "(stdin)= " + tag, ["IDV-TAG-WRAPPED"]),
        ("sha256sum's hyphen", tag + "  -", ["IDV-TAG-WRAPPED"]),
        ("a label in front", "hash: " + tag, ["IDV-TAG-WRAPPED"]),
        ("0x in front", "0x" + tag, ["IDV-TAG-WRAPPED"]),
        ("a comma behind", tag + ",", ["IDV-TAG-WRAPPED"]),
        ("as JSON", json.dumps(tag), ["IDV-TAG-WRAPPED"]),
        ("48 of 64 characters", tag[:48], ["IDV-TAG-TRUNCATED"]),
        ("a 36-character column", tag[:36], ["IDV-TAG-TRUNCATED"]),
        ("half of the base64", b64[:22], ["IDV-TAG-BASE64", "IDV-TAG-TRUNCATED"])]:
    row(label, proof, causes)
number = next(i for i in range(10000) if mac(CURRENT, f"cust-{i}").digest()[0] < 16)
row("hex of a number that begins with zero", format(int.from_bytes(mac(CURRENT, f"cust-{number}").digest(), "big"), "x"),
    ["IDV-TAG-ZEROS-LOST"], user=f"cust-{number}")

# --- which construction --------------------------------------------------------------------------------------
for name in ("sha1", "sha384", "sha512"):
    row(f"plain {name}, message first", sha(USER + CURRENT, name).hexdigest(), ["IDV-PLAIN-HASH"])
    row(f"swapped {name}", mac(USER, CURRENT, name).hexdigest(), ["IDV-ARGUMENTS-SWAPPED"])
    row(f"HMAC of the {name}", mac(CURRENT, sha(USER, name).hexdigest(), name).hexdigest(), ["IDV-DOUBLE-HASH"])
    row(f"base64 of {name}", base64.b64encode(mac(CURRENT, USER, name).digest()).decode(), ["IDV-OTHER-HASH", "IDV-TAG-BASE64"])
row("swapped, in base64", base64.b64encode(mac(USER, CURRENT).digest()).decode(), ["IDV-ARGUMENTS-SWAPPED", "IDV-TAG-BASE64"])
row("swapped with a key with LF", mac(USER, CURRENT + "\n").hexdigest(), ["IDV-ARGUMENTS-SWAPPED", "IDV-KEY-LINEBREAK"])
row("plain SHA-256 of the e-mail and the key", sha(EMAIL + CURRENT).hexdigest(), ["IDV-MESSAGE-EMAIL", "IDV-PLAIN-HASH"])

# --- not a proof -----------------------------------------------------------------------------------------------
for label, proof, cause in [
        ("the key in capitals", CURRENT.upper(), "IDV-NOT-A-PROOF-KEY"),
        ("the key with its setting's name", "key=" + CURRENT, None),
        ("the key in base64", base64.b64encode(CURRENT.encode()).decode(), "IDV-NOT-A-PROOF-KEY"),
        ("the previous key", PREVIOUS, "IDV-NOT-A-PROOF-KEY"),
        ("the property's id", "5f9c1a2b3c4d5e6f7a8b9c0d", "IDV-NOT-A-PROOF-PROPERTY-FIELD"),
        ("undefined", "undefined", "IDV-NOT-A-PROOF-PLACEHOLDER"),
        ("null", "null", "IDV-NOT-A-PROOF-PLACEHOLDER"),
        ("[object Promise]", "[object Promise]", "IDV-NOT-A-PROOF-PLACEHOLDER"),
        ("a template's placeholder", "{{ hash }}", "IDV-NOT-A-PROOF-PLACEHOLDER"),
        ("a sample's placeholder", "HMAC_OF_USER_ID", "IDV-NOT-A-PROOF-PLACEHOLDER"),
        ("the user id in quotes", f'"{USER}"', "IDV-NOT-A-PROOF-USERID"),
        ("a UUID in capitals", "8F14E45F-CEEA-467F-A8F2-5B1B3C2D9E01", "IDV-NOT-A-PROOF-UUID"),
        ("another e-mail", "nobody@example.net", "IDV-NOT-A-PROOF"),
        ("a few letters of hex", tag[:10], "IDV-NOT-A-PROOF")]:
    if cause:
        row(f"not a proof: {label}", proof, [cause], None)
for i, other in enumerate(["cust-88214", "someone@example.org", "0", "cust_88213"]):
    row(f"another user, {i + 1}", mac(CURRENT, "another " + other).hexdigest(), ["IDV-KEY-UNKNOWN"], None)

# --- what the diagnosis cannot name so far: "missed" rows count against it, and one that is named must lose the mark ---
missed = {"missed": True}
row("HMAC-MD5", mac(CURRENT, USER, "md5").hexdigest(), ["IDV-OTHER-HASH"])
row("HMAC-SHA3-256", mac(CURRENT, USER, "sha3_256").hexdigest(), ["IDV-OTHER-HASH"])
row("HMAC-SHA-224", mac(CURRENT, USER, "sha224").hexdigest(), ["IDV-OTHER-HASH"])
row("the last 40 characters", tag[-40:], ["IDV-TAG-TRUNCATED"], **missed)
row("Java's toHexString of each byte", "".join(format(b, "x") for b in mac(CURRENT, "cust-88219").digest()), ["IDV-TAG-ZEROS-LOST"],
    user="cust-88219")
row("user id with a prefix", mac(CURRENT, "user_" + USER).hexdigest(), ["IDV-MESSAGE-COMBINED"])
row("user id and a date", mac(CURRENT, USER + "2026-11-20").hexdigest(), ["IDV-MESSAGE-COMBINED"], **missed)
row("HMAC of the raw SHA-256", mac(CURRENT, sha(USER).digest()).hexdigest(), ["IDV-DOUBLE-HASH"])

others = [{"name": name, **place, "keys": [{"version": n, "status": status, "secret": key} for n, (status, key) in enumerate(keys, 1)]}
          for name, (place, keys) in OTHERS.items()]
document = {"keys": [{"version": v, "status": status, "secret": secret} for v, (status, secret) in KEYS.items()],
            "others": others, "property": {"name": "Shop EU", "environment": "Production", "platform": "Web",
                                           "fields": {"propertyId": "5f9c1a2b3c4d5e6f7a8b9c0d"}}, "rows": rows}
Path(__file__).with_name("more_hash_cases.json").write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
print(len(rows), "rows")
