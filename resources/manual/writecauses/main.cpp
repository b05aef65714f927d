// Writes the manual's page of causes from the table of causes: writecauses FILE.

#include "core/verify/causemanual.h"

#include <QFile>

#include <cstdio>

int main(int argc, char *argv[])
{
    QFile file(QString::fromLocal8Bit(argc == 2 ? argv[1] : ""));
    const QByteArray page = countersign::verify::causesManual();
    if (argc != 2 || !file.open(QIODevice::WriteOnly) || file.write(page) != page.size()) {
        std::fprintf(stderr, "writecauses: %s\n",
                     argc == 2 ? qPrintable(file.errorString()) : "usage: writecauses FILE");
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
