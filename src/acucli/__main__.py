"""`python -m acucli` is `acu`; a Ctrl-C while it is still loading ends it with 130 and no traceback."""

import sys


def entry() -> None:
    """Run `acu` as the installed command does."""
    try:
        from acucli.cli.app import main  # importing acucli loads nothing

        status = main()
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    entry()
