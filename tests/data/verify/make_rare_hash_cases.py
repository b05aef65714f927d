#!/usr/bin/env python3
"""Commits rarer mistakes with a hash, with Python's own hmac and hashlib, and writes rare_hash_cases.json beside it:
texts in other clothes, keys with something around them, hashes of both put together by hand.
"""

import base64
import hashlib
import hmac
import html
import json
import unicodedata
import urllib.parse
import uuid
from pathlib import Path

KEYS = {1: ("previous", "6fe1b0c93d5a47288e0f1a2b3c4d5e6f70819aab"), 2: ("current", "0c1d2e3f4a5b6978871a2b3c4d5e6f9081a2b3c4")}
CURRENT, PREVIOUS = KEYS[2][1], KEYS[1][1]
USER, EMAIL = "Kunde 20418/A&B", "Zoë.Weiß+shop@Bücher.example"
NUMBER = "20418"
UUID = "6f9619ff-8b86-d011-b42d-00c04fc964ff"
FIELDS = {"propertyId": "64f1a0b2c3d4e5f60718293a"}

rows = []


def text(value):
    return value.encode() if isinstance(value, str) else value


def mac(key, message, name="sha256"):
    return hmac.new(text(key), text(message), name)


def sha(value, name="sha256"):
    return hashlib.new(name, text(value))


def row(name, proof, causes, version=2, user=USER, email="", **more):
    rows.append({"name": name, "userId": user, "email": email, "proof": proof, "verdict": "failed",
                 "keyVersion": version, "causes": [causes] if isinstance(causes, str) else causes, **more})


def hashed(message, name, causes, user=USER, key=CURRENT, version=2, **more):
    row(name, mac(key, message).hexdigest(), causes, version, user, **more)


def keyed(key, name, causes, version=2, user=USER, **more):
    hashed(user, name, causes, user, key, version, **more)


# --- the text in other clothes -----------------------------------------------------------------------------
PLUS = "mia+test@example.org"
hashed("mia test@example.org", "a plus read as a space", "IDV-MESSAGE-URL-ENCODED", user=PLUS)
hashed(urllib.parse.quote(urllib.parse.quote(USER, safe=""), safe=""), "URL-encoded twice", "IDV-MESSAGE-URL-ENCODED")
hashed(html.escape(USER, quote=False), "HTML's escapes", "IDV-MESSAGE-ENCODED")
hashed("O&#039;Hara", "PHP's htmlspecialchars", "IDV-MESSAGE-ENCODED", user="O'Hara")
hashed("O&#39;Hara", "Go's html/template", "IDV-MESSAGE-ENCODED", user="O'Hara")
hashed(USER.replace("/", "\\/"), "slashes escaped", "IDV-MESSAGE-ENCODED")
hashed(base64.b64encode(text(USER)), "base64 of the id", "IDV-MESSAGE-ENCODED")
hashed(base64.urlsafe_b64encode(text(USER)).rstrip(b"="), "base64url of the id", "IDV-MESSAGE-ENCODED")
hashed(text(USER).hex(), "hex of the id", "IDV-MESSAGE-ENCODED")
hashed(sha(USER, "md5").hexdigest(), "MD5 of the id", "IDV-MESSAGE-ENCODED")
hashed(text(USER).decode("utf-8").encode("utf-16-be"), "UTF-16 big-endian", "IDV-MESSAGE-CHARSET")
name = "Zoë"
hashed(name.encode().decode("latin-1").encode(), "UTF-8 twice", "IDV-MESSAGE-CHARSET", user=name)
hashed("Zo?", "a question mark for a letter", "IDV-MESSAGE-CHARSET", user=name)
hashed("Zoe", "without accents", "IDV-MESSAGE-CASE", user=name)
hashed(UUID.replace("-", ""), "a UUID without hyphens", "IDV-MESSAGE-UUID", user=UUID)
hashed(UUID.replace("-", "").upper(), "a UUID in capitals without hyphens", "IDV-MESSAGE-UUID", user=UUID)
hashed("{" + UUID + "}", "a UUID in braces", "IDV-MESSAGE-UUID", user=UUID)
hashed(uuid.UUID(UUID).urn, "a UUID as a URN", "IDV-MESSAGE-UUID", user=UUID)
hashed(UUID, "a UUID with hyphens", "IDV-MESSAGE-UUID", user=uuid.UUID(UUID).hex)
for around in ['{"id":%s}', '{"id": %s}', "[%s]", "(%s,)", "('%s',)", "['%s']", "Optional(%s)", 'Optional("%s")', 'ObjectId("%s")',
               "Optional[%s]", '{"user_id": "%s"}', "<%s>"]:
    hashed(around % NUMBER, around % "id", "IDV-MESSAGE-QUOTED", user=NUMBER)
for prefix in ["user_", "user-", "id:", "userId=", "mailto:"]:
    hashed(prefix + NUMBER, prefix + " in front", "IDV-MESSAGE-COMBINED", user=NUMBER)
for word in ["(null)", "[]"]:
    hashed(word, word + " hashed", "IDV-MESSAGE-UNDEFINED")
