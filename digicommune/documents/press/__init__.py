"""The press: values drawn onto A4 sheets with ReportLab; nothing outside documents/ uses it."""
