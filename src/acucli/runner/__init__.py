"""One run in a terminal: loop, keys, signals, watchdog, output stream, screen, plain lines."""
