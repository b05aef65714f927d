#!/usr/bin/env python3
"""Commits every known mistake with a hash, using Python's own hmac and hashlib, and writes hash_cases.json beside it.

Each row says what support has in hand and which verdict, key version and causes must be named. Run it again after
adding a row: ./make_hash_cases.py
"""

import base64
import hashlib
import hmac
import json
import unicodedata
import urllib.parse
from pathlib import Path

KEYS = {
    1: ("revoked", "0f3b7c1d9e5a2468ace013579bdf02468ace1357"),
    2: ("previous", "6f1e0d9c8b7a69584736251403f2e1d0c9b8a796"),
    3: ("current", "a3c5e7092b4d6f8091a2b3c4d5e6f70819202b3d"),
    4: ("standby", "d41d8cd98f00b204e9800998ecf8427e5a5a0b1c"),
}
CURRENT = KEYS[3][1]
USER, EMAIL = "cust-20418", "Mia.Berg@example.com"

rows = []


def text(value):
    return value.encode() if isinstance(value, str) else value


def mac(key, message, name="sha256"):
    return hmac.new(text(key), text(message), name)


def sha(value, name="sha256"):
    return hashlib.new(name, text(value))


def row(name, proof, causes, version=3, verdict="failed", user=USER, email=EMAIL, keys=None, **more):
    rows.append({"name": name, "userId": user, "email": email, "proof": proof, "verdict": verdict,
                 "keyVersion": version, "causes": causes, **({"keys": keys} if keys else {}), **more})


# --- right, and which key ------------------------------------------------------------------------
row("right", mac(CURRENT, USER).hexdigest(), [], verdict="verified")
row("right with the previous key", mac(KEYS[2][1], USER).hexdigest(), ["IDV-KEY-PREVIOUS"], 2, "verified")
row("revoked key", mac(KEYS[1][1], USER).hexdigest(), ["IDV-KEY-REVOKED"], 1)
row("standby key", mac(KEYS[4][1], USER).hexdigest(), ["IDV-KEY-STANDBY"], 4)
row("another key", mac("5e2f00aa11bb22cc33dd44ee55ff66770088aa99", USER).hexdigest(), ["IDV-KEY-UNKNOWN"], None)
for label, key, cause in [
        ("with LF", CURRENT + "\n", "IDV-KEY-LINEBREAK"),
        ("with CR LF", CURRENT + "\r\n", "IDV-KEY-LINEBREAK"),
        ("with CR", CURRENT + "\r", "IDV-KEY-LINEBREAK"),
        ("with the characters backslash n", CURRENT + "\\n", "IDV-KEY-LINEBREAK"),
        ("with a space behind", CURRENT + " ", "IDV-KEY-WHITESPACE"),
        ("with a tab behind", CURRENT + "\t", "IDV-KEY-WHITESPACE"),
        ("with a space in front", " " + CURRENT, "IDV-KEY-WHITESPACE"),
        ("with spaces around", " " + CURRENT + " ", "IDV-KEY-WHITESPACE"),
        ("with a byte-order mark", "\ufeff" + CURRENT, "IDV-KEY-WHITESPACE"),
        ("in double quotes", '"' + CURRENT + '"', "IDV-KEY-QUOTED"),
        ("in single quotes", "'" + CURRENT + "'", "IDV-KEY-QUOTED"),
        ("decoded from hex", bytes.fromhex(CURRENT), "IDV-KEY-HEX-DECODED"),
        ("decoded from base64", base64.b64decode(CURRENT), "IDV-KEY-BASE64-DECODED"),
        ("in capitals", CURRENT.upper(), "IDV-KEY-CASE"),
        ("of the vendor page", "your_secret_key", "IDV-KEY-SAMPLE"),
        ("of a famous token page", "your-256-bit-secret", "IDV-KEY-SAMPLE"),
        ("secret", "secret", "IDV-KEY-SAMPLE"),
        ("of no characters", "", "IDV-KEY-EMPTY")]:
    nobodys = cause in ("IDV-KEY-SAMPLE", "IDV-KEY-EMPTY")
    row(f"key {label}", mac(key, USER).hexdigest(), [cause], None if nobodys else 3)
row("revoked key with LF", mac(KEYS[1][1] + "\n", USER).hexdigest(), ["IDV-KEY-LINEBREAK", "IDV-KEY-REVOKED"], 1)
row("previous key in quotes", mac('"' + KEYS[2][1] + '"', USER).hexdigest(), ["IDV-KEY-QUOTED", "IDV-KEY-PREVIOUS"], 2)

