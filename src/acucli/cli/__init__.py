"""The commands: each reads options, asks the guide or the journal, and hands the answer to render."""
