"""Where the per-report stage runs; the functions are the same wherever they are placed."""
