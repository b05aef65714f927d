#include <QApplication>
#include <QWidget>

/// The least Qt program with a window of the console's size: what its start and memory are compared with.
int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QWidget window;
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
