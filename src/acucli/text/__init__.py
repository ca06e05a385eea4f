"""Pure text: folding, tokens, stems, spelling variants."""
