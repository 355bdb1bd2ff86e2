# Two commands need nothing but Python 3.11+ and make:
#   make run     build the graph from data/ and serve it
#   make test    every check
# All they install goes to .venv/, from the hash-locked lists in deploy/.

PYTHON ?= python3
PORT   ?= 8000

VENV    := .venv
BIN     := $(VENV)/bin
DATASET := data/build
REPORTS := .reports
BUNDLE  := policygraph-offline

PIP  := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command 'make lock' $(UPGRADE)

# Set while the fresh-clone test runs `make test` inside its clone: it must not call itself.
NEWCOMER := $(if $(POLICYGRAPH_IN_FRESH_CLONE),,newcomer)

.DEFAULT_GOAL := help
.PHONY: help run build serve test lint unit newcomer docs pictures bundle lock clean

help:  ## this list / 本说明
	@echo 'make TARGET [PORT=8000] [PYTHON=python3]'
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1 | \2/p' Makefile | column -t -s '|' 2>/dev/null \
		|| sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1  \2/p' Makefile

run: build serve  ## build the graph from data/ and serve it at 127.0.0.1:PORT / 构建图谱并启动服务

build: $(VENV)/runtime.stamp  ## extract, build, validate, summarise / 抽取、构建、校验并概览
	$(BIN)/policygraph build data/policies data/samples \
		--registry data/samples/registry --out $(DATASET)
	$(BIN)/policygraph validate $(DATASET)
	$(BIN)/policygraph summary $(DATASET)

serve: $(VENV)/runtime.stamp  ## serve what was built / 启动已构建图谱的服务
	$(BIN)/policygraph serve $(DATASET) --port $(PORT)

test: lint unit $(NEWCOMER)  ## all checks: style, types, layers, tests, fresh clone / 全部检查

lint: $(VENV)/dev.stamp  ## style, types and layers only / 只检查代码规范、类型与分层
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

unit: $(VENV)/dev.stamp  ## tests only, without the fresh clone / 只运行测试（不含全新克隆）
	$(BIN)/python -m pytest -n 2 -rs --junit-xml=$(REPORTS)/unit.xml

newcomer: $(VENV)/dev.stamp  ## the fresh clone only: what a newcomer does / 只测试全新克隆
	$(BIN)/python -m pytest tests/newcomer -m newcomer -rs --junit-xml=$(REPORTS)/newcomer.xml

docs: $(VENV)/runtime.stamp  ## write the generated pages of docs/ anew / 重新生成 docs/ 中自动生成的页面
	$(BIN)/policygraph docs --write

pictures: $(VENV)/runtime.stamp  ## take the pictures of docs/handbook.zh.md anew; needs Chromium / 重拍手册插图
	$(BIN)/python docs/pictures/make.py

bundle: $(VENV)/runtime.stamp  ## dist/…-offline.tar.gz, for machines without a network / 制作离线安装包
	rm -rf dist/$(BUNDLE) dist/$(BUNDLE).tar.gz
	mkdir -p dist/$(BUNDLE)/wheels
	$(PIP) download --require-hashes --only-binary=:all: \
		--requirement deploy/requirements.txt --dest dist/$(BUNDLE)/wheels
	$(PIP) wheel --no-deps --no-build-isolation . --wheel-dir dist/$(BUNDLE)/wheels
	cp deploy/requirements.txt deploy/describe.py dist/$(BUNDLE)
	cp deploy/install-offline.sh dist/$(BUNDLE)/install.sh
	mkdir dist/$(BUNDLE)/data
	cp -r data/samples dist/$(BUNDLE)/data
	cp -r docs dist/$(BUNDLE)
	$(BIN)/python deploy/describe.py > dist/$(BUNDLE)/made-for.txt
	tar -czf dist/$(BUNDLE).tar.gz -C dist $(BUNDLE)
	rm -rf dist/$(BUNDLE)
	@echo 'dist/$(BUNDLE).tar.gz'

lock: $(VENV)/dev.stamp  ## compute deploy/*.txt anew; UPGRADE=--upgrade for newer versions / 更新依赖锁定
	$(LOCK) --group build --output-file deploy/requirements.txt
	$(LOCK) --extra dev --group build --group lock \
		--constraint deploy/requirements.txt --output-file deploy/requirements-dev.txt

clean:  ## remove all that make made / 删除生成的文件
	rm -rf $(VENV) $(DATASET) $(REPORTS) dist

# A stamp is newer than its lock when what the lock names is installed: nothing is downloaded
# when nothing changed.
$(VENV)/runtime.stamp: deploy/requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo '$(PYTHON): Python 3.11 or later is needed; name one, as in: make PYTHON=python3.12' >&2; \
		echo '$(PYTHON)：需要 Python 3.11 或更高版本，可这样指定：make PYTHON=python3.12' >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }
	@echo 'Installing into $(VENV) / 正在安装到 $(VENV)'
	$(PIP) install --require-hashes --requirement deploy/requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: deploy/requirements-dev.txt $(VENV)/runtime.stamp
	$(PIP) install --require-hashes --requirement deploy/requirements-dev.txt
	@touch $@
