"""fill-all.py OUTPUT: pypdf types 山田太郎 and 髙﨑 into every form of the site in every language, and poppler finds them."""

import logging
import pathlib
import subprocess
import sys
import tempfile

from pypdf import PdfReader, PdfWriter

# The font for typing lacks what PDFs do not need of it, which pypdf's reader of fonts remarks each time.
logging.disable(logging.WARNING)

NAMES = ("山田太郎", "髙﨑")


def fill(pdf, filled):
    reader, writer = PdfReader(pdf), PdfWriter()
    writer.append(reader)
    places = [path for path, field in (reader.get_fields() or {}).items() if field.get("/FT") == "/Tx"]
    values = {path: NAMES[number % 2] for number, path in enumerate(places)}
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    writer.write(filled)
    return len(places)


def main():
    # Those for print have nothing to fill in.
    forms = sorted(pdf for pdf in pathlib.Path(sys.argv[1]).glob("*/**/forms/*.pdf") if not pdf.stem.endswith("_print"))
    faults, places = [], 0
    with tempfile.TemporaryDirectory() as folder:
        filled = pathlib.Path(folder, "filled.pdf")
        for pdf in forms:
            count = fill(pdf, filled)
            places += count
            text = subprocess.run(["pdftotext", filled, "-"], capture_output=True, check=True, encoding="utf-8").stdout
            if count < 2 or not all(name in text for name in NAMES):
                faults.append(f"{pdf}: {count} places, and not both names are to be read")
    if len(forms) < 30:
        faults.append(f"only {len(forms)} forms")
    print("\n".join(faults) or f"{len(forms)} forms were filled in, {places} places")
    sys.exit(bool(faults))


main()
