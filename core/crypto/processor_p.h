#pragma once

namespace countersign::crypto::processor {

// What the processor has and the system lets programs use; false on any but x86-64.

bool hasShaExtensions(); ///< SHA-1 and SHA-256, with the SSE4.1 the kernel needs beside them
bool hasAvx2();
bool hasAvx512(); ///< F and BW

} // namespace countersign::crypto::processor
