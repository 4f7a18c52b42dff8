"""One exchange: what the person says, and what Guide answers."""

Turn = tuple[str, str]
