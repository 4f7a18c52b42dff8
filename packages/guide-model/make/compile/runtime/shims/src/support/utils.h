// Stands in for a header that the apache-tvm wheel leaves out: tests on strings.
#pragma once
#include <string>

namespace tvm {
namespace support {

inline bool StartsWith(const std::string& text, const char* head) { return text.rfind(head, 0) == 0; }

inline bool EndsWith(const std::string& text, const std::string& tail) {
  return text.size() >= tail.size() && text.compare(text.size() - tail.size(), tail.size(), tail) == 0;
}

}  // namespace support
}  // namespace tvm
