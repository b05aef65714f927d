#!/usr/bin/env node
// Commits further mistakes with tokens, with jsonwebtoken and Node's own crypto, and writes more_token_cases.json:
// keys of other properties, changes after signing, something else signed than header and payload, keys mixed up.
// NODE_PATH=<the tests' npm folder>/node_modules node make_more_token_cases.js
'use strict';
const fs = require('fs');
const path = require('path');
const crypto = require('crypto');
const jwt = require('jsonwebtoken');

const NOW = Date.UTC(2026, 10, 20, 23) / 1000;
const SECRETS = { 1: '19f0e1d2c3b4a5968778695a4b3c2d1e', 2: '2ac3e5f70819a2b4c6d8eaf0b1c2d3e4', 3: 'd3adb33fcafef00d0123456789abcdef' };
const SECRET = SECRETS[3];
const OTHER_SECRET = '5eed5eed5eed5eed5eed5eed5eed5eed';
const ID = 'user7@company.com';
const pair = () => crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
const RSA = { 1: pair(), 2: pair(), 3: pair() };
const OTHER_RSA = pair();
const spki = (key) => key.export({ type: 'spki', format: 'pem' });
const pkcs8 = (key) => key.export({ type: 'pkcs8', format: 'pem' });
const STATUSES = { 1: 'revoked', 2: 'previous', 3: 'current' };
const keySets = {
    huggy: Object.entries(SECRETS).map(([v, secret]) => ({ version: +v, status: STATUSES[v], secret })),
    orlo: Object.entries(RSA).map(([v, key]) => ({ version: +v, status: STATUSES[v], privateKey: pkcs8(key.privateKey) })),
};
keySets.expiring = keySets.huggy;
const others = [
    { name: 'Chat US', environment: 'Production', platform: 'Web', keys: [{ version: 1, status: 'current', secret: OTHER_SECRET }] },
    { name: 'Shop EU staging', environment: 'Staging', platform: 'Web', keys: [{ version: 1, status: 'current', publicKey: spki(OTHER_RSA.publicKey) }] },
];

const rows = [];
function row(recipe, name, proof, causes, { verdict = 'failed', keyVersion = 3, userId = recipe === 'orlo' ? '' : ID, email = '', ...more } = {}) {
    rows.push({ recipe, name, proof, causes, verdict, keyVersion, userId, email, ...more });
}
const b64 = (data) => Buffer.from(typeof data === 'string' || Buffer.isBuffer(data) ? data : JSON.stringify(data)).toString('base64url');
const mac = (input, key = SECRET, hash = 'sha256') => crypto.createHmac(hash, key).update(input).digest();
const H = { typ: 'JWT', alg: 'HS256' };
const raw = (header, payload, key = SECRET) => { const input = b64(header) + '.' + b64(payload); return input + '.' + b64(mac(input, key)); };
const signed = (token, header, payload) => [header ? b64(header) : token.split('.')[0], payload ? b64(payload) : token.split('.')[1], token.split('.')[2]].join('.');
const nobody = { keyVersion: null };

