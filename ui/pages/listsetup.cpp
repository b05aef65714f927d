#include "ui/pages/listsetup.h"

#include "core/base/filestream.h"
#include "core/bulk/listbeginning.h"
#include "ui/pages/listpreviewtable.h"
#include "ui/pages/translation.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/styling.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QLocale>
#include <QThread>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

Result<bulk::ListPreview> previewFile(const QString &path, const bulk::DialectChoice &choice)
{
    auto reader = FileReader::open(path);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    const auto beginning =
        bulk::readBeginning([&reader](std::span<unsigned char> block) { return reader->read(block); });
    if (!beginning) {
        return std::unexpected(beginning.error());
    }
    return bulk::previewList(beginning->bytes, beginning->extent, choice);
}

QComboBox *makeCombo(const QString &objectName)
{
    auto *combo = new QComboBox;
    combo->setObjectName(objectName);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return combo;
}

} // namespace

ListSetup::ListSetup(QWidget *parent)
    : QWidget(parent)
    , m_file(makeLabel({}, TextRole::Heading))
    , m_facts(makeLabel({}, TextRole::Muted))
    , m_banner(new MessageBanner)
    , m_encoding(makeCombo(u"listEncoding"_s))
    , m_delimiter(makeCombo(u"listDelimiter"_s))
    , m_header(new QCheckBox(tr("The first row names the columns")))
    , m_call(makeCombo(u"listCall"_s))
    , m_id(makeCombo(u"listIdColumn"_s))
    , m_email(makeCombo(u"listEmailColumn"_s))
    , m_proof(makeCombo(u"listProofColumn"_s))
    , m_callRow(new FieldRow(tr("Made for"), m_call))
    , m_rows(new ListPreviewTable)
    , m_missing(makeLabel({}, TextRole::Hint))
    , m_submit(makeButton(tr("Verify the list"), ButtonKind::Primary))
{
    m_submit->setObjectName(u"verifyList"_s);
    m_header->setObjectName(u"listHeader"_s);
    m_banner->setDismissible(false);
    m_rows->setObjectName(u"listPreview"_s);
    auto *other = makeButton(tr("Another file…"), ButtonKind::Link);
    other->setObjectName(u"otherList"_s);
    auto *title = new QHBoxLayout;
    title->addWidget(m_file, 1);
    title->addWidget(other);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::medium);
    buttons->addWidget(m_submit);
    buttons->addWidget(m_missing, 1);
    auto *card = new Card;
    card->body()->setSpacing(space::medium);
    card->body()->addLayout(title);
    card->body()->addWidget(m_facts);
    card->body()->addWidget(m_banner);
    card->body()->addWidget(makeReadingRow());
    card->body()->addWidget(makeColumnRow());
    card->body()->addWidget(m_rows, 1);
    card->body()->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(other, &QPushButton::clicked, this, &ListSetup::otherFileRequested);
    connect(m_submit, &QPushButton::clicked, this, &ListSetup::submitted);
    connectFields();
}

QWidget *ListSetup::makeReadingRow()
{
    m_encoding->addItem(tr("UTF-8"), static_cast<int>(bulk::TextEncoding::Utf8));
    m_encoding->addItem(tr("Windows-1252 (Latin-1)"), static_cast<int>(bulk::TextEncoding::Windows1252));
    m_delimiter->addItem(tr("Comma"), u","_s);
    m_delimiter->addItem(tr("Semicolon"), u";"_s);
    m_delimiter->addItem(tr("Tab"), u"\t"_s);
    m_delimiter->addItem(tr("Bar"), u"|"_s);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::large);
    layout->addWidget(new FieldRow(tr("Encoding"), m_encoding));
    layout->addWidget(new FieldRow(tr("Separated by"), m_delimiter));
    layout->addWidget(m_header, 0, Qt::AlignBottom);
    layout->addStretch(1);
    return row;
}

QWidget *ListSetup::makeColumnRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::large);
    layout->addWidget(m_callRow);
    layout->addWidget(new FieldRow(tr("User id"), m_id));
    layout->addWidget(new FieldRow(tr("E-mail"), m_email));
    layout->addWidget(new FieldRow(tr("Hash or token"), m_proof));
    layout->addStretch(1);
    return row;
}

void ListSetup::connectFields()
{
    for (QComboBox *combo : {m_encoding, m_delimiter}) {
        connect(combo, &QComboBox::activated, this, &ListSetup::readAgain);
    }
    connect(m_header, &QCheckBox::clicked, this, &ListSetup::readAgain);
    for (QComboBox *combo : {m_call, m_id, m_email, m_proof}) {
        connect(combo, &QComboBox::currentIndexChanged, this, &ListSetup::refresh);
    }
}

void ListSetup::open(const QString &path, const recipes::Recipe &recipe)
{
    clear();
    m_path = path;
    m_recipe = &recipe;
    for (const recipes::ProofRule &rule : recipe.proofs) {
        m_call->addItem(rule.label, rule.id);
    }
    m_callRow->setVisible(recipe.proofs.size() > 1);
    m_file->setText(QFileInfo(path).fileName());
    readAgain();
}

