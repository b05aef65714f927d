#pragma once

#include "core/verify/whose.h"
#include "ui/pages/toolpage.h"

class QStackedWidget;

namespace countersign::ui {

class EmptyState;
class FindKeyForm;
class FindKeyProgress;
class FindKeyResult;
class MessageBanner;
class OwnerSearch;

/// Which property and version made this? What came in at the left, the answer over the whole vault at the
/// right.
class FindKeyPage final : public ToolPage
{
    Q_OBJECT

public:
    explicit FindKeyPage(const PageContext &context, QWidget *parent = nullptr);
    ~FindKeyPage() override;

    void clear() override;

private:
    QWidget *makeRightSide();
    void connectParts();
    void search();
    void showAnswer(const verify::WhoseAnswer &answer, const QStringList &leftOut);
    void showError(const Error &error);
    void verifyThere(const recipes::PropertyId &id);

    FindKeyForm *m_form;
    MessageBanner *m_banner;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    FindKeyProgress *m_progress;
    FindKeyResult *m_result;
    OwnerSearch *m_search;
    verify::WhoseRequest m_searched; ///< what the answer shown is about
};

} // namespace countersign::ui
