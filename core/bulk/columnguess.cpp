#include "core/bulk/columnguess.h"

#include "core/verify/proofform.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::bulk {

namespace {

/// Names as they are compared: letters and digits only, small.
QString bare(const QString &name)
{
    QString result;
    for (const QChar character : name) {
        if (character.isLetterOrNumber()) {
            result += character.toLower();
        }
    }
    return result;
}

using Predicate = bool (*)(const QString &value);

/// Of the values that are there, more than half.
bool mostAre(const QList<QStringList> &rows, int column, Predicate is)
{
    qsizetype filled = 0;
    qsizetype fitting = 0;
    for (const QStringList &row : rows) {
        if (const QString value = row.value(column); !value.isEmpty()) {
            ++filled;
            fitting += is(value) ? 1 : 0;
        }
    }
    return fitting * 2 > filled;
}

bool isProof(const QString &value)
{
    const verify::ProofForm form = verify::proofFormOf(value);
    return verify::looksLikeToken(form) ||
           (verify::looksLikeHash(form) && form != verify::ProofForm::HexOther);
}

bool isEmail(const QString &value)
{
    return verify::proofFormOf(value) == verify::ProofForm::Email;
}

qsizetype distinctValues(const QList<QStringList> &rows, int column)
{
    QSet<QString> values;
    for (const QStringList &row : rows) {
        values.insert(row.value(column));
    }
    values.remove(QString());
    return values.size();
}

/// One guess: columns already taken are not taken again.
class Guess final
{
public:
    Guess(const QStringList &header, const QList<QStringList> &rows)
        : m_header(header)
        , m_rows(rows)
    {
        for (const QStringList &row : rows) {
            m_count = std::max(m_count, static_cast<int>(row.size()));
        }
        m_count = std::max(m_count, static_cast<int>(header.size()));
    }

    ListColumns make()
    {
        m_columns.proof = choose(ColumnRole::Proof, holdsProofs);
        m_columns.email = choose(ColumnRole::Email, holdsEmails);
        m_columns.id = named(ColumnRole::Id);
        if (m_columns.id < 0) {
            m_columns.id = mostDistinct();
        } else if (m_columns.email < 0 && holdsEmails(m_rows, m_columns.id)) {
            m_columns.email = m_columns.id; // the only e-mails there are
        }
        return m_columns;
    }

private:
    bool isFree(int column) const { return column != m_columns.proof && column != m_columns.email; }
    bool isNamed(int column, ColumnRole role) const { return roleOfName(m_header.value(column)) == role; }

    /// By value and name; else by value; else by name.
    int choose(ColumnRole role, bool (*holds)(const QList<QStringList> &, int)) const
    {
        int byValue = -1;
        for (int column = 0; column < m_count; ++column) {
            if (!isFree(column) || !holds(m_rows, column) || distinctValues(m_rows, column) == 0) {
                continue;
            }
            if (isNamed(column, role)) {
                return column;
            }
            // What the list calls its id is one, whatever it looks like.
            byValue = byValue < 0 && !isNamed(column, ColumnRole::Id) ? column : byValue;
        }
        return byValue >= 0 ? byValue : named(role);
    }

    int named(ColumnRole role) const
    {
        for (int column = 0; column < m_count; ++column) {
            if (isFree(column) && isNamed(column, role)) {
                return column;
            }
        }
        return -1;
    }

    /// An id differs from row to row; a country or a plan does not.
    int mostDistinct() const
    {
        int best = -1;
        qsizetype most = 0;
        for (int column = 0; column < m_count; ++column) {
            if (const qsizetype distinct = distinctValues(m_rows, column);
                isFree(column) && distinct > most) {
                best = column;
                most = distinct;
            }
        }
        return best;
    }

    const QStringList &m_header;
    const QList<QStringList> &m_rows;
    int m_count = 0;
    ListColumns m_columns;
};

} // namespace

std::optional<ColumnRole> roleOfName(const QString &name)
{
    static const QSet<QString> ids{
        u"id"_s,       u"userid"_s,         u"uid"_s,        u"user"_s,       u"username"_s,  u"customerid"_s,
        u"customer"_s, u"visitorid"_s,      u"visitor"_s,    u"externalid"_s, u"accountid"_s, u"identifier"_s,
        u"userids"_s,  u"contactid"_s,      u"customerno"_s, u"clientid"_s,   u"memberid"_s,  u"sub"_s,
        u"uuid"_s,     u"useridentifier"_s, u"jti"_s};
    static const QSet<QString> emails{u"email"_s, u"mail"_s, u"emailaddress"_s, u"useremail"_s,
                                      u"customeremail"_s};
    static const QSet<QString> proofs{u"hash"_s,       u"userhash"_s,      u"tag"_s,          u"hmac"_s,
                                      u"signature"_s,  u"digest"_s,        u"identityhash"_s, u"token"_s,
                                      u"jwt"_s,        u"jwttoken"_s,      u"usertoken"_s,    u"proof"_s,
                                      u"authtoken"_s,  u"identitytoken"_s, u"securehash"_s,   u"mac"_s,
                                      u"useridhash"_s, u"emailhash"_s,     u"hashvalue"_s,    u"idhash"_s};
    const QString text = bare(name);
    if (ids.contains(text)) {
        return ColumnRole::Id;
    }
    if (emails.contains(text)) {
        return ColumnRole::Email;
    }
    return proofs.contains(text) ? std::optional(ColumnRole::Proof) : std::nullopt;
}

bool holdsProofs(const QList<QStringList> &rows, int column)
{
    return mostAre(rows, column, isProof);
}

bool holdsEmails(const QList<QStringList> &rows, int column)
{
    return mostAre(rows, column, isEmail);
}

ListColumns guessColumns(const QStringList &header, const QList<QStringList> &rows)
{
    return Guess(header, rows).make();
}

} // namespace countersign::bulk