// --- the signing key of an HS256 token ---------------------------------------------------------------------
row('huggy', 'the secret of another property', raw(H, { jti: ID }, OTHER_SECRET), ['IDV-KEY-OTHER-PROPERTY'], nobody);
row('huggy', 'the secret of another property with LF', raw(H, { jti: ID }, OTHER_SECRET + '\n'), ['IDV-KEY-LINEBREAK', 'IDV-KEY-OTHER-PROPERTY'], nobody);
row('huggy', 'the secret of another property, another user', raw(H, { jti: 'x' }, OTHER_SECRET), ['IDV-KEY-OTHER-PROPERTY', 'IDV-CLAIM-OTHER-USER'], nobody);
row('huggy', 'the secret of another property itself', OTHER_SECRET, ['IDV-NOT-A-PROOF-KEY'], nobody);
for (const [name, key, cause] of [
    ['a space behind', SECRET + ' ', 'IDV-KEY-WHITESPACE'], ['a tab in front', '\t' + SECRET, 'IDV-KEY-WHITESPACE'],
    ['single quotes', `'${SECRET}'`, 'IDV-KEY-QUOTED'], ['capitals', SECRET.toUpperCase(), 'IDV-KEY-CASE'],
    ['base64', Buffer.from(SECRET).toString('base64'), 'IDV-KEY-ENCODED'], ['hex', Buffer.from(SECRET).toString('hex'), 'IDV-KEY-ENCODED'],
    ['UTF-16', Buffer.from(SECRET, 'utf16le'), 'IDV-KEY-ENCODED'], ['its hash', crypto.createHash('sha256').update(SECRET).digest(), 'IDV-KEY-HASHED'],
    ['the last character missing', SECRET.slice(0, -1), 'IDV-KEY-TRUNCATED'], ['the setting', 'HUGGY_SECRET_KEY=' + SECRET, 'IDV-KEY-SETTINGS-LINE'],
    ['a semicolon', SECRET + ';', 'IDV-KEY-SETTINGS-LINE']]) {
    row('huggy', `key with ${name}`, raw(H, { jti: ID }, key), [cause]);
}
row('huggy', 'revoked key with CR LF', raw(H, { jti: ID }, SECRETS[1] + '\r\n'), ['IDV-KEY-LINEBREAK', 'IDV-KEY-REVOKED'], { keyVersion: 1 });
row('huggy', 'the name of the variable as the key', raw(H, { jti: ID }, 'HUGGY_SECRET_KEY'), ['IDV-KEY-VARIABLE-NAME'], nobody);
row('huggy', 'undefined as the key', raw(H, { jti: ID }, 'undefined'), ['IDV-KEY-UNDEFINED'], nobody);
row('huggy', 'an empty key', raw(H, { jti: ID }, ''), ['IDV-KEY-EMPTY'], nobody);

// --- changed after signing ----------------------------------------------------------------------------------
const good = raw(H, { jti: ID });
row('huggy', 'another user put in', signed(raw(H, { jti: 'user9@company.com' }), null, { jti: ID }), ['IDV-TOKEN-SIGNATURE'], nobody);
row('huggy', 'the sample user exchanged for this one', signed(raw(H, { jti: 'user1@company.com' }), null, { jti: ID }), ['IDV-TOKEN-ALTERED']);
row('huggy', 'this user exchanged for another', signed(good, null, { jti: 'admin@company.com' }), ['IDV-TOKEN-ALTERED', 'IDV-CLAIM-OTHER-USER']);
row('huggy', 'the e-mail exchanged for the id', signed(raw(H, { jti: 'mia@example.com' }), null, { jti: ID }), ['IDV-TOKEN-ALTERED'], { email: 'mia@example.com' });
row('huggy', 'a claim added', signed(good, null, { jti: ID, name: 'Mia' }), ['IDV-TOKEN-ALTERED', 'IDV-CLAIM-UNEXPECTED']);
row('huggy', 'iat added', signed(good, null, { jti: ID, iat: NOW }), ['IDV-TOKEN-ALTERED', 'IDV-CLAIM-UNEXPECTED']);
row('huggy', 'spaces put into the payload', [b64(H), b64(`{"jti": "${ID}"}`), good.split('.')[2]].join('.'), ['IDV-TOKEN-ALTERED']);
row('huggy', 'the payload indented', [b64(H), b64(JSON.stringify({ jti: ID }, null, 4)), good.split('.')[2]].join('.'), ['IDV-TOKEN-ALTERED']);
row('huggy', 'the header turned round', signed(good, { alg: 'HS256', typ: 'JWT' }), ['IDV-TOKEN-ALTERED']);
row('huggy', 'typ taken out of the header', signed(good, { alg: 'HS256' }), ['IDV-TOKEN-ALTERED']);
row('huggy', 'kid put into the header', signed(good, { ...H, kid: 'main' }), ['IDV-TOKEN-ALTERED']);
row('huggy', 'the header changed to HS512', signed(good, { typ: 'JWT', alg: 'HS512' }), ['IDV-TOKEN-ALGORITHM', 'IDV-TOKEN-ALTERED']);
row('huggy', 'the header changed to RS256', signed(good, { typ: 'JWT', alg: 'RS256' }), ['IDV-TOKEN-ALGORITHM', 'IDV-TOKEN-ALTERED']);
row('huggy', 'the header changed, with the previous key', signed(raw(H, { jti: ID }, SECRETS[2]), { alg: 'HS256' }), ['IDV-TOKEN-ALTERED', 'IDV-KEY-PREVIOUS'], { keyVersion: 2 });
row('expiring', 'its life made longer', signed(raw(H, { sub: ID, exp: NOW - 10 }), null, { sub: ID, exp: NOW + 3600 }), ['IDV-TOKEN-SIGNATURE'], nobody);
row('expiring', 'exp turned into seconds afterwards', signed(raw(H, { sub: ID, exp: (NOW + 60) * 1000 }), null, { sub: ID, exp: NOW + 60 }), ['IDV-TOKEN-ALTERED']);
row('expiring', 'exp added', signed(raw(H, { sub: ID }), null, { sub: ID, exp: NOW + 60 }), ['IDV-TOKEN-ALTERED']);

