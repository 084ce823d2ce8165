"""The workspace: the dossier's pages from memory, corrected by people; a JSON API; reports added in the browser."""
