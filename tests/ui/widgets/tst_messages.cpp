#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/messagebanner.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::ui;

class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void problemTakesThePlaceOfTheHint();
    void fieldTellsAssistiveTechnologyItsNameAndProblem();
    void bannerSaysWhatHappenedAndWhere();
    void overlayKeepsThePointerAway();
    void overlayKeepsTheKeyboardAway();
    void overlayLeavesTheFocusWhereItIsNotUnderIt();
    void nameOfAFieldKeepsItsAmpersand();
    void narrowFieldStandsUnderItsName();
    void buttonOfAFieldStandsBesideIt();
};

void TestMessages::problemTakesThePlaceOfTheHint()
{
    FieldRow row(u"App id"_s, new QLineEdit);
    row.setHint(u"24 characters"_s);
    row.setProblem(u"Too short"_s);
    QCOMPARE(row.problem(), u"Too short"_s);
    QVERIFY(row.editor()->property("problem").toBool());
    row.setProblem({});
    QCOMPARE(row.editor()->accessibleDescription(), u"24 characters"_s);
    QVERIFY(!row.editor()->property("problem").toBool());
}

void TestMessages::fieldTellsAssistiveTechnologyItsNameAndProblem()
{
    FieldRow row(u"App id"_s, new QLineEdit);
    row.setProblem(u"Too short"_s);
    QCOMPARE(row.editor()->accessibleName(), u"App id"_s);
    QCOMPARE(row.editor()->accessibleDescription(), u"Too short"_s);
}

void TestMessages::bannerSaysWhatHappenedAndWhere()
{
    MessageBanner banner;
    QVERIFY(banner.isHidden());
    banner.showError({ErrorCode::WriteFailed, u"/tmp/vault"_s});
    QVERIFY(!banner.isHidden());
    QVERIFY(!banner.text().isEmpty());
    banner.clear();
    QVERIFY(banner.isHidden());
    QVERIFY(banner.text().isEmpty());
}

void TestMessages::overlayKeepsThePointerAway()
{
    QWidget parent;
    parent.resize(200, 100);
    BusyOverlay overlay(&parent);
    parent.show();
    overlay.start(u"Working"_s);
    QCOMPARE(parent.childAt(100, 50)->window(), &parent);
    QVERIFY(overlay.isActive());
    QCOMPARE(overlay.geometry(), parent.rect());
    parent.resize(300, 200);
    QCOMPARE(overlay.geometry(), parent.rect());
    overlay.stop();
    QVERIFY(overlay.isHidden());
}

void TestMessages::overlayKeepsTheKeyboardAway()
{
    QWidget parent;
    auto *layout = new QVBoxLayout(&parent);
    auto *field = new QLineEdit;
    auto *button = new QPushButton;
    layout->addWidget(field);
    layout->addWidget(button);
    BusyOverlay overlay(&parent);
    parent.show();
    field->setFocus();
    overlay.start(u"Working"_s);
    overlay.start(u"Still working"_s);
    QTest::keyClicks(parent.focusWidget(), u"more"_s);
    QTest::keyClick(parent.focusWidget(), Qt::Key_Tab);
    QCOMPARE(parent.focusWidget(), &overlay);
    QCOMPARE(field->text(), QString());
    QKeyEvent shortcut(QEvent::ShortcutOverride, Qt::Key_Return, Qt::NoModifier);
    shortcut.ignore();
    QCoreApplication::sendEvent(parent.focusWidget(), &shortcut);
    QVERIFY(shortcut.isAccepted());
    overlay.stop();
    QCOMPARE(parent.focusWidget(), field);
    overlay.start(u"Working"_s);
    button->setFocus(); // somebody else decides
    overlay.stop();
    QCOMPARE(parent.focusWidget(), button);
}

void TestMessages::overlayLeavesTheFocusWhereItIsNotUnderIt()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *field = new QLineEdit;
    auto *covered = new QWidget;
    layout->addWidget(field);
    layout->addWidget(covered);
    BusyOverlay overlay(covered);
    window.show();
    field->setFocus();
    overlay.start(u"Working"_s);
    QCOMPARE(window.focusWidget(), field);
    overlay.stop();
    QCOMPARE(window.focusWidget(), field);
}

void TestMessages::narrowFieldStandsUnderItsName()
{
    auto *narrow = new QLineEdit;
    narrow->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    FieldRow row(u"Read as"_s, narrow);
    row.resize(800, 100);
    row.show();
    QCOMPARE(narrow->x(), 0);
}

void TestMessages::buttonOfAFieldStandsBesideIt()
{
    auto *path = new QLineEdit;
    auto *choose = new QPushButton(u"Choose"_s);
    FieldRow row(u"Folder"_s, path);
    row.setHint(u"Where backups go."_s);
    row.addButton(choose);
    row.resize(800, 120);
    row.show();
    QCOMPARE(choose->geometry().center().y(), path->geometry().center().y());
    QVERIFY(choose->x() > path->geometry().right());
    QCOMPARE(choose->geometry().right(), row.width() - 1);
}

void TestMessages::nameOfAFieldKeepsItsAmpersand()
{
    const FieldRow row(u"Type “Smith & Sons”"_s, new QLineEdit);
    QCOMPARE(row.label(), u"Type “Smith & Sons”"_s);
    QCOMPARE(row.editor()->accessibleName(), u"Type “Smith & Sons”"_s);
    QCOMPARE(row.findChild<QLabel *>()->text(), u"Type “Smith && Sons”"_s); // which shows one
}

QTEST_MAIN(TestMessages)
#include "tst_messages.moc"
