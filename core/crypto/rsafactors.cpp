#include "core/crypto/rsafactors_p.h"

#include "core/crypto/openssl_p.h"
#include "core/crypto/pkeynumbers_p.h"

using namespace Qt::StringLiterals;

namespace countersign::crypto {

namespace {

/// Whole-number arithmetic that remembers whether a step failed.
class Calculator
{
public:
    BignumPtr product(const BIGNUM *a, const BIGNUM *b) { return make(BN_mul, a, b); }
    BignumPtr remainder(const BIGNUM *a, const BIGNUM *modulus)
    {
        return make([](auto *r, auto *x, auto *m, auto *c) { return BN_nnmod(r, x, m, c); }, a, modulus);
    }
    BignumPtr greatestCommonDivisor(const BIGNUM *a, const BIGNUM *b) { return make(BN_gcd, a, b); }
    BignumPtr quotient(const BIGNUM *a, const BIGNUM *b)
    {
        return make([](auto *r, auto *x, auto *y, auto *c) { return BN_div(r, nullptr, x, y, c); }, a, b);
    }
    BignumPtr power(const BIGNUM *base, const BIGNUM *exponent, const BIGNUM *modulus)
    {
        return make([modulus](auto *r, auto *x, auto *y, auto *c) { return BN_mod_exp(r, x, y, modulus, c); },
                    base, exponent);
    }
    BignumPtr inverse(const BIGNUM *number, const BIGNUM *modulus)
    {
        return BignumPtr(BN_mod_inverse(nullptr, number, modulus, m_context.get()));
    }
    BignumPtr minusOne(const BIGNUM *number)
    {
        BignumPtr result(BN_dup(number));
        BN_sub_word(result.get(), 1);
        return result;
    }
    bool isDivisible(const BIGNUM *number, const BIGNUM *divisor)
    {
        return BN_is_zero(remainder(number, divisor).get());
    }

private:
    BignumPtr make(auto operation, const BIGNUM *a, const BIGNUM *b)
    {
        BignumPtr result(BN_new());
        if (!result || !operation(result.get(), a, b, m_context.get())) {
            BN_zero(result.get());
        }
        return result;
    }

    BignumContextPtr m_context{BN_CTX_secure_new_ex(openssl::context())};
};

/// A factor of n found through one base: a square root of 1 other than 1 and n-1 (SP 800-56B appendix C).
BignumPtr factorThrough(Calculator &calculate, const BIGNUM *base, const BIGNUM *odd, int halvings,
                        const BIGNUM *n)
{
    const BignumPtr last = calculate.minusOne(n);
    BignumPtr root = calculate.power(base, odd, n);
    for (int i = 0; i < halvings && !BN_is_one(root.get()) && BN_cmp(root.get(), last.get()) != 0; ++i) {
        BignumPtr square = calculate.remainder(calculate.product(root.get(), root.get()).get(), n);
        if (BN_is_one(square.get())) {
            return calculate.greatestCommonDivisor(calculate.minusOne(root.get()).get(), n);
        }
        root = std::move(square);
    }
    return nullptr;
}

BignumPtr factorOf(Calculator &calculate, const BIGNUM *n, const BIGNUM *e, const BIGNUM *d)
{
    BignumPtr odd = calculate.minusOne(calculate.product(e, d).get());
    if (BN_is_zero(odd.get()) || BN_is_odd(odd.get()) || !BN_is_odd(n)) {
        return nullptr; // ed - 1 is a multiple of p-1, which is even
    }
    int halvings = 0;
    while (!BN_is_bit_set(odd.get(), halvings)) {
        ++halvings;
    }
    BN_rshift(odd.get(), odd.get(), halvings);

    const BignumPtr base(BN_new());
    constexpr BN_ULONG mostBases = 128; // each succeeds for half of all bases when d belongs to n and e
    for (BN_ULONG i = 2; i < mostBases; ++i) {
        BN_set_word(base.get(), i);
        if (BignumPtr factor = factorThrough(calculate, base.get(), odd.get(), halvings, n)) {
            return factor;
        }
    }
    return nullptr;
}

} // namespace

Result<PrivateNumbers> withCrtValues(const PublicNumbers &publicNumbers, const SecretBytes &d)
{
    constexpr qsizetype largest = 2048;
    if (std::cmp_greater(d.size(), largest) || publicNumbers.n.size() > largest ||
        publicNumbers.e.size() > 8) {
        return failure(ErrorCode::InvalidKey, u"an RSA number is too long"_s);
    }
    Calculator calculate;
    const BignumPtr n = bignumOf(bytesOf(publicNumbers.n));
    const BignumPtr e = bignumOf(bytesOf(publicNumbers.e));
    const BignumPtr exponent = bignumOf(d.bytes());
    BignumPtr p = factorOf(calculate, n.get(), e.get(), exponent.get());
    if (!p) {
        openssl::forgetErrors();
        return failure(ErrorCode::InvalidKey, u"the private exponent does not belong to the modulus"_s);
    }
    BignumPtr q = calculate.quotient(n.get(), p.get());
    if (BN_cmp(p.get(), q.get()) < 0) {
        std::swap(p, q); // as every tool writes them
    }
    const BignumPtr dp = calculate.remainder(exponent.get(), calculate.minusOne(p.get()).get());
    const BignumPtr dq = calculate.remainder(exponent.get(), calculate.minusOne(q.get()).get());
    const BignumPtr qi = calculate.inverse(q.get(), p.get());
    return PrivateNumbers{d.clone(),
                          secretBytes(p.get()),
                          secretBytes(q.get()),
                          secretBytes(dp.get()),
                          secretBytes(dq.get()),
                          secretBytes(qi.get())};
}

bool areRsaNumbersConsistent(const PublicNumbers &publicNumbers, const PrivateNumbers &privateNumbers)
{
    Calculator calculate;
    const BignumPtr n = bignumOf(bytesOf(publicNumbers.n));
    const BignumPtr e = bignumOf(bytesOf(publicNumbers.e));
    const BignumPtr d = bignumOf(privateNumbers.d.bytes());
    const BignumPtr p = bignumOf(privateNumbers.p.bytes());
    const BignumPtr q = bignumOf(privateNumbers.q.bytes());
    if (BN_is_zero(p.get()) || BN_is_one(p.get()) || BN_is_zero(q.get()) || BN_is_one(q.get()) ||
        BN_cmp(calculate.product(p.get(), q.get()).get(), n.get()) != 0) {
        return false;
    }
    const auto isExponent = [&](const BIGNUM *prime, const SecretBytes &expected) {
        const BignumPtr order = calculate.minusOne(prime);
        const BignumPtr reduced = calculate.remainder(d.get(), order.get());
        const BignumPtr check = calculate.minusOne(calculate.product(e.get(), reduced.get()).get());
        return BN_cmp(reduced.get(), bignumOf(expected.bytes()).get()) == 0 &&
               calculate.isDivisible(check.get(), order.get());
    };
    const BignumPtr qi = calculate.inverse(q.get(), p.get());
    const bool consistent = qi && BN_cmp(qi.get(), bignumOf(privateNumbers.qi.bytes()).get()) == 0 &&
                            isExponent(p.get(), privateNumbers.dp) && isExponent(q.get(), privateNumbers.dq);
    openssl::forgetErrors();
    return consistent;
}

} // namespace countersign::crypto
