#pragma once

#include <QTextBrowser>

namespace countersign::ui {

/// Shows a chapter of the manual: pictures no wider than the window, code and tables set apart.
class ManualText final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ManualText(QWidget *parent = nullptr);

    QVariant loadResource(int type, const QUrl &name) override;

protected:
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;
    void changeEvent(QEvent *event) override;

private:
    void style();
};

} // namespace countersign::ui
