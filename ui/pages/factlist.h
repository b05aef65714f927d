#pragma once

#include "ui/widgets/chip.h"

#include <QWidget>

class QGridLayout;

namespace countersign::ui {

/// Names at the left in a muted colour, what is known beside them, optionally with a chip.
class FactList final : public QWidget
{
    Q_OBJECT

public:
    explicit FactList(QWidget *parent = nullptr);

    void clear();
    void addFact(const QString &name, const QString &value);
    void addFact(const QString &name, const QString &value, const QString &chip, Tone tone);
    /// For fingerprints and the like: monospace, selectable.
    void addCode(const QString &name, const QString &value);

private:
    void addRow(const QString &name, QWidget *value);

    QGridLayout *m_layout;
    int m_rows = 0;
};

} // namespace countersign::ui
