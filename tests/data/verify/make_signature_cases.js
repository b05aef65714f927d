#!/usr/bin/env node
// Signs tokens wrongly with Node's own crypto, and with PHP where its default is the mistake, and writes
// signature_cases.json: another hash, bare digests, and the signature in another spelling.
'use strict';
const fs = require('fs');
const path = require('path');
const crypto = require('crypto');
const { execFileSync } = require('child_process');

const NOW = Date.UTC(2026, 10, 20, 23) / 1000;
const SECRETS = { 2: '7e1c50b2a94d83f66d20e5b7c1a8f394', 3: 'b8d2e6f01a3c5b7d9e4f60718293a4b5' };
const pair = () => crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
const RSA = { 2: pair(), 3: pair() };
const OTHER_RSA = pair();
const pkcs8 = (key) => key.export({ type: 'pkcs8', format: 'pem' });
const STATUSES = { 2: 'previous', 3: 'current' };
const keySets = {
    huggy: Object.entries(SECRETS).map(([v, secret]) => ({ version: +v, status: STATUSES[v], secret })),
    orlo: Object.entries(RSA).map(([v, key]) => ({ version: +v, status: STATUSES[v], privateKey: pkcs8(key.privateKey) })),
};
const others = [
    { name: 'Shop EU staging', environment: 'Staging', platform: 'Web', keys: [{ version: 1, status: 'current', privateKey: pkcs8(OTHER_RSA.privateKey) }] },
];

const rows = [];
const ID = 'user7@company.com';
function row(recipe, name, proof, causes, keyVersion = 3, verdict = 'failed') {
    rows.push({ recipe, name, proof, causes, verdict, keyVersion, userId: recipe === 'orlo' ? '' : ID, email: '' });
}
const b64 = (data) => Buffer.from(typeof data === 'string' || Buffer.isBuffer(data) ? data : JSON.stringify(data)).toString('base64url');
const base64 = (bytes) => bytes.toString('base64');
const sha256 = (data, form) => crypto.createHash('sha256').update(data).digest(form);
const orlo = b64({ alg: 'RS256', typ: 'JWT' }) + '.' + b64({ name: 'Tom Weiss', isLoggedIn: true });
const huggy = b64({ typ: 'JWT', alg: 'HS256' }) + '.' + b64({ jti: ID });
const sign = (hash, message, key = RSA[3]) => crypto.sign(hash, Buffer.from(message), key.privateKey);
const bare = (content, key = RSA[3]) => crypto.privateEncrypt({ key: key.privateKey, padding: crypto.constants.RSA_PKCS1_PADDING }, Buffer.from(content));
const mac = crypto.createHmac('sha256', SECRETS[3]).update(huggy).digest();
const php = (code, ...args) => execFileSync('php', ['-r', code, ...args]).toString();

// --- another hash ------------------------------------------------------------------------------------------
row('orlo', "PHP's openssl_sign() without an algorithm", orlo + '.' + php(
    'openssl_sign($argv[1], $s, $argv[2]); echo rtrim(strtr(base64_encode($s), "+/", "-_"), "=");', orlo, pkcs8(RSA[3].privateKey)), ['IDV-OTHER-HASH']);
for (const hash of ['sha384', 'sha512']) {
    row('orlo', `RS256 with ${hash}`, orlo + '.' + b64(sign(hash, orlo)), ['IDV-OTHER-HASH']);
}
row('orlo', 'SHA-1 with the previous pair', orlo + '.' + b64(sign('sha1', orlo, RSA[2])), ['IDV-OTHER-HASH', 'IDV-KEY-PREVIOUS'], 2);
row('orlo', 'SHA-1 with the pair of another environment', orlo + '.' + b64(sign('sha1', orlo, OTHER_RSA)), ['IDV-OTHER-HASH', 'IDV-KEY-OTHER-ENVIRONMENT'], null);
row('orlo', 'SHA-1 over the payload alone', orlo + '.' + b64(sign('sha1', orlo.split('.')[1])), ['IDV-OTHER-HASH', 'IDV-TOKEN-SIGNING-INPUT']);
row('orlo', 'a name put in afterwards, with SHA-512', orlo.split('.')[0] + '.' + b64({ name: 'X', isLoggedIn: true }) + '.' + b64(sign('sha512', orlo)), ['IDV-OTHER-HASH', 'IDV-TOKEN-ALTERED']);
row('orlo', 'SHA-1 by a pair nobody knows', orlo + '.' + b64(sign('sha1', orlo, pair())), ['IDV-TOKEN-SIGNATURE'], null);

// --- hashed before, or not framed -----------------------------------------------------------------------------
row('orlo', 'the digest signed, in bytes', orlo + '.' + b64(sign('sha256', sha256(orlo))), ['IDV-TOKEN-SIGNING-INPUT']);
row('orlo', 'the digest signed, in hex', orlo + '.' + b64(sign('sha256', sha256(orlo, 'hex'))), ['IDV-TOKEN-SIGNING-INPUT']);
row('orlo', 'privateEncrypt() of the digest', orlo + '.' + b64(bare(sha256(orlo))), ['IDV-TOKEN-SIGNING-INPUT']);
row('orlo', 'privateEncrypt() of the hex digest', orlo + '.' + b64(bare(sha256(orlo, 'hex'))), ['IDV-TOKEN-SIGNING-INPUT']);
row('orlo', 'privateEncrypt() of the header and payload', orlo + '.' + b64(bare(orlo)), ['IDV-TOKEN-SIGNING-INPUT']);
row('huggy', 'the digest keyed, in hex', huggy + '.' + b64(crypto.createHmac('sha256', SECRETS[3]).update(sha256(huggy, 'hex')).digest()), ['IDV-TOKEN-SIGNING-INPUT']);

