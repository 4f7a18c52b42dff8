#!/usr/bin/env bash
# Builds the served folder anew: ./compile.sh WORK [MODEL_FOLDER]
#
# WORK is made if it is not there; WORK/served is the result. MODEL_FOLDER holds weights and tokenizer, by default those
# that are committed. Needs emscripten 3.1.6 (emcc), Python 3.11 or newer, and a package index for TVM's wheels.
set -euo pipefail

make_folder=$(cd "$(dirname "$0")" && pwd)
served=$make_folder/../served
mkdir -p "$1"
work=$(cd "$1" && pwd)
model_folder=$(cd "${2:-$served/resolve/main}" && pwd)

if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet -r "$make_folder/compile/requirements.txt"
fi
packages=$("$work/venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')

# The sources are compiled by relative paths, in a folder of links, so that no path of this machine gets into the library.
build=$work/build
rm -rf "$build" "$work/served"
mkdir "$build"
cp -r "$make_folder/compile/runtime" "$build/runtime"
ln -s "$packages/tvm" "$packages/tvm_ffi" "$build"
cd "$build"
# Some sources include the missing headers by paths relative to their own folders: these stand for those folders.
shims=runtime/shims
mkdir -p "$shims/src/runtime/vm" "$shims/web/emcc"
include_flags="-I$shims -I$shims/src/runtime -I$shims/src/runtime/vm -I$shims/web/emcc
  -Itvm -Itvm/include -Itvm_ffi/include -Itvm_ffi/src -Itvm_ffi/3rdparty/dlpack/include"
# Without __PRETTY_FUNCTION__ the library does not carry the signatures of all templates.
for unit in javascript_glue runtime; do
  emcc -Oz -flto -std=c++17 -Wno-ignored-attributes '-D__PRETTY_FUNCTION__=""' $include_flags -c "runtime/$unit.cc" -o "$unit.o"
done

export PYTHONPATH=$make_folder PYTHONDONTWRITEBYTECODE=1
"$work/venv/bin/python" -m compile "$work/served/guide.wasm" "$build/javascript_glue.o" "$build/runtime.o"
"$work/venv/bin/python" -m guide "$model_folder" "$work/served/resolve/main"

cd "$work/served"
sha256sum guide.wasm resolve/main/*
if diff -r "$work/served" "$served"; then
  echo "the same as the committed served/"
fi
