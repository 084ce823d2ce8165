# `make demo` and `make test` each do all the set-up on a fresh machine with Python 3.11 and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.locked

.PHONY: demo test check bench-quality bench-speed bench-pages screenshots lock browser postgres fuzz sbom audit clean

FUZZ := readers texts values ledgers highlighter decisions
FUZZ_SECONDS := 600
TOOLS := out/tools

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

demo: $(STAMP)  ## build the ledger and dossier of the invented example event
	$(BIN)/counterclaim build examples/dresna --out out/demo
	@echo "open out/demo/dossier/index.html"

test: $(STAMP) browser postgres  ## run all tests
	$(BIN)/python -m pytest

check: $(STAMP)  ## lint and types
	$(BIN)/ruff check .
	$(BIN)/mypy

bench-quality: $(STAMP)  ## the figures of docs/quality.md, where the clusters are present
	$(BIN)/python benchmarks/quality.py
	$(BIN)/python benchmarks/attribution.py

bench-speed: $(STAMP)  ## the build against spaCy alone
	$(BIN)/python benchmarks/speed.py

bench-pages: $(STAMP) browser  ## first paint and size of the pages of a thousand claims
	$(BIN)/python benchmarks/pages.py

screenshots: $(STAMP) browser  ## the pictures of the documentation
	$(BIN)/python tools/screenshots.py docs

# Debian's Chromium for the browser tests, where it is missing and can be installed; they skip without it.
browser:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	  { apt-get update -qq && apt-get install -y -qq chromium >/dev/null; }; } || \
	  echo "no Chromium here: the browser tests will skip"

# Debian's PostgreSQL for the tests of the workspace, likewise; they start a server of their own, so none is set up here.
postgres:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	  install -d /etc/postgresql-common && echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf && \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
	    -o Dpkg::Options::=--force-confold postgresql >/dev/null; }; } || \
	  echo "no PostgreSQL here: its tests will skip"

# Tools that look at the project from outside stay out of its environment and its lock file.
fuzz: $(STAMP)  ## ten minutes of coverage-guided fuzzing each; what breaks a promise is kept in tests/fuzz/cases
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade --target $(TOOLS)/fuzz "atheris>=3,<4"
	set -e; for target in $(FUZZ); do \
	  echo "fuzzing $$target"; PYTHONPATH=$(TOOLS)/fuzz $(BIN)/python tests/fuzz/run.py $$target $(FUZZ_SECONDS); done

$(TOOLS)/supply:
	$(PYTHON) -m venv --clear $@
	$@/bin/python -m pip install --quiet --disable-pip-version-check "cyclonedx-bom>=7,<8" "pip-audit>=2.7,<3"

sbom: $(TOOLS)/supply  ## a software bill of materials from the lock file: out/sbom.json (CycloneDX)
	$</bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible -o out/sbom.json
	@echo "out/sbom.json"

audit: $(TOOLS)/supply  ## what is known against the locked versions; asks the advisories' server
	$</bin/pip-audit --require-hashes --disable-pip -r requirements.lock

lock:  ## write the lock files again: hashes, no addresses
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --extra dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) out build dist
