#pragma once

#include "core/recipes/property.h"

#include <QWidget>

class QPushButton;

namespace countersign::ui {

class Chip;
class ElidedLabel;

/// The chosen property's name, what it is, and what can be done with it.
class PropertyHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit PropertyHeader(QWidget *parent = nullptr);

    void show(const recipes::Property &property, const recipes::Recipe *recipe);
    void clear();
    QPushButton *editButton() const { return m_edit; }
    QPushButton *rotateButton() const { return m_rotate; }
    QPushButton *exportButton() const { return m_export; }

private:
    ElidedLabel *m_name;
    Chip *m_vendor;
    Chip *m_environment;
    Chip *m_enforcement;
    Chip *m_archived;
    QPushButton *m_edit;
    QPushButton *m_rotate;
    QPushButton *m_export;
};

} // namespace countersign::ui
