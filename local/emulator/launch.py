"""Starts ministack with its bugs patched in memory: no file of the package is changed."""

from importlib import import_module
from pkgutil import iter_modules

import fixes
from ministack.app import main

if __name__ == "__main__":
    for module in iter_modules(fixes.__path__):
        if module.name != "patch":
            import_module(f"fixes.{module.name}").apply()
    main()
