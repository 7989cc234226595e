"""Runs `annal serve --api` as programs and as strangers do, and compares what it answers with what the program prints.

api_requests.py PROGRAM
"""
import http.client
import json
import os
import pathlib
import signal
import stat
import subprocess
import sys
import tempfile

ARTICLE = "The old mill burned on 3 May 2014. Two days later the council closed the bridge. It was rebuilt in June 2015.\n"


class Server:
    """A running `annal serve --api`, and requests to it."""

    def __init__(self, program, folder, *words):
        self.process = subprocess.Popen([program, "serve", "--api", *words], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        assert self.address.startswith("http://127.0.0.1:"), self.process.stderr.read()
        self.port = int(self.address.split(":")[2].strip("/"))
        self.token = (folder / words[-1]).read_text().strip() if "--token-file" in words else self.process.stdout.readline().strip()

    def ask(self, method, path, body=None, **fields):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Authorization": "Bearer " + self.token, **({} if body is None else {"Content-Type": "application/json"}), **fields}
        connection.request(method, path, body=body, headers={name: value for name, value in headers.items() if value is not None})
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        self.last = answer
        return answer.status, answer.getheader("Content-Type"), data

    def post(self, path, **request):
        return self.ask("POST", path, json.dumps(request))

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(10) == 0
        return self.process.stderr.read()


def answers_as_the_program(program, folder, server):
    (folder / "mill.txt").write_text(ARTICLE)
    printed = lambda *words: subprocess.run([program, *words], cwd=folder, capture_output=True, check=True).stdout
    request = {"text": ARTICLE, "name": "mill.txt"}
    for name, kind in (("json", "application/json"), ("text", "text/plain; charset=utf-8"), ("svg", "image/svg+xml"), ("html", "text/html; charset=utf-8"),
                       ("csv", "text/csv; charset=utf-8"), ("ics", "text/calendar; charset=utf-8"), ("timeml", "application/xml")):
        assert server.post("/timeline", **request, format=name) == (200, kind, printed("build", "mill.txt", "-f", name)), name
    assert server.post("/dates", **request)[2] == printed("dates", "mill.txt", "-f", "json")
    assert server.post("/why", **request, a="burned", b="closed", format="text")[2] == printed("order", "mill.txt", "--why", "burned", "closed")
    why = json.loads(server.post("/why", **request, a="burned", b="closed")[2])
    assert why["verdict"] == "before" and why["b"]["sentence"] == "Two days later the council closed the bridge.", why
    brief = json.loads(server.post("/timeline", **request, brief=True)[2])
    assert [event["when"] for event in brief["events"]] == ["3 May 2014", "5 May 2014", "Jun 2015"], brief
    assert server.ask("GET", "/openapi.json") == (200, "application/json", printed("schema", "--api"))
    assert server.ask("HEAD", "/openapi.json") == (200, "application/json", b"") and server.last.getheader("Content-Length") == str(len(printed("schema", "--api")))


def tells_faults(server):
    """Each fault is one line of JSON, and an answer that would leave something out unsaid is none."""
    unreadable = {"documents": [{"text": ARTICLE}, {"name": "b", "base64": "AAECAwQF"}]}
    rows = [
        (server.ask("POST", "/timeline", "{"), 400, "request:1:2"),
        (server.ask("POST", "/timeline", "[" * 100000), 400, "request:"),
        (server.post("/timeline"), 400, "there is no text; state 'text', 'base64' or 'documents'"),
        (server.post("/timeline", text=ARTICLE, formt="svg"), 400, "did you mean 'format'?"),
        (server.post("/why", text=ARTICLE, a="burned", b="sank"), 400, "there is no event called 'sank'"),
        (server.post("/timeline", **unreadable), 400, "looks like a binary file"),
        (server.post("/timeline", text=ARTICLE, edits="[[event]]\nwords = \"sank\"\ntitle = \"x\"\n"), 400, "edits: "),
        (server.ask("GET", "/timeline"), 405, "only POST"),
        (server.post("/timeline", base64="VGhlIG1pbGwg!!"), 400, "base64: is no base64 at character 13"),
        (server.ask("GET", "/"), 404, "there is nothing here"),
        (server.ask("GET", "/openapi.json", Authorization="Bearer " + "0" * 32), 401, "Authorization"),
        (server.ask("GET", "/openapi.json", Authorization=None), 401, "Authorization"),
        (server.ask("GET", "/openapi.json", Origin=server.address.rstrip("/")), 403, "browser"),
        (server.ask("GET", "/openapi.json", Host="evil.example"), 403, "another host"),
        (server.ask("POST", "/timeline", "x" * (4 << 20) + "x"), 413, "4 MiB"),
    ]
    for (status, kind, data), wanted, words in rows:
        told = json.loads(data)
        assert (status, kind, list(told)) == (wanted, "application/json", ["error"]) and words in told["error"] and "\n" not in told["error"], (status, told, words)
    for method, path, allow in (("PUT", "/timeline", "POST"), ("OPTIONS", "/why", "POST"), ("HEAD", "/dates", "POST"), ("DELETE", "/openapi.json", "GET, HEAD")):
        assert server.ask(method, path)[0] == 405 and server.last.getheader("Allow") == allow, (method, path)
    brief = json.loads(server.post("/timeline", **unreadable, brief=True)[2])
    assert "looks like a binary file" in brief["notes"][0], brief


def keeps_its_token(program, folder):
    server = Server(program, folder, "--token-file", "token")
    token, mode = server.token, stat.S_IMODE(os.stat(folder / "token").st_mode)
    assert mode == 0o600 and len(token) == 32, (token, oct(mode))
    assert server.ask("GET", "/openapi.json")[0] == 200
    said = server.end()
    assert "token" in said and token not in said, said
    again = Server(program, folder, "--token-file", "token")
    assert again.token == token and again.ask("GET", "/openapi.json")[0] == 200
    again.end()
    os.chmod(folder / "token", 0o640)
    (folder / "short").write_text("secret\n")
    os.chmod(folder / "short", 0o600)
    for words, message in ((["--token-file", "token"], "others may read token"), (["--token-file", "short"], "short holds no token"),
                           (["--token-file", "none/t"], "cannot make none/t"), (["--port", "80"], "--port must be"), (["mill.txt"], "--api serves no article")):
        run = subprocess.run([program, "serve", "--api", *words], cwd=folder, capture_output=True, text=True)
        assert run.returncode == 2 and run.stdout == "" and run.stderr.count("\n") == 1 and message in run.stderr, run
    run = subprocess.run([program, "serve", "mill.txt", "--token-file", "t"], cwd=folder, capture_output=True, text=True)
    assert run.returncode == 2 and "--token-file is for --api" in run.stderr, run


def main(program):
    with tempfile.TemporaryDirectory() as top:
        folder = pathlib.Path(top)
        server = Server(program, folder)
        try:
            answers_as_the_program(program, folder, server)
            tells_faults(server)
        finally:
            server.process.kill()
        keeps_its_token(program, folder)


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