void ListSetup::clear()
{
    m_path.clear();
    m_recipe = nullptr;
    m_preview = {};
    m_isRead = false;
    m_rows->clearRows();
    m_call->clear();
    m_file->clear();
    m_facts->clear();
    m_banner->clear();
    refresh();
}

/// The first time as it is found by looking; then as the person says.
void ListSetup::readAgain()
{
    auto preview = previewFile(m_path, choice());
    m_isRead = preview.has_value();
    if (preview) {
        m_banner->clear();
        m_preview = *std::move(preview);
    } else {
        m_banner->showMessage(Tone::Bad,
                              tr("This list could not be read. Save it as CSV (UTF-8) and try again."),
                              preview.error().detail);
        m_preview = {};
    }
    fill();
}

bulk::DialectChoice ListSetup::choice() const
{
    if (!m_isRead) {
        return {};
    }
    return {static_cast<bulk::TextEncoding>(m_encoding->currentData().toInt()),
            m_delimiter->currentData().toString().front().toLatin1(),
            m_header->isChecked() ? bulk::HeaderRow::First : bulk::HeaderRow::None};
}

void ListSetup::fill()
{
    const bulk::CsvDialect &dialect = m_preview.dialect;
    m_encoding->setCurrentIndex(m_encoding->findData(static_cast<int>(dialect.encoding)));
    m_delimiter->setCurrentIndex(m_delimiter->findData(QString(QLatin1Char(dialect.delimiter))));
    m_header->setChecked(dialect.header == bulk::HeaderRow::First);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_encoding, m_delimiter, m_header, m_id, m_email, m_proof}) {
        widget->setEnabled(m_isRead);
    }
    m_facts->setText(m_isRead ? tr("%1. Read as %2, separated by %3.")
                                    .arg(QLocale().formattedDataSize(QFileInfo(m_path).size()),
                                         translated("CsvDialect", bulk::encodingName(dialect)),
                                         translated("CsvDialect", bulk::delimiterName(dialect.delimiter)))
                              : QString());
    fillColumns();
    m_rows->showRows(m_preview);
    refresh();
}

void ListSetup::fillColumns()
{
    m_isFilling = true;
    for (QComboBox *combo : {m_id, m_email, m_proof}) {
        combo->clear();
        combo->addItem(tr("None"), -1);
        for (int column = 0; column < m_preview.fieldCount; ++column) {
            combo->addItem(columnTitle(m_preview, column), column);
        }
    }
    m_id->setCurrentIndex(m_id->findData(m_preview.guess.id));
    m_email->setCurrentIndex(m_email->findData(m_preview.guess.email));
    m_proof->setCurrentIndex(m_proof->findData(m_preview.guess.proof));
    m_isFilling = false;
}

bulk::ListColumns ListSetup::columns() const
{
    const auto chosen = [](const QComboBox *combo) {
        return combo->currentIndex() < 0 ? -1 : combo->currentData().toInt();
    };
    return {chosen(m_id), chosen(m_email), chosen(m_proof)};
}

/// What is still to be said, in a sentence; empty when nothing is.
QString ListSetup::missing() const
{
    const recipes::ProofRule *rule = m_recipe ? m_recipe->proof(m_call->currentData().toString()) : nullptr;
    if (!m_isRead || !rule) {
        return tr("Choose another file.");
    }
    const bulk::ListColumns chosen = columns();
    if (chosen.proof < 0) {
        return tr("Say which column holds the hash or token.");
    }
    const recipes::MacRule *mac = rule->mac();
    if (mac && m_recipe->hashesEmail(*mac) && chosen.email < 0) {
        return tr("This hash is made of the e-mail: say which column holds it.");
    }
    // An e-mail alone decides nothing, but the causes it can be compared with are found, as of one visitor.
    if (mac && !m_recipe->hashesEmail(*mac) && chosen.id < 0 && chosen.email < 0) {
        return tr("This hash is made of the user id: say which column holds it.");
    }
    return {};
}

bool ListSetup::isComplete() const
{
    return m_recipe && missing().isEmpty();
}

void ListSetup::refresh()
{
    if (m_isFilling) {
        return;
    }
    m_rows->markColumns(m_preview, columns());
    m_missing->setText(m_path.isEmpty() ? QString() : missing());
    m_submit->setEnabled(isComplete());
}

bulk::ListRequest ListSetup::request() const
{
    bulk::ListRequest request;
    request.shape = {m_preview.dialect, columns(), m_preview.fieldCount};
    request.proofRule =
        m_recipe && m_recipe->proofs.size() > 1 ? m_call->currentData().toString() : QString();
    request.threads = std::max(1, QThread::idealThreadCount());
    return request;
}

} // namespace countersign::ui
