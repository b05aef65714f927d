#pragma once

#include "ui/actions/keyactions.h"
#include "ui/pages/propertypage.h"

class QMenu;

namespace countersign::ui {

class EmptyState;
class KeyMaterialCard;
class KeyVersionsView;
class MessageBanner;
class RotationCard;

/// The versions of the property's key, what can be done with each, and the way to rotate it.
class KeysPage final : public PropertyPage
{
    Q_OBJECT

public:
    explicit KeysPage(const PageContext &context, QWidget *parent = nullptr);

    void showProperty(const recipes::Property *property, const recipes::Recipe *recipe) override;
    void begin(PageTask task) override;
    void clear() override;

private:
    void rotate();
    QWidget *makeVersionsCard();
    void connectActions();
    void showChosenVersion();
    void showMenu(const QPoint &position);
    void addStatusActions(QMenu *menu, const keys::KeyVersion &version);
    void addKeyActions(QMenu *menu, const keys::KeyVersion &version);
    void ask(int version, KeyStep step);
    template<typename Action>
    auto withChosen(Action action);

    std::optional<recipes::Property> m_property;
    const recipes::Recipe *m_recipe = nullptr;
    KeyActions *m_actions;
    MessageBanner *m_banner;
    KeyVersionsView *m_versions;
    EmptyState *m_empty;
    RotationCard *m_rotation;
    KeyMaterialCard *m_material;
};

} // namespace countersign::ui
