#pragma once

#include "core/bulk/listpreview.h"
#include "core/bulk/listverification.h"
#include "core/recipes/recipe.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace countersign::ui {

class FieldRow;
class ListPreviewTable;
class MessageBanner;

/// How a list is read, before it is checked: what was found by looking, which column is which, and the first
/// rows.
class ListSetup final : public QWidget
{
    Q_OBJECT

public:
    explicit ListSetup(QWidget *parent = nullptr);

    /// Reads the beginning of the file; says on itself what is wrong when that fails.
    void open(const QString &path, const recipes::Recipe &recipe);
    void clear();

    const QString &path() const { return m_path; }
    bool isComplete() const;
    /// As the person left it.
    bulk::ListRequest request() const;

Q_SIGNALS:
    void submitted();
    void otherFileRequested();

private:
    QWidget *makeReadingRow();
    QWidget *makeColumnRow();
    void connectFields();
    void readAgain();
    void fill();
    void fillColumns();
    void refresh();
    bulk::DialectChoice choice() const;
    bulk::ListColumns columns() const;
    QString missing() const;

    QString m_path;
    const recipes::Recipe *m_recipe = nullptr;
    bulk::ListPreview m_preview;
    bool m_isRead = false;
    bool m_isFilling = false;
    QLabel *m_file;
    QLabel *m_facts;
    MessageBanner *m_banner;
    QComboBox *m_encoding;
    QComboBox *m_delimiter;
    QCheckBox *m_header;
    QComboBox *m_call;
    QComboBox *m_id;
    QComboBox *m_email;
    QComboBox *m_proof;
    FieldRow *m_callRow;
    ListPreviewTable *m_rows;
    QLabel *m_missing;
    QPushButton *m_submit;
};

} // namespace countersign::ui
