"""A window of the old engine: it takes commands as lines of JSON and answers each with a line.

It runs in an environment of its own, which holds PySide6 6.6 and nothing of the project. Console messages are lines
too: they come whenever a page says something.
"""

import json
import sys

from PySide6.QtCore import QEventLoop, QPoint, QSocketNotifier, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

ERROR = QWebEnginePage.JavaScriptConsoleMessageLevel.ErrorMessageLevel
# As WebDriver spells keys. Qt's own tests end on a sign without a key, such as the end of a line in a text.
KEYS = {
    "\n": Qt.Key.Key_Return,
    "\ue007": Qt.Key.Key_Return,
    "\ue004": Qt.Key.Key_Tab,
    "\ue010": Qt.Key.Key_End,
}


def say(**what) -> None:
    """One line to the test."""
    print(json.dumps(what), flush=True)


class Page(QWebEnginePage):
    """Tells of each error in the console, a broken policy among them."""

    def javaScriptConsoleMessage(self, level, message, line, source) -> None:
        """Called by Qt."""
        if level == ERROR:
            say(error=f"{source}:{line}: {message}")


class Window:
    """One view in a profile that leaves nothing behind."""

    def __init__(self, width: int, height: int) -> None:
        self.profile = QWebEngineProfile()
        self.view = QWebEngineView()
        self.page = Page(self.profile, self.view)
        self.view.setPage(self.page)
        self.view.resize(width, height)
        self.view.show()

    def close(self) -> None:
        """The page goes before the profile that it lives in."""
        self.page.deleteLater()

    def do(self) -> None:
        """One command, answered, or the end of all."""
        line = sys.stdin.readline()
        if not line:
            QApplication.quit()
            return
        order = json.loads(line)
        say(value=getattr(self, order["do"])(*order["with"]))

    def load(self, address: str) -> None:
        """Goes to a page and waits until it is loaded."""
        loop = QEventLoop()
        self.page.loadFinished.connect(loop.quit)
        self.page.load(QUrl(address))
        loop.exec()
        self.page.loadFinished.disconnect(loop.quit)

    def script(self, text: str) -> object:
        """What a script leaves, which has no promise in it."""
        loop, left = QEventLoop(), []
        self.page.runJavaScript(text, 0, lambda value: (left.append(value), loop.quit()))
        loop.exec()
        return left[0]

    def rest(self) -> None:
        """Lets pages say what they have to say."""
        QTest.qWait(50)

    def click(self, x: int, y: int) -> None:
        """A mouse's click at a place of the window."""
        left = Qt.MouseButton.LeftButton
        QTest.mouseClick(self.view.focusProxy(), left, Qt.NoModifier, QPoint(x, y))

    def key(self, sign: str, is_with_control: bool = False) -> None:
        """A key, to whatever has the focus."""
        held = Qt.KeyboardModifier.ControlModifier if is_with_control else Qt.NoModifier
        if sign in KEYS:
            QTest.keyClick(self.view.focusProxy(), KEYS[sign], held)
        else:
            QTest.keyClicks(self.view.focusProxy(), sign, held)

    def compose(self, text: str) -> None:
        """What an input method sends to a window: one more character each time, and in the end what was chosen."""
        for end in range(1, len(text) + 1):
            QApplication.sendEvent(self.view.focusProxy(), QInputMethodEvent(text[:end], []))
        chosen = QInputMethodEvent()
        chosen.setCommitString(text)
        QApplication.sendEvent(self.view.focusProxy(), chosen)

    def look_elsewhere(self) -> None:
        """The reader goes to another window and comes back."""
        self.view.clearFocus()
        self.rest()
        self.view.setFocus()

    def screenshot(self, file: str) -> bool:
        """Writes what is seen as PNG."""
        QTest.qWait(300)  # it is drawn by a process of its own
        return self.view.grab().save(file)


def main(width: int, height: int) -> int:
    """Until the test closes its end."""
    application = QApplication(sys.argv)
    window = Window(width, height)
    # Without a thread of its own: the test writes no line before the one before it is answered.
    orders = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    orders.activated.connect(window.do)
    code = application.exec()
    window.close()
    return code


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
