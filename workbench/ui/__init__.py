"""The window and its pages: the only room that knows Qt."""

import sys

import PySide6.QtCore  # noqa: F401 - with it comes the hook

# PySide reads the source of every module that is imported after it, to see whether the module may ask for its __feature__
# spellings (snake_case): a twentieth of our start. None of ours asks. A canary test watches the name.
if (_features := sys.modules.get("shibokensupport.feature")) is not None:
    vars(_features)["_mod_uses_pyside"] = lambda module: True
