#!/usr/bin/env python3
"""Measures how long `junsoku serve` takes from the saving of a file to the new page.

    python3 benches/serve.py target/release/junsoku content

A copy of the content folder is served without PDFs. A page of a policy is held open as a browser does, a sentence of the policy
is saved again and again with another word, and the time until the page that is served has that word is told: the least, the
median and the greatest of the times, in milliseconds.
"""
import pathlib
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

ROUNDS = 15
REGION, DOCUMENT = "chuo", "policy"


def events(port, page, version):
    """An open connection for the events of a page, as its script opens it."""
    connection = socket.create_connection(("127.0.0.1", port))
    request = f"GET /__junsoku/events?page={page}&version={version} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"
    connection.sendall(request.encode())
    return connection


def waited_for(connection):
    text = b""
    while b"event: reload" not in text:
        text += connection.recv(65536)


def main():
    program, content = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as work:
        copy = pathlib.Path(work, "content")
        shutil.copytree(content, copy)
        document = copy / "regions" / REGION / f"{DOCUMENT}.yaml"
        text = document.read_text(encoding="utf-8")
        # The second text in plain letters: the first is the title of the source.
        place = list(re.finditer(r"^    ja: [^\"'>|\n]+", text, re.M))[1]
        server = subprocess.Popen([program, "serve", "--no-pdf", "--port", "0", "--content", copy], stdout=subprocess.PIPE, text=True)
        try:
            line = ""
            while "http://" not in line:
                line = server.stdout.readline()
            port = int(re.search(r":(\d+)/", line).group(1))
            path = f"ja/regions/{REGION}/{DOCUMENT}/index.html"
            address = f"http://127.0.0.1:{port}/{path}"
            times = []
            for number in range(ROUNDS):
                html = urllib.request.urlopen(address).read().decode()
                version = re.search(r'data-version="(\w+)"', html).group(1)
                connection = events(port, path, version)
                time.sleep(1)
                word = f"試し{number}番"
                changed = text[: place.end()] + word + text[place.end() :]
                begun = time.perf_counter()
                document.write_text(changed, encoding="utf-8")
                waited_for(connection)
                assert word in urllib.request.urlopen(address).read().decode()
                times.append((time.perf_counter() - begun) * 1000)
                connection.close()
        finally:
            server.terminate()
            server.wait()
    print(f"{min(times):.0f} {statistics.median(times):.0f} {max(times):.0f} ms (least, median, greatest of {ROUNDS})")


if __name__ == "__main__":
    main()
