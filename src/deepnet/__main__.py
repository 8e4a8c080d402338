"""Where the process begins: the installed command, and ``python -m deepnet``."""

from __future__ import annotations

import gc


def main() -> None:
    """Run the command line."""
    # A command lives for a tenth of a second. Looking for garbage while its modules
    # load takes a tenth of that; what there is goes with the process.
    gc.disable()
    from deepnet.cli import main as run  # noqa: PLC0415 - after the line above

    run()


if __name__ == "__main__":
    main()
