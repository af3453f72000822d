"""Scripts that use the store of a page, and some that take away what it rests on."""

from __future__ import annotations

HERE = "reference/your-data/"
COUNT_UP = "return store.change('a-kind', 'an-id', (old) => ({ count: (old?.count ?? 0) + 1 }));"
READ = "return (await store.list('a-kind')).map((record) => record.value.count);"
# As a browser that refuses: the property throws as soon as it is touched.
NO_DATABASE = """Object.defineProperty(window, "indexedDB", {
    get() { throw new DOMException("denied", "SecurityError"); },
});"""
# The connection that the store uses, so that a test can take it away.
REMEMBERED = """
    const opening = indexedDB.open;
    indexedDB.open = function (...args) {
        const request = opening.apply(this, args);
        request.addEventListener("success", () => { window.lastOpened = request.result; });
        return request;
    };
"""
# As when a reader clears the data of sites while the page is open.
CLOSED = f"{REMEMBERED} window.closeDatabase = () => window.lastOpened.close();"
# As Safari does to a page that was long in the background: the first call fails, and a new connection works.
LOST = (
    REMEMBERED
    + """
    const transact = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...all) {
        if (this !== window.isLost) return transact.apply(this, all);
        throw new DOMException("Connection to Indexed Database server lost.", "UnknownError");
    };
    window.loseDatabase = () => { window.isLost = window.lastOpened; };
"""
)
SILENT = "IDBFactory.prototype.open = () => new EventTarget();"
BLOCKED_COOKIES = "".join(
    f"""Object.defineProperty(window, "{name}", {{
        get() {{ throw new DOMException("denied", "SecurityError"); }}, configurable: true,
    }});"""
    for name in ("localStorage", "sessionStorage", "indexedDB")
)
