"""Sources of all kinds → documents."""
