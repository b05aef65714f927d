#!/usr/bin/env node
// Makes right and mistaken tokens with jsonwebtoken and Node's own crypto, and writes token_cases.json.
// NODE_PATH=<the tests' npm folder>/node_modules node make_token_cases.js
'use strict';
const fs = require('fs');
const path = require('path');
const crypto = require('crypto');
const jwt = require('jsonwebtoken');

const NOW = Date.UTC(2026, 10, 20, 23) / 1000;
const SECRETS = { 1: '00f1e2d3c4b5a69788796a5b4c3d2e1f', 2: '7b9d1f3e5c7a9b8d6f4e2c0a1b3d5f70', 3: 'c0ffee00d15ea5e0badc0de0feedface', 4: '5ca1ab1e0ddba11ca55e77e0f00dcafe' };
const SECRET = SECRETS[3];
const ID = 'user1@company.com';
const pair = () => crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
const RSA = { 1: pair(), 2: pair(), 3: pair() };
const spki = (key) => key.export({ type: 'spki', format: 'pem' });
const STATUSES = { 1: 'revoked', 2: 'previous', 3: 'current', 4: 'standby' };
const keySets = {
    huggy: Object.entries(SECRETS).map(([v, secret]) => ({ version: +v, status: STATUSES[v], secret })),
    orlo: Object.entries(RSA).map(([v, key]) => ({ version: +v, status: STATUSES[v], publicKey: spki(key.publicKey) })),
};
keySets.expiring = keySets.huggy;

const rows = [];
function row(recipe, name, proof, causes, { verdict = 'failed', keyVersion = 3, userId = ID, email = '', ...more } = {}) {
    rows.push({ recipe, name, proof, causes, verdict, keyVersion, userId, email, ...more });
}
const b64 = (data) => Buffer.from(typeof data === 'string' || Buffer.isBuffer(data) ? data : JSON.stringify(data)).toString('base64url');
const mac = (input, key = SECRET, hash = 'sha256') => crypto.createHmac(hash, key).update(input).digest();
function raw(header, payload, key = SECRET) {
    const input = b64(header) + '.' + b64(payload);
    return input + '.' + b64(mac(input, key));
}
const hs = (claims, key = SECRET, options = {}) =>
    jwt.sign(claims, key, { noTimestamp: true, header: { typ: 'JWT', alg: options.algorithm || 'HS256' }, ...options });
const H = { typ: 'JWT', alg: 'HS256' };

