"""Runs `annal serve` as a user's page and as strangers: saves edits in place, then sends N requests that all have a fault. No such request
may be answered with anything of the article, and no file but the articles and their edits may be opened, which inotify watches.

requests.py PROGRAM [N]     N faulty requests, 1000 where none is given; the seed is fixed
"""
import ctypes
import http.client
import json
import os
import pathlib
import random
import re
import signal
import socket
import struct
import subprocess
import sys
import tempfile

ARTICLE = "The old mill burned on 3 May 2014. Two days later the council closed the bridge. It was rebuilt in June 2015.\n"
OTHER = "The ferry sank on 8 November 1903. The town bought another one a year later.\n"
SECRET = "nobody may read this"
JSON = "application/json"


class Watch:
    """The names that are opened, written, made or renamed in some folders, since the last look."""

    MASK = 0x001 | 0x002 | 0x020 | 0x040 | 0x080 | 0x100 | 0x200  # access, modify, open, moved from and to, create, delete

    def __init__(self, folders):
        self.libc = ctypes.CDLL(None, use_errno=True)
        self.descriptor = self.libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        assert self.descriptor >= 0, "inotify is not to be had"
        for folder in folders:
            assert self.libc.inotify_add_watch(self.descriptor, str(folder).encode(), self.MASK) >= 0, folder

    def names(self):
        seen = set()
        while True:
            try:
                data = os.read(self.descriptor, 1 << 16)
            except BlockingIOError:
                return seen
            at = 0
            while at < len(data):
                _, mask, _, length = struct.unpack_from("iIII", data, at)
                name = data[at + 16 : at + 16 + length].rstrip(b"\0").decode()
                if not mask & 0x40000000:  # a folder itself
                    seen.add(name)
                at += 16 + length


