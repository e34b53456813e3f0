# Lingjing (灵境). `make run` alone leads from a fresh clone to a park at http://localhost:8000.
SHELL := /bin/sh
BIN := .venv/bin
PREPARE = @python=$$(sh tools/find_python.sh) && "$$python" -B -m tools.setup
NPM = PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm --prefix clients
SOURCES = $(wildcard scenes avatars server clients/headless tools tests)

.PHONY: help run setup test check bench shape docs lock format clean

help:            ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

run: setup       ## the park at http://localhost:8000; LAN=1 make run opens it to headsets and phones
	@LAN="$(LAN)" exec sh tools/start.sh

setup:           ## .venv with everything locked, the web client built
	$(PREPARE) run

test:            ## every test, of Python and of the browser client
	$(PREPARE) test
	@$(BIN)/python -m pytest -n auto --maxprocesses=4 --dist loadfile $(ARGS)
	@if [ -f clients/package-lock.json ]; then $(NPM) --silent run test; fi

check:           ## style, types, borders between the rooms
	$(PREPARE) test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(SOURCES)
	@if [ -f clients/package-lock.json ]; then $(NPM) --silent run typecheck && $(NPM) --silent run lint; fi
	$(BIN)/python -m pytest -q tests/rules

bench: setup     ## speed against a floor measured in the same run
	@$(BIN)/lingjing bench presence $(ARGS)

shape:           ## sizes, cycles and ratios of the code
	$(PREPARE) code
	@$(BIN)/python -m tools.shape $(ARGS)

docs:            ## print the wire's files, the reference pages and the list of packages
	$(PREPARE) code
	@$(BIN)/python -m tools.print_wire
	@$(BIN)/python -m tools.print_api
	@$(BIN)/python -m tools.print_scene
	@$(BIN)/python -m tools.reference
	@$(BIN)/python -m tools.packages

lock:            ## renew the lock files; ARGS=--upgrade takes the newest versions
	$(PREPARE) code
	@$(BIN)/python -m tools.lock $(ARGS)

format:          ## write the house style
	$(PREPARE) test
	$(BIN)/ruff check --fix --quiet . && $(BIN)/ruff format --quiet .

clean:           ## what was built and installed; a park's data stays
	rm -rf .venv build clients/node_modules clients/*/node_modules clients/*/dist tools/chromium_npm/node_modules scenes/exhibits/codecs/wasm
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
