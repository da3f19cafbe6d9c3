# Every way in. `make run` and `make test` need nothing but Python 3.11-3.13, git and make: they set up what they use,
# once. Each finished step leaves a stamp beside what it made, so a second run costs next to nothing.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input

# The Python that the virtual environment is made with; empty: the first that fits (tools/python).
PYTHON ?=

# What pytest is given: `make test-python TESTS=tests/rules` runs a part.
TESTS ?=

SERVER_SOURCES := $(shell find server -name '*.py' 2>/dev/null)

# The folders of web/src are listed too, so that a removed file is noticed.
WEB_SOURCES := $(shell find web -maxdepth 1 -type f 2>/dev/null; find web/src web/public web/tools 2>/dev/null)

.PHONY: help setup setup-dev run demo test test-python test-web office balancer check check-static audit licences bench drill wire pictures tour lock format clean

help: ## say what can be done
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --- set-up ---------------------------------------------------------------------------------------------------------

setup: $(STAMPS)/server $(STAMPS)/bytecode web/dist/.stamp ## set up what the server needs: .venv, locked packages, the built pages

setup-dev: setup $(STAMPS)/dev ## the same and what the tests and checks need

$(STAMPS)/venv:
	@echo "==> virtual environment"
	@PYTHON='$(PYTHON)' tools/venv
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/runtime: requirements/runtime.lock $(STAMPS)/venv
	@echo "==> packages of the server"
	@$(PIP_INSTALL) --require-hashes -r requirements/runtime.lock
	@touch $@

$(STAMPS)/server: pyproject.toml $(STAMPS)/runtime
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

# Compiled here, since where PYTHONDONTWRITEBYTECODE is set each start would compile the whole server anew.
$(STAMPS)/bytecode: $(SERVER_SOURCES) $(STAMPS)/server
	@$(BIN)/python -m compileall -q server
	@touch $@

$(STAMPS)/dev: requirements/dev.lock $(STAMPS)/runtime
	@echo "==> packages of the tests and checks"
	@$(PIP_INSTALL) --require-hashes -r requirements/dev.lock
	@touch $@

web/node_modules/.stamp: web/package.json web/package-lock.json $(STAMPS)/venv
	@echo "==> packages of the pages"
	@cd web && ../tools/node npm ci --include=dev --no-audit --no-fund --update-notifier=false --loglevel=error
	@touch $@

web/dist/.stamp: $(WEB_SOURCES) web/node_modules/.stamp
	@echo "==> the pages"
	@cd web && ../tools/node npm run --silent build
	@touch $@

# Every screen with sample views, as the browser tests visit it; they make it themselves. Never part of the product.
web/dist-gallery/.stamp: $(WEB_SOURCES) web/node_modules/.stamp
	@cd web && ../tools/node npm run --silent gallery -- --logLevel warn
	@touch $@

# --- running --------------------------------------------------------------------------------------------------------

# The server replaces the shell, so that Ctrl-C reaches it and nothing stays behind. HOST, PORT, DATA_DIR,
# TREDE_HOST_TOKEN and TREDE_REDIS_URL are read by the server from the environment.
run: setup ## set up what is missing and start the server
	@exec $(BIN)/trede serve

demo: setup ## the same with a class of 30 simulated students
	@exec $(BIN)/trede serve --demo 30

# --- tests and checks -----------------------------------------------------------------------------------------------

test: test-web test-python ## every test: rules, store, whole games, real pages in a real Chromium

test-python: setup-dev
	@chromium=$$(tools/chromium) && TREDE_CHROMIUM="$$chromium" $(BIN)/python -m pytest $(TESTS)

test-web: setup
	@cd web && ../tools/node npm test

office: setup-dev ## open the exports in LibreOffice, where there is one
	@$(BIN)/python -m pytest tests/by_hand/exports_in_libreoffice.py

balancer: setup-dev ## play through the real nginx and Caddy, where there are, over two servers
	@$(BIN)/python -m pytest tests/by_hand/behind_a_balancer.py

check: check-static test ## formatter, linters, types, import contracts, stale files, decks and every test

check-static: setup-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/check_locks.py
	$(BIN)/python tools/licences.py --check
	tools/check-generated
	$(BIN)/trede deck check
	cd web && ../tools/node npm run --silent check

audit: setup-dev ## ask for known faults of the locked packages; says what it could not ask
	@$(BIN)/python tools/audit.py

# --- measuring ------------------------------------------------------------------------------------------------------

# The bare Socket.IO server that answers are compared with; nothing of the product.
tools/yardstick/node_modules/.stamp: tools/yardstick/package.json tools/yardstick/package-lock.json $(STAMPS)/venv
	@cd tools/yardstick && ../node npm ci --no-audit --no-fund --update-notifier=false --loglevel=error
	@touch $@

bench: setup tools/yardstick/node_modules/.stamp ## measure the server beside the wire itself, about a quarter of an hour
	@$(BIN)/trede bench --chart docs/speed.svg $(BENCH)

drill: setup ## break servers, stores and lines in rounds of 200, and judge what is left; about half an hour
	@$(BIN)/trede drill --all --chart docs/drill.svg $(DRILL)

# --- upkeep ---------------------------------------------------------------------------------------------------------

wire: $(STAMPS)/server ## write the TypeScript types, the protocol's and the phases' pages and the schemas anew
	$(BIN)/python -m server.devtools.export_wire_types
	$(BIN)/python -m server.devtools.draw_phases
	$(BIN)/python -m server.devtools.export_schema

pictures: setup-dev ## take the README's screenshots anew, from a real session with a simulated class
	@chromium=$$(tools/chromium) && TREDE_CHROMIUM="$$chromium" $(BIN)/python -m tests.browser.readme_pictures

tour: setup-dev ## take the pictures of docs/tour.md anew: the class hour with 120 people, about four minutes
	@chromium=$$(tools/chromium) && TREDE_TOUR=keep TREDE_CHROMIUM="$$chromium" \
	  $(BIN)/python -m pytest tests/browser/test_the_hour.py

lock: $(STAMPS)/venv ## lock the packages of pyproject.toml anew (versions and hashes, no addresses)
	tools/lock

licences: setup-dev ## write docs/licences.md anew from the locks
	@$(BIN)/python tools/licences.py

format: setup-dev ## format the Python sources
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

clean: ## remove all that set-up and the tools made; games in data/ stay
	rm -rf $(VENV) web/node_modules web/dist web/dist-gallery build *.egg-info .pytest_cache .mypy_cache .ruff_cache \
	  .import_linter_cache .hypothesis tests/browser/shots
	find server tests -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
