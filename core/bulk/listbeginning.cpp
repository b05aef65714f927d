#include "core/bulk/listbeginning.h"

namespace countersign::bulk {

Result<ListBeginning> readBeginning(const ByteSource &source)
{
    ListBeginning beginning{QByteArray(dialectSampleSize, Qt::Uninitialized)};
    qsizetype size = 0;
    while (size < beginning.bytes.size()) {
        const std::span room(reinterpret_cast<unsigned char *>(beginning.bytes.data()) + size,
                             static_cast<std::size_t>(beginning.bytes.size() - size));
        const auto count = source(room);
        if (!count) {
            return std::unexpected(count.error());
        }
        if (*count == 0) {
            beginning.extent = Beginning::Whole;
            break;
        }
        size += static_cast<qsizetype>(*count);
    }
    beginning.bytes.truncate(size);
    return beginning;
}

} // namespace countersign::bulk
