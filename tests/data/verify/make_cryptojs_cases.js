#!/usr/bin/env node
// Commits the mistakes of pages that use crypto-js, with crypto-js 4.2.0 itself, and writes cryptojs_cases.json.
// Every row of the mismatch table of the field study is here as well, made with its key and message.
// NODE_PATH=<the tests' npm folder>/node_modules node make_cryptojs_cases.js
'use strict';
const fs = require('fs');
const path = require('path');
const crypto = require('crypto');
const CryptoJS = require('crypto-js');

const KEY = 'your_secret_key';
const rows = [];
function row(name, proof, causes, { verdict = 'failed', keyVersion = 1, userId = 'user123', key = KEY } = {}) {
    rows.push({ name, userId, email: 'user123@example.com', proof, verdict, keyVersion, causes,
                keys: [{ version: 1, status: 'current', secret: key }] });
}
const hex = (message, key) => CryptoJS.enc.Hex.stringify(CryptoJS.HmacSHA256(message, key));

row('table: correct', hex('user123', KEY), ['IDV-KEY-WEAK'], { verdict: 'verified' });
row('table: arguments swapped', hex(KEY, 'user123'), ['IDV-ARGUMENTS-SWAPPED']);
row('table: key with LF', hex('user123', KEY + '\n'), ['IDV-KEY-LINEBREAK']);
row('table: key with CR LF', hex('user123', KEY + '\r\n'), ['IDV-KEY-LINEBREAK']);
row('table: key with a space', hex('user123', KEY + ' '), ['IDV-KEY-WHITESPACE']);
row('table: message with LF', hex('user123\n', KEY), ['IDV-MESSAGE-LINEBREAK']);
row('table: SHA-256 of key and message', CryptoJS.SHA256(KEY + 'user123').toString(), ['IDV-PLAIN-HASH']);
row('table: SHA-256 of message and key', CryptoJS.SHA256('user123' + KEY).toString(), ['IDV-PLAIN-HASH']);
row('table: empty message', hex('', KEY), ['IDV-MESSAGE-EMPTY']);
row('table: any number', hex(123, KEY), ['IDV-MESSAGE-CRYPTOJS-NUMBER']);
row('table: the text undefined', hex('undefined', KEY), ['IDV-MESSAGE-UNDEFINED']);
row('table: base64', CryptoJS.HmacSHA256('user123', KEY).toString(CryptoJS.enc.Base64), ['IDV-TAG-BASE64']);

row('undefined as an argument', hex(undefined, KEY), ['IDV-MESSAGE-EMPTY']);
row('null as an argument', hex(null, KEY), ['IDV-MESSAGE-EMPTY']);
row('another number', hex(99999, KEY), ['IDV-MESSAGE-CRYPTOJS-NUMBER'], { userId: '99999' });
row('zero', hex(0, KEY), ['IDV-MESSAGE-EMPTY'], { userId: '0' });
row('an array', hex([1, 2], KEY), ['IDV-MESSAGE-CRYPTOJS-NUMBER']);
row('a number under a long key', hex(7, 'k'.repeat(100)), ['IDV-MESSAGE-CRYPTOJS-NUMBER'], { userId: '7', key: 'k'.repeat(100) });
row('a number under a key of a block', hex(7, 'x'.repeat(64)), ['IDV-MESSAGE-CRYPTOJS-NUMBER'], { userId: '7', key: 'x'.repeat(64) });
row('a number, in base64', CryptoJS.HmacSHA256(5, KEY).toString(CryptoJS.enc.Base64),
    ['IDV-MESSAGE-CRYPTOJS-NUMBER', 'IDV-TAG-BASE64'], { userId: '5' });
row('SHA-1', CryptoJS.HmacSHA1('user123', KEY).toString(), ['IDV-OTHER-HASH']);
row('SHA-512', CryptoJS.HmacSHA512('user123', KEY).toString(), ['IDV-OTHER-HASH']);
row('key parsed as hex', hex('user123', CryptoJS.enc.Hex.parse('a3c5e7092b4d6f8091a2b3c4d5e6f70819202b3d')),
    ['IDV-KEY-HEX-DECODED'], { key: 'a3c5e7092b4d6f8091a2b3c4d5e6f70819202b3d' });
row('key parsed as base64', hex('user123', CryptoJS.enc.Base64.parse('a3c5e7092b4d6f8091a2b3c4d5e6f70819202b3d')),
    ['IDV-KEY-BASE64-DECODED'], { key: 'a3c5e7092b4d6f8091a2b3c4d5e6f70819202b3d' });
row('base64 of the hex text', CryptoJS.enc.Base64.stringify(CryptoJS.enc.Utf8.parse(hex('user123', KEY))),
    ['IDV-TAG-BASE64-OF-HEX']);
row('node, the hex text in base64url', Buffer.from(hex('user123', KEY)).toString('base64url'), ['IDV-TAG-BASE64-OF-HEX']);
row('node, JSON.stringify of the id', crypto.createHmac('sha256', KEY).update(JSON.stringify('user123')).digest('hex'),
    ['IDV-MESSAGE-QUOTED']);

fs.writeFileSync(path.join(__dirname, 'cryptojs_cases.json'), JSON.stringify({ rows }, null, 1) + '\n');
console.log(rows.length, 'rows');
