#pragma once

#include "core/recipes/keyhealth.h"
#include "core/recipes/recipecatalog.h"
#include "ui/actions/vaultsession.h"

#include <QHash>

namespace countersign::ui {

/// Knows which properties have a doubtful key in use. Looks at the current key of each, a few at a time on
/// the vault's thread so that nothing else waits long, and again only where another key became current.
class SecretHealth final : public QObject
{
    Q_OBJECT

public:
    using Doubts = QHash<recipes::PropertyId, recipes::KeyHealth>;

    SecretHealth(VaultSession &session, const recipes::RecipeCatalog &catalog, QObject *parent = nullptr);

    /// The properties whose key is not sound, as far as they were looked at yet.
    const Doubts &doubts() const { return m_doubts; }

Q_SIGNALS:
    void changed();

private:
    struct Question
    {
        recipes::PropertyId id;
        int version;
        QString fingerprint;
        recipes::KeyRule rule;
    };
    struct Answer
    {
        recipes::PropertyId id;
        QString fingerprint;
        recipes::KeyHealth health;
    };

    void follow();
    void forget();
    void forgetFormerKeys();
    void setDoubts(const Doubts &doubts);
    std::vector<Question> nextQuestions() const;
    void askOn();
    void take(const std::vector<Answer> &answers);

    VaultSession &m_session;
    const recipes::RecipeCatalog &m_catalog;
    QHash<recipes::PropertyId, QString> m_known; ///< the fingerprint of the key that was looked at
    Doubts m_doubts;
    bool m_isAsking = false;
};

} // namespace countersign::ui
