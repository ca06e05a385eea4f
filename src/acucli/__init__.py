"""acucli: a guide to self-acupressure; `open_library` and `guide` are its public Python API."""

TYPE_CHECKING = False  # as typing has it, without the cost of importing typing: half a Python start
if TYPE_CHECKING:
    from acucli import guide
    from acucli.library import open_library

__all__ = ["__version__", "guide", "open_library"]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Load the public names when first asked for, so that `import acucli` stays free of cost."""
    if name in ("guide", "open_library"):
        import importlib  # nothing that starts acu needs it

        guide = importlib.import_module("acucli.guide")
        return guide if name == "guide" else importlib.import_module("acucli.library").open_library
    raise AttributeError(f"module 'acucli' has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names: they are loaded only when they are asked for."""
    return sorted(__all__)
