#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>

/// The least Qt program whose window says something: a menu and a line of text. An empty window loads no
/// font.
int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.menuBar()->addMenu(QStringLiteral("File"))->addAction(QStringLiteral("Quit"));
    window.setCentralWidget(new QLabel(QStringLiteral("A line of text.")));
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
