# Every command of the project. CI runs these targets and nothing else, so what passes here passes there.
# Needs make and Python 3.11 or newer; everything else is installed into .venv and node_modules at pinned versions with
# checked hashes.
PYTHON ?= python3
VENV ?= .venv
ADDRESS ?= 127.0.0.1:8000
LOCK_ARGS ?=
FUZZ_CASES ?= 10000
# How many times the guide's size `make bench` measures.
SIZES ?= 1 3 10 50
# Programs from npm that only the slow proofs ask.
CLIENTS := .ci/clients
# Which folder of the slow proofs `make test-long` runs.
PART ?= tests
# What `make compare` compares with: a branch, a commit, or a folder that holds the project.
BASE ?= main
# What `make row` reads (a file, or what is typed in), and the file for its answer.
FORM ?= -
ANSWER ?=
# Where `make publish` publishes, how many releases it keeps, and which one `make rollback` goes back to.
TO ?=
KEEP ?= 5
RELEASE ?=

BIN := $(VENV)/bin
NODE := $(BIN)/node
BIOME := $(NODE) node_modules/@biomejs/biome/bin/biome
CODE := hooks maintaining tests .ci
# For what maintainers run, which is no part of a build.
MAINTAINING := PYTHONPATH=hooks $(BIN)/python -m maintaining
# MkDocs reads mkdocs.yml before any hook runs, and says where it is broken, but not how to repair it.
SAY_SETTINGS := { PYTHONPATH=hooks $(BIN)/python -m guide settings; exit 1; }
PIP_INSTALL := $(BIN)/python -m pip install --disable-pip-version-check --quiet
# One version of the compiler, so that two people's lock files do not differ.
UV := uv==0.13.9
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header $(LOCK_ARGS)

# Material prints a banner about MkDocs 2 on each start; requirements.in keeps mkdocs below 2, so it says nothing new.
export NO_MKDOCS_2_WARNING := 1

# Programs of a virtual environment name its folder, so a renamed one has to be made again.
MADE_IN := $(shell cat $(VENV)/.created 2>/dev/null)
ifneq ($(filter-out clean help,$(or $(MAKECMDGOALS),help)),)
ifneq ($(MADE_IN),)
ifneq ($(MADE_IN),$(realpath $(VENV)))
$(error $(VENV) was made in $(MADE_IN), and its programs work there only. Run "make clean", then this again)
endif
endif
endif

.DEFAULT_GOAL := help
# A target prints the same when another make calls it: make row's answer is read by programs.
MAKEFLAGS += --no-print-directory
# Only the parts of `make check` run side by side, and all of them, so that one run names all that is wrong.
ifeq ($(filter check-%,$(MAKECMDGOALS)),)
.NOTPARALLEL:
endif
CHECKS := check-types check-scripts check-guide check-python check-spelling check-workflows
# The make of macOS is too old to keep the lines of each part together.
IN_ONE_PIECE := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)
.PHONY: help serve build books pango test test-long merges check fix schemas row lock browser engines servers bench fuzz bench-search bench-search-others vendor audit sbom exits patch compare changes stale links ci publish rollback checksums offline-kill publish-commit freshness-issue preview-comment row-comment all-green clean
.PHONY: $(CHECKS)

help: ## show this list
	@awk -F ':.*## ' '/^[a-z][a-z-]*:.*## / {printf "  make %-20s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

serve: $(VENV)/.site-ready ## show the site at http://127.0.0.1:8000 and reload it on every edit (ADDRESS=host:port)
	$(BIN)/mkdocs serve --livereload --dev-addr $(ADDRESS) || $(SAY_SETTINGS)

build: $(VENV)/.site-ready ## build the site into site/, every warning an error (FRESH=1: even if nothing has changed)
	$(BIN)/mkdocs build --strict || $(SAY_SETTINGS)

# From a finished site, and into the next one: the page of downloads lists them with their sizes.
books: build node_modules/.ready pango ## make the books (EPUB and PDF) in build/books; the next build of this commit offers them for download
	PYTHONPATH=hooks $(BIN)/python -m maintaining.books

test: $(VENV)/.dev-ready browser check ## run make check, then every test that guards a reader, in minutes
	$(NODE) --import ./tests/js/same-cases.js --test --test-concurrency=4 "tests/js/**/*.test.js"
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not long"

test-long: export PART := $(PART)
test-long: $(VENV)/.dev-ready node_modules/.ready $(CLIENTS)/node_modules/.ready browser servers pango ## run the slow tests: corrupt data, real web servers, builds compared (PART=tests/fuzz)
	@$(MAKE) engines || echo "The tests of an engine that is not here will fail, and say so."
	$(BIN)/python -m pytest -n auto --dist worksteal -m long "$$PART"

