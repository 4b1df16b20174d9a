"""Jupyter kernel of CtmsAnalytics: passes what Jupyter asks to a process of `ctms kernel serve` and its answers back."""

import asyncio
import concurrent.futures
import json
import os
import signal
import subprocess
import threading
import time
import uuid

import psutil
from ipykernel.kernelapp import IPKernelApp
from ipykernel.kernelbase import Kernel

GRACE = 5.0
BETWEEN_INTERRUPTS = 0.5
WORDS_KEPT = 4000
MOST_WORDS = 10
LAST_ANSWERS = ("done", "completion", "inspection", "is_complete", "refused")
LOST = "What the cells before it declared is gone; the next cell starts anew."


class Session:
    """One process that runs cells. Its answers come on a thread of their own; `on_output` takes what cells put out."""

    def __init__(self, command, on_output):
        self.name = uuid.uuid4().hex
        self.was_ready = False
        self.end = None
        self.end_was_told = False
        self._on_output = on_output
        self._contexts = {}
        self._pending = {}
        self._requests = 0
        self._words = ""
        self._killed = None
        self._was_interrupted = False
        self._gate = threading.Lock()
        self._writing = threading.Lock()
        environment = dict(os.environ)
        # A cell that fills the memory gets an error, and the machine stays usable.
        environment.setdefault("DOTNET_GCHeapHardLimit", f"{psutil.virtual_memory().total * 3 // 4:X}")
        # An abort that meets precompiled code ends the process; without such code most cells can be interrupted and go on.
        environment.setdefault("DOTNET_ReadyToRun", "0")
        # Jupyter signals the whole group of the kernel; the session is told in words instead.
        apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP} if os.name == "nt" else {"start_new_session": True}
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, **apart
            )
        except OSError as error:
            self._process = None
            self.end = failure("SessionNotStarted", f"{command[0]}: {error.strerror}. Run 'ctms kernel install' again.")
            return
        self._hearer = threading.Thread(target=self._hear, daemon=True)
        self._hearer.start()
        threading.Thread(target=self._listen, daemon=True).start()

    def request(self, request, context=None):
        """Sends a request. The future takes its last answer, or why the session ended before it."""
        future = concurrent.futures.Future()
        with self._gate:
            if self.end is not None:
                future.set_result(self.end)
                return future
            self._was_interrupted = False
            self._requests += 1
            name = str(self._requests)
            self._pending[name] = future
            self._contexts[name] = context
        self._send({"id": name, **request})
        return future

    def interrupt(self):
        self._was_interrupted = True
        self._send({"interrupt": True})

    def kill(self, why):
        self._killed = why
        self._process.kill()

    def close(self):
        if self._process is None:
            return
        self.end_was_told = True
        try:
            self._process.stdin.close()
        except OSError:
            pass
        try:
            self._process.wait(1)
        except subprocess.TimeoutExpired:
            self._process.kill()

    def _send(self, request):
        line = (json.dumps(request) + "\n").encode()
        try:
            with self._writing:
                self._process.stdin.write(line)
                self._process.stdin.flush()
        except (OSError, ValueError):
            # The process has ended; who waits for its answer is told so.
            pass

    def _listen(self):
        for line in self._process.stdout:
            try:
                answer = json.loads(line)
            except ValueError:
                # A library of the process wrote past its console.
                continue
            kind, name = answer.get("event"), answer.get("id")
            if kind == "ready":
                self.was_ready = True
            elif kind in ("stream", "display", "result"):
                self._on_output(self, self._contexts.get(name), answer)
            elif kind in LAST_ANSWERS:
                with self._gate:
                    future = self._pending.pop(name, None)
                if future is not None:
                    future.set_result(answer)
        self._process.wait()
        self._hearer.join(1)
        with self._gate:
            self.end = self._why()
            pending, self._pending = self._pending, {}
        self.end_was_told = self.end_was_told or len(pending) > 0
        for future in pending.values():
            future.set_result(self.end)

    def _why(self):
        words = self._words.strip().splitlines()[:MOST_WORDS]
        if self._killed is not None:
            return failure("Interrupted", self._killed)
        if self._was_interrupted:
            return failure("Interrupted", f"The cell could not be stopped where it was when it was interrupted, and its session was ended. {LOST}")
        if not self.was_ready:
            return failure("SessionNotStarted", "The session could not be started.", words)
        return failure("SessionEnded", f"The cell ended its session: it ran out of stack or memory, or closed the process. {LOST}", words)

    def _hear(self):
        for line in self._process.stderr:
            if len(self._words) < WORDS_KEPT:
                self._words += line.decode(errors="replace")


