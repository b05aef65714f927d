#pragma once

#include "core/verify/cause.h"
#include "core/verify/rarity.h"

#include <QByteArray>

#include <vector>

namespace countersign::verify {

enum class SubjectKind { UserId, Email };

/// The value a vendor's rule hashes or claims, and the other one of the same customer.
struct SubjectValues
{
    SubjectKind kind = SubjectKind::UserId;
    QString value;        ///< what should have been hashed
    QString other;        ///< the e-mail where the user id is asked for, and the reverse; may be empty
    QString call;         ///< what the vendor calls this proof: "login() and setAttributes()"
    QStringList examples; ///< of the vendor's page, which a sample's user may still carry
    QMap<QString, QString> propertyFields = {}; ///< of the property, by label: "Property ID"
    bool isEmptyMeant = false; ///< an empty value is the text of no characters, not a missing one

    bool isGiven() const { return isEmptyMeant || !value.isEmpty(); }
};

/// A text that may have been hashed by mistake. The first form is the right one, without fault.
struct MessageForm
{
    QByteArray bytes;
    QList<Cause> faults;
    Rarity rarity = Rarity::Usual; ///< of its faults

    std::size_t weight() const
    {
        return static_cast<std::size_t>(faults.size()) + (rarity == Rarity::Rare ? 1 : 0);
    }
};

/// The right text and every known mistake with it, and with the customer's other value; plain mistakes
/// first. Texts that come out the same are listed once.
std::vector<MessageForm> formsOfMessage(const SubjectValues &subject);

/// "the user id", "the e-mail": marked for translation in "CauseValue".
QString subjectPhrase(SubjectKind kind);

} // namespace countersign::verify
