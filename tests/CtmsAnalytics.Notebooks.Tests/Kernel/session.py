"""Does with the kernel what a person does in Jupyter, and prints what came back as one object of JSON."""

import json
import sys

import psutil
from jupyter_client.manager import start_new_kernel

PATIENCE = 120
manager, client = start_new_kernel(kernel_name=sys.argv[1], startup_timeout=PATIENCE)


def collect(request):
    """The messages that a cell caused, until it is idle."""
    messages = []
    while True:
        message = client.get_iopub_msg(timeout=PATIENCE)
        if message["parent_header"].get("msg_id") != request:
            if message["msg_type"] == "stream":
                late.append({"cell": message["parent_header"]["msg_id"], **message["content"]})
            continue
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            break
        if message["msg_type"] not in ("status", "execute_input"):
            messages.append({"type": message["msg_type"], **message["content"]})
    return messages


def run(code, meanwhile=None):
    # A kernel drops what is sent while it still clears its queue after an error; a person asks later than a script does.
    request = client.execute(code, stop_on_error=False)
    if meanwhile is not None:
        meanwhile()
    return {"id": request, "messages": collect(request), "reply": reply(request)}


def reply(request):
    while True:
        message = client.get_shell_msg(timeout=PATIENCE)
        if message["parent_header"].get("msg_id") == request:
            return message["content"]


def is_complete(code):
    return reply(client.is_complete(code))["status"]


def interrupt_when_it_says_so():
    while client.get_iopub_msg(timeout=PATIENCE)["msg_type"] != "stream":
        pass
    manager.interrupt_kernel()


def ask_control():
    client.control_channel.send(client.session.msg("kernel_info_request"))
    answers["control_while_running"] = client.get_control_msg(timeout=PATIENCE)["content"]["implementation"]


late = []
answers = {}
answers["language"] = client.kernel_info(reply=True, timeout=PATIENCE)["content"]["language_info"]
answers["value"] = run("var people = new List<string> { \"Ada\" };\n6 * 7")
answers["state"] = run("people.Count + 1")
answers["text"] = run("Console.Write(\"out\"); Console.Error.Write(\"err\");")
answers["display"] = run("var shown = display(HTML(\"<b>one</b>\")); shown.Update(HTML(\"<b>two</b>\"));")
answers["update_later"] = run("shown.Update(\"three\");")
answers["error"] = run("var a = 1;\nvar b = missing;")
answers["thrown"] = run("var z = 0;\nConsole.WriteLine(1 / z);")
answers["complete"] = client.complete("var s = \"\U0001f600\"; people.Ad", reply=True, timeout=PATIENCE)["content"]
answers["inspect"] = client.inspect("people", 3, reply=True, timeout=PATIENCE)["content"]
answers["inspect_nothing"] = client.inspect("  ", 1, reply=True, timeout=PATIENCE)["content"]
answers["is_complete"] = [is_complete("1 + 1"), is_complete("if (true) {")]

answers["starts_a_task"] = run("var go = new TaskCompletionSource(); var wrote = Task.Run(async () => { await go.Task; Console.Write(\"late\"); });")
answers["lets_it_write"] = run("go.SetResult(); await wrote; Console.Write(\"own\");")
answers["late"] = late

answers["endless"] = run("Console.Write(1); while (true) { }", interrupt_when_it_says_so)
answers["asleep"] = run("Console.Write(1); Thread.Sleep(600_000);", interrupt_when_it_says_so)
answers["awaiting"] = run("Console.Write(1); await Task.Delay(600_000);", interrupt_when_it_says_so)
answers["after_interrupts"] = run("people.Count")
answers["control"] = run("await Task.Delay(2000); 1", ask_control)

answers["in_library"] = run("Console.Write(1); Enumerable.Repeat(1, int.MaxValue).SelectMany(n => Enumerable.Repeat(n, int.MaxValue)).Where(n => n > 1)", interrupt_when_it_says_so)
answers["stuck"] = run("Console.Write(1); void Stuck() { try { } finally { while (true) { } } } Stuck();", interrupt_when_it_says_so)
answers["after_stuck"] = run("people.Count")
answers["memory"] = run("var held = new List<byte[]>(); while (true) { held.Add(new byte[1 << 26]); Array.Fill(held[^1], (byte)1); }")
answers["after_memory"] = run("1 + 1")
answers["overflow"] = run("int Deeper(int n) => Deeper(n + 1) + 1;\nDeeper(0)")
answers["after_overflow"] = run("2 + 2")

answers["before_restart"] = run("var kept = 1;")
manager.restart_kernel(now=False)
client.wait_for_ready(timeout=PATIENCE)
answers["after_restart"] = run("kept")

processes = psutil.Process(manager.provisioner.process.pid).children(recursive=True)
answers["sessions_before_shutdown"] = len(processes)
client.stop_channels()
manager.shutdown_kernel()
_, alive = psutil.wait_procs(processes, timeout=30)
answers["sessions_after_shutdown"] = len(alive)
print(json.dumps(answers))
