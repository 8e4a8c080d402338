"""Lets ``python -m deepnet`` work, and the installed command too."""

from __future__ import annotations

from deepnet.cli import main

if __name__ == "__main__":
    main()