# In files too that guide check does not read: forms, schemas, examples, code. Without Git no merge is unfinished.
merges: ## refuse marks of an unfinished merge in any file; make check begins with it
	@! git grep -nE '^(<{7}|[|]{7}|={7}|>{7})( |$$)' 2>/dev/null || { \
		echo "Marks of an unfinished merge, above: keep what is right, and delete each of these lines."; exit 1; }

check: merges $(VENV)/.dev-ready node_modules/.ready ## check data, pages, code and workflows, in seconds
	@$(MAKE) --keep-going --jobs=2 $(IN_ONE_PIECE) $(CHECKS)

check-guide:
	PYTHONPATH=hooks $(BIN)/python -m guide check

check-python:
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	PYTHONPATH=hooks $(BIN)/lint-imports pyproject.toml --no-logo --cache-dir .cache/imports

check-types:
	$(BIN)/mypy

check-scripts:
	$(BIOME) check --error-on-warnings
	$(NODE) node_modules/typescript/bin/tsc --project .
	$(NODE) node_modules/typescript/bin/tsc --project tsconfig.workers.json

check-spelling:
	$(BIN)/codespell

check-workflows:
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(BIN)/zizmor --quiet --offline --persona auditor .github

fix: $(VENV)/.dev-ready node_modules/.ready ## repair what a tool can repair: data, pages, schemas, forms, lint, format
	PYTHONPATH=hooks $(BIN)/python -m guide fix
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)
	$(BIOME) check --write

patch: $(VENV)/.dev-ready ## in CI, after a failed check: what make fix changes, as build/fix.patch and in the summary
	@$(MAINTAINING).fix_patch

schemas: $(VENV)/.site-ready ## write schemas, data dictionary and issue forms from the models
	PYTHONPATH=hooks $(BIN)/python -m guide schemas

row: export FORM := $(FORM)
row: export ANSWER := $(ANSWER)
row: $(VENV)/.site-ready ## turn a filled issue form (FORM=body.md, or what you type in) into rows that can be pasted
	@PYTHONPATH=hooks $(BIN)/python -m guide row "$$FORM" --answer "$$ANSWER"

lock: $(VENV)/.created ## compile requirements*.in to requirements*.txt (LOCK_ARGS=--upgrade for newest releases)
	$(PIP_INSTALL) $(UV)
	$(LOCK) requirements.in --output-file requirements.txt
	$(LOCK) requirements-dev.in --output-file requirements-dev.txt

browser: $(VENV)/.dev-ready ## find a Chromium for the tests, or install one
	@$(BIN)/python -m tests.browser.chromium ensure

engines: $(VENV)/.dev-ready ## find Firefox, WebKit and Chrome 112 for the tests, or install them
	@$(BIN)/python -m tests.engines.finding

servers: $(VENV)/.dev-ready ## find nginx and Caddy for the tests, or fetch them without installing
	@$(BIN)/python -m tests.servers.finding

pango: $(VENV)/.dev-ready ## find Pango for the PDFs, or install it
	@$(MAINTAINING).books.pango

bench: export PYTHONPATH := hooks
bench: $(VENV)/.dev-ready ## measure loading and building, at 1, 3, 10 and 50 times the size (SIZES="1 3")
	$(BIN)/python -m tests.bench.scaling $(SIZES)
	$(BIN)/python -m tests.bench

fuzz: $(VENV)/.dev-ready ## corrupt the data files in 10,000 new ways (FUZZ_CASES=n), and build some of them; each must be reported or render well
	FUZZ_CASES=$(FUZZ_CASES) $(BIN)/python -m pytest tests/fuzz -n auto --hypothesis-show-statistics

bench-search: $(VENV)/.dev-ready browser ## measure the search: right answers, bytes, milliseconds, beside the theme's own
	PYTHONPATH=hooks $(BIN)/python -m tests.search.bench

bench-search-others: $(VENV)/.dev-ready browser ## measure MiniSearch and Pagefind on the same pages and queries (needs Node and the network)
	PYTHONPATH=hooks $(BIN)/python -m tests.search.others

vendor: ## fetch the libraries that the site ships again and write their checksums (needs Node; versions are in .ci/package.json)
	$(PYTHON) .ci/vendor.py

