"""LibreOffice without a window, for the scripts that fill in or make files with it through its UNO interface.

Needs the Python that knows the module uno (Debian: python3-uno).
"""
import contextlib
import os
import signal
import subprocess
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException


def url(file):
    return uno.systemPathToFileUrl(os.path.abspath(file))


@contextlib.contextmanager
def running(soffice="soffice"):
    """The desktop of a LibreOffice with a profile of its own, which ends with the block, whatever happens in it."""
    with tempfile.TemporaryDirectory() as profile:
        pipe = pipe_name()
        office = subprocess.Popen([soffice, "--headless", "--norestore", "--nologo", f"-env:UserInstallation={url(profile)}",
                                   f"--accept=pipe,name={pipe};urp"], start_new_session=True)
        try:
            desktop = connect(pipe)
            yield desktop
            with contextlib.suppress(DisposedException):  # it may be gone before it can answer
                desktop.terminate()
            office.wait(60)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(office.pid, signal.SIGKILL)
            office.wait()


def pipe_name():
    return "nianbao" + str(os.getpid())


def connect(pipe):
    for _ in range(240):
        try:
            return services(pipe).createInstance("com.sun.star.frame.Desktop")
        except NoConnectException:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def services(pipe=None):
    """The service manager of the LibreOffice that is running."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    return resolver.resolve(f"uno:pipe,name={pipe or pipe_name()};urp;StarOffice.ComponentContext").ServiceManager


def load(desktop, address):
    return desktop.loadComponentFromURL(address, "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))


def store(document, file, filter_name, *options):
    document.storeToURL(url(file), (PropertyValue("FilterName", 0, filter_name, 0), *options))
    document.close(True)
