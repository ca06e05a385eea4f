"""Idioms that sound like a complaint and are none ("sick of", "hot water")."""

IDIOMS: tuple[str, ...] = (
    "sick of", "sick and tired of", "tired of", "fed up with", "fed up of", "sick leave", "sick day", "off sick",
    "cold drink", "cold water", "cold weather", "cold outside", "cold day", "cold beer", "catch up", "stress test",
    "pain in the arse", "pain in the ass", "no pain no gain", "sleep on it", "sleep over", "sleeping bag", "hot water",
    "focus group", "out of focus", "in focus", "gas station", "gas bill", "gas fire", "gas cooker", "blue sky",
    "low price", "low fat", "low cost", "low tide", "wind farm", "wind speed", "room temperature", "water temperature",
    "data recovery", "the weather", "climate change", "loose change", "change of", "heart of", "deep sleep mode",
)  # fmt: skip
