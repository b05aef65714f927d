#pragma once

#include "core/snippets/snippet.h"

#include <QListWidget>

namespace countersign::ui {

/// The snippets of a property under a heading for each side: server, page, app.
class SnippetList final : public QListWidget
{
    Q_OBJECT

public:
    explicit SnippetList(QWidget *parent = nullptr);

    /// Keeps the chosen snippet where the new ones have it too, else chooses the first.
    void setSnippets(const QList<snippets::Snippet> &snippets);
    QString chosenId() const;

Q_SIGNALS:
    void chosen(const QString &id);

private:
    void addHeading(const QString &text);
};

} // namespace countersign::ui
