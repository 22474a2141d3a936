# Every target works on a fresh clone; the logic is in tools/.
PORT ?= 5005
DAYS ?= 30
PYTHON := .venv/bin/python

# For what loads Rasa without tools/rasa_cli.py, which sets these too.
export RASA_TELEMETRY_ENABLED := false
export TF_CPP_MIN_LOG_LEVEL := 3

.PHONY: help run chat whatsapp-demo train widget test bench check evaluate compare misunderstood \
	handoffs purge lock clean setup free-port knowledge
.NOTPARALLEL:

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 15

run: free-port train widget ## Start the assistant on PORT (5005) of this machine
	@$(PYTHON) -m tools.run run --port $(PORT)

chat: free-port train ## Talk to the assistant in this terminal
	@$(PYTHON) -m tools.run chat --port $(PORT)

whatsapp-demo: free-port train ## Play a client in WhatsApp against the running assistant, without Meta
	@$(PYTHON) -m tools.whatsapp_demo --port $(PORT)

train: knowledge ## Train the model, when what it is made from changed
	@$(PYTHON) -m tools.train

widget: setup ## Build the widget, when what it is made from changed
	@$(PYTHON) -m tools.widget build

test: train ## Run the tests
	@$(PYTHON) -m tools.widget test
	@$(PYTHON) -m pytest

bench: train widget ## Measure how fast it is (docs/bench.md)
	@$(PYTHON) -m bench

evaluate: setup ## Measure how well messages are understood (docs/evaluation.md)
	@$(PYTHON) -m evaluation

compare: setup ## Set pipelines side by side (docs/pipelines.md); DUTCH=name: a spaCy pipeline
	@$(PYTHON) -m evaluation.compare $(DUTCH)

check: knowledge ## Check format, lint, types, knowledge and training data
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m mypy .
	@$(PYTHON) -m tools.responses
	@$(PYTHON) -m tools.validate
	@$(PYTHON) -m tools.widget check

misunderstood: setup ## List what was asked again or corrected in the past DAYS (30)
	@$(PYTHON) -m tools.misunderstood --days "$(DAYS)"

# One request: what is to be done with it. More than one at a time is refused.
ONE = $(if $(SHOW), show "$(SHOW)")$(if $(PICK_UP), pick-up "$(PICK_UP)")
ONE += $(if $(DONE), done "$(DONE)")$(if $(RETRY), retry "$(RETRY)")$(if $(TOLD), told "$(TOLD)")

handoffs: setup ## List requests for a human; SHOW=, PICK_UP=, DONE=, RETRY= or TOLD=SW-XXXXXX: one
	@$(PYTHON) -m tools.handoffs $(strip $(ONE))

purge: setup ## Remove data that may no longer be kept (knowledge/zorgkantoor.yml says how long)
	@$(PYTHON) -m tools.purge

LOCKED := --universal --python-version 3.10 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock"

lock: setup ## Write the lock files anew from pyproject.toml
	@.venv/bin/uv pip compile pyproject.toml --output-file requirements.lock --quiet \
		--extra dev $(LOCKED)
	@.venv/bin/uv pip compile --group pyproject.toml:node --output-file widget/node.lock --quiet $(LOCKED)

clean: ## Remove .venv, the models and the caches
	@rm -rf .venv models widget/node_modules widget/dist .rasa .pytest_cache .mypy_cache .ruff_cache .hypothesis

setup:
	@python=$$(tools/find-python) && exec "$$python" -m tools.bootstrap

free-port:
	@python=$$(tools/find-python) && exec "$$python" -m tools.ports $(PORT)

knowledge: setup
	@$(PYTHON) -m steunwijzer
