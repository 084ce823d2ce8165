"""Tests of the dossier, on an invented ledger written by hand (`karvel`)."""
