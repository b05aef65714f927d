#pragma once

#include "core/verify/whose.h"

#include <QWidget>

namespace countersign::ui {

class ProgressCard;

/// How far the search for a key is, and the way to stop it.
class FindKeyProgress final : public QWidget
{
    Q_OBJECT

public:
    explicit FindKeyProgress(QWidget *parent = nullptr);

    void start();
    void showProgress(const verify::WhoseProgress &progress);

Q_SIGNALS:
    void cancelled();

private:
    ProgressCard *m_card;
};

} // namespace countersign::ui