class Server:
    """A running `annal serve`, and requests to it as its own page makes them."""

    def __init__(self, program, folder, *words):
        self.process = subprocess.Popen([program, "serve", *words, "--no-open"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                        env={**os.environ, "HOME": str(folder.parent / "user")})
        self.address = self.process.stdout.readline().strip()
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/([0-9a-f]{32})/", self.address)
        assert found, (self.address, self.process.stderr.read() if not self.address else "")
        self.port, self.token = int(found[1]), found[2]
        self.origin = "http://127.0.0.1:%d" % self.port

    def ask(self, method, path, body=None, **fields):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"X-Annal-Token": self.token, "Origin": self.origin, "Sec-Fetch-Site": "same-origin"}
        if body is not None:
            headers["Content-Type"] = JSON
        headers.update(fields)
        connection.request(method, "/%s/%s" % (self.token, path), body=body, headers=headers)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer.status, data

    def save(self, text, base, article=1):
        status, data = self.ask("POST", "%d/edits" % article, json.dumps({"text": text, "base": base}))
        return status, json.loads(data)

    def base(self, article=1):
        status, page = self.ask("GET", "%d/" % article)
        assert status == 200, page[:200]
        assert ('<meta name="annal-serve" content="%s">' % self.token).encode() in page
        return json.loads(re.search(rb'id="annal-session">(.*?)</script>', page, re.DOTALL)[1])["base"]

    def send(self, data):
        """The bytes that come back for `data`."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as connection:
            try:
                connection.sendall(data)
                connection.shutdown(socket.SHUT_WR)
                received = b""
                while piece := connection.recv(1 << 16):
                    received += piece
                return received
            except (BrokenPipeError, ConnectionResetError):
                return b""

    def end(self, number):
        self.process.send_signal(number)
        assert self.process.wait(60) == 0, self.process.returncode
        self.process.stdout.close()
        self.process.stderr.close()


def saves_in_place(server, folder):
    """Each save is written as it was sent, solved, and answered."""
    edits = folder / "mill.edits.toml"
    text = '# mine\ntitle = "The mill"\n\n[[event]]\nwords = "was rebuilt"\ndate = "12 June 2015"\n'
    status, answer = server.save(text, server.base())
    assert status == 200, answer
    assert edits.read_text() == text and answer["problems"] == [], answer["problems"]
    assert answer["html"].startswith("<main>") and "The mill" in answer["html"]
    assert any(event.get("when") == "12 Jun 2015" for event in answer["data"]["timeline"]["events"]), answer["data"]["timeline"]["events"]
    assert answer["data"]["edits"]["text"] == text

    edits.chmod(0o640)
    status, answer = server.save(text + '\n[[event]]\nwords = "nowhere to be found"\nhide = true\n', answer["base"])
    assert status == 200 and [problem["line"] for problem in answer["problems"]] == [8], answer
    assert edits.stat().st_mode & 0o777 == 0o640

    before = edits.read_text()
    for wrong in ("titel = 1\n", "[[event]\n", 'title = "\\q"\n'):
        status, refused = server.save(wrong, answer["base"])
        assert status == 400 and "mill.edits.toml:1" in refused["error"], refused
    for body in ("", "[]", "{}", '{"text": 1, "base": ""}', '{"text": ""}', "[" * 100000, '{"text": "\\ud800", "base": ""}'):
        status, refused = server.ask("POST", "1/edits", body)
        assert status in (400, 409), (body[:30], status, refused)
    assert edits.read_text() == before
    return answer["base"]


def two_hands(server, folder, base):
    """A save does not overwrite what another hand wrote, and follows a changed article."""
    edits, article = folder / "mill.edits.toml", folder / "mill.txt"
    assert server.base() == base
    status, first = server.save('title = "First"\n', base)
    assert status == 200
    assert server.save('title = "Second"\n', base)[0] == 409
    assert edits.read_text() == 'title = "First"\n'
    edits.write_text('title = "By an editor"\n')
    assert server.save('title = "Third"\n', first["base"])[0] == 409
    assert edits.read_text() == 'title = "By an editor"\n'

    base = server.base()
    article.write_text(ARTICLE + "The tower collapsed on 9 July 2016.\n")
    status, answer = server.save("", base)
    assert status == 200 and edits.read_text() == ""
    assert answer["problems"] == [{"line": 0, "message": "the article was changed on the disk and has been read again"}]
    assert any("tower" in event["title"] for event in answer["data"]["timeline"]["events"])
    assert server.save("", answer["base"])[1]["problems"] == []


def reads(program, server, folder):
    """Dates, downloads and the list of articles."""
    status, answer = server.ask("GET", "1/date?wording=14+Nov+2016")
    assert status == 200 and json.loads(answer) == {"when": "14 Nov 2016", "edtf": "2016-11-14", "earliest": "2016-11-14", "latest": "2016-11-14"}, answer
    assert "error" in json.loads(server.ask("GET", "1/date?wording=no+date")[1])
    (folder / "the <ferry>.edits.toml").write_text('title = "The ferry"\n')
    for name in ("svg", "json", "txt", "csv", "timelinejs.json", "html"):
        form = {"txt": ["text"], "timelinejs.json": ["timelinejs"], "html": ["html", "--no-editor"]}.get(name, [name])
        built = subprocess.run([program, "build", "the <ferry>.txt", "-o", "-", "-f", *form],
                               cwd=folder, capture_output=True, check=True).stdout
        status, answer = server.ask("GET", "2/timeline." + name)
        assert status == 200 and answer == built, name
    status, answer = server.ask("GET", "")
    assert status == 200 and b'<a href="1/">mill.txt</a>' in answer and b'<a href="2/">the &lt;ferry&gt;.txt</a>' in answer


def faulty(server, choose):
    """A request that has at least one fault: as bytes."""
    path = choose.choice(["", "1/", "2/", "1/edits", "1/date?wording=May", "1/timeline.svg", "2/timeline.json"])
    method = "POST" if path == "1/edits" else "GET"
    target = "/%s/%s" % (server.token, path)
    body = json.dumps({"text": 'title = "stolen"\n', "base": server.known_base}) if method == "POST" else ""
    fields = {"Host": "127.0.0.1:%d" % server.port, "Origin": server.origin, "X-Annal-Token": server.token, "Content-Type": JSON,
              "Content-Length": str(len(body))}

    def other_token():
        token = "".join(choose.choice("0123456789abcdef") for _ in range(32))
        return choose.choice([token, server.token[:-1], server.token.upper() + "x", "", "../" + server.token])

    fault = choose.randrange(8)
    if fault == 0:
        fields["Host"] = choose.choice(["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:%d" % server.port, ""])
    elif fault == 1:
        fields["Origin"] = choose.choice(["http://evil.example", "null", "https://127.0.0.1:%d" % server.port, "file://", ""])
    elif fault == 2:
        fields["Sec-Fetch-Site"] = choose.choice(["cross-site", "same-site", "x"])
    elif fault == 3:
        target = "/%s/%s" % (other_token(), path)
    elif fault == 4:
        trick = choose.choice(["..%2f", "../", "//", "/", "%2e%2e/", "..\\", "%00", ";", "\xff", "http://127.0.0.1/", "file:///etc/passwd", "A" * 9000])
        places = [1, len(target)] if path != "1/date?wording=May" else [1]
        at = choose.choice(places)
        target = target[:at] + trick + choose.choice(["", "secret.txt", "etc/passwd", "mill.txt"]) + target[at:]
    elif fault == 5:
        method = choose.choice(["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "GETS", "POST" if method == "GET" else "GET"])
    elif fault == 6:
        fields["X-Annal-Token"] = other_token()
        del fields["Content-Type"]
    else:
        return bytes(choose.randrange(256) for _ in range(choose.randrange(1, 400))) + b"\r\n\r\n"
    head = "%s %s HTTP/1.1\r\n%s\r\n" % (method, target, "".join("%s: %s\r\n" % field for field in fields.items()))
    return head.encode("latin-1") + body.encode()


def refuses_strangers(server, folder, count):
    """None of `count` faulty requests is answered with more than a refusal, and none touches a file that it should not."""
    choose = random.Random(20161114)
    server.known_base = server.base()
    files = {path: path.read_bytes() for path in folder.parent.rglob("*") if path.is_file()}
    watch = Watch([folder, folder.parent, folder.parent / "user"])
    for _ in range(count):
        request = faulty(server, choose)
        answer = server.send(request)
        assert not answer or re.match(rb"HTTP/1\.1 4\d\d ", answer), (request, answer[:300])
        assert b"mill" not in answer and SECRET.encode() not in answer and server.token.encode() not in answer, (request, answer[:300])
    assert server.base() == server.known_base
    opened = watch.names()
    assert opened <= {"mill.txt", "mill.edits.toml"}, opened
    for path, data in files.items():
        assert path.read_bytes() == data, path
    assert set(files) == {path for path in folder.parent.rglob("*") if path.is_file()}


def ends(program, folder, server):
    """SIGTERM and SIGINT end it with 0; what cannot be served is one line."""
    for words, message in ((["mill.txt", "--port", str(server.port)], "port %d is in use" % server.port), (["gone.txt"], "no such file"), ([], "no FILE given")):
        run = subprocess.run([program, "serve", *words, "--no-open"], cwd=folder, capture_output=True, text=True)
        assert run.returncode == 2 and run.stdout == "" and run.stderr.count("\n") == 1 and message in run.stderr, run
    server.end(signal.SIGTERM)
    one = Server(program, folder, "mill.txt")
    status, _ = one.ask("GET", "")
    assert status == 303
    one.end(signal.SIGINT)


def main(program, count):
    program = os.path.abspath(program)
    with tempfile.TemporaryDirectory() as top:
        folder = pathlib.Path(top, "articles")
        for place in (folder, folder.parent / "user"):
            place.mkdir()
        (folder / "mill.txt").write_text(ARTICLE)
        (folder / "the <ferry>.txt").write_text(OTHER)
        for place in (folder, folder.parent, folder.parent / "user"):
            (place / "secret.txt").write_text(SECRET)
        server = Server(program, folder, "mill.txt", "the <ferry>.txt")
        try:
            two_hands(server, folder, saves_in_place(server, folder))
            reads(program, server, folder)
            refuses_strangers(server, folder, count)
            ends(program, folder, server)
        finally:
            server.process.kill()
    print("%d faulty requests refused" % count)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1000)
