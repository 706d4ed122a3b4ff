# Samenhang: `make demo` shows what it does, `make test` shows that it works.

SHELL := /bin/bash
# Where cargo builds: CARGO_TARGET_DIR if it is set, else ./target.
TARGET := $(or $(CARGO_TARGET_DIR),target)
# How long each fuzz target runs.
SECONDS_PER_TARGET ?= 60

.PHONY: demo test bench fuzz lint

demo:
	web/scripts/build
	cargo build --release --package cli
	$(TARGET)/release/samenhang bereken voorbeelden/sam-en-noor.yaml
	$(TARGET)/release/samenhang uitleg voorbeelden/sam-en-noor.yaml zorgtoeslag_per_maand
	@.ci/demo $(TARGET)/release/samenhang

# Checks the rules, works out the worked examples, runs all Rust tests and those in a browser; ends with the counts.
test:
	@.ci/test

# One figure a line; needs Python 3.11, and PyPI the first time.
bench:
	bench/run

# Needs a nightly compiler and cargo-fuzz (`cargo install cargo-fuzz`); see fuzz/README.md.
fuzz:
	@fuzz/run $(SECONDS_PER_TARGET)

lint:
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	cargo deny check licenses bans sources
