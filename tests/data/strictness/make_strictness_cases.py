#!/usr/bin/env python3
"""Makes a token for every rule that a verifier must refuse by, with Python's own hmac and the package cryptography,
and writes strictness_cases.json. Every token carries a right signature unless the signature is what is wrong.

A row names its class, the key it is checked with and the causes that must be among the verdict's: "causes" where a
property is checked, "cli" for `jwt verify` where that differs ; "exit" is the exit code of `jwt verify` where nothing could be read.
"""
import base64
import hashlib
import hmac
import json
import os

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

NOW = 1795215600  # 2026-11-20T23:00:00Z
SECRET = b'7b9d1f3e5c7a9b8d6f4e2c0a1b3d5f70'
SUBJECT = 'user1@company.com'
RSA = rsa.generate_private_key(65537, 2048)
SHORT_RSA = rsa.generate_private_key(65537, 1024)
FORGER = rsa.generate_private_key(65537, 2048)
P256 = ec.generate_private_key(ec.SECP256R1())
ED = ed25519.Ed25519PrivateKey.generate()
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551

rows = []


def b64(data):
    if isinstance(data, (dict, list)):
        data = json.dumps(data, separators=(',', ':'))
    if isinstance(data, str):
        data = data.encode()
    return base64.urlsafe_b64encode(data).rstrip(b'=').decode()


