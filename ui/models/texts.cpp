#include "ui/models/texts.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Texts)
};

int daysSince(Timestamp time, Timestamp now)
{
    return int(std::chrono::floor<std::chrono::days>(now - time).count());
}

} // namespace

QString errorText(const Error &error)
{
    return QCoreApplication::translate("Error", errorSentence(error.code));
}

QString problemText(const recipes::FieldProblem &problem)
{
    return problem.remark.filledIn(
        QCoreApplication::translate("FieldProblem", problem.remark.text.toUtf8().constData()));
}

QString keyFormText(const recipes::Remark &warning)
{
    return warning.filledIn(QCoreApplication::translate("KeyForm", warning.text.toUtf8().constData()));
}

QString weaknessText(keys::KeyWeakness weakness)
{
    return QCoreApplication::translate("KeyWeakness", keys::weaknessSentence(weakness));
}

QString statusText(keys::KeyStatus status)
{
    switch (status) {
    case keys::KeyStatus::Standby:
        return Tr::tr("Standby");
    case keys::KeyStatus::Current:
        return Tr::tr("Current");
    case keys::KeyStatus::Previous:
        return Tr::tr("Previous");
    case keys::KeyStatus::Revoked:
        return Tr::tr("Revoked");
    case keys::KeyStatus::Destroyed:
        return Tr::tr("Destroyed");
    }
    return {};
}

QString originText(keys::KeyOrigin origin)
{
    return origin == keys::KeyOrigin::Generated ? Tr::tr("Made here") : Tr::tr("Imported");
}

QString evidenceText(recipes::Evidence evidence)
{
    switch (evidence) {
    case recipes::Evidence::Sourced:
        return Tr::tr("Documented");
    case recipes::Evidence::PublicCode:
        return Tr::tr("Seen in use");
    case recipes::Evidence::Inferred:
        return Tr::tr("Inferred");
    case recipes::Evidence::Unverified:
        return Tr::tr("Unverified");
    }
    return {};
}

QString evidenceExplanation(recipes::Evidence evidence)
{
    switch (evidence) {
    case recipes::Evidence::Sourced:
        return Tr::tr("The vendor's own documentation says so.");
    case recipes::Evidence::PublicCode:
        return Tr::tr("Seen in public code that uses the widget; the vendor does not promise it.");
    case recipes::Evidence::Inferred:
        return Tr::tr("Follows from what the vendor documents; not stated by it.");
    case recipes::Evidence::Unverified:
        return Tr::tr("General knowledge. Check it with the vendor.");
    }
    return {};
}

QString enforcementText(const recipes::Recipe &recipe, recipes::Enforcement enforcement)
{
    const QString name = recipe.verificationName.isEmpty() ? Tr::tr("Verification") : recipe.verificationName;
    switch (enforcement) {
    case recipes::Enforcement::On:
        return Tr::tr("%1 on", "Secure Mode on").arg(name);
    case recipes::Enforcement::Off:
        return Tr::tr("%1 off", "Secure Mode off").arg(name);
    case recipes::Enforcement::Unknown:
        break;
    }
    return {};
}

QString attentionText(const recipes::Property &property, recipes::Attention attention, Timestamp now)
{
    switch (attention) {
    case recipes::Attention::None:
        break;
    case recipes::Attention::NoKey:
        return Tr::tr("No key");
    case recipes::Attention::Rotating:
        return Tr::tr("Rotating");
    case recipes::Attention::RotationDue:
        if (const keys::KeyVersion *current = property.keys.current()) {
            return Tr::tr("%n d", "age of a key in days", daysSince(current->createdAt, now));
        }
    }
    return {};
}

QString agoText(Timestamp time, Timestamp now)
{
    const int days = daysSince(time, now);
    if (days < 1) {
        return Tr::tr("today");
    }
    if (days < 365) {
        return days == 1 ? Tr::tr("yesterday") : Tr::tr("%n days ago", nullptr, days);
    }
    return days < 730 ? Tr::tr("1 year ago") : Tr::tr("%n years ago", nullptr, days / 365);
}

QString pathText(QString path)
{
    return path.replace(u" > "_s, u" › "_s);
}

QString momentText(Timestamp time)
{
    return QLocale().toString(toDateTime(time).toLocalTime(), QLocale::ShortFormat);
}

} // namespace countersign::ui
