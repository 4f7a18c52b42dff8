#!/usr/bin/env bash
# Writes reference/greedy.json: the greedy answers of the numpy model to reference/questions.json.
#
# Needs a python3 with numpy and tokenizers.
set -euo pipefail

make_folder=$(cd "$(dirname "$0")" && pwd)
package=$make_folder/..
PYTHONPATH=$make_folder PYTHONDONTWRITEBYTECODE=1 exec python3 -m reference \
  "$package/served/resolve/main" "$package/reference/questions.json" "$package/reference/greedy.json"
