"""Fills in a PDF form as another program does it: fill.py FORM.pdf FILLED.pdf VALUES.json

Prints, as JSON, the full names of the fields and their values as they are read back. Needs pypdf.
"""

import json
import sys

from pypdf import PdfReader, PdfWriter

form, filled, values = sys.argv[1:]
with open(values, encoding="utf-8") as file:
    values = json.load(file)
writer = PdfWriter(clone_from=form)
for page in writer.pages:
    writer.update_page_form_field_values(page, values, auto_regenerate=False)
writer.write(filled)
fields = PdfReader(filled).get_fields()
print(json.dumps({name: field.get("/V") for name, field in fields.items() if "/FT" in field}, ensure_ascii=False))
