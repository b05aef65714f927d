#!/bin/sh
# Makes every table of diagnosis rows again with the implementations that commit the mistakes. Needs python3, node, php
# and openssl, and NODE_PATH for the npm packages that packaging/setup.sh installs for the tests.
set -e
cd "$(dirname "$0")"
python3 make_hash_cases.py
python3 make_more_hash_cases.py
python3 make_rare_hash_cases.py
python3 make_openssl_cases.py
python3 make_pasted_cases.py
php make_php_cases.php
node make_cryptojs_cases.js
node make_token_cases.js
node make_more_token_cases.js
node make_signature_cases.js
