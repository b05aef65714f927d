#pragma once

#include "core/verify/verdict.h"
#include "ui/widgets/styling.h"

class QGridLayout;

namespace countersign::ui {

/// Causes with their stable ids in monospace at the left, what each means beside it.
class CauseList final : public QWidget
{
    Q_OBJECT

public:
    explicit CauseList(QWidget *parent = nullptr);

    void showCauses(const verify::Verdict &verdict);
    /// A row of one's own: the decoder words its findings itself.
    void addRow(const QString &code, Tone tone, const QString &title, const QString &sentence);
    void clear();
    int count() const { return m_rows; }

private:
    QGridLayout *m_layout;
    int m_rows = 0;
};

} // namespace countersign::ui
