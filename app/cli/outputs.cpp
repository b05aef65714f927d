#include "app/cli/outputs.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

CliResult<void> refuseStandardOutput(const QString &path, const QString &instead)
{
    if (path == u"-") {
        return usageFailure(u"\"-\" is standard output, and this goes to a file. "_s + instead);
    }
    return {};
}

} // namespace countersign::cli
