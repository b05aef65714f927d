#pragma once

#include "core/snippets/snippet.h"
#include "ui/pages/propertypage.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace countersign::ui {

class Card;
class Chip;
class CodeHighlighter;
class CodeView;
class EmptyState;
class MessageBanner;
class SnippetList;

/// Snippets: the code for server, page and app of this property, to copy or save.
class SnippetsPage final : public PropertyPage
{
    Q_OBJECT

public:
    explicit SnippetsPage(const PageContext &context, QWidget *parent = nullptr);

    void showProperty(const recipes::Property *property, const recipes::Recipe *recipe) override;
    void clear() override;

private:
    QWidget *makeListCard();
    QWidget *makeCodeCard();
    const snippets::Snippet *chosen() const;
    void showChosen();
    void copyCode();
    void chooseFile();
    void chooseFolder();
    void save(const QString &path);
    void exportAll(const QString &folder);
    void recordExport(const QString &detail);

    recipes::Property m_property;
    QList<snippets::Snippet> m_snippets;
    SnippetList *m_list;
    MessageBanner *m_banner;
    Card *m_card;
    QLabel *m_title;
    Chip *m_fileName;
    QPushButton *m_copy;
    QPushButton *m_save;
    QPushButton *m_exportAll;
    QLabel *m_note;
    QStackedWidget *m_stack;
    CodeView *m_code;
    CodeHighlighter *m_highlighter;
    EmptyState *m_missing;
};

} // namespace countersign::ui
