#include "ui/pages/snippetspage.h"

#include "core/base/files.h"
#include "ui/models/texts.h"
#include "ui/pages/codehighlighter.h"
#include "ui/pages/snippetlist.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/svgicon.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int listWidth = 260;

QPushButton *makeNamed(const QString &objectName, const QString &icon, const QString &text)
{
    QPushButton *button = makeButton(text);
    button->setObjectName(objectName);
    button->setIcon(themedIcon(icon));
    return button;
}

} // namespace

SnippetsPage::SnippetsPage(const PageContext &context, QWidget *parent)
    : PropertyPage(context, parent)
    , m_list(new SnippetList)
    , m_banner(new MessageBanner)
    , m_card(new Card)
    , m_title(makeLabel({}, TextRole::Strong))
    , m_fileName(new Chip)
    , m_copy(makeNamed(u"copySnippet"_s, u"copy"_s, tr("Copy")))
    , m_save(makeNamed(u"saveSnippet"_s, u"save"_s, tr("Save…")))
    , m_exportAll(makeNamed(u"exportSnippets"_s, u"save"_s, tr("Save all to a folder…")))
    , m_note(makeLabel({}, TextRole::Hint))
    , m_stack(new QStackedWidget)
    , m_code(new CodeView)
    , m_highlighter(new CodeHighlighter(m_code->document(), m_code))
    , m_missing(new EmptyState(u"edit"_s, tr("Something is missing"), {}))
{
    auto *right = new QVBoxLayout;
    right->setSpacing(space::medium);
    right->addWidget(m_banner);
    right->addWidget(makeCodeCard(), 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::wide);
    layout->addWidget(makeListCard());
    layout->addLayout(right, 1);
    connect(m_list, &SnippetList::chosen, this, &SnippetsPage::showChosen);
    connect(m_code, &CodeView::paletteChanged, m_highlighter, &QSyntaxHighlighter::rehighlight);
    connect(m_copy, &QPushButton::clicked, this, &SnippetsPage::copyCode);
    connect(m_save, &QPushButton::clicked, this, &SnippetsPage::chooseFile);
    connect(m_exportAll, &QPushButton::clicked, this, &SnippetsPage::chooseFolder);
    connect(m_missing, &EmptyState::activated, this,
            [this] { Q_EMIT editRequested(chosen()->missingField); });
}

QWidget *SnippetsPage::makeListCard()
{
    auto *card = new Card;
    card->setFixedWidth(listWidth);
    card->body()->addWidget(m_list, 1);
    card->body()->addWidget(m_exportAll);
    return card;
}

QWidget *SnippetsPage::makeCodeCard()
{
    m_code->setObjectName(u"snippetCode"_s);
    m_code->setAccessibleName(tr("Code"));
    m_missing->setAction(tr("Edit this property…"));
    m_stack->addWidget(m_code);
    m_stack->addWidget(m_missing);
    m_card->header()->addWidget(m_title);
    m_card->header()->addWidget(m_fileName);
    m_card->header()->addStretch();
    m_card->header()->addWidget(m_copy);
    m_card->header()->addWidget(m_save);
    m_card->body()->addWidget(m_note);
    m_card->body()->addWidget(m_stack, 1);
    return m_card;
}

void SnippetsPage::showProperty(const recipes::Property *property, const recipes::Recipe *recipe)
{
    if (!property || !recipe) {
        clear();
        return;
    }
    if (property->id != m_property.id) {
        m_list->setSnippets({});
        m_banner->clear();
    }
    m_property = *property;
    Result<QList<snippets::Snippet>> rendered = snippets::renderSnippets(*recipe, *property);
    if (!rendered) {
        clear();
        m_banner->showError(rendered.error());
        return;
    }
    m_snippets = std::move(*rendered);
    m_list->setSnippets(m_snippets);
    m_exportAll->setEnabled(true);
    showChosen();
}

void SnippetsPage::clear()
{
    m_property = {};
    m_snippets.clear();
    m_banner->clear();
    m_list->setSnippets({});
    m_exportAll->setEnabled(false);
    showChosen();
}

const snippets::Snippet *SnippetsPage::chosen() const
{
    const auto found = std::ranges::find(m_snippets, m_list->chosenId(), &snippets::Snippet::id);
    return found == m_snippets.end() ? nullptr : &*found;
}

void SnippetsPage::showChosen()
{
    const snippets::Snippet *snippet = chosen();
    const bool isReady = snippet && snippet->missing.isEmpty();
    m_card->setVisible(snippet);
    m_copy->setEnabled(isReady);
    m_save->setEnabled(isReady);
    m_stack->setCurrentIndex(isReady || !snippet ? 0 : 1);
    m_highlighter->setLanguage(snippet ? snippet->language : QString());
    m_code->setText(snippet ? snippet->text : QString());
    if (snippet) {
        m_title->setText(snippet->title);
        m_card->setAccessibleName(snippet->title);
        m_fileName->set(snippet->fileName, Tone::Neutral);
        m_note->setText(snippet->note);
        m_note->setVisible(!snippet->note.isEmpty());
        m_missing->setTexts(tr("Something is missing"), snippet->missing);
    }
}

void SnippetsPage::copyCode()
{
    if (const snippets::Snippet *snippet = chosen()) {
        context().clipboard.copyText(snippet->text);
    }
}

void SnippetsPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the code"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(chosen()->fileName);
    connect(dialog, &QFileDialog::fileSelected, this, &SnippetsPage::save);
    dialog->open();
}

void SnippetsPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Save all code to a folder"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &SnippetsPage::exportAll);
    dialog->open();
}

void SnippetsPage::save(const QString &path)
{
    const snippets::Snippet *snippet = chosen();
    if (!snippet) {
        return;
    }
    // The file dialog has asked before an existing file is replaced.
    const Result<void> written =
        writeFile(path, bytesOf(snippet->text.toUtf8()), FileAccess::Ordinary, Overwrite::Yes);
    if (!written) {
        m_banner->showError(written.error());
        return;
    }
    m_banner->clear();
    recordExport(snippet->id);
    Q_EMIT messageShown(tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
}

void SnippetsPage::exportAll(const QString &folder)
{
    const Result<QStringList> written = snippets::exportSnippets(m_snippets, folder);
    if (!written) {
        m_banner->showError(written.error());
        return;
    }
    m_banner->clear();
    recordExport(u"all"_s);
    const qsizetype left = m_snippets.size() - written->size();
    const QString saved = tr("Saved in %1").arg(QDir::toNativeSeparators(folder));
    Q_EMIT messageShown(
        left == 0 ? saved
                  : tr("%1; without %n that need a field filled in first", nullptr, int(left)).arg(saved));
}

void SnippetsPage::recordExport(const QString &detail)
{
    const auto note = [property = m_property, detail](vault::Vault &vault) {
        return vault.record(vault::ActivityKind::SnippetExported, &property, 0, detail);
    };
    context().session.run(this, note, [this](const Result<void> &result) {
        if (!result) {
            Q_EMIT messageShown(errorText(result.error()));
        }
    });
}

} // namespace countersign::ui