class CtmsKernel(Kernel):
    """The kernel: Jupyter's messages on one side, a session on the other."""

    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "kernel.json"), encoding="utf-8") as _file:
        settings = json.load(_file)["metadata"]["ctms"]

    implementation = "ctms"
    implementation_version = settings["version"]
    banner = f"CtmsAnalytics {settings['version']}: C# and SQL on the workspace of an analyst"
    language_info = {
        "name": "C#",
        "version": settings["language_version"],
        "mimetype": "text/x-csharp",
        "file_extension": ".cs",
        "pygments_lexer": "csharp",
        "codemirror_mode": "text/x-csharp",
    }

    _run = None
    _session = None

    def start(self):
        super().start()
        signal.signal(signal.SIGINT, self._on_signal)
        self._open()

    def pre_handler_hook(self):
        """The base class would let an interrupt break into its own loop; here it is passed on at any time."""

    def post_handler_hook(self):
        """See pre_handler_hook."""

    async def do_execute(self, code, silent, store_history=True, user_expressions=None, allow_stdin=False, **_):
        context = None if silent else {"header": self.get_parent("shell")["header"]}
        before = self._session
        session = self._open()
        if context and before is not session and not before.end_was_told:
            text = "The session had ended between two cells. What they declared is gone, and this cell runs in a new one.\n"
            self._publish(context, "stream", {"name": "stderr", "text": text})
        self._run = session.request({"execute": {"code": code, "name": f"cell {self.execution_count}"}}, context)
        answer = await asyncio.wrap_future(self._run)
        if answer["event"] == "ended" and session.was_ready:
            self._open()
        error = answer["error"]
        if error is None:
            return {"status": "ok", "execution_count": self.execution_count, "payload": [], "user_expressions": {}}
        content = {"ename": error["kind"], "evalue": error["message"], "traceback": error["lines"]}
        if context:
            self._publish(context, "error", content)
        return {"status": "error", "execution_count": self.execution_count, **content}

    async def do_complete(self, code, cursor_pos):
        answer = await self._ask({"complete": {"code": code, "position": utf16(code, cursor_pos)}}, "completion")
        if answer is None:
            return {"status": "ok", "matches": [], "cursor_start": cursor_pos, "cursor_end": cursor_pos, "metadata": {}}
        start, end = code_points(code, answer["start"]), code_points(code, answer["end"])
        types = [{"text": item["text"], "type": item["kind"], "start": start, "end": end} for item in answer["items"]]
        return {
            "status": "ok",
            "matches": [item["text"] for item in answer["items"]],
            "cursor_start": start,
            "cursor_end": end,
            "metadata": {"_jupyter_types_experimental": types},
        }

    async def do_inspect(self, code, cursor_pos, detail_level=0, omit_sections=()):
        answer = await self._ask({"inspect": {"code": code, "position": utf16(code, cursor_pos)}}, "inspection")
        if answer is None or not answer["found"]:
            return {"status": "ok", "found": False, "data": {}, "metadata": {}}
        parts = [answer["signature"], answer["value"] and f"= {answer['value']}", answer["summary"]]
        return {"status": "ok", "found": True, "data": {"text/plain": "\n\n".join(part for part in parts if part)}, "metadata": {}}

    async def do_is_complete(self, code):
        answer = await self._ask({"is_complete": {"code": code}}, "is_complete")
        return {"status": "unknown"} if answer is None else {"status": answer["status"], "indent": ""}

    def do_shutdown(self, restart):
        if self._session is not None:
            self._session.close()
        return {"status": "ok", "restart": restart}

    async def _ask(self, request, event):
        answer = await asyncio.wrap_future(self._open().request(request))
        return answer if answer["event"] == event else None

    def _open(self):
        """The session, or a new one where it has ended."""
        if self._session is None or self._session.end is not None:
            workspace = self.settings["workspace"]
            command = [*self.settings["program"], "kernel", "serve", *(["--workspace", workspace] if workspace else [])]
            self._session = Session(command, self._on_output)
        return self._session

    def _on_output(self, session, context, answer):
        if context is None:
            return
        if answer["event"] == "stream":
            self._publish(context, "stream", {"name": answer["name"], "text": answer["text"]})
        elif answer["event"] == "result":
            self._publish(context, "execute_result", {"execution_count": self.execution_count, "data": answer["data"], "metadata": {}})
        else:
            transient = {"display_id": f"{session.name}-{answer['display_id']}"} if answer["display_id"] else {}
            kind = "update_display_data" if answer["update"] else "display_data"
            self._publish(context, kind, {"data": answer["data"], "metadata": {}, "transient": transient})

    def _publish(self, context, kind, content):
        self.session.send(self.iopub_socket, kind, content, parent=context, ident=self._topic(kind))

    def _on_signal(self, *_):
        threading.Thread(target=self._interrupt, daemon=True).start()

    def _interrupt(self):
        run, session = self._run, self._session
        patience = time.monotonic() + GRACE
        while run is not None and not run.done():
            if time.monotonic() > patience:
                session.kill(f"The cell did not stop within {GRACE:.0f} seconds when it was interrupted, and its session was ended. {LOST}")
                return
            session.interrupt()
            concurrent.futures.wait([run], BETWEEN_INTERRUPTS)


def failure(kind, message, words=()):
    """The answer to every request of a session that has ended."""
    return {"event": "ended", "error": {"kind": kind, "message": message, "lines": [f"{kind}: {message}", *words]}}


def utf16(text, position):
    """A place in code points as one in UTF-16 units."""
    return len(text[:position].encode("utf-16-le")) // 2


def code_points(text, units):
    """A place in UTF-16 units as one in code points."""
    return len(text.encode("utf-16-le")[: units * 2].decode("utf-16-le", errors="ignore"))


if __name__ == "__main__":
    IPKernelApp.launch_instance(kernel_class=CtmsKernel)
