#pragma once

#include "core/bulk/csvchunks.h"
#include "core/bulk/csvdialect.h"

namespace countersign::bulk {

/// As much of a list as is looked at before it is verified.
struct ListBeginning
{
    QByteArray bytes; ///< at most dialectSampleSize
    Beginning extent = Beginning::Part;
};

/// Fails as the source does.
Result<ListBeginning> readBeginning(const ByteSource &source);

} // namespace countersign::bulk