// --- Huggy: HS256, exactly jti ---------------------------------------------------------------------
const good = hs({ jti: ID });
row('huggy', 'right', good, [], { verdict: 'verified' });
row('huggy', 'previous key', hs({ jti: ID }, SECRETS[2]), ['IDV-KEY-PREVIOUS'], { verdict: 'verified', keyVersion: 2 });
row('huggy', 'revoked key', hs({ jti: ID }, SECRETS[1]), ['IDV-KEY-REVOKED'], { keyVersion: 1 });
row('huggy', 'standby key', hs({ jti: ID }, SECRETS[4]), ['IDV-KEY-STANDBY'], { keyVersion: 4 });
row('huggy', 'user not given', good, ['IDV-CLAIM-NOT-COMPARED'], { verdict: 'verified', userId: '' });
row('huggy', 'identifier given as e-mail', good, [], { verdict: 'verified', userId: '', email: ID });
row('huggy', 'another key', hs({ jti: ID }, 'some other property 0123456789ab'), ['IDV-TOKEN-SIGNATURE'], { keyVersion: null });
row('huggy', 'key with LF', hs({ jti: ID }, SECRET + '\n'), ['IDV-KEY-LINEBREAK']);
row('huggy', 'key with CR LF', hs({ jti: ID }, SECRET + '\r\n'), ['IDV-KEY-LINEBREAK']);
row('huggy', 'key in quotes', hs({ jti: ID }, `"${SECRET}"`), ['IDV-KEY-QUOTED']);
row('huggy', 'key decoded from hex', hs({ jti: ID }, Buffer.from(SECRET, 'hex')), ['IDV-KEY-HEX-DECODED']);
row('huggy', 'key decoded from base64', hs({ jti: ID }, Buffer.from(SECRET, 'base64')), ['IDV-KEY-BASE64-DECODED']);
row('huggy', 'previous key in capitals', hs({ jti: ID }, SECRETS[2].toUpperCase()), ['IDV-KEY-CASE', 'IDV-KEY-PREVIOUS'], { keyVersion: 2 });
row('huggy', 'sample key', hs({ jti: ID }, 'your-256-bit-secret'), ['IDV-KEY-SAMPLE'], { keyVersion: null });
row('huggy', 'another user', hs({ jti: 'user2@company.com' }), ['IDV-CLAIM-OTHER-USER']);
row('huggy', 'another user in capitals', hs({ jti: ID.toUpperCase() }), ['IDV-CLAIM-OTHER-USER']);
row('huggy', 'another user and a revoked key', hs({ jti: 'x' }, SECRETS[1]), ['IDV-KEY-REVOKED', 'IDV-CLAIM-OTHER-USER'], { keyVersion: 1 });
row('huggy', 'library adds iat', jwt.sign({ jti: ID, iat: NOW }, SECRET), ['IDV-CLAIM-UNEXPECTED']);
row('huggy', 'exp and name too', hs({ jti: ID, name: 'N', exp: NOW + 60 }), ['IDV-CLAIM-UNEXPECTED', 'IDV-CLAIM-UNEXPECTED']);
row('huggy', 'expired and for another user', hs({ jti: 'x', exp: NOW - 7380 }),
    ['IDV-TOKEN-EXPIRED', 'IDV-CLAIM-OTHER-USER', 'IDV-CLAIM-UNEXPECTED']);
row('huggy', 'sub instead of jti', hs({ sub: ID }), ['IDV-CLAIM-NAME']);
row('huggy', 'JTI in capitals', hs({ JTI: ID }), ['IDV-CLAIM-NAME']);
row('huggy', 'no claims', raw(H, {}), ['IDV-CLAIM-MISSING']);
row('huggy', 'jti as a number', raw(H, { jti: 42 }), ['IDV-CLAIM-TYPE'], { userId: '42' });
row('huggy', 'HS512', hs({ jti: ID }, SECRET, { algorithm: 'HS512' }), ['IDV-TOKEN-ALGORITHM']);
row('huggy', 'HS384 with the previous key', hs({ jti: ID }, SECRETS[2], { algorithm: 'HS384' }), ['IDV-TOKEN-ALGORITHM', 'IDV-KEY-PREVIOUS'], { keyVersion: 2 });
row('huggy', 'RS256', jwt.sign({ jti: ID }, RSA[3].privateKey, { algorithm: 'RS256', noTimestamp: true }),
    ['IDV-TOKEN-ALGORITHM', 'IDV-TOKEN-SIGNATURE'], { keyVersion: null });
