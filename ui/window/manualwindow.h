#pragma once

#include <QWidget>

class QPushButton;
class QTextBrowser;

namespace countersign::ui {

/// The manual that the program carries inside: chapters in Markdown with links between them. Opens nothing on
/// the network, and stays open while the vault is locked.
class ManualWindow final : public QWidget
{
    Q_OBJECT

public:
    explicit ManualWindow(QWidget *parent = nullptr);

    /// Goes to the chapter, "index" for the contents.
    void showChapter(const QString &name);

private:
    void showTitle();

    QTextBrowser *m_text;
    QPushButton *m_back;
};

} // namespace countersign::ui