// --- another spelling of the signature ------------------------------------------------------------------------
let signature = sign('sha256', orlo);
for (let i = 0; !/[+/]/.test(base64(signature)) && i < 9; ++i) { signature = sign('sha256', orlo); }
row('orlo', 'signature in base64', orlo + '.' + base64(signature), ['IDV-TOKEN-BASE64URL']);
row('orlo', 'signature in base64, with the previous pair', orlo + '.' + base64(sign('sha256', orlo, RSA[2])), ['IDV-TOKEN-BASE64URL', 'IDV-KEY-PREVIOUS'], 2);
row('orlo', 'signature in hex', orlo + '.' + signature.toString('hex'), ['IDV-TOKEN-SIGNATURE-HEX']);
row('orlo', 'signature in capital hex', orlo + '.' + signature.toString('hex').toUpperCase(), ['IDV-TOKEN-SIGNATURE-HEX']);
row('orlo', 'hex text in base64url', orlo + '.' + b64(signature.toString('hex')), ['IDV-TOKEN-SIGNATURE-HEX']);
row('orlo', 'base64 text in base64url', orlo + '.' + b64(base64(signature)), ['IDV-TAG-ENCODED-TWICE']);
row('orlo', 'hex, with the pair of another environment', orlo + '.' + sign('sha256', orlo, OTHER_RSA).toString('hex'), ['IDV-TOKEN-SIGNATURE-HEX', 'IDV-KEY-OTHER-ENVIRONMENT'], null);
row('orlo', 'SHA-1, in hex', orlo + '.' + sign('sha1', orlo).toString('hex'), ['IDV-OTHER-HASH', 'IDV-TOKEN-SIGNATURE-HEX']);
row('huggy', 'signature in base64', huggy + '.' + base64(mac), ['IDV-TOKEN-BASE64URL']);
row('huggy', 'signature in hex', huggy + '.' + mac.toString('hex'), ['IDV-TOKEN-SIGNATURE-HEX']);
row('huggy', 'hex text in base64url', huggy + '.' + b64(mac.toString('hex')), ['IDV-TOKEN-SIGNATURE-HEX']);
row('huggy', 'base64 text in base64url', huggy + '.' + b64(base64(mac)), ['IDV-TAG-ENCODED-TWICE']);

// --- another kind of signature -------------------------------------------------------------------------------------
const hmac = (input, key) => b64(crypto.createHmac('sha256', key).update(input).digest());
const pss = { key: RSA[3].privateKey, padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
row('orlo', 'PSS under a header that says RS256', orlo + '.' + b64(crypto.sign('sha256', Buffer.from(orlo), pss)), ['IDV-OTHER-HASH']);
row('orlo', 'MD5', orlo + '.' + b64(sign('md5', orlo)), ['IDV-TOKEN-SIGNING-INPUT']);
row('orlo', 'one letter of the signature mistyped', orlo + '.' + b64(signature).replace(/[A-Z]/, (c) => (c === 'A' ? 'B' : 'A')), ['IDV-TOKEN-SIGNATURE'], null);
row('orlo', 'an HMAC under a header that says RS256', orlo + '.' + hmac(orlo, 'of nobody here'), ['IDV-TOKEN-SIGNATURE-FORM'], null);
row('orlo', 'an HMAC keyed with a sample key', orlo + '.' + hmac(orlo, 'secret'), ['IDV-KEY-SAMPLE'], null);
row('orlo', 'an HMAC keyed with the private key', orlo + '.' + hmac(orlo, pkcs8(RSA[3].privateKey)), ['IDV-TOKEN-PRIVATE-KEY-AS-SECRET']);
row('huggy', 'undefined as the key', huggy + '.' + hmac(huggy, 'undefined'), ['IDV-KEY-UNDEFINED'], null);
row('huggy', 'quoted in a mail', (huggy + '.' + b64(mac)).replace(/.{1,60}/g, '> $&\n'), ['IDV-TOKEN-WRAPPED', 'IDV-TOKEN-VERIFIES-UNWRAPPED']);

// --- right, and worth a word -------------------------------------------------------------------------------------------
const named = (name) => { const input = b64({ alg: 'RS256', typ: 'JWT' }) + '.' + b64({ name, isLoggedIn: true }); return input + '.' + b64(sign('sha256', input)); };
for (const name of ['undefined', '[object Object]', '   ', '{{ user.name }}']) {
    row('orlo', `the name is "${name}"`, named(name), ['IDV-CLAIM-NOT-FILLED-IN'], 3, 'verified');
}

// --- the wrong kind of token --------------------------------------------------------------------------------------
row('orlo', 'HS256 by nobody known', b64({ alg: 'HS256', typ: 'JWT' }) + '.' + orlo.split('.')[1] + '.' + b64(crypto.createHmac('sha256', 'of nobody here').update('x').digest()), ['IDV-TOKEN-ALGORITHM', 'IDV-TOKEN-SIGNATURE'], null);

const property = { name: 'Shop EU', environment: 'Production', platform: 'Web' };
fs.writeFileSync(path.join(__dirname, 'signature_cases.json'), JSON.stringify({ now: NOW, keySets, others, property, rows }, null, 1) + '\n');
console.log(rows.length, 'rows');
