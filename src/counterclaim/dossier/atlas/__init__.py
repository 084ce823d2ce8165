"""The atlas: coasts and borders within a frame, as the lines of a map. No page is known here."""
