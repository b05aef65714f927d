#pragma once

#include "core/recipes/recipecatalog.h"
#include "ui/actions/vaultsession.h"

#include <QHash>
#include <QSet>

namespace countersign::ui {

/// Knows which properties have a doubtful key in use. Looks at the current key of each, a few at a time on
/// the vault's thread so that nothing else waits long, and again only where another key became current.
class SecretHealth final : public QObject
{
    Q_OBJECT

public:
    SecretHealth(VaultSession &session, const recipes::RecipeCatalog &catalog, QObject *parent = nullptr);

    /// As far as they were looked at yet.
    const QSet<recipes::PropertyId> &doubtful() const { return m_doubtful; }

Q_SIGNALS:
    void changed();

private:
    struct Question
    {
        recipes::PropertyId id;
        int version;
        recipes::KeyRule rule;
    };
    struct Answer
    {
        recipes::PropertyId id;
        int version;
        bool isDoubtful;
    };

    void follow();
    void forget();
    void forgetFormerKeys();
    void setDoubtful(const QSet<recipes::PropertyId> &doubtful);
    std::vector<Question> nextQuestions() const;
    void askOn();
    void take(const std::vector<Answer> &answers);

    VaultSession &m_session;
    const recipes::RecipeCatalog &m_catalog;
    QHash<recipes::PropertyId, int> m_known; ///< the version that was looked at
    QSet<recipes::PropertyId> m_doubtful;
    bool m_isAsking = false;
};

} // namespace countersign::ui
