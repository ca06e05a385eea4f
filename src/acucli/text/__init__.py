"""Pure text: folding, tokens, stems, scripts, numbers, cleaning of control characters; no vocabulary."""