TRAILING = [{"version": 1, "status": "current", "secret": CURRENT + "\n"}]
row("the kept key has the line break", mac(CURRENT, USER).hexdigest(), ["IDV-KEY-KEPT-WITH-WHITESPACE"], 1, keys=TRAILING)
HEX = [{"version": 1, "status": "current", "secret": CURRENT, "encoding": "hex"}]
row("right with a key kept as hex", mac(bytes.fromhex(CURRENT), USER).hexdigest(), ["IDV-KEY-WEAK"], 1, "verified", keys=HEX)
row("hex key used as text", mac(CURRENT, USER).hexdigest(), ["IDV-KEY-USED-AS-TEXT"], 1, keys=HEX)
BASE64 = [{"version": 1, "status": "current", "secret": base64.b64encode(b"thirty-two bytes of key material").decode(),
           "encoding": "base64"}]
row("base64 key used as text", mac(BASE64[0]["secret"], USER).hexdigest(), ["IDV-KEY-USED-AS-TEXT"], 1, keys=BASE64)
row("key longer than a block", mac("k" * 100, USER).hexdigest(), ["IDV-KEY-WEAK"], 1, "verified",
    keys=[{"version": 1, "status": "current", "secret": "k" * 100}])

# --- which message ---------------------------------------------------------------------------------
row("e-mail", mac(CURRENT, EMAIL).hexdigest(), ["IDV-MESSAGE-EMAIL", "IDV-MESSAGE-OTHER-CALL"])
row("e-mail with the previous key", mac(KEYS[2][1], EMAIL).hexdigest(), ["IDV-MESSAGE-EMAIL", "IDV-KEY-PREVIOUS"], 2)
row("e-mail in small letters", mac(CURRENT, EMAIL.lower()).hexdigest(), ["IDV-MESSAGE-EMAIL", "IDV-MESSAGE-CASE"])
row("e-mail with LF", mac(CURRENT, EMAIL + "\n").hexdigest(), ["IDV-MESSAGE-EMAIL", "IDV-MESSAGE-LINEBREAK"])
row("e-mail URL-encoded", mac(CURRENT, urllib.parse.quote(EMAIL, safe="")).hexdigest(),
    ["IDV-MESSAGE-EMAIL", "IDV-MESSAGE-URL-ENCODED"])
row("e-mail with a key with LF", mac(CURRENT + "\n", EMAIL).hexdigest(), ["IDV-MESSAGE-EMAIL", "IDV-KEY-LINEBREAK"])
row("user id for the e-mail call", mac(CURRENT, USER).hexdigest(), ["IDV-MESSAGE-USERID", "IDV-MESSAGE-OTHER-CALL"],
    rule="visitor")
row("right for the e-mail call", mac(CURRENT, EMAIL).hexdigest(), [], verdict="verified", rule="visitor")
for label, message, cause in [
        ("LF", USER + "\n", "IDV-MESSAGE-LINEBREAK"),
        ("CR LF", USER + "\r\n", "IDV-MESSAGE-LINEBREAK"),
        ("a space behind", USER + " ", "IDV-MESSAGE-WHITESPACE"),
        ("a space in front", " " + USER, "IDV-MESSAGE-WHITESPACE"),
        ("capitals", USER.upper(), "IDV-MESSAGE-CASE"),
        ("a capital in front", USER.capitalize(), "IDV-MESSAGE-CASE"),
        ("JSON quotes", json.dumps(USER), "IDV-MESSAGE-QUOTED"),
        ("single quotes", f"'{USER}'", "IDV-MESSAGE-QUOTED"),
        ("user id colon e-mail", f"{USER}:{EMAIL}", "IDV-MESSAGE-COMBINED"),
        ("e-mail colon user id", f"{EMAIL}:{USER}", "IDV-MESSAGE-COMBINED"),
        ("user id and e-mail", USER + EMAIL, "IDV-MESSAGE-COMBINED")]:
    row(f"message with {label}", mac(CURRENT, message).hexdigest(), [cause])
for word in ["undefined", "null", "None", "[object Object]"]:
    row(f"the word {word}", mac(CURRENT, word).hexdigest(), ["IDV-MESSAGE-UNDEFINED"])
row("the word undefined with a sample key", mac("secret", "undefined").hexdigest(),
    ["IDV-MESSAGE-UNDEFINED", "IDV-KEY-SAMPLE"], None)
