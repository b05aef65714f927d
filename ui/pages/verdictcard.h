#pragma once

#include "core/verify/verdict.h"
#include "ui/widgets/styling.h"

#include <QFrame>

namespace countersign::ui {

/// The verdict in large type on its colour, with a picture and a word that say the same.
class VerdictCard final : public QFrame
{
    Q_OBJECT

public:
    explicit VerdictCard(QWidget *parent = nullptr);

    void show(const verify::Verdict &verdict);
    /// A sentence of one's own, with the look of such a verdict.
    void show(verify::VerdictKind kind, const QString &headline, const QString &explanation);
    void clear();
    /// Says that the fields were changed after the verdict was given.
    void setOutdated(bool outdated);
    QString headline() const { return m_headline->text(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void apply(verify::VerdictKind kind, const QString &headline, const QString &explanation);
    void refreshIcon();

    verify::VerdictKind m_kind = verify::VerdictKind::NotVerified;
    bool m_usesOlderKey = false;
    QLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_explanation;
    QLabel *m_outdated;
};

} // namespace countersign::ui