for word in ["1", "123", "admin", "test@test.com", "<%= user.id %>"]:
    hashed(word, word + " hashed", "IDV-MESSAGE-PLACEHOLDER")
hashed(FIELDS["propertyId"], "the property id hashed", "IDV-MESSAGE-PROPERTY-FIELD")
hashed(FIELDS["propertyId"] + USER, "the property id in front", "IDV-MESSAGE-COMBINED")
hashed(USER + ":" + FIELDS["propertyId"], "the property id behind", "IDV-MESSAGE-COMBINED")
hashed(CURRENT, "the key as the text", "IDV-MESSAGE-KEY")
hashed("mia", "what stands before the @", "IDV-MESSAGE-SHORTENED", user="mia@example.org")
hashed("mia@example.org", "the address without its tag", "IDV-MESSAGE-SHORTENED", user=PLUS)

# --- two mistakes with one text ------------------------------------------------------------------------------
hashed(USER.lower() + "\n", "small letters and LF", ["IDV-MESSAGE-CASE", "IDV-MESSAGE-LINEBREAK"])
hashed(USER.upper() + "\r\n", "capitals and CR LF", ["IDV-MESSAGE-CASE", "IDV-MESSAGE-LINEBREAK"])
hashed(urllib.parse.quote(USER, safe="") + "\n", "URL-encoded and LF", ["IDV-MESSAGE-URL-ENCODED", "IDV-MESSAGE-LINEBREAK"])
hashed(unicodedata.normalize("NFD", name) + " ", "NFD and a space", ["IDV-MESSAGE-UNICODE", "IDV-MESSAGE-WHITESPACE"], user=name)
row("MD5 of the id in capitals", mac(CURRENT, sha(USER, "md5").hexdigest()).hexdigest().upper(), ["IDV-MESSAGE-ENCODED", "IDV-TAG-UPPERCASE"])
hashed(base64.b64encode(text(USER)), "base64 of the id with the previous key", ["IDV-MESSAGE-ENCODED", "IDV-KEY-PREVIOUS"], key=PREVIOUS, version=1)

# --- the e-mail where the text is one ------------------------------------------------------------------------------
def mailed(message, name, causes, **more):
    rows.append({"name": name, "userId": "", "email": EMAIL, "proof": mac(CURRENT, message).hexdigest(), "verdict": "failed",
                 "keyVersion": 2, "causes": [causes], "rule": "visitor", **more})


mailed(EMAIL.split("@")[0] + "@" + EMAIL.split("@")[1].lower(), "small letters behind the @", "IDV-MESSAGE-CASE")
mailed(EMAIL.split("@")[0] + "@" + EMAIL.split("@")[1].encode("idna").decode(), "the domain in punycode", "IDV-MESSAGE-ENCODED")
mailed(EMAIL.replace("+", " "), "a plus read as a space, e-mail", "IDV-MESSAGE-URL-ENCODED")

# --- the key ---------------------------------------------------------------------------------------------------------
for label, key, cause in [
        ("an equals sign in front", "=" + CURRENT, "IDV-KEY-SETTINGS-LINE"),
        ("NAME = ", "TAWK_TO_KEY = " + CURRENT, "IDV-KEY-SETTINGS-LINE"),
        ("NAME in quotes", f'TAWK_TO_KEY="{CURRENT}"', "IDV-KEY-SETTINGS-LINE"),
        ("quotes and a comma", f'"{CURRENT}",', "IDV-KEY-SETTINGS-LINE"),
        ("quotes and a semicolon", f"'{CURRENT}';", "IDV-KEY-SETTINGS-LINE"),
        ("two LF", CURRENT + "\n\n", "IDV-KEY-LINEBREAK"), ("a space and LF", CURRENT + " \n", "IDV-KEY-LINEBREAK"),
        ("LF in front", "\n" + CURRENT, "IDV-KEY-LINEBREAK"), ("two spaces", CURRENT + "  ", "IDV-KEY-WHITESPACE"),
        ("typographic quotes", "“" + CURRENT + "”", "IDV-KEY-QUOTED"), ("angle brackets", f"<{CURRENT}>", "IDV-KEY-QUOTED"),
        ("MD5", sha(CURRENT, "md5").hexdigest(), "IDV-KEY-HASHED"), ("SHA-1", sha(CURRENT, "sha1").hexdigest(), "IDV-KEY-HASHED"),
        ("SHA-256 in base64", base64.b64encode(sha(CURRENT).digest()), "IDV-KEY-HASHED"),
        ("base64url", base64.urlsafe_b64encode(text(CURRENT + "~~")).rstrip(b"="), None),
        ("the first 38", CURRENT[:38], "IDV-KEY-TRUNCATED"), ("the first 36", CURRENT[:36], "IDV-KEY-TRUNCATED"),
        ("the first 30", CURRENT[:30], "IDV-KEY-TRUNCATED"), ("the last 32", CURRENT[-32:], "IDV-KEY-TRUNCATED")]:
    if cause:
        keyed(key, "key: " + label, cause)