audit: $(VENV)/.dev-ready ## ask the Python advisory database for known vulnerabilities in what is installed (needs the network)
	$(BIN)/pip-audit --disable-pip --require-hashes --strict --progress-spinner off -r requirements-dev.txt

sbom: $(VENV)/.dev-ready ## list what the site is made of in build/sbom.cdx.json, in the format that scanners read
	$(MAINTAINING).sbom

exits: $(VENV)/.dev-ready ## build with ProperDocs and Zensical and compare what a reader sees
	PYTHONPATH=hooks $(BIN)/python -m tests.exits

compare: export BASE := $(BASE)
compare: $(VENV)/.dev-ready ## what your change does for readers, in Markdown: rows, tables, pages (BASE=main)
	$(MAINTAINING).compare --base "$$BASE"

changes: $(VENV)/.dev-ready ## draft rows for data/changes.yml: facts that changed since it was last edited
	$(MAINTAINING).changes

stale: $(VENV)/.dev-ready ## list figures past their shelf life, and those that soon will be
	$(MAINTAINING).freshness stale

links: $(VENV)/.dev-ready ## check that the addresses of sources and pages still work (needs the network)
	$(MAINTAINING).freshness links

ci: test test-long build compare exits ## everything that CI does on a pull request, on your computer

publish: export TO := $(TO)
publish: books ## make the books, build, and publish for a web server in one step (TO=/srv/guide KEEP=5)
	$(BIN)/mkdocs build --strict
	$(MAINTAINING).publishing publish --to "$$TO" --keep "$(KEEP)"

rollback: export TO := $(TO)
rollback: $(VENV)/.dev-ready ## go back to the release before, or to RELEASE=000003 (TO=/srv/guide)
	$(MAINTAINING).publishing rollback --to "$$TO" --release "$(RELEASE)"

checksums: $(VENV)/.dev-ready ## list the SHA-256 of every file of the built site in site/checksums.txt
	$(MAINTAINING).publishing checksums

offline-kill: $(VENV)/.dev-ready ## end "Save for offline": browsers that saved the guide drop their copy with the next visit
	$(MAINTAINING).offline

publish-commit: ## in CI: the commit of main to publish, the newest or COMMIT
	@$(PYTHON) -m maintaining.github.commit

freshness-issue: ## in CI: keep one issue on what `make stale` and `make links` found
	@$(PYTHON) -m maintaining.github.freshness

preview-comment: ## in CI: comment on a pull request with links to its summary and pages
	@$(PYTHON) -m maintaining.github.preview

row-comment: ## in CI: post the answer of make row on its issue
	@$(PYTHON) -m maintaining.github.row

all-green: ## in CI: fail unless every job in NEEDS_JSON succeeded
	@$(PYTHON) .ci/all_green.py

clean: ## remove everything that make made, .venv included
	rm -rf $(VENV) node_modules $(CLIENTS)/node_modules site site.next site.old build .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find $(CODE) -type d -name __pycache__ -prune -exec rm -rf {} +

# Stamps: an install runs again only when its list of requirements has changed.
$(VENV)/.created:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "The guide needs Python 3.11 or newer, and there is no $(PYTHON) here. Install one, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "The guide needs Python 3.11 or newer, and $(PYTHON) is $$($(PYTHON) --version 2>&1). Name a newer one: make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@cd $(VENV) && pwd -P > .created

$(VENV)/.site-ready: requirements.txt $(VENV)/.created
	@echo "Installing what the site needs into $(VENV) (the first time takes about a minute)"
	$(PIP_INSTALL) --require-hashes -r requirements.txt
	@touch $@

# The tests' list holds the site's too, at the same versions.
$(VENV)/.dev-ready: requirements.txt requirements-dev.txt $(VENV)/.created
	@echo "Installing what the tests need into $(VENV) (the first time takes about a minute)"
	$(PIP_INSTALL) --require-hashes -r requirements-dev.txt
	@touch $(VENV)/.site-ready $@

# What checks the scripts. Node and npm are among the tests' Python packages.
node_modules/.ready: package-lock.json $(VENV)/.dev-ready
	@echo "Installing what checks the scripts into node_modules"
	@PATH="$(abspath $(BIN)):$$PATH" $(BIN)/npm ci --no-progress --loglevel error
	@touch $@

$(CLIENTS)/node_modules/.ready: $(CLIENTS)/package-lock.json $(VENV)/.dev-ready
	@echo "Installing what the slow proofs ask into $(CLIENTS)"
	@cd $(CLIENTS) && PATH="$(abspath $(BIN)):$$PATH" npm ci --no-progress --loglevel error
	@touch $@
