#!/usr/bin/env bash
# Builds the served folder anew: ./make.sh WORK
#
# WORK is made if it is not there; WORK/tiny is the result. The Guide's own recipe comes first, for the runtime that it
# leaves in WORK; what it needs is all that is needed.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
guide_recipe=$here/../../packages/guide-model/make
"$guide_recipe/compile.sh" "$1"
work=$(cd "$1" && pwd)

rm -rf "$work/tiny"
cd "$work/build"
export PYTHONPATH=$here:$guide_recipe PYTHONDONTWRITEBYTECODE=1
"$work/venv/bin/python" -m tiny "$work/tiny" javascript_glue.o runtime.o

cd "$work/tiny"
chmod 644 tiny.wasm
sha256sum tiny.wasm resolve/main/*
if diff -r "$work/tiny" "$here/served"; then
  echo "the same as the committed served/"
fi
