#include "ui/window/startpage.h"

#include "ui/widgets/messagebanner.h"
#include "ui/widgets/svgicon.h"

#include <QDir>
#include <QFileInfo>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

class Picture final : public QLabel
{
public:
    explicit Picture(const QIcon &icon)
        : m_icon(icon)
    {
        setFixedSize(32, 32);
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    // Not a pixmap: it would keep the colour of the theme in which it was made.
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_icon.paint(&painter, rect().adjusted(4, 4, -4, -4));
    }

private:
    const QIcon m_icon;
};

/// A large button of an icon, a title and a sentence.
class ChoiceButton final : public QPushButton
{
public:
    ChoiceButton(const QString &icon, const QString &title, const QString &text)
    {
        setProperty("kind", u"choice"_s);
        setAccessibleName(title);
        setAccessibleDescription(text);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(2);
        for (QLabel *label : {makeLabel(title, TextRole::Strong), makeLabel(text, TextRole::Muted)}) {
            label->setAttribute(Qt::WA_TransparentForMouseEvents);
            texts->addWidget(label);
        }
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(space::medium, space::medium, space::large, space::medium);
        layout->setSpacing(space::medium);
        layout->addWidget(new Picture(themedIcon(icon, IconTone::Accent)));
        layout->addLayout(texts, 1);
    }
    QSize sizeHint() const override { return {440, layout()->heightForWidth(440)}; }
    QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }
};

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_recent(new QVBoxLayout)
    , m_banner(new MessageBanner)
{
    setObjectName(u"startPage"_s);
    auto *column = new QVBoxLayout;
    column->setSpacing(space::medium);
    auto *icon = new QLabel;
    icon->setPixmap(applicationIcon().pixmap(56, 56));
    column->addWidget(icon, 0, Qt::AlignHCenter);
    column->addWidget(makeLabel(u"Countersign"_s, TextRole::Title), 0, Qt::AlignHCenter);
    QLabel *about =
        makeLabel(tr("Keys and proofs for the identity verification of your chat widgets."), TextRole::Muted);
    about->setAlignment(Qt::AlignCenter);
    column->addWidget(about);
    column->addSpacing(space::small);
    column->addWidget(makeChoice(u"createVault"_s, u"plus"_s, tr("Create a vault"),
                                 tr("An encrypted file for your keys, opened with a passphrase."),
                                 &StartPage::createRequested));
    column->addWidget(makeChoice(u"openVault"_s, u"open"_s, tr("Open a vault"),
                                 tr("One from this or another computer."), &StartPage::openRequested));
    column->addWidget(makeChoice(u"tryDemo"_s, u"play"_s, tr("Try the demo vault"),
                                 tr("Sample properties of every vendor, with made-up keys."),
                                 &StartPage::demoRequested));
    column->addWidget(m_banner);
    column->addLayout(m_recent);
    auto *middle = new QWidget;
    middle->setFixedWidth(460);
    middle->setLayout(column);
    centreIn(this, middle);
    m_recent->setSpacing(2);
    setFocusProxy(middle->findChild<QPushButton *>(u"createVault"_s));
}

QWidget *StartPage::makeChoice(const QString &name, const QString &icon, const QString &title,
                               const QString &text, void (StartPage::*signal)())
{
    auto *choice = new ChoiceButton(icon, title, text);
    choice->setObjectName(name);
    connect(choice, &QPushButton::clicked, this, signal);
    return choice;
}

void StartPage::showRecent(const QStringList &paths)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QStringList existing = paths;
    existing.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    if (existing.isEmpty()) {
        return;
    }
    m_recent->addSpacing(space::small);
    m_recent->addWidget(makeLabel(tr("RECENT"), TextRole::Section));
    for (const QString &path : existing) {
        const QString folder = QDir::toNativeSeparators(QFileInfo(path).path());
        QPushButton *button =
            makeButton(literalText(fontMetrics().elidedText(
                           QFileInfo(path).completeBaseName() + u"  –  "_s + folder, Qt::ElideMiddle, 430)),
                       ButtonKind::Link);
        button->setToolTip(path);
        connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT recentChosen(path); });
        m_recent->addWidget(button, 0, Qt::AlignLeft);
    }
}

} // namespace countersign::ui
