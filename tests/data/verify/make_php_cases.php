#!/usr/bin/env php
<?php
// Commits the mistakes of servers in PHP, with PHP's own hash functions, and writes php_cases.json beside it.
declare(strict_types=1);

const KEY = 'c4d6e8f00a1b2c3d4e5f60718293a4b5c6d7e8f9';
const USER = 'kunde-5521';
const EMAIL = 'Lea.Kurz@example.com';
$rows = [];

function row(string $name, string $proof, array $causes, string $user = USER, ?int $version = 1): void
{
    global $rows;
    $rows[] = ['name' => $name, 'userId' => $user, 'email' => EMAIL, 'proof' => $proof, 'verdict' => 'failed',
               'keyVersion' => $version, 'causes' => $causes];
}

row('arguments of hash_hmac swapped', hash_hmac('sha256', KEY, USER), ['IDV-ARGUMENTS-SWAPPED']);
row('hash() of key and user id', hash('sha256', KEY . USER), ['IDV-PLAIN-HASH']);
row('hash() of user id and key', hash('sha256', USER . KEY), ['IDV-PLAIN-HASH']);
row('hash() without the key', hash('sha256', USER), ['IDV-PLAIN-HASH'], USER, null);
row('sha1()', sha1(KEY . USER), ['IDV-PLAIN-HASH']);
row('hash_hmac with sha1', hash_hmac('sha1', USER, KEY), ['IDV-OTHER-HASH']);
row('hash_hmac with sha512', hash_hmac('sha512', USER, KEY), ['IDV-OTHER-HASH']);
row('binary and base64', base64_encode(hash_hmac('sha256', USER, KEY, true)), ['IDV-TAG-BASE64']);
row('base64 of the hex text', base64_encode(hash_hmac('sha256', USER, KEY)), ['IDV-TAG-BASE64-OF-HEX']);
row('bin2hex of the hex text', bin2hex(hash_hmac('sha256', USER, KEY)), ['IDV-TAG-ENCODED-TWICE']);
row('strtoupper', strtoupper(hash_hmac('sha256', USER, KEY)), ['IDV-TAG-UPPERCASE']);
row('substr to 32', substr(hash_hmac('sha256', USER, KEY), 0, 32), ['IDV-TAG-TRUNCATED']);
row('hex2bin of the key', hash_hmac('sha256', USER, hex2bin(KEY)), ['IDV-KEY-HEX-DECODED']);
row('base64_decode of the key', hash_hmac('sha256', USER, base64_decode(KEY)), ['IDV-KEY-BASE64-DECODED']);
row('key from file() with its line break', hash_hmac('sha256', USER, KEY . PHP_EOL), ['IDV-KEY-LINEBREAK']);
row('getenv() of a missing variable', hash_hmac('sha256', USER, (string) getenv('NO_SUCH_KEY_AT_ALL')), ['IDV-KEY-EMPTY'], USER, null);
row('null as the user id', hash_hmac('sha256', (string) null, KEY), ['IDV-MESSAGE-EMPTY']);
row('json_encode of the user id', hash_hmac('sha256', json_encode(USER), KEY), ['IDV-MESSAGE-QUOTED']);
row('json_encode of letters', hash_hmac('sha256', json_encode('Zoë'), KEY), ['IDV-MESSAGE-QUOTED'], 'Zoë');
row('urlencode of an e-mail', hash_hmac('sha256', urlencode(EMAIL), KEY), ['IDV-MESSAGE-EMAIL', 'IDV-MESSAGE-URL-ENCODED']);
row('strtolower of an e-mail', hash_hmac('sha256', strtolower(EMAIL), KEY), ['IDV-MESSAGE-EMAIL', 'IDV-MESSAGE-CASE']);
row('the integer of the id', hash_hmac('sha256', (string) intval('00731'), KEY), ['IDV-MESSAGE-NUMBER'], '00731');
row('number_format', hash_hmac('sha256', number_format(20731), KEY), ['IDV-MESSAGE-NUMBER'], '20731');
row('sprintf("%05d")', hash_hmac('sha256', sprintf('%05d', 731), KEY), ['IDV-MESSAGE-NUMBER'], '731');
row('id and e-mail joined', hash_hmac('sha256', USER . ':' . EMAIL, KEY), ['IDV-MESSAGE-COMBINED']);
row('a variable in single quotes', hash_hmac('sha256', '$userId', KEY), ['IDV-MESSAGE-PLACEHOLDER']);
row('hash_hmac of a hash_hmac', hash_hmac('sha256', hash_hmac('sha256', USER, KEY), KEY), ['IDV-DOUBLE-HASH']);
row('ISO 8859-1', hash_hmac('sha256', "Zo\xEB", KEY), ['IDV-MESSAGE-CHARSET'], 'Zoë');

file_put_contents(__DIR__ . '/php_cases.json', json_encode(['keys' => [['version' => 1, 'status' => 'current', 'secret' => KEY]],
    'rows' => $rows], JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES) . "\n");
echo count($rows), " rows\n";