// --- something else signed ------------------------------------------------------------------------------------
const input = b64(H) + '.' + b64({ jti: ID });
for (const [name, message] of [
    ['the payload alone', b64({ jti: ID })], ['the header alone', b64(H)], ['no dot', b64(H) + b64({ jti: ID })], ['one more dot', input + '.'],
    ['the JSON of the payload', JSON.stringify({ jti: ID })], ['the JSON of both', JSON.stringify(H) + '.' + JSON.stringify({ jti: ID })]]) {
    row('huggy', `signed: ${name}`, input + '.' + b64(mac(message)), ['IDV-TOKEN-SIGNING-INPUT']);
}
{
    const id = 'u' + ID; // of a length that needs padding
    const padded = [H, { jti: id }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64')).join('.');
    row('huggy', 'signed: padded base64', b64(H) + '.' + b64({ jti: id }) + '.' + b64(mac(padded)), ['IDV-TOKEN-SIGNING-INPUT'], { userId: id });
}
row('huggy', 'signed with a line break', input + '.' + b64(mac(input + '\n')), ['IDV-MESSAGE-LINEBREAK']);
row('huggy', 'key and input swapped', input + '.' + b64(mac(SECRET, input)), ['IDV-ARGUMENTS-SWAPPED']);
row('huggy', 'a plain hash as the signature', input + '.' + b64(crypto.createHash('sha256').update(SECRET + input).digest()), ['IDV-PLAIN-HASH']);
row('huggy', 'SHA-512 under a header that says HS256', input + '.' + b64(mac(input, SECRET, 'sha512')), ['IDV-OTHER-HASH']);
row('huggy', 'the hash of the user id as the signature', input + '.' + b64(mac(ID)), ['IDV-TOKEN-SIGNATURE'], nobody);

// --- not a token ------------------------------------------------------------------------------------------------
row('huggy', 'the word undefined', 'undefined', ['IDV-NOT-A-PROOF-PLACEHOLDER'], nobody);
row('huggy', 'a promise', '[object Promise]', ['IDV-NOT-A-PROOF-PLACEHOLDER'], nobody);
row('huggy', 'the template', 'JWT_TOKEN', ['IDV-NOT-A-PROOF-PLACEHOLDER'], nobody);
row('huggy', 'the payload alone pasted', b64({ jti: ID }), ['IDV-TOKEN-TRUNCATED'], nobody);
row('huggy', 'Bearer and the other property', 'Bearer ' + raw(H, { jti: ID }, OTHER_SECRET), ['IDV-TOKEN-WRAPPED', 'IDV-KEY-OTHER-PROPERTY'], nobody);

// --- Orlo: key pairs ----------------------------------------------------------------------------------------------
const visitor = { name: 'Tom Weiss', isLoggedIn: true };
const rs = (claims, key = RSA[3].privateKey, options = {}) => jwt.sign(claims, key, { algorithm: 'RS256', noTimestamp: true, ...options });
const orloGood = rs(visitor);
row('orlo', 'right', orloGood, [], { verdict: 'verified' });
row('orlo', 'the pair of another environment', rs(visitor, OTHER_RSA.privateKey), ['IDV-KEY-OTHER-ENVIRONMENT'], nobody);
row('orlo', 'the pair of another environment, a claim missing', rs({ isLoggedIn: true }, OTHER_RSA.privateKey), ['IDV-KEY-OTHER-ENVIRONMENT', 'IDV-CLAIM-MISSING'], nobody);
row('orlo', 'the name exchanged afterwards', signed(orloGood, null, { name: 'Somebody Else', isLoggedIn: true }), ['IDV-TOKEN-ALTERED']);
row('orlo', 'a claim added afterwards', signed(orloGood, null, { ...visitor, role: 'admin' }), ['IDV-TOKEN-ALTERED']);
row('orlo', 'isLoggedIn turned to true afterwards', signed(rs({ name: 'Tom', isLoggedIn: false }), null, { name: 'Tom', isLoggedIn: true }), ['IDV-TOKEN-ALTERED']);
row('orlo', 'exchanged, with the previous pair', signed(rs(visitor, RSA[2].privateKey), null, { name: 'X', isLoggedIn: true }), ['IDV-TOKEN-ALTERED', 'IDV-KEY-PREVIOUS'], { keyVersion: 2 });
row('orlo', 'exchanged, with the revoked pair', signed(rs(visitor, RSA[1].privateKey), null, { name: 'X', isLoggedIn: true }), ['IDV-TOKEN-ALTERED', 'IDV-KEY-REVOKED'], { keyVersion: 1 });
row('orlo', 'exchanged, with the pair of another environment', signed(rs(visitor, OTHER_RSA.privateKey), null, { name: 'X', isLoggedIn: true }), ['IDV-TOKEN-ALTERED', 'IDV-KEY-OTHER-ENVIRONMENT'], nobody);
row('orlo', 'the header turned round', signed(orloGood, { typ: 'JWT', alg: 'RS256', x: 1 }), ['IDV-TOKEN-ALTERED']);
row('orlo', 'a pair nobody knows', rs(visitor, pair().privateKey), ['IDV-TOKEN-SIGNATURE'], nobody);
const pem = pkcs8(RSA[3].privateKey);
for (const [name, key] of [['the private key', pem], ['the private key without its last line break', pem.trim()], ['the private key with CR LF', pem.replace(/\n/g, '\r\n')],
                           ['the private key in one line', pem.trim().replace(/\n/g, '\\n')]]) {
    row('orlo', `HS256 with ${name}`, raw(H, visitor, key), ['IDV-TOKEN-ALGORITHM', 'IDV-TOKEN-PRIVATE-KEY-AS-SECRET']);
}
row('orlo', 'HS256 with the public key', raw(H, visitor, spki(RSA[3].publicKey)), ['IDV-TOKEN-ALGORITHM', 'IDV-TOKEN-ALGORITHM-CONFUSION']);
row('orlo', 'HS256 with a sample key', raw(H, visitor, 'secret'), ['IDV-TOKEN-ALGORITHM', 'IDV-KEY-SAMPLE'], nobody);
row('orlo', 'HS256 with the secret of another property', raw(H, visitor, OTHER_SECRET), ['IDV-TOKEN-ALGORITHM', 'IDV-KEY-OTHER-PROPERTY'], nobody);
row('orlo', 'the public key pasted', spki(RSA[3].publicKey), ['IDV-NOT-A-PROOF-PUBLIC-KEY'], nobody);
row('orlo', "another's public key pasted", spki(pair().publicKey), ['IDV-NOT-A-PROOF-PUBLIC-KEY'], nobody);
row('orlo', 'the private key pasted', pem, ['IDV-NOT-A-PROOF-KEY'], nobody);
row('orlo', 'the private key in PKCS #1', RSA[3].privateKey.export({ type: 'pkcs1', format: 'pem' }), ['IDV-NOT-A-PROOF-KEY'], nobody);
row('orlo', 'the private key as a JWK', JSON.stringify(RSA[3].privateKey.export({ format: 'jwk' })), ['IDV-NOT-A-PROOF-KEY'], nobody);
row('orlo', 'the public key as a JWK', JSON.stringify(RSA[3].publicKey.export({ format: 'jwk' })), ['IDV-NOT-A-PROOF-PUBLIC-KEY'], nobody);
row('orlo', 'kid of the previous version', rs(visitor, RSA[3].privateKey, { keyid: '2' }), ['IDV-TOKEN-KEY-ID']);
row('orlo', 'kid of the revoked version', rs(visitor, RSA[3].privateKey, { keyid: 'v1' }), ['IDV-TOKEN-KEY-ID']);
row('orlo', 'kid of nobody', rs(visitor, RSA[3].privateKey, { keyid: 'main' }), [], { verdict: 'verified' });
row('orlo', 'kid of its own version', rs(visitor, RSA[3].privateKey, { keyid: '3' }), [], { verdict: 'verified' });

const property = { name: 'Shop EU', environment: 'Production', platform: 'Web' };
fs.writeFileSync(path.join(__dirname, 'more_token_cases.json'), JSON.stringify({ now: NOW, keySets, others, property, rows }, null, 1) + '\n');
console.log(rows.length, 'rows');
