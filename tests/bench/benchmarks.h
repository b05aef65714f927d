#pragma once

namespace countersign::bench {

/// Tokens and signatures, beside the same work done by OpenSSL alone.
void measureSignatures();
/// MACs beside OpenSSL's low-level SHA-256; a search for a cause and for an owner beside its one-shot HMAC().
void measureMacSpeed();
/// Unlocking and saving at 10,000 properties with 5 key versions each.
void measureVault();
/// A keystroke in the search field at 10,000 properties.
void measureListFilter();
/// Lists of a million hashes beside Python; filtering their results.
void measureLists();
/// Lists of 100,000 tokens beside OpenSSL alone.
void measureTokenLists();
/// What the command line has in memory while it verifies a million rows.
void measureListMemory();
/// The console's window from start, and its memory, beside an empty Qt window's.
void measureWindowStart();

} // namespace countersign::bench
