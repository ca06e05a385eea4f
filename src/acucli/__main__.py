"""`python -m acucli` is `acu`."""

from acucli.cli.app import entry

if __name__ == "__main__":
    entry()
