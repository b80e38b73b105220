"""A pack written by hand from docs/packs.md, with every kind of rule; no text of law."""

from __future__ import annotations

EVERY_KIND = """
code = "99/2026"
title = "Bộ thử đủ loại"
legal_basis = "Văn bản thử"

[passing]
kind = "points"
points = "60.5"

[[criteria]]
code = "A"
name = "Kỹ năng số"
requirement = "Ít nhất 70%"
kind = "ratio"
indicator = "KNS"
base = "lao_dong"
threshold = "70"
unit = "người"
weight = "40.5"

[[criteria.by_group]]
group = "vùng cao"
value = "50"

[[criteria]]
code = "B"
name = "Mô hình"
requirement = "Ít nhất 01 mô hình"
kind = "count"
threshold = "1"
mandatory = false
weight = "10"

[[criteria]]
code = "C"
name = "Nhà văn hóa"
requirement = "Ít nhất hai trong ba nội dung"
kind = "k_of_n"
threshold = "2"
parts = ["C1", "C2", "C3"]
weight = "20"

[[criteria]]
code = "C1"
name = "Wifi"
requirement = "Có wifi"
kind = "yes_no"

[[criteria]]
code = "C2"
name = "Camera"
requirement = "Có camera"
kind = "yes_no"

[[criteria]]
code = "C3"
name = "Quyết định lập tổ"
requirement = "Có quyết định"
kind = "document"
evidence = true
"""
