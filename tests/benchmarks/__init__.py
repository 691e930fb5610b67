"""Measurements: scripts to run by hand, as ratios to a yardstick of the same run."""
