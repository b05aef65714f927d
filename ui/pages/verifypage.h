#pragma once

#include "core/verify/report.h"
#include "ui/pages/propertypage.h"

namespace countersign::ui {

class BusyOverlay;
class ProofCheck;
class VerifyForm;
class VerifyResult;

/// Why does this customer's hash fail? What came from the customer at the left, the verdict at the right.
class VerifyPage final : public PropertyPage
{
    Q_OBJECT

public:
    explicit VerifyPage(const PageContext &context, QWidget *parent = nullptr);

    void showProperty(const recipes::Property *property, const recipes::Recipe *recipe) override;
    void check(const verify::VerificationRequest &request) override;
    void clear() override;

private:
    void verify();
    void showVerdict(const verify::Verdict &verdict);
    bool isSomethingElseAsked() const;
    void showError(const Error &error);
    void copyReport(verify::ReportFormat format);
    void setBusy(bool busy);

    VerifyForm *m_form;
    VerifyResult *m_result;
    BusyOverlay *m_busy;
    ProofCheck *m_check;
    recipes::Property m_property;
    const recipes::Recipe *m_recipe = nullptr;
    verify::VerificationRequest m_checked; ///< what the verdict shown is about
    keys::KeySet m_checkedKeys;            ///< and what it was checked with
    verify::Verdict m_verdict;
};

} // namespace countersign::ui
