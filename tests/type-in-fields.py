"""type-in-fields.py FORM.pdf DATA.json OUT.pdf: pypdf types the values of one record into the fields of a form.

Ends with an error where a value that was typed is not to be read in OUT.pdf, or a field sets letters below eight points."""

import json
import logging
import re
import subprocess
import sys

from pypdf import PdfReader, PdfWriter

# The font for typing lacks what PDFs do not need of it, which pypdf's reader of fonts remarks each time.
logging.disable(logging.WARNING)


def values(data):
    """The values of the record by the paths of fields."""
    for block, entries in data.items():
        if block == "form":
            continue
        lines = enumerate(entries, 1) if isinstance(entries, list) else [(None, entries)]
        for number, entry in lines:
            begin = block if number is None else f"{block}[{number}]"
            for field, value in entry.items():
                yield f"{begin}.{field}", value


def main():
    form, record, out = sys.argv[1:]
    reader, writer = PdfReader(form), PdfWriter()
    writer.append(reader)
    fields = reader.get_fields() or {}
    with open(record, encoding="utf-8") as file:
        data = dict(values(json.load(file)))
    # The lines beyond the sheet have no field, and pypdf writes no letter beyond the first 65,536, which viewers do.
    takes = lambda path: fields.get(path, {}).get("/FT") == "/Tx"
    typed = {path: str(value) for path, value in data.items() if takes(path) and max(str(value)) < "\U00010000"}
    for page in writer.pages:
        writer.update_page_form_field_values(page, typed, auto_regenerate=False)
    writer.write(out)
    faults = [f"{len(typed)} of {len(data)} values were typed"] if not typed else []
    # Of a field with several places its parent says what it is.
    places = [place.get_object() for page in reader.pages for place in page.get("/Annots", [])]
    owners = [place if "/FT" in place else place.get("/Parent", {}) for place in places]
    sizes = [float(re.search(r"/\S+ ([0-9.]+) Tf", str(owner["/DA"]))[1]) for owner in owners if owner.get("/FT") == "/Tx"]
    if min(sizes, default=8) < 8:
        faults.append(f"letters of {min(sizes)} points")
    said = subprocess.run(["pdftotext", out, "-"], capture_output=True, check=True, encoding="utf-8").stdout
    squeezed = re.sub(r"\s", "", said)
    for path, value in typed.items():
        # Unlike a viewer pypdf breaks no lines, and what goes over the edge of the page is not read.
        if len(value) < 16 and re.sub(r"\s", "", value) not in squeezed:
            faults.append(f"{path}: {value} is not to be read")
    print("\n".join(faults[:20]))
    sys.exit(bool(faults))


main()
