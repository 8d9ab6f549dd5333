#!/usr/bin/env python3
"""Writes Tests/DumpsTests/Fixtures/comments.xlsx: our own comments, a header on the third row, dates, two sheets.

    python3 Tests/Reference/workbook.py        # needs openpyxl
"""
import datetime
import pathlib

import openpyxl

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Komentar"
sheet.append(["Laporan komentar Kabupaten Sukamaju"])
sheet.append([])
sheet.append(["No", "Nama", "Tanggal", "Komentar", "Suka"])
for number, (name, text, likes) in enumerate([
    ("warga1", "Jalan rusak & berlubang, pak", 3), ("warga2", 'Mantap "pak" <3', None), ("warga3", "Air mati\ndua hari", 1)
]):
    sheet.append([number + 1, name, datetime.datetime(2025, 8, 30, 17, 40, 39 + number), text, likes])
other = book.create_sheet("Lain")
other.append(["text"])
other.append(["lampu jalan mati"])
book.save(pathlib.Path(__file__).parent.parent / "DumpsTests/Fixtures/comments.xlsx")