keyed(FIELDS["propertyId"], "key: the property id", "IDV-KEY-PROPERTY-FIELD", None)
keyed("ENV['TAWK_TO_KEY']", "key: ENV[…]", "IDV-KEY-VARIABLE-NAME", None)
keyed("$env:TAWK_TO_KEY", "key: $env:", "IDV-KEY-VARIABLE-NAME", None)
keyed("your_key", "key: your_key", "IDV-KEY-SAMPLE", None)
keyed(f'"{PREVIOUS}",', "previous key in quotes and a comma", ["IDV-KEY-SETTINGS-LINE", "IDV-KEY-PREVIOUS"], 1)

for label, kept in [("quotes", f'"{CURRENT}"'), ("single quotes and a semicolon", f"'{CURRENT}';"), ("its name", "TAWK_TO_KEY=" + CURRENT),
                    ("export and its name", f'export TAWK_TO_KEY="{CURRENT}"'), ("a byte-order mark", "\ufeff" + CURRENT), ("a label", "key: " + CURRENT)]:
    keyed(CURRENT, "kept here with " + label, "IDV-KEY-KEPT-WITH-SURROUNDINGS", 1, keys=[{"version": 1, "status": "current", "secret": kept}])

for word in ["undefined", "null", "None\n"]:
    keyed(word, "key: the word " + word.strip(), "IDV-KEY-UNDEFINED", None)
row("the bare key, kept here in quotes", CURRENT, "IDV-NOT-A-PROOF-KEY", None, keys=[{"version": 1, "status": "current", "secret": f'"{CURRENT}"'}])
row("all but two characters of the key", CURRENT[:38], "IDV-NOT-A-PROOF-KEY", None)

# --- what came along ------------------------------------------------------------------------------------------------
right = mac(CURRENT, NUMBER).hexdigest()
for label, proof in [("quoted in a mail", f"> {right[:40]}\n> {right[40:]}"), ("quoted-printable", right[:50] + "=\n" + right[50:]),
                     ("a shell's backslash", right[:50] + "\\\n" + right[50:])]:
    row(label, proof, "IDV-TAG-WRAPPED", user=NUMBER)
for typed in [f'="{NUMBER}"', "#" + NUMBER, f"({NUMBER})", "User ID: " + NUMBER, "userId=" + NUMBER, NUMBER + ".", NUMBER + "\u200b", "\ufeff" + NUMBER]:
    row("typed as " + typed, right, "IDV-SUBJECT-TYPED", user=typed)

# --- put together by hand -------------------------------------------------------------------------------------------
for label, value, cause in [
        ("key:text", sha(CURRENT + ":" + USER), "IDV-PLAIN-HASH"), ("text:key", sha(USER + ":" + CURRENT), "IDV-PLAIN-HASH"),
        ("key|text", sha(CURRENT + "|" + USER), "IDV-PLAIN-HASH"), ("text|key", sha(USER + "|" + CURRENT), "IDV-PLAIN-HASH"),
        ("key text key", sha(CURRENT + USER + CURRENT), "IDV-PLAIN-HASH"),
        ("HMAC of the raw SHA-256", mac(CURRENT, sha(USER).digest()), "IDV-DOUBLE-HASH"),
        ("HMAC of the raw HMAC", mac(CURRENT, mac(CURRENT, USER).digest()), "IDV-DOUBLE-HASH"),
        ("SHA-1 of key:text", sha(CURRENT + ":" + USER, "sha1"), "IDV-PLAIN-HASH")]:
    row(label, value.hexdigest(), cause)
row("SHA-256 of the SHA-256", sha(sha(USER).hexdigest()).hexdigest(), "IDV-DOUBLE-HASH", None)
for name in ["md5", "sha224", "sha3_256"]:
    row("HMAC with " + name, mac(CURRENT, USER, name).hexdigest(), "IDV-OTHER-HASH")
    row("HMAC with " + name + ", previous key", mac(PREVIOUS, USER, name).hexdigest(), ["IDV-OTHER-HASH", "IDV-KEY-PREVIOUS"], 1)
    row(name + " of the key and the text", sha(CURRENT + USER, name).hexdigest(), "IDV-PLAIN-HASH")
    row(name + " of the text alone", sha(USER, name).hexdigest(), "IDV-PLAIN-HASH", None)
    row("HMAC with " + name + " of the e-mail", mac(CURRENT, EMAIL, name).hexdigest(), ["IDV-MESSAGE-EMAIL", "IDV-OTHER-HASH"], email=EMAIL)
row("HMAC-MD5 in base64", base64.b64encode(mac(CURRENT, USER, "md5").digest()).decode(), ["IDV-OTHER-HASH", "IDV-TAG-BASE64"])

keys = [{"version": v, "status": s, "secret": k} for v, (s, k) in KEYS.items()]
here = Path(__file__).parent
document = {"now": 1795215600, "keys": keys, "property": {"name": "Shop EU", "fields": FIELDS}, "rows": rows}
(here / "rare_hash_cases.json").write_text(json.dumps(document, indent=1, ensure_ascii=True) + "\n")
print(len(rows), "rows")