def pem(key):
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def der(key):
    return key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def number(value):
    return b64(value.to_bytes((value.bit_length() + 7) // 8, 'big'))


def jwk(key, **more):
    numbers = key.public_key().public_numbers()
    return {'kty': 'RSA', 'n': number(numbers.n), 'e': number(numbers.e), **more}


def hs(text, key=SECRET):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def rs(text, key=None):
    return (key or RSA).sign(text.encode(), padding.PKCS1v15(), hashes.SHA256())


def es_numbers(text):
    return utils.decode_dss_signature(P256.sign(text.encode(), ec.ECDSA(hashes.SHA256())))


def es(text):
    return b''.join(value.to_bytes(32, 'big') for value in es_numbers(text))


SIGN = {'HS256': hs, 'RS256': rs, 'ES256': es, 'EdDSA': lambda text: ED.sign(text.encode())}
ALGORITHM = {'secret': 'HS256', 'rsa': 'RS256', 'p256': 'ES256', 'ed25519': 'EdDSA', 'short-rsa': 'RS256',
             'short-secret': 'HS256'}


def claims(**more):
    return {'sub': SUBJECT, **more}


def token(header=None, payload=None, sign=hs):
    text = b64({'alg': 'HS256'} if header is None else header) + '.' + b64(claims() if payload is None else payload)
    return text + '.' + b64(sign(text))


def row(kind, name, proof, *causes, key='secret', cli=None, **more):
    rows.append({'class': kind, 'name': name, 'token': proof, 'key': key, 'causes': list(causes),
                 'cli': list(causes) if cli is None else cli, **more})


# --- what is right, so that the refusals below mean something ------------------------------------------------
for name, algorithm in (('secret', 'HS256'), ('rsa', 'RS256'), ('p256', 'ES256'), ('ed25519', 'EdDSA')):
    row('right', algorithm, token({'alg': algorithm}, sign=SIGN[algorithm]), key=name, verified=True)
row('right', 'times', token(payload=claims(exp=NOW + 1, nbf=NOW, iat=NOW)), verified=True)
row('right', 'times with a fraction', token(payload=f'{{"sub":"{SUBJECT}","exp":{NOW}.5}}'), verified=True)

# --- unsigned ---------------------------------------------------------------------------------------------
good = token()
for none in ('none', 'None', 'NONE', 'nOnE', ' none', 'none '):
    for name in ('secret', 'rsa'):
        row('unsigned', f'alg "{none}" against {name}', b64({'alg': none}) + '.' + b64(claims()) + '.',
            'IDV-TOKEN-UNSIGNED', key=name)
row('unsigned', 'alg none with a right signature', token({'alg': 'none'}), 'IDV-TOKEN-UNSIGNED')
row('unsigned', 'empty signature', good.rpartition('.')[0] + '.', 'IDV-TOKEN-UNSIGNED')
row('unsigned', 'missing signature part', good.rpartition('.')[0], 'IDV-TOKEN-TRUNCATED')
row('unsigned', 'no alg', token({'typ': 'JWT'}), 'IDV-TOKEN-NO-ALGORITHM')
row('unsigned', 'alg null', token({'alg': None}), 'IDV-TOKEN-NO-ALGORITHM')
row('unsigned', 'alg empty', token({'alg': ''}), 'IDV-TOKEN-UNKNOWN-ALGORITHM')

# --- algorithm confusion: a public key as the secret of an HMAC ---------------------------------------------
ssh = RSA.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH)
forms = {'PEM': pem(RSA), 'PEM without its last line break': pem(RSA).strip(), 'PEM with leading white space': b'\n  ' + pem(RSA),
         'PEM with CR LF': pem(RSA).replace(b'\n', b'\r\n'), 'DER': der(RSA), 'JWK': json.dumps(jwk(RSA)).encode(), 'ssh': ssh,
         'PKCS#1 PEM': RSA.public_key().public_bytes(Encoding.PEM, PublicFormat.PKCS1)}
for name, secret in forms.items():
    row('algorithm confusion', name, token(sign=lambda text, s=secret: hs(text, s)), 'IDV-TOKEN-ALGORITHM', key='rsa')
row('algorithm confusion', 'RS256 against a secret', token({'alg': 'RS256'}, sign=rs), 'IDV-TOKEN-ALGORITHM')
row('algorithm confusion', 'ES256 said, RS256 done', token({'alg': 'ES256'}, sign=rs), 'IDV-TOKEN-ALGORITHM', key='rsa')
for name in ('hs256', 'HS256 ', 'HS1', 'RS1', 'ES256K', 'A128KW', 'HMAC-SHA256'):
    row('algorithm confusion', f'alg "{name}"', token({'alg': name}), 'IDV-TOKEN-UNKNOWN-ALGORITHM')

# --- embedded or fetched keys ------------------------------------------------------------------------------
forged = lambda text: rs(text, FORGER)
for name, value in {'jwk': jwk(FORGER), 'jku': 'https://forger.example/keys', 'x5u': 'https://forger.example/cert',
                    'x5c': [base64.b64encode(der(FORGER)).decode()]}.items():
    row('embedded keys', name, token({'alg': 'RS256', name: value}, sign=forged), 'IDV-TOKEN-EMBEDDED-KEY',
        'IDV-TOKEN-SIGNATURE', key='rsa')

# --- kid ---------------------------------------------------------------------------------------------------
empty = lambda text: hs(text, b'')
row('kid', 'a path, keyed with an empty file', token({'alg': 'HS256', 'kid': '../../dev/null'}, sign=empty), 'IDV-KEY-EMPTY',
    cli=['IDV-TOKEN-SIGNATURE'])
row('kid', 'a query', token({'alg': 'HS256', 'kid': "' UNION SELECT 'x"}, sign=lambda text: hs(text, b'x')),
    'IDV-TOKEN-SIGNATURE')
row('kid', 'a number', token({'alg': 'HS256', 'kid': 1}), 'IDV-TOKEN-HEADER')
row('kid', 'an object', token({'alg': 'HS256', 'kid': {}}), 'IDV-TOKEN-HEADER')
row('kid', 'too long', token({'alg': 'HS256', 'kid': 'k' * 513}), 'IDV-TOKEN-HEADER')
row('kid', 'typ an array', token({'alg': 'HS256', 'typ': ['JWT']}), 'IDV-TOKEN-HEADER')
for name, kid in (('another', 'two'), ('other case', 'ONE'), ('a space behind', 'one '), ('empty', '')):
    row('kid', name, token({'alg': 'RS256', 'kid': kid}, sign=rs), 'IDV-TOKEN-KEY-ID', jwk=jwk(RSA, kid='one'))

# --- crit --------------------------------------------------------------------------------------------------
for name, more in {'unknown': {'crit': ['x'], 'x': 1}, 'empty': {'crit': []}, 'twice': {'crit': ['x', 'x'], 'x': 1},
                   'registered': {'crit': ['alg']}, 'absent': {'crit': ['x']}, 'not an array': {'crit': 'x'},
                   'not of names': {'crit': [1]}, 'b64': {'crit': ['b64'], 'b64': True},
                   'b64 false': {'crit': ['b64'], 'b64': False}, 'b64 false without crit': {'b64': False},
                   'exp': {'crit': ['exp'], 'exp': NOW + 9}}.items():
    row('crit', name, token({'alg': 'HS256', **more}), 'IDV-TOKEN-CRITICAL')

# --- truncated ---------------------------------------------------------------------------------------------
text = good.rpartition('.')[0]
for size in (1, 2, 10, 16, 31):
    row('truncated', f'{size} bytes of the MAC', text + '.' + b64(hs(text)[:size]), 'IDV-TOKEN-TRUNCATED')
for more in (b'\0', b'\0' * 32):
    row('truncated', f'{32 + len(more)} bytes', text + '.' + b64(hs(text) + more), 'IDV-TOKEN-SIGNATURE-FORM')
text_rs = b64({'alg': 'RS256'}) + '.' + b64(claims())
row('truncated', '255 bytes of RS256', text_rs + '.' + b64(rs(text_rs)[:-1]), 'IDV-TOKEN-TRUNCATED', key='rsa')
row('truncated', '257 bytes of RS256', text_rs + '.' + b64(b'\0' + rs(text_rs)), 'IDV-TOKEN-SIGNATURE-FORM', key='rsa')

# --- ECDSA and EdDSA ---------------------------------------------------------------------------------------
text_es = b64({'alg': 'ES256'}) + '.' + b64(claims())
r, s = es_numbers(text_es)
pair = lambda r, s, size=32: b64(r.to_bytes(size, 'big') + s.to_bytes(size, 'big'))
for name, signature in {'r and s zero': pair(0, 0), 'r zero': pair(0, s), 's zero': pair(r, 0), 'r the order': pair(P256_ORDER, s),
                        's the order': pair(r, P256_ORDER), 's beyond the order': pair(r, 2**256 - 1),
                        'in the length of P-384': pair(r, s, 48),
                        'as DER': b64(utils.encode_dss_signature(r, s)), 'a byte more': pair(r, s) + 'AA'}.items():
    row('ECDSA', name, text_es + '.' + signature, 'IDV-TOKEN-SIGNATURE-FORM', key='p256')
row('ECDSA', 's replaced by its negative of another message', text_es + '.' + pair(r, (s + 1) % P256_ORDER),
    'IDV-TOKEN-SIGNATURE', key='p256')
row('ECDSA', 'a byte less', text_es + '.' + b64(base64.urlsafe_b64decode(pair(r, s) + '==')[:-1]), 'IDV-TOKEN-TRUNCATED',
    key='p256')
text_ed = b64({'alg': 'EdDSA'}) + '.' + b64(claims())
row('ECDSA', 'EdDSA, a byte less', text_ed + '.' + b64(ED.sign(text_ed.encode())[:-1]), 'IDV-TOKEN-TRUNCATED', key='ed25519')
row('ECDSA', 'EdDSA, zeros', text_ed + '.' + b64(b'\0' * 64), 'IDV-TOKEN-SIGNATURE', key='ed25519')

# --- base64url ---------------------------------------------------------------------------------------------
def alter(name, change):
    """One part after the other, signed as it then stands."""
    header, payload = b64('{"alg":"HS256","a":"???>>>"}'), b64(f'{{"sub":"{SUBJECT}","b":"???>>>"}}')
    for part in ('header', 'payload', 'signature'):
        text = (change(header) if part == 'header' else header) + '.' + (change(payload) if part == 'payload' else payload)
        signature = b64(hs(text))
        while part == 'signature' and change(signature) == signature:  # a signature with such a character in it
            text = header + '.' + b64({'sub': SUBJECT, 'n': os.urandom(4).hex()})
            signature = b64(hs(text))
        row('base64url', f'{part}: {name}', text + '.' + (change(signature) if part == 'signature' else signature),
            'IDV-TOKEN-BASE64URL')


def with_unused_bits(part):
    alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    if len(part) % 4 == 0:
        return part
    return part[:-1] + alphabet[alphabet.index(part[-1]) + 1]


alter('plus', lambda part: part.replace('-', '+', 1))
alter('slash', lambda part: part.replace('_', '/', 1))
alter('a star', lambda part: part[:4] + '*' + part[4:])
alter('a null byte', lambda part: part[:4] + '\0' + part[4:])
alter('beyond ASCII', lambda part: part[:4] + '\u00e9' + part[4:])
alter('padding in the middle', lambda part: part[:4] + '====' + part[4:])
row('base64url', 'header: a lone character', good.replace('.', 'A.', 1), 'IDV-TOKEN-BASE64URL')
for name, payload in (('one bit', '{"sub":"user1@company.com" }'), ('four bits', '{"sub":"user1@company.com"  }')):
    part = with_unused_bits(b64(payload))
    assert part != b64(payload), name
    text = b64({'alg': 'HS256'}) + '.' + part
    row('base64url', f'payload: unused bits ({name})', text + '.' + b64(hs(text)), 'IDV-TOKEN-BASE64URL')
    text = with_unused_bits(b64('{"alg":"HS256"}' + ' ' * (2 if name == 'one bit' else 1))) + '.' + b64(claims())
    row('base64url', f'header: unused bits ({name})', text + '.' + b64(hs(text)), 'IDV-TOKEN-BASE64URL')
row('base64url', 'signature: unused bits', good[:-1] + with_unused_bits(good.rpartition('.')[2])[-1], 'IDV-TOKEN-BASE64URL')
row('base64url', 'signature: padding', good + '=', 'IDV-TOKEN-BASE64URL')
text = base64.urlsafe_b64encode(b'{"alg":"HS256" }').decode() + '.' + b64(claims())
assert '=' in text
row('base64url', 'header: padding', text + '.' + b64(hs(text)), 'IDV-TOKEN-BASE64URL')

# --- JSON --------------------------------------------------------------------------------------------------
HEADER = '{"alg":"HS256"%s}'
PAYLOAD = f'{{"sub":"{SUBJECT}"%s}}'


def json_rows(name, more, cause='IDV-TOKEN-JSON-SYNTAX'):
    encode = lambda text: text if isinstance(text, bytes) else text.encode()
    more = encode(more)
    row('JSON', f'header: {name}', token(header=encode(HEADER).replace(b'%s', more)), cause)
    row('JSON', f'payload: {name}', token(payload=encode(PAYLOAD).replace(b'%s', more)), cause)


for name, more in {'NaN': ',"x":NaN', 'Infinity': ',"x":Infinity', '1e400': ',"x":1e400', '-1e400': ',"x":-1e400',
                   'beyond 64 bits': ',"x":18446744073709551616', 'below 64 bits': ',"x":-9223372036854775809',
                   'invalid UTF-8': b',"x":"\xff"', 'overlong UTF-8': b',"x":"\xc0\xaf"', 'a surrogate in UTF-8': b',"x":"\xed\xa0\x80"',
                   'lone high surrogate': ',"x":"\\ud800"', 'lone low surrogate': ',"x":"\\udc00"',
                   'surrogates the wrong way round': ',"x":"\\udc00\\ud800"', 'nested too deep': ',"x":' + '[' * 40 + ']' * 40,
                   'trailing comma': ',"x":1,', 'a comment': '/**/', 'single quotes': ",'x':1", 'a bare name': ',x:1',
                   'leading zero': ',"x":01', 'a plus': ',"x":+1', 'a point alone': ',"x":1.', 'a control character': ',"x":"\t"',
                   'an unknown escape': ',"x":"\\a"', 'hex': ',"x":0x1', 'a null byte': ',"x":"\0"'}.items():
    json_rows(name, more)
for part, build in (('header', lambda text: token(header=text)), ('payload', lambda text: token(payload=text))):
    whole = HEADER.replace('%s', '') if part == 'header' else PAYLOAD.replace('%s', '')
    row('JSON', f'{part}: byte-order mark', build(b'\xef\xbb\xbf' + whole.encode()), 'IDV-TOKEN-JSON-SYNTAX')
    row('JSON', f'{part}: text behind', build(whole + ' x'), 'IDV-TOKEN-JSON-SYNTAX')
    row('JSON', f'{part}: two values', build(whole + whole), 'IDV-TOKEN-JSON-SYNTAX')
    row('JSON', f'{part}: UTF-16', build(whole.encode('utf-16')), 'IDV-TOKEN-JSON-SYNTAX')
    row('JSON', f'{part}: cut off', build(whole[:-1]), 'IDV-TOKEN-JSON-SYNTAX')
for name, header in {'alg': '{"alg":"HS256","alg":"none"}', 'alg, the right one last': '{"alg":"none","alg":"HS256"}',
                     'alg, one escaped': '{"alg":"HS256","\\u0061lg":"none"}', 'kid': '{"alg":"HS256","kid":"a","kid":"b"}',
                     'deep in': '{"alg":"HS256","x":{"a":1,"a":2}}'}.items():
    row('JSON', f'twice: {name}', token(header=header), 'IDV-TOKEN-DUPLICATE-MEMBER')
for name, payload in {'sub': '{"sub":"admin","sub":"user1@company.com"}', 'exp': f'{{"sub":"{SUBJECT}","exp":1,"exp":{NOW + 99}}}',
                      'exp, one escaped': f'{{"sub":"{SUBJECT}","exp":1,"\\u0065xp":{NOW + 99}}}',
                      'in an array': f'{{"sub":"{SUBJECT}","x":[{{"a":1,"a":1}}]}}'}.items():
    row('JSON', f'twice: {name}', token(payload=payload), 'IDV-TOKEN-DUPLICATE-MEMBER')
for name, payload in {'array': '[]', 'text': '"text"', 'number': '1', 'null': 'null', 'true': 'true', 'nothing': ''}.items():
    row('JSON', f'payload not an object: {name}', token(payload=payload), 'IDV-TOKEN-NO-CLAIMS')
row('JSON', 'header an array', token(header='["HS256"]'), 'IDV-TOKEN-JSON-SYNTAX')

# --- claims ------------------------------------------------------------------------------------------------
for name in ('exp', 'nbf', 'iat'):
    for kind, value in {'text': str(NOW + 99), 'null': None, 'an array': [NOW + 99], 'true': True,
                        'a date': '2030-01-01T00:00:00Z'}.items():
        row('claims', f'{name}: {kind}', token(payload=claims(**{name: value})), 'IDV-TOKEN-TIME-TYPE')
    row('claims', f'{name}: milliseconds', token(payload=claims(**{name: (NOW - 99) * 1000})), 'IDV-TOKEN-TIME-UNIT')
row('claims', 'exp now', token(payload=claims(exp=NOW)), 'IDV-TOKEN-EXPIRED')
row('claims', 'exp 2 h 3 min ago', token(payload=claims(exp=NOW - 7380)), 'IDV-TOKEN-EXPIRED', says='expired 2 h 3 min ago')
row('claims', 'exp zero', token(payload=claims(exp=0)), 'IDV-TOKEN-EXPIRED')
row('claims', 'exp negative', token(payload=claims(exp=-1)), 'IDV-TOKEN-EXPIRED')
row('claims', 'nbf in a second', token(payload=claims(nbf=NOW + 1)), 'IDV-TOKEN-NOT-YET-VALID')
row('claims', 'iat in a second', token(payload=claims(iat=NOW + 1)), 'IDV-TOKEN-ISSUED-IN-FUTURE')
row('claims', 'all at once', token(payload=claims(exp=NOW - 1, nbf=NOW + 60, iat=str(NOW), aud='x')), 'IDV-TOKEN-EXPIRED',
    'IDV-TOKEN-NOT-YET-VALID', 'IDV-TOKEN-TIME-TYPE', 'IDV-TOKEN-AUDIENCE')
for name, value in {'a text': 'x', 'an array': ['x', 'y'], 'a number': 1, 'empty': []}.items():
    row('claims', f'aud nobody expects: {name}', token(payload=claims(aud=value)), 'IDV-TOKEN-AUDIENCE')
ISSUER = 'https://issuer.example'
for name, more in {'none': {}, 'a slash more': {'iss': ISSUER + '/'}, 'other case': {'iss': ISSUER.upper()}, 'a space': {'iss': ISSUER + ' '},
                   'in an array': {'iss': [ISSUER]}, 'a prefix': {'iss': ISSUER + '.forger.example'}}.items():
    row('claims', f'iss: {name}', token(payload=claims(**more)), 'IDV-TOKEN-ISSUER', issuer=ISSUER)
row('right', 'iss', token(payload=claims(iss=ISSUER)), issuer=ISSUER, verified=True)

# --- wrong kind --------------------------------------------------------------------------------------------
row('wrong kind', 'a JWE', b64({'alg': 'dir', 'enc': 'A128GCM'}) + '..aXZpdml2aXY.Y2lwaGVy.dGFndGFn', 'IDV-TOKEN-ENCRYPTED')
flat = {'payload': b64(claims()), 'protected': b64({'alg': 'HS256'}), 'signature': good.rpartition('.')[2]}
row('wrong kind', 'flattened JSON', json.dumps(flat), 'IDV-TOKEN-JSON')
row('wrong kind', 'general JSON', json.dumps({'payload': flat['payload'], 'signatures': [flat]}), 'IDV-TOKEN-JSON')
row('wrong kind', 'nested', token(payload=good), 'IDV-TOKEN-NESTED')
row('wrong kind', 'nested by its cty', token({'alg': 'HS256', 'cty': 'JWT'}), 'IDV-TOKEN-NESTED')
mac = hs(SUBJECT)
row('wrong kind', 'a MAC in hex', mac.hex(), 'IDV-NOT-A-PROOF-HASH', exit=3)
row('wrong kind', 'a MAC in base64', base64.b64encode(mac).decode(), 'IDV-NOT-A-PROOF-HASH', exit=3)
row('wrong kind', 'a MAC in base64url', b64(mac), 'IDV-NOT-A-PROOF-HASH', exit=3)
row('wrong kind', 'the user id', SUBJECT, 'IDV-NOT-A-PROOF-USERID', cli=['IDV-TOKEN-TRUNCATED'])
row('wrong kind', 'nothing', '', 'IDV-NOT-A-PROOF-EMPTY', exit=3)
for name, proof in {'Bearer': 'Bearer ' + good, 'bearer in small letters': 'bearer ' + good, 'header': 'Authorization: Bearer ' + good,
                    'quotes': f'"{good}"', 'single quotes': f"'{good}'", 'typographic quotes': f'\u201c{good}\u201d',
                    'line breaks': good[:30] + '\n' + good[30:], 'CR LF': good[:30] + '\r\n' + good[30:], 'quoted-printable': good[:30] + '=\r\n' + good[30:],
                    'a space in front': ' ' + good, 'a tab behind': good + '\t'}.items():
    row('wrong kind', name, proof, 'IDV-TOKEN-WRAPPED')

# --- size --------------------------------------------------------------------------------------------------
row('size', 'a byte too long', good, 'IDV-TOKEN-TOO-LARGE', exit=3, pad=256 * 1024 + 1)
row('size', 'a thousand dots', '.' * 1000, 'IDV-NOT-A-PROOF', exit=3)
row('size', 'four parts', good + '.AAAA', 'IDV-NOT-A-PROOF', exit=3)

# --- key use -----------------------------------------------------------------------------------------------
signed = token({'alg': 'RS256'}, sign=rs)
row('key use', 'use enc', signed, 'IDV-KEY-USE', jwk=jwk(RSA, use='enc'))
row('key use', 'use unknown', signed, 'IDV-KEY-USE', jwk=jwk(RSA, use='x'))
row('key use', 'key_ops without verify', signed, 'IDV-KEY-USE', jwk=jwk(RSA, key_ops=['encrypt']))
row('key use', 'key_ops empty', signed, 'IDV-KEY-USE', jwk=jwk(RSA, key_ops=[]))
row('key use', 'alg for encryption', signed, 'IDV-KEY-USE', jwk=jwk(RSA, alg='RSA-OAEP'))
row('key use', 'alg differing', signed, 'IDV-TOKEN-ALGORITHM', jwk=jwk(RSA, alg='RS512'))
row('key use', 'alg PS256', signed, 'IDV-TOKEN-ALGORITHM', jwk=jwk(RSA, alg='PS256'))
row('right', 'JWK', signed, jwk=jwk(RSA, alg='RS256', use='sig', key_ops=['verify']), verified=True)

# --- weak keys: verifying works, and says so --------------------------------------------------------------
short = b'hunter2hunter2'
row('weak keys', 'RSA of 1024 bits', token({'alg': 'RS256'}, sign=lambda text: rs(text, SHORT_RSA)), 'IDV-KEY-WEAK', key='short-rsa',
    verified=True, cli=[])
row('weak keys', 'a secret shorter than the hash', token(sign=lambda text: hs(text, short)), 'IDV-KEY-WEAK', key='short-secret',
    verified=True, cli=[])

document = {'now': NOW, 'subject': SUBJECT,
            'keys': {'secret': SECRET.decode(), 'short-secret': short.decode(), 'rsa': pem(RSA).decode(),
                     'short-rsa': pem(SHORT_RSA).decode(), 'p256': pem(P256).decode(), 'ed25519': pem(ED).decode()},
            'algorithms': ALGORITHM, 'rows': rows}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'strictness_cases.json'), 'w', encoding='utf-8') as file:
    json.dump(document, file, indent=1)
    file.write('\n')
print(len(rows), 'rows')
