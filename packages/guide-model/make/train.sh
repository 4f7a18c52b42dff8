#!/usr/bin/env bash
# Trains tokenizer and weights: ./train.sh OUTPUT [--seconds S] [--conversations N]
#
# Needs a CUDA GPU and a python3 with torch 2.11, tokenizers 0.23 and numpy. OUTPUT becomes a model folder;
# `./compile.sh WORK OUTPUT` then makes the served folder of it.
set -euo pipefail

make_folder=$(cd "$(dirname "$0")" && pwd)
PYTHONPATH=$make_folder PYTHONDONTWRITEBYTECODE=1 exec python3 -m train "$@"