for (const none of ['none', 'None', 'NONE', 'nOnE']) {
    row('huggy', `alg ${none}`, b64({ typ: 'JWT', alg: none }) + '.' + b64({ jti: ID }) + '.', ['IDV-TOKEN-UNSIGNED'], { keyVersion: null });
}
row('huggy', 'signature taken off', good.slice(0, good.lastIndexOf('.') + 1), ['IDV-TOKEN-UNSIGNED'], { keyVersion: null });
row('huggy', 'third part missing', good.slice(0, good.lastIndexOf('.')), ['IDV-TOKEN-TRUNCATED'], { keyVersion: null });
row('huggy', 'one part', good.slice(0, 30), ['IDV-TOKEN-TRUNCATED'], { keyVersion: null });
row('huggy', 'signature cut off', good.slice(0, -11), ['IDV-TOKEN-TRUNCATED']);
row('huggy', 'signature cut off within a byte', good.slice(0, -8), ['IDV-TOKEN-TRUNCATED']);
row('huggy', 'previous key, signature cut off', hs({ jti: ID }, SECRETS[2]).slice(0, -11), ['IDV-TOKEN-TRUNCATED', 'IDV-KEY-PREVIOUS'], { keyVersion: 2 });
row('huggy', 'signature of a few bytes', good.slice(0, -38), ['IDV-TOKEN-TRUNCATED'], { keyVersion: null });
row('huggy', 'payload altered', [b64(H), b64({ jti: ID }), good.split('.')[2].split('').reverse().join('').replace(/^./, 'A').replace(/.$/, 'A')].join('.'), ['IDV-TOKEN-SIGNATURE'], { keyVersion: null });
row('huggy', 'hex signature', (() => { const input = b64(H) + '.' + b64({ jti: ID }); return input + '.' + b64(mac(input).toString('hex')); })(), ['IDV-TOKEN-SIGNATURE-HEX']);
row('huggy', 'Bearer', 'Bearer ' + good, ['IDV-TOKEN-WRAPPED', 'IDV-TOKEN-VERIFIES-UNWRAPPED']);
row('huggy', 'quotes', '"' + good + '"', ['IDV-TOKEN-WRAPPED', 'IDV-TOKEN-VERIFIES-UNWRAPPED']);
row('huggy', 'line breaks', good.replace(/(.{30})/g, '$1\r\n'), ['IDV-TOKEN-WRAPPED', 'IDV-TOKEN-VERIFIES-UNWRAPPED']);
row('huggy', 'line break at the end', good + '\n', ['IDV-TOKEN-WRAPPED', 'IDV-TOKEN-VERIFIES-UNWRAPPED']);
row('huggy', 'header and quotes', 'Authorization: Bearer "' + good + '"', ['IDV-TOKEN-WRAPPED', 'IDV-TOKEN-VERIFIES-UNWRAPPED']);
row('huggy', 'quotes around a revoked one', `'${hs({ jti: ID }, SECRETS[1])}'`, ['IDV-TOKEN-WRAPPED', 'IDV-KEY-REVOKED'], { keyVersion: 1 });
row('huggy', 'padded base64url', raw(H, { jti: ID }).split('.').map((p) => p + '='.repeat((4 - p.length % 4) % 4)).join('.'), ['IDV-TOKEN-BASE64URL'], {});
row('huggy', 'duplicate alg', raw('{"alg":"HS256","alg":"none"}', { jti: ID }), ['IDV-TOKEN-DUPLICATE-MEMBER']);
row('huggy', 'duplicate claim', raw(H, `{"jti":"x","jti":"${ID}"}`), ['IDV-TOKEN-DUPLICATE-MEMBER']);
row('huggy', 'crit', raw({ ...H, crit: ['exp'] }, { jti: ID }), ['IDV-TOKEN-CRITICAL']);
row('huggy', 'embedded key', raw({ ...H, jwk: { kty: 'oct', k: 'AAAA' } }, { jti: ID }), ['IDV-TOKEN-EMBEDDED-KEY'], { verdict: 'verified' });
row('huggy', 'unknown algorithm', raw({ typ: 'JWT', alg: 'hs256' }, { jti: ID }), ['IDV-TOKEN-UNKNOWN-ALGORITHM']);
row('huggy', 'nested', raw(H, good), ['IDV-TOKEN-NESTED']);
row('huggy', 'payload not an object', raw(H, '"text"'), ['IDV-TOKEN-NO-CLAIMS']);
row('huggy', 'a JWE', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..aXZpdml2aXY.Y2lwaGVy.dGFndGFn', ['IDV-TOKEN-ENCRYPTED'], { keyVersion: null });
row('huggy', 'JSON form', JSON.stringify({ payload: b64({ jti: ID }), protected: b64(H), signature: good.split('.')[2] }), ['IDV-TOKEN-JSON'], { keyVersion: null });
row('huggy', 'a hash', mac(ID).toString('hex'), ['IDV-NOT-A-PROOF-HASH'], { keyVersion: null });
row('huggy', 'the key itself', SECRET, ['IDV-NOT-A-PROOF-KEY'], { keyVersion: null });
row('huggy', '32 hex digits', crypto.createHash('md5').update(ID).digest('hex'), ['IDV-NOT-A-PROOF-HASH'], { keyVersion: null });
row('huggy', 'the identifier itself', ID, ['IDV-NOT-A-PROOF-USERID'], { keyVersion: null });
row('huggy', 'a UUID', crypto.randomUUID(), ['IDV-NOT-A-PROOF-UUID'], { keyVersion: null });
row('huggy', 'empty', '', ['IDV-NOT-A-PROOF-EMPTY'], { keyVersion: null });
row('huggy', 'damaged sample', 'KV2QiLCJhbGciPiJ.eyJqdGkiOiJ1In0.AAAA', ['IDV-TOKEN-JSON-SYNTAX'], { keyVersion: null, loose: true });
row('huggy', 'no key', good, ['IDV-NO-KEY'], { keyVersion: null, verdict: 'not verified', noKeys: true });
row('huggy', 'no key but unsigned', b64({ alg: 'none' }) + '.' + b64({ jti: ID }) + '.', ['IDV-TOKEN-UNSIGNED'], { keyVersion: null, noKeys: true });

// --- Orlo: RS256, name and isLoggedIn, custom claims welcome --------------------------------------------
const rs = (claims, version = 3, options = {}) =>
    jwt.sign(claims, RSA[version].privateKey, { algorithm: 'RS256', noTimestamp: true, ...options });
const visitor = { name: 'Mia Berg', isLoggedIn: true };
const orlo = (name, proof, causes, more) => row('orlo', name, proof, causes, { userId: '', ...more });
orlo('right', rs(visitor), [], { verdict: 'verified' });
orlo('right with e-mail and custom claims', rs({ ...visitor, email: 'mia@example.com', 'User ID': '20418' }), [], { verdict: 'verified', email: 'mia@example.com' });
orlo('previous pair', rs(visitor, 2), ['IDV-KEY-PREVIOUS'], { verdict: 'verified', keyVersion: 2 });
orlo('revoked pair', rs(visitor, 1), ['IDV-KEY-REVOKED'], { keyVersion: 1 });
orlo('another pair', jwt.sign(visitor, pair().privateKey, { algorithm: 'RS256', noTimestamp: true }), ['IDV-TOKEN-SIGNATURE'], { keyVersion: null });
orlo('signature cut off', rs(visitor).slice(0, -8), ['IDV-TOKEN-TRUNCATED'], { keyVersion: null });
orlo('signature cut off at a byte', rs(visitor).slice(0, -6), ['IDV-TOKEN-TRUNCATED'], { keyVersion: null });
orlo('isLoggedIn as text', rs({ name: 'Mia', isLoggedIn: 'true' }), ['IDV-CLAIM-TYPE']);
orlo('isLoggedIn as number', rs({ name: 'Mia', isLoggedIn: 1 }), ['IDV-CLAIM-TYPE']);
orlo('isLoggedIn false', rs({ name: 'Mia', isLoggedIn: false }), ['IDV-CLAIM-VALUE']);
orlo('is_logged_in', rs({ name: 'Mia', is_logged_in: true }), ['IDV-CLAIM-NAME']);
orlo('name missing', rs({ isLoggedIn: true }), ['IDV-CLAIM-MISSING']);
orlo('name empty', rs({ name: '', isLoggedIn: true }), ['IDV-CLAIM-VALUE']);
orlo('both missing', rs({ email: 'mia@example.com' }), ['IDV-CLAIM-MISSING', 'IDV-CLAIM-MISSING']);
orlo('another e-mail', rs({ ...visitor, email: 'tom@example.com' }), ['IDV-CLAIM-OTHER-USER'], { email: 'mia@example.com' });
orlo('RS512', rs(visitor, 3, { algorithm: 'RS512' }), ['IDV-TOKEN-ALGORITHM']);
orlo('PS256', rs(visitor, 3, { algorithm: 'PS256' }), ['IDV-TOKEN-ALGORITHM']);
orlo('HS256 with a secret', hs(visitor, 'some secret of nobody at all 0123456'), ['IDV-TOKEN-ALGORITHM', 'IDV-TOKEN-SIGNATURE'], { keyVersion: null });
const pem = spki(RSA[3].publicKey);
const der = RSA[3].publicKey.export({ type: 'spki', format: 'der' });
const confused = (key) => raw(H, visitor, key);
for (const [label, key] of [['PEM', pem], ['PEM without its last line break', pem.trim()], ['PEM with CR LF', pem.replace(/\n/g, '\r\n')],
                            ['PEM in one line', pem.trim().replace(/\n/g, '\\n')], ['PEM with a blank in front', ' ' + pem], ['DER', der],
                            ['base64 body', der.toString('base64')]]) {
    orlo(`confusion, ${label}`, confused(key), ['IDV-TOKEN-ALGORITHM', 'IDV-TOKEN-ALGORITHM-CONFUSION'], { unordered: true });
}
orlo('confusion with the previous pair', confused(spki(RSA[2].publicKey)), ['IDV-TOKEN-ALGORITHM', 'IDV-TOKEN-ALGORITHM-CONFUSION', 'IDV-KEY-PREVIOUS'], { keyVersion: 2, unordered: true });

// --- a vendor that needs exp ----------------------------------------------------------------------------
const ex = (name, claims, causes, more) => row('expiring', name, raw(H, claims), causes, more);
ex('a second before it expires', { sub: ID, exp: NOW + 1 }, [], { verdict: 'verified' });
ex('at the second it expires', { sub: ID, exp: NOW }, ['IDV-TOKEN-EXPIRED']);
ex('expired two hours ago', { sub: ID, exp: NOW - 7380 }, ['IDV-TOKEN-EXPIRED']);
ex('expired, within the skew', { sub: ID, exp: NOW - 59 }, [], { verdict: 'verified', clockSkew: 60 });
ex('expired, at the end of the skew', { sub: ID, exp: NOW - 60 }, ['IDV-TOKEN-EXPIRED'], { clockSkew: 60 });
ex('exp missing', { sub: ID }, ['IDV-TOKEN-EXPIRATION-MISSING']);
ex('exp in milliseconds', { sub: ID, exp: (NOW + 60) * 1000 }, ['IDV-TOKEN-TIME-UNIT']);
ex('exp as text', { sub: ID, exp: String(NOW + 60) }, ['IDV-TOKEN-TIME-TYPE']);
ex('valid from now on', { sub: ID, exp: NOW + 60, nbf: NOW }, [], { verdict: 'verified' });
ex('valid in a second', { sub: ID, exp: NOW + 60, nbf: NOW + 1 }, ['IDV-TOKEN-NOT-YET-VALID']);
ex('valid in a second, within the skew', { sub: ID, exp: NOW + 60, nbf: NOW + 1 }, [], { verdict: 'verified', clockSkew: 1 });
ex('issued in the future', { sub: ID, exp: NOW + 600, iat: NOW + 300 }, ['IDV-TOKEN-ISSUED-IN-FUTURE']);
ex('iat in milliseconds', { sub: ID, exp: NOW + 600, iat: NOW * 1000 }, ['IDV-TOKEN-TIME-UNIT']);
ex('nbf as text', { sub: ID, exp: NOW + 600, nbf: 'now' }, ['IDV-TOKEN-TIME-TYPE']);
ex('an audience nobody expects', { sub: ID, exp: NOW + 600, aud: 'someone' }, ['IDV-TOKEN-AUDIENCE']);
ex('everything at once', { sub: 'x', exp: NOW - 1, nbf: NOW + 9, iat: 'today' },
   ['IDV-TOKEN-EXPIRED', 'IDV-TOKEN-NOT-YET-VALID', 'IDV-TOKEN-TIME-TYPE', 'IDV-CLAIM-OTHER-USER']);

fs.writeFileSync(path.join(__dirname, 'token_cases.json'), JSON.stringify({ now: NOW, keySets, rows }, null, 1) + '\n');
console.log(rows.length, 'rows');