row("empty message", mac(CURRENT, "").hexdigest(), ["IDV-MESSAGE-EMPTY"])
row("given id has white space", mac(CURRENT, USER).hexdigest(), ["IDV-SUBJECT-TYPED"], user=f" {USER} ")
row("given id has capitals", mac(CURRENT, USER).hexdigest(), ["IDV-MESSAGE-CASE"], user=USER.upper())
composed = unicodedata.normalize("NFC", "Zoë-Ångström")
decomposed = unicodedata.normalize("NFD", composed)
row("decomposed letters", mac(CURRENT, decomposed).hexdigest(), ["IDV-MESSAGE-UNICODE"], user=composed)
row("composed letters", mac(CURRENT, composed).hexdigest(), ["IDV-MESSAGE-UNICODE"], user=decomposed)
row("right with letters beyond ASCII", mac(CURRENT, composed).hexdigest(), [], user=composed, verdict="verified")
row("URL-encoded letters", mac(CURRENT, urllib.parse.quote(composed)).hexdigest(), ["IDV-MESSAGE-URL-ENCODED"], user=composed)
row("a number without its zeros", mac(CURRENT, "420").hexdigest(), ["IDV-MESSAGE-NUMBER"], user="00420")
row("a number as a decimal", mac(CURRENT, "420.0").hexdigest(), ["IDV-MESSAGE-NUMBER"], user="420")
row("a number rounded by a double", mac(CURRENT, "12345678901234567000").hexdigest(), ["IDV-MESSAGE-NUMBER"],
    user="12345678901234567890")

# --- which construction ------------------------------------------------------------------------------
row("swapped", mac(USER, CURRENT).hexdigest(), ["IDV-ARGUMENTS-SWAPPED"])
row("swapped with the e-mail", mac(EMAIL, CURRENT).hexdigest(), ["IDV-MESSAGE-EMAIL", "IDV-ARGUMENTS-SWAPPED"])
row("SHA-256 of key and message", sha(CURRENT + USER).hexdigest(), ["IDV-PLAIN-HASH"])
row("SHA-256 of message and key", sha(USER + CURRENT).hexdigest(), ["IDV-PLAIN-HASH"])
row("SHA-256 of the message alone", sha(USER).hexdigest(), ["IDV-PLAIN-HASH"], None)
row("SHA-256 of the e-mail alone", sha(EMAIL).hexdigest(), ["IDV-MESSAGE-EMAIL", "IDV-PLAIN-HASH"], None)
row("SHA-1", mac(CURRENT, USER, "sha1").hexdigest(), ["IDV-OTHER-HASH"])
row("SHA-384", mac(CURRENT, USER, "sha384").hexdigest(), ["IDV-OTHER-HASH"])
row("SHA-512", mac(CURRENT, USER, "sha512").hexdigest(), ["IDV-OTHER-HASH"])
row("SHA-512 of the e-mail", mac(CURRENT, EMAIL, "sha512").hexdigest(), ["IDV-MESSAGE-EMAIL", "IDV-OTHER-HASH"])
row("plain SHA-1", sha(CURRENT + USER, "sha1").hexdigest(), ["IDV-PLAIN-HASH"])
row("HMAC of the SHA-256", mac(CURRENT, sha(USER).hexdigest()).hexdigest(), ["IDV-DOUBLE-HASH"])
row("HMAC of the HMAC", mac(CURRENT, mac(CURRENT, USER).hexdigest()).hexdigest(), ["IDV-DOUBLE-HASH"])
row("SHA-256 of the HMAC", sha(mac(CURRENT, USER).hexdigest()).hexdigest(), ["IDV-DOUBLE-HASH"])

# --- how it is written -------------------------------------------------------------------------------
right = mac(CURRENT, USER)
row("base64", base64.b64encode(right.digest()).decode(), ["IDV-TAG-BASE64"])
row("base64 without padding", base64.b64encode(right.digest()).decode().rstrip("="), ["IDV-TAG-BASE64"])
row("base64url", base64.urlsafe_b64encode(right.digest()).decode().rstrip("="), ["IDV-TAG-BASE64URL"])
row("base64 of the hex text", base64.b64encode(right.hexdigest().encode()).decode(), ["IDV-TAG-BASE64-OF-HEX"])
row("capitals", right.hexdigest().upper(), ["IDV-TAG-UPPERCASE"])
row("capitals of the e-mail", mac(CURRENT, EMAIL).hexdigest().upper(), ["IDV-MESSAGE-EMAIL", "IDV-TAG-UPPERCASE"])
row("base64 with the revoked key", base64.b64encode(mac(KEYS[1][1], USER).digest()).decode(),
    ["IDV-TAG-BASE64", "IDV-KEY-REVOKED"], 1)
