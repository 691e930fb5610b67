"""Lets `python -m kb` do what `kb` does."""

from kb.cli import main

main()
