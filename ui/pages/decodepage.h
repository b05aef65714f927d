#pragma once

#include "ui/pages/toolpage.h"

#include <QTimer>

namespace countersign::ui {

class DecodedToken;
class FieldRow;
class PasteEdit;

/// Any token taken apart, with the vault locked or open. Uses no key, so it never says that a token is right.
class DecodePage final : public ToolPage
{
    Q_OBJECT

public:
    explicit DecodePage(const PageContext &context, QWidget *parent = nullptr);

    void clear() override;
    void setToken(const QString &token);

private:
    QWidget *makeTokenCard();
    void scheduleDecoding();
    void decode();

    PasteEdit *m_token;
    FieldRow *m_tokenRow;
    DecodedToken *m_decoded;
    QTimer m_delay; ///< a pause in typing
};

} // namespace countersign::ui