row("32 of 64 characters", right.hexdigest()[:32], ["IDV-TAG-TRUNCATED"])
row("40 of 64 characters", right.hexdigest()[:40], ["IDV-TAG-TRUNCATED"])
row("63 of 64 characters", right.hexdigest()[:63], ["IDV-TAG-TRUNCATED"])
row("65 characters", right.hexdigest() + "0", ["IDV-TAG-WRAPPED"])
row("32 characters of the e-mail's", mac(CURRENT, EMAIL).hexdigest()[:32], ["IDV-MESSAGE-EMAIL", "IDV-TAG-TRUNCATED"])
row("white space behind", right.hexdigest() + " ", ["IDV-TAG-WHITESPACE"])
row("line break behind", right.hexdigest() + "\n", ["IDV-TAG-WHITESPACE"])
row("broken over two lines", right.hexdigest()[:32] + "\r\n" + right.hexdigest()[32:], ["IDV-TAG-WHITESPACE"])
row("in quotes", '"' + right.hexdigest() + '"', ["IDV-TAG-WRAPPED"])
row("with sha256= in front", "sha256=" + right.hexdigest(), ["IDV-TAG-WRAPPED"])
row("base64 in quotes", '"' + base64.b64encode(right.digest()).decode() + '"', ["IDV-TAG-WRAPPED", "IDV-TAG-BASE64"])
row("hex where base64 is asked for", right.hexdigest(), ["IDV-TAG-HEX"], rule="base64")
row("right where base64 is asked for", base64.b64encode(right.digest()).decode(), [], verdict="verified", rule="base64")
row("base64 without its padding where base64 is asked for", base64.b64encode(right.digest()).decode().rstrip("="),
    ["IDV-TAG-WRAPPED"], rule="base64")

# --- not a proof at all ------------------------------------------------------------------------------
row("empty", "", ["IDV-NOT-A-PROOF-EMPTY"], None)
row("blanks", " \n", ["IDV-NOT-A-PROOF-EMPTY"], None)
row("the user id", USER, ["IDV-NOT-A-PROOF-USERID"], None)
row("the e-mail", EMAIL.lower(), ["IDV-NOT-A-PROOF-EMAIL"], None)
row("the key itself", CURRENT, ["IDV-NOT-A-PROOF-KEY"], None)
row("the revoked key itself, quoted", f'"{KEYS[1][1]}"', ["IDV-NOT-A-PROOF-KEY"], None)
row("a private key", "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEG\n-----END PRIVATE KEY-----\n",
    ["IDV-NOT-A-PROOF-KEY"], None)
row("a token", "eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJ1In0.c2lnbmF0dXJl", ["IDV-NOT-A-PROOF-TOKEN"], None)
row("an encrypted token", "eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn", ["IDV-NOT-A-PROOF-TOKEN"], None)
row("a UUID", "8f14e45f-ceea-467f-a8f2-5b1b3c2d9e01", ["IDV-NOT-A-PROOF-UUID"], None)
row("a sentence", "see attached screenshot", ["IDV-NOT-A-PROOF"], None)
row("short hex", "deadbeef", ["IDV-NOT-A-PROOF"], None)


# --- nothing to check it with --------------------------------------------------------------------------
row("no user id", right.hexdigest(), ["IDV-NOTHING-TO-CHECK"], None, "not verified", user="")
row("no user id, but the e-mail was hashed", mac(CURRENT, EMAIL).hexdigest(),
    ["IDV-MESSAGE-EMAIL", "IDV-MESSAGE-OTHER-CALL"], user="")
row("no key", right.hexdigest(), ["IDV-NO-KEY"], None, "not verified", keys=[{}])
row("revoked keys only, another key", right.hexdigest(), ["IDV-NO-KEY"], None, "not verified",
    keys=[{"version": 1, "status": "revoked", "secret": KEYS[1][1]}])
row("revoked keys only", mac(KEYS[1][1], USER).hexdigest(), ["IDV-KEY-REVOKED"], 1,
    keys=[{"version": 1, "status": "revoked", "secret": KEYS[1][1]}])

document = {"keys": [{"version": v, "status": status, "secret": secret} for v, (status, secret) in KEYS.items()],
            "rows": rows}
Path(__file__).with_name("hash_cases.json").write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n")
print(len(rows), "rows")
