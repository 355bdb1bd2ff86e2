#!/bin/sh
# Installs policygraph on a machine without a network, from the folder in which this file lies.
# 在不联网的机器上，由本文件所在的文件夹安装 policygraph。
#
#   sh install.sh [FOLDER]      default: ./policygraph / 缺省装到 ./policygraph
#
# PYTHON names another interpreter: PYTHON=python3.12 sh install.sh
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
target=${1:-policygraph}
case $target in
-*) target=./$target ;; # a folder, whatever it is called
esac
python=${PYTHON:-python3}
made_for=$(cat "$here/made-for.txt")

fail() {
	echo "$1" >&2
	echo "$2" >&2
	exit 1
}

command -v "$python" >/dev/null || fail \
	"没有找到 $python；请先安装 $made_for，或用 PYTHON=… 指定" \
	"$python was not found; install $made_for first, or name one by PYTHON=..."
this=$("$python" "$here/describe.py")
[ "$this" = "$made_for" ] || fail \
	"本安装包适用于 $made_for，这里是 $this；请用 PYTHON=… 指定，或在同样的机器上重新制作" \
	"this bundle is for $made_for and here is $this; name another by PYTHON=..., or make a bundle on a machine like this"
{ [ ! -e "$target" ] && [ ! -L "$target" ]; } || fail \
	"$target 已经存在；请移开，或指定其他文件夹" \
	"$target is there already; move it away, or name another folder"

"$python" -m venv "$target" || {
	rm -rf "$target"
	fail "无法建立 $target；请检查权限，并确认 Python 含 venv 模块" \
		"$target could not be made; see to its rights, and that Python has its module venv"
}
pip() {
	"$target/bin/python" -m pip --disable-pip-version-check --quiet --isolated "$@" || {
		rm -rf "$target"
		fail '安装未完成；请重新复制安装包后再试' 'not installed; copy the bundle anew and try again'
	}
}
pip install --no-index --find-links "$here/wheels" --require-hashes --requirement "$here/requirements.txt"
pip install --no-index --no-deps "$here"/wheels/policygraph-*.whl

echo "已安装。试一试： / Installed. Try:"
echo "  $target/bin/policygraph --help"
